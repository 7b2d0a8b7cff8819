"""Walking and running on planned footfalls: a planted foot does not move until it is lifted."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.easing import eased
from omnireel.engines.previs.events import Impact
from omnireel.engines.previs.people.act import Act, Direction, Moment
from omnireel.engines.previs.people.face import Expression
from omnireel.engines.previs.people.liveliness import Liveliness
from omnireel.engines.previs.people.mark import Mark
from omnireel.engines.previs.people.pose import Arm, Foot, Pose, Turn, hanging
from omnireel.engines.previs.people.skeleton import SIDES, Point, Skeleton
from omnireel.engines.previs.scene import Vec3
from omnireel.engines.previs.shapes.transform import rotation_x, rotation_y, translation

_EASE = 0.45  # seconds to get to speed and to a halt
_ARRIVAL = 0.45  # metres before a goal where a walker stops


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A gait for an adult: metres per second and step, the share of a cycle that a foot is down,
    metres that a foot is lifted, the trunk's lean, the arms' swing and bend (radians), bounce."""

    speed: float
    step: float
    duty: float
    lift: float
    lean: float
    swing: float
    bend: float
    bounce: float


WALK = Style(
    speed=1.15, step=0.62, duty=0.62, lift=0.075, lean=0.03, swing=0.50, bend=0.28, bounce=0.0
)
RUN = Style(
    speed=2.7, step=1.00, duty=0.36, lift=0.20, lean=0.17, swing=0.85, bend=1.45, bounce=0.06
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Swing:
    """A foot's move from one footfall to the next: times and distances along the way."""

    lift: float
    land: float
    start: float
    stop: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Way:
    """The travelled distance over time: up to speed, steady, to a halt."""

    speed: float
    length: float

    @property
    def total(self) -> float:
        """Seconds until it stands again."""
        return self.length / self.speed + self._ease

    @property
    def _ease(self) -> float:
        return min(_EASE, self.length / self.speed)

    def at(self, t: float) -> float:
        """Metres travelled at t."""
        ease, total = self._ease, self.total
        t = min(max(t, 0.0), total)
        if t < ease:
            return self.speed * t * t / (2 * ease)
        if t > total - ease:
            return self.length - self.speed * (total - t) ** 2 / (2 * ease)
        return self.speed * (t - ease / 2)


def travel(
    skeleton: Skeleton, life: Liveliness, style: Style, mark: Mark, direction: Direction
) -> Act:
    """Goes straight to the goal and stands there, or straight ahead to the end of the act."""
    size = math.sqrt(skeleton.scale)
    speed = style.speed * size * direction.tempo
    heading, length = _route(mark, direction, speed)
    way = _Way(speed=speed, length=max(length, 1e-3))
    step = style.step * skeleton.scale * math.sqrt(direction.tempo)
    tracks = _footfalls(way, step, style.duty)
    start = Mark(position=mark.position, heading=heading)
    walker = _Walker(
        skeleton=skeleton,
        life=life,
        style=style,
        way=way,
        step=step,
        tracks=tracks,
        mark=start,
        direction=direction,
    )
    return Act(
        at=walker.at,
        events=walker.steps(),
        end=Mark(position=walker.place(direction.duration), heading=heading),
    )


def _route(mark: Mark, direction: Direction, speed: float) -> tuple[float, float]:
    """Heading in radians and metres to go."""
    if direction.goal is None:
        return mark.heading, speed * max(direction.duration - _EASE / 2, 0.1)
    x = direction.goal[0] - mark.position[0]
    z = direction.goal[1] - mark.position[2]
    return math.atan2(x, z), max(math.hypot(x, z) - _ARRIVAL, 0.0)


def _footfalls(way: _Way, step: float, duty: float) -> dict[str, tuple[_Swing, ...]]:
    """Each foot's swings: feet land where the body will be in the middle of their stance."""
    pace = step / way.speed
    stance = 2 * duty * pace
    count = max(1, math.ceil(way.total / pace))
    swings: dict[str, list[_Swing]] = {side: [] for side in SIDES}
    stands = dict.fromkeys(SIDES, 0.0)
    for number in range(count + 2):
        side = "left" if number % 2 == 0 else "right"
        land = (number + 0.5) * pace
        lift = max(land - 2 * (1 - duty) * pace, 0.0)
        # The last step of each foot brings it beside the other.
        place = min(way.at(land + stance / 2), way.length)
        place = way.length if number >= count else place
        if place - stands[side] < 1e-4:
            continue
        swings[side].append(_Swing(lift=lift, land=land, start=stands[side], stop=place))
        stands[side] = place
    return {side: tuple(list_) for side, list_ in swings.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stride:
    """A moment of a gait: metres travelled, how far the left foot is ahead (in steps, and as a
    `sway` of -1 to 1), how much higher the right foot is (metres), and 0 to 1 how much it moves."""

    travelled: float
    apart: float
    sway: float
    weight: float
    moving: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Walker:
    """A skeleton on its way."""

    skeleton: Skeleton
    life: Liveliness
    style: Style
    way: _Way
    step: float
    tracks: dict[str, tuple[_Swing, ...]]
    mark: Mark
    direction: Direction

    def place(self, t: float) -> tuple[float, float, float]:
        """The root on the floor at t."""
        return self._on_way(self.way.at(t))

    def _on_way(self, distance: float) -> tuple[float, float, float]:
        x = self.mark.position[0] + math.sin(self.mark.heading) * distance
        z = self.mark.position[2] + math.cos(self.mark.heading) * distance
        return x, self.direction.floor(x, z), z

    def steps(self) -> tuple[Impact, ...]:
        """The sound of every footfall within the act."""
        strength = min(0.22 * self.way.speed, 0.8)
        found = [
            Impact(
                time=swing.land,
                materials=("rubber", self.direction.surface),
                strength=strength,
                position=self._on_way(swing.stop),
                size=0.09,
            )
            for swings in self.tracks.values()
            for swing in swings
            if swing.land < self.direction.duration
        ]
        return tuple(sorted(found, key=lambda impact: impact.time))

    def at(self, t: float) -> Moment:
        """The walker at t."""
        travelled = self.way.at(t)
        states = {side: self._foot(side, t) for side in SIDES}
        feet = {
            side: self._placed(side, along - travelled, high, pitch)
            for side, (along, high, pitch) in states.items()
        }
        apart = (states["left"][0] - states["right"][0]) / self.step
        stride = _Stride(
            travelled=travelled,
            apart=apart,
            weight=states["right"][1] - states["left"][1],
            moving=min(travelled, self.way.length - travelled, 0.3) / 0.3,
            sway=max(-1.0, min(1.0, apart)),
        )
        pose = Pose(
            shift=self._shift(stride, t),
            turns=self._turns(stride),
            arms={side: self._arm(side, stride) for side in SIDES},
            feet=feet,
        )
        x, y, z = self._on_way(travelled)
        return Moment(
            pose=pose,
            root=np.asarray(translation(x, y, z) @ rotation_y(self.mark.heading), dtype=np.float32),
            expression=Expression(blink=self.life.blink(t), smile=0.5),
        )

    def _shift(self, stride: _Stride, t: float) -> Vec3:
        """The pelvis: over the foot that stands, lower the wider the legs are apart."""
        size = self.skeleton.scale
        leg = 0.74 * size
        spread = min(abs(stride.apart) * self.step / 2, leg * 0.9)
        drop = leg - math.sqrt(leg * leg - spread * spread)
        bounce = self.style.bounce * size * self._flight(t)
        return 0.16 * stride.weight * size, bounce - 0.75 * drop - 0.012 * size, 0.0

    def _turns(self, stride: _Stride) -> dict[str, Turn]:
        """The trunk leans into its way and twists against the legs; cloth and hair lag behind."""
        lean, sway = self.style.lean * stride.moving, stride.sway
        flap = 0.05 * math.sin(math.pi * stride.travelled / self.step)
        return {
            "pelvis": Turn(nod=lean * 0.5, twist=-0.13 * sway, lean=0.25 * stride.weight),
            "spine": Turn(nod=lean * 0.6, twist=0.10 * sway),
            "chest": Turn(twist=0.15 * sway),
            "neck": Turn(nod=-lean * 0.5, twist=-0.06 * sway),
            "head": Turn(nod=-lean * 0.4, twist=-0.04 * sway),
            "skirt": Turn(lean=flap, nod=-lean),
            "hair": Turn(nod=-0.10 * stride.moving * self.style.bend, lean=0.06 * sway),
        }

    def _arm(self, side: str, stride: _Stride) -> Arm:
        """An arm swings against the leg of its side; a runner's are bent and held forward."""
        style, against = self.style, -SIDES[side]
        bend = 0.25 + (style.bend - 0.25) * stride.moving
        return hanging(
            self.skeleton,
            side,
            swing=against * style.swing * stride.sway - 0.25 * (style.bend > 1) * stride.moving,
            bend=bend + 0.25 * max(0.0, against * stride.sway),
        )

    def _flight(self, t: float) -> float:
        """0 while a foot is down, up to 1 in the middle of a run's flight."""
        pace = self.step / self.way.speed
        cycle = (t / pace - 0.5) % 1.0  # 0 when a foot lands
        if not 0 < t < self.way.total:
            return 0.0
        return 0.5 + 0.5 * math.cos(2 * math.pi * (cycle - (1 - (0.5 - self.style.duty) * 0.5)))

    def _foot(self, side: str, t: float) -> tuple[float, float, float]:
        """The ball of a foot at t: metres along the way, metres off the floor, pitch."""
        along = 0.0
        for swing in self.tracks[side]:
            if t >= swing.land:
                along = swing.stop
                continue
            if t <= swing.lift:
                break
            share = (t - swing.lift) / (swing.land - swing.lift)
            high = self.style.lift * self.skeleton.scale * math.sin(math.pi * share) ** 1.2
            pitch = 0.75 * math.sin(math.pi * min(1.0, share * 1.15)) - 0.25 * share**3
            return swing.start + (swing.stop - swing.start) * eased(share), high, pitch
        return along, 0.0, self._push(side, t)

    def _push(self, side: str, t: float) -> float:
        """The heel rises before a foot is lifted and comes down after it has landed."""
        for swing in self.tracks[side]:
            if 0 < swing.lift - t < 0.16 and swing.lift > 0.16:
                return 0.0
            if 0 <= t - swing.land < 0.08:
                return -0.25 * (1 - (t - swing.land) / 0.08)
        return 0.0

    def _placed(self, side: str, ahead: float, high: float, pitch: float) -> Foot:
        """The ankle of a foot whose ball is `ahead` of the root."""
        joints, scale = self.skeleton.joints, self.skeleton.scale
        rest: Point = joints[f"{side}_foot"]
        ball = joints[f"{side}_toe"]
        narrow = np.array([0.62, 1.0, 1.0])
        lever: NDArray[np.float64] = rest - ball
        turned = rotation_x(pitch)[:3, :3].astype(np.float64) @ lever
        center = np.array([rest[0], ball[1], 0.075 * scale]) * narrow
        ankle = center + turned + np.array([0.0, high, ahead])
        return Foot(ankle=ankle, pitch=pitch, turn=SIDES[side] * 0.10)
