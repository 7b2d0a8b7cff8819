"""Tracks are smooth and banked so that a real ball follows them as foreseen."""

import math

import numpy as np
import pytest

from omnireel.engines.previs.physics.simulate import simulate
from omnireel.engines.previs.physics.track import Gauge, Section, Track, lay
from omnireel.engines.previs.physics.world import GRAVITY, Body, Geom, Sphere, World

GAUGE = Gauge()


def ramp(*more: Section) -> Track:
    down = Section(length=1.6, pitch=math.radians(-35), name="ramp")
    return lay([down, *more], speed=0.5, drag=0.0, gauge=GAUGE)


def ridden(track: Track, duration: float) -> tuple[np.ndarray, np.ndarray]:
    """How far a ball's path is from the centre line, and its speeds, where it is on the track."""
    rails = track.rails("rail")
    start = track.index(0.06)
    ahead = track.tangents[start]
    spin = np.cross(track.ups[start], ahead) * 0.5 / GAUGE.rolling_radius
    ball = Body(
        name="ball",
        geoms=(Geom(shape=Sphere(radius=GAUGE.ball)),),
        position=tuple(track.points[start].tolist()),
        velocity=tuple((0.5 * ahead).tolist()),
        spin=tuple(spin.tolist()),
        rides=tuple(rail.name for rail in rails),
    )
    path = simulate(World(bodies=(ball,), rails=rails), duration).path("ball")
    away = np.linalg.norm(path[:, None] - track.points[None, ::5], axis=2)
    on_track = away.argmin(axis=1) < len(track.points[::5]) - 8
    speeds = np.linalg.norm(np.diff(path, axis=0), axis=1) * 240
    return away.min(axis=1)[on_track], speeds[on_track[1:]]


def test_energy_gives_the_foreseen_speed() -> None:
    track = ramp()
    drop = track.points[0, 1] - track.points[-1, 1]
    expected = math.sqrt(0.25 + 2 * GRAVITY * GAUGE.acceleration * drop)
    assert track.speeds[-1] == pytest.approx(expected, rel=1e-3)


def test_a_ball_goes_around_a_loop_without_leaving_the_rails() -> None:
    loop = Section(length=2 * math.pi * 0.25, loops=1, drift=0.17, name="loop")
    track = ramp(Section(length=0.6), Section(length=0.2), loop, Section(length=1.0, name="out"))
    away, speeds = ridden(track, 1.6)
    assert away.max() < 0.015
    assert speeds[-1] == pytest.approx(track.speeds[-1], rel=0.06)


def test_a_helix_is_banked_inwards_and_holds_the_ball() -> None:
    helix = Section(
        length=4 * math.pi * 0.45, pitch=math.radians(-5), turn=4 * math.pi, name="helix"
    )
    track = lay([Section(length=0.5, pitch=math.radians(-5)), helix], speed=1.8, drag=0.1,
                gauge=GAUGE)  # fmt: skip
    middle = track.index(3.0)
    center = track.points[track.index(1.0) :].mean(axis=0)
    inward = (center - track.points[middle]) * [1.0, 0.0, 1.0]
    assert track.ups[middle] @ inward > 0.2
    bend = np.linalg.norm(np.diff(track.tangents, axis=0), axis=1) / np.diff(track.arc)
    assert np.abs(np.diff(bend[:-2])).max() < 0.2


def test_frames_are_square() -> None:
    track = ramp(Section(length=0.8, turn=1.0))
    for vectors in (track.tangents, track.ups, track.sides):
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0)
    assert np.einsum("ij,ij->i", track.tangents, track.ups) == pytest.approx(0.0, abs=1e-9)


def test_a_track_on_which_a_ball_stops_is_refused() -> None:
    with pytest.raises(ValueError, match="stops"):
        ramp(Section(length=0.5), Section(length=4.0, pitch=math.radians(60)))
