"""Words painted on boards, plates and blocks, with the art pack's fonts."""

from typing import Final

import numpy as np
import skia

from omnireel.engines.previs.art.pack import font
from omnireel.engines.previs.colors import encode
from omnireel.engines.previs.scene import Mesh, Pixels, Vec3
from omnireel.engines.previs.shapes import primitives
from omnireel.engines.previs.shapes.mesh import build

_LINE: Final = 0.86  # of the width is for letters
_TALL: Final = 0.5  # of the height, at most


def lettered(text: str, width: int, height: int, ground: Vec3, ink: Vec3 | None = None) -> Pixels:
    """One line of text as large as fits: (height, width, 4) on linear RGB `ground`.

    Without `ink` the letters are dark on a light ground and light on a dark one.
    """
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*encode(ground).tolist()))
    if ink is None:
        dark = 0.2126 * ground[0] + 0.7152 * ground[1] + 0.0722 * ground[2] < 0.18
        ink = (0.95, 0.94, 0.92) if dark else (0.035, 0.027, 0.02)
    letters = skia.Font(skia.Typeface.MakeFromData(skia.Data(font("black"))), height * _TALL)
    wide = letters.measureText(text)
    letters.setSize(letters.getSize() * min(1.0, _LINE * width / max(wide, 1.0)))
    bounds = skia.Rect()
    letters.measureText(text, bounds=bounds)
    canvas.drawString(
        text,
        (width - bounds.width()) / 2 - bounds.left(),
        height / 2 - bounds.centerY(),
        letters,
        skia.Paint(AntiAlias=True, Color=skia.Color(*encode(ink).tolist())),
    )
    image = surface.makeImageSnapshot()
    return np.ascontiguousarray(image.toarray(colorType=skia.kRGBA_8888_ColorType), np.uint8)


def board(x: float, y: float, z: float, radius: float) -> Mesh:
    """A rounded box with half extents x, y, z; a texture covers it, read from both sides."""
    shape = primitives.box(x, y, z, radius)
    across = np.where(shape.normals[:, 2] < -0.5, -1.0, 1.0) * shape.positions[:, 0]
    uvs = np.stack([across / (2 * x) + 0.5, shape.positions[:, 1] / (2 * y) + 0.5], axis=1)
    return build(shape.positions, shape.faces, shape.normals, uvs=uvs)
