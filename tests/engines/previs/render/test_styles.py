"""Styles: every one can be drawn, and says how far it reads."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from omnireel.engines.previs.render.renderer import Renderer
from omnireel.engines.previs.render.styles import STYLES, Stroke, style_support
from omnireel.engines.previs.scene import Scene

ONE_PER_STROKE = sorted({style.stroke: name for name, style in STYLES.items()}.values())


def test_there_is_a_style_of_every_stroke() -> None:
    assert {style.stroke for style in STYLES.values()} == set(Stroke)


@pytest.mark.parametrize("name", ONE_PER_STROKE)
def test_every_stroke_draws(
    make_renderer: Callable[..., Renderer], demo: Callable[..., Scene], name: str
) -> None:
    scene = demo(50)
    renderer = make_renderer(96, 54, "draft")
    renderer.load(replace(scene, look=replace(scene.look, style=name)))
    assert renderer.draw(0.0).std() > 5


@pytest.mark.parametrize("name", STYLES)
def test_the_support_of_a_style_is_small(name: str) -> None:
    assert style_support(name, 720) <= 40
    assert style_support("no such style", 720) == 0
