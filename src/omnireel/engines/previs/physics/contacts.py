"""What touches what in a running simulation: hits and touches, noted after every step."""

from dataclasses import dataclass, field
from typing import Any

import mujoco
import numpy as np

from omnireel.engines.previs.physics.recording import Hit, Touch
from omnireel.engines.previs.physics.world import Surface, World, extent
from omnireel.engines.previs.shapes.transform import vec3

_GAP = 0.03  # seconds apart for a new touch to be a new hit
_SLOWEST = 0.02  # m/s; slower meetings are no hits


@dataclass(slots=True)
class _Side:
    """A body as contacts see it. What cannot move has infinite mass, and takes the other's size."""

    name: str
    mass: float
    size: float


@dataclass(slots=True)
class _Begun:
    """A touch that goes on: when it began, when it was seen last, of which materials."""

    start: float
    seen: float
    materials: tuple[str, str]


@dataclass(slots=True)
class Contacts:
    """The contacts of one run. Bodies that already touch when it starts have not hit."""

    world: World
    model: Any
    hits: list[Hit] = field(default_factory=list)
    _touches: list[Touch] = field(default_factory=list)
    _open: dict[int, _Begun] = field(default_factory=dict)
    _sides: list[_Side] = field(default_factory=list)
    _surfaces: list[Surface] = field(default_factory=list)
    _bodies: Any = None

    def __post_init__(self) -> None:
        self._bodies = np.asarray(self.model.geom_bodyid).astype(np.int64)
        self._surfaces = _surfaces(self.world, self.model)
        self._sides = [_side(self.world, self.model, k) for k in range(self.model.nbody)]

    def note(self, data: Any) -> None:
        """Notes the contacts that `mj_step` has just computed."""
        count = int(data.ncon)
        if count == 0:
            return
        now = float(data.time) - self.world.step
        pairs = np.sort(self._bodies[data.contact.geom], axis=1)
        keys = pairs[:, 0] * len(self._sides) + pairs[:, 1]
        for key, row in zip(*np.unique(keys, return_index=True), strict=True):
            touch = self._open.get(int(key))
            if touch is not None and now - touch.seen <= _GAP:
                touch.seen = now
                continue
            self._close(int(key))
            ids, surfaces = self._meeting(data, int(row))
            materials = (surfaces[0].material, surfaces[1].material)
            self._open[int(key)] = _Begun(now, now, materials)
            if now > _GAP:
                self._hit(data, int(row), ids, surfaces)

    def finish(self) -> tuple[Touch, ...]:
        """All touches, those that last to the end included, in order of their start."""
        for key in tuple(self._open):
            self._close(key)
        return tuple(sorted(self._touches, key=lambda touch: (touch.start, touch.bodies)))

    def _close(self, key: int) -> None:
        if key not in self._open:
            return
        begun = self._open.pop(key)
        first, second = (self._sides[k] for k in divmod(key, len(self._sides)))
        self._touches.append(
            Touch(
                bodies=(first.name, second.name),
                materials=begun.materials,
                start=begun.start,
                end=begun.seen,
            )
        )

    def _meeting(self, data: Any, row: int) -> tuple[list[int], list[Surface]]:
        """The two bodies of a contact, the lower number first, and their surfaces."""
        geoms = sorted((int(geom) for geom in data.contact.geom[row]), key=self._bodies.item)
        return [int(self._bodies[geom]) for geom in geoms], [self._surfaces[g] for g in geoms]

    def _hit(self, data: Any, row: int, ids: list[int], surfaces: list[Surface]) -> None:
        place = data.contact.pos[row]
        closing = self._velocity(data, ids[1], place) - self._velocity(data, ids[0], place)
        speed = abs(float(closing @ data.contact.frame[row][:3]))
        if speed < _SLOWEST:
            return
        first, second = (self._sides[k] for k in ids)
        mass = 1.0 / (1.0 / first.mass + 1.0 / second.mass)
        restitution = min(surface.restitution for surface in surfaces)
        self.hits.append(
            Hit(
                time=float(data.time) - self.world.step,
                bodies=(first.name, second.name),
                materials=(surfaces[0].material, surfaces[1].material),
                position=vec3(place),
                speed=speed,
                impulse=mass * speed * (1.0 + restitution),
                size=min(first.size, second.size),
            )
        )

    def _velocity(self, data: Any, body: int, place: Any) -> Any:
        """The velocity of a body's point at `place` before the step, in world axes (3,)."""
        if np.isinf(self._sides[body].mass):
            return np.zeros(3)
        both = np.empty(6)
        mujoco.mj_objectVelocity(self.model, data, mujoco.mjtObj.mjOBJ_BODY, body, both, 0)
        return both[3:] + np.cross(both[:3], place - data.xipos[body])


def _side(world: World, model: Any, index: int) -> _Side:
    name = model.body(index).name
    for body in world.bodies:
        if body.name == name:
            size = max(extent(geom.shape) for geom in body.geoms)
            return _Side(name, float(model.body(index).mass[0]), size)
    for rail in world.rails:
        if name.startswith(f"{rail.name}>"):
            return _Side(rail.name, float("inf"), float("inf"))
    return _Side("", float("inf"), float("inf"))


def _surfaces(world: World, model: Any) -> list[Surface]:
    """The surface of every geom of the model, in its order."""
    known = {f"/{number}": geom.surface for number, geom in enumerate(world.ground)}
    for body in world.bodies:
        for number, geom in enumerate(body.geoms):
            known[f"{body.name}/{number}"] = geom.surface
        for rail in world.rails:
            known[f"{rail.name}>{body.name}/0"] = rail.surface
    return [known[model.geom(number).name] for number in range(model.ngeom)]
