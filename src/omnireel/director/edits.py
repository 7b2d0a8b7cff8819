"""What the parts of an instruction mean: a match of its words becomes operations."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from omnireel.director import camera, looks, sound
from omnireel.director.cast import Cast, member_from, values_of
from omnireel.director.chunks import NounPhrase
from omnireel.director.handling import garment as worn
from omnireel.director.handling import sorts
from omnireel.director.lexicon.adjectives import CHARACTERS, COLORS, MATERIALS, SIZES
from omnireel.director.lexicon.closed import PREPOSITIONS
from omnireel.director.lexicon.nouns import NOUNS
from omnireel.director.lexicon.times import LIGHT_WORDS, SEASONS, TIME_OF_DAY, WEATHER
from omnireel.director.prose import phrase_pattern
from omnireel.director.references import phrases_in, targets
from omnireel.director.stage import RELATIONS
from omnireel.director.tokens import tokenize
from omnireel.domain.revision import Operation, OperationKind
from omnireel.domain.storyboard import Angle, Kind, Movement, Relation, SoundKind, Storyboard

NOT_ME = "\x00"  # a reader's answer when the words are another reader's

Found: TypeAlias = tuple[list[Operation], str]
"""Operations that a match means, and the user's words for what of it cannot be done."""


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
    said = match["light"] or match.groupdict().get("light2") or ""
    words = [word for word in re.findall(r"[a-z-]+", said.lower()) if word in LIGHT_WORDS]
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
            from_character = [word for word in inner.attributes if word in CHARACTERS]
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
        return [], NOT_ME
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
        r"(?:to\s+|on\s+|in\s+|into\s+)?(?:the\s+)?(left|right|center|centre|middle|front|back"
        r"|background|foreground)(?:\s+(?:side|of\s+the\s+(?:frame|screen|scene|picture)))?",
        match["where"].strip(),
        re.IGNORECASE,
    )
    if not ids:
        return [], NOT_ME if match["verb"].lower() in ("put", "place") else match.group().strip()
    if side:
        relation = _SIDES[side[1].lower()]
        return _each(OperationKind.MOVE, ids[:1], relation=relation.value), ""
    for word in tokenize(match["where"]):
        related = RELATIONS.get(PREPOSITIONS.get(word.text, ""))
        if related is None:
            continue
        anchors = [i for i in targets(board, match["where"][word.end :]) if i not in ids]
        if anchors:
            values = {"relation": related.value, "anchors": anchors[0]}
            return _each(OperationKind.MOVE, ids[:1], **values), ""
    return [], match.group().strip()


_SIDES = {
    "left": Relation.LEFT, "right": Relation.RIGHT, "center": Relation.CENTER,
    "centre": Relation.CENTER,
    "middle": Relation.CENTER, "front": Relation.FRONT, "foreground": Relation.FRONT,
    "back": Relation.BEHIND,
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
    "music": SoundKind.MUSIC, "soundtrack": SoundKind.MUSIC, "song": SoundKind.MUSIC,
    "score": SoundKind.MUSIC,
    "dialogue": SoundKind.DIALOGUE, "speech": SoundKind.DIALOGUE, "voice": SoundKind.DIALOGUE,
    "voices": SoundKind.DIALOGUE,
    "narration": SoundKind.DIALOGUE, "ambience": SoundKind.AMBIENCE, "noise": SoundKind.AMBIENCE,
}  # fmt: skip


def new_music(_: Storyboard, match: re.Match[str]) -> Found:
    said = match["music"] or f"{match['mood']} music"
    text = " ".join(said.lower().split())
    values = {"kind": "music", "text": text, "clear": "music"}
    return [Operation(kind=OperationKind.RESCORE, target="sound", values=values)], ""


def reframe(_: Storyboard, match: re.Match[str]) -> Found:
    aspect = (
        "9:16" if re.search(r"vertical|portrait|9:16", match.group(), re.IGNORECASE) else "16:9"
    )
    return [Operation(kind=OperationKind.REFRAME, target="board", values={"aspect": aspect})], ""


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
        rf"\bmake\s+([^.,;]+?)\s+(?:(?:out|made)\s+of\s+"
        rf"|look\s+like\s+)?(?:of\s+)?({phrase_pattern(list(MATERIALS))})\b",
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
