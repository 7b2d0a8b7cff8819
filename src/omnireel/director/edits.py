"""The shapes of instructions: each reader takes what it understands out of the text as operations."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from omnireel.director import camera, looks, sound
from omnireel.director.cast import Cast, member_from
from omnireel.director.chunks import NounPhrase, chunk
from omnireel.director.lexicon.adjectives import COLORS, MATERIALS, SIZES
from omnireel.director.lexicon.nouns import NOUNS
from omnireel.director.lexicon.times import (
    LIGHT_WORDS,
    MOODS,
    SEASONS,
    STYLES,
    TIME_OF_DAY,
    WEATHER,
)
from omnireel.director.operations import values_of
from omnireel.director.prose import phrase_pattern
from omnireel.director.handling import garment as worn
from omnireel.director.handling import sorts
from omnireel.director.stage import RELATIONS
from omnireel.director.tagger import tag
from omnireel.director.tokens import tokenize
from omnireel.domain.revision import Operation, OperationKind
from omnireel.domain.storyboard import Kind, Movement, Relation, SoundKind, Storyboard, Angle

Found: TypeAlias = tuple[list[Operation], str]
"""Operations that a match means, and the user's words for what of it cannot be done ("" if all can)."""

_ALL = r"(?:it|this|everything|(?:the|this|my)?\s*(?:whole\s+|entire\s+)?(?:video|clip|scene|movie|film|footage|picture|image|shot|thing))"
_MAKE = r"(?:make|turn|change|convert|transform|render|redo|restyle|recreate|show|put|set)"
_END = r"(?=\s*(?:[.,;!]|$|\band\b|\bbut\b|\x1f))"
_WHAT = r"((?:(?!\bto\s+(?:be|say|read)\b)[^.,;\"\x1f]){1,60}?)"


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


def _each(kind: OperationKind, ids: list[str], **values: str) -> list[Operation]:
    return [Operation(kind=kind, target=member_id, values=values) for member_id in ids]


def _result(operations: list[Operation], match: re.Match[str]) -> Found:
    return operations, "" if operations else match.group().strip(" .,;")


def _words(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)


def hide(board: Storyboard, match: re.Match[str]) -> Found:
    return _result(_each(OperationKind.HIDE, targets(board, _words(match))), match)


def show(board: Storyboard, match: re.Match[str]) -> Found:
    return _result(_each(OperationKind.SHOW, targets(board, _words(match))), match)


def remove(board: Storyboard, match: re.Match[str]) -> Found:
    """A member; or rain, music, text when that is what is named."""
    words = _words(match)
    conditions = [key for key in ("weather",) for word in words.lower().split() if word in WEATHER]
    if conditions and not targets(board, words):
        operation = Operation(kind=OperationKind.RESET, target="shot", values={"weather": "clear"})
        return [operation], ""
    garments = [p for p in phrases_in(words) if p.is_a("garment")]
    wearers = [
        m for m in board.cast if garments and any(w.endswith(garments[0].head) for w in m.wears)
    ]
    if wearers and not targets(board, words):
        return [], match.group().strip()
    return _result(_each(OperationKind.REMOVE, targets(board, words)), match)


def recolour(board: Storyboard, match: re.Match[str]) -> Found:
    """ "make the car red", "change the color of her dress to blue"."""
    color = COLORS[match["color"].lower()]
    words = match["what"]
    found: list[Operation] = []
    for phrase in phrases_in(words):
        if phrase.is_a("garment") and not targets(board, words):
            owners = _wearers(board, phrase)
            found.extend(_each(OperationKind.RECOLOUR, owners, color=color, wears=phrase.head))
            return _result(found, match)
    return _result(_each(OperationKind.RECOLOUR, targets(board, words), color=color), match)


def _wearers(board: Storyboard, garment: NounPhrase) -> list[str]:
    """Whose garment it is: the named owner, else who wears one, else the only person."""
    if garment.owner is not None:
        owner = Cast(board.cast).find(replace(garment.owner, determiner="the"))
        if owner:
            return owner
    wearing = [m.id for m in board.cast if any(w.split()[-1] == garment.head for w in m.wears)]
    people = [m.id for m in board.cast if m.kind is Kind.PERSON]
    return wearing or people[:1]


