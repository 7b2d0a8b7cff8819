"""The skeleton of a person: proportions, joints, bones and rest frames.

Model space is metres, feet on y = 0, facing +z; the person's left is +x. At rest the arms hang
45 degrees out from the body, fingers straight, thumbs forward.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.scene import Floats
from omnireel.engines.previs.shapes.transform import axes, frame_along, normalize

Point = NDArray[np.float64]

SIDES = {"left": 1.0, "right": -1.0}
FINGERS = ("thumb", "index", "middle", "ring", "little")

# Canonical finger layout in hand space (y along the fingers, z to the thumb, x out of the left
# palm), metres for an adult: knuckle, direction, length, radius.
FINGER_SHAPES: Mapping[str, tuple[Point, Point, float, float]] = {
    "thumb": (np.array([0.006, 0.026, 0.024]), np.array([0.30, 0.66, 0.70]), 0.054, 0.0112),
    "index": (np.array([0.0, 0.079, 0.0275]), np.array([0.0, 1.0, 0.12]), 0.062, 0.0090),
    "middle": (np.array([0.0, 0.083, 0.0092]), np.array([0.0, 1.0, 0.04]), 0.068, 0.0093),
    "ring": (np.array([0.0, 0.080, -0.0092]), np.array([0.0, 1.0, -0.05]), 0.063, 0.0090),
    "little": (np.array([0.0, 0.072, -0.0265]), np.array([0.0, 1.0, -0.16]), 0.051, 0.0083),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Proportions. Lengths in metres; `girth` scales the limbs' thickness; `jaw`, `bust` and
    `belly` go from 0 to 1."""

    height: float = 1.62
    head: float = 1.0  # 1 is a head of 0.30 m
    shoulders: float = 0.138  # half widths
    hips: float = 0.082
    waist: float = 0.098
    girth: float = 1.0
    hands: float = 1.0
    jaw: float = 0.0
    bust: float = 0.6
    belly: float = 0.0
    stoop: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Skeleton:
    """Joint positions (model space), bone names in order, parents and rest frames (4, 4).

    `scale` is the size of the body below the chin relative to an adult of 1.62 m; `head_center` and
    `head_scale` place the canonical head. A bone's frame has its origin at its joint; +y points
    along the limb (up for the trunk), +z forward.
    """

    figure: Figure
    scale: float
    head_scale: float
    hand_scale: float
    head_center: Point
    joints: Mapping[str, Point]
    bones: tuple[str, ...]
    parents: Mapping[str, str]
    rest: Mapping[str, Floats]
    inverse: Floats

    def index(self, bone: str) -> int:
        """The bone's place in the placement's bones."""
        return self.bones.index(bone)


def build_skeleton(figure: Figure) -> Skeleton:
    """The skeleton of a figure."""
    head_scale = figure.head
    scale = (figure.height - 0.285 * head_scale) / (1.62 - 0.285)
    joints = _trunk(figure, scale)
    head_center = joints["head"] + np.array([0.0, 0.118, 0.012]) * head_scale
    hand_scale = figure.hands * scale**0.6
    for side, sign in SIDES.items():
        joints |= _limbs(figure, scale, hand_scale, side, sign)
    parents, ends = _bones()
    rest = {bone: _rest_frame(bone, joints, ends[bone]) for bone in parents}
    return Skeleton(
        figure=figure,
        scale=scale,
        head_scale=head_scale,
        hand_scale=hand_scale,
        head_center=head_center,
        joints=joints,
        bones=tuple(parents),
        parents=parents,
        rest=rest,
        inverse=np.linalg.inv(np.stack(list(rest.values()))).astype(np.float32),
    )


def _trunk(figure: Figure, scale: float) -> dict[str, Point]:
    heights = {"pelvis": 0.875, "spine": 0.985, "chest": 1.105, "neck": 1.262, "head": 1.345}
    joints = {name: np.array([0.0, y * scale, 0.0]) for name, y in heights.items()}
    joints["neck"][2] = -0.012 * scale + 0.02 * figure.stoop
    joints["head"][2] = -0.004 * scale + 0.05 * figure.stoop
    joints["skirt"] = joints["pelvis"].copy()
    joints["hair"] = joints["head"] + np.array([0.0, 0.09, -0.06]) * figure.head
    return joints


