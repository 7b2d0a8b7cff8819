"""The interactions routes, over real HTTP: what is refused, what is stored, what comes back."""

import base64
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import httpx2
import pytest

from omnireel.domain.failures import Failure
from omnireel.domain.media import OutputSpec
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Interaction, Status, Take
from omnireel.store.opened import Store

BODY = {"model": "gemini-omni-flash-preview", "input": "A cat."}
FILE = b"not really a video, but bytes are bytes here"


@pytest.fixture
def http(idle_server: Any) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=f"{idle_server.url}/v1beta", timeout=20) as client:
        yield client


@pytest.fixture
def rows(idle_server: Any) -> Callable[[], int]:
    def count() -> int:
        return len(idle_server.store.recent(limit=10_000))

    return count


def png() -> str:
    """A grey 2x2 picture."""
    return (
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVQI12NoYGhgaAAABIYBgXkYBLUAAAAASUVO"
        "RK5CYII="
    )


def finish(store: Store, row: Interaction) -> Interaction:
    """Do the worker's part by hand, with bytes for a video."""
    claimed = store.claim(row.id, "a-test")
    assert claimed is not None
    board = Storyboard(
        prompt=row.turn.prompt,
        cast=(),
        shots=(),
        output=OutputSpec(width=1280, height=720, duration=Fraction(10)),
        seed=7,
        unmet=("on the moon",),
    )
    take = Take(
        video=store.assets.put([FILE], "video/mp4"),
        poster=store.assets.put([b"poster"], "image/png"),
        storyboard=board,
        engine="testcard",
        engine_version="1",
    )
    assert store.complete(row.id, claimed.attempt, take, None)
    return store.get(row.id)


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


def background(http: httpx2.Client, **more: object) -> dict[str, Any]:
    answer = http.post("/interactions", json=BODY | {"background": True} | more)
    assert answer.status_code == 200, answer.text
    made: dict[str, Any] = answer.json()
    return made


@pytest.mark.parametrize(
    ("more", "status", "code", "field"),
    [
        ({"input": ""}, 400, "invalid_request", "input"),
        ({"input": []}, 400, "invalid_request", "input"),
        ({"input": [{"type": "text", "text": " "}]}, 400, "invalid_request", "input"),
        ({"model": "nobody"}, 404, "model_not_found", "model"),
        ({"model": None}, 400, "invalid_request", "model"),
        (
            {"response_format": {"duration": "60s"}},
            400,
            "invalid_request",
            "response_format.duration",
        ),
        (
            {"response_format": {"aspect_ratio": "1:1"}},
            400,
            "invalid_request",
            "response_format.aspect_ratio",
        ),
        (
            {"response_format": {"resolution": "1080p"}},
            400,
            "invalid_request",
            "response_format.resolution",
        ),
        (
            {"generation_config": {"video_config": {"task": "extend"}}},
            400,
            "invalid_request",
            "generation_config.video_config.task",
        ),
        ({"background": True, "store": False}, 400, "invalid_request", "store"),
        ({"stream": True}, 400, "invalid_request", "stream"),
        ({"previous_interaction_id": "gone"}, 404, "not_found", "previous_interaction_id"),
        ({"system_instruction": "Be brief."}, 400, "invalid_request", "system_instruction"),
        (
            {"input": ["A cat.", {"type": "image", "data": "AAAA"}]},
            400,
            "invalid_request",
            "input[1].data",
        ),
        (
            {"input": ["A cat.", {"type": "video", "data": "AAAA"}]},
            400,
            "invalid_request",
            "input[1].data",
        ),
        (
            {"input": ["A cat."] + [{"type": "image", "data": png()}] * 14},
            400,
            "invalid_request",
            "input",
        ),
        (
            {"input": ["A cat."] + [{"type": "image", "data": png()}] * 11},
            400,
            "invalid_request",
            "input",
        ),
    ],
)
def test_bad_input_is_refused_by_name_and_nothing_is_stored(  # noqa: PLR0917  a table's columns
    http: httpx2.Client,
    rows: Callable[[], int],
    idle_server: Any,
    more: dict[str, object],
    status: int,
    code: str,
    field: str,
) -> None:
    before = rows()
    blobs = sorted(idle_server.settings.folder.glob("blobs/**/*"))
    answer = http.post("/interactions", json=BODY | more)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["error"]["code"] == code
    assert field in answer.json()["error"]["message"]
    assert rows() == before
    assert sorted(idle_server.settings.folder.glob("blobs/**/*")) == blobs


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"\xff"])
def test_a_malformed_body_is_refused(http: httpx2.Client, raw: bytes) -> None:
    answer = http.post("/interactions", content=raw)
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "invalid_request"


