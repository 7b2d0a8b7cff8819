"""Models and textures on the GPU."""

import math

import moderngl
import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.render.detail import clustered_faces
from omnireel.engines.previs.render.skinning import Skinner
from omnireel.engines.previs.scene import Finish, Floats, Material, Mesh, Model, Pixels
from omnireel.engines.previs.shapes.mesh import volume

SRGB8_ALPHA8 = 0x8C43
VERTEX_FORMAT = (
    ("3f4", "in_position"),
    ("3f4", "in_normal"),
    ("4f4", "in_color"),
    ("2f4", "in_uv"),
)
SMOOTH = 0.55  # surfaces rougher than this mirror nothing one could see
COARSEST = 4  # a cell of the coarsest triangles is the radius over two to this power
FINEST = 11  # finer cells than this are not worth their making
FEW_VERTICES = 200  # meshes of fewer are always drawn as they are


class GpuModel:
    """A model's buffers. The sphere of `center` and `radius` holds the mesh at rest.

    `closed` says that the mesh has an inside, so that faces seen from behind need not be drawn.
    """

    def __init__(self, context: moderngl.Context, model: Model) -> None:
        mesh = model.mesh
        self._context = context
        self._mesh = mesh
        self.material: Material = model.material
        self.skinner = Skinner(mesh, model.skin) if model.skin is not None else None
        self.center, self.radius = sphere_around(mesh.positions)
        self.corners = mesh.positions.min(axis=0), mesh.positions.max(axis=0)
        self.closed = is_closed(mesh)
        columns = (mesh.positions, mesh.normals, mesh.colors, mesh.uvs)
        self.vertices = context.buffer(np.hstack(columns).astype(np.float32).tobytes())
        self._full = self._buffer(mesh.faces)
        self._coarse: dict[int, moderngl.Buffer] = {}

    @property
    def sways(self) -> bool:
        """Whether the wind bends it."""
        return self.material.finish is Finish.BLADE

    @property
    def mirrors(self) -> bool:
        """Whether it is a smooth sheet of a metre or more: a floor, water."""
        low, high = self.corners
        extent = high - low
        sheet = min(extent[0], extent[2]) >= 0.999 and extent[1] < 0.1 * extent[0]
        return bool(sheet and self.material.roughness < SMOOTH)

    def indices(self, error: float) -> moderngl.Buffer:
        """The triangles for drawing with this much error, in model units."""
        share = self.radius / max(error, 1e-9)
        level = max(math.ceil(math.log2(max(share, 1e-9))), COARSEST)
        if level > FINEST or len(self._mesh.positions) < FEW_VERTICES:
            return self._full
        if level not in self._coarse:
            faces = clustered_faces(self._mesh, self.radius / 2**level)
            worth = 0 < len(faces) < 0.9 * len(self._mesh.faces)
            self._coarse[level] = self._buffer(faces) if worth else self._full
        return self._coarse[level]

    def release(self) -> None:
        """Gives the memory back."""
        for buffer in {self.vertices, self._full, *self._coarse.values()}:
            buffer.release()

    def _buffer(self, faces: NDArray[np.int32]) -> moderngl.Buffer:
        return self._context.buffer(np.ascontiguousarray(faces, np.int32).tobytes())


def is_closed(mesh: Mesh) -> bool:
    """Whether the mesh is a surface without an edge that looks outward everywhere it can be told.

    Vertices at the same place count as one; every side of a triangle must meet exactly one
    triangle that runs it the other way, and the volume enclosed must be positive.
    """
    if not len(mesh.faces):
        return False
    _, merged = np.unique(np.round(mesh.positions, 6), axis=0, return_inverse=True)
    faces = merged.reshape(-1)[mesh.faces].astype(np.int64)
    sides = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    sides = sides[sides[:, 0] != sides[:, 1]]
    count = int(merged.max()) + 1
    there = np.sort(sides[:, 0] * count + sides[:, 1])
    back = np.sort(sides[:, 1] * count + sides[:, 0])
    return bool(np.array_equal(there, back)) and volume(mesh) > 0


def sphere_around(positions: Floats) -> tuple[Floats, float]:
    """A sphere that holds these points: (3,) and its radius."""
    center = ((positions.min(axis=0) + positions.max(axis=0)) / 2).astype(np.float32)
    return center, float(np.sqrt(((positions - center) ** 2).sum(axis=1).max()))


def upload_texture(context: moderngl.Context, pixels: Pixels) -> moderngl.Texture:
    """An sRGB picture (h, w, 4), straight alpha, top row first; uv (0, 0) is its lower left."""
    height, width = pixels.shape[:2]
    texture = context.texture(
        (width, height),
        4,
        np.ascontiguousarray(pixels[::-1]).tobytes(),
        internal_format=SRGB8_ALPHA8,
    )
    texture.build_mipmaps()
    texture.filter = (moderngl.LINEAR_MIPMAP_LINEAR, moderngl.LINEAR)
    texture.repeat_x = texture.repeat_y = False
    return texture
