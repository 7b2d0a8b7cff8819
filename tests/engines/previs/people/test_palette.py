"""Colours go to linear light and back, and are found by name."""

import pytest

from omnireel.engines.previs.people.palette import color_in, encoded, linear


@pytest.mark.parametrize("code", ["000000", "ffffff", "c8322e", "0a141e"])
def test_codes_come_back(code: str) -> None:
    assert bytes(encoded(linear(code))).hex() == code


def test_middle_grey_is_a_fifth_of_the_light() -> None:
    assert linear("808080") == pytest.approx((0.2159,) * 3, abs=1e-3)


def test_names_are_found_in_phrases() -> None:
    red = color_in("a bright red coat")
    assert red is not None
    assert red[0] > 5 * red[1]
    assert color_in("dark-blue jeans") == color_in("blue")
    assert color_in("a coat") is None
