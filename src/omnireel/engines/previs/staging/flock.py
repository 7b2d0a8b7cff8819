"""Several that fly together: not a row but a flock, staggered in height and depth."""

from dataclasses import replace

from omnireel.engines.previs.motion.track import BodyFacts
from omnireel.engines.previs.staging.layout import Group, Spot

_BEHIND = 0.62  # body lengths from one to the next, along the way
_LEVELS = (0.0, 1.25, -0.35, 0.7)  # body heights above the leader
_DEPTHS = (0.0, -1.5, -0.7, 0.9)  # body lengths towards the camera


def flocked(group: Group, facts: BodyFacts, side: int) -> Group:
    """The group's copies behind a leader who goes towards `side` (+1 is +x), lifted as a flock."""
    count = len(group.spots)
    if count < 2:
        return group
    x, _, z = group.center
    lead = 0.5 * (count - 1) * _BEHIND * facts.length
    spots: list[Spot] = []
    for index, spot in enumerate(group.spots):
        level, depth = _LEVELS[index % len(_LEVELS)], _DEPTHS[index % len(_DEPTHS)]
        point = (
            x + side * (lead - index * _BEHIND * facts.length),
            spot.point[1] + max(0.0, 0.4 + level) * facts.height,
            z + depth * facts.length * 0.6,
        )
        spots.append(replace(spot, point=point))
    width = facts.length + 2 * lead
    return replace(group, spots=tuple(spots), size=(width, 2.4 * facts.height, 1.5 * facts.length))
