"""Buildings, with their doors to +z."""

from typing import Final

import numpy as np

from omnireel.engines.previs.cast.prop import (
    Prop,
    at,
    box,
    cloth,
    glossy,
    matte,
    piece,
    shining,
    sized,
    wooden,
)
from omnireel.engines.previs.colors import linear
from omnireel.engines.previs.scene import Finish, Floats, Material, Mesh
from omnireel.engines.previs.shapes import solid
from omnireel.engines.previs.shapes.mesh import build
from omnireel.engines.previs.shapes.primitives import cone, cylinder, sphere
from omnireel.engines.previs.shapes.sweep import lathe

_STONE: Final = Material(finish=Finish.STONE, color=linear("b4aca0"), roughness=0.95, scale=0.8)


def _roof(
    half_x: float, half_z: float, base: float, ridge: float, over: float, thick: float
) -> list[Mesh]:
    """Two slabs that meet in a ridge along z."""
    slope = float(np.degrees(np.arctan2(ridge - base, half_x)))
    length = float(np.hypot(half_x, ridge - base)) + over
    slab = box(length / 2, thick / 2, half_z + over * 0.6, thick * 0.4)
    shift = length / 2
    made = []
    for side in (-1, 1):
        angle = np.radians(slope)
        x = side * (np.cos(angle) * shift)
        y = ridge - np.sin(angle) * shift
        made.append(at(slab, x, y, 0, rz=-side * slope))
    return made


def _gable(half_x: float, half_z: float, base: float, ridge: float) -> Mesh:
    """A prism under the roof."""
    left, right, top = (-half_x, base), (half_x, base), (0.0, ridge)
    front = [(*p, half_z) for p in (left, right, top)]
    behind = [(*p, -half_z) for p in (right, left, top)]
    corners = np.array([*front, *behind])
    return build(corners, np.arange(6).reshape(2, 3))


def _window(
    x: float, y: float, z: float, half: float = 0.34, tall: float = 0.42, turn: float = 0
) -> tuple[list[Mesh], list[Mesh]]:
    """Frame with bars, and pane, looking to +z turned by `turn`."""
    frame = [at(box(half + 0.07, 0.05, 0.05, 0.015), 0, s * tall, 0.02) for s in (-1, 1)]
    frame += [at(box(0.05, tall + 0.05, 0.05, 0.015), s * half, 0, 0.02) for s in (-1, 1)]
    frame += [box(half, 0.025, 0.035, 0.01), box(0.025, tall, 0.035, 0.01)]
    pane = box(half, tall, 0.02, 0.005)
    return [at(m, x, y, z, ry=turn) for m in frame], [at(pane, x, y, z, ry=turn)]


def house() -> Prop:
    """A small house with a chimney."""
    walls = [at(box(2.2, 1.35, 1.8, 0.03), 0, 1.35, 0), _gable(2.18, 1.78, 2.69, 4.3)]
    roof = _roof(2.25, 1.8, 2.65, 4.35, 0.45, 0.16)
    frames: list[Mesh] = []
    panes: list[Mesh] = []
    for x, y, z, turn in (
        (-1.3, 1.45, 1.81, 0),
        (1.3, 1.45, 1.81, 0),
        (2.21, 1.45, 0.5, 90),
        (2.21, 1.45, -0.8, 90),
        (-2.21, 1.45, 0, -90),
        (0, 3.2, 1.79, 0),
    ):
        frame, pane = _window(x, y, z, turn=turn)
        frames += frame
        panes += pane
    door = [at(box(0.42, 0.95, 0.05, 0.03), 0, 0.97, 1.82)]
    knob = at(sized(sphere(14, 10), 0.05), 0.28, 0.95, 1.89)
    frames += [at(box(0.07, 1.0, 0.07, 0.02), s * 0.48, 1.0, 1.82) for s in (-1, 1)]
    frames += [at(box(0.55, 0.07, 0.07, 0.02), 0, 2.0, 1.82)]
    chimney = at(box(0.25, 0.75, 0.25, 0.03), 1.2, 4.0, -0.5)
    step = at(box(0.7, 0.08, 0.3, 0.03), 0, 0.08, 2.05)
    return Prop(
        pieces=(
            piece("walls", glossy("f0e2c0", 0.8), *walls, main=True),
            piece("roof", glossy("b04a34", 0.75), *roof),
            piece("frames", glossy("f6f3ea", 0.6), *frames),
            piece("panes", glossy("3c6478", 0.06), *panes),
            piece("door", glossy("2f6f8c", 0.4), *door),
            piece("stone", _STONE, chimney, step),
            piece("knob", shining("ffd27a", 0.3), knob),
        ),
        sound="stone",
    )