def resize(board: Storyboard, match: re.Match[str]) -> Found:
    word = (
        match["size"].lower().removeprefix("much ").removeprefix("a bit ").removeprefix("a little ")
    )
    ids = targets(board, match["what"])
    found = []
    for member_id in ids:
        size = _SIZE_WORDS.get(word) or _stepped(board.member(member_id).size, word)
        found.extend(_each(OperationKind.RESIZE, [member_id], size=size))
    return _result(found, match)


_SIZE_STEPS = ("tiny", "small", "", "large", "giant")
_SIZE_WORDS = SIZES | {
    "twice as big": "giant",
    "twice as large": "giant",
    "half as big": "small",
    "half the size": "small",
}
_SIZE_WORDS = {word: size for word, size in _SIZE_WORDS.items() if word != "bigger"}


def _stepped(size: str, word: str) -> str:
    step = -1 if word in ("smaller", "shorter", "tinier", "thinner") else 1
    index = _SIZE_STEPS.index(size) if size in _SIZE_STEPS else 2
    return _SIZE_STEPS[max(0, min(len(_SIZE_STEPS) - 1, index + step))] or "medium"


def restyle(_: Storyboard, match: re.Match[str]) -> Found:
    style = looks.style_of(match["style"])
    if not style:
        return [], match.group().strip()
    return [Operation(kind=OperationKind.RESTYLE, target="look", values={"style": style})], ""


def relight(_: Storyboard, match: re.Match[str]) -> Found:
    words = [word for word in re.findall(r"[a-z-]+", match["light"].lower()) if word in LIGHT_WORDS]
    if not words:
        return [], match.group().strip()
    values = {"lighting": LIGHT_WORDS[words[-1]]}
    return [Operation(kind=OperationKind.RELIGHT, target="shot", values=values)], ""


def reset(_: Storyboard, match: re.Match[str]) -> Found:
    """Another place, hour, weather or season, whichever of them the words name."""
    values = surroundings(match["where"])
    if not values:
        return [], match.group().strip()
    return [Operation(kind=OperationKind.RESET, target="shot", values=values)], ""


def surroundings(words: str) -> dict[str, str]:
    """The fields of a shot's surroundings that some words name."""
    values: dict[str, str] = {}
    lower = words.lower()
    for key, table in (("time_of_day", TIME_OF_DAY), ("weather", WEATHER), ("season", SEASONS)):
        match = re.search(rf"\b({phrase_pattern(list(table))})\b", lower)
        if match:
            values[key] = table[" ".join(match[1].split())]
    for phrase in phrases_in(words):
        inner = phrase.whole if phrase.whole is not None and not phrase.noun else phrase
        noun = NOUNS.get(inner.head)
        if noun is not None and noun.setting and "setting" not in values:
            from_character = [
                word
                for word in inner.attributes
                if word in ("futuristic", "medieval", "ancient", "abandoned")
            ]
            values["setting"] = " ".join((*from_character[:1], noun.setting))
    return values


def replace_member(board: Storyboard, match: re.Match[str]) -> Found:
    """ "replace the cat with a dog", "change the violin to a guitar", "turn him into a robot"."""
    ids = targets(board, match["what"])
    new = [p for p in phrases_in(match["by"]) if not p.pronoun]
    if not new:
        return [], match.group().strip()
    if not ids:
        garments = [p for p in phrases_in(match["what"]) if p.is_a("garment")]
        return _redress(board, garments, new[0], match)
    member = member_from(new[0], match["by"])
    kept = board.member(ids[0])
    member = replace(
        member, count=member.count if new[0].count > 1 or new[0].plural else kept.count
    )
    return [Operation(kind=OperationKind.REPLACE, target=ids[0], values=values_of(member))], ""


def _redress(
    board: Storyboard, garments: list[NounPhrase], new: NounPhrase, match: re.Match[str]
) -> Found:
    if not garments or not new.is_a("garment"):
        return [], match.group().strip()
    return _result(_each(OperationKind.ADD, _wearers(board, garments[0]), wears=worn(new)), match)


