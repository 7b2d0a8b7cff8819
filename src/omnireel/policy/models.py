"""The model ids this server answers to, each with its own limits: rows, not ifs.

The ids are those of the hosted service, so that clients written for it run unchanged; a limit is
never wider than what this server really does (`reference/gemini-wire.md` §9).
"""

from dataclasses import dataclass
from fractions import Fraction

from omnireel.domain.failures import ModelNotFoundError
from omnireel.domain.turn import AspectRatio, Resolution, Task

DEFAULT_MODEL = "gemini-omni-1.2-flash"
"""What a person who names no model gets: the id with the widest limits."""

_PREFIXES = ("models/", "publishers/google/models/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What may be asked of one model id. Durations in seconds, both ends allowed."""

    id: str
    tasks: tuple[Task, ...]
    resolutions: tuple[Resolution, ...]
    aspect_ratios: tuple[AspectRatio, ...]
    min_duration: Fraction
    max_duration: Fraction
    max_images: int
    max_videos: int


_TASKS = (Task.TEXT_TO_VIDEO, Task.IMAGE_TO_VIDEO, Task.REFERENCE_TO_VIDEO, Task.EDIT)

MODELS = (
    Model(
        id="gemini-omni-flash-preview",
        tasks=_TASKS,
        resolutions=(Resolution.R720P,),
        aspect_ratios=tuple(AspectRatio),
        min_duration=Fraction(3),
        max_duration=Fraction(10),
        max_images=10,
        max_videos=0,
    ),
    Model(
        id="gemini-omni-1.1-flash",
        tasks=_TASKS,
        resolutions=tuple(Resolution),
        aspect_ratios=tuple(AspectRatio),
        min_duration=Fraction(3),
        max_duration=Fraction(10),
        max_images=10,
        max_videos=0,
    ),
    Model(
        id="gemini-omni-1.2-flash",
        tasks=_TASKS,
        resolutions=tuple(Resolution),
        aspect_ratios=tuple(AspectRatio),
        min_duration=Fraction(3),
        max_duration=Fraction(15),
        max_images=10,
        max_videos=0,
    ),
)


def find(model_id: str) -> Model:
    """The row of this id, with or without a `models/` prefix; ModelNotFoundError for no row."""
    name = model_id
    for prefix in _PREFIXES:
        name = name.removeprefix(prefix)
    for model in MODELS:
        if model.id == name:
            return model
    known = ", ".join(model.id for model in MODELS)
    raise ModelNotFoundError(
        f"model: no model is named {model_id[:100]!r}; allowed are {known}.", field="model"
    )
