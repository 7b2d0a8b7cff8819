import time
from fractions import Fraction
from itertools import islice

import pytest

from omnireel import jobs
from omnireel.config import Settings
from omnireel.domain.failures import NotFoundError
from omnireel.domain.turn import Resolution, Status, Turn
from omnireel.jobs.spawn import stop_worker
from omnireel.store import Store

TURN = Turn(
    prompt="A red ball.",
    model="gemini-omni-1.2-flash",
    duration=Fraction(3),
    resolution=Resolution.R360P,
)


def test_without_a_server_one_worker_sees_it_through(settings: Settings, store: Store) -> None:
    other = jobs.submit(store, TURN, dialect="cli")
    made = jobs.submit(store, TURN, dialect="cli")
    seen = list(jobs.follow(settings, store, made.id))
    assert seen[0] == made
    assert seen[-1].status is Status.COMPLETED
    assert [now.progress.done for now in seen] == sorted(now.progress.done for now in seen)
    assert store.get(other.id).status is Status.QUEUED  # that one was not ours to do
    assert store.workers.alive(30) == ()


def test_a_servers_worker_does_it_when_there_is_one(settings: Settings, store: Store) -> None:
    worker = jobs.start_worker(settings)
    try:
        while not store.workers.alive(settings.lease):
            time.sleep(0.05)
        made = jobs.submit(store, TURN, dialect="cli")
        for _ in jobs.follow(settings, store, made.id):
            assert {found.process for found in store.workers.alive(30)} == {worker.pid}
        assert store.get(made.id).status is Status.COMPLETED
    finally:
        stop_worker(worker)


def test_whoever_looks_away_leaves_no_worker_behind(settings: Settings, store: Store) -> None:
    made = jobs.submit(store, TURN, dialect="cli")
    following = jobs.follow(settings, store, made.id)
    list(islice(following, 2))
    following.close()
    assert store.workers.alive(settings.lease) == ()


def test_a_worker_that_cannot_start_is_given_up(settings: Settings, store: Store) -> None:
    (settings.folder / "dbos.sqlite").write_bytes(b"this is not a database" * 100)
    once = settings.model_copy(update={"attempts": 1})
    made = jobs.submit(store, TURN, dialect="cli")
    *_, last = jobs.follow(once, store, made.id)
    assert last.status is Status.FAILED
    assert last.failure is not None
    assert "worker.log" in last.failure.message
    assert b"not a database" in (settings.folder / "worker.log").read_bytes()


def test_nothing_to_follow(settings: Settings, store: Store) -> None:
    with pytest.raises(NotFoundError):
        next(jobs.follow(settings, store, "v1_nothing"))
