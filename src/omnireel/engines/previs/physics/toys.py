"""Simple things that really move: a ball that bounces or rolls, a box that topples, a fall.

Each returns the recording of one body called `NAME`; `events.heard` says what it sounds like.
"""

import math
from dataclasses import dataclass, replace

from omnireel.engines.previs.physics.recording import Recording
from omnireel.engines.previs.physics.simulate import simulate
from omnireel.engines.previs.physics.world import (
    UPRIGHT,
    Body,
    Box,
    Floor,
    Geom,
    Quat,
    Shape,
    Sphere,
    Surface,
    World,
)
from omnireel.engines.previs.scene import Vec3

NAME = "toy"
_STEP = 1.0 / 2400.0  # finer than a marble run's: there is one body, and it may be seen close up
_WOOD = Surface()
_RUBBER = Surface(material="rubber", density=300.0, friction=0.7, restitution=0.78)
_TIP = 0.9  # rad/s for a box of one metre: enough to carry it over its edge


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where a toy plays: the floor's height in metres and its surface, and what stands on it.

    `blocks` are geoms in world coordinates: a table's top, a wall, a ramp. How far a toy bounces is
    the toy's own affair: floor and blocks give back everything.
    """

    floor: float = 0.0
    surface: Surface = _WOOD
    blocks: tuple[Geom, ...] = ()


_EMPTY = Stage()


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """How a toy is let go: its middle, how it is turned, how it moves (world axes)."""

    position: Vec3
    rotation: Quat = UPRIGHT
    velocity: Vec3 = (0.0, 0.0, 0.0)
    spin: Vec3 = (0.0, 0.0, 0.0)


def throw(
    shape: Shape,
    start: Start,
    duration: float,
    *,
    surface: Surface = _WOOD,
    stage: Stage = _EMPTY,
    drag: float = 0.0,
) -> Recording:
    """Any shape let go in any way, for `duration` seconds."""
    toy = Body(
        name=NAME,
        geoms=(Geom(shape=shape, surface=surface),),
        position=start.position,
        rotation=start.rotation,
        velocity=start.velocity,
        spin=start.spin,
        drag=drag,
    )
    floor = Geom(shape=Floor(), surface=stage.surface, position=(0.0, stage.floor, 0.0))
    ground = tuple(
        replace(geom, surface=replace(geom.surface, restitution=1.0))
        for geom in (floor, *stage.blocks)
    )
    world = World(bodies=(toy,), ground=ground, step=_STEP, record_every=10)
    return simulate(world, duration)


def bounce(
    radius: float,
    start: Start,
    duration: float,
    *,
    restitution: float = 0.78,
    stage: Stage = _EMPTY,
) -> Recording:
    """A rubber ball let go: it falls, bounces ever lower and comes to rest."""
    surface = replace(_RUBBER, restitution=restitution)
    return throw(Sphere(radius=radius), start, duration, surface=surface, stage=stage)


def roll(
    radius: float,
    start: Start,
    duration: float,
    *,
    surface: Surface = _RUBBER,
    stage: Stage = _EMPTY,
) -> Recording:
    """A ball that already rolls with `start.velocity` and is slowed a little as it goes."""
    vx, _, vz = start.velocity
    rolling = Start(
        position=start.position,
        velocity=start.velocity,
        spin=(vz / radius, 0.0, -vx / radius),
    )
    return throw(Sphere(radius=radius), rolling, duration, surface=surface, stage=stage, drag=0.15)


def topple(
    half: Vec3,
    foot: Vec3,
    duration: float,
    *,
    heading: float = 0.0,
    surface: Surface = _WOOD,
    stage: Stage = _EMPTY,
) -> Recording:
    """A box that stands on `foot` and is tipped over to +x turned right by `heading` (rad)."""
    x, y, z = foot
    tip = (_TIP + 3.0 * half[0] / half[1]) / math.sqrt(2.0 * half[1])
    sine, cosine = math.sin(heading), math.cos(heading)
    push = tip * half[1]
    start = Start(
        position=(x, y + half[1], z),
        rotation=(math.cos(heading / 2), 0.0, -math.sin(heading / 2), 0.0),
        velocity=(push * cosine, 0.0, push * sine),
        spin=(tip * sine, 0.0, -tip * cosine),
    )
    return throw(Box(half=half), start, duration, surface=surface, stage=stage)


def fall(
    shape: Shape,
    start: Start,
    duration: float,
    *,
    surface: Surface = _WOOD,
    stage: Stage = _EMPTY,
) -> Recording:
    """Anything that falls from where it is, tumbling as `start.spin` says, and lies still."""
    return throw(shape, start, duration, surface=surface, stage=stage)
