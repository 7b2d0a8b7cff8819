"""Garments by the words for them, and what people of a trade wear."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from omnireel.engines.previs.colors import linear
from omnireel.engines.previs.people.palette import color_in
from omnireel.engines.previs.scene import Vec3

TOPS = ("tshirt", "shirt", "sweater", "jacket", "suit", "coat", "dress", "gown", "robe")
BOTTOMS = ("trousers", "shorts", "skirt")
EXTRAS = ("apron", "scarf", "glasses", "hat", "cap", "beanie", "crown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Garment:
    """A piece of clothing: one of `TOPS`, `BOTTOMS` or `EXTRAS` and its linear colour."""

    kind: str
    color: Vec3


_GARMENT_WORDS: Mapping[str, str] = {
    "t-shirt": "tshirt",
    "tshirt": "tshirt",
    "tee": "tshirt",
    "shirt": "shirt",
    "blouse": "shirt",
    "sweater": "sweater",
    "hoodie": "sweater",
    "jumper": "sweater",
    "pullover": "sweater",
    "jacket": "jacket",
    "blazer": "jacket",
    "suit": "suit",
    "tuxedo": "suit",
    "coat": "coat",
    "raincoat": "coat",
    "dress": "dress",
    "sundress": "dress",
    "gown": "gown",
    "robe": "robe",
    "cloak": "robe",
    "kimono": "robe",
    "trousers": "trousers",
    "pants": "trousers",
    "jeans": "trousers",
    "shorts": "shorts",
    "skirt": "skirt",
    "apron": "apron",
    "scarf": "scarf",
    "glasses": "glasses",
    "sunglasses": "glasses",
    "hat": "hat",
    "fedora": "hat",
    "sunhat": "hat",
    "cap": "cap",
    "beanie": "beanie",
    "crown": "crown",
    "helmet": "cap",
    "bonnet": "hat",
    "leggings": "trousers",
    "overalls": "trousers",
    "uniform": "suit",
    "vest": "tshirt",
    "cardigan": "sweater",
    "parka": "coat",
    "cape": "robe",
    "shawl": "scarf",
    "beret": "beanie",
    "spectacles": "glasses",
    "tiara": "crown",
}

_DEFAULT_COLORS: Mapping[str, Vec3] = {
    kind: linear(code)
    for kind, code in {
        "tshirt": "e2ddd0",
        "shirt": "e9e6de",
        "sweater": "3f8f5c",
        "jacket": "6a4326",
        "suit": "2a3040",
        "coat": "b58a52",
        "dress": "c8322e",
        "gown": "7b3fa0",
        "robe": "3a4a9a",
        "trousers": "2c3a55",
        "shorts": "8a7a60",
        "skirt": "3a4a6a",
        "apron": "efeae0",
        "scarf": "c23a32",
        "glasses": "1a1a1e",
        "hat": "8a6a40",
        "cap": "2f6fae",
        "beanie": "c9587f",
        "crown": "e2b33a",
    }.items()
}


# What somebody of this noun wears when nothing else is said.
_OUTFITS: Mapping[str, tuple[str, ...]] = {
    "chef": ("white shirt", "white apron", "grey trousers"),
    "cook": ("white shirt", "white apron", "grey trousers"),
    "baker": ("white shirt", "beige apron", "brown trousers"),
    "waiter": ("white shirt", "black apron", "black trousers"),
    "waitress": ("black dress", "white apron"),
    "king": ("purple robe", "golden crown"),
    "queen": ("purple gown", "golden crown"),
    "prince": ("blue jacket", "white trousers", "golden crown"),
    "princess": ("pink gown", "golden crown"),
    "wizard": ("indigo robe", "indigo hat"),
    "witch": ("black gown", "black hat"),
    "monk": ("orange robe",),
    "doctor": ("white coat", "teal trousers", "glasses"),
    "scientist": ("white coat", "grey trousers", "glasses"),
    "nurse": ("white dress",),
    "businessman": ("navy suit",),
    "businesswoman": ("grey suit",),
    "detective": ("beige coat", "brown hat", "brown trousers"),
    "conductor": ("black suit",),
    "butler": ("black suit",),
    "farmer": ("red shirt", "blue overalls", "beige hat"),
    "cowboy": ("brown jacket", "blue jeans", "brown hat"),
    "gardener": ("green shirt", "green apron", "brown trousers", "beige hat"),
    "policeman": ("navy shirt", "navy trousers", "navy cap"),
    "officer": ("navy shirt", "navy trousers", "navy cap"),
    "firefighter": ("yellow coat", "yellow trousers", "red helmet"),
    "builder": ("orange vest", "blue jeans", "yellow helmet"),
    "worker": ("orange vest", "blue jeans", "yellow helmet"),
    "sailor": ("white shirt", "navy trousers", "white cap"),
    "captain": ("navy suit", "white cap"),
    "pilot": ("navy suit", "navy cap"),
    "ballerina": ("pink dress",),
    "bride": ("white gown",),
    "groom": ("black suit",),
    "teacher": ("brown jacket", "grey trousers", "glasses"),
    "librarian": ("burgundy sweater", "grey skirt", "glasses"),
    "skier": ("red coat", "black trousers", "white beanie"),
}


def garments_in(phrase: str, color: Vec3 | None = None) -> Iterator[Garment]:
    """The garments a phrase names ("a red coat"), in its colour, else in `color` or their own."""
    for word in phrase.lower().replace(",", " ").split():
        kind = _GARMENT_WORDS.get(word, _GARMENT_WORDS.get(word.removesuffix("s"), ""))
        if kind:
            yield Garment(kind=kind, color=color_in(phrase) or color or _DEFAULT_COLORS[kind])


def outfit_of(noun: str) -> list[Garment]:
    """What somebody of this noun usually wears; empty when it says nothing."""
    return [garment for phrase in _OUTFITS.get(noun, ()) for garment in garments_in(phrase)]
