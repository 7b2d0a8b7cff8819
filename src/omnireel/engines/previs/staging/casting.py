"""Who plays what: members become performers, alone or together with what they act on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from omnireel.domain.storyboard import CastMember, Kind, Position, Relation
from omnireel.engines.previs.cast import catalogue
from omnireel.engines.previs.cast.body import Body
from omnireel.engines.previs.cast.lettering import lettered
from omnireel.engines.previs.element import Set
from omnireel.engines.previs.scene import Vec3
from omnireel.engines.previs.staging import bodies, marbles, musicians, persons, toys
from omnireel.engines.previs.staging.beats import Beat
from omnireel.engines.previs.staging.blocking import Blocking
from omnireel.engines.previs.staging.fitting import fitted, hatted, seat_of
from omnireel.engines.previs.staging.layout import Group, Guest, arrange
from omnireel.engines.previs.staging.performer import Hand, Performer, Point

_PAPER = (0.87, 0.79, 0.60)  # linear RGB of what words are written on
_AIRBORNE = frozenset(
    "cloud sun moon star rainbow comet planet meteor ufo spaceship kite airship blimp drone".split()
)
_GROUNDED = (Relation.ON, Relation.IN, Relation.HELD, Relation.WORN, Relation.UNDER)
_HOLDING = ("hold", "carry", "cuddle", "cradle", "lift")
_HATS = frozenset("hat cap crown helmet tophat beret beanie".split())
_RUN_DEPTH = 2.5  # metres a marble run needs for itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Casting:
    """Everything performers are made from. `duration` is the stage's, in seconds."""

    members: tuple[CastMember, ...]
    beats: tuple[Beat, ...]
    place: Set
    duration: float
    aspect: float
    mood: str
    words: Mapping[str, str]  # what is written on a member
    seed: int
    quality: str

    def beats_of(self, member_id: str) -> list[Beat]:
        """What this member does, in order."""
        return [beat for beat in self.beats if beat.actor == member_id]


def cast_performers(casting: Casting) -> list[Performer]:
    """A performer for every member; those who make one thing together share one."""
    pair = marbles.pair_in(casting.members, casting.beats)
    performers = [_marble_run(pair, casting)] if pair else []
    rest = [m for m in casting.members if pair is None or m.id not in pair.ids]
    duos = musicians.duos_in({m.id: m for m in rest}, casting.beats)
    played = {duo.instrument.id for duo in duos}
    standing = _with_places(rest, casting)
    guests, bodies_of = _guests(standing, played, casting)
    columns = 6 if casting.aspect > 1 else 3
    groups = arrange(guests, casting.place.floor, casting.seed, columns)
    if pair is not None:
        groups = {name: _back(group) for name, group in groups.items()}
    points: dict[str, Point] = {name: _fixed(group) for name, group in groups.items()}
    hands: dict[str, Hand] = {}
    blocking = Blocking(
        duration=casting.duration,
        groups=groups,
        points=points,
        hands=hands,
        floor=casting.place.floor,
        surface=casting.place.surface,
        nouns={m.id: m.noun for m in casting.members},
        mood=casting.mood,
        wind=casting.place.look.wind,
        seed=casting.seed,
    )
    by_player = {duo.person.id: duo for duo in duos}
    for member in _leaders_first([g.member for g in guests], casting.beats):
        beats = casting.beats_of(member.id)
        if member.id in by_player:
            performer = musicians.perform(by_player[member.id], blocking)
        elif member.kind is Kind.PERSON:
            performer = persons.perform(member, beats, blocking)
        else:
            performer = _body(member, bodies_of[member.id], beats, blocking)
        performers.append(performer)
        # Whoever is cast later can be carried by, follow or be held by this one.
        hands.update(performer.hands)
        points.update({subject.member: subject.point for subject in performer.subjects})
    return performers


def _marble_run(pair: marbles.Pair, casting: Casting) -> Performer:
    return marbles.perform(
        pair,
        seed=casting.seed,
        duration=casting.duration,
        aspect=casting.aspect,
        surface=casting.place.surface,
    )


def _build(member: CastMember, casting: Casting) -> Body:
    body = catalogue.body_for(member, prefix=member.id, seed=casting.seed, quality=casting.quality)
    for index, words in enumerate(member.wears):
        *color, noun = words.split() or [""]
        if noun not in _HATS:
            continue
        name = f"{member.id}.hat.{index}"
        item = CastMember(
            id=name, noun=noun, kind=Kind.THING, name=words, color=color[-1] if color else ""
        )
        hat = catalogue.body_for(item, prefix=name, seed=casting.seed, quality=casting.quality)
        body = hatted(body, hat)
    return _written_on(body, casting.words.get(member.id, ""))


def _written_on(body: Body, words: str) -> Body:
    """The body with these words on it, if it has a place for words."""
    if not words or not body.writing:
        return body
    height, width = body.textures[body.writing].shape[:2]
    painted = lettered(words, width, height, _PAPER)
    return replace(body, textures={**body.textures, body.writing: painted})


