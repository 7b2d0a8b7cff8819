"""Blows: two bodies of some material meet, and both ring in their modes.

Modal synthesis after van den Doel, Kry and Pai, "FoleyAutomatic" (SIGGRAPH 2001): a body is a bank
of damped modes, the contact a short force whose spectrum falls off above what the softer side lets
through.
"""

from dataclasses import dataclass

import numpy as np

from omnireel.engines.previs.events import Impact
from omnireel.engines.previs.sound.synthesis import Signal, add_at, band, faded, ring
from omnireel.engines.previs.streams import stream

REFERENCE_SIZE = 0.05  # metres: the size for which the table gives the frequencies


@dataclass(frozen=True, slots=True, kw_only=True)
class Substance:
    """How a material sounds. `pitch` (Hz) is the lowest mode at 5 cm, `ring` its 60 dB time (s).

    `damping` says how much faster higher modes die, `hardness` (Hz) how bright a blow on it is,
    `radiance` how loud its modes are, `noise` how loud the contact itself is, within `hiss` (Hz).
    """

    pitch: float
    ring: float
    ratios: tuple[float, ...]
    damping: float = 0.5
    hardness: float = 6000.0
    radiance: float = 1.0
    noise: float = 0.3
    hiss: tuple[float, float] = (800.0, 6000.0)
    crackle: float = 0.012  # seconds in which the contact noise falls by half


_PLATE = (1.0, 1.73, 2.33, 2.91, 3.91, 4.11, 5.3, 6.3)
_BAR = (1.0, 2.756, 5.404, 8.933)
_SHELL = (1.0, 2.32, 4.25, 6.63, 9.38)
_BLOCK = (1.0, 1.47, 2.09, 2.56, 3.6, 4.9)
_BELL = (0.5, 1.0, 1.183, 1.506, 2.0, 2.514, 2.662, 3.011, 4.166, 5.433)
_SKIN = (1.0, 1.594, 2.136, 2.296, 2.653, 2.918)  # an ideal membrane
_STRING = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)

SUBSTANCES = {
    "glass": Substance(pitch=2100, ring=0.5, ratios=_SHELL, damping=0.35, hardness=14000),
    "crystal": Substance(pitch=1900, ring=1.6, ratios=_SHELL, damping=0.3, hardness=14000),
    "ice": Substance(pitch=1700, ring=0.16, ratios=_SHELL, hardness=11000, noise=0.5),
    "ceramic": Substance(pitch=1500, ring=0.3, ratios=_PLATE, hardness=12000),
    "wood": Substance(pitch=470, ring=0.13, ratios=_BLOCK, damping=0.75, hardness=4200),
    "bamboo": Substance(pitch=620, ring=0.16, ratios=_BAR, damping=0.7, hardness=4800),
    "metal": Substance(pitch=900, ring=1.1, ratios=_PLATE, damping=0.3, hardness=13000, noise=0.2),
    "steel": Substance(pitch=1100, ring=1.3, ratios=_PLATE, damping=0.3, hardness=15000, noise=0.2),
    "gold": Substance(pitch=760, ring=0.8, ratios=_PLATE, damping=0.4, hardness=9000, noise=0.2),
    "plastic": Substance(pitch=680, ring=0.07, ratios=_BLOCK, damping=0.8, hardness=5200),
    "rubber": Substance(
        pitch=170,
        ring=0.11,
        ratios=(1.0, 1.9, 2.8, 4.6),
        damping=0.8,
        hardness=1700,
        noise=0.35,
        hiss=(200, 2400),
    ),
    "stone": Substance(pitch=820, ring=0.06, ratios=_BLOCK, hardness=9000, radiance=0.7, noise=0.6),
    "brick": Substance(pitch=700, ring=0.08, ratios=_BLOCK, hardness=7000, radiance=0.7, noise=0.6),
    "asphalt": Substance(
        pitch=300, ring=0.03, ratios=_BLOCK, hardness=5000, radiance=0.3, noise=0.6
    ),
    "grass": Substance(
        pitch=95,
        ring=0.06,
        ratios=(1.0, 1.7),
        hardness=700,
        radiance=0.5,
        noise=0.9,
        hiss=(1400, 7500),
        crackle=0.03,
    ),
    "soil": Substance(
        pitch=85, ring=0.07, ratios=(1.0, 1.7), hardness=600, radiance=0.9, hiss=(100, 1200)
    ),
    "sand": Substance(
        pitch=90,
        ring=0.05,
        ratios=(1.0,),
        hardness=900,
        radiance=0.5,
        noise=0.9,
        hiss=(900, 6000),
        crackle=0.04,
    ),
    "snow": Substance(
        pitch=110,
        ring=0.05,
        ratios=(1.0,),
        hardness=1200,
        radiance=0.4,
        noise=0.9,
        hiss=(500, 3800),
        crackle=0.05,
    ),
    "cloth": Substance(
        pitch=120,
        ring=0.05,
        ratios=(1.0, 1.6),
        hardness=600,
        radiance=0.5,
        noise=0.5,
        hiss=(200, 2500),
        crackle=0.025,
    ),
    "paper": Substance(
        pitch=500, ring=0.03, ratios=_PLATE, hardness=5000, radiance=0.3, noise=0.8, crackle=0.02
    ),
    "cardboard": Substance(pitch=210, ring=0.06, ratios=_PLATE, hardness=2200, noise=0.4),
    "skin": Substance(pitch=130, ring=0.07, ratios=(1.0, 1.8), hardness=1100, hiss=(250, 2500)),
    "drum": Substance(pitch=140, ring=0.5, ratios=_SKIN, damping=0.8, hardness=3500),
    "bell": Substance(pitch=1180, ring=2.6, ratios=_BELL, damping=0.35, hardness=9000, noise=0.1),
    "string": Substance(pitch=330, ring=1.2, ratios=_STRING, damping=0.6, hardness=5000),
    "water": Substance(
        pitch=300,
        ring=0.05,
        ratios=(1.0,),
        hardness=2000,
        radiance=0.2,
        noise=0.8,
        hiss=(500, 6000),
        crackle=0.06,
    ),
}
_ALIKE = {
    "iron": "steel", "brass": "metal", "copper": "metal", "silver": "metal", "bronze": "bell",
    "aluminium": "metal", "aluminum": "metal", "chrome": "steel", "tin": "metal", "chain": "metal",
    "coin": "gold", "key": "steel", "marble": "glass", "diamond": "crystal", "gem": "crystal",
    "porcelain": "ceramic", "clay": "ceramic", "china": "ceramic", "tile": "ceramic",
    "tiles": "ceramic", "concrete": "stone", "rock": "stone", "gravel": "stone", "road": "asphalt",
    "earth": "soil", "dirt": "soil", "mud": "soil", "ground": "soil", "leaf": "grass",
    "leaves": "grass", "foliage": "grass", "plush": "cloth", "felt": "cloth", "fabric": "cloth",
    "wool": "cloth", "fur": "cloth", "carpet": "cloth", "silk": "cloth", "foam": "cloth",
    "feather": "cloth", "leather": "skin", "flesh": "skin", "body": "skin", "foot": "skin",
    "hand": "skin", "paw": "skin", "shoe": "skin", "hoof": "wood", "claw": "plastic",
    "bone": "wood", "cork": "wood", "fruit": "soil", "food": "soil",
    "bread": "cloth", "hair": "cloth", "liquid": "water", "juice": "water", "membrane": "drum",
    "piano": "string", "lego": "plastic", "toy": "plastic", "vinyl": "plastic", "wax": "plastic",
}  # fmt: skip


