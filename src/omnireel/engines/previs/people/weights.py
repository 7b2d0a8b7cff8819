"""Skin weights: which bones a vertex follows, blended smoothly across the joints."""

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.people.skeleton import FINGERS, SIDES, Skeleton
from omnireel.engines.previs.scene import Floats, Skin
from omnireel.engines.previs.shapes import solid
from omnireel.engines.previs.shapes.transform import normalize

Weights = NDArray[np.float32]  # (n, bones)


def smooth(value: Floats, low: float, high: float) -> Floats:
    """0 below low, 1 above high, smooth between."""
    share = np.clip((value - np.float32(low)) / np.float32(high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), dtype=np.float32)


def chain(points: Floats, skeleton: Skeleton, bones: Sequence[str], *widths: float) -> Weights:
    """Weights along a chain of bones: each takes over from the one before at its joint.

    The change happens over a width in metres along the direction in which the limb passes the
    joint; the last width given serves the joints that are left.
    """
    weights = np.zeros((len(points), len(skeleton.bones)), dtype=np.float32)
    remaining = np.ones(len(points), dtype=np.float32)
    spans = itertools.chain(widths, itertools.repeat(widths[-1]))
    for (before, bone), width in zip(itertools.pairwise(bones), spans, strict=False):
        direction = skeleton.rest[bone][:3, 1].astype(float)
        previous = skeleton.rest[before][:3, 1].astype(float)
        if direction @ previous > 0:  # a leg leaves the pelvis against its axis
            direction = normalize(direction + previous)
        along = (points - skeleton.joints[bone].astype(np.float32)) @ direction.astype(np.float32)
        passed = smooth(along, -width / 2, width / 2)
        weights[:, skeleton.index(before)] += remaining * (1 - passed)
        remaining = remaining * passed
    weights[:, skeleton.index(bones[-1])] += remaining
    return weights


def trunk(points: Floats, skeleton: Skeleton) -> Weights:
    """Weights of pelvis, spine, chest, neck and head by height."""
    bones = ("pelvis", "spine", "chest", "neck", "head")
    return chain(points, skeleton, bones, 0.09 * skeleton.scale)


def arm(points: Floats, skeleton: Skeleton, side: str) -> Weights:
    """Weights along an arm from the chest to the wrist."""
    names = ("clavicle", "upper_arm", "forearm", "hand")
    bones = [f"{side}_{name}" for name in names]
    return chain(points, skeleton, bones, 0.13 * skeleton.scale, 0.08 * skeleton.scale)


def leg(points: Floats, skeleton: Skeleton, side: str) -> Weights:
    """Weights along a leg from the pelvis to the ankle."""
    bones = ["pelvis", *(f"{side}_{name}" for name in ("thigh", "shin", "foot"))]
    return chain(points, skeleton, bones, 0.10 * skeleton.scale)


def hand(points: Floats, skeleton: Skeleton, side: str) -> Weights:
    """Weights of a hand: each finger bends on its own, the palm stays whole."""
    weights = arm(points, skeleton, side)
    distances = np.stack([_finger_distance(points, skeleton, side, name) for name in FINGERS])
    size = np.float32(0.0035 * skeleton.hand_scale)
    nearness = np.exp(-(distances - distances.min(axis=0)) / size)
    nearness /= nearness.sum(axis=0)
    palm = skeleton.index(f"{side}_hand")
    width = 0.018 * skeleton.hand_scale
    result = weights.copy()
    result[:, palm] = 0
    for share, name in zip(nearness, FINGERS, strict=True):
        bones = (f"{side}_hand", f"{side}_{name}", f"{side}_{name}_tip")
        result += chain(points, skeleton, bones, width) * (share * weights[:, palm])[:, None]
    return result


def _finger_distance(points: Floats, skeleton: Skeleton, side: str, name: str) -> Floats:
    joints = skeleton.joints
    return solid.capsule(points, joints[f"{side}_{name}"], joints[f"{side}_{name}_end"], 0.0)


def body(points: Floats, skeleton: Skeleton) -> Weights:
    """Weights of what covers trunk and arms: a shirt, a coat, a dress's bodice."""
    weights = trunk(points, skeleton)
    reach = skeleton.scale
    for side in SIDES:
        joints = skeleton.joints
        shoulder, elbow = joints[f"{side}_upper_arm"], joints[f"{side}_forearm"]
        wrist = joints[f"{side}_hand"]
        axis = np.minimum(
            solid.capsule(points, shoulder, elbow, 0.0), solid.capsule(points, elbow, wrist, 0.0)
        )
        direction = normalize(elbow - shoulder).astype(np.float32)
        along = (points - shoulder.astype(np.float32)) @ direction
        share = smooth(along, -0.075 * reach, 0.06 * reach)
        share *= 1 - smooth(axis, 0.075 * reach, 0.115 * reach)
        weights = weights * (1 - share)[:, None]
        weights += arm(points, skeleton, side) * share[:, None]
    return weights


def skirted(points: Floats, skeleton: Skeleton, follow: float) -> Weights:
    """Body weights whose part below the hips swings with the skirt and, by `follow`, the legs."""
    weights = body(points, skeleton)
    hips = skeleton.joints["pelvis"][1]
    low = smooth(-points[:, 1], -hips - 0.01, -hips + 0.22 * skeleton.scale)
    side = smooth(points[:, 0], -0.12 * skeleton.scale, 0.12 * skeleton.scale)
    weights *= (1 - low)[:, None]
    weights[:, skeleton.index("skirt")] += low * (1 - follow)
    weights[:, skeleton.index("left_thigh")] += low * follow * side
    weights[:, skeleton.index("right_thigh")] += low * follow * (1 - side)
    return weights


def hanging(points: Floats, skeleton: Skeleton) -> Weights:
    """Weights of hair: its lower back part swings."""
    center, size = skeleton.head_center, skeleton.head_scale
    low = smooth(-points[:, 1], float(-center[1] + 0.02 * size), float(-center[1] + 0.26 * size))
    weights = np.zeros((len(points), len(skeleton.bones)), dtype=np.float32)
    weights[:, skeleton.index("hair")] = low
    weights[:, skeleton.index("head")] = 1 - low
    return weights


def rigid(points: Floats, skeleton: Skeleton, bone: str) -> Weights:
    """Everything follows one bone."""
    weights = np.zeros((len(points), len(skeleton.bones)), dtype=np.float32)
    weights[:, skeleton.index(bone)] = 1
    return weights


def skin(weights: Weights) -> Skin:
    """The four strongest influences of each vertex, summing to 1."""
    joints = np.argsort(-weights, axis=1)[:, :4]
    strongest = np.take_along_axis(weights, joints, axis=1)
    total = strongest.sum(axis=1, keepdims=True)
    return Skin(
        joints=np.ascontiguousarray(joints, dtype=np.int32),
        weights=np.ascontiguousarray(strongest / total, dtype=np.float32),
    )
