"""A turn becomes a storyboard: cast, actions, places, camera, time, sound, titles."""

from fractions import Fraction

import pytest

from omnireel.director import plan
from omnireel.domain.storyboard import (
    Angle,
    Kind,
    Movement,
    Relation,
    ShotSize,
    SoundKind,
    Storyboard,
)
from omnireel.domain.turn import AspectRatio, Quality, Resolution, Turn


def board_of(prompt: str, duration: int | None = None) -> Storyboard:
    length = None if duration is None else Fraction(duration)
    turn = Turn(prompt=prompt, model="m", duration=length)
    return plan(turn, seed=7, previous=None).storyboard


def deeds(board: Storyboard) -> list[str]:
    """Actions as `actor verb target preposition goal`, with - for what is not there."""
    return [
        " ".join(
            (a.actor, a.verb, a.target or "-", a.preposition or "-", a.goal or "-")
        ).removesuffix(" - - -")
        for shot in board.shots
        for a in shot.blocking
    ]


def seconds(time: Fraction | None) -> float | None:
    return None if time is None else float(time)


def cast(board: Storyboard) -> str:
    """The cast as `count color size material noun`, joined by commas, empty words left out."""
    rows = []
    for m in board.cast:
        words = (str(m.count) if m.count > 1 else "", m.color, m.size, m.material, m.noun)
        rows.append(" ".join(filter(None, words)))
    return ", ".join(rows)


CASTS = [
    ("three red balloons and a tiny golden robot", "3 red balloon, tiny gold robot"),
    ("a wooden chair beside two glass bottles", "wood chair, 2 glass bottle"),
    ("a herd of elephants", "6 elephant"),
    ("a dozen roses in a blue vase", "12 rose, blue vase"),
    ("a pair of green parrots", "2 green parrot"),
    ("a huge stone statue of a lion", "giant stone lion"),
    ("a slice of pizza and a cup of coffee", "pizza, cup"),
    ("a ball of blue yarn", "blue yarn ball"),
    ("two glasses of wine", "2 glass"),
    ("some children with a kite", "3 child, kite"),
    ("half-eaten pizza, three forks & two knives", "pizza, 3 fork, 2 knife"),
    ("12 geese", "12 goose"),
    ("an elderly couple", "2 person"),
    ("a traffic light next to a fire hydrant", "traffic light, fire hydrant"),
    ("a dinosaur made of chocolate", "chocolate dinosaur"),
    ("The car is red and the truck is blue", "red car, blue truck"),
    ("a zorbulating quexel", "quexel"),
    ("a beautiful sunset", ""),
    ("A street without people, a dog", "dog"),
    ("A man and a woman. The man waves. She smiles.", "man, woman"),
    ("A puppy. The dog barks at another dog.", "puppy, dog"),
    ("a green apple and a red apple", "green apple, red apple"),
    ("Gwen Stacy reads a book", "person, book"),
]


@pytest.mark.parametrize(("prompt", "expected"), CASTS)
def test_cast(prompt: str, expected: str) -> None:
    assert cast(board_of(prompt)) == expected


ACTIONS = [
    ("A red ball bounces on a table", ["ball-1 bounce - on table-1"]),
    ("A cat playfully batting at a ball of yarn.", ["cat-1 bat - at ball-1"]),
    ("A dog chases a cat through a garden", ["dog-1 chase cat-1 through -"]),
    ("The boy gives his sister a present", ["boy-1 give present-1 to sister-1"]),
    ("A person throws a ball and the dog catches it",
     ["person-1 throw ball-1 - -", "dog-1 catch ball-1 - -"]),
    ("A frog sitting on a leaf, holding an umbrella",
     ["frog-1 sit - on leaf-1", "frog-1 hold umbrella-1 - -"]),
    ("the dog that chased the cat is sleeping under the table",
     ["dog-1 chase cat-1 - -", "dog-1 sleep - under table-1"]),
    ("A man in a suit and a woman in a dress dance", ["man-1 dance", "woman-1 dance"]),
    ("Two robots shake hands", ["robot-1 shake"]),
    ("An elephant taking a walk", ["elephant-1 walk"]),
    ("A person is sword fighting", ["person-1 fight"]),
    ("Yellow flowers sway in the wind", ["flower-1 sway"]),
    ("She sings while he plays the piano", ["woman-1 sing", "man-1 play piano-1 - -"]),
    ("A mechanic, covered in grease, repairs an old truck", ["mechanic-1 repair truck-1 - -"]),
    ("people walk past a shop as a bird flies overhead",
     ["person-1 walk - past -", "bird-1 fly"]),
    ("A giraffe bending down to drink water",
     ["giraffe-1 bend - down -", "giraffe-1 drink water-1 - -"]),
    ("A city with flying cars", ["car-1 fly"]),
    ("Grab the apple", ["person-1 grab apple-1 - -"]),
    ("There are five ducks swimming in a pond.", ["duck-1 swim"]),
    ("We see a wizard waving a wand", ["wizard-1 wave wand-1 - -"]),
]  # fmt: skip


@pytest.mark.parametrize(("prompt", "expected"), ACTIONS)
def test_actions(prompt: str, expected: list[str]) -> None:
    assert deeds(board_of(prompt)) == expected


