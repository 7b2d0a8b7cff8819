"""What a rigid-body world is made of: plain data that knows no simulator.

Metres, kilograms, seconds; right-handed, +y up; quaternions are (w, x, y, z). Cylinders and
capsules stand along their own y axis.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.scene import Vec3

Doubles: TypeAlias = NDArray[np.float64]
Quat: TypeAlias = tuple[float, float, float, float]

GRAVITY = 9.81
UPRIGHT: Quat = (1.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sphere:
    """A ball."""

    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A cuboid, by half its size along x, y and z."""

    half: Vec3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cylinder:
    """A cylinder along y."""

    radius: float
    half_height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Capsule:
    """A cylinder along y with round ends; `half_height` does not count the ends."""

    radius: float
    half_height: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hull:
    """The convex hull of points (n, 3), about their centre of mass."""

    points: Doubles


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The half-space below y = 0 of its geom."""


Shape: TypeAlias = Sphere | Box | Cylinder | Capsule | Hull | Floor


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """What a geom is made of and how it meets others.

    Two surfaces meet with the larger friction and the smaller restitution. `material` is the
    word that sound knows; `density` is in kg/m³.
    """

    material: str = "wood"
    density: float = 700.0
    friction: float = 0.4
    restitution: float = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Geom:
    """A shape in the frame of its body, or of the world when it belongs to the ground."""

    shape: Shape
    surface: Surface = Surface()
    position: Vec3 = (0.0, 0.0, 0.0)
    rotation: Quat = UPRIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinge:
    """An axle fixed in the world, in the frame of the body it holds.

    The angle is 0 as built; the spring (N·m/rad) pulls to `rest`; `range` stops it; `damping` is
    in N·m·s/rad.
    """

    axis: Vec3
    anchor: Vec3 = (0.0, 0.0, 0.0)
    range: tuple[float, float] | None = None
    stiffness: float = 0.0
    rest: float = 0.0
    damping: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A rigid body: free, or held by a hinge.

    `velocity` in m/s and `spin` in rad/s, world axes, count for free bodies. `drag` is the rate
    per second at which air and rolling resistance slow it (v' = -drag · v). `rides` names the
    rails it can touch. A body that is `asleep` stands in balance until something touches it: that
    costs nothing to simulate.
    """

    name: str
    geoms: tuple[Geom, ...]
    position: Vec3
    rotation: Quat = UPRIGHT
    velocity: Vec3 = (0.0, 0.0, 0.0)
    spin: Vec3 = (0.0, 0.0, 0.0)
    hinge: Hinge | None = None
    drag: float = 0.0
    rides: tuple[str, ...] = ()
    asleep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rail:
    """A round bar along a smooth curve: `path` (n, 3) is its axis, in steps of millimetres."""

    name: str
    path: Doubles
    radius: float
    surface: Surface = Surface(material="metal", density=7800.0, friction=0.5, restitution=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything that can touch, and the fixed step it is computed with.

    Every `record_every`-th step is recorded, so recordings have 1 / (step · record_every) Hz.
    """

    bodies: tuple[Body, ...]
    ground: tuple[Geom, ...] = ()
    rails: tuple[Rail, ...] = ()
    gravity: float = GRAVITY
    step: float = 1.0 / 1200.0
    record_every: int = 5


def extent(shape: Shape) -> float:
    """Half the shape's middle dimension in metres: what sets the pitch when it is struck."""
    match shape:
        case Sphere(radius=radius):
            return radius
        case Box(half=half):
            return sorted(half)[1]
        case Cylinder(radius=radius, half_height=half) | Capsule(radius=radius, half_height=half):
            return min(max(radius, 0.5 * half), half + radius)
        case Hull(points=points):
            return float(np.sort(np.ptp(points, axis=0))[1]) / 2
        case Floor():
            return float("inf")
