"""One database, SQLite or PostgreSQL: how it is opened, brought up to date and written to."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite

from omnireel.domain.failures import InvalidInputError

HEAD = "0001"  # the newest step in migrations/versions
BUSY_MILLISECONDS = 30_000
MIGRATION_LOCK = 0x0A11_7EE1  # the PostgreSQL advisory lock that one migrating process holds


class Database:
    """Connections for reading and transactions for writing."""

    def __init__(self, url: str) -> None:
        """Open the database at this SQLAlchemy URL and bring its tables up to date.

        Raises:
            InvalidInputError: The URL cannot be used.
        """
        try:
            self._engine = sa.create_engine(url)
        except (sa.exc.ArgumentError, ImportError) as error:
            raise InvalidInputError(
                f"The database URL cannot be used ({error}); "
                "allowed are sqlite:///FILE and postgresql+psycopg://….",
                field="database_url",
            ) from error
        if self._engine.dialect.name == "sqlite":
            if self._engine.url.database:
                Path(self._engine.url.database).parent.mkdir(parents=True, exist_ok=True)
            event.listen(self._engine, "connect", _prepare_sqlite)
            event.listen(self._engine, "begin", _begin_sqlite)
        self._writer = self._engine.execution_options(omnireel_writes=True)
        self._migrate()

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._engine.dialect.name

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A connection that sees one state of the tables."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction: all of it happens at the end, or nothing. On SQLite one at a time."""
        with self._writer.begin() as connection:
            yield connection

    def insert_missing(self, table: sa.Table, row: dict[str, Any]) -> sa.Insert:
        """An insert that leaves a row with the same key as it is."""
        return self._insert(table).values(row).on_conflict_do_nothing()

    def upsert(self, table: sa.Table, row: dict[str, Any]) -> sa.Insert:
        """An insert that replaces a row with the same key."""
        keys = [column.name for column in table.primary_key]
        rest = {name: value for name, value in row.items() if name not in keys}
        return self._insert(table).values(row).on_conflict_do_update(index_elements=keys, set_=rest)

    def _insert(self, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
        if self.dialect == "postgresql":
            return postgresql.insert(table)
        return sqlite.insert(table)

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    def _migrate(self) -> None:
        if self._version() == HEAD:
            return
        # Only now: Alembic takes longer to load than everything else an up-to-date store needs.
        from alembic import command  # noqa: PLC0415
        from alembic.config import Config  # noqa: PLC0415

        steps = Config()
        steps.set_main_option("script_location", "omnireel.store:migrations")
        with self.write() as connection:
            if self.dialect == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
            # Whoever waited for the lock finds the tables made and the upgrade does nothing.
            steps.attributes["connection"] = connection
            command.upgrade(steps, "head")

    def _version(self) -> str:
        with self.read() as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return ""
            row = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
            return str(row or "")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Set up a new SQLite connection: we begin transactions ourselves, readers never block."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    """Begin a writing transaction with the write lock, so that it cannot fail half-way as busy."""
    writes = connection.get_execution_options().get("omnireel_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
