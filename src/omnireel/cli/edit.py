"""`omnireel edit`: an instruction changes a clip made earlier."""

from typing import Annotated

import typer

from omnireel.cli import options
from omnireel.cli.outcome import told
from omnireel.cli.state import open_store
from omnireel.cli.taking import make, newest
from omnireel.domain.turn import Turn
from omnireel.policy.models import DEFAULT_MODEL

LAST = "last"


def edit(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[ID|last] INSTRUCTION",
            help="Which clip (the last one by default), and what to change.",
        ),
    ],
    output: options.Output = None,
    aspect: options.Aspect = None,
    resolution: options.Resolutions = None,
    quality: options.Qualities = None,
    seed: options.Seed = None,
    model: options.ModelId = DEFAULT_MODEL,
    data: options.Data = None,
    as_json: options.AsJson = False,
) -> None:
    """Change a clip and keep the rest of it as it is."""
    if len(words) > 2:
        raise typer.BadParameter("put the instruction in quotes: one argument, or ID and one.")
    with told(as_json=as_json):
        from omnireel.config import Settings

        settings = Settings.read(data=data)
        with open_store(settings) as opened:
            target = words[0] if len(words) == 2 else LAST
            previous = newest(opened).id if target == LAST else target
            turn = Turn(
                prompt=words[-1],
                model=model,
                aspect_ratio=aspect,
                resolution=resolution,
                quality=quality,
                seed=seed,
                previous_interaction_id=previous,
            )
            make(settings, opened, turn, output, as_json=as_json)
