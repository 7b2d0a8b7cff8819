"""Rain and falling snow, blended over the lit picture behind what stands before them."""

import moderngl

from omnireel.engines.previs.render.screen import Screen
from omnireel.engines.previs.render.targets import Target
from omnireel.engines.previs.scene import Look

DROPS = 3200  # in the air around the eye, at full strength
FLAKES = 5200


class WeatherPass:
    """What falls from the sky; it leaves the distance and the motion of the picture alone."""

    def __init__(self, screen: Screen, lit: Target) -> None:
        self._screen = screen
        self._frame = screen.context.framebuffer([lit.color], lit.depth_texture)

    def draw(self, look: Look) -> None:
        """Draws as much rain and snow as the look asks for."""
        if look.indoors:
            return
        for snow, count in ((0, DROPS * look.rain), (1, FLAKES * look.snowfall)):
            if count >= 1:
                self._fall(snow, round(count))

    def _fall(self, snow: int, count: int) -> None:
        context = self._screen.context
        self._frame.use()
        self._frame.depth_mask = False
        self._frame.color_mask = True, True, True, False
        context.enable_only(moderngl.DEPTH_TEST | moderngl.BLEND)
        context.blend_func = moderngl.SRC_ALPHA, moderngl.ONE_MINUS_SRC_ALPHA
        array = self._screen.programs.array("weather.vert", "weather.frag", SNOW=snow)
        array.render(moderngl.TRIANGLES, vertices=6 * count)
        self._frame.depth_mask = True
        self._frame.color_mask = True, True, True, True
        context.enable_only(moderngl.NOTHING)
        self._screen.mark("weather")
