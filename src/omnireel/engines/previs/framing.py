"""Framing a shot: what the frame holds, from where, through which lens, before anything moves.

Framing never looks at whether a member is visible: an invisible one keeps its place in the frame.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from omnireel.domain.storyboard import Angle, Camera, Kind, ShotSize
from omnireel.engines.previs.scene import Vec3
from omnireel.engines.previs.streams import stream

Doubles = NDArray[np.float64]


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
    """The picture's shape, and the stage times it films: `start` and `duration` in seconds.

    From farther than `reach` metres a camera would see past the set: it takes a wider lens instead.
    """

    aspect: float
    start: float
    duration: float
    seed: int
    reach: float = math.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Rig:
    """A framing: where to look, from how far and which side (degrees), through which lens."""

    target: Doubles
    distance: float
    azimuth: float
    elevation: float
    fov: float
    tilt: float = 0.0
    aperture: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The corners of an upright box, metres."""

    low: Doubles
    high: Doubles

    @property
    def middle(self) -> Doubles:
        return (self.low + self.high) / 2

    @property
    def size(self) -> Doubles:
        return self.high - self.low


_LENSES = {"wide": 54.0, "fisheye": 75.0, "normal": 36.0, "tele": 20.0, "macro": 24.0}
_WIDEST = 78.0

_ELEVATIONS = {
    Angle.EYE_LEVEL: 6.0,
    Angle.LOW: -7.0,
    Angle.HIGH: 30.0,
    Angle.OVERHEAD: 66.0,
    Angle.AERIAL: 48.0,
    Angle.DUTCH: 5.0,
}
_FLYING = 1.2  # metres: whoever is higher all the time is filmed from below, against the sky
_SKYWARD = -9.0

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
    ShotSize.CLOSE_UP: (1.0, 0.52),
    ShotSize.EXTREME_CLOSE_UP: (0.6, 0.6),
}
_ROOM_ABOVE, _ROOM_BESIDE = 1.3, 1.2  # frame over what it holds
_ALONE = 0.87  # a lone person is seen closer: what faces and hands do is the picture
_SMALLEST = 4.8  # no member is less than this part of the frame's height, if that can be helped
WIDE = (ShotSize.WIDE, ShotSize.EXTREME_WIDE)
_SAMPLES = 24


def framing(camera: Camera, subjects: Sequence[Subject], frame: Frame, backdrop: Vec3) -> Rig:
    """The camera's place before it moves; nobody on stage films the backdrop."""
    rig = Rig(
        target=np.array([0.0, max(1.2, 0.4 * backdrop[1]), 0.0]),
        distance=7.0,
        azimuth=float(stream(frame.seed, "camera", "azimuth").uniform(-14.0, 14.0)),
        elevation=_ELEVATIONS[camera.angle],
        fov=_LENSES.get(camera.lens, 36.0),
        tilt=12.0 if camera.angle is Angle.DUTCH else 0.0,
    )
    if not subjects:
        level = 3.0 if camera.angle is Angle.EYE_LEVEL else rig.elevation
        return replace(rig, azimuth=rig.azimuth * 0.3, elevation=level, aperture=0.08)
    hero = hero_of(camera, subjects)
    standing = [subject for subject in subjects if not subject.carried] or list(subjects)
    boxes = [_box(subject, standing, frame) for subject in standing]
    if camera.angle is Angle.EYE_LEVEL and min(box.low[1] for box in boxes) > _FLYING:
        rig = replace(rig, elevation=_SKYWARD)
    if camera.size is None:
        rig = _holding(rig, standing, boxes, frame)
        if len(standing) == 1 and hero.kind is Kind.PERSON:
            rig = replace(rig, distance=rig.distance * _ALONE)
    else:
        rig = _sized(rig, camera.size, hero, (standing, boxes), frame)
    return _within(rig, frame)


def hero_of(camera: Camera, subjects: Sequence[Subject]) -> Subject:
    """Whom the camera is about: the member it was asked to follow, or the first."""
    return next((s for s in subjects if s.member == camera.subject), subjects[0])


def direction(azimuth: float, elevation: float) -> Doubles:
    """The unit vector from the target to the camera, by degrees."""
    a, e = math.radians(azimuth), math.radians(elevation)
    return np.array([math.sin(a) * math.cos(e), math.sin(e), math.cos(a) * math.cos(e)])


def _sized(
    rig: Rig,
    size: ShotSize,
    hero: Subject,
    others: tuple[Sequence[Subject], Sequence[Box]],
    frame: Frame,
) -> Rig:
    """A shot of a named size, about the hero; wide ones hold everybody."""
    box = _box(hero, [hero], frame)
    table = _PERSON_SIZES if hero.kind is Kind.PERSON else _THING_SIZES
    factor, middle = table[size]
    height, width = hero.size[1] * factor, hero.size[0] * min(factor, 1.6)
    if hero.kind is not Kind.PERSON and size is not ShotSize.EXTREME_CLOSE_UP:
        height = max(height, 0.8 * hero.size[0] / frame.aspect)
    elif size in (ShotSize.MEDIUM, ShotSize.CLOSE_UP, ShotSize.EXTREME_CLOSE_UP):
        width = 0.0
    target = box.middle
    target[1] = box.low[1] + box.size[1] * middle
    needed = max(height, width / frame.aspect, 0.05)
    near = needed / (2 * math.tan(math.radians(rig.fov) / 2)) + box.size[2] / 2
    if size not in WIDE:
        return replace(rig, target=target, distance=near)
    held = _holding(rig, *others, frame)
    if held.distance > near:
        return held
    return replace(rig, target=target, distance=near)