def dress(board: Storyboard, match: re.Match[str]) -> Found:
    """ "put a fashionable hat on this person", "give him a red scarf"."""
    garments = [p for p in phrases_in(match["wear"]) if p.is_a("garment")]
    if not garments:
        return [], "\x00"
    ids = targets(board, match["who"])
    people = [i for i in ids if board.member(i).kind in (Kind.PERSON, Kind.ANIMAL)]
    found = [
        o for garment in garments for o in _each(OperationKind.ADD, people, wears=worn(garment))
    ]
    return _result(found, match)


def move(board: Storyboard, match: re.Match[str]) -> Found:
    """A member that is there to another place, in the frame or by another member."""
    ids = targets(board, match["what"])
    side = re.fullmatch(
        r"(?:to\s+|on\s+|in\s+|into\s+)?(?:the\s+)?(left|right|center|centre|middle|front|back|background|foreground)(?:\s+(?:side|of\s+the\s+(?:frame|screen|scene|picture)))?",
        match["where"].strip(),
        re.IGNORECASE,
    )
    if not ids:
        return [], "\x00" if match["verb"].lower() in ("put", "place") else match.group().strip()
    if side:
        relation = _SIDES[side[1].lower()]
        return _each(OperationKind.MOVE, ids[:1], relation=relation.value), ""
    prepositions = sorted(RELATIONS, key=len, reverse=True)
    words = re.sub(r"^(?:to\s+)?(?:be\s+)?", "", " ".join(t.text for t in tokenize(match["where"])))
    words = re.sub(r"\b(?:on|to) the (left|right) (?:side )?of\b", r"\1 of", words)
    for preposition in prepositions:
        if words.startswith(preposition + " "):
            anchors = [i for i in targets(board, words[len(preposition) :]) if i not in ids]
            if anchors:
                relation = RELATIONS[preposition]
                return _each(
                    OperationKind.MOVE, ids[:1], relation=relation.value, anchors=anchors[0]
                ), ""
    return [], match.group().strip()


_SIDES = {
    "left": Relation.LEFT, "right": Relation.RIGHT, "center": Relation.CENTER, "centre": Relation.CENTER,
    "middle": Relation.CENTER, "front": Relation.FRONT, "foreground": Relation.FRONT, "back": Relation.BEHIND,
    "background": Relation.BEHIND,
}  # fmt: skip


def retime(board: Storyboard, match: re.Match[str]) -> Found:
    """Longer, shorter, or so many seconds; slower and faster are speeds."""
    amount = Fraction(match["seconds"])
    longer = match["by"] is not None
    shorter = match["verb"] is not None and match["verb"].lower() in (
        "shorten",
        "cut",
        "trim",
        "shorter",
    )
    if longer:
        amount = board.output.duration + (-amount if shorter else amount)
    if not 1 <= amount <= 120:
        return [], match.group().strip()
    return [
        Operation(kind=OperationKind.RETIME, target="board", values={"duration": str(amount)})
    ], ""


def speed(_: Storyboard, match: re.Match[str]) -> Found:
    word = match.group().lower()
    pace = "time-lapse" if "lapse" in word else ("slow motion" if "slow" in word else "fast motion")
    return [Operation(kind=OperationKind.RETIME, target="board", values={"speed": pace})], ""


def retitle(board: Storyboard, match: re.Match[str]) -> Found:
    """Exact text, on the thing named or over the picture."""
    text = match["text"].strip()
    noun = (match.groupdict().get("on") or "").strip()
    ids = targets(board, noun) if noun else []
    if noun and not ids and not re.search(r"\b(?:screen|video|picture|clip|bottom|top)\b", noun):
        surfaces = {t.surface for shot in board.shots for t in shot.titles if t.surface}
        if noun.split()[-1] not in surfaces:
            return [], match.group().strip()
    surface = ids[0] if ids else ""
    titled = [t for shot in board.shots for t in shot.titles]
    if (
        not ids
        and titled
        and not noun
        and match.group().lower().startswith(("change", "replace", "set"))
    ):
        surface = titled[0].surface
    return [
        Operation(
            kind=OperationKind.RETITLE,
            target=surface or "shot",
            values={"text": text, "surface": surface},
        )
    ], ""


