"""The typed operations that turn one storyboard into the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class OperationKind(StrEnum):
    """What an edit does to its target."""

    ADD = "add"
    REMOVE = "remove"
    HIDE = "hide"
    SHOW = "show"
    REPLACE = "replace"
    RECOLOUR = "recolour"
    RESIZE = "resize"
    RESTYLE = "restyle"
    RELIGHT = "relight"
    RESET = "reset"  # another setting, time of day, weather or season
    MOVE = "move"
    REACT = "react"  # another action
    RETIME = "retime"
    RETITLE = "retitle"
    RESCORE = "rescore"
    REFRAME = "reframe"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One change: its kind, the member (or `shot`, `look`, `sound`) it is done to, its values."""

    kind: OperationKind
    target: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What an instruction was understood to mean, in the order it is applied."""

    instruction: str
    operations: tuple[Operation, ...]
