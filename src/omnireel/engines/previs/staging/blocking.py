"""What whoever acts must know of the stage."""

from collections.abc import Mapping
from dataclasses import dataclass

from omnireel.domain.storyboard import CastMember, Relation
from omnireel.engines.previs.scene import Vec3
from omnireel.engines.previs.staging.layout import Floor, Group
from omnireel.engines.previs.staging.performer import Hand, Point

_CARRYING = (Relation.ON, Relation.IN, Relation.HELD, Relation.WORN, Relation.ABOVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocking:
    """The stage as seen by one performer.

    `duration` is the stage's, in seconds; `groups` where everybody starts; `points` where those
    already cast are at any time, `hands` the frame of what they hold; `floor` the ground's height,
    `surface` what it is made of; `nouns` what every member is, `mood` how the shot feels, `wind`
    how hair and skirts blow (1 is a breeze).
    """

    duration: float
    groups: Mapping[str, Group]
    points: Mapping[str, Point]
    hands: Mapping[str, Hand]
    floor: Floor
    surface: str
    nouns: Mapping[str, str]
    mood: str
    wind: float
    seed: int

    def carried(self, member: CastMember) -> Point:
        """How far what the member stands on, in or with is from where it was placed, metres."""
        carrier = next((a for a in carriers(member) if a in self.points), None)
        if carrier is None:
            return _still
        point, origin = self.points[carrier], self.groups[carrier].center

        def moved(t: float) -> Vec3:
            x, y, z = point(t)
            return (x - origin[0], y - origin[1], z - origin[2])

        return moved


def carriers(member: CastMember) -> tuple[str, ...]:
    """Who takes the member along when moving."""
    position = member.position
    return position.anchors if position is not None and position.relation in _CARRYING else ()


def _still(_t: float) -> Vec3:
    return (0.0, 0.0, 0.0)
