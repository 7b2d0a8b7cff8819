"""The test card is as long, as large and as loud as it says."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from omnireel.domain.failures import CancelledError
from omnireel.domain.media import Asset, OutputSpec
from omnireel.domain.storyboard import Shot, Storyboard
from omnireel.engines.protocol import Context, Engine, load
from omnireel.engines.testcard import TONE_HZ, TONE_PEAK, TestCard


class Lent:
    """A context that counts progress and, after `patience` calls, asks to stop."""

    previous = None
    scratch = Path("/nonexistent")

    def __init__(self, patience: int = 10**9) -> None:
        self.patience = patience
        self.reports: list[float] = []

    def open(self, asset: Asset) -> Path:
        raise FileNotFoundError(asset.sha256)

    def once(self, key: str, make: Callable[[Path], None]) -> Path:
        raise NotImplementedError(key, make)

    def progress(self, done: float, stage: str) -> None:
        assert stage == "render"
        if len(self.reports) >= self.patience:
            raise CancelledError("Somebody asked to stop.")
        self.reports.append(done)


def board(output: OutputSpec) -> Storyboard:
    shot = Shot(start=Fraction(0), duration=output.duration)
    return Storyboard(prompt="anything", cast=(), shots=(shot,), output=output, seed=1)


def test_it_is_an_installed_engine() -> None:
    engine: Engine = load("testcard")
    assert engine.name == "testcard"
    assert engine.limits.audio
    lent: Context = Lent()
    assert lent.previous is None


@pytest.mark.parametrize(
    ("width", "height", "seconds", "rate", "frames"),
    [
        (320, 180, Fraction(3), Fraction(24), 72),
        (90, 160, Fraction(1, 2), Fraction(30000, 1001), 15),
        (64, 36, Fraction(1), Fraction(25), 25),
    ],
)
def test_length_and_size(
    width: int, height: int, seconds: Fraction, rate: Fraction, frames: int
) -> None:
    output = OutputSpec(width=width, height=height, duration=seconds, frame_rate=rate)
    lent = Lent()
    clip = TestCard().render(board(output), lent)
    pictures = [np.array(picture) for picture in clip.frames()]
    assert len(pictures) == frames == len(lent.reports)
    assert {picture.shape for picture in pictures} == {(height, width, 3)}
    assert len({picture.tobytes() for picture in pictures}) == frames, "the timecode runs"
    assert clip.samples().shape == (output.sample_count, 2)
    assert lent.reports == sorted(lent.reports)


def test_bars_have_the_standard_colours() -> None:
    output = OutputSpec(width=700, height=300, duration=Fraction(1))
    picture = np.array(next(iter(TestCard().render(board(output), Lent()).frames())))
    colors = [tuple(picture[10, 50 + 100 * bar]) for bar in range(7)]
    assert colors[0] == (191, 191, 191)
    assert colors[5] == (191, 0, 0)
    assert colors[6] == (0, 0, 191)


def test_tone_peaks_in_its_bin_at_its_level() -> None:
    output = OutputSpec(width=16, height=16, duration=Fraction(2))
    samples = np.array(TestCard().render(board(output), Lent()).samples())
    assert samples.dtype == np.float32
    blip = samples[48_000 + 480 : 48_000 + 480 + 4800, 0]  # whole periods, past the fade
    spectrum = np.abs(np.fft.rfft(blip)) / (len(blip) / 2)
    assert np.argmax(spectrum) == TONE_HZ * len(blip) // 48_000
    assert spectrum.max() == pytest.approx(TONE_PEAK, rel=1e-3)
    assert np.abs(samples[24_000:48_000]).max() == 0


def test_it_stops_when_asked() -> None:
    output = OutputSpec(width=64, height=36, duration=Fraction(1))
    clip = TestCard().render(board(output), Lent(patience=5))
    frames = clip.frames()
    for _ in range(5):
        next(frames)
    with pytest.raises(CancelledError):
        next(frames)


def test_nothing_is_unmet() -> None:
    output = OutputSpec(width=64, height=36, duration=Fraction(1))
    assert TestCard().unmet(board(output)) == ()
