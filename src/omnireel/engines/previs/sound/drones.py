"""Sounds that last as long as something goes on: rolling, sliding, engines, water, fire, wind."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from omnireel.engines.previs.events import Drone
from omnireel.engines.previs.sound.impacts import modes_of, substance_of
from omnireel.engines.previs.sound.synthesis import (
    Signal,
    band,
    curve,
    highpass,
    lowpass,
    resonate,
    wander,
)
from omnireel.engines.previs.streams import stream

BANDS = (90.0, 220.0, 540.0, 1300.0, 3100.0, 7400.0)  # centres in Hz of a moving spectrum's parts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Course:
    """A drone sampled at the sound's rate: strength 0 to 1, speed in m/s, both (n,)."""

    drone: Drone
    strength: Signal
    speed: Signal
    rng: np.random.Generator
    rate: int

    @property
    def count(self) -> int:
        return len(self.strength)

    @property
    def seconds(self) -> Signal:
        return np.arange(self.count) / self.rate

    def noise(self) -> Signal:
        return self.rng.standard_normal(self.count)


def drone_sound(drone: Drone, start: float, count: int, seed: int, rate: int) -> Signal:
    """What the drone sounds like close by, for `count` samples from `start` seconds on."""
    times = start + np.arange(count) / rate
    course = Course(
        drone=drone,
        strength=np.interp(times, drone.times, np.clip(drone.strength, 0, 1)),
        speed=np.interp(times, drone.times, np.abs(drone.speed)),
        rng=stream(seed, "drone", drone.member, drone.kind),
        rate=rate,
    )
    return _KINDS.get(drone.kind, _whoosh)(course)


def moving_noise(noise: Signal, center: Signal, spread: float, rate: int) -> Signal:
    """Noise whose spectrum is centred on a moving frequency, `spread` octaves to each side."""
    out = np.zeros(len(noise))
    octave = np.log2(np.maximum(center, 20.0))
    for middle in BANDS:
        weight = np.exp(-0.5 * ((np.log2(middle) - octave) / spread) ** 2)
        if weight.max() > 0.01:
            out += weight * band(noise, middle / 1.5, middle * 1.5, rate)
    return out


def crackles(rng: np.random.Generator, count: int, per_second: Signal, rate: int) -> Signal:
    """Single samples of random height, as many a second as asked at each moment."""
    struck = rng.random(count) < per_second / rate
    heights = np.minimum(rng.exponential(1.0, count), 2.5) * rng.choice((-1.0, 1.0), count)
    impulses: Signal = struck * heights
    return impulses


def _roll(course: Course) -> Signal:
    """Rolling: the ground's grain, faster and brighter with speed, and the ball's own turning."""
    drone, size = course.drone, max(course.drone.size, 0.002)
    ball, ground = (substance_of(material) for material in drone.materials)
    softest = min(ball.hardness, ground.hardness)
    grain = course.noise() + 6 * crackles(course.rng, course.count, 60 * course.speed, course.rate)
    turning = np.cumsum(course.speed) / course.rate / (2 * np.pi * size)
    bumps = 1 + 0.35 * np.sin(2 * np.pi * turning) + 0.2 * np.sin(2 * np.pi * 3.17 * turning + 1)
    bumps *= 1 + 0.2 * wander(course.rng, course.count, course.rate, 9)
    center = np.minimum(180 + 900 * course.speed**0.7, 0.5 * softest)
    push = moving_noise(grain, center, 1.1, course.rate) * bumps
    level = course.strength * np.minimum(course.speed / 1.5, 1.6) ** 0.9
    body = np.zeros(course.count)
    for material, extent in ((ball, size), (ground, 3 * size)):
        frequencies, amplitudes, _ = modes_of(material, extent, course.rng)
        for frequency, amplitude in zip(frequencies[:4], amplitudes[:4], strict=True):
            edges = 0.88 * frequency, 1.13 * frequency
            body += material.radiance * amplitude * band(push * level, *edges, course.rate, order=1)
    rolling: Signal = 0.8 * np.tanh(0.8 * push * level + 1.2 * body)
    return rolling


def _slide(course: Course) -> Signal:
    """Sliding: a hiss that rises with speed, over the rubbing of both surfaces."""
    center = 700 + 1600 * course.speed**0.6
    rub = moving_noise(course.noise(), center, 0.9, course.rate)
    rub *= 1 + 0.3 * wander(course.rng, course.count, course.rate, 14)
    return 0.45 * rub * course.strength * np.minimum(course.speed / 1.2, 1.4) ** 0.8


