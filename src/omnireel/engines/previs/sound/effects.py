"""Effects that a sound plan asks for in words: thunder, a bell, breaking glass, a siren."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from omnireel.engines.previs.events import Impact
from omnireel.engines.previs.sound.ambience import ambience_of
from omnireel.engines.previs.sound.ambience import is_known as is_known_place
from omnireel.engines.previs.sound.impacts import blow
from omnireel.engines.previs.sound.synthesis import (
    Signal,
    add_at,
    band,
    faded,
    highpass,
    lowpass,
    wander,
)
from omnireel.engines.previs.streams import stream

Effect: TypeAlias = Callable[[np.random.Generator, int], Signal]

_HERE = (0.0, 0.0, 0.0)


def _time(seconds: float, rate: int) -> Signal:
    return np.arange(int(seconds * rate)) / rate


def _tone(frequency: Signal, rate: int) -> Signal:
    return np.asarray(np.sin(2 * np.pi * np.cumsum(frequency) / rate))


def _hits(
    materials: tuple[str, str], size: float, times: list[float], rng: np.random.Generator, rate: int
) -> Signal:
    """Several blows of the same kind, none quite like the other."""
    out = np.zeros(int((max(times) + 1.5) * rate))
    for index, time in enumerate(times):
        strength = float(rng.uniform(0.75, 1.0))
        event = Impact(
            time=time, materials=materials, strength=strength, position=_HERE, size=size,
            member=f"effect-{index}",
        )  # fmt: skip
        add_at(out, blow(event, int(rng.integers(2**31)), rate), int(time * rate))
    return out


def _explosion(rng: np.random.Generator, rate: int) -> Signal:
    time = _time(3.0, rate)
    blast = lowpass(rng.standard_normal(len(time)), 900, rate) * np.exp(-time / 0.35)
    rumble = band(rng.standard_normal(len(time)), 25, 140, rate) * np.exp(-time / 0.9)
    thump = _tone(35 + 70 * np.exp(-time / 0.06), rate) * np.exp(-time / 0.25)
    return faded(np.tanh(3 * blast + 4 * rumble + thump), rate, 0.3)


def _thunder(rng: np.random.Generator, rate: int) -> Signal:
    time = _time(4.5, rate)
    crack = highpass(rng.standard_normal(len(time)), 500, rate) * np.exp(-time / 0.08)
    rolling = np.exp(-time / 1.3) * (1 + 0.8 * wander(rng, len(time), rate, 5))
    rumble = band(rng.standard_normal(len(time)), 30, 240, rate) * rolling
    return faded(0.5 * crack + 4 * rumble, rate, 0.5)


def _shatter(rng: np.random.Generator, rate: int) -> Signal:
    times = [0.0, *np.cumsum(rng.exponential(0.035, 22)).tolist()]
    out = _hits(("glass", "stone"), 0.05, times[:2], rng, rate)
    shards = _hits(("glass", "glass"), 0.012, times, rng, rate)
    add_at(shards, 1.5 * out, 0)
    return shards


def _whoosh(rng: np.random.Generator, rate: int) -> Signal:
    time = _time(0.9, rate)
    swell = np.sin(np.pi * (time / 0.9) ** 0.7) ** 3
    low, high = (band(rng.standard_normal(len(time)), *edges, rate) for edges in WHOOSH)
    return np.asarray((low * (1 - swell) + 2 * high * swell) * swell)


WHOOSH = ((200.0, 700.0), (600.0, 2600.0))


def _siren(_: np.random.Generator, rate: int) -> Signal:
    time = _time(3.0, rate)
    pitch = 900 + 450 * np.sin(2 * np.pi * 0.45 * time - np.pi / 2)
    return faded(0.5 * np.tanh(1.5 * _tone(pitch, rate)), rate, 0.2)


def _beep(_: np.random.Generator, rate: int) -> Signal:
    time = _time(0.9, rate)
    return faded(0.5 * np.sin(2 * np.pi * 1000 * time) * (time % 0.3 < 0.12), rate)


def _horn(_: np.random.Generator, rate: int) -> Signal:
    time = _time(0.7, rate)
    both = sum(
        np.sin(2 * np.pi * pitch * k * time) / k for pitch in (392, 494) for k in range(1, 9)
    )
    envelope = np.minimum(time / 0.02, 1) * np.minimum((0.7 - time) / 0.05, 1)
    return np.asarray(0.25 * np.asarray(both) * envelope)


def _bark(rng: np.random.Generator, rate: int) -> Signal:
    out = np.zeros(int(1.1 * rate))
    for start in (0.0, 0.42):
        time = _time(0.2, rate)
        pitch = 240 + 330 * np.sin(np.pi * np.minimum(time / 0.16, 1)) * rng.uniform(0.9, 1.1)
        phase = np.cumsum(pitch) / rate
        voice = 2 * (phase % 1) - 1 + 0.4 * rng.standard_normal(len(time))
        bark = band(voice, 450, 1900, rate) * np.sin(np.pi * time / 0.2) ** 0.6
        add_at(out, bark, int(start * rate))
    return out


def _meow(rng: np.random.Generator, rate: int) -> Signal:
    time = _time(0.8, rate)
    pitch = 480 + 260 * np.sin(np.pi * time / 0.8) * rng.uniform(0.9, 1.1)
    voice = 2 * ((np.cumsum(pitch) / rate) % 1) - 1
    opening = np.sin(np.pi * time / 0.8)
    return (0.6 * band(voice, 900, 2600, rate) * opening + 0.4 * band(voice, 400, 900, rate)) * (
        opening**0.5
    )


def _roar(rng: np.random.Generator, rate: int) -> Signal:
    time = _time(1.8, rate)
    pitch = 85 + 30 * np.sin(np.pi * time / 1.8) + 14 * wander(rng, len(time), rate, 22)
    voice = 2 * ((np.cumsum(pitch) / rate) % 1) - 1 + 0.7 * rng.standard_normal(len(time))
    return np.asarray(np.tanh(2 * band(voice, 120, 1100, rate)) * np.sin(np.pi * time / 1.8) ** 0.7)


def _buzz(rng: np.random.Generator, rate: int) -> Signal:
    time = _time(2.0, rate)
    pitch = 215 * (1 + 0.06 * wander(rng, len(time), rate, 3))
    wings = band(2 * ((np.cumsum(pitch) / rate) % 1) - 1, 150, 3000, rate)
    return np.asarray(0.4 * wings * np.sin(np.pi * time / 2.0))


def _heartbeat(_: np.random.Generator, rate: int) -> Signal:
    out = np.zeros(int(2.0 * rate))
    time = _time(0.18, rate)
    thump = np.sin(2 * np.pi * (45 + 25 * np.exp(-time / 0.03)) * time) * np.exp(-time / 0.05)
    for start in (0.0, 0.28, 0.95, 1.23):
        add_at(out, thump, int(start * rate))
    return out


def _gunshot(rng: np.random.Generator, rate: int) -> Signal:
    time = _time(0.8, rate)
    crack = rng.standard_normal(len(time)) * np.exp(-time / 0.012)
    tail = lowpass(rng.standard_normal(len(time)), 700, rate) * np.exp(-time / 0.14)
    return faded(np.tanh(2 * crack + 2 * tail), rate)


def _pop(_: np.random.Generator, rate: int) -> Signal:
    time = _time(0.12, rate)
    return faded(_tone(350 + 5000 * time, rate) * np.exp(-time / 0.02), rate)


def _blows(first: str, second: str, size: float, *times: float) -> Effect:
    """The effect of one material hitting another at these times."""
    return lambda rng, rate: _hits((first, second), size, list(times), rng, rate)


_EFFECTS: tuple[tuple[str, Effect], ...] = (
    ("explosion explode blast boom bomb", _explosion),
    ("thunder thunderclap lightning", _thunder),
    ("shatter break smash crash", _shatter),
    ("whoosh swoosh swish zoom fly", _whoosh),
    ("siren alarm ambulance police", _siren),
    ("beep bleep notification robot", _beep),
    ("horn honk", _horn),
    ("bark dog woof", _bark),
    ("meow cat kitten", _meow),
    ("roar lion dragon monster growl dinosaur bear", _roar),
    ("buzz bee fly mosquito insect", _buzz),
    ("heartbeat heart", _heartbeat),
    ("gunshot shot gun", _gunshot),
    ("pop bubble cork balloon", _pop),
    ("knock knocking door", _blows("wood", "wood", 0.08, 0.0, 0.28, 0.56)),
    ("footstep step walk run", _blows("skin", "wood", 0.12, 0.0, 0.52, 1.04, 1.56)),
    ("bell ding chime doorbell", _blows("metal", "bell", 0.04, 0.0)),
    ("click camera shutter switch", _blows("plastic", "metal", 0.008, 0.0, 0.06)),
    ("typing keyboard typewriter", _blows("plastic", "plastic", 0.012, 0.0, 0.13, 0.3, 0.41, 0.6)),
    ("tick clock", _blows("metal", "plastic", 0.006, 0.0, 0.5, 1.0, 1.5)),
    ("splash plop drip drop", _blows("stone", "water", 0.09, 0.0)),
    ("clink glass glasses toast", _blows("glass", "glass", 0.04, 0.0)),
    ("clang hammer metal anvil sword", _blows("steel", "steel", 0.06, 0.0)),
    ("thud slam hit punch fall bump bounce", _blows("cloth", "wood", 0.25, 0.0)),
    ("crunch snow gravel", _blows("skin", "snow", 0.1, 0.0, 0.5, 1.0)),
)


def is_known(text: str) -> bool:
    """Whether this effect can be made."""
    return _named(text) is not None or is_known_place(frozenset(_stems(text)))


def effect_of(text: str, count: int, seed: int, rate: int) -> Signal:
    """The effect as (n, 2) with n up to `count`, at a peak of 1; silence for an unknown one.

    What sounds like a place (rain, waves, a crowd) lasts for all of `count`.
    """
    effect = _named(text)
    words = frozenset(_stems(text))
    if effect is not None:
        mono = effect(stream(seed, "effect", text), rate)[:count]
        out = np.repeat(mono[:, None], 2, axis=1) * np.sqrt(0.5)
    elif is_known_place(words):
        out = ambience_of(words, count, seed, rate)
    else:
        return np.zeros((0, 2))
    loudest: Signal = out / max(1e-9, float(np.abs(out).max()))
    return loudest


def _named(text: str) -> Effect | None:
    stems = _stems(text)
    return next((effect for names, effect in _EFFECTS if stems & set(names.split())), None)


def _stems(text: str) -> set[str]:
    """The words of the text, and what is left of them without an ending."""
    words = {word.strip(".,!?;:'\"") for word in text.lower().split()}
    endings = ("s", "es", "ing", "ed")
    cut = {word.removesuffix(ending) for word in words for ending in endings}
    return words | cut | {word + "e" for word in cut}
