"""An instruction's clauses, each with the words that it shares with the one before it."""

import re
from collections.abc import Iterator
from functools import cache

from omnireel.director.lexicon.adjectives import COLORS, SIZES
from omnireel.director.lexicon.times import LIGHT_WORDS
from omnireel.director.morphology import FORMS
from omnireel.director.prose import phrase_pattern
from omnireel.director.tokens import MASK

_PARTING = r"\s*(?:,\s*(?:and\s+|but\s+|then\s+)?|;\s*|\.\s+|\band\s+(?:then\s+)?|\bbut\s+)"
_NAMED = r"(?:the|his|her|its|their|my|this|that|these|those)\s+(?:[\w'-]+\s+){0,3}?[\w'-]+"
_ORDERS = (
    "make remove delete erase change replace swap recolor recolour paint hide add zoom undo"
    " resize turn put move place give let have keep crop extend shorten"
).split()
_LOOSE = frozenset({"turn", "put", "move", "place", "give", "keep", "hide"})  # deeds as well
_MORE = ("bigger", "larger", "smaller", "taller", "shorter", "longer", "older", "younger")


def clauses(text: str) -> list[str]:
    """The instruction's parts in order: "make the dog bigger and the cat black" is two.

    A part that only names another thing, or only another quality, takes the verb or the thing of
    the part before it. What is in quotes is never parted.
    """
    parts: list[str] = []
    for part in _parted(text):
        shared = _completed(parts[-1], part) if parts else None
        if not parts or (shared is None and not _orders(parts[-1], part)):
            parts[-1:] = [_joined(parts, part)]
            continue
        parts.append(shared or part)
    return [_ahead().sub("", part).strip(MASK + " ") for part in parts]


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"^{_PARTING}", re.IGNORECASE)


def _joined(parts: list[str], part: str) -> str:
    return (parts[-1] if parts else "") + part


def _parted(text: str) -> Iterator[str]:
    """The text at every comma, stop and "and" outside quotes; the mark goes with what follows."""
    plain = re.sub(r"\"[^\"]*\"", lambda found: "_" * len(found.group()), text)
    start = 0
    for match in re.finditer(_PARTING, plain, re.IGNORECASE):
        if match.start() > start:
            yield text[start : match.start()]
            start = match.start()
    yield text[start:]


def _body(part: str) -> str:
    return _ahead().sub("", part).strip(MASK + " ")


def _orders(before: str, part: str) -> bool:
    """Whether a part begins an order of its own."""
    if re.match(r"\s*,?\s*(?:and\s+)?then\b|.*\bthen\s", part[:12], re.IGNORECASE):
        return False
    first, _, rest = _body(part).partition(" ")
    verb = first.lower()
    if verb not in _ORDERS or not (rest or verb == "undo"):
        return False
    caused = re.match(r"\s*(?:have|let|make)\b", before, re.IGNORECASE) is not None
    return not (caused and verb in _LOOSE and _acts(before))


def _acts(part: str) -> bool:
    """Whether a part makes somebody do something."""
    words = re.findall(r"[a-z]+", part.lower())[2:]
    return any(
        FORMS.get(word, ("", ""))[1] == "base" and word not in _qualities() for word in words
    )


@cache
def _qualities() -> frozenset[str]:
    return frozenset({*COLORS, *SIZES, *LIGHT_WORDS, *_MORE})


@cache
def _quality() -> str:
    degree = r"(?:(?:much|a\s+bit|a\s+little|very|bright|dark|light|even|more)\s+){0,2}"
    return rf"(?:be\s+)?{degree}(?:{phrase_pattern(sorted(_qualities()))})"


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Pairs of a complete part (`verb`, `what`) and of one that leaves out its verb."""
    quality = _quality()
    deed = "|".join(sorted(form for form, (_, tag) in FORMS.items() if tag == "base"))
    result = rf"(?:{quality}|(?:in)?to\s+[\w\s-]+|an?\s+[\w\s-]+)"
    place = r"(?:(?:to|on|in|into|onto|behind|under|next|near|above|beside)\s+[\w\s'-]+)"
    rows = (
        (r"make|turn|paint|colou?r|change|recolou?r|dye|let|have", rf"{result}|(?:{deed})\b.*"),
        (r"give", r"(?:an?|some)\s+[\w\s'-]+"),
        (r"replace|swap|exchange", r"(?:with|for|by)\s+[\w\s'-]+"),
        (r"move|put|place|shift", place),
    )
    return tuple(
        (
            re.compile(
                rf"\s*(?P<verb>{verbs})\s+(?P<what>it|him|her|them|{_NAMED})\s+(?:{end})\s*$",
                re.IGNORECASE,
            ),
            re.compile(rf"(?:him|it|them|{_NAMED})\s+(?:{end})[\s.!]*$", re.IGNORECASE),
        )
        for verbs, end in rows
    )


def _completed(before: str, part: str) -> str | None:
    """A part with the verb, or the verb and the thing, that it leaves out; None if it does not."""
    body, earlier = _body(part), _body(before)
    if body.split(" ")[0].lower() in _ORDERS:
        return None
    for whole, rest in _shapes():
        found = whole.match(earlier)
        if found is None:
            continue
        if rest.match(body):
            return f"{found['verb']} {body}"
        if re.fullmatch(rf"{_quality()}[\s.!]*", body, re.IGNORECASE):
            return f"{found['verb']} {found['what']} {body}"
    return None
