"""What things are packed in."""

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
from omnireel.engines.previs.scene import Mesh
from omnireel.engines.previs.shapes.primitives import sphere, torus
from omnireel.engines.previs.shapes.sweep import lathe


def crate() -> Prop:
    """A wooden crate."""
    walls = at(box(0.28, 0.28, 0.28, 0.01), 0, 0.3, 0)
    rails: list[Mesh] = []
    for turn in (0, 90, 180, 270):
        side = [at(box(0.3, 0.04, 0.014, 0.006), 0, y, 0.29) for y in (0.05, 0.55)]
        side += [at(box(0.04, 0.3, 0.014, 0.006), x, 0.3, 0.29) for x in (-0.26, 0.26)]
        side += [at(box(0.33, 0.035, 0.012, 0.006), 0, 0.3, 0.288, rz=45)]
        rails += [at(m, ry=turn) for m in side]
    return Prop(
        pieces=(
            piece("walls", wooden("c89a60"), walls, main=True),
            piece("rails", wooden("a8763e"), *rails),
        ),
        sound="wood",
    )


def cardboard_box() -> Prop:
    """A parcel with tape."""
    case = at(box(0.26, 0.19, 0.2, 0.01), 0, 0.19, 0)
    tape = [at(box(0.035, 0.002, 0.201, 0.001), 0, 0.381, 0)]
    tape += [at(box(0.035, 0.06, 0.002, 0.001), 0, 0.32, s * 0.2) for s in (-1, 1)]
    return Prop(
        pieces=(
            piece("box", matte("bc8e5a"), case, main=True),
            piece("tape", glossy("e0c48c", 0.3), *tape),
        ),
        sound="cardboard",
    )


def gift() -> Prop:
    """A wrapped present with a bow."""
    case = [
        at(box(0.19, 0.15, 0.19, 0.012), 0, 0.15, 0),
        at(box(0.205, 0.035, 0.205, 0.012), 0, 0.305, 0),
    ]
    band = [
        at(box(0.035, 0.172, 0.208, 0.006), 0, 0.172, 0),
        at(box(0.208, 0.172, 0.035, 0.006), 0, 0.172, 0),
    ]
    loops = [
        at(sized(torus(0.05, 0.02, 28, 12), 1.3, 1, 1), s * 0.07, 0.385, 0, rx=90, rz=s * 24)
        for s in (-1, 1)
    ]
    knot = at(sized(sphere(18, 12), 0.032), 0, 0.36, 0)
    return Prop(
        pieces=(
            piece("paper", glossy("d8302c", 0.35), *case, main=True),
            piece("ribbon", glossy("f7c83a", 0.25), *band, *loops, knot),
        ),
        sound="cardboard",
    )


def barrel() -> Prop:
    """A wooden barrel with hoops."""
    turn = np.linspace(-1, 1, 17)
    profile = [
        (0.0, 0.0),
        *[(0.3 - 0.07 * t * t, 0.4 + 0.4 * t) for t in turn.tolist()],
        (0.0, 0.8),
    ]
    body = lathe(profile, 40, crease_degrees=60)
    hoops = [
        at(torus(r, 0.014, 44, 8), 0, y, 0)
        for y, r in ((0.1, 0.262), (0.27, 0.294), (0.53, 0.294), (0.7, 0.262))
    ]
    return Prop(
        pieces=(
            piece("staves", wooden("a8723c"), body, main=True),
            piece("hoops", metal("5c6066", 0.4), *hoops),
        ),
        sound="wood",
    )


NOUNS: Final = {
    "crate": crate,
    "wooden box": crate,
    "box": cardboard_box,
    "cardboard box": cardboard_box,
    "parcel": cardboard_box,
    "package": cardboard_box,
    "gift": gift,
    "present": gift,
    "gift box": gift,
    "barrel": barrel,
}
