"""`omnireel truth`: what is on each frame of a previs take, measured in the renderer."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from omnireel.cli import options
from omnireel.cli.edit import LAST
from omnireel.cli.outcome import note, print_json, told
from omnireel.cli.state import open_store
from omnireel.cli.taking import newest
from omnireel.domain.failures import InvalidInputError
from omnireel.domain.turn import Interaction, Take

if TYPE_CHECKING:
    from omnireel.engines.previs.render.truth import MemberTruth

ENGINE = "previs"


def truth(
    interaction: Annotated[str, typer.Argument(metavar="ID|last", help="Whose take to look at.")],
    data: options.Data = None,
    as_json: options.AsJson = False,
) -> None:
    """Measure who is where on each frame of a clip."""
    with told(as_json=as_json):
        from omnireel.config import Settings

        with open_store(Settings.read(data=data)) as opened:
            row = newest(opened) if interaction == LAST else opened.get(interaction)
        measured = _measure(row, _previs_take(row))
        if as_json:
            print_json(measured)
        else:
            _print(measured)


def _previs_take(row: Interaction) -> Take:
    if row.take is None:
        raise InvalidInputError(f"ID: {row.id} is {row.status.value} and has no take.", field="ID")
    if row.take.engine != ENGINE:
        raise InvalidInputError(
            f"ID: {row.id} was made by the engine {row.take.engine}; "
            f"the truth is known for takes of {ENGINE}.",
            field="ID",
        )
    return row.take


def _measure(row: Interaction, take: Take) -> dict[str, Any]:
    from omnireel.engines.previs.engine import truth as measure

    board = take.storyboard
    nouns = {member.id: member.noun for member in board.cast}
    return {
        "interaction": row.id,
        "frame_rate": str(board.output.frame_rate),
        "width": board.output.width,
        "height": board.output.height,
        "members": [{"id": member.id, "noun": member.noun} for member in board.cast],
        "frames": [
            {
                "index": index,
                "time": round(float(time), 6),
                "members": [_member(member, nouns[member.id]) for member in members],
            }
            for index, time, members in measure(board)
        ],
    }


def _member(found: "MemberTruth", noun: str) -> dict[str, Any]:
    color = found.mean_color
    return {
        "id": found.id,
        "noun": noun,
        "box": list(found.box) if found.box else None,
        "visible_fraction": round(found.visible_fraction, 4),
        "mean_color": [round(value, 1) for value in color] if color else None,
    }


def _print(measured: dict[str, Any]) -> None:
    """A line for each member: in how many frames it is seen, and how much of it on average."""
    frames = measured["frames"]
    members = measured["members"]
    note(f"{len(frames)} frames at {measured['frame_rate']} per second")
    for member in members:
        seen = [
            found["visible_fraction"]
            for frame in frames
            for found in frame["members"]
            if found["id"] == member["id"] and found["box"] is not None
        ]
        share = sum(seen) / len(seen) if seen else 0.0
        typer.echo(f"{member['id']}: in {len(seen)} frames, {share:.0%} of it on average")
