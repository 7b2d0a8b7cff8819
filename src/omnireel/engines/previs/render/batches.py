"""Instances of models on the GPU, kept from frame to frame while their arrays are the same."""

import math
from dataclasses import dataclass

import moderngl
import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.render.frame import Sight
from omnireel.engines.previs.render.models import VERTEX_FORMAT, GpuModel, sphere_around
from omnireel.engines.previs.scene import Floats, Placement, Vec3

INSTANCE_FLOATS = 15
BEFORE_FLOATS = 12
INSTANCE_FORMAT = (
    ("4f4", "in_row0"),
    ("4f4", "in_row1"),
    ("4f4", "in_row2"),
    ("3f4", "in_tint"),
)
POSED_FLOATS = 6
POSED_FORMAT = (("3f4", "in_posed"), ("3f4", "in_posed_normal"))
POSED_BEFORE_FORMAT = (("3f4", "in_posed_before"),)
BEFORE_FORMAT = (("4f4", "in_before0"), ("4f4", "in_before1"), ("4f4", "in_before2"))
MOVING_UP_TO = 4096  # instances: more than these are not blurred by their own motion
SWAY = 0.4  # metres by which the wind bends a blade, at most
NEAR_ENOUGH = 0.2  # metres
BOXES_UP_TO = 6  # instances
MOTION_SEEN = 0.25  # pixels of motion while the shutter is open: less is not blurred


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
    """The first `count` instances of a buffer, and the triangles to draw of each."""

    buffer: InstanceBuffer
    count: int
    triangles: moderngl.Buffer


