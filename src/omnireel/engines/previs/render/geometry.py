"""The passes that draw triangles: the sun's shadow map and the G-buffer."""

from collections.abc import Iterable

import moderngl
import numpy as np

from omnireel.engines.previs.render.batches import NEAR_ENOUGH, Batch, Rows
from omnireel.engines.previs.render.frame import Sight
from omnireel.engines.previs.render.programs import finish_number, set_uniforms
from omnireel.engines.previs.render.quality import Quality
from omnireel.engines.previs.render.screen import Screen
from omnireel.engines.previs.render.stage import Drawn, Stage
from omnireel.engines.previs.render.targets import (
    Target,
    color_target,
    depth_target,
    geometry_target,
)
from omnireel.engines.previs.scene import Finish, Floats, FrameState

SHADOW_ERROR = 0.7  # pixels of the shadow map by which a caster's outline may be off


class ShadowPass:
    """How far the sun sees, from its side."""

    def __init__(self, screen: Screen, quality: Quality) -> None:
        self._screen = screen
        self.target = depth_target(screen.context, (quality.shadow_size,) * 2)

    def draw(self, drawn: tuple[Drawn, ...], planes: Floats, texel: float) -> None:
        """Draws all that casts a shadow; the light's view has these sides, `texel` is in metres."""
        self._screen.context.enable_only(moderngl.DEPTH_TEST)
        self.target.frame.use()
        self.target.frame.clear(depth=1.0)
        for item in drawn:
            batch = item.batch
            if batch.model.material.casts_shadow:
                program = self._screen.programs.get(
                    "object.vert",
                    "empty.frag",
                    SHADOW=1,
                    MOVING=0,
                    POSED=int(batch.posed),
                    SWAYING=int(batch.model.sways),
                )
                set_uniforms(program, blade_width=1.0)
                rows = batch.in_sunlight(planes, SHADOW_ERROR * texel)
                _render(self._screen, program, batch, rows, solid=batch.model.closed)
        self._screen.mark("shadow")


class GeometryPass:
    """What is seen in each pixel: albedo, normal, class, member, motion and depth."""

    def __init__(self, screen: Screen, size: tuple[int, int], quality: Quality) -> None:
        self._screen = screen
        self._quality = quality
        self.target = geometry_target(screen.context, size)
        self._alone: Target | None = None

    def draw(self, stage: Stage, drawn: tuple[Drawn, ...], state: FrameState, sight: Sight) -> None:
        """Draws all that is in view."""
        self.target.frame.use()
        self.target.frame.clear(0.0, 0.0, 0.0, 0.0, depth=1.0)
        around = {id(item): item.batch.distance(state.camera.eye) < NEAR_ENOUGH for item in drawn}
        # What lies all around the eye (ground, walls) comes last: most of it is hidden by then.
        for item in sorted(drawn, key=lambda item: around[id(item)]):
            rows = self._rows(item, sight)
            program = self._program(stage, item, state)
            solid = item.batch.model.closed and not around[id(item)]
            _render(self._screen, program, item.batch, rows, solid=solid)
        self._screen.mark("geometry")

    def draw_glass(self, drawn: Iterable[Drawn], sight: Sight, *, moves: bool) -> None:
        """Draws what is of glass with its own light, where the G-buffer holds it."""
        for item in drawn:
            if item.batch.model.material.finish is Finish.GLASS:
                program = self._screen.programs.get(
                    "object.vert",
                    "light.frag",
                    AGAIN=1,
                    GLASS=1,
                    MIRROR=0,
                    MOTION=int(moves),
                    MOVING=0,
                    POSED=int(item.batch.posed),
                    SWAYING=0,
                )
                rows = self._rows(item, sight)
                _render(self._screen, program, item.batch, rows, solid=False)

    def count(self, drawn: Iterable[Drawn], sight: Sight) -> int:
        """Pixels that these cover alone, in a view twice as large as the target."""
        width, height = self.target.color.size
        if self._alone is None:
            self._alone = color_target(
                self._screen.context, (2 * width, 2 * height), "f1", channels=1
            )
        self._alone.frame.use()
        self._alone.frame.clear()
        self._screen.context.enable_only(moderngl.NOTHING)
        for item in drawn:
            program = self._screen.programs.get(
                "object.vert",
                "member.frag",
                MOVING=0,
                POSED=int(item.batch.posed),
                SWAYING=int(item.batch.model.sways),
            )
            set_uniforms(program, blade_width=self._quality.blade_share**-0.5)
            rows = self._rows(item, sight)
            _render(self._screen, program, item.batch, rows, solid=False)
        marks = self._alone.frame.read(components=1, alignment=1)
        return int(np.count_nonzero(np.frombuffer(marks, np.uint8)))

    def _rows(self, item: Drawn, sight: Sight) -> Rows:
        return item.batch.in_view(sight, self._quality.blade_share, self._quality.detail)

    def _program(self, stage: Stage, item: Drawn, state: FrameState) -> moderngl.Program:
        material = item.batch.model.material
        program = self._screen.programs.get(
            "object.vert",
            "surface.frag",
            FINISH=finish_number(material.finish),
            MOVING=int(item.batch.moving),
            POSED=int(item.batch.posed),
            SWAYING=int(item.batch.model.sways),
        )
        if "paint_map" in program:
            self._screen.bind(paint_map=stage.texture(material.texture, state))
        traits = (material.roughness, material.metallic, material.emission, item.member / 255)
        set_uniforms(
            program,
            surface_color=(*material.color, material.scale),
            surface_traits=traits,
            blade_width=self._quality.blade_share**-0.5,
        )
        return program


def _render(
    screen: Screen, program: moderngl.Program, batch: Batch, rows: Rows, *, solid: bool
) -> None:
    if not rows.count:
        return
    cull = solid and not batch.mirrored
    (screen.context.enable if cull else screen.context.disable)(moderngl.CULL_FACE)
    batch.array(program, rows).render(instances=rows.count)
