"""Runs of shots that share a place are one stage with one clock; their actions are its beats."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from omnireel.domain.storyboard import Shot

_IMPLIED = {
    **dict.fromkeys(("chase", "pursue", "hunt", "follow"), "flee"),
    **dict.fromkeys(("ride", "drive", "pilot", "steer", "sail", "row"), "run"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """An action on the stage's clock, in seconds."""

    actor: str
    verb: str
    start: float
    end: float
    target: str | None = None
    preposition: str = ""
    goal: str | None = None
    manner: tuple[str, ...] = ()

    @property
    def _what(self) -> tuple[object, ...]:
        return (self.actor, self.verb, self.target, self.preposition, self.goal, self.manner)

    def continues(self, other: "Beat") -> bool:
        """Whether this is the same action going on where the other ended."""
        return self._what == other._what and abs(self.start - other.end) < 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Consecutive shots on one stage: a cut changes the camera, never what happens."""

    shots: tuple[Shot, ...]

    @property
    def start(self) -> Fraction:
        return self.shots[0].start

    @property
    def duration(self) -> Fraction:
        return self.shots[-1].end - self.shots[0].start

    @property
    def cast(self) -> tuple[str, ...]:
        """Everybody on stage in any of the shots, in order of appearance."""
        return tuple(dict.fromkeys(member for shot in self.shots for member in shot.cast))


def runs(shots: Sequence[Shot]) -> list[Run]:
    """Shots grouped by place, light and cast."""
    grouped: list[list[Shot]] = []
    for shot in shots:
        if grouped and _place(grouped[-1][-1]) == _place(shot):
            grouped[-1].append(shot)
        else:
            grouped.append([shot])
    return [Run(shots=tuple(group)) for group in grouped]


def _place(shot: Shot) -> tuple[object, ...]:
    return (
        shot.setting,
        shot.time_of_day,
        shot.weather,
        shot.season,
        shot.lighting,
        shot.mood,
        frozenset(shot.cast),
    )


def beats(run: Run) -> list[Beat]:
    """The run's actions on its clock, those that go on through a cut joined, in order of start."""
    joined: list[Beat] = []
    for shot in run.shots:
        offset = float(shot.start - run.start)
        for action in shot.blocking:
            end = action.end if action.end is not None else shot.duration
            beat = Beat(
                actor=action.actor,
                verb=action.verb,
                start=offset + float(action.start),
                end=offset + float(min(end, shot.duration)),
                target=action.target,
                preposition=action.preposition,
                goal=action.goal,
                manner=action.manner,
            )
            for index, earlier in enumerate(joined):
                if beat.continues(earlier):
                    joined[index] = replace(earlier, end=beat.end)
                    break
            else:
                joined.append(beat)
    return sorted([*joined, *_implied(joined)], key=lambda beat: beat.start)


def _implied(given: Sequence[Beat]) -> list[Beat]:
    """What is chased runs away and what is ridden goes, even if the storyboard does not say so."""
    acting = {beat.actor for beat in given}
    implied: list[Beat] = []
    for beat in given:
        verb = _IMPLIED.get(beat.verb)
        if verb is None or not beat.target or beat.target in acting:
            continue
        acting.add(beat.target)
        implied.append(
            Beat(actor=beat.target, verb=verb, start=beat.start, end=beat.end, manner=beat.manner)
        )
    return implied
