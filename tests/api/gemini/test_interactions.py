"""The interactions routes, over real HTTP: what is stored and what comes back."""

import base64
from typing import Any

import httpx2

from omnireel.domain.failures import Failure
from omnireel.domain.turn import Status

BODY = {"model": "gemini-omni-flash-preview", "input": "A cat."}
FILE = b"not really a video, but bytes are bytes here"
GREY_2X2 = (
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVQI12NoYGhgaAAABIYBgXkYBLUAAAAASUVO"
    "RK5CYII="
)


def test_a_readable_image_becomes_a_reference(idle_server: Any, background: Any) -> None:
    image = {"type": "image", "data": GREY_2X2, "mime_type": "image/png"}
    made = background(input=[image, "A cat."])
    row = idle_server.store.get(made["id"])
    (reference,) = row.turn.references
    assert reference.tag == "Image1"
    assert reference.asset.mime_type == "image/png"
    stored = b"".join(idle_server.store.assets.read(reference.asset))
    assert stored == base64.b64decode(GREY_2X2)
    assert "data" not in str(row.request["input"][0].keys())


def test_background_answers_at_once_and_can_be_polled(http: httpx2.Client, background: Any) -> None:
    made = background()
    assert made["status"] == "in_progress"
    assert made["steps"] == []
    assert made["model"] == BODY["model"]
    for query in ("", "?stream=false"):
        polled = http.get(f"/interactions/{made['id']}{query}")
        assert polled.json()["status"] == "in_progress"


def test_a_completed_interaction_carries_its_video_last(
    http: httpx2.Client, background: Any, finish: Any
) -> None:
    made = background()
    finish(made["id"])
    done = http.get(f"/interactions/{made['id']}").json()
    assert done["status"] == "completed"
    assert [step["type"] for step in done["steps"]] == ["thought", "model_output"]
    video = done["steps"][-1]["content"][-1]
    assert video["type"] == "video"
    assert video["mime_type"] == "video/mp4"
    assert base64.b64decode(video["data"]) == FILE
    assert done["output_video"] == video
    assert "uri" not in video


def test_what_was_not_honoured_is_told(http: httpx2.Client, background: Any, finish: Any) -> None:
    made = background()
    finish(made["id"])
    done = http.get(f"/interactions/{made['id']}").json()
    summary = " ".join(part["text"] for part in done["steps"][0]["summary"])
    assert "on the moon" in summary
    assert "10 s, 1280x720, 24 fps" in summary
    assert "on the moon" in done["steps"][1]["content"][0]["text"]


def test_usage_adds_up(http: httpx2.Client, background: Any, finish: Any) -> None:
    made = background()
    finish(made["id"])
    usage = http.get(f"/interactions/{made['id']}").json()["usage"]
    assert usage["total_output_tokens"] == 57_920
    assert usage["total_tokens"] == usage["total_input_tokens"] + usage["total_output_tokens"]
    assert usage["output_tokens_by_modality"] == [{"modality": "video", "tokens": 57_920}]


def test_input_comes_back_only_when_asked_for(http: httpx2.Client, background: Any) -> None:
    made = background(labels={"team": "A"})
    assert made["labels"] == {"team": "A"}
    assert "input" not in http.get(f"/interactions/{made['id']}").json()
    asked = http.get(f"/interactions/{made['id']}?include_input=true").json()
    assert asked["input"] == "A cat."


def test_a_failed_interaction_is_a_fact_not_an_http_error(
    http: httpx2.Client, idle_server: Any, background: Any
) -> None:
    made = background()
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


def test_cancel(http: httpx2.Client, idle_server: Any, background: Any) -> None:
    made = background()
    cancelled = http.post(f"/interactions/{made['id']}/cancel")
    assert cancelled.status_code == 200
    assert cancelled.json()["status"] == "cancelled"
    assert idle_server.store.get(made["id"]).status is Status.CANCELLED
    again = http.post(f"/interactions/{made['id']}/cancel")
    assert again.status_code == 400
    assert again.json()["error"]["code"] == "failed_precondition"


def test_delete(http: httpx2.Client, background: Any) -> None:
    made = background()
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


def test_chaining_to_work_under_way_is_refused(http: httpx2.Client, background: Any) -> None:
    made = background()
    chained = http.post("/interactions", json=BODY | {"previous_interaction_id": made["id"]})
    assert chained.status_code == 400
    assert chained.json()["error"]["code"] == "failed_precondition"


def test_a_chained_interaction_names_its_previous_one(background: Any, finish: Any) -> None:
    first = background()
    finish(first["id"])
    second = background(previous_interaction_id=first["id"])
    assert second["previous_interaction_id"] == first["id"]
    assert second["id"] != first["id"]


def test_a_link_is_delivered_when_asked_for(
    http: httpx2.Client, background: Any, finish: Any
) -> None:
    made = background(response_format={"type": "video", "delivery": "uri"})
    row = finish(made["id"])
    assert row.take is not None
    done = http.get(f"/interactions/{made['id']}").json()
    video = done["steps"][-1]["content"][-1]
    assert base64.b64decode(video["data"]) == FILE  # small files come along
    assert done["output_video"]["uri"] == f"files/{row.take.video.sha256}"
    assert httpx2.get(video["uri"]).content == FILE
    assert httpx2.get(video["uri"]).headers["content-type"] == "video/mp4"
