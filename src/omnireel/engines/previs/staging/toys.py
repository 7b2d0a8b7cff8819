"""Things that obey gravity: balls that bounce, drop and roll, boxes that topple, simulated."""

from collections.abc import Callable, Sequence

import numpy as np

from omnireel.domain.storyboard import CastMember, Relation
from omnireel.engines.previs.cast.body import Body
from omnireel.engines.previs.element import Element
from omnireel.engines.previs.events import Event
from omnireel.engines.previs.framing import Subject
from omnireel.engines.previs.motion import verbs
from omnireel.engines.previs.physics import toys
from omnireel.engines.previs.physics.events import heard
from omnireel.engines.previs.physics.recording import Recording
from omnireel.engines.previs.physics.world import Box, Geom, Surface
from omnireel.engines.previs.scene import Placement, Vec3
from omnireel.engines.previs.shapes.transform import translation
from omnireel.engines.previs.staging.beats import Beat
from omnireel.engines.previs.staging.blocking import Blocking
from omnireel.engines.previs.staging.layout import Group, Spot
from omnireel.engines.previs.staging.performer import Performer
from omnireel.engines.previs.streams import stream

_DROPS = ("fall", "drop", "land", "crash")
_SIMULATED = frozenset((*_DROPS, "bounce", "roll", "topple", "tip", "collapse"))
_RESTITUTION = {"rubber": 0.86, "plush": 0.45, "glass": 0.6, "wood": 0.45, "metal": 0.5}


def obeys_gravity(member: CastMember, body: Body, beats: Sequence[Beat]) -> bool:
    """Whether the member's first action is one that physics can play with this body."""
    verb = beats[0].verb if beats else ""
    if verb not in _SIMULATED or member.count > 12:
        return False
    return body.rolling or verb in ("topple", "tip", "collapse", *_DROPS)


def perform(member: CastMember, body: Body, beats: Sequence[Beat], blocking: Blocking) -> Performer:
    """The member's copies, each simulated from the start of its first action."""
    group = blocking.groups[member.id]
    recordings = [
        _simulated(member, body, spot, index, beats[0], blocking)
        for index, spot in enumerate(group.spots)
    ]
    start = beats[0].start
    to_foot = translation(0.0, -body.size[1] / 2, 0.0)

    def place(t: float) -> Sequence[Placement]:
        roots = np.stack(
            [recording.pose(toys.NAME, t - start) @ to_foot for recording in recordings]
        )
        return [
            Placement(
                model=name,
                transforms=np.ascontiguousarray(roots @ local, dtype=np.float32),
                member=member.id,
            )
            for name, local in body.rest
        ]

    element = Element(
        models=body.models,
        textures=body.textures,
        place=place,
        events=_events(member, recordings, start, blocking.duration),
    )
    subject = Subject(
        member=member.id,
        kind=member.kind,
        size=group.size,
        point=_middle(recordings, start, body.size[1] / 2),
    )
    return Performer(element=element, subjects=(subject,))


def _simulated(
    member: CastMember, body: Body, spot: Spot, index: int, beat: Beat, blocking: Blocking
) -> Recording:
    rng = stream(blocking.seed, member.id, "toy", str(index))
    restitution = _RESTITUTION.get(body.material, 0.4)
    surface = Surface(material=body.material, density=400.0, restitution=restitution)
    stage = toys.Stage(
        floor=blocking.floor(spot.point[0], spot.point[2]),
        surface=Surface(material=blocking.surface),
        blocks=_blocks(member, beat, blocking),
    )
    duration = max(blocking.duration - beat.start, 0.1)
    half = body.size[1] / 2
    x, y, z = spot.point
    if beat.verb in ("topple", "tip", "collapse"):
        halves = (body.size[0] / 2, half, body.size[2] / 2)
        return toys.topple(halves, spot.point, duration, surface=surface, stage=stage)
    haste = verbs.haste(beat.manner)
    if beat.verb == "roll":
        speed = 2.4 * max(body.size[0], 0.05) ** 0.6 * haste
        begin = (x - 0.5 * speed * min(duration, 4.0), y + half, z)
        start = toys.Start(position=begin, velocity=(speed, 0.0, 0.06 * speed))
        return toys.roll(half, start, duration, surface=surface, stage=stage)
    height = min(max(3.2 * body.size[1], 0.55), 3.0) * float(rng.uniform(0.9, 1.15))
    drift = float(rng.uniform(-0.10, 0.10)), 0.0, float(rng.uniform(-0.05, 0.05))
    start = toys.Start(
        position=(x, y + half + height, z),
        velocity=drift,
        spin=(float(rng.uniform(-2, 2)), 0.0, float(rng.uniform(-3, 3))),
    )
    if body.rolling:
        return toys.bounce(half, start, duration, restitution=restitution, stage=stage)
    box = Box(half=(body.size[0] / 2, half, max(body.size[2] / 2, 0.02)))
    return toys.fall(box, start, duration, surface=surface, stage=stage)


def _blocks(member: CastMember, beat: Beat, blocking: Blocking) -> tuple[Geom, ...]:
    """What the toy stands or lands on: its anchors and goals as boxes."""
    position = member.position
    names = {beat.goal} if beat.goal else set()
    if position is not None and position.relation in (Relation.ON, Relation.ABOVE):
        names.update(position.anchors)
    groups = [blocking.groups[name] for name in sorted(filter(None, names & set(blocking.groups)))]
    return tuple(_block(group) for group in groups)


def _block(group: Group) -> Geom:
    width, _, depth = group.size
    x, y, z = group.center
    height = group.top - y
    return Geom(
        shape=Box(half=(width / 2, height / 2, depth / 2)),
        position=(x, y + height / 2, z),
    )


def _middle(recordings: Sequence[Recording], start: float, half: float) -> Callable[[float], Vec3]:
    def point(t: float) -> Vec3:
        at = np.mean([r.position(toys.NAME, t - start) for r in recordings], axis=0)
        return (float(at[0]), float(at[1]) - half, float(at[2]))

    return point


def _events(
    member: CastMember, recordings: Sequence[Recording], start: float, duration: float
) -> tuple[Event, ...]:
    """What the first few toys are heard doing, on the stage's clock."""
    return tuple(
        event
        for recording in recordings[:4]
        for event in heard(recording.since(-start), toys.NAME, duration=duration, member=member.id)
    )