def cabin() -> Prop:
    """A log cabin."""
    logs = [
        at(cylinder(0.15, 0.15, 4.2, 16, 0.02), -2.1, 0.15 + 0.27 * k, s * 1.6, rz=-90)
        for k in range(9)
        for s in (-1, 1)
    ]
    logs += [
        at(cylinder(0.15, 0.15, 3.6, 16, 0.02), s * 1.85, 0.28 + 0.27 * k, -1.8, rx=90)
        for k in range(9)
        for s in (-1, 1)
    ]
    gable = _gable(1.95, 1.62, 2.4, 3.7)
    roof = _roof(2.0, 1.7, 2.35, 3.78, 0.4, 0.16)
    frame, pane = _window(1.0, 1.35, 1.77)
    door = at(box(0.42, 0.9, 0.05, 0.03), -0.5, 0.92, 1.76)
    return Prop(
        pieces=(
            piece("logs", wooden("9a6a3c", 1.2), *logs, gable, main=True),
            piece("roof", wooden("5a4030", 1.0), *roof),
            piece("door", wooden("6a4426"), door, *frame),
            piece("panes", shining("ffd890", 0.5), *pane),
        ),
        sound="wood",
    )


def barn() -> Prop:
    """A red barn."""
    walls = [at(box(2.4, 1.6, 2.6, 0.03), 0, 1.6, 0), _gable(2.38, 2.58, 3.19, 5.0)]
    roof = _roof(2.45, 2.6, 3.15, 5.06, 0.4, 0.14)
    trim = [at(box(0.07, 1.0, 0.05, 0.01), s * 1.0, 1.0, 2.62) for s in (-1, 1)]
    trim += [at(box(1.07, 0.07, 0.05, 0.01), 0, y, 2.62) for y in (0.07, 2.0)]
    trim += [at(box(1.38, 0.06, 0.045, 0.01), 0, 1.03, 2.62, rz=s * 44) for s in (-1, 1)]
    hatch = at(box(0.4, 0.4, 0.05, 0.02), 0, 3.7, 2.6)
    return Prop(
        pieces=(
            piece("walls", glossy("a8342c", 0.8), *walls, main=True),
            piece("roof", glossy("5c5f66", 0.7), *roof),
            piece("trim", glossy("f4f0e4", 0.7), *trim, hatch),
        ),
        sound="wood",
    )


def skyscraper() -> Prop:
    """A tower of windows, stepped."""
    glass = Material(finish=Finish.WINDOWS, color=linear("8c9cac"), roughness=0.5, scale=0.6)
    steps = [(2.6, 7.0, 0.0), (2.1, 4.2, 14.0), (1.4, 2.4, 22.4)]
    blocks = [at(box(half, tall, half, 0.05), 0, base + tall, 0) for half, tall, base in steps]
    ledges = [
        at(box(half + 0.12, 0.14, half + 0.12, 0.05), 0, base + 2 * tall, 0)
        for half, tall, base in steps
    ]
    spire = lathe([(0.3, 27.3), (0.12, 29.0), (0.03, 32.0), (0.0, 32.1)], 20)
    return Prop(
        pieces=(
            piece("blocks", glass, *blocks, main=True),
            piece("trim", _STONE, *ledges, spire),
        ),
        sound="stone",
    )


def _battlements(radius: float, height: float) -> list[Mesh]:
    count = max(8, round(radius * 9))
    merlon = box(0.16, 0.2, 0.1, 0.02)
    return [
        at(merlon, radius * np.sin(a), height, radius * np.cos(a), ry=np.degrees(a))
        for a in np.arange(count) * 2 * np.pi / count
    ]


def tower() -> Prop:
    """A round stone tower."""
    shaft = lathe(
        [
            (1.5, 0.0),
            (1.25, 0.8),
            (1.15, 6.0),
            (1.45, 6.5),
            (1.45, 7.1),
            (1.2, 7.1),
            (1.2, 6.8),
            (0.0, 6.8),
        ],
        40,
        crease_degrees=40,
    )
    slits = [
        at(box(0.1, 0.4, 0.06, 0.03), 1.17 * np.sin(a), y, 1.17 * np.cos(a), ry=np.degrees(a))
        for a, y in ((0.0, 3.2), (1.3, 4.4), (-1.2, 4.8), (2.6, 3.0))
    ]
    door = [
        at(box(0.42, 0.7, 0.12, 0.03), 0, 0.75, 1.3),
        at(cylinder(0.42, 0.42, 0.24, 28), 0, 1.45, 1.18, rx=90),
    ]
    return Prop(
        pieces=(
            piece("stone", _STONE, shaft, *_battlements(1.33, 7.25), main=True),
            piece("dark", matte("2c2824"), *slits),
            piece("door", wooden("6a4426"), *door),
        ),
        sound="stone",
    )


