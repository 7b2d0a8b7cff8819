"""Which instrument a word names, and how a performance on it sounds."""

from collections.abc import Sequence

import numpy as np

from omnireel.engines.previs.events import Note
from omnireel.engines.previs.sound.struck import STRINGS, drummed, struck
from omnireel.engines.previs.sound.sustained import VOICES, sustained
from omnireel.engines.previs.sound.synthesis import Signal, rms

LEVEL = 0.12  # RMS of a performance while it sounds
_DRUMS = frozenset(
    "drum drums drumkit percussion snare bongo bongos conga congas djembe timpani tambourine "
    "cymbal tom taiko tabla".split()
)
_ALIKE = {
    "fiddle": "violin", "erhu": "violin", "strings": "viola", "orchestra": "viola",
    "violoncello": "cello", "doublebass": "contrabass",
    "piccolo": "flute", "recorder": "flute", "whistle": "flute", "ocarina": "flute",
    "panpipe": "flute", "bassoon": "oboe", "bagpipe": "oboe", "bagpipes": "oboe",
    "duduk": "clarinet", "sax": "saxophone", "cornet": "trumpet", "bugle": "trumpet",
    "brass": "trumpet", "tuba": "trombone", "didgeridoo": "horn", "choir": "voice",
    "singer": "voice", "vocals": "voice", "humming": "voice", "melodica": "harmonica",
    "concertina": "accordion", "bandoneon": "accordion", "synthesizer": "synth",
    "theremin": "voice", "keyboard": "piano", "keys": "piano", "cembalo": "harpsichord",
    "lyre": "harp", "zither": "harp", "lute": "guitar", "oud": "guitar", "bouzouki": "mandolin",
    "balalaika": "mandolin", "shamisen": "banjo", "chimes": "bell", "bells": "bell",
    "handbell": "bell", "gong": "bell", "celesta": "glockenspiel", "celeste": "glockenspiel",
    "carillon": "bell", "metallophone": "glockenspiel",
}  # fmt: skip


def is_known(instrument: str) -> bool:
    """Whether the words name an instrument that has a sound of its own here."""
    return _named(instrument) is not None


def perform(
    instrument: str, notes: Sequence[Note], count: int, rng: np.random.Generator, rate: int
) -> Signal:
    """The notes on this instrument as `count` samples from time zero on, at an even level.

    An unknown instrument is plucked like a guitar.
    """
    if not notes:
        return np.zeros(count)
    name = _named(instrument) or "guitar"
    if name == "drum":
        sound = drummed(notes, count, rng, rate)
    elif name in VOICES:
        sound = sustained(VOICES[name], notes, count, rng, rate)
    else:
        sound = struck(STRINGS[name], notes, count, rng, rate)
    heard = sound[np.abs(sound) > 1e-3 * max(1e-9, float(np.abs(sound).max()))]
    return sound * (LEVEL / max(rms(heard), 1e-9))


def _named(instrument: str) -> str | None:
    words = instrument.lower().replace("-", " ").split()
    if "double" in words and "bass" in words:
        return "contrabass"
    if "electric" in words and "guitar" in words:
        return "electric"
    for word in reversed(words):
        if word in _DRUMS:
            return "drum"
        name = _ALIKE.get(word, word)
        if name in VOICES or name in STRINGS:
            return name
    return None
