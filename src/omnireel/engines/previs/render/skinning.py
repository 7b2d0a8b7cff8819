"""Bending a mesh with its bones on the processor: once per frame for all passes."""

import numpy as np
from scipy.sparse import csr_matrix

from omnireel.engines.previs.scene import Floats, Mesh, Skin


class Skinner:
    """A mesh with its bones' influences, ready to be posed (linear blend skinning)."""

    def __init__(self, mesh: Mesh, skin: Skin) -> None:
        count = len(mesh.positions)
        rows = np.repeat(np.arange(count), skin.joints.shape[1])
        self._bones = int(skin.joints.max(initial=0)) + 1
        self._weights = csr_matrix(
            (skin.weights.reshape(-1), (rows, skin.joints.reshape(-1))),
            shape=(count, self._bones),
            dtype=np.float32,
        )
        self._positions = mesh.positions
        self._normals = mesh.normals

    def pose(self, bones: Floats) -> tuple[Floats, Floats]:
        """Positions and normals (n, 3) for bones (b, 4, 4) from rest to posed model space."""
        rows = bones[: self._bones, :3, :].reshape(-1, 12).astype(np.float32)
        blended = (self._weights @ rows).reshape(-1, 3, 4)
        turned = blended[:, :, :3]
        positions = np.einsum("nij,nj->ni", turned, self._positions) + blended[:, :, 3]
        return positions, np.einsum("nij,nj->ni", turned, self._normals)
