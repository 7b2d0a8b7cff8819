"""A person who plays the violin: hands and bow follow the score."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from omnireel.engines.previs.events import Note
from omnireel.engines.previs.people import violin
from omnireel.engines.previs.people.bowing import Bowing
from omnireel.engines.previs.people.face import Expression
from omnireel.engines.previs.people.liveliness import Liveliness
from omnireel.engines.previs.people.pose import Arm, Fingers, Foot, Pose, Turn, solve, trunk_moves
from omnireel.engines.previs.people.skeleton import FINGER_SHAPES, Point, Skeleton
from omnireel.engines.previs.scene import Floats
from omnireel.engines.previs.shapes.transform import apply, axes, cross, normalize, scaling

# Turns of the bow about the violin for each string, radians: the frog is high on the G string.
_STRING_ANGLES = (0.40, 0.14, -0.14, -0.40)
_STICK = 0.020  # metres from the hair to the stick


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Playing:
    """One moment of the performance, in the person's model space."""

    bones: Floats
    violin: Floats
    bow: Floats
    expression: Expression


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Violinist:
    """Plays a bowed score with a skeleton; `life` gives breath, sway and blinks."""

    skeleton: Skeleton
    bowing: Bowing
    life: Liveliness
    notes: Sequence[Note]

    @property
    def size(self) -> float:
        """The violin's scale: children play smaller ones."""
        return 0.94 * float(np.clip(self.skeleton.scale, 0.6, 1.05))

    def at(self, t: float) -> Playing:
        """The performance at t seconds."""
        sway = self.life.sway(t)
        pose = self._stance(t, sway)
        chest = trunk_moves(self.skeleton, pose)["chest"]
        held = np.asarray(chest @ self._rest_violin(), dtype=np.float32)
        bow = self._bow_frame(held, t)
        pose = Pose(
            shift=pose.shift,
            turns=pose.turns,
            feet=pose.feet,
            shrug=pose.shrug,
            arms={"left": self._left_arm(held, t), "right": self._right_arm(bow, t)},
            fingers={"left": self._left_fingers(t), "right": _BOW_HOLD},
        )
        return Playing(
            bones=solve(self.skeleton, pose),
            violin=held,
            bow=np.asarray(bow @ scaling(self.size), dtype=np.float32),
            expression=self._expression(t),
        )

    def _rest_violin(self) -> Floats:
        """The violin on the collarbone, under the chin, in chest space at rest."""
        skeleton = self.skeleton
        scale = skeleton.scale
        neck = skeleton.joints["neck"]
        along = normalize((0.80, 0.07, 0.58))
        up = normalize(np.array([-0.18, 0.91, 0.32]))
        up = normalize(up - along * float(up @ along))
        # The tail lies under the jaw: a child's head is large, so its chin is low and forward.
        jaw = skeleton.head_center + np.array([0.0, -0.145, 0.068]) * skeleton.head_scale
        high = min(neck[1] + 0.026 * scale, jaw[1] - 0.046 * self.size)
        tail = np.array([0.052 * scale, high, jaw[2]])
        origin = tail + along * (violin.LENGTH / 2 + 0.004) * self.size
        frame = axes(along, up, cross(along, up), origin)
        return np.asarray(frame @ scaling(self.size), dtype=np.float32)

    def _bow_frame(self, held: Floats, t: float) -> Floats:
        """The bow on its string at t (unscaled): hair through the contact point."""
        string = self.bowing.string_at(t)
        contact = apply(held, violin.string_point(string, violin.CONTACT_X)).astype(np.float64)
        along, up, across = (normalize(held[:3, axis]) for axis in range(3))
        angle = float(np.interp(string, range(4), _STRING_ANGLES))
        to_frog = across * math.cos(angle) + up * math.sin(angle)
        to_frog = normalize(to_frog + along * 0.03 * math.sin(2.1 * t))
        above = normalize(up * math.cos(angle) - across * math.sin(angle))
        above = normalize(above - to_frog * float(above @ to_frog))
        frog = contact + to_frog * self.bowing.place_at(t) * self.skeleton.scale
        return axes(-to_frog, above, cross(-to_frog, above), frog)

    def _right_arm(self, bow: Floats, t: float) -> Arm:
        """The bow hand: fingers over the stick at the frog, wrist leading each stroke."""
        along, up, across = (bow[:3, axis].astype(np.float64) for axis in range(3))
        share = (self.bowing.place_at(t) - 0.18) / 0.12
        fingers = normalize(along * (0.52 - 0.18 * share) + across * 0.80 - up * 0.30)
        back = normalize(up - fingers * float(up @ fingers))
        hand = np.stack([back, fingers, cross(back, fingers)], axis=1)
        knuckles = bow[:3, 3] + (along * 0.030 + up * (_STICK + 0.020) * self.size - across * 0.016)
        wrist = knuckles - hand @ np.array([0.0, 0.080, 0.0]) * self.skeleton.hand_scale
        return Arm(wrist=wrist, elbow=(-0.75, -0.42, -0.25), hand=hand.astype(np.float32))

    def _left_arm(self, held: Floats, t: float) -> Arm:
        """The hand at the neck: it slides with the position and trembles in vibrato."""
        along, up, across = (normalize(held[:3, axis]) for axis in range(3))
        fret = self.bowing.fret_at(t)
        shift = max(fret - 7.0, 0.0) * 0.014
        place = 0.272 - shift + 0.0022 * self._vibrato(t)
        string = self.bowing.string_at(t)
        corner = apply(held, (place, 0.016, 0.030 - 0.0035 * (1.5 - string))).astype(np.float64)
        fingers = normalize(up * 0.86 + along * 0.30 + across * 0.22)
        palm = normalize(-across - fingers * float(-across @ fingers))
        hand = np.stack([palm, fingers, cross(palm, fingers)], axis=1)
        index = FINGER_SHAPES["index"][0]
        wrist = corner - hand @ index * self.skeleton.hand_scale
        return Arm(wrist=wrist, elbow=(0.30, -0.95, 0.10), hand=hand.astype(np.float32))

    def _vibrato(self, t: float) -> float:
        note = self.bowing.note_at(t)
        held = t - float(self.bowing.starts[note])
        return math.sin(2 * math.pi * 5.6 * t) * min(max(held - 0.12, 0.0) / 0.25, 1.0)

    def _left_fingers(self, t: float) -> Fingers:
        """The finger that stops the note is down, those behind it too, the rest hover."""
        fret = self.bowing.fret_at(t)
        down = float(np.interp(fret % 7 if fret > 7 else fret, (0, 2, 4, 5, 7), (0, 1, 2, 3, 4)))
        curls = [0.62 - 0.16 * min(max(order - down, 0.0), 1.0) for order in (1, 2, 3, 4)]
        return Fingers(curls=(0.45, curls[0], curls[1], curls[2], curls[3]), spread=0.25)

    def _stance(self, t: float, sway: float) -> Pose:
        """The trunk: weight to and fro, a breath before each phrase, the chin on the violin."""
        effort = self.bowing.effort_at(t)
        breath = self.life.breath(t)
        scale = self.skeleton.scale
        turns = {
            "pelvis": Turn(twist=0.05 + 0.10 * sway, lean=-0.05 * sway),
            "spine": Turn(nod=0.015 + 0.03 * effort, twist=0.05, lean=-0.045 * sway),
            "chest": Turn(nod=-0.02 + 0.016 * breath, twist=0.08 + 0.05 * sway, lean=-0.03 * sway),
            "neck": Turn(nod=0.02, twist=0.20, lean=-0.06),
            "head": Turn(
                nod=0.07 + 0.035 * effort * math.sin(2.3 * t),
                twist=0.22 + 0.05 * math.sin(0.9 * t),
                lean=-0.16 - 0.03 * sway,
            ),
            "skirt": self.life.skirt(t),
            "hair": self.life.hair(t),
        }
        shift = (0.030 * sway * scale, (-0.010 - 0.006 * abs(sway)) * scale, 0.0)
        return Pose(shift=shift, turns=turns, feet=self._feet(), shrug=_SHRUGS)

    def _feet(self) -> Mapping[str, Foot]:
        """Feet a little apart, the left one turned out and forward."""
        joints, scale = self.skeleton.joints, self.skeleton.scale
        left: Point = joints["left_foot"] + np.array([0.035, 0.0, 0.05]) * scale
        right: Point = joints["right_foot"] + np.array([-0.035, 0.0, -0.02]) * scale
        return {"left": Foot(ankle=left, turn=0.30), "right": Foot(ankle=right, turn=-0.28)}

    def _expression(self, t: float) -> Expression:
        """Eyes on the strings, at times closed in a held note; a small smile."""
        effort = self.bowing.effort_at(t)
        note = self.bowing.note_at(t)
        length = float(self.bowing.ends[note] - self.bowing.starts[note])
        dreamy = 1.0 if length > 1.2 and t - self.bowing.starts[note] > 0.3 else 0.0
        return Expression(
            blink=max(self.life.blink(t), dreamy),
            gaze_x=self.life.glance(t, 0.35),
            gaze_y=-0.25,
            smile=0.75 + 0.25 * math.sin(0.6 * t),
            brow=0.9 * effort - 0.2,
        )


_BOW_HOLD = Fingers(curls=(0.62, 0.40, 0.48, 0.48, 0.40), spread=0.15)
_SHRUGS = {"left": (0.012, 0.034), "right": (0.006, 0.030)}
