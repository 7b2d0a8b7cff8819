"""Instances of models on the GPU, kept from frame to frame while their arrays are the same."""

from dataclasses import dataclass, field

import moderngl
import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.render.models import SKIN_FORMAT, VERTEX_FORMAT, GpuModel
from omnireel.engines.previs.scene import Floats, Placement, Vec3

INSTANCE_FLOATS = 15
BEFORE_FLOATS = 12
INSTANCE_FORMAT = (
    ("4f4", "in_row0"),
    ("4f4", "in_row1"),
    ("4f4", "in_row2"),
    ("3f4", "in_tint"),
)
BEFORE_FORMAT = (("4f4", "in_before0"), ("4f4", "in_before1"), ("4f4", "in_before2"))
MOVING_UP_TO = 4096  # instances: more than these are not blurred by their own motion
SWAY = 0.4  # metres by which the wind bends a blade, at most
NEAR_ENOUGH = 0.2  # metres


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
        self._content = b""
        self.buffer: moderngl.Buffer | None = None
        self.count = 0

    def write(self, rows: Floats, content: bytes = b"") -> bool:
        """Holds these rows. True when vertex arrays that read the old buffer are void.

        Rows with the same name, `content`, as those held are not written again.
        """
        if content and content == self._content:
            return False
        self._content = content
        self.count = len(rows)
        renewed = self.buffer is None or self.count > self._capacity
        if renewed:
            self.release()
            self._capacity = max(self.count, 1)
            self.buffer = self._context.buffer(reserve=self._capacity * self._floats * 4)
        if self.count and self.buffer is not None:
            self.buffer.write(np.ascontiguousarray(rows, np.float32).tobytes())
        return renewed

    def forget(self) -> None:
        """Makes the next write happen in any case."""
        self._content = b""

    def release(self) -> None:
        """Gives the memory back."""
        if self.buffer is not None:
            self.buffer.release()
            self.buffer = None


@dataclass(frozen=True, slots=True)
class Rows:
    """The first `count` instances of a buffer; `whole` when it is the batch's `every`."""

    buffer: InstanceBuffer
    count: int
    whole: bool


@dataclass(slots=True)
class Batch:
    """One placement's buffers and vertex arrays.

    `every` holds all instances, `seen` those in the camera's view and `shaded` those in the
    sun's where that is not all; `before` the transforms one shutter time away if it moves.
    """

    model: GpuModel
    every: InstanceBuffer
    seen: InstanceBuffer
    shaded: InstanceBuffer
    before: InstanceBuffer
    arrays: dict[tuple[int, int], moderngl.VertexArray] = field(default_factory=dict)
    kept: tuple[object, object] = (None, None)
    packed: Floats = field(default_factory=lambda: np.zeros((0, INSTANCE_FLOATS), np.float32))
    bounds: tuple[Floats, Floats] | None = None
    moving: bool = False
    mirrored: bool = False

    def keep(self, placement: Placement, before: Placement | None) -> None:
        """Holds the placement's instances, and where they were if they move."""
        if self.kept[0] is not placement.transforms or self.kept[1] is not placement.tints:
            self.kept = (placement.transforms, placement.tints)
            self.packed = pack_instances(placement)
            self.bounds = None
            self.mirrored = bool((np.linalg.det(placement.transforms[:, :3, :3]) < 0).any())
            self.seen.forget()
            self.shaded.forget()
            if self.every.write(self.packed):
                self.forget_arrays()
        self.moving = before is not None and len(self.packed) < MOVING_UP_TO
        if before is not None and self.moving:
            rows = before.transforms[:, :3, :].reshape(-1, BEFORE_FLOATS)
            if self.before.write(rows):
                self.forget_arrays()

    def in_view(self, view_projection: Floats, share: float) -> Rows:
        """The instances that the camera may see; `share` thins out grass blades."""
        return self._inside(self.seen, view_projection, share if self.model.sways else 1.0)

    def in_sunlight(self, light_projection: Floats) -> Rows:
        """The instances that may throw a shadow into the shadow map."""
        return self._inside(self.shaded, light_projection, 1.0)

    def surrounds(self, eye: Vec3) -> bool:
        """Whether the eye may be inside one of the instances."""
        centers, radii = self._bounds()
        away = np.linalg.norm(centers - np.asarray(eye, np.float32), axis=1)
        return bool((away < radii + NEAR_ENOUGH).any())

    def _inside(self, buffer: InstanceBuffer, projection: Floats, share: float) -> Rows:
        count = max(round(len(self.packed) * share), 1)
        if self.model.skin is not None:  # its bones may take it anywhere
            return Rows(self.every, count, True)
        centers, radii = self._bounds()
        inside = _touch_view(centers[:count], radii[:count], projection)
        seen = int(inside.sum())
        if seen in (0, count) or self.moving:
            return Rows(self.every, count if seen else 0, True)
        if buffer.write(self.packed[:count][inside], inside.tobytes()):
            self.forget_arrays()
        return Rows(buffer, seen, False)

    def _bounds(self) -> tuple[Floats, Floats]:
        """The instances' bounding spheres: centres (k, 3) and radii (k,)."""
        if self.bounds is None:
            rows = self.packed[:, :12].reshape(-1, 3, 4)
            largest = np.sqrt((rows[:, :, :3] ** 2).sum(axis=1).max(axis=1))
            sway = SWAY if self.model.sways else 0.0
            centers = rows[:, :, :3] @ self.model.center + rows[:, :, 3]
            self.bounds = (centers, self.model.radius * largest + sway)
        return self.bounds

    def array(
        self, context: moderngl.Context, program: moderngl.Program, rows: Rows
    ) -> moderngl.VertexArray:
        """The vertex array that feeds this program from these instances."""
        key = (program.glo, id(rows.buffer))
        if key not in self.arrays:
            content = [_bound(self.model.vertices, VERTEX_FORMAT, program, "")]
            if self.model.skin is not None:
                content.append(_bound(self.model.skin, SKIN_FORMAT, program, ""))
            content.append(_bound(rows.buffer.buffer, INSTANCE_FORMAT, program, "/i"))
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
        for rows in (self.every, self.seen, self.shaded, self.before):
            rows.release()


def make_batch(context: moderngl.Context, model: GpuModel) -> Batch:
    """An empty batch of a model."""
    return Batch(
        model,
        InstanceBuffer(context, INSTANCE_FLOATS),
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


def _touch_view(centers: Floats, radii: Floats, projection: Floats) -> NDArray[np.bool_]:
    """Which spheres touch a view's frustum; what is behind the far plane counts as inside."""
    x, y, _, w = projection.astype(np.float64)
    inside = np.ones(len(centers), np.bool_)
    for plane in (w + x, w - x, w + y, w - y):
        length = float(np.linalg.norm(plane[:3]))
        inside &= centers @ plane[:3] + plane[3] > -radii * length
    return inside
