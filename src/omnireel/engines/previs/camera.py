"""The camera of a shot: framing by size and angle, then movement, then the operator's hand.

Framing never looks at whether a member is visible: an invisible one keeps its place in the frame.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from omnireel.domain.storyboard import Camera, Movement
from omnireel.engines.previs.easing import eased
from omnireel.engines.previs.framing import (
    WIDE,
    Frame,
    Rig,
    Subject,
    direction,
    framing,
    hero_of,
    wanders,
)
from omnireel.engines.previs.scene import CameraPose, Vec3
from omnireel.engines.previs.shapes.transform import vec3
from omnireel.engines.previs.streams import stream


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
    rig = framing(camera, subjects, frame, backdrop)
    follow = _follow(camera, subjects, frame)
    shake = _hand(camera, frame)

    def pose(t: float) -> CameraPose:
        share = min(max(t / max(frame.duration, 1e-6), 0.0), 1.0)
        moved = _moved(rig, camera.movement, share)
        return shake(t, _shoot(moved, follow(t), camera, share))

    return pose


def _follow(
    camera: Camera, subjects: Sequence[Subject], frame: Frame
) -> Callable[[float], NDArray[np.float64]]:
    """How far the whole camera has gone along with its hero, metres, by shot time."""
    still = camera.movement in (Movement.STATIC, Movement.PAN_LEFT, Movement.PAN_RIGHT)
    if not subjects or still:
        return lambda _: np.zeros(3)
    hero = hero_of(camera, subjects)
    company = subjects if camera.size in (None, *WIDE) else [hero]
    if camera.movement is not Movement.TRACKING and not wanders(hero, company, frame):
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


def _moved(rig: Rig, movement: Movement, share: float) -> Rig:
    """The framing after this share of the camera's movement."""
    ease = eased(share)
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


def _shoot(rig: Rig, gone: NDArray[np.float64], camera: Camera, share: float) -> CameraPose:
    target = rig.target + gone
    eye = target + direction(rig.azimuth, rig.elevation) * rig.distance
    eye[1] = max(eye[1], 0.12)
    look = _panned(target, eye, camera.movement, share)
    up = (math.sin(math.radians(rig.tilt)), math.cos(math.radians(rig.tilt)), 0.0)
    focus = float(np.linalg.norm(target - eye))
    if camera.movement is Movement.RACK_FOCUS:
        focus *= 0.45 + 0.55 * min(1.0, share * 1.8)
    return CameraPose(
        eye=vec3(eye), target=vec3(look), up=up, fov=rig.fov, focus=focus, aperture=rig.aperture
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
    ease = eased(share)
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
