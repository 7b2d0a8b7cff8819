"""One stage: the set, everybody on it, and a scene for each of its shots."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from omnireel.domain.storyboard import CastMember, Movement, Shot, Storyboard
from omnireel.engines.previs.camera import film
from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.element import Set
from omnireel.engines.previs.events import Event
from omnireel.engines.previs.framing import Frame, Subject
from omnireel.engines.previs.scene import (
    CameraPose,
    FrameState,
    Lamp,
    Look,
    Model,
    Pixels,
    Scene,
    Vec3,
)
from omnireel.engines.previs.sets.places import place_for
from omnireel.engines.previs.staging import marbles
from omnireel.engines.previs.staging.beats import Run, beats
from omnireel.engines.previs.staging.casting import Casting, cast_performers
from omnireel.engines.previs.staging.clearing import Sight, cleared, sights
from omnireel.engines.previs.staging.implied import joined
from omnireel.engines.previs.staging.performer import Performer
from omnireel.engines.previs.staging.scenery import owned, scenery

_STEP = 1.4
_MAX_LAMPS = 16

_Camera = Callable[[float], CameraPose]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StagedShot:
    """A shot, the scene it films and its camera. Times are seconds from the start of the shot."""

    shot: Shot
    scene: Scene
    camera: Callable[[float], CameraPose]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stage:
    """A run of shots with one clock. `events` are on it."""

    run: Run
    shots: tuple[StagedShot, ...]
    events: tuple[Event, ...]
    ambience: str

    def camera(self, t: float) -> CameraPose:
        """The camera in use at this time on the stage's clock."""
        staged = self.shots[0]
        for candidate in self.shots:
            if float(candidate.shot.start - self.run.start) <= t + 1e-9:
                staged = candidate
        return staged.camera(t - float(staged.shot.start - self.run.start))


def stage(board: Storyboard, run: Run) -> Stage:
    """Build the set and the performers of a run, and a camera for each of its shots."""
    shot = run.shots[0]
    members = tuple(board.member(member) for member in run.cast)
    acted = joined(members, beats(run), float(run.duration))
    place = place_for(shot.setting, tabletop=marbles.pair_in(members, acted) is not None)
    built = place.build(_conditions(board, shot), board.seed, shot.setting)
    shown = scenery(members, acted, built)
    performers = cast_performers(
        Casting(
            members=tuple(member for member in members if member.id not in shown),
            beats=acted,
            place=built,
            duration=float(run.duration),
            aspect=board.output.width / board.output.height,
            mood=shot.mood,
            words={t.surface: t.text for each in run.shots for t in each.titles if t.surface},
            seed=board.seed,
            quality=board.quality,
        )
    )
    cameras = [_camera(board, run, each, built, performers) for each in run.shots]
    views = _views(run, cameras, performers)
    built = replace(built, element=owned(cleared(built.element, views), shown))
    shots = tuple(
        _staged(board, run, each, built, performers, camera)
        for each, camera in zip(run.shots, cameras, strict=True)
    )
    events = tuple(event for performer in performers for event in performer.element.events)
    return Stage(
        run=run,
        shots=shots,
        events=events + built.element.events,
        ambience=_ambience(built.ambience, shot),
    )


def _conditions(board: Storyboard, shot: Shot) -> Conditions:
    """What a shot asks of a place."""
    return Conditions(
        time_of_day=shot.time_of_day,
        weather=shot.weather,
        season=shot.season,
        lighting=shot.lighting,
        mood=shot.mood,
        style=board.look.style,
        portrait=board.output.height > board.output.width,
    )


def _views(run: Run, cameras: Sequence[_Camera], performers: Sequence[Performer]) -> list[Sight]:
    """What every shot's camera must be able to see."""
    return [
        sight
        for shot, camera in zip(run.shots, cameras, strict=True)
        for sight in sights(
            camera, _in_order(shot, performers), float(shot.start - run.start), float(shot.duration)
        )
    ]


def _ambience(place: str, shot: Shot) -> str:
    """What the place sounds like in this weather and at this hour."""
    words = [place, shot.weather, "night" if shot.time_of_day in ("night", "dusk") else ""]
    return " ".join(word for word in words if word)


