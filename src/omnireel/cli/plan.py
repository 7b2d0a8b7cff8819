"""`omnireel plan`: what would be made of a sentence, without making it."""

from typing import TYPE_CHECKING, Annotated

import typer

from omnireel.cli import options
from omnireel.cli.edit import LAST
from omnireel.cli.outcome import print_json, told
from omnireel.cli.state import open_store
from omnireel.cli.taking import newest
from omnireel.domain.turn import Interaction, Turn
from omnireel.policy.models import DEFAULT_MODEL

if TYPE_CHECKING:
    from omnireel.config import Settings


def plan(
    prompt: Annotated[
        str, typer.Argument(metavar="PROMPT", help="What the video should show, or what to change.")
    ],
    previous: Annotated[
        str | None, typer.Option(metavar="ID|last", help="Plan an edit of this clip.")
    ] = None,
    aspect: options.Aspect = None,
    duration: options.Duration = None,
    resolution: options.Resolutions = None,
    quality: options.Qualities = None,
    seed: options.Seed = None,
    model: options.ModelId = DEFAULT_MODEL,
    data: options.Data = None,
    as_json: options.AsJson = False,
) -> None:
    """Show what would be made, without rendering anything."""
    with told(as_json=as_json):
        turn = Turn(
            prompt=prompt,
            model=model,
            aspect_ratio=aspect,
            resolution=resolution,
            duration=options.seconds(duration),
            quality=quality,
            seed=seed,
            previous_interaction_id=previous,
        )
        from omnireel.config import Settings

        _show(Settings.read(data=data), turn, as_json=as_json)


def _show(settings: "Settings", turn: Turn, *, as_json: bool) -> None:
    from dataclasses import replace

    from omnireel import director
    from omnireel.api.gemini import summary
    from omnireel.policy.check import check
    from omnireel.store import codec

    before = _before(settings, turn)
    if before is not None:
        turn = replace(turn, previous_interaction_id=before.id)
    check(turn, before)
    take = before.take if before is not None else None
    if turn.quality is None and take is None:
        turn = replace(turn, quality=settings.quality)
    seed = turn.seed if turn.seed is not None else take.storyboard.seed if take else 0
    planned = director.plan(turn, seed=seed, previous=take)
    if as_json:
        print_json(
            {
                "storyboard": codec.to_plain(planned.storyboard),
                "revision": codec.to_plain(planned.revision) if planned.revision else None,
            }
        )
        return
    typer.echo(summary.understood(planned.storyboard, planned.revision))
    for part in planned.storyboard.unmet:
        typer.echo(f"not honoured: {part}")


def _before(settings: "Settings", turn: Turn) -> Interaction | None:
    """The interaction to be edited; None for a new clip."""
    if turn.previous_interaction_id is None:
        return None

    with open_store(settings) as opened:
        if turn.previous_interaction_id == LAST:
            return newest(opened)
        return opened.get(turn.previous_interaction_id)
