"""An `Interaction` as this wire shows it."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction

from omnireel.api.gemini import summary
from omnireel.domain.turn import Interaction, Status, Take

_TOKENS_PER_SECOND = {360: 1_931, 720: 5_792, 1080: 8_688, 2160: 17_376}
"""Video tokens per second of footage, by the picture's shorter side (the hosted service's)."""
_TOKENS_PER_IMAGE = 258
_CHARACTERS_PER_TOKEN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A finished take's video as it goes out: its bytes, a link to them, or both."""

    data: bytes | None = None
    uri: str = ""
    file_name: str = ""


def interaction(
    row: Interaction, delivery: Delivery | None = None, *, include_input: bool = False
) -> dict[str, object]:
    """The wire's object. `delivery` is the video of a completed interaction.

    The video is the last content of the last step, because the official clients look for it there;
    `output_video` repeats it for those who have only curl (whose documented script cuts the file's
    name out of a bare `files/ID`). A waiting job is told as `in_progress`: the documented polling
    loops know no other word for it.
    """
    status = Status.IN_PROGRESS if row.status is Status.QUEUED else row.status
    body: dict[str, object] = {
        "id": row.id,
        "object": "interaction",
        "status": status.value,
        "model": row.turn.model,
        "role": "model",
        "created": _time(row.created),
        "updated": _time(row.updated),
        "steps": [],
    }
    if row.turn.previous_interaction_id is not None:
        body["previous_interaction_id"] = row.turn.previous_interaction_id
    for name in ("labels", "service_tier"):
        if name in row.request:
            body[name] = row.request[name]
    if include_input and "input" in row.request:
        body["input"] = row.request["input"]
    if row.failure is not None:
        body["errors"] = [{"code": row.failure.code, "message": row.failure.message}]
    if row.take is not None and delivery is not None:
        output = _video(row.take, delivery)
        body["steps"] = _steps(row, row.take, output)
        body["output_video"] = output | ({"uri": delivery.file_name} if delivery.uri else {})
        body["usage"] = _usage(row, row.take)
    return body


def _steps(row: Interaction, take: Take, output: Mapping[str, object]) -> list[dict[str, object]]:
    understood = summary.understood(take.storyboard, row.revision)
    unmet = summary.unmet(take.storyboard)
    told = [{"type": "text", "text": text} for text in (understood, unmet) if text]
    said: list[Mapping[str, object]] = [{"type": "text", "text": unmet}] if unmet else []
    return [
        {"type": "thought", "summary": told},
        {"type": "model_output", "content": [*said, output]},
    ]


def _video(take: Take, delivery: Delivery) -> dict[str, object]:
    video: dict[str, object] = {"type": "video", "mime_type": take.video.mime_type}
    if delivery.uri:
        video["uri"] = delivery.uri
    if delivery.data is not None:
        video["data"] = base64.b64encode(delivery.data).decode("ascii")
    return video


def _usage(row: Interaction, take: Take) -> dict[str, object]:
    output = take.storyboard.output
    seconds = Fraction(output.frame_count) / output.frame_rate
    side = min(output.width, output.height)
    video = int(_TOKENS_PER_SECOND.get(side, 5_792) * seconds)
    text = -(-len(row.turn.prompt) // _CHARACTERS_PER_TOKEN)
    images = _TOKENS_PER_IMAGE * len(row.turn.references)
    given = [{"modality": "text", "tokens": text}]
    if images:
        given.append({"modality": "image", "tokens": images})
    return {
        "total_input_tokens": text + images,
        "total_output_tokens": video,
        "total_thought_tokens": 0,
        "total_cached_tokens": 0,
        "total_tool_use_tokens": 0,
        "total_tokens": text + images + video,
        "input_tokens_by_modality": given,
        "output_tokens_by_modality": [{"modality": "video", "tokens": video}],
    }


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
