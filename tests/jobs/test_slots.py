import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from omnireel.config import Settings
from omnireel.domain.failures import BusyError
from omnireel.jobs import slots
from omnireel.store import Store

HOST = socket.gethostname()
HOLD = """
import sys, time
from pathlib import Path
from omnireel import store
from omnireel.config import Settings
from omnireel.jobs import slots
with store.open(Settings(data=Path(sys.argv[1]))) as kept:
    slot = slots.take(Path(sys.argv[1]) / "workers", kept, 30)
    print(slot.worker, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def folder(settings: Settings) -> Path:
    return settings.folder / "workers"


def test_an_id_stays_the_same_and_is_nobody_elses(folder: Path, store: Store) -> None:
    first, second = slots.take(folder, store, 30), slots.take(folder, store, 30)
    assert first.worker != second.worker
    first.release()
    again = slots.take(folder, store, 30)
    assert again.worker == first.worker
    again.release()
    second.release()


def test_a_named_slot_is_one_workers(folder: Path, store: Store) -> None:
    slot = slots.take(folder, store, 30, name="only-x")
    with pytest.raises(BusyError, match="taken"):
        slots.take(folder, store, 30, name="only-x")
    slot.release(forget=True)
    assert not slot.path.exists()


def test_an_id_that_lives_on_another_host_is_refused(folder: Path, store: Store) -> None:
    slot = slots.take(folder, store, 30)
    slot.release()
    store.workers.beat(slot.worker, host="elsewhere", process=1)
    other = slots.take(folder, store, 30)
    assert other.worker != slot.worker
    other.release()
    # Silent for longer than the lease: it is free again.
    again = slots.take(folder, store, -1)
    assert again.worker == slot.worker
    again.release()


def test_who_lives(folder: Path, store: Store) -> None:
    slot = slots.take(folder, store, 30)
    store.workers.beat(slot.worker, host=HOST, process=os.getpid())
    store.workers.beat("far", host="elsewhere", process=1)
    assert slots.living(folder, store, 30) == {slot.worker, "far"}
    assert slots.living(folder, store, -1) == frozenset()
    slot.release()
    assert slots.living(folder, store, 30) == {"far"}


def test_slots_that_nobody_holds_are_forgotten(folder: Path, store: Store) -> None:
    left = slots.take(folder, store, 30, name="only-a")
    left.release()
    held, other = slots.take(folder, store, 30, name="only-b"), slots.take(folder, store, 30)
    other.release()
    slots.forget_unused(folder, "only-")
    assert not left.path.exists()
    assert held.path.exists()
    assert other.path.exists()
    held.release()


def test_a_killed_worker_is_known_to_be_dead_at_once(
    folder: Path, settings: Settings, store: Store
) -> None:
    held = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(settings.folder)], stdout=subprocess.PIPE
    )
    assert held.stdout is not None
    worker = held.stdout.readline().decode().strip()
    held.stdout.close()
    store.workers.beat(worker, host=HOST, process=held.pid)
    try:
        assert slots.living(folder, store, 30) == {worker}
    finally:
        held.kill()
        held.wait()
    assert slots.living(folder, store, 30) == frozenset()
    slot = slots.take(folder, store, 30)
    assert slot.worker == worker
    slot.release()
