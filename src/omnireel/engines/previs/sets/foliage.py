"""Plants: puffy trees with occlusion baked into their crowns, bushes, grass tufts and flowers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.scene import Floats, Mesh, Vec3
from omnireel.engines.previs.shapes import solid
from omnireel.engines.previs.shapes.mesh import build, merged, tinted, transformed
from omnireel.engines.previs.shapes.primitives import sphere
from omnireel.engines.previs.shapes.sweep import catmull_rom, tube
from omnireel.engines.previs.shapes.transform import rotation_y, scaling, translation

Ball = tuple[Vec3, float]  # centre and radius


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tree:
    """A tree of about three metres: its crown and its trunk."""

    crown: Mesh
    trunk: Mesh


def broad_tree(rng: np.random.Generator, cell: float) -> Tree:
    """A round crown of puffs on a forked trunk."""
    balls: list[Ball] = [((0.0, 2.30, 0.0), 0.80)]
    turn = rng.uniform(0, 2 * np.pi)
    for k in range(6):
        angle = turn + k * np.pi / 3
        radius = rng.uniform(0.44, 0.60)
        high = rng.uniform(1.80, 2.25)
        balls.append(((0.66 * np.cos(angle), high, 0.66 * np.sin(angle)), radius))
    for k in range(3):
        angle = turn + 0.5 + k * 2.1
        balls.append(((0.36 * np.cos(angle), 2.82, 0.36 * np.sin(angle)), rng.uniform(0.40, 0.5)))
    trunk = _trunk(rng, height=1.9, radius=0.115, forks=3)
    return Tree(crown=_puffs(balls, rng, cell, 0.16), trunk=trunk)


def tall_tree(rng: np.random.Generator, cell: float) -> Tree:
    """A slender crown, like a poplar's."""
    balls: list[Ball] = []
    for k in range(7):
        share = k / 6
        width = 0.52 * np.sin(np.pi * (0.22 + 0.70 * share)) + 0.10
        shift = rng.uniform(-0.12, 0.12, 2)
        balls.append(((float(shift[0]), 1.35 + 2.2 * share, float(shift[1])), float(width)))
    return Tree(
        crown=_puffs(balls, rng, cell, 0.20), trunk=_trunk(rng, height=1.5, radius=0.085, forks=0)
    )


def conifer(rng: np.random.Generator, cell: float) -> Tree:
    """A fir of drooping tiers."""
    turn = rng.uniform(0, 2 * np.pi)

    def distance(points: Floats) -> Floats:
        result = np.full(len(points), 9.0, dtype=np.float32)
        for tier in range(5):
            low, radius = 0.55 + 0.52 * tier, 0.86 - 0.145 * tier
            angle = np.arctan2(points[:, 2], points[:, 0])
            ring = radius * (1 + 0.07 * np.sin(9 * angle + turn + tier * 1.7))
            high = points[:, 1] - np.float32(low)
            across = np.hypot(points[:, 0], points[:, 2])
            side = (across - ring * np.clip(1 - high / 0.95, 0, 1.1)) * 0.70
            droop = -(high + 0.16 * (across / radius) ** 2)
            tier_shape = solid.intersection(
                np.asarray(side, np.float32), np.asarray(droop, np.float32), 0.12
            )
            result = solid.union(result, tier_shape, 0.06)
        return result

    crown = solid.surface_nets(distance, (-1.1, 0.2, -1.1), (1.1, 3.7, 1.1), cell)
    out = np.hypot(crown.positions[:, 0], crown.positions[:, 2])
    openness = np.clip(0.25 + 0.95 * out / (0.98 - 0.21 * crown.positions[:, 1]), 0.25, 1)
    return Tree(crown=_opened(crown, openness), trunk=_trunk(rng, height=0.9, radius=0.10, forks=0))


