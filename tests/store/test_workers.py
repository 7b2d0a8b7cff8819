from omnireel.store import Store
from omnireel.store.workers import PublishedEngine


def test_a_worker_is_alive_while_it_is_heard_of(kept: Store) -> None:
    kept.workers.beat("w1", host="h", process=1)
    (worker,) = kept.workers.alive(30)
    assert (worker.id, worker.host, worker.process) == ("w1", "h", 1)
    kept.workers.beat("w1", host="h", process=1)
    (later,) = kept.workers.alive(30)
    assert later.started == worker.started
    assert later.beat > worker.beat
    assert kept.workers.alive(-1) == ()


def test_a_restarted_worker_takes_over_its_row(kept: Store) -> None:
    kept.workers.beat("w1", host="h", process=1)
    kept.workers.beat("w1", host="h", process=2)
    (worker,) = kept.workers.alive(30)
    assert worker.process == 2
    kept.workers.leave("w1", process=1)
    assert len(kept.workers.alive(30)) == 1
    kept.workers.leave("w1", process=2)
    assert kept.workers.alive(30) == ()


def test_workers_that_are_silent_for_long_are_forgotten(kept: Store) -> None:
    kept.workers.beat("w1", host="h", process=1)
    kept.workers.forget_silent(60)
    assert len(kept.workers.alive(30)) == 1
    kept.workers.forget_silent(-1)
    assert kept.workers.alive(30) == ()


def test_engines_are_published_by_name(kept: Store) -> None:
    old = PublishedEngine(name="b", version="1", limits="{}")
    new = PublishedEngine(name="b", version="2", limits='{"audio":true}')
    other = PublishedEngine(name="a", version="1", limits="{}")
    for engine in (old, new, other):
        kept.workers.publish(engine)
    assert kept.workers.engines() == (other, new)
