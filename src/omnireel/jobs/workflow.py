"""The hops of one interaction on a worker: claim, plan, render, finish, store.

Nothing here knows what makes it durable; `durable` runs it and remembers its steps.
"""

import hashlib
import logging
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from omnireel.config import Settings
from omnireel.director import plan
from omnireel.domain.failures import (
    CancelledError,
    EngineError,
    Failure,
    MissingSystemPartError,
    OmnireelError,
)
from omnireel.domain.media import Clip
from omnireel.domain.revision import Revision
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Interaction, Take
from omnireel.engines.protocol import Engine, load
from omnireel.jobs.cache import Cache
from omnireel.jobs.lent import Lent
from omnireel.media.finish import finish
from omnireel.media.poster import poster
from omnireel.store import Store, codec

Step = Callable[[str, Callable[[], str]], str]  # runs once for a name, even across crashes

log = logging.getLogger(__name__)

POSTER_AT = Fraction(1, 3)  # of the clip: past its opening, before its turn
SEED_BITS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What the director made of a turn, or why it could not; wall seconds it took."""

    seconds: float
    storyboard: Storyboard | None = None
    revision: Revision | None = None
    failure: Failure | None = None


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Where one worker does its work: one interaction at a time, the engine in one thread."""

    settings: Settings
    store: Store
    worker: str
    load: Callable[[str], Engine] = load
    lock: threading.Lock = field(default_factory=threading.Lock)

    @cached_property
    def engine_thread(self) -> ThreadPoolExecutor:
        """The one thread that touches the engine: graphics contexts belong to their thread."""
        return ThreadPoolExecutor(1, thread_name_prefix="engine")

    @cached_property
    def engine(self) -> Engine:
        """The worker's engine, made when first needed, in the engine's thread."""
        name = self.settings.engine
        try:
            return self.load(name)
        except ImportError as error:
            log.exception("the engine %s cannot be loaded", name)
            raise MissingSystemPartError(
                f"The engine {name} cannot be loaded ({error}); "
                "`omnireel doctor` says what to install."
            ) from error

    @cached_property
    def cache(self) -> Cache:
        """Results that outlive a job."""
        return Cache(self.settings.cache)

    @property
    def scratch(self) -> Path:
        """The worker's own scratch folder."""
        return self.settings.folder / "scratch" / self.worker


def work(interaction_id: str, bench: Bench, step: Step) -> None:
    """Take one interaction to its end. Only a store that cannot be written makes this raise."""
    with bench.lock:
        claimed = bench.store.claim(interaction_id, bench.worker)
        if claimed is None:
            return
        try:
            _check_attempt(claimed, bench.settings.attempts)
            _attempt(claimed, bench, step)
        except CancelledError:
            log.info("%s: stopped", claimed.id)
        except OmnireelError as error:
            bench.store.fail(claimed.id, claimed.attempt, error.as_failure())
        except Exception:
            log.exception("%s: failed", claimed.id)
            bench.store.fail(claimed.id, claimed.attempt, UNEXPECTED)


UNEXPECTED = Failure(
    code=EngineError.code,
    message="The clip could not be made because of an error in omnireel; the worker's log has the "
    "details. Try again, or change the prompt.",
    retryable=True,
)


def seed_of(claimed: Interaction, previous: Take | None) -> int:
    """The seed asked for, else the one of the take that is edited, else one of its own."""
    if claimed.turn.seed is not None:
        return claimed.turn.seed
    if previous is not None:
        return previous.storyboard.seed
    digest = hashlib.sha256(claimed.id.encode()).digest()
    return int.from_bytes(digest[:8], "big") >> (64 - SEED_BITS)


def _check_attempt(claimed: Interaction, attempts: int) -> None:
    if claimed.attempt > attempts:
        raise EngineError(
            f"The worker stopped {attempts} times while it made this clip; it is not tried again."
        )