POSITIONS = [
    ("a bicycle on the left of a car", "bicycle-1", Relation.LEFT, ("car-1",)),
    ("a bus to the right of a train", "bus-1", Relation.RIGHT, ("train-1",)),
    ("a cup on top of a book", "cup-1", Relation.ON, ("book-1",)),
    ("a toaster on the bottom of an oven", "toaster-1", Relation.UNDER, ("oven-1",)),
    ("a fox behind a tree", "fox-1", Relation.BEHIND, ("tree-1",)),
    ("a mailbox in front of a house", "mailbox-1", Relation.FRONT, ("house-1",)),
    ("a pear between a cup and a vase", "pear-1", Relation.BETWEEN, ("cup-1", "vase-1")),
    ("a woman playing violin", "violin-1", Relation.HELD, ("woman-1",)),
    ("a girl riding a horse", "girl-1", Relation.ON, ("horse-1",)),
    ("a man driving a car", "man-1", Relation.IN, ("car-1",)),
    ("a cat on the left and a dog on the right", "cat-1", Relation.LEFT, ()),
    ("a basket full of kittens", "kitten-1", Relation.IN, ("basket-1",)),
    ("an old man reading on a park bench", "man-1", Relation.ON, ("park-bench-1",)),
]


@pytest.mark.parametrize(("prompt", "member", "relation", "anchors"), POSITIONS)
def test_positions(prompt: str, member: str, relation: Relation, anchors: tuple[str, ...]) -> None:
    position = board_of(prompt).member(member).position
    assert position is not None
    assert (position.relation, position.anchors) == (relation, anchors)


SETTINGS = [
    ("A woman playing violin outdoors.", "meadow"),
    ("A marble rolling fast on a chain reaction style track", "room"),
    ("a person swimming in the ocean", "sea"),
    ("Robot dancing in Times Square.", "city street"),
    ("A futuristic city with flying cars", "futuristic city"),
    ("a cake", "room"),
    ("a cat", "meadow"),
    ("a shark", "underwater"),
    ("A cat sleeping on a bed", "bedroom"),
    ("A robot holding an umbrella in the rain", "meadow"),
    ("Inside a cozy cabin, a grandmother knits", "living room"),
    ("busy supermarket", "shop"),
    ("a man on stage", "stage"),
    ("A lighthouse on a cliff", "cliff"),
    ("a singer, stage background", "stage"),
]


@pytest.mark.parametrize(("prompt", "setting"), SETTINGS)
def test_setting(prompt: str, setting: str) -> None:
    assert board_of(prompt).shots[0].setting == setting


def test_conditions_are_no_members() -> None:
    board = board_of("A foggy winter evening in a forest, a fox in the snow, dramatic lighting")
    shot = board.shots[0]
    assert cast(board) == "fox"
    assert (shot.time_of_day, shot.weather, shot.season) == ("dusk", "fog", "winter")
    assert (shot.setting, shot.lighting) == ("forest", "dramatic")


CAMERAS = [
    ("a fox, zoom in", Movement.ZOOM_IN, None, Angle.EYE_LEVEL),
    ("The camera slowly orbits around a vase", Movement.ORBIT, None, Angle.EYE_LEVEL),
    ("Aerial shot of a forest", Movement.AUTO, None, Angle.AERIAL),
    ("Low angle close-up of a knight", Movement.AUTO, ShotSize.CLOSE_UP, Angle.LOW),
    ("wide tracking shot of a car", Movement.TRACKING, ShotSize.WIDE, Angle.EYE_LEVEL),
    ("a fox, pan left", Movement.PAN_LEFT, None, Angle.EYE_LEVEL),
    ("In a still frame, a pear", Movement.STATIC, None, Angle.EYE_LEVEL),
    ("a bird circles a tower", Movement.AUTO, None, Angle.EYE_LEVEL),
]


@pytest.mark.parametrize(("prompt", "movement", "size", "angle"), CAMERAS)
def test_camera(prompt: str, movement: Movement, size: ShotSize | None, angle: Angle) -> None:
    camera = board_of(prompt).shots[0].camera
    assert (camera.movement, camera.size, camera.angle) == (movement, size, angle)


def test_six_seconds_are_told_in_three_shots_and_five_in_one() -> None:
    told = board_of("A fox runs through a forest", 8)
    assert [shot.camera.size for shot in told.shots] == [
        ShotSize.WIDE,
        ShotSize.MEDIUM,
        ShotSize.CLOSE_UP,
    ]
    assert deeds(told) == ["fox-1 run - through -"] * 3
    assert len(board_of("A fox runs through a forest").shots) == 1


@pytest.mark.parametrize(
    "words",
    [
        "In a single unbroken scene",
        "In a single continuous shot",
        "No scene cuts",
        "Continuous shot",
    ],
)
def test_one_shot_when_asked(words: str) -> None:
    assert len(board_of(f"{words}. A fox runs through a forest.", 10).shots) == 1


