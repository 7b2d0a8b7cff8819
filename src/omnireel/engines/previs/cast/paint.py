"""Drawings in another colour: the main colour turns, darks, whites and accents stay.

Colours are compared in OKLab (Björn Ottosson, 2020): hue and lightness as the eye has them.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.colors import decode, encode
from omnireel.engines.previs.scene import Pixels, Vec3

_TO_LMS: Final = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB: Final = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
_GREY: Final = 0.045  # a chroma below this has no hue to speak of
_REACH: Final = 0.9  # radians of hue that belong to one paint
_DARK: Final = 0.33
_MOSTLY: Final = 0.4  # the share of a drawing that makes even black or white its colour
_WHITE: Final = 0.93


def oklab(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """Linear RGB (..., 3) as lightness, a and b."""
    return np.asarray(np.cbrt(np.maximum(rgb, 0) @ _TO_LMS.T) @ _TO_LAB.T)


def linear_rgb(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    """OKLab (..., 3) as linear RGB, perhaps outside 0 to 1."""
    return np.asarray((lab @ np.linalg.inv(_TO_LAB).T) ** 3 @ np.linalg.inv(_TO_LMS).T)


def recolored(pixels: Pixels, color: Vec3) -> Pixels:
    """The drawing (h, w, 4) with its main colour turned to linear RGB `color`."""
    colors, back = np.unique(pixels.reshape(-1, 4), axis=0, return_inverse=True)
    opaque = (pixels[..., 3].ravel() > 127).astype(np.float64)
    counts = np.bincount(back.ravel(), weights=opaque).astype(np.float64)
    lab = oklab(decode(colors[:, :3]))
    main = _main(lab, counts)
    share = _share(lab, main)[:, None]
    painted = _turned(lab, main, oklab(np.array(color)))
    rgb = encode(linear_rgb(lab + (painted - lab) * share))
    changed = np.concatenate([rgb, colors[:, 3:]], axis=1)
    return np.ascontiguousarray(changed[back.ravel()].reshape(pixels.shape))


def _main(lab: NDArray[np.float64], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """The colour that covers most: vivid ones before greys, greys before black and white,
    unless nearly all is of one of those."""
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    black = lab[:, 0] < _DARK
    white = (lab[:, 0] > _WHITE) & (chroma < _GREY)
    weight = counts * np.where(chroma < _GREY, 0.45, 0.3 + 3 * chroma)
    for plain in (black, white):
        mostly = counts[plain].sum() > _MOSTLY * counts.sum()
        weight[plain] = counts[plain] * (0.6 if mostly else 0.06)
    order = np.argsort(-weight)[:48]  # every pair of the colours that count
    near = np.linalg.norm(lab[order, None] - lab[None, order], axis=2) < 0.12
    return np.asarray(lab[order[np.argmax(near @ weight[order])]])


def _share(lab: NDArray[np.float64], main: NDArray[np.float64]) -> NDArray[np.float64]:
    """0 to 1: how far each colour belongs to the main one's paint."""
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    if np.hypot(main[1], main[2]) < _GREY:
        alike = np.clip((2.2 * _GREY - chroma) / _GREY, 0, 1)
        return np.asarray(alike * np.clip(1 - np.abs(lab[:, 0] - main[0]) / 0.42, 0, 1) ** 0.5)
    turn = np.arctan2(lab[:, 2], lab[:, 1]) - np.arctan2(main[2], main[1])
    turn = np.abs((turn + np.pi) % (2 * np.pi) - np.pi)
    hue = np.clip((_REACH - turn) / (0.35 * _REACH), 0, 1)
    return np.asarray(hue * np.clip((chroma - 0.3 * _GREY) / _GREY, 0, 1))


def _turned(
    lab: NDArray[np.float64], main: NDArray[np.float64], target: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The target's hue in the drawing's shades: as much lighter and duller as each colour was."""
    shade = lab[:, :1] - main[0]
    room = np.where(shade < 0, min(1.0, target[0] / main[0]), min(1.0, (1 - target[0]) / 0.25))
    lightness = np.clip(target[0] + shade * room, 0.06, 0.99)
    vivid = np.hypot(lab[:, 1], lab[:, 2]) / max(float(np.hypot(main[1], main[2])), _GREY)
    fade = np.clip((1 - lightness) / max(1 - float(target[0]), 0.05), 0, 1.15)
    strength = np.clip(vivid[:, None], 0.6, 1.1) * np.minimum(fade, 1.0)
    return np.asarray(np.concatenate([lightness, target[1:] * strength], axis=1))
