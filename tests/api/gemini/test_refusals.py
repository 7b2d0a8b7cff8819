"""Bad input, over real HTTP: refused by name, and nothing is stored."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest

BODY = {"model": "gemini-omni-flash-preview", "input": "A cat."}
GREY_2X2 = (
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVQI12NoYGhgaAAABIYBgXkYBLUAAAAASUVO"
    "RK5CYII="
)


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
            {"input": ["A cat."] + [{"type": "image", "data": GREY_2X2}] * 14},
            400,
            "invalid_request",
            "input",
        ),
        (
            {"input": ["A cat."] + [{"type": "image", "data": GREY_2X2}] * 11},
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
