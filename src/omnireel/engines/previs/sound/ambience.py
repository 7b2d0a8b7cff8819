"""What a place sounds like when nothing happens: layers of wind, birds, waves, traffic, rain, hum.

A layer makes stereo (n, 2) at an even level; a place is a few layers with their levels.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from omnireel.engines.previs.sound.impacts import SUBSTANCES, modes_of
from omnireel.engines.previs.sound.space import INDOOR_WORDS
from omnireel.engines.previs.sound.synthesis import (
    Signal,
    add_at,
    band,
    highpass,
    lowpass,
    resonate,
    ring,
    rms,
    wander,
)
from omnireel.engines.previs.streams import stream

Layer: TypeAlias = Callable[[np.random.Generator, int, int], Signal]
Layers: TypeAlias = tuple[tuple[str, float], ...]


def _noise(rng: np.random.Generator, count: int, low: float, high: float, rate: int) -> Signal:
    """Band-passed stereo noise (n, 2) that is the same in the middle and differs at the sides."""
    both = rng.standard_normal((2, count))
    return band(np.stack([both[0] + 0.6 * both[1], both[0] - 0.6 * both[1]]), low, high, rate).T


def _panned(signal: Signal, pan: float) -> Signal:
    """A mono signal as (n, 2); `pan` from -1, left, to 1, right."""
    angle = (1 + pan) * np.pi / 4
    stereo: Signal = signal[:, None] * np.array([np.cos(angle), np.sin(angle)])
    return stereo


def _slow(rng: np.random.Generator, count: int, rate: int, hertz: float, depth: float) -> Signal:
    return (1 + depth * wander(rng, count, rate, hertz))[:, None]


def _breeze(rng: np.random.Generator, count: int, rate: int) -> Signal:
    low = _noise(rng, count, 90, 450, rate) * _slow(rng, count, rate, 0.5, 0.5)
    return low + 0.35 * _noise(rng, count, 450, 1600, rate) * _slow(rng, count, rate, 0.7, 0.7)


def _gale(rng: np.random.Generator, count: int, rate: int) -> Signal:
    gusts = _slow(rng, count, rate, 0.8, 0.6)
    howl = resonate(rng.standard_normal(count), 430, 0.05, rate) * wander(rng, count, rate, 0.7)
    return (_noise(rng, count, 60, 700, rate) + 0.02 * howl[:, None]) * gusts


def _leaves(rng: np.random.Generator, count: int, rate: int) -> Signal:
    return _noise(rng, count, 1800, 7500, rate) * _slow(rng, count, rate, 0.9, 0.8) ** 2


def _birds(rng: np.random.Generator, count: int, rate: int) -> Signal:
    """Songs: a few chirps each, every bird with its own phrase, place and distance."""
    out = np.zeros((count, 2))
    flock = [
        (rng.uniform(2300, 4600), rng.uniform(-0.8, 0.8), rng.uniform(0.25, 1)) for _ in range(4)
    ]
    time = rng.uniform(0.1, 0.7)
    while time < count / rate:
        pitch, pan, near = flock[rng.integers(len(flock))]
        for _ in range(rng.integers(2, 7)):
            length = rng.uniform(0.04, 0.13)
            span = np.arange(int(length * rate)) / rate
            sweep = pitch * rng.uniform(0.88, 1.14) * np.exp(rng.uniform(-3, 3) * span)
            trill = 1 + 0.04 * np.sin(2 * np.pi * rng.uniform(25, 60) * span)
            chirp = np.sin(2 * np.pi * np.cumsum(sweep * trill) / rate)
            chirp *= np.sin(np.pi * span / length) ** 2 * near * rng.uniform(0.5, 1)
            add_at(out, _panned(chirp, pan), int(time * rate))
            time += length + rng.uniform(0.02, 0.06)
        time += rng.uniform(0.3, 1.4)
    return out


def _crickets(rng: np.random.Generator, count: int, rate: int) -> Signal:
    out = np.zeros((count, 2))
    seconds = np.arange(count) / rate
    for _ in range(5):
        pitch, beat = rng.uniform(3900, 5200), rng.uniform(1.6, 2.6)
        pulses = np.maximum(0, np.sin(2 * np.pi * rng.uniform(24, 34) * seconds)) ** 2
        chirping = (beat * seconds + rng.random()) % 1 < 0.55
        voice = (
            np.sin(2 * np.pi * pitch * seconds)
            * pulses
            * lowpass(chirping.astype(np.float64), 60, rate)
        )
        out += _panned(voice * rng.uniform(0.3, 1), rng.uniform(-0.9, 0.9))
    return out


def _owl(rng: np.random.Generator, count: int, rate: int) -> Signal:
    out = np.zeros((count, 2))
    for start, length in ((0.0, 0.28), (0.5, 0.14), (0.75, 0.5)):
        span = np.arange(int(length * rate)) / rate
        hoot = np.sin(2 * np.pi * (395 - 25 * span / length) * span)
        hoot *= np.sin(np.pi * span / length)
        add_at(out, _panned(hoot, 0.4), int((0.18 * count / rate + start) * rate))
    return out + 1e-6 * rng.standard_normal((count, 2))


def _waves(rng: np.random.Generator, count: int, rate: int) -> Signal:
    """Surf: each wave swells, breaks into hiss and runs back."""
    out = 0.12 * _noise(rng, count, 80, 500, rate)
    time = -3.0
    while time < count / rate:
        length = rng.uniform(4.5, 7.0)
        span = np.linspace(0, 1, int(length * rate))
        swell = np.where(span < 0.35, (span / 0.35) ** 2, np.exp(-4 * (span - 0.35)))
        wave = _noise(rng, len(span), 120, 1500, rate) * swell[:, None]
        hiss = np.clip((span - 0.25) * 5, 0, 1) * np.exp(-3 * np.maximum(0, span - 0.45))
        wave += 0.22 * _noise(rng, len(span), 1500, 6500, rate) * hiss[:, None]
        add_at(out, wave, int(time * rate))
        time += length * rng.uniform(0.5, 0.75)
    return out


def _stream(rng: np.random.Generator, count: int, rate: int) -> Signal:
    hiss = 0.5 * _noise(rng, count, 500, 5000, rate) * _slow(rng, count, rate, 4, 0.3)
    drops = (rng.random(count) < 40 / rate) * rng.uniform(0.2, 1, count)
    for hertz in rng.uniform(450, 2200, 7):
        chosen = drops * (rng.random(count) < 0.3)
        hiss += _panned(0.7 * resonate(chosen, hertz, 0.05, rate), rng.uniform(-0.7, 0.7))
    return hiss


def _traffic(rng: np.random.Generator, count: int, rate: int) -> Signal:
    """A city far and near: rumble, cars that pass from side to side."""
    out = _noise(rng, count, 45, 350, rate) * _slow(rng, count, rate, 0.4, 0.3)
    time = rng.uniform(-2.0, 0.5)
    while time < count / rate:
        length = rng.uniform(2.5, 4.5)
        span = np.linspace(-1, 1, int(length * rate))
        near = np.exp(-((2.2 * span) ** 2)) * rng.uniform(0.5, 1.2)
        car = _noise(rng, len(span), 180, 1500, rate) * near[:, None]
        sides = np.stack([1 - span, 1 + span], axis=1) / 2
        add_at(out, car * (sides if rng.random() < 0.5 else sides[:, ::-1]), int(time * rate))
        time += rng.uniform(1.2, 3.0)
    return out


def _rumble(rng: np.random.Generator, count: int, rate: int) -> Signal:
    """The air of a room: soft and low, with next to nothing above a kilohertz."""
    return _noise(rng, count, 60, 400, rate) + 0.15 * _noise(rng, count, 400, 3000, rate)


def _mains(rng: np.random.Generator, count: int, rate: int) -> Signal:
    """A refrigerator or a lamp: the mains' hum and a little of its compressor."""
    seconds = np.arange(count) / rate
    tone = sum(np.sin(2 * np.pi * 50 * k * seconds + k) / k for k in (2, 3, 4, 6, 8, 12, 18))
    return _panned(np.asarray(tone), -0.3) + 0.4 * _noise(rng, count, 90, 600, rate)


