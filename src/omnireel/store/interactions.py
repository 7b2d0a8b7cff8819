"""Interactions as rows: made once, moved by single statements, ended for good."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from omnireel.domain.failures import Failure, NotFoundError
from omnireel.domain.media import Asset
from omnireel.domain.revision import Revision
from omnireel.domain.turn import Interaction, Progress, Status, Take, Turn
from omnireel.store import codec, tables
from omnireel.store.assets import Assets
from omnireel.store.clock import from_micros, now_micros, to_micros
from omnireel.store.database import Database

ROWS = tables.interactions
UNENDED = tuple(status.value for status in Status if not status.ended)


def new_id() -> str:
    """An id nobody can guess, safe in a URL."""
    return f"v1_{secrets.token_urlsafe(24)}"


class Interactions:
    """The job records. Every change is fenced by status and attempt, so late writers lose."""

    def __init__(self, database: Database, assets: Assets) -> None:
        """Keep the rows in this database; `assets` are what takes and references point to."""
        self._database = database
        self._assets = assets

    def create(
        self,
        turn: Turn,
        *,
        dialect: str,
        project: str = "",
        request: Mapping[str, object] | None = None,
    ) -> Interaction:
        """Store a new, queued interaction and return it."""
        now = datetime.now(UTC)
        made = Interaction(
            id=new_id(),
            turn=turn,
            status=Status.QUEUED,
            created=now,
            updated=now,
            dialect=dialect,
            project=project,
            request=dict(request or {}),
        )
        with self._database.write() as connection:
            connection.execute(ROWS.insert().values(_to_row(made)))
            self._use(connection, made.id, [reference.asset for reference in turn.references])
        return made

    def get(self, interaction_id: str) -> Interaction:
        """The interaction with this id.

        Raises:
            NotFoundError: There is none (any more).
        """
        with self._database.read() as connection:
            row = connection.execute(_by_id(interaction_id)).one_or_none()
        if row is None:
            raise NotFoundError(f"There is no interaction {interaction_id!r}.")
        return _from_row(row)

    def latest(self, project: str = "") -> Interaction | None:
        """The newest interaction of a project, or None."""
        found = self.recent(project, limit=1)
        return found[0] if found else None

    def recent(self, project: str = "", *, limit: int = 50) -> tuple[Interaction, ...]:
        """The newest interactions of a project, newest first."""
        query = (
            sa.select(ROWS)
            .where(ROWS.c.project == project)
            .order_by(ROWS.c.number.desc())
            .limit(limit)
        )
        with self._database.read() as connection:
            return tuple(_from_row(row) for row in connection.execute(query))

    def waiting(self) -> tuple[str, ...]:
        """The ids of the queued interactions, in the order in which they came."""
        query = (
            sa.select(ROWS.c.id).where(ROWS.c.status == Status.QUEUED.value).order_by(ROWS.c.number)
        )
        with self._database.read() as connection:
            return tuple(connection.execute(query).scalars())

    def held(self) -> tuple[tuple[str, str], ...]:
        """The ids of the interactions in progress, each with the worker that claimed it."""
        query = sa.select(ROWS.c.id, ROWS.c.worker).where(ROWS.c.status == Status.IN_PROGRESS.value)
        with self._database.read() as connection:
            return tuple((row.id, row.worker) for row in connection.execute(query))

    def claim(self, interaction_id: str, worker: str) -> Interaction | None:
        """Start the next attempt on behalf of a worker; None when the interaction has ended.

        From now on what earlier attempts still write is refused.
        """
        found = self.get(interaction_id)
        while not found.status.ended:
            values = {
                "status": Status.IN_PROGRESS.value,
                "attempt": found.attempt + 1,
                "worker": worker,
                "done": 0.0,
                "stage": "start",
            }
            moved = self._move(interaction_id, found.status, found.attempt, values)
            found = self.get(interaction_id)
            if moved:
                return found
        return None

    def report(self, interaction_id: str, attempt: int, progress: Progress) -> bool:
        """Note how far this attempt is; False when it no longer counts."""
        values = {"done": progress.done, "stage": progress.stage}
        return self._move(interaction_id, Status.IN_PROGRESS, attempt, values)

    def complete(
        self, interaction_id: str, attempt: int, take: Take, revision: Revision | None
    ) -> bool:
        """End with a take; False when this attempt no longer counts (the take is not kept)."""
        values = {
            "status": Status.COMPLETED.value,
            "done": 1.0,
            "stage": "done",
            "take": codec.dump(take),
            "revision": codec.dump(revision) if revision else None,
        }
        with self._database.write() as connection:
            moved = connection.execute(
                _moving(interaction_id, Status.IN_PROGRESS, attempt, values)
            ).rowcount
            if moved:
                self._use(connection, interaction_id, [take.video, take.poster])
            else:
                self._assets.drop_unused(connection, [take.video.sha256, take.poster.sha256])
        return bool(moved)

    def fail(self, interaction_id: str, attempt: int, failure: Failure) -> bool:
        """End with a failure; False when this attempt no longer counts."""
        values = {"status": Status.FAILED.value, "failure": codec.dump(failure)}
        return self._move(interaction_id, Status.IN_PROGRESS, attempt, values)

    def cancel(self, interaction_id: str) -> Interaction:
        """End it unless it has ended; the interaction as it then is.

        Raises:
            NotFoundError: There is none with this id.
        """
        found = self.get(interaction_id)
        while not found.status.ended:
            values = {"status": Status.CANCELLED.value}
            self._move(interaction_id, found.status, found.attempt, values)
            found = self.get(interaction_id)
        return found

    def delete(self, interaction_id: str) -> None:
        """Remove the row, and the blobs that no other interaction uses. A worker on it stops.

        Raises:
            NotFoundError: There is none with this id.
        """
        mine = sa.select(tables.uses.c.sha256).where(tables.uses.c.interaction == interaction_id)
        with self._database.write() as connection:
            used = connection.execute(mine).scalars().all()
            gone = connection.execute(ROWS.delete().where(ROWS.c.id == interaction_id)).rowcount
            self._assets.drop_unused(connection, used)
        if not gone:
            raise NotFoundError(f"There is no interaction {interaction_id!r}.")

    def _move(
        self, interaction_id: str, status: Status, attempt: int, values: dict[str, Any]
    ) -> bool:
        with self._database.write() as connection:
            moved = connection.execute(_moving(interaction_id, status, attempt, values)).rowcount
        return bool(moved)

    def _use(self, connection: sa.Connection, interaction_id: str, assets: list[Asset]) -> None:
        for asset in assets:
            row = {"interaction": interaction_id, "sha256": asset.sha256}
            connection.execute(self._database.insert_missing(tables.uses, row))


def _by_id(interaction_id: str) -> sa.Select[Any]:
    return sa.select(ROWS).where(ROWS.c.id == interaction_id)


def _moving(interaction_id: str, status: Status, attempt: int, values: dict[str, Any]) -> sa.Update:
    """The one statement that moves a row, if it still is where the mover believes it is."""
    return (
        ROWS.update()
        .where(
            ROWS.c.id == interaction_id,
            ROWS.c.status == status.value,
            ROWS.c.attempt == attempt,
            ROWS.c.status.in_(UNENDED),
        )
        .values(updated=now_micros(), **values)
    )


def _to_row(made: Interaction) -> dict[str, Any]:
    return {
        "id": made.id,
        "project": made.project,
        "dialect": made.dialect,
        "status": made.status.value,
        "attempt": made.attempt,
        "worker": "",
        "created": to_micros(made.created),
        "updated": to_micros(made.updated),
        "done": made.progress.done,
        "stage": made.progress.stage,
        "turn": codec.dump(made.turn),
        "request": codec.dump(dict(made.request)),
    }


def _from_row(row: Any) -> Interaction:
    return Interaction(
        id=row.id,
        turn=codec.load(Turn, row.turn),
        status=Status(row.status),
        created=from_micros(row.created),
        updated=from_micros(row.updated),
        dialect=row.dialect,
        project=row.project,
        request=codec.load(dict[str, object], row.request),
        progress=Progress(done=row.done, stage=row.stage),
        attempt=row.attempt,
        take=codec.load(Take, row.take) if row.take else None,
        revision=codec.load(Revision, row.revision) if row.revision else None,
        failure=codec.load(Failure, row.failure) if row.failure else None,
    )
