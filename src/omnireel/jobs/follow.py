"""Seeing one interaction through, with or without a server."""

import time
from collections.abc import Generator

from omnireel.config import Settings
from omnireel.domain.turn import Interaction
from omnireel.jobs import slots
from omnireel.jobs.spawn import Worker, start_worker, stop_worker
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
    worker: Worker | None = None
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
                if worker is not None and worker.poll() is not None:
                    worker = None
                if worker is None and not slots.living(
                    settings.folder / "workers", store, settings.lease
                ):
                    worker = start_worker(settings, only=interaction_id, quiet=True)
            time.sleep(POLL_SECONDS)
    finally:
        if worker is not None:
            stop_worker(worker)
