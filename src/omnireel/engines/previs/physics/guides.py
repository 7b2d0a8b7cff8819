"""Rails that curve smoothly, for balls that roll on them.

A polyline of capsules would jolt a ball at every joint and eat its energy (docs/decisions). So
each ball has, for each rail, a capsule of its own, laid before every step along the rail's tangent
at the point nearest to the ball: where they touch, that is the rail, with its place and direction
exact and its curvature followed from step to step. MuJoCo does the rest: contact, friction,
rolling, leaving the rail.
"""

from dataclasses import dataclass, field
from typing import Any

import mujoco
import numpy as np

from omnireel.engines.previs.physics.contact import contact
from omnireel.engines.previs.physics.world import Body, Doubles, Rail, Sphere, World

_WINDOW = 16  # points of the path to either side of the last one that are searched
_PATIENCE = 12  # steps until a rail that is far from its ball is looked at again
_REACH = 2.0  # half length of a guide in ball radii


@dataclass(slots=True, kw_only=True)
class Guide:
    """The stretch of one rail that is near one ball."""

    name: str
    rail: Rail
    body: str
    radius: float
    half: float
    tangents: Doubles = field(init=False)
    arc: Doubles = field(init=False)
    _nearest: int = 0
    _countdown: int = 0
    _mocap: int = -1
    _joint: int = -1

    def __post_init__(self) -> None:
        ahead = np.gradient(self.rail.path, axis=0)
        self.tangents = ahead / np.linalg.norm(ahead, axis=1, keepdims=True)
        steps = np.linalg.norm(np.diff(self.rail.path, axis=0), axis=1)
        self.arc = np.concatenate([[0.0], np.cumsum(steps)])

    def bind(self, model: Any) -> None:
        """Finds the guide and its ball in the compiled model."""
        self._mocap = int(model.body(self.name).mocapid[0])
        self._joint = int(model.jnt_qposadr[model.body(self.body).jntadr[0]])

    def move(self, data: Any) -> None:
        """Lays the guide along the rail beside the ball, within the rail's ends."""
        ball = data.qpos[self._joint : self._joint + 3]
        path = self.rail.path
        if self._countdown > 0:
            self._countdown -= 1
            return
        first = max(self._nearest - _WINDOW, 0)
        away = path[first : self._nearest + _WINDOW] - ball
        squares = np.einsum("ij,ij->i", away, away)
        nearest = int(squares.argmin())
        if squares[nearest] > (4.0 * self.radius) ** 2:
            away = path - ball
            squares = np.einsum("ij,ij->i", away, away)
            first, nearest = 0, int(squares.argmin())
            if squares[nearest] > (6.0 * self.radius) ** 2:
                self._countdown = _PATIENCE
        self._nearest = first + nearest
        tangent = self.tangents[self._nearest]
        foot = float((ball - path[self._nearest]) @ tangent)
        along = float(self.arc[self._nearest]) + foot
        inside = min(max(along, self.half), float(self.arc[-1]) - self.half)
        data.mocap_pos[self._mocap] = path[self._nearest] + tangent * (foot + inside - along)
        mujoco.mju_quatZ2Vec(data.mocap_quat[self._mocap], tangent)


def guides_for(world: World, spec: Any) -> list[Guide]:
    """Adds a guide to the spec for every ball on every rail it rides.

    Raises ValueError for an unknown rail or a rider that is no ball.
    """
    rails = {rail.name: rail for rail in world.rails}
    made = []
    for number, body in enumerate(body for body in world.bodies if body.rides):
        own = 1 << (number % 30 + 1)
        for geom in spec.body(body.name).geoms:
            geom.contype |= own
            geom.conaffinity |= own
        for name in body.rides:
            if name not in rails:
                raise ValueError(f"{body.name} rides {name}, which is no rail of this world")
            made.append(_add_guide(world, spec, body, rails[name], own))
    return made


def _add_guide(world: World, spec: Any, body: Body, rail: Rail, own: int) -> Guide:
    shape = body.geoms[0].shape
    if not isinstance(shape, Sphere):
        raise ValueError(  # noqa: TRY004 - the world is wrong, not an argument's type
            f"{body.name} rides a rail and must be a ball"
        )
    guide = Guide(
        name=f"{rail.name}>{body.name}",
        rail=rail,
        body=body.name,
        radius=shape.radius,
        half=_REACH * shape.radius,
    )
    geom = spec.worldbody.add_body(name=guide.name, mocap=True).add_geom()
    geom.name = f"{guide.name}/0"
    geom.type = mujoco.mjtGeom.mjGEOM_CAPSULE
    geom.size = [rail.radius, guide.half, 0.0]
    geom.contype, geom.conaffinity = own, own
    geom.condim = 3
    geom.friction = [rail.surface.friction, 0.0, 0.0]
    geom.solref, geom.solimp = contact(world.step, rail.surface.restitution)
    return guide
