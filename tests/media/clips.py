"""Small clips of plain colour and plain tone to encode."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from omnireel.domain.media import Clip, OutputSpec, PixelFormat

TONE_HZ = 440


def spec(seconds: str = "1", rate: str = "24", width: int = 64, height: int = 36) -> OutputSpec:
    return OutputSpec(
        width=width, height=height, duration=Fraction(seconds), frame_rate=Fraction(rate)
    )


def sine(output: OutputSpec, hertz: float = TONE_HZ, peak: float = 0.25) -> memoryview:
    wave = peak * np.sin(2 * np.pi * hertz * np.arange(output.sample_count) / output.sample_rate)
    return np.repeat(wave.astype(np.float32)[:, None], 2, axis=1).data


def plain(output: OutputSpec, color: tuple[int, int, int] = (200, 30, 30)) -> Clip:
    """One buffer, painted anew for each frame: `color` on the left, brighter each frame right."""

    def frames() -> Iterator[memoryview]:
        picture = np.zeros((output.height, output.width, 3), np.uint8)
        for index in range(output.frame_count):
            picture[:, : output.width // 2] = color
            picture[:, output.width // 2 :] = 40 + index
            yield picture.data

    return Clip(
        output=output, pixel_format=PixelFormat.RGB24, frames=frames, samples=lambda: sine(output)
    )
