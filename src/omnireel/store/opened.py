"""An opened store: the interactions, and beside them their assets and the workers."""

from types import TracebackType
from typing import Self

from omnireel.config import Settings
from omnireel.store.assets import Assets
from omnireel.store.database import Database
from omnireel.store.interactions import Interactions
from omnireel.store.workers import Workers


class Store(Interactions):
    """The interactions, and beside them `assets` and `workers`. Threads may share one."""

    def __init__(self, database: Database, assets: Assets) -> None:
        """Put the parts together; use `open`."""
        super().__init__(database, assets)
        self.assets = assets
        self.workers = Workers(database)

    def close(self) -> None:
        """Close the database's connections."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open(settings: Settings) -> Store:  # noqa: A001 - reads as `store.open(settings)`
    """Open the database and the blobs these settings name, making or migrating them as needed.

    Raises:
        InvalidInputError: A URL cannot be used.
    """
    # What people make is theirs: nobody else on this machine may look.
    settings.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = Database(settings.database)
    return Store(database, Assets(database, settings.blobs or str(settings.folder / "blobs")))
