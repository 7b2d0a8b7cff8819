"""Create bodies to turns."""

from fractions import Fraction

import pytest

from omnireel.api.gemini import parse
from omnireel.domain.failures import InvalidInputError, ModelNotFoundError
from omnireel.domain.turn import AspectRatio, Resolution, Task, Turn

MODEL = "gemini-omni-1.2-flash"
BODY: dict[str, object] = {"model": MODEL, "input": "A cat."}


def turn(**more: object) -> Turn:
    return parse.create(BODY | more).turn


def test_a_minimal_body_leaves_the_rest_to_the_director() -> None:
    assert turn() == Turn(prompt="A cat.", model=MODEL)


@pytest.mark.parametrize(
    "response_format",
    [
        {"type": "video", "aspect_ratio": "9:16", "resolution": "360p", "duration": "3.5s"},
        {"aspect_ratio": "9:16", "resolution": "360p", "duration": "3.5s"},
        [{"aspect_ratio": "9:16", "resolution": "360p", "duration": 3.5}],
        [{"type": "text"}, {"aspect_ratio": "9:16", "resolution": "360p", "duration": "3.5"}],
    ],
)
def test_the_response_format_may_be_an_object_or_a_list(response_format: object) -> None:
    read = turn(response_format=response_format)
    assert read.aspect_ratio is AspectRatio.PORTRAIT
    assert read.resolution is Resolution.R360P
    assert read.duration == Fraction(7, 2)


def test_a_duration_is_an_exact_fraction() -> None:
    assert turn(response_format={"duration": "3.1s"}).duration == Fraction(31, 10)
    assert turn(response_format={"duration": 5}).duration == 5


def test_the_generation_config_carries_task_and_seed() -> None:
    read = turn(generation_config={"video_config": {"task": "edit"}, "seed": 7})
    assert read.task is Task.EDIT
    assert read.seed == 7


def test_the_switches() -> None:
    read = turn(store=False, background=True, previous_interaction_id="x")
    assert not read.stored
    assert read.background
    assert read.previous_interaction_id == "x"
    assert turn(store=True, background=False) == turn()


def test_what_means_nothing_to_a_video_is_let_through() -> None:
    harmless: dict[str, object] = {
        "labels": {"a": "b"},
        "service_tier": "flex",
        "safety_settings": [{"type": "x"}],
        "response_modalities": ["video"],
        "generation_config": {"thinking_level": "low", "video_config": {"novel": 1}},
        "tools": [],
    }
    assert turn(**harmless) == turn()


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"model": None}, "model"),
        ({"model": ""}, "model"),
        ({"model": 7}, "model"),
        ({"system_instruction": "be brief"}, "system_instruction"),
        ({"tools": [{}]}, "tools"),
        ({"agent": "x"}, "agent"),
        ({"store": "yes"}, "store"),
        ({"stream": 1}, "stream"),
        ({"previous_interaction_id": 5}, "previous_interaction_id"),
        ({"generation_config": []}, "generation_config"),
        ({"generation_config": {"temperature": 0}}, "generation_config.temperature"),
        ({"generation_config": {"seed": 1.5}}, "generation_config.seed"),
        ({"generation_config": {"seed": True}}, "generation_config.seed"),
        (
            {"generation_config": {"video_config": {"task": "paint"}}},
            "generation_config.video_config.task",
        ),
        ({"response_format": "video"}, "response_format"),
        ({"response_format": {"type": "audio"}}, "response_format.type"),
        ({"response_format": [{}, {}]}, "response_format"),
        ({"response_format": {"gcs_uri": "gs://x"}}, "response_format.gcs_uri"),
        ({"response_format": {"delivery": "pigeon"}}, "response_format.delivery"),
        ({"response_format": {"aspect_ratio": "1:1"}}, "response_format.aspect_ratio"),
        ({"response_format": {"resolution": "8k"}}, "response_format.resolution"),
        ({"response_format": {"duration": "soon"}}, "response_format.duration"),
        ({"response_format": {"duration": "1/3"}}, "response_format.duration"),
        ({"response_format": {"duration": "1e400"}}, "response_format.duration"),
        ({"response_format": {"duration": True}}, "response_format.duration"),
        ({"response_format": {"duration": []}}, "response_format.duration"),
        ({"response_format": {"duration": "\u0665s"}}, "response_format.duration"),
    ],
)
def test_what_cannot_be_is_refused_by_its_path(more: dict[str, object], field: str) -> None:
    body = {key: value for key, value in (BODY | more).items() if value is not None}
    with pytest.raises(InvalidInputError) as caught:
        parse.create(body)
    assert caught.value.field == field
    assert field in caught.value.message


def test_a_refused_word_comes_with_the_allowed_ones() -> None:
    with pytest.raises(InvalidInputError, match=r"16:9, 9:16"):
        turn(response_format={"aspect_ratio": "1:1"})


def test_an_unknown_model_is_not_found() -> None:
    with pytest.raises(ModelNotFoundError):
        turn(model="nobody")


def test_the_record_keeps_everything_but_the_media() -> None:
    image = {"type": "image", "data": "AAAA", "mime_type": "image/png"}
    read = parse.create(BODY | {"input": [image, "A cat."], "labels": {"a": "b"}})
    assert read.record["input"] == [{"type": "image", "mime_type": "image/png"}, "A cat."]
    assert read.record["labels"] == {"a": "b"}
    assert read.media[0].data == b"\0\0\0"
