"""The members of a storyboard that some words of an instruction mean."""

import re
from dataclasses import replace

from omnireel.director.cast import Cast
from omnireel.director.chunks import NounPhrase, chunk
from omnireel.director.tagger import tag
from omnireel.director.tokens import tokenize
from omnireel.domain.storyboard import Relation, Storyboard


def phrases_in(words: str) -> list[NounPhrase]:
    """The noun phrases of some words."""
    return [item for item in chunk(tag(tokenize(words))) if isinstance(item, NounPhrase)]


def targets(board: Storyboard, words: str) -> list[str]:
    """The members some words mean: by noun, pronoun, number or place in the frame."""
    side = re.search(r"\b(?:on|to|at)\s+the\s+(left|right)\b", words, re.IGNORECASE)
    plain = words[: side.start()] if side else words
    cast = Cast(board.cast)
    found: list[str] = []
    for phrase in phrases_in(plain):
        named = replace(phrase, determiner=phrase.determiner or "the", count=0)
        ids = cast.find(replace(named, determiner="the") if named.determiner != "the" else named)
        if side and len(_alike(board, phrase)) > 1:
            ids = [_sided(board, _alike(board, phrase), side[1].lower())]
        found.extend(member for member in ids if member not in found)
    return found


def _alike(board: Storyboard, phrase: NounPhrase) -> list[str]:
    cast = Cast(board.cast)
    return [m.id for m in board.cast if m.id in cast.find_all(phrase)]


def _sided(board: Storyboard, ids: list[str], side: str) -> str:
    """The one on that side: by what the storyboard says, else by the order of naming."""
    relation = Relation.LEFT if side == "left" else Relation.RIGHT
    said = [
        i for i in ids if (p := board.member(i).position) is not None and p.relation is relation
    ]
    return said[0] if said else (ids[0] if side == "left" else ids[-1])
