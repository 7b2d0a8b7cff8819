"""Instruments play the notes they are given: in tune, in time, at an even level."""

import numpy as np
import pytest

from omnireel.engines.previs.events import Note
from omnireel.engines.previs.sound.instruments import LEVEL, is_known, perform
from omnireel.engines.previs.sound.music import music_of
from omnireel.engines.previs.sound.score import compose
from omnireel.engines.previs.sound.struck import STRINGS
from omnireel.engines.previs.sound.sustained import VOICES
from omnireel.engines.previs.sound.synthesis import Signal, rms
from omnireel.engines.previs.streams import stream

RATE = 48_000
SCALE = tuple(
    Note(start=0.1 + index * 0.5, length=0.5, pitch=pitch, velocity=0.7)
    for index, pitch in enumerate((69, 71, 73, 74))
)


def played(instrument: str, notes: tuple[Note, ...] = SCALE, seconds: float = 2.5) -> Signal:
    return perform(instrument, notes, int(seconds * RATE), stream(1, instrument), RATE)


def strength_at(sound: Signal, hertz: float) -> float:
    """Energy within a third of a semitone of a frequency and of its octave."""
    power = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 4 * RATE)) ** 2
    total = 0.0
    for center in (hertz, 2 * hertz, 3 * hertz):
        low, high = center * 2 ** (-0.4 / 12), center * 2 ** (0.4 / 12)
        total += float(power[int(4 * low) : int(4 * high) + 1].sum())
    return total


@pytest.mark.parametrize(
    "instrument", ["violin", "cello", "flute", "trumpet", "voice", "piano", "guitar", "harp"]
)
def test_notes_are_in_tune_and_in_their_place(instrument: str) -> None:
    sound = played(instrument)
    for note in SCALE:
        first = int((note.start + 0.15) * RATE)
        slice_ = sound[first : first + int(0.32 * RATE)]
        asked = strength_at(slice_, 440 * 2 ** ((note.pitch - 69) / 12))
        beside = (note.pitch - 70) / 12, (note.pitch - 68) / 12
        others = [strength_at(slice_, 440 * 2**octaves) for octaves in beside]
        assert asked > 4 * max(others)


@pytest.mark.parametrize("instrument", [*VOICES, *STRINGS, "drums", "nose harp of the ancients"])
def test_every_instrument_plays_its_own_score(instrument: str) -> None:
    notes = compose(instrument, mood="", duration=3, seed=2)
    sound = played(instrument, notes, 3)
    heard = sound[np.abs(sound) > 1e-3 * np.abs(sound).max()]
    assert rms(heard) == pytest.approx(LEVEL, rel=0.01)
    assert abs(float(sound.mean())) < 0.01
    assert np.isfinite(sound).all()


def test_a_violin_is_silent_before_and_after_and_speaks_within_two_frames() -> None:
    late = (Note(start=1.0, length=1.0, pitch=76, velocity=0.8),)
    sound = played("violin", late, 3.5)
    assert rms(sound[: int(0.95 * RATE)]) < 1e-3
    assert rms(sound[RATE : RATE + RATE // 12]) > 0.02
    assert rms(sound[int(2.9 * RATE) :]) < 1e-3


def test_vibrato_begins_after_the_attack() -> None:
    sound = played("violin", (Note(start=0.0, length=2.0, pitch=69, velocity=0.7),), 2.0)

    def wobble(part: Signal) -> float:
        """Spread in Hz of the third harmonic's momentary frequency, from its zero crossings."""
        spectrum = np.fft.rfft(part)
        hertz = np.fft.rfftfreq(len(part), 1 / RATE)
        spectrum[(hertz < 1150) | (hertz > 1500)] = 0
        third = np.fft.irfft(spectrum, len(part))
        crossings = np.flatnonzero((third[:-1] < 0) & (third[1:] >= 0))
        exact = crossings + third[crossings] / (third[crossings] - third[crossings + 1])
        return float(np.std(RATE / np.diff(exact)[10:-10]))

    early, late = sound[int(0.07 * RATE) : int(0.24 * RATE)], sound[RATE : int(1.6 * RATE)]
    assert wobble(late) > 1.8 * wobble(early)


def test_tied_notes_slide_and_parted_ones_do_not_sound_between() -> None:
    apart = tuple(
        Note(start=s, length=0.4, pitch=p, velocity=0.7) for s, p in ((0.0, 69), (1.2, 74))
    )
    gap = played("violin", apart, 2.0)[int(0.9 * RATE) : int(1.15 * RATE)]
    assert rms(gap) < 2e-3


def test_names_are_understood() -> None:
    assert is_known("electric guitar")
    assert is_known("an old fiddle")
    assert not is_known("nose harmonium of the ancients")
    assert not played("violin", ()).any()


@pytest.mark.parametrize("text", ["upbeat music", "techno", "sad solo piano", "epic", "nothing"])
def test_background_music_fills_its_time(text: str) -> None:
    sound = music_of(text, 4 * RATE, 3, RATE)
    assert sound.shape == (4 * RATE, 2)
    assert all(rms(part) > 0.01 for part in np.split(sound[: int(3.6 * RATE)], 4))
    assert np.array_equal(sound, music_of(text, 4 * RATE, 3, RATE))
