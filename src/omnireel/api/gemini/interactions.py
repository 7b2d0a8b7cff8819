"""Create, get, cancel and delete interactions."""

import json
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace

import anyio
from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from omnireel import jobs
from omnireel.api import waiting
from omnireel.api.gemini import body as bodies
from omnireel.api.gemini import files, parse, resource
from omnireel.api.gemini.faults import GeminiRoute
from omnireel.api.gemini.stores import StoreOf
from omnireel.api.waiting import Pace
from omnireel.domain.failures import InvalidInputError, NotFoundError, NotReadyError
from omnireel.domain.media import Reference, Role
from omnireel.domain.turn import Interaction, Status, Task, Turn
from omnireel.jobs import intake
from omnireel.policy.check import check
from omnireel.store.opened import Store

DIALECT = "gemini"
MAX_BODY_BYTES = 100 << 20
SMALL_BYTES = 20 << 20
"""Up to here a later look at an interaction brings the bytes even where a link was asked for."""

router = APIRouter(route_class=GeminiRoute)


@router.post("/interactions")
async def create(request: Request, store: StoreOf) -> Response:
    """Make a video. Answers with the finished interaction, or at once for `background`."""
    read = parse.create(bodies.read(await _body(request)))
    if read.stream:
        raise InvalidInputError(
            "stream: this server does not stream events; "
            "leave it out, or use background:true and poll.",
            field="stream",
        )
    pace: Pace = request.app.state.pace
    base_url = str(request.base_url)
    queued = await run_in_threadpool(_submit, store, read)
    if read.turn.background:
        return JSONResponse(resource.interaction(queued))
    ended = await waiting.end(store, queued.id, seconds=pace.quiet, gone=request.is_disconnected)
    if ended is not None:
        return JSONResponse(await run_in_threadpool(_deliver, store, ended, base_url))
    if await request.is_disconnected():
        await run_in_threadpool(_forget, store, queued)
        return Response(status_code=499)
    return StreamingResponse(
        _beating(store, queued, base_url, pace.beat),
        media_type="application/json",
        headers={"x-accel-buffering": "no", "cache-control": "no-store"},
    )


@router.get("/interactions/{interaction_id}")
async def get(
    request: Request,
    interaction_id: str,
    store: StoreOf,
    include_input: bool = False,
    stream: bool = False,
) -> Response:
    """One interaction, with its video once it is completed."""
    if stream:
        raise InvalidInputError(
            "stream: this server does not stream events; poll without it.", field="stream"
        )
    row = await run_in_threadpool(_stored, store, interaction_id)
    delivery = await run_in_threadpool(_delivery, store, row, str(request.base_url), SMALL_BYTES)
    return JSONResponse(resource.interaction(row, delivery, include_input=include_input))


@router.post("/interactions/{interaction_id}/cancel")
async def cancel(interaction_id: str, store: StoreOf) -> Response:
    """Stop the work on an interaction that has not ended."""
    row = await run_in_threadpool(_stored, store, interaction_id)
    if row.status.ended:
        raise NotReadyError(
            f"id: {row.id} is already {row.status.value}; only work under way can be cancelled.",
            field="id",
        )
    cancelled = await run_in_threadpool(jobs.cancel, store, row.id)
    return JSONResponse(resource.interaction(cancelled))


@router.delete("/interactions/{interaction_id}")
async def delete(interaction_id: str, store: StoreOf) -> Response:
    """Forget an interaction and its media; work under way stops."""
    await run_in_threadpool(_stored, store, interaction_id)
    await run_in_threadpool(store.delete, interaction_id)
    return JSONResponse({})


async def _body(request: Request) -> bytes:
    """The request's bytes; 413 as soon as there are too many."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_BODY_BYTES:
            limit = MAX_BODY_BYTES >> 20
            raise HTTPException(413, f"The request body is larger than the {limit} MB allowed.")
        parts.append(part)
    return b"".join(parts)


def _submit(store: Store, read: parse.Create) -> Interaction:
    """Check everything, and only then store the media and the interaction."""
    previous = _previous(store, read.turn)
    inspected = [intake.inspect(media.data, f"{media.where}.data") for media in read.media]
    references = tuple(
        Reference(asset=asset, role=_role(asset.mime_type, read.turn), tag=f"Image{number}")
        for number, asset in enumerate(inspected, start=1)
    )
    turn = replace(read.turn, references=references)
    check(turn, previous)
    for media, asset in zip(read.media, inspected, strict=True):
        store.assets.put([media.data], asset.mime_type)
    return jobs.submit(store, turn, dialect=DIALECT, project="", request=read.record)


def _previous(store: Store, turn: Turn) -> Interaction | None:
    if turn.previous_interaction_id is None:
        return None
    try:
        return store.get(turn.previous_interaction_id)
    except NotFoundError:
        return None


def _role(mime_type: str, turn: Turn) -> Role:
    if mime_type.startswith("video/"):
        return Role.SOURCE
    return Role.FIRST_FRAME if turn.task is Task.IMAGE_TO_VIDEO else Role.SUBJECT


def _stored(store: Store, interaction_id: str) -> Interaction:
    row = store.get(interaction_id)
    if not row.turn.stored:
        raise NotFoundError(f"There is no interaction {interaction_id!r}.")
    return row


def _delivery(
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


def _deliver(store: Store, row: Interaction, base_url: str) -> dict[str, object]:
    """The answer to a synchronous create; what was not to be stored is forgotten with it."""
    shown = resource.interaction(row, _delivery(store, row, base_url))
    _forget(store, row)
    return shown


def _forget(store: Store, row: Interaction) -> None:
    """Nobody waits any more: stored work goes on, the rest is dropped."""
    if not row.turn.stored:
        with suppress(NotFoundError):
            store.delete(row.id)


async def _beating(
    store: Store, queued: Interaction, base_url: str, beat: float
) -> AsyncIterator[bytes]:
    """White space, which JSON may begin with, until the answer is there; then the answer."""
    answered = False
    try:
        ended = None
        while ended is None:
            yield b" "
            ended = await waiting.end(store, queued.id, seconds=beat)
        answer = await run_in_threadpool(_deliver, store, ended, base_url)
        answered = True
    except NotFoundError:
        answer = resource.interaction(replace(queued, status=Status.CANCELLED))
        answered = True
    finally:
        if not answered:
            with anyio.CancelScope(shield=True):
                await run_in_threadpool(_forget, store, queued)
    yield json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
