"""What a marble sets off: paddles, chimes, dominoes, a seesaw, a bell, a flag.

Each part is bodies that are simulated, together with the models that are seen.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from omnireel.engines.previs.physics.recording import rotation_matrix
from omnireel.engines.previs.physics.world import (
    Body,
    Box,
    Capsule,
    Doubles,
    Geom,
    Hinge,
    Hull,
    Quat,
    Sphere,
    Surface,
)
from omnireel.engines.previs.scene import Vec3

RED, ORANGE, YELLOW = (0.80, 0.06, 0.05), (0.93, 0.33, 0.04), (0.95, 0.66, 0.06)
GREEN, BLUE, VIOLET = (0.10, 0.46, 0.14), (0.05, 0.26, 0.66), (0.30, 0.11, 0.52)
COLORS = (RED, ORANGE, YELLOW, GREEN, BLUE, VIOLET)

DOMINO = (0.0175, 0.10, 0.05)  # half its size: thick, tall, wide
SPACING = 0.1  # metres from domino to domino

_LIP = 0.014  # half the height of the lips along a seesaw's plank

_STONE = Surface(material="wood", density=620.0, friction=0.25, restitution=0.1)
_PADDLE = Surface(material="wood", density=110.0, friction=0.2, restitution=0.3)
_CHIME = Surface(material="bell", density=300.0, friction=0.1, restitution=0.5)
_BELL = Surface(material="bell", density=950.0, friction=0.1, restitution=0.6)
_FLAG = Surface(material="plastic", density=300.0, friction=0.2, restitution=0.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on a part's way: a point, and where it heads (radians right of +x)."""

    point: Vec3
    heading: float

    @property
    def rotation(self) -> Quat:
        return (math.cos(self.heading / 2), 0.0, -math.sin(self.heading / 2), 0.0)

    def at(self, ahead: float = 0.0, up: float = 0.0, right: float = 0.0) -> Vec3:
        """A point by metres ahead of, above and to the right of the spot."""
        cosine, sine = math.cos(self.heading), math.sin(self.heading)
        x, y, z = self.point
        return (x + ahead * cosine - right * sine, y + up, z + ahead * sine + right * cosine)

    def moved(self, ahead: float = 0.0, up: float = 0.0, right: float = 0.0) -> "Spot":
        return Spot(point=self.at(ahead, up, right), heading=self.heading)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Piece:
    """An instance of a model: fixed to a body, or standing in the world when `body` is ""."""

    model: str
    frame: Doubles
    body: str = ""
    tint: Vec3 = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Contraption:
    """Bodies and pieces that belong together."""

    bodies: tuple[Body, ...] = ()
    pieces: tuple[Piece, ...] = ()

    def __add__(self, other: "Contraption") -> "Contraption":
        return Contraption(bodies=self.bodies + other.bodies, pieces=self.pieces + other.pieces)


def dominoes(name: str, spots: Sequence[Spot], size: float = 1.0) -> Contraption:
    """Stones that stand on these spots, each ready to fall ahead; `size` scales them."""
    half = (size * DOMINO[0], size * DOMINO[1], size * DOMINO[2])
    bodies, pieces = [], []
    for k, spot in enumerate(spots):
        body = Body(
            name=f"{name}.{k}",
            geoms=(Geom(shape=Box(half=half), surface=_STONE),),
            position=spot.at(up=half[1]),
            rotation=spot.rotation,
            asleep=True,
        )
        bodies.append(body)
        pieces.append(
            Piece(
                model="domino",
                frame=_scaled((0.0, 0.0, 0.0), (size, size, size)),
                body=body.name,
                tint=COLORS[k % len(COLORS)],
            )
        )
    return Contraption(bodies=tuple(bodies), pieces=tuple(pieces))


