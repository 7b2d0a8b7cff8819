"""Centre lines for twin rails: where a ball's centre goes, banked so that it sits squarely.

A track is laid as a list of sections, each of which turns the pitch and the heading by some
angle over some length. The angles are smoothed along the track before they are summed up, so
that curvature never jumps (what a clothoid does for a railway).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d

from omnireel.engines.previs.physics.world import GRAVITY, Doubles, Rail, Surface
from omnireel.engines.previs.scene import Vec3

SPACING = 0.004  # metres between points of a centre line
_SMOOTHING = 0.055  # metres, standard deviation


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of track: its length, the pitch it ends with, its turn to the right.

    Angles in radians, `pitch` from the level; a loop also goes `loops` times around. `drift` moves
    the track to the right by so many metres without turning it.
    """

    length: float
    pitch: float = 0.0
    turn: float = 0.0
    loops: int = 0
    drift: float = 0.0
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """A ball on two rails: radii, and half the distance between the rails' axes, in metres."""

    ball: float = 0.05
    rail: float = 0.009
    half: float = 0.032

    @property
    def lift(self) -> float:
        """How far the ball's centre is above the plane of the rails' axes."""
        return float(np.sqrt((self.ball + self.rail) ** 2 - self.half**2))

    @property
    def rolling_radius(self) -> float:
        """The ball's distance from the line through its two points of contact."""
        return self.lift * self.ball / (self.ball + self.rail)

    @property
    def acceleration(self) -> float:
        """The share of a slope's pull that speeds up a solid ball rolling on these rails."""
        return float(1.0 / (1.0 + 0.4 * (self.ball / self.rolling_radius) ** 2))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Track:
    """A banked centre line (n points). `ups` point from the rails to the ball; `speeds` are
    foreseen; `sections` give the arc length at which each section starts."""

    points: Doubles
    tangents: Doubles
    ups: Doubles
    arc: Doubles
    speeds: Doubles
    sections: tuple[tuple[str, float], ...]
    gauge: Gauge

    @property
    def sides(self) -> Doubles:
        """To the right of the way (n, 3)."""
        return np.asarray(np.cross(self.tangents, self.ups))

    @property
    def length(self) -> float:
        return float(self.arc[-1])

    @property
    def time(self) -> float:
        """How long a ball is foreseen to need."""
        return float(np.sum(np.diff(self.arc) / (0.5 * (self.speeds[1:] + self.speeds[:-1]))))

    def index(self, arc: float) -> int:
        """The point at this arc length."""
        return int(np.clip(np.searchsorted(self.arc, arc), 0, len(self.arc) - 1))

    def section(self, name: str) -> float:
        """The arc length at which the named section starts. Raises KeyError."""
        return dict(self.sections)[name]

    def rails(self, name: str) -> tuple[Rail, Rail]:
        """The two bars."""
        surface = Surface(material="metal", density=7800.0, friction=0.5, restitution=0.0)
        middle = self.points - self.ups * self.gauge.lift
        aside = self.sides * self.gauge.half
        return (
            Rail(name=f"{name}.left", path=middle - aside, radius=self.gauge.rail, surface=surface),
            Rail(
                name=f"{name}.right", path=middle + aside, radius=self.gauge.rail, surface=surface
            ),
        )

    def moved(self, by: Vec3) -> "Track":
        """The same track somewhere else."""
        return Track(
            points=self.points + np.array(by),
            tangents=self.tangents,
            ups=self.ups,
            arc=self.arc,
            speeds=self.speeds,
            sections=self.sections,
            gauge=self.gauge,
        )


