"""Which set a storyboard's setting means."""

from collections.abc import Callable
from dataclasses import dataclass

from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.element import Set
from omnireel.engines.previs.sets import city, elsewhere, land, meadow, room

Builder = Callable[[Conditions, int, str], Set]

_ROOMS = {
    "kitchen": "kitchen diner restaurant cafe café bakery bar",
    "bedroom": "bedroom dormitory nursery hotel",
    "workshop": "workshop garage factory laboratory lab warehouse barn studio",
    "study": "study library office classroom school bookshop museum",
    "room": (
        "room living house home indoors apartment table desk floor attic hall windowsill shop "
        "store hospital gym bathroom corridor cabin train"
    ),
}
_WORDS: dict[str, str] = {
    "meadow": "meadow park garden field outdoors lawn farm yard countryside village playground "
    "hill grass stadium pitch backyard pasture campsite orchard vineyard prairie savanna golf zoo "
    "cemetery",
    "city": "city street road town downtown alley rooftop skyline market metropolis highway bridge "
    "crosswalk sidewalk square intersection plaza parking station airport",
    "beach": "beach shore coast seaside island bay harbor harbour pier lagoon",
    "sea": "sea ocean lake river water waves pond",
    "desert": "desert dune dunes sahara canyon mars wasteland",
    "snow": "snow snowfield arctic ice glacier antarctica tundra ski winter",
    "mountain": "mountain mountains alps cliff valley volcano peak railway",
    "forest": "forest jungle woods rainforest swamp bamboo",
    "space": "space orbit galaxy moon stars universe nebula",
    "sky": "sky air clouds cloudscape heaven",
    "underwater": "underwater reef aquarium seabed",
    "stage": "stage theater theatre concert ballroom arena circus auditorium club",
    "studio": "studio backdrop void nowhere background",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A set's builder, and whether the setting's words were understood."""

    build: Builder
    known: bool


def place_for(setting: str, *, tabletop: bool = False) -> Place:
    """The place these words mean; a meadow for words that mean none.

    `tabletop` asks for a table to put the action on: rooms have one, and no words mean a room.
    """
    words = setting.lower().replace("-", " ").split()
    stage = "table" if tabletop else "floor"
    if not words and tabletop:
        return Place(build=_room("room", stage), known=True)
    if not words:
        return Place(build=_outdoors, known=True)
    # The head noun comes last: a "space station" is looked up as station, then space.
    for word in reversed(words):
        for kind, names in _ROOMS.items():
            if word in names.split():
                return Place(build=_room(kind, stage), known=True)
        for kind, names in _WORDS.items():
            if word in names.split() or word.removesuffix("s") in names.split():
                return Place(build=_SETS[kind], known=True)
    return Place(build=_outdoors, known=False)


def _outdoors(conditions: Conditions, seed: int, _setting: str) -> Set:
    return meadow.build(conditions, seed=seed, portrait=conditions.portrait)


def _room(kind: str, stage: str) -> Builder:
    return lambda conditions, seed, _: room.build(conditions, seed=seed, kind=kind, stage=stage)


def _land(kind: str) -> Builder:
    return lambda conditions, seed, _: land.build(conditions, seed=seed, kind=kind)


_SETS: dict[str, Builder] = {
    "meadow": _outdoors,
    "city": lambda conditions, seed, setting: city.build(conditions, seed=seed, kind=setting),
    "space": lambda conditions, seed, _: elsewhere.space(conditions, seed=seed),
    "sky": lambda conditions, seed, _: elsewhere.sky(conditions, seed=seed),
    "underwater": lambda conditions, seed, _: elsewhere.underwater(conditions, seed=seed),
    "stage": lambda conditions, seed, _: elsewhere.stage(conditions, seed=seed),
    "studio": lambda conditions, seed, _: elsewhere.studio(conditions, seed=seed),
    **{kind: _land(kind) for kind in land.KINDS},
}
