"""Seeing one interaction through, with or without a server."""

import time
from collections.abc import Generator

from omnireel.config import Settings
from omnireel.domain.failures import EngineError
from omnireel.domain.turn import Interaction
from omnireel.jobs import slots
from omnireel.jobs.spawn import Worker, log_path, start_worker, stop_worker
from omnireel.store import Store

POLL_SECONDS = 0.1
LOOK_SECONDS = 1.0  # between two looks at whether a worker lives


def follow(
    settings: Settings, store: Store, interaction_id: str
) -> Generator[Interaction, None, None]:
    """The interaction whenever it changed, the last time when it has ended.

    While no worker lives (no server runs on this data folder), one is started for this interaction
    alone; it is stopped when the iterator ends or is closed.

    Raises:
        NotFoundError: There is none with this id (any more).
    """
    lone = _LoneWorker(settings, store, interaction_id)
    looked = 0.0
    seen: Interaction | None = None
    try:
        while True:
            found = store.get(interaction_id)
            if found != seen:
                yield found
            if found.status.ended:
                return
            seen = found
            if time.monotonic() - looked > LOOK_SECONDS:
                looked = time.monotonic()
                lone.look_after()
            time.sleep(POLL_SECONDS)
    finally:
        lone.stop()


class _LoneWorker:
    """A worker for one interaction, while no other worker lives."""

    def __init__(self, settings: Settings, store: Store, interaction_id: str) -> None:
        self._settings = settings
        self._store = store
        self._id = interaction_id
        self._starts = 0
        self._process: Worker | None = None

    def look_after(self) -> None:
        """Start it when it is needed and does not run; give up when it ends again and again."""
        if self._process is not None and self._process.poll() is None:
            return
        self.stop()
        folder = self._settings.folder / "workers"
        if slots.living(folder, self._store, self._settings.lease):
            return
        # One more start than a job has attempts: the worker itself says when those are used up.
        if self._starts > self._settings.attempts:
            self._give_up()
            return
        self._starts += 1
        self._process = start_worker(self._settings, only=self._id, quiet=True)

    def stop(self) -> None:
        if self._process is not None:
            stop_worker(self._process)
            self._process = None

    def _give_up(self) -> None:
        failure = EngineError(
            f"The worker ended {self._starts} times before the clip was made; "
            f"{log_path(self._settings)} says why."
        ).as_failure()
        claimed = self._store.claim(self._id, "")
        if claimed is not None:
            self._store.fail(self._id, claimed.attempt, failure)
