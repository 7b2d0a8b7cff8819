"""Request bytes to plain JSON in one spelling: snake_case keys, no nulls, only real text."""

import json
import re
from collections.abc import Mapping
from typing import TypeVar

from omnireel.domain.failures import InvalidInputError

T = TypeVar("T")

_TYPE_NAMES: Mapping[type, str] = {
    str: "a string",
    bool: "true or false",
    int: "a whole number",
    dict: "an object",
    list: "a list",
}

_VERBATIM = frozenset({"labels", "user_metadata"})
_HUMP = re.compile(r"(?<=[a-z0-9])([A-Z])")


def read(raw: bytes) -> dict[str, object]:
    """The body as an object whose keys are snake_case and whose nulls are gone.

    Official clients send both spellings (JavaScript passes camelCase through) and older ones send
    nulls for what was not set. The maps a user fills (`labels`) keep their keys.

    Raises:
        InvalidInputError: Not UTF-8, not JSON, not an object, nested absurdly deep, or holding
            half a surrogate pair.
    """
    try:
        body = _normal(json.loads(raw, parse_constant=_refuse_constant))
    except RecursionError:
        raise InvalidInputError("The request body is nested too deeply.") from None
    except UnicodeError:
        raise InvalidInputError("The request body is not UTF-8 text.") from None
    except ValueError as error:
        raise InvalidInputError(f"The request body is not JSON: {error}.") from None
    if not isinstance(body, dict):
        raise InvalidInputError("The request body must be a JSON object.")
    return body


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def _normal(value: object) -> object:
    if isinstance(value, str):
        if not value.isascii():
            value.encode()  # half a surrogate pair raises here, not later in the database
        return value
    if isinstance(value, list):
        return [_normal(item) for item in value]
    if isinstance(value, dict):
        return _normal_object(value)
    return value


def _normal_object(value: Mapping[str, object]) -> dict[str, object]:
    normal: dict[str, object] = {}
    for key, item in value.items():
        name = _HUMP.sub(r"_\1", key).lower() if not key.islower() else key
        if item is None or (name != key and value.get(name) is not None):
            continue  # the snake_case twin, where both are sent, wins
        key.encode()
        if name in _VERBATIM and isinstance(item, dict):
            normal[name] = {own: _normal(entry) for own, entry in item.items() if own.encode()}
        else:
            normal[name] = _normal(item)
    return normal


def field(body: Mapping[str, object], name: str, kind: type[T], where: str = "") -> T | None:
    """The value of a field that may be absent; InvalidInputError when it is of another type."""
    value = body.get(name)
    if value is None:
        return None
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        path = f"{where}{name}"
        raise InvalidInputError(f"{path}: allowed is {_TYPE_NAMES[kind]}.", field=path)
    return value
