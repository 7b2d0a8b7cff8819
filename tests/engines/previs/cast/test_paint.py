"""Recolouring turns the main colour and nothing else."""

import numpy as np
import pytest

from omnireel.engines.previs.art import pack
from omnireel.engines.previs.cast.paint import linear_rgb, oklab, recolored
from omnireel.engines.previs.colors import color_named, decode
from omnireel.engines.previs.scene import Pixels


def colored(*parts: tuple[tuple[int, int, int], int]) -> Pixels:
    """A picture of these sRGB colours, each on so many rows of ten pixels."""
    rows = [np.tile((*rgb, 255), (count, 10, 1)) for rgb, count in parts]
    return np.concatenate(rows).astype(np.uint8)


def hue(rgb: Pixels) -> float:
    lab = oklab(decode(rgb))
    return float(np.degrees(np.arctan2(lab[..., 2].mean(), lab[..., 1].mean())))


def test_oklab_round_trips() -> None:
    colors = np.random.default_rng(5).uniform(0, 1, (50, 3))
    assert linear_rgb(oklab(colors)) == pytest.approx(colors, abs=1e-6)
    assert oklab(np.ones(3)) == pytest.approx([1, 0, 0], abs=1e-4)


def test_the_main_color_turns_and_darks_whites_and_accents_stay() -> None:
    red, dark, white, blue = (210, 40, 30), (20, 20, 24), (245, 245, 240), (30, 90, 220)
    pixels = colored((red, 8), (dark, 2), (white, 3), (blue, 2))
    green = color_named("green")
    assert green is not None
    changed = recolored(pixels, green)
    assert (changed[8:] == pixels[8:]).all()
    assert changed[0, 0, 1] > 1.8 * max(changed[0, 0, 0], changed[0, 0, 2])


def test_light_and_dark_of_the_main_color_stay_light_and_dark() -> None:
    pixels = colored(((150, 25, 20), 3), ((210, 40, 30), 6), ((245, 120, 110), 3))
    blue = color_named("blue")
    assert blue is not None
    lightness = oklab(decode(recolored(pixels, blue)[[0, 4, 10], 0, :3]))[:, 0]
    assert lightness[0] < lightness[1] < lightness[2]


@pytest.mark.parametrize("name", ["blue", "green", "purple", "pink", "yellow", "orange"])
@pytest.mark.parametrize("noun", ["cat", "automobile", "t-rex", "elephant"])
def test_a_drawing_takes_the_hue_asked_for(noun: str, name: str) -> None:
    pixels = pack.raster(pack.drawings()[noun], 128)
    color = color_named(name)
    assert color is not None
    changed = recolored(pixels, color)
    touched = (changed != pixels).any(axis=2) & (pixels[..., 3] == 255)
    assert touched.mean() > 0.1
    wanted = np.degrees(np.arctan2(*oklab(np.array(color))[[2, 1]]))
    assert abs((hue(changed[touched][:, :3]) - wanted + 180) % 360 - 180) < 25
    assert (changed[..., 3] == pixels[..., 3]).all()


@pytest.mark.parametrize(("name", "low", "high"), [("black", 0.0, 0.4), ("white", 0.85, 1.0)])
def test_black_and_white_cats_are(name: str, low: float, high: float) -> None:
    pixels = pack.raster(pack.drawings()["cat"], 128)
    color = color_named(name)
    assert color is not None
    opaque = recolored(pixels, color)[pixels[..., 3] == 255]
    assert low <= np.median(oklab(decode(opaque[:, :3]))[:, 0]) <= high
