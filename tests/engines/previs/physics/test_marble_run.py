"""A marble run runs: the marble stays on its rails, sets everything off, and is kept in frame."""

from functools import cache

import numpy as np
import pytest

from omnireel.domain.storyboard import CastMember, Kind
from omnireel.engines.previs.events import Drone, Impact
from omnireel.engines.previs.physics import marble_run
from omnireel.engines.previs.physics.marble_run import MarbleRun
from omnireel.engines.previs.scene import Finish
from omnireel.engines.previs.shapes.transform import look_at

MARBLE = CastMember(id="marble-1", noun="marble", kind=Kind.THING, name="a marble")
TRACK = CastMember(id="track-1", noun="track", kind=Kind.THING, name="a track")
WIDE, TALL = 16 / 9, 9 / 16


@cache
def run(duration: float, seed: int = 1, aspect: float = WIDE) -> MarbleRun:
    return marble_run.build(MARBLE, TRACK, seed=seed, duration=duration, aspect=aspect)


def fallen(made: MarbleRun) -> int:
    last = made.recording.times[-1]
    return sum(made.recording.pose(stone, last)[1, 1] < 0.7 for stone in made.layout.stones)


@pytest.mark.parametrize(("duration", "seed"), [(5.0, 1), (8.0, 2), (10.0, 3)])
def test_the_marble_sets_everything_off_before_the_end(duration: float, seed: int) -> None:
    made = run(duration, seed)
    rung = made.recording.first_hit("marble.0", made.layout.bell)
    assert rung is not None
    assert 0.75 * duration < rung < duration
    assert fallen(made) == len(made.layout.stones) >= 8
    assert made.recording.pose(made.layout.flag, duration)[1, 0] < -0.9
    for t in np.arange(0.0, rung, 0.25):
        assert np.linalg.norm(made.follow(float(t))[1]) > 0.25


@pytest.mark.slow
@pytest.mark.parametrize("duration", [3.0, 4.0, 6.0, 7.0, 9.0, 12.0, 16.0])
@pytest.mark.parametrize("seed", range(6))
def test_it_does_so_for_any_duration_and_seed(duration: float, seed: int) -> None:
    made = run(duration, seed)
    assert made.recording.first_hit("marble.0", made.layout.bell) is not None
    assert fallen(made) == len(made.layout.stones)
    assert framed(made, duration, WIDE)


def test_something_happens_from_the_first_half_second() -> None:
    impacts = [event for event in run(8.0, 2).element.events if isinstance(event, Impact)]
    assert min(impact.time for impact in impacts) < 0.6
    times = sorted(impact.time for impact in impacts)
    assert max(np.diff(times)) < 1.0


def framed(made: MarbleRun, duration: float, aspect: float) -> bool:
    """Whether the marble is in the middle 60 % of the frame, and at least 3 % of its height."""
    for t in np.arange(0.0, duration, 1 / 24):
        pose = made.camera(float(t))
        point = np.array([*made.follow(float(t))[0], 1.0])
        x, y, z, _ = look_at(pose.eye, pose.target, pose.up).astype(np.float64) @ point
        half = np.tan(np.radians(pose.fov) / 2) * -z
        if abs(x) > 0.6 * half * aspect or abs(y) > 0.6 * half or made.radius / half < 0.03:
            return False
    return True


@pytest.mark.parametrize("aspect", [WIDE, TALL])
def test_the_camera_keeps_the_marble_in_the_middle(aspect: float) -> None:
    assert framed(run(5.0, 1, aspect), 5.0, aspect)


def test_the_camera_never_jerks_nor_touches_anything() -> None:
    made = run(8.0, 2)
    times = np.arange(0.0, 8.0, 1 / 24)
    eyes = np.array([made.camera(float(t)).eye for t in times])
    assert eyes[:, 1].min() > 0.1
    rails = made.layout.track.points - made.layout.track.ups * made.layout.track.gauge.lift
    assert min(np.linalg.norm(rails - eye, axis=1).min() for eye in eyes) > 0.08
    acceleration = np.diff(eyes, 2, axis=0) * 24**2
    assert np.linalg.norm(acceleration, axis=1).max() < 14.0


def test_the_same_seed_is_the_same_run_and_another_is_another() -> None:
    first = run(5.0, 1)
    again = marble_run.build(MARBLE, TRACK, seed=1, duration=5.0)
    other = run(5.0, 4)
    assert np.array_equal(first.recording.positions, again.recording.positions)
    assert first.camera(2.0) == again.camera(2.0)
    assert not np.array_equal(first.layout.track.points[:500], other.layout.track.points[:500])


def test_placements_belong_to_their_members_and_still_arrays_stay() -> None:
    made = run(5.0, 1)
    now, later = made.element.place(1.0), made.element.place(2.0)
    assert {placement.member for placement in now} == {"marble-1", "track-1"}
    assert {placement.model for placement in now} <= set(made.element.models)
    kept = [a.transforms is b.transforms for a, b in zip(now, later, strict=True)]
    assert kept.count(False) <= 8
    alone = marble_run.build(MARBLE, seed=1, duration=5.0)
    assert {placement.member for placement in alone.element.place(0.0)} == {"marble-1", ""}


def test_it_is_heard() -> None:
    events = run(8.0, 2).element.events
    drones = [event for event in events if isinstance(event, Drone)]
    assert [drone.kind for drone in drones] == ["roll"]
    assert drones[0].member == "marble-1"
    assert 1.5 < np.median(drones[0].speed) < 3.5
    impacts = [event for event in events if isinstance(event, Impact)]
    heard = {frozenset(impact.materials) for impact in impacts}
    assert frozenset({"glass", "bell"}) in heard
    assert frozenset({"wood"}) in heard
    clicks = [impact for impact in impacts if impact.materials == ("wood", "wood")]
    assert len(clicks) >= 8


def test_color_material_and_count_are_honoured() -> None:
    reds = CastMember(
        id="ball-1", noun="ball", kind=Kind.THING, name="red balls", count=3, color="red",
        material="metal",
    )  # fmt: skip
    made = marble_run.build(reds, TRACK, seed=2, duration=5.0)
    material = made.element.models["ball-1.ball"].material
    assert material.metallic == 1.0
    assert material.color[0] > 3 * material.color[1]
    balls = next(p for p in made.element.place(1.0) if p.member == "ball-1")
    assert len(balls.transforms) == 3
    gaps = np.linalg.norm(np.diff(balls.transforms[:, :3, 3], axis=0), axis=1)
    assert (gaps > 2 * made.radius - 0.005).all()
    assert run(5.0).element.models["marble-1.ball"].material.finish is Finish.GLASS
