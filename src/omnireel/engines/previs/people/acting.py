"""What people do: verbs become acts, acts in turn become an element."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from omnireel.domain.storyboard import CastMember
from omnireel.engines.previs.easing import eased
from omnireel.engines.previs.element import Element
from omnireel.engines.previs.events import Impact
from omnireel.engines.previs.people import gait, gestures
from omnireel.engines.previs.people.act import Act, Direction, Floor, Moment
from omnireel.engines.previs.people.gestures import Body
from omnireel.engines.previs.people.liveliness import liveliness
from omnireel.engines.previs.people.mark import Mark
from omnireel.engines.previs.people.person import Person, build
from omnireel.engines.previs.people.pose import solve, trunk_moves
from omnireel.engines.previs.people.spec import spec_for
from omnireel.engines.previs.scene import Floats, Pixels, Placement
from omnireel.engines.previs.shapes.transform import translation

Maker = Callable[[Body, Mark, Direction], Act]

_HOME = Mark()
_FADE = 0.28  # seconds in which one act passes into the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """When a performer does what: seconds from the start of the shot (`end` None for its end), the
    verb's lemma, the tempo (1 usual) and where to go (world x, z), if anywhere."""

    verb: str
    start: float = 0.0
    end: float | None = None
    tempo: float = 1.0
    goal: tuple[float, float] | None = None


def _spot(gesture: gestures.Gesture) -> Maker:
    return lambda body, mark, direction: gestures.on_the_spot(gesture, body, mark, direction)


def _going(style: gait.Style) -> Maker:
    return lambda body, mark, direction: gait.travel(
        body.skeleton, body.life, style, mark, direction
    )


_ACTS: Mapping[str, Maker] = {
    "stand": _spot(gestures.stand),
    "wave": _spot(gestures.wave),
    "cheer": _spot(gestures.cheer),
    "clap": _spot(gestures.clap),
    "dance": _spot(gestures.dance),
    "look": _spot(gestures.look),
    "talk": _spot(gestures.talk),
    "sit": _spot(gestures.sit),
    "hold": _spot(gestures.hold),
    "play": _spot(gestures.play),
    "nod": _spot(gestures.nod),
    "point": _spot(gestures.point),
    "jump": gestures.jump,
    "walk": _going(gait.WALK),
    "run": _going(gait.RUN),
}

_SYNONYMS: Mapping[str, str] = {
    synonym: act
    for act, synonyms in {
        "stand": "stand idle wait pose be stay rest breathe listen smile think",
        "wave": "wave greet beckon salute",
        "cheer": "cheer celebrate rejoice win",
        "clap": "clap applaud",
        "dance": "dance twirl spin groove sway party",
        "look": "look watch see gaze stare search observe turn admire",
        "talk": "talk speak say sing tell shout laugh explain present ask whisper chat yell call",
        "sit": "sit read write type relax meditate eat drink fish drive ride",
        "hold": "hold carry lift bring show give take catch hug offer",
        "play": "play strum drum perform paint cook stir mix knead hammer build work juggle",
        "nod": "nod agree bow",
        "point": "point gesture direct conduct",
        "jump": "jump hop leap bounce skip",
        "walk": "walk stroll wander march go come stride pace hike approach leave enter move",
        "run": "run jog sprint chase race rush flee escape hurry dash",
    }.items()
    for synonym in synonyms.split()
}


def act_for(verb: str) -> str:
    """The act that shows a verb, or "" when there is none."""
    return _SYNONYMS.get(verb.lower(), "")


