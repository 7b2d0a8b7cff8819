"""Making, moving, joining and measuring meshes."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from omnireel.engines.previs.scene import Floats, Mesh
from omnireel.engines.previs.shapes.transform import Matrix, apply, normalize


def build(
    positions: ArrayLike,
    faces: ArrayLike,
    normals: ArrayLike | None = None,
    colors: ArrayLike | None = None,
    uvs: ArrayLike | None = None,
) -> Mesh:
    """A mesh from positions (n, 3) and faces (m, 3); smooth normals, white colours (n, 3 or 4)
    and zero uvs where none are given. Faces without area by index are dropped."""
    points = np.ascontiguousarray(positions, dtype=np.float32)
    triangles = np.ascontiguousarray(faces, dtype=np.int32)
    if normals is None:
        normals = vertex_normals(points, triangles)
    rgba = np.ones((len(points), 4), dtype=np.float32)
    if colors is not None:
        given = np.asarray(colors, dtype=np.float32)
        rgba[:, : given.shape[-1]] = given
    if uvs is None:
        uvs = np.zeros((len(points), 2))
    return Mesh(
        positions=points,
        normals=np.ascontiguousarray(normals, dtype=np.float32),
        faces=triangles,
        colors=rgba,
        uvs=np.ascontiguousarray(uvs, dtype=np.float32),
    )


def vertex_normals(positions: ArrayLike, faces: ArrayLike) -> Floats:
    """Unit normals (n, 3), each the area-weighted mean of its triangles."""
    points = np.asarray(positions, dtype=np.float64)
    triangles = np.asarray(faces)
    a, b, c = (points[triangles[:, corner]] for corner in range(3))
    normals = np.cross(b - a, c - a)
    corners = triangles.T.reshape(-1)
    summed = [
        np.bincount(corners, weights=np.tile(normals[:, axis], 3), minlength=len(points))
        for axis in range(3)
    ]
    return normalize(np.stack(summed, axis=1)).astype(np.float32)


def transformed(mesh: Mesh, matrix: Matrix) -> Mesh:
    """The mesh moved by an affine transform; a mirroring one keeps the outside outside."""
    linear = np.asarray(matrix[:3, :3], dtype=np.float64)
    mirrored = np.linalg.det(linear) < 0
    return Mesh(
        positions=apply(matrix, mesh.positions),
        normals=normalize(mesh.normals @ np.linalg.inv(linear)).astype(np.float32),
        faces=np.ascontiguousarray(mesh.faces[:, ::-1]) if mirrored else mesh.faces,
        colors=mesh.colors,
        uvs=mesh.uvs,
    )


def merged(meshes: Sequence[Mesh]) -> Mesh:
    """One mesh of all, in order. ValueError for none."""
    if not meshes:
        raise ValueError("there is no mesh to merge")
    offsets = np.cumsum([0, *(len(mesh.positions) for mesh in meshes[:-1])])
    return Mesh(
        positions=np.concatenate([mesh.positions for mesh in meshes]),
        normals=np.concatenate([mesh.normals for mesh in meshes]),
        faces=np.concatenate(
            [mesh.faces + np.int32(offset) for mesh, offset in zip(meshes, offsets, strict=True)]
        ),
        colors=np.concatenate([mesh.colors for mesh in meshes]),
        uvs=np.concatenate([mesh.uvs for mesh in meshes]),
    )


def tinted(mesh: Mesh, rgb: ArrayLike) -> Mesh:
    """The mesh with its colours multiplied by linear RGB: (3,), or (n, 3) per vertex."""
    colors = mesh.colors.copy()
    colors[:, :3] *= np.asarray(rgb, dtype=np.float32)
    return Mesh(
        positions=mesh.positions,
        normals=mesh.normals,
        faces=mesh.faces,
        colors=colors,
        uvs=mesh.uvs,
    )


def volume(mesh: Mesh) -> float:
    """The enclosed volume in cubic metres, positive when the faces look outward."""
    a, b, c = (mesh.positions[mesh.faces[:, corner]].astype(np.float64) for corner in range(3))
    return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6)


def grid(
    points: ArrayLike,
    normals: ArrayLike | None = None,
    closed_u: bool = False,
    closed_v: bool = False,
    uvs: ArrayLike | None = None,
) -> Mesh:
    """A surface from a lattice of points (u, v, 3), seen from the side of du x dv.

    A closed direction joins its last row to its first. uvs default to 0..1 along u and v.
    """
    lattice = np.asarray(points, dtype=np.float32)
    rows, columns = lattice.shape[:2]
    index = np.arange(rows * columns, dtype=np.int32).reshape(rows, columns)
    wide = np.concatenate([index, index[:1]]) if closed_u else index
    wide = np.concatenate([wide, wide[:, :1]], axis=1) if closed_v else wide
    a, b, c, d = wide[:-1, :-1], wide[1:, :-1], wide[1:, 1:], wide[:-1, 1:]
    faces = np.stack([np.stack([a, b, c], -1), np.stack([a, c, d], -1)], axis=2).reshape(-1, 3)
    flat = lattice.reshape(-1, 3)
    faces = _with_area(flat, faces)
    if uvs is None:
        uvs = np.stack(
            np.meshgrid(np.linspace(0, 1, rows), np.linspace(0, 1, columns), indexing="ij"), -1
        )
    return build(
        flat,
        faces,
        normals=None if normals is None else np.asarray(normals).reshape(-1, 3),
        uvs=np.asarray(uvs).reshape(-1, 2),
    )


def _with_area(points: Floats, faces: NDArray[np.int32]) -> NDArray[np.int32]:
    """The faces with three different corners: a lattice's poles make some without."""
    a, b, c = (points[faces[:, corner]] for corner in range(3))
    apart = [np.abs(p - q).max(axis=1) > 1e-7 for p, q in ((a, b), (b, c), (c, a))]
    return np.asarray(faces[np.logical_and.reduce(apart)])
