"""How drawings stand: which are in profile, which must be turned to be upright or flipped."""

from dataclasses import dataclass
from typing import Final

from omnireel.engines.previs.art.pack import Drawing
from omnireel.engines.previs.shapes.inflate import PLUSH, Filling

_PROFILES: Final = frozenset(
    "animal-mammal animal-bird animal-amphibian animal-reptile animal-marine animal-bug "
    "transport-ground transport-water transport-air".split()
)
_FROM_THE_FRONT: Final = frozenset(
    "orangutan wolf fox raccoon lion pig-nose hamster bear polar-bear koala panda sloth bat "
    "hatching-chick front-facing-baby-chick penguin owl peacock phoenix-bird frog feather wing "
    "paw-prints octopus coral jellyfish crab lobster squid oyster spiral-shell butterfly beetle "
    "lady-beetle cockroach spider spider-web scorpion fly microbe monarch-butterfly lizard "
    "crocodile train metro station tram oncoming-bus oncoming-police-car oncoming-taxi oncoming- "
    "automobile skateboard bus-stop motorway railway-track oil-drum fuel-pump wheel police-car- "
    "light horizontal-traffic-light vertical-traffic-light stop-sign construction anchor ring- "
    "buoy parachute seat suspension-railway mountain-railway mountain-cableway aerial-tramway "
    "satellite flying-saucer railway-car tram-car".split()
)
# Degrees to turn counter-clockwise. Profiles must look to the left afterwards.
_TURNS: Final = {
    "airplane": 135.0,
    "small-airplane": 135.0,
    "rocket": 45.0,
    "violin": 45.0,
    "guitar": 45.0,
    "banjo": 45.0,
    "flute": 0.0,
    "dagger": -135.0,
    "skateboard": -45.0,
    "pencil": 45.0,
    "pen": 45.0,
    "comet": 0.0,
    "hammer": 45.0,
    "axe": -45.0,
    "screwdriver": 45.0,
    "shovel": 45.0,
    "wrench": 45.0,
    "kitchen-knife": 45.0,
}
_SLABS: Final = frozenset(
    "flag country-flag subdivision-flag book-paper mail money alphanum av-symbol keycap "
    "transport-sign place-map geometric arrow zodiac religion warning punctuation".split()
)
_SLAB: Final = Filling(depth=0.03, rounding=0.02, dome=0.0)
_ROUND: Final = Filling(depth=0.2, rounding=0.26, dome=0.0)
_BOXY: Final = Filling(depth=0.14, rounding=0.06, dome=0.1)
_ROUND_ONES: Final = frozenset(
    "food-fruit food-vegetable face-smiling face-affection face-tongue face-hand "
    "face-neutral-skeptical face-sleepy face-unwell face-hat face-glasses face-concerned "
    "face-negative face-costume cat-face monkey-face heart".split()
)
_BOXES: Final = frozenset("transport-ground place-building place-religious".split())
_OPEN_FRAMES: Final = frozenset(
    "bicycle kick-scooter motorcycle motor-scooter manual-wheelchair motorized-wheelchair".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """Degrees to turn counter-clockwise, whether it is a profile, and how it is stuffed."""

    turn: float
    profile: bool
    filling: Filling


def pose_of(drawing: Drawing) -> Pose:
    """How this drawing becomes a body."""
    face = drawing.slug.endswith("-face")
    profile = drawing.subgroup in _PROFILES and not face and drawing.slug not in _FROM_THE_FRONT
    return Pose(
        turn=_TURNS.get(drawing.slug, 0.0), profile=profile, filling=_filling(drawing, face)
    )


def _filling(drawing: Drawing, face: bool) -> Filling:
    if drawing.subgroup in _SLABS:
        return _SLAB
    if drawing.subgroup in _ROUND_ONES or face:
        return _ROUND
    if drawing.subgroup in _BOXES and drawing.slug not in _OPEN_FRAMES:
        return _BOXY
    return PLUSH
