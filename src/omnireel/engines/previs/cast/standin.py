"""A stand-in for a noun that nobody drew: a rounded block with the noun painted on it."""

from functools import lru_cache
from typing import Final

import numpy as np
import skia

from omnireel.domain.storyboard import CastMember
from omnireel.engines.previs.art.pack import font
from omnireel.engines.previs.cast.body import Body
from omnireel.engines.previs.cast.colors import color_named, encode, linear
from omnireel.engines.previs.cast.sizes import factor_of
from omnireel.engines.previs.scene import Finish, Material, Mesh, Model, Pixels, Vec3
from omnireel.engines.previs.shapes import primitives
from omnireel.engines.previs.shapes.mesh import build
from omnireel.engines.previs.shapes.transform import translation

_HALF: Final[Vec3] = (0.34, 0.25, 0.1)  # metres
_COLOR: Final = linear("d9cdb8")
_WIDTH_PX: Final = 512
_HEIGHT_PX: Final = 376
_LINE: Final = 0.86  # of the block's width is for letters


def stand_in(member: CastMember, *, prefix: str) -> Body:
    """The block, in the member's colour and size."""
    color = color_named(member.color) or _COLOR
    factor = factor_of(member.size)
    name = f"{prefix}.block"
    half = tuple(extent * factor for extent in _HALF)
    return Body(
        models={
            name: Model(
                mesh=_block(*half),
                material=Material(finish=Finish.TEXTURED, texture=name, roughness=0.7),
            )
        },
        rest=((name, translation(0, half[1], 0)),),
        size=(2 * half[0], 2 * half[1], 2 * half[2]),
        material="wood",
        textures={name: _label(member.noun, color)},
    )


def _block(x: float, y: float, z: float) -> Mesh:
    """A rounded box; its texture covers it from the front and, not mirrored, from behind."""
    shape = primitives.box(x, y, z, radius=0.5 * z)
    across = np.where(shape.normals[:, 2] < -0.5, -1.0, 1.0) * shape.positions[:, 0]
    uvs = np.stack([across / (2 * x) + 0.5, shape.positions[:, 1] / (2 * y) + 0.5], axis=1)
    return build(shape.positions, shape.faces, shape.normals, uvs=uvs)


@lru_cache(maxsize=64)
def _label(noun: str, color: Vec3) -> Pixels:
    """The noun in big letters, as large as fits on one line."""
    surface = skia.Surface(_WIDTH_PX, _HEIGHT_PX)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*encode(color).tolist()))
    dark = 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2] < 0.18
    paint = skia.Paint(AntiAlias=True, Color=skia.ColorWHITE if dark else skia.Color(54, 46, 40))
    letters = skia.Font(skia.Typeface.MakeFromData(skia.Data(font("black"))), 110)
    text = noun or "?"
    wide = letters.measureText(text)
    letters.setSize(min(110.0, 110.0 * _LINE * _WIDTH_PX / max(wide, 1.0)))
    bounds = skia.Rect()
    letters.measureText(text, bounds=bounds)
    canvas.drawString(
        text,
        (_WIDTH_PX - bounds.width()) / 2 - bounds.left(),
        _HEIGHT_PX / 2 - bounds.centerY(),
        letters,
        paint,
    )
    image = surface.makeImageSnapshot()
    return np.ascontiguousarray(image.toarray(colorType=skia.kRGBA_8888_ColorType), np.uint8)
