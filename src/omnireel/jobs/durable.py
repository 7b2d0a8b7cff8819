"""What makes the workflow durable: DBOS, which nothing else imports.

Our own rows are the truth about an interaction; DBOS remembers which workflows were begun and what
their steps gave, runs them one at a time, and starts them again after a crash. It gives unfinished
work back only to an executor with the same id, so the workers see to it themselves that the work
of a silent one is resumed (`resume_orphans`).
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
from omnireel.jobs.workflow import Bench, Step, work
from omnireel.store import Store

APPLICATION = "omnireel"
# By default a hash of the code, and the jobs of another version are never recovered.
APPLICATION_VERSION = "1"
QUEUE = "turns"
POLL_SECONDS = 0.2

LOST = Failure(
    code="engine_failed",
    message="The worker lost this job and cannot continue it. Try again.",
    retryable=True,
)


class Durable:
    """The durable runner of one worker process."""

    def __init__(self, bench: Bench, *, serves: bool) -> None:
        """Launch it: from now on what this worker had begun before is taken up again.

        Args:
            bench: Where the work is done; its worker's id is the executor's.
            serves: Whether to work off the queue too, or only what `begin` is given.
        """
        self._store: Store = bench.store
        self._enqueued: set[str] = set()
        _quieten()
        DBOS(config=_configuration(bench.settings, bench.worker))
        self._workflow = DBOS.workflow(name="turn")(_workflow(bench))
        if not serves:
            DBOS.listen_queues([])
        DBOS.launch()
        if serves:
            DBOS.register_queue(QUEUE, worker_concurrency=1, polling_interval_sec=POLL_SECONDS)

    def enqueue_waiting(self) -> None:
        """Put the queued interactions that are new on the queue, in the order of their coming."""
        waiting = self._store.waiting()
        self._enqueued.intersection_update(waiting)
        for interaction_id in waiting:
            if interaction_id not in self._enqueued:
                self._enqueue(interaction_id)
                self._enqueued.add(interaction_id)

    def begin(self, interaction_id: str) -> None:
        """Work on this one now, whoever had begun it before."""
        if DBOS.get_workflow_status(interaction_id) is None:
            with SetWorkflowID(interaction_id):
                DBOS.start_workflow(self._workflow, interaction_id)
        else:
            DBOS.resume_workflow(interaction_id)

    def resume_orphans(self, living: Collection[str]) -> None:
        """Put the work of silent workers back on the queue, and fail what cannot be continued."""
        for status in DBOS.list_workflows(status="PENDING", load_input=False, load_output=False):
            if status.executor_id not in living:
                DBOS.resume_workflow(status.workflow_id, queue_name=QUEUE)
        for interaction_id, holder in self._store.held():
            known = DBOS.get_workflow_status(interaction_id)
            if known is None and holder not in living:
                self._enqueue(interaction_id)
            elif known is not None and known.status not in ("PENDING", "ENQUEUED", "DELAYED"):
                # Its workflow ended without ending the row: the store could not be written then.
                lost = self._store.get(interaction_id)
                self._store.fail(interaction_id, lost.attempt, LOST)

    def close(self) -> None:
        """Stop taking work. What is under way is taken up by the next worker with this id."""
        DBOS.destroy()

    def _enqueue(self, interaction_id: str) -> None:
        with SetWorkflowID(interaction_id):
            DBOS.enqueue_workflow(QUEUE, self._workflow, interaction_id)


def _workflow(bench: Bench) -> Callable[[str], None]:
    def step(name: str, act: Callable[[], str]) -> str:
        return DBOS.run_step({"name": name}, act)

    def turn(interaction_id: str) -> None:
        run: Step = step
        work(interaction_id, bench, run)

    return turn


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
