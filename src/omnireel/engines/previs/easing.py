"""From rest to rest: the smooth step 3s² - 2s³, which starts and ends without speed."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def eased(share: float) -> float:
    """0 to 1 as the share goes from 0 to 1, and held outside."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def eased_all(shares: ArrayLike) -> NDArray[np.float64]:
    """Every one of these shares eased."""
    clipped = np.clip(np.asarray(shares, dtype=np.float64), 0.0, 1.0)
    return np.asarray(clipped * clipped * (3 - 2 * clipped))