def _holding(rig: Rig, subjects: Sequence[Subject], boxes: Sequence[Box], frame: Frame) -> Rig:
    """Everybody in the frame, as large as that allows, nobody lost as a dot.

    Where the smallest would be one, the frame holds the hero, the living and the small, and crops
    the rest.
    """
    whole = _fitted(rig, boxes, frame)
    extents = [max(float(box.size[1]), 0.6 * float(box.size[0])) for box in boxes]
    smallest = min(extents)
    slope = 2 * math.tan(math.radians(rig.fov) / 2)
    if whole.distance <= _SMALLEST * smallest / slope or max(extents) < 2.5 * smallest:
        return whole
    kept = [
        box
        for subject, box, extent in zip(subjects, boxes, extents, strict=True)
        if subject.kind in (Kind.PERSON, Kind.ANIMAL)
        or extent < 2.5 * smallest
        or subject is subjects[0]
    ]
    near = _fitted(rig, kept, frame)
    distance = max(near.distance, _SMALLEST * smallest / slope)
    if distance >= whole.distance:
        return whole
    # Look past the middle of those who are kept, to see as much as can be of what is cropped.
    axes = _axes(rig)
    room = (distance - near.distance) * _slopes(rig, frame)
    off = np.clip((whole.target - near.target) @ axes[:2].T, -room, room)
    return replace(rig, target=near.target + off @ axes[:2], distance=distance)


def _axes(rig: Rig) -> Doubles:
    """The camera's right, up and backward as rows."""
    toward = direction(rig.azimuth, rig.elevation)
    right = np.cross([0.0, 1.0, 0.0], toward)
    right /= np.linalg.norm(right)
    return np.array([right, np.cross(toward, right), toward])


def _slopes(rig: Rig, frame: Frame) -> Doubles:
    """Half the width and height of what is held at a metre's distance, within the margins."""
    up = math.tan(math.radians(rig.fov) / 2)
    return np.array([up * frame.aspect / _ROOM_BESIDE, up / _ROOM_ABOVE])


def _fitted(rig: Rig, boxes: Sequence[Box], frame: Frame) -> Rig:
    """The nearest rig from which all the boxes are inside the frame, with a margin."""
    low = np.min([box.low for box in boxes], axis=0)
    high = np.max([box.high for box in boxes], axis=0)
    rig = replace(rig, target=(low + high) / 2)
    axes, slopes = _axes(rig), _slopes(rig, frame)
    corners = np.concatenate([_corners(box) for box in boxes])
    distance = 1.0
    for _ in range(4):
        seen = (corners - rig.target) @ axes.T
        distance = float((np.abs(seen[:, :2]) / slopes + seen[:, 2:]).max())
        on_screen = seen[:, :2] / (distance - seen[:, 2:])
        off = (on_screen.max(axis=0) + on_screen.min(axis=0)) / 2 * distance
        rig = replace(rig, target=rig.target + off @ axes[:2])
    seen = (corners - rig.target) @ axes.T
    distance = float((np.abs(seen[:, :2]) / slopes + seen[:, 2:]).max())
    return replace(rig, distance=max(distance, 0.15))


def _corners(box: Box) -> Doubles:
    ends = np.array([box.low, box.high])
    return np.array(
        [[ends[i, 0], ends[j, 1], ends[k, 2]] for i in (0, 1) for j in (0, 1) for k in (0, 1)]
    )


def _within(rig: Rig, frame: Frame) -> Rig:
    """The same view through a wider lens, where the camera would leave the set."""
    limit = frame.reach
    if rig.distance <= limit:
        return rig
    slope = math.tan(math.radians(rig.fov) / 2) * rig.distance / limit
    return replace(rig, distance=limit, fov=min(math.degrees(2 * math.atan(slope)), _WIDEST))


def _box(subject: Subject, subjects: Sequence[Subject], frame: Frame) -> Box:
    """The box around the subject over the shot. Whoever is followed counts where it starts."""
    half = np.array([subject.size[0] / 2, 0.0, subject.size[2] / 2])
    way = path(subject, frame)
    if wanders(subject, subjects, frame):
        way[:, [0, 2]] = way[0, [0, 2]]
    return Box(
        low=way.min(axis=0) - half, high=way.max(axis=0) + half + [0.0, subject.size[1], 0.0]
    )


def wanders(subject: Subject, subjects: Sequence[Subject], frame: Frame) -> bool:
    """Whether the subject goes farther than a still frame about everybody would hold."""
    way = path(subject, frame)
    span = float(np.linalg.norm(way.max(axis=0) - way.min(axis=0)))
    starts = np.array([other.point(frame.start) for other in subjects], float)
    group = float(np.ptp(starts[:, 0])) + max(other.size[0] for other in subjects)
    return span > min(1.0, frame.aspect) * max(2.2 * max(subject.size), 1.4 * group)


def path(subject: Subject, frame: Frame) -> Doubles:
    """Where the subject's foot point is over the shot, (n, 3)."""
    times = np.linspace(0.0, frame.duration, _SAMPLES)
    return np.array([subject.point(frame.start + t) for t in times], float)
