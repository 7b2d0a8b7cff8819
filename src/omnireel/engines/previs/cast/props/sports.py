"""Toys and sporting goods."""

from typing import Final

import numpy as np

from omnireel.engines.previs.cast.prop import (
    Prop,
    at,
    box,
    glossy,
    matte,
    metal,
    piece,
    sized,
    wooden,
)
from omnireel.engines.previs.scene import Material, Mesh
from omnireel.engines.previs.shapes.primitives import capsule, cylinder, sphere, torus
from omnireel.engines.previs.shapes.sweep import catmull_rom, lathe, sweep, tube


def cube() -> Prop:
    """A toy block."""
    block = at(box(0.1, 0.1, 0.1, 0.012), 0, 0.1, 0)
    return Prop(pieces=(piece("cube", glossy("2f7fd6", 0.35), block, main=True),), sound="wood")


def die() -> Prop:
    """A die with its pips, a six in front."""
    block = at(box(0.1, 0.1, 0.1, 0.025), 0, 0.1, 0)
    pip = sized(sphere(14, 8), 0.017, 0.004, 0.017)
    corners, middle = [(-1, -1), (1, 1), (-1, 1), (1, -1)], [(0, 0)]
    faces = {
        (90.0, 0.0): [*corners, (-1, 0), (1, 0)],  # front
        (-90.0, 0.0): middle,
        (0.0, 0.0): [*corners, (0, 0)],  # top
        (180.0, 0.0): [(-1, -1), (1, 1)],
        (0.0, 90.0): corners,
        (0.0, -90.0): [(-1, -1), (0, 0), (1, 1)],
    }
    pips: list[Mesh] = []
    for (rx, rz), spots in faces.items():
        for u, v in spots:
            dot = at(pip, 0.05 * u, 0.0995, 0.05 * v)
            pips.append(at(at(dot, rx=rx, rz=rz), 0, 0.1, 0))
    return Prop(
        pieces=(
            piece("die", glossy("f4f1ea", 0.25), block, main=True),
            piece("pips", glossy("1c1c20", 0.3), *pips),
        ),
        sound="plastic",
    )


def domino() -> Prop:
    """A domino, standing."""
    stone = at(box(0.06, 0.12, 0.016, 0.008), 0, 0.12, 0)
    line = at(box(0.05, 0.0025, 0.0175, 0.002), 0, 0.12, 0)
    pips = [
        at(sized(sphere(12, 8), 0.011, 0.011, 0.003), x, y, 0.016)
        for x, y in [
            (0.03, 0.2),
            (-0.03, 0.16),
            (0.0, 0.18),
            (0.03, 0.04),
            (-0.03, 0.08),
            (0.03, 0.08),
            (-0.03, 0.04),
        ]
    ]
    return Prop(
        pieces=(
            piece("stone", glossy("e8452c", 0.35), stone, main=True),
            piece("pips", glossy("f4f1ea", 0.4), line, *pips),
        ),
        sound="wood",
    )


def balloon() -> Prop:
    """A party balloon on its string."""
    turn = np.linspace(0, np.pi, 24)
    skin = lathe(
        list(
            zip(
                (0.15 * np.sin(turn)).tolist(),
                (0.72 - 0.19 * np.cos(turn) - 0.03 * np.cos(2 * turn)).tolist(),
                strict=True,
            )
        ),
        40,
    )
    knot = lathe([(0.018, 0.475), (0.006, 0.495), (0.014, 0.51)], 16)
    string = tube(
        catmull_rom([(0, 0.48, 0), (0.02, 0.3, 0.01), (-0.02, 0.14, 0), (0.01, 0.0, 0)], 10),
        0.003,
        6,
    )
    return Prop(
        pieces=(
            piece("balloon", glossy("d8261c", 0.12), skin, knot, main=True),
            piece("string", matte("f0ece2"), string),
        ),
        sound="rubber",
    )


def frisbee() -> Prop:
    """A flying disc."""
    disc = lathe(
        [(0.115, 0.0), (0.13, 0.004), (0.134, 0.016), (0.12, 0.03), (0.08, 0.034), (0.0, 0.035)], 48
    )
    under = lathe([(0.0, 0.03), (0.11, 0.026), (0.115, 0.0)], 48)
    rings = [
        lathe([(r, 0.0352 - (r - 0.08) * 0.1), (r - 0.006, 0.0362 - (r - 0.08) * 0.1)], 48)
        for r in (0.06, 0.09)
    ]
    return Prop(
        pieces=(
            piece("disc", glossy("e8402c", 0.3), disc, under, main=True),
            piece("rings", glossy("f6f3ea", 0.3), *rings),
        ),
        sound="plastic",
    )


