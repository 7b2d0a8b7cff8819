"""The mix is as loud as films are, never clips, and puts every sound at its frame."""

from fractions import Fraction

import numpy as np
import pytest

from omnireel.domain.storyboard import SoundKind, SoundLine, SoundPlan
from omnireel.engines.previs.events import Drone, Event, Impact, Performance
from omnireel.engines.previs.scene import CameraPose
from omnireel.engines.previs.sound.mix import mix, unmet
from omnireel.engines.previs.sound.score import compose
from omnireel.engines.previs.sound.synthesis import Signal, loudness, rms

RATE = 48_000
VIOLIN = Performance(
    instrument="violin",
    notes=compose("violin", mood="", duration=3, seed=1),
    position=(0, 1.4, 0),
    member="violin-1",
)


def camera(_: float) -> CameraPose:
    return CameraPose(eye=(0, 1.5, 4), target=(0, 1, 0))


def mixed(
    *events: Event, ambience: str = "room", plan: SoundPlan | None = None, seconds: float = 3
) -> Signal:
    count = int(seconds * RATE)
    samples = mix(
        events,
        ambience,
        plan or SoundPlan(),
        camera=camera,
        duration=seconds,
        sample_count=count,
        sample_rate=RATE,
        seed=7,
    )
    assert samples.shape == (count, 2)
    assert samples.dtype == np.float32
    return samples.astype(np.float64)


def line(kind: SoundKind, text: str, start: int = 0) -> SoundLine:
    return SoundLine(kind=kind, text=text, start=Fraction(start))


def impact(time: float, strength: float = 0.9, x: float = 0.0) -> Impact:
    return Impact(
        time=time,
        materials=("glass", "wood"),
        strength=strength,
        position=(x, 1, 0),
        size=0.01,
        member="marble-1",
    )


def dominoes(count: int) -> list[Event]:
    return [impact(0.2 + 2.6 * k / count, 0.2 + 0.7 * (k % 7) / 7) for k in range(count)]


def rolling() -> Drone:
    times = np.linspace(0, 3, 100)
    return Drone(
        kind="roll",
        materials=("glass", "wood"),
        times=times,
        strength=np.full(100, 0.8),
        speed=np.full(100, 2.0),
        positions=np.stack([np.linspace(-3, 3, 100), np.ones(100), np.zeros(100)], axis=1),
        size=0.01,
        member="marble-1",
    )


@pytest.mark.parametrize(
    ("events", "ambience", "target"),
    [
        ((VIOLIN,), "meadow", -17),
        ((rolling(), *dominoes(60)), "room", -17),
        ((), "beach", -20),
        ((), "", -20),
    ],
)
def test_loudness_peak_and_balance(events: tuple[Event, ...], ambience: str, target: float) -> None:
    sound = mixed(*events, ambience=ambience)
    assert loudness(sound, RATE) == pytest.approx(target, abs=1.0)
    assert np.abs(sound).max() <= 10 ** (-1 / 20)
    assert np.abs(sound.mean(axis=0)).max() < 1e-3
    assert min(rms(part) for part in np.split(sound[4800:-4800], 6)) > 1e-3, "never silent"


def test_a_single_blow_keeps_its_edge() -> None:
    sound = mixed(impact(1.0))
    assert np.abs(sound).max() <= 10 ** (-1 / 20)
    assert -30 < loudness(sound, RATE) < -15


@pytest.mark.parametrize("frame", [0, 7, 24, 61])
def test_a_blow_is_heard_within_its_frame(frame: int) -> None:
    time = frame / 24
    plan = SoundPlan(muted=(SoundKind.AMBIENCE,))
    sound = np.abs(mixed(impact(time), plan=plan)).max(axis=1)
    onset = int(np.flatnonzero(sound > 0.1 * sound.max())[0])
    assert 0 <= onset / RATE - time < 1 / 24
    before = sound[: max(0, int(time * RATE) - 200)]
    assert before.max(initial=0.0) < 1e-3


def test_rolling_crosses_the_stereo_image() -> None:
    sound = mixed(rolling(), plan=SoundPlan(muted=(SoundKind.AMBIENCE,)))
    first, last = sound[: RATE // 2], sound[-RATE // 2 :]
    assert rms(first[:, 0]) > 1.5 * rms(first[:, 1])
    assert rms(last[:, 1]) > 1.5 * rms(last[:, 0])


def test_muted_stems_are_not_heard() -> None:
    everything = mixed(VIOLIN, impact(1.0), ambience="meadow")
    assert rms(everything) > 0.01
    assert not mixed(
        VIOLIN, impact(1.0), ambience="meadow", plan=SoundPlan(muted=tuple(SoundKind))
    ).any()
    without = mixed(VIOLIN, ambience="meadow", plan=SoundPlan(muted=(SoundKind.MUSIC,)))
    assert np.array_equal(without, mixed(ambience="meadow"))


def test_lines_of_the_plan_are_heard_where_they_start() -> None:
    plan = SoundPlan(
        lines=(line(SoundKind.EFFECT, "a gunshot", start=2),), muted=(SoundKind.AMBIENCE,)
    )
    sound = np.abs(mixed(plan=plan)).max(axis=1)
    assert int(np.flatnonzero(sound > 0.05)[0]) / RATE == pytest.approx(2, abs=0.01)
    music = mixed(plan=SoundPlan(lines=(line(SoundKind.MUSIC, "calm piano"),)))
    assert not np.array_equal(music, mixed())
    surf = SoundPlan(lines=(line(SoundKind.AMBIENCE, "ocean waves"),))
    assert not np.array_equal(mixed(plan=surf), mixed())


def test_what_cannot_be_heard_is_reported() -> None:
    plan = SoundPlan(
        lines=(
            line(SoundKind.DIALOGUE, "Hello there"),
            line(SoundKind.EFFECT, "the flux of the gluons"),
            line(SoundKind.EFFECT, "thunder rolls"),
            line(SoundKind.MUSIC, "anything"),
        )
    )
    assert unmet(plan) == ("Hello there", "the flux of the gluons")


def test_the_same_seed_gives_the_same_sound() -> None:
    assert np.array_equal(mixed(VIOLIN, impact(1.0)), mixed(VIOLIN, impact(1.0)))


def test_events_at_and_beyond_the_edges_do_no_harm() -> None:
    nothing = Drone(
        kind="roll",
        materials=("glass", "wood"),
        times=np.zeros(0),
        strength=np.zeros(0),
        speed=np.zeros(0),
        positions=np.zeros((0, 3)),
    )
    sound = mixed(impact(-0.01), impact(2.9999), impact(50.0), nothing, seconds=3)
    assert np.isfinite(sound).all()
