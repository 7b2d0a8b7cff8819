"""A violin and its bow.

Violin space: +x from the tail to the scroll, +y out of the top plate, the E string on the +z side,
the origin in the middle of the body; metres. Bow space: the hair lies on y = 0 from the frog at
x = 0 to the tip at x = `HAIR`, the stick above it.
"""

from collections.abc import Mapping

import numpy as np
import skia
from scipy.interpolate import PchipInterpolator

from omnireel.engines.previs.colors import linear, shaded
from omnireel.engines.previs.people.skeleton import Point
from omnireel.engines.previs.scene import Finish, Floats, Material, Mesh, Model, Pixels, Vec3
from omnireel.engines.previs.shapes import primitives
from omnireel.engines.previs.shapes.mesh import grid, merged, tinted, transformed
from omnireel.engines.previs.shapes.sweep import sweep, tube
from omnireel.engines.previs.shapes.transform import rotation_z, scaling, translation

LENGTH = 0.355
HAIR = 0.60
BRIDGE_X = -0.0175
NUT_X = 0.300
CONTACT_X = 0.014  # where the bow meets the strings
STRINGS = (55, 62, 69, 76)  # open strings' MIDI pitches: G, D, A, E
_STRING_Z = (-0.0165, -0.0055, 0.0055, 0.0165)
_BRIDGE_Y = (0.0600, 0.0630, 0.0630, 0.0600)
_NUT_Z = (-0.0084, -0.0028, 0.0028, 0.0084)
_NUT_Y = 0.0385
_ACROSS = 2.2  # texture heights per metre of the body's width

_EBONY = linear("1b1512")
_MAPLE = linear("8a4a1e")
_SILVER = (0.62, 0.60, 0.55)

# Half widths of the body along its length, millimetres from the tail: bouts, corners and waist.
_OUTLINE = (
    (0, 0), (1, 24), (5, 48), (15, 75), (35, 95), (65, 103), (100, 100), (124, 90), (139, 84),
    (143, 78), (152, 64), (170, 56), (190, 54.5), (205, 59), (215, 68), (220, 73), (224, 75),
    (240, 80), (264, 84), (290, 82), (318, 71), (338, 55), (349, 36), (354, 18), (355, 0),
)  # fmt: skip


def models(prefix: str) -> dict[str, Model]:
    """The violin's models and the bow's, named `prefix.body`, `.fittings`, `.bow`."""
    varnish = Material(finish=Finish.TEXTURED, roughness=0.26, texture=f"{prefix}.varnish")
    return {
        f"{prefix}.body": Model(mesh=_body(), material=varnish),
        f"{prefix}.fittings": Model(mesh=_fittings(), material=Material(roughness=0.32)),
        f"{prefix}.bow": Model(mesh=_bow(), material=Material(roughness=0.4)),
    }


def textures(prefix: str, color: Vec3 | None = None) -> Mapping[str, Pixels]:
    """The varnished wood of the body, in another colour when asked."""
    return {f"{prefix}.varnish": _varnish(color or linear("b5622a"))}


def string_point(string: float, x: float) -> Point:
    """Where a string (0 G to 3 E, or between two) is at x, in violin space."""
    order = np.arange(4)
    share = (x - BRIDGE_X) / (NUT_X - BRIDGE_X)
    z = np.interp(string, order, _STRING_Z) * (1 - share) + np.interp(string, order, _NUT_Z) * share
    y = np.interp(string, order, _BRIDGE_Y) * (1 - share) + _NUT_Y * share
    return np.array([x, y, z])


def _half_width(x: Floats) -> Floats:
    outline = np.array(_OUTLINE) / 1000
    curve = PchipInterpolator(outline[:, 0], outline[:, 1])
    return np.asarray(curve(x), dtype=np.float32)


