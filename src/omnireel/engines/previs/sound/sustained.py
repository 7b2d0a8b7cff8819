"""Instruments whose tone goes on: bowed, blown, sung and held.

A voice is a series of harmonics whose pitch, loudness and brightness move as a player moves them,
heard through the resonances of the instrument's body.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.ndimage import uniform_filter1d

from omnireel.engines.previs.events import Note
from omnireel.engines.previs.sound.synthesis import Signal, band, curve, lowpass, wander

CONTROL_RATE = 1000  # how often pitch and loudness are decided, per second
MAX_HARMONICS = 40
EVENNESS = 0.6  # how much of the body's unevenness the player takes away, 0 to 1
LEGATO_GAP = 0.03  # seconds between two notes that are still tied


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How an instrument speaks. Times in seconds, frequencies in Hz, pitches in cents."""

    slope: float = 1.0  # harmonic k has the amplitude k ** -slope
    brightness: float = 0.9  # what each harmonic keeps of the one below at full strength
    even: float = 1.0  # the amplitude of even harmonics: 0 for a closed tube
    attack: float = 0.06
    release: float = 0.12
    dip: float = 0.3  # how far the tone sinks where the bow turns or the tongue strikes
    scoop: float = 0.0  # how far below its pitch a note begins
    glide: float = 0.02  # how long tied notes take to slide into each other
    vibrato: float = 20.0
    vibrato_rate: float = 5.6
    vibrato_delay: float = 0.22
    tremolo: float = 0.0  # how far vibrato moves the loudness
    noise: float = 0.02
    noise_band: tuple[float, float] = (1500.0, 7000.0)
    body: tuple[tuple[float, float, float], ...] = ()  # resonances: centre, quality, gain
    direct: float = 0.25  # the share of the tone that passes beside the resonances


_VIOLIN_BODY = (
    (275.0, 8.0, 0.9),  # the air in the box
    (460.0, 9.0, 1.1),
    (550.0, 9.0, 0.9),
    (1000.0, 4.0, 0.55),
    (2500.0, 2.0, 0.85),  # the bridge's hill
    (3600.0, 3.0, 0.4),
)


def _larger(factor: float) -> tuple[tuple[float, float, float], ...]:
    return tuple((center / factor, quality, gain) for center, quality, gain in _VIOLIN_BODY)