def paddle(name: str, spot: Spot, *, near: float, far: float, height: float) -> Contraption:
    """A plate that hangs across the way, from `near` to `far` metres to the right of it.

    Its axle is `height` above the spot, its lower edge at the spot's own height: what comes along
    pushes it ahead and up.
    """
    width, drop = abs(far - near), height
    middle = 0.5 * (near + far)
    plate = Geom(
        shape=Box(half=(0.004, drop / 2, width / 2)),
        surface=_PADDLE,
        position=(0.0, -drop / 2, 0.0),
    )
    body = Body(
        name=name,
        geoms=(plate,),
        position=spot.at(up=height, right=middle),
        rotation=spot.rotation,
        hinge=Hinge(axis=(0.0, 0.0, 1.0), damping=0.004),
        asleep=True,
    )
    outer = far if abs(far) > abs(near) else near
    reach = outer + math.copysign(0.045, outer)
    foot = spot.moved(right=reach)
    pieces = (
        Piece(model="plate", frame=_scaled((0.0, -drop / 2, 0.0), (0.004, drop / 2, width / 2)),
              body=name, tint=ORANGE),
        Piece(model="plate", frame=_scaled((0.0, -drop + 0.012, 0.0), (0.005, 0.012, width / 2)),
              body=name, tint=(0.95, 0.92, 0.85)),
        _bar(spot.at(up=height, right=near if outer == far else far),
             spot.at(up=height, right=reach), 0.006),
        _post(foot.at(up=-foot.point[1]), foot.at(up=height)),
    )  # fmt: skip
    return Contraption(bodies=(body,), pieces=pieces)


