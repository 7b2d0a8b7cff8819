"""A scene and a time become a frame, pass by pass."""

from time import perf_counter

import numpy as np

from omnireel.engines.previs.render.context import create_context, renderer_name
from omnireel.engines.previs.render.frame import BLOCK_BYTES, pack_frame
from omnireel.engines.previs.render.geometry import GeometryPass, ShadowPass
from omnireel.engines.previs.render.light import LightPass
from omnireel.engines.previs.render.noise import bind_noise
from omnireel.engines.previs.render.post import PostPass
from omnireel.engines.previs.render.programs import FRAME_BLOCK
from omnireel.engines.previs.render.quality import quality_named
from omnireel.engines.previs.render.screen import Screen, no_mark
from omnireel.engines.previs.render.stage import Stage
from omnireel.engines.previs.scene import Finish, Pixels, Scene

SHUTTER = 1 / 48  # seconds: half of a frame at 24 frames per second, a shutter of 180 degrees


class Renderer:
    """Draws the frames of one scene at a time; used by one thread."""

    def __init__(self, width: int, height: int, quality: str = "standard") -> None:
        """Opens OpenGL and makes the targets; MissingSystemPartError where there is no OpenGL."""
        self.size = (width, height)
        self.quality = quality_named(quality)
        self.context = create_context()
        self._screen = Screen(self.context)
        self._stage = Stage(self.context)
        self._scene: Scene | None = None
        self._shadow = ShadowPass(self._screen, self.quality)
        self._geometry = GeometryPass(self._screen, self.size, self.quality)
        self._light = LightPass(
            self._screen, self._geometry.target, self._shadow.target, self.quality
        )
        self._post = PostPass(self._screen, self._light.target, self.quality)
        self._noise = bind_noise(self.context)
        self._frame_block = self.context.buffer(reserve=BLOCK_BYTES)
        self._frame_block.bind_to_uniform_block(FRAME_BLOCK)

    @property
    def name(self) -> str:
        """Which OpenGL draws."""
        return renderer_name(self.context)

    def load(self, scene: Scene) -> None:
        """Uploads a scene's models and textures and frees those of the scene before it."""
        self._stage.load(scene)
        self._scene = scene

    def draw(self, t: float) -> Pixels:
        """The frame at this time, (h, w, 3) sRGB, top row first."""
        self._draw_passes(t)
        width, height = self.size
        frame = np.frombuffer(self._post.read_rgb(), np.uint8).reshape(height, width, 3)
        self._screen.mark("read")
        return frame

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
        self._stage.clear()
        self._scene = None
        self.context.release()

    def _draw_passes(self, t: float) -> None:
        if self._scene is None:
            raise RuntimeError("Renderer.load a scene before drawing.")
        scene = self._scene
        state = scene.at(t)
        # Before the start there is nothing; blur is the same in both directions of time.
        before = scene.at(t - SHUTTER if t >= SHUTTER else t + SHUTTER)
        self._screen.mark("scene")
        self._frame_block.write(
            pack_frame(scene.look, (state, before), t, self.size, self.quality.shadow_size)
        )
        drawn, moves = self._stage.drawn(scene, state, before)
        self._shadow.draw(drawn)
        self._geometry.draw(self._stage, drawn, state)
        self._light.draw(glass=self._stage.has(Finish.GLASS))
        self._post.draw(moves=moves)
