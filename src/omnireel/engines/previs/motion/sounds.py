"""What a moving body can be heard doing, read off its motion: footfalls, landings, engines."""

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.events import Drone, Event, Impact
from omnireel.engines.previs.motion import gaits, moves
from omnireel.engines.previs.motion.track import SAMPLES_PER_SECOND, Motion
from omnireel.engines.previs.motion.verbs import Verb

_STRIDES = {gaits.trot: 0.45, gaits.gallop: 0.9, gaits.hop: 0.8}
_DRONES = {
    gaits.drive: "engine",
    gaits.roll: "roll",
    gaits.fly: "wind",
    gaits.flutter: "wind",
    gaits.swim: "water",
    gaits.sail: "water",
}
_DRONE_RATE = 48


def sounds_of(
    verb: Verb, motion: Motion, span: tuple[float, float], member: str, surface: str
) -> list[Event]:
    """The events of one beat, seconds on the stage's clock."""
    if verb.gait in _STRIDES:
        return _footfalls(motion, span, _STRIDES[verb.gait], member, surface)
    if verb.gait in _DRONES:
        return [_drone(_DRONES[verb.gait], motion, span, member, surface)]
    if verb.move in (moves.leap, moves.drop):
        return _landings(motion, span, member, surface)
    return []


def _points(motion: Motion, span: tuple[float, float], rate: int) -> NDArray[np.float64]:
    times = np.arange(span[0], span[1], 1.0 / rate)
    return np.array([[t, *motion.at(t)[:3]] for t in times]).reshape(-1, 4)


def _footfalls(
    motion: Motion, span: tuple[float, float], stride: float, member: str, surface: str
) -> list[Event]:
    """A step each time the body has gone half a stride."""
    path = _points(motion, span, SAMPLES_PER_SECOND)
    if len(path) < 2:
        return []
    gone = np.cumsum(np.linalg.norm(np.diff(path[:, [1, 3]], axis=0), axis=1))
    step = stride * motion.facts.length + 0.06
    starts = np.nonzero(np.diff(np.floor(gone / step)))[0] + 1
    weight = min(1.0, 0.15 + 0.2 * motion.facts.height)
    return [
        Impact(
            time=float(path[index, 0]),
            materials=("paw", surface),
            strength=weight,
            position=_place(path[index]),
            size=0.05 + 0.05 * motion.facts.height,
            member=member,
        )
        for index in starts
    ]


def _landings(motion: Motion, span: tuple[float, float], member: str, surface: str) -> list[Event]:
    """An impact wherever the body comes down and stays or turns."""
    path = _points(motion, span, SAMPLES_PER_SECOND)
    if len(path) < 4:
        return []
    speed = np.diff(path[:, 2]) * SAMPLES_PER_SECOND
    stops = np.nonzero((speed[:-1] < -0.8) & (speed[1:] > 0.5 * speed[:-1]))[0] + 1
    return [
        Impact(
            time=float(path[index, 0]),
            materials=(motion.facts.material, surface),
            strength=float(np.clip(-speed[index - 1] / 6.0, 0.1, 1.0)),
            position=_place(path[index]),
            size=0.25 * motion.facts.height,
            member=member,
        )
        for index in stops
    ]


def _drone(
    kind: str, motion: Motion, span: tuple[float, float], member: str, surface: str
) -> Drone:
    path = _points(motion, span, _DRONE_RATE)
    if len(path) < 2:
        path = np.array([[span[0], *motion.at(span[0])[:3]], [span[1], *motion.at(span[1])[:3]]])
    positions = path[:, 1:]
    step = np.gradient(path[:, 0])[:, None]
    speed = np.linalg.norm(np.gradient(positions, axis=0) / np.maximum(step, 1e-6), axis=1)
    full = max(motion.facts.length, 0.3)
    return Drone(
        kind=kind,
        materials=(motion.facts.material, surface),
        times=path[:, 0],
        strength=np.clip(0.25 + 0.5 * speed / (speed + full), 0.0, 1.0),
        speed=speed,
        positions=positions,
        size=0.5 * motion.facts.height,
        member=member,
    )


def _place(row: NDArray[np.float64]) -> tuple[float, float, float]:
    return (float(row[1]), float(row[2]), float(row[3]))
