"""Small things of every kind."""

from typing import Final

import numpy as np

from omnireel.engines.previs.cast.prop import (
    Prop,
    at,
    box,
    cloth,
    glossy,
    matte,
    metal,
    piece,
    shining,
    sized,
    wooden,
)
from omnireel.engines.previs.shapes.primitives import capsule, cylinder, sphere, torus
from omnireel.engines.previs.shapes.sweep import catmull_rom, lathe, tube


def book() -> Prop:
    """A closed book, standing a little open to the camera."""
    cover = [at(box(0.1, 0.14, 0.005, 0.004), 0, 0.14, z) for z in (-0.024, 0.024)]
    cover += [at(box(0.006, 0.14, 0.028, 0.005), -0.1, 0.14, 0)]
    pages = at(box(0.094, 0.132, 0.019, 0.002), 0.002, 0.14, 0)
    frame = [at(box(0.065, 0.004, 0.006, 0.002), 0.005, y, 0.025) for y in (0.07, 0.21)]
    return Prop(
        pieces=(
            piece("cover", glossy("a8302c", 0.5), *cover, main=True),
            piece("pages", matte("f4ecd8"), pages),
            piece("gold", metal("d8b04c"), *frame),
        ),
        sound="paper",
    )


def remote() -> Prop:
    """A remote control, on its back end."""
    case = at(box(0.045, 0.15, 0.018, 0.016), 0, 0.15, 0)
    rows = [(x, y) for y in np.arange(0.06, 0.19, 0.026).tolist() for x in (-0.024, 0.0, 0.024)]
    buttons = [at(sized(sphere(12, 8), 0.0085, 0.0085, 0.005), x, y, 0.018) for x, y in rows]
    ring = at(torus(0.024, 0.006, 28, 10), 0, 0.225, 0.018, rx=90)
    power = at(sized(sphere(12, 8), 0.01, 0.01, 0.006), 0.022, 0.275, 0.018)
    return Prop(
        pieces=(
            piece("case", glossy("26282c", 0.4), case, main=True),
            piece("buttons", glossy("b8bcc2", 0.5), *buttons, ring),
            piece("power", glossy("e02c24", 0.3), power),
        ),
        sound="plastic",
    )


def hair_drier() -> Prop:
    """A hair drier standing on its handle."""
    barrel = lathe(
        [
            (0.0, -0.1),
            (0.055, -0.095),
            (0.065, -0.06),
            (0.06, 0.03),
            (0.04, 0.12),
            (0.042, 0.16),
            (0.0, 0.155),
        ],
        36,
    )
    grip = at(box(0.024, 0.095, 0.03, 0.022), 0, 0.1, -0.01, rx=6)
    grille = at(cylinder(0.045, 0.04, 0.012, 28, 0.003), 0, 0.24, -0.1, rx=-90)
    switch = at(box(0.01, 0.022, 0.008, 0.005), 0, 0.13, 0.026)
    return Prop(
        pieces=(
            piece("barrel", glossy("e85a9a", 0.25), at(barrel, 0, 0.24, 0, rx=90), grip, main=True),
            piece(
                "dark",
                matte("2a2a2e"),
                grille,
                switch,
                at(cylinder(0.034, 0.034, 0.02, 24), 0, 0.24, 0.145, rx=90),
            ),
        ),
        sound="plastic",
    )


def umbrella() -> Prop:
    """An open umbrella."""
    turn = np.linspace(0, 1, 12)
    outside = [(0.62 * float(np.sin(t * 1.45)), 0.62 + 0.36 * float(np.cos(t * 1.5))) for t in turn]
    skin = lathe(outside[::-1], 8, crease_degrees=10)
    under = sized(
        lathe([(r, y - 0.012) for r, y in outside], 8, crease_degrees=10), 0.995, 1, 0.995
    )
    stick = [
        at(cylinder(0.011, 0.011, 0.95, 12), 0, 0.08, 0),
        at(cylinder(0.012, 0.004, 0.08, 10), 0, 0.97, 0),
    ]
    hook = tube(
        catmull_rom(
            [(0, 0.1, 0), (0, 0.03, 0), (0.04, 0.0, 0), (0.08, 0.03, 0), (0.08, 0.07, 0)], 6
        ),
        0.016,
        12,
    )
    return Prop(
        pieces=(
            piece("cloth", glossy("d8261c", 0.6), skin, under, main=True),
            piece("stick", metal(), *stick),
            piece("hook", wooden("8a5c34"), hook),
        ),
        sound="cloth",
    )


