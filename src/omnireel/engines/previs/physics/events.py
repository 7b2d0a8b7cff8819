"""What a recording sounds like: impacts from its hits, drones from what rolls on something."""

import math
from collections.abc import Callable

import numpy as np

from omnireel.engines.previs.events import Drone, Event, Impact
from omnireel.engines.previs.physics.recording import Hit, Recording
from omnireel.engines.previs.physics.world import Doubles

_LOUDEST = 3.0  # m/s along the normal: strength 1
_FAINTEST = 0.06  # m/s; below this nothing is heard
_RUSH = 3.5  # m/s of rolling: strength 1
_RATE = 120.0  # samples of a drone per second


def strength(speed: float) -> float:
    """How hard a hit at this closing speed (m/s) is, 0 to 1."""
    return float(np.clip(math.sqrt(max(speed - 0.5 * _FAINTEST, 0.0) / _LOUDEST), 0.0, 1.0))


def impacts(
    recording: Recording,
    *,
    member: Callable[[str], str],
    wanted: Callable[[Hit], bool] = lambda _: True,
) -> tuple[Impact, ...]:
    """An impact for every hit loud enough to hear, in order of time.

    `member` gives the cast member of a body by its name; an impact belongs to the second body's,
    or to the first one's where that has none.
    """
    return tuple(
        Impact(
            time=hit.time,
            materials=hit.materials,
            strength=strength(hit.speed),
            position=hit.position,
            size=hit.size,
            member=member(hit.bodies[1]) or member(hit.bodies[0]),
        )
        for hit in recording.hits
        if hit.speed >= _FAINTEST and wanted(hit)
    )


def rolling(
    recording: Recording, body: str, *, duration: float, size: float, member: str = ""
) -> Drone | None:
    """The sound of a body that rolls on whatever it touches, or None if it never does."""
    touches = [touch for touch in recording.touches if body in touch.bodies and touch.end > 0.0]
    if not touches:
        return None
    times = np.arange(0.0, duration, 1.0 / _RATE)
    positions = np.stack([recording.position(body, t) for t in times])
    speed = np.linalg.norm(np.gradient(positions, times, axis=0), axis=1)
    touching = np.zeros(len(times))
    for touch in touches:
        touching[(times >= touch.start - 0.01) & (times <= touch.end + 0.01)] = 1.0
    longest = max(touches, key=lambda touch: touch.end - touch.start)
    own = longest.bodies.index(body)
    return Drone(
        kind="roll",
        materials=(longest.materials[own], longest.materials[1 - own]),
        times=times,
        strength=_soft(touching) * np.clip(speed / _RUSH, 0.0, 1.0),
        speed=speed,
        positions=positions,
        size=size,
        member=member,
    )


def heard(recording: Recording, body: str, *, duration: float, member: str) -> tuple[Event, ...]:
    """Everything one body does that can be heard."""
    size = min((hit.size for hit in recording.hits if body in hit.bodies), default=0.05)
    drone = rolling(recording, body, duration=duration, size=size, member=member)
    hits = impacts(recording, member=lambda _: member, wanted=lambda hit: body in hit.bodies)
    return hits if drone is None else (*hits, drone)


def _soft(gate: Doubles) -> Doubles:
    """A gate without clicks: five samples of slope."""
    window = np.hanning(7)[1:-1]
    return np.asarray(np.convolve(gate, window / window.sum(), mode="same"))
