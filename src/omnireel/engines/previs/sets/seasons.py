"""What a season does to a meadow: colours of ground, grass and crowns, flowers, falling leaves."""

from dataclasses import dataclass

from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.scene import Finish, Vec3


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A season's palette, linear RGB. `grass` is the tone of low and of lush patches; `crowns` of
    broad, tall and conifer trees; `drifting` of what sails on the wind."""

    name: str
    ground: Vec3
    path: Vec3
    grass: tuple[Vec3, Vec3]
    crowns: tuple[Vec3, Vec3, Vec3]
    roof: Vec3 = (0.50, 0.105, 0.06)
    drifting: tuple[Vec3, ...] = ()
    grass_share: float = 1.0
    flower_share: float = 1.0
    surface: str = "grass"
    ground_finish: Finish = Finish.GROUND


_SUMMER = Season(
    name="summer",
    ground=(0.15, 0.30, 0.055),
    path=(0.34, 0.25, 0.14),
    grass=((0.13, 0.32, 0.04), (0.33, 0.54, 0.09)),
    crowns=((0.15, 0.34, 0.055), (0.22, 0.40, 0.06), (0.045, 0.17, 0.075)),
)
_SPRING = Season(
    name="spring",
    ground=(0.17, 0.36, 0.06),
    path=(0.34, 0.25, 0.14),
    grass=((0.22, 0.46, 0.06), (0.46, 0.66, 0.13)),
    crowns=((0.80, 0.42, 0.48), (0.32, 0.52, 0.10), (0.06, 0.22, 0.085)),
    drifting=((0.90, 0.55, 0.60), (0.92, 0.72, 0.74)),
    flower_share=1.5,
)
_AUTUMN = Season(
    name="autumn",
    ground=(0.25, 0.24, 0.06),
    path=(0.30, 0.20, 0.11),
    grass=((0.30, 0.29, 0.06), (0.50, 0.44, 0.11)),
    crowns=((0.62, 0.20, 0.035), (0.72, 0.42, 0.05), (0.07, 0.17, 0.06)),
    drifting=((0.80, 0.36, 0.05), (0.66, 0.15, 0.03), (0.85, 0.58, 0.10)),
    flower_share=0.3,
)
_WINTER = Season(
    name="winter",
    ground=(0.84, 0.87, 0.93),
    path=(0.66, 0.66, 0.68),
    grass=((0.46, 0.46, 0.36), (0.70, 0.70, 0.62)),
    crowns=((0.72, 0.77, 0.84), (0.66, 0.72, 0.80), (0.32, 0.45, 0.42)),
    roof=(0.80, 0.84, 0.90),
    grass_share=0.16,
    flower_share=0.0,
    surface="snow",
    ground_finish=Finish.SNOW,
)

_BY_NAME = {
    "spring": _SPRING,
    "summer": _SUMMER,
    "autumn": _AUTUMN,
    "fall": _AUTUMN,
    "winter": _WINTER,
}


def season_of(conditions: Conditions) -> Season:
    """The season the conditions name; snow makes it winter; else summer."""
    named = _BY_NAME.get(conditions.season.lower().strip())
    if named:
        return named
    snowy = any(word in conditions.weather.lower() for word in ("snow", "blizzard"))
    return _WINTER if snowy else _SUMMER
