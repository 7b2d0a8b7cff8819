"""Verbs become motion."""

import numpy as np
import pytest

from omnireel.domain.storyboard import CastMember, Kind
from omnireel.engines.previs.events import Impact
from omnireel.engines.previs.people.acting import Cue, Performer, Stage, act_for, performer
from omnireel.engines.previs.people.mark import Mark
from omnireel.engines.previs.people.pose import joint_of
from omnireel.engines.previs.shapes.transform import apply

ACTS = (
    "stand wave cheer clap dance look talk sit hold play nod point jump walk run".split()
)  # fmt: skip
WOMAN = CastMember(id="woman-1", noun="woman", kind=Kind.PERSON, name="a woman")


def on_stage(*cues: Cue, duration: float = 4.0) -> Performer:
    return performer(WOMAN, cues, stage=Stage(duration=duration), seed=7)


@pytest.mark.parametrize("verb", ACTS)
def test_every_act_moves_smoothly(verb: str) -> None:
    actor = on_stage(Cue(verb=verb))
    skeleton = actor.person.skeleton
    tracked = ("left_hand", "right_hand", "left_forearm", "right_forearm", "head", "left_foot")
    track = []
    for frame in range(60):
        (skin, *_) = actor.element.place(frame / 24)
        assert skin.bones is not None
        joints = [joint_of(skeleton, name, skin.bones) for name in tracked]
        track.append(apply(skin.transforms[0], np.array(joints)))
    speed = np.linalg.norm(np.diff(np.array(track), axis=0), axis=2).max(axis=1) * 24
    assert speed.max() > 0.005, "nothing moves"
    assert speed.max() < 9.0, "something jumps"


def test_synonyms_find_their_act() -> None:
    assert act_for("stroll") == "walk"
    assert act_for("Sprint") == "run"
    assert act_for("sing") == "talk"
    assert act_for("photosynthesise") == ""


def test_a_jump_is_a_free_fall() -> None:
    actor = on_stage(Cue(verb="jump"))
    times = np.arange(0.50, 0.85, 0.01)
    height = np.array([actor.root_at(float(t))[1, 3] for t in times])
    acceleration = np.diff(height, 2) / 0.01**2
    assert acceleration == pytest.approx(-9.81, abs=0.4)
    landing = actor.element.events[0]
    assert isinstance(landing, Impact)
    assert actor.root_at(landing.time + 0.005)[1, 3] == pytest.approx(0.0, abs=1e-6)


def test_acts_follow_each_other_from_where_the_last_ended() -> None:
    actor = on_stage(
        Cue(verb="walk", start=0.5, end=3.0, goal=(0.0, 2.0)), Cue(verb="wave", start=3.0)
    )
    before, after = actor.root_at(2.999)[:3, 3], actor.root_at(3.001)[:3, 3]
    assert after == pytest.approx(before, abs=0.02)
    assert actor.root_at(0.2)[:3, 3] == pytest.approx((0, 0, 0))
    steps = [event for event in actor.element.events if isinstance(event, Impact)]
    assert len(steps) > 2
    assert all(0.5 < step.time < 3.0 and step.member == "woman-1" for step in steps)


def test_what_is_held_is_between_the_hands() -> None:
    stage = Stage(mark=Mark(position=(1, 0, -1), heading=0.5), duration=2.0)
    actor = performer(WOMAN, [Cue(verb="hold")], stage=stage, seed=7)
    held = actor.held_at(1.0)[:3, 3]
    bones = actor.element.place(1.0)[0].bones
    assert bones is not None
    skeleton = actor.person.skeleton
    hands = []
    for side in ("left", "right"):
        wrist = bones[skeleton.index(f"{side}_hand")] @ np.append(
            skeleton.joints[f"{side}_hand"], 1
        )
        hands.append((actor.root_at(1.0) @ wrist)[:3])
    assert np.linalg.norm(held - np.mean(hands, axis=0)) < 0.16


def test_the_mouth_moves_when_talking() -> None:
    talking = on_stage(Cue(verb="talk")).element
    pictures = {id(talking.paint(t / 24)["woman-1.face"]) for t in range(48)}
    assert len(pictures) > 5
