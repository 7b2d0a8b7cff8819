"""The building blocks do what their formulas say."""

import numpy as np
import pytest

from omnireel.engines.previs.sound.synthesis import (
    add_at,
    band,
    limited,
    loudness,
    resonate,
    ring,
    rms,
)
from omnireel.engines.previs.streams import stream

RATE = 48_000


def test_a_mode_rings_at_its_pitch_and_dies_by_sixty_decibels_in_its_time() -> None:
    impulse = np.zeros(RATE)
    impulse[0] = 1.0
    sound = resonate(impulse, 1000, 0.5, RATE)
    assert np.argmax(np.abs(np.fft.rfft(sound))) == pytest.approx(1000, abs=1)
    early, late = np.abs(sound[:96]).max(), np.abs(sound[24_000:24_096]).max()
    assert 20 * np.log10(late / early) == pytest.approx(-60, abs=1)


def test_ringing_leaves_out_what_cannot_be_heard() -> None:
    heard = ring(np.array([500.0, 30_000.0]), np.array([1.0, 1.0]), np.array([0.1, 0.1]), RATE)
    assert np.argmax(np.abs(np.fft.rfft(heard, RATE))) == pytest.approx(500, abs=10)
    assert not ring(np.array([5.0]), np.array([1.0]), np.array([1.0]), RATE).any()


def test_a_band_passes_its_middle_only() -> None:
    time = np.arange(RATE) / RATE
    kept = band(np.sin(2 * np.pi * 1000 * time), 500, 2000, RATE)
    gone = band(np.sin(2 * np.pi * 60 * time), 500, 2000, RATE)
    assert rms(kept[4800:]) == pytest.approx(np.sqrt(0.5), rel=0.05)
    assert rms(gone[4800:]) < 0.03


def test_loudness_of_the_reference_tone() -> None:
    """EBU Tech 3341, case 1: a 1 kHz stereo sine at -23 dBFS reads -23 LUFS."""
    time = np.arange(5 * RATE) / RATE
    tone = 10 ** (-23 / 20) * np.sin(2 * np.pi * 1000 * time)
    assert loudness(np.stack([tone, tone], 1), RATE) == pytest.approx(-23, abs=0.1)
    gated = np.concatenate([np.stack([tone, tone], 1), np.zeros((5 * RATE, 2))])
    assert loudness(gated, RATE) == pytest.approx(-23, abs=0.3), "silence does not count"
    assert loudness(np.zeros((RATE, 2)), RATE) == float("-inf")


def test_the_limiter_holds_the_ceiling_and_leaves_quiet_alone() -> None:
    sound = 0.1 * stream(1, "test").standard_normal((RATE, 2))
    sound[20_000:20_010] = 3.0
    held = limited(sound, 0.8, RATE)
    assert np.abs(held).max() <= 0.8 + 1e-9
    assert np.array_equal(held[:19_000], sound[:19_000])


def test_adding_is_cut_to_what_fits() -> None:
    target = np.zeros(10)
    add_at(target, np.ones(4), 8)
    add_at(target, np.ones(4), -2)
    add_at(target, np.ones(4), 50)
    add_at(target, np.ones(4), -50)
    assert target.tolist() == [1, 1, 0, 0, 0, 0, 0, 0, 1, 1]
