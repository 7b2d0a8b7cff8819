"""Instructions become operations, and an operation changes what it names and nothing else."""

from dataclasses import replace
from fractions import Fraction

import pytest

from omnireel.director import plan, revise
from omnireel.director.operations import apply
from omnireel.domain.media import Asset
from omnireel.domain.revision import Operation, OperationKind
from omnireel.domain.storyboard import CastMember, Relation, SoundKind, Storyboard
from omnireel.domain.turn import AspectRatio, Take, Turn

VIOLIN = "A woman playing violin outdoors."


def board_of(prompt: str) -> Storyboard:
    return plan(Turn(prompt=prompt, model="m"), seed=7, previous=None).storyboard


def edited(prompt: str, instruction: str) -> Storyboard:
    return revise(board_of(prompt), instruction)[0]


def kinds(prompt: str, instruction: str) -> list[tuple[str, str]]:
    _, revision = revise(board_of(prompt), instruction)
    return [(operation.kind.value, operation.target) for operation in revision.operations]


UNDERSTOOD = [
    (VIOLIN, "Make the violin invisible.", [("hide", "violin-1")]),
    (VIOLIN, "make her disappear", [("hide", "woman-1")]),
    (VIOLIN, "Please remove the violin from the video", [("remove", "violin-1")]),
    (VIOLIN, "Make this video anime", [("restyle", "look")]),
    (VIOLIN, "turn it into a watercolor painting", [("restyle", "look")]),
    (VIOLIN, "Put a fashionable hat on this person", [("add", "woman-1")]),
    (VIOLIN, "give her a red scarf", [("add", "woman-1")]),
    (VIOLIN, "Change the lighting to be more dramatic", [("relight", "shot")]),
    (VIOLIN, "change the background to a beach at sunset", [("reset", "shot")]),
    (VIOLIN, "make it snow", [("reset", "shot")]),
    (VIOLIN, "replace the violin with a guitar", [("replace", "violin-1")]),
    (VIOLIN, "make her dance", [("react", "woman-1")]),
    (VIOLIN, "the woman smiles", [("react", "woman-1")]),
    (VIOLIN, "add a dog next to her", [("add", "dog-1")]),
    (VIOLIN, "zoom in slowly", [("reframe", "shot")]),
    (VIOLIN, "make it vertical", [("reframe", "board")]),
    (VIOLIN, "add calm piano music", [("rescore", "sound")]),
    (VIOLIN, "mute the music", [("rescore", "sound")]),
    (VIOLIN, "make it 8 seconds long", [("retime", "board")]),
    (VIOLIN, "make it slow motion", [("retime", "board")]),
    (VIOLIN, 'add the text "Bravo"', [("retitle", "shot")]),
    (VIOLIN, "undo the last change", [("undo", "board")]),
    ("A cat and a dog", "make the dog bigger", [("resize", "dog-1")]),
    (
        "A red car",
        "make the car blue and make it night",
        [("recolour", "car-1"), ("reset", "shot")],
    ),
    ("A woman in a red dress", "change her dress to blue", [("recolour", "woman-1")]),
    ("a cup on a table and a chair", "move the cup next to the chair", [("move", "cup-1")]),
    ("a ball on a table", "make the ball out of glass", [("restyle", "ball-1")]),
]


