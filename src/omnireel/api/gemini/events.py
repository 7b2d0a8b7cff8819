"""An interaction as server-sent events, for clients that ask for `stream`.

What is sent is a function of the row: the opening at once, the rest when it has ended. So a client
that comes back with `last_event_id` gets exactly the events it has not seen.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing

from omnireel.api.gemini import answers, resource
from omnireel.api.gemini.answers import Answer
from omnireel.domain.failures import InvalidInputError
from omnireel.domain.turn import Interaction
from omnireel.store.opened import Store

_HEAD = ("id", "object", "status", "model", "created", "updated")
_OPENING = 2
"""How many events come before the interaction has ended."""
_MARK = "e"

Event = tuple[str, dict[str, object]]


async def stream(
    store: Store, row: Interaction, base_url: str, beat: float, seen: int = 0
) -> AsyncIterator[bytes]:
    """The events after number `seen`, with comments as heartbeats while it is waited."""
    opening = list(_opening(resource.interaction(row)))
    for number, event in enumerate(opening, start=1):
        if number > seen:
            yield _line(number, event)
    async with aclosing(answers.awaited(store, row, base_url, beat)) as waited:
        async for answer in waited:
            if answer is None:
                yield b": working\n\n"
                continue
            for number, event in enumerate(_closing(answer), start=_OPENING + 1):
                if number > seen:
                    yield _line(number, event)
    yield b"event: done\ndata: [DONE]\n\n"


def seen_number(last_event_id: str) -> int:
    """How many events a client has seen, by the id of its last; InvalidInputError for no id."""
    number = last_event_id.removeprefix(_MARK)
    if not last_event_id:
        return 0
    if not (number.isascii() and number.isdigit() and len(number) < 6):
        raise InvalidInputError(
            "last_event_id: this is no event's id; allowed is the event_id of an event received.",
            field="last_event_id",
        )
    return int(number)


def _opening(shown: Answer) -> Iterator[Event]:
    head = {name: shown[name] for name in _HEAD} | {"status": "in_progress"}
    yield "interaction.created", {"interaction": head}
    yield (
        "interaction.status_update",
        {"interaction_id": shown["id"], "status": "in_progress"},
    )


def _closing(answer: Answer) -> Iterator[Event]:
    if answer["status"] != "completed":
        errors = answer.get("errors")
        told = errors[0] if isinstance(errors, list) else None
        cancelled = {"code": "cancelled", "message": "The interaction was cancelled."}
        yield "error", {"error": told or cancelled}
        return
    steps = answer["steps"]
    for index, step in enumerate(steps if isinstance(steps, list) else []):
        yield "step.start", {"index": index, "step": {"type": step["type"]}}
        for content in step.get("summary", ()):
            yield "step.delta", {"index": index, "delta": _thought(content)}
        for content in step.get("content", ()):
            yield "step.delta", {"index": index, "delta": content}
        yield "step.stop", {"index": index}
    whole = {name: value for name, value in answer.items() if name not in ("steps", "output_video")}
    yield "interaction.completed", {"interaction": whole}


def _thought(content: object) -> dict[str, object]:
    return {"type": "thought_summary", "content": content}


def _line(number: int, event: Event) -> bytes:
    name, fields = event
    data = answers.as_json({"event_type": name, "event_id": f"{_MARK}{number}", **fields})
    return f"event: {name}\ndata: {data}\n\n".encode()
