"""The larger pieces of a parlour: piano, throne, fireplace, chandelier."""

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
from omnireel.engines.previs.colors import linear
from omnireel.engines.previs.scene import Finish, Material
from omnireel.engines.previs.shapes.primitives import cylinder, sphere, torus
from omnireel.engines.previs.shapes.sweep import catmull_rom, lathe, tube


def piano() -> Prop:
    """An upright piano, its keys to +z."""
    case = [
        at(box(0.75, 0.58, 0.16, 0.02), 0, 0.6, -0.14),
        at(box(0.78, 0.025, 0.2, 0.015), 0, 1.2, -0.13),
    ]
    case += [at(box(0.75, 0.04, 0.17, 0.015), 0, 0.66, 0.14)]
    case += [at(box(0.03, 0.17, 0.17, 0.015), s * 0.72, 0.72, 0.14) for s in (-1, 1)]
    legs = [at(box(0.035, 0.31, 0.035, 0.012), s * 0.68, 0.31, 0.24) for s in (-1, 1)]
    white = [
        at(box(0.0125, 0.012, 0.075, 0.003), x, 0.71, 0.22)
        for x in np.linspace(-0.66, 0.66, 50).tolist()
    ]
    step = 1.32 / 49
    black = [
        at(box(0.007, 0.012, 0.045, 0.003), -0.66 + (k + 0.5) * step, 0.726, 0.19)
        for k in range(49)
        if k % 7 not in (2, 6)
    ]
    rest = at(box(0.3, 0.13, 0.01, 0.008), 0, 0.98, 0.04, rx=-10)
    pedals = [at(box(0.015, 0.008, 0.05, 0.006), x, 0.07, 0.06) for x in (-0.07, 0, 0.07)]
    return Prop(
        pieces=(
            piece("case", glossy("201c1e", 0.12), *case, *legs, rest, main=True),
            piece("white", glossy("f6f3ea", 0.2), *white),
            piece("black", glossy("121214", 0.25), *black),
            piece("pedals", metal("d8b04c"), *pedals),
        ),
        sound="wood",
    )


def throne() -> Prop:
    """A gilded chair with a red seat."""
    frame = [
        at(box(0.4, 0.75, 0.06, 0.04), 0, 1.0, -0.3),
        at(box(0.4, 0.06, 0.36, 0.03), 0, 0.42, 0),
    ]
    frame += [at(box(0.06, 0.05, 0.3, 0.04), s * 0.38, 0.74, 0) for s in (-1, 1)]
    frame += [
        at(box(0.05, 0.36, 0.05, 0.02), s * 0.36, 0.36, z) for s in (-1, 1) for z in (-0.28, 0.28)
    ]
    balls = [at(sized(sphere(20, 14), 0.08), s * 0.36, 1.8, -0.3) for s in (-1, 1)]
    balls += [at(sized(sphere(20, 14), 0.11), 0, 1.86, -0.3)]
    soft = [
        at(box(0.33, 0.06, 0.3, 0.05), 0, 0.5, 0.02),
        at(box(0.3, 0.55, 0.05, 0.05), 0, 1.1, -0.23),
    ]
    return Prop(
        pieces=(
            piece("frame", metal("d8a83c", 0.25), *frame, *balls),
            piece("velvet", cloth("a01c2c"), *soft, main=True),
        ),
        sound="wood",
    )


def fireplace() -> Prop:
    """A hearth with a burning fire."""
    stone = Material(finish=Finish.STONE, color=linear("a89c8c"), roughness=0.95, scale=2.0)
    sides = [at(box(0.2, 0.55, 0.25, 0.02), s * 0.62, 0.55, 0) for s in (-1, 1)]
    sides += [
        at(box(0.82, 0.14, 0.25, 0.02), 0, 1.1, 0),
        at(box(0.42, 0.9, 0.18, 0.02), 0, 2.1, -0.06),
    ]
    sides += [at(box(0.9, 0.05, 0.4, 0.02), 0, 0.05, 0.1)]
    logs = [
        at(cylinder(0.06, 0.06, 0.6, 16, 0.01), -0.3, 0.16 + 0.09 * k, 0.05 - 0.04 * k, rz=-90)
        for k in (0, 1)
    ]
    flames = [
        at(sized(sphere(16, 12), 0.08, tall, 0.05), x, 0.3 + tall * 0.7, 0.02)
        for x, tall in ((-0.16, 0.16), (0.0, 0.24), (0.15, 0.18))
    ]
    return Prop(
        pieces=(
            piece("stone", stone, *sides, main=True),
            piece("mantel", wooden("8a5a30"), at(box(0.95, 0.05, 0.32, 0.02), 0, 1.28, 0.02)),
            piece("dark", matte("1a1614"), at(box(0.44, 0.48, 0.02, 0.005), 0, 0.5, -0.2)),
            piece("logs", wooden("5a3c24"), *logs),
            piece("fire", shining("ff9a2c", 2.2), *flames),
        ),
        sound="stone",
    )


def chandelier() -> Prop:
    """Candles on a ring of brass."""
    ring = at(torus(0.45, 0.025, 48, 10), 0, 0.1, 0)
    spots = [(0.45 * float(np.cos(a)), 0.45 * float(np.sin(a))) for a in np.arange(8) * np.pi / 4]
    chains = [
        tube([(x, 0.1, z), (x * 0.5, 0.5, z * 0.5), (0, 0.95, 0)], 0.01, 8) for x, z in spots[::2]
    ]
    cups = [at(lathe([(0.02, 0.1), (0.05, 0.15), (0.04, 0.16)], 20), x, 0, z) for x, z in spots]
    wax = [at(cylinder(0.025, 0.022, 0.14, 16), x, 0.14, z) for x, z in spots]
    fire = [at(sized(sphere(14, 10), 0.018, 0.045, 0.018), x, 0.32, z) for x, z in spots]
    drop = at(sized(sphere(18, 12), 0.06), 0, 0.06, 0)
    return Prop(
        pieces=(
            piece("brass", metal("d8a84c", 0.2), ring, *chains, *cups, drop, main=True),
            piece("wax", matte("f4ecd8"), *wax),
            piece("fire", shining("ffc45c", 2.6), *fire),
        ),
        sound="metal",
    )


def kettle() -> Prop:
    """A kettle with a bent spout."""
    body = lathe(
        [(0.0, 0.0), (0.1, 0.0), (0.12, 0.03), (0.1, 0.12), (0.05, 0.17), (0.0, 0.175)], 36
    )
    spout = tube(
        catmull_rom([(-0.09, 0.07, 0), (-0.15, 0.11, 0), (-0.17, 0.17, 0)], 8),
        np.linspace(0.028, 0.014, 17),
        12,
    )
    grip = tube(
        catmull_rom([(-0.06, 0.16, 0), (-0.05, 0.26, 0), (0.05, 0.26, 0), (0.06, 0.16, 0)], 8),
        0.012,
        12,
    )
    knob = at(sized(sphere(16, 10), 0.016), 0, 0.19, 0)
    return Prop(
        pieces=(
            piece("kettle", glossy("d8452c", 0.2), body, spout, main=True),
            piece("grip", matte("26262a"), grip, knob),
        ),
        sound="metal",
    )


NOUNS: Final = {
    "piano": piano,
    "upright piano": piano,
    "throne": throne,
    "fireplace": fireplace,
    "hearth": fireplace,
    "chandelier": chandelier,
    "kettle": kettle,
    "tea kettle": kettle,
}
