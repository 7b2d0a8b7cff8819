"""Who plays what: members become performers, alone or together with what they act on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from omnireel.domain.storyboard import CastMember, Kind, Position, Relation
from omnireel.engines.previs.cast import catalogue
from omnireel.engines.previs.cast.body import Body
from omnireel.engines.previs.element import Set
from omnireel.engines.previs.scene import Vec3
from omnireel.engines.previs.staging import bodies, toys
from omnireel.engines.previs.staging.beats import Beat
from omnireel.engines.previs.staging.blocking import Blocking
from omnireel.engines.previs.staging.layout import Group, Guest, arrange
from omnireel.engines.previs.staging.performer import Performer, Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Casting:
    """Everything performers are made from. `duration` is the stage's, in seconds."""

    members: tuple[CastMember, ...]
    beats: tuple[Beat, ...]
    place: Set
    duration: float
    portrait: bool
    seed: int
    quality: str

    def beats_of(self, member_id: str) -> list[Beat]:
        """What this member does, in order."""
        return [beat for beat in self.beats if beat.actor == member_id]


def cast_performers(casting: Casting) -> list[Performer]:
    """A performer for every member (several may share one)."""
    models = {
        member.id: catalogue.body_for(
            member, prefix=member.id, seed=casting.seed, quality=casting.quality
        )
        for member in casting.members
    }
    members = [
        _on_its_goal(_beside_its_actor(member, casting), casting) for member in casting.members
    ]
    guests = [
        Guest(
            member=member,
            size=models[member.id].size,
            profile=models[member.id].facing == "side",
        )
        for member in members
    ]
    groups = arrange(guests, casting.place.floor, casting.seed)
    points: dict[str, Point] = {member.id: _fixed(groups[member.id]) for member in members}
    performers: dict[str, Performer] = {}
    for member in _leaders_first(members, casting.beats):
        blocking = Blocking(
            duration=casting.duration,
            groups=groups,
            points=points,
            floor=casting.place.floor,
            surface=casting.place.surface,
            seed=casting.seed,
        )
        performer = _body(member, models[member.id], casting, blocking)
        performers[member.id] = performer
        for subject in performer.subjects:
            points[subject.member] = subject.point
    return [performers[member.id] for member in members]


def _body(member: CastMember, body: Body, casting: Casting, blocking: Blocking) -> Performer:
    own = casting.beats_of(member.id)
    if toys.obeys_gravity(member, body, own):
        return toys.perform(member, body, own, blocking)
    return bodies.perform(member, body, own, blocking)


def _fixed(group: Group) -> Point:
    center: Vec3 = group.center
    return lambda _: center


def _beside_its_actor(member: CastMember, casting: Casting) -> CastMember:
    """What is acted on and has no place of its own is within reach of who acts on it."""
    if member.position is not None:
        return member
    for beat in casting.beats:
        if member.id in (beat.target, beat.goal) and beat.actor != member.id:
            if any(b.actor == member.id for b in casting.beats):
                return member
            others = {m.id: m for m in casting.members}
            actor = others.get(beat.actor)
            if actor is None or actor.kind is Kind.THING or actor.position is not None:
                return member
            near = Position(relation=Relation.NEAR, anchors=(beat.actor,))
            return replace(member, position=near)
    return member


def _on_its_goal(member: CastMember, casting: Casting) -> CastMember:
    """A thing that bounces or rolls on something is there from the start."""
    if member.position is not None or member.kind is not Kind.THING:
        return member
    ids = {other.id for other in casting.members}
    for beat in casting.beats_of(member.id)[:1]:
        if beat.preposition in ("on", "upon", "across", "along", "down", "in") and beat.goal in ids:
            on = Position(relation=Relation.ON, anchors=(beat.goal,))
            return replace(member, position=on)
    return member


def _leaders_first(members: Sequence[CastMember], beats: Sequence[Beat]) -> list[CastMember]:
    """Those who are chased, carried or stood on before those who depend on where they are."""
    leads = {
        member.id: {
            *(member.position.anchors if member.position else ()),
            *(b.target for b in beats if b.actor == member.id and b.target),
            *(b.goal for b in beats if b.actor == member.id and b.goal),
        }
        - {member.id}
        for member in members
    }
    ordered: list[CastMember] = []
    left = list(members)
    while left:
        done = {member.id for member in ordered}
        ids = {member.id for member in left}
        ready = [member for member in left if not (leads[member.id] & ids) - done] or left[:1]
        ordered += ready
        left = [member for member in left if member not in ready]
    return ordered
