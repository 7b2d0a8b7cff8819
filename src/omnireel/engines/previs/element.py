"""Elements, in the film sense: parts of a shot made on their own and put together into one scene.

A set, a person playing, a marble run: each is an `Element`. Staging unites them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from omnireel.engines.previs.events import Event
from omnireel.engines.previs.scene import Lamp, Look, Model, Pixels, Placement, Vec3


def _no_paint(_: float) -> Mapping[str, Pixels]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Element:
    """Models with names of their own (`violin-1.body`, `meadow.grass`), placed at any time.

    `place(t)` and `paint(t)` take seconds from the start of the shot and must not keep state.
    """

    models: Mapping[str, Model]
    place: Callable[[float], Sequence[Placement]]
    textures: Mapping[str, Pixels] = field(default_factory=dict)
    paint: Callable[[float], Mapping[str, Pixels]] = _no_paint
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Set:
    """A place to film in: an element with its light, its floor and its sound.

    The action happens around the origin within `radius` metres, filmed from +z looking to -z.
    `floor` gives the height in metres at (x, z); `surface` what it is made of, for steps and
    bounces (grass, wood, stone, sand, snow, asphalt, water); `ambience` what the place sounds like.
    `backdrop` is a point in the distance worth having in frame; from farther than `reach` metres
    from the action a camera would see where the set ends.
    """

    element: Element
    look: Look
    radius: float
    floor: Callable[[float, float], float]
    surface: str
    ambience: str
    backdrop: Vec3 = (0.0, 1.5, -12.0)
    lamps: tuple[Lamp, ...] = ()
    reach: float = 60.0
