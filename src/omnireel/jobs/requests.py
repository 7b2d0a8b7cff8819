"""What may be asked of the jobs: submit, wait, cancel. The store is the only way to the workers."""

import time
from collections.abc import Mapping

from omnireel.domain.failures import NotFoundError
from omnireel.domain.turn import Interaction, Turn
from omnireel.policy.check import check
from omnireel.store import Store

POLL_SECONDS = 0.1


def submit(
    store: Store,
    turn: Turn,
    *,
    dialect: str,
    project: str = "",
    request: Mapping[str, object] | None = None,
) -> Interaction:
    """Store the turn as a queued interaction, which a worker will pick up.

    Raises:
        OmnireelError: Policy refuses it (see `policy.check`); then nothing is stored.
    """
    check(turn, _previous(store, turn, project))
    return store.create(turn, dialect=dialect, project=project, request=request)


def wait(store: Store, interaction_id: str, timeout: float) -> Interaction:
    """The interaction once it has ended, or as it is after `timeout` seconds.

    Raises:
        NotFoundError: There is none with this id (any more).
    """
    deadline = time.monotonic() + timeout
    while True:
        found = store.get(interaction_id)
        left = deadline - time.monotonic()
        if found.status.ended or left <= 0:
            return found
        time.sleep(min(POLL_SECONDS, left))


def cancel(store: Store, interaction_id: str) -> Interaction:
    """End the interaction unless it has ended; its worker stops at the next frame.

    Raises:
        NotFoundError: There is none with this id.
    """
    return store.cancel(interaction_id)


def _previous(store: Store, turn: Turn, project: str) -> Interaction | None:
    """The interaction this turn continues, if there is one and it is the project's own."""
    if turn.previous_interaction_id is None:
        return None
    try:
        found = store.get(turn.previous_interaction_id)
    except NotFoundError:
        return None
    return found if found.project == project else None
