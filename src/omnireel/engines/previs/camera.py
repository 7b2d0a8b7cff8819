"""The camera of a shot: framing by size and angle, then movement, then the operator's hand.

Framing never looks at whether a member is visible: an invisible one keeps its place in the frame.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from omnireel.domain.storyboard import Angle, Camera, Kind, Movement, ShotSize
from omnireel.engines.previs.scene import CameraPose, Vec3
from omnireel.engines.previs.streams import stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a camera frames: a member's foot point over stage time, and its size in metres.

    What is `carried` is framed with who carries it, unless it is asked for.
    """

    member: str
    kind: Kind
    size: Vec3
    point: Callable[[float], Vec3]
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The picture's shape, and the stage times it films: `start` and `duration` in seconds."""

    aspect: float
    start: float
    duration: float
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rig:
    """A framing: where to look, from how far and which side (degrees), through which lens."""

    target: NDArray[np.float64]
    distance: float
    azimuth: float
    elevation: float
    fov: float
    tilt: float = 0.0
    aperture: float = 0.5


_LENSES = {"wide": 54.0, "fisheye": 75.0, "normal": 36.0, "tele": 20.0, "macro": 24.0}

_ELEVATIONS = {
    Angle.EYE_LEVEL: 6.0,
    Angle.LOW: -7.0,
    Angle.HIGH: 30.0,
    Angle.OVERHEAD: 78.0,
    Angle.AERIAL: 48.0,
    Angle.DUTCH: 5.0,
}

# Frame height over subject height, and where on the subject the frame's middle is (0 feet, 1 top).
_PERSON_SIZES = {
    ShotSize.EXTREME_WIDE: (5.5, 0.6),
    ShotSize.WIDE: (2.7, 0.55),
    ShotSize.FULL: (1.28, 0.52),
    ShotSize.MEDIUM: (0.66, 0.74),
    ShotSize.CLOSE_UP: (0.34, 0.87),
    ShotSize.EXTREME_CLOSE_UP: (0.19, 0.91),
}
_THING_SIZES = {
    ShotSize.EXTREME_WIDE: (7.0, 0.6),
    ShotSize.WIDE: (3.4, 0.55),
    ShotSize.FULL: (1.8, 0.5),
    ShotSize.MEDIUM: (1.25, 0.52),
    ShotSize.CLOSE_UP: (0.8, 0.6),
    ShotSize.EXTREME_CLOSE_UP: (0.42, 0.68),
}
_SAMPLES = 24


def film(
    camera: Camera, subjects: Sequence[Subject], frame: Frame, backdrop: Vec3
) -> Callable[[float], CameraPose]:
    """The camera over the shot: pose by seconds from the start of the shot.

    Args:
        camera: What the storyboard asks.
        subjects: The members on stage, the hero first; empty films the backdrop.
        frame: The picture's shape and the shot's time on stage.
        backdrop: Where to look when nobody is there.
    """
    rig = _framing(camera, subjects, frame, backdrop)
    follow = _follow(camera, subjects, frame)
    shake = _hand(camera, frame)

    def pose(t: float) -> CameraPose:
        share = min(max(t / max(frame.duration, 1e-6), 0.0), 1.0)
        moved = _moved(rig, camera.movement, share)
        return shake(t, _shoot(moved, follow(t), camera, share))

    return pose


def _framing(camera: Camera, subjects: Sequence[Subject], frame: Frame, backdrop: Vec3) -> _Rig:
    fov = _LENSES.get(camera.lens, 36.0)
    elevation = _ELEVATIONS[camera.angle]
    tilt = 12.0 if camera.angle is Angle.DUTCH else 0.0
    azimuth = float(stream(frame.seed, "camera", "azimuth").uniform(-14.0, 14.0))
    if not subjects:
        target = np.array([0.0, max(1.2, 0.4 * backdrop[1]), 0.0])
        return _Rig(
            target=target,
            distance=7.0,
            azimuth=azimuth * 0.3,
            elevation=3.0,
            fov=fov,
            tilt=tilt,
            aperture=0.08,
        )
    hero = _hero(camera, subjects)
    subjects = [subject for subject in subjects if not subject.carried] or list(subjects)
    alone = camera.size is not None and camera.size not in (ShotSize.WIDE, ShotSize.EXTREME_WIDE)
    low, high = _bounds([hero] if alone else subjects, frame)
    if camera.size is None:
        height, width = (high[1] - low[1]) * 1.32, (high[0] - low[0]) * 1.22
        middle = 0.5
        if len(subjects) == 1 and hero.kind is Kind.PERSON:
            height, middle = (high[1] - low[1]) * 1.08, 0.60
    else:
        table = _PERSON_SIZES if hero.kind is Kind.PERSON else _THING_SIZES
        factor, middle = table[camera.size]
        height, width = hero.size[1] * factor, hero.size[0] * min(factor, 1.6)
        if not alone:
            width = max(width, (high[0] - low[0]) * 1.1)
    target = (low + high) / 2
    target[1] = low[1] + (high[1] - low[1]) * middle
    needed = max(height, width / frame.aspect, 0.08)
    distance = needed / (2 * math.tan(math.radians(fov) / 2)) + (high[2] - low[2]) / 2
    return _Rig(
        target=target,
        distance=distance,
        azimuth=azimuth,
        elevation=elevation,
        fov=fov,
        tilt=tilt,
    )


