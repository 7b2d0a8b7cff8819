"""What the wind moves on a meadow: trees that lean, petals and leaves that sail."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.scene import Floats, Material, Model, Placement
from omnireel.engines.previs.sets.seasons import Season
from omnireel.engines.previs.shapes.mesh import grid
from omnireel.engines.previs.shapes.transform import (
    rotation_x,
    rotation_y,
    rotation_z,
    scaling,
    translation,
)
from omnireel.engines.previs.streams import stream

Grid = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Swaying:
    """Trees of one kind that lean in the wind about their feet."""

    name: str
    models: Mapping[str, Model]
    roots: Floats
    tints: Floats

    def place(self, t: float, wind: float) -> list[Placement]:
        x, z = self.roots[:, 0, 3], self.roots[:, 2, 3]
        lean = wind * 0.011 * (np.sin(1.25 * t + 0.7 * x + 0.4 * z) + 0.5)
        sideways = wind * 0.007 * np.sin(1.7 * t + 0.5 * x - 0.6 * z)
        bent = self.roots.copy()
        # Small shears instead of rotations: the trunk stays rooted, the crown moves.
        bent[:, 0, :3] -= lean[:, None] * self.roots[:, 1, :3]
        bent[:, 2, :3] += sideways[:, None] * self.roots[:, 1, :3]
        crown, trunk = self.models
        return [
            Placement(model=crown, transforms=bent, tints=self.tints),
            Placement(model=trunk, transforms=bent),
        ]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drift:
    """Petals or leaves that sail down across the action on the wind, each in a loop of its own."""

    name: str
    model: Model
    seeds: Grid
    tints: Floats

    def place(self, t: float, wind: float) -> Placement:
        frames = [self._frame(seed, t, wind) for seed in self.seeds]
        return Placement(model=self.name, transforms=np.stack(frames), tints=self.tints)

    def _frame(self, seed: Grid, t: float, wind: float) -> Floats:
        fall = (t * (0.07 + 0.05 * seed[3]) + seed[1]) % 1.0
        x = (seed[0] * 10 + 0.45 * wind * t + 0.4 * math.sin(1.1 * t + seed[2] * 9)) % 10 - 5
        place = translation(x, 3.2 * (1 - fall), -4.5 + 6.0 * seed[2])
        spin = rotation_y(2.2 * t * seed[3] + 6 * seed[4]) @ rotation_x(3.1 * t * seed[4] + seed[5])
        flip = rotation_z(1.3 * t * seed[5])
        return np.asarray(place @ spin @ flip @ scaling(0.8 + 0.6 * seed[5]), dtype=np.float32)


def drift(season: Season, seed: int) -> Drift | None:
    if not season.drifting:
        return None
    rng = stream(seed, "meadow", "drift")
    count = 34
    leaf = grid(
        [
            [(-0.022, 0, -0.013), (0.0, 0.004, -0.017), (0.022, 0, -0.012)],
            [(-0.022, 0, 0.013), (0.0, 0.006, 0.017), (0.022, 0, 0.012)],
        ]
    )
    colors = np.array(season.drifting)
    return Drift(
        name="meadow.drift",
        model=Model(mesh=leaf, material=Material(roughness=0.7, casts_shadow=False)),
        seeds=rng.random((count, 6)),
        tints=colors[rng.integers(len(colors), size=count)].astype(np.float32),
    )
