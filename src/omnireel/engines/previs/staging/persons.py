"""People on stage: built from their words, placed on their spots, acting their beats."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from omnireel.domain.storyboard import CastMember, Kind, Relation
from omnireel.engines.previs.cast import catalogue
from omnireel.engines.previs.element import Element
from omnireel.engines.previs.events import Event, Performance
from omnireel.engines.previs.framing import Subject
from omnireel.engines.previs.motion.verbs import haste
from omnireel.engines.previs.people import acting
from omnireel.engines.previs.people.mark import Mark
from omnireel.engines.previs.people.spec import spec_for
from omnireel.engines.previs.scene import Floats, Model, Pixels, Placement, Vec3
from omnireel.engines.previs.shapes.transform import vec3
from omnireel.engines.previs.sound import compose, is_instrument
from omnireel.engines.previs.staging.beats import Beat
from omnireel.engines.previs.staging.blocking import Blocking, carriers
from omnireel.engines.previs.staging.layout import Floor, Spot
from omnireel.engines.previs.staging.performer import Performer, Point
from omnireel.engines.previs.streams import stream

_SEAT = 0.45  # metres of an adult of 1.62 m, as `gestures.sit` has it
_ADULT = 1.62
_SITTING = 0.82  # of the height standing
_ACROSS = math.radians(68.0)  # a walk across the frame still shows the face
_TURNED = math.radians(40.0)  # the face of who looks aside is still seen
_TOUCHING = 0.4  # metres: what is so near is held
_STRIDES = {"walk": 1.25, "run": 3.2}  # metres a second, to begin a way before the middle
_PLAYS = ("play", "strum", "drum", "beat", "perform", "practice")
_TOWARDS = ("approach", "come", "enter")


def size_of(member: CastMember, seed: int) -> Vec3:
    """Width, height and depth of one such person standing, metres."""
    height = spec_for(member, seed).figure.height
    return (0.36 * height, height, 0.24 * height)


def perform(member: CastMember, beats: Sequence[Beat], blocking: Blocking) -> Performer:
    """The member's copies, each a person of its own, acting the beats one after another."""
    group = blocking.groups[member.id]
    people = [
        _performer(member, index, spot, beats, blocking) for index, spot in enumerate(group.spots)
    ]
    seats = [
        _seat(f"{member.id}.seat.{index}", spot, size_of(member, blocking.seed)[1])
        for index, spot in enumerate(group.spots)
        if _needs_seat(member, beats)
    ]
    first = people[0]
    element = _united(
        member.id, [person.element for person in people], seats, blocking.carried(member)
    )
    return Performer(
        element=replace(element, events=(*element.events, *_played(member, beats, blocking))),
        subjects=(
            Subject(
                member=member.id,
                kind=Kind.PERSON,
                size=_seen_size(group.size, beats),
                point=_middle([p.root_at for p in people], blocking.carried(member)),
            ),
        ),
        hands={member.id: first.held_at},
    )


def _seen_size(size: Vec3, beats: Sequence[Beat]) -> Vec3:
    """How large people are for the camera: who sits is shorter."""
    sits = bool(beats) and all(acting.act_for(beat.verb) in ("sit", "eat") for beat in beats)
    return (size[0], size[1] * (_SITTING if sits else 1.0), size[2])


def _performer(
    member: CastMember, index: int, spot: Spot, beats: Sequence[Beat], blocking: Blocking
) -> acting.Performer:
    copy = member if index == 0 else replace(member, id=f"{member.id}.{index}")
    mark = _mark(member, spot, beats, blocking)
    floor = _level(mark.position[1]) if _is_on_something(member) else blocking.floor
    return acting.performer(
        copy,
        [_cue(beat, spot, blocking) for beat in beats],
        stage=acting.Stage(
            mark=mark,
            duration=blocking.duration,
            floor=floor,
            surface=blocking.surface,
            wind=blocking.wind,
        ),
        seed=blocking.seed,
    )


def _level(height: float) -> Floor:
    """The floor of whoever stands on something."""
    return lambda _x, _z: height


def _cue(beat: Beat, spot: Spot, blocking: Blocking) -> acting.Cue:
    group = blocking.groups.get(beat.goal or beat.target or "")
    goal = None
    if group is not None and acting.act_for(beat.verb) in _STRIDES:
        x, _, z = group.center
        side = 1.0 if spot.point[0] <= x else -1.0
        goal = (x - side * (group.size[0] / 2 + 0.4), z + 0.1)
    return acting.Cue(
        verb=beat.verb, start=beat.start, end=beat.end, tempo=haste(beat.manner), goal=goal
    )


