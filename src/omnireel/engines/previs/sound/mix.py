"""The mix: everything that sounds in a clip, from where it is, at the level films are mixed to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnireel.domain.storyboard import SoundKind, SoundLine, SoundPlan
from omnireel.engines.previs.events import Drone, Event, Impact, Performance
from omnireel.engines.previs.scene import CameraPose
from omnireel.engines.previs.sound import effects
from omnireel.engines.previs.sound.ambience import ambience_of
from omnireel.engines.previs.sound.drones import drone_sound
from omnireel.engines.previs.sound.effects import effect_of
from omnireel.engines.previs.sound.impacts import blow
from omnireel.engines.previs.sound.instruments import perform
from omnireel.engines.previs.sound.music import music_of
from omnireel.engines.previs.sound.space import (
    Listener,
    fixed,
    followed,
    listener,
    placed,
    reverberated,
    room_of,
)
from omnireel.engines.previs.sound.synthesis import Signal, add_at, highpass, limited, loudness
from omnireel.engines.previs.streams import stream

TARGET_LUFS = -17.0
AMBIENT_LUFS = -20.0  # of a clip in which nothing but the place is heard
MAX_GAIN_DB = 30.0
CEILING = 10 ** (-1.5 / 20)  # AAC may overshoot by half a decibel
MAX_LIMITING = 2.0  # how far peaks may be turned down: single blows stay sharp
UNDER_MUSIC_DB, UNDER_EFFECTS_DB = -18.0, -13.0  # the place beneath what happens in it
MAX_IMPACTS = 600  # the loudest are kept
IMPACT_LEVEL, DRONE_LEVEL, EFFECT_LEVEL = 1.0, 0.42, 0.5
BEHIND_PERFORMANCE = 0.35  # background music beneath a member who plays
FADE_OUT = 0.4  # seconds at the end of background music


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What every sound of a clip shares: its length, its rate, its seed and who listens."""

    ears: Listener
    duration: float
    count: int
    rate: int
    seed: int

    def silence(self) -> Signal:
        return np.zeros((self.count, 2))


def mix(  # noqa: PLR0913 - all keyword-only and each a different thing
    events: Sequence[Event],
    ambience: str,
    plan: SoundPlan,
    *,
    camera: Callable[[float], CameraPose],
    duration: float,
    sample_count: int,
    sample_rate: int,
    seed: int,
) -> NDArray[np.float32]:
    """The clip's sound, (sample_count, 2), full scale 1.

    Times of events are seconds from the clip's start, as `camera` takes them. `ambience` says in
    words what the place sounds like ("meadow", "kitchen rain"). Stems that the plan mutes are left
    out. Peaks stay under -1 dBFS; the whole is near -17 LUFS unless every stem is muted.
    """
    stage = Stage(
        ears=listener(camera, duration),
        duration=duration,
        count=sample_count,
        rate=sample_rate,
        seed=seed,
    )
    words = _words(ambience)
    music = _music_stem(events, plan, stage)
    effect = _effect_stem(events, plan, stage)
    foreground = music + effect
    if foreground.any():
        foreground = reverberated(foreground, room_of(words), seed, sample_rate)
    place = _ambience_stem(words, plan, stage)
    under = UNDER_MUSIC_DB if music.any() else UNDER_EFFECTS_DB
    return _mastered(foreground, place, under, sample_rate).astype(np.float32)


def unmet(plan: SoundPlan) -> tuple[str, ...]:
    """The lines of the plan that cannot be heard: dialogue, and effects without a recipe."""
    return tuple(
        line.text
        for line in plan.lines
        if line.kind is SoundKind.DIALOGUE
        or (line.kind is SoundKind.EFFECT and not effects.is_known(line.text))
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.lower().replace(",", " ").replace(".", " ").split())


def _lines(plan: SoundPlan, kind: SoundKind) -> list[SoundLine]:
    return [line for line in plan.lines if line.kind is kind]


