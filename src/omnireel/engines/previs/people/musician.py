"""A person and an instrument become an element that plays."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from omnireel.domain.storyboard import CastMember
from omnireel.engines.previs.element import Element
from omnireel.engines.previs.events import Note, Performance
from omnireel.engines.previs.people import violin
from omnireel.engines.previs.people.bowing import bow
from omnireel.engines.previs.people.liveliness import liveliness
from omnireel.engines.previs.people.mark import Mark
from omnireel.engines.previs.people.palette import color_in
from omnireel.engines.previs.people.person import Person, build
from omnireel.engines.previs.people.spec import spec_for
from omnireel.engines.previs.people.violinist import Playing, Violinist
from omnireel.engines.previs.scene import Floats, Pixels, Placement
from omnireel.engines.previs.shapes.transform import rotation_y, vec3

BOWED = ("violin", "viola", "fiddle")
_TURN = -0.20  # radians: head and violin point left, so a player turns right to face the house


def musician(
    person: CastMember,
    instrument: CastMember,
    notes: Sequence[Note],
    *,
    mark: Mark,
    seed: int,
    wind: float = 1.0,
) -> Element:
    """A person playing a bowed instrument held at the shoulder, by a score.

    The instrument's and the bow's placements belong to the instrument's member; the person's arms
    play whether it is seen or not. ValueError for an empty score.
    """
    body = build(spec_for(person, seed), prefix=person.id)
    life = liveliness(seed, person.id, wind=wind, period=_period(notes))
    player = Violinist(skeleton=body.skeleton, bowing=bow(notes), life=life, notes=tuple(notes))
    root = np.asarray(mark.matrix() @ rotation_y(_TURN), dtype=np.float32)
    ears = root[:3, :3] @ body.skeleton.head_center + root[:3, 3]
    performance = Performance(
        instrument=instrument.noun,
        notes=tuple(notes),
        position=vec3(ears),
        member=instrument.id,
    )
    color = color_in(instrument.color) if instrument.color else None
    stage = _Stage(
        body=body,
        moment=lru_cache(maxsize=2)(player.at),  # a frame is placed and painted at one time
        root=root,
        stand=root[None],
        person=person.id,
        instrument=instrument.id,
    )
    return Element(
        models={**body.models, **violin.models(instrument.id)},
        textures={**body.textures, **violin.textures(instrument.id, color)},
        place=stage.place,
        paint=stage.paint,
        events=(performance,),
    )


def _period(notes: Sequence[Note]) -> float:
    """Seconds of a sway that fits the score: about four notes' starts."""
    starts = np.array([note.start for note in notes])
    step = float(np.median(np.diff(starts))) if len(starts) > 2 else 0.8
    while step < 2.4:
        step *= 2
    return min(step, 5.0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Stage:
    """The musician on the mark."""

    body: Person
    moment: Callable[[float], Playing]
    root: Floats
    stand: Floats  # the root as (1, 4, 4), the same array at every time
    person: str
    instrument: str

    def place(self, t: float) -> list[Placement]:
        moment = self.moment(t)
        held = np.asarray(self.root @ moment.violin, dtype=np.float32)[None]
        bow_at = np.asarray(self.root @ moment.bow, dtype=np.float32)[None]
        return [
            *self.body.place(self.stand, moment.bones, self.person),
            Placement(model=f"{self.instrument}.body", transforms=held, member=self.instrument),
            Placement(model=f"{self.instrument}.fittings", transforms=held, member=self.instrument),
            Placement(model=f"{self.instrument}.bow", transforms=bow_at, member=self.instrument),
        ]

    def paint(self, t: float) -> Mapping[str, Pixels]:
        return {self.body.face_texture: self.body.paint_face(self.moment(t).expression)}
