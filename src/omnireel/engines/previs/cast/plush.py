"""A drawing as a body: turned upright, inflated, painted, sized."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from omnireel.domain.storyboard import CastMember
from omnireel.engines.previs.art.pack import Drawing, raster
from omnireel.engines.previs.cast.body import Body
from omnireel.engines.previs.cast.carving import carved, made_of
from omnireel.engines.previs.cast.materials import substance_named
from omnireel.engines.previs.cast.paint import recolored
from omnireel.engines.previs.cast.poses import pose_of
from omnireel.engines.previs.cast.sizes import factor_of, height_of
from omnireel.engines.previs.colors import color_named
from omnireel.engines.previs.scene import Finish, Material, Mesh, Model, Pixels
from omnireel.engines.previs.shapes.inflate import inflate, painted
from omnireel.engines.previs.shapes.transform import scaling, translation

_TEXTURE_PX: Final = {"draft": 256, "standard": 512, "high": 1024}
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
        texture = carved(texture, substance.color) if color is None else texture
        mesh, material = made_of(mesh, material, texture, substance)
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
