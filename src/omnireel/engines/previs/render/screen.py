"""What the passes share: the context, the compiled programs and the clock that watches them."""

from collections.abc import Callable

import moderngl

from omnireel.engines.previs.render.programs import UNITS, Programs, set_uniforms
from omnireel.engines.previs.render.targets import Target


class Screen:
    """Runs passes that cover a whole target."""

    def __init__(self, context: moderngl.Context) -> None:
        self.context = context
        self.programs = Programs(context)
        self.mark: Callable[[str], None] = no_mark

    def bind(self, **textures: moderngl.Texture) -> None:
        """Makes textures readable under the names that shaders know them by."""
        for name, texture in textures.items():
            texture.use(UNITS[name])

    def bind_compared(self, depth: moderngl.Texture, sampler: moderngl.Sampler) -> None:
        """Makes a shadow map readable as the share of light that reaches a depth."""
        depth.use(UNITS["shadow_map"])
        sampler.use(UNITS["shadow_map"])

    def unbind_compared(self, sampler: moderngl.Sampler) -> None:
        """Undoes `bind_compared`."""
        sampler.clear(UNITS["shadow_map"])

    def set(
        self, fragment: str, defines: dict[str, int], **values: float | tuple[float, ...]
    ) -> None:
        """Sets uniforms of a pass's program."""
        set_uniforms(self.programs.get("screen.vert", fragment, **defines), **values)

    def fill(self, name: str, target: Target, fragment: str, **defines: int) -> None:
        """Draws a fragment shader over the whole target; `name` is for the clock."""
        target.frame.use()
        self.programs.array("screen.vert", fragment, **defines).render(
            moderngl.TRIANGLES, vertices=3
        )
        self.mark(name)


def no_mark(_name: str) -> None:
    """What is done after each pass when nobody measures."""
