"""Things, animals and vehicles on stage: a body for each copy of a member, moved by its beats."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from omnireel.domain.storyboard import CastMember, Kind, Relation
from omnireel.engines.previs.cast.body import Body
from omnireel.engines.previs.element import Element
from omnireel.engines.previs.events import Event
from omnireel.engines.previs.framing import Subject
from omnireel.engines.previs.motion import verbs
from omnireel.engines.previs.motion.gaits import swim
from omnireel.engines.previs.motion.moves import Aim, circle
from omnireel.engines.previs.motion.sounds import sounds_of
from omnireel.engines.previs.motion.track import BodyFacts, Motion, Track
from omnireel.engines.previs.scene import Floats, Placement, Vec3
from omnireel.engines.previs.shapes.transform import scaling, translation, vec3
from omnireel.engines.previs.staging.beats import Beat
from omnireel.engines.previs.staging.blocking import Blocking, carriers
from omnireel.engines.previs.staging.flock import flocked
from omnireel.engines.previs.staging.layout import Floor, Group, Spot
from omnireel.engines.previs.staging.performer import Hand, Performer, Point
from omnireel.engines.previs.streams import stream

_AROUND = ("around", "about", "round")
_RIGHTWARDS = 0.7  # how often
_SUBMERGED, _AFLOAT = 0.4, 0.08  # of its height under water: a fish, what floats
_BEYOND = ("over", "past", "across", "through", "beyond", "above")


def facts_of(body: Body) -> BodyFacts:
    """What verbs need to know of a body."""
    return BodyFacts(size=body.size, profile=body.facing == "side", material=body.material)


def perform(member: CastMember, body: Body, beats: Sequence[Beat], blocking: Blocking) -> Performer:
    """The member's copies, each on a track of its own; what is held follows the hands."""
    group = blocking.groups[member.id]
    hand = _holding(member, blocking)
    if hand is not None:
        return _held(member, body, hand)
    if any(verbs.verb_for(b.verb, member.kind, member.noun).flies for b in beats):
        group = flocked(group, facts_of(body), _side(blocking))
    motions = [
        _motion(member, facts_of(body), spot, index, beats, blocking)
        for index, spot in enumerate(group.spots)
    ]
    carried = blocking.carried(member)
    element = Element(
        models=body.models,
        textures=body.textures,
        place=_placer(member.id, body, motions, carried),
        events=_events(member, motions, beats, blocking),
    )
    return Performer(element=element, subjects=(_subject(member, group, motions, carried),))


def _holding(member: CastMember, blocking: Blocking) -> Hand | None:
    """The hands that hold this member, if any do."""
    position = member.position
    if position is None or position.relation is not Relation.HELD:
        return None
    return next((blocking.hands[a] for a in position.anchors if a in blocking.hands), None)


def _held(member: CastMember, body: Body, hand: Hand) -> Performer:
    """A body between two hands, its middle where they meet."""
    # Nobody lifts more than half a metre: what is larger is held as a smaller one.
    scale = min(1.0, 0.5 / max(body.size))
    to_middle = scaling(scale) @ translation(0.0, -body.size[1] / 2, 0.0)

    def place(t: float) -> Sequence[Placement]:
        root = hand(t) @ to_middle
        return [
            Placement(
                model=name, transforms=np.asarray(root @ local, np.float32)[None], member=member.id
            )
            for name, local in body.rest
        ]

    def point(t: float) -> Vec3:
        x, y, z = hand(t)[:3, 3]
        return (float(x), float(y) - scale * body.size[1] / 2, float(z))

    size = (body.size[0] * scale, body.size[1] * scale, body.size[2] * scale)
    subject = Subject(member=member.id, kind=member.kind, size=size, point=point, carried=True)
    return Performer(
        element=Element(models=body.models, textures=body.textures, place=place),
        subjects=(subject,),
    )


