"""Quoted text: what somebody says, what a sign says, and what stands on the screen."""

import re
from dataclasses import dataclass
from fractions import Fraction

from omnireel.director.prose import mask

_QUOTE = re.compile(
    r"\"([^\"\n]{1,400})\"|\u201c([^\u201d\n]{1,400})\u201d|\u00ab([^\u00bb\n]{1,400})\u00bb"
)
_SURFACE = (
    r"street\s+sign|road\s+sign|stop\s+sign|neon\s+sign|sign|storefront|shop\s+window|billboard"
    r"|number\s+plate|license\s+plate|"
    r"licence\s+plate|plate|label|banner|poster|t-shirt|shirt|book|newspaper|cake|mug|flag"
    r"|screen|board|chalkboard|door|wall|card|"
    r"letter|note|box|package|bottle|cup|hat|sweater|scoreboard|placard|marquee|menu|plaque"
    r"|envelope"
)
_SAYS = re.compile(
    rf"\b({_SURFACE})s?\b[^.!?\"\u201c]{{0,40}}?(?:that\s+)?(?:says?|saying|reads?|reading|with"
    rf"|labell?ed|written|displaying|showing|:|to\s+say|to\s+read|to)\s*(?:the\s+(?:words?|text"
    rf"|number\s+plate|plate)\s*)?[:,]?\s*$",
    re.IGNORECASE,
)
_SURFACES = re.compile(rf"\b(?:{_SURFACE})s?\b", re.IGNORECASE)
_ON_SCREEN = re.compile(
    r"\b(?:text|titles?|words?|captions?)\s+(?:appear(?:s|ing)?\s+)?on\s+(?:the\s+)?screen"
    r"(?:\s+(?:that\s+)?(?:says?|saying|reads?|reading))?\s*[:,]?\s*$",
    re.IGNORECASE,
)
_PLATE = re.compile(
    r"\b(number\s+plate|license\s+plate|licence\s+plate)\s*[:,]?\s*$", re.IGNORECASE
)
_SPEECH = re.compile(
    r"\b(?:says?|saying|said|shouts?|shouting|whispers?|whispering|asks?|asking|replies|replying"
    r"|yells?|yelling|exclaims?|announces?|"
    r"sings?|singing|answers?|tells?\s+\w+|narrates?|screams?|speaks?|murmurs?|adds|calls\s+out"
    r"|dialogue)\b[^.!?\"]{0,30}[:,]?\s*$",
    re.IGNORECASE,
)
_SCREEN = re.compile(
    r"\b(?:text|titles?|words?|captions?|subtitles?|letters|logo|heading|slogan|credits?)"
    r"\b[^.!?\"]{0,60}$",
    re.IGNORECASE,
)
_TITLE_TAIL = re.compile(
    r"\s*(?:(?:appears?|shows?\s+up|fades?\s+in|pops?\s+up|is\s+shown|is\s+displayed|flashes"
    r"|slides\s+in|in\s+(?:the\s+)?"
    r"(?:\w+\s+){0,3}(?:letters|font|text|type)|on\s+(?:the\s+)?screen|at\s+the\s+(?:top|bottom"
    r"|end|start))\b\s*|\x1f+\s*){1,6}",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:one|a)\s+word\s+(?:on\s+(?:the\s+)?screen\s+)?at\s+a\s+time\b|\bword\s+by\s+word\b"
    r"|\beach\s+word\b",
    re.IGNORECASE,
)
_EACH_FOR = re.compile(
    r"\beach\s+word\s+(?:appears?|shows?|stays?|is\s+shown)\s+for\s+(\d+(?:\.\d+)?)"
    r"\s*s(?:ec(?:ond)?s?)?\b",
    re.IGNORECASE,
)
_EACH_TAIL = re.compile(
    r"\beach\s+word\s+appears?[^.\n]*\.?"
    r"|\bone\s+word\s+(?:on\s+(?:the\s+)?screen\s+)?at\s+a\s+time\s*:?",
    re.IGNORECASE,
)
_TITLE_LEAD = re.compile(
    r"(?:\b(?:with|and|the|a|an|include|add|show|display|shows|featuring|big|bold|large|animated"
    r"|on-?screen|floating|white|final|closing|opening|yellow|red)\s+){0,6}"
    r"\b(?:text|titles?|words?|captions?|subtitles?|logo|heading|slogan)(?:\s+(?:appears?"
    r"|overlay|card|on\s+(?:the\s+)?screen|that\s+says|saying|says|reads|reading|that\s+reads|:)"
    r"){0,4}\s*[:,]?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """Titles: (text, surface noun, start, end or None, place); speech: (text, place)."""

    titles: tuple[tuple[str, str, Fraction, Fraction | None, int], ...] = ()
    speech: tuple[tuple[str, int], ...] = ()


def take(text: str) -> tuple[Quotes, str]:
    """The quoted texts by what they are, and the text without them."""
    titles: list[tuple[str, str, Fraction, Fraction | None, int]] = []
    speech: list[tuple[str, int]] = []
    one_by_one = _EACH.search(text) is not None
    original = text
    for match in _QUOTE.finditer(original):
        words = next(group for group in match.groups() if group).strip()
        before = original[max(0, match.start() - 90) : match.start()]
        surface = None if one_by_one or _ON_SCREEN.search(before) else _surface(before)
        text = mask(text, *match.span())
        if surface:
            noun = " ".join(surface[1].lower().split())
            titles.append((words, noun, Fraction(0), None, match.start()))
        elif one_by_one:
            titles.extend(_each(words, original, match.start()))
        elif _SPEECH.search(before) and not _SCREEN.search(before):
            speech.append((words, match.start()))
        else:
            titles.append((words, "", Fraction(0), None, match.start()))
            text = _mask_lead(text, match.start())
            tail = _TITLE_TAIL.match(text, match.end())
            text = mask(text, *tail.span()) if tail else text
    text = _EACH_TAIL.sub(lambda found: "\x1f" * len(found.group()), text) if one_by_one else text
    return Quotes(titles=tuple(titles), speech=tuple(speech)), text


def _surface(before: str) -> re.Match[str] | None:
    """What the text stands on: the nearest of the things named that can carry one."""
    for named in reversed(list(_SURFACES.finditer(before))):
        found = _SAYS.match(before, named.start())
        if found:
            return found
    return _PLATE.search(before)


def _mask_lead(text: str, end: int) -> str:
    """The words that announce a title ("with the text …") go with it."""
    lead = _TITLE_LEAD.search(text[max(0, end - 120) : end])
    if lead is None:
        return text
    start = max(0, end - 120) + lead.start()
    return mask(text, start, end)


def _each(words: str, text: str, at: int) -> list[tuple[str, str, Fraction, Fraction | None, int]]:
    said = _EACH_FOR.search(text)
    step = Fraction(said[1]) if said else Fraction(1)
    parts = [part.strip() for part in re.split(r"[,\s]+", words) if part.strip()]
    return [
        (part, "", step * index, step * (index + 1), at) for index, part in enumerate(parts[:120])
    ]
