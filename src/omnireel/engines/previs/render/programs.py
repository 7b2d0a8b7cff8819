"""GLSL programs from the package's shader files: includes, defines and fixed texture units."""

from functools import cache
from importlib.resources import files

import moderngl

from omnireel.engines.previs.scene import Finish

SHADERS = files("omnireel.engines.previs.render") / "shaders"
FRAME_BLOCK = 0
UNITS = {
    "albedo_map": 0,
    "normal_map": 1,
    "surface_map": 2,
    "depth_map": 3,
    "shade_map": 4,
    "shadow_map": 5,
    "shadow_depth": 6,
    "noise_map": 7,
    "picture": 8,
    "bloom_map": 9,
    "soft_map": 10,
    "paint_map": 11,
    "motion_map": 12,
    "tile_map": 13,
    "mirror_map": 14,
}
NUMBERS = {finish: number for number, finish in enumerate(Finish)}


@cache
def read_shader(name: str) -> str:
    """A shader file's text with its `#include "…"` lines replaced by those files' texts."""
    lines = []
    for line in (SHADERS / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#include"):
            lines.append(read_shader(line.split('"')[1]))
        else:
            lines.append(line)
    return "\n".join(lines)


def finish_number(finish: Finish) -> int:
    """The number by which shaders know a finish."""
    return NUMBERS[finish]


def set_uniforms(program: moderngl.Program, **values: float | tuple[float, ...] | bytes) -> None:
    """Sets the uniforms that the program has, bytes as they are; others are left out.

    A compiler drops what it does not need, so that a name may be missing in some variants.
    """
    for name, value in values.items():
        uniform = program.get(name, None)
        if not isinstance(uniform, moderngl.Uniform):
            continue
        if isinstance(value, bytes):
            uniform.write(value)
        else:
            uniform.value = value


class Programs:
    """Compiled programs by name and defines; each is compiled once."""

    def __init__(self, context: moderngl.Context) -> None:
        self._context = context
        self._programs: dict[tuple[str, str, tuple[tuple[str, int], ...]], moderngl.Program] = {}
        self._arrays: dict[int, moderngl.VertexArray] = {}

    def get(self, vertex: str, fragment: str, **defines: int) -> moderngl.Program:
        """The program of two shader files, compiled with these defines."""
        key = (vertex, fragment, tuple(sorted(defines.items())))
        if key not in self._programs:
            self._programs[key] = self._compile(vertex, fragment, defines)
        return self._programs[key]

    def array(self, vertex: str, fragment: str, **defines: int) -> moderngl.VertexArray:
        """A vertex array without buffers: the vertex shader makes the vertices up."""
        program = self.get(vertex, fragment, **defines)
        if program.glo not in self._arrays:
            self._arrays[program.glo] = self._context.vertex_array(program, [])
        return self._arrays[program.glo]

    def _compile(self, vertex: str, fragment: str, defines: dict[str, int]) -> moderngl.Program:
        names = {f"FINISH_{finish.name}": number for finish, number in NUMBERS.items()}
        head = "#version 330\n" + "".join(
            f"#define {name} {value}\n"
            for name, value in (names | {"FINISH": -1} | defines).items()
        )
        program = self._context.program(
            vertex_shader=head + read_shader(vertex), fragment_shader=head + read_shader(fragment)
        )
        for name in program:
            member = program[name]
            if isinstance(member, moderngl.UniformBlock):
                member.binding = FRAME_BLOCK
            elif isinstance(member, moderngl.Uniform) and name in UNITS:
                member.value = UNITS[name]
        return program
