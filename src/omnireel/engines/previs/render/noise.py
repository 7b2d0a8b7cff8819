"""The noise from which the surfaces' detail is painted."""

import moderngl
import numpy as np

from omnireel.engines.previs.render.programs import UNITS
from omnireel.engines.previs.scene import Pixels
from omnireel.engines.previs.streams import stream

SIZE = 256
SLOPES = (1.15, 1.15, 0.8, 0.8)  # how fast the amplitude falls with frequency, per channel


def noise_texture() -> Pixels:
    """Four channels (SIZE, SIZE, 4) of seamless fractal noise, two soft and two crisp, mean 0.5."""
    rng = stream(5, "render", "noise")
    axis = np.fft.fftfreq(SIZE)
    frequency = np.hypot(axis[:, None], axis[None, :]) * SIZE
    channels = [_channel(rng.standard_normal((SIZE, SIZE)), frequency, slope) for slope in SLOPES]
    return np.round(np.stack(channels, axis=-1) * 255).astype(np.uint8)


def bind_noise(context: moderngl.Context) -> moderngl.Texture:
    """The noise as a texture that all shaders read as `noise_map`."""
    texture = context.texture((SIZE, SIZE), 4, noise_texture().tobytes())
    texture.build_mipmaps()
    texture.filter = (moderngl.LINEAR_MIPMAP_NEAREST, moderngl.LINEAR)
    texture.use(UNITS["noise_map"])
    return texture


def _channel(
    white: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    frequency: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    slope: float,
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    band = (frequency > 0) & (frequency < SIZE * 0.35)
    amplitude = np.where(band, 1 / np.maximum(frequency, 1) ** slope, 0)
    field = np.real(np.fft.ifft2(np.fft.fft2(white) * amplitude))
    shaped: np.ndarray[tuple[int, int], np.dtype[np.float64]] = 0.5 + 0.5 * np.tanh(
        field / field.std() * 0.8
    )
    return shaped
