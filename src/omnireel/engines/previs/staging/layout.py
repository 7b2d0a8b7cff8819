"""Where everybody stands at the start: rows side by side, then whoever is beside, on or behind.

Positions are seen from the camera, which looks along -z: left is -x, behind is -z.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from omnireel.domain.storyboard import CastMember, Kind, Relation
from omnireel.engines.previs.scene import Vec3
from omnireel.engines.previs.streams import stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where one copy of a member stands: foot point in metres, heading in radians (0 to camera)."""

    point: Vec3
    heading: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """All copies of a member: their spots, and the box about the whole group."""

    spots: tuple[Spot, ...]
    center: Vec3
    size: Vec3
    seat: float = 1.0  # the share of its height at which others stand or sit on it

    @property
    def top(self) -> float:
        """The height in metres at which others stand or sit on it."""
        return self.center[1] + self.size[1] * self.seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A member to be placed: its size in metres (one copy), and whether it is drawn in profile."""

    member: CastMember
    size: Vec3
    profile: bool


Floor = Callable[[float, float], float]

_ROW = 6
_SEATS = {
    **dict.fromkeys(("sofa", "couch", "armchair", "swing", "throne"), 0.45),
    **dict.fromkeys(("chair", "bench", "bed", "stool", "skateboard", "sled"), 0.55),
    **dict.fromkeys(("horse", "unicorn", "camel", "donkey", "pony"), 0.68),
    **dict.fromkeys(("bicycle", "bike", "motorcycle", "scooter", "tricycle"), 0.7),
    **dict.fromkeys(("elephant", "cow", "bear", "tiger", "lion", "whale", "dragon"), 0.85),
    **dict.fromkeys(("boat", "ship", "raft", "canoe", "sailboat", "kayak"), 0.3),
}
_CONTACT_GAP = 0.12


def arrange(guests: Sequence[Guest], floor: Floor, seed: int) -> dict[str, Group]:
    """A place for every guest, by member id. Anchored guests follow their anchors."""
    by_id = {guest.member.id: guest for guest in guests}
    placed: dict[str, Group] = {}
    free = [guest for guest in guests if not _anchors(guest, by_id)]
    _stand_in_rows(free, placed, floor, seed)
    waiting = [guest for guest in guests if _anchors(guest, by_id)]
    while waiting:
        ready = [g for g in waiting if all(a in placed for a in _anchors(g, by_id))]
        if not ready:  # anchors that wait for each other: the first one stands freely
            ready = waiting[:1]
            _stand_in_rows(ready, placed, floor, seed)
        else:
            for guest in ready:
                anchors = [placed[anchor] for anchor in _anchors(guest, by_id)]
                placed[guest.member.id] = _anchored(guest, anchors, floor, seed)
        waiting = [guest for guest in waiting if guest.member.id not in placed]
    return placed


def _anchors(guest: Guest, by_id: Mapping[str, Guest]) -> list[str]:
    position = guest.member.position
    if position is None:
        return []
    return [a for a in position.anchors if a in by_id and a != guest.member.id]


def _stand_in_rows(
    guests: Sequence[Guest], placed: dict[str, Group], floor: Floor, seed: int
) -> None:
    """Free members side by side about x = 0; what is far larger than the rest stands behind."""
    if not guests:
        return
    ordered = sorted(guests, key=_lane)
    largest = max(guest.size[1] for guest in guests)
    usual = sorted(guest.size[1] for guest in guests)[(len(guests) - 1) // 2]
    front = [g for g in ordered if not (g.size[1] > 3.5 * usual and largest > 3.0)]
    back = [g for g in ordered if g not in front]
    depth = -max((_extent(guest)[1] for guest in front), default=0.0) / 2
    for row, z in ((front, 0.0), (back, depth)):
        widths = [_extent(guest)[0] for guest in row]
        gaps = [0.22 * max(a, b) + 0.05 for a, b in pairwise(widths)]
        x = -(sum(widths) + sum(gaps)) / 2
        for guest, width, gap in zip(row, widths, [*gaps, 0.0][: len(row)], strict=True):
            back_off = _extent(guest)[1] / 2 + 1.5 if z < 0 else 0.0
            placed[guest.member.id] = _group(
                guest, (x + width / 2, 0.0, z - back_off + _depth(guest)), floor, seed
            )
            x += width + gap


def _lane(guest: Guest) -> int:
    position = guest.member.position
    lanes = {Relation.LEFT: -1, Relation.RIGHT: 1}
    return lanes.get(position.relation, 0) if position and not position.anchors else 0


def _depth(guest: Guest) -> float:
    position = guest.member.position
    if position is None or position.anchors:
        return 0.0
    shift = {Relation.FRONT: 1.2, Relation.BEHIND: -1.8}.get(position.relation, 0.0)
    return shift * max(guest.size[0], 0.5)


def _extent(guest: Guest) -> tuple[float, float]:
    """Width and depth of all copies of the guest, in rows of `_ROW`."""
    columns = min(guest.member.count, _ROW)
    rows = math.ceil(guest.member.count / _ROW)
    return (
        guest.size[0] * (1 + (columns - 1) * 1.2),
        max(guest.size[2], 0.4 * guest.size[0]) * (1 + (rows - 1) * 1.5),
    )


def _group(guest: Guest, center: Vec3, floor: Floor, seed: int, base: float | None = None) -> Group:
    """Copies in rows about the center, on the floor or at the height `base`."""
    rng = stream(seed, guest.member.id, "spots")
    count = guest.member.count
    step_x, step_z = guest.size[0] * 1.2, max(guest.size[2], 0.4 * guest.size[0]) * 1.5
    rows = math.ceil(count / _ROW)
    side = _side(guest, center, rng.uniform())
    spots: list[Spot] = []
    for index in range(count):
        row, column = divmod(index, _ROW)
        columns = min(count - row * _ROW, _ROW)
        stagger = 0.5 * step_x * (row % 2)
        x = center[0] + (column - (columns - 1) / 2) * step_x + stagger
        z = center[2] + ((rows - 1) / 2 - row) * step_z
        if count > 1:
            x += float(rng.uniform(-0.06, 0.06)) * step_x
            z += float(rng.uniform(-0.18, 0.18)) * step_z
        y = floor(x, z) if base is None else base
        spots.append(Spot(point=(x, y, z), heading=side + float(rng.uniform(-0.1, 0.1))))
    width, depth = _extent(guest)
    y = floor(center[0], center[2]) if base is None else base
    return Group(
        spots=tuple(spots),
        center=(center[0], y, center[2]),
        size=(width, guest.size[1], depth),
        seat=_SEATS.get(guest.member.noun, 1.0),
    )


def _side(guest: Guest, center: Vec3, chance: float) -> float:
    """The way a guest looks: profiles across the frame towards its middle, others at the camera."""
    if not guest.profile:
        return -0.12 * center[0]
    inward = 1.0 if center[0] < -0.05 or (abs(center[0]) <= 0.05 and chance < 0.5) else -1.0
    return inward * math.radians(72.0)


def _anchored(guest: Guest, anchors: Sequence[Group], floor: Floor, seed: int) -> Group:
    """The guest where its relation to its anchors puts it."""
    anchor = anchors[0]
    position = guest.member.position
    relation = position.relation if position else Relation.NEAR
    width, depth = _extent(guest)
    ax, ay, az = anchor.center
    aside = (anchor.size[0] + width) / 2 + _CONTACT_GAP * max(width, anchor.size[0])
    ahead = (anchor.size[2] + depth) / 2 + _CONTACT_GAP * max(depth, 0.3)
    if relation is Relation.BETWEEN and len(anchors) > 1:
        other = anchors[1].center
        return _group(guest, ((ax + other[0]) / 2, ay, (az + other[2]) / 2), floor, seed)
    places: dict[Relation, tuple[Vec3, float | None]] = {
        Relation.LEFT: ((ax - aside, ay, az), None),
        Relation.RIGHT: ((ax + aside, ay, az), None),
        Relation.FRONT: ((ax + 0.1 * width, ay, az + ahead), None),
        Relation.BEHIND: ((ax + 0.35 * anchor.size[0], ay, az - ahead), None),
        Relation.ON: ((ax, ay, az), anchor.top),
        Relation.IN: ((ax, ay, az), ay + 0.35 * anchor.size[1]),
        Relation.ABOVE: ((ax, ay, az), anchor.top + 0.6 * guest.size[1]),
        Relation.UNDER: ((ax, ay, az + 0.1 * depth), ay),
        Relation.HELD: ((ax + 0.30 * anchor.size[0], ay, az + 0.22), ay + 0.5 * anchor.size[1]),
        Relation.WORN: ((ax, ay, az), ay + 0.92 * anchor.size[1]),
    }
    beside = ((ax + aside, ay, az + 0.25 * depth), None)
    center, base = places.get(relation, beside)
    if guest.member.kind is Kind.THING and relation is Relation.IN and anchor.size[0] < width:
        base = anchor.top - 0.5 * guest.size[1]
    return _group(guest, center, floor, seed, base)
