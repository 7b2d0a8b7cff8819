"""A camera that chases a marble: close, ahead of it, banking, never through a rail.

The whole path is known beforehand, so the camera is planned like a drone flight: at every moment
there are many places around the marble it could be; each costs for what is in the way, for how
near it is to the track, and for being unlike the shot that is wanted; the cheapest continuous path
through them (dynamic programming) is then smoothed.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d
from scipy.spatial import cKDTree

from omnireel.engines.previs.easing import eased_all
from omnireel.engines.previs.physics.contraption import Piece
from omnireel.engines.previs.physics.track import Track
from omnireel.engines.previs.physics.world import Doubles
from omnireel.engines.previs.scene import CameraPose, Vec3
from omnireel.engines.previs.shapes.transform import vec3

_RATE = 48.0  # camera samples per second
_THIN = 4  # samples of the plan per place that is chosen
_AZIMUTHS = np.radians(np.linspace(-60.0, 60.0, 13))
_ELEVATIONS = np.radians(np.array([2.0, 8.0, 14.0, 22.0, 32.0]))
_CLEARANCE = 0.2  # metres from the eye to any part
_SIGHT = 0.075  # metres from the line of sight to a part that would cover the marble
_AHEAD = math.radians(38.0)  # how far round to the front of the marble the camera goes
_LEVEL = math.radians(10.0)  # how far above the marble the camera would like to be
_HIGHER = math.radians(5.0)  # how much more so at the dominoes
_MARGIN = 0.45  # seconds planned before and after the clip


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """What is chased: position and velocity (3,) by time, for `duration` seconds."""

    position: Callable[[float], Doubles]
    velocity: Callable[[float], Doubles]
    duration: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """From `time` on, something happens at `point`: the camera moves a little towards it."""

    time: float
    point: Vec3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lens:
    """How a picture's shape is filmed: field of view (degrees), distance (m), how steady the aim
    is (s), how far it leads (m), how far it is above the marble as a share of half the frame's
    height, and how far it moves aside for a glance (m)."""

    fov: float
    distance: float
    steadiness: float
    lead: float
    headroom: float
    glance: float


_PORTRAIT = _Lens(fov=50.0, distance=1.12, steadiness=0.05, lead=0.03, headroom=0.3, glance=0.09)
_LANDSCAPE = _Lens(fov=40.0, distance=0.88, steadiness=0.07, lead=0.10, headroom=0.12, glance=0.26)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """Where the camera would like to be from the marble, over time (n,): metres and radians."""

    distance: Doubles
    azimuth: Doubles
    elevation: Doubles


class Chase:
    """The planned shot; `pose(t)` reads it.

    `obstacles` (n, 3) are points, besides track and posts, that may hide the marble.
    """

    def __init__(
        self,
        *,
        path: Path,
        track: Track,
        pieces: Sequence[Piece],
        aspect: float,
        glance: Glance,
        obstacles: Doubles,
    ) -> None:
        lens = _PORTRAIT if aspect < 1.0 else _LANDSCAPE
        self._times = np.arange(-_MARGIN, path.duration + _MARGIN, 1.0 / _RATE)
        points = np.stack([path.position(t) for t in self._times])
        speeds = _smooth(np.gradient(points, self._times, axis=0), 0.18)
        wide = _smooth(eased_all((self._times / path.duration - 0.62) / 0.2), 0.3)
        distance = lens.distance * (1.0 + 0.38 * wide)
        parts = _parts(track, pieces, obstacles)
        wish = _Wish(
            distance=distance,
            azimuth=_azimuths(speeds, self._times, glance, track.tangents[-1]),
            elevation=_LEVEL + _HIGHER * wide,
        )
        around = _plan(_smooth(points, 0.1), wish, parts)
        self._eyes = _clear(_smooth(points, 0.16) + _smooth(around, 0.34), parts.track)
        self._targets = _smooth(points, lens.steadiness) + lens.lead * np.tanh(speeds / 2.0)
        aside = _aside(glance, points, self._times, lens.glance)
        self._eyes, self._targets = self._eyes + aside, self._targets + aside
        away = np.linalg.norm(points - self._eyes, axis=1)
        half = _smooth(away, 0.3) * math.tan(math.radians(lens.fov) / 2.0)
        self._targets[:, 1] += lens.headroom * half
        self._focus = _smooth(away, 0.05)
        self._apertures = 0.62 - 0.25 * wide
        self._fovs = lens.fov + _smooth(np.linalg.norm(speeds, axis=1), 0.3)
        self._rolls = _rolls(self._eyes, self._targets, speeds, self._times)

    def pose(self, t: float) -> CameraPose:
        """The camera at this time, in seconds from the start of the clip."""
        roll = float(np.interp(t, self._times, self._rolls))
        eye, target = self._at(self._eyes, t), self._at(self._targets, t)
        side = np.cross(target - eye, [0.0, 1.0, 0.0])
        side /= np.linalg.norm(side)
        up = math.cos(roll) * np.array([0.0, 1.0, 0.0]) + math.sin(roll) * side
        return CameraPose(
            eye=vec3(eye),
            target=vec3(target),
            up=vec3(up),
            fov=float(np.interp(t, self._times, self._fovs)),
            focus=float(np.interp(t, self._times, self._focus)),
            aperture=float(np.interp(t, self._times, self._apertures)),
        )

    def _at(self, samples: Doubles, t: float) -> Doubles:
        return np.array([np.interp(t, self._times, samples[:, k]) for k in range(3)])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What can be in the way: points on the track, and on the track and everything else."""

    track: cKDTree
    all: cKDTree