def _clock(rng: np.random.Generator, count: int, rate: int) -> Signal:
    out = 1e-6 * rng.standard_normal((count, 2))
    for tick in range(int(2 * count / rate) + 1):
        tones = np.array([2600.0, 4100.0, 6300.0]) * (1.0 if tick % 2 else 0.93)
        sound = ring(tones, np.array([1.0, 0.6, 0.4]), np.array([0.03, 0.025, 0.02]), rate)
        add_at(out, _panned(sound, 0.45), int((0.2 + tick / 2) * rate))
    return out


def _murmur(rng: np.random.Generator, count: int, rate: int) -> Signal:
    """Many people talking at once: noise in the voice's formants, at the pace of syllables."""
    out = np.zeros((count, 2))
    for _ in range(9):
        pitch = rng.uniform(95, 230) * (1 + 0.08 * wander(rng, count, rate, 3))
        phase = np.cumsum(pitch) / rate
        voice = 2 * (phase % 1) - 1 + 0.15 * rng.standard_normal(count)
        syllables = np.maximum(0, wander(rng, count, rate, rng.uniform(4, 6)) + 0.1)
        phrases = np.maximum(0, wander(rng, count, rate, 0.7) + 0.4)
        formant = rng.uniform(450, 750)
        spoken = band(voice, formant * 0.8, formant * 1.25, rate)
        spoken += 0.5 * band(voice, 2.2 * formant, 2.9 * formant, rate)
        out += _panned(spoken * syllables * phrases, rng.uniform(-0.9, 0.9))
    return lowpass(out.T, 3200, rate).T


