"""Scores: little melodies with phrases and a cadence, for hands to follow and ears to hear."""

from dataclasses import dataclass

import numpy as np

from omnireel.engines.previs.events import Note
from omnireel.engines.previs.sound.harmony import PROGRESSIONS, Mood, mood_of, pitch_of
from omnireel.engines.previs.streams import stream

PICKUP = 0.06  # seconds before the first note: the bow is already moving when the shot begins
RELEASE = 0.25  # seconds left after the last one
TONICS = (2, 7, 9, 0, 5)  # D, G, A, C, F: keys with open strings
# The lowest and highest pitch of an instrument and where its melodies lie.
_RANGES = {
    "violin": (57, 91, 72),
    "viola": (50, 84, 65),
    "cello": (38, 74, 53),
    "bass": (28, 55, 38),
    "contrabass": (28, 55, 38),
    "flute": (62, 93, 79),
    "piccolo": (74, 98, 86),
    "trumpet": (55, 82, 69),
    "saxophone": (50, 81, 65),
    "clarinet": (50, 86, 68),
    "trombone": (40, 70, 55),
    "tuba": (30, 58, 43),
    "guitar": (45, 79, 64),
    "harp": (36, 91, 69),
    "piano": (36, 93, 71),
    "accordion": (48, 88, 67),
    "voice": (55, 79, 66),
}
_RANGE = (48, 84, 67)
_CHORDAL = "piano keyboard organ guitar harp ukulele accordion lute banjo harpsichord synthesizer"
_DRUMS = "drum drums drumkit percussion bongo conga tambourine djembe timpani snare"
KICK, SNARE, HAT, TOM = 36, 38, 42, 45  # General MIDI percussion


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What every part of a piece shares: pulse, key, and each bar's length and chord root."""

    mood: Mood
    tonic: int  # MIDI pitch
    beat: float  # seconds
    start: float  # seconds
    bars: tuple[tuple[int, float], ...]  # root step and length in beats


def compose(instrument: str, *, mood: str, duration: float, seed: int) -> tuple[Note, ...]:
    """What this instrument plays for `duration` seconds, in order of time.

    Melody instruments (bows, winds, voices) get one note at a time, most of them tied to the next;
    keys, guitars and harps a melody over broken chords; drums General MIDI percussion pitches.
    Times are seconds from the start. The tempo gives a little, so that the last note is a cadence.
    """
    words = instrument.lower().split()
    head = words[-1] if words else ""
    outline = outline_of(mood, duration=duration, seed=seed, center=_range_of(words)[2])
    rng = stream(seed, "score", instrument, mood)
    if head in _DRUMS.split():
        return beat_of(outline, rng)
    notes = melody_of(outline, rng, _range_of(words))
    if head in _CHORDAL.split():
        notes += broken_chords(outline, low=max(_range_of(words)[0], 40))
    return tuple(sorted(notes, key=lambda note: (note.start, note.pitch)))