_TOWERS: Final = (  # x, z, radius, height; the keep last
    (-3, 2, 0.95, 4.6),
    (3, 2, 0.95, 4.6),
    (-3, -2, 0.95, 5.4),
    (3, -2, 0.95, 5.4),
    (0, -0.8, 1.4, 7.2),
)


def _shaft(wide: float, tall: float) -> Mesh:
    """A round tower that is wider at its foot and its top."""
    profile = [
        (wide * 1.1, 0.0),
        (wide, 0.6),
        (wide * 0.95, tall - 0.4),
        (wide * 1.15, tall),
        (0.0, tall),
    ]
    return lathe(profile, 32, crease_degrees=40)


def _curtain_walls() -> list[Mesh]:
    """The walls from tower to tower, with merlons before and behind."""
    merlons = [
        at(box(0.2, 0.22, 0.36, 0.03), x, 3.2, z)
        for z in (2, -2)
        for x in np.arange(-2.0, 2.1, 0.66).tolist()
    ]
    return [
        *(at(box(3, 1.5, 0.35, 0.05), 0, 1.5, z) for z in (2, -2)),
        *(at(box(0.35, 1.5, 2, 0.05), x, 1.5, 0) for x in (-3, 3)),
        *merlons,
    ]


def castle() -> Prop:
    """Four towers, walls and a keep."""
    stone = [at(_shaft(wide, tall), x, 0, z) for x, z, wide, tall in _TOWERS]
    caps = [at(cone(wide * 1.3, wide * 2.1, 32), x, tall, z) for x, z, wide, tall in _TOWERS]
    gate = [
        at(box(0.7, 0.9, 0.4, 0.03), 0, 0.9, 2.05),
        at(cylinder(0.7, 0.7, 0.8, 32), 0, 1.75, 1.65, rx=90),
    ]
    slits = [
        at(box(0.09, 0.32, 0.08, 0.02), x, y, z)
        for x, y, z in ((-3, 3.2, 2.92), (3, 3.2, 2.92), (0, 5.0, 0.54), (0, 3.7, 0.56))
    ]
    flag = at(box(0.3, 0.16, 0.01, 0.005), 0.3, 10.75, -0.8)
    pole = at(cylinder(0.03, 0.03, 1.2, 8), 0, 9.8, -0.8)
    return Prop(
        pieces=(
            piece("stone", _STONE, *stone, *_curtain_walls(), main=True),
            piece("caps", glossy("3f5f9c", 0.7), *caps),
            piece("gate", wooden("5a3c24"), *gate),
            piece("dark", matte("2c2824"), *slits, pole),
            piece("flag", cloth("d8261c"), flag),
        ),
        sound="stone",
    )


def lighthouse() -> Prop:
    """A striped lighthouse with its lamp lit."""
    edges = np.linspace(0, 6.6, 7)
    radius = np.interp(edges, [0, 6.6], [1.15, 0.75])
    bands = [lathe([(radius[k], edges[k]), (radius[k + 1], edges[k + 1])], 40) for k in range(6)]
    gallery = lathe([(0.75, 6.6), (1.05, 6.7), (1.05, 6.85), (0.0, 6.85)], 40, crease_degrees=40)
    rail = [
        at(cylinder(0.02, 0.02, 0.45, 8), np.sin(a), 6.85, np.cos(a))
        for a in np.arange(14) * 2 * np.pi / 14
    ]
    lamp = cylinder(0.5, 0.5, 0.95, 28)
    roof = lathe([(0.75, 7.8), (0.5, 8.15), (0.1, 8.5), (0.06, 8.8), (0.0, 8.8)], 36)
    door = at(box(0.32, 0.62, 0.1, 0.06), 0, 0.64, 1.1)
    return Prop(
        pieces=(
            piece("stripes", glossy("d2302a", 0.5), *bands[0::2], roof, main=True),
            piece("white", glossy("f6f3ea", 0.5), *bands[1::2], gallery),
            piece("lamp", shining("fff0b4", 2.4), at(lamp, 0, 6.85, 0)),
            piece("dark", matte("34383c"), *rail, door),
        ),
        sound="stone",
    )