def perform(body: Body, verb: str, mark: Mark, direction: Direction) -> Act:
    """The act of a verb from a mark on; an unknown verb stands."""
    return _ACTS[act_for(verb) or "stand"](body, mark, direction)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Performer:
    """A person on stage: the element, and what others need to know of it.

    `root_at` gives the world transform of its feet, `held_at` that of a thing in its hands.
    """

    element: Element
    person: Person
    root_at: Callable[[float], Floats]
    held_at: Callable[[float], Floats]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What a performer stands on: its mark, the floor and how long the shot is."""

    mark: Mark = _HOME
    duration: float = 5.0
    floor: Floor = lambda x, z: 0.0  # noqa: ARG005 - the level floor ignores the place
    surface: str = "wood"
    wind: float = 0.0


def performer(member: CastMember, cues: Sequence[Cue], *, stage: Stage, seed: int) -> Performer:
    """A cast member as a person who acts on its cues, one after another, and stands in between."""
    person = build(spec_for(member, seed), prefix=member.id)
    life = liveliness(seed, member.id, wind=stage.wind)
    body = Body(skeleton=person.skeleton, life=life)
    run = _Run(member=member.id, person=person, acts=_sequence(body, cues, stage))
    element = Element(
        models=person.models,
        textures=person.textures,
        place=run.place,
        paint=run.paint,
        events=run.events(),
    )
    return Performer(
        element=element,
        person=person,
        root_at=lambda t: run.moment(t).root,
        held_at=lambda t: run.held(body, t),
    )


def _sequence(body: Body, cues: Sequence[Cue], stage: Stage) -> tuple[tuple[float, Act], ...]:
    """Acts with their starts: each begins on the mark where the one before ended."""
    acts: list[tuple[float, Act]] = []
    mark, free = stage.mark, 0.0
    for cue in sorted(cues, key=lambda cue: cue.start):
        if cue.start > free + 1e-6:
            acts.append((free, _directed(body, Cue(verb="stand"), mark, cue.start - free, stage)))
            free = cue.start
        duration = max((stage.duration if cue.end is None else cue.end) - free, 0.05)
        act = _directed(body, cue, mark, duration, stage)
        acts.append((free, act))
        mark, free = act.end, free + duration
    if free < stage.duration or not acts:
        rest = max(stage.duration - free, 0.05)
        acts.append((free, _directed(body, Cue(verb="stand"), mark, rest, stage)))
    return tuple(acts)


def _directed(body: Body, cue: Cue, mark: Mark, duration: float, stage: Stage) -> Act:
    direction = Direction(
        duration=duration,
        tempo=cue.tempo,
        goal=cue.goal,
        floor=stage.floor,
        surface=stage.surface,
    )
    return perform(body, cue.verb, mark, direction)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Run:
    """A performer's acts in time."""

    member: str
    person: Person
    acts: tuple[tuple[float, Act], ...]

    def events(self) -> tuple[Impact, ...]:
        """What the acts let hear, in shot time and with the member's name."""
        return tuple(
            replace(impact, time=impact.time + start, member=self.member)
            for start, act in self.acts
            for impact in act.events
        )

    def _index(self, t: float) -> int:
        starts = [start for start, _ in self.acts]
        return max(int(np.searchsorted(starts, t, side="right")) - 1, 0)

    def moment(self, t: float) -> Moment:
        start, act = self.acts[self._index(t)]
        return act.at(t - start)

    def bones(self, t: float) -> Floats:
        """The pose at t; just after a change of acts, between the old one and the new one."""
        index = self._index(t)
        start, act = self.acts[index]
        bones = solve(self.person.skeleton, act.at(t - start).pose)
        since = (t - start) / _FADE
        if index == 0 or since >= 1:
            return bones
        before_start, before = self.acts[index - 1]
        old = solve(self.person.skeleton, before.at(t - before_start).pose)
        share = eased(since)
        return np.asarray(old + (bones - old) * np.float32(share), dtype=np.float32)

    def place(self, t: float) -> list[Placement]:
        return self.person.place(self.moment(t).root[None], self.bones(t), self.member)

    def paint(self, t: float) -> Mapping[str, Pixels]:
        face = self.person.paint_face(self.moment(t).expression)
        return {self.person.face_texture: face}

    def held(self, body: Body, t: float) -> Floats:
        moment = self.moment(t)
        chest = trunk_moves(self.person.skeleton, moment.pose)["chest"]
        place = translation(*gestures.held_place(body))
        return np.asarray(moment.root @ chest @ place, dtype=np.float32)
