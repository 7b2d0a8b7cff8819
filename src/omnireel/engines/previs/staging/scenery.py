"""Members that the set already shows: the trees of a forest, the neon lights of a city.

Such a member gets no body of its own: the set's own pieces become its pixels, so that it is in the
truth of a frame and an edit can hide it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from omnireel.domain.storyboard import CastMember
from omnireel.engines.previs.element import Element, Set
from omnireel.engines.previs.scene import Placement
from omnireel.engines.previs.staging.beats import Beat

# What is counted or single is wanted for itself, not as scenery.
_COUNTED = frozenset(
    "a an one two three four five six seven eight nine ten this that her his".split()
)

_PIECES: Mapping[str, tuple[str, ...]] = {
    "neon light": ("neon board", "neon tube"),
    "neon sign": ("neon board", "neon tube"),
    "neon": ("neon board", "neon tube"),
    "building": ("building",),
    "skyscraper": ("building",),
    "tower block": ("building",),
    "street lamp": ("lamp post", "lamp head"),
    "streetlight": ("lamp post", "lamp head"),
    "street light": ("lamp post", "lamp head"),
    "tree": ("crown", "trunk", "tree", "wood", "pine", "palm"),
    "pine tree": ("pine",),
    "palm tree": ("palm",),
    "palm": ("palm",),
    "flower": ("flower",),
    "wildflower": ("flower",),
    "grass": ("grass",),
    "fence": ("fence",),
    "bush": ("bush", "shrub"),
    "cactus": ("cactus",),
    "rock": ("stone", "rock"),
    "coral": ("coral",),
    "seaweed": ("weed",),
    "wave": ("water",),
    "water": ("water",),
    "sand": ("ground", "bed"),
    "sand dune": ("ground",),
    "dune": ("ground",),
    "curtain": ("curtain",),
}


def scenery(
    members: Sequence[CastMember], beats: Sequence[Beat], place: Set
) -> dict[str, tuple[str, ...]]:
    """The members that the set shows, with the names of the set's models that are them."""
    busy = {name for beat in beats for name in (beat.actor, beat.target, beat.goal)}
    anchors = {anchor for m in members if m.position for anchor in m.position.anchors}
    shown: dict[str, tuple[str, ...]] = {}
    for member in members:
        if member.id in busy or member.id in anchors or _wanted_for_itself(member):
            continue
        models = _models(member.noun, place)
        if models:
            shown[member.id] = models
    return shown


def _wanted_for_itself(member: CastMember) -> bool:
    first = member.name.lower().split(" ", 1)[0]
    described = member.color or member.size or member.material or member.attributes
    return bool(described) or first in _COUNTED or first.isdigit()


def _models(noun: str, place: Set) -> tuple[str, ...]:
    pieces = _PIECES.get(noun, ())
    return tuple(name for name in place.element.models if name.split(".", 1)[-1].startswith(pieces))


def owned(element: Element, shown: Mapping[str, tuple[str, ...]]) -> Element:
    """The set's element with its pieces belonging to the members that they are."""
    if not shown:
        return element
    owner = {model: member for member, models in shown.items() for model in models}

    def place(t: float) -> Sequence[Placement]:
        return [
            replace(placement, member=owner[placement.model])
            if placement.model in owner
            else placement
            for placement in element.place(t)
        ]

    return replace(element, place=place)
