"""How a score is bowed: which string, which stroke, how far, and what the left hand does."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.easing import eased
from omnireel.engines.previs.events import Note
from omnireel.engines.previs.people.violin import STRINGS

FROG, TIP = 0.065, 0.30  # metres of hair between the hand and the string at a stroke's ends
_CROSSING = 0.09  # seconds that the bow takes from string to string


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bowing:
    """A score as movements, sampled by time.

    `starts` (n,) and `ends` (n,) of the notes; `places` (n + 1,) of hair at the string at each
    stroke's start and the last one's end; `strings` (n,), `frets` (n,) semitones above the open
    string; `effort` (n,) the velocities.
    """

    starts: NDArray[np.float64]
    ends: NDArray[np.float64]
    places: NDArray[np.float64]
    strings: NDArray[np.float64]
    frets: NDArray[np.float64]
    effort: NDArray[np.float64]

    def note_at(self, t: float) -> int:
        """The index of the note that sounds or sounded last at t."""
        return max(int(np.searchsorted(self.starts, t + 1e-9, side="right")) - 1, 0)

    def place_at(self, t: float) -> float:
        """Metres of hair from the frog to the string; it turns at every note's start."""
        note = self.note_at(t)
        span = max(self.ends[note] - self.starts[note], 1e-3)
        share = float(np.clip((t - self.starts[note]) / span, 0, 1))
        eased = share + 0.10 * np.sin(2 * np.pi * share) / (2 * np.pi) * -1.0
        return float(self.places[note] + (self.places[note + 1] - self.places[note]) * eased)

    def string_at(self, t: float) -> float:
        """The string under the bow, 0 G to 3 E, gliding from one to the next."""
        note = self.note_at(t)
        value = self.strings[note]
        if note + 1 < len(self.starts):
            early = (t - (self.starts[note + 1] - _CROSSING)) / _CROSSING
            value += (self.strings[note + 1] - value) * eased(early)
        return float(value)

    def fret_at(self, t: float) -> float:
        """Semitones above the open string, moving in the last moment before a note."""
        note = self.note_at(t)
        value = self.frets[note]
        if note + 1 < len(self.starts):
            share = float(np.clip((t - (self.starts[note + 1] - 0.06)) / 0.06, 0, 1))
            value += (self.frets[note + 1] - value) * share
        return float(value)

    def effort_at(self, t: float) -> float:
        """How strongly it is played, 0 to 1, smoothed over half a second."""
        near = np.exp(-(((self.starts + self.ends) / 2 - t) ** 2) / 0.5)
        return float((near * self.effort).sum() / max(near.sum(), 1e-9))


def bow(notes: Sequence[Note]) -> Bowing:
    """Alternate down and up bows, one per note; louder and longer notes take more hair.

    ValueError for an empty score.
    """
    if not notes:
        raise ValueError("there are no notes to bow")
    starts = np.array([note.start for note in notes])
    follow = np.append(starts[1:], notes[-1].start + notes[-1].length)
    ends = np.maximum(starts + 0.02, np.minimum(follow, starts + 4.0))
    effort = np.array([note.velocity for note in notes])
    wanted = np.clip(0.08 + 0.26 * (ends - starts), 0.08, TIP - FROG) * (0.65 + 0.5 * effort)
    places = [FROG + 0.02]
    for order, length in enumerate(wanted):
        end = places[-1] + (length if order % 2 == 0 else -length)
        places.append(float(np.clip(end, FROG, TIP)))
    pitches = np.array([note.pitch for note in notes])
    strings = np.clip(np.searchsorted(STRINGS, pitches, side="right") - 1, 0, 3)
    return Bowing(
        starts=starts,
        ends=ends,
        places=np.array(places),
        strings=strings.astype(float),
        frets=(pitches - np.array(STRINGS)[strings]).astype(float),
        effort=effort,
    )
