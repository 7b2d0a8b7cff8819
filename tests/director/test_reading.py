"""What sentences of everyday prompts come to: attachment, titles, formations, places, shots."""

from fractions import Fraction

import pytest

from omnireel.director import plan
from omnireel.domain.storyboard import Relation, ShotSize, Storyboard
from omnireel.domain.turn import Turn


def board_of(prompt: str, duration: int | None = None) -> Storyboard:
    length = None if duration is None else Fraction(duration)
    return plan(Turn(prompt=prompt, model="m", duration=length), seed=3, previous=None).storyboard


def places(board: Storyboard) -> dict[str, str]:
    """Where each positioned member is, as `relation anchor`."""
    return {
        m.id: f"{m.position.relation.value} {' '.join(m.position.anchors)}".strip()
        for m in board.cast
        if m.position is not None
    }


ATTACHED = [
    (
        "a pie with cherries on a bench",
        {"pie-1": "on bench-1", "cherry-1": "on pie-1"},
    ),
    ("a basket with lemons on a table", {"basket-1": "on table-1", "lemon-1": "in basket-1"}),
    (
        "a vase next to a clock on a shelf",
        {"vase-1": "on shelf-1", "clock-1": "on shelf-1"},
    ),
    ("a table with a cake on a plate", {"cake-1": "on plate-1"}),
    ("a boy with a scarf on a camel", {"boy-1": "on camel-1"}),
    ("A girl flies a kite", {"kite-1": "held girl-1"}),
    ("A fox stands on the back of a cow", {"fox-1": "on cow-1"}),
]


@pytest.mark.parametrize(("prompt", "expected"), ATTACHED)
def test_a_phrase_attaches_to_what_it_speaks_of(prompt: str, expected: dict[str, str]) -> None:
    found = places(board_of(prompt))
    assert {key: found.get(key) for key in expected} == expected


TITLES = [
    ('There is a road sign that says "Stop here" next to a blue truck',
     [("Stop here", "sign-1")], {"sign-1", "truck-1"}),
    ('a shop window with a poster that reads "SALE" behind a cat',
     [("SALE", "poster-1")], {"poster-1", "cat-1"}),
    ('Text on screen: "Fin" over a meadow', [("Fin", "")], set()),
    ('the words "Sweet dreams" appear over a beach', [("Sweet dreams", "")], set()),
    ('title: "Part Two". A fox runs', [("Part Two", "")], {"fox-1"}),
]  # fmt: skip


@pytest.mark.parametrize(("prompt", "titles", "members"), TITLES)
def test_titles(prompt: str, titles: list[tuple[str, str]], members: set[str]) -> None:
    board = board_of(prompt)
    assert [(t.text, t.surface) for t in board.shots[0].titles] == titles
    ids = {member.id for member in board.cast}
    assert members <= ids
    assert "screen-1" not in ids
    assert not board.unmet


