"""The previs engine: stages a storyboard's shots, draws their frames and mixes their sound."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from omnireel.domain.media import Clip, PixelFormat
from omnireel.domain.storyboard import Storyboard
from omnireel.engines.previs.coverage import unmet as unmet_by
from omnireel.engines.previs.render.renderer import Renderer
from omnireel.engines.previs.render.truth import MemberTruth
from omnireel.engines.previs.render.truth import truth as truth_at
from omnireel.engines.previs.scene import Pixels
from omnireel.engines.previs.soundtrack import soundtrack
from omnireel.engines.previs.staging.beats import runs
from omnireel.engines.previs.staging.stage import Stage, StagedShot, stage
from omnireel.engines.previs.titles import overlay
from omnireel.engines.protocol import Context, Limits


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Production:
    """A staged storyboard: every shot with its scene, in order, and the stages they are on."""

    board: Storyboard
    stages: tuple[Stage, ...]

    @property
    def shots(self) -> tuple[StagedShot, ...]:
        return tuple(shot for each in self.stages for shot in each.shots)

    def locate(self, frame: int) -> tuple[StagedShot, float]:
        """The shot that frame belongs to, and its time in that shot in seconds."""
        moment = frame / self.board.output.frame_rate
        chosen = self.shots[0]
        for staged in self.shots:
            if staged.shot.start <= moment:
                chosen = staged
        return chosen, float(moment - chosen.shot.start)


def produce(board: Storyboard) -> Production:
    """Build all sets and performers of a storyboard."""
    return Production(board=board, stages=tuple(stage(board, run) for run in runs(board.shots)))


class Previs:
    """The embedded engine. See `engines.protocol.Engine`."""

    name = "previs"
    version = "1"
    limits = Limits(
        tasks=("text_to_video", "edit"),
        resolutions=("360p", "720p", "1080p", "4k"),
        max_duration=40,
        max_references=0,
        audio=True,
        licence="Apache-2.0",
    )

    def __init__(self) -> None:
        self._renderer: Renderer | None = None
        self._made_for: tuple[int, int, str] | None = None

    def unmet(self, board: Storyboard) -> tuple[str, ...]:
        """What of the board has no model, place or motion here, in the user's own words."""
        return unmet_by(board)

    def render(self, board: Storyboard, context: Context) -> Clip:
        """Stage the board now; frames are drawn and sound is mixed as they are asked for."""
        context.progress(0.0, "build")
        production = produce(board)
        renderer = self._renderer_for(board)
        total = board.output.frame_count

        def frames() -> Iterator[memoryview]:
            for index, staged, t in _loaded(production, renderer, range(total)):
                yield _picture(renderer, staged, t).data
                context.progress((index + 1) / total, "render")

        def samples() -> memoryview:
            context.progress(0.0, "sound")
            return soundtrack(board, production.stages).data

        titled = any(shot.titles for shot in board.shots)
        return Clip(
            output=board.output,
            pixel_format=PixelFormat.RGB24 if titled else PixelFormat.YUV420P,
            frames=frames,
            samples=samples,
        )

    def _renderer_for(self, board: Storyboard) -> Renderer:
        """The renderer kept from the clip before, if it draws frames of this size and quality."""
        wanted = (board.output.width, board.output.height, board.quality)
        if self._renderer is not None and self._made_for == wanted:
            return self._renderer
        if self._renderer is not None:
            self._renderer.close()
        self._renderer, self._made_for = Renderer(*wanted), wanted
        return self._renderer


def _loaded(
    production: Production, renderer: Renderer, indices: range | None
) -> Iterator[tuple[int, StagedShot, float]]:
    """These frames, or all: index, shot and time in the shot, its scene loaded to be drawn."""
    loaded: StagedShot | None = None
    for index in indices or range(production.board.output.frame_count):
        staged, t = production.locate(index)
        if staged is not loaded:
            renderer.load(staged.scene)
            loaded = staged
        yield index, staged, t


def _picture(renderer: Renderer, staged: StagedShot, t: float) -> Pixels:
    if staged.shot.titles:
        return overlay(renderer.draw(t), staged.shot.titles, t, staged.shot.duration)
    return renderer.draw_yuv(t)


def pictures(board: Storyboard, indices: range | None = None) -> Iterator[Pixels]:
    """RGB frames (h, w, 3) before encoding, for checks against the pixels."""
    production = produce(board)
    renderer = Renderer(board.output.width, board.output.height, board.quality)
    try:
        for _, staged, t in _loaded(production, renderer, indices):
            picture = renderer.draw(t)
            yield overlay(picture, staged.shot.titles, t, staged.shot.duration)
    finally:
        renderer.close()


def truth(
    board: Storyboard, indices: range | None = None
) -> Iterator[tuple[int, Fraction, list[MemberTruth]]]:
    """What is on these frames, or on all: (index, seconds, a MemberTruth for every member)."""
    production = produce(board)
    renderer = Renderer(board.output.width, board.output.height, board.quality)
    members = tuple(member.id for member in board.cast)
    try:
        for index, staged, t in _loaded(production, renderer, indices):
            found = truth_at(renderer, staged.scene, t, members)
            yield index, index / board.output.frame_rate, found
    finally:
        renderer.close()
