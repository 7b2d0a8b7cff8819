"""Clothes as pieces: signed-distance solids over the body, each with a colour and its weights."""

from collections.abc import Iterator

import numpy as np

from omnireel.engines.previs.colors import linear, mixed, shaded
from omnireel.engines.previs.people import anatomy, weights
from omnireel.engines.previs.people.accessories import apron, collar, scarf, shoes, skirt_cone
from omnireel.engines.previs.people.piece import Piece, Weigher, above, band, below, plane
from omnireel.engines.previs.people.skeleton import SIDES, Point, Skeleton
from omnireel.engines.previs.people.spec import PersonSpec
from omnireel.engines.previs.people.wardrobe import Garment
from omnireel.engines.previs.people.weights import Weights
from omnireel.engines.previs.scene import Floats
from omnireel.engines.previs.shapes.solid import (
    box,
    capsule,
    ellipsoid,
    intersection,
    subtraction,
    union,
)
from omnireel.engines.previs.shapes.transform import normalize


def pieces(spec: PersonSpec, skeleton: Skeleton) -> list[Piece]:
    """All pieces of a person's outfit, shoes last."""
    result: list[Piece] = []
    for garment in spec.garments:
        if garment.kind in ("dress", "gown", "robe"):
            result += _dress(garment, skeleton)
        elif garment.kind in ("trousers", "shorts"):
            result.append(_trousers(garment, skeleton))
        elif garment.kind == "skirt":
            result.append(_skirt(garment, skeleton, hem=0.50, flare=0.15))
        elif garment.kind in _SLEEVES:
            result += _top(garment, skeleton)
        elif garment.kind == "apron":
            result += apron(garment, skeleton)
        elif garment.kind == "scarf":
            result.append(scarf(garment, skeleton))
    result += shoes(spec, skeleton)
    return result


# How far each top's sleeves reach (0 shoulder, 1 elbow, 2 wrist), its hem and its thickness.
_SLEEVES: dict[str, tuple[float, float, float]] = {
    "tshirt": (0.62, 0.81, 0.013),
    "shirt": (1.93, 0.81, 0.013),
    "sweater": (1.94, 0.80, 0.020),
    "jacket": (1.93, 0.78, 0.022),
    "suit": (1.93, 0.73, 0.021),
    "coat": (1.92, 0.46, 0.026),
}


def _upper(points: Floats, skeleton: Skeleton, sleeves: float, grow: float) -> Floats:
    """Trunk and sleeves, `grow` metres over the skin."""
    shape = anatomy.trunk(points, skeleton, grow)
    for side in SIDES:
        shape = union(shape, _sleeve(points, skeleton, side, (sleeves, grow)), 0.03)
    return _neckline(points, skeleton, shape)


def _sleeve(points: Floats, skeleton: Skeleton, side: str, fit: tuple[float, float]) -> Floats:
    reach, grow = fit
    joints = skeleton.joints
    shoulder, elbow = joints[f"{side}_upper_arm"], joints[f"{side}_forearm"]
    wrist = joints[f"{side}_hand"]
    cloth = anatomy.arm(points, skeleton, side, grow)
    start, end = (shoulder, elbow) if reach <= 1 else (elbow, wrist)
    cut = start + (end - start) * (reach if reach <= 1 else reach - 1)
    beyond = plane(points, cut, normalize(end - start))
    if reach <= 1:  # short sleeves stand off a little
        cloth = union(cloth, capsule(points, shoulder, cut, 0.048 + grow, 0.050 + grow), 0.02)
    return intersection(cloth, beyond, 0.008)


def _neckline(points: Floats, skeleton: Skeleton, shape: Floats) -> Floats:
    center = skeleton.joints["neck"] + np.array([0, 0.035, 0.020]) * skeleton.scale
    return subtraction(
        shape, ellipsoid(points, center, np.array([0.074, 0.060, 0.080]) * skeleton.scale), 0.010
    )


