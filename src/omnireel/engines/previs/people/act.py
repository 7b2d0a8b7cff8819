"""What acting is made of: a moment of a performer, and an act that gives one for every time."""

from collections.abc import Callable
from dataclasses import dataclass

from omnireel.engines.previs.events import Impact
from omnireel.engines.previs.people.face import Expression
from omnireel.engines.previs.people.mark import Mark
from omnireel.engines.previs.people.pose import Pose
from omnireel.engines.previs.scene import Floats

Floor = Callable[[float, float], float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moment:
    """A performer at one moment: pose in model space, `root` model space to world (4, 4)."""

    pose: Pose
    root: Floats
    expression: Expression


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Act:
    """Something done from t = 0 on: moments, what can be heard, and the mark it ends on."""

    at: Callable[[float], Moment]
    events: tuple[Impact, ...]
    end: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """How an act is to be done: seconds, tempo (1 usual), where to go if anywhere (world x, z),
    the floor's height at (x, z) and what the floor is made of."""

    duration: float
    tempo: float = 1.0
    goal: tuple[float, float] | None = None
    floor: Floor = lambda x, z: 0.0  # noqa: ARG005 - a floor takes a place, the level one ignores it
    surface: str = "wood"
