"""The JSON of a create request to a `Turn` and to how its answer is to be delivered."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from omnireel.api.gemini import content
from omnireel.api.gemini.body import field
from omnireel.api.gemini.content import Media
from omnireel.domain.failures import InvalidInputError
from omnireel.domain.turn import AspectRatio, Resolution, Task, Turn
from omnireel.policy import models
from omnireel.policy.models import Model

_UNSUPPORTED = {
    "system_instruction": "put it into the prompt",
    "tools": "this model only makes videos",
    "cached_content": "send the whole prompt",
    "environment": "this model only makes videos",
    "agent": "name a model instead",
    "agent_config": "name a model instead",
    "continuation_token": "use previous_interaction_id",
    "webhook_config": "poll the interaction instead",
}
_UNSUPPORTED_CONFIG = ("temperature", "top_p", "top_k", "stop_sequences", "negative_prompt")
_DELIVERIES = ("inline", "uri")
_DURATION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,6})?s?")

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Create:
    """One create request, read. `record` is its body with the media's bytes taken out."""

    turn: Turn
    media: tuple[Media, ...]
    record: Mapping[str, object]
    stream: bool


def create(body: Mapping[str, object]) -> Create:
    """Read a normalised create body.

    Raises:
        InvalidInputError: A field is of the wrong type or asks for what no model offers.
        ModelNotFoundError: No model has this id.
    """
    _refuse_unsupported(body)
    model = _model(body)
    said = content.read(body.get("input"))
    video = _video_format(body.get("response_format"))
    config = field(body, "generation_config", dict) or {}
    video_config = field(config, "video_config", dict, "generation_config.") or {}
    turn = Turn(
        prompt=said.prompt,
        model=str(body["model"]),
        task=_word(Task, video_config, "generation_config.video_config.task", model.tasks),
        aspect_ratio=_word(AspectRatio, video, "response_format.aspect_ratio", model.aspect_ratios),
        resolution=_word(Resolution, video, "response_format.resolution", model.resolutions),
        duration=_duration(video.get("duration")),
        seed=field(config, "seed", int, "generation_config."),
        previous_interaction_id=field(body, "previous_interaction_id", str) or None,
        stored=field(body, "store", bool) is not False,
        background=field(body, "background", bool) or False,
    )
    return Create(
        turn=turn,
        media=said.media,
        record=_without_media(body),
        stream=field(body, "stream", bool) or False,
    )


def wants_uri(record: Mapping[str, object]) -> bool:
    """Whether the request of this record asked for a link instead of the bytes."""
    return _video_format(record.get("response_format")).get("delivery") == "uri"


def _model(body: Mapping[str, object]) -> Model:
    name = field(body, "model", str)
    if not name:
        known = ", ".join(model.id for model in models.MODELS)
        raise InvalidInputError(f"model: name one; allowed are {known}.", field="model")
    return models.find(name)


def _refuse_unsupported(body: Mapping[str, object]) -> None:
    for name, instead in _UNSUPPORTED.items():
        if body.get(name):
            raise InvalidInputError(f"{name}: not supported; {instead}.", field=name)
    config = field(body, "generation_config", dict) or {}
    for name in _UNSUPPORTED_CONFIG:
        if config.get(name) is not None:
            path = f"generation_config.{name}"
            raise InvalidInputError(
                f"{path}: not supported by video models; leave it out and say it in the prompt.",
                field=path,
            )


def _video_format(value: object) -> Mapping[str, object]:
    """The `video` entry of `response_format`, which may be an object or a list of them."""
    where = "response_format"
    entries: list[Mapping[str, object]] = []
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            entries.append(entry)
        elif entry is not None:
            raise InvalidInputError(
                f"{where}: allowed is an object or a list of them.", field=where
            )
    video = [entry for entry in entries if entry.get("type", "video") == "video"]
    if entries and not video:
        raise InvalidInputError(f"{where}.type: allowed is video.", field=f"{where}.type")
    if len(video) > 1:
        raise InvalidInputError(f"{where}: one video is made per interaction.", field=where)
    chosen: Mapping[str, object] = video[0] if video else {}
    if chosen.get("gcs_uri"):
        raise InvalidInputError(
            f"{where}.gcs_uri: not supported; the video is in the answer.",
            field=f"{where}.gcs_uri",
        )
    if field(chosen, "delivery", str, f"{where}.") not in (None, *_DELIVERIES):
        raise InvalidInputError(
            f"{where}.delivery: allowed are {', '.join(_DELIVERIES)}.", field=f"{where}.delivery"
        )
    return chosen


def _word(
    kind: type[Word], holder: Mapping[str, object], path: str, allowed: Sequence[Word]
) -> Word | None:
    """The value of the field at this path of the body; `holder` is the object it is in."""
    where, _, name = path.rpartition(".")
    value = field(holder, name, str, f"{where}.")
    if value is None:
        return None
    try:
        return kind(value)
    except ValueError:
        listed = ", ".join(allowed)
        raise InvalidInputError(
            f"{path}: {value[:100]!r} is not one of the values; allowed are {listed}.", field=path
        ) from None


def _duration(value: object) -> Fraction | None:
    """Seconds from `"5s"`, `"3.5s"` or a plain number."""
    if value is None:
        return None
    text = str(value) if isinstance(value, (str, int, float)) else ""
    if isinstance(value, bool) or not _DURATION.fullmatch(text):
        path = "response_format.duration"
        raise InvalidInputError(f'{path}: allowed are seconds, such as "5s".', field=path)
    return Fraction(text.removesuffix("s"))


def _without_media(body: Mapping[str, object]) -> dict[str, object]:
    """The body as it may be kept: whatever stood in `data` is gone."""
    return {key: _kept(value) for key, value in body.items() if key != "data"}


def _kept(value: object) -> object:
    if isinstance(value, list):
        return [_kept(item) for item in value]
    return _without_media(value) if isinstance(value, dict) else value