def _staged(
    board: Storyboard,
    run: Run,
    shot: Shot,
    place: Set,
    performers: Sequence[Performer],
    camera: Callable[[float], CameraPose],
) -> StagedShot:
    start = float(shot.start - run.start)
    elements = [place.element, *(performer.element for performer in performers)]
    models: dict[str, Model] = {}
    textures: dict[str, Pixels] = {}
    for element in elements:
        models.update(element.models)
        textures.update(element.textures)

    def at(t: float) -> FrameState:
        clock = start + t
        placements = [p for element in elements for p in element.place(clock)]
        paint: dict[str, Pixels] = {}
        for element in elements:
            paint.update(element.paint(clock))
        pose = camera(t)
        center, radius = _shadow(pose, place)
        return FrameState(
            camera=pose,
            placements=placements,
            shadow_center=center,
            shadow_radius=radius,
            paint=paint,
            lamps=(*fill_light(pose, place.look), *place.lamps)[:_MAX_LAMPS],
        )

    return StagedShot(
        shot=shot,
        camera=camera,
        scene=Scene(
            models=models,
            textures=textures,
            look=_cleared(place.look, [camera(0.0), camera(float(shot.duration))]),
            members=tuple(member.id for member in board.cast),
            unseen=_unseen(board.cast),
            at=at,
        ),
    )


def _cleared(look: Look, poses: Sequence[CameraPose]) -> Look:
    """The look with its fog moved back from large subjects, which are filmed from far away."""
    focus = max(pose.focus for pose in poses)
    return replace(
        look,
        fog_start=max(look.fog_start, 1.3 * focus),
        fog_density=look.fog_density / max(1.0, focus / 8.0),
    )


def fill_light(pose: CameraPose, look: Look) -> tuple[Lamp, ...]:
    """A soft lamp beside the camera where the sun leaves faces dark: behind them, or at night."""
    x, y, z = look.sun_direction
    length = math.sqrt(x * x + y * y + z * z)
    backlit = max(0.0, -z / length)
    dark = max(0.0, 1.0 - max(look.sun_color) / 2.0)
    strength = max(backlit, dark)
    if strength < 0.1:
        return ()
    # A lamp's light falls off with the distance; this one is set for whatever is in focus.
    power = strength * pose.focus * pose.focus * 1.2
    warm = 0.35 + 0.65 * (max(look.sun_color) > 2.0)
    eye = pose.eye
    return (
        Lamp(
            position=(eye[0] - 0.25 * pose.focus, eye[1] + 0.35 * pose.focus, eye[2]),
            color=(power, power * (0.92 - 0.10 * warm), power * (1.0 - 0.38 * warm)),
            reach=3.0 * pose.focus,
        ),
    )


def _unseen(cast: Sequence[CastMember]) -> frozenset[str]:
    return frozenset(member.id for member in cast if not member.visible)


def _camera(
    board: Storyboard, run: Run, shot: Shot, place: Set, performers: Sequence[Performer]
) -> Callable[[float], CameraPose]:
    start = float(shot.start - run.start)
    own = next((p.camera for p in performers if p.camera is not None), None)
    plain = shot.camera.size is None and shot.camera.movement in (Movement.AUTO, Movement.TRACKING)
    if own is not None and plain:
        return lambda t: own(start + t)
    frame = Frame(
        aspect=board.output.width / board.output.height,
        start=start,
        duration=float(shot.duration),
        seed=board.seed,
        reach=place.reach,
    )
    on_stage = _in_order(shot, performers)
    return film(shot.camera, on_stage, frame, place.backdrop)


def _in_order(shot: Shot, performers: Sequence[Performer]) -> list[Subject]:
    """The shot's subjects, those who act first: the first is the hero."""
    subjects: Mapping[str, Subject] = {
        subject.member: subject for performer in performers for subject in performer.subjects
    }
    acting = [action.actor for action in shot.blocking]
    order = dict.fromkeys([*acting, *shot.cast])
    return [subjects[member] for member in order if member in subjects]


def _shadow(pose: CameraPose, place: Set) -> tuple[Vec3, float]:
    """The sphere the sun's shadow map covers: what the camera looks at, as wide as it sees there.

    Its size and place go in steps, so that shadow edges do not crawl under a moving camera.
    """
    reach = min(max(1.6 * pose.focus, 0.6), 4.0 * place.radius)
    reach = _STEP ** math.ceil(math.log(reach, _STEP))
    grid = reach / 4
    x, y, z = (round(value / grid) * grid for value in pose.target)
    return (x, y, z), reach