_VIOLIN = Voice(
    slope=0.95,
    brightness=0.95,
    attack=0.055,
    dip=0.45,
    scoop=25,
    glide=0.05,
    vibrato=24,
    tremolo=0.12,
    noise=0.05,
    body=_VIOLIN_BODY,
)
_CHOIR_BODY = ((700.0, 7.0, 1.0), (1150.0, 8.0, 0.6), (2700.0, 9.0, 0.25), (3400.0, 9.0, 0.15))
VOICES = {
    "violin": _VIOLIN,
    "viola": Voice(
        slope=1.0, brightness=0.94, attack=0.07, dip=0.45, scoop=20, glide=0.05, vibrato=22,
        tremolo=0.1, noise=0.05, body=_larger(1.35),
    ),
    "cello": Voice(
        slope=1.0, brightness=0.94, attack=0.08, dip=0.4, scoop=20, glide=0.06, vibrato=20,
        vibrato_rate=5.2, tremolo=0.1, noise=0.04, body=_larger(2.4),
    ),
    "contrabass": Voice(
        slope=1.1, brightness=0.92, attack=0.1, glide=0.06, vibrato=10, noise=0.05,
        body=_larger(4.2),
    ),
    "flute": Voice(
        slope=2.1, brightness=0.8, even=1.2, attack=0.05, dip=0.5, vibrato=12, vibrato_rate=5.0,
        tremolo=0.22, noise=0.09, noise_band=(900, 5500), direct=1.0,
    ),
    "clarinet": Voice(
        slope=1.1, brightness=0.86, even=0.08, attack=0.04, dip=0.4, vibrato=4, noise=0.02,
        direct=0.8, body=((1500.0, 2.0, 0.5),),
    ),
    "oboe": Voice(
        slope=0.7, brightness=0.88, attack=0.04, vibrato=14, noise=0.015, direct=0.3,
        body=((1050.0, 3.0, 1.0), (2900.0, 4.0, 0.6)),
    ),
    "saxophone": Voice(
        slope=0.8, brightness=0.9, attack=0.04, scoop=60, glide=0.04, vibrato=22, tremolo=0.1,
        noise=0.05, direct=0.4, body=((620.0, 2.5, 0.8), (1700.0, 2.5, 0.7)),
    ),
    "trumpet": Voice(
        slope=0.55, brightness=0.88, attack=0.03, dip=0.5, vibrato=10, vibrato_delay=0.35,
        noise=0.01, direct=0.4, body=((1200.0, 1.6, 1.0), (2600.0, 2.5, 0.5)),
    ),
    "trombone": Voice(
        slope=0.65, brightness=0.86, attack=0.05, glide=0.07, vibrato=9, noise=0.01, direct=0.4,
        body=((520.0, 1.6, 1.0), (1300.0, 2.0, 0.6)),
    ),
    "horn": Voice(
        slope=0.9, brightness=0.82, attack=0.07, vibrato=4, noise=0.01, direct=0.5,
        body=((450.0, 1.6, 1.0),),
    ),
    "voice": Voice(
        slope=1.0, brightness=0.93, attack=0.08, dip=0.25, scoop=40, glide=0.08, vibrato=32,
        vibrato_rate=5.4, tremolo=0.1, noise=0.03, direct=0.05, body=_CHOIR_BODY,
    ),
    "organ": Voice(
        slope=0.7, brightness=0.8, attack=0.03, release=0.06, dip=0.0, glide=0.0, vibrato=0,
        noise=0.01, direct=1.0,
    ),
    "accordion": Voice(
        slope=0.6, brightness=0.88, attack=0.04, release=0.06, dip=0.1, glide=0.0, vibrato=8,
        vibrato_delay=0.0, tremolo=0.18, noise=0.015, direct=0.5, body=((1400.0, 2.0, 0.7),),
    ),
    "harmonica": Voice(
        slope=0.5, brightness=0.88, attack=0.03, scoop=50, vibrato=16, tremolo=0.25, noise=0.04,
        direct=0.5, body=((1700.0, 2.5, 0.8),),
    ),
    "pad": Voice(
        slope=1.3, brightness=0.86, attack=0.5, release=0.6, dip=0.0, glide=0.0, vibrato=6,
        vibrato_rate=0.7, vibrato_delay=0.0, noise=0.02, noise_band=(400, 3000), direct=0.9,
    ),
    "synth": Voice(
        slope=0.9, brightness=0.9, attack=0.01, release=0.08, dip=0.2, glide=0.01, vibrato=3,
        noise=0.0, direct=1.0,
    ),
}  # fmt: skip


def sustained(
    voice: Voice, notes: Sequence[Note], count: int, rng: np.random.Generator, rate: int
) -> Signal:
    """The notes as `count` samples from time zero on; chords are shared out to several voices."""
    out = np.zeros(count)
    for lane in _lanes(sorted(notes, key=lambda note: note.start)):
        out += _sung(voice, lane, count, rng, rate)
    return out


def _lanes(notes: Sequence[Note]) -> list[list[Note]]:
    """The notes dealt to as few players as can play them one at a time."""
    lanes: list[list[Note]] = []
    for note in notes:
        for lane in lanes:
            if lane[-1].start + lane[-1].length <= note.start + LEGATO_GAP:
                lane.append(note)
                break
        else:
            lanes.append([note])
    return lanes


def _sung(
    voice: Voice, notes: list[Note], count: int, rng: np.random.Generator, rate: int
) -> Signal:
    """One player's notes."""
    ticks = max(2, int(count / rate * CONTROL_RATE) + 2)
    loud, strength = _loudness(voice, notes, ticks)
    pitch = _pitch(voice, notes, ticks, rng)
    swing = np.sin(2 * np.pi * voice.vibrato_rate * _wavering(rng, ticks))
    depth = _vibrato(voice, notes, ticks)
    pitch += voice.vibrato / 100 * depth * swing
    loud = loud * (1 + voice.tremolo * depth * swing)
    frequency = curve(440 * 2 ** ((pitch - 69) / 12), count)
    level, brightness = curve(loud, count), curve(voice.brightness ** (1.6 - strength), count)
    tone = _harmonics(voice, frequency, brightness, rate)
    grain = 1 + 0.5 * np.sign(tone) * np.minimum(np.abs(tone), 1)  # noise comes with each slip
    tone += 3 * voice.noise * grain * band(rng.standard_normal(count), *voice.noise_band, rate)
    heard = voice.direct * tone
    for center, quality, gain in voice.body:
        edges = center * (1 - 0.5 / quality), center * (1 + 0.5 / quality)
        heard += gain * band(tone, *edges, rate, order=1)
    out: Signal = _evened(heard, rate) * level
    return out


