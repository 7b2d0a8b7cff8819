"""What may be asked: every refusal names its field and what is allowed."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from omnireel.domain.failures import (
    InvalidInputError,
    ModelNotFoundError,
    NotFoundError,
    NotReadyError,
    OmnireelError,
)
from omnireel.domain.media import Asset, OutputSpec, Reference, Role
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import (
    AspectRatio,
    Interaction,
    Resolution,
    Status,
    Take,
    Task,
    Turn,
)
from omnireel.policy.check import MAX_PROMPT_CHARACTERS, check

TURN = Turn(prompt="A marble rolls.", model="gemini-omni-flash-preview")


def asset(mime_type: str) -> Asset:
    return Asset(sha256="0" * 64, mime_type=mime_type, size_bytes=1)


def reference(mime_type: str, number: int = 1) -> Reference:
    return Reference(asset=asset(mime_type), role=Role.SUBJECT, tag=f"Image{number}")


def earlier(status: Status = Status.COMPLETED, *, stored: bool = True) -> Interaction:
    board = Storyboard(
        prompt=TURN.prompt,
        cast=(),
        shots=(),
        output=OutputSpec(width=1280, height=720, duration=Fraction(3)),
        seed=1,
    )
    take = Take(
        video=asset("video/mp4"),
        poster=asset("image/png"),
        storyboard=board,
        engine="testcard",
        engine_version="1",
    )
    now = datetime.now(UTC)
    return Interaction(
        id="before",
        turn=replace(TURN, stored=stored),
        status=status,
        created=now,
        updated=now,
        dialect="gemini",
        take=take if status is Status.COMPLETED else None,
    )


def refusal(turn: Turn, previous: Interaction | None = None) -> OmnireelError:
    with pytest.raises(OmnireelError) as caught:
        check(turn, previous)
    assert caught.value.field in caught.value.message
    return caught.value


def test_a_plain_prompt_passes() -> None:
    check(TURN, None)


@pytest.mark.parametrize("prompt", ["", "  \n\t", "a\0b", "half \ud800 pair"])
def test_a_prompt_that_is_not_a_sentence_is_refused(prompt: str) -> None:
    error = refusal(replace(TURN, prompt=prompt))
    assert isinstance(error, InvalidInputError)
    assert error.field == "input"


def test_the_longest_prompt_passes_and_one_more_character_does_not() -> None:
    check(replace(TURN, prompt="x" * MAX_PROMPT_CHARACTERS), None)
    error = refusal(replace(TURN, prompt="x" * (MAX_PROMPT_CHARACTERS + 1)))
    assert str(MAX_PROMPT_CHARACTERS) in error.message


def test_an_unknown_model_is_not_found() -> None:
    assert isinstance(refusal(replace(TURN, model="nobody")), ModelNotFoundError)


@pytest.mark.parametrize(("seconds", "passes"), [("2.999", False), ("3", True), ("10", True)])
def test_the_duration_is_bounded_at_both_ends(seconds: str, passes: bool) -> None:
    turn = replace(TURN, duration=Fraction(seconds))
    if passes:
        check(turn, None)
    else:
        error = refusal(turn)
        assert error.field == "response_format.duration"
        assert "3s to 10s" in error.message


def test_each_model_has_its_own_longest_duration() -> None:
    turn = replace(TURN, duration=Fraction(15))
    check(replace(turn, model="gemini-omni-1.2-flash"), None)
    assert "10s" in refusal(replace(turn, model="gemini-omni-1.1-flash")).message


def test_the_preview_makes_720p_only() -> None:
    error = refusal(replace(TURN, resolution=Resolution.R4K))
    assert error.field == "response_format.resolution"
    assert "allowed are 720p" in error.message
    check(replace(TURN, model="gemini-omni-1.1-flash", resolution=Resolution.R4K), None)


def test_both_aspect_ratios_pass() -> None:
    for ratio in AspectRatio:
        check(replace(TURN, aspect_ratio=ratio), None)


def test_an_extension_is_refused_with_the_tasks_there_are() -> None:
    error = refusal(replace(TURN, task=Task.EXTEND))
    assert error.field == "generation_config.video_config.task"
    assert "text_to_video, image_to_video, reference_to_video, edit" in error.message


def test_an_edit_needs_something_to_edit() -> None:
    assert "previous_interaction_id" in refusal(replace(TURN, task=Task.EDIT)).message
    check(replace(TURN, task=Task.EDIT, previous_interaction_id="before"), earlier())


def test_an_edit_takes_no_duration() -> None:
    turn = replace(TURN, task=Task.EDIT, previous_interaction_id="before", duration=Fraction(5))
    assert refusal(turn, earlier()).field == "response_format.duration"


@pytest.mark.parametrize("task", [Task.IMAGE_TO_VIDEO, Task.REFERENCE_TO_VIDEO])
def test_a_task_that_needs_an_image_is_refused_without_one(task: Task) -> None:
    assert "image" in refusal(replace(TURN, task=task)).message
    check(replace(TURN, task=task, references=(reference("image/png"),)), None)


def test_images_are_counted() -> None:
    ten = tuple(reference("image/png", number) for number in range(1, 11))
    check(replace(TURN, references=ten), None)
    error = refusal(replace(TURN, references=(*ten, reference("image/png", 11))))
    assert "at most 10" in error.message


def test_video_input_is_refused_in_a_sentence() -> None:
    assert "none" in refusal(replace(TURN, references=(reference("video/mp4"),))).message


@pytest.mark.parametrize("seed", [-1, 2**63])
def test_the_seed_is_bounded(seed: int) -> None:
    assert refusal(replace(TURN, seed=seed)).field == "generation_config.seed"


def test_background_work_must_be_stored() -> None:
    assert refusal(replace(TURN, background=True, stored=False)).field == "store"


def test_a_previous_interaction_that_is_not_there_is_not_found() -> None:
    error = refusal(replace(TURN, previous_interaction_id="gone"), None)
    assert isinstance(error, NotFoundError)
    assert "'gone'" in error.message


def test_a_previous_interaction_that_was_not_stored_says_so() -> None:
    error = refusal(replace(TURN, previous_interaction_id="before"), earlier(stored=False))
    assert isinstance(error, NotFoundError)
    assert "store:false" in error.message


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.COMPLETED])
def test_a_previous_interaction_must_be_completed(status: Status) -> None:
    error = refusal(replace(TURN, previous_interaction_id="before"), earlier(status))
    assert isinstance(error, NotReadyError)
    assert status.value in error.message
