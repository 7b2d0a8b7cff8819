"""Places sound like themselves."""

import numpy as np
import pytest

from omnireel.engines.previs.sound.ambience import LAYERS, ambience_of, is_known, layers_of
from omnireel.engines.previs.sound.synthesis import Signal, band, rms
from omnireel.engines.previs.streams import stream

RATE = 48_000


def place(words: str, seconds: int = 3) -> Signal:
    return ambience_of(frozenset(words.split()), seconds * RATE, 1, RATE)


@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_is_stereo_and_finite(name: str) -> None:
    sound = LAYERS[name](stream(1, name), 2 * RATE, RATE)
    assert sound.shape == (2 * RATE, 2)
    assert np.isfinite(sound).all()
    assert rms(sound) > 0
    assert np.abs(sound.mean(axis=0)).max() < 0.05 * rms(sound)


def test_places_differ_in_colour() -> None:
    def bright(words: str) -> float:
        sound = place(words).T
        return rms(band(sound, 2000, 12_000, RATE)) / rms(band(sound, 60, 1000, RATE))

    assert bright("forest") > 3 * bright("city street")
    assert bright("rain") > 3 * bright("underwater")


def test_words_add_up_and_defaults_follow_the_walls() -> None:
    assert {name for name, _ in layers_of(frozenset({"forest", "rain"}))} >= {"leaves", "rain"}
    assert layers_of(frozenset({"garret", "bedroom"}))[0][0] == "rumble"
    assert layers_of(frozenset())[0][0] == "breeze"
    rainy_room = dict(layers_of(frozenset({"room", "rain"})))
    assert rainy_room["rumble"] > rainy_room["rain"]
    assert "crickets" in dict(layers_of(frozenset({"meadow", "night"})))
    assert "birds" not in dict(layers_of(frozenset({"meadow", "night"})))
    assert "crickets" not in dict(layers_of(frozenset({"city", "night"})))
    assert is_known(frozenset({"beach"}))
    assert not is_known(frozenset({"xyzzy"}))


def test_it_begins_and_ends_softly_and_is_repeatable() -> None:
    sound = place("meadow")
    assert np.abs(sound[0]).max() < 1e-9
    assert np.abs(sound[-1]).max() < 1e-9
    assert rms(sound) == pytest.approx(1)
    assert np.array_equal(sound, place("meadow"))
