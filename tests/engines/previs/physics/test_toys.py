"""Toys do what their verbs say, and are heard when they do."""

import numpy as np
import pytest

from omnireel.engines.previs.events import Drone, Impact
from omnireel.engines.previs.physics import events, toys
from omnireel.engines.previs.physics.world import Box, Geom


def test_a_ball_bounces_on_a_table_and_is_heard_each_time() -> None:
    table = toys.Stage(blocks=(Geom(shape=Box(half=(0.6, 0.02, 0.4)), position=(0.0, 0.7, 0.0)),))
    start = toys.Start(position=(0.0, 1.5, 0.0))
    recording = toys.bounce(0.1, start, 3.0, stage=table)
    assert recording.path(toys.NAME)[:, 1].min() == pytest.approx(0.82, abs=0.02)
    heard = events.heard(recording, toys.NAME, duration=3.0, member="ball-1")
    hits = [event for event in heard if isinstance(event, Impact)]
    assert hits[0].time == pytest.approx(np.sqrt(2 * 0.68 / 9.81), abs=0.01)
    assert len(hits) >= 3
    assert hits[0].strength > hits[1].strength > hits[2].strength
    assert {hit.member for hit in hits} == {"ball-1"}


def test_a_ball_rolls_on_and_rumbles() -> None:
    start = toys.Start(position=(0.0, 0.1, 0.0), velocity=(1.5, 0.0, 0.0))
    recording = toys.roll(0.1, start, 2.0)
    assert 2.3 < recording.position(toys.NAME, 2.0)[0] < 2.9
    turned = recording.pose(toys.NAME, 0.05)[:3, :3]
    assert turned[1, 0] == pytest.approx(-np.sin(0.75), abs=0.03)
    drones = [
        event
        for event in events.heard(recording, toys.NAME, duration=2.0, member="ball-1")
        if isinstance(event, Drone)
    ]
    assert drones[0].kind == "roll"
    assert drones[0].speed[20] == pytest.approx(1.5, abs=0.1)


@pytest.mark.parametrize("heading", [0.0, 1.2])
def test_a_box_topples_the_way_it_is_pushed(heading: float) -> None:
    recording = toys.topple((0.05, 0.3, 0.15), (0.0, 0.0, 0.0), 2.0, heading=heading)
    end = recording.pose(toys.NAME, 2.0)
    ahead = np.array([np.cos(heading), 0.0, np.sin(heading)])
    assert end[:3, 1] @ ahead > 0.95
    assert end[1, 3] == pytest.approx(0.05, abs=0.01)


def test_a_box_falls_and_lies_still() -> None:
    start = toys.Start(position=(0.0, 1.0, 0.0), spin=(1.0, 0.5, 2.0))
    recording = toys.fall(Box(half=(0.2, 0.1, 0.15)), start, 3.0)
    assert recording.position(toys.NAME, 3.0)[1] < 0.21
    assert np.linalg.norm(recording.velocity(toys.NAME, 2.9)) < 0.02
