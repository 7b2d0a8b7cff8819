"""People on stage: built from their words, placed on their spots, acting their beats."""

from collections.abc import Mapping, Sequence

from omnireel.domain.storyboard import CastMember
from omnireel.engines.previs.camera import Subject
from omnireel.engines.previs.element import Element
from omnireel.engines.previs.people.face import Expression
from omnireel.engines.previs.people.liveliness import liveliness
from omnireel.engines.previs.people.mark import Mark
from omnireel.engines.previs.people.person import build
from omnireel.engines.previs.people.pose import Pose, Turn, solve
from omnireel.engines.previs.people.spec import spec_for
from omnireel.engines.previs.scene import Pixels, Placement, Vec3
from omnireel.engines.previs.staging.beats import Beat
from omnireel.engines.previs.staging.blocking import Blocking
from omnireel.engines.previs.staging.performer import Performer


def size_of(member: CastMember) -> Vec3:
    """Width, height and depth of one such person standing, metres."""
    height = spec_for(member, 0).figure.height
    return (0.36 * height, height, 0.24 * height)


def perform(member: CastMember, beats: Sequence[Beat], blocking: Blocking) -> Performer:
    group = blocking.groups[member.id]
    spot = group.spots[0]
    person = build(spec_for(member, blocking.seed), prefix=member.id)
    life = liveliness(blocking.seed, member.id)
    root = Mark(position=spot.point, heading=spot.heading).matrix()[None]

    def place(t: float) -> Sequence[Placement]:
        pose = Pose(turns={"chest": Turn(nod=0.02 * life.breath(t), lean=0.02 * life.sway(t))})
        return person.place(root, solve(person.skeleton, pose), member.id)

    def paint(t: float) -> Mapping[str, Pixels]:
        return {person.face_texture: person.paint_face(Expression())}

    element = Element(models=person.models, textures=person.textures, place=place, paint=paint)
    return Performer(
        element=element,
        subjects=(
            Subject(
                member=member.id, kind=member.kind, size=group.size, point=lambda _: spot.point
            ),
        ),
    )
