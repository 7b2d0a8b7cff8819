"""How a command ends: results on standard output, everything else on standard error."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import typer

from omnireel.cli.options import local_name
from omnireel.domain.failures import (
    CancelledError,
    Failure,
    InvalidInputError,
    MediaError,
    NotFoundError,
    NotReadyError,
    OmnireelError,
)

FAILED, BAD_INPUT, CANCELLED = 1, 2, 130
TRACEBACK = "OMNIREEL_TRACEBACK"
_INPUT_ERRORS = (InvalidInputError, NotFoundError, NotReadyError, MediaError)


@contextmanager
def told(*, as_json: bool) -> Iterator[None]:
    """Turn every failure in the block into a sentence and an exit code."""
    try:
        yield
    except (typer.Exit, typer.BadParameter):
        raise
    except (KeyboardInterrupt, CancelledError):
        _tell(Failure(code="cancelled", message="Cancelled."), as_json)
        raise typer.Exit(CANCELLED) from None
    except OmnireelError as error:
        _tell(_in_local_words(error.as_failure()), as_json)
        code = BAD_INPUT if isinstance(error, _INPUT_ERRORS) else FAILED
        raise typer.Exit(code) from None
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing more may be written to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(FAILED) from None
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        message = f"omnireel itself failed ({type(error).__name__}: {error}). "
        _tell(Failure(code="api_error", message=f"{message}{TRACEBACK}=1 shows where."), as_json)
        raise typer.Exit(FAILED) from None


def tell_failure(failure: Failure, *, as_json: bool, **more: object) -> None:
    """Report a failure that is a fact about an interaction."""
    _tell(failure, as_json, more)


def print_json(value: Mapping[str, object]) -> None:
    """One JSON object on standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False))


def note(text: str) -> None:
    """A remark for the person, not part of the result."""
    typer.echo(text, err=True)


def _tell(failure: Failure, as_json: bool, more: Mapping[str, object] | None = None) -> None:
    if as_json:
        error = {"code": failure.code, "message": failure.message, "field": failure.field}
        print_json({**(more or {}), "error": error})
    else:
        note(failure.message)


def _in_local_words(failure: Failure) -> Failure:
    """The same, with the option's name where the wire's field was named."""
    name = local_name(failure.field)
    message = failure.message
    if failure.field and message.startswith(f"{failure.field}:"):
        message = name + message[len(failure.field) :]
    return Failure(code=failure.code, message=message, field=name, retryable=failure.retryable)
