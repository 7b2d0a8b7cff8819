"""Downloads: the canonical path and the odd ones that clients make of it."""

import secrets
from typing import Any

import httpx2
import pytest

from omnireel.domain.media import Asset


@pytest.fixture(scope="module")
def content() -> bytes:
    return secrets.token_bytes(300_000)


@pytest.fixture(scope="module")
def asset(idle_server: Any, content: bytes) -> Asset:
    stored: Asset = idle_server.store.assets.put([content], "video/mp4")
    return stored


@pytest.mark.parametrize(
    "path",
    [
        "/v1/files/{id}:download?alt=media",
        "/v1beta/files/{id}?alt=media",
        "/v1/files/http://host:1/v1beta/files/{id}:download?alt=media&name=files/{id}",
        "/v1/files/http:/host/v1beta/files/{id}:download?alt=media%3Adownload&alt=media",
        "/files/{id}:download?alt=media&key=any",
    ],
)
def test_every_download_path_gives_the_bytes(
    idle_server: Any, asset: Asset, content: bytes, path: str
) -> None:
    answer = httpx2.get(idle_server.url + path.replace("{id}", asset.sha256))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.content == content


def test_the_state_of_a_file(idle_server: Any, asset: Asset, content: bytes) -> None:
    told = httpx2.get(f"{idle_server.url}/v1/files/{asset.sha256}").json()
    assert told["name"] == f"files/{asset.sha256}"
    assert told["state"] == "ACTIVE"
    assert told["sizeBytes"] == str(len(content))
    assert httpx2.get(told["downloadUri"]).content == content


@pytest.mark.parametrize(
    ("wanted", "start", "end"),
    [("bytes=0-9", 0, 10), ("bytes=299990-", 299_990, 300_000), ("bytes=-5", 299_995, 300_000)],
)
def test_a_range_gives_that_part(
    idle_server: Any, asset: Asset, content: bytes, wanted: str, start: int, end: int
) -> None:
    url = f"{idle_server.url}/v1/files/{asset.sha256}:download?alt=media"
    answer = httpx2.get(url, headers={"range": wanted})
    assert answer.status_code == 206
    assert answer.headers["content-range"] == f"bytes {start}-{end - 1}/300000"
    assert answer.content == content[start:end]


def test_a_range_outside_the_file_is_refused(idle_server: Any, asset: Asset) -> None:
    url = f"{idle_server.url}/v1/files/{asset.sha256}:download?alt=media"
    assert httpx2.get(url, headers={"range": "bytes=300000-"}).status_code == 416


@pytest.mark.parametrize("name", ["nobody", "..%2f..%2fetc%2fpasswd", "a" * 64, "files/files/x"])
def test_what_is_no_video_of_ours_is_not_found(idle_server: Any, name: str) -> None:
    answer = httpx2.get(f"{idle_server.url}/v1/files/{name}:download?alt=media")
    assert answer.status_code == 404
    assert answer.json()["error"]["status"] == "NOT_FOUND"


def test_a_picture_is_no_file(idle_server: Any) -> None:
    picture = idle_server.store.assets.put([b"picture"], "image/png")
    answer = httpx2.get(f"{idle_server.url}/v1/files/{picture.sha256}?alt=media")
    assert answer.status_code == 404
