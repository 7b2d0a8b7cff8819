"""A scene and a time become a frame, pass by pass."""

import math
from collections.abc import Sequence
from dataclasses import replace
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.render.context import create_context, in_context, renderer_name
from omnireel.engines.previs.render.frame import (
    BLOCK_BYTES,
    light_matrix,
    pack_frame,
    shadow_texel,
    side_planes,
    sight_of,
)
from omnireel.engines.previs.render.geometry import GeometryPass, ShadowPass
from omnireel.engines.previs.render.light import LightPass
from omnireel.engines.previs.render.noise import bind_noise
from omnireel.engines.previs.render.post import PostPass
from omnireel.engines.previs.render.programs import FRAME_BLOCK
from omnireel.engines.previs.render.quality import quality_named
from omnireel.engines.previs.render.screen import Screen, no_mark
from omnireel.engines.previs.render.stage import Stage
from omnireel.engines.previs.render.weather import WeatherPass
from omnireel.engines.previs.scene import CameraPose, FrameState, Pixels, Scene

SHUTTER = 1 / 48  # seconds: half of a frame at 24 frames per second, a shutter of 180 degrees


class Renderer:
    """Draws the frames of one scene at a time; used by one thread."""

    def __init__(self, width: int, height: int, quality: str = "standard") -> None:
        """Opens OpenGL and makes the targets; MissingSystemPartError where there is no OpenGL."""
        self.size = (width, height)
        self.quality = quality_named(quality)
        scale = self.quality.oversampling
        self._drawn_size = (width * scale, height * scale)
        self.context = create_context()
        self._scene: Scene | None = None
        self._make_passes()

    @property
    def name(self) -> str:
        """Which OpenGL draws."""
        return renderer_name(self.context)

    @in_context
    def load(self, scene: Scene) -> None:
        """Uploads a scene's models and textures and frees those of the scene before it."""
        self._stage.load(scene)
        self._scene = scene

    @in_context
    def draw(self, t: float) -> Pixels:
        """The frame at this time, (h, w, 3) sRGB, top row first."""
        self._draw_passes(t)
        width, height = self.size
        frame = np.frombuffer(self._post.read_rgb(), np.uint8).reshape(height, width, 3)
        self._screen.mark("read")
        return frame

    @in_context
    def draw_yuv(self, t: float) -> Pixels:
        """The same frame as planar I420, (h * 3/2, w), BT.709 limited range; even sizes only."""
        width, height = self.size
        if width % 2 or height % 2:
            raise ValueError(f"I420 needs an even width and height, not {width}x{height}.")
        self._draw_passes(t)
        luma, chroma = self._post.read_planes()
        frame = np.empty((height * 3 // 2, width), np.uint8)
        frame[:height] = np.frombuffer(luma, np.uint8).reshape(height, width)
        frame[height:].reshape(2, -1)[:] = np.frombuffer(chroma, np.uint8).reshape(-1, 2).T
        self._screen.mark("read")
        return frame

    @in_context
    def member_map(self) -> Pixels:
        """The number of the member seen in each pixel of the frame drawn last, (h, w).

        The number is the place in `Scene.members` plus one; 0 is the set.
        """
        (width, height), scale = self._drawn_size, self.quality.oversampling
        traits = self._geometry.target.frame.read(components=4, attachment=2)
        numbers = np.frombuffer(traits, np.uint8).reshape(height, width, 4)[::-1, :, 0]
        return numbers[scale - 1 :: scale, ::scale]

    @in_context
    def pixels_alone(self, t: float, members: Sequence[str]) -> list[int]:
        """How many pixels each member covers at this time with nothing else there.

        Counted in a view that is twice as wide and high as the frame, at the frame's scale.
        """
        scene = self._loaded()
        state = scene.at(t)
        wide = replace(state, camera=_twice_as_wide(state.camera))
        self._write_frame(scene, (wide, wide), t)
        width, height = self._drawn_size
        sight = sight_of(wide.camera, (2 * width, 2 * height))
        drawn, _ = self._stage.drawn(scene, wide, wide, sight)
        counts = []
        for member in members:
            number = scene.members.index(member) + 1
            own = [item for item in drawn if item.member == number]
            counts.append(self._geometry.count(own, sight) // self.quality.oversampling**2)
        return counts

    @in_context
    def surfaces(self, t: float) -> list[NDArray[np.generic]]:
        """All that the passes on the lit picture see at this time, bottom row first.

        Each is (h, w, channels): lit colour with distance, motion, depth and the G-buffer; h and
        w are the frame's times the quality's oversampling.
        """
        moves = self._draw_lit(t)
        width, height = self._drawn_size
        lit = self._light.target.frame
        kept: list[NDArray[np.generic]] = [
            np.frombuffer(lit.read(components=4, dtype="f2"), np.uint16),
            np.frombuffer(lit.read(components=1, attachment=-1, dtype="f4"), np.uint32),
        ]
        if moves:
            motion = lit.read(components=2, attachment=1, alignment=1)
            kept.append(np.frombuffer(motion, np.uint8))
        for index in range(3):
            read = self._geometry.target.frame.read(components=4, attachment=index)
            kept.append(np.frombuffer(read, np.uint8))
        return [buffer.reshape(height, width, -1) for buffer in kept]

    @in_context
    def profile(self, t: float) -> dict[str, float]:
        """Seconds that each pass of the frame at this time takes, waiting for each to end."""
        seconds: dict[str, float] = {}
        last = perf_counter()

        def mark(name: str) -> None:
            nonlocal last
            self.context.finish()
            now = perf_counter()
            seconds[name] = seconds.get(name, 0.0) + now - last
            last = now

        self._screen.mark = mark
        try:
            self.draw_yuv(t)
        finally:
            self._screen.mark = no_mark
        return seconds

    def close(self) -> None:
        """Gives everything back."""
        self._clear()
        self.context.release()

    @in_context
    def _clear(self) -> None:
        self._stage.clear()
        self._scene = None

    @in_context
    def _make_passes(self) -> None:
        self._screen = Screen(self.context)
        self._stage = Stage(self.context)
        self._shadow = ShadowPass(self._screen, self.quality)
        self._geometry = GeometryPass(self._screen, self._drawn_size, self.quality)
        self._light = LightPass(
            self._screen, self._geometry.target, self._shadow.target, self.quality
        )
        self._weather = WeatherPass(self._screen, self._light.target)
        self._post = PostPass(self._screen, self._light.target, self.quality)
        self._noise = bind_noise(self.context)
        self._frame_block = self.context.buffer(reserve=BLOCK_BYTES)
        self._frame_block.bind_to_uniform_block(FRAME_BLOCK)

    def _loaded(self) -> Scene:
        if self._scene is None:
            raise RuntimeError("Renderer.load a scene before drawing.")
        return self._scene

    def _write_frame(self, scene: Scene, states: tuple[FrameState, FrameState], t: float) -> None:
        block = pack_frame(scene.look, states, t, self._drawn_size, self.quality.shadow_size)
        self._frame_block.write(block)

    def _draw_lit(self, t: float) -> bool:
        """Draws the lit picture; whether anything moves in it."""
        scene = self._loaded()
        state = scene.at(t)
        # Before the start there is nothing; blur is the same in both directions of time.
        before = scene.at(t - SHUTTER if t >= SHUTTER else t + SHUTTER)
        self._screen.mark("scene")
        self._write_frame(scene, (state, before), t)
        sight = sight_of(state.camera, self._drawn_size)
        drawn, moves = self._stage.drawn(scene, state, before, sight)
        texel = shadow_texel(state, self.quality.shadow_size)
        self._shadow.draw(drawn, side_planes(light_matrix(scene.look, state)), texel)
        self._geometry.draw(self._stage, drawn, state, sight)
        self._light.draw(
            moves=moves,
            mirrors=scene.look.rain > 0 or self._stage.has_mirrors(),
            draw_glass=lambda: self._geometry.draw_glass(drawn, sight, moves=moves),
        )
        self._weather.draw(scene.look)
        return moves

    def _draw_passes(self, t: float) -> None:
        self._post.draw(style=self._loaded().look.style, moves=self._draw_lit(t))


def _twice_as_wide(camera: CameraPose) -> CameraPose:
    """The camera with a view twice as wide and high, at the same place."""
    half = math.radians(camera.fov) / 2
    return replace(camera, fov=math.degrees(2 * math.atan(2 * math.tan(half))))
