"""Moods as keys, tempos, metres, chords and rhythms: what a melody and its backing agree on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Rhythms: TypeAlias = Mapping[int, tuple[tuple[float, ...], ...]]

MODES = {  # semitones above the tonic
    "major": (0, 2, 4, 5, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
}
# Chords as scale steps of their roots, one per bar; each turns back to its beginning.
PROGRESSIONS = {
    "major": ((0, 5, 3, 4), (0, 3, 4, 0), (0, 4, 5, 3), (0, 2, 3, 4)),
    "minor": ((0, 5, 2, 6), (0, 3, 6, 2), (0, 3, 4, 0), (0, 6, 5, 4)),
    "dorian": ((0, 3, 0, 6), (0, 6, 3, 0), (0, 2, 3, 0)),
    "mixolydian": ((0, 6, 3, 0), (0, 3, 6, 0)),
    "lydian": ((0, 1, 0, 4), (0, 4, 1, 0)),
}
# Rhythms of one bar: note lengths in beats, by beats per bar.
SINGING: Rhythms = {
    4: (
        (1.5, 0.5, 1, 1),
        (1, 0.5, 0.5, 2),
        (1.5, 0.5, 0.5, 0.5, 1),
        (1, 1, 1.5, 0.5),
        (2, 1, 0.5, 0.5),
    ),
    3: ((2, 1), (1, 1, 1), (1.5, 0.5, 1), (1, 0.5, 0.5, 1), (2, 0.5, 0.5)),
}
DANCING: Rhythms = {
    4: (
        (1, 0.5, 0.5, 1, 1),
        (0.5, 0.5, 1, 0.5, 0.5, 1),
        (1, 0.5, 0.5, 0.5, 0.5, 1),
        (1, 1, 0.5, 1.5),
    ),
    3: ((1, 0.5, 0.5, 1), (0.5, 0.5, 1, 1), (1, 1, 0.5, 0.5), (1.5, 0.5, 1)),
}
RESTING: Rhythms = {4: ((4,), (2, 2), (3, 1), (2, 1, 1)), 3: ((3,), (2, 1), (1, 2))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """How music in a mood goes. `bpm` in beats per minute, `velocity` 0 to 1."""

    mode: str
    bpm: float
    beats: int
    rhythms: Rhythms
    velocity: float


WARM = Mood(mode="major", bpm=100, beats=4, rhythms=SINGING, velocity=0.66)
_MOODS = (
    (
        "calm peaceful serene gentle soft relaxing soothing quiet lullaby tender dreamy ambient",
        Mood(mode="major", bpm=84, beats=3, rhythms=SINGING, velocity=0.5),
    ),
    (
        "sad melancholy melancholic sorrow sorrowful lonely mournful nostalgic tragic rainy",
        Mood(mode="minor", bpm=72, beats=4, rhythms=SINGING, velocity=0.52),
    ),
    (
        "dramatic epic intense heroic cinematic powerful stormy action battle orchestral",
        Mood(mode="minor", bpm=100, beats=4, rhythms=DANCING, velocity=0.85),
    ),
    (
        "tense suspense suspenseful dark mysterious eerie scary spooky horror noir ominous",
        Mood(mode="dorian", bpm=72, beats=4, rhythms=RESTING, velocity=0.55),
    ),
    (
        "happy joyful cheerful upbeat playful bright funny lively energetic festive pop party",
        Mood(mode="major", bpm=120, beats=4, rhythms=DANCING, velocity=0.78),
    ),
    (
        "folk celtic country irish western medieval",
        Mood(mode="mixolydian", bpm=108, beats=4, rhythms=DANCING, velocity=0.72),
    ),
    (
        "romantic love elegant waltz graceful classical",
        Mood(mode="major", bpm=108, beats=3, rhythms=SINGING, velocity=0.64),
    ),
    (
        "wonder magical fantasy dream ethereal space futuristic cosmic",
        Mood(mode="lydian", bpm=76, beats=4, rhythms=RESTING, velocity=0.58),
    ),
    (
        "techno electronic edm house dance synth synthwave trance club cyberpunk",
        Mood(mode="minor", bpm=126, beats=4, rhythms=DANCING, velocity=0.8),
    ),
    (
        "jazz jazzy lounge lofi lo-fi swing blues funk funky café",
        Mood(mode="dorian", bpm=92, beats=4, rhythms=DANCING, velocity=0.62),
    ),
)


def mood_of(words: str) -> Mood:
    """The first mood that the words name; a warm one when they name none."""
    named = set(words.lower().replace(",", " ").split())
    for names, mood in _MOODS:
        if named & set(names.split()):
            return mood
    return WARM


def pitch_of(tonic: int, mode: str, step: int) -> int:
    """The MIDI pitch of a scale step counted from the tonic (0); steps may be negative."""
    octave, degree = divmod(step, 7)
    return tonic + 12 * octave + MODES[mode][degree]
