"""Triangles that fill a picture's opaque part: fine along its outline, coarse in its middle.

A Delaunay triangulation, refined until it holds the outline. Everything is in units of the
picture's side, x to the right and y down, as the pixels lie.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.spatial import Delaunay, cKDTree

from omnireel.engines.previs.shapes import outline
from omnireel.engines.previs.shapes.outline import LEVEL, Points

_REFINEMENTS: Final = 4
_SLIVER: Final = 0.1  # height over length of triangles that only thicken a straight outline


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Planar:
    """Triangles (m, 3) over `points` (n, 2); `rim` (n,) are those on the border.

    Every edge has one triangle (then both its ends are on the rim) or two (then one is not).
    """

    points: Points
    triangles: NDArray[np.int32]
    rim: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fineness:
    """How close points lie, in units of the picture's side: along the outline between `finest`
    and `coarsest` for an error of `tolerance`, on rings at `rings`, and `inner` apart inside."""

    tolerance: float
    finest: float
    coarsest: float
    rings: tuple[float, ...]
    inner: float


def fill(coverage: NDArray[np.float32], fineness: Fineness) -> Planar:
    """Triangles that fill the shape where coverage (n, n) exceeds a half.

    Raises:
        ValueError: Nothing is covered.
    """
    depth = ndimage.distance_transform_edt(coverage > LEVEL) / coverage.shape[0]
    loops = [outline.smoothed(loop) for loop in outline.contours(coverage)]
    if not loops:
        raise ValueError("the picture is empty")
    rims = [
        outline.spaced(loop, fineness.tolerance, fineness.finest, fineness.coarsest)
        for loop in loops
    ]
    inner = _thinned(*_candidates(loops, depth, fineness), np.concatenate(rims), fineness.finest)
    points, triangles = _triangulated(coverage, rims, inner)
    for _ in range(_REFINEMENTS):
        missing = _missing(triangles, rims)
        chords = _chords(triangles)
        if not missing.any() and not len(chords):
            break
        rims = _halved(rims, missing)
        inner = np.concatenate([inner, points[chords].mean(axis=1)])
        points, triangles = _triangulated(coverage, rims, inner)
    return _planar(*_split(points, triangles, _chords(triangles)))


def _sample(field: NDArray[np.float64] | NDArray[np.float32], points: Points) -> Points:
    """A field (n, n) at points (k, 2), bilinear."""
    at = points[:, ::-1].T * field.shape[0] - 0.5
    values = ndimage.map_coordinates(field, at, order=1, mode="nearest")
    return values.astype(np.float64)


def _candidates(
    loops: list[Points], depth: Points, fineness: Fineness
) -> tuple[Points, NDArray[np.float64]]:
    """Points inside, most important first, and how far apart they should be."""
    dense = np.concatenate(loops)
    normals = np.concatenate([outline.inward(loop) for loop in loops])
    ridge = _ridge(depth)
    ridge_gap = np.clip(_sample(depth, ridge) * 0.8, fineness.finest, fineness.inner)
    layers = [(ridge, ridge_gap)]
    near = cKDTree(dense)
    for ring in fineness.rings:
        at = dense + normals * ring
        at = at[near.query(at)[0] > ring * 0.9]
        layers.append((at, np.full(len(at), max(fineness.finest, ring * 0.9))))
    grid = _grid(fineness.inner)
    grid = grid[_sample(depth, grid) > fineness.rings[-1]]
    layers.append((grid, np.full(len(grid), fineness.inner * 0.8)))
    layers[0], layers[1] = layers[1], layers[0]  # the first ring makes the edge round
    points, gaps = zip(*layers, strict=True)
    return np.concatenate(points), np.concatenate(gaps)


def _grid(gap: float) -> Points:
    """A triangular grid over the whole picture."""
    steps = np.arange(gap / 2, 1, gap)
    x, y = np.meshgrid(steps, np.arange(gap / 2, 1, gap * 0.866))
    x = x + (np.arange(len(x)) % 2 * gap / 2)[:, None]
    return np.stack([x.ravel(), y.ravel()], axis=1)


def _ridge(depth: Points) -> Points:
    """Points along the middle of the shape's parts, where the distance stops growing."""
    slope = np.hypot(*np.gradient(depth)) * depth.shape[0]
    rows, columns = np.nonzero((slope < 0.75) & (depth > 1.2 / depth.shape[0]))
    return np.asarray((np.stack([columns, rows], axis=1) + 0.5) / depth.shape[0])