def test_a_body_that_is_too_large_is_refused_while_it_arrives(http: httpx2.Client) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(101):
            yield b" " * (1 << 20)

    answer = http.post("/interactions", content=endless())
    assert answer.status_code == 413
    assert "100 MB" in answer.json()["error"]["message"]


def test_a_readable_image_becomes_a_reference(http: httpx2.Client, idle_server: Any) -> None:
    image = {"type": "image", "data": png(), "mime_type": "image/png"}
    made = background(http, input=[image, "A cat."])
    row = idle_server.store.get(made["id"])
    (reference,) = row.turn.references
    assert reference.tag == "Image1"
    assert reference.asset.mime_type == "image/png"
    stored = b"".join(idle_server.store.assets.read(reference.asset))
    assert stored == base64.b64decode(png())
    assert "data" not in str(row.request["input"][0].keys())


def test_background_answers_at_once_and_can_be_polled(http: httpx2.Client) -> None:
    made = background(http)
    assert made["status"] == "in_progress"
    assert made["steps"] == []
    assert made["model"] == BODY["model"]
    for query in ("", "?stream=false"):
        polled = http.get(f"/interactions/{made['id']}{query}")
        assert polled.json()["status"] == "in_progress"


def test_a_completed_interaction_carries_its_video_last(
    http: httpx2.Client, idle_server: Any
) -> None:
    made = background(http)
    finish(idle_server.store, idle_server.store.get(made["id"]))
    done = http.get(f"/interactions/{made['id']}").json()
    assert done["status"] == "completed"
    assert [step["type"] for step in done["steps"]] == ["thought", "model_output"]
    video = done["steps"][-1]["content"][-1]
    assert video["type"] == "video"
    assert video["mime_type"] == "video/mp4"
    assert base64.b64decode(video["data"]) == FILE
    assert done["output_video"] == video
    assert "uri" not in video


def test_what_was_not_honoured_is_told(http: httpx2.Client, idle_server: Any) -> None:
    made = background(http)
    finish(idle_server.store, idle_server.store.get(made["id"]))
    done = http.get(f"/interactions/{made['id']}").json()
    summary = " ".join(part["text"] for part in done["steps"][0]["summary"])
    assert "on the moon" in summary
    assert "10 s, 1280x720, 24 fps" in summary
    assert "on the moon" in done["steps"][1]["content"][0]["text"]


def test_usage_adds_up(http: httpx2.Client, idle_server: Any) -> None:
    made = background(http)
    finish(idle_server.store, idle_server.store.get(made["id"]))
    usage = http.get(f"/interactions/{made['id']}").json()["usage"]
    assert usage["total_output_tokens"] == 57_920
    assert usage["total_tokens"] == usage["total_input_tokens"] + usage["total_output_tokens"]
    assert usage["output_tokens_by_modality"] == [{"modality": "video", "tokens": 57_920}]


def test_input_comes_back_only_when_asked_for(http: httpx2.Client) -> None:
    made = background(http, labels={"team": "A"})
    assert made["labels"] == {"team": "A"}
    assert "input" not in http.get(f"/interactions/{made['id']}").json()
    asked = http.get(f"/interactions/{made['id']}?include_input=true").json()
    assert asked["input"] == "A cat."


def test_a_failed_interaction_is_a_fact_not_an_http_error(
    http: httpx2.Client, idle_server: Any
) -> None:
    made = background(http)
    claimed = idle_server.store.claim(made["id"], "a-test")
    idle_server.store.fail(
        made["id"], claimed.attempt, Failure(code="engine_failed", message="No OpenGL here.")
    )
    failed = http.get(f"/interactions/{made['id']}")
    assert failed.status_code == 200
    assert failed.json()["status"] == "failed"
    assert failed.json()["errors"] == [{"code": "engine_failed", "message": "No OpenGL here."}]
    assert failed.json()["steps"] == []
    assert "output_video" not in failed.json()
    chained = http.post("/interactions", json=BODY | {"previous_interaction_id": made["id"]})
    assert chained.status_code == 400
    assert chained.json()["error"]["code"] == "failed_precondition"