def _board(length: float, width: float, thick: float, nose: float) -> Mesh:
    """A board that stands on its tail, pointed by `nose` at the top, its deck to +z."""
    along = np.linspace(0, 1, 33)
    half = (
        width
        / 2
        * np.clip(np.minimum((along + 0.012) / 0.13, ((1.004 - along) / nose)), 0, 1) ** 0.55
    )
    path = np.stack([0 * along, along * length, 0.1 * (2 * along - 1) ** 4 * length * 0.35], axis=1)
    turn = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    oval = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    return sweep(
        path,
        oval,
        scale=np.stack([half, np.full(33, thick / 2) * np.minimum(1, half / width * 6)], axis=1),
    )


def surfboard() -> Prop:
    """A surfboard on its tail, with a stripe and fins."""
    board = _board(2.0, 0.54, 0.07, 0.5)
    stripe = at(box(0.018, 0.9, 0.006, 0.004), 0, 1.0, 0.036)
    fins = [at(box(0.008, 0.07, 0.06, 0.008), x, 0.2, -0.06, rx=20) for x in (-0.12, 0, 0.12)]
    return Prop(
        pieces=(
            piece("board", glossy("2fb4c8", 0.15), board, main=True),
            piece("stripe", glossy("f6f3ea", 0.2), stripe),
            piece("fins", glossy("26262a", 0.3), *fins),
        ),
        sound="wood",
    )


def snowboard() -> Prop:
    """A snowboard on its tail, with bindings."""
    board = _board(1.55, 0.29, 0.03, 0.13)
    straps = [at(torus(0.075, 0.02, 24, 10), 0, y, 0.045, rx=90) for y in (0.5, 1.02)]
    return Prop(
        pieces=(
            piece("board", glossy("7e3fb0", 0.2), board, main=True),
            piece("bindings", matte("26262a"), *straps),
        ),
        sound="wood",
    )


def skateboard() -> Prop:
    """A skateboard on its wheels, along x."""
    deck = at(at(_board(0.8, 0.21, 0.02, 0.13), 0, -0.4, 0), 0, 0.11, 0, rx=-90, ry=90)
    trucks = [at(box(0.035, 0.016, 0.075, 0.01), x, 0.07, 0) for x in (-0.24, 0.24)]
    wheels = [
        at(cylinder(0.032, 0.032, 0.035, 24, 0.006), x, 0.032, z, rx=90)
        for x in (-0.24, 0.24)
        for z in (-0.095, 0.06)
    ]
    return Prop(
        pieces=(
            piece("deck", glossy("d8452c", 0.4), deck, main=True),
            piece("trucks", metal(), *trucks),
            piece("wheels", glossy("f4efe0", 0.5), *wheels),
        ),
        sound="wood",
        facing="side",
    )


def tennis_racket() -> Prop:
    """A racket, upright, with its strings."""
    turn = np.linspace(0, 2 * np.pi, 49)
    hoop = np.stack([0.125 * np.sin(turn), 0.52 - 0.165 * np.cos(turn), 0 * turn], axis=1)
    frame = [tube(hoop, 0.011, 12)]
    frame += [
        tube(catmull_rom([(s * 0.06, 0.375, 0), (s * 0.02, 0.31, 0), (0, 0.26, 0)], 6), 0.009, 10)
        for s in (-1, 1)
    ]
    strings = []
    for k in np.linspace(-0.1, 0.1, 11):
        reach = 0.165 * np.sqrt(1 - (k / 0.125) ** 2)
        strings.append(tube([(k, 0.52 - reach, 0), (k, 0.52, 0), (k, 0.52 + reach, 0)], 0.0026, 5))
    for k in np.linspace(-0.14, 0.14, 13):
        reach = 0.125 * np.sqrt(1 - (k / 0.165) ** 2)
        strings.append(
            tube([(-reach, 0.52 + k, 0), (0, 0.52 + k, 0), (reach, 0.52 + k, 0)], 0.0026, 5)
        )
    grip = cylinder(0.019, 0.015, 0.27, 16, 0.005)
    return Prop(
        pieces=(
            piece("frame", glossy("d8261c", 0.25), *frame, main=True),
            piece("strings", matte("f4f1ea"), *strings),
            piece("grip", matte("26262a"), grip),
        ),
        sound="wood",
    )


