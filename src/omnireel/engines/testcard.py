"""The test card: colour bars, a running timecode and a tone, for whatever storyboard it is given.

A real engine that needs nothing but NumPy: what stands above the seam is tried out with it.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from omnireel import __version__
from omnireel.domain.media import Clip, OutputSpec, PixelFormat
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Resolution, Task
from omnireel.engines.protocol import Context, Limits

TONE_HZ = 1000
TONE_PEAK = 10 ** (-18 / 20)  # 18 dB under full scale, the EBU's line-up level
TONE_SECONDS = 0.2  # sounded at the start of each second

GREY, YELLOW, CYAN, GREEN = (191, 191, 191), (191, 191, 0), (0, 191, 191), (0, 191, 0)
MAGENTA, RED, BLUE, BLACK = (191, 0, 191), (191, 0, 0), (0, 0, 191), (19, 19, 19)
ROWS = (  # SMPTE EG 1: where each row ends, as a share of the height, and its colours
    (0.67, (GREY, YELLOW, CYAN, GREEN, MAGENTA, RED, BLUE)),
    (0.75, (BLUE, BLACK, MAGENTA, BLACK, CYAN, BLACK, GREY)),
    (1.00, ((0, 33, 76), (255, 255, 255), (50, 0, 106), BLACK, (9, 9, 9), (29, 29, 29), BLACK)),
)
# The segments of a digit: (top, left, bottom, right) on a grid 9 high and 5 wide.
SEGMENTS = (
    (0, 0, 1, 5),
    (0, 4, 5, 5),
    (4, 4, 9, 5),
    (8, 0, 9, 5),
    (4, 0, 9, 1),
    (0, 0, 5, 1),
    (4, 0, 5, 5),
)
LIT = ("012345", "12", "01346", "01236", "1256", "02356", "023456", "012", "0123456", "012356")


class TestCard:
    """Bars and tone, of any size and length."""

    __test__ = False  # the name is the trade's; it is not a test case

    name = "testcard"
    version = __version__
    limits = Limits(
        tasks=tuple(Task),
        resolutions=tuple(Resolution),
        max_duration=3600,
        max_references=64,
        audio=True,
        licence="Apache-2.0",
    )

    def render(self, board: Storyboard, context: Context) -> Clip:
        """Bars with the timecode of each frame, and a blip of tone on each second."""
        output = board.output

        def frames() -> Iterator[memoryview]:
            bars = _bars(output.width, output.height)
            for index in range(output.frame_count):
                context.progress(index / output.frame_count, "render")
                picture = bars.copy()
                _draw_timecode(picture, output, index)
                yield picture.data

        return Clip(
            output=output,
            pixel_format=PixelFormat.RGB24,
            frames=frames,
            samples=lambda: _tone(output).data,
        )

    def unmet(self, board: Storyboard) -> tuple[str, ...]:  # noqa: ARG002 - the seam's signature
        """Nothing: whoever asks for a test card asks for no more."""
        return ()


def _bars(width: int, height: int) -> NDArray[np.uint8]:
    """Colour bars, shape (height, width, 3)."""
    picture = np.empty((height, width, 3), np.uint8)
    top = 0
    for share, colors in ROWS:
        bottom = round(height * share)
        columns = np.arange(width) * len(colors) // width
        picture[top:bottom] = np.array(colors, np.uint8)[columns]
        top = bottom
    return picture


def _draw_timecode(picture: NDArray[np.uint8], output: OutputSpec, index: int) -> None:
    """Seconds and the frame within the second, as seven-segment digits on a dark plate."""
    second, frame = divmod(index, max(1, round(output.frame_rate)))
    text = f"{second % 10000:04d}{frame:03d}"
    unit = max(1, min(picture.shape[0] // 60, picture.shape[1] // 70))
    left = (picture.shape[1] - 54 * unit) // 2
    top = picture.shape[0] // 3 - 6 * unit
    picture[top - 2 * unit : top + 11 * unit, left - 3 * unit : left + 54 * unit] = 16
    for place, digit in enumerate(text):
        x = left + (place * 7 + (4 if place > 3 else 0)) * unit
        for segment in LIT[int(digit)]:
            y0, x0, y1, x1 = (edge * unit for edge in SEGMENTS[int(segment)])
            picture[top + y0 : top + y1, x + x0 : x + x1] = 235
    colon = left + 29 * unit
    for y in (3, 6):
        picture[top + y * unit : top + (y + 1) * unit, colon : colon + unit] = 235


def _tone(output: OutputSpec) -> NDArray[np.float32]:
    """The blips on both channels, shape (sample_count, 2)."""
    time = np.arange(output.sample_count) / output.sample_rate
    since = time % 1.0
    fade = np.clip(np.minimum(since, TONE_SECONDS - since) / 0.005, 0.0, 1.0)
    wave = TONE_PEAK * fade * np.sin(2 * np.pi * TONE_HZ * time)
    return np.repeat(wave.astype(np.float32)[:, None], 2, axis=1)
