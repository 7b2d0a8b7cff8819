"""Actions that a storyboard implies: "a spinning top" spins, who dances with somebody is joined."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from omnireel.domain.storyboard import CastMember, Kind
from omnireel.engines.previs.motion import verbs
from omnireel.engines.previs.people.acting import act_for
from omnireel.engines.previs.staging.beats import Beat

_SHARED = frozenset(
    "dance walk run jog march stroll skip hop jump race travel swim fly sit talk chat laugh".split()
)
_MUTUAL = frozenset("hug kiss embrace greet".split())
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
            added.append(replace(beat, actor=partner, target=beat.actor, goal=None, preposition=""))
    for member in members:
        verb = _participle(member)
        if member.id not in acting and verb:
            added.append(Beat(actor=member.id, verb=verb, start=0.0, end=duration))
    return tuple(sorted([*beats, *added], key=lambda beat: beat.start))


def _partner(beat: Beat, cast: Mapping[str, CastMember]) -> str | None:
    """The living member the actor does this with, if any."""
    other = beat.goal or beat.target
    if not other or other not in cast or other == beat.actor or cast[other].kind is Kind.THING:
        return None
    together = beat.verb in _SHARED and beat.preposition in ("with", "alongside", "beside")
    return other if together or beat.verb in _MUTUAL else None


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
