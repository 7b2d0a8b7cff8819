"""Plain bodies. Counts are of segments; lengths are metres; uvs lie in 0..1."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from omnireel.engines.previs.scene import Mesh
from omnireel.engines.previs.shapes.mesh import grid, merged
from omnireel.engines.previs.shapes.sweep import lathe

HeightField = Callable[[NDArray[np.float64], NDArray[np.float64]], ArrayLike]


def sphere(segments: int = 36, rings: int = 20) -> Mesh:
    """The unit sphere about the origin, poles on the y axis."""
    around = np.linspace(0, 2 * np.pi, segments + 1)[:, None]
    down = np.linspace(0, np.pi, rings + 1)[None, :]
    ring = np.sin(down)
    ring[:, [0, -1]] = 0
    points = np.stack(
        [ring * np.cos(around), np.cos(down) + 0 * around, ring * np.sin(around)], axis=-1
    )
    return grid(points, points)


def box(x: float, y: float, z: float, radius: float = 0.02, steps: int = 3) -> Mesh:
    """A box about the origin with half extents x, y, z and edges rounded by `radius`."""
    extents = np.array([x, y, z])
    radius = min(radius, x, y, z)
    bend = np.tan(np.linspace(0, np.pi / 4, steps + 1))
    direction = np.concatenate([-bend[::-1], bend])
    corner = np.concatenate([-np.ones(steps + 1), np.ones(steps + 1)])
    sides = []
    for axis in range(3):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        for sign in (1.0, -1.0):
            normal = np.zeros((len(corner), len(corner), 3))
            normal[..., axis] = sign
            normal[..., u] = direction[:, None] * sign
            normal[..., v] = direction[None, :]
            normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
            center = np.zeros_like(normal)
            center[..., axis] = sign
            center[..., u] = corner[:, None] * sign
            center[..., v] = corner[None, :]
            points = center * (extents - radius) + normal * radius
            uvs = points[..., [u, v]] / (2 * extents[[u, v]]) + 0.5
            sides.append(grid(points, normal, uvs=uvs))
    return merged(sides)


def cylinder(
    radius_bottom: float = 1.0,
    radius_top: float = 1.0,
    height: float = 1.0,
    segments: int = 32,
    bevel: float = 0.0,
) -> Mesh:
    """Along y from 0 to `height`, capped, its rims rounded by `bevel`."""
    profile: list[tuple[float, float]] = [(0.0, 0.0)]
    for radius, base, sign in ((radius_bottom, 0.0, 1.0), (radius_top, height, -1.0)):
        soft = min(bevel, radius * 0.9, height * 0.45)
        if soft <= 0:
            rim = [(radius, base)]
        else:
            turn = np.linspace(0, np.pi / 2, 4)
            rim = [
                (
                    radius - soft + soft * float(np.sin(a)),
                    base + sign * soft * (1 - float(np.cos(a))),
                )
                for a in turn
            ]
        profile += rim if sign > 0 else rim[::-1]
    profile.append((0.0, height))
    return lathe(profile, segments, crease_degrees=50.0)


def cone(radius: float = 1.0, height: float = 1.0, segments: int = 32) -> Mesh:
    """A cone on y = 0 with its tip at `height`."""
    return lathe([(0.0, 0.0), (radius, 0.0), (0.0, height)], segments, crease_degrees=50.0)


def capsule(radius: float, height: float, segments: int = 24, rings: int = 8) -> Mesh:
    """Along y from 0 to `height` between the centres of two half spheres."""
    turn = np.linspace(0, np.pi / 2, rings + 1)
    bottom = [(radius * float(np.sin(a)), -radius * float(np.cos(a))) for a in turn]
    top = [(radius * float(np.cos(a)), height + radius * float(np.sin(a))) for a in turn]
    return lathe([*bottom, *top], segments)


def torus(radius: float, tube_radius: float, segments: int = 48, sides: int = 16) -> Mesh:
    """A ring about the y axis."""
    around = np.linspace(0, 2 * np.pi, segments + 1)[:, None]
    across = -np.linspace(0, 2 * np.pi, sides + 1)[None, :]
    normals = np.stack(
        [
            np.cos(across) * np.cos(around),
            np.sin(across) + 0 * around,
            np.cos(across) * np.sin(around),
        ],
        axis=-1,
    )
    ring = np.stack([np.cos(around), 0 * around, np.sin(around)], axis=-1)
    return grid(radius * ring + tube_radius * normals, normals)


def plane(
    size_x: float, size_z: float, divisions: int = 1, height: HeightField | None = None
) -> Mesh:
    """A sheet about the origin that looks up; `height` gives y at arrays of x and z."""
    u = np.linspace(0, 1, divisions + 1)
    z, x = np.meshgrid((u - 0.5) * size_z, (u - 0.5) * size_x, indexing="ij")
    y = np.zeros_like(x) if height is None else np.asarray(height(x, z), dtype=np.float64)
    uvs = np.stack([x / size_x + 0.5, 0.5 - z / size_z], axis=-1)
    return grid(np.stack([x, y, z], axis=-1), uvs=uvs)


def disc(radius: float = 1.0, segments: int = 32) -> Mesh:
    """A flat round sheet at y = 0 that looks up."""
    flat = lathe([(radius, 0.0), (0.0, 0.0)], segments)
    uvs = flat.positions[:, [0, 2]] / (2 * radius) * np.array([1.0, -1.0]) + 0.5
    return Mesh(
        positions=flat.positions,
        normals=flat.normals,
        faces=flat.faces,
        colors=flat.colors,
        uvs=uvs.astype(np.float32),
    )
