"""Edits in several clauses, and edits of what is there: counts, clothes, beings, signs, looks."""

import pytest

from omnireel.director import plan
from omnireel.director.coordination import clauses
from omnireel.director.revise import revise
from omnireel.domain.storyboard import Movement, ShotSize, Storyboard
from omnireel.domain.turn import Turn


def edited(prompt: str, instruction: str) -> tuple[Storyboard, list[tuple[str, str]]]:
    before = plan(Turn(prompt=prompt, model="m"), seed=3, previous=None).storyboard
    board, revision = revise(before, instruction)
    return board, [(o.kind.value, o.target) for o in revision.operations]


PARTED = [
    ("make the fox bigger and the hen white", ["make the fox bigger", "make the hen white"]),
    ("make the fox and the hen white", ["make the fox and the hen white"]),
    ("paint the van red and bigger", ["paint the van red", "paint the van bigger"]),
    ("replace the fox with a wolf and the hen with a duck",
     ["replace the fox with a wolf", "replace the hen with a duck"]),
    ("make the fox jump and the hen sleep", ["make the fox jump", "make the hen sleep"]),
    ('change the text to "add, and make"', ['change the text to "add, and make"']),
    ("the fox runs and then sleeps", ["the fox runs and then sleeps"]),
    ("make the van blue, the bus pink and remove the fox",
     ["make the van blue", "make the bus pink", "remove the fox"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTED)
def test_clauses(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


FARM = "A fox and a hen in a garden"
COORDINATED = [
    ("make the fox bigger and the hen black", [("resize", "fox-1"), ("recolour", "hen-1")]),
    ("make the fox and the hen black", [("recolour", "fox-1"), ("recolour", "hen-1")]),
    ("hide the fox and make the hen run", [("hide", "fox-1"), ("react", "hen-1")]),
    ("move the fox to the left and the hen to the right", [("move", "fox-1"), ("move", "hen-1")]),
    ("turn the fox into a wolf and the hen into a duck",
     [("replace", "fox-1"), ("replace", "hen-1")]),
    ("make the fox white and bigger", [("recolour", "fox-1"), ("resize", "fox-1")]),
    ("give the fox a red hat and the hen a scarf", [("add", "fox-1"), ("add", "hen-1")]),
    ("make the fox jump and the hen sleep", [("react", "fox-1"), ("react", "hen-1")]),
]  # fmt: skip


@pytest.mark.parametrize(("instruction", "expected"), COORDINATED)
def test_each_clause_has_its_own_target(instruction: str, expected: list[tuple[str, str]]) -> None:
    board, operations = edited(FARM, instruction)
    assert operations == expected
    assert not board.unmet


def test_a_sign_is_added_with_its_text() -> None:
    board, operations = edited("A man walks in a street", 'Add a sign that says "EXIT"')
    assert operations == [("add", "sign-1"), ("retitle", "sign-1")]
    assert [(t.text, t.surface) for t in board.shots[0].titles] == [("EXIT", "sign-1")]


def test_somebody_becomes_somebody_else_in_the_same_place_doing_the_same() -> None:
    board, operations = edited("A boy sits on a sofa", "make the boy a girl")
    assert operations == [("replace", "boy-1")]
    assert board.member("girl-1").position == board.member("boy-1").position
    assert [(a.actor, a.verb) for a in board.shots[0].blocking] == [("girl-1", "sit")]


COUNTS = [
    ("a cow in a field", "make it three cows", {"cow-1": 3}),
    ("four kites in the sky", "only one kite", {"kite-1": 1}),
    ("two hens", "there should be five hens", {"hen-1": 5}),
    ("two hens", "add two more hens", {"hen-1": 2, "hen-2": 2}),
]


@pytest.mark.parametrize(("prompt", "instruction", "expected"), COUNTS)
def test_counts(prompt: str, instruction: str, expected: dict[str, int]) -> None:
    board, _ = edited(prompt, instruction)
    assert {m.id: m.count for m in board.cast if m.visible} == expected
    assert not board.unmet


@pytest.mark.parametrize(
    "instruction",
    ["remove her cap", "take off the cap", "without the cap", "the woman without her cap"],
)
def test_clothes_come_off(instruction: str) -> None:
    board, _ = edited("A woman in a green cap and a white coat runs", instruction)
    assert board.member("woman-1").wears == ("white coat",)
    assert not board.unmet


def test_a_close_look_at_a_face() -> None:
    board, _ = edited("A dog and a woman in a park", "zoom in on her face")
    camera = board.shots[0].camera
    assert (camera.size, camera.movement) == (ShotSize.CLOSE_UP, Movement.ZOOM_IN)
    assert camera.subject == "woman-1"
    assert not board.unmet


@pytest.mark.parametrize(
    "instruction",
    ["zoom in slowly", "slowly zoom out", "make it golden hour", "golden hour", "make it vertical",
     "make it 8 seconds long", "slow it down", "make her wave", "make the woman play with a ball"],
)  # fmt: skip
def test_nothing_is_unmet(instruction: str) -> None:
    board, operations = edited("A woman smiles", instruction)
    assert operations
    assert not board.unmet


def test_undo_is_reported() -> None:
    board, operations = edited("A woman smiles", "undo")
    assert operations == [("undo", "board")]
    assert board.unmet == ("undo",)
