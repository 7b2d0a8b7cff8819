"""A body's motion through a stage, sampled finely and asked for at any time."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.scene import Floats, Vec3

SAMPLES_PER_SECOND = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFacts:
    """What a verb must know of the body it moves: metres, and how the model was drawn.

    `profile` is True for a body drawn from its side, facing -x; others face +z.
    """

    size: Vec3
    profile: bool
    material: str

    @property
    def height(self) -> float:
        return self.size[1]

    @property
    def length(self) -> float:
        return max(self.size[0], self.size[2])


class Track:
    """Motion of one body under construction: arrays over time that verbs write into.

    position (n, 3) metres of the body's foot point; heading (n,) radians, 0 faces +z and +90° faces
    +x; pitch and roll (n,) radians about the body's own side and front; stretch (n,) height factor,
    width follows to keep the volume; scale (n,) overall size; spin (n,) radians rolled forward
    about the body's centre.
    """

    def __init__(self, duration: float, start: Vec3, heading: float, facts: BodyFacts) -> None:
        self.count = max(2, math.ceil(duration * SAMPLES_PER_SECOND) + 2)
        self.facts = facts
        self.position: NDArray[np.float64] = np.tile(np.asarray(start, float), (self.count, 1))
        self.heading: NDArray[np.float64] = np.full(self.count, heading)
        self.pitch: NDArray[np.float64] = np.zeros(self.count)
        self.roll: NDArray[np.float64] = np.zeros(self.count)
        self.spin: NDArray[np.float64] = np.zeros(self.count)
        self.stretch: NDArray[np.float64] = np.ones(self.count)
        self.scale: NDArray[np.float64] = np.ones(self.count)

    def index(self, seconds: float) -> int:
        """The sample at this time, clamped to the track."""
        return min(self.count - 1, max(0, round(seconds * SAMPLES_PER_SECOND)))

    def times(self, first: int, last: int) -> NDArray[np.float64]:
        """Seconds since sample `first` for the samples first..last-1."""
        return np.arange(last - first) / SAMPLES_PER_SECOND

    def hold_from(self, index: int) -> None:
        """Keep position and heading of this sample for the rest of the track."""
        self.position[index:] = self.position[index]
        self.heading[index:] = self.heading[index]
        self.spin[index:] = self.spin[index]

    def frozen(self) -> "Motion":
        """The finished motion."""
        return Motion(
            facts=self.facts,
            values=np.column_stack(
                [
                    self.position,
                    self.heading,
                    self.pitch,
                    self.roll,
                    self.spin,
                    self.stretch,
                    self.scale,
                ]
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Motion:
    """A finished track. values (n, 9): x y z heading pitch roll spin stretch scale."""

    facts: BodyFacts
    values: NDArray[np.float64]

    def at(self, seconds: float) -> NDArray[np.float64]:
        """The nine values at this time, interpolated, held at both ends."""
        place = min(max(seconds * SAMPLES_PER_SECOND, 0.0), len(self.values) - 1.001)
        index = int(place)
        share = place - index
        row: NDArray[np.float64] = (
            self.values[index] * (1.0 - share) + self.values[index + 1] * share
        )
        return row

    def point(self, seconds: float) -> Vec3:
        """The foot point at this time."""
        x, y, z = self.at(seconds)[:3]
        return (float(x), float(y), float(z))

    def matrix(self, seconds: float) -> Floats:
        """The body's transform at this time, (4, 4), including its facing."""
        x, y, z, heading, pitch, roll, spin, stretch, scale = self.at(seconds)
        yaw = facing(float(heading), self.facts.profile)
        middle = self.facts.height * 0.5
        upright = _rotation_y(yaw) @ _rotation_x(pitch) @ _rotation_z(roll)
        if abs(spin) > 1e-9:
            upright = upright @ _about(middle, _rolled(float(spin), self.facts.profile))
        width = 1.0 / math.sqrt(max(stretch, 0.2))
        shape = np.diag([width * scale, stretch * scale, width * scale, 1.0])
        result = upright @ shape
        result[:3, 3] += (x, y, z)
        return result.astype(np.float32)


def facing(heading: float, profile: bool) -> float:
    """The turn about +y that shows a body heading this way at its best.

    A body drawn in profile is never turned edge-on to the camera, one drawn from the front never
    shows its back.
    """
    if not profile:
        return max(-1.1, min(1.1, math.atan2(math.sin(heading), math.cos(heading)) * 0.7))
    # A profile faces -x, which is heading -90°; the bias decides the side of a dead-on heading.
    return math.pi / 2 * (1.0 + math.tanh(3.0 * math.sin(heading) + 0.3))


def smooth(values: NDArray[np.float64], seconds: float) -> NDArray[np.float64]:
    """Values (n,) or (n, k) softened by a raised-cosine window this long, ends held."""
    width = max(3, int(seconds * SAMPLES_PER_SECOND) | 1)
    window = np.hanning(width + 2)[1:-1]
    window /= window.sum()
    flat = values[:, None] if values.ndim == 1 else values
    padded = np.pad(flat, ((width // 2, width // 2), (0, 0)), mode="edge")
    out = np.column_stack(
        [np.convolve(padded[:, column], window, mode="valid") for column in range(flat.shape[1])]
    )
    return out[:, 0] if values.ndim == 1 else out


def _rotation_y(angle: float) -> NDArray[np.float64]:
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, 0, s, 0], [0, 1, 0, 0], [-s, 0, c, 0], [0, 0, 0, 1.0]])


def _rotation_x(angle: float) -> NDArray[np.float64]:
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[1, 0, 0, 0], [0, c, -s, 0], [0, s, c, 0], [0, 0, 0, 1.0]])


def _rotation_z(angle: float) -> NDArray[np.float64]:
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, -s, 0, 0], [s, c, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1.0]])


def _rolled(angle: float, profile: bool) -> NDArray[np.float64]:
    """Rolling forward: about the side axis, which for a profile is its own z."""
    return _rotation_z(angle) if profile else _rotation_x(angle)


def _about(height: float, turn: NDArray[np.float64]) -> NDArray[np.float64]:
    up, down = np.eye(4), np.eye(4)
    up[1, 3], down[1, 3] = height, -height
    return up @ turn @ down
