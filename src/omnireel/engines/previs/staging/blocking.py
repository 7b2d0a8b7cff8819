"""What whoever acts must know of the stage."""

from collections.abc import Mapping
from dataclasses import dataclass

from omnireel.engines.previs.staging.layout import Floor, Group
from omnireel.engines.previs.staging.performer import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocking:
    """The stage as seen by one performer.

    `duration` is the stage's, in seconds; `groups` where everybody starts; `points` where those
    already cast are at any time; `floor` the ground's height, `surface` what it is made of.
    """

    duration: float
    groups: Mapping[str, Group]
    points: Mapping[str, Point]
    floor: Floor
    surface: str
    seed: int
