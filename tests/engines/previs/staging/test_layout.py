"""Where members stand is what the storyboard says, seen from the camera."""

from omnireel.domain.storyboard import CastMember, Kind, Position, Relation
from omnireel.engines.previs.scene import Vec3
from omnireel.engines.previs.staging.layout import Group, Guest, arrange


def guest(
    noun: str, size: Vec3 = (1.0, 1.0, 1.0), count: int = 1, position: Position | None = None
) -> Guest:
    member = CastMember(
        id=f"{noun}-1", noun=noun, kind=Kind.THING, name=noun, count=count, position=position
    )
    return Guest(member=member, size=size, profile=False)


def at(relation: Relation, *anchors: str) -> Position:
    return Position(relation=relation, anchors=anchors)


def arranged(*guests: Guest) -> dict[str, Group]:
    return arrange(guests, lambda _x, _z: 0.0, seed=7)


def test_left_and_right_of_an_anchor() -> None:
    placed = arranged(
        guest("dog"),
        guest("cat", position=at(Relation.LEFT, "dog-1")),
        guest("cow", position=at(Relation.RIGHT, "dog-1")),
    )
    assert placed["cat-1"].center[0] + 0.5 <= placed["dog-1"].center[0] - 0.5
    assert placed["cow-1"].center[0] - 0.5 >= placed["dog-1"].center[0] + 0.5


def test_frame_left_and_right() -> None:
    placed = arranged(
        guest("a", position=at(Relation.RIGHT)), guest("b"), guest("c", position=at(Relation.LEFT))
    )
    assert placed["c-1"].center[0] < placed["b-1"].center[0] < placed["a-1"].center[0]


def test_on_and_under_a_table() -> None:
    table = guest("table", size=(1.4, 0.75, 0.8))
    placed = arranged(
        table,
        guest("cup", size=(0.1, 0.1, 0.1), position=at(Relation.ON, "table-1")),
        guest("cat", size=(0.4, 0.3, 0.2), position=at(Relation.UNDER, "table-1")),
    )
    assert placed["cup-1"].spots[0].point[1] == 0.75
    assert placed["cat-1"].spots[0].point[1] == 0.0


def test_behind_and_in_front() -> None:
    placed = arranged(
        guest("car"),
        guest("tree", position=at(Relation.BEHIND, "car-1")),
        guest("cone", position=at(Relation.FRONT, "car-1")),
    )
    assert placed["tree-1"].center[2] < placed["car-1"].center[2] < placed["cone-1"].center[2]


def test_counts_are_copies_that_do_not_overlap() -> None:
    spots = arranged(guest("duck", count=9))["duck-1"].spots
    assert len(spots) == 9
    for index, spot in enumerate(spots):
        for other in spots[index + 1 :]:
            gap = max(abs(spot.point[0] - other.point[0]), abs(spot.point[2] - other.point[2]))
            assert gap > 0.95


def test_what_is_far_larger_stands_behind() -> None:
    placed = arranged(guest("house", size=(6.0, 6.0, 5.0)), guest("dog"), guest("boy"))
    assert placed["house-1"].center[2] + 2.5 < placed["dog-1"].center[2] - 0.5


def test_anchors_in_a_circle_still_get_a_place() -> None:
    placed = arranged(
        guest("a", position=at(Relation.ON, "b-1")), guest("b", position=at(Relation.ON, "a-1"))
    )
    assert set(placed) == {"a-1", "b-1"}


def test_between_the_copies_of_an_anchor_on_a_table() -> None:
    placed = arranged(
        guest("vase", size=(0.2, 0.4, 0.2), position=at(Relation.BETWEEN, "candle-1")),
        guest("candle", size=(0.1, 0.3, 0.1), count=2, position=at(Relation.ON, "table-1")),
        guest("table", size=(1.6, 0.75, 0.8)),
    )
    left, right = sorted(spot.point[0] for spot in placed["candle-1"].spots)
    x, y, _ = placed["vase-1"].spots[0].point
    assert left + 0.05 < x - 0.1
    assert x + 0.1 < right - 0.05
    assert y == 0.75


def test_things_on_one_anchor_stand_side_by_side() -> None:
    on = at(Relation.ON, "table-1")
    placed = arranged(
        guest("cup", size=(0.2, 0.1, 0.2), position=on),
        guest("plate", size=(0.2, 0.1, 0.2), position=on),
        guest("table", size=(1.6, 0.75, 0.8)),
    )
    assert abs(placed["cup-1"].center[0] - placed["plate-1"].center[0]) >= 0.2
    assert placed["cup-1"].center[1] == placed["plate-1"].center[1] == 0.75


def test_whoever_comes_later_moves_nobody() -> None:
    first = [guest("cat"), guest("car", size=(2.0, 1.4, 4.0)), guest("tree", size=(3.0, 5.0, 3.0))]
    alone = arranged(*first)
    together = arranged(*first, guest("dog"), guest("house", size=(6.0, 30.0, 6.0)))
    assert {name: together[name] for name in alone} == alone
