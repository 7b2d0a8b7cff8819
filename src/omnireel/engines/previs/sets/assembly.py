"""Collecting what stands still on a set into one element."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from omnireel.engines.previs.element import Element
from omnireel.engines.previs.scene import Floats, Material, Mesh, Model, Placement


class Assembly:
    """Models and where their instances stand. Names get the set's own prefix."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._models: dict[str, Model] = {}
        self._placements: list[Placement] = []

    def add(
        self,
        name: str,
        mesh: Mesh,
        material: Material,
        transforms: Sequence[Floats] | Floats,
        tints: ArrayLike | None = None,
    ) -> None:
        """Stand instances of a mesh at these transforms; none given, nothing is added."""
        if len(transforms) == 0:
            return
        full = f"{self._prefix}.{name}"
        self._models[full] = Model(mesh=mesh, material=material)
        self._placements.append(
            Placement(
                model=full,
                transforms=np.ascontiguousarray(np.stack(list(transforms)), dtype=np.float32),
                tints=None if tints is None else np.asarray(tints, dtype=np.float32),
            )
        )

    def element(self) -> Element:
        """The set's element; its arrays are the same objects at every time."""
        placements = tuple(self._placements)
        return Element(models=dict(self._models), place=lambda _: placements)
