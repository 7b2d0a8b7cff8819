"""Coarser triangles for what is small on the screen: vertex clustering (Rossignac, Borrel 1993)."""

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.scene import Mesh


def clustered_faces(mesh: Mesh, cell: float) -> NDArray[np.int32]:
    """The faces that are left, (m, 3), when all vertices in a cell of this size become one.

    Vertices whose normals point into different directions stay apart, so that edges stay sharp;
    of those that become one, the vertex of the largest triangles stays, so that flat faces keep
    their normals.
    """
    spots = np.floor(mesh.positions / cell).astype(np.int64)
    spots -= spots.min(axis=0)
    across, up, _ = spots.max(axis=0) + 1
    ways = np.round(mesh.normals).astype(np.int64) + 1
    keys = (spots[:, 2] * up + spots[:, 1]) * across + spots[:, 0]
    keys = keys * 27 + (ways[:, 2] * 3 + ways[:, 1]) * 3 + ways[:, 0]
    order = np.lexsort((-_areas(mesh), keys))
    _, first, cluster = np.unique(keys[order], return_index=True, return_inverse=True)
    stays = np.empty(len(keys), np.int64)
    stays[order] = order[first[cluster.reshape(-1)]]
    faces = stays[mesh.faces]
    a, b, c = faces.T
    return np.asarray(faces[(a != b) & (b != c) & (c != a)], np.int32)


def _areas(mesh: Mesh) -> NDArray[np.float64]:
    """The area of the triangles around each vertex, (n,)."""
    a, b, c = (mesh.positions[mesh.faces[:, corner]].astype(np.float64) for corner in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    total = np.zeros(len(mesh.positions))
    for corner in range(3):
        np.add.at(total, mesh.faces[:, corner], area)
    return total