def untitle(_: Storyboard, __: re.Match[str]) -> Found:
    return [Operation(kind=OperationKind.RETITLE, target="shot", values={"text": ""})], ""


def undo(_: Storyboard, match: re.Match[str]) -> Found:
    """Only who keeps the takes can go back; the operation says that it was asked for."""
    return [Operation(kind=OperationKind.UNDO, target="board")], match.group().strip()


def rescore(_: Storyboard, match: re.Match[str]) -> Found:
    stem = match["stem"].lower()
    kinds = (
        list(SoundKind)
        if stem in ("sound", "audio", "everything", "video")
        else [_STEMS.get(stem.split()[-1], SoundKind.EFFECT)]
    )
    values = {"muted": ",".join(kind.value for kind in kinds)}
    return [Operation(kind=OperationKind.RESCORE, target="sound", values=values)], ""


_STEMS = {
    "music": SoundKind.MUSIC, "soundtrack": SoundKind.MUSIC, "song": SoundKind.MUSIC, "score": SoundKind.MUSIC,
    "dialogue": SoundKind.DIALOGUE, "speech": SoundKind.DIALOGUE, "voice": SoundKind.DIALOGUE, "voices": SoundKind.DIALOGUE,
    "narration": SoundKind.DIALOGUE, "ambience": SoundKind.AMBIENCE, "noise": SoundKind.AMBIENCE,
}  # fmt: skip


def new_music(_: Storyboard, match: re.Match[str]) -> Found:
    text = " ".join(match["music"].lower().split())
    values = {"kind": "music", "text": text, "clear": "music"}
    return [Operation(kind=OperationKind.RESCORE, target="sound", values=values)], ""


def reframe(_: Storyboard, match: re.Match[str]) -> Found:
    aspect = (
        "9:16" if re.search(r"vertical|portrait|9:16", match.group(), re.IGNORECASE) else "16:9"
    )
    return [Operation(kind=OperationKind.REFRAME, target="board", values={"aspect": aspect})], ""


