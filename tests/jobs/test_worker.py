"""Real worker processes on a real data folder, and what remains when one is killed."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from fractions import Fraction

import pytest

from omnireel import jobs
from omnireel.config import Settings
from omnireel.domain.turn import Interaction, Resolution, Status, Turn
from omnireel.jobs.spawn import Worker, stop_worker
from omnireel.store import Store

PATIENCE = 60.0
LONG = Fraction(15)  # with more pixels, too: seconds of work on the fastest machine
PARENT = """
import sys, time
from omnireel import jobs
from omnireel.config import Settings
print(jobs.start_worker(Settings.read()).pid, flush=True)
time.sleep(60)
"""


def submit(store: Store, duration: Fraction = Fraction(3)) -> Interaction:
    turn = Turn(
        prompt="A red ball.",
        model="gemini-omni-1.2-flash",
        duration=duration,
        resolution=Resolution.R1080P if duration == LONG else Resolution.R360P,
    )
    return jobs.submit(store, turn, dialect="gemini")


@contextmanager
def working(settings: Settings) -> Iterator[Worker]:
    worker = jobs.start_worker(settings)
    try:
        yield worker
    finally:
        stop_worker(worker)


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def rendering(store: Store, made: Interaction) -> Callable[[], bool]:
    def is_so() -> bool:
        now = store.get(made.id)
        assert not now.status.ended
        return now.progress.stage == "render"

    return is_so


def test_two_turns_are_made_in_the_order_they_came(settings: Settings, store: Store) -> None:
    first, second = submit(store), submit(store)
    with working(settings):
        done = jobs.wait(store, second.id, PATIENCE)
        before = store.get(first.id)
    assert (before.status, done.status) == (Status.COMPLETED, Status.COMPLETED)
    assert before.updated < done.updated


def test_a_worker_tells_of_itself_and_its_engine(settings: Settings, store: Store) -> None:
    with working(settings) as worker:
        until(lambda: [found.name for found in store.workers.engines()] == ["testcard"])
        (alive,) = store.workers.alive(settings.lease)
        assert alive.process == worker.pid
    assert store.workers.alive(settings.lease) == ()


def test_a_worker_that_is_killed_in_mid_render_has_done_no_harm(
    settings: Settings, store: Store
) -> None:
    made, after = submit(store, LONG), submit(store)
    with working(settings) as worker:
        until(rendering(store, made))
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    left = store.get(made.id)
    assert (left.status, left.attempt, left.take) == (Status.IN_PROGRESS, 1, None)
    with working(settings):
        done = jobs.wait(store, made.id, PATIENCE)
        follower = jobs.wait(store, after.id, PATIENCE)
    assert (done.status, done.attempt) == (Status.COMPLETED, 2)
    assert (follower.status, follower.attempt) == (Status.COMPLETED, 1)
    assert done.take is not None
    assert sum(1 for _ in store.assets.read(done.take.video)) >= 1
    # One take: the dead attempt left no video behind.
    assert len(list((settings.folder / "blobs" / "sha256").rglob("*/*"))) == 4
    assert list((settings.folder / "scratch").rglob("*.mp4")) == []


def test_another_worker_takes_over_from_a_killed_one(settings: Settings, store: Store) -> None:
    with working(settings) as one, working(settings) as other:
        until(lambda: len(store.workers.alive(settings.lease)) == 2)
        made = submit(store, LONG)
        until(rendering(store, made))
        ((_, holder),) = store.held()
        process = {found.id: found.process for found in store.workers.alive(30)}[holder]
        {one.pid: one, other.pid: other}[process].kill()
        done = jobs.wait(store, made.id, PATIENCE)
    assert (done.status, done.attempt) == (Status.COMPLETED, 2)


def test_a_frozen_worker_that_thaws_cannot_undo_what_another_did(
    settings: Settings, store: Store
) -> None:
    made = submit(store, LONG)
    with working(settings) as frozen:
        until(rendering(store, made))
        frozen.send_signal(signal.SIGSTOP)
        try:
            with working(settings):
                done = jobs.wait(store, made.id, PATIENCE)
        finally:
            frozen.send_signal(signal.SIGCONT)
        assert (done.status, done.attempt) == (Status.COMPLETED, 2)
        later = submit(store)
        assert jobs.wait(store, later.id, PATIENCE).status is Status.COMPLETED
    assert store.get(made.id) == done


def test_a_queued_turn_that_is_cancelled_is_never_begun(settings: Settings, store: Store) -> None:
    made, other = submit(store), submit(store)
    jobs.cancel(store, made.id)
    with working(settings):
        jobs.wait(store, other.id, PATIENCE)
    found = store.get(made.id)
    assert (found.status, found.attempt) == (Status.CANCELLED, 0)


def test_a_running_turn_that_is_cancelled_makes_room(settings: Settings, store: Store) -> None:
    made = submit(store, LONG)
    with working(settings):
        until(rendering(store, made))
        assert jobs.cancel(store, made.id).status is Status.CANCELLED
        other = submit(store)
        assert jobs.wait(store, other.id, PATIENCE).status is Status.COMPLETED
    found = store.get(made.id)
    assert (found.status, found.take) == (Status.CANCELLED, None)


def test_a_worker_told_to_stop_leaves_its_job_to_the_next(settings: Settings, store: Store) -> None:
    made = submit(store, LONG)
    with working(settings) as worker:
        until(rendering(store, made))
        worker.terminate()
        assert worker.wait(10) == 0
    assert store.get(made.id).status is Status.IN_PROGRESS
    with working(settings):
        assert jobs.wait(store, made.id, PATIENCE).status is Status.COMPLETED


def test_what_is_deleted_is_forgotten_by_the_runner_too(settings: Settings, store: Store) -> None:
    made = submit(store)
    with working(settings):
        jobs.wait(store, made.id, PATIENCE)
        store.delete(made.id)
        until(lambda: _remembered(settings) == 0)


def test_a_worker_ends_with_its_parent(
    settings: Settings, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in settings.as_environment().items():
        monkeypatch.setenv(name, value)
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.stdout.close()
    until(lambda: len(store.workers.alive(settings.lease)) == 1)
    parent.kill()
    parent.wait()
    until(lambda: store.workers.alive(settings.lease) == ())
    until(lambda: not _runs(child))


def test_a_bad_setting_ends_a_worker_with_a_sentence(settings: Settings) -> None:
    bad = settings.as_environment() | {"OMNIREEL_PORT": "99999"}
    ended = subprocess.run(
        [sys.executable, "-m", "omnireel.jobs.worker"],
        env=os.environ | bad,
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 1
    assert b"OMNIREEL_PORT" in ended.stderr
    assert b"Traceback" not in ended.stderr


def _remembered(settings: Settings) -> int:
    """How many rows the runner's database holds about workflows and their steps."""
    with closing(sqlite3.connect(settings.folder / "dbos.sqlite")) as runner:
        tables = ("workflow_status", "operation_outputs")
        counts = [runner.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables]  # noqa: S608 - our own names
    return int(sum(counts))


def _runs(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