def _limbs(
    figure: Figure, scale: float, hand_scale: float, side: str, sign: float
) -> dict[str, Point]:
    shoulder = np.array([sign * figure.shoulders, 1.222 * scale, -0.008 * scale])
    out = normalize(np.array([sign * 1.0, -1.0, 0.0]))
    elbow = shoulder + out * 0.232 * scale + np.array([0.0, 0.0, -0.006])
    wrist = elbow + normalize(out + np.array([0.0, 0.0, 0.10])) * 0.212 * scale
    hip = np.array([sign * figure.hips, 0.835 * scale, 0.0])
    knee = np.array([sign * (figure.hips + 0.004), 0.455 * scale, 0.012 * scale])
    ankle = np.array([sign * (figure.hips + 0.006), 0.078 * scale, -0.012 * scale])
    joints = {
        f"{side}_clavicle": np.array([sign * 0.03, 1.225 * scale, 0.0]),
        f"{side}_upper_arm": shoulder,
        f"{side}_forearm": elbow,
        f"{side}_hand": wrist,
        f"{side}_thigh": hip,
        f"{side}_shin": knee,
        f"{side}_foot": ankle,
        f"{side}_toe": ankle + np.array([0.0, -0.055, 0.13]) * scale,
    }
    hand, _ = frame_along(wrist, 2 * wrist - elbow)
    for finger, (knuckle, direction, length, _) in FINGER_SHAPES.items():
        mirror = np.array([sign, 1.0, 1.0])
        base = hand[:3, 3] + hand[:3, :3] @ (knuckle * mirror) * hand_scale
        along = hand[:3, :3] @ normalize(direction * mirror) * length * hand_scale
        joints[f"{side}_{finger}"] = base
        joints[f"{side}_{finger}_tip"] = base + along * 0.52
        joints[f"{side}_{finger}_end"] = base + along
    return joints


def _bones() -> tuple[dict[str, str], dict[str, str]]:
    """Each bone's parent and the joint its +y points to ("" for straight up)."""
    parents = {
        "pelvis": "",
        "spine": "pelvis",
        "chest": "spine",
        "neck": "chest",
        "head": "neck",
        "skirt": "pelvis",
        "hair": "head",
    }
    ends = dict.fromkeys(parents, "")
    for side in SIDES:
        chain = ("clavicle", "upper_arm", "forearm", "hand")
        parents |= {
            f"{side}_{bone}": f"{side}_{parent}" if parent else "chest"
            for bone, parent in zip(chain, ("", *chain), strict=False)
        }
        legs = ("thigh", "shin", "foot")
        parents |= {
            f"{side}_{bone}": f"{side}_{parent}" if parent else "pelvis"
            for bone, parent in zip(legs, ("", *legs), strict=False)
        }
        ends |= {
            f"{side}_{bone}": f"{side}_{end}"
            for bone, end in (
                ("clavicle", "upper_arm"),
                ("upper_arm", "forearm"),
                ("forearm", "hand"),
                ("hand", "hand"),
                ("thigh", "shin"),
                ("shin", "foot"),
                ("foot", "toe"),
            )
        }
        for finger in FINGERS:
            parents[f"{side}_{finger}"] = f"{side}_hand"
            parents[f"{side}_{finger}_tip"] = f"{side}_{finger}"
            ends[f"{side}_{finger}"] = f"{side}_{finger}_tip"
            ends[f"{side}_{finger}_tip"] = f"{side}_{finger}_end"
    return parents, ends


def _rest_frame(bone: str, joints: Mapping[str, Point], end: str) -> Floats:
    origin = joints[bone]
    if not end:
        return axes((1, 0, 0), (0, 1, 0), (0, 0, 1), origin)
    if end == bone:  # the hand continues the forearm
        elbow = joints[bone.replace("hand", "forearm")]
        return frame_along(origin, 2 * origin - elbow)[0]
    hint = (0.0, 1.0, 0.0) if bone.endswith("foot") else (0.0, 0.0, 1.0)
    return frame_along(origin, joints[end], hint)[0]
