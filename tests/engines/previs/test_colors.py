"""Colours by name."""

import colorsys

import numpy as np
import pytest

from omnireel.engines.previs.colors import COLORS, color_named, decode, encode, linear

HUES = {"red": 0, "orange": 30, "yellow": 48, "green": 125, "blue": 218, "purple": 275, "pink": 340}


@pytest.mark.parametrize(("name", "hue"), HUES.items())
def test_a_name_has_its_hue(name: str, hue: float) -> None:
    color = color_named(name)
    assert color is not None
    red, green, blue = encode(color) / 255
    found = colorsys.rgb_to_hsv(red, green, blue)[0] * 360
    assert abs((found - hue + 180) % 360 - 180) < 20


def test_shades_are_darker_and_lighter() -> None:
    dark, plain, light = (color_named(name) for name in ("dark blue", "blue", "light blue"))
    assert dark is not None
    assert plain is not None
    assert light is not None
    assert sum(dark) < sum(plain) < sum(light)


@pytest.mark.parametrize(
    ("spelled", "same"),
    [("Navy-Blue", "navy blue"), ("grey", "gray"), ("candy red", "red"), ("skyblue", "sky blue")],
)
def test_spellings_agree(spelled: str, same: str) -> None:
    assert color_named(spelled) == color_named(same) is not None


@pytest.mark.parametrize("name", ["", "zorble", "wooden"])
def test_what_is_no_color_is_none(name: str) -> None:
    assert color_named(name) is None


def test_linear_light_round_trips_through_bytes() -> None:
    every = np.arange(256, dtype=np.uint8)
    assert (encode(decode(every)) == every).all()
    assert linear("808080")[0] == pytest.approx(0.2159, abs=1e-4)
    assert len(COLORS) > 180
