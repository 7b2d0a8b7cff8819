"""Instances of models on the GPU, kept from frame to frame while their arrays are the same."""

from dataclasses import dataclass, field

import moderngl
import numpy as np

from omnireel.engines.previs.render.models import SKIN_FORMAT, VERTEX_FORMAT, GpuModel
from omnireel.engines.previs.scene import Floats, Placement

INSTANCE_FLOATS = 15
BEFORE_FLOATS = 12
INSTANCE_FORMAT = (
    ("4f4", "in_row0"),
    ("4f4", "in_row1"),
    ("4f4", "in_row2"),
    ("3f4", "in_tint"),
)
BEFORE_FORMAT = (("4f4", "in_before0"), ("4f4", "in_before1"), ("4f4", "in_before2"))
CULL_FROM = 48  # instances: fewer are drawn without asking which are in view


def pack_instances(placement: Placement) -> Floats:
    """Rows of the transforms and the tints, (k, INSTANCE_FLOATS)."""
    count = len(placement.transforms)
    packed = np.ones((count, INSTANCE_FLOATS), np.float32)
    packed[:, :12] = placement.transforms[:, :3, :].reshape(count, 12)
    if placement.tints is not None:
        packed[:, 12:] = placement.tints
    return packed


class InstanceBuffer:
    """A buffer of instances that grows with its content."""

    def __init__(self, context: moderngl.Context, floats: int) -> None:
        self._context = context
        self._floats = floats
        self._capacity = 0
        self.buffer: moderngl.Buffer | None = None
        self.count = 0

    def write(self, rows: Floats) -> bool:
        """Holds these rows. True when vertex arrays that read the old buffer are void."""
        self.count = len(rows)
        renewed = self.buffer is None or self.count > self._capacity
        if renewed:
            self.release()
            self._capacity = max(self.count, 1)
            self.buffer = self._context.buffer(reserve=self._capacity * self._floats * 4)
        if self.count and self.buffer is not None:
            self.buffer.write(np.ascontiguousarray(rows, np.float32).tobytes())
        return renewed

    def release(self) -> None:
        """Gives the memory back."""
        if self.buffer is not None:
            self.buffer.release()
            self.buffer = None


@dataclass(slots=True)
class Batch:
    """One placement's buffers and vertex arrays.

    `every` holds all instances (for the shadow), `seen` those in view where there are many,
    `before` the transforms one shutter time away where the placement moves.
    """

    model: GpuModel
    every: InstanceBuffer
    seen: InstanceBuffer
    before: InstanceBuffer
    arrays: dict[tuple[int, bool], moderngl.VertexArray] = field(default_factory=dict)
    kept: tuple[object, object] = (None, None)
    packed: Floats = field(default_factory=lambda: np.zeros((0, INSTANCE_FLOATS), np.float32))

    @property
    def culled(self) -> bool:
        """Whether only the instances in view are drawn."""
        return len(self.packed) >= CULL_FROM

    def keep(self, placement: Placement, before: Placement | None) -> None:
        """Holds the placement's instances, and where they were if they move."""
        if self.kept[0] is not placement.transforms or self.kept[1] is not placement.tints:
            self.kept = (placement.transforms, placement.tints)
            self.packed = pack_instances(placement)
            if self.every.write(self.packed):
                self.forget_arrays()
        if before is not None and not self.culled:
            rows = before.transforms[:, :3, :].reshape(-1, BEFORE_FLOATS)
            if self.before.write(rows):
                self.forget_arrays()

    def look(self, view_projection: Floats, share: float) -> InstanceBuffer:
        """The buffer of the instances that may be in view; `share` thins out grass blades."""
        packed = self.packed
        if not self.culled:
            return self.every
        if self.model.sways and share < 1:
            packed = packed[: max(round(len(packed) * share), 1)]
        inside = _in_view(packed, self.model.radius, view_projection)
        if self.seen.write(packed[inside]):
            self.forget_arrays()
        return self.seen

    def array(
        self, context: moderngl.Context, program: moderngl.Program, rows: InstanceBuffer
    ) -> moderngl.VertexArray:
        """The vertex array that feeds this program from these instances."""
        key = (program.glo, rows is self.seen)
        if key not in self.arrays:
            content = [_bound(self.model.vertices, VERTEX_FORMAT, program, "")]
            if self.model.skin is not None:
                content.append(_bound(self.model.skin, SKIN_FORMAT, program, ""))
            content.append(_bound(rows.buffer, INSTANCE_FORMAT, program, "/i"))
            content.append(_bound(self.before.buffer, BEFORE_FORMAT, program, "/i"))
            self.arrays[key] = context.vertex_array(
                program, [entry for entry in content if len(entry) > 2], self.model.indices
            )
        return self.arrays[key]

    def forget_arrays(self) -> None:
        """Drops the vertex arrays, because a buffer they read is gone."""
        for array in self.arrays.values():
            array.release()
        self.arrays.clear()

    def release(self) -> None:
        """Gives the memory back."""
        self.forget_arrays()
        for rows in (self.every, self.seen, self.before):
            rows.release()


def make_batch(context: moderngl.Context, model: GpuModel) -> Batch:
    """An empty batch of a model."""
    return Batch(
        model,
        InstanceBuffer(context, INSTANCE_FLOATS),
        InstanceBuffer(context, INSTANCE_FLOATS),
        InstanceBuffer(context, BEFORE_FLOATS),
    )


def _bound(
    buffer: moderngl.Buffer | None,
    layout: tuple[tuple[str, str], ...],
    program: moderngl.Program,
    rate: str,
) -> tuple[object, ...]:
    """moderngl's description of a buffer, with what the program does not read skipped."""
    formats, names = [], []
    for kind, name in layout:
        if name in program:
            formats.append(kind)
            names.append(name)
        else:
            formats.append(f"{int(kind[0]) * 4}x")
    return (buffer, " ".join(formats) + rate, *names)


def _in_view(
    packed: Floats, radius: float, view_projection: Floats
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which instances' bounding spheres touch the view frustum."""
    rows = packed[:, :12].reshape(-1, 3, 4)
    centers = rows[:, :, 3]
    radii = radius * np.sqrt((rows[:, :, :3] ** 2).sum(axis=1).max(axis=1)) * 1.1
    x, y, _, w = view_projection.astype(np.float64)
    inside = np.ones(len(packed), np.bool_)
    for plane in (w + x, w - x, w + y, w - y, w):
        length = float(np.linalg.norm(plane[:3]))
        inside &= centers @ plane[:3] + plane[3] > -radii * length
    return inside