def bush(rng: np.random.Generator, cell: float) -> Mesh:
    """A low round shrub, half a metre high."""
    balls: list[Ball] = [((0.0, 0.26, 0.0), 0.30)]
    for k in range(5):
        angle = k * 1.26 + rng.uniform(0, 0.6)
        reach = rng.uniform(0.22, 0.34)
        balls.append(
            (
                (reach * np.cos(angle), rng.uniform(0.14, 0.26), reach * np.sin(angle)),
                rng.uniform(0.16, 0.23),
            )
        )
    return _puffs(balls, rng, cell, 0.05)


def _puffs(balls: Sequence[Ball], rng: np.random.Generator, cell: float, bump: float) -> Mesh:
    """Blended balls with a bumpy surface; creases and undersides are occluded."""
    phase = rng.uniform(0, 2 * np.pi, 6)
    soft = bump * 0.8

    def smooth(points: Floats) -> Floats:
        shape = solid.sphere(points, balls[0][0], balls[0][1])
        for center, radius in balls[1:]:
            shape = solid.union(shape, solid.sphere(points, center, radius), soft)
        return shape

    def distance(points: Floats) -> Floats:
        x, y, z = (points * np.float32(0.9 / bump)).T
        waves = np.sin(x + phase[0]) * np.sin(y * 1.1 + phase[1]) * np.sin(z + phase[2])
        fine = np.sin(2.3 * x + phase[3]) * np.sin(2.1 * y + phase[4]) * np.sin(2.2 * z + phase[5])
        bumps = np.float32(bump * 0.26) * waves + np.float32(bump * 0.16) * fine
        return np.asarray((smooth(points) - bumps) * np.float32(0.8), dtype=np.float32)

    centers = np.array([center for center, _ in balls])
    radii = np.array([radius for _, radius in balls])[:, None]
    low, high = (centers - radii).min(axis=0) - bump, (centers + radii).max(axis=0) + bump
    mesh = solid.surface_nets(distance, low, high, cell)
    # How far out along the normal the crown still is: a crease sees its neighbours.
    ahead = smooth(mesh.positions + mesh.normals * np.float32(bump * 1.6)) / (bump * 1.6)
    height = (mesh.positions[:, 1] - low[1]) / (high[1] - low[1])
    openness = np.clip(ahead, 0.1, 1) * (0.42 + 0.58 * np.clip(height * 1.35, 0, 1))
    return _opened(mesh, np.clip(openness, 0.16, 1))


def _opened(mesh: Mesh, openness: NDArray[np.floating]) -> Mesh:
    """The mesh with baked occlusion, and a brighter tone where it is open."""
    colors = mesh.colors.copy()
    colors[:, 3] = openness
    colors[:, :3] *= (0.55 + 0.5 * openness)[:, None]
    return replace(mesh, colors=colors)


def _trunk(rng: np.random.Generator, *, height: float, radius: float, forks: int) -> Mesh:
    """A trunk with a flared foot that leans a little, and branches into the crown."""
    lean = rng.uniform(-0.09, 0.09, 2)
    spine = catmull_rom(
        [
            (0.0, -0.15, 0.0),
            (0.0, 0.25 * height, 0.0),
            (lean[0], 0.65 * height, lean[1]),
            (lean[0] * 0.6, height * 1.1, lean[1] * 0.6),
        ],
        3,
    )
    share = np.linspace(0, 1, len(spine))
    parts = [tube(spine, radius * (0.62 + 1.1 * np.exp(-share * 9) - 0.2 * share), 8)]
    for k in range(forks):
        angle = 1.0 + k * 2 * np.pi / max(forks, 1)
        end = (0.55 * np.cos(angle), height * 1.12, 0.55 * np.sin(angle))
        middle = (0.26 * np.cos(angle), height * 0.86, 0.26 * np.sin(angle))
        branch = catmull_rom([(lean[0] * 0.9, 0.62 * height, lean[1] * 0.9), middle, end], 2)
        parts.append(tube(branch, np.linspace(radius * 0.5, radius * 0.26, len(branch)), 5))
    return merged(parts)


