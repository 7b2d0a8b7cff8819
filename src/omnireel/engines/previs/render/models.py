"""Models and textures on the GPU."""

from dataclasses import dataclass

import moderngl
import numpy as np

from omnireel.domain.failures import EngineError
from omnireel.engines.previs.scene import Finish, Floats, Material, Mesh, Model, Pixels
from omnireel.engines.previs.shapes.mesh import volume

MAX_BONES = 64
SRGB8_ALPHA8 = 0x8C43
VERTEX_FORMAT = (
    ("3f4", "in_position"),
    ("3f4", "in_normal"),
    ("4f4", "in_color"),
    ("2f4", "in_uv"),
)
SKIN_FORMAT = (("4f4", "in_joints"), ("4f4", "in_weights"))


@dataclass(frozen=True, slots=True)
class GpuModel:
    """A model's buffers. The sphere of `center` and `radius` holds the mesh.

    `closed` says that the mesh has an inside, so that faces seen from behind need not be drawn.
    """

    vertices: moderngl.Buffer
    skin: moderngl.Buffer | None
    indices: moderngl.Buffer
    material: Material
    center: Floats
    radius: float
    closed: bool

    @property
    def sways(self) -> bool:
        """Whether the wind bends it."""
        return self.material.finish is Finish.BLADE

    def release(self) -> None:
        """Gives the memory back."""
        for buffer in (self.vertices, self.indices, self.skin):
            if buffer is not None:
                buffer.release()


def upload_model(context: moderngl.Context, name: str, model: Model) -> GpuModel:
    """Copies a model to the GPU; EngineError when it has more bones than the shaders can hold."""
    mesh = model.mesh
    vertices = np.hstack((mesh.positions, mesh.normals, mesh.colors, mesh.uvs)).astype(np.float32)
    skin = None
    if model.skin is not None:
        if int(model.skin.joints.max(initial=0)) >= MAX_BONES:
            raise EngineError(f"Model {name!r} has more than {MAX_BONES} bones.")
        packed = np.hstack((model.skin.joints, model.skin.weights)).astype(np.float32)
        skin = context.buffer(packed.tobytes())
    center, radius = _sphere_around(mesh.positions)
    return GpuModel(
        vertices=context.buffer(vertices.tobytes()),
        skin=skin,
        indices=context.buffer(np.ascontiguousarray(mesh.faces, np.int32).tobytes()),
        material=model.material,
        center=center,
        radius=radius,
        closed=is_closed(mesh),
    )


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


def _sphere_around(positions: Floats) -> tuple[Floats, float]:
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
