"""Probing tells what a file is, and what is wrong with it in a sentence."""

import struct
import zlib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.media.clips import plain, spec

from omnireel.domain.failures import MediaError
from omnireel.media.finish import finish
from omnireel.media.probe import probe


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("video") / "clip.mp4"
    finish(plain(spec("2")), path)
    return path


def still(size: tuple[int, int] = (40, 30)) -> Image.Image:
    noise = np.random.default_rng(0).integers(0, 255, (size[1], size[0], 3), dtype=np.uint8)
    return Image.fromarray(noise)


def png(width: int, height: int, body: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def test_a_video(video: Path) -> None:
    info = probe(video)
    assert (info.mime_type, info.video_codec, info.audio_codec) == ("video/mp4", "h264", "aac")
    assert (info.width, info.height) == (64, 36)
    assert (info.frame_rate, info.duration) == (Fraction(24), Fraction(2))


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "gif", "bmp", "tiff"])
def test_a_still_whatever_it_is_called(tmp_path: Path, kind: str) -> None:
    still().save(tmp_path / "holiday.mp4", kind)
    info = probe(tmp_path / "holiday.mp4")
    assert info.mime_type == f"image/{kind}"
    assert (info.width, info.height) == (40, 30)
    assert (info.frame_rate, info.duration) == (Fraction(0), Fraction(0))
    assert info.audio_codec == ""


def test_a_gif_that_moves(tmp_path: Path) -> None:
    more = [Image.new("RGB", (40, 30), (50 * index, 0, 0)) for index in range(1, 5)]
    Image.new("RGB", (40, 30)).save(
        tmp_path / "a.gif", save_all=True, append_images=more, duration=100
    )
    info = probe(tmp_path / "a.gif")
    assert (info.mime_type, info.duration, info.frame_rate) == (
        "image/gif",
        Fraction(1, 2),
        Fraction(10),
    )


def _halved(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _cut_off_video(path: Path, video: Path) -> None:
    path.write_bytes(video.read_bytes())
    _halved(path)


def _half_a_jpeg(path: Path, _: Path) -> None:
    still((300, 300)).save(path, "jpeg")
    _halved(path)


def _half_a_png(path: Path, _: Path) -> None:
    still((300, 300)).save(path, "png")
    _halved(path)


def _moving_webp(path: Path, _: Path) -> None:
    more = [Image.new("RGB", (40, 30), (50, 0, 0))]
    Image.new("RGB", (40, 30)).save(path, "webp", save_all=True, append_images=more)


HOSTILE: dict[str, tuple[Callable[[Path, Path], object], str]] = {
    "empty": (lambda path, _: path.write_bytes(b""), "empty"),
    "text": (lambda path, _: path.write_text("hello " * 100), "known format. Allowed are PNG"),
    "playlist": (
        lambda path, _: path.write_text("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"),
        "known format",
    ),
    "svg": (lambda path, _: path.write_text("<svg xmlns='x'/>"), "known format"),
    "noise": (lambda path, _: path.write_bytes(np.arange(9999).tobytes()), "known format"),
    "cut off video": (_cut_off_video, "cut off"),
    "head only": (lambda path, video: path.write_bytes(video.read_bytes()[:500]), "damaged"),
    "half a jpeg": (_half_a_jpeg, "cut off"),
    "half a png": (_half_a_png, "damaged"),
    "moving webp": (_moving_webp, "Animated WebP"),
    "too wide": (lambda path, _: path.write_bytes(png(20_000, 1, b"\0" * 60_001)), "16384"),
    "bomb": (lambda path, _: path.write_bytes(png(30_000, 30_000, b"\0" * 10**6)), "megapixels"),
    "no such chunk": (lambda path, _: path.write_bytes(b"\x1a\x45\xdf\xa3" * 50), "damaged"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_give_a_sentence(tmp_path: Path, video: Path, name: str) -> None:
    make, words = HOSTILE[name]
    make(tmp_path / "upload.mp4", video)
    with pytest.raises(MediaError, match=words) as caught:
        probe(tmp_path / "upload.mp4")
    assert caught.value.message.endswith(".")
    assert str(tmp_path) not in caught.value.message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="no such file"):
        probe(tmp_path / "nothing.mp4")