def _body() -> Mesh:
    """Arched top and back with overhanging edges, ribs between; one closed skin."""
    turn = np.linspace(0, np.pi, 49)
    even = np.linspace(0, 1, 49)
    x = np.asarray(LENGTH * (0.55 * (1 - np.cos(turn)) / 2 + 0.45 * even), dtype=np.float32)
    width = np.maximum(_half_width(x), 0.0004)
    across = np.linspace(-1, 1, 13)
    dome = 1 - np.abs(across) ** 2.4
    along = np.clip(np.minimum(x, LENGTH - x) / 0.05, 0, 1) ** 0.7
    lattice, uvs = [], []
    for side, rim, rise in ((1.0, 0.0145, 0.0155), (-1.0, -0.0165, -0.0130)):
        row = across if side > 0 else across[::-1]
        height = rim + rise * dome[None, :] * along[:, None]
        lattice.append(np.stack([_spread(x, row), height, width[:, None] * row], axis=-1))
        middle = 0.75 if side > 0 else 0.25
        uvs.append(
            np.stack([_spread(x / LENGTH, row), middle + _ACROSS * lattice[-1][..., 2]], axis=-1)
        )
        inset = np.maximum(width - 0.0035, 0.0003)
        edge = float(row[-1])
        for y, z in ((rim - side * 0.0035, width), (rim - side * 0.0045, inset)):
            lattice.append(np.stack([x, np.full_like(x, y), z * edge], axis=-1)[:, None])
            uvs.append(np.stack([x / LENGTH, np.full_like(x, 0.02)], axis=-1)[:, None])
        opposite = -0.0165 + 0.0045 if side > 0 else 0.0145 - 0.0045
        for y, z in ((opposite, inset), (opposite - side * 0.001, width)):
            lattice.append(np.stack([x, np.full_like(x, y), z * edge], axis=-1)[:, None])
            uvs.append(np.stack([x / LENGTH, np.full_like(x, 0.02)], axis=-1)[:, None])
    points = np.concatenate(lattice, axis=1) - np.array([LENGTH / 2, 0, 0])
    return grid(points, closed_v=True, uvs=np.concatenate(uvs, axis=1))