def phone() -> Prop:
    """A smartphone, upright, its screen lit."""
    case = at(box(0.038, 0.078, 0.005, 0.005), 0, 0.078, 0)
    screen = at(box(0.034, 0.072, 0.001, 0.0008), 0, 0.078, 0.0052)
    lens = [at(sized(sphere(12, 8), 0.007, 0.007, 0.003), 0.02, y, -0.005) for y in (0.14, 0.122)]
    return Prop(
        pieces=(
            piece("case", glossy("26282e", 0.2), case, main=True),
            piece("screen", shining("5a8cd8", 0.6), screen),
            piece("lens", glossy("0c0c10", 0.05), *lens),
        ),
        sound="plastic",
    )


def television() -> Prop:
    """A flat screen on its foot."""
    case = at(box(0.62, 0.36, 0.025, 0.02), 0, 0.5, 0)
    screen = at(box(0.59, 0.33, 0.004, 0.003), 0, 0.5, 0.025)
    foot = [
        at(box(0.22, 0.01, 0.11, 0.01), 0, 0.01, 0),
        at(box(0.04, 0.07, 0.02, 0.01), 0, 0.08, -0.01),
    ]
    return Prop(
        pieces=(
            piece("case", glossy("1e2024", 0.3), case, *foot, main=True),
            piece("screen", shining("4a7ab8", 0.5), screen),
        ),
        sound="plastic",
    )


def clock() -> Prop:
    """A round clock on a foot, ten past ten."""
    rim = at(torus(0.13, 0.018, 48, 12), 0, 0.17, 0, rx=90)
    back = at(cylinder(0.13, 0.13, 0.05, 48, 0.01), 0, 0.17, -0.035, rx=90)
    face = at(cylinder(0.122, 0.122, 0.006, 48), 0, 0.17, 0.012, rx=90)
    ticks = [
        at(
            box(0.003, 0.009 if k % 3 else 0.014, 0.002, 0.001),
            0.1 * np.sin(a),
            0.17 + 0.1 * np.cos(a),
            0.019,
            rz=-np.degrees(a),
        )
        for k, a in enumerate(np.arange(12) * np.pi / 6)
    ]
    hands = [at(at(box(0.005, 0.034, 0.002, 0.001), 0, 0.028, 0), 0, 0.17, 0.021, rz=55)]
    hands += [at(at(box(0.0035, 0.046, 0.002, 0.001), 0, 0.04, 0), 0, 0.17, 0.023, rz=-60)]
    foot = at(box(0.11, 0.014, 0.05, 0.01), 0, 0.014, -0.01)
    return Prop(
        pieces=(
            piece("case", wooden("8a5430"), back, rim, foot, main=True),
            piece("face", matte("f6f1e2"), face),
            piece("hands", matte("26221e"), *ticks, *hands),
        ),
        sound="wood",
    )


def robot() -> Prop:
    """A tin robot with lit eyes."""
    body = at(box(0.19, 0.2, 0.13, 0.06), 0, 0.46, 0)
    head = at(box(0.15, 0.12, 0.12, 0.055), 0, 0.82, 0)
    arms = [at(capsule(0.045, 0.2), s * 0.25, 0.4, 0, rz=s * 8) for s in (-1, 1)]
    hands = [at(torus(0.04, 0.018, 20, 10), s * 0.28, 0.34, 0, rx=90) for s in (-1, 1)]
    legs = [at(cylinder(0.06, 0.06, 0.26, 24), s * 0.1, 0.06, 0) for s in (-1, 1)]
    feet = [at(box(0.08, 0.04, 0.11, 0.035), s * 0.1, 0.04, 0.02) for s in (-1, 1)]
    joints = [
        at(cylinder(0.055, 0.055, 0.08, 24), 0, 0.64, 0),
        *[at(sized(sphere(20, 14), 0.06), s * 0.21, 0.6, 0) for s in (-1, 1)],
    ]
    ears = [
        at(cylinder(0.04, 0.03, 0.04, 20, 0.008), s * 0.145, 0.82, 0, rz=-s * 90) for s in (-1, 1)
    ]
    panel = at(box(0.11, 0.09, 0.01, 0.02), 0, 0.47, 0.128)
    dials = [at(sized(sphere(14, 10), 0.02, 0.02, 0.01), x, 0.5, 0.14) for x in (-0.06, 0, 0.06)]
    mouth = [
        at(box(0.008, 0.02, 0.006, 0.004), x, 0.755, 0.12)
        for x in np.linspace(-0.06, 0.06, 6).tolist()
    ]
    eyes = [
        at(sized(sphere(20, 14), 0.035, 0.035, 0.018), s * 0.062, 0.845, 0.116) for s in (-1, 1)
    ]
    antenna = [at(cylinder(0.008, 0.006, 0.1, 10), 0, 0.93, 0)]
    bulb = at(sized(sphere(18, 12), 0.026), 0, 1.04, 0)
    return Prop(
        pieces=(
            piece("tin", metal("8fb4c4", 0.3), body, head, *arms, *feet, main=True),
            piece("dark", metal("50565e", 0.4), *legs, *joints, *hands, *ears, *mouth, *antenna),
            piece("panel", glossy("f2ead6", 0.4), panel),
            piece("eyes", shining("ffd84c", 1.8), *eyes),
            piece("lights", shining("e8402c", 1.0), bulb, *dials),
        ),
        sound="metal",
    )


