"""How a marble run is laid out: a track and what stands along it, by seed and duration.

The run is laid so that a marble is under way all the time: down a launch, around a loop, up and
around a bend, through waves, bends or a helix as time allows, along a race with falling dominoes,
over a seesaw and against a bell.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from omnireel.engines.previs.physics import contraption
from omnireel.engines.previs.physics.contraption import Contraption, Seesaw, Spot
from omnireel.engines.previs.physics.track import Gauge, Section, Track, lay
from omnireel.engines.previs.scene import Vec3
from omnireel.engines.previs.streams import stream

DRAG = 0.16  # per second: air and rolling resistance of a marble on this track
_FORESEEN_DRAG = 0.195  # the same with what slipping, leaning, paddles and chimes take
START_SPEED = 0.9  # m/s
FINALE = 0.85  # seconds from the end of the rails to the bell
LINGER = 0.75  # seconds from the bell to the end of the clip
_RACE_SPEED = 2.0  # m/s, about that of falling dominoes
_SHORTEST, _LONGEST = 1.1, 3.3  # metres of race
_TO_BELL = 0.3  # metres from the seesaw to the bell
_BEHIND_BELL = contraption.BELL_RADIUS + contraption.BALL + 0.004
_SMALL = 0.6  # the size of the dominoes behind the bell
_BESIDE = 0.165  # metres from the middle of the track to that of the dominoes


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a track is made of. `mirror` is 1 to run to +x first, -1 to -x."""

    mirror: int
    fillers: tuple[str, ...]
    loop: float
    bend: float
    helix: float
    turns: int
    race: float
    curve: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layout:
    """A track and the contraption beside it; `stones` are the dominoes in order."""

    plan: Plan
    track: Track
    contraption: Contraption
    stones: tuple[str, ...]
    bell: str
    bell_point: Vec3
    beyond: Vec3
    flag: str


def lay_out(
    prefix: str, *, seed: int, duration: float, attempt: int = 0, riders: int = 1
) -> Layout:
    """The layout for this duration in seconds; another attempt gives another one."""
    rng = stream(seed, prefix, "layout", str(attempt))
    wanted = duration - FINALE - LINGER + 0.25
    fitting: list[tuple[float, Plan]] = []
    tried: list[tuple[float, Plan]] = []
    for fillers, turns in _choices(duration):
        plan = Plan(
            mirror=1 if rng.random() < 0.6 else -1,
            fillers=tuple(str(name) for name in rng.permutation(fillers)) if fillers else (),
            loop=float(rng.uniform(0.23, 0.27)),
            bend=float(rng.uniform(0.5, 0.62)),
            helix=float(rng.uniform(0.42, 0.5)),
            turns=turns,
            race=_SHORTEST,
            curve=math.radians(float(rng.uniform(18.0, 40.0))),
        )
        track = _track(plan, riders)
        extra = (wanted - track.time) * _RACE_SPEED
        tried.append((track.time, plan))
        if extra >= 0.0:
            over = max(0.0, extra - (_LONGEST - _SHORTEST))
            fitting.append((over, replace(plan, race=_SHORTEST + extra - over)))
    best = min((over for over, _ in fitting), default=0.0)
    good = [plan for over, plan in fitting if over <= best + 0.05]
    shortest = min(tried, key=lambda each: each[0])[1]
    plan = good[int(rng.integers(len(good)))] if good else shortest
    return _furnished(prefix, plan, duration, riders)


def _choices(duration: float) -> list[tuple[list[str], int]]:
    """Fillers that could go between the bend and the race: names, and turns of a helix."""
    few: list[tuple[list[str], int]] = [([], 0), (["waves"], 0), (["slalom"], 0)]
    if duration < 5.5:
        return few
    most = 3 + max(0, math.ceil((duration - 10.0) / 1.2))
    return few + [
        (["helix", *others], turns)
        for turns in range(1, most + 1)
        for others in ([], ["waves"], ["slalom"], ["waves", "slalom"])
    ]


def _sections(plan: Plan, riders: int) -> list[Section]:
    turn = math.radians
    climb = turn(27.0 if "helix" in plan.fillers else 13.0)
    parts = [
        Section(length=0.2 + 0.22 * (riders - 1), pitch=turn(-8), name="start"),
        Section(length=0.35, pitch=turn(-38)),
        Section(length=0.95 + 1.5 * (plan.loop - 0.2), pitch=turn(-38), name="launch"),
        Section(length=0.55, pitch=0.0),
        Section(length=0.2),
        Section(length=2 * math.pi * plan.loop, loops=1, drift=0.17, name="loop"),
        Section(length=0.25, name="out"),
        Section(length=0.4, pitch=climb, name="climb"),
        Section(length=0.35, pitch=climb),
        Section(length=0.4, pitch=turn(-3)),
        Section(length=math.pi * plan.bend, pitch=turn(-3), turn=math.pi, name="bend"),
        Section(length=0.25, pitch=turn(-4), name="straight"),
    ]
    for filler in plan.fillers:
        parts += _filler(filler, plan)
    parts += [
        Section(length=0.35, pitch=turn(-6), name="down"),
        Section(length=0.35, pitch=turn(-1.8)),
        Section(length=plan.race, pitch=turn(-1.8), turn=-plan.curve, name="race"),
        Section(length=0.3, pitch=0.0, name="end"),
    ]
    return [
        replace(part, turn=part.turn * plan.mirror, drift=part.drift * plan.mirror)
        for part in parts
    ]


