"""What an engine is, what it is lent while it works, and how one is found."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from omnireel.domain.failures import InvalidInputError
from omnireel.domain.media import Asset, Clip
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Take

ENTRY_POINT_GROUP = "omnireel.engines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an engine can do. Durations in seconds."""

    tasks: tuple[str, ...]
    resolutions: tuple[str, ...]
    max_duration: int
    max_references: int
    audio: bool
    licence: str


class Context(Protocol):
    """What the worker lends an engine while it works."""

    @property
    def previous(self) -> Take | None: ...
    @property
    def scratch(self) -> Path: ...
    def open(self, asset: Asset) -> Path: ...
    def once(self, key: str, make: Callable[[Path], None]) -> Path:
        """The file `make` wrote for this key, now or in an earlier run."""
        ...

    def progress(self, done: float, stage: str) -> None:
        """0 to 1 and the stage's name. Raises CancelledError once somebody asked to stop."""
        ...


class Engine(Protocol):
    """Storyboard in, clip out. Made once per worker, used by one thread at a time."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def limits(self) -> Limits: ...
    def render(self, board: Storyboard, context: Context) -> Clip: ...
    def unmet(self, board: Storyboard) -> tuple[str, ...]:
        """The parts of the board this engine cannot show, in the user's own words. Cheap."""
        ...


def names() -> tuple[str, ...]:
    """The names of the installed engines, ours and strangers'."""
    return tuple(sorted(entry.name for entry in entry_points(group=ENTRY_POINT_GROUP)))


def load(name: str) -> Engine:
    """The engine with this name, made; InvalidInputError when none is installed."""
    for entry in entry_points(group=ENTRY_POINT_GROUP):
        if entry.name == name:
            engine: Engine = entry.load()()
            return engine
    known = ", ".join(names())
    raise InvalidInputError(f"No engine is named {name!r}; installed are: {known}.", field="engine")
