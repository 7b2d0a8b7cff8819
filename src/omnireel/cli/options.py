"""The options that several commands share."""

from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from omnireel.domain.failures import InvalidInputError
from omnireel.domain.turn import AspectRatio, Quality, Resolution

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="The file to write; named after the prompt by default."),
]
Aspect = Annotated[AspectRatio | None, typer.Option(help="Width to height.")]
Duration = Annotated[str | None, typer.Option(metavar="S", help="Seconds, such as 5 or 7.5.")]
Resolutions = Annotated[Resolution | None, typer.Option(help="The shorter side.")]
Qualities = Annotated[Quality | None, typer.Option(help="How finely a frame is drawn.")]
Seed = Annotated[int | None, typer.Option(help="The same seed makes the same clip again.")]
ModelId = Annotated[str, typer.Option(metavar="ID", help="The model id whose limits apply.")]
Data = Annotated[
    Path | None,
    typer.Option(help="The folder where state lives.", envvar="OMNIREEL_DATA", show_envvar=True),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object, for machines.")]

_WIRE_NAMES = {
    "input": "PROMPT",
    "previous_interaction_id": "ID",
    "generation_config.seed": "--seed",
    "model": "--model",
}


def seconds(text: str | None) -> Fraction | None:
    """The value of --duration; InvalidInputError when it is no number of seconds."""
    if text is None:
        return None
    number = text.strip().removesuffix("s")
    if len(number) > 12 or not number.replace(".", "", 1).isascii():
        number = ""
    try:
        return Fraction(number) if "/" not in number and "e" not in number.lower() else _refuse()
    except (ValueError, ZeroDivisionError):
        return _refuse()


def _refuse() -> Fraction:
    field = "response_format.duration"
    raise InvalidInputError(f"{field}: allowed are seconds, such as 5 or 7.5.", field=field)


def local_name(field: str) -> str:
    """What the command line calls a field of the wire."""
    if field.startswith("response_format."):
        return f"--{field.removeprefix('response_format.').removesuffix('_ratio')}"
    return _WIRE_NAMES.get(field, field)
