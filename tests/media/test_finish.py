"""A finished clip is the file that was asked for, to the frame and to the sample."""

import dataclasses
import itertools
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from tests.media.clips import TONE_HZ, plain, sine, spec

from omnireel.domain.failures import CancelledError, EngineError, MediaError
from omnireel.domain.media import Clip, PixelFormat
from omnireel.media.finish import finish


@pytest.mark.parametrize(
    ("seconds", "rate"), [("3", "24"), ("2", "30000/1001"), ("1/2", "25"), ("0.04", "24")]
)
def test_streams_are_as_asked_and_end_together(tmp_path: Path, seconds: str, rate: str) -> None:
    output = spec(seconds, rate)
    finish(plain(output), tmp_path / "clip.mp4", title="A title")
    length = output.frame_count / output.frame_rate
    with av.open(str(tmp_path / "clip.mp4")) as container:
        assert container.metadata["title"] == "A title"
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.codec_context.name, video.codec_context.profile) == ("h264", "High")
        assert video.codec_context.pix_fmt == "yuv420p"
        assert (video.width, video.height) == (output.width, output.height)
        assert video.average_rate == output.frame_rate
        assert video.frames == output.frame_count
        assert video.duration is not None
        assert video.time_base is not None
        assert video.duration * video.time_base == length
        assert (audio.codec_context.name, audio.rate, audio.layout.name) == (
            "aac",
            48_000,
            "stereo",
        )
        assert audio.duration == pytest.approx(output.sample_count, abs=48)
        assert video.start_time == audio.start_time == 0
        assert len(list(container.decode(video=0))) == output.frame_count


def test_colours_survive_and_are_tagged(tmp_path: Path) -> None:
    finish(plain(spec(), color=(200, 30, 30)), tmp_path / "clip.mp4")
    with av.open(str(tmp_path / "clip.mp4")) as container:
        context = container.streams.video[0].codec_context
        assert context.color_range == ColorRange.MPEG
        assert context.colorspace == Colorspace.ITU709
        assert context.color_primaries == ColorPrimaries.BT709
        assert context.color_trc == ColorTrc.BT709
        frames = [frame.to_ndarray() for frame in container.decode(video=0)]
    luma = 16 + (0.2126 * 200 + 0.7152 * 30 + 0.0722 * 30) * 219 / 255
    assert frames[0][4:32, 4:24].mean() == pytest.approx(luma, abs=1.5)
    grey = [frame[4:32, 40:60].mean() for frame in frames]
    expected = [16 + (40 + index) * 219 / 255 for index in range(24)]
    assert grey == pytest.approx(expected, abs=1.5), "each frame was copied before the next"


def test_planes_go_straight_through(tmp_path: Path) -> None:
    output = spec()

    def frames() -> Iterator[memoryview]:
        planes = np.full((output.height * 3 // 2, output.width), 128, np.uint8)
        planes[: output.height] = 90
        for _ in range(output.frame_count):
            yield planes.data

    clip = Clip(
        output=output,
        pixel_format=PixelFormat.YUV420P,
        frames=frames,
        samples=lambda: sine(output),
    )
    finish(clip, tmp_path / "clip.mp4")
    with av.open(str(tmp_path / "clip.mp4")) as container:
        last = list(container.decode(video=0))[-1].to_ndarray()
    assert np.abs(last[: output.height].astype(int) - 90).max() <= 1


def test_sound_keeps_its_pitch_level_and_place(tmp_path: Path) -> None:
    output = spec("2")
    finish(plain(output), tmp_path / "clip.mp4")
    with av.open(str(tmp_path / "clip.mp4")) as container:
        planes = [frame.to_ndarray() for frame in container.decode(audio=0)]
    heard = np.concatenate(planes, axis=1)[0, : output.sample_count]
    asked = np.array(sine(output))[:, 0]
    spectrum = np.abs(np.fft.rfft(heard[:48_000]))
    assert np.argmax(spectrum) == TONE_HZ
    assert np.sqrt(np.mean((heard - asked)[4096:-4096] ** 2)) < 0.01, "in phase: priming is hidden"


def test_the_index_comes_first(tmp_path: Path) -> None:
    finish(plain(spec()), tmp_path / "clip.mp4")
    content = (tmp_path / "clip.mp4").read_bytes()
    assert 0 < content.index(b"moov") < content.index(b"mdat")


def test_progress_counts_every_frame(tmp_path: Path) -> None:
    reports: list[float] = []
    finish(plain(spec()), tmp_path / "clip.mp4", progress=reports.append)
    assert reports == [pytest.approx(index / 24) for index in range(1, 25)]


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: float) -> None:
        if done > 0.5:
            raise CancelledError("Somebody asked to stop.")

    with pytest.raises(CancelledError):
        finish(plain(spec()), tmp_path / "clip.mp4", progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_pictures_must_be_as_many_and_as_large_as_said(tmp_path: Path) -> None:
    clip = plain(spec())
    few = dataclasses.replace(clip, frames=lambda: itertools.islice(clip.frames(), 20))
    many = dataclasses.replace(clip, frames=lambda: itertools.cycle(clip.frames()))
    large = dataclasses.replace(clip, frames=plain(spec(width=66)).frames)
    with pytest.raises(EngineError, match="20 frames where 24"):
        finish(few, tmp_path / "clip.mp4")
    with pytest.raises(EngineError, match="more than 24"):
        finish(many, tmp_path / "clip.mp4")
    with pytest.raises(EngineError, match="64x36"):
        finish(large, tmp_path / "clip.mp4")
    assert list(tmp_path.iterdir()) == []


def test_samples_must_be_as_many_as_said_and_finite(tmp_path: Path) -> None:
    clip = plain(spec())
    short = dataclasses.replace(clip, samples=lambda: sine(spec("1/2")))
    broken = np.array(clip.samples())
    broken[7] = np.nan
    with pytest.raises(EngineError, match="48000"):
        finish(short, tmp_path / "clip.mp4")
    with pytest.raises(EngineError, match="finite"):
        finish(dataclasses.replace(clip, samples=lambda: broken.data), tmp_path / "clip.mp4")


def test_an_odd_size_and_an_unwritable_place_are_told(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="even width"):
        finish(plain(spec(width=65)), tmp_path / "clip.mp4")
    with pytest.raises(MediaError, match="cannot be written"):
        finish(plain(spec()), tmp_path / "missing" / "clip.mp4")


def test_the_old_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    (tmp_path / "clip.mp4").write_bytes(b"old")
    clip = plain(spec())
    few = dataclasses.replace(clip, frames=lambda: itertools.islice(clip.frames(), 3))
    with pytest.raises(EngineError):
        finish(few, tmp_path / "clip.mp4")
    assert (tmp_path / "clip.mp4").read_bytes() == b"old"
    finish(clip, tmp_path / "clip.mp4")
    assert (tmp_path / "clip.mp4").stat().st_size > 1000
