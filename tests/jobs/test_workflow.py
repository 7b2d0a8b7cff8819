from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

import pytest

from omnireel.config import Settings
from omnireel.domain.failures import EngineError
from omnireel.domain.media import Clip
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Interaction, Quality, Resolution, Status, Turn
from omnireel.engines.protocol import Context, Engine
from omnireel.engines.testcard import TestCard
from omnireel.jobs.workflow import Bench, seed_of, work
from omnireel.store import Store

TURN = Turn(
    prompt="A red ball.",
    model="gemini-omni-1.2-flash",
    resolution=Resolution.R360P,
    duration=Fraction(3),
)


class Odd(TestCard):
    """A test card that does something on the way, and cannot show the moon."""

    def __init__(self, at: str = "", act: Callable[[], object] = lambda: None) -> None:
        self.at = at
        self.act = act
        self.frames = 0

    def render(self, board: Storyboard, context: Context) -> Clip:
        if self.at == "build":
            self.act()
        clip = super().render(board, context)

        def frames() -> Iterator[memoryview]:
            for picture in clip.frames():
                self.frames += 1
                if self.at == "frame" and self.frames == 5:
                    self.act()
                yield picture

        return replace(clip, frames=frames)

    def unmet(self, board: Storyboard) -> tuple[str, ...]:
        return (*board.unmet, "the moon")


class Memory(dict[str, str]):
    """Steps that are remembered as a durable runner would."""

    def __call__(self, name: str, act: Callable[[], str]) -> str:
        if name not in self:
            self[name] = act()
        return self[name]


def act_on(
    settings: Settings, store: Store, engine: Engine | None = None, turn: Turn = TURN
) -> Interaction:
    made = store.create(turn, dialect="gemini")
    work(made.id, bench(settings, store, engine or TestCard()), Memory())
    return store.get(made.id)


def bench(settings: Settings, store: Store, engine: Engine) -> Bench:
    return Bench(settings=settings, store=store, worker="w", load=lambda _: engine)


def break_down() -> None:
    raise EngineError("The projector lamp is broken; put in a new one.")


def stumble() -> None:
    raise ZeroDivisionError("secret detail")


def test_a_turn_becomes_a_take(settings: Settings, store: Store) -> None:
    done = act_on(settings, store, Odd())
    assert (done.status, done.attempt, done.failure) == (Status.COMPLETED, 1, None)
    take = done.take
    assert take is not None
    assert take.storyboard.prompt == TURN.prompt
    assert take.storyboard.unmet.count("the moon") == 1
    assert take.engine == "testcard"
    assert set(take.timings) == {"plan", "build", "sound", "render", "encode", "store"}
    assert b"".join(store.assets.read(take.video))[4:8] == b"ftyp"
    assert b"".join(store.assets.read(take.poster))[:2] == b"\xff\xd8"
    assert take.storyboard.seed == seed_of(done, None)


def test_nothing_is_left_lying_about(settings: Settings, store: Store) -> None:
    act_on(settings, store)
    act_on(settings, store, Odd("frame", stumble))
    assert list((settings.folder / "scratch" / "w").iterdir()) == []


@pytest.mark.parametrize("at", ["build", "frame"])
def test_an_engine_that_fails_says_why(settings: Settings, store: Store, at: str) -> None:
    failed = act_on(settings, store, Odd(at, break_down))
    assert failed.status is Status.FAILED
    assert failed.failure is not None
    assert failed.failure.message == "The projector lamp is broken; put in a new one."
    assert failed.take is None


