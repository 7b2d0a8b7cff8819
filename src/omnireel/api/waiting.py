"""Wait for an interaction without holding a thread."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

import anyio
from starlette.concurrency import run_in_threadpool

from omnireel.domain.turn import Interaction
from omnireel.store.opened import Store

_SHORTEST = 0.05
_LONGEST = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds a synchronous answer may stay silent, and between its heartbeats after that.

    Quick failures keep their status while it is silent; the strictest official client gives up
    after 60 s of silence.
    """

    quiet: float = 5.0
    beat: float = 5.0


async def _never() -> bool:
    return False


async def end(
    store: Store,
    interaction_id: str,
    *,
    seconds: float,
    gone: Callable[[], Awaitable[bool]] = _never,
) -> Interaction | None:
    """The interaction once it has ended; None when `seconds` have passed or the client is gone.

    Raises:
        NotFoundError: It was deleted while we waited.
    """
    until = monotonic() + seconds
    pause = _SHORTEST
    while True:
        row = await run_in_threadpool(store.get, interaction_id)
        if row.status.ended:
            return row
        left = until - monotonic()
        if left <= 0 or await gone():
            return None
        await anyio.sleep(min(pause, left))
        pause = min(pause * 1.5, _LONGEST)
