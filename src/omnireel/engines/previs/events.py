"""What really happens in a scene and can be heard, with time, place and strength.

Motion writes these, sound reads them: so a clip's effects fall on the frame of what causes them.
Times are seconds from the start of the shot, positions world metres.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.scene import Vec3


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """Two things meet: a hit, a bounce, a step, a key being struck.

    `materials` name both sides (glass, wood, metal, plastic, rubber, grass, bell, …); `strength`
    0 to 1; `size` is the smaller body's radius in metres and sets the pitch.
    """

    time: float
    materials: tuple[str, str]
    strength: float
    position: Vec3
    size: float = 0.05
    member: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drone:
    """Something that sounds as long as it goes on: rolling, sliding, an engine, a fan.

    Sampled at `times` (n,): strength (n,) 0 to 1, speed (n,) in m/s, positions (n, 3).
    """

    kind: str  # roll, slide, engine, hover, water, fire, …
    materials: tuple[str, str]
    times: NDArray[np.float64]
    strength: NDArray[np.float64]
    speed: NDArray[np.float64]
    positions: NDArray[np.float64]
    size: float = 0.05
    member: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note of a score: start and length in seconds, MIDI pitch, velocity 0 to 1."""

    start: float
    length: float
    pitch: int
    velocity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """A member plays these notes on this instrument; its hands follow the same notes."""

    instrument: str
    notes: tuple[Note, ...]
    position: Vec3
    member: str


Event: TypeAlias = Impact | Drone | Performance