Reader: TypeAlias = Callable[[Storyboard, re.Match[str]], Found]
_COLOR = phrase_pattern(list(COLORS))
_SIZE = phrase_pattern(
    [
        *SIZES,
        "bigger",
        "larger",
        "smaller",
        "taller",
        "shorter",
        "twice as big",
        "twice as large",
        "half the size",
        "half as big",
    ]
)
_LIGHT = phrase_pattern(list(LIGHT_WORDS))
_HOUR = phrase_pattern([*TIME_OF_DAY, *WEATHER, *SEASONS])


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        _compile(
            r"\bundo\b[^.,;]*|\bgo\s+back(?:\s+to\s+the\s+previous[^.,;]*|\s+one\s+step)?"
            + _END
            + r"|\brevert\b[^.,;]*"
        ),
        undo,
    ),
    (
        _compile(
            r"\b(?:make|let|have)\s+([^.,;]+?)\s+(?:visible(?:\s+again)?|reappear|appear\s+again)\b|\bbring\s+back\s+([^.,;]+)|\bbring\s+([^.,;]+?)\s+back\b|\bshow\s+([^.,;]+?)\s+again\b|\bunhide\s+([^.,;]+)"
        ),
        show,
    ),
    (
        _compile(
            r"\b(?:make|turn|let|have)\s+([^.,;]+?)\s+(?:completely\s+|totally\s+)?(?:invisible|disappear|vanish|transparent|unseen)\b|\bhide\s+([^.,;]+)"
        ),
        hide,
    ),
    (
        _compile(
            r"\b(?:change|replace|set|make|update|edit)\s+(?:the\s+)?(?:text|words?|writing|lettering|title|caption)(?:\s+(?:on|of|in)\s+(?:the\s+)?(?P<on>[\w\s'-]+?))?\s+(?:to(?:\s+(?:say|read))?|with|say|read)\s*:?\s*\"(?P<text>[^\"]*)\""
        ),
        retitle,
    ),
    (
        _compile(
            r"\b(?:make|let|have|change)\s+(?:the\s+)?(?P<on>[\w\s'-]+?)\s+(?:to\s+)?(?:say|read)s?\s*:?\s*\"(?P<text>[^\"]*)\""
        ),
        retitle,
    ),
    (
        _compile(
            r"\b(?:add|put|show|write|include|overlay)\s+(?:the\s+|a\s+|an\s+)?(?:[\w-]+\s+)?(?:text|words?|title|captions?|subtitles?|label)?\s*(?:that\s+(?:says|reads)|saying|reading|:)?\s*\"(?P<text>[^\"]*)\"(?:\s+(?:on|to|over)\s+(?:the\s+)?(?P<on>[\w\s'-]+?)"
            + _END
            + r")?"
        ),
        retitle,
    ),
    (
        _compile(
            r"\b(?:remove|delete|hide|erase|no)\s+(?:all\s+|the\s+|any\s+)*(?:text|titles?|captions?|subtitles?)\b"
        ),
        untitle,
    ),
    (
        _compile(
            r"\b(?:remove|mute|delete|no|without|turn\s+off|silence|drop|cut)\s+(?:all\s+|the\s+|any\s+|background\s+)*(?P<stem>music|soundtrack|song|score|dialogue|speech|voices?|narration|sound\s+effects|effects|ambience|background\s+noise|noise|sound|audio|everything|video)\b"
        ),
        rescore,
    ),
    (
        _compile(
            r"\b(?:change|replace|swap|set|switch)\s+(?:the\s+)?(?:background\s+)?(?:music|soundtrack|song|score)\s+(?:to|with|for|by)\s+(?:be\s+)?(?:an?\s+|some\s+|the\s+)?(?P<music>[^.,;]+)|\bmake\s+the\s+(?:music|soundtrack)\s+(?:more\s+)?(?P<mood>[^.,;]+)"
        ),
        lambda b, m: (
            new_music(b, m)
            if m["music"]
            else (
                [
                    Operation(
                        kind=OperationKind.RESCORE,
                        target="sound",
                        values={
                            "kind": "music",
                            "text": f"{m['mood'].lower()} music",
                            "clear": "music",
                        },
                    )
                ],
                "",
            )
        ),
    ),
    (
        _compile(
            rf"\b(?:make|crop|turn|convert|change|reframe)\s+{_ALL}\s+(?:in(?:to)?\s+|to\s+|for\s+)?(?:an?\s+)?(?:vertical|portrait|horizontal|landscape|9:16|16:9)(?:\s+(?:mode|format|video|orientation))?"
        ),
        reframe,
    ),
    (
        _compile(
            r"\b(?:(?P<verb>extend|lengthen|shorten|cut|trim|make|continue)\s+)?(?:it|this|the\s+(?:video|clip))?\s*(?P<by>by\s+|for\s+another\s+|for\s+)?(?:to\s+)?(?P<seconds>\d{1,3}(?:\.\d)?)\s*-?\s*(?:s|secs?|seconds?)\b(?:\s+(?:long|longer|shorter|more|in\s+(?:length|total)))?"
        ),
        retime,
    ),
    (
        _compile(
            rf"\b(?:make\s+{_ALL}\s+(?:(?:go|play|run|move)\s+)?(?:in\s+)?|(?:in|into|to)\s+|add\s+(?:a\s+)?|play\s+{_ALL}\s+in\s+)?(?:super\s+)?(?:slow[- ]?mo(?:tion)?|time[- ]?lapse|fast[- ]?motion|hyperlapse)\b|\bmake\s+{_ALL}\s+(?:much\s+|a\s+bit\s+)?(?:slower|faster)\b|\b(?:slow|speed)\s+{_ALL}\s+(?:down|up)\b|\b(?:slow\s+down|speed\s+up)\s+{_ALL}"
        ),
        speed,
    ),
    (
        _compile(
            rf"\b{_MAKE}\s+{_ALL}\s+(?:(?:in)?to\s+|in\s+|look\s+like\s+|look\s+)?(?:be\s+)?(?:an?\s+|the\s+)?(?:style\s+of\s+)?(?P<style>[\w\s'-]*?\b(?:{phrase_pattern(list(STYLES))})\b)(?:[- ](?:styled?|film|movie|look|cartoon|version|video|footage|art))*"
        ),
        restyle,
    ),
    (
        _compile(
            rf"\b(?:in|as)\s+(?:an?\s+|the\s+)?(?:style\s+of\s+)?(?P<style>(?:{phrase_pattern(list(STYLES))}))(?:[- ]style)?"
            + _END
        ),
        restyle,
    ),
    (
        _compile(
            rf"\b(?:apply|use|add|give\s+{_ALL})\s+(?:an?\s+|the\s+)?(?P<style>(?:{phrase_pattern(list(STYLES))}))\s+(?:style|look|filter|effect|aesthetic)"
        ),
        restyle,
    ),
    (
        _compile(
            rf"\b(?:change|make|set|turn|adjust)\s+(?:the\s+)?(?:lighting|lights?|illumination|mood\s+lighting)\s+(?:to\s+)?(?:be\s+|look\s+|become\s+)?(?:much\s+|more\s+|a\s+bit\s+)?(?P<light>[\w-]+)|\b(?:add|use)\s+(?P<light2>(?:{_LIGHT}))\s+light(?:ing|s)?\b"
        ),
        lambda b, m: (
            relight(b, m)
            if m["light"]
            else relight(b, re.match(r"(?P<light>.*)", m["light2"]) or m)
        ),
    ),
    (
        _compile(
            rf"\bmake\s+{_ALL}\s+(?:look\s+|feel\s+|be\s+)?(?:much\s+|more\s+|a\s+bit\s+)*(?P<light>(?:{_LIGHT}))"
            + _END
        ),
        relight,
    ),
    (
        _compile(
            r"\b(?:change|set|replace|swap|switch|move|turn)\s+(?:the\s+)?(?:background|setting|location|place|scene|environment|backdrop|time(?:\s+of\s+day)?|weather|season|scenery|sky)\s+(?:to|with|into|for)\s+(?:be\s+)?(?P<where>[^.,;]+)"
        ),
        reset,
    ),
    (
        _compile(
            rf"\b(?:make|set|change|turn)\s+{_ALL}\s+(?:(?:be\s+)?(?:at|in|on|to|into|take\s+place\s+(?:at|in|on))\s+)?(?:an?\s+|the\s+)?(?P<where>(?:{_HOUR}))(?:\s+(?:time|day|scene))?"
            + _END
        ),
        reset,
    ),
    (
        _compile(
            rf"\b(?:make\s+it|have\s+it|let\s+it|add|include)\s+(?:start\s+(?:to\s+)?)?(?:some\s+|heavy\s+|light\s+|falling\s+)*(?P<where>rain(?:ing)?|snow(?:ing|fall)?|fog|mist|wind|storm|lightning|thunder)\b(?:\s+to\s+{_ALL})?"
        ),
        reset,
    ),
    (
        _compile(
            rf"\b(?:put|move|place|set|have|transport|take)\s+(?:{_ALL}|him|her|them|everyone|the\s+(?:action|story|scene))\s+(?:take\s+place\s+)?(?P<where>(?:on|in|at|to|into|inside)\s+[^.,;]+)"
        ),
        reset,
    ),
    (
        _compile(
            rf"\b(?:make|paint|turn|colou?r|recolou?r|change|dye)\s+(?:the\s+colou?r\s+of\s+)?(?P<what>[^.,;]{{1,60}}?)(?:'s)?(?:\s+colou?r)?\s+(?:(?:in)?to\s+|be\s+)?(?:bright\s+|dark\s+|light\s+|deep\s+)?(?P<color>(?:{_COLOR}))"
            + _END
        ),
        recolour,
    ),
    (
        _compile(
            rf"\bmake\s+(?P<what>[^.,;]{{1,60}}?)\s+(?:be\s+)?(?:(?:much|a\s+bit|a\s+little|very|really|even)\s+)*(?P<size>(?:{_SIZE}))"
            + _END
        ),
        resize,
    ),
    (
        _compile(
            r"\b(?:put|place|add)\s+(?P<wear>(?:an?|some|the|two)\s+[^.,;]+?)\s+(?:on|to|onto)\s+(?P<who>[^.,;]+)"
        ),
        dress,
    ),
    (
        _compile(
            r"\b(?:give|dress|have|make|let)\s+(?P<who>[^.,;]+?)\s+(?:wear(?:ing)?\s+|in\s+)?(?P<wear>(?:an?|some)\s+[^.,;]+)"
        ),
        dress,
    ),
    (
        _compile(
            r"\b(?P<verb>move|put|place|shift|bring)\s+(?P<what>(?:the|him|her|it|them|this|that|his)\b[^.,;]*?)\s+(?P<where>(?:to|on|in|into|onto|next|behind|beside|under|near|above|left|right|between)\b[^.,;]*)"
        ),
        move,
    ),
    (
        _compile(
            r"\b(?:replace|swap|exchange|substitute)\s+(?P<what>[^.,;]+?)\s+(?:with|for|by)\s+(?P<by>[^.,;]+)"
        ),
        replace_member,
    ),
    (
        _compile(
            r"\b(?:change|turn|transform|convert|make)\s+(?P<what>(?:the|him|her|it|this|that|his|their|my)\b[^.,;]*?)\s+(?:in)?to\s+(?:be\s+)?(?P<by>(?:an?|two|three|four|five)\s+[^.,;]+)"
        ),
        replace_member,
    ),
    (
        _compile(
            r"\b(?:remove|delete|erase|get\s+rid\s+of|take\s+away|take\s+out|eliminate|cut\s+out)\s+([^.,;]+?)(?=\s+(?:from|and\s+(?:add|make|change|put|replace|fill)|that|which)\b|[.,;!]|$)(?:\s+from\s+[^.,;]+)?|\b(?:without|no)\s+(?:the\s+|any\s+)?([^.,;]+)"
        ),
        remove,
    ),
)


