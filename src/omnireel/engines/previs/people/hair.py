"""Hair as signed-distance solids: a cap that follows the skull, locks, buns, curls, beards."""

from collections.abc import Sequence

import numpy as np

from omnireel.engines.previs.people.anatomy import head_space
from omnireel.engines.previs.people.skeleton import Skeleton
from omnireel.engines.previs.scene import Floats, Vec3
from omnireel.engines.previs.shapes.solid import (
    capsule,
    ellipsoid,
    intersection,
    sphere,
    subtraction,
    union,
)

_LONG_BELOW = 0.40  # metres of canonical head space below its centre that long hair reaches


def distance(
    points: Floats, skeleton: Skeleton, style: str, *, front: str, covered: bool = False
) -> Floats:
    """Distance to the hair of a style (long, bob, bun, ponytail, curly, short) whose front is
    a fringe, a quiff or, "", combed back; `covered` hair ends under a hat."""
    local = head_space(points, skeleton)
    shape = _cap(local, style)
    if front and style != "curly":
        locks = _side_fringe if front == "fringe" else _quiff
        shape = union(shape, locks(local), 0.030)
    if style == "long":
        shape = union(shape, _fall(local, -0.34), 0.03)
    elif style == "bob":
        shape = union(shape, _fall(local, -0.12), 0.03)
    elif style == "ponytail":
        tail = _lock(
            local,
            [(0, 0.07, -0.15), (0, 0.06, -0.22), (0, -0.06, -0.235), (0, -0.22, -0.20)],
            (0.030, 0.052, 0.050, 0.012),
        )
        shape = union(shape, tail, 0.02)
    elif style == "bun":
        shape = union(shape, sphere(local, (0, 0.196, -0.060), 0.066), 0.012)
    shape = _curls(local, shape) if style == "curly" else shape + _strands(local)
    if covered:
        brim = local[:, 1] - np.float32(0.085) + np.float32(0.10) * local[:, 2]
        shape = intersection(shape, np.asarray(brim, dtype=np.float32), 0.01)
    return np.asarray(shape * np.float32(skeleton.head_scale * 0.9), dtype=np.float32)


def _cap(local: Floats, style: str) -> Floats:
    """The hair on the skull, open over the face and the ears."""
    grow = {"short": 0.013, "curly": 0.020}.get(style, 0.016)
    skull = ellipsoid(local, (0, 0.026, -0.016), (0.129 + grow, 0.139 + grow, 0.139 + grow))
    face = ellipsoid(local, (0, -0.055, 0.130), (0.112, 0.148, 0.115))
    shape = subtraction(skull, face, 0.02)
    if style in ("short", "bun", "ponytail"):
        for sign in (1.0, -1.0):
            ear = ellipsoid(local, (sign * 0.14, -0.045, 0.010), (0.05, 0.062, 0.050))
            shape = subtraction(shape, ear, 0.02)
        nape = ellipsoid(local, (0, -0.19, -0.06), (0.16, 0.12, 0.17))
        shape = subtraction(shape, nape, 0.02)
    return shape


def _side_fringe(local: Floats) -> Floats:
    """Locks that sweep from a parting across the forehead to both temples."""
    parting = (-0.035, 0.158, 0.058)
    sweeps: Sequence[tuple[Vec3, Vec3]] = (
        ((0.020, 0.128, 0.122), (0.092, 0.068, 0.104)),
        ((0.048, 0.132, 0.098), (0.118, 0.060, 0.070)),
        ((0.070, 0.132, 0.070), (0.134, 0.030, 0.036)),
        ((-0.066, 0.124, 0.094), (-0.112, 0.066, 0.076)),
        ((-0.078, 0.122, 0.066), (-0.134, 0.030, 0.036)),
    )
    shape = None
    for middle, end in sweeps:
        lock = _lock(local, [parting, middle, end], (0.026, 0.030, 0.013))
        shape = lock if shape is None else union(shape, lock, 0.018)
    if shape is None:
        raise ValueError("a fringe needs locks")
    return shape


def _quiff(local: Floats) -> Floats:
    """Short hair brushed up and to one side."""
    shape = None
    for x, tip in ((-0.080, -0.055), (-0.045, 0.0), (0.0, 0.055), (0.045, 0.095), (0.078, 0.120)):
        root = (x, 0.110, 0.092 - 0.3 * abs(x))
        crest = ((x + tip) / 2 + 0.01, 0.165, 0.098 - 0.35 * abs(x))
        lock = _lock(local, [root, crest, (tip, 0.160, 0.03)], (0.024, 0.030, 0.018))
        shape = lock if shape is None else union(shape, lock, 0.008)
    if shape is None:
        raise ValueError("a quiff needs locks")
    return shape


