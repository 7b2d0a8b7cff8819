import threading
import time

import pytest

from omnireel import jobs
from omnireel.domain.failures import InvalidInputError, NotFoundError
from omnireel.domain.turn import Status, Turn
from omnireel.store import Store

MODEL = "gemini-omni-flash-preview"


def test_what_is_submitted_is_queued(store: Store) -> None:
    made = jobs.submit(
        store, Turn(prompt="A ball.", model=MODEL), dialect="gemini", project="p", request={"a": 1}
    )
    assert store.get(made.id) == made
    assert (made.status, made.project, made.request) == (Status.QUEUED, "p", {"a": 1})
    assert store.waiting() == (made.id,)


def test_what_policy_refuses_is_not_stored(store: Store) -> None:
    with pytest.raises(InvalidInputError):
        jobs.submit(store, Turn(prompt=" ", model=MODEL), dialect="gemini")
    assert store.recent() == ()


def test_the_previous_interaction_must_be_the_projects_own(store: Store) -> None:
    theirs = jobs.submit(store, Turn(prompt="x", model=MODEL), dialect="gemini", project="theirs")
    for previous in (theirs.id, "v1_nothing"):
        turn = Turn(prompt="x", model=MODEL, previous_interaction_id=previous)
        with pytest.raises(NotFoundError):
            jobs.submit(store, turn, dialect="gemini", project="mine")


def test_waiting_ends_with_the_time(store: Store) -> None:
    made = jobs.submit(store, Turn(prompt="x", model=MODEL), dialect="gemini")
    began = time.monotonic()
    assert jobs.wait(store, made.id, 0.3) == made
    assert 0.3 <= time.monotonic() - began < 2


def test_waiting_ends_with_the_interaction(store: Store) -> None:
    made = jobs.submit(store, Turn(prompt="x", model=MODEL), dialect="gemini")
    later = threading.Timer(0.2, jobs.cancel, (store, made.id))
    later.start()
    assert jobs.wait(store, made.id, 30).status is Status.CANCELLED
    later.join()


def test_waiting_for_nothing_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError):
        jobs.wait(store, "v1_nothing", 1)
