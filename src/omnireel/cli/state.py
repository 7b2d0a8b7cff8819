"""Open the state that a command works on."""

from typing import TYPE_CHECKING

from omnireel.domain.failures import InvalidInputError

if TYPE_CHECKING:
    from omnireel.config import Settings
    from omnireel.store.opened import Store


def open_store(settings: "Settings") -> "Store":
    """The store of these settings; InvalidInputError when its place cannot be used."""
    from sqlalchemy.exc import DBAPIError

    from omnireel import store

    try:
        return store.open(settings)
    except (OSError, DBAPIError) as error:
        reason = error.strerror if isinstance(error, OSError) else error.orig
        raise InvalidInputError(
            f"--data: {settings.folder} cannot be used ({reason}); choose another folder.",
            field="--data",
        ) from error