def _music_stem(events: Sequence[Event], plan: SoundPlan, stage: Stage) -> Signal:
    """What members perform, and background music."""
    out = stage.silence()
    if SoundKind.MUSIC in plan.muted:
        return out
    performances = [event for event in events if isinstance(event, Performance)]
    for performance in performances:
        rng = stream(stage.seed, "performance", performance.member, performance.instrument)
        sound = perform(performance.instrument, performance.notes, stage.count, rng, stage.rate)
        out += followed(sound, stage.ears, fixed(performance.position), 0.0, stage.rate)
    for index, line in enumerate(_lines(plan, SoundKind.MUSIC)):
        first, end = _span(line, stage)
        sound = music_of(line.text, end - first, stage.seed + index, stage.rate)
        fade = np.clip(np.arange(len(sound))[::-1] / (FADE_OUT * stage.rate), 0, 1)
        level = BEHIND_PERFORMANCE if performances else 1.0
        add_at(out, level * sound * fade[:, None], first)
    return out


def _effect_stem(events: Sequence[Event], plan: SoundPlan, stage: Stage) -> Signal:
    """What happens in the scene, and what the plan asks for besides."""
    out = stage.silence()
    if SoundKind.EFFECT in plan.muted:
        return out
    impacts = [event for event in events if isinstance(event, Impact) and event.strength > 0]
    for impact in sorted(impacts, key=lambda event: -event.strength)[:MAX_IMPACTS]:
        sound = blow(impact, stage.seed, stage.rate)
        sound = placed(sound, stage.ears, impact.time, impact.position)
        add_at(out, IMPACT_LEVEL * sound, round(impact.time * stage.rate))
    for drone in (event for event in events if isinstance(event, Drone)):
        _add_drone(out, drone, stage)
    for line in _lines(plan, SoundKind.EFFECT):
        first, end = _span(line, stage)
        add_at(out, EFFECT_LEVEL * effect_of(line.text, end - first, stage.seed, stage.rate), first)
    return out


def _add_drone(out: Signal, drone: Drone, stage: Stage) -> None:
    """Add a drone from where it goes, with short fades where it begins and ends."""
    if not len(drone.times):
        return
    start, end = max(0.0, float(drone.times[0])), min(stage.duration, float(drone.times[-1]))
    count = int((end - start) * stage.rate)
    if count < 2:
        return
    sound = drone_sound(drone, start, count, stage.seed, stage.rate)
    inside = np.minimum(np.arange(count), np.arange(count)[::-1]) / (0.01 * stage.rate)
    sound *= np.minimum(inside, 1.0)

    heard = followed(sound, stage.ears, (drone.times, drone.positions), start, stage.rate)
    add_at(out, DRONE_LEVEL * heard, round(start * stage.rate))


def _ambience_stem(words: frozenset[str], plan: SoundPlan, stage: Stage) -> Signal:
    """The place, with what the plan's ambience lines add to it."""
    if SoundKind.AMBIENCE in plan.muted:
        return stage.silence()
    asked = frozenset().union(*(_words(line.text) for line in _lines(plan, SoundKind.AMBIENCE)))
    return ambience_of(words | asked, stage.count, stage.seed, stage.rate)


def _span(line: SoundLine, stage: Stage) -> tuple[int, int]:
    """The line's first sample and the one after its last, within the clip."""
    end = stage.duration if line.end is None else float(line.end)
    first = min(stage.count, max(0, round(float(line.start) * stage.rate)))
    return first, min(stage.count, max(first, round(end * stage.rate)))


def _mastered(foreground: Signal, place: Signal, under: float, rate: int) -> Signal:
    """Both at their levels, brought to the target loudness without clipping."""
    front, back = loudness(foreground, rate), loudness(place, rate)
    out = foreground.copy()
    if np.isfinite(back):
        level = under + front if np.isfinite(front) else AMBIENT_LUFS
        out += place * 10 ** ((level - back) / 20)
    out = highpass(out.T, 25, rate).T
    target = TARGET_LUFS if np.isfinite(front) else AMBIENT_LUFS
    for _ in range(2):  # the limiter takes away a little of what the gain gave
        measured = loudness(out, rate)
        if not np.isfinite(measured):
            return out
        gain = 10 ** (min(target - measured, MAX_GAIN_DB) / 20)
        gain = min(gain, MAX_LIMITING * CEILING / float(np.abs(out).max()))
        out = limited(out * gain, CEILING, rate)
    return out