def _upper_box(skeleton: Skeleton, hem: float) -> tuple[Point, Point]:
    wrist = skeleton.joints["left_hand"]
    high = np.array([wrist[0] + 0.07, skeleton.joints["neck"][1] + 0.06, 0.24 * skeleton.scale])
    low = np.array([-high[0], min(hem, wrist[1] - 0.07), -0.22 * skeleton.scale])
    return low, high


def _top(garment: Garment, skeleton: Skeleton) -> Iterator[Piece]:
    reach, hem, grow = _SLEEVES[garment.kind]
    hem *= skeleton.scale
    long = garment.kind == "coat"
    low, high = _upper_box(skeleton, hem - 0.03)
    opened = garment.kind in ("jacket", "suit", "coat")

    def distance(points: Floats) -> Floats:
        shape = _upper(points, skeleton, reach, grow)
        tail = skirt_cone(points, skeleton, (hem, 0.055 if long else grow), folds=0.4 * long)
        shape = union(shape, tail, 0.05)
        shape = intersection(shape, above(points, hem), 0.012)
        return _opening(points, skeleton, shape) if opened else shape

    def weigh(points: Floats) -> Weights:
        if long:
            return weights.skirted(points, skeleton, 0.75)
        return weights.body(points, skeleton)

    if long:
        low[0], high[0] = min(low[0], -0.34), max(high[0], 0.34)
        low[2], high[2] = -0.34, 0.34
    main = Piece(
        distance=distance, low=low, high=high, cell=0.024, color=garment.color, weigh=weigh
    )
    yield main
    trim = shaded(garment.color, 0.62)
    if opened:
        yield from _shirt_front(garment, skeleton, weigh)
    else:
        yield collar(skeleton, trim if garment.kind != "shirt" else shaded(garment.color, 1.1))
    if garment.kind == "sweater":
        yield band(main, (hem + 0.002, hem + 0.035), trim, 0.003)


def _opening(points: Floats, skeleton: Skeleton, shape: Floats) -> Floats:
    """The V of a jacket's front."""
    top = skeleton.joints["neck"] + np.array([0, 0.0, 0.12]) * skeleton.scale
    bottom = skeleton.joints["spine"] + np.array([0, 0.04, 0.14]) * skeleton.scale
    wedge = capsule(points, top, bottom, 0.062 * skeleton.scale, 0.012 * skeleton.scale)
    return subtraction(shape, wedge, 0.008)


def _shirt_front(garment: Garment, skeleton: Skeleton, weigh: Weigher) -> Iterator[Piece]:
    """What an open jacket shows: a shirt, its collar and, with a suit, a tie."""
    low, high = _upper_box(skeleton, skeleton.joints["spine"][1])
    low[:2] = (-0.16, skeleton.joints["spine"][1])
    high[0] = 0.16

    def shirt(points: Floats) -> Floats:
        return _neckline(points, skeleton, anatomy.trunk(points, skeleton, 0.010))

    def tie(points: Floats) -> Floats:
        line = np.abs(points[:, 0]) - (
            0.016 + 0.05 * np.clip(high[1] - points[:, 1] - 0.05, 0, 0.4)
        )
        face = shirt(points) - np.float32(0.008)
        front = np.float32(0.03) - points[:, 2]
        return intersection(intersection(face, np.asarray(line, dtype=np.float32)), front)

    white = linear("f1eee8")
    yield Piece(distance=shirt, low=low, high=high, cell=0.024, color=white, weigh=weigh)
    yield collar(skeleton, white)
    if garment.kind == "suit":
        yield Piece(
            distance=tie,
            low=low,
            high=high,
            cell=0.009,
            color=linear("8a1f2a"),
            weigh=weigh,
            covers=False,
        )


