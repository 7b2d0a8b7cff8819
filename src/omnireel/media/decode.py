"""Files to pictures and samples. For files of our own or files that were probed."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer
from av.video.reformatter import ColorRange, Colorspace
from numpy.typing import NDArray

from omnireel.domain.failures import MediaError

SAMPLE_RATE = 48_000


def open_local(path: Path, demuxer: str | None = None) -> InputContainer:
    """The file, opened without any way to reach another file or the network."""
    return av.open(
        f"file:{path}",
        mode="r",
        format=demuxer,
        container_options={"protocol_whitelist": "file"},
        metadata_errors="replace",
    )


def to_rgb(frame: av.VideoFrame) -> NDArray[np.uint8]:
    """The frame as sRGB pixels (height, width, 3), by the colour matrix it is tagged with."""
    matrix = Colorspace.ITU709 if frame.colorspace == Colorspace.ITU709 else Colorspace.ITU601
    rgb = frame.reformat(format="rgb24", src_colorspace=matrix, dst_color_range=ColorRange.JPEG)
    return np.asarray(rgb.to_ndarray(), np.uint8)


def frames(path: Path) -> Iterator[NDArray[np.uint8]]:
    """The file's pictures in order, each (height, width, 3).

    Raises:
        MediaError: The file has no picture or cannot be decoded.
    """
    try:
        with open_local(path) as container:
            if not container.streams.video:
                raise MediaError("The file has no pictures.")
            for frame in container.decode(video=0):
                yield to_rgb(frame)
    except av.FFmpegError as error:
        raise MediaError(f"The file cannot be decoded: {error.strerror}.") from error


def frame_count(path: Path) -> int:
    """How many pictures the file holds, without decoding them; MediaError when there is none."""
    try:
        with open_local(path) as container:
            video = container.streams.video
            count = sum(packet.size > 0 for packet in container.demux(video)) if video else 0
    except av.FFmpegError as error:
        raise MediaError(f"The file cannot be read: {error.strerror}.") from error
    if count == 0:
        raise MediaError("The file has no pictures.")
    return count


def frame_at(path: Path, at: Fraction) -> NDArray[np.uint8]:
    """The picture (height, width, 3) on screen at `at` seconds; the last one after the end."""
    shown: av.VideoFrame | None = None
    try:
        with open_local(path) as container:
            if not container.streams.video:
                raise MediaError("The file has no pictures.")
            if at > 0:
                container.seek(int(at * av.time_base), backward=True)
            for frame in container.decode(video=0):
                if shown is not None and _start(frame) > at:
                    break
                shown = frame
            if shown is None:
                raise MediaError("The file has no picture that can be decoded.")
            return to_rgb(shown)
    except av.FFmpegError as error:
        raise MediaError(f"The file cannot be decoded: {error.strerror}.") from error


def samples(path: Path) -> NDArray[np.float32]:
    """The file's sound at 48 kHz in stereo, (n, 2), full scale 1; n is 0 where there is none."""
    try:
        with open_local(path) as container:
            if not container.streams.audio:
                return np.zeros((0, 2), np.float32)
            stream = container.streams.audio[0]
            resampler = av.AudioResampler("fltp", "stereo", SAMPLE_RATE)
            planes = [np.zeros((2, 0), np.float32)]
            for frame in (*container.decode(stream), None):
                planes.extend(
                    np.asarray(part.to_ndarray(), np.float32) for part in resampler.resample(frame)
                )
            heard = np.concatenate(planes, axis=1).T
            if stream.duration is None or stream.time_base is None:
                return np.ascontiguousarray(heard)
            length = round(stream.duration * stream.time_base * SAMPLE_RATE)
            return np.ascontiguousarray(heard[:length])
    except av.FFmpegError as error:
        raise MediaError(f"The file's sound cannot be decoded: {error.strerror}.") from error


def _start(frame: av.VideoFrame) -> Fraction:
    if frame.pts is None or frame.time_base is None:
        return Fraction(0)
    return frame.pts * frame.time_base
