"""`omnireel generate`: a sentence becomes a clip, with no server running."""

from typing import Annotated

import typer

from omnireel.cli import options
from omnireel.cli.outcome import told
from omnireel.cli.state import open_store
from omnireel.cli.taking import make
from omnireel.domain.turn import Turn
from omnireel.policy.models import DEFAULT_MODEL


def generate(
    prompt: Annotated[str, typer.Argument(metavar="PROMPT", help="What the video should show.")],
    output: options.Output = None,
    aspect: options.Aspect = None,
    duration: options.Duration = None,
    resolution: options.Resolutions = None,
    quality: options.Qualities = None,
    seed: options.Seed = None,
    model: options.ModelId = DEFAULT_MODEL,
    data: options.Data = None,
    as_json: options.AsJson = False,
) -> None:
    """Make a clip from a sentence."""
    with told(as_json=as_json):
        turn = Turn(
            prompt=prompt,
            model=model,
            aspect_ratio=aspect,
            resolution=resolution,
            duration=options.seconds(duration),
            quality=quality,
            seed=seed,
        )
        from omnireel.config import Settings

        settings = Settings.read(data=data)
        with open_store(settings) as opened:
            make(settings, opened, turn, output, as_json=as_json)