def _hero(camera: Camera, subjects: Sequence[Subject]) -> Subject:
    for subject in subjects:
        if subject.member == camera.subject:
            return subject
    return subjects[0]


def _bounds(
    subjects: Sequence[Subject], frame: Frame
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The box around the subjects over the shot. Whoever is followed counts where it starts."""
    low, high = np.full(3, np.inf), np.full(3, -np.inf)
    for subject in subjects:
        half = np.array([subject.size[0] / 2, 0.0, subject.size[2] / 2])
        way = _path(subject, frame)
        if _wanders(subject, subjects, frame):
            way[:, [0, 2]] = way[0, [0, 2]]
        low = np.minimum(low, way.min(axis=0) - half)
        high = np.maximum(high, way.max(axis=0) + half + [0.0, subject.size[1], 0.0])
    return low, high


def _wanders(subject: Subject, subjects: Sequence[Subject], frame: Frame) -> bool:
    """Whether the subject goes farther than a still frame about everybody would hold."""
    way = _path(subject, frame)
    span = float(np.linalg.norm(way.max(axis=0) - way.min(axis=0)))
    starts = np.array([other.point(frame.start) for other in subjects], float)
    group = float(np.ptp(starts[:, 0])) + max(other.size[0] for other in subjects)
    return span > max(2.2 * max(subject.size), 1.4 * group)


def _path(subject: Subject, frame: Frame) -> NDArray[np.float64]:
    times = np.linspace(0.0, frame.duration, _SAMPLES)
    return np.array([subject.point(frame.start + t) for t in times], float)


def _follow(
    camera: Camera, subjects: Sequence[Subject], frame: Frame
) -> Callable[[float], NDArray[np.float64]]:
    """How far the whole camera has gone along with its hero, metres, by shot time."""
    still = camera.movement in (Movement.STATIC, Movement.PAN_LEFT, Movement.PAN_RIGHT)
    if not subjects or still:
        return lambda _: np.zeros(3)
    hero = _hero(camera, subjects)
    if camera.movement is not Movement.TRACKING and not _wanders(hero, subjects, frame):
        return lambda _: np.zeros(3)
    times = np.linspace(-0.6, frame.duration + 0.6, 96)
    way = np.array([hero.point(frame.start + t) for t in times], float)
    origin = np.asarray(hero.point(frame.start), float)
    window = np.hanning(15)[1:-1]
    window /= window.sum()
    padded = np.pad(way - origin, ((6, 6), (0, 0)), mode="edge")
    soft = np.column_stack([np.convolve(padded[:, k], window, mode="valid") for k in range(3)])
    soft[:, 1] *= 0.6

    def at(t: float) -> NDArray[np.float64]:
        return np.array([np.interp(t, times, soft[:, k]) for k in range(3)])

    return at


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What a movement does from the first frame of a shot to the last: factors and degrees."""

    distance: tuple[float, float] = (1.0, 1.0)
    lens: tuple[float, float] = (1.0, 1.0)
    azimuth: tuple[float, float] = (0.0, 0.0)
    elevation: tuple[float, float] = (0.0, 0.0)
    truck: tuple[float, float] = (0.0, 0.0)  # in frame heights, to the right


_RUNS = {
    Movement.AUTO: _Run(distance=(1.06, 0.92), azimuth=(-2.5, 2.5)),
    Movement.DOLLY_IN: _Run(distance=(1.45, 0.75)),
    Movement.DOLLY_OUT: _Run(distance=(0.75, 1.6)),
    Movement.ZOOM_IN: _Run(lens=(1.25, 0.6)),
    Movement.ZOOM_OUT: _Run(lens=(0.65, 1.35)),
    Movement.ORBIT: _Run(azimuth=(-45.0, 45.0)),
    Movement.CRANE_UP: _Run(elevation=(0.0, 28.0)),
    Movement.CRANE_DOWN: _Run(elevation=(28.0, 0.0)),
    Movement.TRUCK_LEFT: _Run(truck=(0.3, -0.3)),
    Movement.TRUCK_RIGHT: _Run(truck=(-0.3, 0.3)),
}


def _moved(rig: _Rig, movement: Movement, share: float) -> _Rig:
    """The framing after this share of the camera's movement."""
    ease = share * share * (3 - 2 * share)
    run = _RUNS.get(movement, _Run())

    def now(ends: tuple[float, float]) -> float:
        return ends[0] + (ends[1] - ends[0]) * ease

    span = rig.distance * 2 * math.tan(math.radians(rig.fov) / 2)
    return replace(
        rig,
        target=rig.target + np.array([now(run.truck) * span, 0.0, 0.0]),
        distance=rig.distance * now(run.distance),
        azimuth=rig.azimuth + now(run.azimuth),
        elevation=rig.elevation + now(run.elevation),
        fov=rig.fov * now(run.lens),
    )


def _shoot(rig: _Rig, gone: NDArray[np.float64], camera: Camera, share: float) -> CameraPose:
    target = rig.target + gone
    azimuth, elevation = math.radians(rig.azimuth), math.radians(rig.elevation)
    direction = np.array(
        [
            math.sin(azimuth) * math.cos(elevation),
            math.sin(elevation),
            math.cos(azimuth) * math.cos(elevation),
        ]
    )
    eye = target + direction * rig.distance
    eye[1] = max(eye[1], 0.12)
    look = _panned(target, eye, camera.movement, share)
    up = (math.sin(math.radians(rig.tilt)), math.cos(math.radians(rig.tilt)), 0.0)
    focus = float(np.linalg.norm(target - eye))
    if camera.movement is Movement.RACK_FOCUS:
        focus *= 0.45 + 0.55 * min(1.0, share * 1.8)
    return CameraPose(
        eye=_vec(eye), target=_vec(look), up=up, fov=rig.fov, focus=focus, aperture=rig.aperture
    )


def _panned(
    target: NDArray[np.float64], eye: NDArray[np.float64], movement: Movement, share: float
) -> NDArray[np.float64]:
    """Where a pan or tilt looks: it begins beside the subject and ends on it or goes past it."""
    turns = {
        Movement.PAN_LEFT: (1.0, 0.0),
        Movement.PAN_RIGHT: (-1.0, 0.0),
        Movement.TILT_UP: (0.0, -1.0),
        Movement.TILT_DOWN: (0.0, 1.0),
    }
    if movement not in turns:
        return target
    across, above = turns[movement]
    ease = share * share * (3 - 2 * share)
    angle = math.radians(24.0) * (0.5 - ease) if across else math.radians(16.0) * (0.8 - ease)
    gap = target - eye
    reach = float(np.linalg.norm(gap))
    side = np.cross(gap / reach, [0.0, 1.0, 0.0])
    offset = side * across + np.array([0.0, above, 0.0])
    moved: NDArray[np.float64] = target + offset * math.tan(angle) * reach
    return moved


def _hand(camera: Camera, frame: Frame) -> Callable[[float, CameraPose], CameraPose]:
    """The operator's hand: slow drift and small tremor, none on a tripod."""
    if not camera.handheld:
        return lambda _, pose: pose
    phases = stream(frame.seed, "camera", "hand").uniform(0.0, 2 * math.pi, (2, 3))
    rates = np.array([0.7, 1.9, 4.3])
    weights = np.array([0.010, 0.004, 0.0012])

    def shaken(t: float, pose: CameraPose) -> CameraPose:
        sway = (np.sin(2 * math.pi * rates * t + phases) * weights).sum(axis=1)
        reach = math.dist(pose.eye, pose.target)
        x, y, z = pose.target
        return replace(pose, target=(x + sway[0] * reach, y + sway[1] * reach, z))

    return shaken


def _vec(values: NDArray[np.float64]) -> Vec3:
    return (float(values[0]), float(values[1]), float(values[2]))
