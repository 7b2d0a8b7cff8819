"""Synchronous creates that take long: heartbeats, late failures, clients that go away."""

import base64
import json
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from omnireel.domain.failures import Failure
from omnireel.domain.turn import Interaction
from omnireel.store.opened import Store

BODY = {"model": "gemini-omni-flash-preview", "input": "A cat."}
FILE = b"not really a video, but bytes are bytes here"


def finish_soon(store: Store, before: set[str], end: Callable[[Interaction], object]) -> None:
    """End the next interaction that shows up, as a worker would: from another thread."""

    def work() -> None:
        while True:
            fresh = [row for row in store.recent() if row.id not in before]
            if fresh:
                time.sleep(0.6)  # past the quiet time, so that the heart beats
                end(fresh[0])
                return
            time.sleep(0.02)

    threading.Thread(target=work, daemon=True).start()


def test_a_long_create_beats_until_the_answer_is_there(
    http: httpx2.Client, idle_server: Any, finish: Any
) -> None:
    store: Store = idle_server.store
    finish_soon(store, {row.id for row in store.recent()}, lambda row: finish(row.id))
    with http.stream("POST", "/interactions", json=BODY) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/json"
        raw = b"".join(answer.iter_bytes())
    assert raw.startswith(b"  ")
    done = json.loads(raw)
    assert done["status"] == "completed"
    assert base64.b64decode(done["output_video"]["data"]) == FILE


def test_a_failure_after_the_first_beat_is_told_in_the_answer(
    http: httpx2.Client, idle_server: Any
) -> None:
    store: Store = idle_server.store

    def fail(row: Interaction) -> None:
        claimed = store.claim(row.id, "a-test")
        assert claimed is not None
        store.fail(row.id, claimed.attempt, Failure(code="engine_failed", message="Broken."))

    finish_soon(store, {row.id for row in store.recent()}, fail)
    failed = http.post("/interactions", json=BODY)
    assert failed.status_code == 200
    assert failed.json()["errors"][0]["message"] == "Broken."


def test_deleting_what_somebody_waits_for_ends_the_wait(
    http: httpx2.Client, idle_server: Any
) -> None:
    store: Store = idle_server.store
    finish_soon(store, {row.id for row in store.recent()}, lambda row: store.delete(row.id))
    assert http.post("/interactions", json=BODY).json()["status"] == "cancelled"


def test_what_is_not_to_be_stored_is_forgotten_with_the_answer(
    http: httpx2.Client, idle_server: Any, rows: Callable[[], int], finish: Any
) -> None:
    store: Store = idle_server.store
    before = rows()
    seen: list[str] = []

    def note(row: Interaction) -> None:
        assert http.get(f"/interactions/{row.id}").status_code == 404
        seen.append(row.id)
        finish(row.id)

    finish_soon(store, {row.id for row in store.recent()}, note)
    done = http.post("/interactions", json=BODY | {"store": False}).json()
    assert done["status"] == "completed"
    assert "output_video" in done
    assert seen == [done["id"]]
    assert rows() == before
    chained = http.post("/interactions", json=BODY | {"previous_interaction_id": done["id"]})
    assert chained.status_code == 404


def wait_for(there: Callable[[], bool]) -> None:
    """Until it is so; a busy machine may take its time."""
    until = time.monotonic() + 10
    while not there():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.02)


@pytest.mark.parametrize("patience", [0.0, 0.7], ids=["in silence", "between beats"])
def test_unstored_work_is_dropped_when_its_client_goes(
    http: httpx2.Client, rows: Callable[[], int], patience: float
) -> None:
    before = rows()
    address = http.base_url
    with socket.create_connection((address.host, address.port or 80)) as connection:
        body = json.dumps(BODY | {"store": False}).encode()
        head = f"POST /v1/interactions HTTP/1.1\r\nhost: x\r\ncontent-length: {len(body)}\r\n\r\n"
        connection.sendall(head.encode() + body)
        wait_for(lambda: rows() == before + 1)
        time.sleep(patience)
    wait_for(lambda: rows() == before)


def test_stored_work_goes_on_when_its_client_goes(
    http: httpx2.Client, rows: Callable[[], int]
) -> None:
    before = rows()
    with pytest.raises(httpx2.ReadTimeout):
        http.post("/interactions", json=BODY, timeout=0.1)
    wait_for(lambda: rows() == before + 1)
    time.sleep(0.4)  # past the time it would take to drop it
    assert rows() == before + 1
