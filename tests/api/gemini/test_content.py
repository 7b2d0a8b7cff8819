"""The forms in which clients send `input`."""

import base64

import pytest

from omnireel.api.gemini import content
from omnireel.domain.failures import InvalidInputError

PIXELS = bytes(range(251, 256)) * 3
ENCODED = base64.b64encode(PIXELS).decode()
TEXT = {"type": "text", "text": "A cat."}
IMAGE = {"type": "image", "data": ENCODED, "mime_type": "image/png"}


@pytest.mark.parametrize(
    "value",
    [
        "A cat.",
        TEXT,
        {"text": "A cat."},
        ["A cat."],
        [TEXT],
        [{"type": "user_input", "content": [TEXT]}],
        [{"type": "user_input", "content": TEXT}],
        [{"type": "user_input", "content": "A cat."}],
        {"type": "user_input", "content": [TEXT]},
    ],
)
def test_every_form_of_one_sentence_reads_the_same(value: object) -> None:
    assert content.read(value) == content.Input(prompt="A cat.", media=())


def test_texts_are_joined_in_their_order() -> None:
    assert content.read([TEXT, "A dog."]).prompt == "A cat.\nA dog."


@pytest.mark.parametrize("kind", ["image", "video", "document"])
@pytest.mark.parametrize("wrapped", [False, True])
def test_media_keep_their_place_and_bytes(kind: str, wrapped: bool) -> None:
    contents = [TEXT, IMAGE | {"type": kind}]
    value = [{"type": "user_input", "content": contents}] if wrapped else contents
    (media,) = content.read(value).media
    assert media.data == PIXELS
    assert media.where == ("input[0].content[1]" if wrapped else "input[1]")


@pytest.mark.parametrize(
    "encoded",
    [
        base64.urlsafe_b64encode(PIXELS).decode(),
        base64.b64encode(PIXELS).decode().rstrip("="),
    ],
)
def test_both_base64_alphabets_are_taken_with_or_without_padding(encoded: str) -> None:
    (media,) = content.read([IMAGE | {"data": encoded}]).media
    assert media.data == PIXELS


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (7, "input"),
        ([7], "input[0]"),
        ([{"type": "audio", "data": ENCODED}], "input[0].type"),
        ([{}], "input[0].type"),
        ([{"type": ["text"]}], "input[0].type"),
        ([{"type": "text", "text": 7}], "input[0].text"),
        ([TEXT, {"type": "image", "data": "no base64!"}], "input[1].data"),
        ([TEXT, {"type": "image", "data": "é"}], "input[1].data"),
        ([TEXT, {"type": "image", "data": ""}], "input[1].data"),
        ([TEXT, {"type": "image", "uri": "files/x"}], "input[1].data"),
        ([{"type": "model_output", "content": []}], "input[0].type"),
        ([{"type": "user_input", "content": [7]}], "input[0].content[0]"),
    ],
)
def test_what_cannot_be_taken_is_refused_by_its_path(value: object, field: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        content.read(value)
    assert caught.value.field == field
    assert caught.value.message.startswith(field)


def test_no_input_is_an_empty_prompt() -> None:
    assert content.read(None) == content.Input(prompt="", media=())
