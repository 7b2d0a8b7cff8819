"""Posing a mesh with bones, against the transforms themselves."""

import numpy as np

from omnireel.engines.previs.render.skinning import Skinner
from omnireel.engines.previs.scene import Floats, Skin
from omnireel.engines.previs.shapes.primitives import sphere
from omnireel.engines.previs.shapes.transform import apply, rotation_z, translation


def skin_of(count: int, shares: Floats) -> Skin:
    """All vertices with these shares of bones 0 and 1."""
    joints = np.tile(np.array([0, 1, 0, 0], np.int32), (count, 1))
    weights = np.tile(np.array([*shares, 0, 0], np.float32), (count, 1))
    return Skin(joints=joints, weights=weights)


def test_one_bone_moves_all() -> None:
    mesh = sphere()
    skinner = Skinner(mesh, skin_of(len(mesh.positions), np.array([1, 0], np.float32)))
    bone = translation(1, 2, 3) @ rotation_z(0.7)
    positions, normals = skinner.pose(np.stack([bone, translation(9, 9, 9)]))
    np.testing.assert_allclose(positions, apply(bone, mesh.positions), atol=1e-5)
    np.testing.assert_allclose(normals, mesh.normals @ bone[:3, :3].T, atol=1e-5)


def test_two_bones_share_a_vertex() -> None:
    mesh = sphere()
    skinner = Skinner(mesh, skin_of(len(mesh.positions), np.array([0.25, 0.75], np.float32)))
    positions, _ = skinner.pose(np.stack([translation(4, 0, 0), translation(0, 8, 0)]))
    np.testing.assert_allclose(positions, mesh.positions + np.array([1, 6, 0]), atol=1e-5)
