"""Hiding a member changes what it touches and not one bit elsewhere."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

import numpy as np
import pytest

from omnireel.engines.previs.render.influence import influence
from omnireel.engines.previs.render.post import support_pixels
from omnireel.engines.previs.render.renderer import Renderer
from omnireel.engines.previs.scene import Scene

Make = Callable[..., Renderer]


class Demo(Protocol):
    """Makes the demo scene."""

    def __call__(self, blades: int = 400, unseen: frozenset[str] = frozenset()) -> Scene: ...


@pytest.mark.parametrize("member", ["marble", "crate"])
@pytest.mark.parametrize("quality", ["draft", "standard", "high"])
def test_nothing_outside_the_influence_changes(
    make_renderer: Make, demo: Demo, member: str, quality: str
) -> None:
    renderer = make_renderer(320, 180, quality)
    before = demo()
    after = replace(before, unseen=frozenset({member}))
    mask = influence(renderer, before, after, 0.5)
    frames = []
    for scene in (before, after):
        renderer.load(scene)
        frames.append(renderer.draw(0.5))
    differ = (frames[0] != frames[1]).any(axis=2)
    assert differ.sum() > 50
    assert not (differ & ~mask).any()
    assert mask.mean() < 0.7


def test_scenes_alike_have_no_influence(make_renderer: Make, demo: Demo) -> None:
    scene = demo()
    assert not influence(make_renderer(), scene, scene, 0.5).any()


@pytest.mark.parametrize("height", [180, 360, 720, 1080])
def test_the_support_is_modest(height: int) -> None:
    assert support_pixels(height) <= 0.07 * height + 18


def test_frames_repeat_to_the_bit(make_renderer: Make, demo: Demo) -> None:
    scene = demo()
    one, other = make_renderer(), make_renderer()
    one.load(scene)
    other.load(scene)
    other.draw(2.0)
    assert np.array_equal(one.draw(0.5), other.draw(0.5))


@pytest.mark.parametrize("style", ["anime", "watercolor", "stained glass", "pixel art"])
def test_styles_keep_edits_where_they_are(make_renderer: Make, demo: Demo, style: str) -> None:
    renderer = make_renderer(240, 136, "draft")
    plain = demo(100)
    before = replace(plain, look=replace(plain.look, style=style))
    after = replace(before, unseen=frozenset({"red_ball"}))
    mask = influence(renderer, before, after, 0.5)
    renderer.load(before)
    shown = renderer.draw(0.5)
    renderer.load(after)
    differ = (renderer.draw(0.5) != shown).any(axis=2)
    assert differ.any()
    assert not (differ & ~mask).any()
