"""Background music: a small band that plays what a line of the sound plan asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from omnireel.engines.previs.events import Note
from omnireel.engines.previs.sound.harmony import pitch_of
from omnireel.engines.previs.sound.instruments import is_known, perform
from omnireel.engines.previs.sound.score import (
    HAT,
    KICK,
    SNARE,
    Outline,
    beat_of,
    compose,
    outline_of,
)
from omnireel.engines.previs.sound.synthesis import Signal
from omnireel.engines.previs.streams import stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Who plays: "" for a part that is left out. `steady` is a kick on every beat."""

    melody: str
    chords: str
    bass: str = "bass"
    drums: bool = False
    steady: bool = False


_TRIO = Band(melody="piano", chords="pad")
_BANDS = (
    (
        "techno electronic edm house trance club cyberpunk synth synthwave rave dubstep",
        Band(melody="synth", chords="pad", bass="synth", drums=True, steady=True),
    ),
    (
        "epic dramatic cinematic heroic orchestral battle action intense trailer powerful",
        Band(melody="violin", chords="viola", bass="contrabass", drums=True),
    ),
    (
        "jazz jazzy lounge blues funk funky swing",
        Band(melody="saxophone", chords="piano", drums=True),
    ),
    ("lofi lo-fi chill hip-hop hiphop", Band(melody="electric piano", chords="pad", drums=True)),
    (
        "happy upbeat cheerful playful fun funny lively party pop energetic festive quirky joyful",
        Band(melody="marimba", chords="ukulele", drums=True),
    ),
    ("rock punk metal", Band(melody="electric guitar", chords="organ", drums=True)),
    (
        "folk country western celtic acoustic campfire",
        Band(melody="mandolin", chords="guitar", bass="contrabass"),
    ),
    (
        "romantic love elegant classical waltz baroque",
        Band(melody="violin", chords="harp", bass="cello"),
    ),
    (
        "scary horror dark tense suspense suspenseful eerie ominous mysterious spooky",
        Band(melody="bell", chords="pad", bass="cello"),
    ),
    (
        "magical fantasy dreamy ethereal wonder space cosmic ambient",
        Band(melody="glockenspiel", chords="pad", bass="voice"),
    ),
    ("sad melancholy melancholic lonely nostalgic", Band(melody="cello", chords="piano", bass="")),
)


def music_of(text: str, count: int, seed: int, rate: int) -> Signal:
    """Music as the text says (mood, style, instruments), `count` samples of stereo (n, 2).

    An instrument that is named plays the melody; alone if the text says solo.
    """
    words = text.lower().replace(",", " ").replace(".", " ").split()
    band = _band_of(words)
    seconds = count / rate
    outline = outline_of(" ".join(words), duration=seconds, seed=seed, center=67)
    lead = _named(words) or band.melody
    parts: list[tuple[str, Sequence[Note], float, float]] = [
        (lead, compose(lead, mood=" ".join(words), duration=seconds, seed=seed), 1.0, 0.15)
    ]
    if "solo" not in words:
        parts.append((band.chords, _chords(outline), 0.5, -0.3))
        if band.bass:
            parts.append((band.bass, _bass(outline, driving=band.steady), 0.6, 0.0))
        if band.drums:
            parts.append(("drums", _drums(outline, band, seed), 0.55, 0.05))
    out = np.zeros((count, 2))
    for name, notes, level, pan in parts:
        sound = perform(name, notes, count, stream(seed, "music", name), rate)
        angle = (1 + pan) * np.pi / 4
        out += level * sound[:, None] * np.array([np.cos(angle), np.sin(angle)])
    return out


def _band_of(words: Sequence[str]) -> Band:
    return next((band for names, band in _BANDS if set(names.split()) & set(words)), _TRIO)


def _named(words: Sequence[str]) -> str:
    """The instrument that the words name, or ""."""
    for place, word in enumerate(words):
        if word in ("strings", "bells", "drums", "drum", "brass", "bass", "synth"):
            continue
        if is_known(word):
            return " ".join(words[max(0, place - 1) : place + 1])
    return ""


def _chords(outline: Outline) -> list[Note]:
    """A triad held through each bar."""
    notes, time = [], outline.start
    for root, beats in outline.bars:
        for third in (0, 2, 4):
            pitch = pitch_of(outline.tonic, outline.mood.mode, root + third)
            while pitch > 67:
                pitch -= 12
            length = beats * outline.beat
            notes.append(Note(start=time, length=length, pitch=pitch, velocity=0.55))
        time += beats * outline.beat
    return notes


def _bass(outline: Outline, driving: bool) -> list[Note]:
    """The chords' roots: on every half beat if it drives, else on the first and third beat."""
    notes, time = [], outline.start
    stride = 0.5 if driving else 2.0
    for root, beats in outline.bars:
        pitch = pitch_of(outline.tonic, outline.mood.mode, root)
        while pitch > 47:
            pitch -= 12
        for place in np.arange(0, beats, stride):
            length = outline.beat * min(stride, beats - place) * 0.92
            start = time + float(place) * outline.beat
            notes.append(Note(start=start, length=length, pitch=pitch, velocity=0.7))
        time += beats * outline.beat
    return notes


def _drums(outline: Outline, band: Band, seed: int) -> Sequence[Note]:
    if not band.steady:
        return beat_of(outline, stream(seed, "music", "beat"))
    notes = []
    for beat in range(round(sum(beats for _, beats in outline.bars))):
        at = outline.start + beat * outline.beat
        notes.append(Note(start=at, length=0.1, pitch=KICK, velocity=0.95))
        notes.append(Note(start=at + outline.beat / 2, length=0.1, pitch=HAT, velocity=0.6))
        if beat % 2:
            notes.append(Note(start=at, length=0.1, pitch=SNARE, velocity=0.6))
    return notes
