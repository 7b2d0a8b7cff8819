"""The `input` field in all its forms: a prompt and the media that came with it."""

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from omnireel.api.gemini.body import field
from omnireel.domain.failures import InvalidInputError

MAX_MEDIA = 13
_MEDIA = ("image", "video", "document")
_STEPS = ("user_input", "model_output", "thought", "processing_call", "processing_result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """Bytes that came in a request, and where they stood. What they are, the bytes tell."""

    where: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """What the user said in this turn."""

    prompt: str
    media: tuple[Media, ...]


def read(value: object) -> Input:
    """Normalise a string, a content, a list of contents or a list of steps.

    Raises:
        InvalidInputError: An unknown form, media that cannot be taken, or bytes that are no base64.
    """
    texts: list[str] = []
    media: list[Media] = []
    for where, content in _contents(value):
        kind = content.get("type", "text" if "text" in content else None)
        if kind == "text":
            texts.append(field(content, "text", str, f"{where}.") or "")
        elif kind in _MEDIA:
            media.append(_media(content, where))
            if len(media) > MAX_MEDIA:
                raise InvalidInputError(
                    f"input: more than the {MAX_MEDIA} images and videos allowed.", field="input"
                )
        else:
            allowed = ", ".join(("text", *_MEDIA))
            raise InvalidInputError(
                f"{where}.type: {str(kind)[:100]!r} is not taken; allowed are {allowed}.",
                field=f"{where}.type",
            )
    return Input(prompt="\n".join(text for text in texts if text), media=tuple(media))


def _contents(value: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every content of the user's, with the path to it."""
    if value is None:
        return
    items = value if isinstance(value, list) else [value]
    for index, item in enumerate(items):
        where = f"input[{index}]" if isinstance(value, list) else "input"
        if isinstance(item, str):
            yield where, {"type": "text", "text": item}
        elif not isinstance(item, dict):
            raise InvalidInputError(
                f"{where}: allowed are a string, a content object or a step.", field=where
            )
        elif item.get("type") in _STEPS:
            yield from _step(item, where)
        else:
            yield where, item


def _step(step: Mapping[str, object], where: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    if step["type"] != "user_input":
        raise InvalidInputError(
            f"{where}.type: earlier turns are not replayed from {step['type']} steps; continue "
            "a conversation with previous_interaction_id. Allowed is user_input.",
            field=f"{where}.type",
        )
    content = step.get("content", [])
    for index, item in enumerate(content if isinstance(content, list) else [content]):
        path = f"{where}.content[{index}]"
        if isinstance(item, str):
            yield path, {"type": "text", "text": item}
        elif isinstance(item, dict):
            yield path, item
        else:
            raise InvalidInputError(f"{path}: allowed is a content object.", field=path)


def _media(content: Mapping[str, object], where: str) -> Media:
    encoded = field(content, "data", str, f"{where}.")
    if encoded is None:
        raise InvalidInputError(
            f"{where}.data: media is taken inline, as base64; a uri is not fetched by this server.",
            field=f"{where}.data",
        )
    try:
        standard = encoded.translate(str.maketrans("-_", "+/")).rstrip("=")
        data = base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise InvalidInputError(
            f"{where}.data: this is not base64.", field=f"{where}.data"
        ) from None
    if not data:
        raise InvalidInputError(f"{where}.data: the media is empty.", field=f"{where}.data")
    return Media(where=where, data=data)