def _mark(member: CastMember, spot: Spot, beats: Sequence[Beat], blocking: Blocking) -> Mark:
    """Where the person begins: on its seat, or back along the way it is going to walk."""
    x, y, z = spot.point
    act = acting.act_for(beats[0].verb) if beats else ""
    if act == "sit" and _is_on_something(member):
        heading = spot.heading
        if beats[0].verb == "ride":
            heading = blocking.groups[carriers(member)[0]].spots[0].heading
        return Mark(
            position=(x, y - _SEAT * size_of(member, blocking.seed)[1] / _ADULT, z), heading=heading
        )
    going = act in _STRIDES and blocking.groups.get(beats[0].goal or beats[0].target or "") is None
    if not going:
        return Mark(position=spot.point, heading=_towards(spot, beats, blocking))
    way = 0.5 * _STRIDES[act] * haste(beats[0].manner) * (beats[0].end - beats[0].start)
    back = min(way, 2.5)
    if beats[0].verb in _TOWARDS:
        return Mark(position=(x, blocking.floor(x, z - back), z - back), heading=0.1)
    side = 1.0 if stream(blocking.seed, "side").uniform() < 0.7 else -1.0
    start = x - side * back
    return Mark(position=(start, blocking.floor(start, z), z), heading=side * _ACROSS)


def _towards(spot: Spot, beats: Sequence[Beat], blocking: Blocking) -> float:
    """The way to look: at whom or what the first action is about, the face still seen."""
    name = (beats[0].target or beats[0].goal or "") if beats else ""
    group = blocking.groups.get(name)
    if group is None or math.dist(group.center[::2], spot.point[::2]) < _TOUCHING:
        return spot.heading
    x, _, z = spot.point
    angle = math.atan2(group.center[0] - x, group.center[2] - z)
    return max(-_TURNED, min(_TURNED, angle))


def _is_on_something(member: CastMember) -> bool:
    position = member.position
    return (
        position is not None
        and position.relation in (Relation.ON, Relation.IN)
        and bool(position.anchors)
    )


def _needs_seat(member: CastMember, beats: Sequence[Beat]) -> bool:
    """Whether the person sits down from the start with nothing to sit on."""
    sits = bool(beats) and acting.act_for(beats[0].verb) == "sit"
    return sits and not _is_on_something(member)


def _seat(prefix: str, spot: Spot, height: float) -> Element:
    """A stool under a person who would sit on air. It belongs to the set."""
    stool = CastMember(id=prefix, noun="stool", kind=Kind.THING, name="stool")
    body = catalogue.body_for(stool, prefix=prefix, seed=0, quality="standard")
    shape = np.diag([1.0, _SEAT * height / _ADULT / body.size[1], 1.0, 1.0])
    root = Mark(position=spot.point, heading=spot.heading).matrix() @ shape
    placements = tuple(
        Placement(model=name, transforms=np.asarray(root @ local, np.float32)[None])
        for name, local in body.rest
    )
    return Element(models=body.models, textures=body.textures, place=lambda _: placements)


def _played(member: CastMember, beats: Sequence[Beat], blocking: Blocking) -> list[Performance]:
    """What is heard of the instruments the person plays."""
    x, y, z = blocking.groups[member.id].center
    heard: list[Performance] = []
    for beat in beats:
        instrument = blocking.nouns.get(beat.target or "", "")
        if beat.verb not in _PLAYS or not is_instrument(instrument):
            continue
        notes = compose(
            instrument,
            mood=blocking.mood,
            duration=beat.end - beat.start,
            seed=blocking.seed,
        )
        heard.append(
            Performance(
                instrument=instrument,
                notes=tuple(replace(note, start=note.start + beat.start) for note in notes),
                position=(x, y + 1.0, z),
                member=beat.target or member.id,
            )
        )
    return heard


def _united(
    member: str, people: Sequence[Element], seats: Sequence[Element], carried: Point
) -> Element:
    """One element of all copies, whose pixels belong to the one member, and of their seats."""
    models: dict[str, Model] = {}
    textures: dict[str, Pixels] = {}
    events: list[Event] = []
    for element in (*people, *seats):
        models.update(element.models)
        textures.update(element.textures)
        events += element.events

    def place(t: float) -> Sequence[Placement]:
        shift = np.zeros((4, 4), np.float32)
        shift[:3, 3] = carried(t)
        own = [
            replace(p, member=member, transforms=p.transforms + shift)
            for element in people
            for p in element.place(t)
        ]
        return own + [p for element in seats for p in element.place(t)]

    def paint(t: float) -> Mapping[str, Pixels]:
        painted: dict[str, Pixels] = {}
        for element in people:
            painted.update(element.paint(t))
        return painted

    return Element(models=models, textures=textures, place=place, paint=paint, events=tuple(events))


def _middle(roots: Sequence[Callable[[float], Floats]], carried: Point) -> Point:
    def point(t: float) -> Vec3:
        feet = np.mean([root(t)[:3, 3] for root in roots], axis=0) + carried(t)
        return vec3(feet)

    return point
