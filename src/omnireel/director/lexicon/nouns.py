"""The noun lexicon, built once from the tables: word to `Noun`."""

from collections.abc import Iterator
from dataclasses import dataclass

from omnireel.director.lexicon.beings import ANIMALS, PEOPLE
from omnireel.director.lexicon.places import NAMED, PLACES
from omnireel.director.lexicon.things import MORE_THINGS, THINGS, VEHICLES
from omnireel.domain.storyboard import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What a noun can mean. `sorts` are person, animal, vehicle, thing, food, drink, instrument,
    garment, part, place, …; `setting` is the place it names, `solid` whether that place is also a
    thing one can stand in front of; `named` whether it is the name of one place in the world."""

    word: str
    sorts: frozenset[str]
    hypernym: str
    setting: str = ""
    indoors: bool = False
    solid: bool = True
    named: bool = False

    @property
    def kind(self) -> Kind:
        for kind in (Kind.PERSON, Kind.ANIMAL, Kind.VEHICLE):
            if kind.value in self.sorts:
                return kind
        return Kind.THING


def _rows(table: str) -> Iterator[tuple[str, list[str]]]:
    for line in table.strip().splitlines():
        head, _, words = line.partition(":")
        yield head.strip(), [word.strip() for word in words.split(",")]


def _build() -> dict[str, Noun]:
    nouns: dict[str, Noun] = {}
    for sort, table in (("person", PEOPLE), ("animal", ANIMALS), ("vehicle", VEHICLES)):
        for hypernym, words in _rows(table):
            for word in words:
                nouns.setdefault(word, Noun(word=word, sorts=frozenset({sort}), hypernym=hypernym))
    for head, words in _rows(THINGS + MORE_THINGS):
        sort, _, rest = head.partition(" ")
        hypernym = rest or sort
        for word in words:
            sorts = frozenset({"thing", sort})
            nouns.setdefault(word, Noun(word=word, sorts=sorts, hypernym=hypernym))
    for head, words in _rows(PLACES):
        setting, _, where = head.rpartition(" ")
        for word in words:
            _add_place(nouns, word, setting, indoors=where == "indoors")
    for setting, words in _rows(NAMED):
        for word in words:
            nouns.setdefault(
                word,
                Noun(
                    word=word,
                    sorts=frozenset({"place"}),
                    hypernym="place",
                    setting=setting,
                    solid=False,
                    named=True,
                ),
            )
    return nouns


def _add_place(nouns: dict[str, Noun], word: str, setting: str, *, indoors: bool) -> None:
    """A word that is a thing already ("fountain") keeps being one and becomes a place as well."""
    solid = word.endswith("*")
    word = word.rstrip("*")
    known = nouns.get(word)
    nouns[word] = Noun(
        word=word,
        sorts=(known.sorts if known else frozenset()) | {"place"},
        hypernym=known.hypernym if known else "place",
        setting=setting,
        indoors=indoors,
        solid=solid or known is not None,
    )


NOUNS = _build()
LONGEST = max(len(word.split()) for word in NOUNS)
