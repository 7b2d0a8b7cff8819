"""What makes the workflow durable: DBOS, which nothing else imports.

Our own rows are the queue and the truth about an interaction; DBOS remembers which workflows were
begun and what their steps gave, lets one executor have each, and starts them again after a crash.
It gives unfinished work back only to an executor with the same id, so the workers see to it
themselves that the work of a silent one is resumed (`resume_orphans`).
"""

import json
import logging
import sqlite3
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from dbos import DBOS, DBOSConfig, Serializer, SetWorkflowID

from omnireel.config import Settings
from omnireel.domain.failures import Failure
from omnireel.jobs.workflow import Bench, work
from omnireel.store import Store

APPLICATION = "omnireel"
# By default a hash of the code, and the jobs of another version are never recovered.
APPLICATION_VERSION = "1"
UNENDED = ("PENDING", "ENQUEUED", "DELAYED")
ENDED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]

LOST = Failure(
    code="engine_failed",
    message="The worker lost this job and cannot continue it. Try again.",
    retryable=True,
)


class Durable:
    """The durable runner of one worker process."""

    def __init__(self, bench: Bench) -> None:
        """Launch it: from now on what this worker had begun before is taken up again.

        Args:
            bench: Where the work is done; its worker's id is the executor's.
        """
        self._bench = bench
        self._store: Store = bench.store
        self._running: set[str] = set()
        _quieten()
        DBOS(config=_configuration(bench.settings, bench.worker))
        self._workflow = DBOS.workflow(name="turn")(self._turn())
        DBOS.launch()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way here."""
        return not self._running

    def begin(self, interaction_id: str) -> None:
        """Begin to work on this one, unless somebody has begun it before."""
        self._running.add(interaction_id)
        with SetWorkflowID(interaction_id):
            DBOS.start_workflow(self._workflow, interaction_id)
        known = DBOS.get_workflow_status(interaction_id)
        if known is None or known.executor_id != self._bench.worker:
            self._running.discard(interaction_id)

    def take_over(self, interaction_id: str, living: Collection[str]) -> None:
        """Work on this one here if no living worker does."""
        known = DBOS.get_workflow_status(interaction_id)
        if known is None:
            self.begin(interaction_id)
        elif known.executor_id not in living and known.status in UNENDED:
            DBOS.resume_workflow(interaction_id)

    def resume_orphans(self, living: Collection[str]) -> None:
        """Take over the work of silent workers, and fail what cannot be continued."""
        for status in DBOS.list_workflows(status="PENDING", load_input=False, load_output=False):
            if status.executor_id not in living:
                DBOS.resume_workflow(status.workflow_id)
        for interaction_id, holder in self._store.held():
            known = DBOS.get_workflow_status(interaction_id)
            if known is None and holder not in living:
                self.begin(interaction_id)
            elif known is not None and known.status not in UNENDED:
                # Its workflow ended without ending the row: the store could not be written then.
                lost = self._store.get(interaction_id)
                self._store.fail(interaction_id, lost.attempt, LOST)

    def forget_finished(self) -> None:
        """Delete what is remembered of work that is over: the row says what came of it.

        The remembered plan holds the prompt, which must not outlive a deleted interaction.
        """
        for status in DBOS.list_workflows(status=ENDED, load_input=False, load_output=False):
            DBOS.delete_workflow(status.workflow_id)

    def close(self) -> None:
        """Stop taking work. What is under way is taken up by the next worker with this id."""
        DBOS.destroy()

    def _turn(self) -> Callable[[str], None]:
        """The workflow: begun by `begin`, or again by DBOS after a crash."""

        def turn(interaction_id: str) -> None:
            self._running.add(interaction_id)
            try:
                work(interaction_id, self._bench, _step)
            finally:
                self._running.discard(interaction_id)

        return turn


def _step(name: str, act: Callable[[], str]) -> str:
    return DBOS.run_step({"name": name}, act)


def _configuration(settings: Settings, executor_id: str) -> DBOSConfig:
    return {
        "name": APPLICATION,
        "application_version": APPLICATION_VERSION,
        "executor_id": executor_id,
        "system_database_url": _database(settings),
        "serializer": _Json(),
        "log_level": "WARNING",
    }


def _database(settings: Settings) -> str:
    """Our PostgreSQL; beside our SQLite a file of its own, as each has one writer at a time."""
    if not settings.database.startswith("sqlite"):
        return settings.database
    path: Path = settings.folder / "dbos.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=30)
    try:
        # Off by default, and six times slower without.
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()
    return f"sqlite:///{path}"


class _Json(Serializer):
    """Arguments and results as JSON: a database file must not be able to run code (pickle can)."""

    def serialize(self, data: Any) -> str:
        return json.dumps(data, default=repr)

    def deserialize(cls, serialized_data: str) -> Any:  # noqa: N805 - the base class's spelling
        return json.loads(serialized_data)

    def name(self) -> str:
        return "omnireel_json"


class _Useful(logging.Filter):
    """Keep out the tracebacks of workflows that were stopped on purpose."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        return "Cancelled" not in type(error).__name__


def _quieten() -> None:
    logging.getLogger("dbos").addFilter(_Useful())
