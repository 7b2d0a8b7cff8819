"""Road vehicles, a little shorter than life; they drive to +z."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from omnireel.engines.previs.cast.prop import (
    Piece,
    Prop,
    at,
    box,
    glossy,
    matte,
    metal,
    piece,
    shining,
    sized,
)
from omnireel.engines.previs.scene import Floats, Mesh, Vec3
from omnireel.engines.previs.shapes import solid
from omnireel.engines.previs.shapes.mesh import merged
from omnireel.engines.previs.shapes.primitives import cylinder, sphere, torus

_CELLS: Final = 48  # along the longest side
_GLASS_OUT: Final = 0.014  # how far windows stand out of the cabin


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """A rounded box: its middle, half extents and rounding, in metres."""

    middle: Vec3
    half: Vec3
    radius: float

    def distance(self, points: Floats) -> Floats:
        return solid.box(points, self.middle, self.half, self.radius)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Design:
    """A coach: its lower body, its cabin, the windows cut into it, and its axles (z, radius)."""

    hull: _Block
    cabin: _Block
    windows: tuple[_Block, ...]
    axles: tuple[float, ...]
    wheel: float


def _arches(points: Floats, design: _Design) -> Floats:
    """Distance to the hollows over the wheels."""
    reach = np.float32(design.hull.half[0] * 0.62)
    hollow = np.full(len(points), 1e3, np.float32)
    for z in design.axles:
        radial = np.hypot(points[:, 1] - np.float32(design.wheel), points[:, 2] - np.float32(z))
        hollow = np.minimum(hollow, radial - np.float32(design.wheel * 1.16))
    return np.maximum(hollow, reach - np.abs(points[:, 0])).astype(np.float32)


def _shell(design: _Design) -> Mesh:
    def distance(points: Floats) -> Floats:
        whole = solid.union(design.hull.distance(points), design.cabin.distance(points), 0.12)
        return solid.subtraction(whole, _arches(points, design), 0.03)

    return solid.surface_nets(distance, *_bounds(design), _cell(design))


def _glass(design: _Design) -> Mesh:
    def distance(points: Floats) -> Floats:
        panes = np.full(len(points), 1e3, np.float32)
        for window in design.windows:
            panes = np.minimum(panes, window.distance(points))
        outer = design.cabin.distance(points) - np.float32(_GLASS_OUT)
        return solid.intersection(outer, panes)

    return solid.surface_nets(distance, *_bounds(design), _cell(design))


def _bounds(design: _Design) -> tuple[Vec3, Vec3]:
    blocks = (design.hull, design.cabin)
    low = [min(b.middle[k] - b.half[k] for b in blocks) - 0.1 for k in range(3)]
    high = [max(b.middle[k] + b.half[k] for b in blocks) + 0.1 for k in range(3)]
    return (low[0], low[1], low[2]), (high[0], high[1], high[2])


def _cell(design: _Design) -> float:
    """Grid cells for the eye: finer for smaller cars."""
    low, high = _bounds(design)
    return max(b - a for a, b in zip(low, high, strict=True)) / _CELLS


def _wheels(design: _Design) -> tuple[Piece, Piece]:
    radius, width = design.wheel, design.wheel * 0.58
    x = design.hull.half[0] - width / 2 - 0.01
    tyre = at(torus(radius * 0.72, radius * 0.28, 28, 10), rz=90)
    tyre = sized(tyre, width / (radius * 0.56), 1, 1)
    disc = at(
        cylinder(radius * 0.62, radius * 0.56, width * 0.9, 28, 0.02), width * 0.45, 0, 0, rz=90
    )
    spots = [(s * x, radius, z) for s in (-1, 1) for z in design.axles]
    return (
        piece("tyres", matte("202024"), *[at(tyre, *spot) for spot in spots]),
        piece("hubs", metal("d8dade"), *[at(disc, *spot) for spot in spots]),
    )


def _lights(design: _Design, height: float, spread: float = 0.7) -> tuple[Piece, Piece]:
    (_, _, middle), (half, _, long) = design.hull.middle, design.hull.half
    lens = sized(sphere(20, 12), 0.115, 0.095, 0.05)
    tail = box(0.1, 0.055, 0.03, 0.025)
    xs = (-half * spread, half * spread)
    return (
        piece(
            "lamps",
            shining("fff1cc", 0.9),
            *[at(lens, x, height, middle + long - 0.01) for x in xs],
        ),
        piece("tails", shining("d8201c", 0.5), *[at(tail, x, height, middle - long) for x in xs]),
    )


def _bumpers(design: _Design) -> Mesh:
    (_, low, middle), (half, tall, long) = design.hull.middle, design.hull.half
    bar = box(half * 0.86, 0.06, 0.06, 0.05)
    y = low - tall + 0.12
    return merged([at(bar, 0, y, middle + s * (long + 0.01)) for s in (-1, 1)])


def _coach(design: _Design, code: str, lamps: float, *more: Piece) -> Prop:
    return Prop(
        pieces=(
            piece("paint", glossy(code, 0.22), _shell(design), main=True),
            piece("glass", glossy("223844", 0.06), _glass(design)),
            *_wheels(design),
            *_lights(design, lamps),
            piece("bumpers", glossy("3c4046", 0.4), _bumpers(design)),
            *more,
        ),
        sound="metal",
    )


_CAR: Final = _Design(
    hull=_Block(middle=(0, 0.62, 0), half=(0.82, 0.3, 1.62), radius=0.24),
    cabin=_Block(middle=(0, 1.1, -0.2), half=(0.7, 0.42, 0.98), radius=0.3),
    windows=(
        _Block(middle=(0, 1.16, 0.27), half=(1.0, 0.2, 0.27), radius=0.09),
        _Block(middle=(0, 1.16, -0.5), half=(1.0, 0.2, 0.38), radius=0.09),
        _Block(middle=(0, 1.17, 0.9), half=(0.56, 0.22, 0.3), radius=0.09),
        _Block(middle=(0, 1.17, -1.3), half=(0.54, 0.2, 0.3), radius=0.09),
    ),
    axles=(1.02, -1.02),
    wheel=0.36,
)
_RACER: Final = _Design(
    hull=_Block(middle=(0, 0.46, 0), half=(0.86, 0.2, 1.85), radius=0.2),
    cabin=_Block(middle=(0, 0.78, -0.3), half=(0.62, 0.32, 0.95), radius=0.28),
    windows=(
        _Block(middle=(0, 0.86, -0.2), half=(1.0, 0.14, 0.4), radius=0.08),
        _Block(middle=(0, 0.86, 0.7), half=(0.5, 0.17, 0.4), radius=0.08),
        _Block(middle=(0, 0.86, -1.2), half=(0.48, 0.14, 0.3), radius=0.08),
    ),
    axles=(1.18, -1.16),
    wheel=0.34,
)
_VAN: Final = _Design(
    hull=_Block(middle=(0, 0.72, 0), half=(0.9, 0.4, 1.8), radius=0.2),
    cabin=_Block(middle=(0, 1.42, -0.1), half=(0.84, 0.55, 1.62), radius=0.24),
    windows=(
        _Block(middle=(0, 1.52, 0.95), half=(1.2, 0.22, 0.3), radius=0.08),
        _Block(middle=(0, 1.52, 0.2), half=(1.2, 0.22, 0.36), radius=0.08),
        _Block(middle=(0, 1.52, -0.65), half=(1.2, 0.22, 0.36), radius=0.08),
        _Block(middle=(0, 1.52, 1.6), half=(0.68, 0.26, 0.3), radius=0.08),
        _Block(middle=(0, 1.52, -1.8), half=(0.6, 0.22, 0.3), radius=0.08),
    ),
    axles=(1.1, -1.12),
    wheel=0.38,
)
_BUS: Final = _Design(
    hull=_Block(middle=(0, 0.95, 0), half=(1.1, 0.6, 3.2), radius=0.2),
    cabin=_Block(middle=(0, 1.95, 0), half=(1.1, 0.9, 3.2), radius=0.22),
    windows=(
        *(
            _Block(middle=(0, 2.1, z), half=(1.5, 0.36, 0.42), radius=0.08)
            for z in (-2.3, -1.35, -0.4, 0.55, 1.5)
        ),
        _Block(middle=(0, 1.95, 2.55), half=(1.5, 0.55, 0.32), radius=0.08),
        _Block(middle=(0, 2.0, 3.25), half=(0.9, 0.5, 0.35), radius=0.1),
        _Block(middle=(0, 2.1, -3.25), half=(0.85, 0.36, 0.35), radius=0.1),
    ),
    axles=(2.1, -1.9),
    wheel=0.5,
)
_CAB: Final = _Design(
    hull=_Block(middle=(0, 0.85, 1.55), half=(0.98, 0.42, 0.85), radius=0.16),
    cabin=_Block(middle=(0, 1.55, 1.45), half=(0.94, 0.62, 0.72), radius=0.2),
    windows=(
        _Block(middle=(0, 1.68, 1.5), half=(1.2, 0.24, 0.36), radius=0.08),
        _Block(middle=(0, 1.68, 2.2), half=(0.76, 0.28, 0.3), radius=0.08),
    ),
    axles=(1.6,),
    wheel=0.45,
)


def car() -> Prop:
    """A small rounded car."""
    return _coach(_CAR, "d22c22", 0.68)


def racing_car() -> Prop:
    """A low, wide car with a wing and a stripe."""
    wing = [at(box(0.72, 0.025, 0.16, 0.02), 0, 0.98, -1.66)]
    wing += [at(box(0.025, 0.15, 0.08, 0.02), x, 0.82, -1.66) for x in (-0.5, 0.5)]
    stripe = at(box(0.14, 0.01, 0.75, 0.01), 0, 0.662, 1.02)
    return _coach(
        _RACER,
        "d22c22",
        0.5,
        piece("wing", glossy("26282c", 0.3), *wing),
        piece("stripe", glossy("f6f3ea", 0.3), stripe),
    )


def taxi() -> Prop:
    """A yellow car with a lit sign and a chequered belt."""
    squares = [
        at(box(0.006, 0.05, 0.05, 0.002), s * 0.82, 0.72 + 0.05 * (-1) ** k, -0.5 + 0.1 * k)
        for s in (-1, 1)
        for k in range(11)
    ]
    return _coach(
        _CAR,
        "f7c31e",
        0.68,
        piece("sign", shining("ffe9a8", 0.9), at(box(0.2, 0.08, 0.09, 0.05), 0, 1.58, -0.1)),
        piece("belt", matte("202024"), *squares),
    )


def police_car() -> Prop:
    """White over blue, with a light bar."""
    doors = [at(box(0.012, 0.2, 0.6, 0.05), s * 0.815, 0.68, -0.1) for s in (-1, 1)]
    return _coach(
        _CAR,
        "f2f3f5",
        0.68,
        piece("doors", glossy("1f4fa8", 0.25), *doors),
        piece("red", shining("ff2a22", 1.2), at(box(0.15, 0.06, 0.07, 0.04), -0.17, 1.57, -0.1)),
        piece("blue", shining("2a6aff", 1.4), at(box(0.15, 0.06, 0.07, 0.04), 0.17, 1.57, -0.1)),
    )


def van() -> Prop:
    """A small bus."""
    belt = [at(box(0.012, 0.07, 1.5, 0.03), s * 0.9, 0.98, -0.1) for s in (-1, 1)]
    return _coach(_VAN, "3aa0a8", 0.72, piece("belt", glossy("f4efe2", 0.3), *belt))


def bus() -> Prop:
    """A city bus."""
    belt = [at(box(0.012, 0.09, 3.0, 0.03), s * 1.1, 1.3, 0) for s in (-1, 1)]
    return _coach(_BUS, "f2a01e", 0.85, piece("belt", glossy("f6f3ea", 0.3), *belt))


def truck() -> Prop:
    """A cab and a box."""
    load = at(box(1.05, 1.05, 1.75, 0.06), 0, 1.85, -1.0)
    frame = at(box(0.6, 0.14, 2.1, 0.04), 0, 0.68, -0.6)
    rear = _Design(hull=_CAB.hull, cabin=_CAB.cabin, windows=(), axles=(-0.9, -2.0), wheel=0.45)
    tyres, hubs = _wheels(rear)
    return _coach(
        _CAB,
        "2f6fc0",
        0.8,
        piece("load", glossy("f2efe6", 0.4), load),
        piece("frame", matte("2a2c30"), frame),
        replace(tyres, name="rear-tyres"),
        replace(hubs, name="rear-hubs"),
    )


NOUNS: Final = {
    "car": car,
    "automobile": car,
    "sedan": car,
    "hatchback": car,
    "toy car": car,
    "vehicle": car,
    "racing car": racing_car,
    "race car": racing_car,
    "racecar": racing_car,
    "sports car": racing_car,
    "supercar": racing_car,
    "convertible": racing_car,
    "taxi": taxi,
    "cab": taxi,
    "taxicab": taxi,
    "police car": police_car,
    "van": van,
    "minivan": van,
    "minibus": van,
    "camper": van,
    "campervan": van,
    "bus": bus,
    "school bus": bus,
    "coach": bus,
    "truck": truck,
    "lorry": truck,
    "delivery truck": truck,
}
