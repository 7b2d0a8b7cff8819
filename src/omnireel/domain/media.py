"""Stored media, what a finished clip must be, and a clip that is not a file yet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """Stored media, named by the SHA-256 of its content."""

    sha256: str
    mime_type: str
    size_bytes: int


class Role(StrEnum):
    """What a reference is for."""

    FIRST_FRAME = "first_frame"
    LAST_FRAME = "last_frame"
    SUBJECT = "subject"
    STYLE = "style"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An asset with a role, and the tag by which the prompt names it (`Image1`)."""

    asset: Asset
    role: Role
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaInfo:
    """What probing a media file found. `frame_rate` and `duration` are 0 for a still."""

    mime_type: str
    width: int
    height: int
    frame_rate: Fraction
    duration: Fraction
    video_codec: str
    audio_codec: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputSpec:
    """What the finished clip must be: pixels, frames per second, seconds, samples per second."""

    width: int
    height: int
    duration: Fraction
    frame_rate: Fraction = Fraction(24)
    sample_rate: int = 48_000

    @property
    def frame_count(self) -> int:
        """Frames in the clip; a last partial frame counts when it is at least half."""
        return int(self.duration * self.frame_rate + Fraction(1, 2))

    @property
    def sample_count(self) -> int:
        """Samples per channel, so that sound and picture end together."""
        return int(self.frame_count * self.sample_rate / self.frame_rate)


class PixelFormat(StrEnum):
    """How a picture's memory is laid out, in FFmpeg's names."""

    RGB24 = "rgb24"  # shape (height, width, 3), full range
    YUV420P = "yuv420p"  # shape (height * 3 / 2, width), planes Y U V, BT.709 limited range


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """Pictures and samples, made on demand, that `media` turns into a file.

    `frames()` yields `output.frame_count` pictures as C-contiguous uint8 memoryviews laid out as
    `pixel_format` says; a picture may be overwritten once the next one is asked for. `samples()`
    returns a float32 memoryview of shape (`output.sample_count`, 2), full scale 1.0.
    """

    output: OutputSpec
    pixel_format: PixelFormat
    frames: Callable[[], Iterator[memoryview]]
    samples: Callable[[], memoryview]
