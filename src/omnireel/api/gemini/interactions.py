"""Create, get, cancel and delete interactions."""

from collections.abc import AsyncIterator
from dataclasses import replace

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from omnireel import jobs
from omnireel.api import waiting
from omnireel.api.gemini import body as bodies
from omnireel.api.gemini import events, parse, resource
from omnireel.api.gemini.answers import beating, deliver, delivery, forget
from omnireel.api.gemini.faults import GeminiRoute
from omnireel.api.gemini.stores import StoreOf
from omnireel.api.waiting import Pace
from omnireel.domain.failures import NotFoundError, NotReadyError
from omnireel.domain.media import Reference, Role
from omnireel.domain.turn import Interaction, Task, Turn
from omnireel.jobs import intake
from omnireel.policy.check import check
from omnireel.store.opened import Store

DIALECT = "gemini"
MAX_BODY_BYTES = 100 << 20
SMALL_BYTES = 20 << 20
"""Up to here a later look at an interaction brings the bytes even where a link was asked for."""

_UNBUFFERED = {"x-accel-buffering": "no", "cache-control": "no-store"}

router = APIRouter(route_class=GeminiRoute)


@router.post("/interactions")
async def create(request: Request, store: StoreOf) -> Response:
    """Make a video. Answers with the finished interaction, or at once for `background`."""
    read = parse.create(bodies.read(await _body(request)))
    pace: Pace = request.app.state.pace
    base_url = str(request.base_url)
    queued = await run_in_threadpool(_submit, store, read)
    if read.stream:
        return _events(events.stream(store, queued, base_url, pace.beat))
    if read.turn.background:
        return JSONResponse(resource.interaction(queued))
    ended = await waiting.end(store, queued.id, seconds=pace.quiet, gone=request.is_disconnected)
    if ended is not None:
        return JSONResponse(await run_in_threadpool(deliver, store, ended, base_url))
    if await request.is_disconnected():
        await run_in_threadpool(forget, store, queued)
        return Response(status_code=499)
    return StreamingResponse(
        beating(store, queued, base_url, pace.beat),
        media_type="application/json",
        headers=_UNBUFFERED,
    )


@router.get("/interactions/{interaction_id}")
async def get(
    request: Request,
    interaction_id: str,
    store: StoreOf,
    include_input: bool = False,
    stream: bool = False,
    last_event_id: str = "",
) -> Response:
    """One interaction with its video once it is completed, or its events for `stream`."""
    base_url = str(request.base_url)
    row = await run_in_threadpool(_stored, store, interaction_id)
    if stream:
        beat = request.app.state.pace.beat
        seen = events.seen_number(last_event_id)
        return _events(events.stream(store, row, base_url, beat, seen))
    video = await run_in_threadpool(delivery, store, row, base_url, SMALL_BYTES)
    return JSONResponse(resource.interaction(row, video, include_input=include_input))


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


def _events(lines: AsyncIterator[bytes]) -> Response:
    return StreamingResponse(lines, media_type="text/event-stream", headers=_UNBUFFERED)


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
