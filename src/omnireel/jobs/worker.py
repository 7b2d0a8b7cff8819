"""A worker process: signs of life, its engine published, queued interactions worked off."""

import argparse
import logging
import os
import shutil
import signal
import socket
import sys
import threading
import time
from pathlib import Path

from omnireel import store
from omnireel.config import Settings
from omnireel.domain.failures import OmnireelError
from omnireel.jobs import slots
from omnireel.jobs.durable import Durable
from omnireel.jobs.workflow import Bench
from omnireel.store import Store, codec
from omnireel.store.workers import PublishedEngine

TICK_SECONDS = 0.2
FORGET_SECONDS = 86_400.0
ONLY = "only-"  # how the slots of workers for one interaction begin

log = logging.getLogger(__name__)


def run(settings: Settings, stop: threading.Event, *, only: str = "") -> None:
    """Work until `stop` is set, or until the `only` interaction has ended.

    Once per process. What is under way when `stop` is set is left to the next worker: end the
    process soon.

    Raises:
        BusyError: No worker slot is free.
    """
    folder = settings.folder / "workers"
    with store.open(settings) as kept:
        slot = slots.take(folder, kept, settings.lease, name=f"{ONLY}{only}" if only else "")
        kept.workers.beat(slot.worker, host=socket.gethostname(), process=os.getpid())
        bench = Bench(settings=settings, store=kept, worker=slot.worker)
        _tidy(bench)
        durable = Durable(bench)
        log.info("worker %s takes work", slot.worker)
        try:
            if only:
                _see_through(bench, durable, stop, only)
            else:
                bench.engine_thread.submit(publish_engine, bench)
                _serve(bench, durable, stop)
        finally:
            durable.close()
            kept.workers.leave(slot.worker, process=os.getpid())
            shutil.rmtree(bench.scratch, ignore_errors=True)
            slot.release(forget=bool(only))


def publish_engine(bench: Bench) -> None:
    """Let everybody know which engine works here, and what it can do."""
    try:
        engine = bench.engine
    except OmnireelError as error:
        log.error("%s", error.message)  # noqa: TRY400 - a sentence, not a traceback
        return
    limits = codec.dump(engine.limits)
    bench.store.workers.publish(
        PublishedEngine(name=engine.name, version=engine.version, limits=limits)
    )


def _tidy(bench: Bench) -> None:
    """Delete what workers that were killed left lying about, this slot's last one included."""
    living = slots.living(bench.settings.folder / "workers", bench.store, bench.settings.lease)
    for left in bench.scratch.parent.glob("*"):
        if left.name not in living - {bench.worker}:
            shutil.rmtree(left, ignore_errors=True)
    slots.forget_unused(bench.settings.folder / "workers", ONLY)
    bench.store.workers.forget_silent(FORGET_SECONDS)
    bench.store.assets.drop_abandoned()


def _serve(bench: Bench, durable: Durable, stop: threading.Event) -> None:
    beat_due = 0.0
    while not stop.is_set():
        try:
            if time.monotonic() >= beat_due:
                beat_due = time.monotonic() + bench.settings.heartbeat
                _beat(bench)
                durable.resume_orphans(_living(bench))
                durable.forget_finished()
            _begin_next(bench.store, durable)
        except Exception:
            # A database that is away for a moment must not end the worker.
            log.exception("the worker could not look for work; it tries again")
            stop.wait(1.0)
        stop.wait(TICK_SECONDS)


def _begin_next(kept: Store, durable: Durable) -> None:
    """Begin the oldest queued interaction that nobody has begun, if there is nothing to do."""
    waiting = iter(kept.waiting() if durable.idle else ())
    while durable.idle and (interaction_id := next(waiting, None)):
        durable.begin(interaction_id)


def _see_through(
    bench: Bench, durable: Durable, stop: threading.Event, interaction_id: str
) -> None:
    durable.forget_finished()
    durable.take_over(interaction_id, _living(bench) - {bench.worker})
    beat_due = 0.0
    while not stop.is_set() and not bench.store.get(interaction_id).status.ended:
        if time.monotonic() >= beat_due:
            beat_due = time.monotonic() + bench.settings.heartbeat
            _beat(bench)
        stop.wait(TICK_SECONDS)


def _beat(bench: Bench) -> None:
    bench.store.workers.beat(bench.worker, host=socket.gethostname(), process=os.getpid())


def _living(bench: Bench) -> frozenset[str]:
    folder = bench.settings.folder / "workers"
    return slots.living(folder, bench.store, bench.settings.lease) | {bench.worker}


def main(arguments: list[str] | None = None) -> int:
    """`python -m omnireel.jobs.worker`; settings come from OMNIREEL_* variables and `--data`."""
    parser = argparse.ArgumentParser(prog="omnireel.jobs.worker")
    parser.add_argument("--data", type=Path, help="the folder where state lives")
    parser.add_argument("--only", default="", metavar="ID", help="end after this interaction")
    parser.add_argument("--tethered", action="store_true", help="end when standard input closes")
    chosen = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    if chosen.tethered:
        threading.Thread(target=_end_with_parent, args=(stop,), daemon=True).start()
    try:
        run(Settings.read(data=chosen.data), stop, only=chosen.only)
    except OmnireelError as error:
        log.error("%s", error.message)  # noqa: TRY400 - a sentence, not a traceback
        return 1
    except Exception:
        log.exception("the worker ended")
        return 1
    return 0


def _end_with_parent(stop: threading.Event) -> None:
    """Wait until nobody holds the other end of standard input."""
    while sys.stdin.buffer.read(4096):
        pass
    stop.set()


if __name__ == "__main__":
    code = main()
    logging.shutdown()
    # A render may be under way in a thread; it is abandoned as by a crash, which is allowed for.
    os._exit(code)
