import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from omnireel import store
from omnireel.config import Settings
from omnireel.domain.failures import InvalidInputError, NotFoundError
from omnireel.domain.media import Asset
from omnireel.store import Store

MEGABYTE = 1 << 20


def blobs(settings: Settings) -> list[Path]:
    return [path for path in (settings.folder / "blobs").rglob("*") if path.is_file()]


def test_what_was_put_is_read_back_under_its_digest(kept: Store) -> None:
    content = os.urandom(12 * MEGABYTE + 5)
    pieces = [content[at : at + 777_777] for at in range(0, len(content), 777_777)]
    asset = kept.assets.put(pieces, "video/mp4")
    assert asset.sha256 == hashlib.sha256(content).hexdigest()
    assert asset.size_bytes == len(content)
    assert kept.assets.get(asset.sha256) == asset
    assert b"".join(kept.assets.read(asset)) == content


@pytest.mark.parametrize(
    ("start", "end"), [(0, 1), (5, 9), (0, None), (9, 10), (10, 10), (3, None)]
)
def test_ranges(kept: Store, start: int, end: int | None) -> None:
    asset = kept.assets.put([b"0123456789"], "text/plain")
    assert b"".join(kept.assets.read(asset, start, end)) == b"0123456789"[start:end]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (4, 3), (0, 11), (11, None)])
def test_ranges_outside_are_refused(kept: Store, start: int, end: int | None) -> None:
    asset = kept.assets.put([b"0123456789"], "text/plain")
    with pytest.raises(InvalidInputError, match="10 bytes"):
        kept.assets.read(asset, start, end)


def test_nothing_is_an_asset_too(kept: Store) -> None:
    asset = kept.assets.put([], "text/plain")
    assert asset.size_bytes == 0
    assert b"".join(kept.assets.read(asset)) == b""


def test_the_same_bytes_are_stored_once(kept: Store, settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"same")
    assert kept.assets.put([b"sa", b"me"], "a/b") == kept.assets.put_file(file, "a/b")
    assert len(blobs(settings)) == 1


def test_a_put_that_breaks_off_leaves_nothing(kept: Store, settings: Settings) -> None:
    def broken() -> Iterator[bytes]:
        yield os.urandom(6 * MEGABYTE)
        raise ConnectionError("the client went away")

    with pytest.raises(ConnectionError, match="went away"):
        kept.assets.put(broken(), "video/mp4")
    assert blobs(settings) == []


def test_a_local_blob_is_opened_where_it_lies(kept: Store, tmp_path: Path) -> None:
    asset = kept.assets.put([b"here"], "text/plain")
    assert kept.assets.local_path(asset, tmp_path).read_bytes() == b"here"


def test_a_remote_blob_is_copied_once(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, blobs="memory:///")
    with store.open(settings) as kept:
        asset = kept.assets.put([b"far"], "text/plain")
        path = kept.assets.local_path(asset, tmp_path)
        assert path.read_bytes() == b"far"
        assert kept.assets.local_path(asset, tmp_path) == path
        assert b"".join(kept.assets.read(asset, 1, 2)) == b"a"


@pytest.mark.parametrize("name", ["0" * 64, "../../etc/passwd", "0" * 63 + "G", ""])
def test_only_digests_name_blobs(kept: Store, name: str, tmp_path: Path) -> None:
    asset = Asset(sha256=name, mime_type="a/b", size_bytes=1)
    with pytest.raises(NotFoundError):
        kept.assets.get(name)
    with pytest.raises(NotFoundError):
        kept.assets.read(asset)
    with pytest.raises(NotFoundError):
        kept.assets.local_path(asset, tmp_path)


def test_what_was_abandoned_is_deleted_after_a_day(kept: Store, settings: Settings) -> None:
    incoming = settings.folder / "blobs" / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    old, new = incoming / "old", incoming / "new"
    for path in (old, new):
        path.write_bytes(b"half a fi")
    long_ago = time.time() - 2 * 86400
    os.utime(old, (long_ago, long_ago))
    kept.assets.drop_abandoned()
    assert blobs(settings) == [new]


def test_a_place_that_cannot_be_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError) as caught:
        store.open(Settings(data=tmp_path, blobs="gopher://x"))
    assert caught.value.field == "blobs"
