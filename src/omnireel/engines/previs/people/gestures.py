"""Acts on the spot: standing, waving, dancing, jumping, sitting, talking, looking, holding."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from omnireel.engines.previs.easing import eased
from omnireel.engines.previs.events import Impact
from omnireel.engines.previs.people.act import Act, Direction, Moment
from omnireel.engines.previs.people.face import Expression
from omnireel.engines.previs.people.liveliness import Liveliness
from omnireel.engines.previs.people.mark import Mark
from omnireel.engines.previs.people.pose import (
    FIST,
    FLAT,
    GRIP,
    Arm,
    Foot,
    Pose,
    Turn,
    hanging,
)
from omnireel.engines.previs.people.skeleton import SIDES, Point, Skeleton
from omnireel.engines.previs.scene import Floats, Vec3
from omnireel.engines.previs.shapes.transform import cross, normalize, translation, vec3

_GRAVITY = 9.81


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Body:
    """Who gestures: a skeleton and its rhythms."""

    skeleton: Skeleton
    life: Liveliness

    def point(self, x: float, y: float, z: float) -> Point:
        """A place about the chest joint, in metres of an adult."""
        place = self.skeleton.joints["chest"] + np.array([x, y, z]) * self.skeleton.scale
        return np.asarray(place, dtype=np.float64)


Gesture = Callable[[Body, float, Direction], tuple[Pose, Expression]]


def on_the_spot(gesture: Gesture, body: Body, mark: Mark, direction: Direction) -> Act:
    """An act that stays on its mark."""
    x, _, z = mark.position
    stand = Mark(position=(x, direction.floor(x, z), z), heading=mark.heading)
    root = stand.matrix()

    def at(t: float) -> Moment:
        pose, expression = gesture(body, t * direction.tempo, direction)
        return Moment(pose=pose, root=root, expression=expression)

    return Act(at=at, events=(), end=stand)


def stand(body: Body, t: float, direction: Direction) -> tuple[Pose, Expression]:
    """Breath, weight from foot to foot, a wandering gaze."""
    del direction
    life, skeleton = body.life, body.skeleton
    sway, breath = life.sway(t * 0.7), life.breath(t)
    turns = {
        "pelvis": Turn(lean=-0.035 * sway, twist=0.03 * sway),
        "spine": Turn(lean=0.03 * sway, nod=0.01),
        "chest": Turn(nod=-0.015 + 0.014 * breath, lean=0.012 * sway),
        "neck": Turn(twist=0.05 * math.sin(0.5 * t)),
        "head": Turn(twist=0.10 * math.sin(0.43 * t), nod=0.02 + 0.02 * math.sin(0.7 * t)),
        "skirt": life.skirt(t),
        "hair": life.hair(t),
    }
    arms = {
        side: hanging(skeleton, side, swing=0.03 * sway * sign + 0.02, bend=0.26 + 0.03 * breath)
        for side, sign in SIDES.items()
    }
    pose = Pose(
        shift=(0.022 * sway * skeleton.scale, -0.008 * skeleton.scale, 0.0),
        turns=turns,
        arms=arms,
    )
    return pose, Expression(blink=life.blink(t), gaze_x=life.glance(t, 0.0), smile=0.5)


def wave(body: Body, t: float, direction: Direction) -> tuple[Pose, Expression]:
    """The right hand up, waving from the elbow."""
    pose, look = stand(body, t, direction)
    rise = eased(t / 0.5)
    swing = math.sin(2 * math.pi * 1.7 * t)
    wrist = body.point(-0.33 - 0.10 * swing, 0.36 + 0.02 * abs(swing), 0.10)
    along = normalize((-0.12 - 0.42 * swing, 1.0, 0.05))
    raised = Arm(
        wrist=wrist, elbow=(-0.7, -0.8, -0.45), hand=_hand("right", along, (0, 0, 1)), on_body=True
    )
    arms = {**pose.arms, "right": _mixed(pose.arms["right"], raised, rise)}
    turns = {**pose.turns, "chest": Turn(lean=-0.05 * rise), "head": Turn(lean=0.06 * swing * rise)}
    pose = replace(
        pose,
        arms=arms,
        turns=turns,
        fingers={"right": FLAT},
        shrug={"right": (0.03 * rise, 0.0)},
    )
    return pose, replace(look, smile=1.0, open=0.5 * rise, gaze_x=0.0)


def cheer(body: Body, t: float, direction: Direction) -> tuple[Pose, Expression]:
    """Both arms up, bobbing."""
    pose, look = stand(body, t, direction)
    bob = abs(math.sin(2 * math.pi * 1.1 * t))
    arms = {
        side: Arm(
            wrist=body.point(sign * (0.30 + 0.05 * bob), 0.40 + 0.10 * bob, 0.08),
            elbow=(sign * 0.9, -0.3, 0.0),
            hand=_hand(side, normalize((sign * 0.25, 1.0, 0.1)), (0, 0, 1)),
            on_body=True,
        )
        for side, sign in SIDES.items()
    }
    pose = replace(
        pose,
        shift=(0.0, (-0.05 + 0.04 * bob) * body.skeleton.scale, 0.0),
        arms=arms,
        fingers=dict.fromkeys(SIDES, FLAT),
    )
    return pose, replace(look, smile=1.0, open=0.75, brow=0.8)


def clap(body: Body, t: float, direction: Direction) -> tuple[Pose, Expression]:
    """The palms meet before the chest."""
    pose, look = stand(body, t, direction)
    gap = 0.035 + 0.13 * abs(math.sin(math.pi * 2.2 * t))
    arms = {
        side: Arm(
            wrist=body.point(sign * gap, -0.02, 0.24),
            elbow=(sign * 0.8, -0.8, -0.2),
            hand=_hand(side, normalize((-sign * 0.12, 0.72, 0.70)), (-sign, 0, 0)),
            on_body=True,
        )
        for side, sign in SIDES.items()
    }
    pose = replace(pose, arms=arms, fingers=dict.fromkeys(SIDES, FLAT))
    return pose, replace(look, smile=1.0, open=0.25)


def dance(body: Body, t: float, direction: Direction) -> tuple[Pose, Expression]:
    """Side steps on the beat (two a second), hips and arms with them."""
    skeleton = body.skeleton
    beat = 2.0 * t
    side = math.sin(math.pi * beat)
    bob = abs(math.cos(math.pi * beat))
    pose, look = stand(body, t, direction)
    arms = {}
    for name, sign in SIDES.items():
        lift = 0.5 + 0.5 * math.sin(math.pi * beat / 2 + (0 if sign > 0 else math.pi))
        arms[name] = Arm(
            wrist=body.point(sign * (0.30 + 0.10 * lift), -0.16 + 0.52 * lift, 0.16 - 0.06 * lift),
            elbow=(sign * 0.9, -0.5, -0.3),
            hand=_hand(name, normalize((sign * 0.5, 0.4 + lift, 0.2)), (0, 0, 1)),
            on_body=True,
        )
    turns = {
        "pelvis": Turn(lean=0.13 * side, twist=0.16 * side),
        "spine": Turn(lean=-0.16 * side, twist=-0.10 * side),
        "chest": Turn(twist=-0.16 * side, nod=0.03 * bob),
        "head": Turn(lean=0.10 * side, nod=0.05 * bob),
        "skirt": Turn(lean=-0.12 * math.sin(math.pi * (beat - 0.2)), twist=-0.15 * side),
        "hair": Turn(lean=-0.14 * math.sin(math.pi * (beat - 0.25))),
    }
    pose = replace(
        pose,
        shift=(0.05 * side * skeleton.scale, (-0.045 + 0.022 * bob) * skeleton.scale, 0.0),
        turns=turns,
        arms=arms,
        feet=_side_steps(skeleton, beat),
    )
    return pose, replace(look, smile=1.0, open=0.35, gaze_x=0.3 * side, brow=0.5)


def _side_steps(skeleton: Skeleton, beat: float) -> Mapping[str, Foot]:
    """The free foot taps outward and comes back, in turn."""
    feet = {}
    for name, sign in SIDES.items():
        phase = (beat / 2 + (0.0 if sign > 0 else 0.5)) % 1.0
        moving = math.sin(math.pi * phase / 0.5) if phase < 0.5 else 0.0
        rest = skeleton.joints[f"{name}_foot"]
        high = 0.045 * math.sin(2 * math.pi * phase / 0.5) ** 2 if phase < 0.5 else 0.0
        offset = np.array([sign * (0.02 + 0.10 * moving), high, 0.03 * moving]) * skeleton.scale
        feet[name] = Foot(ankle=rest + offset, turn=sign * 0.25, pitch=0.25 * moving)
    return feet


def look(body: Body, t: float, direction: Direction) -> tuple[Pose, Expression]:
    """The head turns from one side to the other, the eyes ahead of it."""
    pose, face = stand(body, t, direction)
    turn = math.sin(0.9 * t)
    ahead = math.sin(0.9 * t + 0.35)
    turns = {
        **pose.turns,
        "chest": Turn(twist=0.10 * turn),
        "neck": Turn(twist=0.20 * turn),
        "head": Turn(twist=0.38 * turn, nod=-0.05),
    }
    return replace(pose, turns=turns), replace(face, gaze_x=0.8 * ahead, brow=0.4, smile=0.3)


def talk(body: Body, t: float, direction: Direction) -> tuple[Pose, Expression]:
    """The mouth moves in syllables, a hand underlines, the head nods."""
    pose, face = stand(body, t, direction)
    phrase = 0.5 + 0.5 * math.sin(0.9 * t + 0.5)
    syllable = max(0.0, math.sin(2 * math.pi * 3.4 * t + 1.3 * math.sin(2.1 * t)))
    beat = math.sin(2 * math.pi * 0.8 * t)
    gesture = Arm(
        wrist=body.point(-0.20 - 0.04 * beat, 0.02 + 0.05 * phrase + 0.03 * beat, 0.28),
        elbow=(-0.5, -0.9, -0.3),
        hand=_hand("right", normalize((0.25, 0.35, 1.0)), (0.3, 0.9, 0.0)),
        on_body=True,
    )
    arms = {**pose.arms, "right": _mixed(pose.arms["right"], gesture, phrase)}
    turns = {**pose.turns, "head": Turn(nod=0.03 + 0.05 * beat * phrase, twist=0.08 * beat)}
    return (
        replace(pose, arms=arms, turns=turns),
        replace(face, open=0.85 * syllable, brow=0.5 * beat, smile=0.35),
    )


def sit(body: Body, t: float, direction: Direction) -> tuple[Pose, Expression]:
    """On a seat 0.45 m high, hands on the thighs."""
    pose, face = stand(body, t, direction)
    skeleton, scale = body.skeleton, body.skeleton.scale
    drop = skeleton.joints["left_thigh"][1] - (0.45 + 0.085) * scale
    feet, arms = {}, {}
    for name, sign in SIDES.items():
        rest = skeleton.joints[f"{name}_foot"]
        feet[name] = Foot(ankle=rest + np.array([sign * 0.02, 0, 0.40]) * scale, turn=sign * 0.08)
        wrist = skeleton.joints["pelvis"] + np.array([sign * 0.13, 0.06, 0.20]) * scale
        arms[name] = Arm(
            wrist=wrist - np.array([0, drop, 0]),
            elbow=(sign * 0.7, -0.1, -0.7),
            hand=_hand(name, normalize((-sign * 0.2, -0.2, 1.0)), (0, -1, 0)),
        )
    turns = {**pose.turns, "pelvis": Turn(nod=-0.05), "spine": Turn(nod=0.06)}
    pose = replace(pose, shift=(0.0, -drop, 0.0), turns=turns, arms=arms, feet=feet)
    return pose, face


def hold(body: Body, t: float, direction: Direction) -> tuple[Pose, Expression]:
    """Something held before the body with both hands."""
    pose, face = stand(body, t, direction)
    arms = {
        side: Arm(
            wrist=body.point(sign * 0.135, -0.10, 0.20),
            elbow=(sign * 0.7, -0.8, -0.3),
            hand=_hand(side, normalize((-sign * 0.15, 0.1, 1.0)), (-sign * 0.8, 0.5, 0.0)),
            on_body=True,
        )
        for side, sign in SIDES.items()
    }
    return replace(pose, arms=arms, fingers=dict.fromkeys(SIDES, GRIP)), face


def held_place(body: Body) -> Vec3:
    """Where the middle of a thing held by `hold` is, in model space at rest."""
    x, y, z = body.point(0.0, -0.06, 0.32)
    return (float(x), float(y), float(z))


def play(body: Body, t: float, direction: Direction) -> tuple[Pose, Expression]:
    """Hands on an instrument held before the body, the right one striking twice a second."""
    pose, face = hold(body, t, direction)
    strike = math.sin(2 * math.pi * 2.0 * t)
    right = replace(pose.arms["right"], wrist=body.point(-0.10, -0.08 + 0.05 * strike, 0.24))
    turns = {**pose.turns, "head": Turn(nod=0.10 + 0.05 * strike, lean=0.05 * math.sin(1.3 * t))}
    pose = replace(pose, arms={**pose.arms, "right": right}, turns=turns)
    return pose, replace(face, smile=0.9)


def nod(body: Body, t: float, direction: Direction) -> tuple[Pose, Expression]:
    """Yes, with the whole head."""
    pose, face = stand(body, t, direction)
    turns = {**pose.turns, "head": Turn(nod=0.08 + 0.16 * math.sin(2 * math.pi * 1.2 * t))}
    return replace(pose, turns=turns), replace(face, smile=0.9)


def point(body: Body, t: float, direction: Direction) -> tuple[Pose, Expression]:
    """The left arm out, its index finger pointing."""
    pose, face = stand(body, t, direction)
    reach = Arm(
        wrist=body.point(0.46, 0.14, 0.22),
        elbow=(0.3, -1.0, -0.2),
        hand=_hand("left", normalize((0.85, 0.08, 0.5)), (0.2, -1, 0)),
        on_body=True,
    )
    arms = {**pose.arms, "left": _mixed(pose.arms["left"], reach, eased(t / 0.5))}
    fingers = {"left": replace(FIST, curls=(0.6, 0.0, 1.0, 1.0, 1.0))}
    turns = {**pose.turns, "head": Turn(twist=0.35), "neck": Turn(twist=0.15)}
    pose = replace(pose, arms=arms, fingers=fingers, turns=turns)
    return pose, replace(face, gaze_x=0.7, brow=0.5, open=0.25)


def jump(body: Body, mark: Mark, direction: Direction) -> Act:
    """Jumps on the spot, one every 1.5 s: crouch, take-off, free fall, landing."""
    skeleton, tempo = body.skeleton, direction.tempo
    high = 0.34 * skeleton.scale
    flight = 2 * math.sqrt(2 * high / _GRAVITY)
    crouch, period = 0.42, 1.5
    stand_on = on_the_spot(stand, body, mark, direction)
    ground = stand_on.end

    def at(t: float) -> Moment:
        still = stand_on.at(t)
        phase = (t * tempo) % period
        air = phase - crouch
        up = air * (math.sqrt(2 * _GRAVITY * high) - _GRAVITY * air / 2)
        up = up if 0 < air < flight else 0.0
        bend = _crouch(phase, crouch, flight)
        root = still.root @ translation(0.0, up, 0.0)
        return Moment(
            pose=_leaping(body, still.pose, up / high, bend),
            root=np.asarray(root, dtype=np.float32),
            expression=replace(still.expression, smile=1.0, open=0.6 * (up > 0), brow=0.6),
        )

    landings = np.arange(crouch + flight, direction.duration * tempo, period) / tempo
    events = tuple(
        Impact(
            time=float(time),
            materials=("rubber", direction.surface),
            strength=0.7,
            position=ground.position,
            size=0.12,
        )
        for time in landings
    )
    return Act(at=at, events=events, end=ground)


def _crouch(phase: float, crouch: float, flight: float) -> float:
    """How deep the knees bend, 0 to 1, before the take-off and after the landing."""
    if phase < crouch:
        return float(math.sin(math.pi * phase / crouch) ** 1.5)
    after = (phase - crouch - flight) / 0.38
    return 0.9 * float(math.sin(math.pi * after) ** 1.2) if 0 < after < 1 else 0.0


def _leaping(body: Body, pose: Pose, air: float, bend: float) -> Pose:
    skeleton = body.skeleton
    feet = {
        side: Foot(
            ankle=skeleton.joints[f"{side}_foot"]
            + np.array([0, 0.10 * air, -0.06 * air]) * skeleton.scale,
            pitch=0.5 * min(air * 3, 1.0),
        )
        for side in SIDES
    }
    arms = {side: hanging(skeleton, side, swing=1.9 * air - 0.7 * bend, bend=0.4) for side in SIDES}
    turns = {**pose.turns, "pelvis": Turn(nod=0.22 * bend), "spine": Turn(nod=0.25 * bend)}
    turns["head"] = Turn(nod=-0.25 * bend)
    turns["hair"] = Turn(nod=0.25 * air - 0.1 * bend)
    shift = (0.0, -0.16 * bend * skeleton.scale, -0.03 * bend)
    return replace(pose, shift=shift, turns=turns, arms=arms, feet=feet)


def _hand(side: str, fingers: Point, palm: Vec3) -> Floats:
    """A hand's axes (3, 3): fingers along one direction, the palm facing another."""
    facing = np.asarray(palm, dtype=np.float64) * SIDES[side]
    x = normalize(facing - fingers * float(facing @ fingers))
    return np.stack([x, fingers, cross(x, fingers)], axis=1).astype(np.float32)


def _mixed(low: Arm, high: Arm, share: float) -> Arm:
    """Between two arm poses that move with the body and have hands of their own."""
    elbow = np.asarray(low.elbow) * (1 - share) + np.asarray(high.elbow) * share
    hand = None
    if low.hand is not None and high.hand is not None:
        blend = low.hand * (1 - share) + high.hand * share
        fingers = normalize(blend[:, 1])
        x = normalize(blend[:, 0] - fingers * float(fingers @ blend[:, 0]))
        hand = np.stack([x, fingers, cross(x, fingers)], axis=1).astype(np.float32)
    # Round the outside, as a shoulder turns, not straight through the body.
    outward = math.copysign(0.14, float(high.wrist[0])) * math.sin(math.pi * share)
    wrist = low.wrist + (high.wrist - low.wrist) * share + np.array([outward, 0, abs(outward)])
    return Arm(
        wrist=wrist,
        elbow=vec3(elbow),
        hand=hand,
        on_body=True,
    )