def _engine(course: Course) -> Signal:
    """An engine: firing pulses whose rate follows the speed, through an exhaust."""
    firing = 28 + 7.5 * np.minimum(course.speed, 30) + 10 * course.strength
    firing *= 1 + 0.015 * wander(course.rng, course.count, course.rate, 5)
    phase = np.cumsum(firing) / course.rate
    pulses = np.zeros(course.count)
    for harmonic in range(1, 24):
        lean = 1 + 0.5 * np.cos(2.1 * harmonic)
        pulses += lean / harmonic**0.9 * np.sin(2 * np.pi * harmonic * phase + 0.7 * harmonic**2)
    breath = band(course.noise(), 200, 2500, course.rate) * (0.6 + 0.4 * np.sin(2 * np.pi * phase))
    exhaust = np.tanh(0.8 * lowpass(pulses, 900, course.rate) + 0.5 * breath)
    tires = moving_noise(course.noise(), 300 + 40 * course.speed, 1.0, course.rate)
    cruising = np.minimum(course.speed / 20, 1.0)
    return (0.4 * exhaust * (0.9 + 0.4 * cruising) + 0.25 * tires * cruising) * course.strength


def _hover(course: Course) -> Signal:
    """Rotors or a hovering thing: a beating hum under a hiss."""
    turning = 88 + 6 * course.speed
    turning *= 1 + 0.01 * wander(course.rng, course.count, course.rate, 3)
    phase = 2 * np.pi * np.cumsum(turning) / course.rate
    hum = sum(np.sin(harmonic * phase) / harmonic for harmonic in range(1, 7))
    hum += 0.7 * np.sin(1.507 * phase) + 0.4 * np.sin(3.01 * phase)
    hiss = band(course.noise(), 600, 4000, course.rate) * (0.7 + 0.3 * np.sin(phase))
    return (0.22 * hum + 0.25 * hiss) * course.strength


def _fan(course: Course) -> Signal:
    """A fan or propeller: blades beating in the air."""
    phase = 2 * np.pi * np.cumsum(18 + 4 * course.speed) / course.rate
    beat = 0.55 + 0.45 * np.maximum(0, np.sin(phase)) ** 2
    return 0.4 * band(course.noise(), 150, 2600, course.rate) * beat * course.strength


def _water(course: Course) -> Signal:
    """Running water: hiss and many small bubbles."""
    hiss = 0.25 * band(course.noise(), 700, 7000, course.rate)
    hiss *= 1 + 0.25 * wander(course.rng, course.count, course.rate, 6)
    drops = crackles(course.rng, course.count, np.full(course.count, 55.0), course.rate)
    sung = sum(
        resonate(drops * (course.rng.random(course.count) < 0.25), hertz, 0.05, course.rate)
        for hertz in course.rng.uniform(500, 2600, 6)
    )
    return (hiss + 0.25 * np.asarray(sung)) * course.strength


def _fire(course: Course) -> Signal:
    """Fire: a low roar that flickers, and crackling wood."""
    roar = band(course.noise(), 40, 420, course.rate)
    roar *= 1 + 0.5 * wander(course.rng, course.count, course.rate, 7)
    snaps = crackles(course.rng, course.count, np.full(course.count, 14.0), course.rate)
    wood = resonate(snaps, 2300, 0.02, course.rate) + resonate(snaps, 3900, 0.012, course.rate)
    return (0.5 * roar + 0.5 * wood) * course.strength


def _whoosh(course: Course) -> Signal:
    """Air rushing by: louder and brighter with speed."""
    center = 160 + 130 * np.minimum(course.speed, 25)
    air = moving_noise(course.noise(), center, 0.8, course.rate)
    return 0.5 * air * course.strength * np.minimum(course.speed / 6, 1.5) ** 1.5


def _wind(course: Course) -> Signal:
    """Wind that comes in gusts."""
    gusts = 0.6 + 0.4 * wander(course.rng, course.count, course.rate, 0.6)
    return (
        0.7
        * moving_noise(course.noise(), 250 + 500 * gusts, 0.8, course.rate)
        * (gusts * course.strength)
    )


def _sizzle(course: Course) -> Signal:
    """Frying, steam, spray: bright noise with spatter."""
    spatter = crackles(course.rng, course.count, np.full(course.count, 90.0), course.rate)
    hiss = 0.12 * course.noise() + 0.5 * resonate(spatter, 5200, 0.006, course.rate)
    return highpass(hiss, 2200, course.rate) * course.strength


def _hum(course: Course) -> Signal:
    """A machine's or neon light's hum, at the mains' frequency and its multiples."""
    phase = 2 * np.pi * 50 * course.seconds
    tone = sum(np.sin(k * phase + k) / k for k in (1, 2, 3, 4, 6, 8, 12))
    unsteady = curve(1 + 0.1 * course.rng.standard_normal(30), course.count)
    return 0.25 * np.asarray(tone) * unsteady * course.strength


_KINDS: dict[str, Callable[[Course], Signal]] = {
    "roll": _roll,
    "slide": _slide,
    "scrape": _slide,
    "skid": _slide,
    "engine": _engine,
    "motor": _engine,
    "hover": _hover,
    "drone": _hover,
    "rotor": _fan,
    "fan": _fan,
    "flap": _fan,
    "water": _water,
    "pour": _water,
    "fire": _fire,
    "whoosh": _whoosh,
    "fly": _whoosh,
    "wind": _wind,
    "sizzle": _sizzle,
    "steam": _sizzle,
    "spray": _sizzle,
    "hum": _hum,
}