def tuft(rng: np.random.Generator, blades: int = 7) -> Mesh:
    """A tuft of grass blades up to 0.2 m, uv.y along the blade."""
    return merged([_blade(rng) for _ in range(blades)])


def _blade(rng: np.random.Generator) -> Mesh:
    angle, root = rng.uniform(0, 2 * np.pi), rng.uniform(-0.055, 0.055, 2)
    height, width = rng.uniform(0.11, 0.225), rng.uniform(0.0075, 0.0120)
    bend = rng.uniform(0.03, 0.085)
    across = np.array([np.cos(angle), 0, np.sin(angle)])
    toward = np.array([-np.sin(angle), 0, np.cos(angle)])
    rows = []
    for share, wide in ((0.0, 1.0), (0.55, 0.85), (1.0, 0.0)):
        spine = np.array([root[0], height * share, root[1]]) + toward * bend * share**2
        rows += [spine - across * width * wide, spine + across * width * wide]
    points = np.array(rows[:5])
    normal = toward * 0.8 + np.array([0, 0.6, 0])
    tones = np.full((5, 4), 1.0)
    tones[:, 3] = rng.uniform(0.2, 1.0)
    return build(
        points,
        [(0, 1, 3), (0, 3, 2), (2, 3, 4)],
        normals=np.tile(normal, (5, 1)),
        colors=tones,
        uvs=[(0, 0), (1, 0), (0, 0.55), (1, 0.55), (0.5, 1)],
    )


def daisy() -> Mesh:
    """A white daisy with a yellow eye."""
    return _flower(_petals(9, 0.042, 0.011, 0.05), (0.95, 0.93, 0.90), 0.20)


def poppy() -> Mesh:
    """A red poppy's cup."""
    return _flower(_petals(5, 0.036, 0.026, 0.75), (0.75, 0.045, 0.02), 0.25)


def bellflower() -> Mesh:
    """A violet spike."""
    bells = [
        transformed(
            sphere(5, 2),
            translation(0.009 * np.cos(k * 2.4), -0.055 + 0.012 * k, 0.009 * np.sin(k * 2.4))
            @ scaling(0.013 - 0.0008 * k, 0.012, 0.013 - 0.0008 * k),
        )
        for k in range(7)
    ]
    return _flower(bells, (0.26, 0.11, 0.55), 0.27, eye=False)


def _petals(count: int, length: float, width: float, rise: float) -> list[Mesh]:
    """A ring of four-cornered petals that point outward and up by `rise` (the tangent)."""
    corners = np.array(
        [(0.004, 0, 0), (0.6, 0, width / length), (1.0, 0, 0), (0.6, 0, -width / length)]
    )
    corners[:, 1] = rise * corners[:, 0] ** 1.5
    petal = build(corners * length, [(0, 1, 2), (0, 2, 3)], normals=[(0, 1, 0)] * 4)
    return [transformed(petal, rotation_y(k * 2 * np.pi / count)) for k in range(count)]


def _flower(petals: Sequence[Mesh], color: Vec3, height: float, eye: bool = True) -> Mesh:
    """Petals on a stem; uv.y is the height, so that it sways like the grass."""
    stem = tube([(0, 0, 0), (0.008, height * 0.5, 0), (0, height, 0.004)], 0.0036, 3)
    head = [transformed(petal, translation(0, height, 0.004)) for petal in petals]
    parts = [tinted(stem, (0.10, 0.22, 0.04)), *(tinted(petal, color) for petal in head)]
    if eye:
        middle = transformed(
            sphere(6, 3), translation(0, height + 0.004, 0.004) @ scaling(0.012, 0.008, 0.012)
        )
        parts.append(tinted(middle, (0.85, 0.50, 0.04)))
    whole = merged(parts)
    along = np.clip(whole.positions[:, 1] / height, 0, 1)
    uvs = np.stack([np.full_like(along, 0.5), along], axis=1)
    return replace(whole, uvs=uvs.astype(np.float32))


TREES: tuple[Callable[[np.random.Generator, float], Tree], ...] = (broad_tree, tall_tree, conifer)
