"""A prompt as it is read: text from which directions are taken out without moving the rest."""

import re
from collections.abc import Iterator

from omnireel.director.tokens import MASK


def mask(text: str, start: int, end: int) -> str:
    """The text with a span blanked out; every other character keeps its place."""
    return text[:start] + MASK * (end - start) + text[end:]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence."""
    start = 0
    for match in re.finditer(r"[.!?]+(?=\s|$|\x1f)|\n+", text):
        if text[start : match.end()].strip():
            yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def phrase_pattern(phrases: Iterator[str] | list[str]) -> str:
    """A regular expression's alternatives for the phrases, longest first, blanks flexible."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
