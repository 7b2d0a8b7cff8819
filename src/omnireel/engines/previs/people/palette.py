"""The palettes people are painted with: skin, and dyes, which are duller than paint; linear RGB."""

from collections.abc import Mapping

from omnireel.engines.previs.colors import COLORS, linear
from omnireel.engines.previs.scene import Vec3

SKIN_TONES: Mapping[str, Vec3] = {
    "fair": linear("f4c4a4"),
    "light": linear("eeb48e"),
    "tan": linear("d49a6c"),
    "brown": linear("a56b44"),
    "dark": linear("70432a"),
}

_DYES: Mapping[str, Vec3] = {
    name: linear(code)
    for name, code in {
        "red": "c62b28",
        "crimson": "a3142c",
        "scarlet": "d4281c",
        "burgundy": "6a1428",
        "orange": "e0741c",
        "yellow": "ecc02c",
        "golden": "dca63a",
        "gold": "dca63a",
        "green": "3a8f48",
        "olive": "6f7434",
        "emerald": "1f8a5a",
        "teal": "1f8585",
        "turquoise": "3ab8b0",
        "blue": "2a62b4",
        "navy": "1f2f5a",
        "indigo": "3f3a8f",
        "purple": "713a9a",
        "violet": "7d4bb8",
        "lavender": "b39ad8",
        "pink": "e07a9f",
        "magenta": "c2378a",
        "brown": "704522",
        "beige": "d8c3a0",
        "cream": "efe6d0",
        "khaki": "a8966a",
        "white": "efece6",
        "silver": "b8bcc2",
        "grey": "85888c",
        "gray": "85888c",
        "black": "1c1c20",
    }.items()
}


def color_in(words: str) -> Vec3 | None:
    """The first colour these words name, as cloth has it, or None."""
    for word in words.lower().replace("-", " ").split():
        color = _DYES.get(word) or COLORS.get(word)
        if color is not None:
            return color
    return None