DEEDS = [
    ("A man is using a computer", [("man-1", "use", "computer-1", None)]),
    ("Two girls play rock paper scissors", [("girl-1", "play", None, None)]),
    ("A bear plays checkers", [("bear-1", "play", None, None)]),
    ("A robot eats noodles", [("robot-1", "eat", "noodle-1", None)]),
    ("A boy fights a giant crab", [("boy-1", "fight", "crab-1", None)]),
    ("A cook fries an egg and serves it to a girl",
     [("cook-1", "fry", "egg-1", None), ("cook-1", "serve", "egg-1", "girl-1")]),
    ("A witch casts a spell", [("witch-1", "cast", None, None)]),
    ("A girl makes a wish", [("girl-1", "wish", None, None)]),
    ("A sailor tells a tale", [("sailor-1", "talk", None, None)]),
    ("A boy takes a photo of a giraffe", [("boy-1", "photograph", "giraffe-1", None)]),
    ("A girl does a handstand", [("girl-1", "handstand", None, None)]),
    ("A goalie in yellow gloves catches the ball", [("goalie-1", "catch", "ball-1", None)]),
    ("A puppy in a vest fetches a stick", [("puppy-1", "fetch", "stick-1", None)]),
    ("The men laugh and drink beer",
     [("man-1", "laugh", None, None), ("man-1", "drink", "beer-1", None)]),
    ("A cook pours melted butter", [("cook-1", "pour", "butter-1", None)]),
    ("A cake with candles rotates", [("cake-1", "rotate", None, None)]),
    ("A queen stands on a hill, her cape fluttering, and waves",
     [("queen-1", "stand", None, None), ("queen-1", "wave", None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("prompt", "expected"), DEEDS)
def test_deeds(prompt: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    blocking = board_of(prompt).shots[0].blocking
    assert [(a.actor, a.verb, a.target, a.goal) for a in blocking] == expected


@pytest.mark.parametrize(
    "how", ["in a row", "in a line", "in a circle", "side by side", "hand in hand"]
)
def test_a_formation_is_no_member(how: str) -> None:
    board = board_of(f"four frogs {how}")
    assert [(m.noun, m.count) for m in board.cast] == [("frog", 4)]
    assert not board.unmet


SETTINGS = [
    ("a bakery in Rome", "cafe", ("Rome",)),
    ("In Tokyo, a cat walks through a library", "library", ("Tokyo",)),
    ("a street in London", "city street", ()),
    ("a village next to a volcano", "village", None),
    ("a desert next to the ocean", "desert", ("the ocean",)),
    ("A car turns around a corner on a mountain road", "mountain", ()),
    ("A puppy slides over a kitchen floor", "kitchen", ()),
    ("A boat sails past Zanzibarra in Quelimo", None, ("Quelimo",)),
    ("A rover drives on the moon", "moon", ()),
]


@pytest.mark.parametrize(("prompt", "setting", "unmet"), SETTINGS)
def test_the_more_specific_place_stands(
    prompt: str, setting: str | None, unmet: tuple[str, ...] | None
) -> None:
    board = board_of(prompt)
    if setting is not None:
        assert board.shots[0].setting == setting
    if unmet is not None:
        assert board.unmet == unmet


def test_golden_hour_is_an_hour() -> None:
    board = board_of("Golden hour, a horse trots through a meadow")
    assert board.shots[0].time_of_day == "sunset"
    assert not board.unmet


def test_partners_do_the_next_thing_together() -> None:
    blocking = board_of("A cat and a dog sit on a rug and look at a bird").shots[0].blocking
    assert [(a.actor, a.start, a.end) for a in blocking] == [
        ("cat-1", Fraction(0), Fraction(5, 2)),
        ("dog-1", Fraction(0), Fraction(5, 2)),
        ("cat-1", Fraction(5, 2), None),
        ("dog-1", Fraction(5, 2), None),
    ]


def test_a_long_clip_is_a_small_story_of_one_action() -> None:
    shots = board_of("A fox walks through a forest", 8).shots
    assert [s.camera.size for s in shots] == [ShotSize.WIDE, ShotSize.MEDIUM, ShotSize.CLOSE_UP]
    assert [(a.verb, a.start, a.end) for s in shots for a in s.blocking] == [
        ("walk", Fraction(0), None)
    ] * 3


def test_said_times_keep_their_shots() -> None:
    shots = board_of("[0-4s] A fox runs. [4-10s] A bear sleeps.").shots
    assert [(s.start, s.end, [a.verb for a in s.blocking]) for s in shots] == [
        (Fraction(0), Fraction(4), ["run"]),
        (Fraction(4), Fraction(10), ["sleep"]),
    ]


def test_a_held_kite_is_not_ridden() -> None:
    member = board_of("A boy flies a kite").member("boy-1")
    assert member.position is None or member.position.relation is not Relation.ON


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("a lizard naps in the sun", "weather", "clear"),
        ("a clown juggles under a spotlight", "lighting", "dramatic"),
        ("an owl sits beneath the moon", "time_of_day", "night"),
    ],
)
def test_what_only_gives_light_is_no_member(prompt: str, field: str, value: str) -> None:
    board = board_of(prompt)
    assert len(board.cast) == 1
    assert getattr(board.shots[0], field) == value


@pytest.mark.parametrize(
    ("prompt", "count", "verb"),
    [
        ("nine shiny fish swim in a pond", 9, "swim"),
        ("sheep graze on a hill", 3, "graze"),
        ("a deer drinks from a stream", 1, "drink"),
    ],
)
def test_nouns_that_look_the_same_in_the_plural(prompt: str, count: int, verb: str) -> None:
    board = board_of(prompt)
    assert board.cast[0].count == count
    assert board.shots[0].blocking[0].verb == verb
