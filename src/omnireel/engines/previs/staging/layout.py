"""Where everybody stands at the start: side by side, beside, on, behind, between.

Positions are seen from the camera, which looks along -z: left is -x, behind is -z. Members get
their places one after another in cast order and keep them: whoever is added later moves nobody.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

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
    """A member to be placed: its size in metres (one copy), and whether it is drawn in profile.

    `seat` is the share of its height at which others stand on it; an `edge_on` guest is turned so
    that it can be passed over from side to side.
    """

    member: CastMember
    size: Vec3
    profile: bool
    seat: float = 1.0
    edge_on: bool = False
    lift: float = 0.0  # metres above the floor, for what belongs in the air


Floor = Callable[[float, float], float]

_ROW = 6
_CONTACT_GAP = 0.12
_STEP = 1e-3  # metres: what reaches up to a guest's feet holds it and is not in its way
_FAR_LARGER, _LARGE = 3.5, 3.0  # times as high, and metres: what is both stands behind the rest
_PROFILE, _THREE_QUARTER, _EDGE = math.radians(72.0), 1.0, math.radians(90.0)
_OPEN_BELOW = frozenset("table desk bench chair bed umbrella bridge arch sofa stool tent".split())
_PUSHED = (Relation.LEFT, Relation.RIGHT, Relation.NEAR, Relation.ON)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hall:
    """What placing needs: everybody by id in cast order, the floor, how many stand in a row."""

    guests: Mapping[str, Guest]
    floor: Floor
    seed: int
    columns: int


def arrange(
    guests: Sequence[Guest], floor: Floor, seed: int, columns: int = _ROW
) -> dict[str, Group]:
    """A place for every guest, by member id. Anchored guests follow their anchors."""
    hall = _Hall(
        guests={guest.member.id: guest for guest in guests}, floor=floor, seed=seed, columns=columns
    )
    placed: dict[str, Group] = {}
    waiting = list(guests)
    while waiting:
        # Anchors that wait for each other: the first one stands freely.
        guest = next((g for g in waiting if set(_anchors(g, hall)) <= placed.keys()), waiting[0])
        anchors = [placed[anchor] for anchor in _anchors(guest, hall) if anchor in placed]
        if anchors:
            placed[guest.member.id] = _anchored(guest, anchors, placed, hall)
        else:
            placed[guest.member.id] = _free(guest, placed, hall)
        waiting.remove(guest)
    return placed


def _anchors(guest: Guest, hall: _Hall) -> list[str]:
    position = guest.member.position
    if position is None:
        return []
    return [a for a in position.anchors if a in hall.guests and a != guest.member.id]


def _free(guest: Guest, placed: Mapping[str, Group], hall: _Hall) -> Group:
    """Beside those who are there; what is far larger stands behind them, far smaller in front."""
    width, depth = _extent(guest, hall)
    z = _depth(guest)
    height = guest.size[1]
    heights = [group.size[1] for group in placed.values()]
    if placed and height > _LARGE and height > _FAR_LARGER * max(heights):
        low = min(group.center[2] - group.size[2] / 2 for group in placed.values())
        return _group(guest, (0.0, 0.0, low - depth / 2 - 1.0 - 0.25 * height), hall)
    larger = [g for g in placed.values() if g.size[1] > max(_LARGE, _FAR_LARGER * height)]
    if larger:
        z += max(g.center[2] + g.size[2] / 2 + 1.0 + 0.25 * g.size[1] for g in larger) + depth / 2
    beside = {
        name: group
        for name, group in placed.items()
        if abs(group.center[2] - z) < (group.size[2] + depth) / 2 + 0.3
    }
    if not beside:
        return _group(guest, (0.0, 0.0, z), hall)
    rights, lefts = [], []
    lane = _lane(guest)
    for name, group in beside.items():
        gap = 0.22 * max(width, group.size[0]) + 0.05 + _between(guest, name, hall)
        reach = (width + group.size[0]) / 2 + gap
        if lane >= _lane(hall.guests[name]):
            rights.append(group.center[0] + reach)
        if lane <= _lane(hall.guests[name]):
            lefts.append(group.center[0] - reach)
    free_right, free_left = len(rights) == len(beside), len(lefts) == len(beside)
    right, left = max(rights, default=0.0), min(lefts, default=0.0)
    x = right if free_right and (not free_left or abs(right) <= abs(left) + 1e-9) else left
    return _group(guest, (x, 0.0, z), hall)


def _between(guest: Guest, neighbour: str, hall: _Hall) -> float:
    """The gap two members leave for one that the cast names before them and puts between them."""
    names = list(hall.guests)
    pair = {guest.member.id, neighbour}
    for other in hall.guests.values():
        position = other.member.position
        if position is None or position.relation is not Relation.BETWEEN:
            continue
        last = max(names.index(name) for name in pair)
        if pair <= set(position.anchors) and names.index(other.member.id) < last:
            return 1.3 * _extent(other, hall)[0]
    return 0.0


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


def _footprint(guest: Guest) -> tuple[float, float]:
    """Width and depth of one copy as it is turned."""
    width, _, depth = guest.size
    if guest.edge_on:
        return (0.45 * width + depth, 0.9 * width)
    if guest.member.kind is Kind.VEHICLE and not guest.profile:
        return (max(width, 0.5 * width + 0.75 * depth), max(depth, width))
    return (width, max(depth, 0.4 * width))


def _steps(guest: Guest, hall: _Hall) -> tuple[float, float]:
    """From one copy to the next, across and to the row behind."""
    width, depth = _footprint(guest)
    inner = max(
        (
            _extent(other, hall)[0]
            for other in hall.guests.values()
            if guest.member.count > 1
            and other.member.position is not None
            and other.member.position.relation is Relation.BETWEEN
            and other.member.position.anchors == (guest.member.id,)
        ),
        default=0.0,
    )
    return (width * 1.2 + 1.1 * inner, depth * 1.5)


def _rows(guest: Guest, hall: _Hall) -> tuple[int, int]:
    """How many copies stand side by side, and in how many rows."""
    columns = min(guest.member.count, hall.columns)
    return columns, math.ceil(guest.member.count / columns)


def _extent(guest: Guest, hall: _Hall) -> tuple[float, float]:
    """Width and depth of all copies of the guest."""
    columns, rows = _rows(guest, hall)
    width, depth = _footprint(guest)
    if guest.member.count == 1:
        return width, depth
    across, back = _steps(guest, hall)
    return width + (columns - 1) * across, depth + (rows - 1) * back


def _group(guest: Guest, center: Vec3, hall: _Hall, base: float | None = None) -> Group:
    """Copies in rows about the center, on the floor or at the height `base`."""
    rng = stream(hall.seed, guest.member.id, "spots")
    count = guest.member.count
    columns, rows = _rows(guest, hall)
    step_x, step_z = _steps(guest, hall) if count > 1 else (0.0, 0.0)
    side = _side(guest, center, rng.uniform())
    spots: list[Spot] = []
    for index in range(count):
        row, column = divmod(index, columns)
        inside = min(count - row * columns, columns)
        stagger = 0.5 * guest.size[0] * 1.2 * (row % 2)
        x = center[0] + (column - (inside - 1) / 2) * step_x + stagger
        z = center[2] + ((rows - 1) / 2 - row) * step_z
        if count > 1:
            x += float(rng.uniform(-0.06, 0.06)) * _footprint(guest)[0]
            z += float(rng.uniform(-0.18, 0.18)) * step_z
        y = hall.floor(x, z) + guest.lift if base is None else base
        spots.append(Spot(point=(x, y, z), heading=side + float(rng.uniform(-0.1, 0.1))))
    width, depth = _extent(guest, hall)
    y = hall.floor(center[0], center[2]) + guest.lift if base is None else base
    return Group(
        spots=tuple(spots),
        center=(center[0], y, center[2]),
        size=(width, guest.size[1], depth),
        seat=guest.seat,
    )


def _side(guest: Guest, center: Vec3, chance: float) -> float:
    """The way a guest looks: profiles across the frame towards its middle, others at the camera."""
    if guest.edge_on:
        return _EDGE
    three_quarter = guest.member.kind is Kind.VEHICLE
    if not guest.profile and not three_quarter:
        return -0.12 * center[0]
    inward = 1.0 if center[0] < -0.05 or (abs(center[0]) <= 0.05 and chance < 0.5) else -1.0
    return inward * (_PROFILE if guest.profile else _THREE_QUARTER)


def _anchored(
    guest: Guest, anchors: Sequence[Group], placed: Mapping[str, Group], hall: _Hall
) -> Group:
    """The guest where its relation to its anchors puts it, clear of everybody else."""
    position = guest.member.position
    relation = position.relation if position else Relation.NEAR
    center, base = _related(guest, relation, anchors, hall)
    if relation in _PUSHED:
        others = [
            group
            for group in placed.values()
            if group not in anchors and (base is None or abs(group.top - base) > _STEP)
        ]
        center = _clear(guest, relation, center, base, others, hall)
        if relation is not Relation.ON and not _supported(center, base, placed):
            base = None
    return _group(guest, center, hall, base)


def _supported(center: Vec3, base: float | None, placed: Mapping[str, Group]) -> bool:
    """Whether something there has its top at this height."""
    return any(
        base is not None
        and abs(group.top - base) < _STEP
        and abs(group.center[0] - center[0]) < group.size[0] / 2
        for group in placed.values()
    )


def _related(
    guest: Guest, relation: Relation, anchors: Sequence[Group], hall: _Hall
) -> tuple[Vec3, float | None]:
    """The place by the relation alone: the middle of the group, and its height if not the floor."""
    anchor = anchors[0]
    width, depth = _extent(guest, hall)
    ax, ay, az = anchor.center
    level = _level(guest, anchor, hall)
    aside = (anchor.size[0] + width) / 2 + _CONTACT_GAP * max(width, anchor.size[0])
    ahead = (anchor.size[2] + depth) / 2 + _CONTACT_GAP * max(depth, 0.3)
    if relation is Relation.BETWEEN:
        return _amid(anchors, width, ahead), level
    shade = 0.1 * depth
    if not any(noun in _OPEN_BELOW for noun in _nouns_at(anchor, hall)):
        shade = 0.5 * depth + 0.2 * anchor.size[2]
    inside = ay + 0.35 * anchor.size[1]
    if guest.member.kind is Kind.THING and anchor.size[0] < width:
        inside = anchor.top - 0.5 * guest.size[1]
    elif anchor.seat < 0.5:
        inside = anchor.top
    places: dict[Relation, tuple[Vec3, float | None]] = {
        Relation.LEFT: ((ax - aside, ay, az), level),
        Relation.RIGHT: ((ax + aside, ay, az), level),
        Relation.FRONT: ((ax + 0.1 * width, ay, az + ahead), level),
        Relation.BEHIND: (_behind(anchor, width, ahead), level),
        Relation.ON: ((ax, ay, az), anchor.top),
        Relation.IN: ((ax, ay, az), inside),
        Relation.ABOVE: ((ax, ay, az), anchor.top + 0.6 * guest.size[1]),
        Relation.UNDER: ((ax, ay, az + shade), ay),
        Relation.HELD: (_in_hand(anchor, depth), ay + 0.3 * anchor.size[1]),
        Relation.WORN: ((ax, ay, az), ay + 0.92 * anchor.size[1]),
    }
    return places.get(relation, ((ax + aside, ay, az + 0.25 * depth), level))


def _in_hand(anchor: Group, depth: float) -> Vec3:
    """Before the holder's breast, a little aside."""
    x, y, z = anchor.center
    return (x + 0.25 * anchor.size[0], y, z + 0.4 * anchor.size[2] + 0.5 * depth)