def lay(
    sections: Sequence[Section], *, speed: float, drag: float, gauge: Gauge, heading: float = 0.0
) -> Track:
    """Lays sections one after the other, from the origin, heading to +x turned right by `heading`.

    A ball is foreseen to start with `speed` (m/s) and lose `drag` of it per second. Raises
    ValueError when it would stop on the way.
    """
    pitch, course, drift, marks = _profiles(sections)
    level = np.cos(pitch)
    ahead = np.stack(
        [level * np.cos(course), np.sin(pitch), level * np.sin(course)], axis=1
    ) + drift[:, None] * np.stack([-np.sin(course), np.zeros_like(course), np.cos(course)], axis=1)
    turned = _about_y(ahead, heading)
    points = np.concatenate([np.zeros((1, 3)), np.cumsum(turned[:-1], axis=0) * SPACING])
    arc = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    tangents = np.gradient(points, arc, axis=0)
    tangents /= np.linalg.norm(tangents, axis=1, keepdims=True)
    speeds = foreseen(points, arc, speed=speed, drag=drag, gauge=gauge)
    return Track(
        points=points,
        tangents=tangents,
        ups=_banked(tangents, arc, speeds),
        arc=arc,
        speeds=speeds,
        sections=tuple((name, float(arc[mark])) for name, mark in marks),
        gauge=gauge,
    )


def foreseen(points: Doubles, arc: Doubles, *, speed: float, drag: float, gauge: Gauge) -> Doubles:
    """The speed of a ball that rolls along a line without leaving it: energy, less drag (n,).

    Raises ValueError when it would stop on the way.
    """
    energies = np.empty(len(points))
    energies[0] = speed**2
    gains = -2.0 * GRAVITY * gauge.acceleration * np.diff(points[:, 1])
    for k, (gain, step) in enumerate(zip(gains, np.diff(arc), strict=True)):
        energies[k + 1] = energies[k] + gain - 2.0 * drag * np.sqrt(energies[k]) * step
        if energies[k + 1] <= 0.01:
            raise ValueError(f"a ball stops {arc[k]:.2f} m down this track")
    return np.sqrt(energies)


def _profiles(
    sections: Sequence[Section],
) -> tuple[Doubles, Doubles, Doubles, list[tuple[str, int]]]:
    """Pitch, heading and drift per point, smoothed, and where each section starts."""
    pitches, courses, drifts, marks = [], [], [], []
    pitch = sections[0].pitch
    course, turns, count = 0.0, 0.0, 0
    for section in sections:
        n = max(2, round(section.length / SPACING))
        way = np.arange(n) / n
        end = section.pitch + 2.0 * np.pi * (turns + section.loops)
        pitches.append(pitch + way * (end - pitch))
        courses.append(course + way * section.turn)
        drifts.append(np.full(n, section.drift / section.length))
        marks.append((section.name, count))
        pitch, course, turns = end, course + section.turn, turns + section.loops
        count += n
    sigma = _SMOOTHING / SPACING

    def smooth(parts: list[Doubles]) -> Doubles:
        return np.asarray(gaussian_filter1d(np.concatenate(parts), sigma, mode="nearest"))

    return smooth(pitches), smooth(courses), smooth(drifts), marks


def _banked(tangents: Doubles, arc: Doubles, speeds: Doubles) -> Doubles:
    """Up is where a ball at the foreseen speed feels it, so that it does not lean on one rail."""
    bend = np.gradient(tangents, arc, axis=0) * speeds[:, None] ** 2
    felt = 0.9 * bend + np.array([0.0, GRAVITY, 0.0])
    felt -= tangents * np.einsum("ij,ij->i", felt, tangents)[:, None]
    felt = gaussian_filter1d(felt, _SMOOTHING / SPACING, axis=0, mode="nearest")
    felt -= tangents * np.einsum("ij,ij->i", felt, tangents)[:, None]
    return np.asarray(felt / np.linalg.norm(felt, axis=1, keepdims=True))


def _about_y(vectors: Doubles, angle: float) -> Doubles:
    """Vectors (n, 3) turned right (from +x to +z) by an angle."""
    x, y, z = vectors.T
    cos, sin = np.cos(angle), np.sin(angle)
    return np.stack([x * cos - z * sin, y, x * sin + z * cos], axis=1)
