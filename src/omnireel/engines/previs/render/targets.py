"""The textures the passes draw into and read from."""

from dataclasses import dataclass

import moderngl

NEAREST = (moderngl.NEAREST, moderngl.NEAREST)
LINEAR = (moderngl.LINEAR, moderngl.LINEAR)


@dataclass(frozen=True, slots=True)
class Target:
    """A framebuffer with the textures attached to it."""

    frame: moderngl.Framebuffer
    colors: tuple[moderngl.Texture, ...]
    depth: moderngl.Texture | None = None

    @property
    def color(self) -> moderngl.Texture:
        """The first colour texture."""
        return self.colors[0]

    @property
    def depth_texture(self) -> moderngl.Texture:
        """The depth texture; ValueError for a target without one."""
        if self.depth is None:
            raise ValueError("This target keeps no depth.")
        return self.depth


def half_of(size: tuple[int, int]) -> tuple[int, int]:
    """Half a size, rounded up."""
    return (size[0] + 1) // 2, (size[1] + 1) // 2


def color_texture(
    context: moderngl.Context, size: tuple[int, int], kind: str, *, channels: int = 4
) -> moderngl.Texture:
    """A texture to draw into: kind 'f1' is 8-bit unsigned normalised, 'f2' half float."""
    texture = context.texture(size, channels, dtype=kind)
    texture.repeat_x = texture.repeat_y = False
    texture.filter = LINEAR
    return texture


def color_target(
    context: moderngl.Context, size: tuple[int, int], *kinds: str, channels: int = 4
) -> Target:
    """A target with one colour texture of each kind."""
    colors = tuple(color_texture(context, size, kind, channels=channels) for kind in kinds)
    return Target(context.framebuffer(list(colors)), colors)


def geometry_target(context: moderngl.Context, size: tuple[int, int]) -> Target:
    """The G-buffer: three byte textures and a depth texture, read without interpolation."""
    colors = tuple(color_texture(context, size, "f1") for _ in range(3))
    depth = depth_texture(context, size)
    for texture in colors:
        texture.filter = NEAREST
    return Target(context.framebuffer(list(colors), depth), colors, depth)


def depth_target(context: moderngl.Context, size: tuple[int, int]) -> Target:
    """A target that keeps depth alone."""
    depth = depth_texture(context, size)
    return Target(context.framebuffer(depth_attachment=depth), (), depth)


def depth_texture(context: moderngl.Context, size: tuple[int, int]) -> moderngl.Texture:
    """A depth texture read as plain numbers."""
    texture = context.depth_texture(size)
    texture.compare_func = ""
    texture.filter = NEAREST
    texture.repeat_x = texture.repeat_y = False
    return texture