def _parts(track: Track, pieces: Sequence[Piece], obstacles: Doubles) -> _Parts:
    rails = (track.points - track.ups * track.gauge.lift)[::6]
    posts = [_along(piece.frame) for piece in pieces if piece.model == "post"]
    return _Parts(track=cKDTree(rails), all=cKDTree(np.concatenate([rails, *posts, obstacles])))


def _along(frame: Doubles) -> Doubles:
    """Points along a post, a few centimetres apart."""
    length = float(np.linalg.norm(frame[:3, 1]))
    way = np.linspace(0.0, 1.0, max(2, int(length / 0.03)))[:, None]
    return np.asarray(frame[:3, 3] + way * frame[:3, 1])


def _azimuths(speeds: Doubles, times: Doubles, glance: Glance, out: Doubles) -> Doubles:
    """Where around the marble the camera would like to be (n,): on the audience's side, ahead of
    the marble; at the end square to the way `out` and a little behind, to see what it hits."""
    ahead = _AHEAD * np.tanh(speeds[:, 0] / 1.5)
    facing = math.copysign(1.0, out[0])
    across = np.array([-out[2] * facing, out[0] * facing]) - 0.25 * out[[0, 2]]
    share = _smooth(eased_all((times - glance.time + 1.0) / 0.8), 0.1)
    return np.asarray(ahead + 0.65 * share * (math.atan2(across[0], across[1]) - ahead))


def _plan(points: Doubles, wish: _Wish, parts: _Parts) -> Doubles:
    """Offsets from the marble to the eye (n, 3): the cheapest way through all candidates."""
    chosen = np.arange(0, len(points), _THIN)
    azimuths, elevations = (grid.ravel() for grid in np.meshgrid(_AZIMUTHS, _ELEVATIONS))
    directions = np.stack(
        [
            np.sin(azimuths) * np.cos(elevations),
            np.sin(elevations),
            np.cos(azimuths) * np.cos(elevations),
        ],
        axis=1,
    )
    costs = np.stack(
        [
            _cost(
                points[k],
                directions * wish.distance[k],
                (azimuths - wish.azimuth[k], elevations - wish.elevation[k]),
                parts,
            )
            for k in chosen
        ]
    )
    changes = (
        14.0 * (azimuths[:, None] - azimuths) ** 2 + 22.0 * (elevations[:, None] - elevations) ** 2
    )
    way = _cheapest(costs, changes)
    offsets = directions[way] * wish.distance[chosen, None]
    every = np.arange(len(points))
    return np.stack([np.interp(every, chosen, offsets[:, k]) for k in range(3)], axis=1)


def _cost(
    point: Doubles, offsets: Doubles, unlike: tuple[Doubles, Doubles], parts: _Parts
) -> Doubles:
    """What each place for the eye costs at one moment (candidates,); `unlike` are its angles
    from where the camera would like to be."""
    azimuths, elevations = unlike
    cost = 1.2 * azimuths**2 + 3.0 * elevations**2
    eyes = point + offsets
    near, _ = parts.track.query(eyes)
    cost += 30.0 * np.clip(1.0 - near / (1.6 * _CLEARANCE), 0.0, 1.0) ** 2
    shares = np.linspace(0.15, 0.86, 9)
    sight = point + offsets[:, None] * shares[None, :, None]
    blocked, _ = parts.all.query(sight)
    covered = np.clip(1.0 - np.asarray(blocked) / _SIGHT, 0.0, 1.0)
    return np.asarray(cost + 1.6 * covered.sum(axis=1) + 40.0 * (eyes[:, 1] < 0.12))


def _cheapest(costs: Doubles, changes: Doubles) -> np.ndarray:
    """The cheapest path through columns of candidates (Viterbi): an index per column."""
    total = costs[0]
    came = np.zeros(costs.shape, dtype=np.int64)
    for k in range(1, len(costs)):
        options = total[:, None] + changes
        came[k] = options.argmin(axis=0)
        total = options.min(axis=0) + costs[k]
    way = np.empty(len(costs), dtype=np.int64)
    way[-1] = int(total.argmin())
    for k in range(len(costs) - 1, 0, -1):
        way[k - 1] = came[k, way[k]]
    return way


def _clear(eyes: Doubles, track: cKDTree) -> Doubles:
    """Eyes pushed out of the track's way, gently, and kept above the table."""
    for _ in range(4):
        near, index = track.query(eyes)
        out = eyes - track.data[index]
        out /= np.maximum(near, 1e-6)[:, None]
        push = np.clip(_CLEARANCE - near, 0.0, None)
        eyes = eyes + _smooth(out * push[:, None], 0.12) * 1.5
        eyes[:, 1] = np.maximum(eyes[:, 1], 0.12)
    return _smooth(eyes, 0.08)


def _aside(glance: Glance, points: Doubles, times: Doubles, most: float) -> Doubles:
    """How far the whole camera moves for a glance (n, 3), metres."""
    way = np.asarray(glance.point) - points
    way[:, 1] = 0.0
    reach = np.linalg.norm(way, axis=1, keepdims=True)
    share = _smooth(eased_all((times - glance.time + 0.3) / 0.7), 0.12)
    return np.asarray(_smooth(way / np.maximum(reach, most), 0.2) * most * share[:, None])


def _rolls(eyes: Doubles, targets: Doubles, speeds: Doubles, times: Doubles) -> Doubles:
    """How far the camera leans into the marble's turns, in radians."""
    view = targets - eyes
    side = np.cross(view, [0.0, 1.0, 0.0])
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    pull = np.einsum("ij,ij->i", np.gradient(speeds, times, axis=0), side)
    return np.asarray(_smooth(np.clip(0.022 * pull, -0.09, 0.09), 0.35))


def _smooth(values: Doubles, seconds: float) -> Doubles:
    return np.asarray(gaussian_filter1d(values, seconds * _RATE, axis=0, mode="nearest"))
