"""A cast member's body: what to draw, how big it is and what it sounds like."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from omnireel.engines.previs.scene import Floats, Model, Pixels, Vec3

Facing: TypeAlias = Literal["front", "side"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Body:
    """Models at rest on y = 0 about the y axis.

    `rest` places each model by its name (4x4, local to the body). `size` is width, height and depth
    in metres. `material` is what it sounds like (glass, wood, plush, metal, rubber, …). A body that
    faces the `side` was made in profile and looks to -x: staging turns it to where it goes; one
    that faces the `front` looks to +z. A `rolling` body is round about its middle. `writing`
    names the texture that words on this thing are painted on, "" where there is none.
    """

    models: Mapping[str, Model]
    rest: tuple[tuple[str, Floats], ...]
    size: Vec3
    material: str
    textures: Mapping[str, Pixels] = field(default_factory=dict)
    facing: Facing = "front"
    rolling: bool = False
    writing: str = ""