def outline_of(mood: str, *, duration: float, seed: int, center: int = 69) -> Outline:
    """The bars that fill `duration` seconds in this mood, the tonic near the pitch `center`."""
    kind = mood_of(mood)
    rng = stream(seed, "outline", mood)
    room = max(0.5, duration - PICKUP - RELEASE)
    beats = max(1, round(room * kind.bpm / 60))
    pitch_class = TONICS[rng.integers(len(TONICS))]
    tonic = min(range(center - 9, center + 3), key=lambda pitch: (pitch - pitch_class) % 12)
    roots = PROGRESSIONS[kind.mode][rng.integers(len(PROGRESSIONS[kind.mode]))]
    count = max(1, (beats + kind.beats - 2) // kind.beats)  # a single beat left over joins the end
    lengths = [kind.beats] * (count - 1) + [beats - kind.beats * (count - 1)]
    chords = [roots[bar % len(roots)] for bar in range(count)]
    if count > 1:
        chords[-1] = 0
        chords[-2] = 6 if kind.mode in ("dorian", "mixolydian") else 4
    return Outline(
        mood=kind,
        tonic=tonic,
        beat=room / beats,
        start=PICKUP,
        bars=tuple(zip(chords, lengths, strict=True)),
    )


def melody_of(
    outline: Outline, rng: np.random.Generator, compass: tuple[int, int, int]
) -> list[Note]:
    """One note at a time: a motif, its answers on the bars' chords, and a close on the tonic."""
    rhythms = outline.mood.rhythms[outline.mood.beats]
    motif, answer = (rhythms[index] for index in rng.permutation(len(rhythms))[:2])
    shape = rng.choice((-1, 1, 1, 2, -2), size=8)  # steps from note to note within the motif
    notes: list[Note] = []
    step, time = int(rng.choice((0, 2, 4))), outline.start
    for bar, (root, length) in enumerate(outline.bars):
        last = bar == len(outline.bars) - 1
        rhythm = _fitted((motif, motif, answer, motif)[bar % 4], length)
        if last:
            rhythm = _fitted((*_fitted(motif, length - 2), 2), length) if length > 2 else [length]
        if bar % 4 == 2:
            shape = -shape
        for place, beats in enumerate(rhythm):
            strong = place == 0 or (beats >= 1 and rng.random() < 0.4)
            step = _next_step(step, int(shape[place % len(shape)]), root if strong else None)
            if last and place >= len(rhythm) - 2:
                step = _cadence(step, place == len(rhythm) - 1)
            seconds = beats * outline.beat
            notes.append(
                Note(
                    start=time,
                    length=seconds * _held(bar, place == len(rhythm) - 1, last),
                    pitch=_into(pitch_of(outline.tonic, outline.mood.mode, step), compass),
                    velocity=_loudness(outline, bar, place, rng),
                )
            )
            time += seconds
    return notes


def broken_chords(outline: Outline, low: int) -> list[Note]:
    """The bars' chords, note after note on each half beat, an octave or two under the melody."""
    notes: list[Note] = []
    time = outline.start
    for root, length in outline.bars:
        chord = [
            _raised(pitch_of(outline.tonic - 24, outline.mood.mode, root + third), low)
            for third in (0, 4, 7, 2, 7, 4)
        ]
        halves = max(1, round(length * 2))
        notes += [
            Note(
                start=time + half * outline.beat / 2,
                length=outline.beat * min(1.5, (halves - half) / 2),
                pitch=chord[half % len(chord)],
                velocity=outline.mood.velocity * (0.72 if half == 0 else 0.5),
            )
            for half in range(halves)
        ]
        time += length * outline.beat
    return notes


def beat_of(outline: Outline, rng: np.random.Generator) -> tuple[Note, ...]:
    """A drum kit's part: kick and snare in turn, hats on half beats, a fill before the close."""
    hits: list[tuple[float, int, float]] = []
    beat_start = 0.0
    for bar, (_, length) in enumerate(outline.bars):
        for half in range(max(1, round(length * 2))):
            at = beat_start + half / 2
            hits.append((at, HAT, 0.5 if half % 2 else 0.35))
            if half % 4 == 0 or rng.random() < 0.12:
                hits.append((at, KICK, 0.9))
            if half % 4 == 2:
                hits.append((at, SNARE, 0.8))
        if bar % 4 == 3 or bar == len(outline.bars) - 2:
            hits += [(beat_start + length - 1 + k / 4, TOM - k, 0.6 + 0.1 * k) for k in range(4)]
        beat_start += length
    return tuple(
        Note(
            start=outline.start + at * outline.beat,
            length=outline.beat / 4,
            pitch=pitch,
            velocity=min(1.0, velocity * (0.5 + outline.mood.velocity * 0.6)),
        )
        for at, pitch, velocity in sorted(hits)
    )


def _range_of(words: list[str]) -> tuple[int, int, int]:
    return next((_RANGES[word] for word in reversed(words) if word in _RANGES), _RANGE)


def _fitted(rhythm: tuple[float, ...], length: float) -> list[float]:
    """The rhythm cut or held to last `length` beats."""
    kept: list[float] = []
    for beats in rhythm:
        kept.append(min(beats, length - sum(kept)))
        if sum(kept) >= length:
            return kept
    kept[-1] += length - sum(kept)
    return kept


def _next_step(step: int, move: int, root: int | None) -> int:
    """The next scale step: a chord tone near the move on strong beats, else the move itself."""
    wanted = step + move
    if wanted > 8 or wanted < -3:
        wanted = step - move
    if root is None:
        return wanted
    tones = [root + third + 7 * octave for third in (0, 2, 4) for octave in (-2, -1, 0, 1)]
    return min(tones, key=lambda tone: (tone == step, abs(tone - wanted), abs(tone)))


def _cadence(step: int, final: bool) -> int:
    """The nearest tonic to end on, or the step above it that leads there."""
    return 7 * ((step + 2) // 7) + (0 if final else 1)


def _held(bar: int, ends_bar: bool, last: bool) -> float:
    """The share of its time a note sounds: a breath after every second bar, else tied."""
    return 0.82 if ends_bar and bar % 2 and not last else 1.0


def _loudness(outline: Outline, bar: int, place: int, rng: np.random.Generator) -> float:
    """Velocity: swelling to the middle of a phrase of four bars, first notes a little stronger."""
    phrase = min(4, len(outline.bars))
    swell = np.sin(np.pi * ((bar % phrase) + 0.6) / (phrase + 0.2))
    level = outline.mood.velocity * (0.82 + 0.22 * swell + (0.06 if place == 0 else 0.0))
    return float(np.clip(level + rng.normal(0, 0.02), 0.1, 1.0))


def _into(pitch: int, compass: tuple[int, int, int]) -> int:
    """The pitch, moved by octaves into the instrument's range."""
    while pitch < compass[0]:
        pitch += 12
    while pitch > compass[1]:
        pitch -= 12
    return pitch


def _raised(pitch: int, low: int) -> int:
    while pitch < low:
        pitch += 12
    return pitch
