"""What a member or a group of members contributes to a stage."""

from collections.abc import Callable
from dataclasses import dataclass

from omnireel.engines.previs.camera import Subject
from omnireel.engines.previs.element import Element
from omnireel.engines.previs.scene import CameraPose, Vec3

Point = Callable[[float], Vec3]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Performer:
    """An element with what the camera needs to frame it.

    `camera` is a way of filming of its own (a marble run is chased), used where the storyboard
    leaves the camera to the engine. `unmet` are words of the storyboard it could not act.
    """

    element: Element
    subjects: tuple[Subject, ...]
    camera: Callable[[float], CameraPose] | None = None
    unmet: tuple[str, ...] = ()
