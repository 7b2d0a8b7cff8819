"""Where things stand on the meadow, for wide and for tall frames."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a plant stands: x and z in metres, its kind's index, size and heading."""

    x: float
    z: float
    kind: int
    size: float
    turn: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where things stand. The house's heading is in radians; fences and path are (x, z) points."""

    house: tuple[float, float, float]
    trees: tuple[Spot, ...]
    bushes: tuple[Spot, ...]
    fences: tuple[tuple[tuple[float, float], ...], ...]
    path: tuple[tuple[float, float], ...]


# Kinds: 0 broad, 1 tall, 2 conifer.
WIDE = Layout(
    house=(-3.9, -8.2, -0.22),
    trees=(
        Spot(x=4.3, z=-4.9, kind=0, size=1.30, turn=0.4),
        Spot(x=-7.2, z=-6.2, kind=0, size=1.45, turn=2.0),
        Spot(x=-1.1, z=-11.2, kind=1, size=1.45, turn=1.0),
        Spot(x=1.9, z=-9.6, kind=2, size=1.20),
        Spot(x=3.2, z=-11.0, kind=2, size=1.50, turn=2.2),
        Spot(x=7.4, z=-8.6, kind=1, size=1.30, turn=0.3),
        Spot(x=-6.3, z=-12.5, kind=2, size=1.55, turn=1.3),
        Spot(x=9.8, z=-11.5, kind=0, size=1.7, turn=4.0),
        Spot(x=-11.4, z=-10.8, kind=0, size=1.7, turn=5.0),
        Spot(x=9.5, z=1.5, kind=0, size=1.4, turn=1.2),
        Spot(x=-9.5, z=2.5, kind=1, size=1.5, turn=2.6),
        Spot(x=6.5, z=10.5, kind=0, size=1.5, turn=0.7),
        Spot(x=-5.5, z=11.5, kind=2, size=1.4, turn=3.0),
    ),
    bushes=(
        Spot(x=-2.2, z=-6.6, kind=0, size=1.1),
        Spot(x=-5.5, z=-6.2, kind=1, size=1.25, turn=1.0),
        Spot(x=3.1, z=-4.4, kind=1, size=0.95, turn=2.0),
        Spot(x=5.4, z=-5.4, kind=0, size=1.3, turn=0.6),
        Spot(x=-5.9, z=-3.7, kind=0, size=0.9, turn=3.0),
        Spot(x=0.7, z=-7.6, kind=1, size=1.2, turn=2.4),
    ),
    fences=(
        ((-8.6, -4.2), (-5.6, -3.9), (-2.35, -4.0)),
        ((-0.95, -4.1), (1.7, -4.25), (4.6, -3.7), (8.4, -3.9)),
    ),
    path=((-4.1, -6.7), (-3.3, -5.7), (-2.2, -4.9), (-1.65, -4.0), (-1.5, -3.0), (-1.7, -2.0)),
)

TALL = Layout(
    house=(-1.45, -9.2, -0.30),
    trees=(
        Spot(x=2.1, z=-5.6, kind=0, size=1.30, turn=0.4),
        Spot(x=-3.6, z=-6.6, kind=0, size=1.35, turn=2.0),
        Spot(x=0.9, z=-11.6, kind=2, size=1.55),
        Spot(x=3.0, z=-10.4, kind=1, size=1.5, turn=1.0),
        Spot(x=-3.9, z=-12.5, kind=2, size=1.7, turn=1.3),
        Spot(x=6.5, z=-8.5, kind=0, size=1.5, turn=0.3),
        Spot(x=-8.5, z=-9.5, kind=0, size=1.6, turn=5.0),
        Spot(x=7.5, z=2.0, kind=0, size=1.4, turn=1.2),
        Spot(x=-7.5, z=2.5, kind=1, size=1.5, turn=2.6),
    ),
    bushes=(
        Spot(x=1.5, z=-5.0, kind=0, size=1.0),
        Spot(x=-2.6, z=-7.2, kind=1, size=1.2, turn=1.0),
        Spot(x=0.6, z=-8.2, kind=0, size=1.1, turn=2.0),
    ),
    fences=(
        ((-6.0, -4.4), (-3.2, -4.1), (-1.15, -4.15)),
        ((0.15, -4.2), (2.4, -4.1), (5.5, -4.3)),
    ),
    path=((-1.8, -7.7), (-1.3, -6.6), (-0.8, -5.4), (-0.5, -4.3), (-0.7, -3.2), (-1.0, -2.2)),
)