def test_cancel(http: httpx2.Client, idle_server: Any) -> None:
    made = background(http)
    cancelled = http.post(f"/interactions/{made['id']}/cancel")
    assert cancelled.status_code == 200
    assert cancelled.json()["status"] == "cancelled"
    assert idle_server.store.get(made["id"]).status is Status.CANCELLED
    again = http.post(f"/interactions/{made['id']}/cancel")
    assert again.status_code == 400
    assert again.json()["error"]["code"] == "failed_precondition"


def test_delete(http: httpx2.Client) -> None:
    made = background(http)
    deleted = http.delete(f"/interactions/{made['id']}")
    assert deleted.status_code == 200
    assert deleted.json() == {}
    for answer in (
        http.get(f"/interactions/{made['id']}"),
        http.delete(f"/interactions/{made['id']}"),
        http.post(f"/interactions/{made['id']}/cancel"),
    ):
        assert answer.status_code == 404
        assert answer.json()["error"]["code"] == "not_found"


def test_chaining_to_work_under_way_is_refused(http: httpx2.Client) -> None:
    made = background(http)
    chained = http.post("/interactions", json=BODY | {"previous_interaction_id": made["id"]})
    assert chained.status_code == 400
    assert chained.json()["error"]["code"] == "failed_precondition"


def test_a_chained_interaction_names_its_previous_one(
    http: httpx2.Client, idle_server: Any
) -> None:
    first = background(http)
    finish(idle_server.store, idle_server.store.get(first["id"]))
    second = background(http, previous_interaction_id=first["id"])
    assert second["previous_interaction_id"] == first["id"]
    assert second["id"] != first["id"]


def test_a_long_create_beats_until_the_answer_is_there(
    http: httpx2.Client, idle_server: Any
) -> None:
    store: Store = idle_server.store
    finish_soon(store, {row.id for row in store.recent()}, lambda row: finish(store, row))
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
    http: httpx2.Client, idle_server: Any, rows: Callable[[], int]
) -> None:
    store: Store = idle_server.store
    before = rows()
    seen: list[str] = []

    def note(row: Interaction) -> None:
        assert http.get(f"/interactions/{row.id}").status_code == 404
        seen.append(row.id)
        finish(store, row)

    finish_soon(store, {row.id for row in store.recent()}, note)
    done = http.post("/interactions", json=BODY | {"store": False}).json()
    assert done["status"] == "completed"
    assert "output_video" in done
    assert seen == [done["id"]]
    assert rows() == before
    chained = http.post("/interactions", json=BODY | {"previous_interaction_id": done["id"]})
    assert chained.status_code == 404


@pytest.mark.parametrize("patience", [0.1, 0.8], ids=["in silence", "between beats"])
def test_unstored_work_is_dropped_when_its_client_goes(
    http: httpx2.Client, rows: Callable[[], int], patience: float
) -> None:
    before = rows()
    address = http.base_url
    with socket.create_connection((address.host, address.port or 80)) as connection:
        body = json.dumps(BODY | {"store": False}).encode()
        head = f"POST /v1/interactions HTTP/1.1\r\nhost: x\r\ncontent-length: {len(body)}\r\n\r\n"
        connection.sendall(head.encode() + body)
        time.sleep(patience)
        assert rows() == before + 1
    until = time.monotonic() + 5
    while rows() != before and time.monotonic() < until:
        time.sleep(0.05)
    assert rows() == before


def test_stored_work_goes_on_when_its_client_goes(
    http: httpx2.Client, rows: Callable[[], int]
) -> None:
    before = rows()
    with pytest.raises(httpx2.ReadTimeout):
        http.post("/interactions", json=BODY, timeout=0.1)
    time.sleep(0.5)
    assert rows() == before + 1


def test_a_link_is_delivered_when_asked_for(http: httpx2.Client, idle_server: Any) -> None:
    made = background(http, response_format={"type": "video", "delivery": "uri"})
    row = finish(idle_server.store, idle_server.store.get(made["id"]))
    assert row.take is not None
    done = http.get(f"/interactions/{made['id']}").json()
    video = done["steps"][-1]["content"][-1]
    assert base64.b64decode(video["data"]) == FILE  # small files come along
    assert done["output_video"]["uri"] == f"files/{row.take.video.sha256}"
    assert httpx2.get(video["uri"]).content == FILE
    assert httpx2.get(video["uri"]).headers["content-type"] == "video/mp4"
