"""What stands in rooms."""

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
from omnireel.engines.previs.scene import Mesh
from omnireel.engines.previs.shapes.primitives import capsule, cylinder, sphere
from omnireel.engines.previs.shapes.sweep import lathe


def _legs(x: float, z: float, height: float, radius: float) -> list[Mesh]:
    """Four round legs, a little thinner at the floor."""
    leg = cylinder(radius * 0.7, radius, height, 16, 0.005)
    return [at(leg, sx * x, 0, sz * z) for sx in (-1, 1) for sz in (-1, 1)]


def table() -> Prop:
    """A dining table, 1.5 m wide."""
    top = at(box(0.75, 0.022, 0.42, 0.02), 0, 0.72, 0)
    apron = [at(box(0.66, 0.04, 0.012, 0.005), 0, 0.66, z) for z in (-0.34, 0.34)]
    sides = [at(box(0.012, 0.04, 0.34, 0.005), x, 0.66, 0) for x in (-0.66, 0.66)]
    legs = _legs(0.66, 0.34, 0.7, 0.038)
    wood = wooden("b8814c")
    return Prop(pieces=(piece("table", wood, top, *apron, *sides, *legs, main=True),), sound="wood")


def coffee_table() -> Prop:
    """A low table."""
    top = at(box(0.55, 0.025, 0.32, 0.025), 0, 0.4, 0)
    shelf = at(box(0.45, 0.012, 0.24, 0.01), 0, 0.14, 0)
    legs = _legs(0.47, 0.25, 0.39, 0.03)
    return Prop(
        pieces=(piece("table", wooden("8a5a34"), top, shelf, *legs, main=True),), sound="wood"
    )


def round_table() -> Prop:
    """A round top on one foot."""
    top = at(cylinder(0.45, 0.45, 0.035, 48, 0.014), 0, 0.7, 0)
    foot = lathe([(0.0, 0.0), (0.24, 0.0), (0.24, 0.02), (0.05, 0.08), (0.035, 0.4), (0.06, 0.7)])
    return Prop(pieces=(piece("table", wooden("b8814c"), top, foot, main=True),), sound="wood")


def desk() -> Prop:
    """A writing desk with a block of drawers."""
    top = at(box(0.7, 0.02, 0.36, 0.012), 0, 0.73, 0)
    chest = at(box(0.2, 0.33, 0.33, 0.012), 0.46, 0.37, 0)
    side = at(box(0.018, 0.355, 0.33, 0.008), -0.66, 0.356, 0)
    back = at(box(0.64, 0.18, 0.01, 0.005), 0, 0.53, -0.32)
    fronts = [at(box(0.185, 0.095, 0.012, 0.008), 0.46, y, 0.335) for y in (0.15, 0.37, 0.59)]
    knobs = [at(sized(sphere(12, 8), 0.018), 0.46, y, 0.36) for y in (0.15, 0.37, 0.59)]
    return Prop(
        pieces=(
            piece("desk", wooden("a8703e"), top, chest, side, back, main=True),
            piece("drawers", wooden("c08a54"), *fronts),
            piece("knobs", metal("d8b46a"), *knobs),
        ),
        sound="wood",
    )


def chair() -> Prop:
    """A kitchen chair."""
    seat = at(box(0.21, 0.02, 0.2, 0.02), 0, 0.45, 0)
    legs = _legs(0.18, 0.17, 0.45, 0.022)
    posts = [
        at(cylinder(0.02, 0.017, 0.5, 14, 0.006), x, 0.45, -0.18, rx=-6) for x in (-0.18, 0.18)
    ]
    rails = [
        at(box(0.18, 0.04, 0.012, 0.012), 0, y, -0.18 - (y - 0.45) * 0.105) for y in (0.66, 0.87)
    ]
    return Prop(
        pieces=(piece("chair", wooden("b8814c"), seat, *legs, *posts, *rails, main=True),),
        sound="wood",
    )


def stool() -> Prop:
    """A round seat on three legs."""
    seat = at(cylinder(0.17, 0.17, 0.04, 36, 0.015), 0, 0.42, 0)
    leg = cylinder(0.016, 0.024, 0.45, 14, 0.005)
    legs = [at(at(leg, 0.16, 0, 0, rz=12), ry=turn) for turn in (30, 150, 270)]
    return Prop(pieces=(piece("stool", wooden("b8814c"), seat, *legs, main=True),), sound="wood")


