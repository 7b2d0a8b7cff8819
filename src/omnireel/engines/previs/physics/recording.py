"""What a simulation leaves behind: where everything was, and what touched what."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from omnireel.engines.previs.physics.world import Doubles
from omnireel.engines.previs.scene import Vec3


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Two bodies begin to touch. "" is the ground; a rail goes by its name.

    `speed` is the closing speed along the contact's normal in m/s, `impulse` what it takes to stop
    it in N·s, `size` half the width of the smaller body in metres.
    """

    time: float
    bodies: tuple[str, str]
    materials: tuple[str, str]
    position: Vec3
    speed: float
    impulse: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """Two bodies in contact from `start` to `end`, in seconds."""

    bodies: tuple[str, str]
    materials: tuple[str, str]
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Recording:
    """The motion of bodies. times (n,); positions (n, b, 3); rotations (n, b, 4) as w x y z."""

    names: Mapping[str, int]
    times: Doubles
    positions: Doubles
    rotations: Doubles
    hits: tuple[Hit, ...]
    touches: tuple[Touch, ...]

    def position(self, body: str, t: float) -> Doubles:
        """Where the body's origin is at `t` (3,). Before and after the recording it rests."""
        low, high, blend = self._between(t)
        track = self.positions[:, self.names[body]]
        return np.asarray(track[low] + blend * (track[high] - track[low]))

    def velocity(self, body: str, t: float) -> Doubles:
        """The velocity of the body's origin in m/s (3,), over two samples."""
        track = self.positions[:, self.names[body]]
        low = min(max(int(np.searchsorted(self.times, t)) - 1, 0), len(self.times) - 2)
        change = track[low + 1] - track[low]
        return np.asarray(change / (self.times[low + 1] - self.times[low]))

    def pose(self, body: str, t: float) -> Doubles:
        """The body's frame at `t` as a 4 by 4 matrix, world = M @ local."""
        low, high, blend = self._between(t)
        turns = self.rotations[:, self.names[body]]
        matrix = np.eye(4)
        matrix[:3, :3] = rotation_matrix(_slerp(turns[low], turns[high], blend))
        matrix[:3, 3] = self.position(body, t)
        return matrix

    def path(self, body: str) -> Doubles:
        """All recorded positions of a body (n, 3)."""
        return np.asarray(self.positions[:, self.names[body]])

    def first_hit(self, *bodies: str) -> float | None:
        """When these two first touch, if they do."""
        wanted = set(bodies)
        return next((hit.time for hit in self.hits if set(hit.bodies) == wanted), None)

    def since(self, start: float) -> "Recording":
        """The same motion with the clock started `start` seconds later; hits before it are gone."""
        return Recording(
            names=self.names,
            times=self.times - start,
            positions=self.positions,
            rotations=self.rotations,
            hits=tuple(
                Hit(
                    time=hit.time - start,
                    bodies=hit.bodies,
                    materials=hit.materials,
                    position=hit.position,
                    speed=hit.speed,
                    impulse=hit.impulse,
                    size=hit.size,
                )
                for hit in self.hits
                if hit.time >= start
            ),
            touches=tuple(
                Touch(
                    bodies=touch.bodies,
                    materials=touch.materials,
                    start=touch.start - start,
                    end=touch.end - start,
                )
                for touch in self.touches
                if touch.end >= start
            ),
        )

    def _between(self, t: float) -> tuple[int, int, float]:
        """The samples around `t` and how far it is from the first to the second."""
        last = len(self.times) - 1
        high = min(max(int(np.searchsorted(self.times, t)), 1), last)
        low = high - 1
        span = self.times[high] - self.times[low]
        return low, high, float(np.clip((t - self.times[low]) / span, 0.0, 1.0))


def rotation_matrix(quat: Doubles) -> Doubles:
    """The 3 by 3 rotation of a unit quaternion (w, x, y, z)."""
    w, x, y, z = quat
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )


def _slerp(first: Doubles, second: Doubles, blend: float) -> Doubles:
    """The rotation between two unit quaternions, at constant angular speed, the short way round."""
    dot = float(first @ second)
    if dot < 0.0:
        second, dot = -second, -dot
    if dot > 0.9995:
        mixed = first + blend * (second - first)
        return np.asarray(mixed / np.linalg.norm(mixed))
    angle = np.arccos(dot)
    mixed = np.sin((1 - blend) * angle) * first + np.sin(blend * angle) * second
    return np.asarray(mixed / np.sin(angle))
