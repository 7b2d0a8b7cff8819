"""The durable workflow that takes an interaction from queued to its end.

For whoever asks (`api`, `cli`); importing these loads neither DBOS nor an engine:

    submit(store, turn, dialect=…) -> Interaction        check it, store it, leave it to the workers
    wait(store, id, timeout) -> Interaction              until it has ended or the time is over
    cancel(store, id) -> Interaction
    follow(settings, store, id) -> it at each change      with a worker of its own if none is there
    start_worker(settings) -> Popen                      a worker process that dies with this one

`python -m omnireel.jobs.worker` is a worker.
"""

from omnireel.jobs.follow import follow
from omnireel.jobs.requests import cancel, submit, wait
from omnireel.jobs.spawn import start_worker

__all__ = ["cancel", "follow", "start_worker", "submit", "wait"]
