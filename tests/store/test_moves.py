"""Whatever workers and users do, in whatever order, an interaction moves only as it may."""

import tempfile
from pathlib import Path

from hypothesis import settings as budget
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from omnireel import store
from omnireel.config import Settings
from omnireel.domain.failures import Failure
from omnireel.domain.turn import Interaction, Progress, Status, Turn

ATTEMPTS = st.integers(0, 4)


class Moves(RuleBasedStateMachine):
    """One interaction, any number of workers with any idea of which attempt theirs is."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = store.open(Settings(data=Path(self.folder.name)))
        self.status = Status.QUEUED
        self.attempt = 0

    @initialize()
    def create(self) -> None:
        self.id = self.store.create(Turn(prompt="x", model="m"), dialect="gemini").id
        self.seen = self.found

    @property
    def found(self) -> Interaction:
        return self.store.get(self.id)

    @rule()
    def claim(self) -> None:
        claimed = self.store.claim(self.id, "w")
        assert (claimed is None) == self.status.ended
        if claimed is not None:
            self.status = Status.IN_PROGRESS
            self.attempt += 1
            assert claimed.attempt == self.attempt

    @rule(attempt=ATTEMPTS, done=st.floats(0, 1))
    def report(self, attempt: int, done: float) -> None:
        accepted = self.store.report(self.id, attempt, Progress(done=done, stage="render"))
        assert accepted == self._counts(attempt)

    @rule(attempt=ATTEMPTS)
    def fail(self, attempt: int) -> None:
        accepted = self.store.fail(self.id, attempt, Failure(code="c", message="m"))
        assert accepted == self._counts(attempt)
        if accepted:
            self.status = Status.FAILED

    @rule()
    def cancel(self) -> None:
        self.store.cancel(self.id)
        if not self.status.ended:
            self.status = Status.CANCELLED

    @invariant()
    def the_row_is_where_it_should_be(self) -> None:
        now = self.found
        assert (now.status, now.attempt) == (self.status, self.attempt)
        if self.seen.status.ended:
            assert now == self.seen
        self.seen = now

    def _counts(self, attempt: int) -> bool:
        return self.status is Status.IN_PROGRESS and attempt == self.attempt

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


TestMoves = Moves.TestCase
TestMoves.settings = budget(max_examples=25, stateful_step_count=12)
