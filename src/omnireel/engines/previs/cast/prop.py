"""Props of our own: pieces of mesh and material, and how a cast member changes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from omnireel.domain.storyboard import CastMember
from omnireel.engines.previs.cast.body import Body, Facing
from omnireel.engines.previs.cast.carving import carved, made_of
from omnireel.engines.previs.cast.materials import Substance, substance_named
from omnireel.engines.previs.cast.paint import recolored
from omnireel.engines.previs.cast.sizes import factor_of
from omnireel.engines.previs.colors import color_named, linear
from omnireel.engines.previs.scene import Finish, Floats, Material, Mesh, Model, Pixels, Vec3
from omnireel.engines.previs.shapes import primitives
from omnireel.engines.previs.shapes.mesh import build, merged, transformed, vertex_normals
from omnireel.engines.previs.shapes.transform import (
    apply,
    normalize,
    rotation_x,
    rotation_y,
    rotation_z,
    scaling,
    translation,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Piece:
    """Part of a prop. A `main` one takes the member's colour, in its own shade, and its material;
    others keep theirs."""

    name: str
    mesh: Mesh
    material: Material
    main: bool = False
    shade: float = 1.0
    center: Floats | None = None  # where the mesh's own origin is, for round and clear things


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prop:
    """Pieces that stand on y = 0 about the y axis, in metres, facing +z."""

    pieces: tuple[Piece, ...]
    sound: str
    textures: Mapping[str, Pixels] = field(default_factory=dict)  # by the name of the piece
    facing: Facing = "front"
    rolling: bool = False
    writing: str = ""  # the piece that words go on


# How things are finished, by what they are usually made of.
def glossy(code: str, roughness: float = 0.3) -> Material:
    """Paint, enamel or plastic of this sRGB colour."""
    return Material(color=linear(code), roughness=roughness)


def matte(code: str) -> Material:
    """Chalk, rubber or paper of this sRGB colour."""
    return Material(color=linear(code), roughness=0.9)


def metal(code: str = "c2c6cc", roughness: float = 0.28) -> Material:
    """Bare metal of this sRGB colour."""
    return Material(
        finish=Finish.BRUSHED, color=linear(code), roughness=roughness, metallic=0.9, scale=4.0
    )


def wooden(code: str = "b8824a", scale: float = 2.5) -> Material:
    """Wood with its grain."""
    return Material(finish=Finish.WOOD, color=linear(code), roughness=0.5, scale=scale)


def cloth(code: str, scale: float = 5.0) -> Material:
    """Felt or upholstery."""
    return Material(finish=Finish.FELT, color=linear(code), roughness=0.95, scale=scale)


def shining(code: str, emission: float = 1.5) -> Material:
    """Something that gives light."""
    return Material(finish=Finish.EMISSIVE, color=linear(code), emission=emission)


CLEAR: Final = Material(finish=Finish.GLASS, color=linear("cfe8ee"), roughness=0.05, scale=0.0)


def box(x: float, y: float, z: float, radius: float = 0.02) -> Mesh:
    """A box with half extents x, y, z; only what is really round gets many triangles."""
    soft = radius > 0.3 * min(x, y, z) and radius > 0.02
    return primitives.box(x, y, z, radius, steps=3 if soft else 1)


def at(  # noqa: PLR0913 - six numbers are what a place and an attitude are
    mesh: Mesh,
    x: float = 0,
    y: float = 0,
    z: float = 0,
    *,
    rx: float = 0,
    ry: float = 0,
    rz: float = 0,
) -> Mesh:
    """The mesh turned (degrees about x, then y, then z) and moved to (x, y, z)."""
    turn = rotation_z(np.radians(rz)) @ rotation_y(np.radians(ry)) @ rotation_x(np.radians(rx))
    return transformed(mesh, translation(x, y, z) @ turn)


def sized(mesh: Mesh, x: float, y: float | None = None, z: float | None = None) -> Mesh:
    """The mesh scaled along its axes."""
    return transformed(mesh, scaling(x, y, z))


def smooth(positions: ArrayLike, faces: ArrayLike) -> Mesh:
    """A mesh shaded smoothly across seams: points at one place share one normal."""
    points = np.asarray(positions, dtype=np.float64)
    _, same = np.unique(np.round(points, 5), axis=0, return_inverse=True)
    shared = same.ravel()
    summed = vertex_normals(points, faces).astype(np.float64)
    normals = np.stack([np.bincount(shared, weights=summed[:, k]) for k in range(3)], axis=1)
    normals[np.linalg.norm(normals, axis=1) < 1e-6] = (0.0, 1.0, 0.0)
    return build(points, faces, normalize(normals)[shared])


def piece(name: str, material: Material, *meshes: Mesh, main: bool = False) -> Piece:
    """One piece of all these meshes."""
    return Piece(name=name, mesh=merged(meshes), material=material, main=main)


def body_of(prop: Prop, member: CastMember, *, prefix: str) -> Body:
    """The prop in the member's colour, material and size."""
    substance = substance_named(member.material)
    color = color_named(member.color)
    low, high = _extent(prop.pieces)
    sink = max(0.0, float(low[1]))  # nothing hangs in the air; what is sunk in stays so
    scale: Floats = np.asarray(
        scaling(factor_of(member.size)) @ translation(0, -sink, 0), np.float32
    )
    low[1] = max(low[1], 0.0)
    width, height, depth = ((high - low) * factor_of(member.size)).tolist()
    models: dict[str, Model] = {}
    textures: dict[str, Pixels] = {}
    rest: list[tuple[str, Floats]] = []
    for part in prop.pieces:
        name = f"{prefix}.{part.name}"
        # What words go on keeps its paint: no words could be written on bare gold.
        made_of = None if part.name == prop.writing else substance
        mesh, material, texture = _as_asked(part, prop.textures.get(part.name), color, made_of)
        if material.finish is Finish.TEXTURED and texture is not None:
            material = replace(material, texture=name)
            textures[name] = texture
        models[name] = Model(mesh=mesh, material=material)
        rest.append(
            (name, scale if part.center is None else np.asarray(scale @ part.center, np.float32))
        )
    return Body(
        models=models,
        rest=tuple(rest),
        size=(width, height, depth),
        material=prop.sound if substance is None else substance.sound,
        textures=textures,
        facing=prop.facing,
        rolling=prop.rolling,
        writing=f"{prefix}.{prop.writing}" if f"{prefix}.{prop.writing}" in textures else "",
    )


