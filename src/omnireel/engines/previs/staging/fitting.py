"""Bodies made to fit each other: where one stands on another, and how large each may be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from omnireel.domain.storyboard import CastMember, Kind, Relation
from omnireel.engines.previs.cast.body import Body
from omnireel.engines.previs.scene import Floats
from omnireel.engines.previs.shapes.transform import scaling, translation

_BOATS = frozenset("boat ship raft canoe sailboat kayak rowboat gondola".split())
_BOAT_SEAT = 0.3
_LARGEST_ANCHOR = 10.0  # times its usual size
_SMALLEST = 6.5  # the largest member is at most so many times as large as any other
_HELD = 0.6  # what an animal holds is at most this part of its height
_SAME = 1e-6
_PROBES = tuple((x, z) for x in (-0.12, 0.0, 0.12) for z in (-0.12, 0.0, 0.12))


def seat_of(noun: str, body: Body) -> float:
    """The share of the body's height at which others stand on it: what a plumb line hits."""
    if noun in _BOATS:
        return _BOAT_SEAT
    width, height, depth = body.size
    hits = [_height_at(body, x * width, z * depth) for x, z in _PROBES]
    found = [hit for hit in hits if hit is not None]
    return float(np.median(found)) / height if found else 1.0


def _height_at(body: Body, x: float, z: float) -> float | None:
    """The highest point of the body's surface over (x, z), metres."""
    highest: float | None = None
    for name, local in body.rest:
        points = _points(body, name, local)
        hit = _plumb(points, body.models[name].mesh.faces, x, z)
        if hit is not None and (highest is None or hit > highest):
            highest = hit
    return highest


def _plumb(
    points: NDArray[np.float64], faces: NDArray[np.int32], x: float, z: float
) -> float | None:
    a, b, c = (points[faces[:, k]] for k in range(3))
    area = (b[:, 0] - a[:, 0]) * (c[:, 2] - a[:, 2]) - (c[:, 0] - a[:, 0]) * (b[:, 2] - a[:, 2])
    safe = np.where(np.abs(area) < 1e-12, np.inf, area)
    u = ((x - a[:, 0]) * (c[:, 2] - a[:, 2]) - (c[:, 0] - a[:, 0]) * (z - a[:, 2])) / safe
    v = ((b[:, 0] - a[:, 0]) * (z - a[:, 2]) - (x - a[:, 0]) * (b[:, 2] - a[:, 2])) / safe
    inside = (u >= 0) & (v >= 0) & (u + v <= 1) & np.isfinite(safe)
    if not inside.any():
        return None
    height = a[:, 1] + u * (b[:, 1] - a[:, 1]) + v * (c[:, 1] - a[:, 1])
    return float(height[inside].max())


def scaled(body: Body, factor: float, upward: float | None = None) -> Body:
    """The body so many times as large, or so many times as wide and deep and `upward` as high."""
    up = factor if upward is None else upward
    if abs(factor - 1.0) < _SAME and abs(up - 1.0) < _SAME:
        return body
    larger = np.asarray(scaling(factor, up, factor), np.float32)
    width, height, depth = body.size
    return replace(
        body,
        rest=tuple((name, np.asarray(larger @ local, np.float32)) for name, local in body.rest),
        size=(width * factor, height * up, depth * factor),
    )


def hatted(body: Body, hat: Body) -> Body:
    """The body with a hat on its head: where it is highest, as wide as it is there."""
    points = np.concatenate([_points(body, name, local) for name, local in body.rest])
    height = body.size[1]
    crown = points[points[:, 1] > 0.94 * height]
    head = points[points[:, 1] > 0.82 * height]
    x, _, z = crown.mean(axis=0)
    near = head[np.abs(head[:, 0] - x) < 0.3 * max(body.size[0], body.size[2])]
    width = max(float(np.ptp(near[:, 0])), 0.2 * body.size[0])
    seat = translation(float(x), 0.95 * height, float(z)) @ scaling(0.95 * width / hat.size[0])
    worn = tuple((name, np.asarray(seat @ local, np.float32)) for name, local in hat.rest)
    return replace(
        body,
        models={**body.models, **hat.models},
        rest=(*body.rest, *worn),
        textures={**body.textures, **hat.textures},
    )


def _points(body: Body, name: str, local: Floats) -> NDArray[np.float64]:
    matrix = np.asarray(local, np.float64)
    return np.asarray(body.models[name].mesh.positions @ matrix[:3, :3].T + matrix[:3, 3])


def fitted(
    members: Sequence[CastMember], bodies: Mapping[str, Body], widths: Mapping[str, float]
) -> dict[str, Body]:
    """The bodies, small ones large enough to be seen, anchors large enough to stand on.

    Args:
        members: Everybody on stage.
        bodies: The bodies of those who have one, by id.
        widths: How much room across every member needs, all its copies together, by id, metres.
    """
    held = {m.id for m in members if m.position and m.position.relation in _WITH_ANOTHER}
    tallest = max((max(bodies[m.id].size) for m in members if m.id in bodies), default=1.0)
    made = {
        name: body if name in held else scaled(body, max(1.0, tallest / _SMALLEST / max(body.size)))
        for name, body in bodies.items()
    }
    for member in members:
        if member.id in held and member.id in made and member.position is not None:
            for holder in (made[a] for a in member.position.anchors if a in made):
                most = _HELD * holder.size[1] / max(made[member.id].size)
                made[member.id] = scaled(made[member.id], min(1.0, most))
    needed: dict[str, float] = {}
    for member in members:
        position = member.position
        if position is None or position.relation is not Relation.ON:
            continue
        for anchor in _things(position.anchors, members):
            # The first stands in the middle, so there is as much room to either side of it.
            wide = 1.15 * widths.get(member.id, 0.0)
            needed[anchor] = needed[anchor] + 2.2 * wide if anchor in needed else wide
    for anchor, width in needed.items():
        if anchor in made:
            factor = min(max(1.0, width / made[anchor].size[0]), _LARGEST_ANCHOR)
            made[anchor] = scaled(made[anchor], factor, factor**0.4)
    return made


_WITH_ANOTHER = (Relation.HELD, Relation.WORN)


def _things(anchors: Iterable[str], members: Sequence[CastMember]) -> list[str]:
    """Those anchors that may be larger than usual: things and vehicles, never animals."""
    kinds = {member.id: member.kind for member in members}
    return [a for a in anchors if kinds.get(a) in (Kind.THING, Kind.VEHICLE)]