def baseball_bat() -> Prop:
    """A wooden bat, on its thick end."""
    bat = lathe(
        [
            (0.0, 0.0),
            (0.026, 0.004),
            (0.034, 0.03),
            (0.034, 0.2),
            (0.014, 0.58),
            (0.013, 0.82),
            (0.022, 0.845),
            (0.018, 0.86),
            (0.0, 0.862),
        ],
        32,
    )
    return Prop(pieces=(piece("bat", wooden("d0a064"), bat, main=True),), sound="wood")


def bowling_pin() -> Prop:
    """A white pin with red rings."""
    pin = lathe(
        [
            (0.0, 0.0),
            (0.026, 0.0),
            (0.05, 0.07),
            (0.06, 0.12),
            (0.05, 0.18),
            (0.023, 0.26),
            (0.028, 0.32),
            (0.033, 0.345),
            (0.022, 0.375),
            (0.0, 0.385),
        ],
        36,
    )
    rings = [at(torus(r, 0.004, 36, 8), 0, y, 0) for r, y in ((0.0225, 0.262), (0.0255, 0.24))]
    return Prop(
        pieces=(
            piece("pin", glossy("f6f3ea", 0.2), pin, main=True),
            piece("rings", glossy("d8261c", 0.3), *rings),
        ),
        sound="wood",
    )


def spinning_top() -> Prop:
    """A wooden top on its tip."""
    body = lathe(
        [
            (0.0, 0.0),
            (0.014, 0.02),
            (0.1, 0.11),
            (0.105, 0.13),
            (0.09, 0.15),
            (0.02, 0.165),
            (0.012, 0.24),
            (0.0, 0.242),
        ],
        40,
    )
    band = at(torus(0.1035, 0.008, 40, 10), 0, 0.125, 0)
    return Prop(
        pieces=(
            piece("top", wooden("d8452c"), body, main=True),
            piece("band", glossy("f7c42a", 0.3), band),
        ),
        sound="wood",
    )


def chess_pawn() -> Prop:
    """A pawn."""
    body = lathe(
        [
            (0.0, 0.0),
            (0.045, 0.0),
            (0.048, 0.012),
            (0.035, 0.028),
            (0.022, 0.05),
            (0.016, 0.09),
            (0.03, 0.098),
            (0.014, 0.106),
        ],
        36,
    )
    head = at(sized(sphere(28, 18), 0.026), 0, 0.126, 0)
    return Prop(pieces=(piece("pawn", wooden("e0c090"), body, head, main=True),), sound="wood")


def drum() -> Prop:
    """A toy drum with a laced shell."""
    shell = cylinder(0.18, 0.18, 0.24, 48, 0.004)
    skins = [at(cylinder(0.182, 0.182, 0.02, 48, 0.006), 0, y, 0) for y in (0.235, -0.012)]
    hoops = [at(torus(0.184, 0.012, 48, 10), 0, y, 0) for y in (0.01, 0.235)]
    laces = [
        tube(
            [
                (0.187 * np.cos(a), 0.02, 0.187 * np.sin(a)),
                (0.187 * np.cos(a + 0.17), 0.125, 0.187 * np.sin(a + 0.17)),
                (0.187 * np.cos(a + 0.34), 0.225, 0.187 * np.sin(a + 0.34)),
            ],
            0.004,
            6,
        )
        for a in np.arange(9) * 2 * np.pi / 9
    ]
    shapes = [at(m, 0, 0.012, 0) for m in (shell,)]
    return Prop(
        pieces=(
            piece("shell", glossy("d8261c", 0.3), *shapes, main=True),
            piece("skins", matte("f2ead6"), *skins),
            piece("hoops", glossy("f7c42a", 0.3), *hoops, *laces),
        ),
        sound="drum",
    )


def capsule_toy() -> Prop:
    """A pill-shaped toy."""
    half = Material(color=glossy("d8261c").color, roughness=0.25)
    return Prop(
        pieces=(piece("pill", half, at(capsule(0.06, 0.12), 0, 0.06, 0), main=True),),
        sound="plastic",
    )


NOUNS: Final = {
    "cube": cube,
    "block": cube,
    "toy block": cube,
    "building block": cube,
    "die": die,
    "dice": die,
    "domino": domino,
    "balloon": balloon,
    "frisbee": frisbee,
    "flying disc": frisbee,
    "surfboard": surfboard,
    "snowboard": snowboard,
    "skateboard": skateboard,
    "tennis racket": tennis_racket,
    "racket": tennis_racket,
    "baseball bat": baseball_bat,
    "bowling pin": bowling_pin,
    "spinning top": spinning_top,
    "top": spinning_top,
    "pawn": chess_pawn,
    "chess pawn": chess_pawn,
    "chess piece": chess_pawn,
    "drum": drum,
    "capsule": capsule_toy,
}
