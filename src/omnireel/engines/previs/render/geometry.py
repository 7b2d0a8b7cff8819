"""The passes that draw triangles: the sun's shadow map and the G-buffer."""

from collections.abc import Iterable

import moderngl
import numpy as np

from omnireel.engines.previs.render.batches import Rows
from omnireel.engines.previs.render.frame import view_of
from omnireel.engines.previs.render.models import MAX_BONES
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


class ShadowPass:
    """How far the sun sees, from its side."""

    def __init__(self, screen: Screen, quality: Quality) -> None:
        self._screen = screen
        self.target = depth_target(screen.context, (quality.shadow_size,) * 2)

    def draw(self, drawn: tuple[Drawn, ...], light_projection: Floats) -> None:
        """Draws all that casts a shadow into the light's view."""
        self._screen.context.enable_only(moderngl.DEPTH_TEST)
        self.target.frame.use()
        self.target.frame.clear(depth=1.0)
        for item in drawn:
            if item.batch.model.material.casts_shadow:
                program = self._screen.programs.get(
                    "object.vert",
                    "empty.frag",
                    SHADOW=1,
                    MOVING=0,
                    SKINNED=int(item.placement.bones is not None),
                    SWAYING=int(item.batch.model.sways),
                )
                set_uniforms(program, blade_width=1.0)
                rows = item.batch.in_sunlight(light_projection)
                _render(self._screen, program, item, rows, solid=item.batch.model.closed)
        self._screen.mark("shadow")


class GeometryPass:
    """What is seen in each pixel: albedo, normal, class, member, motion and depth."""

    def __init__(self, screen: Screen, size: tuple[int, int], quality: Quality) -> None:
        self._screen = screen
        self._quality = quality
        self.target = geometry_target(screen.context, size)
        self._alone: Target | None = None

    def draw(self, stage: Stage, drawn: tuple[Drawn, ...], state: FrameState) -> None:
        """Draws all that is in view."""
        width, height = self.target.color.size
        view = view_of(state.camera, width / height).view_projection
        self.target.frame.use()
        self.target.frame.clear(0.0, 0.0, 0.0, 0.0, depth=1.0)
        around = {id(item): item.batch.surrounds(state.camera.eye) for item in drawn}
        # What lies all around the eye (ground, walls) comes last: most of it is hidden by then.
        for item in sorted(drawn, key=lambda item: around[id(item)]):
            rows = item.batch.in_view(view, self._quality.blade_share)
            program = self._program(stage, item, state)
            solid = item.batch.model.closed and not around[id(item)]
            _render(self._screen, program, item, rows, solid=solid)
        self._screen.mark("geometry")

    def draw_glass(self, drawn: Iterable[Drawn], state: FrameState, *, moves: bool) -> None:
        """Draws what is of glass with its own light, where the G-buffer holds it."""
        width, height = self.target.color.size
        view = view_of(state.camera, width / height).view_projection
        for item in drawn:
            if item.batch.model.material.finish is Finish.GLASS:
                program = self._screen.programs.get(
                    "object.vert",
                    "light.frag",
                    AGAIN=1,
                    GLASS=1,
                    MOTION=int(moves),
                    MOVING=0,
                    SKINNED=int(item.placement.bones is not None),
                    SWAYING=0,
                )
                rows = item.batch.in_view(view, 1.0)
                _render(self._screen, program, item, rows, solid=False)

    def count(self, drawn: Iterable[Drawn], state: FrameState) -> int:
        """Pixels that these cover alone, in a view twice as large as the target."""
        width, height = self.target.color.size
        size = (2 * width, 2 * height)
        view = view_of(state.camera, width / height).view_projection
        if self._alone is None:
            self._alone = color_target(self._screen.context, size, "f1", channels=1)
        self._alone.frame.use()
        self._alone.frame.clear()
        self._screen.context.enable_only(moderngl.NOTHING)
        for item in drawn:
            rows = item.batch.in_view(view, self._quality.blade_share)
            program = self._screen.programs.get(
                "object.vert",
                "member.frag",
                MOVING=0,
                SKINNED=int(item.placement.bones is not None),
                SWAYING=int(item.batch.model.sways),
            )
            set_uniforms(program, blade_width=self._quality.blade_share**-0.5)
            _render(self._screen, program, item, rows, solid=False)
        marks = self._alone.frame.read(components=1, alignment=1)
        return int(np.count_nonzero(np.frombuffer(marks, np.uint8)))

    def _program(self, stage: Stage, item: Drawn, state: FrameState) -> moderngl.Program:
        material = item.batch.model.material
        program = self._screen.programs.get(
            "object.vert",
            "surface.frag",
            FINISH=finish_number(material.finish),
            MOVING=int(item.batch.moving),
            SKINNED=int(item.placement.bones is not None),
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
    screen: Screen, program: moderngl.Program, item: Drawn, rows: Rows, *, solid: bool
) -> None:
    if not rows.count:
        return
    if item.placement.bones is not None:
        set_uniforms(program, bones=_packed_bones(item.placement.bones))
        before = item.before.bones if item.before is not None else None
        if before is not None:
            set_uniforms(program, bones_before=_packed_bones(before))
    cull = solid and not item.batch.mirrored
    (screen.context.enable if cull else screen.context.disable)(moderngl.CULL_FACE)
    item.batch.array(screen.context, program, rows).render(instances=rows.count)


def _packed_bones(bones: Floats) -> bytes:
    """Three rows of each bone's matrix, filled up to MAX_BONES."""
    padded = np.zeros((MAX_BONES, 3, 4), np.float32)
    padded[: len(bones)] = bones[:, :3, :]
    return padded.tobytes()