def _fall(local: Floats, reach: float) -> Floats:
    """Hair that falls behind the ears and over the shoulders, down to `reach`."""
    middle = (reach - 0.02) / 2
    back = ellipsoid(local, (0, middle, -0.098), (0.136, 0.10 - middle, 0.058))
    for sign in (1.0, -1.0):
        front = _lock(
            local,
            [
                (sign * 0.128, 0.060, 0.020),
                (sign * 0.146, -0.040, 0.018),
                (sign * 0.136, max(-0.16, reach), 0.010),
                (sign * 0.126, max(-0.255, reach), 0.024),
            ],
            (0.024, 0.030, 0.026, 0.010),
        )
        side = _lock(
            local,
            [
                (sign * 0.124, 0.03, -0.04),
                (sign * 0.140, -0.09, -0.05),
                (sign * 0.118, reach + 0.03, -0.07),
            ],
            (0.032, 0.042, 0.020),
        )
        back = union(union(back, side, 0.02), front, 0.012)
    return back


def _curls(local: Floats, shape: Floats) -> Floats:
    """Round curls all over the cap."""
    golden = np.pi * (3 - np.sqrt(5))
    for k in range(46):
        up = 1 - 1.45 * (k + 0.5) / 46
        ring = np.sqrt(1 - up * up)
        turn = golden * k
        direction = np.array([ring * np.cos(turn), up, ring * np.sin(turn)])
        if direction[2] > 0.55 and direction[1] < 0.45:
            continue
        center = np.array([0, 0.03, -0.018]) + direction * np.array([0.140, 0.148, 0.148])
        shape = union(shape, sphere(local, center, 0.036 + 0.006 * np.sin(7.0 * k)), 0.010)
    return shape


def _lock(local: Floats, path: Sequence[Vec3], radii: Sequence[float]) -> Floats:
    """A tapering lock along a path."""
    shape = capsule(local, path[0], path[1], radii[0], radii[1])
    for at in range(1, len(path) - 1):
        part = capsule(local, path[at], path[at + 1], radii[at], radii[at + 1])
        shape = union(shape, part, 0.012)
    return shape


def _strands(local: Floats) -> Floats:
    """Fine grooves that run from the parting down."""
    turn = np.arctan2(local[:, 0] + np.float32(0.02), -local[:, 2] + np.float32(0.02))
    wave = np.sin(turn * 22 + 2.0 * np.sin(local[:, 1] * 16)) * 0.0017
    return np.asarray(wave + np.sin(turn * 9 + local[:, 1] * 9) * 0.0020, dtype=np.float32)


def beard(points: Floats, skeleton: Skeleton) -> Floats:
    """A full beard with a moustache."""
    local = head_space(points, skeleton)
    jaw = ellipsoid(local, (0, -0.085, 0.050), (0.102, 0.082, 0.090))
    opening = ellipsoid(local, (0, -0.020, 0.120), (0.082, 0.052, 0.085))
    shape = subtraction(jaw, opening, 0.02)
    shape = subtraction(shape, ellipsoid(local, (0, -0.080, 0.150), (0.030, 0.010, 0.03)), 0.012)
    for sign in (1.0, -1.0):
        moustache = capsule(
            local, (sign * 0.006, -0.058, 0.136), (sign * 0.052, -0.072, 0.112), 0.012, 0.007
        )
        shape = union(shape, moustache, 0.008)
    tip = capsule(local, (0, -0.12, 0.085), (0, -0.175, 0.085), 0.045, 0.018)
    shape = union(shape, tip, 0.03) + _strands(local) * np.float32(0.8)
    return np.asarray(shape * np.float32(skeleton.head_scale * 0.9), dtype=np.float32)


def bounds(skeleton: Skeleton, style: str) -> tuple[Floats, Floats]:
    """The box (low, high) that holds the hair."""
    reach = _LONG_BELOW if style in ("long", "ponytail") else 0.20
    low = skeleton.head_center + np.array([-0.21, -reach, -0.31]) * skeleton.head_scale
    high = skeleton.head_center + np.array([0.21, 0.24, 0.17]) * skeleton.head_scale
    return low.astype(np.float32), high.astype(np.float32)
