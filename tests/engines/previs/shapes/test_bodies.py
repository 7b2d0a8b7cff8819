"""Every body is closed, faces outward and has the volume geometry says."""

import math
from collections import Counter

import numpy as np
import pytest

from omnireel.engines.previs.scene import Floats, Mesh
from omnireel.engines.previs.shapes import primitives, solid, sweep
from omnireel.engines.previs.shapes.mesh import merged, tinted, transformed, volume
from omnireel.engines.previs.shapes.transform import rotation_y, scaling, translation


def ball(points: Floats) -> Floats:
    return solid.sphere(points, (0.1, 0.2, -0.1), 0.5)


def dumbbell(points: Floats) -> Floats:
    ends = solid.union(
        solid.sphere(points, (-0.5, 0, 0), 0.3), solid.sphere(points, (0.5, 0, 0), 0.3)
    )
    return solid.union(ends, solid.capsule(points, (-0.5, 0, 0), (0.5, 0, 0), 0.12), 0.1)


BODIES = {
    "sphere": (primitives.sphere(48, 32), 4 / 3 * math.pi),
    "box": (primitives.box(0.5, 1.0, 0.25, 0.0), 1.0),
    "rounded box": (primitives.box(1.0, 1.0, 1.0, 1.0, steps=12), 4 / 3 * math.pi),
    "cylinder": (primitives.cylinder(0.5, 0.5, 2.0, 96), math.pi * 0.5),
    "frustum": (primitives.cylinder(0.5, 0.25, 1.0, 96), math.pi / 3 * (0.25 + 0.125 + 0.0625)),
    "bevelled": (primitives.cylinder(1.0, 1.0, 1.0, 96, bevel=0.02), math.pi),
    "cone": (primitives.cone(1.0, 3.0, 96), math.pi),
    "capsule": (primitives.capsule(1.0, 1.0, 64, 24), math.pi * (1 + 4 / 3)),
    "torus": (primitives.torus(1.0, 0.25, 96, 48), 2 * math.pi**2 * 0.0625),
    "tube": (sweep.tube([(0, y, 0) for y in np.linspace(0, 2, 5)], 0.5, 96), math.pi * 0.5),
    "solid": (solid.surface_nets(ball, (-0.6,) * 3, (0.8,) * 3, 0.03), 4 / 3 * math.pi / 8),
}


def edges(mesh: Mesh) -> Counter[tuple[int, int]]:
    """How often each undirected edge occurs, vertices at one place taken as one."""
    _, weld = np.unique(np.round(mesh.positions, 5), axis=0, return_inverse=True)
    faces = weld.reshape(-1)[mesh.faces]
    pairs = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    return Counter(map(tuple, pairs.tolist()))


@pytest.mark.parametrize("name", BODIES)
def test_body_is_closed(name: str) -> None:
    mesh, _ = BODIES[name]
    assert set(edges(mesh).values()) == {2}


@pytest.mark.parametrize("name", BODIES)
def test_body_has_its_volume(name: str) -> None:
    mesh, expected = BODIES[name]
    assert volume(mesh) == pytest.approx(expected, rel=0.012)


@pytest.mark.parametrize("name", BODIES)
def test_normals_are_unit_and_face_outward(name: str) -> None:
    mesh, _ = BODIES[name]
    assert np.linalg.norm(mesh.normals, axis=1) == pytest.approx(1.0, abs=1e-3)
    a, b, c = (mesh.positions[mesh.faces[:, corner]] for corner in range(3))
    facing = np.cross(b - a, c - a)
    agree = np.einsum("ij,ij->i", facing, mesh.normals[mesh.faces].mean(axis=1))
    assert (agree > -1e-9).all()


def test_blended_solid_is_closed() -> None:
    mesh = solid.surface_nets(dumbbell, (-1, -0.5, -0.5), (1, 0.5, 0.5), 0.04)
    assert set(edges(mesh).values()) == {2}
    assert np.abs(dumbbell(mesh.positions)).max() < 0.01


def test_narrow_band_equals_evaluation_everywhere() -> None:
    mesh = solid.surface_nets(ball, (-0.6,) * 3, (0.8,) * 3, 0.05)
    radii = np.linalg.norm(mesh.positions - np.array([0.1, 0.2, -0.1]), axis=1)
    assert radii == pytest.approx(0.5, abs=0.004)


def test_empty_solid_is_refused() -> None:
    with pytest.raises(ValueError, match="no surface"):
        solid.surface_nets(ball, (2, 2, 2), (3, 3, 3), 0.1)


def test_plane_and_disc_look_up() -> None:
    rolling = primitives.plane(4, 2, 8, height=lambda x, z: 0.1 * x + 0 * z)
    assert (rolling.normals[:, 1] > 0.9).all()
    assert np.ptp(rolling.positions[:, 0]) == pytest.approx(4)
    assert (primitives.disc(1.0).normals[:, 1] > 0.99).all()


def test_mirroring_keeps_the_outside_outside() -> None:
    mesh = transformed(primitives.box(1, 2, 3, 0.1), scaling(-1, 1, 1))
    assert volume(mesh) > 0


def test_moving_keeps_volume_and_merging_adds_it() -> None:
    ball_mesh = primitives.sphere(24, 16)
    moved = transformed(ball_mesh, translation(3, 1, 0) @ rotation_y(1.0))
    assert volume(merged([ball_mesh, moved])) == pytest.approx(2 * volume(ball_mesh), rel=1e-4)


def test_tinting_multiplies_and_keeps_openness() -> None:
    mesh = tinted(tinted(primitives.sphere(8, 4), (0.5, 1, 1)), (0.5, 0.5, 1))
    assert mesh.colors[0] == pytest.approx((0.25, 0.5, 1.0, 1.0))


def test_resampled_path_has_equal_steps() -> None:
    path = sweep.resample(sweep.catmull_rom([(0, 0, 0), (1, 1, 0), (3, 0, 1)], 64), 33)
    steps = np.linalg.norm(np.diff(path, axis=0), axis=1)
    assert np.ptp(steps) < 0.01 * steps.mean()


def test_spline_passes_through_its_points() -> None:
    points = np.array([(0, 0, 0), (1, 2, 0), (2, 0, 1), (4, 1, 1)], float)
    assert sweep.catmull_rom(points, 10)[::10] == pytest.approx(points)
