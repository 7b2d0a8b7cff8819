"""Models and textures on the GPU."""

from dataclasses import dataclass

import moderngl
import numpy as np

from omnireel.domain.failures import EngineError
from omnireel.engines.previs.scene import Finish, Material, Model, Pixels

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
    """A model's buffers; `radius` bounds the mesh about its origin, in model units."""

    vertices: moderngl.Buffer
    skin: moderngl.Buffer | None
    indices: moderngl.Buffer
    material: Material
    radius: float

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
    reach = float(np.sqrt((mesh.positions**2).sum(axis=1).max(initial=0.0)))
    return GpuModel(
        vertices=context.buffer(vertices.tobytes()),
        skin=skin,
        indices=context.buffer(np.ascontiguousarray(mesh.faces, np.int32).tobytes()),
        material=model.material,
        radius=reach,
    )


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
