"""What things are made of: how it looks and how it sounds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from omnireel.engines.previs.colors import linear
from omnireel.engines.previs.scene import Finish, Vec3


@dataclass(frozen=True, slots=True, kw_only=True)
class Substance:
    """A finish with its own colour, gloss and detail, and the word that sound knows it by."""

    color: Vec3
    sound: str
    finish: Finish = Finish.PLAIN
    roughness: float = 0.5
    metallic: float = 0.0
    emission: float = 0.0
    scale: float = 1.0


SUBSTANCES: Final[Mapping[str, Substance]] = {
    "wood": Substance(
        color=linear("b07a44"), sound="wood", finish=Finish.WOOD, roughness=0.55, scale=3.0
    ),
    "glass": Substance(color=linear("a8d8e8"), sound="glass", roughness=0.06, metallic=0.25),
    "metal": Substance(
        color=linear("b4b8be"), sound="metal", finish=Finish.BRUSHED, roughness=0.32, metallic=0.9
    ),
    "gold": Substance(color=linear("f2b632"), sound="metal", roughness=0.22, metallic=1.0),
    "silver": Substance(color=linear("d4d6da"), sound="metal", roughness=0.2, metallic=1.0),
    "bronze": Substance(color=linear("a8703a"), sound="metal", roughness=0.35, metallic=0.9),
    "copper": Substance(color=linear("c87848"), sound="metal", roughness=0.3, metallic=0.95),
    "stone": Substance(
        color=linear("a09c94"), sound="stone", finish=Finish.STONE, roughness=0.9, scale=3.0
    ),
    "marble": Substance(color=linear("ecebe8"), sound="stone", roughness=0.25),
    "brick": Substance(
        color=linear("a8583c"), sound="stone", finish=Finish.TILES, roughness=0.9, scale=8.0
    ),
    "plastic": Substance(color=linear("d84830"), sound="plastic", roughness=0.3),
    "rubber": Substance(color=linear("3c3c40"), sound="rubber", roughness=0.8),
    "fabric": Substance(
        color=linear("c8a888"), sound="cloth", finish=Finish.FELT, roughness=0.95, scale=6.0
    ),
    "paper": Substance(color=linear("f2efe6"), sound="paper", roughness=0.95),
    "cardboard": Substance(color=linear("b88c5a"), sound="cardboard", roughness=0.95),
    "leather": Substance(color=linear("7a4a2c"), sound="leather", roughness=0.5),
    "ice": Substance(color=linear("c8e8f4"), sound="ice", roughness=0.08, metallic=0.15),
    "snow": Substance(color=linear("f2f6fa"), sound="snow", finish=Finish.SNOW, roughness=0.85),
    "clay": Substance(color=linear("c07850"), sound="ceramic", roughness=0.85),
    "ceramic": Substance(color=linear("f0ece4"), sound="ceramic", roughness=0.18),
    "chocolate": Substance(color=linear("5a3420"), sound="plastic", roughness=0.4),
    "light": Substance(color=linear("ffe9b0"), sound="glass", finish=Finish.EMISSIVE, emission=2.0),
}
_SAME: Final[Mapping[str, str]] = {
    "aluminium": "metal",
    "aluminum": "metal",
    "brass": "bronze",
    "candy": "plastic",
    "carbon": "rubber",
    "chrome": "silver",
    "cloth": "fabric",
    "concrete": "stone",
    "cotton": "fabric",
    "crystal": "glass",
    "diamond": "glass",
    "felt": "fabric",
    "glowing": "light",
    "golden": "gold",
    "granite": "stone",
    "iron": "metal",
    "knitted": "fabric",
    "lego": "plastic",
    "metallic": "metal",
    "neon": "light",
    "oak": "wood",
    "paperboard": "cardboard",
    "pine": "wood",
    "plush": "fabric",
    "porcelain": "ceramic",
    "rock": "stone",
    "silk": "fabric",
    "steel": "metal",
    "stuffed": "fabric",
    "tin": "metal",
    "titanium": "metal",
    "velvet": "fabric",
    "wooden": "wood",
    "wool": "fabric",
    "woolen": "fabric",
}


def substance_named(name: str) -> Substance | None:
    """The substance of this name ("wood", "wooden", "oak"), or None."""
    word = name.casefold().strip()
    return SUBSTANCES.get(_SAME.get(word, word))
