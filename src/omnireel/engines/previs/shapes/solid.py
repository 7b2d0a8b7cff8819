"""Signed-distance solids and their meshes.

A distance function takes points (n, 3) and gives (n,): negative inside, metres from the surface
(at least near it). Formulas after Inigo Quilez, https://iquilezles.org/articles/distfunctions/.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from omnireel.engines.previs.scene import Floats, Mesh
from omnireel.engines.previs.shapes.mesh import build

Distance = Callable[[Floats], Floats]

_CORNERS = np.array([(i, j, k) for i in (0, 1) for j in (0, 1) for k in (0, 1)])
_BLOCK = 6  # cells along a block's edge in the coarse pass


def _f32(value: ArrayLike) -> Floats:
    return np.asarray(value, dtype=np.float32)


def sphere(points: Floats, center: ArrayLike, radius: float) -> Floats:
    """Distance to a sphere."""
    return _f32(np.sqrt(_squared(points - _f32(center))) - np.float32(radius))


def ellipsoid(points: Floats, center: ArrayLike, radii: ArrayLike) -> Floats:
    """Distance to an ellipsoid with semi-axes `radii` along x, y, z (first-order)."""
    size = _f32(radii)
    scaled = (points - _f32(center)) / size
    k0 = np.sqrt(_squared(scaled))
    k1 = np.sqrt(_squared(scaled / size))
    return _f32(k0 * (k0 - 1) / np.maximum(k1, 1e-6))


def capsule(
    points: Floats,
    a: ArrayLike,
    b: ArrayLike,
    radius: float,
    radius_b: float | None = None,
) -> Floats:
    """Distance to a capsule from a to b; with `radius_b`, to a limb that tapers to it."""
    start, along = _f32(a), _f32(b) - _f32(a)
    relative = points - start
    share = np.clip(relative @ along / max(float(along @ along), 1e-12), 0, 1)
    nearest = np.sqrt(_squared(relative - share[:, None] * along))
    end = radius if radius_b is None else radius_b
    return _f32(nearest - (np.float32(radius) + np.float32(end - radius) * share))


def box(points: Floats, center: ArrayLike, extents: ArrayLike, radius: float = 0.0) -> Floats:
    """Distance to a box with half `extents` and edges rounded by `radius`."""
    beyond = np.abs(points - _f32(center)) - _f32(extents) + np.float32(radius)
    outside = np.sqrt(_squared(np.maximum(beyond, 0)))
    return _f32(outside + np.minimum(beyond.max(axis=1), 0) - np.float32(radius))


def union(a: Floats, b: Floats, softness: float = 0.0) -> Floats:
    """Both solids, blended over `softness` metres (polynomial smooth minimum)."""
    if softness <= 0:
        return np.minimum(a, b)
    width = np.float32(softness)
    blend = np.maximum(width - np.abs(a - b), 0) / width
    return _f32(np.minimum(a, b) - blend * blend * width * np.float32(0.25))


def intersection(a: Floats, b: Floats, softness: float = 0.0) -> Floats:
    """What lies in both solids."""
    return -union(-a, -b, softness)


def subtraction(a: Floats, b: Floats, softness: float = 0.0) -> Floats:
    """What lies in a and not in b."""
    return -union(-a, b, softness)


def _squared(vectors: Floats) -> Floats:
    return _f32(np.einsum("ij,ij->i", vectors, vectors))


def surface_nets(distance: Distance, low: ArrayLike, high: ArrayLike, cell: float) -> Mesh:
    """The surface of a solid inside the box low..high as a closed mesh (naive surface nets).

    The function is evaluated at block centres first and at the grid's points only in blocks the
    surface may cross, so a distance must not exceed the true one. ValueError when the box holds
    no surface.
    """
    start = _f32(low)
    blocks = np.ceil((_f32(high) - start) / (cell * _BLOCK)).astype(int)
    samples = _sample(distance, start, blocks, cell)
    inside = samples < 0
    size = np.array(samples.shape) - 1
    count = np.zeros(size, dtype=np.int8)
    for i, j, k in _CORNERS:
        count += inside[i : size[0] + i, j : size[1] + j, k : size[2] + k]
    cells = np.argwhere((count > 0) & (count < 8))
    if not len(cells):
        raise ValueError("the box holds no surface")
    ids = np.full(size, -1, dtype=np.int32)
    ids[tuple(cells.T)] = np.arange(len(cells), dtype=np.int32)
    points = start + np.float32(cell) * _crossings(samples, cells)
    return build(points, _quads(inside, ids), normals=_gradient(distance, points, cell))


def _sample(distance: Distance, start: Floats, blocks: NDArray[np.intp], cell: float) -> Floats:
    """Distances at the grid's points; far blocks hold their centre's distance."""
    edge = _BLOCK * cell
    index = np.stack(np.meshgrid(*(np.arange(n) for n in blocks), indexing="ij"), -1)
    centers = start + _f32((index.reshape(-1, 3) + 0.5) * edge)
    coarse = distance(centers)
    reach = edge * np.sqrt(3) / 2 + 2 * cell
    shape = blocks * _BLOCK + 1
    samples = np.full(shape, np.float32(1.0))
    deep = coarse.reshape(blocks) < 0
    solid = np.repeat(np.repeat(np.repeat(deep, _BLOCK, 0), _BLOCK, 1), _BLOCK, 2)
    samples[:-1, :-1, :-1][solid] = -1.0
    near = index.reshape(-1, 3)[np.abs(coarse) < reach] * _BLOCK
    local = np.stack(np.meshgrid(*(np.arange(_BLOCK + 1),) * 3, indexing="ij"), -1).reshape(-1, 3)
    wanted = np.zeros(shape, dtype=bool)
    grid = near[:, None] + local[None]
    wanted[tuple(grid.reshape(-1, 3).T)] = True
    where = np.argwhere(wanted)
    samples[tuple(where.T)] = distance(start + _f32(where * cell))
    return samples


def _crossings(samples: Floats, cells: NDArray[np.intp]) -> Floats:
    """For each cell the mean of where the surface crosses its edges, in grid units."""
    corner = np.stack([samples[tuple((cells + offset).T)] for offset in _CORNERS])
    total = np.zeros((len(cells), 3), dtype=np.float32)
    hits = np.zeros(len(cells), dtype=np.float32)
    for first, offset in enumerate(_CORNERS):
        for axis in range(3):
            if offset[axis]:
                continue
            a, b = corner[first], corner[first + (4, 2, 1)[axis]]
            crosses = (a < 0) != (b < 0)
            share = np.where(crosses, a / np.where(crosses, a - b, 1), 0)
            place = np.broadcast_to(_f32(offset), total.shape).copy()
            place[:, axis] += share
            total += place * crosses[:, None]
            hits += crosses
    return _f32(cells + total / hits[:, None])


def _quads(inside: NDArray[np.bool_], ids: NDArray[np.int32]) -> NDArray[np.int32]:
    """Two triangles for every grid edge that the surface crosses."""
    faces = []
    size = np.array(inside.shape)
    for axis in range(3):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        head = [slice(1, n - 1) for n in size]
        head[axis] = slice(0, size[axis] - 1)
        tail = list(head)
        tail[axis] = slice(1, size[axis])
        edges = np.argwhere(inside[tuple(head)] != inside[tuple(tail)])
        edges += np.array([part.start for part in head])
        ring = []
        for du, dv in ((1, 1), (0, 1), (0, 0), (1, 0)):
            cell = edges.copy()
            cell[:, u] -= du
            cell[:, v] -= dv
            ring.append(ids[tuple(cell.T)])
        quads = np.stack(ring, axis=1)
        backward = ~inside[tuple(edges.T)]
        quads[backward] = quads[backward][:, ::-1]
        faces += [quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]]
    return np.concatenate(faces).astype(np.int32)


def _gradient(distance: Distance, points: Floats, cell: float) -> Floats:
    """Unit normals from central differences of the distance."""
    step = np.float32(cell * 0.5)
    offsets = np.eye(3, dtype=np.float32) * step
    count = len(points)
    probes = np.concatenate([points + o for o in offsets] + [points - o for o in offsets])
    values = distance(probes).reshape(6, count)
    slope = (values[:3] - values[3:]).T
    length = np.sqrt(_squared(slope))[:, None]
    return _f32(slope / np.maximum(length, 1e-12))
