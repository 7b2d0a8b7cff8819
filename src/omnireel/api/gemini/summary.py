"""What was understood, in sentences: the text that comes back beside the video."""

from omnireel.domain.revision import Revision
from omnireel.domain.storyboard import Action, Shot, Storyboard


def understood(board: Storyboard, revision: Revision | None) -> str:
    """The storyboard (and, for an edit, what was changed) as a few plain lines."""
    output = board.output
    lines = [
        f"{float(output.duration):g} s, {output.width}x{output.height}, "
        f"{float(output.frame_rate):g} fps, seed {board.seed}."
    ]
    if revision is not None and revision.operations:
        changes = "; ".join(
            " ".join((operation.kind.value, operation.target, *operation.values.values())).strip()
            for operation in revision.operations
        )
        lines.append(f"Changed: {changes}.")
    if board.cast:
        seen = ", ".join(
            member.name if member.visible else f"{member.name} (unseen)" for member in board.cast
        )
        lines.append(f"Cast: {seen}.")
    lines += [_shot(number, shot) for number, shot in enumerate(board.shots, start=1)]
    return "\n".join(lines)


def unmet(board: Storyboard) -> str:
    """What could not be honoured, in the user's own words; "" when all was."""
    if not board.unmet:
        return ""
    quoted = "; ".join(f"“{part}”" for part in board.unmet)
    return f"Not honoured: {quoted}."


def _shot(number: int, shot: Shot) -> str:
    place = ", ".join(
        part
        for part in (shot.setting, shot.time_of_day, shot.weather, shot.season, shot.lighting)
        if part
    )
    actions = "; ".join(_action(action) for action in shot.blocking)
    told = ": ".join(part for part in (place, actions) if part) or "as the engine sees fit"
    return f"Shot {number}, {float(shot.start):g}-{float(shot.end):g} s: {told}."


def _action(action: Action) -> str:
    goal = f"{action.preposition} {action.goal}" if action.goal else ""
    words = (action.actor, action.verb, action.target or "", goal, *action.manner)
    return " ".join(word for word in words if word)
