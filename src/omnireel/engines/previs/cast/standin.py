"""A stand-in for a noun that nobody drew: a rounded block with the noun painted on it."""

from typing import Final

from omnireel.domain.storyboard import CastMember
from omnireel.engines.previs.cast.body import Body
from omnireel.engines.previs.cast.lettering import board, lettered
from omnireel.engines.previs.cast.sizes import factor_of
from omnireel.engines.previs.colors import color_named, linear
from omnireel.engines.previs.scene import Finish, Material, Model, Vec3
from omnireel.engines.previs.shapes.transform import translation

_HALF: Final[Vec3] = (0.34, 0.25, 0.1)  # metres
_COLOR: Final = linear("d9cdb8")
_PX: Final = (512, 376)


def stand_in(member: CastMember, *, prefix: str) -> Body:
    """The block, in the member's colour and size."""
    factor = factor_of(member.size)
    x, y, z = (extent * factor for extent in _HALF)
    name = f"{prefix}.block"
    material = Material(finish=Finish.TEXTURED, texture=name, roughness=0.7)
    return Body(
        models={name: Model(mesh=board(x, y, z, radius=0.5 * z), material=material)},
        rest=((name, translation(0, y, 0)),),
        size=(2 * x, 2 * y, 2 * z),
        material="wood",
        textures={name: lettered(member.noun or "?", *_PX, color_named(member.color) or _COLOR)},
        writing=name,
    )
