"""Style, palette and light: how the clip looks as a whole."""

import re

from omnireel.director.lexicon.times import LIGHTING, MOODS, PLAIN_STYLES, STYLES
from omnireel.director.prose import mask, phrase_pattern
from omnireel.domain.storyboard import Look

_STYLE_NAMES = phrase_pattern(list(STYLES))
_PLAIN_NAMES = phrase_pattern([style for style in PLAIN_STYLES if style in STYLES])
_LEAD = (
    r"(?:\b(?:rendered|painted|drawn|shot|filmed|done|made|all)\s+)?(?:\b(?:in|as|with|like"
    r"|by|of)\s+)?(?:\b(?:an?|the)\s+)?"
)
_END = (
    r"(?:[- ]?\s*(?:styled?|art\s+style|aesthetics?|painting|look|vibes?|animation"
    r"|film(?!\s+noir)|movie|drawing|art|effect|mode|filter|illustration|colou?rs?|video|footage)"
    r"\b){0,4}"
)
_STYLED = re.compile(
    rf"{_LEAD}\b({_STYLE_NAMES})[- ](?:\w+\s+)?(?:styled?|aesthetics?|look|vibes?|animation"
    rf"|art\b|painting|filter|illustration|film\b)(?:\s+(?:of|painting|style|art|animation))?"
    rf"|\b(?:in|with)\s+(?:the\s+|an?\s+)?(?:art\s+)?style\s+of\s+(?:an?\s+"
    rf"|the\s+)?({_STYLE_NAMES})\b{_END}"
    rf"|\bstyle\s*[:=]\s*({_STYLE_NAMES})\b{_END}",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    rf"{_LEAD}(?<![\w-])({_PLAIN_NAMES})(?![\w-]){_END}(?=\s*(?:[.,;]|$|of\b))(?:\s+of\b)?"
    rf"|(?<![\w-])({_PLAIN_NAMES})(?![\w-]){_END}",
    re.IGNORECASE,
)
_BY_ARTIST = re.compile(r"\bby\s+(?:vincent\s+)?(van\s+gogh|hokusai)\b", re.IGNORECASE)
_UNKNOWN = re.compile(
    r"\bin\s+(?:the\s+|an?\s+)?style\s+of\s+([\w '-]{2,30}?)(?=[.,;]|$)|,\s*([\w-]+(?:\s[\w-]+)?)"
    r"\s+style\b",
    re.IGNORECASE,
)
_LIGHTING = re.compile(
    rf"\b(?:(?:in|with|under|by)\s+)?(?:(?:an?"
    rf"|the)\s+)?(?:very\s+)?({phrase_pattern(list(LIGHTING))})\b",
    re.IGNORECASE,
)
_MOOD = re.compile(
    rf"\b(?:with\s+|in\s+)?(?:an?\s+|the\s+)?(?:mood\s*(?:is|:)"
    rf"\s*)?({phrase_pattern(list(MOODS))})\s+(?:mood|atmosphere|ambian?ence|vibe|feel(?:ing)?"
    rf"|tone)\b"
    rf"|\b(?:mood|atmosphere|tone)\s*(?:is|:)\s*({phrase_pattern(list(MOODS))})\b",
    re.IGNORECASE,
)
_PALETTE = re.compile(
    r"\b(?:with\s+|in\s+)?(?:an?\s+)?((?:vibrant|pastel|muted|warm|cool|monochromatic|earthy"
    r"|bright|vivid|dark|soft|neon|saturated|desaturated))\s+"
    r"(?:colou?rs?|palette|tones?|hues?|colou?r\s+palette|colou?r\s+grading?)\b",
    re.IGNORECASE,
)


def take_look(text: str) -> tuple[Look, str]:
    """The style and palette the text asks for, and the text without the words that ask."""
    style = palette = ""
    for pattern in (_STYLED, _BY_ARTIST, _PLAIN, _UNKNOWN):
        for match in pattern.finditer(text):
            phrase = " ".join(next(group for group in match.groups() if group).lower().split())
            style = style or STYLES.get(phrase, phrase)
            text = mask(text, *match.span())
    for match in _PALETTE.finditer(text):
        palette = palette or match[1].lower()
        text = mask(text, *match.span())
    return Look(style=style, palette=palette), text


def take_light(text: str) -> tuple[str, str, str]:
    """Lighting, mood, and the text without them. "Neon lights" stay: they are things as well."""
    lighting = mood = ""
    for match in _LIGHTING.finditer(text):
        phrase = " ".join(match[1].lower().split())
        lighting = lighting or LIGHTING[phrase]
        if not phrase.endswith("lights"):
            text = mask(text, *match.span())
    for match in _MOOD.finditer(text):
        mood = mood or MOODS[(match[1] or match[2]).lower()]
        text = mask(text, *match.span())
    return lighting, mood, text


def style_of(words: str) -> str:
    """The style some words of an instruction name, or ""."""
    match = re.search(rf"(?<![\w-])({_STYLE_NAMES})(?![\w-])", words, re.IGNORECASE)
    return STYLES[" ".join(match[1].lower().split())] if match else ""