def _dishes(rng: np.random.Generator, count: int, rate: int) -> Signal:
    """Cups and cutlery, now and then."""
    out = 1e-6 * rng.standard_normal((count, 2))
    time = rng.uniform(0.2, 1.0)
    while time < count / rate:
        body = SUBSTANCES["ceramic" if rng.random() < 0.6 else "glass"]
        clink = ring(*modes_of(body, rng.uniform(0.03, 0.08), rng), rate)
        add_at(out, _panned(clink * rng.uniform(0.2, 1), rng.uniform(-0.8, 0.8)), int(time * rate))
        time += rng.exponential(0.9) + 0.12
    return out


def _rain(rng: np.random.Generator, count: int, rate: int) -> Signal:
    """Rain: a dense hiss of far drops and single near ones."""
    out = 0.5 * _noise(rng, count, 900, 9000, rate) + 0.25 * _noise(rng, count, 200, 900, rate)
    for pan in (-0.7, -0.2, 0.3, 0.8):
        drops = (rng.random(count) < 45 / rate) * rng.exponential(1.0, count)
        heard = resonate(drops, rng.uniform(1800, 4200), 0.008, rate)
        out += _panned(1.1 * heard, pan)
    return out


def _thunder(rng: np.random.Generator, count: int, rate: int) -> Signal:
    """One roll of thunder in the first third, long and low."""
    span = np.arange(count) / rate - 0.12 * count / rate
    rolling = np.where(span > 0, np.minimum(span / 0.15, 1) * np.exp(-np.maximum(span, 0) / 1.6), 0)
    rolling *= 1 + 0.7 * wander(rng, count, rate, 5)
    return _noise(rng, count, 35, 260, rate) * rolling[:, None]


def _hearth(rng: np.random.Generator, count: int, rate: int) -> Signal:
    roar = _noise(rng, count, 50, 400, rate) * _slow(rng, count, rate, 6, 0.4)
    snaps = (rng.random(count) < 10 / rate) * rng.exponential(1.0, count)
    return 0.5 * roar + _panned(1.6 * resonate(snaps, 2400, 0.02, rate), 0.1)


