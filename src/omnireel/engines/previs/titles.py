"""Exact text over the picture, shaped and painted with Skia."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

import numpy as np
import skia
from numpy.typing import NDArray

from omnireel.domain.storyboard import Title
from omnireel.engines.previs.art import pack
from omnireel.engines.previs.scene import Pixels

_HEIGHT = 0.085  # of the frame's shorter side
_FADE = 0.25  # seconds


def overlay(picture: Pixels, titles: Sequence[Title], t: float, duration: Fraction) -> Pixels:
    """The RGB picture (h, w, 3) with the titles that are on screen at t seconds of the shot.

    Titles on a surface belong to the thing they are written on and are not painted here.
    """
    result = picture
    for title in titles:
        if title.surface:
            continue
        strength = _strength(title, t, float(duration))
        if strength <= 0.0:
            continue
        plate = painted(title.text, picture.shape[1], picture.shape[0])
        alpha = plate[..., 3:].astype(np.float32) * (strength / 255.0)
        mixed = result * (1.0 - alpha) + plate[..., :3] * alpha
        result = np.clip(mixed + 0.5, 0, 255).astype(np.uint8)
    return result


def _strength(title: Title, t: float, duration: float) -> float:
    start, end = float(title.start), duration if title.end is None else float(title.end)
    if not start <= t < end:
        return 0.0
    fade = min(_FADE, (end - start) / 4)
    return min(1.0, (t - start + 1 / 48) / fade, (end - t) / fade)


@lru_cache(maxsize=16)
def painted(text: str, width: int, height: int) -> NDArray[np.uint8]:
    """The text as a transparent plate (h, w, 4) RGBA, straight alpha, in the lower middle."""
    plate = np.zeros((height, width, 4), np.uint8)
    surface = skia.Surface(plate, colorType=skia.kRGBA_8888_ColorType)
    canvas = surface.getCanvas()
    typeface = skia.Typeface.MakeFromData(skia.Data.MakeWithCopy(pack.font()))
    size = min(width, height) * _HEIGHT
    lines, font = _fitted(text, typeface, size, width * 0.86)
    line_height = font.getSize() * 1.25
    y = height * 0.86 - line_height * (len(lines) - 1)
    for line in lines:
        x = (width - font.measureText(line)) / 2
        _paint_line(canvas, line, (x, y), font)
        y += line_height
    surface.flushAndSubmit()
    return _straight(plate)


def _fitted(
    text: str, typeface: "skia.Typeface", size: float, room: float
) -> tuple[list[str], "skia.Font"]:
    """The text broken into at most three lines that fit the room, smaller if it must be."""
    while True:
        font = skia.Font(typeface, size)
        lines = _broken(text, font, room)
        if size < 8 or (len(lines) <= 3 and all(font.measureText(x) <= room for x in lines)):
            return lines, font
        size *= 0.9


def _broken(text: str, font: "skia.Font", room: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.measureText(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _paint_line(
    canvas: "skia.Canvas", line: str, at: tuple[float, float], font: "skia.Font"
) -> None:
    shade = skia.Paint(
        AntiAlias=True,
        Color=skia.Color(0, 0, 0, 150),
        MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, font.getSize() * 0.10),
    )
    canvas.drawString(line, at[0], at[1] + font.getSize() * 0.05, font, shade)
    canvas.drawString(line, at[0], at[1], font, skia.Paint(AntiAlias=True, Color=skia.ColorWHITE))


def _straight(plate: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Premultiplied to straight alpha."""
    alpha = np.maximum(plate[..., 3:].astype(np.float32), 1.0)
    plate[..., :3] = np.clip(plate[..., :3] * 255.0 / alpha, 0, 255).astype(np.uint8)
    return plate
