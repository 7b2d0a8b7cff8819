"""A person's bare body as signed-distance solids: head, trunk, arms, hands and legs."""

from collections.abc import Mapping

import numpy as np

from omnireel.engines.previs.people.skeleton import FINGER_SHAPES, FINGERS, SIDES, Skeleton
from omnireel.engines.previs.scene import Floats
from omnireel.engines.previs.shapes.solid import capsule, ellipsoid, sphere, subtraction, union


def head_space(points: Floats, skeleton: Skeleton) -> Floats:
    """Points in the canonical head: its centre at the origin, 0.30 m from chin to crown."""
    center = skeleton.head_center.astype(np.float32)
    return np.asarray((points - center) / np.float32(skeleton.head_scale), dtype=np.float32)


def head(points: Floats, skeleton: Skeleton) -> Floats:
    """Skull, face, ears and neck."""
    local = head_space(points, skeleton)
    figure = skeleton.figure
    shape = ellipsoid(local, (0, 0.022, -0.010), (0.128, 0.136, 0.138))
    jaw = (0.098 + 0.013 * figure.jaw, 0.090, 0.092)
    shape = union(shape, ellipsoid(local, (0, -0.052, 0.030), jaw), 0.07)
    chin = (0.038 + 0.014 * figure.jaw, 0.024, 0.026)
    shape = union(shape, ellipsoid(local, (0, -0.122, 0.076), chin), 0.05)
    for sign in SIDES.values():
        shape = union(shape, sphere(local, (sign * 0.062, -0.046, 0.082), 0.040), 0.05)
        shape = subtraction(shape, sphere(local, (sign * 0.056, 0.010, 0.186), 0.058), 0.03)
        shape = union(shape, sphere(local, (sign * 0.054, 0.004, 0.082), 0.040), 0.010)
        shape = union(shape, _ear(local, sign), 0.014)
    shape = union(shape, capsule(local, (0, 0.02, 0.116), (0, -0.026, 0.139), 0.007), 0.03)
    shape = union(shape, ellipsoid(local, (0, -0.034, 0.142), (0.0165, 0.0140, 0.0165)), 0.016)
    shape = union(shape, ellipsoid(local, (0, -0.082, 0.104), (0.034, 0.018, 0.016)), 0.04)
    return union(shape * np.float32(skeleton.head_scale), neck(points, skeleton), 0.035)


def _ear(local: Floats, sign: float) -> Floats:
    shell = ellipsoid(local, (sign * 0.131, -0.012, -0.012), (0.013, 0.033, 0.024))
    hollow = ellipsoid(local, (sign * 0.147, -0.008, -0.004), (0.011, 0.021, 0.014))
    return subtraction(shell, hollow, 0.006)


def neck(points: Floats, skeleton: Skeleton) -> Floats:
    """The neck, down into the chest."""
    size = skeleton.scale * skeleton.figure.girth
    low = skeleton.joints["neck"] - np.array([0, 0.05, 0.0]) * skeleton.scale
    high = skeleton.joints["head"] + np.array([0, 0.05, 0.005]) * skeleton.head_scale
    return capsule(points, low, high, 0.049 * size, 0.043 * size)


def trunk(points: Floats, skeleton: Skeleton, grow: float = 0.0) -> Floats:
    """Shoulders, chest, waist and hips, `grow` metres thicker (for clothes)."""
    figure, scale, joints = skeleton.figure, skeleton.scale, skeleton.joints
    wide = figure.shoulders
    chest = joints["chest"] + np.array([0, 0.025, -0.004]) * scale
    shape = ellipsoid(
        points, chest, (wide * 0.90 + grow, 0.135 * scale + grow, 0.092 * scale + grow)
    )
    for sign in SIDES.values():
        shoulder = joints["left_upper_arm"] * np.array([sign, 1, 1])
        inner = joints["neck"] + np.array([sign * 0.02, -0.035, 0.004]) * scale
        yoke = capsule(points, inner, shoulder, 0.050 * scale + grow, 0.046 * scale + grow)
        shape = union(shape, yoke, 0.05 * scale)
        bust = chest + np.array([sign * 0.052, -0.030, 0.052 + 0.010 * figure.bust]) * scale
        radius = (0.030 + 0.018 * figure.bust) * scale + grow
        shape = union(shape, sphere(points, bust, radius), 0.06 * scale)
    waist = joints["spine"] + np.array([0, 0.0, 0.010 * figure.belly])
    thick = figure.waist + 0.03 * figure.belly + grow
    depth = (0.076 + 0.05 * figure.belly) * scale + grow
    shape = union(shape, ellipsoid(points, waist, (thick, 0.12 * scale, depth)), 0.07 * scale)
    hips = joints["pelvis"] + np.array([0, -0.025, -0.004]) * scale
    wide_hips = figure.hips + 0.062 * scale + grow
    low = ellipsoid(points, hips, (wide_hips, 0.100 * scale + grow, 0.098 * scale + grow))
    return union(shape, low, 0.08 * scale)


