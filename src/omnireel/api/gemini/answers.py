"""The answer to a create, however long it takes: at once, after heartbeats, or as events."""

import json
import logging
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress
from dataclasses import replace

import anyio
from starlette.concurrency import run_in_threadpool

from omnireel.api import waiting
from omnireel.api.gemini import files, parse, resource
from omnireel.domain.failures import Failure, NotFoundError
from omnireel.domain.turn import Interaction, Status
from omnireel.store.opened import Store

_LOG = logging.getLogger(__name__)
_BROKEN = Failure(code="api_error", message="The server failed; its log says why.")

Answer = dict[str, object]


def delivery(
    store: Store, row: Interaction, base_url: str, inline_bytes: int = 0
) -> resource.Delivery | None:
    """The video as this row's request wanted it; a link comes with bytes up to `inline_bytes`."""
    if row.take is None:
        return None
    asset = row.take.video
    by_link = parse.wants_uri(row.request)
    inline = not by_link or asset.size_bytes <= inline_bytes
    return resource.Delivery(
        data=b"".join(store.assets.read(asset)) if inline else None,
        uri=files.download_uri(asset, base_url) if by_link else "",
        file_name=files.name(asset),
    )


def deliver(store: Store, row: Interaction, base_url: str) -> Answer:
    """The answer for an ended interaction; what was not to be stored is forgotten with it."""
    shown = resource.interaction(row, delivery(store, row, base_url))
    forget(store, row)
    return shown


def forget(store: Store, row: Interaction) -> None:
    """Nobody waits any more: stored work goes on, the rest is dropped."""
    if not row.turn.stored:
        with suppress(NotFoundError):
            store.delete(row.id)


async def beating(
    store: Store, queued: Interaction, base_url: str, beat: float
) -> AsyncIterator[bytes]:
    """White space, which JSON may begin with, until the answer is there; then the answer."""
    async with aclosing(awaited(store, queued, base_url, beat)) as answers:
        async for answer in answers:
            yield b" " if answer is None else as_json(answer).encode()


async def awaited(
    store: Store, queued: Interaction, base_url: str, beat: float
) -> AsyncGenerator[Answer | None, None]:
    """None for each beat of waiting, then the answer. Unstored work is dropped when closed."""
    answer: Answer | None = None
    try:
        while answer is None:
            yield None
            ended = await waiting.end(store, queued.id, seconds=beat)
            if ended is not None:
                answer = await run_in_threadpool(deliver, store, ended, base_url)
    except NotFoundError:  # deleted meanwhile
        answer = resource.interaction(replace(queued, status=Status.CANCELLED))
    except Exception:  # noqa: BLE001  the status line is out; what is left is to say it in the body
        _LOG.exception("%s: the answer failed", queued.id)
        answer = resource.interaction(replace(queued, status=Status.FAILED, failure=_BROKEN))
    finally:
        if answer is None:
            with anyio.CancelScope(shield=True):
                await run_in_threadpool(forget, store, queued)
    yield answer


def as_json(value: object) -> str:
    """Compact JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
