"""Painted bodies made of something else: what the paint drew stays in light and dark."""

from dataclasses import replace
from typing import Final

import numpy as np

from omnireel.engines.previs.cast.materials import Substance
from omnireel.engines.previs.colors import decode, encode
from omnireel.engines.previs.scene import Finish, Material, Mesh, Pixels, Vec3

_LUMA: Final = np.array([0.2126, 0.7152, 0.0722])


def carved(texture: Pixels, color: Vec3) -> Pixels:
    """The texture's light and dark in one linear colour."""
    light = decode(texture[..., :3]) @ _LUMA
    shade = np.clip(np.sqrt(light / max(float(np.median(light)), 0.02)), 0.25, 1.25)
    rgb = encode(shade[..., None] * np.array(color))
    return np.ascontiguousarray(np.concatenate([rgb, texture[..., 3:]], axis=2))


def made_of(
    mesh: Mesh, material: Material, texture: Pixels, substance: Substance
) -> tuple[Mesh, Material]:
    """The substance's gloss; where its finish paints, the texture moves into the vertices.

    Args:
        mesh: With uvs into the texture.
        material: Textured.
        texture: (n, n, 4), already in the substance's colour.
        substance: What it is made of now.
    """
    material = replace(
        material,
        roughness=substance.roughness,
        metallic=substance.metallic,
        emission=substance.emission * 0.4,
    )
    if substance.finish in (Finish.PLAIN, Finish.EMISSIVE):
        return mesh, material
    height, width = texture.shape[:2]
    column = np.clip((mesh.uvs[:, 0] * width).astype(int), 0, width - 1)
    row = np.clip(((1 - mesh.uvs[:, 1]) * height).astype(int), 0, height - 1)
    colors = mesh.colors.copy()
    colors[:, :3] = decode(texture[row, column, :3])
    return replace(mesh, colors=colors), replace(
        material, finish=substance.finish, texture="", scale=substance.scale
    )
