"""Interactions as server-sent events, over real HTTP."""

import base64
import json
import threading
import time
from typing import Any

import httpx2
import pytest

from omnireel.domain.failures import Failure

BODY = {"model": "gemini-omni-flash-preview", "input": "A cat.", "stream": True}
FILE = b"not really a video, but bytes are bytes here"
ORDER = [
    "interaction.created",
    "interaction.status_update",
    "step.start",
    "step.delta",
    "step.delta",
    "step.stop",
    "step.start",
    "step.delta",
    "step.delta",
    "step.stop",
    "interaction.completed",
]


def parsed(text: str) -> list[dict[str, Any]]:
    """The events of a stream; the `event:` line and the JSON must name the same type."""
    found = []
    for block in text.strip().split("\n\n"):
        if block.startswith(":"):
            continue
        name, _, data = block.partition("\n")
        if data == "data: [DONE]":
            assert name == "event: done"
            continue
        event = json.loads(data.removeprefix("data: "))
        assert name == f"event: {event['event_type']}"
        found.append(event)
    assert text.endswith("event: done\ndata: [DONE]\n\n")
    return found


def soon(idle_server: Any, end: Any) -> None:
    """End the next interaction that shows up, after some heartbeats."""
    before = {row.id for row in idle_server.store.recent()}

    def work() -> None:
        while True:
            fresh = [row for row in idle_server.store.recent() if row.id not in before]
            if fresh:
                time.sleep(0.3)
                end(fresh[0].id)
                return
            time.sleep(0.02)

    threading.Thread(target=work, daemon=True).start()


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_a_streamed_create_tells_everything_in_order(
    http: httpx2.Client, idle_server: Any, finish: Any, accept: str
) -> None:
    soon(idle_server, finish)
    answer = http.post("/interactions", json=BODY, headers={"accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert ": working" in answer.text
    events = parsed(answer.text)
    assert [event["event_type"] for event in events] == ORDER
    assert len({event["event_id"] for event in events}) == len(events)
    video = events[-3]["delta"]
    assert video["type"] == "video"
    assert base64.b64decode(video["data"]) == FILE
    assert events[3]["delta"]["type"] == "thought_summary"
    done = events[-1]["interaction"]
    assert done["status"] == "completed"
    assert done["usage"]["total_output_tokens"] == 57_920
    assert done["id"] == events[0]["interaction"]["id"]


def test_a_link_is_streamed_as_a_link(http: httpx2.Client, idle_server: Any, finish: Any) -> None:
    soon(idle_server, finish)
    form = {"response_format": {"delivery": "uri"}}
    video = parsed(http.post("/interactions", json=BODY | form).text)[-3]["delta"]
    assert "data" not in video
    assert httpx2.get(video["uri"]).content == FILE


def test_a_failure_is_an_event(http: httpx2.Client, idle_server: Any) -> None:
    store = idle_server.store

    def fail(interaction_id: str) -> None:
        claimed = store.claim(interaction_id, "a-test")
        store.fail(interaction_id, claimed.attempt, Failure(code="engine_failed", message="No."))

    soon(idle_server, fail)
    events = parsed(http.post("/interactions", json=BODY).text)
    assert [event["event_type"] for event in events][2:] == ["error"]
    assert events[-1]["error"] == {"code": "engine_failed", "message": "No."}


def test_a_cancelled_interaction_ends_its_stream(http: httpx2.Client, idle_server: Any) -> None:
    soon(idle_server, idle_server.store.cancel)
    assert parsed(http.post("/interactions", json=BODY).text)[-1]["error"]["code"] == "cancelled"


def test_a_finished_interaction_is_replayed_and_resumed(
    http: httpx2.Client, background: Any, finish: Any
) -> None:
    made = background()
    finish(made["id"])
    url = f"/interactions/{made['id']}?stream=true"
    events = parsed(http.get(url).text)
    assert [event["event_type"] for event in events] == ORDER
    for seen in (1, 5, len(events)):
        last = events[seen - 1]["event_id"]
        assert parsed(http.get(f"{url}&last_event_id={last}").text) == events[seen:]


@pytest.mark.parametrize("last", ["x", "e", "e1x", "-1", "e999999999999"])
def test_an_unknown_cursor_is_refused(http: httpx2.Client, background: Any, last: str) -> None:
    answer = http.get(f"/interactions/{background()['id']}?stream=true&last_event_id={last}")
    assert answer.status_code == 400
    assert "last_event_id" in answer.json()["error"]["message"]


def test_a_bad_request_is_refused_before_any_event(http: httpx2.Client) -> None:
    answer = http.post("/interactions", json=BODY | {"input": ""})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/json"


def test_unstored_work_is_dropped_when_its_listener_goes(
    http: httpx2.Client, idle_server: Any
) -> None:
    with http.stream("POST", "/interactions", json=BODY | {"store": False}) as answer:
        first = next(answer.iter_lines())
        assert first == "event: interaction.created"
        (row,) = [row for row in idle_server.store.recent() if not row.turn.stored]
    until = time.monotonic() + 5
    while row in idle_server.store.recent() and time.monotonic() < until:
        time.sleep(0.05)
    assert row not in idle_server.store.recent()