def _motion(
    member: CastMember,
    facts: BodyFacts,
    spot: Spot,
    index: int,
    beats: Sequence[Beat],
    blocking: Blocking,
) -> Motion:
    heading = spot.heading
    first_travel = next((b for b in beats if verbs.verb_for(b.verb, member.kind).travels), None)
    if first_travel is not None and facts.profile:
        heading = _side(blocking) * math.pi / 2
    x, y, z = spot.point
    start = (x, y - _draught(member, facts, blocking), z)
    track = Track(blocking.duration, start, heading, facts)
    rng = stream(blocking.seed, member.id, "motion", str(index))
    clock = 0
    for beat in beats:
        begin, end = track.index(beat.start), track.index(beat.end)
        if end >= track.count - 2:
            end = track.count
        _rest(track, member, clock, begin)
        _act(track, member, beat, (begin, end), blocking, float(rng.uniform(0.9, 1.1)))
        clock = max(clock, end)
    _rest(track, member, clock, track.count)
    if not carriers(member):
        _over_ground(track, spot.point, blocking.floor)
    return track.frozen()


def _draught(member: CastMember, facts: BodyFacts, blocking: Blocking) -> float:
    """How deep the body lies in the water it is on, metres."""
    if blocking.surface != "water" or carriers(member):
        return 0.0
    if verbs.is_swimmer(member.noun):
        return _SUBMERGED * facts.height
    return _AFLOAT * facts.height if member.kind is not Kind.PERSON else 0.0


def _over_ground(track: Track, spot: Vec3, floor: Floor) -> None:
    """Lift the track by what the ground rises from the spot it was laid for."""
    every = np.arange(0, track.count, 12)
    level = floor(spot[0], spot[2])
    rises = [floor(float(px), float(pz)) - level for px, _, pz in track.position[every]]
    if max(np.abs(rises)) > 1e-6:
        track.position[:, 1] += np.interp(np.arange(track.count), every, rises)


def _rest(track: Track, member: CastMember, first: int, last: int) -> None:
    if last - first < 2:
        return
    gait = verbs.resting(member.kind).gait
    if gait is not None:
        gait(track, first, last)


def _act(
    track: Track,
    member: CastMember,
    beat: Beat,
    span: tuple[int, int],
    blocking: Blocking,
    variety: float,
) -> None:
    first, last = span
    if last - first < 4:
        return
    verb = verbs.verb_for(beat.verb, member.kind, member.noun)
    length = max(track.facts.length, 0.05)
    speed = verb.pace * length**0.6 * verbs.haste(beat.manner) * variety
    goal = None if beat.goal in carriers(member) else _goal(beat, track, first, blocking)
    afloat = verb.gait is swim and blocking.surface == "water"
    if verb.lift and not afloat and track.position[first, 1] < verb.lift:
        # A bee flies low, a plane high: lift grows with the body.
        track.position[first:, 1] += verb.lift * (0.4 + 0.3 * min(length, 5.0))
        goal = _aloft(track, first, beat, goal, blocking)
    aim = Aim(
        speed=speed,
        goal=goal,
        reach=_reach(member, length, speed * (last - first) / 120.0, blocking),
        lift=max(verb.lift, _clearance(beat, track, blocking)),
        side=_side(blocking),
        vigour=verb.vigour * verbs.haste(beat.manner) ** 0.5,
        follow=blocking.points.get(beat.target or beat.goal or ""),
    )
    around = goal is not None and beat.preposition in _AROUND
    if around and verb.travels:
        over = blocking.groups[beat.goal or ""]
        circle(track, first, last, replace(aim, lift=over.top if verb.lift else 0.0))
    else:
        verb.move(track, first, last, aim)
    if verb.gait is not None:
        verb.gait(track, first, last)


