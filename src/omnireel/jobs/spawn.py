"""A worker as a child process that ends when its parent does, however the parent ends."""

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import IO

from omnireel.config import Settings

LOG_BYTES = 1 << 20

Worker = subprocess.Popen[bytes]


def start_worker(settings: Settings, *, only: str = "", quiet: bool = False) -> Worker:
    """Start a worker with these settings.

    The child holds the other end of a pipe from us; when we end, even by SIGKILL, the pipe closes
    and the child stops. Closing `stdin` of the returned process, or SIGTERM, stops it as well.

    Args:
        settings: Passed on whole.
        only: The id of the one interaction to work on; "" for whatever comes.
        quiet: Write its log to `worker.log` in the data folder, not to our standard error.
    """
    command = [sys.executable, "-m", "omnireel.jobs.worker", "--tethered"]
    if only:
        command += ["--only", only]
    with _log(settings) if quiet else nullcontext() as log:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=log,
            env=os.environ | settings.as_environment(),
            # Ctrl-C is for the parent, which then stops the worker in good order.
            start_new_session=True,
        )


def log_path(settings: Settings) -> Path:
    """Where a quiet worker writes its log."""
    return settings.folder / "worker.log"


def _log(settings: Settings) -> IO[bytes]:
    """The worker's log, appended to; begun anew when it has grown large."""
    path = log_path(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    grown = path.exists() and path.stat().st_size > LOG_BYTES
    return path.open("wb" if grown else "ab")


def stop_worker(worker: Worker, patience: float = 5.0) -> None:
    """Stop a worker started here and wait until it is gone."""
    if worker.stdin is not None:
        worker.stdin.close()
    try:
        worker.wait(patience)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()