def _thinned(points: Points, gaps: Points, rim: Points, finest: float) -> Points:
    """The points that keep their distance from the outline and from those before them."""
    clear = cKDTree(rim).query(points)[0] > np.minimum(gaps, finest) * 0.45
    points, gaps = points[clear], gaps[clear]
    tree = cKDTree(points)
    taken = np.ones(len(points), bool)
    for index, (point, gap) in enumerate(zip(points, gaps, strict=True)):
        if taken[index]:
            near = np.array(tree.query_ball_point(point, gap))
            taken[near[near > index]] = False
    return points[taken]


def _triangulated(
    coverage: NDArray[np.float32], rims: list[Points], inner: Points
) -> tuple[Points, NDArray[np.int32]]:
    """The outlines' and the inner points, and the Delaunay triangles whose middle is covered."""
    points = np.concatenate([*rims, inner])
    triangles = Delaunay(points).simplices.astype(np.int32)
    a, b, c = (points[triangles[:, corner]] for corner in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    triangles = np.where((area > 0)[:, None], triangles, triangles[:, ::-1])
    longest = np.maximum.reduce([np.sum((p - q) ** 2, axis=1) for p, q in ((a, b), (b, c), (c, a))])
    sliver = (triangles < len(points) - len(inner)).all(axis=1) & (np.abs(area) < _SLIVER * longest)
    return points, triangles[(_sample(coverage, (a + b + c) / 3) > LEVEL) & ~sliver]


def _edges(triangles: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
    """Each edge once, (k, 2) with the lower point first, and how many triangles it has."""
    pairs = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    edges, counts = np.unique(np.sort(pairs, axis=1), axis=0, return_counts=True)
    return edges, counts


def _missing(triangles: NDArray[np.int32], rims: list[Points]) -> NDArray[np.bool_]:
    """Which edges of the outlines, named by their first point, no triangle has."""
    starts = np.cumsum([0, *(len(rim) for rim in rims)]).tolist()
    here = np.arange(starts[-1])
    following = np.concatenate([np.roll(here[a:b], -1) for a, b in pairwise(starts)])
    edges, _ = _edges(triangles)
    scale = int(triangles.max()) + starts[-1] + 1
    wanted = np.minimum(here, following) * scale + np.maximum(here, following)
    return ~np.isin(wanted, edges[:, 0].astype(np.int64) * scale + edges[:, 1])


def _chords(triangles: NDArray[np.int32]) -> NDArray[np.int32]:
    """Inner edges (k, 2) between two points of the border: a body would have no height there."""
    edges, counts = _edges(triangles)
    border = np.zeros(int(triangles.max()) + 1, bool)
    border[edges[counts == 1]] = True
    return edges[(counts > 1) & border[edges].all(axis=1)]


def _halved(rims: list[Points], missing: NDArray[np.bool_]) -> list[Points]:
    """The outlines with a point more on every missing edge."""
    halved, start = [], 0
    for rim in rims:
        at = np.nonzero(missing[start : start + len(rim)])[0]
        middles = (rim[at] + np.roll(rim, -1, axis=0)[at]) / 2
        halved.append(np.insert(rim, at + 1, middles, axis=0))
        start += len(rim)
    return halved


def _split(
    points: Points, triangles: NDArray[np.int32], chords: NDArray[np.int32]
) -> tuple[Points, NDArray[np.int32]]:
    """The triangles with a point in the middle of each chord."""
    middles = {tuple(chord): len(points) + k for k, chord in enumerate(chords.tolist())}
    waiting = triangles.tolist()
    whole = []
    while waiting:
        a, b, c = waiting.pop()
        for p, q, r in ((a, b, c), (b, c, a), (c, a, b)):
            middle = middles.get((min(p, q), max(p, q)))
            if middle is not None:
                waiting += [[p, middle, r], [middle, q, r]]
                break
        else:
            whole.append((a, b, c))
    return np.concatenate([points, points[chords].mean(axis=1)]), np.array(whole, np.int32)


def _planar(points: Points, triangles: NDArray[np.int32]) -> Planar:
    """Without the points that no triangle uses."""
    used, compact = np.unique(triangles, return_inverse=True)
    triangles = compact.reshape(-1, 3).astype(np.int32)
    edges, counts = _edges(triangles)
    rim = np.zeros(len(used), bool)
    rim[edges[counts == 1]] = True
    return Planar(points=points[used], triangles=triangles, rim=rim)
