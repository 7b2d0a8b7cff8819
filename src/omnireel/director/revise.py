"""An instruction becomes operations, and the operations make the next storyboard."""

import re
from dataclasses import replace

from omnireel.director import edits, operations
from omnireel.director.cast import Cast, values_of
from omnireel.director.chunks import chunk
from omnireel.director.clauses import parse
from omnireel.director.instructions import READERS
from omnireel.director.lexicon.adjectives import META
from omnireel.director.lexicon.closed import STOP_WORDS
from omnireel.director.morphology import VERBS
from omnireel.director.prose import mask
from omnireel.director.stage import Deed, Stage
from omnireel.director.tagger import tag
from omnireel.director.tokens import MASK, tokenize
from omnireel.domain.revision import Operation, OperationKind, Revision
from omnireel.domain.storyboard import Storyboard

_COURTESY = re.compile(
    r"\b(?:please|now|can\s+you|could\s+you|i\s+want(?:\s+you)?\s+to|i'd\s+like(?:\s+you)?\s+to"
    r"|let's|just|also)\b|"
    r"\bin\s+(?:the|this)\s+(?:video|clip|scene|picture|frame)\b|\bfrom\s+(?:the|this)"
    r"\s+(?:video|clip|scene|picture|frame)\b",
    re.IGNORECASE,
)
_KEEP = re.compile(
    r"\b(?:and\s+|but\s+)?(?:keep|leave|preserve|maintain)\s+(?:everything|all|the\s+rest)"
    r"(?:\s+else)?[^.!;]*|"
    r"\b(?:and\s+|but\s+)?(?:do\s+not|don't)\s+(?:change|touch|alter)\s+anything(?:\s+else)?|"
    r"\beverything\s+else\s+(?:should\s+)?(?:stays?|remains?|unchanged)[^.!;]*",
    re.IGNORECASE,
)
_CAUSE = re.compile(r"^\s*(?:make|let|have|get)\s+", re.IGNORECASE)
_INSTEAD = re.compile(r"\binstead(?:\s+of\s+[^.,;]+)?", re.IGNORECASE)
# What can be done while doing something else: it does not end what went on before.
_BESIDE = frozenset(
    "smile laugh nod wave look glance blink wink say speak talk sing cry frown"
    " shout whisper pet stroke".split()
)


def revise(previous: Storyboard, instruction: str) -> tuple[Storyboard, Revision]:
    """The next storyboard and the operations that lead to it; what is not understood is unmet."""
    text = instruction.replace("\u2019", "'").replace("\u201c", '"').replace("\u201d", '"')
    for pattern in (_KEEP, _COURTESY):
        text = pattern.sub(lambda found: MASK * len(found.group()), text)
    board = replace(previous, unmet=())
    done: list[Operation] = []
    unmet: list[str] = []
    for shape, reader in READERS:
        for match in shape.finditer(text):
            found, missing = reader(board, match)
            if missing == edits.NOT_ME:
                continue
            done.extend(found)
            board = _all(board, found)
            unmet.extend(filter(None, [missing]))
            text = mask(text, *match.span())
    for reader_of_rest in (edits.scoring, edits.filming):
        found, text = reader_of_rest(text)
        board = _all(board, found)
        done.extend(found)
    board, found, missing_words = _act(board, text)
    done.extend(found)
    unmet.extend(missing_words)
    board = replace(board, unmet=tuple(dict.fromkeys(unmet)))
    return board, Revision(instruction=instruction, operations=tuple(done))


def _all(board: Storyboard, found: list[Operation]) -> Storyboard:
    for operation in found:
        board = operations.apply(board, operation)
    return board


def _act(board: Storyboard, text: str) -> tuple[Storyboard, list[Operation], list[str]]:
    """What is left is read as a prompt about the cast there is: new members, new actions."""
    left = [
        word for word in re.findall(r"[^\W\d_]{2,}", text.lower()) if word not in STOP_WORDS | META
    ]
    if not left:
        return board, [], []
    materials = list(edits.materials(board, text))
    if materials:
        return _all(board, materials), materials, []
    instead = _INSTEAD.search(text) is not None
    plain = _INSTEAD.sub(lambda found: MASK * len(found.group()), text)
    caused = _CAUSE.match(plain)
    plain = mask(plain, *caused.span()) if caused else plain
    cast = Cast(board.cast)
    stage = Stage(plain, cast)
    stage.read(parse(chunk(tag(tokenize(plain)))))
    added = [member for member in cast.members if member.id not in cast.settled]
    asked = re.search(
        r"\b(?:add|put|place|insert|include|introduce|have|let|bring|give|there\s+is|enters?"
        r"|appears?|comes?)\b",
        text,
        re.IGNORECASE,
    )
    if added and not asked:
        return board, [], [_said(text)]
    found = [
        Operation(kind=OperationKind.ADD, target=member.id, values=values_of(member))
        for member in added
    ]
    found.extend(_deeds(board, stage.deeds, {member.id for member in added}, instead=instead))
    found.extend(_changes(board, cast))
    values = {key: value for key, value in _places(stage).items() if value}
    if values and not added:
        found.append(Operation(kind=OperationKind.RESET, target="shot", values=values))
    if not found:
        return board, [], [_said(text)]
    return _all(board, found), found, stage.unmet


def _said(text: str) -> str:
    return " ".join(text.replace(MASK, " ").split()).strip(" .,;!")


def _places(stage: Stage) -> dict[str, str]:
    where = stage.surroundings
    return {
        "setting": where.setting,
        "time_of_day": where.time_of_day,
        "weather": where.weather,
        "season": where.season,
    }


def _changes(board: Storyboard, cast: Cast) -> list[Operation]:
    """What the instruction says of members that were there: colour, size, clothes, place."""
    found: list[Operation] = []
    for member in board.cast:
        now = cast[member.id]
        if now.color != member.color:
            found.append(
                Operation(
                    kind=OperationKind.RECOLOUR, target=member.id, values={"color": now.color}
                )
            )
        if now.size != member.size:
            found.append(
                Operation(kind=OperationKind.RESIZE, target=member.id, values={"size": now.size})
            )
        worn = [words for words in now.wears if words not in member.wears]
        found.extend(
            Operation(kind=OperationKind.ADD, target=member.id, values={"wears": words})
            for words in worn
        )
    return found


def _deeds(
    board: Storyboard, deeds: list[Deed], added: set[str], *, instead: bool
) -> list[Operation]:
    """New actions, in turn when one follows another; an old member's replaces what it did."""
    length = board.output.duration
    count = 1 + sum(1 for deed in deeds[1:] if deed.after)
    found: list[Operation] = []
    step = 0
    for index, deed in enumerate(deeds):
        step += 1 if index and deed.after else 0
        replaces = instead or (deed.actor not in added and deed.verb not in _BESIDE and not added)
        values = {
            "verb": deed.verb,
            "object": deed.target or "",
            "preposition": deed.preposition,
            "goal": deed.goal or "",
            "manner": ",".join(deed.manner),
            "start": str(length * step / count),
            "instead": "yes" if replaces and "rest" not in VERBS.get(deed.verb, ()) else "",
        }
        if step < count - 1:
            values["end"] = str(length * (step + 1) / count)
        kept = {key: value for key, value in values.items() if value}
        found.append(Operation(kind=OperationKind.REACT, target=deed.actor, values=kept))
    return found