def filming(text: str) -> tuple[list[Operation], str]:
    """Camera words in the rest of an instruction, as a new framing of every shot."""
    direction, rest = camera.take(text)
    filmed = direction.camera
    values: dict[str, str] = {}
    if filmed.size is not None:
        values["size"] = filmed.size.value
    if filmed.angle is not Angle.EYE_LEVEL:
        values["angle"] = filmed.angle.value
    if filmed.movement is not Movement.AUTO:
        values["movement"] = filmed.movement.value
    if filmed.lens:
        values["lens"] = filmed.lens
    if filmed.handheld:
        values["handheld"] = "yes"
    operations = (
        [Operation(kind=OperationKind.REFRAME, target="shot", values=values)] if values else []
    )
    if direction.speed:
        operations.append(
            Operation(kind=OperationKind.RETIME, target="board", values={"speed": direction.speed})
        )
    return operations, rest


def scoring(text: str) -> tuple[list[Operation], str]:
    """Sounds asked for in the rest of an instruction."""
    audio, rest = sound.take(text)
    operations = [
        Operation(
            kind=OperationKind.RESCORE,
            target="sound",
            values={"kind": cue.kind.value, "text": cue.text},
        )
        for cue in audio.cues
    ]
    if audio.muted:
        muted = ",".join(kind.value for kind in audio.muted)
        operations.append(
            Operation(kind=OperationKind.RESCORE, target="sound", values={"muted": muted})
        )
    return operations, rest


def materials(board: Storyboard, words: str) -> Iterator[Operation]:
    """ "make the ball out of glass", for what is left of an instruction."""
    match = re.search(
        rf"\bmake\s+([^.,;]+?)\s+(?:(?:out|made)\s+of\s+|look\s+like\s+)?(?:of\s+)?({phrase_pattern(list(MATERIALS))})\b",
        words,
        re.IGNORECASE,
    )
    if match:
        for member_id in targets(board, match[1]):
            if "place" not in sorts(board.member(member_id)):
                material = MATERIALS[match[2].lower()]
                yield Operation(
                    kind=OperationKind.RESTYLE, target=member_id, values={"material": material}
                )


__all__ = [
    "MOODS",
    "READERS",
    "Found",
    "filming",
    "materials",
    "scoring",
    "surroundings",
    "targets",
]