def windmill() -> Prop:
    """A windmill with four sails."""
    body = lathe(
        [(1.35, 0.0), (1.1, 2.4), (0.9, 4.4), (0.95, 4.5), (0.0, 4.5)], 36, crease_degrees=40
    )
    cap = lathe([(1.05, 4.4), (0.8, 5.0), (0.3, 5.4), (0.0, 5.45)], 36)
    blade = [at(box(0.05, 1.5, 0.03, 0.01), 0, 1.5, 0)]
    blade += [
        at(box(0.3, 0.025, 0.015, 0.005), 0.28, y, 0) for y in np.arange(0.7, 3.0, 0.32).tolist()
    ]
    blade += [at(box(0.02, 1.2, 0.015, 0.005), x, 1.8, 0) for x in (0.3, 0.56)]
    sail = at(box(0.28, 1.15, 0.006, 0.004), 0.3, 1.8, -0.012)
    sails = [at(at(m, rz=turn), 0, 4.6, 1.25) for turn in (20, 110, 200, 290) for m in blade]
    sheets = [at(at(sail, rz=turn), 0, 4.6, 1.25) for turn in (20, 110, 200, 290)]
    axle = at(cylinder(0.16, 0.1, 0.6, 20, 0.03), 0, 4.6, 0.75, rx=90)
    door = at(box(0.36, 0.7, 0.12, 0.04), 0, 0.72, 1.22)
    frame, pane = _window(0, 2.6, 1.1, 0.22, 0.28)
    return Prop(
        pieces=(
            piece("body", glossy("f2ead6", 0.8), body, main=True),
            piece("cap", glossy("8c4a34", 0.7), cap),
            piece("wood", wooden("8a5c34"), *sails, axle, door, *frame),
            piece("cloth", matte("f6f1e4"), *sheets, *pane),
        ),
        sound="wood",
    )


def tent() -> Prop:
    """A ridge tent, its flap open."""
    corners = {
        "l": (-1.1, 0, 1.3),
        "r": (1.1, 0, 1.3),
        "L": (-1.1, 0, -1.3),
        "R": (1.1, 0, -1.3),
        "t": (0, 1.5, 1.3),
        "T": (0, 1.5, -1.3),
        "m": (-0.25, 0, 1.55),
        "n": (0.25, 0, 1.55),
    }
    faces = ["lLT", "lTt", "rtT", "rTR", "LRT", "lmt", "ntr"]
    points = np.array([corners[c] for face in faces for c in face], float)
    sheet = build(points, np.arange(len(points)).reshape(-1, 3))
    inner = build(points * 0.985 + (0, 0.004, 0), np.arange(len(points)).reshape(-1, 3)[:, ::-1])
    dark = at(box(1.0, 0.01, 1.25, 0.005), 0, 0.01, 0)
    poles = [at(cylinder(0.03, 0.03, 1.58, 10), 0, 0, z) for z in (1.28, -1.28)]
    return Prop(
        pieces=(
            piece("cloth", cloth("e0862c", 2.0), sheet, inner, main=True),
            piece("floor", matte("3a3a3c"), dark),
            piece("poles", wooden(), *poles),
        ),
        sound="cloth",
    )


def bridge() -> Prop:
    """A stone arch bridge along x."""

    def distance(points: Floats) -> Floats:
        x, y, z = points.T
        deck = 1.9 - 0.055 * x * x
        slab = np.maximum(np.maximum(y - deck, np.abs(x) - 4.5), np.maximum(np.abs(z) - 1.0, -y))
        arch = 1.75 - np.hypot(x, np.minimum(y, 1e3) * 1.25)
        wall = np.maximum(
            np.maximum(np.abs(np.abs(z) - 0.9) - 0.1, y - deck - 0.4),
            np.maximum(np.abs(x) - 4.5, deck - 0.1 - y),
        )
        return np.asarray(0.7 * np.minimum(np.maximum(slab, arch), wall), np.float32)

    stone = solid.surface_nets(distance, (-4.8, -0.2, -1.3), (4.8, 2.6, 1.3), 0.09)
    return Prop(pieces=(piece("stone", _STONE, stone, main=True),), sound="stone")


NOUNS: Final = {
    "house": house,
    "home": house,
    "cottage": house,
    "building": skyscraper,
    "skyscraper": skyscraper,
    "office building": skyscraper,
    "cabin": cabin,
    "log cabin": cabin,
    "hut": cabin,
    "barn": barn,
    "farmhouse": barn,
    "tower": tower,
    "castle": castle,
    "palace": castle,
    "fortress": castle,
    "lighthouse": lighthouse,
    "windmill": windmill,
    "tent": tent,
    "bridge": bridge,
}
