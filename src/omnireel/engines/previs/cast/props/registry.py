"""All props by noun."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from omnireel.engines.previs.cast.prop import Prop
from omnireel.engines.previs.cast.props import (
    aircraft,
    balls,
    boats,
    buildings,
    cars,
    creatures,
    furniture,
    kitchen,
    landmarks,
    nature,
    parcels,
    parlour,
    sports,
    street,
    things,
)
from omnireel.engines.previs.streams import stream

_MADE: Final[Mapping[str, Callable[[], Prop]]] = {
    **things.NOUNS,
    **creatures.NOUNS,
    **buildings.NOUNS,
    **street.NOUNS,
    **sports.NOUNS,
    **kitchen.NOUNS,
    **furniture.NOUNS,
    **aircraft.NOUNS,
    **boats.NOUNS,
    **parcels.NOUNS,
    **landmarks.NOUNS,
    **parlour.NOUNS,
    **cars.NOUNS,
    **balls.NOUNS,
}


def nouns() -> frozenset[str]:
    """Every noun that has a prop."""
    return frozenset(_MADE) | frozenset(nature.NOUNS)


def prop_named(noun: str, seed: int, purpose: str) -> Prop | None:
    """The prop with this name; what grows grows from the seed, differently for each purpose."""
    grow = nature.NOUNS.get(noun)
    if grow is not None:
        return grow(stream(seed, purpose, "grow"))
    make = _MADE.get(noun)
    return None if make is None else _built(make)


@lru_cache(maxsize=64)
def _built(make: Callable[[], Prop]) -> Prop:
    return make()
