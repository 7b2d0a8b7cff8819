"""What keeps a body alive while it does something else: breath, sway, blinks, wind in the hair."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.people.pose import Turn
from omnireel.engines.previs.streams import stream

_BLINK = 0.16  # seconds a blink takes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Liveliness:
    """Seeded rhythms of one person; all are functions of time alone."""

    blinks: NDArray[np.float64]
    phase: NDArray[np.float64]  # (6,) radians
    period: float  # seconds from one side to the other and back
    wind: float

    def sway(self, t: float) -> float:
        """Weight from one foot to the other, -1 to 1."""
        slow = math.sin(2 * math.pi * t / self.period + self.phase[0])
        return 0.8 * slow + 0.2 * math.sin(4.3 * math.pi * t / self.period + self.phase[1])

    def breath(self, t: float) -> float:
        """The chest, -1 (out) to 1 (in)."""
        return math.sin(2 * math.pi * t / 3.4 + self.phase[2])

    def blink(self, t: float) -> float:
        """The lids, 0 open to 1 closed."""
        if not len(self.blinks):
            return 0.0
        nearest = float(np.abs(self.blinks - t).min())
        return max(0.0, 1.0 - nearest / (_BLINK / 2)) ** 0.5 if nearest < _BLINK / 2 else 0.0

    def glance(self, t: float, center: float) -> float:
        """Where the eyes look sideways: they jump now and then and rest in between."""
        beat = math.floor(t / 1.3 + self.phase[3])
        return center + 0.35 * math.sin(beat * 12.9898 + self.phase[4])

    def skirt(self, t: float) -> Turn:
        """The skirt: it trails the sway and flutters in the wind."""
        lag = self.sway(t - 0.35)
        flutter = self.wind * math.sin(2.4 * t + self.phase[5])
        return Turn(lean=0.05 * lag + 0.016 * flutter, nod=0.012 * self.wind * math.sin(1.7 * t))

    def hair(self, t: float) -> Turn:
        """Long hair: as the skirt, lighter."""
        lag = self.sway(t - 0.22)
        flutter = self.wind * (math.sin(2.9 * t + self.phase[4]) + 0.5 * math.sin(5.1 * t))
        return Turn(
            lean=0.06 * lag + 0.03 * flutter, nod=-0.02 + 0.018 * self.wind * math.sin(1.9 * t)
        )


def liveliness(seed: int, member: str, *, wind: float = 1.0, period: float = 3.6) -> Liveliness:
    """The rhythms of this member."""
    rng = stream(seed, member, "liveliness")
    blinks = np.cumsum(rng.uniform(1.6, 4.2, 64)) - 1.0
    return Liveliness(blinks=blinks, phase=rng.uniform(0, 2 * math.pi, 6), period=period, wind=wind)
