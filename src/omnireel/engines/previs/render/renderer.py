"""A scene and a time become a frame, pass by pass."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import moderngl
import numpy as np

from omnireel.engines.previs.render.batches import Batch, InstanceBuffer, make_batch
from omnireel.engines.previs.render.context import create_context, renderer_name
from omnireel.engines.previs.render.frame import pack_frame, view_of
from omnireel.engines.previs.render.models import (
    MAX_BONES,
    GpuModel,
    upload_model,
    upload_texture,
)
from omnireel.engines.previs.render.noise import SIZE as NOISE_SIZE
from omnireel.engines.previs.render.noise import noise_texture
from omnireel.engines.previs.render.programs import (
    FRAME_BLOCK,
    UNITS,
    Programs,
    finish_number,
    set_uniforms,
)
from omnireel.engines.previs.render.quality import quality_named
from omnireel.engines.previs.render.targets import (
    Target,
    color_target,
    color_texture,
    depth_target,
    geometry_target,
)
from omnireel.engines.previs.scene import Finish, FrameState, Pixels, Placement, Scene


@dataclass(frozen=True, slots=True)
class Drawn:
    """A placement with its batch and the number of its member (0 the set)."""

    placement: Placement
    batch: Batch
    member: int


class Renderer:
    """Draws the frames of one scene at a time; used by one thread."""

    def __init__(self, width: int, height: int, quality: str = "standard") -> None:
        """Opens OpenGL and makes the targets; MissingSystemPartError where there is no OpenGL."""
        self.size = (width, height)
        self.quality = quality_named(quality)
        self.context = create_context()
        self._programs = Programs(self.context)
        self._scene: Scene | None = None
        self._models: dict[str, GpuModel] = {}
        self._textures: dict[str, moderngl.Texture] = {}
        self._painted: dict[str, tuple[Pixels, moderngl.Texture]] = {}
        self._batches: dict[tuple[str, str, int], Batch] = {}
        self._mark: Callable[[str], None] = lambda _name: None
        self._make_targets()

    @property
    def name(self) -> str:
        """Which OpenGL draws."""
        return renderer_name(self.context)

    def load(self, scene: Scene) -> None:
        """Uploads a scene's models and textures and frees those of the scene before it."""
        self._unload()
        self._scene = scene
        for name, model in scene.models.items():
            self._models[name] = upload_model(self.context, name, model)
        for name, pixels in scene.textures.items():
            self._textures[name] = upload_texture(self.context, pixels)

    def draw(self, t: float) -> Pixels:
        """The frame at this time, (h, w, 3) sRGB, top row first."""
        self._draw_passes(t)
        width, height = self.size
        data = self._final.frame.read(components=3, alignment=1)
        self._mark("read")
        return np.frombuffer(data, np.uint8).reshape(height, width, 3)

    def draw_yuv(self, t: float) -> Pixels:
        """The same frame as planar I420, (h * 3/2, w), BT.709 limited range; even sizes only."""
        width, height = self.size
        if width % 2 or height % 2:
            raise ValueError(f"I420 needs an even width and height, not {width}x{height}.")
        self._draw_passes(t)
        self._final.color.use(UNITS["picture"])
        self._pass("chroma", self._chroma, "chroma.frag")
        luma = self._final.frame.read(components=1, attachment=1, alignment=1)
        chroma = np.frombuffer(self._chroma.frame.read(components=2, alignment=1), np.uint8)
        frame = np.empty((height * 3 // 2, width), np.uint8)
        frame[:height] = np.frombuffer(luma, np.uint8).reshape(height, width)
        frame[height:].reshape(2, -1)[:] = chroma.reshape(-1, 2).T
        self._mark("read")
        return frame

    def close(self) -> None:
        """Gives everything back."""
        self._unload()
        self.context.release()

    def _make_targets(self) -> None:
        width, height = self.size
        half = ((width + 1) // 2, (height + 1) // 2)
        quarter = ((width + 3) // 4, (height + 3) // 4)
        context = self.context
        self._geometry = geometry_target(context, self.size)
        self._shadow = depth_target(context, (self.quality.shadow_size,) * 2)
        self._shade = tuple(color_target(context, half, "f1") for _ in range(2))
        for target in self._shade:
            target.color.filter = (moderngl.NEAREST, moderngl.NEAREST)
        color = color_target(context, self.size, "f2")
        self._lit = Target(
            context.framebuffer([color.color], self._geometry.depth), color.colors, None
        )
        self._soft = color_target(context, half, "f2")
        self._glow = tuple(color_target(context, quarter, "f2") for _ in range(2))
        self._graded = color_target(context, self.size, "f1")
        final = color_texture(context, self.size, "f1")
        luma = color_texture(context, self.size, "f1", channels=1)
        self._final = Target(context.framebuffer([final, luma]), (final, luma))
        self._chroma = color_target(context, half, "f1", channels=2)
        self._noise = context.texture((NOISE_SIZE, NOISE_SIZE), 4, noise_texture().tobytes())
        self._noise.build_mipmaps()
        self._noise.filter = (moderngl.LINEAR_MIPMAP_NEAREST, moderngl.LINEAR)
        self._blank = upload_texture(context, np.zeros((1, 1, 4), np.uint8))
        self._compared = context.sampler(
            filter=(moderngl.LINEAR, moderngl.LINEAR),
            compare_func="<=",
            repeat_x=False,
            repeat_y=False,
        )
        self._frame_block = context.buffer(reserve=len(self._block_template()))
        self._frame_block.bind_to_uniform_block(FRAME_BLOCK)

    def _block_template(self) -> bytes:
        return bytes(4 * 64 + 14 * 16 + 32 * 16)

    def _unload(self) -> None:
        for batch in self._batches.values():
            batch.release()
        for model in self._models.values():
            model.release()
        for texture in self._textures.values():
            texture.release()
        for _, texture in self._painted.values():
            texture.release()
        for kept in (self._batches, self._models, self._textures, self._painted):
            kept.clear()
        self._scene = None

    def _draw_passes(self, t: float) -> None:
        if self._scene is None:
            raise RuntimeError("Renderer.load a scene before drawing.")
        scene, state = self._scene, self._scene.at(t)
        self._mark("scene")
        self._frame_block.write(
            pack_frame(scene.look, state, t, self.size, self.quality.shadow_size)
        )
        self._paint_textures(state)
        drawn = tuple(self._drawn(scene, state))
        self._draw_shadow(drawn)
        self._draw_geometry(drawn, state)
        self._draw_shade()
        self._draw_light(state)
        self._draw_post()

    def _drawn(self, scene: Scene, state: FrameState) -> Iterator[Drawn]:
        """The placements to draw, with their batches brought up to date."""
        numbers = {member: index + 1 for index, member in enumerate(scene.members)}
        seen: Counter[tuple[str, str]] = Counter()
        for placement in state.placements:
            key = (placement.model, placement.member)
            slot = (*key, seen[key])
            seen[key] += 1
            if placement.member in scene.unseen or not len(placement.transforms):
                continue
            if slot not in self._batches:
                self._batches[slot] = make_batch(self.context, self._models[placement.model])
            batch = self._batches[slot]
            batch.keep(placement)
            yield Drawn(placement, batch, numbers.get(placement.member, 0))

    def _paint_textures(self, state: FrameState) -> None:
        """Uploads this moment's painted textures."""
        for name, pixels in state.paint.items():
            kept = self._painted.get(name)
            if kept is not None and kept[0] is pixels:
                continue
            if kept is not None:
                kept[1].release()
            self._painted[name] = (pixels, upload_texture(self.context, pixels))

    def _texture(self, name: str, state: FrameState) -> moderngl.Texture:
        if name in state.paint:
            return self._painted[name][1]
        return self._textures.get(name, self._blank)

    def _draw_shadow(self, drawn: tuple[Drawn, ...]) -> None:
        self.context.enable_only(moderngl.DEPTH_TEST)
        self._shadow.frame.use()
        self._shadow.frame.clear(depth=1.0)
        for item in drawn:
            if item.batch.model.material.casts_shadow:
                program = self._programs.get(
                    "object.vert",
                    "empty.frag",
                    SHADOW=1,
                    MOVING=0,
                    SKINNED=int(item.placement.bones is not None),
                    SWAYING=int(item.batch.model.sways),
                )
                self._draw_batch(program, item, item.batch.every)
        self._mark("shadow")

    def _draw_geometry(self, drawn: tuple[Drawn, ...], state: FrameState) -> None:
        width, height = self.size
        view = view_of(state.camera, width / height).view_projection
        self._geometry.frame.use()
        self._geometry.frame.clear(0.0, 0.0, 0.0, 0.0, depth=1.0)
        self._noise.use(UNITS["noise_map"])
        for item in drawn:
            rows = item.batch.look(view, self.quality.blade_share)
            material = item.batch.model.material
            program = self._programs.get(
                "object.vert",
                "surface.frag",
                FINISH=finish_number(material.finish),
                MOVING=0,
                SKINNED=int(item.placement.bones is not None),
                SWAYING=int(item.batch.model.sways),
            )
            if "paint_map" in program:
                self._texture(material.texture, state).use(UNITS["paint_map"])
            set_uniforms(
                program,
                surface_color=(*material.color, material.scale),
                surface_traits=(
                    material.roughness,
                    material.metallic,
                    material.emission,
                    item.member / 255,
                ),
            )
            self._draw_batch(program, item, rows)
        self._mark("geometry")

    def _draw_batch(self, program: moderngl.Program, item: Drawn, rows: InstanceBuffer) -> None:
        if not rows.count:
            return
        if item.placement.bones is not None:
            padded = np.zeros((MAX_BONES, 3, 4), np.float32)
            padded[: len(item.placement.bones)] = item.placement.bones[:, :3, :]
            set_uniforms(program, bones=padded.tobytes())
        set_uniforms(program, blade_width=self.quality.blade_share**-0.5)
        item.batch.array(self.context, program, rows).render(instances=rows.count)

    def _draw_shade(self) -> None:
        context, depth = self.context, self._geometry.depth
        assert depth is not None and self._shadow.depth is not None  # noqa: S101, PT018 - for mypy
        context.enable_only(moderngl.NOTHING)
        for texture, unit in zip(self._geometry.colors, range(3), strict=True):
            texture.use(unit)
        depth.use(UNITS["depth_map"])
        self._shadow.depth.use(UNITS["shadow_depth"])
        self._shadow.depth.use(UNITS["shadow_map"])
        self._compared.use(UNITS["shadow_map"])
        self._pass(
            "shade",
            self._shade[0],
            "shade.frag",
            SHADOW_TAPS=self.quality.shadow_taps,
            OCCLUSION_TAPS=self.quality.occlusion_taps,
        )
        self._compared.clear(UNITS["shadow_map"])
        width, height = self._shade[0].color.size
        for source, direction in ((0, (1 / width, 0.0)), (1, (0.0, 1 / height))):
            self._shade[source].color.use(UNITS["shade_map"])
            set_uniforms(self._programs.get("screen.vert", "smooth.frag"), direction=direction)
            self._pass("smooth", self._shade[1 - source], "smooth.frag")
        self._shade[0].color.use(UNITS["shade_map"])

    def _draw_light(self, state: FrameState) -> None:
        context = self.context
        glass = any(m.material.finish is Finish.GLASS for m in self._models.values())
        self._lit.frame.use()
        context.enable_only(moderngl.DEPTH_TEST)
        self._lit.frame.depth_mask = False
        context.depth_func = "=="
        self._pass("sky", self._lit, "sky.frag", SCREEN_FAR=1)
        context.depth_func = ">"
        self._pass(
            "light",
            self._lit,
            "light.frag",
            SCREEN_FAR=1,
            GLASS=int(glass),
            LAMPS=int(bool(state.lamps)),
        )
        self._lit.frame.depth_mask = True
        context.depth_func = "<"
        context.enable_only(moderngl.NOTHING)

    def _draw_post(self) -> None:
        width, height = self.size
        self._lit.color.use(UNITS["picture"])
        bright = self._programs.get("screen.vert", "bright.frag")
        set_uniforms(bright, pixel=(1 / width, 1 / height))
        self._pass("bloom", self._glow[0], "bright.frag")
        glow = self._programs.get("screen.vert", "glow.frag")
        across, down = self._glow[0].color.size
        for reach in (1.0, 2.2):
            for source, direction in ((0, (reach / across, 0.0)), (1, (0.0, reach / down))):
                self._glow[source].color.use(UNITS["picture"])
                set_uniforms(glow, direction=direction)
                self._pass("bloom", self._glow[1 - source], "glow.frag")
        self._lit.color.use(UNITS["picture"])
        self._pass("focus", self._soft, "focus.frag", FOCUS_TAPS=self.quality.focus_taps)
        self._glow[0].color.use(UNITS["bloom_map"])
        self._soft.color.use(UNITS["soft_map"])
        self._pass("grade", self._graded, "grade.frag")
        self._graded.color.use(UNITS["picture"])
        self._pass("finish", self._final, "finish.frag", FLIPPED=1)

    def _pass(self, name: str, target: Target, fragment: str, **defines: int) -> None:
        target.frame.use()
        self._programs.screen(fragment, **defines).render(moderngl.TRIANGLES, vertices=3)
        self._mark(name)
