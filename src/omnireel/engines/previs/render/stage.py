"""A scene on the GPU: its models and textures, and the placements of a moment as batches."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import moderngl
import numpy as np

from omnireel.engines.previs.render.batches import Batch
from omnireel.engines.previs.render.frame import Sight
from omnireel.engines.previs.render.models import GpuModel, upload_texture
from omnireel.engines.previs.scene import FrameState, Model, Pixels, Placement, Scene


@dataclass(frozen=True, slots=True)
class Drawn:
    """A placement to draw: its batch and its member's number (0 the set)."""

    placement: Placement
    batch: Batch
    member: int


class Stage:
    """The scene that is loaded."""

    def __init__(self, context: moderngl.Context) -> None:
        self._context = context
        self._models: dict[str, GpuModel] = {}
        self._sources: dict[str, Model] = {}
        self._textures: dict[str, moderngl.Texture] = {}
        self._painted: dict[str, tuple[Pixels, moderngl.Texture]] = {}
        self._batches: dict[tuple[str, str, int], Batch] = {}
        self._blank = upload_texture(context, np.zeros((1, 1, 4), np.uint8))

    def load(self, scene: Scene) -> None:
        """Uploads a scene's models and textures in place of those of the scene before it.

        Models that are the same objects as before stay where they are.
        """
        kept = {name for name, model in scene.models.items() if self._sources.get(name) is model}
        self._drop(set(self._models) - kept)
        for name, model in scene.models.items():
            if name not in kept:
                self._models[name] = GpuModel(self._context, model)
        self._sources = dict(scene.models)
        for name, pixels in scene.textures.items():
            self._textures[name] = upload_texture(self._context, pixels)

    def clear(self) -> None:
        """Gives everything of the loaded scene back."""
        self._drop(set(self._models))
        self._sources = {}

    def _drop(self, names: set[str]) -> None:
        """Releases these models with their batches, and all textures."""
        for slot in [slot for slot in self._batches if slot[0] in names]:
            self._batches.pop(slot).release()
        for name in names:
            self._models.pop(name).release()
        for texture in [*self._textures.values(), *(kept for _, kept in self._painted.values())]:
            texture.release()
        self._textures.clear()
        self._painted.clear()

    def has_mirrors(self) -> bool:
        """Whether any model, shown or not, is a large smooth surface such as a floor or water."""
        return any(model.mirrors for model in self._models.values())

    def drawn(
        self, scene: Scene, state: FrameState, before: FrameState, sight: Sight
    ) -> tuple[tuple[Drawn, ...], bool]:
        """The placements to draw, and whether anything moves, the unseen and the camera included.

        What is unseen counts as moving, so that hiding it does not change which passes run.
        """
        self._paint(state)
        numbers = {member: index + 1 for index, member in enumerate(scene.members)}
        earlier = dict(_by_slot(before))
        shown, moves = [], state.camera != before.camera
        for slot, placement in _by_slot(state):
            if not len(placement.transforms):
                continue
            if slot not in self._batches:
                self._batches[slot] = Batch(self._context, self._models[placement.model])
            batch = self._batches[slot]
            batch.keep(placement)
            old = earlier.get(slot)
            moved = old if old is not None and _differ(placement, old) else None
            moves |= batch.follow(moved, sight)
            if placement.member not in scene.unseen:
                shown.append(Drawn(placement, batch, numbers.get(placement.member, 0)))
        return tuple(shown), moves

    def texture(self, name: str, state: FrameState) -> moderngl.Texture:
        """The texture of this name at this moment; a clear one where there is none."""
        if name in state.paint:
            return self._painted[name][1]
        return self._textures.get(name, self._blank)

    def _paint(self, state: FrameState) -> None:
        for name, pixels in state.paint.items():
            kept = self._painted.get(name)
            if kept is not None and kept[0] is pixels:
                continue
            if kept is not None:
                kept[1].release()
            self._painted[name] = (pixels, upload_texture(self._context, pixels))


def _by_slot(state: FrameState) -> Iterator[tuple[tuple[str, str, int], Placement]]:
    """The placements, each under a name that is the same in every frame."""
    seen: Counter[tuple[str, str]] = Counter()
    for placement in state.placements:
        key = (placement.model, placement.member)
        yield (*key, seen[key]), placement
        seen[key] += 1


def _differ(now: Placement, before: Placement) -> bool:
    """Whether a placement moved between two moments that hold as many instances."""
    if now.transforms.shape != before.transforms.shape:
        return False
    if now.transforms is not before.transforms and not np.array_equal(
        now.transforms, before.transforms
    ):
        return True
    if now.bones is None or before.bones is None or now.bones is before.bones:
        return False
    return not np.array_equal(now.bones, before.bones)
