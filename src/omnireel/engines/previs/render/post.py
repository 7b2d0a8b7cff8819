"""The passes on the lit picture: motion blur, bloom, depth of field, grade, antialiasing.

Each reads only so far around a pixel; `support_pixels` says how far all of them together do.
"""

import math

import moderngl

from omnireel.engines.previs.render.quality import Quality
from omnireel.engines.previs.render.screen import Screen
from omnireel.engines.previs.render.styles import STYLES, Style, style_support
from omnireel.engines.previs.render.targets import (
    NEAREST,
    Target,
    color_target,
    color_texture,
    half_of,
)

BLOOM_REACHES = (0.9, 1.6)  # at a height of 720, in quarter-resolution pixels per kernel step
BLOOM_KERNEL = 3.231  # the outermost fetch, in kernel steps
FINISH_SUPPORT = 5  # antialiasing: three pixels along the edge, one to look, one to interpolate


def tile_size(height: int) -> int:
    """Pixels of a motion tile's side: what moves blurs what is at most two tiles away."""
    return max(round(height / 45), 4)


def support_pixels(height: int, style: str = "") -> int:
    """How many pixels away a change of the lit picture can change the picture in the end, at most.

    Both in pixels of the picture as it is drawn, before it is made smaller by oversampling.
    """
    scale = height / 720
    bloom = 4 * (sum(BLOOM_REACHES) * BLOOM_KERNEL * scale + len(BLOOM_REACHES) + 2)
    motion = 2 * tile_size(height)
    focus = math.ceil(0.014 * height) + 8
    return math.ceil(max(bloom, motion + focus)) + FINISH_SUPPORT + style_support(style, height)


class PostPass:
    """From the lit picture to the finished frame."""

    def __init__(self, screen: Screen, lit: Target, quality: Quality) -> None:
        context, size = screen.context, lit.color.size
        self._screen = screen
        self._lit = lit
        self._quality = quality
        self._size = size
        tile = tile_size(size[1])
        self._tiles = color_target(
            context, (math.ceil(size[0] / tile), math.ceil(size[1] / tile)), "f2"
        )
        self._tiles.color.filter = NEAREST
        self._sharp = context.framebuffer([lit.color])
        self._moved = color_target(context, size, "f2")
        half = half_of(size)
        quarter = half_of(half)
        self._soft = tuple(color_target(context, half, "f2") for _ in range(2))
        self._glow = tuple(color_target(context, quarter, "f2") for _ in range(2))
        self._graded = color_target(context, size, "f1")
        self._drawn = color_target(context, size, "f1")
        finished = (size[0] // quality.oversampling, size[1] // quality.oversampling)
        final = color_texture(context, finished, "f1")
        luma = color_texture(context, finished, "f1", channels=1)
        self._final = Target(context.framebuffer([final, luma]), (final, luma))
        self._chroma = color_target(context, half_of(finished), "f1", channels=2)

    def draw(self, *, style: str, moves: bool) -> None:
        """Finishes the lit picture; `moves` says whether anything, the camera included, does."""
        self._bloom()
        picture = self._motion() if moves else self._lit.color
        screen = self._screen
        screen.bind(picture=picture)
        screen.fill("focus", self._soft[0], "focus.frag", FOCUS_TAPS=self._quality.focus_taps)
        screen.bind(picture=self._soft[0].color)
        screen.fill("focus", self._soft[1], "settle.frag")
        screen.bind(picture=picture, bloom_map=self._glow[0].color, soft_map=self._soft[1].color)
        screen.fill("grade", self._graded, "grade.frag")
        graded = self._styled(STYLES[style]) if style in STYLES else self._graded.color
        screen.bind(picture=graded)
        oversampled = int(self._quality.oversampling > 1)
        screen.fill("finish", self._final, "finish.frag", FLIPPED=1, OVERSAMPLED=oversampled)

    def read_rgb(self) -> bytes:
        """The finished frame's (h, w, 3) bytes, top row first."""
        return bytes(self._final.frame.read(components=3, alignment=1))

    def read_planes(self) -> tuple[bytes, bytes]:
        """Its luma (h, w) and its chroma (h/2, w/2, 2) bytes."""
        screen = self._screen
        screen.bind(picture=self._final.color)
        screen.fill("chroma", self._chroma, "chroma.frag")
        luma = self._final.frame.read(components=1, attachment=1, alignment=1)
        return bytes(luma), bytes(self._chroma.frame.read(components=2, alignment=1))

    def _bloom(self) -> None:
        screen, (width, height) = self._screen, self._size
        screen.bind(picture=self._lit.color)
        screen.set("bright.frag", {}, pixel=(1 / width, 1 / height))
        screen.fill("bloom", self._glow[0], "bright.frag")
        across, down = self._glow[0].color.size
        for reach in BLOOM_REACHES:
            step = reach * height / 720
            for source, direction in ((0, (step / across, 0.0)), (1, (0.0, step / down))):
                screen.bind(picture=self._glow[source].color)
                screen.set("glow.frag", {}, direction=direction)
                screen.fill("bloom", self._glow[1 - source], "glow.frag")

    def _styled(self, style: Style) -> moderngl.Texture:
        """The graded frame in a style."""
        screen, scale = self._screen, self._size[1] / 720
        defines = {"STROKE": int(style.stroke)}
        size = max(style.size * scale, 2.0) if style.size else 0.0
        screen.bind(picture=self._graded.color)
        screen.set(
            "style.frag",
            defines,
            drawing=(size, style.tones, style.line, scale),
            coloring=(style.saturation, style.contrast, style.duotone, style.scanlines),
            darkest=style.dark,
            brightest=style.bright,
        )
        screen.fill("style", self._drawn, "style.frag", **defines)
        return self._drawn.color

    def _motion(self) -> moderngl.Texture:
        """The picture blurred along the motion, tile by tile and only where there is some."""
        screen = self._screen
        tile = tile_size(self._size[1])
        screen.bind(motion_map=self._lit.colors[1])
        screen.fill("motion", self._tiles, "tiles.frag", TILE=tile)
        screen.context.copy_framebuffer(self._moved.frame, self._sharp)
        screen.bind(picture=self._lit.color, tile_map=self._tiles.color)
        self._moved.frame.use()
        count = self._tiles.color.width * self._tiles.color.height
        defines = {"TILE": tile, "MOTION_TAPS": self._quality.motion_taps}
        for uniform in (0, 1):
            array = screen.programs.array("tiles.vert", "motion.frag", UNIFORM=uniform, **defines)
            array.render(moderngl.TRIANGLES, vertices=6 * count)
        screen.mark("motion")
        return self._moved.color
