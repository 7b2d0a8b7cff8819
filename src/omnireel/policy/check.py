"""The one look at a turn before anything is stored: may this be asked, of this model, now?"""

from collections.abc import Sequence
from fractions import Fraction

from omnireel.domain.failures import InvalidInputError, NotFoundError, NotReadyError
from omnireel.domain.turn import Interaction, Resolution, Status, Task, Turn
from omnireel.policy import models
from omnireel.policy.models import Model

MAX_PROMPT_CHARACTERS = 20_000
_MAX_SEED = 2**63 - 1
_NEEDS_IMAGE = (Task.IMAGE_TO_VIDEO, Task.REFERENCE_TO_VIDEO)


def check(turn: Turn, previous: Interaction | None) -> None:
    """Refuse what cannot be done, in a sentence that names the field and what is allowed.

    Args:
        turn: What is asked.
        previous: The interaction `turn.previous_interaction_id` names, or None when the turn
            names none or there is none with that id.

    Raises:
        InvalidInputError: A value is empty, malformed or out of the model's range.
        ModelNotFoundError: No model has this id.
        NotFoundError: The previous interaction does not exist (any more).
        NotReadyError: The previous interaction has no take to continue from.
    """
    model = models.find(turn.model)
    _check_prompt(turn.prompt)
    _check_previous(turn, previous)
    _check_task(turn, model)
    _check_output(turn, model)
    _check_references(turn, model)
    if turn.background and not turn.stored:
        raise InvalidInputError(
            "store: a background interaction must be stored, or nobody could fetch it; "
            "allowed with background:true is store:true.",
            field="store",
        )


def _check_prompt(prompt: str) -> None:
    if not prompt.strip():
        raise InvalidInputError(
            "input: the prompt is empty; say in a sentence what the video should show.",
            field="input",
        )
    if len(prompt) > MAX_PROMPT_CHARACTERS:
        raise InvalidInputError(
            f"input: the prompt has {len(prompt)} characters; "
            f"allowed are up to {MAX_PROMPT_CHARACTERS}.",
            field="input",
        )
    if "\0" in prompt or (not prompt.isascii() and any("\ud800" <= c <= "\udfff" for c in prompt)):
        raise InvalidInputError(
            "input: the prompt holds a character that is not text (NUL or half a surrogate pair); "
            "allowed is Unicode text.",
            field="input",
        )


def _check_previous(turn: Turn, previous: Interaction | None) -> None:
    name = turn.previous_interaction_id
    if name is None:
        return
    field = "previous_interaction_id"
    if previous is None:
        raise NotFoundError(
            f"{field}: there is no interaction {name[:100]!r}; it may have been deleted.",
            field=field,
        )
    if not previous.turn.stored:
        raise NotFoundError(
            f"{field}: {previous.id} was made with store:false and was not kept; "
            "make it again with store:true to edit it.",
            field=field,
        )
    if not previous.status.ended:
        raise NotReadyError(
            f"{field}: {previous.id} is still {previous.status.value}; wait until it is completed.",
            field=field,
        )
    if previous.status is not Status.COMPLETED or previous.take is None:
        raise NotReadyError(
            f"{field}: {previous.id} is {previous.status.value} and has no video to continue from; "
            "name a completed interaction.",
            field=field,
        )


def _check_task(turn: Turn, model: Model) -> None:
    field = "generation_config.video_config.task"
    if turn.task is None:
        return
    if turn.task not in model.tasks:
        raise _not_allowed(field, turn.task.value, model.tasks, model)
    kinds = {reference.asset.mime_type.partition("/")[0] for reference in turn.references}
    if turn.task is Task.EDIT:
        if turn.previous_interaction_id is None and "video" not in kinds:
            raise InvalidInputError(
                f"{field}: edit needs a video; name one with previous_interaction_id.",
                field=field,
            )
        if turn.duration is not None:
            raise InvalidInputError(
                "response_format.duration: an edit keeps its source's length; "
                "leave the duration out with task edit.",
                field="response_format.duration",
            )
    if turn.task in _NEEDS_IMAGE and "image" not in kinds:
        raise InvalidInputError(
            f"{field}: {turn.task.value} needs an image in input; add one or leave the task out.",
            field=field,
        )


def _check_output(turn: Turn, model: Model) -> None:
    if turn.resolution is not None and turn.resolution not in model.resolutions:
        raise _not_allowed(
            "response_format.resolution", turn.resolution.value, model.resolutions, model
        )
    if turn.aspect_ratio is not None and turn.aspect_ratio not in model.aspect_ratios:
        raise _not_allowed(
            "response_format.aspect_ratio", turn.aspect_ratio.value, model.aspect_ratios, model
        )
    low, high = model.min_duration, model.max_duration
    if turn.duration is not None and not low <= turn.duration <= high:
        raise InvalidInputError(
            f"response_format.duration: {_seconds(turn.duration)} is out of range; "
            f"{model.id} allows {_seconds(low)} to {_seconds(high)}.",
            field="response_format.duration",
        )
    if turn.seed is not None and not 0 <= turn.seed <= _MAX_SEED:
        raise InvalidInputError(
            f"generation_config.seed: allowed are whole numbers from 0 to {_MAX_SEED}.",
            field="generation_config.seed",
        )


def _check_references(turn: Turn, model: Model) -> None:
    kinds = [reference.asset.mime_type.partition("/")[0] for reference in turn.references]
    for kind, most in (("image", model.max_images), ("video", model.max_videos)):
        found = kinds.count(kind)
        if found > most:
            allowed = f"at most {most}" if most else "none"
            raise InvalidInputError(
                f"input: {found} {kind}{'s' if found > 1 else ''} given; "
                f"{model.id} on this server takes {allowed}.",
                field="input",
            )


def _not_allowed(
    field: str, value: str, allowed: Sequence[Task | Resolution | str], model: Model
) -> InvalidInputError:
    listed = ", ".join(str(item) for item in allowed)
    return InvalidInputError(
        f"{field}: {value!r} is not offered by {model.id}; allowed are {listed}.", field=field
    )


def _seconds(value: Fraction) -> str:
    return f"{float(value):g}s"