def _as_asked(
    part: Piece, texture: Pixels | None, color: Vec3 | None, substance: Substance | None
) -> tuple[Mesh, Material, Pixels | None]:
    """The piece's mesh, material and texture in the colour and of the substance asked for."""
    mesh, material = part.mesh, part.material
    if not part.main:
        return mesh, material, texture
    if texture is not None:
        texture = texture if color is None else recolored(texture, color)
        if substance is not None:
            texture = carved(texture, substance.color) if color is None else texture
            mesh, material = made_of(mesh, material, texture, substance)
        return mesh, material, texture
    if color is not None:
        red, green, blue = (channel * part.shade for channel in color)
        material = replace(material, color=(red, green, blue))
    if substance is not None:
        material = _solid(material, substance, keep_color=color is not None)
    return mesh, material, None


def _solid(material: Material, substance: Substance, keep_color: bool) -> Material:
    clear = substance is substance_named("glass")
    return replace(
        material,
        finish=Finish.GLASS if clear else substance.finish,
        color=material.color if keep_color else substance.color,
        roughness=substance.roughness,
        metallic=0.0 if clear else substance.metallic,
        emission=substance.emission,
        scale=0.0 if clear else substance.scale,
    )


def _extent(pieces: Sequence[Piece]) -> tuple[Floats, Floats]:
    """The lowest and the highest corner of all pieces together."""
    placed = [
        p.mesh.positions if p.center is None else apply(p.center, p.mesh.positions) for p in pieces
    ]
    low = np.min([points.min(axis=0) for points in placed], axis=0)
    high = np.max([points.max(axis=0) for points in placed], axis=0)
    return low, high
