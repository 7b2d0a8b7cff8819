"""How stiff contacts are, and how much they give back."""

import math
from functools import lru_cache

_FREQUENCY = 0.3  # of the contact's spring times the step: a hit lasts about ten steps
_SOLIMP = (0.99, 0.999, 0.001, 0.5, 2.0)
_DEADEST = 1.5  # damping ratio, of a restitution of 0.08; more than that the step cannot resolve


def contact(step: float, restitution: float) -> tuple[list[float], list[float]]:
    """MuJoCo's `solref` (direct form: minus stiffness, minus damping) and `solimp`.

    Where two surfaces meet MuJoCo takes the smaller of each number, which is the same stiffness
    and the smaller restitution. The contact is as stiff as the time step resolves.
    """
    frequency = _FREQUENCY / step
    ratio = damping_ratio(restitution)
    return [-(frequency**2), -2.0 * ratio * frequency], list(_SOLIMP)


@lru_cache(maxsize=64)
def damping_ratio(restitution: float) -> float:
    """The damping ratio of a spring that pushes but never pulls and has this restitution."""
    low, high = 0.0, _DEADEST
    for _ in range(50):
        middle = 0.5 * (low + high)
        if rebound(middle) > restitution:
            low = middle
        else:
            high = middle
    return 0.5 * (low + high)


def rebound(ratio: float) -> float:
    """The restitution of a damped spring that is let go when its force is zero.

    Source: Schwager and Pöschel, Coefficient of restitution and linear-dashpot model revisited,
    Granular Matter 9 (2007), equation 21, and its overdamped counterpart.
    """
    if abs(ratio - 1.0) < 1e-9:
        return math.exp(-2.0)
    root = math.sqrt(abs(ratio**2 - 1.0))
    if ratio < 1.0:
        phase = math.pi - math.atan2(2.0 * ratio * root, 1.0 - 2.0 * ratio**2)
        return math.exp(-ratio / root * phase)
    return math.exp(-ratio / root * math.log((ratio + root) / (ratio - root)))
