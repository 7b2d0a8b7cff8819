"""The samples of a whole clip from what happened on its stages."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np

from omnireel.domain.storyboard import SoundKind, SoundLine, SoundPlan, Storyboard
from omnireel.engines.previs.scene import CameraPose, Floats
from omnireel.engines.previs.sound import mix
from omnireel.engines.previs.staging.stage import Stage

_CEILING = 0.89  # -1 dBFS


def soundtrack(board: Storyboard, stages: Sequence[Stage]) -> Floats:
    """Float32 samples (n, 2): stages one after the other, music through all of them."""
    if len(stages) == 1:
        return _mixed(board, stages[0], board.sound, board.output.sample_count)
    parts, done = [], 0
    quiet = replace(board.sound, muted=(*board.sound.muted, SoundKind.MUSIC))
    for each in stages:
        end = round(float(each.run.start + each.run.duration) * board.output.sample_rate)
        end = board.output.sample_count if each is stages[-1] else end
        parts.append(_mixed(board, each, _on_clock(quiet, each.run.start), end - done))
        done = end
    samples = np.concatenate(parts)
    music = tuple(line for line in board.sound.lines if line.kind is SoundKind.MUSIC)
    if music and SoundKind.MUSIC not in board.sound.muted:
        plan = SoundPlan(lines=music, muted=(SoundKind.AMBIENCE,))
        samples = samples + 0.8 * _mixed(board, stages[0], plan, len(samples), events=False)
    return np.ascontiguousarray(_CEILING * np.tanh(samples / _CEILING), dtype=np.float32)


def _mixed(
    board: Storyboard, each: Stage, plan: SoundPlan, count: int, *, events: bool = True
) -> Floats:
    rate = board.output.sample_rate

    def camera(t: float) -> CameraPose:
        return each.camera(min(t, float(each.run.duration)))

    return mix(
        each.events if events else (),
        each.ambience,
        plan,
        camera=camera,
        duration=count / rate,
        sample_count=count,
        sample_rate=rate,
        seed=board.seed,
    )


def _on_clock(plan: SoundPlan, start: Fraction) -> SoundPlan:
    """The plan's lines on a clock that begins at `start`; those over by then are gone."""

    def moved(line: SoundLine) -> SoundLine:
        end = None if line.end is None else line.end - start
        return replace(line, start=max(Fraction(0), line.start - start), end=end)

    kept = (line for line in plan.lines if line.end is None or line.end > start)
    return replace(plan, lines=tuple(moved(line) for line in kept))
