"""A piece of an outfit, and what pieces are cut with."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from omnireel.engines.previs.people.skeleton import Point
from omnireel.engines.previs.people.weights import Weights
from omnireel.engines.previs.scene import Floats, Vec3
from omnireel.engines.previs.shapes.solid import Distance, intersection

Weigher = Callable[[Floats], Weights]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Piece:
    """A part of the outfit: its solid, the box (low, high) it lies in, the cell to mesh it with,
    its colour and how its vertices follow the bones. `covers` pieces hide the skin below."""

    distance: Distance
    low: Point
    high: Point
    cell: float
    color: Vec3
    weigh: Weigher
    covers: bool = True
    shiny: bool = False


def plane(points: Floats, at: Point, normal: Point) -> Floats:
    """Distance to the half space behind a plane."""
    offset = np.float32(at @ normal)
    return np.asarray(points @ normal.astype(np.float32) - offset, dtype=np.float32)


def above(points: Floats, y: float) -> Floats:
    return np.asarray(np.float32(y) - points[:, 1], dtype=np.float32)


def below(points: Floats, y: float) -> Floats:
    return np.asarray(points[:, 1] - np.float32(y), dtype=np.float32)


def band(piece: Piece, span: tuple[float, float], color: Vec3, grow: float) -> Piece:
    """A belt, hem or cuff: the piece's own shape between two heights, a little thicker."""
    low, high = piece.low.copy(), piece.high.copy()
    low[1], high[1] = span[0] - 0.02, span[1] + 0.02

    def distance(points: Floats) -> Floats:
        shape = piece.distance(points) - np.float32(grow)
        shape = intersection(shape, below(points, span[1]), 0.006)
        return intersection(shape, above(points, span[0]), 0.010)

    return Piece(
        distance=distance,
        low=low,
        high=high,
        cell=0.0165,
        color=color,
        weigh=piece.weigh,
        covers=False,
    )
