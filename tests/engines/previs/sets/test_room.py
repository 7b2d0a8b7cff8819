"""Rooms have walls behind, lights in them, and the floor or a table top at y = 0."""

import numpy as np
import pytest

from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.element import Set
from omnireel.engines.previs.scene import Finish
from omnireel.engines.previs.sets import room
from omnireel.engines.previs.sets.places import place_for

KINDS = ["room", "kitchen", "bedroom", "workshop", "study"]
NIGHT = Conditions(time_of_day="night")


def points(built: Set) -> np.ndarray:
    """All vertices of the set in world space (n, 3)."""
    parts = []
    for placement in built.element.place(0.0):
        positions = built.element.models[placement.model].mesh.positions
        parts += [positions @ m[:3, :3].T + m[:3, 3] for m in placement.transforms]
    return np.concatenate(parts)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("stage", ["floor", "table"])
def test_nothing_stands_where_the_action_is(kind: str, stage: str) -> None:
    built = room.build(Conditions(), seed=3, kind=kind, stage=stage)
    cloud = points(built)
    assert np.isfinite(cloud).all()
    reach = np.hypot(cloud[:, 0], cloud[:, 2])
    inside = cloud[(reach < built.radius * 0.8) & (cloud[:, 2] > -1.0)]
    head_high = inside[(inside[:, 1] > 0.05) & (inside[:, 1] < 2.0)]
    assert len(head_high) == 0
    assert built.floor(0.3, -0.2) == 0.0
    assert built.surface == "wood"


def test_there_is_depth_behind_the_action() -> None:
    built = room.build(Conditions(), seed=1, stage="table")
    cloud = points(built)
    assert cloud[:, 2].min() == pytest.approx(built.backdrop[2], abs=0.5)
    behind = cloud[(cloud[:, 2] < -3.2) & (cloud[:, 1] > 0.2)]
    assert len(behind) > 2000
    triangles = sum(len(model.mesh.faces) for model in built.element.models.values())
    assert triangles < 120_000


def test_at_night_the_lamps_outshine_the_window() -> None:
    day = room.build(Conditions(), seed=5)
    night = room.build(NIGHT, seed=5)
    assert night.look.sun_color < day.look.sun_color
    assert max(lamp.color[0] for lamp in night.lamps) > max(lamp.color[0] for lamp in day.lamps)
    finishes = {model.material.finish for model in night.element.models.values()}
    assert Finish.EMISSIVE in finishes


def test_kinds_and_seeds_differ_and_the_same_seed_does_not() -> None:
    sizes = {kind: len(points(room.build(Conditions(), seed=2, kind=kind))) for kind in KINDS}
    assert len(set(sizes.values())) == len(KINDS)
    first, again, other = (points(room.build(Conditions(), seed=seed)) for seed in (2, 2, 3))
    assert np.array_equal(first, again)
    assert first.shape != other.shape or not np.array_equal(first, other)


def test_an_unknown_kind_is_a_living_room() -> None:
    unknown = points(room.build(Conditions(), seed=2, kind="gazebo"))
    assert np.array_equal(unknown, points(room.build(Conditions(), seed=2, kind="room")))


@pytest.mark.parametrize("setting", ["", "kitchen", "cozy living room"])
def test_a_marble_run_gets_a_table_in_a_room(setting: str) -> None:
    place = place_for(setting, tabletop=True)
    built = place.build(Conditions(), 4, setting)
    assert place.known
    assert built.ambience == "room"
    assert points(built)[:, 1].min() < -2.5
