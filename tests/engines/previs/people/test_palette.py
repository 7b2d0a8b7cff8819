"""Colours of clothes are found in phrases."""

from omnireel.engines.previs.colors import color_named
from omnireel.engines.previs.people.palette import color_in


def test_names_are_found_in_phrases() -> None:
    red = color_in("a bright red coat")
    assert red is not None
    assert red[0] > 5 * red[1]
    assert color_in("dark-blue jeans") == color_in("blue")
    assert color_in("a coat") is None


def test_what_has_no_dye_of_its_own_has_the_colour_of_things() -> None:
    assert color_in("a coral dress") == color_named("coral")
    assert color_in("a red dress") != color_named("red")
