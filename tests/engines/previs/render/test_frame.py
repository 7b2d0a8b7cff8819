"""Matrices of a frame: what is in view, and shadows that do not shimmer."""

import numpy as np

from omnireel.engines.previs.render.frame import (
    BLOCK_BYTES,
    light_matrix,
    pack_frame,
    shadow_texel,
    side_planes,
    view_of,
)
from omnireel.engines.previs.scene import CameraPose, FrameState, Lamp, Look, Vec3

CAMERA = CameraPose(eye=(0.0, 0.0, 5.0), target=(0.0, 0.0, 0.0), fov=90.0)


def state(center: Vec3 = (0.0, 0.0, 0.0), lamps: int = 0) -> FrameState:
    """A moment without anything in it."""
    lamp = Lamp(position=(0, 1, 0), color=(1, 1, 1), reach=3.0)
    return FrameState(
        camera=CAMERA,
        placements=(),
        shadow_center=center,
        shadow_radius=4.0,
        lamps=(lamp,) * lamps,
    )


def test_the_sides_of_a_view_are_in_metres() -> None:
    planes = side_planes(view_of(CAMERA, 1.0).view_projection)
    inside = planes @ np.array([0, 0, 3, 1], np.float32)
    # Two metres before the eye the half width is two metres, the sides stand at 45 degrees.
    np.testing.assert_allclose(inside, np.sqrt(2), atol=1e-3)


def test_the_shadow_map_stays_while_its_centre_moves_a_little() -> None:
    look = Look()
    here = light_matrix(look, state())
    assert np.array_equal(here, light_matrix(look, state((0.05, 0.0, 0.05))))
    far = light_matrix(look, state((3.0, 0.0, 0.0)))
    assert not np.array_equal(here, far)


def test_the_shadow_map_covers_its_sphere() -> None:
    for center in ((0.0, 0.0, 0.0), (1.23, 0.4, -2.2)):
        matrix = light_matrix(Look(), state(center))
        for way in np.vstack([np.eye(3), -np.eye(3)]):
            clip = matrix @ np.array([*(np.array(center) + 4.0 * way), 1.0])
            assert np.abs(clip[:3]).max() <= 1.0


def test_a_texel_of_the_shadow_map() -> None:
    assert shadow_texel(state(), 900) == 2 * 4.0 * 1.125 / 900


def test_the_block_has_the_size_that_shaders_expect() -> None:
    for lamps in (0, 3, 20):
        now = state(lamps=lamps)
        assert len(pack_frame(Look(), (now, now), 0.5, (160, 90), 1024)) == BLOCK_BYTES
