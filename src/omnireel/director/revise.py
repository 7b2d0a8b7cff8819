"""An instruction becomes operations, and the operations make the next storyboard."""

import re
from dataclasses import replace

from omnireel.director import edits, operations
from omnireel.director.cast import Cast, values_of
from omnireel.director.chunks import NounPhrase, chunk
from omnireel.director.clauses import parse
from omnireel.director.coordination import clauses
from omnireel.director.instructions import READERS
from omnireel.director.lexicon.adjectives import META
from omnireel.director.lexicon.closed import STOP_WORDS
from omnireel.director.morphology import FORMS, VERBS, third
from omnireel.director.prose import mask
from omnireel.director.references import phrases_in, targets
from omnireel.director.stage import Deed, Stage
from omnireel.director.tagger import Tag, tag
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
_OBJECTIVE = {"him": "he", "her": "she", "them": "they", "it": "it"}
_CAUSE = re.compile(r"^\s*(?:make|let|have|get)\s+", re.IGNORECASE)
_INSTEAD = re.compile(r"\binstead(?:\s+of\s+[^.,;]+)?", re.IGNORECASE)
# How a camera moves or a change is made: nothing to report when the change itself is done.
_HOW = re.compile(
    r"\b(?:(?:very|really|a\s+(?:bit|little)|more|much|too)\s+)*(?:slow(?:ly)?|quick(?:ly)?|smooth(?:ly)?"
    r"|gentl[ey]|gradual(?:ly)?|fast|steadily|subtl[ey]|slightly|closer|further|a\s+(?:bit|little)"
    r"|more|again|too|as\s+well)\b",
    re.IGNORECASE,
)
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
    for clause in clauses(text):
        board, found, missing = _clause(board, clause)
        done.extend(found)
        unmet.extend(missing)
    board = replace(board, unmet=tuple(dict.fromkeys(unmet)))
    return board, Revision(instruction=instruction, operations=tuple(done))


def _clause(board: Storyboard, text: str) -> tuple[Storyboard, list[Operation], list[str]]:
    """One clause of an instruction: what has a shape, then camera and sound, then the rest."""
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
    if done:
        text = _HOW.sub(" ", text)
    board, found, missing_words = _act(board, text)
    if done and not found and _names_only(board, text):
        missing_words = []
    return board, [*done, *found], [*unmet, *missing_words]


def _names_only(board: Storyboard, text: str) -> bool:
    """Whether what is left only names who is there ("the woman", of "… without her coat")."""
    words = [item for item in chunk(tag(tokenize(text))) if not isinstance(item, NounPhrase)]
    plain = all(token.tag in (Tag.COMMA, Tag.STOP, Tag.AND, Tag.BE) for token in words)
    return plain and bool(targets(board, text.replace(MASK, " ")))


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
    plain = _uncaused(board, plain)
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
    acting = any(deed.actor in cast.settled for deed in stage.deeds)
    if added and not asked and not acting:
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


def _uncaused(board: Storyboard, text: str) -> str:
    """ "make the cat run" as what is then to be seen: "the cat runs"."""
    caused = _CAUSE.match(text)
    if caused is None:
        return text
    text = mask(text, *caused.span())
    for word in list(re.finditer(r"[A-Za-z]+", text))[1:]:
        lemma, form = FORMS.get(word.group().lower(), ("", ""))
        named = text[: word.start()].strip(MASK + " ")
        if named.lower() in _OBJECTIVE:
            subject = _OBJECTIVE[named.lower()].rjust(word.start() - 1) + " "
            verb = lemma if named.lower() == "them" else third(lemma)
            if form == "base":
                return subject + verb + text[word.end() :]
        if form == "base" and targets(board, named):
            alone = not any(phrase.plural or phrase.count > 1 for phrase in phrases_in(named))
            return text[: word.start()] + (third(lemma) if alone else lemma) + text[word.end() :]
    return text


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