def _void(rng: np.random.Generator, count: int, rate: int) -> Signal:
    """Space, as films have it: a slow deep chord that breathes."""
    seconds = np.arange(count) / rate
    out = 0.15 * _noise(rng, count, 40, 160, rate)
    for ratio in (1, 1.5, 2.01, 3.02, 4.5):
        tone = np.sin(2 * np.pi * 55 * ratio * seconds + rng.uniform(0, 6)) / ratio
        breath = 0.6 + 0.4 * wander(rng, count, rate, 0.3)
        out += _panned(tone * breath, rng.uniform(-0.6, 0.6))
    return out


def _depths(rng: np.random.Generator, count: int, rate: int) -> Signal:
    """Under water: a muffled rush and bubbles."""
    out = _noise(rng, count, 40, 320, rate) * _slow(rng, count, rate, 0.6, 0.4)
    time = 0.0
    while time < count / rate:
        for _ in range(rng.integers(2, 7)):
            span = np.arange(int(0.09 * rate)) / rate
            pitch = rng.uniform(280, 900)
            bubble = np.sin(2 * np.pi * pitch * (span + 3 * span**2)) * np.exp(-span / 0.025)
            add_at(out, _panned(0.8 * bubble, rng.uniform(-0.6, 0.6)), int(time * rate))
            time += rng.uniform(0.03, 0.1)
        time += rng.uniform(0.4, 1.3)
    return out


def _machines(rng: np.random.Generator, count: int, rate: int) -> Signal:
    seconds = np.arange(count) / rate
    beat = 0.5 + 0.5 * np.maximum(0, np.sin(2 * np.pi * 1.6 * seconds)) ** 4
    hum = np.asarray(sum(np.sin(2 * np.pi * 58 * k * seconds + k) / k for k in range(1, 9)))
    return _panned(hum, -0.2) + _noise(rng, count, 300, 2600, rate) * beat[:, None]


def _applause(rng: np.random.Generator, count: int, rate: int) -> Signal:
    claps = (rng.random((2, count)) < 130 / rate) * rng.exponential(1.0, (2, count))
    return band(claps, 700, 3800, rate).T * 6 + 0.1 * _noise(rng, count, 700, 3800, rate)


def _snowfall(rng: np.random.Generator, count: int, rate: int) -> Signal:
    soft = _noise(rng, count, 150, 700, rate) * _slow(rng, count, rate, 0.4, 0.4)
    return highpass(soft.T, 60, rate).T


