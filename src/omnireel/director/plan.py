"""A turn, and the take before it, becomes a plan: a storyboard and how it differs from the last."""

from dataclasses import dataclass, replace
from fractions import Fraction

from omnireel.director.compose import compose
from omnireel.director.revise import revise
from omnireel.domain.media import OutputSpec
from omnireel.domain.revision import Revision
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import AspectRatio, Resolution, Take, Turn

SIZES = {
    Resolution.R360P: (640, 360),
    Resolution.R720P: (1280, 720),
    Resolution.R1080P: (1920, 1080),
    Resolution.R4K: (3840, 2160),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to render, and for an edit the operations that led there."""

    storyboard: Storyboard
    revision: Revision | None = None


def plan(turn: Turn, *, seed: int, previous: Take | None) -> Plan:
    """The plan of a turn: of its prompt alone, or of its prompt as an edit of the previous take.

    Pure: the same turn, seed and previous take give the same plan. `seed` is used for a new
    storyboard; an edit keeps the seed of what it edits unless the turn names another.
    """
    if previous is not None:
        return _edit(turn, previous.storyboard)
    draft = compose(turn.prompt, turn.duration)
    board = Storyboard(
        prompt=turn.prompt,
        cast=draft.cast,
        shots=draft.shots,
        output=_output(turn, draft.length),
        seed=seed if turn.seed is None else turn.seed,
        quality=turn.quality.value if turn.quality else "standard",
        sound=draft.sound,
        look=draft.look,
        references=turn.references,
        unmet=draft.unmet,
    )
    return Plan(storyboard=board)


def _output(turn: Turn, length: Fraction) -> OutputSpec:
    width, height = SIZES[turn.resolution or Resolution.R720P]
    if turn.aspect_ratio is AspectRatio.PORTRAIT:
        width, height = height, width
    return OutputSpec(width=width, height=height, duration=length)


def _edit(turn: Turn, before: Storyboard) -> Plan:
    """The edited storyboard in the size and quality of the one before, unless the turn asks."""
    board, revision = revise(before, turn.prompt)
    board = replace(
        board,
        output=_resized(turn, board.output),
        quality=turn.quality.value if turn.quality else board.quality,
        seed=board.seed if turn.seed is None else turn.seed,
        references=turn.references or board.references,
    )
    return Plan(storyboard=board, revision=revision)


def _resized(turn: Turn, output: OutputSpec) -> OutputSpec:
    width, height = output.width, output.height
    if turn.resolution is not None:
        long, short = SIZES[turn.resolution]
        width, height = (long, short) if width >= height else (short, long)
    if turn.aspect_ratio is not None:
        portrait = turn.aspect_ratio is AspectRatio.PORTRAIT
        width, height = (
            (min(width, height), max(width, height))
            if portrait
            else (max(width, height), min(width, height))
        )
    return replace(output, width=width, height=height)
