"""Every place can be built and filmed, under any sky."""

from collections.abc import Iterator

import numpy as np
import pytest

from omnireel.domain.storyboard import Camera
from omnireel.engines.previs.camera import film
from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.element import Set
from omnireel.engines.previs.framing import Frame
from omnireel.engines.previs.render.renderer import Renderer
from omnireel.engines.previs.scene import FrameState, Scene
from omnireel.engines.previs.sets.places import place_for

SETTINGS = (
    "meadow", "living room", "kitchen", "city street", "futuristic city", "beach", "sea", "desert",
    "snowfield", "mountains", "forest", "space", "underwater", "stage", "studio",
)  # fmt: skip
SIZE = (112, 64)


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    made = Renderer(*SIZE, "draft")
    yield made
    made.close()


def scene_of(place: Set) -> Scene:
    frame = Frame(aspect=SIZE[0] / SIZE[1], start=0.0, duration=2.0, seed=1)
    camera = film(Camera(), [], frame, place.backdrop)
    return Scene(
        models=place.element.models,
        textures=place.element.textures,
        look=place.look,
        members=(),
        unseen=frozenset(),
        at=lambda t: FrameState(
            camera=camera(t),
            placements=place.element.place(t),
            shadow_center=(0.0, 0.0, -2.0),
            shadow_radius=10.0,
            lamps=place.lamps,
        ),
    )


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_place_is_known_and_shows_something(setting: str, renderer: Renderer) -> None:
    found = place_for(setting)
    assert found.known
    place = found.build(Conditions(), 5, setting)
    renderer.load(scene_of(place))
    picture = renderer.draw(0.5).astype(float)
    assert 4 < picture.mean() < 251
    assert picture.std() > 2


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_action_stands_on_level_ground(setting: str) -> None:
    place = place_for(setting).build(Conditions(), 5, setting)
    heights = [place.floor(x, z) for x in (-1.5, 0.0, 1.5) for z in (-1.0, 1.0)]
    assert np.ptp(heights) < 0.25
    assert abs(float(np.mean(heights))) < 0.3


def test_night_is_darker_than_day(renderer: Renderer) -> None:
    means = []
    for hour in ("day", "night"):
        place = place_for("beach").build(Conditions(time_of_day=hour), 5, "beach")
        renderer.load(scene_of(place))
        means.append(renderer.draw(0.5).mean())
    assert means[1] < 0.6 * means[0]


def test_the_seed_changes_the_place_and_nothing_else_does() -> None:
    def stones(seed: int) -> list[float]:
        place = place_for("desert").build(Conditions(), seed, "desert")
        return [float(p.transforms.sum()) for p in place.element.place(0.0)]

    assert stones(1) == stones(1)
    assert stones(1) != stones(2)


def test_unknown_settings_are_said_to_be() -> None:
    assert not place_for("quibbleplex").known
    assert place_for("abandoned space station").known
