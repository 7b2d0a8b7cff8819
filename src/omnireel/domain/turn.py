"""One request and what came of it: `Turn`, `Interaction`, `Take`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from omnireel.domain.failures import Failure
from omnireel.domain.media import Asset, Reference
from omnireel.domain.revision import Revision
from omnireel.domain.storyboard import Storyboard


class Task(StrEnum):
    """What a request wants done; absent on a turn, the director infers it."""

    TEXT_TO_VIDEO = "text_to_video"
    IMAGE_TO_VIDEO = "image_to_video"
    REFERENCE_TO_VIDEO = "reference_to_video"
    EDIT = "edit"
    EXTEND = "extend"


class AspectRatio(StrEnum):
    """Width to height of the clip."""

    LANDSCAPE = "16:9"
    PORTRAIT = "9:16"


class Resolution(StrEnum):
    """The clip's shorter side, in the wire's names."""

    R360P = "360p"
    R720P = "720p"
    R1080P = "1080p"
    R4K = "4k"


class Quality(StrEnum):
    """How finely a frame is drawn, never what it shows."""

    DRAFT = "draft"
    STANDARD = "standard"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one request asked. What is None was not asked for: the director decides."""

    prompt: str
    model: str
    task: Task | None = None
    references: tuple[Reference, ...] = ()
    aspect_ratio: AspectRatio | None = None
    resolution: Resolution | None = None
    duration: Fraction | None = None
    quality: Quality | None = None
    seed: int | None = None
    previous_interaction_id: str | None = None
    stored: bool = True
    background: bool = False


class Status(StrEnum):
    """Where an interaction is. The last three are ends."""

    QUEUED = "queued"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        return self in (Status.COMPLETED, Status.FAILED, Status.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the work is: 0 to 1, and the name of the stage (`plan`, `build`, `render`, …)."""

    done: float
    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """The finished result of a turn. `timings` holds wall seconds per stage."""

    video: Asset
    poster: Asset
    storyboard: Storyboard
    engine: str
    engine_version: str
    timings: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """One turn and what came of it: the only job record.

    `dialect` names the wire that created it (`gemini`), `request` is its body with media taken
    out, `project` is whose key it was. `attempt` counts claims by workers and fences late writers.
    """

    id: str
    turn: Turn
    status: Status
    created: datetime
    updated: datetime
    dialect: str
    project: str = ""
    request: Mapping[str, object] = field(default_factory=dict)
    progress: Progress = Progress(done=0.0, stage="queued")
    attempt: int = 0
    take: Take | None = None
    revision: Revision | None = None
    failure: Failure | None = None