@pytest.mark.parametrize(("prompt", "instruction", "expected"), UNDERSTOOD)
def test_instruction(prompt: str, instruction: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(prompt, instruction) == expected


def test_invisible_changes_one_flag_of_one_member() -> None:
    before = board_of(VIOLIN)
    after, _ = revise(before, "Make the violin invisible. Keep everything else the same.")
    violin = replace(before.member("violin-1"), visible=False)
    assert after == replace(before, cast=(before.member("woman-1"), violin))
    assert after.shots is before.shots
    assert after.cast[0] is before.cast[0]


def test_hide_and_show_restore() -> None:
    before = board_of(VIOLIN)
    hidden, _ = revise(before, "hide the violin")
    shown, _ = revise(hidden, "bring back the violin")
    assert hidden != before
    assert shown == before


def test_a_cat_that_jumps_onto_his_lap() -> None:
    before = board_of("A man sitting on a sofa")
    after, _ = revise(
        before,
        "Add a cat that jumps onto his lap, he begins to pet it. Keep everything else the same.",
    )
    assert after.unmet == ()
    assert after.cast[:2] == before.cast
    assert after.cast[2].noun == "cat"
    sit, jump, pet = after.shots[0].blocking
    assert sit == before.shots[0].blocking[0]
    assert (jump.actor, jump.verb, jump.preposition, jump.goal) == (
        "cat-1",
        "jump",
        "onto",
        "man-1",
    )
    assert (pet.actor, pet.verb, pet.target) == ("man-1", "pet", "cat-1")
    assert jump.end is not None
    assert pet.start >= jump.end


def test_removing_keeps_places_and_ends_actions() -> None:
    after = edited("A woman playing violin while a dog sleeps", "remove the woman")
    assert [member.visible for member in after.cast] == [False, False, True]
    assert [action.actor for action in after.shots[0].blocking] == ["dog-1"]
    assert after.shots[0].cast == ("woman-1", "violin-1", "dog-1")


def test_replacing_gives_a_new_id_in_the_old_place() -> None:
    after = edited(VIOLIN, "replace the violin with a guitar")
    guitar = after.member("guitar-1")
    assert guitar.position == board_of(VIOLIN).member("violin-1").position
    assert after.shots[0].blocking[0].target == "guitar-1"
    assert after.shots[0].cast == ("woman-1", "guitar-1")
    assert edited_again(after, "add a violin").member("violin-2").noun == "violin"


def edited_again(board: Storyboard, instruction: str) -> Storyboard:
    return revise(board, instruction)[0]


def test_unknown_member_is_unmet_and_nothing_happens() -> None:
    before = board_of(VIOLIN)
    after, revision = revise(before, "Make the elephant invisible")
    assert revision.operations == ()
    assert after == replace(before, unmet=("Make the elephant invisible",))


def test_the_rest_is_done() -> None:
    after = edited(VIOLIN, "remove the elephant and make it night")
    assert after.shots[0].time_of_day == "night"
    assert len(after.unmet) == 1
    assert "elephant" in after.unmet[0]


def test_left_right_and_ordinals() -> None:
    base = "a green apple and a red apple"
    assert kinds(base, "hide the second apple") == [("hide", "apple-2")]
    assert kinds(base, "hide the apple on the left") == [("hide", "apple-1")]
    assert kinds(base, "remove the red apple") == [("remove", "apple-2")]


def test_text_on_a_sign() -> None:
    after = edited('a sign that says "Hello"', 'Change the text on the sign to say "Omni Flash"')
    assert [title.text for title in after.shots[0].titles] == ["Omni Flash"]
    assert after.unmet == ()


def test_lengths_scale_every_time() -> None:
    before = board_of("A chef chops carrots, then fries them")
    after, _ = revise(before, "make it 10 seconds long")
    assert after.output.duration == 10
    assert [float(action.start) for action in after.shots[0].blocking] == [0, 5]
    assert after.shots[0].duration == 10


def test_music_is_replaced_and_muted() -> None:
    before = board_of("A fox. With calm background music.")
    changed, _ = revise(before, "change the music to upbeat jazz")
    assert [line.text for line in changed.sound.lines] == ["upbeat jazz"]
    muted, _ = revise(before, "remove the music")
    assert (muted.sound.lines, muted.sound.muted) == ((), (SoundKind.MUSIC,))


def test_moving() -> None:
    after = edited("a cup on a table and a chair", "move the cup to the left of the chair")
    position = after.member("cup-1").position
    assert position is not None
    assert (position.relation, position.anchors) == (Relation.LEFT, ("chair-1",))


def test_twenty_edits_do_not_drift() -> None:
    before = board_of(VIOLIN)
    board = before
    for _ in range(10):
        board, _ = revise(board, "hide the violin")
        board, _ = revise(board, "make the violin visible again")
    assert board == before


def test_apply_leaves_its_argument_alone() -> None:
    before = board_of(VIOLIN)
    kept = board_of(VIOLIN)
    apply(before, Operation(kind=OperationKind.REMOVE, target="violin-1"))
    assert before == kept
    with pytest.raises(KeyError):
        apply(before, Operation(kind=OperationKind.HIDE, target="harp-1"))


def test_an_edit_keeps_size_seed_and_quality() -> None:
    before = board_of(VIOLIN)
    asset = Asset(sha256="0" * 64, mime_type="video/mp4", size_bytes=1)
    take = Take(video=asset, poster=asset, storyboard=before, engine="previs", engine_version="1")
    turn = Turn(prompt="Make the violin invisible.", model="m")
    after = plan(turn, seed=99, previous=take)
    assert after.storyboard.output == before.output
    assert after.storyboard.seed == before.seed
    assert after.revision is not None
    tall = plan(replace(turn, aspect_ratio=AspectRatio.PORTRAIT), seed=1, previous=take)
    assert (tall.storyboard.output.width, tall.storyboard.output.height) == (720, 1280)
    assert tall.storyboard.output.duration == Fraction(5)


def test_clothes_are_worn_not_cast() -> None:
    woman: CastMember = edited(VIOLIN, "Put a fashionable hat on this person").member("woman-1")
    assert woman.wears == ("fashionable hat",)