def bench() -> Prop:
    """A park bench: planks on iron."""
    planks = [at(box(0.75, 0.016, 0.045, 0.012), 0, 0.44, z) for z in (-0.14, -0.04, 0.06, 0.16)]
    back = [
        at(box(0.75, 0.045, 0.014, 0.012), 0, y, -0.2 - (y - 0.5) * 0.2) for y in (0.6, 0.72, 0.84)
    ]
    irons = []
    for x in (-0.58, 0.58):
        irons += [at(box(0.025, 0.22, 0.02, 0.01), x, 0.22, z) for z in (-0.16, 0.17)]
        irons += [at(box(0.025, 0.018, 0.2, 0.01), x, 0.42, 0)]
        irons += [at(box(0.025, 0.26, 0.014, 0.01), x, 0.66, -0.23, rx=-11)]
    return Prop(
        pieces=(
            piece("planks", wooden("b27a44"), *planks, *back, main=True),
            piece("irons", glossy("2c3430", 0.5), *irons),
        ),
        sound="wood",
    )


def shelf() -> Prop:
    """A bookcase with books in it."""
    wood, books = [], []
    wood += [at(box(0.02, 0.8, 0.15, 0.006), x, 0.8, 0) for x in (-0.42, 0.42)]
    wood += [at(box(0.42, 0.014, 0.15, 0.005), 0, y, 0) for y in (0.05, 0.42, 0.8, 1.18, 1.58)]
    wood += [at(box(0.42, 0.79, 0.008, 0.003), 0, 0.8, -0.14)]
    paints = ("b8302c", "2f6fb0", "e0a92c", "3c8a50", "6a3f8c", "e8dfc8")
    rows: dict[str, list[Mesh]] = {code: [] for code in paints}
    rng = np.random.Generator(np.random.PCG64(7))
    for floor in (0.064, 0.434, 0.814, 1.194):
        x = -0.39
        while x < 0.28 + 0.1 * rng.random():
            width, tall = 0.018 + 0.02 * rng.random(), 0.2 + 0.1 * rng.random()
            code = paints[int(rng.integers(len(paints)))]
            rows[code].append(
                at(box(width, tall / 2, 0.1, 0.006), x + width, floor + tall / 2, 0.01)
            )
            x += 2 * width + 0.003
    books = [piece(f"books-{code}", matte(code), *made) for code, made in rows.items() if made]
    return Prop(pieces=(piece("shelf", wooden("a06c3c"), *wood, main=True), *books), sound="wood")


def cabinet() -> Prop:
    """A wardrobe with two doors."""
    case = at(box(0.5, 0.95, 0.28, 0.015), 0, 0.97, 0)
    doors = [at(box(0.235, 0.87, 0.012, 0.01), x, 0.99, 0.285) for x in (-0.245, 0.245)]
    knobs = [at(sized(sphere(12, 8), 0.02), x, 0.98, 0.315) for x in (-0.05, 0.05)]
    return Prop(
        pieces=(
            piece("case", wooden("9a6638"), case, main=True),
            piece("doors", wooden("b8834c"), *doors),
            piece("knobs", metal("d8b46a"), *knobs),
        ),
        sound="wood",
    )


def sofa(width: float = 0.95) -> Prop:
    """A soft sofa with cushions, facing +z."""
    frame = [
        at(box(width, 0.14, 0.4, 0.06), 0, 0.24, 0),
        at(box(width, 0.3, 0.11, 0.08), 0, 0.56, -0.32, rx=-8),
        at(box(0.11, 0.22, 0.4, 0.09), -width + 0.02, 0.42, 0),
        at(box(0.11, 0.22, 0.4, 0.09), width - 0.02, 0.42, 0),
    ]
    count = 2 if width > 0.7 else 1
    span = (width - 0.12) / count
    middles = [(k - (count - 1) / 2) * 2 * span for k in range(count)]
    cushions = [at(box(span * 0.97, 0.075, 0.32, 0.07), x, 0.43, 0.06) for x in middles]
    cushions += [at(box(span * 0.94, 0.19, 0.08, 0.075), x, 0.62, -0.21, rx=-10) for x in middles]
    legs = _legs(width - 0.1, 0.3, 0.11, 0.03)
    return Prop(
        pieces=(
            piece("sofa", cloth("5f7f8c"), *frame, *cushions, main=True),
            piece("legs", wooden("6a4426"), *legs),
        ),
        sound="cloth",
    )


def armchair() -> Prop:
    """A sofa for one."""
    return sofa(0.46)


def bed() -> Prop:
    """A bed with a blanket and a pillow, its head at -z."""
    frame = [
        at(box(0.78, 0.1, 1.02, 0.03), 0, 0.24, 0),
        at(box(0.8, 0.42, 0.035, 0.03), 0, 0.5, -1.02),
        at(box(0.8, 0.24, 0.03, 0.03), 0, 0.32, 1.02),
    ]
    mattress = at(box(0.74, 0.1, 0.98, 0.07), 0, 0.42, 0)
    pillows = [at(box(0.3, 0.07, 0.18, 0.07), x, 0.57, -0.74, rx=14) for x in (-0.36, 0.36)]
    blanket = at(box(0.79, 0.1, 0.7, 0.08), 0, 0.46, 0.3)
    fold = at(box(0.79, 0.045, 0.1, 0.04), 0, 0.55, -0.38)
    return Prop(
        pieces=(
            piece("blanket", cloth("3f6fa8"), blanket, main=True),
            piece("frame", wooden("9a6638"), *frame, *_legs(0.7, 0.94, 0.16, 0.04)),
            piece("linen", cloth("f4f1ea"), mattress, *pillows, fold),
        ),
        sound="cloth",
    )


