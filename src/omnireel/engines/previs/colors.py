"""Colours by name: the CSS names, those people use beside them, and their shades."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from omnireel.engines.previs.scene import Vec3

_CODES: Final = """
aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc
bisque ffe4c4 black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a
burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 chocolate d2691e coral ff7f50
cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b darkcyan 008b8b
darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkkhaki bdb76b darkmagenta 8b008b
darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a
darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkturquoise 00ced1
darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dodgerblue 1e90ff
firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc
ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f
honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c
lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6
lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90
lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa
lightslategray 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32
linen faf0e6 magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd
mediumorchid ba55d3 mediumpurple 9370db mediumseagreen 3cb371 mediumslateblue 7b68ee
mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585 midnightblue 191970
mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6
olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa
palegreen 98fb98 paleturquoise afeeee palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9
peru cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080 rebeccapurple 663399
red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460
seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd
slategray 708090 snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080
thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff
whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32
amber ffbf00 apricot fbceb1 auburn a52a2a babyblue 89cff0 blond f0d58a blonde f0d58a
brass c5a14a bronze b87b3c burgundy 800020 caramel c68e4e charcoal 36454f cherry d2042d
copper b87333 cream fff3d0 denim 2f5a8c ebony 2a2320 eggplant 4f2a52 emerald 2ea66a ginger c8752c
golden f2b632 hazel 8e7618 jade 00a86b lemon fff04a lilac c8a2c8 mahogany 8a3a22 mauve c49ac8
mint 98e8c4 mustard e1ad01 ochre cc7722 peach ffcba4 periwinkle ccccff platinum e5e4e2 rose f06292
rosegold c98a80 ruby d0103a rust b7410e sand dcc89a sapphire 0f52ba scarlet ff2400 sepia 8a5c34
strawberry fc5a8d tangerine f28500 taupe 8b7d72 terracotta d8714e ultramarine 3f00ff umber 6b5344
vermilion e34234 wine 722f37
"""
# Paints, where CSS has pure light: nothing lit looks right in (1, 0, 0).
_PAINTS: Final = """
red d8261c blue 1f5fd0 green 2c9a3c yellow f7c81e orange f28a1a purple 7e3fb0 pink f58ab0
brown 7d4a28 cyan 22c4d6 magenta d6259a lime 8fd020 black 141416 gold f2b632 silver c9ccd2
gray 86898e white f4f3ef violet 8a4fd0 navy 1a2a5e maroon 7a1a24 olive 7c7c28 teal 148a88
turquoise 34cbbd indigo 3d2a8c crimson c2183a fuchsia e0309c aqua 3ed0dc
"""
_SHADES: Final[Mapping[str, tuple[float, float]]] = {  # how much darker; how much white
    "dark": (0.38, 0.0),
    "deep": (0.5, 0.0),
    "light": (1.0, 0.5),
    "pale": (1.0, 0.62),
    "pastel": (1.0, 0.55),
    "soft": (1.0, 0.35),
    "bright": (1.12, 0.0),
    "vivid": (1.05, 0.0),
    "neon": (1.3, 0.0),
    "hot": (1.05, 0.0),
    "electric": (1.15, 0.0),
    "royal": (0.85, 0.0),
    "metallic": (1.0, 0.0),
    "shiny": (1.0, 0.0),
}


def _decoded(values: ArrayLike) -> NDArray[np.float64]:
    """sRGB 0 to 1 as linear light (IEC 61966-2-1)."""
    v = np.asarray(values, dtype=np.float64)
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)


def linear(code: str) -> Vec3:
    """Linear RGB of an sRGB hex code such as c8322e."""
    red, green, blue = _decoded([int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)]).tolist()
    return (red, green, blue)


def _table() -> Mapping[str, Vec3]:
    words = f"{_CODES} {_PAINTS}".split()
    return {name: linear(code) for name, code in zip(words[::2], words[1::2], strict=True)}


COLORS: Final[Mapping[str, Vec3]] = _table()


def color_named(name: str) -> Vec3 | None:
    """Linear RGB of a colour's name ("red", "light blue", "navy-blue"), or None.

    Of a name nobody knows its last known word counts: "candy red" is red.
    """
    words = name.casefold().replace("-", " ").replace("grey", "gray").split()
    for first in range(len(words)):
        exact = COLORS.get("".join(words[first:]))
        if exact is not None:
            return _in_shades(exact, words[:first])
    return color_named(" ".join(words[:-1])) if len(words) > 1 else None


def _in_shades(color: Vec3, words: list[str]) -> Vec3:
    red, green, blue = color
    for word in words:
        factor, white = _SHADES.get(word, (1.0, 0.0))
        red, green, blue = (
            min(1.0, channel * factor * (1 - white) + white) for channel in (red, green, blue)
        )
    return (red, green, blue)


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


def decode(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """sRGB bytes as linear light, 0 to 1."""
    return np.asarray(_DECODED[pixels])


def encoded(color: Vec3) -> tuple[int, int, int]:
    """sRGB bytes of a linear colour."""
    red, green, blue = encode(color).tolist()
    return (red, green, blue)


def encode(light: ArrayLike) -> NDArray[np.uint8]:
    """Linear light as sRGB bytes."""
    v = np.clip(np.asarray(light, dtype=np.float64), 0, 1)
    coded = np.where(v <= 0.0031308, v * 12.92, 1.055 * v ** (1 / 2.4) - 0.055)
    return np.asarray(np.rint(coded * 255), dtype=np.uint8)


_DECODED: Final = _decoded(np.arange(256) / 255)
