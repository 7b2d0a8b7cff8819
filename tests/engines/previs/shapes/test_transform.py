"""Transforms do what linear algebra says."""

import math

import numpy as np
import pytest

from omnireel.engines.previs.shapes import transform as tf


def test_rotations_turn_counter_clockwise() -> None:
    assert tf.apply(tf.rotation_x(math.pi / 2), (0, 1, 0)) == pytest.approx((0, 0, 1), abs=1e-6)
    assert tf.apply(tf.rotation_y(math.pi / 2), (0, 0, 1)) == pytest.approx((1, 0, 0), abs=1e-6)
    assert tf.apply(tf.rotation_z(math.pi / 2), (1, 0, 0)) == pytest.approx((0, 1, 0), abs=1e-6)


@pytest.mark.parametrize("axis", [(1, 0, 0), (0, 1, 0), (0, 0, 1)])
def test_rotation_about_an_axis_is_the_axis_rotation(axis: tuple[int, int, int]) -> None:
    turn = {(1, 0, 0): tf.rotation_x, (0, 1, 0): tf.rotation_y, (0, 0, 1): tf.rotation_z}[axis]
    assert tf.rotation_about(axis, 0.7) == pytest.approx(turn(0.7), abs=1e-6)


@pytest.mark.parametrize("end", [(0, 2, 0), (1, 1, 1), (0, 0, 3), (-1, 0, 0)])
def test_frame_along_points_its_y_at_the_end(end: tuple[float, float, float]) -> None:
    frame, length = tf.frame_along((0.5, 0.5, 0.5), np.add(end, 0.5))
    assert tf.apply(frame, (0, length, 0)) == pytest.approx(np.add(end, 0.5), abs=1e-5)
    assert np.linalg.det(frame) == pytest.approx(1.0, abs=1e-5)


def test_camera_projects_its_target_to_the_middle() -> None:
    clip = tf.perspective(40, 16 / 9, 0.1, 50) @ tf.look_at((1, 2, 6), (0, 1, 0))
    x, y, _, w = clip @ np.array([0, 1, 0, 1], np.float32)
    assert (x / w, y / w) == pytest.approx((0, 0), abs=1e-5)
    assert w == pytest.approx(math.sqrt(1 + 1 + 36), rel=1e-5)


def test_perspective_puts_the_planes_at_minus_one_and_one() -> None:
    lens = tf.perspective(60, 1.0, 0.5, 20)
    for depth, expected in ((0.5, -1), (20, 1)):
        _, y, z, w = lens @ np.array([0, depth * math.tan(math.radians(30)), -depth, 1])
        assert (y / w, z / w) == pytest.approx((1, expected), abs=1e-5)


def test_orthographic_maps_its_box_to_the_cube() -> None:
    lens = tf.orthographic(-2, 4, -1, 3, 1, 9)
    assert tf.apply(lens, (-2, -1, -1)) == pytest.approx((-1, -1, -1), abs=1e-6)
    assert tf.apply(lens, (4, 3, -9)) == pytest.approx((1, 1, 1), abs=1e-6)


def test_zero_vector_stays_zero() -> None:
    assert tf.normalize((0, 0, 0)) == pytest.approx((0, 0, 0))