class Batch:
    """One placement's instances on the GPU, with the vertex arrays that draw them.

    `_every` holds all instances, `_seen` those in the camera's view and `_shaded` those in the
    sun's where that is not all; `_before` the transforms one shutter time away if it moves.
    A mesh with bones is posed here: `_posed`, and `_posed_before` if it moves.
    """

    def __init__(self, context: moderngl.Context, model: GpuModel) -> None:
        self.model = model
        self.moving = False
        self.mirrored = False
        self._context = context
        self._every = InstanceBuffer(context, INSTANCE_FLOATS)
        self._seen = InstanceBuffer(context, INSTANCE_FLOATS)
        self._shaded = InstanceBuffer(context, INSTANCE_FLOATS)
        self._before = InstanceBuffer(context, BEFORE_FLOATS)
        self._posed = InstanceBuffer(context, POSED_FLOATS)
        self._posed_before = InstanceBuffer(context, 3)
        self._arrays: dict[tuple[int, int, int], moderngl.VertexArray] = {}
        self._kept: tuple[object, object, object] = (None, None, None)
        self._packed = np.zeros((0, INSTANCE_FLOATS), np.float32)
        self._pose: Floats | None = None
        self._largest = 1.0
        self._corners = model.corners
        self._away: tuple[Vec3, float] | None = None
        self._spheres: tuple[Floats, Floats] = (self._packed[:, :3], self._packed[:, 0])

    @property
    def posed(self) -> bool:
        """Whether bones bend it."""
        return self._pose is not None

    def keep(self, placement: Placement) -> None:
        """Holds the placement's instances, posed."""
        kept = (placement.transforms, placement.tints, placement.bones)
        if all(one is other for one, other in zip(kept, self._kept, strict=True)):
            return
        self._kept = kept
        self._away = None
        self._packed = pack_instances(placement)
        self.mirrored = _mirrored(placement.transforms)
        self._seen.forget()
        self._shaded.forget()
        renewed = self._every.write(self._packed)
        center, radius = self.model.center, self.model.radius
        self._pose, self._corners = None, self.model.corners
        if placement.bones is not None and self.model.skinner is not None:
            self._pose, normals = self.model.skinner.pose(placement.bones)
            center, radius = sphere_around(self._pose)
            self._corners = self._pose.min(axis=0), self._pose.max(axis=0)
            renewed |= self._posed.write(np.hstack((self._pose, normals)))
        rows = self._packed[:, :12].reshape(-1, 3, 4)
        largest = np.sqrt((rows[:, :, :3] ** 2).sum(axis=1).max(axis=1))
        self._largest = max(float(largest.max()), 1e-6)
        sway = SWAY if self.model.sways else 0.0
        self._spheres = (rows[:, :, :3] @ center + rows[:, :, 3], radius * largest + sway)
        if renewed:
            self._forget_arrays()

    def follow(self, before: Placement | None, sight: Sight) -> bool:
        """Holds where the instances were at another moment; whether they moved visibly since."""
        self.moving = False
        if before is None or len(self._packed) > MOVING_UP_TO:
            return False
        rows = before.transforms[:, :3, :].reshape(-1, BEFORE_FLOATS)
        old_pose = self._pose
        if self._pose is not None and self.model.skinner is not None and before.bones is not None:
            old_pose, _ = self.model.skinner.pose(before.bones)
        self.moving = bool(self._moved(rows, old_pose) > MOTION_SEEN * self._finest(sight))
        if not self.moving:
            return False
        renewed = self._before.write(rows)
        if old_pose is not None:
            renewed |= self._posed_before.write(old_pose)
        if renewed:
            self._forget_arrays()
        return True

    def in_view(self, sight: Sight, share: float, error: float) -> Rows:
        """The instances that the camera may see, with `error` in pixels.

        `share` thins out grass blades.
        """
        count = max(round(len(self._packed) * share), 1) if self.model.sways else len(self._packed)
        buffer, seen = self._inside(self._seen, sight.planes, count)
        return Rows(buffer, seen, self._triangles(error * self._finest(sight)))

    def in_sunlight(self, planes: Floats, error: float) -> Rows:
        """The instances that may throw a shadow into the light's view, with `error` in metres."""
        buffer, seen = self._inside(self._shaded, planes, len(self._packed))
        return Rows(buffer, seen, self._triangles(error))

    def distance(self, eye: Vec3) -> float:
        """Metres from the eye to the nearest instance's box, or its sphere where there are many."""
        if self._away is None or self._away[0] != eye:
            near = self._box_distance if len(self._packed) <= BOXES_UP_TO else self._sphere_distance
            self._away = (eye, max(near(np.asarray(eye, np.float64)), 0.0))
        return self._away[1]

    def array(self, program: moderngl.Program, rows: Rows) -> moderngl.VertexArray:
        """The vertex array that feeds this program from these instances."""
        key = (program.glo, id(rows.buffer), rows.triangles.glo)
        if key not in self._arrays:
            content = [
                _bound(self.model.vertices, VERTEX_FORMAT, program, ""),
                _bound(self._posed.buffer, POSED_FORMAT, program, ""),
                _bound(self._posed_before.buffer, POSED_BEFORE_FORMAT, program, ""),
                _bound(rows.buffer.buffer, INSTANCE_FORMAT, program, "/i"),
                _bound(self._before.buffer, BEFORE_FORMAT, program, "/i"),
            ]
            self._arrays[key] = self._context.vertex_array(
                program, [entry for entry in content if len(entry) > 2], rows.triangles
            )
        return self._arrays[key]

    def release(self) -> None:
        """Gives the memory back."""
        self._forget_arrays()
        instances = (self._every, self._seen, self._shaded, self._before)
        for rows in (*instances, self._posed, self._posed_before):
            rows.release()

    def _forget_arrays(self) -> None:
        """Drops the vertex arrays, because a buffer they read is gone."""
        for array in self._arrays.values():
            array.release()
        self._arrays.clear()

    def _inside(
        self, buffer: InstanceBuffer, planes: Floats, count: int
    ) -> tuple[InstanceBuffer, int]:
        """The buffer to draw the first `count` instances from that touch this view."""
        centers, radii = self._spheres
        inside = _touch_view(centers[:count], radii[:count], planes)
        seen = int(inside.sum())
        if seen in (0, count) or self.moving:
            return self._every, count if seen else 0
        if buffer.write(self._packed[:count][inside], inside.tobytes()):
            self._forget_arrays()
        return buffer, seen

    def _sphere_distance(self, eye: NDArray[np.float64]) -> float:
        centers, radii = self._spheres
        return float((np.sqrt(((centers - eye) ** 2).sum(axis=1)) - radii).min())

    def _box_distance(self, eye: NDArray[np.float64]) -> float:
        nearest = np.inf
        for row in self._packed[:, :12].reshape(-1, 3, 4).astype(np.float64):
            linear = row[:, :3]
            lengths = np.maximum((linear**2).sum(axis=0), 1e-12)
            local = (eye - row[:, 3]) @ linear / lengths  # the axes are at right angles
            gap = linear @ (np.clip(local, *self._corners) - local)
            nearest = min(nearest, float(gap @ gap))
        return math.sqrt(nearest) - (SWAY if self.model.sways else 0.0)

    def _finest(self, sight: Sight) -> float:
        """Metres that a pixel covers at the nearest instance."""
        return sight.pixel * max(self.distance(sight.eye), NEAR_ENOUGH)

    def _triangles(self, error: float) -> moderngl.Buffer:
        """The triangles for an error in metres, for the largest of the instances."""
        return self.model.indices(error / self._largest)

    def _moved(self, rows: Floats, old_pose: Floats | None) -> float:
        """Metres that any point of an instance moved, at most."""
        now = self._packed[:, :12].reshape(-1, 3, 4).astype(np.float64)
        change = now - rows.reshape(-1, 3, 4)
        center = change[:, :, :3] @ self.model.center + change[:, :, 3]
        turn = np.sqrt((change[:, :, :3] ** 2).sum(axis=(1, 2)))
        moved = np.linalg.norm(center, axis=1) + turn * self.model.radius
        bent = 0.0
        if self._pose is not None and old_pose is not None:
            bent = float(np.abs(self._pose - old_pose).max()) * 1.8
        return float(moved.max(initial=0.0)) + bent


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


def _mirrored(transforms: Floats) -> bool:
    """Whether any of the transforms turns a mesh inside out."""
    x, y, z = transforms[:, :3, 0], transforms[:, :3, 1], transforms[:, :3, 2]
    return bool(((np.cross(x, y) * z).sum(axis=1) < 0).any())


def _touch_view(centers: Floats, radii: Floats, planes: Floats) -> NDArray[np.bool_]:
    """Which spheres touch a view; what is behind the far plane counts as inside."""
    inside = centers @ planes[:, :3].T + planes[:, 3]
    return np.asarray((inside > -radii[:, None]).all(axis=1))