def _attempt(claimed: Interaction, bench: Bench, step: Step) -> None:
    previous = _previous_take(claimed, bench.store)
    text = step("plan", lambda: codec.dump(_plan(claimed, previous, bench.settings)))
    planned = codec.load(Planned, text)
    if planned.failure is not None:
        bench.store.fail(claimed.id, claimed.attempt, planned.failure)
        return
    making = bench.engine_thread.submit(_make, claimed, bench, planned, previous)
    take = making.result()
    bench.store.complete(claimed.id, claimed.attempt, take, planned.revision)
    bench.cache.prune()


def _previous_take(claimed: Interaction, store: Store) -> Take | None:
    if claimed.turn.previous_interaction_id is None:
        return None
    return store.get(claimed.turn.previous_interaction_id).take


def _plan(claimed: Interaction, previous: Take | None, settings: Settings) -> Planned:
    """Hop 4. A turn that cannot be planned is a fact to remember, not an error to retry."""
    began = time.monotonic()
    turn = claimed.turn
    if turn.quality is None and previous is None:
        turn = replace(turn, quality=settings.quality)
    try:
        made = plan(turn, seed=seed_of(claimed, previous), previous=previous)
    except OmnireelError as error:
        return Planned(seconds=time.monotonic() - began, failure=error.as_failure())
    return Planned(
        seconds=time.monotonic() - began, storyboard=made.storyboard, revision=made.revision
    )


def _make(claimed: Interaction, bench: Bench, planned: Planned, previous: Take | None) -> Take:
    """Hops 5 and 6, in the engine's thread: storyboard to stored take."""
    if planned.storyboard is None:
        raise EngineError("There is no storyboard to render.")
    engine = bench.engine
    board = _with_unmet(planned.storyboard, engine)
    timings = {"plan": planned.seconds}
    with _scratch(bench.scratch / f"{claimed.id}.{claimed.attempt}") as scratch:
        lent = Lent(
            bench.store,
            claimed,
            scratch=scratch,
            cache=bench.cache,
            salt=f"{engine.name} {engine.version}",
        )
        lent.previous = previous
        lent.enter(0.02, 0.08, "build")
        with _timed(timings, "build"):
            clip = engine.render(board, lent)
        video = scratch / "take.mp4"
        _finish(clip, video, board, lent, timings)
        lent.enter(0.98, 1.0, "store")
        with _timed(timings, "store"):
            still = poster(video, board.output.duration * POSTER_AT)
            assets = bench.store.assets
            return Take(
                video=assets.put_file(video, "video/mp4"),
                poster=assets.put([still], "image/jpeg"),
                storyboard=board,
                engine=engine.name,
                engine_version=engine.version,
                timings=timings,
            )


def _with_unmet(board: Storyboard, engine: Engine) -> Storyboard:
    """The board, with what this engine cannot show added to what it says is unmet."""
    unmet = dict.fromkeys((*board.unmet, *engine.unmet(board)))
    return replace(board, unmet=tuple(unmet))


def _finish(
    clip: Clip, path: Path, board: Storyboard, lent: Lent, timings: dict[str, float]
) -> None:
    """Write the file. Sound and pictures are made while it is written: their time is taken apart.

    What then remains is the encoder's own: the part that did not fit beside the rendering.
    """
    timings["sound"] = timings["render"] = 0.0

    def samples() -> memoryview:
        lent.enter(0.08, 0.10, "sound")
        with _timed(timings, "sound"):
            return clip.samples()

    def frames() -> Iterator[memoryview]:
        lent.enter(0.10, 0.98, "render")
        pictures = clip.frames()
        while True:
            with _timed(timings, "render"):
                picture = next(pictures, None)
            if picture is None:
                return
            yield picture

    with _timed(timings, "encode"):
        finish(
            replace(clip, frames=frames, samples=samples),
            path,
            title=board.prompt,
            progress=lambda share: lent.progress(share, "render"),
        )
    timings["encode"] = max(0.0, timings["encode"] - timings["sound"] - timings["render"])


@contextmanager
def _timed(timings: dict[str, float], stage: str) -> Iterator[None]:
    began = time.monotonic()
    try:
        yield
    finally:
        timings[stage] = timings.get(stage, 0.0) + time.monotonic() - began


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
