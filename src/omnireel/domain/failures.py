"""Why something cannot be done, in sentences a user can act on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A failure as a fact: what, which field, and whether the same request could succeed later."""

    code: str
    message: str
    field: str = ""
    retryable: bool = False


class OmnireelError(Exception):
    """The root of what omnireel raises on purpose.

    Args:
        message: A sentence for the user: what is wrong, what is allowed, what to do next.
        field: The request field it is about, in the wire's spelling, or "".
    """

    code = "api_error"
    retryable = False

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field

    def as_failure(self) -> Failure:
        """The same, as a fact to keep on an interaction."""
        return Failure(
            code=self.code, message=self.message, field=self.field, retryable=self.retryable
        )


class InvalidInputError(OmnireelError):
    """A request asks for something that cannot be; `field` says where."""

    code = "invalid_request"


class NotFoundError(OmnireelError):
    """The named thing does not exist (any more)."""

    code = "not_found"


class ModelNotFoundError(NotFoundError):
    """No model has this id."""

    code = "model_not_found"


class NotReadyError(OmnireelError):
    """The named thing exists but is not in a state to be used so."""

    code = "failed_precondition"


class BusyError(OmnireelError):
    """Too much is under way; nothing was stored."""

    code = "too_many_requests"
    retryable = True


class EngineError(OmnireelError):
    """An engine could not make the clip."""

    code = "engine_failed"


class MissingSystemPartError(EngineError):
    """Something of the operating system that an engine needs is not there (OpenGL, a GPU)."""

    code = "system_part_missing"


class MediaError(OmnireelError):
    """A media file cannot be read or written."""

    code = "invalid_media"


class CancelledError(OmnireelError):
    """Somebody asked to stop."""

    code = "cancelled"