def test_an_error_nobody_expected_becomes_a_sentence(
    settings: Settings, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    failed = act_on(settings, store, Odd("frame", stumble))
    assert failed.failure is not None
    assert failed.failure.code == "engine_failed"
    assert "secret" not in failed.failure.message
    assert "secret detail" in caplog.text


def test_a_missing_engine_is_a_failure(settings: Settings, store: Store) -> None:
    made = store.create(TURN, dialect="gemini")
    unknown = settings.model_copy(update={"engine": "zoetrope"})
    work(made.id, Bench(settings=unknown, store=store, worker="w"), Memory())
    failure = store.get(made.id).failure
    assert failure is not None
    assert "zoetrope" in failure.message


def test_an_engine_that_lacks_a_library_says_so(settings: Settings, store: Store) -> None:
    def load(_: str) -> Engine:
        raise ImportError("libGL.so.1: cannot open shared object file")

    made = store.create(TURN, dialect="gemini")
    work(made.id, Bench(settings=settings, store=store, worker="w", load=load), Memory())
    failure = store.get(made.id).failure
    assert failure is not None
    assert failure.code == "system_part_missing"
    assert "libGL.so.1" in failure.message


def test_a_cancelled_turn_stops_in_the_middle(settings: Settings, store: Store) -> None:
    made = store.create(replace(TURN, duration=Fraction(10)), dialect="gemini")
    engine = Odd("frame", lambda: store.cancel(made.id))
    work(made.id, bench(settings, store, engine), Memory())
    found = store.get(made.id)
    assert (found.status, found.take) == (Status.CANCELLED, None)


def test_a_deleted_turn_is_let_go(settings: Settings, store: Store) -> None:
    made = store.create(TURN, dialect="gemini")
    work(made.id, bench(settings, store, Odd("frame", lambda: store.delete(made.id))), Memory())
    assert store.recent() == ()


def test_an_ended_turn_is_not_begun(settings: Settings, store: Store) -> None:
    made = store.create(TURN, dialect="gemini")
    store.cancel(made.id)
    engine = Odd()
    work(made.id, bench(settings, store, engine), Memory())
    assert engine.frames == 0


def test_after_a_crash_the_plan_is_not_made_again(settings: Settings, store: Store) -> None:
    made = store.create(TURN, dialect="gemini")
    steps = Memory()

    class PowerCutError(BaseException):
        pass

    def cut() -> None:
        raise PowerCutError

    with pytest.raises(PowerCutError):
        work(made.id, bench(settings, store, Odd("frame", cut)), steps)
    assert store.get(made.id).status is Status.IN_PROGRESS
    remembered = dict(steps)
    assert set(remembered) == {"plan"}
    work(made.id, bench(settings, store, TestCard()), steps)
    found = store.get(made.id)
    assert (found.status, found.attempt) == (Status.COMPLETED, 2)
    assert steps == remembered


def test_a_job_that_kills_its_worker_is_given_up(settings: Settings, store: Store) -> None:
    made = store.create(TURN, dialect="gemini")
    for _ in range(settings.attempts):
        store.claim(made.id, "dead")
    engine = Odd()
    work(made.id, bench(settings, store, engine), Memory())
    failure = store.get(made.id).failure
    assert failure is not None
    assert "stopped" in failure.message
    assert engine.frames == 0


def test_an_edit_whose_source_is_gone_fails_in_a_sentence(settings: Settings, store: Store) -> None:
    failed = act_on(settings, store, turn=replace(TURN, previous_interaction_id="v1_gone"))
    assert failed.failure is not None
    assert failed.failure.code == "not_found"


def test_seeds(settings: Settings, store: Store) -> None:
    first = act_on(settings, store)
    second = store.create(TURN, dialect="gemini")
    assert seed_of(first, None) == seed_of(first, None) != seed_of(second, None)
    assert 0 <= seed_of(second, None) < 2**31
    assert first.take is not None
    assert seed_of(second, first.take) == first.take.storyboard.seed
    chosen = replace(second, turn=replace(TURN, seed=7))
    assert seed_of(chosen, first.take) == 7


def test_the_installations_quality_is_used_when_none_is_asked_for(
    settings: Settings, store: Store
) -> None:
    drafts = settings.model_copy(update={"quality": Quality.DRAFT})
    take = act_on(drafts, store).take
    assert take is not None
    assert take.storyboard.quality == "draft"
    take = act_on(drafts, store, turn=replace(TURN, quality=Quality.HIGH)).take
    assert take is not None
    assert take.storyboard.quality == "high"
