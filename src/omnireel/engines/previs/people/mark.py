"""Where a performer stands: its mark on the floor."""

from dataclasses import dataclass

import numpy as np

from omnireel.engines.previs.scene import Floats, Vec3
from omnireel.engines.previs.shapes.transform import rotation_y, translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """World position of the feet and the heading in radians: 0 faces +z, + turns to the left."""

    position: Vec3 = (0.0, 0.0, 0.0)
    heading: float = 0.0

    def matrix(self) -> Floats:
        """Model space to world (4, 4)."""
        return np.asarray(translation(*self.position) @ rotation_y(self.heading), dtype=np.float32)
