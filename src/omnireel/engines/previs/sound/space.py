"""Where a sound comes from: distance, direction from the camera, and the room around it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from scipy.signal import fftconvolve

from omnireel.engines.previs.scene import CameraPose, Vec3
from omnireel.engines.previs.sound.synthesis import Signal, band
from omnireel.engines.previs.streams import stream

NEAR = 3.0  # metres at which a sound has half its full level
WIDTH = 0.7  # how far to the side of the stereo image a sound at the frame's side is put
EARS_PER_SECOND = 6  # how often the camera is asked where it is
PLACES_PER_SECOND = 60  # how often a moving sound's place is looked at

Path: TypeAlias = tuple[Signal, Signal]  # times (k,) and positions (k, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How a place answers: the reverberation's time (s), its share and its highest frequency."""

    decay: float
    wet: float
    bright: float


OPEN_AIR = Room(decay=0.5, wet=0.05, bright=3000)
LIVING_ROOM = Room(decay=0.45, wet=0.16, bright=6000)
_ROOMS = {
    "kitchen": Room(decay=0.55, wet=0.2, bright=8000),
    "bathroom": Room(decay=1.0, wet=0.3, bright=8000),
    "hall": Room(decay=1.8, wet=0.3, bright=6000),
    "church": Room(decay=3.2, wet=0.4, bright=5000),
    "cathedral": Room(decay=4.0, wet=0.42, bright=5000),
    "cave": Room(decay=2.6, wet=0.4, bright=4000),
    "studio": Room(decay=0.3, wet=0.1, bright=7000),
    "stage": Room(decay=1.4, wet=0.26, bright=6500),
    "theater": Room(decay=1.4, wet=0.26, bright=6000),
    "gym": Room(decay=1.6, wet=0.3, bright=6000),
    "factory": Room(decay=1.7, wet=0.3, bright=5000),
    "warehouse": Room(decay=1.8, wet=0.3, bright=5000),
    "tunnel": Room(decay=2.0, wet=0.4, bright=4500),
    "museum": Room(decay=1.5, wet=0.28, bright=6000),
    "underwater": Room(decay=1.2, wet=0.5, bright=900),
    "space": Room(decay=3.0, wet=0.4, bright=3500),
    "city": Room(decay=0.9, wet=0.1, bright=4000),
    "street": Room(decay=0.9, wet=0.1, bright=4000),
    "canyon": Room(decay=2.2, wet=0.25, bright=3500),
}
INDOOR_WORDS = frozenset(
    "room indoor indoors interior inside kitchen bathroom bedroom living office cafe café "
    "restaurant bar hall church cathedral studio stage theater gym factory warehouse museum "
    "library classroom school workshop lab laboratory house home shop store garage attic "
    "basement corridor lobby hotel hospital train bus car plane elevator table desk".split()
)


def room_of(words: frozenset[str]) -> Room:
    """The room that a place's words name; a living room for other indoor words, else open air."""
    for name, room in _ROOMS.items():
        if name in words:
            return room
    return LIVING_ROOM if words & INDOOR_WORDS else OPEN_AIR


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Listener:
    """The camera's ears at a few moments: times (k,), eyes (k, 3), to its right (k, 3), unit."""

    times: Signal
    eyes: Signal
    sides: Signal


def listener(camera: Callable[[float], CameraPose], duration: float) -> Listener:
    """The camera heard along; asked seldom, for a camera that follows a body costs its pose."""
    times = np.linspace(0.0, duration, max(2, round(duration * EARS_PER_SECOND) + 1))
    poses = [camera(float(time)) for time in times]
    eyes = np.array([pose.eye for pose in poses], np.float64)
    forward = np.array([pose.target for pose in poses], np.float64) - eyes
    sides = np.cross(forward, np.array([pose.up for pose in poses], np.float64))
    sides /= np.maximum(np.linalg.norm(sides, axis=1, keepdims=True), 1e-9)
    return Listener(times=times, eyes=eyes, sides=sides)


def gains(ears: Listener, times: Signal, positions: Signal) -> Signal:
    """Left and right level (n, 2), constant power, of sounds at times (n,) and positions (n, 3)."""
    eyes, sides = (
        np.stack([np.interp(times, ears.times, of[:, axis]) for axis in range(3)], axis=1)
        for of in (ears.eyes, ears.sides)
    )
    offsets = positions - eyes
    distances = np.linalg.norm(offsets, axis=1)
    across = (offsets * sides).sum(axis=1) / np.maximum(distances, 1e-9)
    angles = (1 + np.clip(2 * WIDTH * across, -WIDTH, WIDTH)) * np.pi / 4
    levels = NEAR / (NEAR + distances)
    stereo: Signal = levels[:, None] * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return stereo


def placed(signal: Signal, ears: Listener, time: float, position: Vec3) -> Signal:
    """A short mono signal (n,) as (n, 2), heard from where it is."""
    stereo: Signal = signal[:, None] * gains(ears, np.array([time]), np.array([position]))
    return stereo


def followed(signal: Signal, ears: Listener, path: Path, start: float, rate: int) -> Signal:
    """A long mono signal (n,) as (n, 2), heard along its path from `start` seconds on."""
    times, positions = path
    seconds = len(signal) / rate
    knots = start + np.linspace(0, seconds, max(2, round(seconds * PLACES_PER_SECOND) + 1))
    places = np.stack([np.interp(knots, times, positions[:, axis]) for axis in range(3)], axis=1)
    levels = gains(ears, knots, places)
    moments = start + np.arange(len(signal)) / rate
    both = [np.interp(moments, knots, levels[:, side]) for side in (0, 1)]
    stereo: Signal = signal[:, None] * np.stack(both, axis=1)
    return stereo


def fixed(position: Vec3) -> Path:
    """The path of what stays where it is."""
    return np.zeros(1), np.array([position], np.float64)


def reverberated(dry: Signal, room: Room, seed: int, rate: int) -> Signal:
    """The signal (n, 2) with the room's answer, made of decaying noise."""
    count = int(room.decay * rate)
    time = np.arange(count) / rate
    answer = stream(seed, "room").standard_normal((2, count)) * 10 ** (-3 * time / room.decay)
    answer[:, : int(0.008 * rate)] = 0  # nothing comes back before the nearest wall
    answer = band(answer, 180, room.bright, rate)
    answer /= np.sqrt(np.square(answer).sum(axis=1, keepdims=True)) + 1e-12
    wet = np.asarray(fftconvolve(dry.T, answer, axes=1))[:, : len(dry)].T
    return dry * (1 - 0.4 * room.wet) + wet * room.wet
