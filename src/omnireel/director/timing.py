"""Times said in a prompt: `[0-3s]` blocks, "after 3 seconds", "every 2s", "a 10 second video"."""

import re
from dataclasses import dataclass
from fractions import Fraction

from omnireel.director.lexicon.closed import NUMERALS
from omnireel.director.prose import mask

_COUNT = r"(\d{1,4}(?:\.\d{1,3})?|half\s+an?|an?|" + "|".join(NUMERALS) + ")"
_UNIT = r"\s*-?\s*(?:s|secs?|seconds?)\b"
_STAMP = r"(?:(\d{1,2}):)?(\d{1,4}(?:\.\d{1,3})?)\s*(?:s|secs?|seconds?)?"
_BLOCK = re.compile(
    rf"[\[(]\s*{_STAMP}\s*(?:-|\u2013|\u2014|to)\s*{_STAMP}\s*[\])]\s*:?", re.IGNORECASE
)
_AFTER = re.compile(
    rf"(?:\b(?:then\s+)?(?:after|at|from|starting\s+at)\s+(?:about\s+|around\s+"
    rf"|second\s+)?{_COUNT}(?:{_UNIT}|(?<=second\s\d)\b)(?:\s+(?:mark|in))?"
    rf"|\b{_COUNT}{_UNIT}\s+(?:in|later|into\s+the\s+(?:video|clip))\b),?",
    re.IGNORECASE,
)
_FOR = re.compile(rf"\bfor\s+{_COUNT}{_UNIT}", re.IGNORECASE)
_EVERY = re.compile(rf"\bevery\s+(?:{_COUNT}{_UNIT}|(second)\b)(?:\s*\([^)]*\))?,?", re.IGNORECASE)
_CUTS = re.compile(
    r"\b(?:cuts?|change|changes|switch(?:es)?|show|shows)\s+(?:to\s+)?(?:the\s+)?(?:a\s+)?(?:new"
    r"|different|another|rare|scene|frame|shot|location|angle)[^.,\n]*",
    re.IGNORECASE,
)
_RAPID = re.compile(
    r"\b(?:in\s+|make\s+)?(?:an?\s+)?rapid[- ]fire\s+(?:sequence|video|montage|edit)(?:\s+that)?,?",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    rf"\b(?:an?\s+|make\s+it\s+|lasting\s+|duration\s*:?\s*)?{_COUNT}{_UNIT}(?:\s+(?:long|video"
    rf"|clip|shot|film|movie|scene|animation|continuous|loop)){{1,4}}\b(?:\s+of\b)?",
    re.IGNORECASE,
)

MIN_SHOT = Fraction(1, 4)
MAX_LENGTH = Fraction(120)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of time with the part of the text that tells what happens in it."""

    start: Fraction
    end: Fraction
    text_start: int
    text_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A time in the text: from then (`start`), for so long (`length`), or again and again."""

    at: int
    start: Fraction | None = None
    length: Fraction | None = None
    every: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """All times said. `cadence` is the time between cuts; `length` what the clip should last."""

    blocks: tuple[Block, ...] = ()
    cues: tuple[Cue, ...] = ()
    cadence: Fraction | None = None
    relocate: bool = False
    length: Fraction | None = None


def take(text: str) -> tuple[Timing, str]:
    """The times in the text, and the text without them."""
    blocks, text = _blocks(text)
    length, text = _length(text)
    cadence, relocate, text = _cadence(text)
    cues: list[Cue] = []
    for match in _EVERY.finditer(text):
        every = max(MIN_SHOT, _count(match[1])) if match[1] else Fraction(1)
        cues.append(Cue(at=match.start(), every=every))
        text = mask(text, *match.span())
    for match in _AFTER.finditer(text):
        cues.append(Cue(at=match.start(), start=_count(match[1] or match[2])))
        text = mask(text, *match.span())
    for match in _FOR.finditer(text):
        cues.append(Cue(at=match.start(), length=_count(match[1])))
        text = mask(text, *match.span())
    cues.sort(key=lambda cue: cue.at)
    timing = Timing(
        blocks=blocks, cues=tuple(cues), cadence=cadence, relocate=relocate, length=length
    )
    return timing, text


def _count(words: str) -> Fraction:
    text = words.lower()
    if text[0].isdigit():
        return min(Fraction(text), Fraction(600))
    if text.startswith("half"):
        return Fraction(1, 2)
    return Fraction(NUMERALS.get(text, 1))


def _stamp(minutes: str | None, seconds: str) -> Fraction:
    return Fraction(int(minutes or 0) * 60) + Fraction(seconds)


def _blocks(text: str) -> tuple[tuple[Block, ...], str]:
    """Time blocks in order; one that overlaps or ends before it starts comes after the last."""
    matches = list(_BLOCK.finditer(text))
    blocks: list[Block] = []
    for index, match in enumerate(matches):
        start = blocks[-1].end if blocks else Fraction(0)
        end = _stamp(match[3], match[4])
        if end - start < MIN_SHOT or end > MAX_LENGTH:
            end = min(start + 1, MAX_LENGTH)
        if end - start >= MIN_SHOT:
            stop = matches[index + 1].start() if index + 1 < len(matches) else len(text)
            block = Block(start=start, end=end, text_start=match.end(), text_end=stop)
            blocks.append(block)
        text = mask(text, *match.span())
    return tuple(blocks), text


def _length(text: str) -> tuple[Fraction | None, str]:
    match = _LENGTH.search(text)
    if not match:
        return None, text
    return min(MAX_LENGTH, max(Fraction(1), _count(match[1]))), mask(text, *match.span())


def _cadence(text: str) -> tuple[Fraction | None, bool, str]:
    """The time between cuts, when the prompt asks to cut again and again."""
    cuts, every, rapid = _CUTS.search(text), _EVERY.search(text), _RAPID.search(text)
    if rapid:
        text = mask(text, *rapid.span())
    if not every or not cuts:
        return (Fraction(1) if rapid else None), rapid is not None, text
    step = max(MIN_SHOT, _count(every[1])) if every[1] else Fraction(1)
    relocate = "location" in cuts.group().lower() or "scene" in cuts.group().lower()
    return step, relocate, mask(mask(text, *every.span()), *cuts.span())
