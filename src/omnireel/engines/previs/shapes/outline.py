"""The outlines of a picture's opaque part, to a fraction of a pixel.

Everything is in units of the picture's side, x to the right and y down, as the pixels lie.
"""

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Points: TypeAlias = NDArray[np.float64]

LEVEL: Final = 0.5
# Marching squares: for each of the 16 cases the cell edges (0 top, 1 right, 2 bottom, 3 left) that
# the outline enters and leaves by, the inside on its left as the eye sees it (y down).
_CROSSED: Final = {
    1: ((2, 3),),
    2: ((1, 2),),
    3: ((1, 3),),
    4: ((0, 1),),
    5: ((0, 1), (2, 3)),
    6: ((0, 2),),
    7: ((0, 3),),
    8: ((3, 0),),
    9: ((2, 0),),
    10: ((3, 0), (1, 2)),
    11: ((1, 0),),
    12: ((3, 1),),
    13: ((2, 1),),
    14: ((3, 2),),
}


def cleaned(coverage: NDArray[np.float32], smallest: float = 4e-4) -> NDArray[np.float32]:
    """Coverage (n, n), 0 to 1, without specks and pin-holes below a share of the picture."""
    limit = smallest * coverage.size
    solid = coverage > LEVEL
    for wanted in (True, False):
        parts, count = ndimage.label(solid if wanted else ~solid)
        sizes = np.bincount(parts.ravel(), minlength=count + 1)
        sizes[0] = coverage.size
        if wanted and sizes[1:].max(initial=0) < limit:
            continue  # there is nothing but specks: they are the picture
        solid = np.where((sizes < limit)[parts], not wanted, solid)
    kept = ndimage.maximum_filter(solid.astype(np.float32), 3)
    filled = np.where(solid & (coverage <= LEVEL), np.float32(1), coverage)
    return np.asarray(ndimage.gaussian_filter(filled * kept, 0.7), dtype=np.float32)


def contours(coverage: NDArray[np.float32]) -> list[Points]:
    """Closed outlines (k, 2) of where coverage (n, n) exceeds a half, by marching squares."""
    side = coverage.shape[0]
    padded = np.pad(coverage, 1)
    inside = padded > LEVEL
    case = inside[:-1, :-1] * 8 + inside[:-1, 1:] * 4 + inside[1:, 1:] * 2 + inside[1:, :-1] * 1
    rows, columns = np.nonzero((case > 0) & (case < 15))
    follows: dict[tuple[int, int, int], tuple[int, int, int]] = {}
    for row, column, kind in zip(
        rows.tolist(), columns.tolist(), case[rows, columns].tolist(), strict=True
    ):
        for enter, leave in _CROSSED[kind]:
            follows[_edge(row, column, enter)] = _edge(row, column, leave)
    loops = []
    while follows:
        start, here = follows.popitem()
        loop = [start]
        while here != start:
            loop.append(here)
            here = follows.pop(here)
        loops.append(_crossing_points(np.array(loop), padded, side))
    return [loop for loop in loops if len(loop) >= 8]


def _edge(row: int, column: int, edge: int) -> tuple[int, int, int]:
    """A grid edge's name: the row and column of its first sample, and 0 across or 1 down."""
    if edge == 0:
        return row, column, 0
    if edge == 1:
        return row, column + 1, 1
    if edge == 2:
        return row + 1, column, 0
    return row, column, 1


def _crossing_points(edges: NDArray[np.intp], padded: NDArray[np.float32], side: int) -> Points:
    row, column, down = edges.T
    first = padded[row, column].astype(np.float64)
    second = padded[row + down, column + 1 - down].astype(np.float64)
    share = (LEVEL - first) / (second - first)
    x = column + share * (1 - down)
    y = row + share * down
    return np.asarray(
        (np.stack([x, y], 1) - 0.5) / side
    )  # the pad moved sample 0 by one, its centre by half


def smoothed(loop: Points, passes: int = 3) -> Points:
    """A closed outline without the pixels' ripple (Taubin: it does not shrink)."""
    for _ in range(passes):
        for weight in (0.5, -0.51):
            middle = (np.roll(loop, 1, axis=0) + np.roll(loop, -1, axis=0)) / 2
            loop = loop + weight * (middle - loop)
    return loop


def inward(loop: Points) -> Points:
    """Unit vectors (k, 2) that point into the shape at each point of an outline."""
    along = np.roll(loop, -2, axis=0) - np.roll(loop, 2, axis=0)
    length = np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-12)
    return np.asarray(np.stack([along[:, 1], -along[:, 0]], axis=1) / length)


def spaced(loop: Points, tolerance: float, finest: float, coarsest: float) -> Points:
    """The outline with fewer points, `finest` to `coarsest` apart, for an error of `tolerance`."""
    closed = np.concatenate([loop, loop[:1]])
    steps = np.linalg.norm(np.diff(closed, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    tangents = np.roll(loop, -2, axis=0) - np.roll(loop, 2, axis=0)
    heading = np.unwrap(np.arctan2(tangents[:, 1], tangents[:, 0]))
    turn = np.abs((np.roll(heading, -2) - np.roll(heading, 2) + np.pi) % (2 * np.pi) - np.pi)
    bend = turn / np.maximum(steps + np.roll(steps, 1), 1e-9) / 2
    gap = np.sqrt(8 * tolerance / np.maximum(bend, 1e-6))
    gap = np.clip(gap, finest, coarsest)
    density = ndimage.gaussian_filter1d(1 / gap, 2, mode="wrap")
    total = np.concatenate([[0.0], np.cumsum(density * steps)])
    count = max(8, round(total[-1]))
    at = np.interp(np.arange(count) * total[-1] / count, total, along)
    return np.stack([np.interp(at, along, closed[:, axis]) for axis in (0, 1)], axis=1)
