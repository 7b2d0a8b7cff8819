"""A person who plays an instrument of the cast: the hands and the sound follow one score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from omnireel.domain.storyboard import CastMember, Kind
from omnireel.engines.previs.framing import Subject
from omnireel.engines.previs.people.mark import Mark
from omnireel.engines.previs.people.musician import BOWED, musician
from omnireel.engines.previs.sound import compose
from omnireel.engines.previs.staging.beats import Beat
from omnireel.engines.previs.staging.blocking import Blocking
from omnireel.engines.previs.staging.performer import Performer


@dataclass(frozen=True, slots=True, kw_only=True)
class Duo:
    """A player and what is played."""

    person: CastMember
    instrument: CastMember


def duos_in(members: Mapping[str, CastMember], beats: Sequence[Beat]) -> list[Duo]:
    """Every person who plays a bowed instrument, once each."""
    found: dict[str, Duo] = {}
    for beat in beats:
        person, instrument = members.get(beat.actor), members.get(beat.target or "")
        if beat.verb != "play" or person is None or instrument is None:
            continue
        if person.kind is Kind.PERSON and person.count == 1 and instrument.noun in BOWED:
            found.setdefault(person.id, Duo(person=person, instrument=instrument))
    return list(found.values())


def perform(duo: Duo, blocking: Blocking) -> Performer:
    """The duo on the person's spot."""
    group = blocking.groups[duo.person.id]
    spot = group.spots[0]
    score = compose(
        duo.instrument.noun,
        mood=blocking.mood,
        duration=blocking.duration,
        seed=blocking.seed,
    )
    element = musician(
        duo.person,
        duo.instrument,
        score,
        mark=Mark(position=spot.point, heading=spot.heading),
        seed=blocking.seed,
        wind=blocking.wind,
    )
    x, y, z = spot.point
    subjects = (
        Subject(
            member=duo.person.id, kind=Kind.PERSON, size=group.size, point=lambda _: spot.point
        ),
        Subject(
            member=duo.instrument.id,
            kind=Kind.THING,
            size=(0.6, 0.3, 0.4),
            point=lambda _: (x + 0.12, y + 0.78 * group.size[1], z + 0.2),
            carried=True,
        ),
    )
    return Performer(element=element, subjects=subjects)
