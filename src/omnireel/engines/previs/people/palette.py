"""Colours by their English names, and the palettes people are painted with; linear RGB."""

from collections.abc import Mapping

from omnireel.engines.previs.scene import Vec3


def linear(code: str) -> Vec3:
    """Linear RGB of an sRGB hex code such as "c8322e" (IEC 61966-2-1)."""
    red, green, blue = (_decoded(int(code[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return (red, green, blue)


def encoded(color: Vec3) -> tuple[int, int, int]:
    """sRGB bytes of a linear colour."""
    red, green, blue = (
        round(255 * (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055))
        for c in (min(max(channel, 0.0), 1.0) for channel in color)
    )
    return (red, green, blue)


def _decoded(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def shaded(color: Vec3, factor: float) -> Vec3:
    """The colour, darker (below 1) or lighter."""
    return (color[0] * factor, color[1] * factor, color[2] * factor)


def mixed(a: Vec3, b: Vec3, share: float) -> Vec3:
    """a, with `share` of b."""
    return (
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
    )


SKIN_TONES: Mapping[str, Vec3] = {
    "fair": linear("f4c4a4"),
    "light": linear("eeb48e"),
    "tan": linear("d49a6c"),
    "brown": linear("a56b44"),
    "dark": linear("70432a"),
}

_COLORS: Mapping[str, Vec3] = {
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
    """The first colour these words name, or None."""
    for word in words.lower().replace("-", " ").split():
        if word in _COLORS:
            return _COLORS[word]
    return None
