"""Blows, drones and named effects: at their moment, in their material, from their place."""

import numpy as np
import pytest

from omnireel.engines.previs.events import Drone, Impact
from omnireel.engines.previs.scene import CameraPose
from omnireel.engines.previs.sound import effects
from omnireel.engines.previs.sound.drones import drone_sound
from omnireel.engines.previs.sound.impacts import SUBSTANCES, blow, substance_of
from omnireel.engines.previs.sound.space import gains, listener, reverberated, room_of
from omnireel.engines.previs.sound.synthesis import Signal, rms

RATE = 48_000


def hit(*materials: str, strength: float = 0.8, size: float = 0.03, member: str = "m-1") -> Signal:
    first, second = materials
    event = Impact(
        time=1.0,
        materials=(first, second),
        strength=strength,
        position=(0, 0, 0),
        size=size,
        member=member,
    )
    return blow(event, 1, RATE)


def centroid(sound: Signal) -> float:
    power = np.abs(np.fft.rfft(sound, RATE)) ** 2
    return float((power * np.arange(len(power))).sum() / power.sum())


def lasting(sound: Signal) -> float:
    """Seconds until 99 % of the energy has been heard."""
    energy = np.cumsum(sound**2)
    return int(np.searchsorted(energy, 0.99 * energy[-1])) / RATE


@pytest.mark.parametrize("material", [*SUBSTANCES, "unobtainium", "", "polished oak wood"])
def test_every_material_sounds_at_once_and_ends(material: str) -> None:
    sound = hit(material, "wood")
    assert np.isfinite(sound).all()
    assert np.abs(sound[: RATE // 24]).max() > 0.1, "within the frame of the contact"
    assert np.abs(sound[-1]) < 1e-3
    assert len(sound) < 5 * RATE


def test_materials_differ_as_they_should() -> None:
    assert centroid(hit("glass", "glass")) > 2 * centroid(hit("rubber", "rubber"))
    assert lasting(hit("metal", "metal")) > 2.5 * lasting(hit("wood", "wood"))
    assert lasting(hit("bell", "metal")) > 0.4
    assert lasting(hit("plastic", "plastic")) < 0.15
    assert substance_of("polished oak wood") is SUBSTANCES["wood"]


def test_stronger_is_louder_and_brighter_and_larger_is_lower() -> None:
    assert rms(hit("wood", "wood", strength=1.0)) > 3 * rms(hit("wood", "wood", strength=0.3))
    soft, hard = (hit("wood", "wood", strength=strength) for strength in (0.1, 1.0))
    assert centroid(hard) > centroid(soft)
    assert centroid(hit("metal", "metal", size=0.3)) < centroid(hit("metal", "metal", size=0.01))


def test_blows_depend_on_their_own_stream_only() -> None:
    assert np.array_equal(hit("wood", "wood"), hit("wood", "wood"))
    assert not np.array_equal(hit("wood", "wood"), hit("wood", "wood", member="m-2"))


def drone(kind: str, speed: float) -> Signal:
    times = np.linspace(0, 1, 60)
    event = Drone(
        kind=kind,
        materials=("glass", "wood"),
        times=times,
        strength=np.full(60, 0.8),
        speed=np.full(60, speed),
        positions=np.zeros((60, 3)),
        size=0.01,
        member="marble-1",
    )
    return drone_sound(event, 0.0, RATE, 1, RATE)


@pytest.mark.parametrize(
    "kind", ["roll", "slide", "engine", "hover", "fan", "water", "fire", "wind", "sizzle", "hum"]
)
def test_every_drone_goes_on(kind: str) -> None:
    sound = drone(kind, 2.0)
    parts = [rms(part) for part in np.split(sound, 8)]
    assert min(parts) > 0.003
    assert np.abs(sound).max() < 4


def test_rolling_follows_the_speed() -> None:
    slow, fast = drone("roll", 0.4), drone("roll", 3.0)
    assert rms(fast) > 2 * rms(slow)
    assert centroid(fast) > 1.3 * centroid(slow)
    assert rms(drone("roll", 0.0)) < 1e-3, "what rests is silent"
    assert rms(drone("no such kind", 20.0)) > 0.05, "rushing air"


@pytest.mark.parametrize(
    "text",
    ["loud thunder", "a dog barks", "glass breaking", "footsteps", "beeps", "rain on the roof"],
)
def test_named_effects_are_made(text: str) -> None:
    assert effects.is_known(text)
    assert np.abs(effects.effect_of(text, 3 * RATE, 1, RATE)).max() == pytest.approx(1)


def test_an_unknown_effect_is_known_to_be_unknown() -> None:
    assert not effects.is_known("the flux of the gluons")
    assert len(effects.effect_of("the flux of the gluons", RATE, 1, RATE)) == 0


def test_sound_comes_from_its_side_and_fades_with_distance() -> None:
    asked: list[float] = []

    def camera(t: float) -> CameraPose:
        asked.append(t)
        return CameraPose(eye=(0, 1, 5), target=(0, 1, 0))

    ears = listener(camera, 2.0)
    places = np.array([(-3, 1, 0), (0, 1, 0), (0, 1, -40), (0, 1, 5)], np.float64)
    levels = gains(ears, np.linspace(0, 2, 4), places)
    left, ahead, far, at_the_camera = levels
    assert left[0] > 2 * left[1]
    assert ahead[0] == pytest.approx(ahead[1])
    assert far.sum() < 0.3 * ahead.sum()
    assert np.isfinite(at_the_camera).all()
    assert len(asked) <= 16, "a pose of the camera is dear"
    assert (min(asked), max(asked)) == (0.0, 2.0)


def test_a_church_answers_longer_than_a_meadow() -> None:
    click = np.zeros((2 * RATE, 2))
    click[0] = 1.0
    church = reverberated(click, room_of(frozenset({"church"})), 1, RATE)
    meadow = reverberated(click, room_of(frozenset({"meadow"})), 1, RATE)
    assert rms(church[RATE:]) > 1e-4
    assert rms(meadow[RATE:]) == pytest.approx(0, abs=1e-9)
