"""What a member or a group of members contributes to a stage."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from omnireel.engines.previs.element import Element
from omnireel.engines.previs.framing import Subject
from omnireel.engines.previs.scene import CameraPose, Floats, Vec3

Point = Callable[[float], Vec3]
Hand = Callable[[float], Floats]  # seconds to a world transform (4, 4)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Performer:
    """An element with what the camera needs to frame it.

    `camera` is a way of filming of its own (a marble run is chased), used where the storyboard
    leaves the camera to the engine. `hands` give, by member, the frame of what it holds.
    """

    element: Element
    subjects: tuple[Subject, ...]
    camera: Callable[[float], CameraPose] | None = None
    hands: Mapping[str, Hand] = field(default_factory=dict)
