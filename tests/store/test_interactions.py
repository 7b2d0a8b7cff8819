from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

import pytest

from omnireel import store
from omnireel.config import Settings
from omnireel.domain.failures import Failure, NotFoundError
from omnireel.domain.media import OutputSpec, Reference, Role
from omnireel.domain.revision import Revision
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Interaction, Progress, Status, Take, Turn
from omnireel.store import Store

TURN = Turn(prompt="A marble rolls.", model="m", duration=Fraction(10, 3))
BOARD = Storyboard(
    prompt="A marble rolls.",
    cast=(),
    shots=(),
    output=OutputSpec(width=2, height=2, duration=Fraction(10, 3)),
    seed=1,
)
FAILURE = Failure(code="engine_failed", message="It broke.", retryable=True)


def create(kept: Store, turn: Turn = TURN, project: str = "") -> Interaction:
    return kept.create(turn, dialect="gemini", project=project, request={"input": ["a", None]})


def take(kept: Store, content: bytes = b"video") -> Take:
    return Take(
        video=kept.assets.put([content], "video/mp4"),
        poster=kept.assets.put([content, b" poster"], "image/jpeg"),
        storyboard=BOARD,
        engine="testcard",
        engine_version="1",
        timings={"plan": 0.5},
    )


def claimed(kept: Store, interaction_id: str, worker: str = "w") -> Interaction:
    found = kept.claim(interaction_id, worker)
    assert found is not None
    return found


def test_what_was_made_is_found_by_another_process(kept: Store, settings: Settings) -> None:
    made = create(kept)
    with store.open(settings) as other:
        assert other.get(made.id) == made
    assert made.status is Status.QUEUED
    assert made.id.startswith("v1_")
    assert made.created.tzinfo is not None


def test_ids_are_unguessable_and_differ(kept: Store) -> None:
    ids = {create(kept).id for _ in range(20)}
    assert len(ids) == 20
    assert all(len(name) >= 32 and name.replace("-", "_").isidentifier() for name in ids)


def test_an_unknown_id_is_not_found(kept: Store) -> None:
    for act in (kept.get, kept.cancel, kept.delete):
        with pytest.raises(NotFoundError, match="v1_nothing"):
            act("v1_nothing")
    with pytest.raises(NotFoundError):
        kept.claim("v1_nothing", "w")


def test_the_latest_and_the_recent_are_the_projects_own(kept: Store) -> None:
    first, second = create(kept, project="a"), create(kept, project="a")
    create(kept, project="b")
    assert kept.latest("a") == second
    assert kept.recent("a") == (second, first)
    assert kept.recent("a", limit=1) == (second,)
    assert kept.latest("c") is None


def test_the_queue_is_in_order_and_holds_only_the_queued(kept: Store) -> None:
    first, second, third = (create(kept).id for _ in range(3))
    assert kept.waiting() == (first, second, third)
    claimed(kept, second, "w1")
    kept.cancel(first)
    assert kept.waiting() == (third,)
    assert kept.held() == ((second, "w1"),)


def test_a_take_ends_it(kept: Store) -> None:
    made = create(kept)
    now = claimed(kept, made.id)
    done = take(kept)
    revision = Revision(instruction="x", operations=())
    assert kept.report(made.id, now.attempt, Progress(done=0.5, stage="render"))
    assert kept.get(made.id).progress == Progress(done=0.5, stage="render")
    assert kept.complete(made.id, now.attempt, done, revision)
    found = kept.get(made.id)
    assert (found.status, found.take, found.revision) == (Status.COMPLETED, done, revision)
    assert found.progress.done == 1.0
    assert found.updated > made.updated


def test_a_failure_ends_it(kept: Store) -> None:
    made = create(kept)
    now = claimed(kept, made.id)
    assert kept.fail(made.id, now.attempt, FAILURE)
    found = kept.get(made.id)
    assert (found.status, found.failure) == (Status.FAILED, FAILURE)


def test_an_ended_one_stays_as_it_is(kept: Store) -> None:
    made = create(kept)
    now = claimed(kept, made.id)
    kept.cancel(made.id)
    ended = kept.get(made.id)
    assert kept.claim(made.id, "w2") is None
    assert not kept.report(made.id, now.attempt, Progress(done=0.9, stage="render"))
    assert not kept.fail(made.id, now.attempt, FAILURE)
    assert not kept.complete(made.id, now.attempt, take(kept), None)
    assert kept.cancel(made.id) == ended == kept.get(made.id)


def test_a_take_that_comes_too_late_is_not_kept(kept: Store) -> None:
    made = create(kept)
    now = claimed(kept, made.id)
    late = take(kept)
    kept.cancel(made.id)
    assert not kept.complete(made.id, now.attempt, late, None)
    for asset in (late.video, late.poster):
        with pytest.raises(NotFoundError):
            kept.assets.get(asset.sha256)


def test_a_worker_that_was_taken_over_can_write_no_more(kept: Store) -> None:
    made = create(kept)
    first = claimed(kept, made.id, "frozen")
    second = claimed(kept, made.id, "other")
    assert (first.attempt, second.attempt) == (1, 2)
    assert not kept.report(made.id, first.attempt, Progress(done=0.9, stage="render"))
    assert not kept.fail(made.id, first.attempt, FAILURE)
    assert not kept.complete(made.id, first.attempt, take(kept, b"first"), None)
    assert kept.complete(made.id, second.attempt, take(kept, b"second"), None)
    found = kept.get(made.id)
    assert found.take is not None
    assert b"".join(kept.assets.read(found.take.video)) == b"second"


def test_of_many_claims_at_once_each_gets_its_own_attempt(kept: Store) -> None:
    made = create(kept)
    with ThreadPoolExecutor(8) as threads:
        attempts = [
            found.attempt
            for found in threads.map(lambda number: claimed(kept, made.id, f"w{number}"), range(8))
        ]
    assert kept.get(made.id).attempt == 8
    assert max(attempts) == 8


def test_delete_takes_the_blobs_nobody_else_uses(kept: Store) -> None:
    reference = kept.assets.put([b"picture"], "image/png")
    turn = Turn(
        prompt="x",
        model="m",
        references=(Reference(asset=reference, role=Role.SUBJECT, tag="Image1"),),
    )
    made, other = create(kept, turn), create(kept, turn)
    done = take(kept)
    kept.complete(made.id, claimed(kept, made.id).attempt, done, None)
    kept.delete(made.id)
    with pytest.raises(NotFoundError):
        kept.get(made.id)
    for asset in (done.video, done.poster):
        with pytest.raises(NotFoundError):
            kept.assets.get(asset.sha256)
        with pytest.raises(NotFoundError):
            kept.assets.read(asset)
    assert b"".join(kept.assets.read(reference)) == b"picture"
    kept.delete(other.id)
    with pytest.raises(NotFoundError):
        kept.assets.get(reference.sha256)
