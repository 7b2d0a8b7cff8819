"""Audio directions: music, effects, ambience, quoted speech, and what must not be heard."""

import re
from dataclasses import dataclass

from omnireel.director.prose import mask
from omnireel.domain.storyboard import SoundKind

_MUTES = (
    (
        r"dialogues?|speech|talking|voices?|voice-?over|narration|speaking|words\s+spoken",
        SoundKind.DIALOGUE,
    ),
    (r"(?:background\s+)?music|soundtrack|score|songs?", SoundKind.MUSIC),
    (r"(?:extra\s+|additional\s+)?(?:sound\s+effects?|sfx|sounds?)", SoundKind.EFFECT),
    (
        r"(?:ambient\s+(?:noise|sounds?)|ambience|background\s+(?:noise|sounds?))",
        SoundKind.AMBIENCE,
    ),
)
_NO = (
    r"\b(?:with\s+)?(?:no|without(?:\s+any)?|zero|remove\s+(?:all\s+|the\s+)?|mute\s+(?:all\s+"
    r"|the\s+)?)\s*"
)
_NO_MORE = re.compile(r"^\s*(?:,|and|or|,\s*(?:and|or))\s*(?:no\s+)?", re.IGNORECASE)
_SILENT = re.compile(
    r"\b(?:completely\s+)?silent(?=\s+(?:video|clip)|[.,]|$)|\bno\s+(?:audio|sound)\b(?!\s+eff)"
    r"|\bwithout\s+(?:any\s+)?(?:audio|sound)\b(?!\s+eff)|\bmute\s+(?:the\s+)?(?:audio|video"
    r"|everything)\b",
    re.IGNORECASE,
)
_EMBELLISH = re.compile(r"\bno\s+embellishments?\b", re.IGNORECASE)
_SECTION = re.compile(
    r"\b(sound\s+design|audio|sounds?|sfx|sound\s+effects?|ambience|ambient|music|soundtrack"
    r"|dialogue|background\s+sound)\s*:\s*([^.\n\x1f]+)\.?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:^|(?<=[.!?\n]))\s*(?:the\s+)?(?:video|audio|clip|soundtrack|background\s+audio|sound"
    r"|music)\s+(?:has|is|features?|includes?|should\s+be|consists\s+of)\s+"
    r"([^.\n\x1f]*\b(?:beat|music|song|tune|melody|radio|broadcast|soundtrack|score|audio|sound"
    r"|noise|drums?|techno|jazz|ambient|orchestra\w*|piano)\b[^.\n\x1f]*)\.?",
    re.IGNORECASE,
)
_MUSIC = re.compile(
    r"(?:\b(?:and|with|include|including|includes|featuring|add|adding|set\s+to|accompanied\s+by"
    r"|to|over|play|plays|use|has)\s+)?"
    r"(?:\b(?:an?|some|the)\s+)?\b((?:[a-z-]{1,24}\s+){0,4}?(?:music|soundtrack|techno\s+beat"
    r"|beats?(?=\s+in\s+the\s+background)|melody|film\s+score))\b"
    r"(?:\s+(?:plays?|playing|is\s+playing))?(?:\s+in\s+the\s+background)?",
    re.IGNORECASE,
)
_SOUNDS = re.compile(
    r"(?:\b(?:and|with|to|hear|hearing|we\s+hear|include|add)\s+)?(?:\bthe\s+)?\b(?:sounds?"
    r"|noises?)\s+of\s+((?:an?\s+|the\s+)?[\w' -]{2,50}?)(?:\s+and\s+(?:an?\s+"
    r"|the\s+)?[\w' -]{2,40}?(?=[.;\x1f]|$))?(?=[.,;\x1f]|\s+(?:and|while|as|in)\b|$)",
    re.IGNORECASE,
)
_NOT_MUSIC = frozenset(
    "a an the in on at of to from and with is are plays playing dancing listening play by"
    " her his their for into"
    " video one people man woman she he they sheet loud street".split()
)
_MUSICAL = re.compile(
    r"music|song|melody|beat|techno|jazz|orchestra|piano|guitar|soundtrack|score|drums|tune|chorus",
    re.IGNORECASE,
)
_AMBIENT = re.compile(
    r"breeze|wind|rain|traffic|birds?|ambient|ambience|crowd|waves|room tone|hum|forest|city"
    r"|crickets|ocean|distant",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A sound that was asked for, with its place in the text."""

    kind: SoundKind
    text: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Audio:
    """What was said about sound."""

    cues: tuple[Cue, ...] = ()
    muted: tuple[SoundKind, ...] = ()


def take(text: str) -> tuple[Audio, str]:
    """The audio directions in the text, and the text without them."""
    muted, text = _mutes(text)
    cues: list[Cue] = []
    for pattern in (_SECTION, _SENTENCE):
        for match in pattern.finditer(text):
            words = match[2] if pattern is _SECTION else match[1]
            cues.extend(_cues(words, match.start()))
            text = mask(text, *match.span())
    for match in _SOUNDS.finditer(text):
        cues.extend(_cues(match[1], match.start()))
        text = mask(text, *match.span())
    for match in _MUSIC.finditer(text):
        words = _music_words(match[1])
        if words and SoundKind.MUSIC not in muted:
            cut = (
                match.start(1) + match[1].lower().rindex(words)
                if words in match[1].lower()
                else match.start()
            )
            plain = cut == match.start(1)
            cues.append(Cue(kind=SoundKind.MUSIC, text=words, at=match.start()))
            text = mask(text, match.start() if plain else cut, match.end())
    return Audio(cues=tuple(cues), muted=tuple(muted)), text


def kind_of(words: str) -> SoundKind:
    """Which stem a described sound belongs to."""
    if _MUSICAL.search(words):
        return SoundKind.MUSIC
    return SoundKind.AMBIENCE if _AMBIENT.search(words) else SoundKind.EFFECT


def _cues(words: str, at: int) -> list[Cue]:
    parts = [part.strip() for part in re.split(r",|;|\band\b", words)]
    return [Cue(kind=kind_of(part), text=part.lower(), at=at) for part in parts if part]


def _music_words(words: str) -> str:
    """The description of the music alone: what stands before a function word is not part of it."""
    kept: list[str] = []
    for word in reversed(words.lower().split()):
        if word in _NOT_MUSIC:
            break
        kept.insert(0, word)
    return " ".join(kept)


def _mutes(text: str) -> tuple[list[SoundKind], str]:
    muted: list[SoundKind] = []
    silent = _SILENT.search(text)
    if silent:
        muted.extend(SoundKind)
        text = mask(text, *silent.span())
    for match in _EMBELLISH.finditer(text):
        text = mask(text, *match.span())
    for pattern, kind in _MUTES:
        for match in re.finditer(rf"{_NO}(?:{pattern})\b", text, re.IGNORECASE):
            if kind not in muted:
                muted.append(kind)
            text = mask(text, *match.span())
            text = _more_mutes(text, match.end(), muted)
    return muted, text


def _more_mutes(text: str, start: int, muted: list[SoundKind]) -> str:
    """ "no dialogue or music": the "no" reaches over the conjunction."""
    joint = _NO_MORE.match(text[start:])
    if not joint or not joint.group().strip():
        return text
    for pattern, kind in _MUTES:
        match = re.compile(rf"(?:{pattern})\b", re.IGNORECASE).match(text, start + joint.end())
        if match:
            if kind not in muted:
                muted.append(kind)
            return mask(text, start, match.end())
    return text
