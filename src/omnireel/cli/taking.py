"""See one turn through, from the command line to a file: what `generate` and `edit` share."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from omnireel.cli.outcome import FAILED, note, print_json, tell_failure
from omnireel.domain.failures import CancelledError, Failure, InvalidInputError
from omnireel.domain.turn import Interaction, Status, Take, Turn

if TYPE_CHECKING:
    from omnireel.config import Settings
    from omnireel.store.opened import Store

DIALECT = "cli"
_NAME_LENGTH = 40


def make(
    settings: "Settings", store: "Store", turn: Turn, output: Path | None, *, as_json: bool
) -> None:
    """Submit the turn, show how far it is, write the file and print what came of it."""
    from omnireel import jobs

    target = _target(output, turn.prompt)
    row = jobs.submit(store, turn, dialect=DIALECT)
    try:
        ended = _watched(jobs.follow(settings, store, row.id), row)
    except KeyboardInterrupt:
        jobs.cancel(store, row.id)
        raise CancelledError(f"Cancelled {row.id}.") from None
    if ended.take is None:
        failure = ended.failure or Failure(code="cancelled", message=f"{row.id} was cancelled.")
        tell_failure(failure, as_json=as_json, id=row.id, status=ended.status.value)
        raise typer.Exit(130 if ended.status is Status.CANCELLED else FAILED)
    _write(store, ended.take, target)
    if as_json:
        print_json(_described(ended, ended.take, target))
    else:
        _print(ended, ended.take, target)


def newest(store: "Store") -> Interaction:
    """The newest completed interaction; InvalidInputError when there is none."""
    for row in store.recent(limit=200):
        if row.status is Status.COMPLETED and row.turn.stored:
            return row
    raise InvalidInputError(
        "ID: there is no clip yet to go on from; make one with `omnireel generate`.", field="ID"
    )


def _target(output: Path | None, prompt: str) -> Path:
    """Where the clip goes, looked at before the work begins."""
    if output is None:
        slug = re.sub(r"[^\w]+", "-", prompt.casefold()).strip("-")[:_NAME_LENGTH].strip("-")
        names = (f"{slug or 'clip'}{end}.mp4" for end in ("", *(f"-{n}" for n in range(2, 10_000))))
        return next(Path(name) for name in names if not Path(name).exists())
    if output.suffix.lower() != ".mp4":
        raise InvalidInputError(
            f"--output: {output.name!r} does not end in .mp4, which is what a clip is.",
            field="--output",
        )
    if output.is_dir() or not output.absolute().parent.is_dir():
        raise InvalidInputError(
            f"--output: the folder {output.absolute().parent} does not exist.", field="--output"
        )
    return output


def _watched(changes: Iterator[Interaction], row: Interaction) -> Interaction:
    """The interaction's end; until then a bar with stage and time left on standard error."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description:<8}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task("queued", total=1.0)
        for row in changes:  # noqa: PLR1704  the newest state replaces the older one
            bar.update(task, completed=row.progress.done, description=row.progress.stage)
    return row


def _write(store: "Store", take: Take, target: Path) -> None:
    partial = target.with_name(f".{target.name}.partial")
    try:
        with partial.open("wb") as file:
            file.writelines(store.assets.read(take.video))
        partial.replace(target)
    except OSError as error:
        raise InvalidInputError(
            f"--output: {target} cannot be written ({error.strerror}).", field="--output"
        ) from error
    finally:
        partial.unlink(missing_ok=True)


def _described(row: Interaction, take: Take, target: Path) -> dict[str, object]:
    output = take.storyboard.output
    return {
        "id": row.id,
        "status": row.status.value,
        "file": str(target),
        "previous_interaction_id": row.turn.previous_interaction_id,
        "engine": take.engine,
        "seed": take.storyboard.seed,
        "width": output.width,
        "height": output.height,
        "duration": float(output.duration),
        "frame_rate": float(output.frame_rate),
        "unmet": list(take.storyboard.unmet),
        "timings": dict(take.timings),
    }


def _print(row: Interaction, take: Take, target: Path) -> None:
    output = take.storyboard.output
    spent = (row.updated - row.created).total_seconds()
    note(f"{float(output.duration):g} s, {output.width}x{output.height}, made in {spent:.1f} s")
    typer.echo(f"file: {target}")
    typer.echo(f"id: {row.id}")
    for part in take.storyboard.unmet:
        typer.echo(f"not honoured: {part}")
