"""The passes that light the G-buffer."""

from collections.abc import Callable

import moderngl

from omnireel.engines.previs.render.quality import Quality
from omnireel.engines.previs.render.screen import Screen
from omnireel.engines.previs.render.targets import (
    NEAREST,
    Target,
    color_target,
    color_texture,
    half_of,
)


class LightPass:
    """Shadow and occlusion at half resolution, then sky and light at full.

    `target` holds the lit colour with the distance in alpha, and the motion in pixels.
    """

    def __init__(self, screen: Screen, geometry: Target, shadow: Target, quality: Quality) -> None:
        context, size = screen.context, geometry.color.size
        self._screen = screen
        self._geometry = geometry
        self._shadow = shadow
        self._quality = quality
        self._shade = tuple(color_target(context, half_of(size), "f1") for _ in range(2))
        self._mirror = color_target(context, half_of(size), "f1")
        for target in self._shade:
            target.color.filter = NEAREST
        lit = color_texture(context, size, "f2")
        motion = color_texture(context, size, "f1", channels=2)
        motion.filter = NEAREST
        frame = context.framebuffer([lit, motion], geometry.depth)
        self.target = Target(frame, (lit, motion), geometry.depth)
        self._still = Target(context.framebuffer([lit], geometry.depth), (lit,), geometry.depth)
        self._compared = context.sampler(
            filter=(moderngl.LINEAR, moderngl.LINEAR),
            compare_func="<=",
            repeat_x=False,
            repeat_y=False,
        )

    def draw(self, *, moves: bool, mirrors: bool, draw_glass: Callable[[], None]) -> None:
        """Lights what the G-buffer holds.

        The motion is written only where anything `moves`; `mirrors` says whether the scene has
        large smooth surfaces; `draw_glass` draws the models of glass once more, into the
        framebuffer and the depth test of this pass.
        """
        self._draw_shade()
        mirrors = mirrors and self._quality.mirror_steps > 0
        if mirrors:
            self._draw_mirror()
        context = self._screen.context
        target = self.target if moves else self._still
        target.frame.use()
        target.frame.depth_mask = False
        context.enable_only(moderngl.DEPTH_TEST)
        context.depth_func = "=="
        self._screen.fill("sky", target, "sky.frag", SCREEN_FAR=1, MOTION=int(moves))
        context.depth_func = ">"
        defines = {"MOTION": int(moves), "GLASS": 0, "MIRROR": int(mirrors)}
        self._screen.fill("light", target, "light.frag", SCREEN_FAR=1, **defines)
        context.depth_func = "<="
        draw_glass()
        self._screen.mark("glass")
        target.frame.depth_mask = True
        context.depth_func = "<"
        context.enable_only(moderngl.NOTHING)

    def _draw_mirror(self) -> None:
        steps = self._quality.mirror_steps
        self._screen.fill("mirror", self._mirror, "mirror.frag", MIRROR_STEPS=steps)
        self._screen.bind(mirror_map=self._mirror.color)

    def _draw_shade(self) -> None:
        screen, geometry = self._screen, self._geometry
        screen.context.enable_only(moderngl.NOTHING)
        screen.bind(
            albedo_map=geometry.colors[0],
            normal_map=geometry.colors[1],
            surface_map=geometry.colors[2],
            depth_map=geometry.depth_texture,
            shadow_depth=self._shadow.depth_texture,
        )
        screen.bind_compared(self._shadow.depth_texture, self._compared)
        screen.fill(
            "shade",
            self._shade[0],
            "shade.frag",
            SHADOW_TAPS=self._quality.shadow_taps,
            OCCLUSION_TAPS=self._quality.occlusion_taps,
        )
        screen.unbind_compared(self._compared)
        width, height = self._shade[0].color.size
        for source, direction in ((0, (1 / width, 0.0)), (1, (0.0, 1 / height))):
            screen.bind(shade_map=self._shade[source].color)
            screen.set("smooth.frag", {}, direction=direction)
            screen.fill("smooth", self._shade[1 - source], "smooth.frag")
        screen.bind(shade_map=self._shade[0].color)
