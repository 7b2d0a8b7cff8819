"""The meadow has ground to stand on, things in it, seasons and wind."""

import time

import numpy as np
import pytest

from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.element import Set
from omnireel.engines.previs.scene import Finish
from omnireel.engines.previs.sets import meadow


@pytest.fixture(scope="module")
def summer() -> Set:
    return meadow.build(Conditions(), seed=7)


def test_it_is_level_where_the_action_is(summer: Set) -> None:
    for x, z in ((0, 0), (1.5, 0), (-1, 1), (0, -2)):
        assert summer.floor(x, z) == pytest.approx(0.0, abs=0.02)
    assert summer.floor(0, -40) > 2.0, "there are hills behind"
    assert summer.surface == "grass"


def test_grass_is_thick_and_keeps_off_the_path_and_out_of_the_house(summer: Set) -> None:
    placements = summer.element.place(0.0)
    tufts = [p for p in placements if p.model.startswith("meadow.grass")]
    assert 18_000 < 7 * sum(len(p.transforms) for p in tufts) < 30_000
    spots = np.concatenate([p.transforms[:, :3, 3] for p in tufts])
    near = np.hypot(spots[:, 0], spots[:, 2]) < 3
    assert near.mean() > 0.12
    assert spots[:, 1] == pytest.approx(meadow.heights(spots[:, 0], spots[:, 2]), abs=0.02)
    for p in tufts:
        assert summer.element.models[p.model].material.finish is Finish.BLADE


def test_everything_placed_is_modelled_and_the_other_way_round(summer: Set) -> None:
    placed = {placement.model for placement in summer.element.place(1.0)}
    assert placed == set(summer.element.models)
    for name in ("house", "roof", "fence-0", "stones", "bush-0", "flower-daisy"):
        assert f"meadow.{name}" in placed


def test_only_what_the_wind_moves_is_uploaded_again(summer: Set) -> None:
    first, second = summer.element.place(0.0), summer.element.place(1.0)
    for a, b in zip(first, second, strict=True):
        moves = "tree" in a.model or "wood" in a.model or "drift" in a.model
        assert moves or a.transforms is b.transforms
        assert not moves or not np.array_equal(a.transforms, b.transforms)


def test_nothing_stands_where_the_action_is(summer: Set) -> None:
    for placement in summer.element.place(0.0):
        if "grass" in placement.model or "ground" in placement.model:
            continue
        model = summer.element.models[placement.model]
        corners = model.mesh.positions @ placement.transforms[0, :3, :3].T
        for transform in placement.transforms:
            points = corners[:, [0, 2]] + transform[[0, 2], 3]
            tall = corners[:, 1] + transform[1, 3] > 0.45
            assert not (np.hypot(*points[tall].T) < 2.0).any(), placement.model


@pytest.mark.parametrize("season", ["spring", "summer", "autumn", "winter"])
@pytest.mark.parametrize("portrait", [False, True])
def test_every_season_builds_quickly(season: str, portrait: bool) -> None:
    start = time.process_time()
    built = meadow.build(Conditions(season=season), seed=3, portrait=portrait)
    assert time.process_time() - start < 1.5
    drifting = "meadow.drift" in built.element.models
    assert drifting == (season in ("spring", "autumn"))
    assert built.surface == ("snow" if season == "winter" else "grass")


def test_snow_makes_it_winter_and_night_lights_the_windows() -> None:
    snowy = meadow.build(Conditions(weather="snow"), seed=1)
    assert snowy.element.models["meadow.ground"].material.finish is Finish.SNOW
    night = meadow.build(Conditions(time_of_day="night"), seed=1)
    day = meadow.build(Conditions(), seed=1)
    assert night.element.models["meadow.panes"].material.emission > 1
    assert day.element.models["meadow.panes"].material.emission == 0


def test_the_same_seed_is_the_same_meadow() -> None:
    first, second = (meadow.build(Conditions(), seed=5).element.place(2.0) for _ in range(2))
    for a, b in zip(first, second, strict=True):
        assert np.array_equal(a.transforms, b.transforms)
    other = meadow.build(Conditions(), seed=6).element.place(2.0)
    assert any(
        a.transforms.shape != b.transforms.shape or not np.array_equal(a.transforms, b.transforms)
        for a, b in zip(first, other, strict=True)
    )