def _evened(tone: Signal, rate: int) -> Signal:
    """The tone with notes that the body favours held back, as a player does."""
    power = uniform_filter1d(np.square(tone), int(0.2 * rate), mode="nearest")
    even: Signal = tone * np.maximum(power, 1e-9) ** (-0.5 * EVENNESS)
    return even


def _harmonics(voice: Voice, frequency: Signal, brightness: Signal, rate: int) -> Signal:
    """The band-limited tone: harmonic k turns k times as fast and is weaker by slope and shade."""
    turn = np.exp(2j * np.pi * np.cumsum(frequency) / rate)
    power, shade = turn.copy(), brightness.copy()
    out = power.imag * shade
    highest = min(MAX_HARMONICS, int(0.45 * rate / max(20.0, float(frequency.min()))))
    for harmonic in range(2, highest + 1):
        power *= turn
        shade *= brightness
        fits = np.clip((0.45 * rate - harmonic * frequency) / 1500, 0, 1)
        amplitude = harmonic**-voice.slope * (voice.even if harmonic % 2 == 0 else 1.0)
        out += amplitude * power.imag * shade * fits
    tone: Signal = out
    return tone


def _tick(seconds: float, ticks: int) -> int:
    return int(np.clip(round(seconds * CONTROL_RATE), 0, ticks))


def _loudness(voice: Voice, notes: list[Note], ticks: int) -> tuple[Signal, Signal]:
    """Level and dynamics 0 to 1 at each tick: attacks, swells, ties and releases."""
    level, strength = np.zeros(ticks), np.full(ticks, notes[0].velocity)
    tied = [False, *(b.start - a.start - a.length < LEGATO_GAP for a, b in pairwise(notes))]
    for note, legato in zip(notes, tied, strict=True):
        first, end = _tick(note.start, ticks), _tick(note.start + note.length, ticks)
        time = np.arange(max(0, end - first)) / CONTROL_RATE
        attack = min(voice.attack, 0.4 * note.length)
        begin = 1 - voice.dip if legato else 0.0
        rise = begin + (1 - begin) * np.clip(time / attack, 0, 1) ** 0.8
        swell = 0.84 + 0.16 * np.sin(np.pi * np.clip(time / note.length, 0, 1))
        level[first:end] = note.velocity**1.3 * rise * swell
        strength[first:] = note.velocity
        tail = np.arange(max(0, min(ticks, end + int(voice.release * 3 * CONTROL_RATE)) - end))
        held = level[end - 1] if end > first else 0.0
        level[end : end + len(tail)] = held * np.exp(-3 * tail / CONTROL_RATE / voice.release)
    return _smoothed(level, 0.012), _smoothed(strength, 0.03)


def _pitch(voice: Voice, notes: list[Note], ticks: int, rng: np.random.Generator) -> Signal:
    """MIDI pitch at each tick: tied notes slide, others may begin low, and none is quite still."""
    pitch = np.full(ticks, float(notes[0].pitch))
    before: Note | None = None
    for note in notes:
        first = _tick(note.start, ticks)
        time = np.arange(ticks - first) / CONTROL_RATE
        legato = before is not None and note.start - before.start - before.length < LEGATO_GAP
        if before is not None and legato and voice.glide > 0:
            start = before.pitch - note.pitch
            pitch[first:] = note.pitch + start * np.exp(-3 * time / voice.glide)
        else:
            pitch[first:] = note.pitch - voice.scoop / 100 * np.exp(-time / 0.03)
        before = note
    unsteady = 0.02 if voice.vibrato else 0.0
    return pitch + unsteady * wander(rng, ticks, CONTROL_RATE, 8)


def _vibrato(voice: Voice, notes: list[Note], ticks: int) -> Signal:
    """How wide the vibrato is at each tick, 0 to 1: it begins once a note has settled."""
    depth = np.zeros(ticks)
    for note in notes:
        first = _tick(note.start, ticks)
        time = np.arange(ticks - first) / CONTROL_RATE
        depth[first:] = np.clip((time - voice.vibrato_delay) / 0.3, 0, 1)
    return _smoothed(depth, 0.02)


def _wavering(rng: np.random.Generator, ticks: int) -> Signal:
    """Time in seconds that runs a little unevenly, as a hand does."""
    return np.cumsum(1 + 0.08 * wander(rng, ticks, CONTROL_RATE, 1.5)) / CONTROL_RATE


def _smoothed(values: Signal, seconds: float) -> Signal:
    return lowpass(values, 0.35 / seconds, CONTROL_RATE)
