"""Which workers are alive and which engines they have."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from omnireel.store import tables
from omnireel.store.clock import from_micros, now_micros
from omnireel.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """A worker slot: its stable id, the host and process in it, and its last sign of life."""

    id: str
    host: str
    process: int
    started: datetime
    beat: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEngine:
    """An engine some worker has: its limits as JSON text (the engines' own vocabulary)."""

    name: str
    version: str
    limits: str


class Workers:
    """Signs of life and engines, written by workers, read by everybody."""

    def __init__(self, database: Database) -> None:
        """Keep the rows in this database."""
        self._database = database

    def beat(self, worker: str, *, host: str, process: int) -> None:
        """Note that this worker is alive now."""
        now = now_micros()
        update = (
            tables.workers.update()
            .where(tables.workers.c.id == worker, tables.workers.c.process == process)
            .values(beat=now)
        )
        row = {"id": worker, "host": host, "process": process, "started": now, "beat": now}
        with self._database.write() as connection:
            if not connection.execute(update).rowcount:
                connection.execute(self._database.upsert(tables.workers, row))

    def leave(self, worker: str, *, process: int) -> None:
        """Note that this worker ended in good order."""
        gone = tables.workers.delete().where(
            tables.workers.c.id == worker, tables.workers.c.process == process
        )
        with self._database.write() as connection:
            connection.execute(gone)

    def forget_silent(self, seconds: float) -> None:
        """Delete the workers not heard of for so long."""
        oldest = now_micros() - int(seconds * 1e6)
        with self._database.write() as connection:
            connection.execute(tables.workers.delete().where(tables.workers.c.beat < oldest))

    def alive(self, lease: float) -> tuple[Worker, ...]:
        """The workers heard of within `lease` seconds."""
        oldest = now_micros() - int(lease * 1e6)
        query = sa.select(tables.workers).where(tables.workers.c.beat >= oldest)
        with self._database.read() as connection:
            return tuple(
                Worker(
                    id=row.id,
                    host=row.host,
                    process=row.process,
                    started=from_micros(row.started),
                    beat=from_micros(row.beat),
                )
                for row in connection.execute(query)
            )

    def publish(self, engine: PublishedEngine) -> None:
        """Note that workers have this engine."""
        row = {
            "name": engine.name,
            "version": engine.version,
            "limits": engine.limits,
            "updated": now_micros(),
        }
        with self._database.write() as connection:
            connection.execute(self._database.upsert(tables.engines, row))

    def engines(self) -> tuple[PublishedEngine, ...]:
        """The engines that workers have published, by name."""
        query = sa.select(tables.engines).order_by(tables.engines.c.name)
        with self._database.read() as connection:
            return tuple(
                PublishedEngine(name=row.name, version=row.version, limits=row.limits)
                for row in connection.execute(query)
            )
