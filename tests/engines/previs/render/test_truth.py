"""What truth says of a frame, against projected geometry."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from omnireel.engines.previs.render.renderer import Renderer
from omnireel.engines.previs.render.truth import truth
from omnireel.engines.previs.scene import (
    CameraPose,
    Floats,
    FrameState,
    Look,
    Material,
    Model,
    Placement,
    Scene,
)
from omnireel.engines.previs.shapes.mesh import build
from omnireel.engines.previs.shapes.transform import look_at, perspective, translation

Make = Callable[..., Renderer]
CAMERA = CameraPose(eye=(0.0, 0.0, 5.0), target=(0.0, 0.0, 0.0), fov=40.0, aperture=0.0)


def quads(
    places: dict[str, tuple[float, float, float]], color: tuple[float, float, float] = (1, 1, 1)
) -> Scene:
    """Glowing 1 by 1 m squares that face the camera, one per member."""
    corners = [[-0.5, -0.5, 0], [0.5, -0.5, 0], [0.5, 0.5, 0], [-0.5, 0.5, 0]]
    mesh = build(corners, [[0, 1, 2], [0, 2, 3]], [[0, 0, 1]] * 4)
    model = Model(mesh=mesh, material=Material(color=color, emission=1.0, roughness=1.0))
    placed = tuple(
        Placement(model="quad", transforms=translation(*place)[None], member=member)
        for member, place in places.items()
    )
    state = FrameState(camera=CAMERA, placements=placed, shadow_center=(0, 0, 0), shadow_radius=5.0)
    look = Look(sun_color=(0, 0, 0), bloom=0.0, clouds=0.0, grain=0.0)
    return Scene(
        models={"quad": model},
        textures={},
        look=look,
        members=tuple(places),
        unseen=frozenset(),
        at=lambda _t: state,
    )


def projected_box(place: tuple[float, float, float], size: tuple[int, int]) -> Floats:
    """Where a square's corners fall: (x0, y0, x1, y1) in pixels from the upper left."""
    width, height = size
    corners = np.array([[x, y, 0, 1] for x in (-0.5, 0.5) for y in (-0.5, 0.5)])
    view = perspective(CAMERA.fov, width / height, 0.05, 400) @ look_at(CAMERA.eye, CAMERA.target)
    clip = corners @ translation(*place).T @ view.T
    x = (clip[:, 0] / clip[:, 3] * 0.5 + 0.5) * width
    y = (0.5 - clip[:, 1] / clip[:, 3] * 0.5) * height
    return np.array([x.min(), y.min(), x.max(), y.max()], np.float32)


@pytest.mark.parametrize("quality", ["draft", "high"])
@pytest.mark.parametrize("size", [(160, 90), (90, 160), (151, 83)])
def test_boxes_are_where_the_corners_project(
    make_renderer: Make, size: tuple[int, int], quality: str
) -> None:
    places = {"left": (-0.6, 0.3, 0.0), "right": (0.7, -0.4, 0.6)}
    found = truth(make_renderer(*size, quality), quads(places), 0.0, list(places))
    for member in found:
        expected = projected_box(places[member.id], size)
        width, height = size
        expected = np.clip(expected, 0, (width, height, width, height))
        assert member.box is not None
        assert np.abs(np.array(member.box) - expected).max() <= 1


def test_what_is_hidden_or_outside_the_frame_counts_as_unseen(make_renderer: Make) -> None:
    renderer = make_renderer(160, 90)
    open_scene = quads({"back": (0.0, 0.0, 0.0)})
    assert truth(renderer, open_scene, 0.0, ["back"])[0].visible_fraction == 1.0

    half_hidden = quads({"back": (0.0, 0.0, 0.0), "front": (0.5, 0.0, 0.001)})
    back, front = truth(renderer, half_hidden, 0.0, ["back", "front"])
    assert back.visible_fraction == pytest.approx(0.5, abs=0.04)
    assert front.visible_fraction == 1.0

    edge = float(np.tan(np.radians(20)) * 5 * 160 / 90)
    half_outside = quads({"back": (edge, 0.0, 0.0)})
    assert truth(renderer, half_outside, 0.0, ["back"])[0].visible_fraction == pytest.approx(
        0.5, abs=0.04
    )


def test_an_unseen_member_has_no_box(make_renderer: Make) -> None:
    scene = replace(quads({"a": (0.0, 0.0, 0.0)}), unseen=frozenset({"a"}))
    found = truth(make_renderer(), scene, 0.0, ["a"])[0]
    assert (found.box, found.mask_pixels, found.visible_fraction) == (None, 0, 0.0)
    assert found.mean_color is None


def test_a_red_glowing_square_is_red_where_its_mask_is(make_renderer: Make) -> None:
    found = truth(make_renderer(), quads({"a": (0.0, 0.0, 0.0)}, (1, 0, 0)), 0.0, ["a"])[0]
    expected = projected_box((0.0, 0.0, 0.0), (160, 90))
    area = (expected[2] - expected[0]) * (expected[3] - expected[1])
    assert found.mask_pixels == pytest.approx(area, rel=0.06)
    assert found.mean_color is not None
    red, green, blue = found.mean_color
    assert red > 150
    assert max(green, blue) < 90