def _filler(name: str, plan: Plan) -> list[Section]:
    turn = math.radians
    match name:
        case "waves":
            hump = [
                Section(length=0.3, pitch=turn(-16), name="wave"),
                Section(length=0.36, pitch=turn(9)),
                Section(length=0.3, pitch=turn(-4)),
            ]
            return [*hump, *hump]
        case "slalom":
            swing = turn(42)
            return [
                Section(length=0.5, pitch=turn(-5), turn=swing, name="slalom"),
                Section(length=0.9, pitch=turn(-5), turn=-2 * swing),
                Section(length=0.5, pitch=turn(-5), turn=swing),
            ]
        case _:
            circle = 2 * math.pi * plan.helix * plan.turns
            slope = turn(-math.degrees(math.atan(0.24 / (2 * math.pi * plan.helix))))
            return [
                Section(length=0.15, pitch=slope),
                Section(length=circle, pitch=slope, turn=-2 * math.pi * plan.turns, name="helix"),
                Section(length=0.15, pitch=slope),
            ]


def _track(plan: Plan, riders: int) -> Track:
    return lay(
        _sections(plan, riders),
        speed=START_SPEED,
        drag=_FORESEEN_DRAG,
        gauge=Gauge(),
        heading=0.0 if plan.mirror > 0 else math.pi,
    )


def _furnished(prefix: str, plan: Plan, duration: float, riders: int) -> Layout:
    """The track of a plan, stood on the table about the origin, with everything beside it."""
    measures = Seesaw()
    track = _track(plan, riders)
    track = track.moved((0.0, track.gauge.ball + measures.step + 0.005 - track.points[-1, 1], 0.0))
    goal = _spot(track, len(track.points) - 1).at(ahead=2 * measures.reach + _TO_BELL + 0.7)
    covered = np.concatenate([track.points, [goal]])
    low, high = covered.min(axis=0), covered.max(axis=0)
    track = track.moved((-0.5 * (low[0] + high[0]), 0.0, -0.5 * (low[2] + high[2])))
    side = -math.copysign(1.0, track.tangents[-1, 0])
    row = _row(track, side)
    start = track.index(track.section("race") + 0.2)
    end = _spot(track, len(track.points) - 1, grounded=True)
    pivot = end.moved(ahead=0.012 + measures.reach)
    target = pivot.moved(ahead=measures.reach + _TO_BELL)
    made = (
        contraption.paddle(
            f"{prefix}.paddle", _spot(track, start), near=-0.07 * side,
            far=(_BESIDE + 0.06) * side, height=0.2,
        )
        + contraption.dominoes(f"{prefix}.domino", row)
        + contraption.seesaw(f"{prefix}.seesaw", pivot, measures)
        + contraption.bell(f"{prefix}.bell", target, side=side)
        + contraption.second_ball(f"{prefix}.ball", target.moved(ahead=_BEHIND_BELL))
        + contraption.dominoes(f"{prefix}.last", _fan(target, side), _SMALL)
        + contraption.flag(
            f"{prefix}.flag", row[-1].moved(ahead=contraption.SPACING), side=side
        )
        + _chimes(prefix, track, duration)
    )  # fmt: skip
    return Layout(
        plan=plan,
        track=track,
        contraption=made,
        stones=tuple(f"{prefix}.domino.{k}" for k in range(len(row))),
        bell=f"{prefix}.bell",
        bell_point=target.point,
        beyond=target.at(ahead=0.4),
        flag=f"{prefix}.flag",
    )


def _row(track: Track, side: float) -> list[Spot]:
    """Where the dominoes stand: beside the race, on the far side of the camera."""
    first = track.section("race") + 0.27
    count = int((track.length - 0.12 - first) / contraption.SPACING)
    arcs = first + contraption.SPACING * np.arange(count)
    return [
        _spot(track, track.index(float(arc)), grounded=True).moved(right=side * _BESIDE)
        for arc in arcs
    ]


def _fan(bell: Spot, side: float) -> list[Spot]:
    """The last dominoes, in a curve from behind the bell."""
    spot = bell.moved(ahead=_BEHIND_BELL + 0.13)
    spots = []
    for _ in range(12):
        spots.append(spot)
        turned = Spot(point=spot.point, heading=spot.heading + 0.16 * side)
        spot = turned.moved(ahead=0.062)
    return spots


def _chimes(prefix: str, track: Track, duration: float) -> Contraption:
    """Bell bars that the marble strikes in passing: one at once, others before the race."""
    times = np.concatenate(
        [[0.0], np.cumsum(np.diff(track.arc) / (0.5 * (track.speeds[1:] + track.speeds[:-1])))]
    )
    begins = max(0.0, track.time + FINALE + LINGER - duration)
    arcs = [float(np.interp(begins + 0.3, times, track.arc))]
    arcs += [track.section("straight") + 0.1, track.section("down") + 0.1]
    made = Contraption()
    for k, arc in enumerate(arcs):
        index = track.index(arc)
        if k == 0 and arc > track.section("loop") - 0.3:
            continue
        spot = _spot(track, index)
        if _is_free(track, index):
            side = -math.copysign(1.0, track.tangents[index, 0])
            made += contraption.chime(f"{prefix}.chime.{k}", spot, side=side, length=0.15)
    return made


def _is_free(track: Track, index: int) -> bool:
    """Whether no other stretch of the track passes over or under this one."""
    apart = np.abs(track.arc - track.arc[index]) > 0.4
    away = np.hypot(*(track.points[apart] - track.points[index])[:, [0, 2]].T)
    return bool(away.min() > 0.22)


def _spot(track: Track, index: int, *, grounded: bool = False) -> Spot:
    x, y, z = (float(value) for value in track.points[index])
    ahead = track.tangents[index]
    return Spot(
        point=(x, 0.0 if grounded else y, z), heading=math.atan2(float(ahead[2]), float(ahead[0]))
    )