def test_blocks_are_shots_and_keep_the_cast() -> None:
    board = board_of("[0-3s] A person is walking\n[3-6s] They stop\n[6-10s] They start running")
    assert [(seconds(shot.start), seconds(shot.end)) for shot in board.shots] == [
        (0, 3),
        (3, 6),
        (6, 10),
    ]
    assert deeds(board) == ["person-1 walk", "person-1 stop", "person-1 run"]
    assert board.output.duration == 10


def test_blocks_in_one_shot_follow_each_other() -> None:
    board = board_of("One continuous shot: [0-2s] a ball rolls [2-5s] it hits a domino")
    (shot,) = board.shots
    assert [(a.verb, seconds(a.start), seconds(a.end)) for a in shot.blocking] == [
        ("roll", 0, 2),
        ("hit", 2, None),
    ]


def test_then_shares_the_time() -> None:
    (shot,) = board_of("A chef chops carrots, then fries them", 4).shots
    assert [(a.verb, seconds(a.start), seconds(a.end)) for a in shot.blocking] == [
        ("chop", 0, 2),
        ("fry", 2, None),
    ]


def test_times_said_in_words() -> None:
    (shot,) = board_of("After 3 seconds, a woman enters. At 4s a dog barks.").shots
    assert [(a.verb, seconds(a.start)) for a in shot.blocking] == [("enter", 3), ("bark", 4)]
    cut = board_of("Every 2s cut to a new frame. A ballerina spins.", 6)
    assert [seconds(shot.start) for shot in cut.shots] == [0, 2, 4]
    assert board_of("A 10 second video of a fox").output.duration == 10


def test_signs_and_words_one_by_one() -> None:
    board = board_of('There is a street sign that says: "Omni St" and a car')
    (title,) = board.shots[0].titles
    assert (title.text, title.surface) == ("Omni St", "street-sign-1")
    assert deeds(board) == []
    words = board_of('One word on the screen at a time: "did, you, know" Each word appears for 1s.')
    titles = [title for shot in words.shots for title in shot.titles]
    assert [(t.text, seconds(t.start), seconds(t.end)) for t in titles] == [
        ("did", 0, 1),
        ("you", 1, 2),
        ("know", 2, 3),
    ]


def test_sound() -> None:
    board = board_of('A barista says "Ready!". With calm background music. Sound of rain.')
    lines = {line.kind: line for line in board.sound.lines}
    assert lines[SoundKind.DIALOGUE].text == "Ready!"
    assert lines[SoundKind.DIALOGUE].source == "barista-1"
    assert lines[SoundKind.MUSIC].text == "calm background music"
    assert lines[SoundKind.AMBIENCE].text == "rain"
    muted = board_of("A fox. No dialogue, no extra sound effects.").sound.muted
    assert muted == (SoundKind.DIALOGUE, SoundKind.EFFECT)


STYLES = [
    ("a fox, cyberpunk style", "cyberpunk"),
    ("anime style girl running", "anime"),
    ("an oil painting of a fox", "oil painting"),
    ("a fox, black and white", "black and white"),
    ("a fox by Hokusai, in the style of Ukiyo", "ukiyo-e"),
    ("a black and a white cat", ""),
    ("a fox in the style of Klimt", "klimt"),
]


@pytest.mark.parametrize(("prompt", "style"), STYLES)
def test_style(prompt: str, style: str) -> None:
    assert board_of(prompt).look.style == style


def test_what_is_worn_is_no_member() -> None:
    board = board_of("A woman wearing sunglasses and a straw hat drinks tea in a dark red coat")
    assert board.member("woman-1").wears == ("sunglasses", "straw hat", "dark red coat")
    assert cast(board) == "woman, tea"


def test_unmet_is_in_the_users_words_and_craft_words_are_not_in_it() -> None:
    assert board_of("A fox, highly detailed, 4k, cinematic").unmet == ()
    assert board_of("A fox as a symbol of eternal freedom, 一只猫").unmet[-1] == "一只猫"
    assert "teleportation technology" in board_of("humans with teleportation technology").unmet


def test_kinds() -> None:
    board = board_of("A firefighter, a corgi, a tractor and a teapot")
    assert [member.kind for member in board.cast] == [
        Kind.PERSON,
        Kind.ANIMAL,
        Kind.VEHICLE,
        Kind.THING,
    ]


def test_output_follows_the_turn() -> None:
    turn = Turn(
        prompt="a fox",
        model="m",
        aspect_ratio=AspectRatio.PORTRAIT,
        resolution=Resolution.R360P,
        quality=Quality.DRAFT,
        seed=3,
    )
    board = plan(turn, seed=7, previous=None).storyboard
    assert (board.output.width, board.output.height) == (360, 640)
    assert (board.quality, board.seed, seconds(board.output.duration)) == ("draft", 3, 5)
    assert plan(turn, seed=7, previous=None).storyboard == board


def test_the_default_length_holds_what_was_said() -> None:
    assert board_of("A fox").output.duration == Fraction(5)
    assert board_of("After 8 seconds, a fox enters").output.duration == Fraction(9)
    words = " ".join("abcdefgh")
    said = f'One word on the screen at a time: "{words}" Each word appears for 1s.'
    assert board_of(said).output.duration == Fraction(8)
