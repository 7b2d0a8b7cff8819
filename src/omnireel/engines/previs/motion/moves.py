"""Where a body goes: each move lays the positions of the samples [first, last) of a track.

`Aim` says how fast, where to and how high. After a move the body stays where it came to.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.easing import eased_all
from omnireel.engines.previs.motion.track import SAMPLES_PER_SECOND, Track, smooth
from omnireel.engines.previs.scene import Vec3

GRAVITY = 9.81


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """Where and how a move goes.

    `speed` metres per second; `goal` the point to reach, or None to cross the frame by `reach`
    metres; `lift` metres above the floor; `side` +1 to start towards +x, -1 towards -x; `vigour`
    scales heights and rates; `follow` gives the point of whatever is chased at a time.
    """

    speed: float
    goal: Vec3 | None = None
    reach: float = 3.0
    lift: float = 0.0
    side: int = 1
    vigour: float = 1.0
    follow: Callable[[float], Vec3] | None = None


Move = Callable[[Track, int, int, Aim], None]


def _eased(seconds: NDArray[np.float64], distance: float, speed: float) -> NDArray[np.float64]:
    """Metres along a way of this length: pulls away and brakes softly, cruising at `speed`."""
    ramp = min(0.35, distance / max(speed, 1e-6) / 2)
    cruise = np.maximum(0.0, seconds - ramp / 2) * speed
    start = 0.5 * speed / max(ramp, 1e-6) * np.minimum(seconds, ramp) ** 2
    way = np.where(seconds < ramp, start, cruise)
    rest = distance - way
    soft = 0.5 * speed * ramp
    return np.where(rest > soft, way, distance - soft * np.exp(-(soft - rest) / max(soft, 1e-6)))


def _lay_line(track: Track, first: int, last: int, start: Vec3, end: Vec3, speed: float) -> None:
    origin, goal = np.asarray(start, float), np.asarray(end, float)
    gap = goal - origin
    distance = float(np.linalg.norm(gap))
    if distance < 1e-4:
        stay(track, first, last, Aim(speed=speed))
        return
    way = _eased(track.times(first, last), distance, speed)
    track.position[first:last] = origin + gap / distance * way[:, None]
    track.heading[first:last] = math.atan2(gap[0], gap[2])
    track.position[last:] = track.position[last - 1]
    track.heading[last:] = track.heading[last - 1]


def _here(track: Track, index: int) -> Vec3:
    x, y, z = track.position[index]
    return (float(x), float(y), float(z))


def stay(track: Track, first: int, _last: int, _aim: Aim) -> None:
    """Remain where the body is."""
    track.hold_from(max(first - 1, 0))


def go(track: Track, first: int, last: int, aim: Aim) -> None:
    """Travel on the ground: to the goal, or across the frame through where the body stood."""
    here = _here(track, first)
    if aim.goal is not None:
        _lay_line(track, first, last, here, (aim.goal[0], here[1], aim.goal[2]), aim.speed)
        return
    seconds = (last - first) / SAMPLES_PER_SECOND
    way = min(aim.speed * seconds, 2.0 * aim.reach) if aim.reach > 0 else aim.speed * seconds
    begin = here[0] - aim.side * way / 2 if first == 0 else here[0]
    end = begin + aim.side * way
    _lay_line(
        track,
        first,
        last,
        (begin, here[1], here[2]),
        (end, here[1], here[2] + 0.12 * way),
        way / max(seconds, 1e-6),
    )


def approach(track: Track, first: int, last: int, aim: Aim) -> None:
    """Come towards the camera."""
    here = _here(track, first)
    way = min(aim.speed * (last - first) / SAMPLES_PER_SECOND, aim.reach)
    _lay_line(track, first, last, (here[0], here[1], here[2] - way), here, aim.speed)


def soar(track: Track, first: int, last: int, aim: Aim) -> None:
    """Cross the frame in the air, rising a little, or fly up to the goal."""
    here = _here(track, first)
    start = (here[0], max(here[1], aim.lift), here[2])
    if aim.goal is not None:
        end = (aim.goal[0], aim.goal[1] + 0.3 * aim.lift, aim.goal[2])
        _lay_line(track, first, last, start, end, aim.speed)
        return
    way = min(aim.speed * (last - first) / SAMPLES_PER_SECOND, 2.0 * aim.reach)
    begin = (here[0] - aim.side * way / 2, start[1], here[2]) if first == 0 else start
    end = (begin[0] + aim.side * way, begin[1] + 0.08 * way, begin[2] + 0.1 * way)
    seconds = (last - first) / SAMPLES_PER_SECOND
    _lay_line(track, first, last, begin, end, way / max(seconds, 1e-6))


def circle(track: Track, first: int, last: int, aim: Aim) -> None:
    """Go round the goal, or round a point beside the start."""
    here = _here(track, first)
    middle = aim.goal or (here[0], here[1], here[2] - 0.5 * aim.reach)
    radius = max(0.6 * track.facts.length, math.hypot(here[0] - middle[0], here[2] - middle[2]))
    begin = math.atan2(here[0] - middle[0], here[2] - middle[2])
    angle = begin + aim.side * track.times(first, last) * aim.speed / max(radius, 0.05)
    track.position[first:last, 0] = middle[0] + radius * np.sin(angle)
    track.position[first:last, 1] = max(here[1], aim.lift)
    track.position[first:last, 2] = middle[2] + radius * np.cos(angle)
    track.heading[first:last] = angle + aim.side * math.pi / 2
    track.hold_from(last - 1)


def leap(track: Track, first: int, last: int, aim: Aim) -> None:
    """Crouch, leap under gravity to the goal (or up and down again and again), land."""
    here = _here(track, first)
    height = (0.55 + 0.25 * aim.vigour) * track.facts.height
    if aim.goal is None:
        _leap_in_place(track, first, last, height)
        return
    rise = max(aim.goal[1] - here[1], aim.lift - here[1], 0.0) + height
    fall = rise - (aim.goal[1] - here[1])
    up, down = math.sqrt(2 * rise / GRAVITY), math.sqrt(2 * max(fall, 1e-3) / GRAVITY)
    crouch = max(0.35, min(1.2, 0.3 * (last - first) / SAMPLES_PER_SECOND))
    seconds = track.times(first, last)
    flown = np.clip(seconds - crouch, 0.0, up + down)
    share = flown / (up + down)
    track.position[first:last, 0] = here[0] + (aim.goal[0] - here[0]) * share
    track.position[first:last, 2] = here[2] + (aim.goal[2] - here[2]) * share
    speed = GRAVITY * up
    track.position[first:last, 1] = here[1] + speed * flown - 0.5 * GRAVITY * flown**2
    track.position[first:last, 1][seconds >= crouch + up + down] = aim.goal[1]
    track.heading[first:last] = math.atan2(aim.goal[0] - here[0], aim.goal[2] - here[2] + 1e-9)
    _squash(track, first, last, seconds, (crouch - 0.12, crouch + up + down + 0.06))
    track.hold_from(last - 1)


def _leap_in_place(track: Track, first: int, last: int, height: float) -> None:
    air = 2 * math.sqrt(2 * height / GRAVITY)
    period = air + 0.28
    phase = track.times(first, last) % period
    flown = np.clip(phase - 0.14, 0.0, air)
    lift = flown * (air - flown) * GRAVITY / 2
    track.hold_from(first)
    track.position[first:last, 1] += lift
    ground = np.where(lift <= 1e-6, np.sin(phase / 0.28 * math.pi) ** 2, 0.0)
    track.stretch[first:last] += 0.06 * lift / max(height, 1e-6) - 0.14 * ground


def _squash(
    track: Track, first: int, last: int, seconds: NDArray[np.float64], at: tuple[float, ...]
) -> None:
    for moment in at:
        track.stretch[first:last] -= 0.18 * np.exp(-(((seconds - moment) / 0.09) ** 2))


def drop(track: Track, first: int, last: int, aim: Aim) -> None:
    """Fall from a height to where the body stood, and settle."""
    here = _here(track, first)
    height = max(aim.lift, 1.2 * track.facts.height)
    seconds = track.times(first, last)
    landed = math.sqrt(2 * height / GRAVITY)
    track.hold_from(first)
    fall = np.maximum(0.0, height - 0.5 * GRAVITY * seconds**2)
    track.position[first:last, 1] = here[1] + fall
    _squash(track, first, last, seconds, (landed + 0.03,))


def float_down(track: Track, first: int, last: int, aim: Aim) -> None:
    """Sink through the air like a leaf or a flake, swinging from side to side."""
    here = _here(track, first)
    height = max(aim.lift, 2.0)
    seconds = track.times(first, last)
    total = max((last - first) / SAMPLES_PER_SECOND, 0.1)
    track.hold_from(first)
    track.position[first:last, 1] = here[1] + height * (1.0 - seconds / total)
    track.position[first:last, 0] += 0.35 * np.sin(seconds * 2.4)
    track.roll[first:last] += 0.45 * np.cos(seconds * 2.4)
    track.hold_from(last - 1)


def rise(track: Track, first: int, last: int, aim: Aim) -> None:
    """Go up: a balloon, a rocket, a lift, the sun."""
    here = _here(track, first)
    seconds = track.times(first, last)
    way = np.minimum(aim.speed * seconds * np.clip(seconds / 1.2, 0.15, 1.0), max(aim.reach, 1.0))
    track.hold_from(first)
    track.position[first:last, 1] = here[1] + way
    track.hold_from(last - 1)


def turn(track: Track, first: int, last: int, aim: Aim) -> None:
    """Spin about the vertical; a profile turns about its depth axis so that it is always seen."""
    angle = track.times(first, last) * 2 * math.pi * 0.5 * aim.vigour * aim.side
    track.hold_from(first)
    if track.facts.profile:
        track.spin[first:last] += angle
    else:
        track.heading[first:last] += angle


def swing(track: Track, first: int, last: int, aim: Aim) -> None:
    """To and fro like a pendulum or a swing."""
    phase = np.sin(track.times(first, last) * 2.6 * aim.vigour)
    track.hold_from(first)
    track.position[first:last, 0] += phase * 0.5 * track.facts.height
    track.position[first:last, 1] += phase**2 * 0.16 * track.facts.height
    track.roll[first:last] -= phase * 0.45


def chase(track: Track, first: int, last: int, aim: Aim) -> None:
    """Run after something, a body's length behind, cutting its corners."""
    follow = aim.follow
    if follow is None:
        go(track, first, last, aim)
        return
    lag = 0.45
    base = first / SAMPLES_PER_SECOND
    wanted = np.array([follow(base + s - lag) for s in track.times(first, last)])
    heading = np.arctan2(np.gradient(wanted[:, 0]), np.gradient(wanted[:, 2]) + 1e-9)
    offset = track.facts.length * 0.9
    wanted[:, 0] -= np.sin(heading) * offset
    wanted[:, 2] -= np.cos(heading) * offset
    wanted[:, 1] = track.position[first, 1]
    track.position[first:last] = smooth(wanted, 0.5)
    track.heading[first:last] = smooth(np.unwrap(heading), 0.4)
    track.hold_from(last - 1)


def grow(track: Track, first: int, last: int, aim: Aim) -> None:
    """Become larger (vigour > 0) or smaller (vigour < 0) until the end of the action."""
    share = np.linspace(0.0, 1.0, last - first)
    eased = eased_all(share)
    low = 0.15 if aim.vigour > 0 else 1.0
    high = 1.0 if aim.vigour > 0 else 0.15
    track.hold_from(first)
    track.scale[first:last] = low + (high - low) * eased
    track.scale[last:] = high


def tumble(track: Track, first: int, last: int, _aim: Aim) -> None:
    """Tip over sideways and lie, as under gravity."""
    seconds = track.times(first, last)
    angle = np.minimum(0.02 * np.exp(seconds * 3.4), math.pi / 2)
    track.hold_from(first)
    track.roll[first:last] += angle
    track.roll[last:] = angle[-1]
    track.position[first:last, 0] -= 0.5 * track.facts.height * np.sin(angle) * 0.4
    track.position[last:] = track.position[last - 1]
