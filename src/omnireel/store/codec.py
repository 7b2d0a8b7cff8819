"""Domain values as JSON text and back, exactly: fractions stay fractions, enums their values."""

from collections.abc import Hashable
from functools import lru_cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

T = TypeVar("T")


@lru_cache(maxsize=64)
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(Any, kind))


def dump(value: object) -> str:
    """A domain value as JSON text; `load` with its type gives an equal value back."""
    return _adapter(cast(Hashable, type(value))).dump_json(value).decode()


def load(kind: type[T], text: str) -> T:
    """The value of this type that `dump` wrote.

    Raises:
        pydantic.ValidationError: The text is not such a value.
    """
    value: T = _adapter(cast(Hashable, kind)).validate_json(text)
    return value


def to_plain(value: object) -> Any:
    """A domain value as dicts, lists, strings and numbers, ready for `json.dumps`."""
    return _adapter(cast(Hashable, type(value))).dump_python(value, mode="json")
