"""Operations as pure functions on storyboards: what is not touched stays the identical object."""

from dataclasses import replace

from omnireel.domain.revision import Operation, OperationKind
from omnireel.domain.storyboard import CastMember, Storyboard


def apply(board: Storyboard, operation: Operation) -> Storyboard:
    """The storyboard after one operation; KeyError when its target is a member that is not there."""
    if operation.kind in (OperationKind.HIDE, OperationKind.SHOW):
        return _changed(
            board,
            replace(board.member(operation.target), visible=operation.kind is OperationKind.SHOW),
        )
    return board


def _changed(board: Storyboard, member: CastMember) -> Storyboard:
    """The board with one member in place of the one of its id."""
    cast = tuple(member if known.id == member.id else known for known in board.cast)
    return replace(board, cast=cast)
