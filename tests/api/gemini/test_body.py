"""Request bytes to plain JSON."""

import pytest

from omnireel.api.gemini import body
from omnireel.domain.failures import InvalidInputError


def test_keys_become_snake_case_at_every_depth() -> None:
    raw = b'{"generationConfig": {"videoConfig": {"task": "edit"}}, "input": [{"mimeType": "a"}]}'
    assert body.read(raw) == {
        "generation_config": {"video_config": {"task": "edit"}},
        "input": [{"mime_type": "a"}],
    }


def test_nulls_are_absent() -> None:
    assert body.read(b'{"a": null, "b": {"c": null}}') == {"b": {}}


def test_the_snake_case_twin_wins_in_either_order() -> None:
    assert body.read(b'{"aB": 1, "a_b": 2}') == {"a_b": 2}
    assert body.read(b'{"a_b": 2, "aB": 1}') == {"a_b": 2}
    assert body.read(b'{"aB": 1, "a_b": null}') == {"a_b": 1}


def test_a_users_own_keys_are_left_alone() -> None:
    assert body.read(b'{"labels": {"myTeam": "A"}}') == {"labels": {"myTeam": "A"}}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b"\xff\xfe",
        b'{"a": NaN}',
        b'{"a": "\\ud800"}',
        b'{"\\ud800": 1}',
        b'{"labels": {"a": "\\ud800"}}',
        b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"a": ' + b"9" * 10_000 + b"}",
    ],
    ids=lambda raw: raw[:16].decode("latin-1"),
)
def test_what_is_no_json_object_is_refused(raw: bytes) -> None:
    with pytest.raises(InvalidInputError, match=r"^The request body"):
        body.read(raw)


def test_a_field_of_another_type_is_refused_by_its_path() -> None:
    with pytest.raises(InvalidInputError) as caught:
        body.field({"seed": True}, "seed", int, "generation_config.")
    assert caught.value.field == "generation_config.seed"
    assert "a whole number" in caught.value.message
    assert body.field({}, "seed", int) is None
