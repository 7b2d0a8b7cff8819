"""Whoever walks does not slide."""

import itertools

import numpy as np
import pytest

from omnireel.engines.previs.people.act import Direction
from omnireel.engines.previs.people.gait import RUN, WALK, Style, travel
from omnireel.engines.previs.people.liveliness import liveliness
from omnireel.engines.previs.people.mark import Mark
from omnireel.engines.previs.people.pose import solve
from omnireel.engines.previs.people.skeleton import Figure, build_skeleton
from omnireel.engines.previs.shapes.transform import apply

SKELETON = build_skeleton(Figure())
LIFE = liveliness(1, "woman-1")
GAITS = {"walk": WALK, "run": RUN}


def balls(style: Style, mark: Mark, direction: Direction) -> dict[str, np.ndarray]:
    """World positions (n, 3) of the balls of both feet at 48 frames a second."""
    act = travel(SKELETON, LIFE, style, mark, direction)
    tracks: dict[str, list[np.ndarray]] = {"left": [], "right": []}
    for frame in range(int(direction.duration * 48)):
        moment = act.at(frame / 48)
        bones = solve(SKELETON, moment.pose)
        for side, track in tracks.items():
            foot = bones[SKELETON.index(f"{side}_foot")]
            track.append(apply(moment.root @ foot, SKELETON.joints[f"{side}_toe"]))
    return {side: np.array(track) for side, track in tracks.items()}


@pytest.mark.parametrize("name", GAITS)
def test_a_foot_on_the_floor_does_not_move(name: str) -> None:
    low = float(SKELETON.joints["left_toe"][1])
    for track in balls(GAITS[name], Mark(heading=0.6), Direction(duration=3.0)).values():
        down = track[:, 1] < low + 0.004
        both = down[1:] & down[:-1]
        steps = np.linalg.norm(np.diff(track[:, [0, 2]], axis=0), axis=1)
        assert both.sum() > 10
        assert steps[both].max() < 0.012


@pytest.mark.parametrize("name", GAITS)
def test_feet_never_go_through_the_floor(name: str) -> None:
    low = float(SKELETON.joints["left_toe"][1])
    for track in balls(GAITS[name], Mark(), Direction(duration=2.5)).values():
        assert track[:, 1].min() > low - 0.02
        assert track[:, 1].max() > low + 0.04


def test_a_walker_stops_before_its_goal_with_both_feet_down() -> None:
    direction = Direction(duration=6.0, goal=(0.0, -3.0))
    act = travel(SKELETON, LIFE, WALK, Mark(position=(1.0, 0.0, 1.0)), direction)
    x, _, z = act.end.position
    assert np.hypot(x - 0.0, z + 3.0) == pytest.approx(0.45, abs=0.01)
    tracks = balls(WALK, Mark(position=(1.0, 0.0, 1.0)), direction)
    left, right = tracks["left"][-1], tracks["right"][-1]
    assert np.linalg.norm(left - right) < 0.30
    assert np.linalg.norm(np.diff(tracks["left"][-24:], axis=0), axis=1).max() < 1e-4


def test_steps_are_heard_when_feet_land() -> None:
    direction = Direction(duration=3.0, surface="grass")
    act = travel(SKELETON, LIFE, WALK, Mark(), direction)
    times = [impact.time for impact in act.events]
    assert len(times) > 4
    assert all(impact.materials == ("rubber", "grass") for impact in act.events)
    gaps = [b - a for a, b in itertools.pairwise(times)]
    assert np.std(gaps) < 0.05
    tracks = balls(WALK, Mark(), direction)
    low = float(SKELETON.joints["left_toe"][1])
    heights = np.minimum(tracks["left"][:, 1], tracks["right"][:, 1]) - low
    for time in times:
        assert heights[min(int(time * 48) + 1, len(heights) - 1)] < 0.02


def slope(_x: float, z: float) -> float:
    return 0.1 * z


def test_a_walker_follows_the_floor() -> None:
    direction = Direction(duration=2.0, floor=slope)
    act = travel(SKELETON, LIFE, WALK, Mark(), direction)
    root = act.at(2.0).root
    assert root[1, 3] == pytest.approx(0.1 * root[2, 3], abs=1e-5)
    assert root[2, 3] > 1.0