def _behind(anchor: Group, width: float, ahead: float) -> Vec3:
    """Behind, and far enough aside that half of it shows past its anchor."""
    aside = max(0.35 * anchor.size[0], (anchor.size[0] - width) / 2 + 0.3 * width)
    return (anchor.center[0] + aside, anchor.center[1], anchor.center[2] - ahead)


def _amid(anchors: Sequence[Group], width: float, ahead: float) -> Vec3:
    """Between two anchors, or the copies of one; before them where there is too little room."""
    first = anchors[0]
    if len(anchors) == 1:
        return first.center
    second = anchors[1]
    gap = abs(second.center[0] - first.center[0]) - (first.size[0] + second.size[0]) / 2
    x, y, z = ((a + b) / 2 for a, b in zip(first.center, second.center, strict=True))
    return (x, y, z if gap >= width else z + ahead)


def _level(guest: Guest, anchor: Group, hall: _Hall) -> float | None:
    """The height of what the anchor stands on, if that holds the guest too; None for the floor."""
    x, y, z = anchor.center
    raised = y > hall.floor(x, z) + 0.05
    fits = max(guest.size) <= 2.0 * max(anchor.size[1], anchor.size[0])
    return y if raised and fits else None


def _nouns_at(anchor: Group, hall: _Hall) -> list[str]:
    """What the anchor is: the nouns of guests of its size."""
    return [g.member.noun for g in hall.guests.values() if g.size[1] == anchor.size[1]]


def _clear(
    guest: Guest,
    relation: Relation,
    center: Vec3,
    base: float | None,
    others: Sequence[Group],
    hall: _Hall,
) -> Vec3:
    """The nearest place along x where the guest overlaps nobody."""
    width, depth = _extent(guest, hall)
    x, y, z = center
    y = y if base is None else base
    near = [
        group
        for group in others
        if abs(group.center[2] - z) < (group.size[2] + depth) / 2
        and group.center[1] < y + guest.size[1] - 1e-6
        and y < group.center[1] + group.size[1] - 1e-6
    ]

    def hits(at: float) -> bool:
        return any(abs(group.center[0] - at) < (group.size[0] + width) / 2 for group in near)

    tries = [x]
    for group in near:
        reach = (group.size[0] + width) / 2 + 0.15 * min(width, group.size[0])
        tries += [group.center[0] + reach, group.center[0] - reach]
    if relation is Relation.LEFT:
        tries = [at for at in tries if at <= x]
    elif relation is not Relation.ON:
        tries = [at for at in tries if at >= x]
    tries = [at for at in tries if not hits(at)] or [x]
    return (min(tries, key=lambda at: abs(at - x)), center[1], z)