def _trousers(garment: Garment, skeleton: Skeleton) -> Piece:
    short = garment.kind == "shorts"
    scale, joints = skeleton.scale, skeleton.joints
    hem = joints["left_shin"][1] + 0.04 if short else 0.062 * scale
    waist = joints["spine"][1] - 0.02 * scale
    width = 0.16 * scale + skeleton.figure.hips

    def distance(points: Floats) -> Floats:
        shape = anatomy.trunk(points, skeleton, 0.007)
        for side in SIDES:
            loose = anatomy.leg(points, skeleton, side, 0.013)
            line = [joints[f"{side}_{name}"] for name in ("thigh", "foot")]
            straight = capsule(points, line[0], line[1], 0.066 * scale, 0.056 * scale)
            shape = union(shape, union(loose, straight, 0.03), 0.012)
        # Children's legs touch: part the trousers below the crotch.
        crotch = joints["left_thigh"][1] - 0.075 * scale
        gap = box(points, (0.0, crotch / 2 - 0.1, 0.0), (0.003, crotch / 2 + 0.1, 0.5))
        shape = subtraction(shape, gap, 0.035 * scale)
        shape = intersection(shape, below(points, waist), 0.01)
        return intersection(shape, above(points, hem), 0.008)

    def weigh(points: Floats) -> Weights:
        left = weights.smooth(points[:, 0], -0.010, 0.010)[:, None]
        result = weights.leg(points, skeleton, "left") * left
        result = result + weights.leg(points, skeleton, "right") * (1 - left)
        upper = weights.smooth(points[:, 1], joints["pelvis"][1] - 0.02, joints["pelvis"][1] + 0.1)
        return result * (1 - upper)[:, None] + weights.trunk(points, skeleton) * upper[:, None]

    return Piece(
        distance=distance,
        low=np.array([-width, hem - 0.03, -0.19 * scale]),
        high=np.array([width, waist + 0.04, 0.19 * scale]),
        cell=0.024,
        color=garment.color,
        weigh=weigh,
    )


def _skirt(garment: Garment, skeleton: Skeleton, hem: float, flare: float) -> Piece:
    hem *= skeleton.scale
    width = skeleton.figure.hips + (0.11 + flare) * skeleton.scale
    waist = skeleton.joints["spine"][1]

    def distance(points: Floats) -> Floats:
        shape = skirt_cone(points, skeleton, (hem, flare * skeleton.scale))
        return intersection(shape, above(points, hem), 0.008)

    return Piece(
        distance=distance,
        low=np.array([-width, hem - 0.03, -width]),
        high=np.array([width, waist + 0.06, width]),
        cell=0.024,
        color=garment.color,
        weigh=lambda points: weights.skirted(points, skeleton, 0.4),
    )


def _dress(garment: Garment, skeleton: Skeleton) -> Iterator[Piece]:
    hem, flare, reach = {
        "dress": (0.43, 0.175, 0.50),
        "gown": (0.09, 0.21, 0.42),
        "robe": (0.07, 0.14, 1.9),
    }[garment.kind]
    skirt = _skirt(garment, skeleton, hem, flare)
    low, high = _upper_box(skeleton, skirt.low[1])
    span = np.maximum(np.abs(low), np.abs(high))
    waist = skeleton.joints["spine"][1]
    if reach <= 1:
        span[0] = skeleton.joints["left_forearm"][0]

    def distance(points: Floats) -> Floats:
        bodice = _upper(points, skeleton, reach, 0.011)
        bodice = intersection(bodice, above(points, waist - 0.12), 0.01)
        return union(bodice, skirt.distance(points), 0.03)

    main = Piece(
        distance=distance,
        low=np.array([min(skirt.low[0], -span[0]), skirt.low[1], skirt.low[2]]),
        high=np.array([max(skirt.high[0], span[0]), high[1], skirt.high[2]]),
        cell=0.024,
        color=garment.color,
        weigh=skirt.weigh,
    )
    yield main
    trim = mixed(linear("f3e7d6"), garment.color, 0.06)
    if garment.kind == "robe":
        trim = shaded(garment.color, 0.5)
    hem *= skeleton.scale
    yield band(main, (hem - 0.0065, hem + 0.026 * skeleton.scale), trim, 0.007)
    belt = band(main, (waist - 0.026, waist + 0.012), trim, 0.005)
    belt.low[0], belt.high[0] = -0.2, 0.2
    yield belt
    yield collar(skeleton, trim)