def lamp() -> Prop:
    """A table lamp with a lit shade."""
    foot = lathe(
        [
            (0.0, 0.0),
            (0.1, 0.0),
            (0.1, 0.015),
            (0.03, 0.04),
            (0.055, 0.14),
            (0.02, 0.26),
            (0.012, 0.36),
        ]
    )
    shade = lathe([(0.15, 0.3), (0.1, 0.5), (0.096, 0.5), (0.144, 0.302), (0.15, 0.3)])
    return Prop(
        pieces=(
            piece("foot", glossy("3c7a78", 0.25), foot, main=True),
            piece("shade", shining("ffe2a8", 0.9), shade),
        ),
        sound="ceramic",
    )


def floor_lamp() -> Prop:
    """A lamp on a tall pole."""
    pole = [cylinder(0.15, 0.15, 0.025, 36, 0.01), cylinder(0.014, 0.012, 1.45, 14)]
    shade = lathe([(0.21, 1.32), (0.15, 1.62), (0.145, 1.62), (0.204, 1.322), (0.21, 1.32)])
    return Prop(
        pieces=(
            piece("pole", metal("3a3a3e", 0.4), *pole, main=True),
            piece("shade", shining("ffe2a8", 0.9), shade),
        ),
        sound="metal",
    )


def door() -> Prop:
    """A door in its frame, closed."""
    frame = [at(box(0.06, 1.06, 0.09, 0.01), x, 1.06, 0) for x in (-0.5, 0.5)]
    frame += [at(box(0.56, 0.06, 0.09, 0.01), 0, 2.1, 0)]
    leaf = [at(box(0.44, 1.01, 0.025, 0.006), 0, 1.03, 0)]
    panels = [at(box(0.15, 0.34, 0.034, 0.02), x, y, 0) for x in (-0.2, 0.2) for y in (0.52, 1.46)]
    knobs = [at(sized(sphere(16, 10), 0.035), 0.36, 1.02, z) for z in (-0.075, 0.075)]
    return Prop(
        pieces=(
            piece("leaf", glossy("a8442c", 0.45), *leaf, *panels, main=True),
            piece("frame", glossy("f0ece2", 0.5), *frame),
            piece("knobs", metal("d8b46a"), *knobs),
        ),
        sound="wood",
    )


def rug() -> Prop:
    """A carpet with a border."""
    base = at(box(1.1, 0.009, 0.75, 0.009), 0, 0.009, 0)
    inner = at(box(0.98, 0.009, 0.63, 0.009), 0, 0.012, 0)
    stripe = at(box(0.88, 0.009, 0.53, 0.009), 0, 0.015, 0)
    return Prop(
        pieces=(
            piece("field", cloth("a83a34"), stripe, main=True),
            piece("border", cloth("e8d8b0"), inner),
            piece("edge", cloth("3a3f5c"), base),
        ),
        sound="cloth",
    )


def pillow() -> Prop:
    """A soft cushion."""
    soft = at(sized(sphere(36, 20), 0.24, 0.09, 0.24), 0, 0.09, 0)
    return Prop(pieces=(piece("pillow", cloth("e0a850"), soft, main=True),), sound="cloth")


def pole() -> Prop:
    """A plain upright pole."""
    return Prop(pieces=(piece("pole", metal(), capsule(0.04, 2.2), main=True),), sound="metal")


NOUNS: Final = {
    "table": table,
    "dining table": table,
    "kitchen table": table,
    "coffee table": coffee_table,
    "round table": round_table,
    "side table": round_table,
    "nightstand": coffee_table,
    "desk": desk,
    "chair": chair,
    "stool": stool,
    "bench": bench,
    "park bench": bench,
    "shelf": shelf,
    "bookshelf": shelf,
    "bookcase": shelf,
    "cabinet": cabinet,
    "cupboard": cabinet,
    "wardrobe": cabinet,
    "closet": cabinet,
    "dresser": cabinet,
    "sofa": sofa,
    "couch": sofa,
    "armchair": armchair,
    "bed": bed,
    "lamp": lamp,
    "table lamp": lamp,
    "desk lamp": lamp,
    "floor lamp": floor_lamp,
    "door": door,
    "rug": rug,
    "carpet": rug,
    "pillow": pillow,
    "cushion": pillow,
    "pole": pole,
    "pillar": pole,
}
