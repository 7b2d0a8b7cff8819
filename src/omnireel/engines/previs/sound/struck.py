"""Instruments that are set off and left to ring: keys, plucked strings, bars, bells and drums."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from omnireel.engines.previs.events import Note
from omnireel.engines.previs.sound.synthesis import (
    Signal,
    add_at,
    band,
    faded,
    highpass,
    lowpass,
    ring,
)

LONGEST = 3.5  # seconds a string is let ring


@dataclass(frozen=True, slots=True, kw_only=True)
class String:
    """A string, bar or bell. Times are 60 dB times at A4 in seconds."""

    decay: float = 2.2
    damping: float = 0.55  # how much faster higher partials die
    slope: float = 1.0  # partial k starts with the amplitude k ** -slope
    plucked_at: float = 0.2  # the share of the length at which it is set off, 0 for anywhere
    stiffness: float = 0.0  # sharpens higher partials
    ratios: tuple[float, ...] = ()  # partials that are not harmonics
    partials: int = 22
    chorus: float = 0.0  # cents between two strings of one note
    knock: float = 0.1  # the noise of the hammer or nail
    knock_band: tuple[float, float] = (400.0, 3500.0)
    release: float = 0.2  # seconds until a damper silences it; 0 rings on
    drive: float = 0.0  # overdrive of an amplifier


STRINGS = {
    "piano": String(
        decay=3.0, slope=1.15, plucked_at=0.12, stiffness=4e-4, chorus=1.6, knock=0.12,
        knock_band=(150, 1800), release=0.16,
    ),
    "harpsichord": String(decay=1.8, slope=0.6, plucked_at=0.1, release=0.1, knock=0.2),
    "guitar": String(decay=1.9, slope=1.1, plucked_at=0.22, stiffness=5e-5, release=0.25),
    "electric": String(
        decay=2.6, damping=0.3, slope=0.9, plucked_at=0.13, release=0.12, drive=4.0, knock=0.05
    ),
    "bass": String(decay=1.6, damping=0.8, slope=1.3, plucked_at=0.25, partials=16, release=0.12),
    "harp": String(decay=2.6, slope=1.35, plucked_at=0.4, release=0.0, knock=0.04),
    "ukulele": String(decay=0.8, slope=1.1, plucked_at=0.3, release=0.15),
    "banjo": String(decay=0.7, damping=0.35, slope=0.75, plucked_at=0.15, knock=0.25),
    "mandolin": String(decay=0.9, slope=0.8, plucked_at=0.15, chorus=4, knock=0.2),
    "sitar": String(decay=2.4, damping=0.2, slope=0.7, plucked_at=0.08, partials=30, release=0.0),
    "koto": String(decay=1.6, slope=0.9, plucked_at=0.12, release=0.0, knock=0.2),
    "pizzicato": String(decay=0.5, damping=0.8, slope=1.2, plucked_at=0.3, knock=0.15),
    "marimba": String(
        decay=0.5, damping=1.0, ratios=(1.0, 3.93, 9.2), slope=1.2, release=0.0, knock=0.15
    ),
    "xylophone": String(
        decay=0.35, damping=0.6, ratios=(1.0, 3.0, 6.1, 9.6), slope=0.8, release=0.0, knock=0.3
    ),
    "glockenspiel": String(
        decay=2.2, damping=0.7, ratios=(1.0, 2.76, 5.4, 8.9), slope=0.9, release=0.0, knock=0.15
    ),
    "vibraphone": String(decay=3.0, damping=1.0, ratios=(1.0, 3.98, 9.9), slope=1.4, release=0.3),
    "kalimba": String(decay=0.9, damping=0.9, ratios=(1.0, 5.4, 9.2), slope=1.5, release=0.0),
    "bell": String(
        decay=3.5, damping=0.4, ratios=(0.5, 1.0, 1.183, 1.506, 2.0, 2.51, 2.66, 3.01, 4.17),
        slope=0.6, release=0.0, knock=0.1,
    ),
}  # fmt: skip


def struck(
    string: String, notes: Sequence[Note], count: int, rng: np.random.Generator, rate: int
) -> Signal:
    """The notes as `count` samples from time zero on."""
    out = np.zeros(count)
    rung: dict[tuple[int, bool], Signal] = {}
    for note in notes:
        key = (note.pitch, note.velocity > 0.65)
        if key not in rung:
            rung[key] = _tone(string, note.pitch, key[1], rng, rate)
        sound = rung[key] * note.velocity**1.4
        add_at(out, _damped(sound, note.length, string.release, rate), round(note.start * rate))
    return np.tanh(string.drive * out) / string.drive * 2 if string.drive else out


def _tone(string: String, pitch: int, hard: bool, rng: np.random.Generator, rate: int) -> Signal:
    """One note at full strength, left to ring; a hard touch is brighter."""
    frequency = 440 * 2 ** ((pitch - 69) / 12)
    order = np.arange(1.0, 1 + (len(string.ratios) or string.partials))
    ratios = np.array(string.ratios or order)
    frequencies = frequency * ratios * np.sqrt(1 + string.stiffness * ratios**2)
    amplitudes = order ** -(string.slope if hard else string.slope + 0.35)
    if string.plucked_at and not string.ratios:
        amplitudes *= np.abs(np.sin(np.pi * order * string.plucked_at)) + 0.05
    decays = string.decay * (440 / frequency) ** 0.45 * order ** (-string.damping)
    out = ring(frequencies, amplitudes, decays, rate, LONGEST)
    if string.chorus:
        detuned = ring(frequencies * 2 ** (string.chorus / 1200), amplitudes, decays, rate, LONGEST)
        out = out[: len(detuned)] * 0.55 + detuned[: len(out)] * 0.45
    count = min(len(out), int(0.05 * rate))
    fall = np.exp(-np.arange(count) / (0.009 * rate))
    out[:count] += string.knock * band(rng.standard_normal(count), *string.knock_band, rate) * fall
    return faded(out, rate)


def _damped(sound: Signal, seconds: float, release: float, rate: int) -> Signal:
    """The sound with its damper let down after `seconds`."""
    end = round(seconds * rate)
    if not release or end >= len(sound):
        return sound
    tail = sound[end : end + int(3 * release * rate)]
    falling = tail * np.exp(-4 * np.arange(len(tail)) / (release * rate))
    return faded(np.concatenate([sound[:end], falling]), rate)


def drummed(notes: Sequence[Note], count: int, rng: np.random.Generator, rate: int) -> Signal:
    """General MIDI percussion, as `count` samples from time zero on."""
    out = np.zeros(count)
    for note in notes:
        add_at(out, _drum(note.pitch, rng, rate) * note.velocity**1.3, round(note.start * rate))
    return out


def _drum(pitch: int, rng: np.random.Generator, rate: int) -> Signal:
    if pitch in (35, 36):
        return _skin(48, 130, 0.28, rng, rate)
    if pitch in (37, 38, 39, 40):
        rattle = highpass(_burst(0.16, 0.055, rng, rate), 1100, rate)
        return _sum(0.5 * _skin(185, 260, 0.13, rng, rate), 0.55 * rattle)
    if pitch in (42, 44):
        return 0.3 * highpass(_burst(0.06, 0.014, rng, rate), 7000, rate)
    if pitch in (46, 49, 51, 52, 53, 55, 57, 59):
        return 0.3 * highpass(_burst(1.2, 0.3, rng, rate), 4200, rate)
    return _skin(110 * 2 ** ((pitch - 45) / 12), 150 * 2 ** ((pitch - 45) / 12), 0.3, rng, rate)


def _skin(low: float, high: float, decay: float, rng: np.random.Generator, rate: int) -> Signal:
    """A drum skin: a sine that falls from one pitch to another, and the stick."""
    time = np.arange(int(decay * 2 * rate)) / rate
    frequency = low + (high - low) * np.exp(-time / 0.025)
    tone = np.sin(2 * np.pi * np.cumsum(frequency) / rate) * np.exp(-3 * time / decay)
    return faded(_sum(tone, 0.3 * lowpass(_burst(0.02, 0.004, rng, rate), 5000, rate)), rate)


def _burst(seconds: float, decay: float, rng: np.random.Generator, rate: int) -> Signal:
    time = np.arange(int(seconds * rate)) / rate
    burst: Signal = rng.standard_normal(len(time)) * np.exp(-time / decay)
    return faded(burst, rate)


def _sum(first: Signal, second: Signal) -> Signal:
    out = np.zeros(max(len(first), len(second)))
    add_at(out, first, 0)
    add_at(out, second, 0)
    return out
