"""An instruction becomes operations, and the operations make the next storyboard."""

import re
from dataclasses import replace

from omnireel.director import operations
from omnireel.director.cast import Cast
from omnireel.director.chunks import NounPhrase, chunk
from omnireel.director.tagger import tag
from omnireel.director.tokens import tokenize
from omnireel.domain.revision import Operation, OperationKind, Revision
from omnireel.domain.storyboard import Storyboard

_HIDE = re.compile(
    r"\b(?:make|turn|let|have)\s+(.+?)\s+(?:completely\s+|totally\s+)?(?:invisible|disappear|vanish|transparent)\b|\bhide\s+([^.,;]+)",
    re.IGNORECASE,
)
_SHOW = re.compile(
    r"\b(?:make|let|have)\s+(.+?)\s+(?:visible(?:\s+again)?|reappear|appear\s+again)\b|\bbring\s+(.+?)\s+back\b|\bbring\s+back\s+([^.,;]+)|\bshow\s+([^.,;]+?)\s+again\b",
    re.IGNORECASE,
)


def revise(previous: Storyboard, instruction: str) -> tuple[Storyboard, Revision]:
    """The next storyboard and the operations that lead to it; what is not understood is unmet."""
    done: list[Operation] = []
    unmet: list[str] = []
    for pattern, kind in ((_HIDE, OperationKind.HIDE), (_SHOW, OperationKind.SHOW)):
        for match in pattern.finditer(instruction):
            words = next(group for group in match.groups() if group)
            targets = _targets(previous, words)
            done.extend(Operation(kind=kind, target=target) for target in targets)
            if not targets:
                unmet.append(match.group().strip())
    board = replace(previous, unmet=tuple(unmet))
    for operation in done:
        board = operations.apply(board, operation)
    if not done and not unmet:
        board = replace(board, unmet=(instruction.strip(),))
    return board, Revision(instruction=instruction, operations=tuple(done))


def _targets(board: Storyboard, words: str) -> list[str]:
    """The members some words mean."""
    cast = Cast(board.cast)
    phrases = [item for item in chunk(tag(tokenize(words))) if isinstance(item, NounPhrase)]
    return [member for phrase in phrases for member in cast.find(replace(phrase, determiner="the"))]
