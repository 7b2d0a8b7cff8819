"""What things on a set are made from: parts in their colours, by material.

A thing is a list of parts, in metres, so that a set can put all its wood (paint, fabric, …) into
one mesh.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from omnireel.engines.previs.colors import linear
from omnireel.engines.previs.scene import Floats, Mesh, Vec3
from omnireel.engines.previs.shapes import mesh, primitives, sweep, transform


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """A mesh in its colours and what it is made of."""

    material: str
    mesh: Mesh


Thing = list[Part]

OAK, WALNUT, PINE = linear("a9713f"), linear("6b4226"), linear("cda06a")
WHITE, CREAM, DARK = linear("f1ece2"), linear("e3d3b4"), linear("2b2724")
BOOKS = tuple(
    linear(code)
    for code in ("a8382f", "2f4f7a", "d9a441", "3c7a57", "e8d9b8", "7a4f8a", "c96a3a", "27606b")
)
LEAF, TERRACOTTA = linear("3f7a35"), linear("b5603a")


def moved(thing: Thing, matrix: Floats) -> Thing:
    """The thing somewhere else."""
    return [
        Part(material=part.material, mesh=mesh.transformed(part.mesh, matrix)) for part in thing
    ]


def block(material: str, half: Vec3, center: Vec3, color: Vec3, round_by: float = 0.008) -> Part:
    """A box, by half its size; `round_by` 0 keeps its edges sharp and takes few faces."""
    place = transform.translation(*center)
    if round_by > 0:
        made = mesh.transformed(primitives.box(*half, radius=round_by, steps=1), place)
    else:
        made = mesh.transformed(_cube(), place @ transform.scaling(*half))
    return Part(material=material, mesh=mesh.tinted(made, color))


@cache
def _cube() -> Mesh:
    return primitives.box(1.0, 1.0, 1.0, radius=0.0, steps=0)


@cache
def _sphere() -> Mesh:
    return primitives.sphere(12, 7)


def turned(
    material: str, profile: Sequence[tuple[float, float]], color: Vec3, at: Vec3 = (0.0, 0.0, 0.0)
) -> Part:
    """A lathed body."""
    made = sweep.lathe(profile, 28, crease_degrees=50.0)
    return Part(
        material=material,
        mesh=mesh.tinted(mesh.transformed(made, transform.translation(*at)), color),
    )


def ball(material: str, radius: float, center: Vec3, color: Vec3) -> Part:
    matrix = transform.translation(*center) @ transform.scaling(radius)
    made = mesh.transformed(_sphere(), matrix)
    return Part(material=material, mesh=mesh.tinted(made, color))