def arm(points: Floats, skeleton: Skeleton, side: str, grow: float = 0.0) -> Floats:
    """Upper arm and forearm."""
    size = skeleton.scale**0.8 * skeleton.figure.girth
    joints = skeleton.joints
    shoulder, elbow = joints[f"{side}_upper_arm"], joints[f"{side}_forearm"]
    wrist = joints[f"{side}_hand"]
    upper = capsule(points, shoulder, elbow, 0.044 * size + grow, 0.035 * size + grow)
    lower = capsule(points, elbow, wrist, 0.036 * size + grow, 0.0245 * size + grow)
    return union(upper, lower, 0.02)


def hand(points: Floats, skeleton: Skeleton, side: str) -> Floats:
    """Palm, four fingers and thumb, continued by the forearm."""
    size = skeleton.hand_scale
    sign = SIDES[side]
    frame = skeleton.rest[f"{side}_hand"]
    mirror = np.array([sign, 1.0, 1.0]) / size
    local = np.asarray((points - frame[:3, 3]) @ frame[:3, :3] * mirror, dtype=np.float32)
    palm = ellipsoid(local, (0.0, 0.046, 0.0), (0.0175, 0.048, 0.040))
    palm = union(palm, capsule(local, (0, 0.068, 0.022), (0, 0.064, -0.022), 0.0135), 0.02)
    ball = capsule(local, (0.004, 0.018, 0.012), FINGER_SHAPES["thumb"][0], 0.0150)
    shape = union(palm, ball, 0.022)
    for name in FINGERS:
        shape = union(shape, _finger(local, name), 0.0065)
    return union(shape * np.float32(size), arm(points, skeleton, side), 0.022 * size)


def _finger(local: Floats, name: str) -> Floats:
    knuckle, direction, length, radius = FINGER_SHAPES[name]
    tip = knuckle + direction / np.linalg.norm(direction) * (length - radius * 0.9)
    return capsule(local, knuckle, tip, radius, radius * 0.86)


def leg(points: Floats, skeleton: Skeleton, side: str, grow: float = 0.0) -> Floats:
    """Thigh, calf and ankle."""
    size = skeleton.scale**0.8 * skeleton.figure.girth
    joints = skeleton.joints
    hip, knee, ankle = (joints[f"{side}_{name}"] for name in ("thigh", "shin", "foot"))
    thigh = capsule(points, hip, knee, 0.072 * size + grow, 0.051 * size + grow)
    shin = capsule(points, knee, ankle, 0.050 * size + grow, 0.034 * size + grow)
    calf = knee + (ankle - knee) * 0.28 + np.array([0, 0, -0.014]) * size
    shape = union(thigh, shin, 0.03)
    return union(shape, ellipsoid(points, calf, np.array([0.05, 0.11, 0.05]) * size + grow), 0.04)


def bounds(skeleton: Skeleton) -> Mapping[str, tuple[Floats, Floats]]:
    """Boxes (low, high) that hold the head, the trunk, and each arm, hand and leg."""
    joints, scale = skeleton.joints, skeleton.scale
    head_box = (
        skeleton.head_center + np.array([-0.17, -0.17, -0.17]) * skeleton.head_scale,
        skeleton.head_center + np.array([0.17, 0.19, 0.19]) * skeleton.head_scale,
    )
    head_box[0][1] = joints["neck"][1] - 0.06 * scale
    boxes = {"head": head_box}
    for side in SIDES:
        parts = {"arm": ("upper_arm", "forearm", "hand"), "leg": ("thigh", "shin", "foot")}
        for part, names in parts.items():
            line = np.stack([joints[f"{side}_{name}"] for name in names])
            margin = 0.13 * scale
            boxes[f"{side}_{part}"] = (line.min(axis=0) - margin, line.max(axis=0) + margin)
        ends = np.stack(
            [joints[f"{side}_hand"], *(joints[f"{side}_{finger}_end"] for finger in FINGERS)]
        )
        margin = 0.055 * skeleton.hand_scale
        boxes[f"{side}_hand"] = (ends.min(axis=0) - margin, ends.max(axis=0) + margin)
    return {
        name: (low.astype(np.float32), high.astype(np.float32))
        for name, (low, high) in boxes.items()
    }
