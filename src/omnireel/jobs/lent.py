"""What a worker lends an engine while it works on one interaction."""

import time
from collections.abc import Callable
from pathlib import Path

from omnireel.domain.failures import CancelledError
from omnireel.domain.media import Asset
from omnireel.domain.turn import Interaction, Progress, Take
from omnireel.jobs.cache import Cache
from omnireel.store import Store

REPORT_SECONDS = 0.25


class Lent:
    """The engines' `Context` for one attempt at one interaction."""

    def __init__(
        self, store: Store, claimed: Interaction, *, scratch: Path, cache: Cache, salt: str
    ) -> None:
        """Lend a scratch folder, and the cache under keys that begin with `salt`."""
        self.previous: Take | None = None
        self.scratch = scratch
        self._store = store
        self._claimed = claimed
        self._cache = cache
        self._salt = salt
        self._span = (0.0, 1.0)
        self._done = 0.0
        self._stage = ""
        self._reported = 0.0

    def open(self, asset: Asset) -> Path:
        """A file with the asset's bytes, to be read only."""
        return self._store.assets.local_path(asset, self.scratch)

    def once(self, key: str, make: Callable[[Path], None]) -> Path:
        """The file `make` wrote for this key, now or in an earlier run."""
        return self._cache.once(f"{self._salt}\0{key}", make)

    def enter(self, start: float, end: float, stage: str) -> None:
        """Begin a part of the work: what is reported as 0 to 1 now means `start` to `end`."""
        self._span = (start, end)
        self.progress(0.0, stage)

    def progress(self, done: float, stage: str) -> None:
        """Note how far the current part is; the whole never goes back.

        Raises:
            CancelledError: This attempt no longer counts: cancelled, deleted or taken over.
        """
        start, end = self._span
        self._done = max(self._done, start + (end - start) * min(max(done, 0.0), 1.0))
        now = time.monotonic()
        if stage == self._stage and now - self._reported < REPORT_SECONDS:
            return
        self._stage, self._reported = stage, now
        progress = Progress(done=self._done, stage=stage)
        if not self._store.report(self._claimed.id, self._claimed.attempt, progress):
            raise CancelledError("The interaction was cancelled.")
