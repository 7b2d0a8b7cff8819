"""Bodies that follow a path or turn about an axis."""

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from omnireel.engines.previs.scene import Mesh
from omnireel.engines.previs.shapes.mesh import grid, merged
from omnireel.engines.previs.shapes.transform import normalize

Points = NDArray[np.float64]


def catmull_rom(points: ArrayLike, per_segment: int = 16) -> Points:
    """A smooth path (m, k) through all the points (n, k): the uniform Catmull-Rom spline."""
    given = np.asarray(points, dtype=np.float64)
    ends = np.concatenate([[2 * given[0] - given[1]], given, [2 * given[-1] - given[-2]]])
    a, b, c, d = (ends[i : len(ends) - 3 + i, None, :] for i in range(4))
    t = np.linspace(0, 1, per_segment, endpoint=False)[None, :, None]
    smooth = 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
    return np.concatenate([smooth.reshape(-1, given.shape[1]), given[-1:]])


def resample(path: ArrayLike, n: int) -> Points:
    """`n` points at equal distances along the path."""
    points = np.asarray(path, dtype=np.float64)
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    wanted = np.linspace(0, along[-1], n)
    return np.stack([np.interp(wanted, along, column) for column in points.T], axis=1)


def frames(path: ArrayLike, up: ArrayLike = (0.0, 1.0, 0.0)) -> tuple[Points, Points, Points]:
    """Tangents, sides and ups (n, 3) along a path.

    The up vector is carried along without twist (double reflection would be exact; projecting it
    from point to point is close enough for short steps), so loops and verticals are fine.
    """
    points = np.asarray(path, dtype=np.float64)
    tangents = normalize(np.gradient(points, axis=0))
    ups = np.zeros_like(points)
    current = np.asarray(up, dtype=np.float64)
    if np.linalg.norm(np.cross(current, tangents[0])) < 1e-3:
        current = np.array([0.0, 0.0, 1.0]) if abs(tangents[0][2]) < 0.9 else np.eye(3)[0]
    for i, tangent in enumerate(tangents):
        current = normalize(current - tangent * np.dot(current, tangent))
        ups[i] = current
    return tangents, np.cross(tangents, ups), ups


def sweep(
    path: ArrayLike,
    profile: ArrayLike,
    closed: bool = True,
    scale: ArrayLike | None = None,
    bank: ArrayLike | None = None,
    upright: bool = False,
) -> Mesh:
    """A profile (m, 2) of (side, up) drawn along a path (n, 3).

    `closed` profiles run counter-clockwise as (side, up), seen along the path, and get end caps.
    `scale` (n,) or (n, 2) sizes and `bank` (n,) turns the profile at each point, in radians.
    `upright` keeps +y as up (tracks, rails) instead of carrying the frame along the path (tubes,
    loops).
    """
    points = np.asarray(path, dtype=np.float64)
    tangents, side, up = frames(points)
    if upright:
        side = normalize(np.cross(tangents, (0.0, 1.0, 0.0)))
        up = np.cross(side, tangents)
    if bank is not None:
        angle = np.asarray(bank, dtype=np.float64)[:, None]
        side, up = (
            side * np.cos(angle) + up * np.sin(angle),
            up * np.cos(angle) - side * np.sin(angle),
        )
    sizes = np.ones((len(points), 2))
    if scale is not None:
        given = np.asarray(scale, dtype=np.float64)
        sizes = np.broadcast_to(given[:, None] if given.ndim == 1 else given, sizes.shape)
    outline = np.asarray(profile, dtype=np.float64)
    offsets = outline[None] * sizes[:, None]
    lattice = points[:, None] + side[:, None] * offsets[..., :1] + up[:, None] * offsets[..., 1:]
    body = grid(lattice, closed_v=closed)
    if not closed:
        return body
    return merged(
        [
            body,
            _cap(lattice[0][::-1], points[0], -tangents[0]),
            _cap(lattice[-1], points[-1], tangents[-1]),
        ]
    )


def _cap(ring: Points, center: Points, normal: Points) -> Mesh:
    """A fan that closes a ring."""
    loop = np.concatenate([ring, ring[:1]])
    fan = np.stack([loop, np.broadcast_to(center, loop.shape)])
    return grid(fan, np.broadcast_to(normal, fan.shape))


def tube(path: ArrayLike, radius: ArrayLike, sides: int = 10) -> Mesh:
    """A round tube along a path (n, 3) with one radius or a radius (n,) at each point."""
    points = np.asarray(path, dtype=np.float64)
    turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    circle = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    radii = np.broadcast_to(np.asarray(radius, dtype=np.float64), (len(points),))
    return sweep(points, circle, scale=radii)


def lathe(
    profile: Sequence[tuple[float, float]] | Points,
    segments: int = 32,
    crease_degrees: float = 180.0,
) -> Mesh:
    """A profile of (radius, y), from the bottom to the top of its outside, turned about y.

    Corners sharper than `crease_degrees` stay sharp.
    """
    outline = np.asarray(profile, dtype=np.float64)
    steps = normalize(np.diff(outline, axis=0))
    bends = np.degrees(np.arccos(np.clip(np.sum(steps[1:] * steps[:-1], axis=1), -1, 1)))
    sharp = np.flatnonzero(bends > crease_degrees) + 1
    bounds = [0, *sharp.tolist(), len(outline) - 1]
    parts = [
        _turned(outline[first : last + 1], segments) for first, last in itertools.pairwise(bounds)
    ]
    return merged(parts)


def _turned(outline: Points, segments: int) -> Mesh:
    around = np.linspace(0, 2 * np.pi, segments + 1)
    cosine, sine = np.cos(around)[:, None], np.sin(around)[:, None]
    cosine[-1], sine[-1] = cosine[0], sine[0]

    def spun(flat: Points) -> Points:
        radial, height = flat[None, :, 0], flat[None, :, 1]
        return np.stack([radial * cosine, height + 0 * cosine, -radial * sine], axis=-1)

    steps = normalize(np.diff(outline, axis=0))
    along = np.concatenate([steps[:1], steps[:-1] + steps[1:], steps[-1:]])
    outward = normalize(np.stack([along[:, 1], -along[:, 0]], axis=1))
    return grid(spun(outline), spun(outward))
