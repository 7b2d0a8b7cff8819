"""Actions that a storyboard implies: "a spinning top" spins, who dances with somebody is joined."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from omnireel.domain.storyboard import CastMember, Kind, Relation
from omnireel.engines.previs.motion import verbs
from omnireel.engines.previs.people.acting import act_for
from omnireel.engines.previs.staging.beats import Beat

_SHARED = frozenset(
    "dance walk run jog march stroll skip hop jump race travel swim fly sit talk chat laugh".split()
)
_MUTUAL = frozenset("hug kiss embrace greet".split())
_ANSWERED = {"talk": "listen", "speak": "listen", "sing": "listen", "wave": "wave", "bow": "bow"}
_SEATS = frozenset("bench chair sofa couch armchair stool throne swing horse camel bed".split())
_AT_REST = frozenset("stand talk speak listen look watch wait smile laugh think rest relax".split())
_SMALLEST_STEM = 3


def joined(
    members: Sequence[CastMember], beats: Sequence[Beat], duration: float
) -> tuple[Beat, ...]:
    """The beats with what goes without saying, in order of start."""
    cast = {member.id: member for member in members}
    acting = {beat.actor for beat in beats}
    added: list[Beat] = []
    for beat in beats:
        partner = _partner(beat, cast)
        if partner is not None and partner not in acting:
            acting.add(partner)
            answer = _ANSWERED.get(beat.verb, beat.verb)
            added.append(
                replace(
                    beat, actor=partner, verb=answer, target=beat.actor, goal=None, preposition=""
                )
            )
    for member in members:
        verb = _participle(member)
        if member.id not in acting and verb:
            added.append(Beat(actor=member.id, verb=verb, start=0.0, end=duration))
    seated = [_seated(beat, cast) for beat in [*beats, *added]]
    seated += [
        Beat(actor=member.id, verb="sit", start=0.0, end=duration)
        for member in members
        if _on_a_seat(member, cast) and member.id not in {beat.actor for beat in seated}
    ]
    return tuple(sorted(seated, key=lambda beat: beat.start))


def _seated(beat: Beat, cast: Mapping[str, CastMember]) -> Beat:
    """Whoever is on a bench sits there, whatever else it does without getting up."""
    member = cast.get(beat.actor)
    if member is None or beat.verb not in _AT_REST or not _on_a_seat(member, cast):
        return beat
    return replace(beat, verb="sit")


def _on_a_seat(member: CastMember, cast: Mapping[str, CastMember]) -> bool:
    position = member.position
    if member.kind is not Kind.PERSON or position is None or position.relation is not Relation.ON:
        return False
    return any(cast[a].noun in _SEATS for a in position.anchors if a in cast)


def _partner(beat: Beat, cast: Mapping[str, CastMember]) -> str | None:
    """The living member the actor does this with, if any."""
    other = beat.goal or beat.target
    if not other or other not in cast or other == beat.actor or cast[other].kind is Kind.THING:
        return None
    together = beat.verb in _SHARED and beat.preposition in ("with", "alongside", "beside")
    addressed = beat.verb in _ANSWERED and beat.preposition in ("to", "at", "with", "for")
    return other if together or addressed or beat.verb in _MUTUAL else None


def _participle(member: CastMember) -> str:
    """The verb of an attribute like "flying" that this member can act; "" for none."""
    for word in member.attributes:
        stem = word.removesuffix("ing")
        if stem == word or len(stem) < _SMALLEST_STEM:
            continue
        undoubled = stem[:-1] if stem[-1] == stem[-2] else stem
        for lemma in (stem, stem + "e", undoubled):
            known = act_for(lemma) if member.kind is Kind.PERSON else verbs.moves_by(lemma)
            if known:
                return lemma
    return ""