def _aloft(
    track: Track, first: int, beat: Beat, goal: Vec3 | None, blocking: Blocking
) -> Vec3 | None:
    """Who flies over something is above it from the start; the goal, raised to there."""
    over = blocking.groups.get(beat.goal or "")
    if goal is None or over is None or beat.preposition not in _BEYOND:
        return goal
    height = over.top + 0.15 * track.facts.height
    track.position[first:, 1] = height
    return goal[0], height, goal[2]


def _clearance(beat: Beat, track: Track, blocking: Blocking) -> float:
    """How high a leap over something must be, metres above the floor; 0 for any other."""
    over = blocking.groups.get(beat.goal or "")
    if over is None or beat.preposition not in _BEYOND:
        return 0.0
    return over.center[1] + over.size[1] + 0.1 * track.facts.height


def _reach(member: CastMember, length: float, way: float, blocking: Blocking) -> float:
    """Metres to either side: who is on something stays on it."""
    position = member.position
    if position is not None and position.relation is Relation.ON:
        anchor = blocking.groups.get(position.anchors[0]) if position.anchors else None
        if anchor is not None:
            return max(0.3 * (anchor.size[0] - length), 0.02)
    return min(max(1.6 * length, 0.45 * way), 9.0)


def _side(blocking: Blocking) -> int:
    """Whether those who travel start towards +x or -x: everybody on a stage goes the same way."""
    return 1 if stream(blocking.seed, "side").uniform() < _RIGHTWARDS else -1


def _goal(beat: Beat, track: Track, first: int, blocking: Blocking) -> Vec3 | None:
    """The point the beat is directed to: on top of its goal, beyond it, or at its side."""
    group = blocking.groups.get(beat.goal or "")
    if group is None or group is blocking.groups.get(beat.actor):
        return None
    x, y, z = group.center
    here = track.position[first]
    if beat.preposition in ("on", "onto", "upon", "atop"):
        return (x, group.top, z)
    if beat.preposition in ("in", "into", "inside"):
        return (x, y + 0.3 * group.size[1], z)
    gap = (group.size[0] + track.facts.length) / 2 * 1.05
    sign = 1.0 if x >= here[0] else -1.0
    if beat.preposition in _BEYOND:
        return (x + sign * (gap + 0.8 * track.facts.length), float(here[1]), z)
    if beat.preposition in _AROUND:
        return (x, float(here[1]), z)
    return (x - sign * gap, float(here[1]), z)


def _placer(
    member_id: str, body: Body, motions: Sequence[Motion], carried: Point
) -> Callable[[float], Sequence[Placement]]:
    def place(t: float) -> Sequence[Placement]:
        shift = np.asarray(carried(t), np.float32)
        roots: list[Floats] = []
        for motion in motions:
            matrix = motion.matrix(t)
            matrix[:3, 3] += shift
            roots.append(matrix)
        stacked = np.stack(roots)
        return [
            Placement(
                model=name,
                transforms=np.ascontiguousarray(stacked @ np.asarray(local, np.float32)),
                member=member_id,
            )
            for name, local in body.rest
        ]

    return place


def _subject(
    member: CastMember, group: Group, motions: Sequence[Motion], carried: Point
) -> Subject:
    """The group as one subject: its size at rest, the mean of its copies."""

    def point(t: float) -> Vec3:
        feet = np.mean([motion.point(t) for motion in motions], axis=0) + carried(t)
        return vec3(feet)

    return Subject(member=member.id, kind=member.kind, size=group.size, point=point)


def _events(
    member: CastMember, motions: Sequence[Motion], beats: Sequence[Beat], blocking: Blocking
) -> tuple[Event, ...]:
    """What the first few copies can be heard doing; a hundred would only be noise."""
    events: list[Event] = []
    for motion in motions[:3]:
        for beat in beats:
            verb = verbs.verb_for(beat.verb, member.kind, member.noun)
            span = (beat.start, beat.end)
            events += sounds_of(verb, motion, span, member.id, blocking.surface)
    return tuple(events)