def substance_of(material: str) -> Substance:
    """How this material sounds; an unknown one like hard plastic."""
    for word in reversed(material.lower().split() or [""]):
        name = _ALIKE.get(word, word)
        if name in SUBSTANCES:
            return SUBSTANCES[name]
    return SUBSTANCES["plastic"]


def modes_of(
    body: Substance, size: float, rng: np.random.Generator
) -> tuple[Signal, Signal, Signal]:
    """Frequencies (Hz), amplitudes and 60 dB times (s) of a body, never quite the same twice."""
    ratios = np.array(body.ratios)
    # Larger bodies sound lower; by the root, since what is struck is rarely free on all sides.
    scale = (REFERENCE_SIZE / max(size, 1e-3)) ** 0.5
    frequencies = body.pitch * scale * ratios * (1 + 0.012 * rng.standard_normal(len(ratios)))
    amplitudes = rng.uniform(0.6, 1.0, len(ratios)) / np.arange(1, len(ratios) + 1) ** 0.5
    decays = body.ring * ratios ** (-body.damping) * min(2.0, scale**-0.5)
    return np.minimum(frequencies, 15_000.0), amplitudes, decays


def blow(event: Impact, seed: int, rate: int) -> Signal:
    """What the impact sounds like close by, its first sample at the moment of contact."""
    rng = stream(seed, "impact", event.member, f"{event.time:.5f}", *event.materials)
    struck = [substance_of(material) for material in event.materials]
    strength = float(np.clip(event.strength, 0.0, 1.0))
    softest = min(body.hardness for body in struck)
    cutoff = softest * (0.35 + 0.65 * strength)
    out = np.zeros(int(0.02 * rate))
    for body, size in zip(struck, (event.size, 3 * event.size), strict=True):
        frequencies, amplitudes, decays = modes_of(body, size, rng)
        weight = body.radiance / (1 + (frequencies / cutoff) ** 2)
        sound = ring(frequencies, 0.35 * amplitudes * weight, decays, rate)
        out = np.pad(out, (0, max(0, len(sound) - len(out))))
        add_at(out, sound, 0)
        contact = _contact(body, cutoff, rng, rate)
        out = np.pad(out, (0, max(0, len(contact) - len(out))))
        add_at(out, contact, 0)
        if body is SUBSTANCES["water"]:
            splash = _bubbles(event.size, rng, rate)
            out = np.pad(out, (0, max(0, len(splash) - len(out))))
            add_at(out, splash, 0)
    return faded(out * strength**0.9, rate)


def _contact(body: Substance, cutoff: float, rng: np.random.Generator, rate: int) -> Signal:
    """The short noise of the surfaces themselves."""
    count = int(max(0.012, body.crackle * 7) * rate)
    envelope = 0.5 ** (np.arange(count) / (body.crackle * rate))
    low, high = body.hiss
    noise = band(rng.standard_normal(count), low, max(low * 1.5, min(high, cutoff * 2.5)), rate)
    return 0.5 * body.noise * noise * envelope


def _bubbles(size: float, rng: np.random.Generator, rate: int) -> Signal:
    """A plop: bubbles that rise in pitch as they close (Minnaert's law gives their radius)."""
    out = np.zeros(int(0.5 * rate))
    for _ in range(3 + int(min(20, size * 80))):
        radius = rng.uniform(0.2, 1.0) * min(0.02, max(0.002, size / 6))
        frequency, decay = 3.26 / radius, rng.uniform(0.03, 0.12)
        time = np.arange(int(decay * 2 * rate)) / rate
        phase = 2 * np.pi * frequency * (time + 1.6 * time**2)
        bubble = np.sin(phase) * np.exp(-time / decay * 3)
        add_at(out, 0.35 * rng.uniform(0.3, 1.0) * bubble, int(rng.exponential(0.06) * rate))
    return out