def _guests(
    members: Sequence[CastMember], played: set[str], casting: Casting
) -> tuple[list[Guest], dict[str, Body]]:
    """Everybody to be placed, and the bodies of those who are no persons, by id."""
    built = {m.id: _build(m, casting) for m in members if m.kind is not Kind.PERSON}
    widths = {m.id: _width(m, built, casting.seed) for m in members}
    bodies_of = fitted(members, built, widths)
    passed = _passed_over(casting)
    guests = [
        _guest(member, bodies_of, casting.seed, edge_on=member.id in passed)
        for member in members
        if member.id not in played
    ]
    return guests, bodies_of


def _guest(member: CastMember, bodies_of: Mapping[str, Body], seed: int, *, edge_on: bool) -> Guest:
    body = bodies_of.get(member.id)
    if body is None:
        return Guest(member=member, size=persons.size_of(member, seed), profile=False)
    return Guest(
        member=member,
        size=body.size,
        profile=body.facing == "side",
        seat=seat_of(member.noun, body),
        lift=_lift(member, body),
        edge_on=edge_on and body.size[0] > 2.0 * body.size[2],
    )


def _lift(member: CastMember, body: Body) -> float:
    """How high up what belongs in the sky is, metres."""
    relation = member.position.relation if member.position else Relation.NEAR
    if member.noun not in _AIRBORNE or relation in _GROUNDED:
        return 0.0
    return 1.2 + 0.9 * body.size[1]


def _width(member: CastMember, bodies_of: Mapping[str, Body], seed: int) -> float:
    """The room all copies of a member need side by side, metres."""
    body = bodies_of.get(member.id)
    size = body.size if body is not None else persons.size_of(member, seed)
    return size[0] * (1 + 1.2 * (min(member.count, 6) - 1))


def _passed_over(casting: Casting) -> set[str]:
    """What somebody jumps or climbs over: seen from its edge, the way over is short."""
    return {
        beat.goal or beat.target or ""
        for beat in casting.beats
        if beat.preposition == "over" and beat.verb in ("jump", "leap", "hop", "climb", "vault")
    }


def _back(group: Group) -> Group:
    """Whoever else is there watches a marble run from behind it."""

    def moved(point: Vec3) -> Vec3:
        return (point[0], point[1], point[2] - _RUN_DEPTH)

    spots = tuple(replace(spot, point=moved(spot.point)) for spot in group.spots)
    return replace(group, spots=spots, center=moved(group.center))


def _body(member: CastMember, body: Body, beats: Sequence[Beat], blocking: Blocking) -> Performer:
    if toys.obeys_gravity(member, body, beats):
        return toys.perform(member, body, beats, blocking)
    return bodies.perform(member, body, beats, blocking)


def _fixed(group: Group) -> Point:
    center: Vec3 = group.center
    return lambda _: center


def _with_places(members: Sequence[CastMember], casting: Casting) -> list[CastMember]:
    """The members, with the places that their actions imply where none were given."""
    grounded = [_off_the_air(member, casting) for member in members]
    carried = [_on_its_goal(_in_hands(member, casting), casting) for member in grounded]
    acting = replace(casting, members=tuple(carried))
    return [_beside_its_actor(member, acting) for member in carried]


def _off_the_air(member: CastMember, casting: Casting) -> CastMember:
    """Nobody stands on a kite."""
    position = member.position
    nouns = {other.id: other.noun for other in casting.members}
    if position is None or position.relation is not Relation.ON:
        return member
    return replace(member, position=None) if _flown(position.anchors, nouns) else member


def _flown(anchors: Sequence[str], nouns: Mapping[str, str]) -> bool:
    return any(nouns.get(anchor) in ("kite", "drone") for anchor in anchors)


def _in_hands(member: CastMember, casting: Casting) -> CastMember:
    """What a person holds or carries is in its hands."""
    if member.position is not None or member.kind in (Kind.PERSON, Kind.VEHICLE):
        return member
    people = {other.id for other in casting.members if other.kind is Kind.PERSON}
    for beat in casting.beats:
        if beat.target == member.id and beat.verb in _HOLDING and beat.actor in people:
            held = Position(relation=Relation.HELD, anchors=(beat.actor,))
            return replace(member, position=held)
    return member


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
    """What bounces, crawls or drives on something is there from the start."""
    if member.position is not None:
        return member
    ids = {other.id for other in casting.members if other.noun not in _AIRBORNE}
    for beat in casting.beats_of(member.id)[:1]:
        goal = beat.goal or (beat.target if beat.verb == "cross" else None)
        along = beat.preposition in ("on", "upon", "across", "along", "down") or not beat.goal
        if goal in ids and goal != member.id and along:
            return replace(member, position=Position(relation=Relation.ON, anchors=(goal,)))
        if goal in ids and beat.preposition == "in" and member.kind is Kind.THING:
            return replace(member, position=Position(relation=Relation.ON, anchors=(goal,)))
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
