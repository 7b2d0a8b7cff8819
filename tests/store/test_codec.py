import json
from fractions import Fraction

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnireel.domain.media import Asset, OutputSpec
from omnireel.domain.revision import Operation, OperationKind, Revision
from omnireel.domain.storyboard import (
    Action,
    Camera,
    CastMember,
    Kind,
    Look,
    Position,
    Relation,
    Shot,
    SoundKind,
    SoundLine,
    SoundPlan,
    Storyboard,
    Title,
)
from omnireel.domain.turn import AspectRatio, Take, Task, Turn
from omnireel.store import dump, load, to_plain

times = st.fractions(min_value=0, max_value=60)
words = st.text(max_size=12)
some_words = st.lists(words, max_size=3).map(tuple)
outputs = st.builds(
    OutputSpec,
    width=st.integers(2, 4096),
    height=st.integers(2, 4096),
    duration=times,
    frame_rate=st.sampled_from([Fraction(24), Fraction(24000, 1001)]),
)
members = st.builds(
    CastMember,
    id=words,
    noun=words,
    kind=st.sampled_from(Kind),
    name=words,
    attributes=some_words,
    wears=some_words,
    position=st.none()
    | st.builds(Position, relation=st.sampled_from(Relation), anchors=some_words),
    reference=st.none(),
    visible=st.booleans(),
)
shots = st.builds(
    Shot,
    start=times,
    duration=times,
    setting=words,
    camera=st.builds(Camera, handheld=st.booleans(), subject=st.none() | words),
    cast=some_words,
    blocking=st.lists(
        st.builds(Action, actor=words, verb=words, start=times, end=st.none() | times), max_size=2
    ).map(tuple),
    titles=st.lists(st.builds(Title, text=words, start=times), max_size=2).map(tuple),
)
boards = st.builds(
    Storyboard,
    prompt=words,
    cast=st.lists(members, max_size=3).map(tuple),
    shots=st.lists(shots, max_size=3).map(tuple),
    output=outputs,
    seed=st.integers(0, 2**63 - 1),
    sound=st.builds(
        SoundPlan,
        lines=st.lists(
            st.builds(SoundLine, kind=st.sampled_from(SoundKind), text=words, start=times),
            max_size=2,
        ).map(tuple),
        muted=st.lists(st.sampled_from(SoundKind), max_size=2).map(tuple),
    ),
    look=st.builds(Look, style=words, palette=words),
    references=st.just(()),
    unmet=some_words,
)


@given(boards)
def test_a_storyboard_comes_back_equal(board: Storyboard) -> None:
    assert load(Storyboard, dump(board)) == board


@given(boards)
def test_plain_is_what_json_holds(board: Storyboard) -> None:
    plain = to_plain(board)
    assert json.loads(json.dumps(plain)) == plain == json.loads(dump(board))


def test_a_third_of_a_second_stays_exact() -> None:
    third = OutputSpec(width=2, height=2, duration=Fraction(1, 3), frame_rate=Fraction(30000, 1001))
    assert to_plain(third)["duration"] == "1/3"
    assert load(OutputSpec, dump(third)) == third


def test_a_take_comes_back_equal() -> None:
    asset = Asset(sha256="0" * 64, mime_type="video/mp4", size_bytes=2**40)
    board = Storyboard(
        prompt="é\u0000👋",
        cast=(),
        shots=(),
        output=OutputSpec(width=2, height=2, duration=Fraction(1)),
        seed=2**63 - 1,
    )
    take = Take(
        video=asset,
        poster=asset,
        storyboard=board,
        engine="testcard",
        engine_version="1",
        timings={"plan": 0.1, "render": 1e-9},
    )
    assert load(Take, dump(take)) == take


def test_a_turn_and_a_revision_come_back_equal() -> None:
    turn = Turn(prompt="x", model="m", task=Task.EDIT, aspect_ratio=AspectRatio.PORTRAIT)
    revision = Revision(
        instruction="hide it",
        operations=(Operation(kind=OperationKind.HIDE, target="violin-1", values={"a": "b"}),),
    )
    assert load(Turn, dump(turn)) == turn
    assert load(Revision, dump(revision)) == revision


def test_what_is_not_such_a_value_is_refused() -> None:
    with pytest.raises(pydantic.ValidationError):
        load(Turn, '{"model": "m"}')