LAYERS: dict[str, Layer] = {
    "breeze": _breeze, "gale": _gale, "leaves": _leaves, "birds": _birds, "crickets": _crickets,
    "owl": _owl, "waves": _waves, "stream": _stream, "traffic": _traffic, "rumble": _rumble,
    "mains": _mains, "clock": _clock, "murmur": _murmur, "dishes": _dishes, "rain": _rain,
    "thunder": _thunder, "hearth": _hearth, "void": _void, "depths": _depths,
    "machines": _machines, "applause": _applause, "snowfall": _snowfall,
}  # fmt: skip
_OUTDOORS: Layers = (("breeze", 1.0), ("birds", 0.25))
_INDOORS: Layers = (("rumble", 1.0), ("clock", 0.08))
_WEATHER = frozenset({"rain", "gale", "thunder", "snowfall", "breeze"})
_BY_NIGHT = frozenset({"crickets", "owl"})
_NO_WILDLIFE = frozenset({"traffic", "void", "depths", "waves", "snowfall", "murmur"})
_PLACES: dict[str, Layers] = {
    "meadow garden park field countryside farm hill lawn picnic orchard vineyard spring summer": (
        ("breeze", 1.0), ("leaves", 0.35), ("birds", 0.5),
    ),
    "forest wood woods grove woodland autumn": (("leaves", 1.0), ("breeze", 0.6), ("birds", 0.6)),
    "jungle rainforest swamp": (("crickets", 0.5), ("birds", 0.8), ("leaves", 0.6)),
    "beach sea ocean coast shore island seaside harbor harbour pier boat": (("waves", 1.0),),
    "lake river stream waterfall fountain creek brook pond": (
        ("stream", 1.0), ("birds", 0.3), ("breeze", 0.4),
    ),
    "city street road downtown avenue alley highway sidewalk skyline rooftop plaza square market": (
        ("traffic", 1.0), ("murmur", 0.25),
    ),
    "desert dune dunes canyon savanna savannah": (("gale", 0.6), ("breeze", 0.8)),
    "mountain mountains peak cliff sky clouds plateau windy wind": (("gale", 1.0),),
    "snow snowy arctic winter ice glacier": (("snowfall", 1.0), ("gale", 0.35)),
    "night midnight moonlight": (("crickets", 0.8), ("breeze", 0.6), ("owl", 0.25)),
    "rain rainy drizzle": (("rain", 1.0),),
    "storm stormy thunderstorm thunder": (("rain", 1.0), ("gale", 0.5), ("thunder", 1.2)),
    "kitchen fridge": (("mains", 1.0), ("rumble", 0.5), ("dishes", 0.07)),
    "café cafe restaurant bar bistro diner cafeteria coffee pub": (
        ("murmur", 1.0), ("dishes", 0.14), ("rumble", 0.3),
    ),
    "crowd audience party festival stadium arena": (("murmur", 1.0), ("rumble", 0.4)),
    "applause clapping": (("applause", 1.0), ("murmur", 0.3)),
    "office lab laboratory server": (("mains", 0.5), ("rumble", 1.0), ("clock", 0.06)),
    "factory workshop garage warehouse engine": (("machines", 1.0), ("rumble", 0.6)),
    "fireplace campfire hearth fire cabin": (("hearth", 1.0), ("rumble", 0.2)),
    "space spaceship spacecraft station galaxy moon mars planet cosmos asteroid": (("void", 1.0),),
    "underwater reef aquarium submarine": (("depths", 1.0),),
    "studio": (("rumble", 1.0),),
}  # fmt: skip


def layers_of(words: frozenset[str]) -> Layers:
    """The layers that the words name together; without any, outdoors or the air of a room.

    Indoors the weather stays outside, and night brings its animals only where they live.
    """
    indoors = bool(words & INDOOR_WORDS)
    found = [
        layer for names, layers in _PLACES.items() if words & set(names.split()) for layer in layers
    ]
    if indoors:
        found = [(name, level * (0.3 if name in _WEATHER else 1.0)) for name, level in found]
    if indoors or {name for name, _ in found} & _NO_WILDLIFE:
        found = [(name, level) for name, level in found if name not in _BY_NIGHT]
    if words & {"night", "midnight"}:
        found = [(name, level) for name, level in found if name != "birds"]
    if indoors and not {name for name, _ in found} - _WEATHER:
        found += _INDOORS
    return tuple(found) or _OUTDOORS


def is_known(words: frozenset[str]) -> bool:
    """Whether the words name a place or weather with a sound of its own."""
    return bool(words & INDOOR_WORDS) or any(words & set(names.split()) for names in _PLACES)


def ambience_of(words: frozenset[str], count: int, seed: int, rate: int) -> Signal:
    """The place's sound (n, 2) at an RMS of 1."""
    out = np.zeros((count, 2))
    for name, level in layers_of(words):
        layer = LAYERS[name](stream(seed, "ambience", name), count, rate)
        out += level * layer / max(rms(layer), 1e-9)
    edge = min(count // 2, int(0.05 * rate))
    fade = np.minimum(np.arange(count), np.arange(count)[::-1]) / max(1, edge)
    out *= np.minimum(fade, 1.0)[:, None]
    return out / max(rms(out), 1e-9)