def _spread(column: Floats, row: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> Floats:
    return np.asarray(column[:, None] + 0 * row[None, :], dtype=np.float32)


def _fittings() -> Mesh:
    """Neck, scroll, pegs, fingerboard, bridge, tailpiece, chin rest and strings."""
    return merged([*_ebony_parts(), *_maple_parts(), *_string_parts()])


def _ebony_parts() -> list[Mesh]:
    board = [(0.040, 0.0535, 0), (0.170, 0.0455, 0), (NUT_X, 0.0355, 0)]
    profile = [
        (-0.0120, -0.004),
        (0.0120, -0.004),
        (0.0105, 0.0005),
        (0, 0.0032),
        (-0.0105, 0.0005),
    ]
    fingerboard = sweep(board, profile, scale=[(1.65, 1.2), (1.3, 1.1), (1.0, 1.0)])
    tail = [(-0.172, 0.030, 0), (-0.150, 0.040, 0), (-0.072, 0.050, 0)]
    tailpiece = sweep(tail, profile, scale=[(0.55, 1.0), (0.75, 1.2), (1.6, 1.3)])
    chin = transformed(
        primitives.sphere(20, 10), translation(-0.135, 0.045, -0.042) @ scaling(0.040, 0.009, 0.034)
    )
    button = transformed(primitives.sphere(12, 8), translation(-0.181, 0.002, 0) @ scaling(0.006))
    pegs = [_peg(0.314 + 0.014 * order, 1.0 if order % 2 else -1.0, order) for order in range(4)]
    parts = [fingerboard, tailpiece, chin, button, *pegs]
    return [tinted(part, _EBONY) for part in parts]


def _peg(x: float, side: float, order: int) -> Mesh:
    y = 0.0265 - 0.006 * order
    shaft = tube([(x, y, -side * 0.013), (x, y, side * 0.030)], 0.0032, 8)
    head = transformed(
        primitives.sphere(12, 8), translation(x, y, side * 0.037) @ scaling(0.0085, 0.0050, 0.0085)
    )
    return merged([shaft, head])


def _maple_parts() -> list[Mesh]:
    spine = [(0.150, 0.004, 0), (0.185, 0.024, 0), (0.24, 0.0305, 0), (NUT_X, 0.027, 0)]
    turn = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    round_back = np.stack([0.0115 * np.cos(turn), 0.0085 * np.sin(turn)], axis=1)
    neck = sweep(spine, round_back, scale=[(1.3, 2.2), (1.05, 1.5), (1.0, 1.0), (0.95, 1.0)])
    pegbox = transformed(
        primitives.box(0.036, 0.0085, 0.0115, 0.004),
        translation(0.331, 0.0175, 0) @ rotation_z(-0.42),
    )
    angle = np.linspace(-0.35 * np.pi, 3.2 * np.pi, 40)
    radius = np.linspace(0.0185, 0.0045, 40)
    spiral = np.stack(
        [0.371 + radius * np.sin(angle), -0.0035 + radius * np.cos(angle), 0 * angle], axis=1
    )
    taper = np.stack([np.linspace(0.85, 1.35, 40), np.linspace(0.85, 0.55, 40)], axis=1)
    scroll = sweep(spiral, round_back * np.array([1.0, 0.75]), scale=taper)
    bridge = transformed(
        primitives.box(0.0022, 0.0155, 0.0205, 0.0015), translation(BRIDGE_X, 0.0455, 0)
    )
    maple = [tinted(part, _MAPLE) for part in (neck, pegbox, scroll)]
    return [*maple, tinted(bridge, linear("d9b27a"))]


def _string_parts() -> list[Mesh]:
    strings = []
    for order, thickness in enumerate((0.0012, 0.0011, 0.0010, 0.0009)):
        bridge, nut = string_point(order, BRIDGE_X), string_point(order, NUT_X)
        tail = np.array([-0.078, 0.053, _STRING_Z[order] * 0.8])
        peg = np.array([0.314 + 0.014 * order, 0.0265 - 0.006 * order, _NUT_Z[order] * 0.7])
        strings.append(tinted(tube([tail, bridge, nut, peg], thickness, 5), _SILVER))
    return strings


def _bow() -> Mesh:
    x = np.linspace(-0.045, HAIR + 0.012, 26)
    bend = (x - HAIR * 0.55) / (HAIR * 0.6)
    stick = tube(
        np.stack([x, 0.0150 + 0.008 * bend**2, 0 * x], axis=1), np.linspace(0.0054, 0.0038, 26), 8
    )
    head = transformed(
        primitives.box(0.007, 0.0105, 0.0040, 0.003),
        translation(HAIR + 0.006, 0.010, 0) @ rotation_z(0.25),
    )
    frog = transformed(primitives.box(0.022, 0.0085, 0.0060, 0.003), translation(0.006, 0.0105, 0))
    button = transformed(
        primitives.sphere(10, 8), translation(-0.047, 0.0255, 0) @ scaling(0.008, 0.0056, 0.0056)
    )
    hair = transformed(
        primitives.box(HAIR / 2, 0.0012, 0.0052, 0.0008), translation(HAIR / 2, 0, 0)
    )
    wood = [tinted(part, shaded(linear("7a3a16"), 0.9)) for part in (stick, head)]
    grip = transformed(
        primitives.cylinder(0.0056, 0.0056, 0.05, 10),
        translation(0.078, 0.0185, 0) @ rotation_z(np.pi / 2),
    )
    dark = [tinted(frog, _EBONY), tinted(grip, _SILVER), tinted(button, _SILVER)]
    return merged([*wood, *dark, tinted(hair, linear("efe9da"))])


def _varnish(color: Vec3) -> Pixels:
    """The top (upper half) with f-holes and purfling; back and ribs (lower half), flamed."""
    wide, tall = 512, 512
    pixels = np.zeros((tall, wide, 4), dtype=np.uint8)
    surface = skia.Surface(pixels)
    canvas = surface.getCanvas()
    for top in (0, tall // 2):
        _sunburst(canvas, skia.Rect.MakeXYWH(0, top, wide, tall / 2), color)
    rng = np.random.default_rng(2)
    grain = skia.Paint(AntiAlias=True, Color=skia.Color(60, 20, 4, 26))
    for y in np.cumsum(rng.uniform(1.5, 4.5, 90)):
        grain.setStrokeWidth(float(rng.uniform(0.5, 1.4)))
        canvas.drawLine(0, float(y), wide, float(y + rng.uniform(-3, 3)), grain)
    flame = skia.Paint(AntiAlias=True, Color=skia.Color(40, 12, 2, 34))
    for x in np.cumsum(rng.uniform(5, 14, 60)):
        flame.setStrokeWidth(float(rng.uniform(2, 6)))
        canvas.drawLine(float(x), tall / 2 + 2, float(x + rng.uniform(-16, 16)), tall, flame)
    _purfling(canvas, wide, tall)
    for side in (1.0, -1.0):
        canvas.save()
        canvas.translate(wide * 0.462, tall * 0.25)
        canvas.scale(1, side)
        _f_hole(canvas)
        canvas.restore()
    surface.flushAndSubmit()
    pixels[..., 3] = 255
    return pixels


def _bytes(color: Vec3, factor: float) -> int:
    red, green, blue = (min(255, round(255 * (c * factor) ** (1 / 2.2))) for c in color)
    return int(skia.Color(red, green, blue))


def _sunburst(canvas: skia.Canvas, area: skia.Rect, color: Vec3) -> None:
    colors = [_bytes(color, factor) for factor in (1.55, 1.0, 0.42)]
    paint = skia.Paint()
    paint.setShader(
        skia.GradientShader.MakeRadial(
            skia.Point(area.centerX(), area.centerY()), area.width() * 0.52, colors
        )
    )
    canvas.drawRect(area, paint)


def _purfling(canvas: skia.Canvas, wide: int, tall: int) -> None:
    """The dark inlaid line along the edge of the top."""
    x = np.linspace(0.006, LENGTH - 0.006, 160, dtype=np.float32)
    half = _ACROSS * np.maximum(_half_width(x) - 0.005, 0.0)
    outline = [(v / LENGTH * wide, tall * (0.25 - w)) for v, w in zip(x, half, strict=True)]
    outline += [
        (v / LENGTH * wide, tall * (0.25 + w)) for v, w in zip(x[::-1], half[::-1], strict=True)
    ]
    path = skia.Path()
    path.addPoly([skia.Point(float(a), float(b)) for a, b in outline], True)
    line = skia.Paint(AntiAlias=True, Color=skia.Color(30, 10, 4, 210))
    line.setStyle(skia.Paint.kStroke_Style)
    line.setStrokeWidth(2.2)
    canvas.drawPath(path, line)


def _f_hole(canvas: skia.Canvas) -> None:
    """One f-hole about its middle; +y is outward."""
    black = skia.Color(16, 7, 3)
    line = skia.Paint(AntiAlias=True, Color=black)
    line.setStyle(skia.Paint.kStroke_Style)
    line.setStrokeCap(skia.Paint.kRound_Cap)
    line.setStrokeWidth(5.0)
    stem = skia.Path()
    stem.moveTo(-50, 27)
    stem.cubicTo(-58, 44, -34, 46, -14, 34)
    stem.cubicTo(6, 22, 24, 12, 44, 16)
    stem.cubicTo(54, 18, 54, 26, 46, 28)
    canvas.drawPath(stem, line)
    dot = skia.Paint(AntiAlias=True, Color=black)
    canvas.drawCircle(-47, 27, 6.0, dot)
    canvas.drawCircle(45, 27, 5.0, dot)
    line.setStrokeWidth(2.0)
    canvas.drawLine(-3, 20, 2, 36, line)
