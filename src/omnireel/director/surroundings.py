"""Where and when: places, hours, weather and seasons read off noun phrases and adverbs."""

from dataclasses import dataclass, replace

from omnireel.director.chunks import NounPhrase
from omnireel.director.lexicon.adjectives import CHARACTERS, COLORS
from omnireel.director.lexicon.closed import INTERIORS, PLACE_ADVERBS, VAGUE_PLACES
from omnireel.director.lexicon.nouns import NOUNS
from omnireel.director.lexicon.times import MOODS, SEASONS, TIME_OF_DAY, WEATHER
from omnireel.director.morphology import singular

_TABLES = (("time_of_day", TIME_OF_DAY), ("weather", WEATHER), ("season", SEASONS))
_BACKDROPS = frozenset({"background", "backdrop", "surface"})
# Prepositions after which a place word says where it happens.
PLACING = frozenset(
    "in at on through across along over into to near around down up from toward above by past onto"
    " under"
    " outside behind with of off".split()
) | {"next to", "out of"}
_TOWN = frozenset({"city", "city street", "alley", "rooftop"})  # any city looks like this
_INSIDE = frozenset({"in", "at", "into", "through"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where and when a shot is: "" where nothing was said."""

    setting: str = ""
    time_of_day: str = ""
    weather: str = ""
    season: str = ""
    lighting: str = ""
    mood: str = ""


def with_word(known: Surroundings, word: str) -> Surroundings | None:
    """The surroundings with what one word says of hour, weather or season; None if it does not."""
    for field, table in _TABLES:
        if word in table:
            return known if getattr(known, field) else replace(known, **{field: table[word]})
    return None


_LIGHT_SOURCES = {
    "sun": ("weather", "clear"),
    "moon": ("time_of_day", "night"),
    "star": ("time_of_day", "night"),
    "spotlight": ("lighting", "dramatic"),
}


def with_adverb(known: Surroundings, word: str) -> Surroundings | None:
    """The surroundings with an adverb ("outdoors", "tonight"); None when it says nothing."""
    if word in PLACE_ADVERBS:
        return known if known.setting else replace(known, setting=PLACE_ADVERBS[word])
    return with_word(known, word)


def with_condition(known: Surroundings, phrase: NounPhrase) -> Surroundings | None:
    """The surroundings with "a rainy evening" or "the first snow"; None for any other phrase.

    A plural is a thing: three suns are not a sunny day.
    """
    if phrase.plural:
        return None
    found = with_word(known, " ".join((*phrase.attributes, phrase.head)))
    found = found or with_word(known, " ".join((*phrase.words, phrase.head)))
    found = found or with_word(known, phrase.head)
    return None if found is None else with_qualities(found, phrase)


def with_light(known: Surroundings, phrase: NounPhrase, before: str) -> Surroundings | None:
    """The surroundings with "in the sun" or "under a spotlight"; None when nothing is lit by it.

    `before` is the text up to the phrase.
    """
    words = before.lower().split()
    while words and words[-1] in ("the", "a", "an"):
        words.pop()
    field_and_word = _LIGHT_SOURCES.get(phrase.head)
    if field_and_word is None or not words or words[-1] not in ("in", "under", "beneath"):
        return None
    field, word = field_and_word
    return known if getattr(known, field) else replace(known, **{field: word})


def with_qualities(known: Surroundings, phrase: NounPhrase) -> Surroundings:
    """The surroundings with what the phrase's adjectives say of hour, weather, mood and place."""
    for word in phrase.attributes:
        found = with_word(known, word)
        noun = NOUNS.get(singular(word)[0])
        if found is not None:
            known = found
        elif word in MOODS and not known.mood:
            known = replace(known, mood=MOODS[word])
        elif noun is not None and noun.setting and not known.setting and phrase.noun is None:
            known = replace(known, setting=noun.setting)
    return known


def with_backdrop(known: Surroundings, phrase: NounPhrase) -> Surroundings | None:
    """ "stage background" is a stage, a dark or coloured background a studio; None for others."""
    if phrase.head not in _BACKDROPS:
        return None
    described = with_qualities(known, phrase)
    plain = phrase.color or any(
        word in COLORS or word in ("dark", "plain") for word in phrase.attributes
    )
    if plain and not described.setting:
        return replace(described, setting="studio")
    return described if described != known else None


def names_place(phrase: NounPhrase, *, alone: bool) -> bool:
    """Whether a phrase names a place rather than a thing.

    A place that is also a thing (a bridge) is a place when it stands `alone`, with no determiner.
    """
    noun = phrase.noun
    if noun is None or not noun.setting:
        return False
    if not noun.solid:
        return phrase.count < 2 or noun.sorts == {"place"}
    return alone and not phrase.determiner and not phrase.plural and phrase.count == 0


def locates(phrase: NounPhrase, preposition: str) -> bool:
    """Whether a phrase after this preposition is where it happens, not a thing that is there."""
    noun = phrase.noun
    if noun is None or not noun.setting or preposition not in PLACING:
        return False
    return not noun.solid or (preposition in _INSIDE and noun.sorts == {"place"})


def settled(
    known: Surroundings, phrase: NounPhrase, preposition: str = ""
) -> tuple[Surroundings, bool]:
    """The surroundings in the place a phrase names, and whether the phrase found room there.

    The first place named is the setting; a later one has room only if it says the same, names the
    town whose streets these are, or is the sky over it.
    """
    noun = phrase.noun
    if noun is None:
        return known, False
    known = with_qualities(known, phrase)
    if phrase.head in VAGUE_PLACES:  # "a living room floor" is in the living room
        whole = next((NOUNS[w] for w in phrase.attributes if w in NOUNS and NOUNS[w].setting), noun)
        if known.setting:
            return known, True
        return replace(known, setting=whole.setting), True
    if known.setting:
        alike = noun.setting in (known.setting, "sky") or noun.setting in known.setting
        return known, alike or (noun.named and known.setting in _TOWN)
    character = [word for word in phrase.attributes if word in CHARACTERS and word not in WEATHER]
    inside = INTERIORS.get(phrase.head, "") if preposition == "in" else ""
    return replace(known, setting=" ".join((*character[:1], inside or noun.setting))), True
