"""Text to words: where each begins and ends, with multi-word nouns and prepositions joined."""

import re
from dataclasses import dataclass

from omnireel.director.lexicon.closed import (
    ACTIVITIES,
    FORMATIONS,
    FRAME_PLACES,
    PREPOSITIONS,
    PRONOUNS,
)
from omnireel.director.lexicon.nouns import LONGEST, NOUNS
from omnireel.director.lexicon.verbs import GAMES
from omnireel.director.morphology import singular

MASK = "\x1f"  # stands where a direction (camera, sound, …) was taken out of the text

_WORD = re.compile(
    r"\d+(?:[.,]\d+)*(?![^\W_])|\d+[^\W_]+|[^\W\d_]+(?:[-'][^\W_]+)*|[A-Za-z]\w*"
    r"|[\U0001F300-\U0001FAFF\u2600-\u27BF]+|[,;:.!?()\[\]\"/]|…|[\u2014\u2013-]+"
)
_CLITIC = re.compile(r"^(.+?)('s|'re|'m|n't|'ll|')$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word or a mark, lower-cased, with its place in the text. Joined words hold spaces."""

    text: str
    start: int
    end: int
    capital: bool = False


def split(text: str) -> list[Word]:
    """The words and marks of a text, one by one."""
    words: list[Word] = []
    for match in _WORD.finditer(text.replace("\u2019", "'")):
        raw, start = match.group(), match.start()
        clitic = _CLITIC.match(raw)
        capital = raw[:1].isupper()
        if clitic:
            cut = start + len(clitic[1])
            words.append(Word(text=clitic[1].lower(), start=start, end=cut, capital=capital))
            words.append(Word(text=clitic[2].lower(), start=cut, end=match.end()))
        else:
            words.append(Word(text=raw.lower(), start=start, end=match.end(), capital=capital))
    return words


def tokenize(text: str) -> list[Word]:
    """The words of a text, longest known compound first ("in front of", "traffic light")."""
    words = split(text)
    joined: list[Word] = []
    index = 0
    while index < len(words):
        size = _compound(words, index)
        span = words[index : index + size]
        joined.append(
            Word(
                text=" ".join(word.text for word in span),
                start=span[0].start,
                end=span[-1].end,
                capital=span[0].capital,
            )
        )
        index += size
    return joined


def _compound(words: list[Word], index: int) -> int:
    """How many words from `index` on belong together (1 when none do)."""
    for size in range(min(LONGEST, 6, len(words) - index), 1, -1):
        phrase = " ".join(word.text for word in words[index : index + size])
        if phrase in FRAME_PLACES or phrase in FORMATIONS:
            after = words[index + size].text if index + size < len(words) else ""
            if after != "of":
                return size
        if (
            phrase in PREPOSITIONS
            or phrase in ACTIVITIES
            or phrase in GAMES
            or phrase in PRONOUNS
            or phrase in NOUNS
            or singular(phrase)[0] in NOUNS
        ):
            return size
    return 1
