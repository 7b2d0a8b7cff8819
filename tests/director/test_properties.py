"""Whatever the text: a plan comes out, its shots tile the clip, its ids and anchors hold."""

import time
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from omnireel.director import plan, revise
from omnireel.director.operations import apply
from omnireel.domain.revision import Operation, OperationKind
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Turn

WORDS = """
a the two three cat dog woman violin playing runs and with on under in, then while that it his her
no without red huge glass park night [0-3s] [3-6s] after 3 seconds every 2s "hi" says zoom in
close-up of anime style music no dialogue . , ; 's is was sitting covered make show him left
""".split()
PROMPTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
)


def board_of(prompt: str, duration: Fraction | None = None) -> Storyboard:
    return plan(Turn(prompt=prompt, model="m", duration=duration), seed=1, previous=None).storyboard


def check(board: Storyboard) -> None:
    ids = [member.id for member in board.cast]
    assert len(ids) == len(set(ids))
    known = set(ids)
    for member in board.cast:
        assert member.count >= 1
        if member.position is not None:
            assert set(member.position.anchors) <= known - {member.id}
    time = Fraction(0)
    for shot in board.shots:
        assert shot.start == time
        assert shot.duration > 0
        time = shot.end
        assert set(shot.cast) <= known
        assert shot.camera.subject is None or shot.camera.subject in known
        for action in shot.blocking:
            assert {action.actor, action.target, action.goal} - {None} <= known
            assert 0 <= action.start <= shot.duration
            assert action.end is None or action.start <= action.end <= shot.duration
    assert time == board.output.duration


@settings(max_examples=150, deadline=None)
@given(PROMPTS, st.sampled_from([None, Fraction(3), Fraction(10)]))
@example("[0-0s] a [5-2s] b [00:99-00:01] c", None)
@example("\x1f\x00\ud7ff '\u2019 \u201c\u201d 's 's of of of", None)
@example("👩‍🚀🐱 ½ ² ٣ cats every 0s cut to a new frame", Fraction(1, 2))
@example("[0-3s] a cat [3-6s] a dog [6-9s] a fox", Fraction(4))
def test_any_text_is_planned(prompt: str, duration: Fraction | None) -> None:
    check(board_of(prompt, duration))


@settings(max_examples=150, deadline=None)
@given(PROMPTS)
def test_any_instruction_is_survived(instruction: str) -> None:
    before = board_of(
        "A woman playing violin and a red cat on a table, then it sleeps", Fraction(8)
    )
    after, revision = revise(before, instruction)
    check(after)
    again, _ = revise(before, instruction)
    assert again == after
    assert revision.instruction == instruction


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_show_undoes_hide(data: st.DataObject) -> None:
    board = board_of("A woman in a hat playing violin, three cats and a blue vase on a table")
    target = data.draw(st.sampled_from([member.id for member in board.cast]))
    hidden = apply(board, Operation(kind=OperationKind.HIDE, target=target))
    assert hidden != board
    assert apply(hidden, Operation(kind=OperationKind.SHOW, target=target)) == board


def test_long_texts_are_planned() -> None:
    check(board_of("a cat chases a dog and " * 450))
    check(board_of("ä😀 " * 3000))


HOSTILE = [
    "the ",
    "very big ",
    "no music and ",
    "[0-3s] a ",
    "close up ",
    "a, ",
    "cat's ",
    '"a" ',
    "a",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_texts_cost_linear_time(words: str) -> None:
    """Ten times the text may not cost a hundred times the time (10 000 characters: under 5 s)."""
    text = (words * 10_000)[:10_000]
    start = time.perf_counter()
    board = board_of(text)
    revise(board, text)
    assert time.perf_counter() - start < 5
