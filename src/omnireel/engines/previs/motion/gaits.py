"""How a body carries itself along: bobbing, hopping, swaying, squashing, by distance or time.

Each gait adds to the samples [first, last) of a track whose positions are already laid.
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.motion.track import SAMPLES_PER_SECOND, Track

Gait = Callable[[Track, int, int], None]


def _distance(track: Track, first: int, last: int) -> NDArray[np.float64]:
    """Metres travelled along the ground since `first`, (last - first,)."""
    steps = np.linalg.norm(np.diff(track.position[first:last, [0, 2]], axis=0), axis=1)
    return np.concatenate([[0.0], np.cumsum(steps)])


def _moving(track: Track, first: int, last: int) -> NDArray[np.float64]:
    """1 while the body travels, easing to 0 where it rests."""
    speed = np.gradient(_distance(track, first, last)) * SAMPLES_PER_SECOND
    return np.clip(speed / (0.25 * track.facts.length + 0.05), 0.0, 1.0)


def trot(track: Track, first: int, last: int) -> None:
    """Walking on legs that do not bend: a rocking, lightly bobbing plush gait."""
    stride = 0.45 * track.facts.length + 0.06
    phase = _distance(track, first, last) / stride * math.pi
    amount = _moving(track, first, last)
    track.position[first:last, 1] += np.abs(np.sin(phase)) * 0.05 * track.facts.height * amount
    track.roll[first:last] += np.sin(phase) * 0.06 * amount
    track.pitch[first:last] += np.cos(2 * phase) * 0.02 * amount
    track.stretch[first:last] += np.cos(2 * phase) * 0.015 * amount


def gallop(track: Track, first: int, last: int) -> None:
    """Running in bounds: airborne arcs, nose down on landing."""
    stride = 0.9 * track.facts.length + 0.1
    phase = _distance(track, first, last) / stride * math.pi
    amount = _moving(track, first, last)
    arc = np.abs(np.sin(phase))
    track.position[first:last, 1] += arc * 0.20 * track.facts.height * amount
    track.roll[first:last] += np.cos(phase) * np.sign(np.sin(phase)) * 0.10 * amount
    track.stretch[first:last] += (arc - 0.5) * 0.09 * amount


def hop(track: Track, first: int, last: int) -> None:
    """Hopping like a rabbit: squash, leap, stretch, land."""
    stride = 0.8 * track.facts.length + 0.1
    distance = _distance(track, first, last)
    if distance[-1] > 0.5 * stride:
        phase = distance / stride * math.pi
    else:
        phase = track.times(first, last) * 2.2 * math.pi
    arc = np.abs(np.sin(phase))
    track.position[first:last, 1] += arc * 0.45 * track.facts.height
    track.stretch[first:last] += np.where(arc < 0.25, -0.16 * (1 - arc / 0.25), 0.05 * arc)


def roll(track: Track, first: int, last: int) -> None:
    """Rolling without slip about its own middle."""
    radius = max(0.5 * track.facts.height, 0.01)
    begin = track.spin[first - 1] if first else 0.0
    track.spin[first:last] = begin - _distance(track, first, last) / radius


def drive(track: Track, first: int, last: int) -> None:
    """A vehicle on wheels: a fine shake, squat on pulling away, dive on braking."""
    seconds = track.times(first, last)
    amount = _moving(track, first, last)
    shake = np.sin(seconds * 61.0) * 0.004 + np.sin(seconds * 37.0 + 1.0) * 0.006
    track.position[first:last, 1] += shake * track.facts.height * amount
    speed = np.gradient(_distance(track, first, last)) * SAMPLES_PER_SECOND
    pull = np.clip(np.gradient(speed) * SAMPLES_PER_SECOND * 0.01, -0.05, 0.05)
    track.roll[first:last] -= pull


def fly(track: Track, first: int, last: int) -> None:
    """In the air: long swells, banking into them."""
    seconds = track.times(first, last)
    swell = np.sin(seconds * 2.1) * 0.5 + np.sin(seconds * 3.3 + 1.2) * 0.25
    track.position[first:last, 1] += swell * 0.16 * track.facts.height
    track.roll[first:last] += np.cos(seconds * 2.1) * 0.08
    track.pitch[first:last] += np.sin(seconds * 1.4) * 0.06


def flutter(track: Track, first: int, last: int) -> None:
    """Wing beats: fast bobbing and folding."""
    seconds = track.times(first, last)
    beat = np.sin(seconds * 2 * math.pi * 6.0)
    track.position[first:last, 1] += beat * 0.03 * track.facts.height
    track.stretch[first:last] += beat * 0.10
    fly(track, first, last)


def swim(track: Track, first: int, last: int) -> None:
    """Through water: the body's side sways, it rises and sinks softly."""
    seconds = track.times(first, last)
    track.heading[first:last] += np.sin(seconds * 5.0) * 0.22
    track.position[first:last, 1] += np.sin(seconds * 1.7) * 0.10 * track.facts.height
    track.roll[first:last] += np.sin(seconds * 2.5) * 0.05


