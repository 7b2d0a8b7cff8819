"""`omnireel`: one command per file. Starting it loads nothing heavy; each command loads its own."""

from typing import Annotated

import typer

from omnireel import __version__
from omnireel.cli.doctor import doctor
from omnireel.cli.edit import edit
from omnireel.cli.generate import generate
from omnireel.cli.plan import plan
from omnireel.cli.serve import serve
from omnireel.cli.truth import truth

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # half of the time that help takes
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in (generate, edit, plan, truth, serve, doctor):
    app.command()(_command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"omnireel {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print it."),
    ] = False,
) -> None:
    """Make a video with sound from a sentence, and keep editing it in conversation."""


def main() -> None:
    """The program: exits 0 for done, 1 for a failure, 2 for bad input, 130 for cancelled."""
    app()
