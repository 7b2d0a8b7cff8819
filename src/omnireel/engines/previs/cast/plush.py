"""A drawing as a body: turned upright, inflated, painted, sized."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np

from omnireel.domain.storyboard import CastMember
from omnireel.engines.previs.art.pack import Drawing, raster
from omnireel.engines.previs.cast.body import Body
from omnireel.engines.previs.cast.colors import color_named, decode, encode
from omnireel.engines.previs.cast.materials import Substance, substance_named
from omnireel.engines.previs.cast.paint import recolored
from omnireel.engines.previs.cast.poses import pose_of
from omnireel.engines.previs.cast.sizes import factor_of, height_of
from omnireel.engines.previs.scene import Finish, Material, Mesh, Model, Pixels
from omnireel.engines.previs.shapes.inflate import inflate, painted
from omnireel.engines.previs.shapes.transform import scaling, translation

_TEXTURE_PX: Final = {"draft": 256, "standard": 512, "high": 1024}
_LUMA: Final = np.array([0.2126, 0.7152, 0.0722])
_KEPT: Final = 128  # bodies that stay ready: a few megabytes each


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Stuffed:
    """A drawing's mesh in units of the drawing's side, and its texture."""

    mesh: Mesh
    texture: Pixels


@lru_cache(maxsize=_KEPT)
def _stuffed(drawing: Drawing, quality: str) -> _Stuffed:
    pose = pose_of(drawing)
    pixels = raster(drawing, _TEXTURE_PX[quality], pose.turn)
    return _Stuffed(mesh=inflate(pixels, pose.filling, quality), texture=painted(pixels))


def plush(member: CastMember, drawing: Drawing, *, prefix: str, quality: str) -> Body:
    """The drawing's body as the member's colour, material and size ask for."""
    stuffed = _stuffed(drawing, quality)
    substance = substance_named(member.material)
    color = color_named(member.color)
    texture = stuffed.texture if color is None else recolored(stuffed.texture, color)
    name = f"{prefix}.plush"
    mesh, material = stuffed.mesh, Material(finish=Finish.TEXTURED, texture=name, roughness=0.6)
    if substance is not None:
        texture = _made_of(texture, substance, keep=color is not None)
        mesh, material = _dressed(mesh, material, texture, substance)
    low, high = mesh.positions.min(axis=0), mesh.positions.max(axis=0)
    scale = height_of(drawing) * factor_of(member.size) / float(high[1] - low[1])
    middle = (low + high) / 2
    rest = scaling(scale) @ translation(-float(middle[0]), -float(low[1]), -float(middle[2]))
    width, height, depth = ((high - low) * scale).tolist()
    return Body(
        models={name: Model(mesh=mesh, material=material)},
        rest=((name, rest),),
        size=(width, height, depth),
        material="plush" if substance is None else substance.sound,
        textures={name: texture} if material.texture else {},
        facing="side" if pose_of(drawing).profile else "front",
    )


def _made_of(texture: Pixels, substance: Substance, keep: bool) -> Pixels:
    """The drawing's light and dark in the substance's colour, or, with `keep`, in its own."""
    if keep:
        return texture
    light = decode(texture[..., :3]) @ _LUMA
    shade = np.clip(np.sqrt(light / max(float(np.median(light)), 0.02)), 0.25, 1.25)
    rgb = encode(shade[..., None] * np.array(substance.color))
    return np.ascontiguousarray(np.concatenate([rgb, texture[..., 3:]], axis=2))


def _dressed(
    mesh: Mesh, material: Material, texture: Pixels, substance: Substance
) -> tuple[Mesh, Material]:
    """The substance's gloss; where its finish paints, the texture moves into the vertices."""
    material = replace(
        material,
        roughness=substance.roughness,
        metallic=substance.metallic,
        emission=substance.emission * 0.4,
    )
    if substance.finish in (Finish.PLAIN, Finish.EMISSIVE):
        return mesh, material
    side = texture.shape[0]
    column = np.clip((mesh.uvs[:, 0] * side).astype(int), 0, side - 1)
    row = np.clip(((1 - mesh.uvs[:, 1]) * side).astype(int), 0, side - 1)
    colors = mesh.colors.copy()
    colors[:, :3] = decode(texture[row, column, :3])
    return replace(mesh, colors=colors), replace(
        material, finish=substance.finish, texture="", scale=substance.scale
    )