def chime(name: str, spot: Spot, *, side: float, length: float) -> Contraption:
    """A bell bar that hangs over the way at the ball's height, from an arm to one side."""
    radius, height = 0.011, length + 0.02
    body = Body(
        name=name,
        geoms=(
            Geom(
                shape=Capsule(radius=radius, half_height=length / 2),
                surface=_CHIME,
                position=(0.0, -length / 2 - 0.02, 0.0),
            ),
        ),
        position=spot.at(up=height),
        rotation=spot.rotation,
        hinge=Hinge(axis=(0.0, 0.0, 1.0), damping=0.0003),
        asleep=True,
    )
    arm = spot.moved(right=side * 0.15)
    pieces = (
        Piece(model="chime", body=name,
              frame=_scaled((0.0, -length - 0.02, 0.0), (radius, length, radius))),
        _bar(spot.at(up=height), arm.at(up=height), 0.006),
        _post(arm.at(up=-arm.point[1]), arm.at(up=height)),
    )  # fmt: skip
    return Contraption(bodies=(body,), pieces=pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seesaw:
    """The measures of a seesaw in metres: half its length, its axle's height, half its plank."""

    half: float = 0.36
    axle: float = 0.066
    thin: float = 0.008
    wide: float = 0.085

    @property
    def tilt(self) -> float:
        """The angle at which one end lies on the table."""
        low = math.atan2(self.thin, self.half)
        return math.asin(self.axle / math.hypot(self.half, self.thin)) - low

    @property
    def step(self) -> float:
        """How high the lower end's upper side is."""
        return 2.0 * self.thin * math.cos(self.tilt)

    @property
    def reach(self) -> float:
        """How far the ends are from the axle, along the table."""
        return self.half * math.cos(self.tilt)


def seesaw(name: str, spot: Spot, measures: Seesaw) -> Contraption:
    """A plank over an axle, its near end down: who rolls over it tips it with a thud."""
    half, thin, wide = measures.half, measures.thin, measures.wide
    tilted = _times(spot.rotation, (math.cos(measures.tilt / 2), 0, 0, math.sin(measures.tilt / 2)))
    body = Body(
        name=name,
        geoms=_plank(measures),
        position=spot.at(up=measures.axle),
        rotation=tilted,
        hinge=Hinge(axis=(0.0, 0.0, 1.0), damping=0.01),
        asleep=True,
    )
    pieces = [
        Piece(model="plank", body=name, frame=_scaled((0.0, 0.0, 0.0), (half, thin, wide))),
        Piece(model="axle", frame=_standing(spot.moved(up=measures.axle)), tint=YELLOW),
    ]
    pieces += [
        Piece(model="plate", body=name, tint=RED,
              frame=_scaled((0.0, _LIP + thin, s * (wide - 0.006)), (half, _LIP, 0.006)))
        for s in (-1.0, 1.0)
    ]  # fmt: skip
    pieces += [
        Piece(
            model="wedge",
            frame=_standing(spot.moved(up=measures.axle, right=s * (wide + 0.03))),
            tint=BLUE,
        )
        for s in (-1.0, 1.0)
    ]
    return Contraption(bodies=(body,), pieces=tuple(pieces))


def _plank(measures: Seesaw) -> tuple[Geom, ...]:
    """A seesaw's plank, its near half the heavier, and the lips along its sides."""
    half, thin, wide = measures.half, measures.thin, measures.wide
    heavy = Surface(material="wood", density=760.0, friction=0.5, restitution=0.15)
    light = Surface(material="wood", density=560.0, friction=0.5, restitution=0.15)
    halves = [
        Geom(shape=Box(half=(half / 2, thin, wide)), surface=surface, position=(x, 0.0, 0.0))
        for surface, x in ((heavy, -half / 2), (light, half / 2))
    ]
    lips = [
        Geom(
            shape=Box(half=(half, _LIP, 0.006)),
            surface=light,
            position=(0.0, _LIP + thin, side * (wide - 0.006)),
        )
        for side in (-1.0, 1.0)
    ]
    return (*halves, *lips)


BALL = 0.042  # radius of the ball behind the bell
BELL_AXLE, BELL_RIM, BELL_RADIUS = 0.36, 0.03, 0.095


def bell(name: str, spot: Spot, *, side: float) -> Contraption:
    """A brass bell whose rim a ball on the table strikes, on an arm from one side."""
    rings = [(0.055, BELL_AXLE - 0.06), (0.07, 0.16), (BELL_RADIUS, BELL_RIM)]
    turn = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    points = np.concatenate(
        [
            np.stack([r * np.cos(turn), np.full(16, y - BELL_AXLE), r * np.sin(turn)], axis=1)
            for r, y in rings
        ]
    )
    body = Body(
        name=name,
        geoms=(Geom(shape=Hull(points=points), surface=_BELL),),
        position=spot.at(up=BELL_AXLE),
        rotation=spot.rotation,
        hinge=Hinge(axis=(0.0, 0.0, 1.0), damping=0.012),
        asleep=True,
    )
    foot = spot.moved(right=side * 0.19)
    pieces = (
        Piece(model="bell", frame=np.eye(4), body=name),
        _bar(spot.at(up=BELL_AXLE, right=-side * 0.04), foot.at(up=BELL_AXLE), 0.009),
        _post(foot.point, foot.at(up=BELL_AXLE + 0.04)),
        Piece(model="foot", frame=_standing(foot)),
    )
    return Contraption(bodies=(body,), pieces=pieces)


def bell_points(foot: Vec3) -> Doubles:
    """Points all over a bell that hangs above this place (n, 3)."""
    turn = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    rings = [
        np.stack(
            [0.8 * BELL_RADIUS * np.cos(turn), np.full(8, y), 0.8 * BELL_RADIUS * np.sin(turn)]
        )
        for y in np.linspace(BELL_RIM, BELL_AXLE - 0.05, 6)
    ]
    return np.asarray(np.concatenate(rings, axis=1).T + np.array(foot))


def second_ball(name: str, spot: Spot) -> Contraption:
    """A wooden ball that waits on the table for a push."""
    surface = Surface(material="wood", density=900.0, friction=0.4, restitution=0.5)
    body = Body(
        name=name,
        geoms=(Geom(shape=Sphere(radius=BALL), surface=surface),),
        position=spot.at(up=BALL),
        drag=0.1,
        asleep=True,
    )
    piece = Piece(model="ball", frame=_scaled((0.0, 0.0, 0.0), (BALL,) * 3), body=name, tint=RED)
    return Contraption(bodies=(body,), pieces=(piece,))


def flag(name: str, spot: Spot, *, side: float) -> Contraption:
    """A flag that lies beside the way until something falls against its crank: it pops up.

    A spring carries most of its weight; `side` is 1 with the flag to the right of the way.
    """
    length, beside, axle = 0.5, side * 0.1, 0.05
    pole = Geom(
        shape=Box(half=(length / 2, 0.006, 0.006)),
        surface=_FLAG,
        position=(-length / 2, 0.0, beside),
    )
    crank = Geom(shape=Box(half=(0.008, 0.065, 0.045)), surface=_FLAG, position=(0.0, 0.075, 0.0))
    weight = 8.0 * 0.5 * length * 0.006**2 * _FLAG.density * 9.81 * length / 2
    body = Body(
        name=name,
        geoms=(crank, pole),
        position=spot.at(up=axle),
        rotation=spot.rotation,
        hinge=Hinge(
            axis=(0.0, 0.0, 1.0),
            range=(-math.pi / 2, 0.0),
            stiffness=0.75 * weight / (math.pi / 2),
            rest=-math.pi / 2,
            damping=0.004,
        ),
        asleep=True,
    )
    pieces = (
        Piece(model="plate", body=name, tint=YELLOW,
              frame=_scaled((0.0, 0.075, 0.0), (0.008, 0.065, 0.045))),
        Piece(model="plate", body=name, tint=(0.9, 0.85, 0.75),
              frame=_scaled((-length / 2, 0.0, beside), (length / 2, 0.006, 0.006))),
        Piece(model="cloth", body=name, tint=RED,
              frame=_scaled((-length * 0.76, 0.09, beside), (0.12, 0.08, 0.003))),
        _bar(spot.at(0.0, axle, -0.06 * side), spot.at(0.0, axle, beside + 0.02 * side), 0.007),
        Piece(model="block", frame=_standing(spot.moved(up=0.02)), tint=BLUE),
    )  # fmt: skip
    return Contraption(bodies=(body,), pieces=pieces)


def _scaled(center: Vec3, half: Vec3) -> Doubles:
    """A model of half extents 1, sized and moved."""
    frame = np.diag([*half, 1.0])
    frame[:3, 3] = center
    return frame


def _standing(spot: Spot) -> Doubles:
    frame = np.eye(4)
    frame[:3, :3] = rotation_matrix(np.array(spot.rotation))
    frame[:3, 3] = spot.point
    return frame


def _bar(start: Vec3, end: Vec3, radius: float) -> Piece:
    return Piece(model="bar", frame=stretched(start, end, radius))


def _post(foot: Vec3, top: Vec3) -> Piece:
    return Piece(model="post", frame=stretched(foot, top, 0.014))


def stretched(start: Vec3, end: Vec3, radius: float) -> Doubles:
    """The frame that lays a unit cylinder (along y, from 0 to 1) from one point to another."""
    along = np.subtract(end, start)
    length = float(np.linalg.norm(along))
    y = along / length
    hint = np.array([0.0, 0.0, 1.0]) if abs(y[2]) < 0.9 else np.array([1.0, 0.0, 0.0])
    x = np.cross(y, hint)
    x /= np.linalg.norm(x)
    frame = np.eye(4)
    frame[:3, 0], frame[:3, 1], frame[:3, 2] = x * radius, along, np.cross(x, y) * radius
    frame[:3, 3] = start
    return frame


def _times(first: Quat, second: Quat) -> Quat:
    """The rotation `second`, then `first`."""
    a, b, c, d = first
    e, f, g, h = second
    return (
        a * e - b * f - c * g - d * h,
        a * f + b * e + c * h - d * g,
        a * g - b * h + c * e + d * f,
        a * h + b * g - c * f + d * e,
    )
