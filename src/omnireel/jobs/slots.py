"""Worker slots: each worker holds one, with an id that stays the same and is nobody else's.

The durable runner gives a restarted worker its unfinished jobs back by this id, and would start
them a second time if two living workers had the same one. A slot is a file in the data folder that
holds the id and is locked while its worker lives; the lock dies with the process.
"""

import fcntl
import secrets
import socket
import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from omnireel.domain.failures import BusyError
from omnireel.store import Store

SLOTS = 64
# Somebody who looks whether a slot is free holds its lock for a moment: try more than once.
LOOKS, LOOK_SECONDS = 3, 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A slot that is ours until `release`, or until this process ends."""

    worker: str
    path: Path
    _file: IO[str]

    def release(self, *, forget: bool = False) -> None:
        """Give it back; `forget` also deletes its id."""
        if forget:
            self.path.unlink(missing_ok=True)
        self._file.close()


def take(folder: Path, store: Store, lease: float, name: str = "") -> Slot:
    """The first free slot in `folder`, or the one with this name.

    Raises:
        BusyError: Another worker has it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    elsewhere = {
        worker.id for worker in store.workers.alive(lease) if worker.host != socket.gethostname()
    }
    for candidate in [name] if name else [str(number) for number in range(SLOTS)]:
        slot = _try(folder / f"{candidate}.slot", elsewhere)
        if slot is not None:
            return slot
    raise BusyError("Every worker slot of this data folder is taken; stop a worker first.")


def forget_unused(folder: Path, prefix: str) -> None:
    """Delete the slots whose name begins so and that nobody holds."""
    for path in folder.glob(f"{prefix}*.slot"):
        with path.open("r", encoding="utf-8") as file:
            if _lock(file):
                path.unlink(missing_ok=True)


def living(folder: Path, store: Store, lease: float) -> frozenset[str]:
    """The ids of the workers that live.

    That is: they gave a sign of life within `lease` seconds and, where their slot is in this
    folder and on this host, still hold its lock.
    """
    here = socket.gethostname()
    free = _free(folder)
    return frozenset(
        worker.id
        for worker in store.workers.alive(lease)
        if not (worker.host == here and worker.id in free)
    )


def _try(path: Path, elsewhere: Collection[str]) -> Slot | None:
    file = path.open("a+", encoding="utf-8")
    if not _lock(file):
        file.close()
        return None
    file.seek(0)
    worker = file.read().strip()
    if not worker:
        worker = f"{socket.gethostname()}-{path.stem}-{secrets.token_hex(4)}"
        file.write(worker)
        file.flush()
    if worker in elsewhere:
        # The folder is shared with a host whose locks we do not see.
        file.close()
        return None
    return Slot(worker=worker, path=path, _file=file)


def _free(folder: Path) -> frozenset[str]:
    """The ids of the slots whose lock nobody holds."""
    found = set()
    for path in folder.glob("*.slot"):
        try:
            file = path.open("r", encoding="utf-8")
        except FileNotFoundError:
            continue
        with file:
            # A shared lock: two who look at the same time do not see each other.
            if _lock(file, shared=True):
                found.add(file.read().strip())
    return frozenset(found)


def _lock(file: IO[str], *, shared: bool = False) -> bool:
    for _ in range(1 if shared else LOOKS):
        try:
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0 if shared else LOOK_SECONDS)
        else:
            return True
    return False
