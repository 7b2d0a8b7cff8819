"""What is eased starts and ends at rest and gets there."""

import numpy as np
import pytest

from omnireel.engines.previs.easing import eased, eased_all


def test_it_goes_from_rest_to_rest() -> None:
    shares = np.linspace(0.0, 1.0, 1001)
    way = eased_all(shares)
    speed = np.gradient(way, shares)
    assert (way[0], way[500], way[-1]) == pytest.approx((0.0, 0.5, 1.0))
    assert max(speed[0], speed[-1]) < 0.01
    assert speed.min() >= 0.0
    assert speed.max() == pytest.approx(1.5, abs=1e-3)


@pytest.mark.parametrize("share", [-2.0, 0.0, 0.3, 1.0, 7.0])
def test_one_is_eased_as_many_are(share: float) -> None:
    assert eased(share) == eased_all([share])[0]
    assert 0.0 <= eased(share) <= 1.0
