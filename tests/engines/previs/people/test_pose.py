"""Limbs reach where they are told, and only there."""

import itertools
import math

import numpy as np
import pytest

from omnireel.engines.previs.people.pose import (
    FIST,
    FLAT,
    Arm,
    Fingers,
    Foot,
    Pose,
    Turn,
    joint_of,
    lengths,
    solve,
    two_bone,
)
from omnireel.engines.previs.people.skeleton import Figure, build_skeleton
from omnireel.engines.previs.shapes.transform import apply

SKELETON = build_skeleton(Figure())


@pytest.mark.parametrize("target", [(0.3, 0.1, 0.2), (0.0, -0.4, 0.1), (0.05, 0.02, 0.0)])
def test_two_bones_reach_their_target(target: tuple[float, float, float]) -> None:
    root = np.array([0.1, 1.2, 0.0])
    goal = root + target
    middle, end = two_bone(root, goal, (0.24, 0.22), (0, -1, 0.2))
    assert end == pytest.approx(goal, abs=1e-6)
    assert np.linalg.norm(middle - root) == pytest.approx(0.24, abs=1e-6)
    assert np.linalg.norm(end - middle) == pytest.approx(0.22, abs=1e-6)


def test_two_bones_bend_towards_the_pole() -> None:
    middle, _ = two_bone(np.zeros(3), (0.3, 0, 0), (0.2, 0.2), (0, 0, 1))
    assert middle[2] > 0.1
    assert middle[1] == pytest.approx(0.0, abs=1e-9)


def test_out_of_reach_a_limb_stretches_towards_the_target() -> None:
    _, end = two_bone(np.zeros(3), (2.0, 0, 0), (0.25, 0.2), (0, -1, 0))
    assert 0.44 < end[0] <= 0.45
    assert end[1:] == pytest.approx(0.0, abs=0.03)


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_wrist_goes_where_the_arm_is_told(side: str) -> None:
    sign = 1 if side == "left" else -1
    wrist = np.array([sign * 0.25, 1.25, 0.30])
    bones = solve(SKELETON, Pose(arms={side: Arm(wrist=wrist)}))
    assert joint_of(SKELETON, f"{side}_hand", bones) == pytest.approx(wrist, abs=1e-4)


def test_feet_stay_when_the_pelvis_moves() -> None:
    moved = Pose(shift=(0.05, -0.08, 0.02), turns={"pelvis": Turn(twist=0.3, lean=0.1)})
    bones = solve(SKELETON, moved)
    for side in ("left", "right"):
        rest = SKELETON.joints[f"{side}_foot"]
        assert joint_of(SKELETON, f"{side}_foot", bones) == pytest.approx(rest, abs=1e-4)


def test_bones_are_rigid() -> None:
    pose = Pose(
        turns={"chest": Turn(nod=0.3, twist=-0.4)},
        arms={"left": Arm(wrist=np.array([0.2, 1.4, 0.3]))},
        feet={"right": Foot(ankle=np.array([-0.1, 0.2, 0.3]), pitch=0.4)},
        fingers={"left": FIST},
    )
    bones = solve(SKELETON, pose).astype(np.float64)
    linear = bones[:, :3, :3]
    identity = np.einsum("bij,bkj->bik", linear, linear)
    assert identity == pytest.approx(np.tile(np.eye(3), (len(bones), 1, 1)), abs=2e-4)
    assert np.linalg.det(linear) == pytest.approx(1.0, abs=2e-4)


def test_limbs_keep_their_length() -> None:
    arm = ("left_upper_arm", "left_forearm", "left_hand")
    bones = solve(SKELETON, Pose(arms={"left": Arm(wrist=np.array([0.1, 1.1, 0.35]))}))
    places = [joint_of(SKELETON, name, bones) for name in arm]
    measured = [float(np.linalg.norm(b - a)) for a, b in itertools.pairwise(places)]
    assert measured == pytest.approx(lengths(SKELETON, *arm), abs=1e-4)


def fingertip(fingers: Fingers, side: str) -> np.ndarray:
    """The middle finger's tip in the hand's frame."""
    bones = solve(SKELETON, Pose(fingers={side: fingers}))
    tip = apply(bones[SKELETON.index(f"{side}_middle_tip")], SKELETON.joints[f"{side}_middle_end"])
    hand = bones[SKELETON.index(f"{side}_hand")] @ SKELETON.rest[f"{side}_hand"]
    return apply(np.linalg.inv(hand), tip)


@pytest.mark.parametrize(("side", "sign"), [("left", 1), ("right", -1)])
def test_a_fist_curls_into_the_palm(side: str, sign: int) -> None:
    flat, closed = fingertip(FLAT, side), fingertip(FIST, side)
    assert flat[1] > 0.13
    assert closed[1] < flat[1] - 0.05
    assert sign * closed[0] > 0.02  # the palm is +x on the left hand, -x on the right


def test_turns_have_their_signs() -> None:
    assert Turn(nod=0.1).matrix()[:3, 1] == pytest.approx((0, math.cos(0.1), math.sin(0.1)))
    assert Turn(twist=0.1).matrix()[0, 2] > 0
    assert Turn(lean=0.1).matrix()[0, 1] < 0
