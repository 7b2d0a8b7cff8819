"""The picture that stands for a video."""

from fractions import Fraction
from pathlib import Path

from omnireel.media.decode import frame_at
from omnireel.media.still import to_jpeg


def poster(video: Path, at: Fraction = Fraction(0)) -> bytes:
    """The frame at `at` seconds as a JPEG; MediaError when the video cannot be decoded."""
    return to_jpeg(frame_at(video, at))
