"""Deeds and directions to shots: how the time is shared, and how each shot is filmed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from omnireel.director.camera import Direction
from omnireel.director.morphology import VERBS
from omnireel.director.stage import Deed
from omnireel.director.surroundings import Surroundings
from omnireel.director.timing import Cue
from omnireel.domain.storyboard import Action, Camera, Movement, Shot, ShotSize

_STORY = (ShotSize.WIDE, ShotSize.MEDIUM, ShotSize.CLOSE_UP)
STORY_FROM = Fraction(6)  # seconds from which a clip is told in several shots


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the clip as it was told: everything to be filmed between two times."""

    start: Fraction
    end: Fraction
    surroundings: Surroundings
    deeds: tuple[Deed, ...]
    cues: tuple[Cue, ...]
    direction: Direction
    present: tuple[str, ...]


def actions(passage: Passage) -> tuple[Action, ...]:
    """The passage's deeds with their times: said ones first, chains share what is left."""
    length = passage.end - passage.start
    spans = _spans(passage, length)
    speed = (passage.direction.speed,) if passage.direction.speed else ()
    found: list[Action] = []
    for deed, (start, end) in zip(passage.deeds, spans, strict=True):
        action = Action(
            actor=deed.actor,
            verb=deed.verb,
            target=deed.target,
            preposition=deed.preposition,
            goal=deed.goal,
            manner=(*deed.manner, *speed),
            start=start,
            end=end,
        )
        repeats = _repeats(deed, passage)
        if repeats is None:
            found.append(action)
            continue
        times = range(min(200, int(length / repeats)))
        found.extend(replace(action, start=repeats * n, end=repeats * (n + 1)) for n in times)
    return tuple(found)


def _cue_of(deed: Deed, passage: Passage) -> Cue | None:
    """The time said for a deed: the last one before it, or one that follows the very last deed."""
    before = [cue for cue in passage.cues if cue.at <= deed.at and cue.length is None]
    if before:
        return before[-1]
    last = passage.deeds[-1].at == deed.at
    after = [cue for cue in passage.cues if cue.at > deed.at and cue.length is None]
    return after[0] if last and after else None


def _repeats(deed: Deed, passage: Passage) -> Fraction | None:
    cue = _cue_of(deed, passage)
    return cue.every if cue is not None else None


def _spans(passage: Passage, length: Fraction) -> list[tuple[Fraction, Fraction | None]]:
    """Start and end of every deed. Deeds that follow one another share the time equally."""
    steps = [0]
    for deed in passage.deeds[1:]:
        steps.append(steps[-1] + (1 if deed.after else 0))
    count = (steps[-1] if passage.deeds else 0) + 1
    share = length / count
    spans: list[tuple[Fraction, Fraction | None]] = []
    for deed, step in zip(passage.deeds, steps, strict=False):
        start = share * step
        end = None if step == count - 1 else share * (step + 1)
        cue = _cue_of(deed, passage)
        if cue is not None and cue.start is not None and cue.start < passage.end:
            start, end = max(Fraction(0), cue.start - passage.start), None
        spans.append((start, end))
    return _lengths(passage, spans, length)


def _lengths(
    passage: Passage, spans: list[tuple[Fraction, Fraction | None]], length: Fraction
) -> list[tuple[Fraction, Fraction | None]]:
    """ "for 3 seconds" ends the deed it follows."""
    for cue in passage.cues:
        before = [index for index, deed in enumerate(passage.deeds) if deed.at <= cue.at]
        if cue.length is None or not before:
            continue
        start, _ = spans[before[-1]]
        end = start + cue.length
        spans[before[-1]] = (start, end if end < length else None)
    return spans


def film(passage: Passage, *, single: bool) -> tuple[Shot, ...]:
    """The passage as shots: one, or a small story of three when there is time for it."""
    length = passage.end - passage.start
    blocking = actions(passage)
    subject = _subject(passage)
    whole = Shot(
        start=passage.start,
        duration=length,
        setting=passage.surroundings.setting,
        time_of_day=passage.surroundings.time_of_day,
        weather=passage.surroundings.weather,
        season=passage.surroundings.season,
        lighting=passage.surroundings.lighting,
        mood=passage.surroundings.mood,
        camera=_camera(passage, blocking, subject, single=single),
        cast=passage.present,
        blocking=blocking,
    )
    if single or passage.direction.said or length < STORY_FROM or subject is None:
        return (whole,)
    return split(whole, [Fraction(0), length * 2 / 5, length * 7 / 10], subject)


def _subject(passage: Passage) -> str | None:
    """Whom the film is about: who acts first, else who was named first."""
    if passage.deeds:
        return passage.deeds[0].actor
    return passage.present[0] if passage.present else None


def _camera(
    passage: Passage, blocking: Sequence[Action], subject: str | None, *, single: bool
) -> Camera:
    camera = replace(passage.direction.camera, subject=subject)
    moving = any(a.actor == subject and "motion" in VERBS.get(a.verb, ()) for a in blocking)
    if single and moving and camera.movement is Movement.AUTO:
        return replace(camera, movement=Movement.TRACKING)
    return camera


def split(shot: Shot, offsets: Sequence[Fraction], subject: str | None) -> tuple[Shot, ...]:
    """One shot cut at the offsets into shots of other sizes in which the same action goes on."""
    bounds = [*offsets, shot.duration]
    parts = []
    for index, (start, end) in enumerate(pairwise(bounds)):
        camera = replace(shot.camera, size=_STORY[index % len(_STORY)], subject=subject)
        blocking = tuple(
            _cut(action, start, end) for action in shot.blocking if _overlaps(action, start, end)
        )
        parts.append(
            replace(
                shot,
                start=shot.start + start,
                duration=end - start,
                camera=camera,
                blocking=blocking,
            )
        )
    return tuple(parts)


def _overlaps(action: Action, start: Fraction, end: Fraction) -> bool:
    return action.start < end and (action.end is None or action.end > start)


def _cut(action: Action, start: Fraction, end: Fraction) -> Action:
    """The action in the time of a shot that runs from `start` to `end` of the longer one."""
    begins = max(Fraction(0), action.start - start)
    ends = None if action.end is None or action.end >= end else action.end - start
    return replace(action, start=begins, end=ends)