def sail(track: Track, first: int, last: int) -> None:
    """On water: heave and roll with the swell."""
    seconds = track.times(first, last)
    track.position[first:last, 1] += np.sin(seconds * 1.5) * 0.04 * track.facts.height
    track.roll[first:last] += np.sin(seconds * 1.2) * 0.06
    track.pitch[first:last] += np.sin(seconds * 1.5 + 0.8) * 0.03


def breathe(track: Track, first: int, last: int) -> None:
    """A living body at rest: breath and small shifts of weight."""
    seconds = track.times(first, last)
    track.stretch[first:last] += np.sin(seconds * 2 * math.pi * 0.45) * 0.012
    track.heading[first:last] += np.sin(seconds * 0.9) * 0.05
    track.roll[first:last] += np.sin(seconds * 1.3 + 0.5) * 0.012


def sway(track: Track, first: int, last: int) -> None:
    """A rooted thing in moving air."""
    seconds = track.times(first, last)
    track.roll[first:last] += np.sin(seconds * 1.6) * 0.035
    track.pitch[first:last] += np.sin(seconds * 1.1 + 0.7) * 0.02


def dance(track: Track, first: int, last: int) -> None:
    """To a beat of 120 a minute: bounce, twist, side to side."""
    beat = track.times(first, last) * 2 * math.pi
    track.position[first:last, 1] += np.abs(np.sin(beat)) * 0.10 * track.facts.height
    track.position[first:last, 0] += np.sin(beat * 0.5) * 0.22 * track.facts.length
    track.heading[first:last] += np.sin(beat * 0.5) * 0.5
    track.roll[first:last] += np.sin(beat) * 0.13
    track.stretch[first:last] += np.cos(2 * beat) * 0.06


def shake(track: Track, first: int, last: int) -> None:
    """Trembling in place."""
    seconds = track.times(first, last)
    track.roll[first:last] += np.sin(seconds * 46.0) * 0.05
    track.position[first:last, 0] += np.sin(seconds * 53.0) * 0.012 * track.facts.length


def peck(track: Track, first: int, last: int) -> None:
    """Eating, drinking, sniffing: the front end dips in bouts."""
    seconds = track.times(first, last)
    bout = np.clip(np.sin(seconds * 1.9), 0.0, 1.0)
    dip = bout * (0.14 + 0.07 * np.sin(seconds * 9.0))
    if track.facts.profile:
        track.roll[first:last] += dip
    else:
        track.pitch[first:last] += dip


def bat(track: Track, first: int, last: int) -> None:
    """Playing with something near: pounces and quick turns."""
    seconds = track.times(first, last)
    pounce = np.clip(np.sin(seconds * 2 * math.pi * 0.9), 0.0, 1.0) ** 2
    track.position[first:last, 1] += pounce * 0.16 * track.facts.height
    track.roll[first:last] += np.sin(seconds * 2 * math.pi * 0.9 + 0.6) * 0.10
    track.stretch[first:last] += (pounce - 0.3) * 0.08
