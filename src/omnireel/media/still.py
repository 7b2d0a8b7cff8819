"""Single pictures as JPEG and PNG."""

from fractions import Fraction

import av
import numpy as np
from av.codec.context import CodecContext
from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import ColorRange, Colorspace
from numpy.typing import NDArray

JPEG_SCALE = 3  # mjpeg's quantiser scale: 2 is best, 31 worst


def to_jpeg(pixels: NDArray[np.uint8]) -> bytes:
    """sRGB pixels (height, width, 3) as a JPEG (JFIF: BT.601, full range)."""
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="rgb24").reformat(
        format="yuvj420p", dst_colorspace=Colorspace.ITU601, dst_color_range=ColorRange.JPEG
    )
    options = {"qmin": str(JPEG_SCALE), "qmax": str(JPEG_SCALE)}
    return _encode(frame, "mjpeg", options)


def to_png(pixels: NDArray[np.uint8]) -> bytes:
    """sRGB pixels (height, width, 3) as a PNG."""
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="rgb24")
    return _encode(frame, "png", {"pred": "mixed"})


def _encode(frame: av.VideoFrame, codec: str, options: dict[str, str]) -> bytes:
    context = CodecContext.create(codec, "w")
    if not isinstance(context, VideoCodecContext):
        raise TypeError(f"{codec} does not encode pictures.")
    context.width, context.height, context.pix_fmt = frame.width, frame.height, frame.format.name
    context.color_range = ColorRange.JPEG
    context.time_base = Fraction(1)
    context.options = options
    return b"".join(bytes(packet) for packet in (*context.encode(frame), *context.encode(None)))
