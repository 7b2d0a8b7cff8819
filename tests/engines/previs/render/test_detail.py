"""Thinning out triangles: nothing moves farther than allowed, flat faces stay flat."""

import numpy as np
import pytest

from omnireel.engines.previs.render.detail import clustered_faces
from omnireel.engines.previs.render.models import is_closed
from omnireel.engines.previs.shapes.mesh import build
from omnireel.engines.previs.shapes.primitives import box, plane, sphere


@pytest.mark.parametrize("cell", [0.05, 0.2])
def test_a_coarser_sphere_has_fewer_faces_and_the_same_place(cell: float) -> None:
    mesh = sphere(64, 48)
    faces = clustered_faces(mesh, cell)
    assert 0 < len(faces) < len(mesh.faces)
    middles = mesh.positions[faces].mean(axis=1)
    away = np.abs(np.linalg.norm(middles, axis=1) - 1)
    assert away.max() < 2 * cell
    areas = [
        np.linalg.norm(np.cross(p[:, 1] - p[:, 0], p[:, 2] - p[:, 0]), axis=1).sum()
        for p in (mesh.positions[faces], mesh.positions[mesh.faces])
    ]
    assert areas[0] == pytest.approx(areas[1], rel=0.25)


def test_the_faces_of_a_box_keep_their_normals() -> None:
    mesh = box(1.0, 1.0, 1.0, radius=0.01)
    faces = clustered_faces(mesh, 0.1)
    assert len(faces) < len(mesh.faces)
    a, b, c = (mesh.positions[faces[:, corner]] for corner in range(3))
    large = faces[np.linalg.norm(np.cross(b - a, c - a), axis=1) > 1.0]
    assert len(large) == 12
    assert np.abs(mesh.normals[large]).max(axis=2).min() == pytest.approx(1.0, abs=1e-4)


def test_what_is_closed_is_told_from_what_is_open() -> None:
    assert is_closed(box(1, 1, 1))
    assert is_closed(sphere())
    assert not is_closed(plane(1, 1))
    ball = sphere()
    inside_out = build(ball.positions, ball.faces[:, ::-1], -ball.normals, ball.colors, ball.uvs)
    assert not is_closed(inside_out)