def top_hat() -> Prop:
    """A black top hat with a red band."""
    hat = lathe(
        [
            (0.0, 0.0),
            (0.19, 0.0),
            (0.195, 0.008),
            (0.19, 0.014),
            (0.115, 0.012),
            (0.105, 0.05),
            (0.12, 0.2),
            (0.112, 0.21),
            (0.0, 0.21),
        ],
        40,
    )
    band = lathe([(0.1085, 0.02), (0.1085, 0.06)], 40)
    return Prop(
        pieces=(
            piece("hat", cloth("202024"), hat, main=True),
            piece("band", cloth("b02a2a"), band),
        ),
        sound="cloth",
    )


def bell() -> Prop:
    """A brass bell on a little stand."""
    cup = lathe(
        [
            (0.0, 0.19),
            (0.03, 0.19),
            (0.05, 0.17),
            (0.06, 0.1),
            (0.085, 0.05),
            (0.095, 0.04),
            (0.085, 0.045),
            (0.055, 0.1),
            (0.0, 0.17),
        ],
        40,
    )
    clapper = at(sized(sphere(16, 12), 0.022), 0, 0.064, 0)
    grip = at(torus(0.022, 0.007, 24, 10), 0, 0.21, 0, rx=90)
    return Prop(
        pieces=(
            piece(
                "bell",
                metal("d8a84c", 0.2),
                *(at(part, 0, -0.04, 0) for part in (cup, grip, clapper)),
                main=True,
            ),
        ),
        sound="bell",
    )


def lantern() -> Prop:
    """A lantern with a candle in it."""
    frame = [
        cylinder(0.1, 0.1, 0.03, 6),
        at(lathe([(0.12, 0.27), (0.05, 0.35), (0.0, 0.36)], 6, crease_degrees=20), 0, 0, 0),
    ]
    frame += [
        at(cylinder(0.007, 0.007, 0.25, 8), 0.088 * np.cos(a), 0.025, 0.088 * np.sin(a))
        for a in np.arange(6) * np.pi / 3
    ]
    ring = at(torus(0.045, 0.007, 28, 10), 0, 0.4, 0, rx=90)
    flame = lathe([(0.0, 0.12), (0.02, 0.145), (0.0, 0.2)], 16)
    return Prop(
        pieces=(
            piece("frame", metal("3a3a3c", 0.4), *frame, ring, main=True),
            piece("candle", matte("f0e6d0"), at(cylinder(0.03, 0.03, 0.09, 20, 0.004), 0, 0.03, 0)),
            piece("flame", shining("ffbe50", 3.0), flame),
        ),
        sound="metal",
    )


NOUNS: Final = {
    "book": book,
    "novel": book,
    "notebook": book,
    "remote": remote,
    "remote control": remote,
    "tv remote": remote,
    "hair drier": hair_drier,
    "hair dryer": hair_drier,
    "hairdryer": hair_drier,
    "blow dryer": hair_drier,
    "umbrella": umbrella,
    "parasol": umbrella,
    "phone": phone,
    "cell phone": phone,
    "mobile phone": phone,
    "smartphone": phone,
    "tv": television,
    "television": television,
    "screen": television,
    "monitor": television,
    "clock": clock,
    "robot": robot,
    "toy robot": robot,
    "android": robot,
    "hat": top_hat,
    "top hat": top_hat,
    "bell": bell,
    "lantern": lantern,
}
