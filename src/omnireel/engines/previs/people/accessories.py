"""Collars, aprons, scarves and shoes, and the cone that skirts and coats are cut from."""

from collections.abc import Iterator

import numpy as np

from omnireel.engines.previs.people import anatomy, weights
from omnireel.engines.previs.people.piece import Piece, Weigher, above, below
from omnireel.engines.previs.people.skeleton import SIDES, Point, Skeleton
from omnireel.engines.previs.people.spec import PersonSpec
from omnireel.engines.previs.people.wardrobe import Garment
from omnireel.engines.previs.scene import Floats, Vec3
from omnireel.engines.previs.shapes.solid import (
    Distance,
    capsule,
    ellipsoid,
    intersection,
    union,
)


def skirt_cone(
    points: Floats, skeleton: Skeleton, shape: tuple[float, float], folds: float = 1.0
) -> Floats:
    """A skirt's solid cone from the waist to a hem: shape is (hem height, extra width)."""
    hem, flare = shape
    scale = skeleton.scale
    waist = skeleton.joints["spine"][1]
    turn = np.arctan2(points[:, 0], points[:, 2])
    down = np.clip((np.float32(waist) - points[:, 1]) / np.float32(waist - hem), 0, 1.1)
    hips = (skeleton.figure.hips + 0.085 * scale - skeleton.figure.waist) * np.sin(
        np.clip(down * 2.6, 0, 1) * np.pi / 2
    )
    radius = skeleton.figure.waist + 0.012 + hips + flare * down**1.25
    wave = np.sin(turn * 8 + 0.6 * np.sin(turn * 3)) + 0.45 * np.sin(turn * 13 + 1.3)
    radius = radius + folds * 0.125 * flare * down**1.3 * wave
    across = np.hypot(points[:, 0], points[:, 2] * np.float32(1.14)) - radius
    body = np.asarray(across * 0.82, dtype=np.float32)
    return intersection(body, below(points, waist + 0.02 * scale), 0.02)


def collar(skeleton: Skeleton, color: Vec3) -> Piece:
    """A round collar where the neck leaves the clothes."""
    size = skeleton.scale
    center = skeleton.joints["neck"] + np.array([0, 0.004, 0.006]) * size

    def distance(points: Floats) -> Floats:
        local = (points - center.astype(np.float32)) / np.float32(size)
        tilt = local[:, 1] + local[:, 2] * np.float32(0.45)
        ring = np.hypot(local[:, 0], local[:, 2] * 1.05) - (0.066 - 0.10 * tilt)
        shape = np.hypot(ring * 1.3, np.maximum(np.abs(tilt) - 0.010, 0)) - 0.011
        return np.asarray(shape * size * 0.75, dtype=np.float32)

    return Piece(
        distance=distance,
        low=center - 0.12 * size,
        high=center + 0.12 * size,
        cell=0.0125,
        color=color,
        weigh=lambda points: weights.trunk(points, skeleton),
        covers=False,
    )


def apron(garment: Garment, skeleton: Skeleton) -> Iterator[Piece]:
    joints, scale = skeleton.joints, skeleton.scale
    hem = 0.50 * scale
    high = joints["chest"][1] + 0.06 * scale

    def distance(points: Floats) -> Floats:
        under = union(
            anatomy.trunk(points, skeleton, 0.034),
            skirt_cone(points, skeleton, (hem, 0.10 * scale), folds=0.3) - np.float32(0.02),
            0.04,
        )
        wide = np.where(points[:, 1] > joints["spine"][1], 0.085, 0.17) * scale
        shape = intersection(under, np.asarray(np.abs(points[:, 0]) - wide, np.float32), 0.01)
        shape = intersection(shape, np.asarray(0.02 - points[:, 2], np.float32), 0.01)
        shape = intersection(shape, below(points, high), 0.01)
        return intersection(shape, above(points, hem), 0.01)

    yield Piece(
        distance=distance,
        low=np.array([-0.22, hem - 0.03, -0.02]) * 1.0,
        high=np.array([0.22, high + 0.03, 0.36]),
        cell=0.018,
        color=garment.color,
        weigh=lambda points: weights.skirted(points, skeleton, 0.45),
        covers=False,
    )


def scarf(garment: Garment, skeleton: Skeleton) -> Piece:
    size = skeleton.scale
    center = skeleton.joints["neck"] + np.array([0, 0.022, 0.004]) * size

    def distance(points: Floats) -> Floats:
        local = points - center.astype(np.float32)
        turn = np.arctan2(local[:, 0], local[:, 2])
        height = local[:, 1] + 0.012 * size * np.sin(turn * 2 + 0.6)
        ring = np.hypot(np.hypot(local[:, 0], local[:, 2]) - 0.068 * size, height * 0.8)
        wrap = np.asarray(ring - (0.034 + 0.003 * np.sin(turn * 9)) * size, dtype=np.float32)
        knot = center + np.array([0.045, -0.02, 0.075]) * size
        end = center + np.array([0.070, -0.22, 0.115]) * size
        return union(wrap, capsule(points, knot, end, 0.026 * size, 0.036 * size), 0.02)

    return Piece(
        distance=distance,
        low=center - np.array([0.14, 0.30, 0.14]) * size,
        high=center + np.array([0.15, 0.08, 0.18]) * size,
        cell=0.011,
        color=garment.color,
        weigh=lambda points: weights.trunk(points, skeleton),
        covers=False,
    )


def shoes(spec: PersonSpec, skeleton: Skeleton) -> Iterator[Piece]:
    size = skeleton.scale**0.75
    for side in SIDES:
        ankle = skeleton.joints[f"{side}_foot"]
        yield Piece(
            distance=_shoe(ankle, size, skeleton.scale),
            low=np.array([ankle[0] - 0.09, -0.02, ankle[2] - 0.12]),
            high=np.array([ankle[0] + 0.09, ankle[1] + 0.09, ankle[2] + 0.24]),
            cell=0.015,
            color=spec.shoes,
            weigh=_foot_weigher(skeleton, f"{side}_foot"),
            shiny=True,
        )


def _foot_weigher(skeleton: Skeleton, bone: str) -> Weigher:
    return lambda points: weights.rigid(points, skeleton, bone)


def _shoe(ankle: Point, size: float, scale: float) -> Distance:
    ground = np.array([ankle[0], 0.0, ankle[2]])

    def distance(points: Floats) -> Floats:
        toe = ground + np.array([0, 0.028, 0.105]) * size
        heel = ground + np.array([0, 0.034, -0.012]) * size
        shape = ellipsoid(points, toe, np.array([0.044, 0.036, 0.075]) * size)
        shape = union(shape, ellipsoid(points, heel, np.array([0.038, 0.050, 0.044]) * size), 0.05)
        cuff = ground + np.array([0, 0.075 * scale, 0.0])
        shape = union(shape, capsule(points, heel, cuff, 0.040 * size, 0.040 * size), 0.02)
        return intersection(shape, above(points, 0.001), 0.012)

    return distance
