"""Styles of picture: what each does to the graded frame, as data for `style.frag`."""

from dataclasses import dataclass
from enum import IntEnum

from omnireel.engines.previs.scene import Vec3


class Stroke(IntEnum):
    """How a style draws: which variant of `style.frag`."""

    COLOR = 0  # colours alone
    CEL = 1  # flat tones and an outline
    HATCH = 2  # lines on paper
    PAINT = 3  # brush strokes (Kuwahara's filter)
    PIXEL = 4  # large pixels
    DOTS = 5  # flat tones, an outline and printed dots
    CELLS = 6  # cells of one colour with dark joints


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A stroke and a treatment of colour.

    `size` is the stroke's size in pixels at a height of 720. `dark` and `bright` (sRGB) replace
    the tones from black to white by `duotone` of their share; `line` is the outline's strength.
    """

    stroke: Stroke = Stroke.COLOR
    size: float = 1.0
    tones: float = 0.0
    line: float = 0.0
    saturation: float = 1.0
    contrast: float = 0.0
    duotone: float = 0.0
    dark: Vec3 = (0.0, 0.0, 0.0)
    bright: Vec3 = (1.0, 1.0, 1.0)
    grain: float = 0.0
    scanlines: float = 0.0


CEL = Style(stroke=Stroke.CEL, tones=5.0, line=0.9, saturation=1.2)
MONO = Style(duotone=1.0)
INK = Style(stroke=Stroke.HATCH, line=1.0, duotone=1.0, dark=(0.09, 0.09, 0.12))
PAINT = Style(stroke=Stroke.PAINT, size=3.0, saturation=1.15)

STYLES: dict[str, Style] = {
    "anime": CEL,
    "manga": Style(
        stroke=Stroke.DOTS, size=5.0, tones=4.0, line=1.0, duotone=1.0, dark=(0.05, 0.05, 0.07)
    ),
    "animated": Style(stroke=Stroke.CEL, tones=9.0, line=0.35, saturation=1.18),
    "comic": Style(stroke=Stroke.DOTS, size=5.0, tones=5.0, line=1.0, saturation=1.3),
    "pop art": Style(
        stroke=Stroke.DOTS, size=8.0, tones=4.0, line=1.0, saturation=1.7, contrast=0.3
    ),
    "ukiyo-e": Style(
        stroke=Stroke.CEL,
        tones=4.0,
        line=0.8,
        saturation=0.75,
        duotone=0.3,
        dark=(0.11, 0.16, 0.30),
        bright=(0.96, 0.91, 0.78),
    ),
    "noir": Style(duotone=1.0, contrast=0.8, dark=(0.0, 0.0, 0.01), grain=0.05),
    "black and white": MONO,
    "sepia": Style(duotone=1.0, dark=(0.13, 0.07, 0.03), bright=(1.0, 0.93, 0.78)),
    "vintage film": Style(
        saturation=0.7,
        duotone=0.4,
        dark=(0.14, 0.09, 0.06),
        bright=(1.0, 0.94, 0.78),
        grain=0.07,
    ),
    "technicolor": Style(saturation=1.55, contrast=0.25),
    "western": Style(
        saturation=0.8, duotone=0.4, contrast=0.2, dark=(0.16, 0.08, 0.03), bright=(1.0, 0.9, 0.68)
    ),
    "steampunk": Style(
        saturation=0.7, duotone=0.5, contrast=0.2, dark=(0.12, 0.07, 0.03), bright=(1.0, 0.85, 0.6)
    ),
    "cyberpunk": Style(
        saturation=1.35,
        duotone=0.35,
        contrast=0.35,
        dark=(0.08, 0.0, 0.22),
        bright=(0.55, 1.0, 1.0),
    ),
    "vaporwave": Style(
        saturation=1.2, duotone=0.6, dark=(0.24, 0.05, 0.42), bright=(1.0, 0.78, 0.92)
    ),
    "psychedelic": Style(stroke=Stroke.CEL, tones=4.0, saturation=2.4, contrast=0.3),
    "pastel": Style(saturation=0.7, duotone=0.3, dark=(0.52, 0.45, 0.55), bright=(1.0, 0.98, 0.95)),
    "thermal": Style(duotone=1.0, dark=(0.05, 0.0, 0.35), bright=(1.0, 0.9, 0.2), contrast=0.4),
    "vhs": Style(saturation=1.1, scanlines=0.14, grain=0.06),
    "gothic": Style(saturation=0.5, contrast=0.5),
    "pencil sketch": Style(
        stroke=Stroke.HATCH,
        size=3.0,
        line=1.0,
        duotone=1.0,
        dark=(0.20, 0.20, 0.22),
        bright=(0.97, 0.96, 0.93),
    ),
    "charcoal": Style(
        stroke=Stroke.HATCH, size=2.2, line=1.0, duotone=1.0, dark=(0.06, 0.06, 0.06), grain=0.08
    ),
    "line art": Style(stroke=Stroke.HATCH, size=0.0, line=1.0, duotone=1.0),
    "crayon": Style(stroke=Stroke.HATCH, size=4.0, line=0.5, saturation=1.3, grain=0.06),
    "chalk": Style(
        stroke=Stroke.HATCH,
        size=3.0,
        line=1.0,
        duotone=1.0,
        dark=(0.92, 0.93, 0.90),
        bright=(0.12, 0.17, 0.15),
    ),
    "blueprint": Style(
        stroke=Stroke.HATCH,
        size=0.0,
        line=1.0,
        duotone=1.0,
        dark=(0.90, 0.95, 1.0),
        bright=(0.07, 0.22, 0.48),
    ),
    "watercolor": Style(
        stroke=Stroke.PAINT,
        size=4.0,
        line=0.3,
        saturation=1.0,
        duotone=0.2,
        dark=(0.22, 0.22, 0.35),
        bright=(1.0, 0.99, 0.95),
        grain=0.05,
    ),
    "oil painting": PAINT,
    "van gogh": Style(stroke=Stroke.PAINT, size=4.0, saturation=1.5, contrast=0.2),
    "impressionism": Style(stroke=Stroke.PAINT, size=4.0, saturation=1.25),
    "ink wash": Style(
        stroke=Stroke.PAINT,
        size=3.0,
        line=0.7,
        duotone=1.0,
        dark=(0.08, 0.08, 0.10),
        bright=(0.97, 0.95, 0.90),
    ),
    "pixel art": Style(stroke=Stroke.PIXEL, size=6.0, tones=7.0, saturation=1.2),
    "mosaic": Style(stroke=Stroke.CELLS, size=9.0, saturation=1.2),
    "stained glass": Style(stroke=Stroke.CELLS, size=18.0, saturation=1.6, contrast=0.2),
}


def style_support(name: str, height: int) -> int:
    """How many pixels around its own a style pass reads."""
    style = STYLES.get(name)
    if style is None:
        return 0
    scale = height / 720
    reach = {
        Stroke.COLOR: 0.0,
        Stroke.CEL: 2.0,
        Stroke.HATCH: 2.0,
        Stroke.PAINT: 2 * style.size,
        Stroke.PIXEL: style.size,
        Stroke.DOTS: 2.0,
        Stroke.CELLS: 2 * style.size,
    }[style.stroke]
    return int(reach * scale) + 3 if style.stroke else 0
