"""Poses: what a body does at one moment, and the bones that show it.

A pose turns the trunk's joints, and gives hands and feet places to be; two-bone inverse kinematics
bends elbows and knees. Everything is in the person's model space.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from omnireel.engines.previs.people.skeleton import FINGERS, SIDES, Point, Skeleton
from omnireel.engines.previs.scene import Floats, Vec3
from omnireel.engines.previs.shapes.transform import (
    apply,
    axes,
    cross,
    frame_along,
    identity,
    normalize,
    rotation_about,
    rotation_x,
    rotation_y,
    rotation_z,
    translation,
    vec3,
)

REACH = 0.998  # a limb never stretches quite straight, which would make its knee pop


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A joint's turn in radians: nod (+ forward, down), twist (+ to the person's left) and lean
    (+ to the person's right side)."""

    nod: float = 0.0
    twist: float = 0.0
    lean: float = 0.0

    def matrix(self) -> Floats:
        """The rotation (4, 4): twist, then lean, then nod."""
        turned = rotation_y(self.twist) @ rotation_z(self.lean) @ rotation_x(self.nod)
        return np.asarray(turned, dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingers:
    """How the fingers curl, 0 straight to 1 closed: thumb, index, middle, ring, little; and how
    far they spread."""

    curls: tuple[float, float, float, float, float] = (0.25, 0.22, 0.26, 0.30, 0.34)
    spread: float = 0.0


RELAXED = Fingers()
FLAT = Fingers(curls=(0.0, 0.02, 0.02, 0.02, 0.02), spread=0.4)
GRIP = Fingers(curls=(0.55, 0.75, 0.78, 0.80, 0.80))
FIST = Fingers(curls=(0.7, 1.0, 1.0, 1.0, 1.0))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arm:
    """Where a wrist is and what its hand does.

    `elbow` is a direction in which the elbow points; `hand` (3, 3) the hand's axes as columns (y
    along the fingers, z to the thumb), None in line with the forearm. With `on_body` wrist, elbow
    and hand move with the chest.
    """

    wrist: Point
    elbow: Vec3 = (0.3, -0.6, -0.7)
    hand: Floats | None = None
    on_body: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Foot:
    """Where an ankle is; the foot's turn (radians, + to the left) and pitch (+ heel up)."""

    ankle: Point
    turn: float = 0.0
    pitch: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pose:
    """A whole body's pose. Absent arms hang; absent feet stand where they rest.

    `shift` moves the pelvis; `turns` are of pelvis, spine, chest, neck, head, skirt and hair;
    `shrug` raises a shoulder (metres up, metres forward).
    """

    shift: Vec3 = (0.0, 0.0, 0.0)
    turns: Mapping[str, Turn] = field(default_factory=dict)
    arms: Mapping[str, Arm] = field(default_factory=dict)
    feet: Mapping[str, Foot] = field(default_factory=dict)
    fingers: Mapping[str, Fingers] = field(default_factory=dict)
    shrug: Mapping[str, tuple[float, float]] = field(default_factory=dict)


def two_bone(
    root: Point, target: ArrayLike, lengths: tuple[float, float], pole: ArrayLike
) -> tuple[Point, Point]:
    """The middle joint and the end of a two-bone limb that reaches for a target.

    The middle joint bends towards the direction `pole`; out of reach, the limb stretches as far as
    it goes.
    """
    first, second = lengths
    toward = np.asarray(target, dtype=np.float64) - root
    longest = (first + second) * REACH
    distance = float(np.clip(np.linalg.norm(toward), abs(first - second) * 1.02 + 1e-4, longest))
    direction = normalize(toward)
    along = (first**2 - second**2 + distance**2) / (2 * distance)
    height = math.sqrt(max(first**2 - along**2, 0.0))
    side = np.asarray(pole, dtype=np.float64)
    side = side - direction * float(side @ direction)
    middle = root + direction * along + normalize(side) * height
    return middle, root + direction * distance


def about(center: ArrayLike, turn: Floats) -> Floats:
    """A rotation about a point instead of the origin."""
    x, y, z = (float(c) for c in np.asarray(center))
    return np.asarray(translation(x, y, z) @ turn @ translation(-x, -y, -z), dtype=np.float32)


def trunk_moves(skeleton: Skeleton, pose: Pose) -> dict[str, Floats]:
    """How pose takes each trunk bone from rest: transforms (4, 4) of model space."""
    moves: dict[str, Floats] = {"": translation(*pose.shift)}
    for bone in ("pelvis", "spine", "chest", "neck", "head", "skirt", "hair"):
        turn = pose.turns.get(bone)
        move = moves[skeleton.parents[bone]]
        if turn is not None:
            move = move @ about(skeleton.joints[bone], turn.matrix())
        moves[bone] = move
    return moves


def solve(skeleton: Skeleton, pose: Pose) -> Floats:
    """The bones (b, 4, 4) that take the rest pose to this pose."""
    moves = trunk_moves(skeleton, pose)
    frames = {bone: moves[bone] @ skeleton.rest[bone] for bone in moves if bone}
    for side in SIDES:
        frames |= _arm_frames(skeleton, pose, side, moves["chest"])
        frames |= _leg_frames(skeleton, pose, side, moves["pelvis"])
    posed = np.stack([frames[bone] for bone in skeleton.bones])
    return np.asarray(posed @ skeleton.inverse, dtype=np.float32)


def joint_of(skeleton: Skeleton, bone: str, bones: Floats) -> Point:
    """Where a bone's joint is under these bones."""
    return apply(bones[skeleton.index(bone)], skeleton.joints[bone]).astype(np.float64)


def lengths(skeleton: Skeleton, *names: str) -> tuple[float, float]:
    """The lengths of the two bones between three joints."""
    a, b, c = (skeleton.joints[name] for name in names)
    return float(np.linalg.norm(b - a)), float(np.linalg.norm(c - b))


def hanging(skeleton: Skeleton, side: str, swing: float = 0.0, bend: float = 0.25) -> Arm:
    """An arm that hangs: swing forward and the elbow's bend in radians."""
    sign = SIDES[side]
    shoulder = skeleton.joints[f"{side}_upper_arm"]
    upper, lower = lengths(skeleton, f"{side}_upper_arm", f"{side}_forearm", f"{side}_hand")
    out = 0.19
    elbow = shoulder + upper * normalize((sign * out, -math.cos(swing), math.sin(swing)))
    reach = swing + bend
    wrist = elbow + lower * normalize((sign * 0.02, -math.cos(reach), math.sin(reach)))
    along = normalize(wrist - elbow)
    thumb = normalize(np.array([-sign * 0.25, 0.0, 1.0]))
    x = normalize(cross(along, thumb))
    hand = np.stack([x, along, cross(x, along)], axis=1).astype(np.float32)
    return Arm(wrist=wrist, elbow=(sign * 0.35, -0.2, -1.0), hand=hand, on_body=True)


def _arm_frames(skeleton: Skeleton, pose: Pose, side: str, chest: Floats) -> dict[str, Floats]:
    arm = pose.arms.get(side) or hanging(skeleton, side)
    clavicle = chest
    if side in pose.shrug:
        up, forward = pose.shrug[side]
        reach = skeleton.figure.shoulders
        sign = SIDES[side]
        turn = rotation_z(sign * up / reach) @ rotation_y(-sign * forward / reach)
        clavicle = chest @ about(skeleton.joints[f"{side}_clavicle"], turn)
    names = (f"{side}_upper_arm", f"{side}_forearm", f"{side}_hand")
    shoulder = apply(clavicle, skeleton.joints[names[0]]).astype(np.float64)
    target, pole = np.asarray(arm.wrist, dtype=np.float64), np.asarray(arm.elbow)
    hand = arm.hand
    if arm.on_body:
        target = apply(chest, target).astype(np.float64)
        pole = chest[:3, :3] @ pole
        hand = None if hand is None else np.asarray(chest[:3, :3] @ hand, dtype=np.float32)
    elbow, wrist = two_bone(shoulder, target, lengths(skeleton, *names), pole)
    along = normalize(wrist - elbow)
    palm = frame_along(wrist, wrist + along)[0]
    if hand is not None:
        palm = axes(hand[:, 0], hand[:, 1], hand[:, 2], wrist)
    thumb = palm[:3, 2].astype(np.float64)
    frames = {
        f"{side}_clavicle": clavicle @ skeleton.rest[f"{side}_clavicle"],
        names[0]: _rolled(shoulder, elbow, clavicle @ skeleton.rest[names[0]], thumb, 0.25),
        names[1]: _rolled(elbow, wrist, clavicle @ skeleton.rest[names[1]], thumb, 0.75),
        names[2]: palm,
    }
    return frames | _finger_frames(skeleton, side, palm, pose.fingers.get(side, RELAXED))


def _rolled(a: Point, b: Point, rest: Floats, thumb: Point, share: float) -> Floats:
    """A limb's frame from a to b: the rest frame swung there, its roll partly the hand's.

    So a turned wrist twists the whole forearm instead of wringing the skin at the wrist.
    """
    along = normalize(b - a)
    swung = _swing(rest[:3, 1].astype(np.float64), along) @ rest[:3, :3]
    hand = thumb - along * float(thumb @ along)
    own = swung[:, 2].astype(np.float64)
    strength = float(np.linalg.norm(hand))
    if strength > 0.2:
        cosine = float(np.clip(own @ (hand / strength), -1, 1))
        sine = float(cross(own, hand / strength) @ along)
        roll = math.atan2(sine, cosine) * share
        swung = rotation_about(along, roll)[:3, :3] @ swung
    return axes(swung[:, 0], along, swung[:, 2], a)


def _swing(start: Point, end: Point) -> Floats:
    """The smallest rotation (3, 3) from one direction to another."""
    axis = cross(start, end)
    angle = math.atan2(float(np.linalg.norm(axis)), float(start @ end))
    if np.linalg.norm(axis) < 1e-9:
        return identity()[:3, :3]
    return rotation_about(axis, angle)[:3, :3]


def _finger_frames(
    skeleton: Skeleton, side: str, palm: Floats, fingers: Fingers
) -> dict[str, Floats]:
    sign = SIDES[side]
    rest_palm = skeleton.rest[f"{side}_hand"]
    to_palm = np.linalg.inv(rest_palm).astype(np.float32)
    frames: dict[str, Floats] = {}
    for order, (name, curl) in enumerate(zip(FINGERS, fingers.curls, strict=True)):
        base, tip = f"{side}_{name}", f"{side}_{name}_tip"
        local_base, local_tip = to_palm @ skeleton.rest[base], to_palm @ skeleton.rest[tip]
        if name == "thumb":
            # The thumb folds across the palm, towards the little finger.
            first = rotation_about((sign * 0.15, 1.0, 0.0), sign * 0.9 * curl)
            first = first @ rotation_about((1.0, 0.0, 0.0), -0.45 * curl)
            second = rotation_about((1.0, 0.0, 0.0), -0.7 * curl)
        else:
            spread = fingers.spread * (2.5 - order) * 0.13
            first = rotation_x(spread) @ rotation_z(-sign * 1.45 * curl)
            second = rotation_z(-sign * 1.6 * curl)
        move = about(local_base[:3, 3], first)
        frames[base] = palm @ move @ local_base
        frames[tip] = palm @ move @ about(local_tip[:3, 3], second) @ local_tip
    return frames


def _leg_frames(skeleton: Skeleton, pose: Pose, side: str, pelvis: Floats) -> dict[str, Floats]:
    names = (f"{side}_thigh", f"{side}_shin", f"{side}_foot")
    foot = pose.feet.get(side) or Foot(ankle=skeleton.joints[names[2]])
    hip = apply(pelvis, skeleton.joints[names[0]]).astype(np.float64)
    heading = rotation_y(foot.turn)
    forward = heading[:3, :3] @ np.array([0.0, 0.0, 1.0])
    knee, ankle = two_bone(hip, foot.ankle, lengths(skeleton, *names), forward)
    turned = heading @ rotation_x(foot.pitch)
    sole = turned[:3, :3] @ skeleton.rest[names[2]][:3, :3]
    hint = vec3(forward)
    return {
        names[0]: frame_along(hip, knee, hint)[0],
        names[1]: frame_along(knee, ankle, hint)[0],
        names[2]: axes(sole[:, 0], sole[:, 1], sole[:, 2], ankle),
    }
