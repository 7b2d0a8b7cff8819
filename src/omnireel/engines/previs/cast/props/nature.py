"""Trees, bushes, flowers and rocks: each grown from its own seed."""

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np

from omnireel.engines.previs.cast.prop import Piece, Prop, at, glossy, matte, piece, sized, smooth
from omnireel.engines.previs.colors import linear
from omnireel.engines.previs.scene import Finish, Floats, Material, Mesh
from omnireel.engines.previs.shapes import solid
from omnireel.engines.previs.shapes.mesh import build, grid, merged
from omnireel.engines.previs.shapes.primitives import cone, cylinder, sphere, torus
from omnireel.engines.previs.shapes.sweep import catmull_rom, lathe, tube

Random: TypeAlias = np.random.Generator
Grow: TypeAlias = Callable[[Random], Prop]

_BARK: Final = Material(finish=Finish.WOOD, color=linear("6a4a30"), roughness=0.95, scale=1.5)


def _leaves(code: str) -> Material:
    return Material(finish=Finish.FOLIAGE, color=linear(code), roughness=0.9, scale=1.0)


def _lumpy(mesh: Mesh, random: Random, depth: float, waves: float) -> Mesh:
    """A round mesh with lumps: a share `depth` of its radius, `waves` of them around."""
    directions = random.normal(size=(7, 3)) * waves
    phases = random.uniform(0, 6.3, 7)
    positions = mesh.positions.astype(np.float64)
    lumps = np.sin(positions @ directions.T + phases).mean(axis=1)
    return smooth(positions * (1 + depth * lumps)[:, None], mesh.faces)


def _trunk(height: float, radius: float, lean: float) -> Mesh:
    points = [(0, 0, 0), (lean * 0.3, height * 0.4, 0), (lean, height, lean * 0.3)]
    path = catmull_rom(points, 8)
    flare = np.interp(np.linspace(0, 1, len(path)), [0, 0.12, 1], [1.6, 1.0, 0.6])
    return tube(path, radius * flare, 14)


def tree(random: Random) -> Prop:
    """A broad-leaved tree."""
    height = 2.1 * random.uniform(0.9, 1.15)
    lean = random.uniform(-0.25, 0.25)
    crown = []
    for k in range(8):
        angle = k * 2.4 + random.uniform(-0.3, 0.3)
        out = 0.0 if k == 0 else random.uniform(0.65, 0.95)
        up = 1.5 if k == 0 else random.uniform(0.2, 1.15)
        blob = _lumpy(sphere(24, 14), random, 0.16, 3.2)
        blob = sized(blob, random.uniform(0.72, 0.98) + (0.25 if k == 0 else 0))
        crown.append(at(blob, lean + out * np.cos(angle), height + up, out * np.sin(angle)))
    boughs = [
        tube(
            catmull_rom(
                [
                    (lean * 0.8, height * 0.8, 0),
                    (lean + x * 0.5, height + 0.2, z * 0.5),
                    (lean + x, height + 0.7, z),
                ],
                6,
            ),
            np.linspace(0.09, 0.03, 13),
            10,
        )
        for x, z in ((0.5, 0.2), (-0.5, 0.1), (0.0, -0.5))
    ]
    return Prop(
        pieces=(
            piece("leaves", _leaves("4c9a3a"), *crown, main=True),
            Piece(
                name="trunk",
                mesh=piece("trunk", _BARK, _trunk(height, 0.16, lean), *boughs).mesh,
                material=_BARK,
            ),
        ),
        sound="wood",
    )


def pine(random: Random) -> Prop:
    """A conifer in tiers."""
    tiers = []
    for k in range(5):
        radius = 1.15 * (1 - k / 6.2) * random.uniform(0.94, 1.06)
        skirt = lathe(
            [(radius * 0.25, 0.1), (radius, 0.0), (radius * 0.6, 0.4), (0.03, 1.15), (0.0, 1.18)],
            22,
        )
        tiers.append(at(_lumpy(skirt, random, 0.06, 4.0), 0, 0.75 + 0.68 * k, 0))
    return Prop(
        pieces=(
            piece("needles", _leaves("2f6e42"), *tiers, main=True),
            piece("trunk", _BARK, _trunk(1.3, 0.15, 0.0)),
        ),
        sound="wood",
    )


def palm(random: Random) -> Prop:
    """A coconut palm."""
    lean = random.uniform(0.4, 0.9)
    top = (lean, 4.0, 0.0)
    path = catmull_rom([(0, 0, 0), (lean * 0.15, 1.4, 0), (lean * 0.5, 2.8, 0), top], 8)
    rings = 1 + 0.12 * np.cos(np.arange(len(path)) * np.pi)
    trunk = tube(path, np.linspace(0.19, 0.12, len(path)) * rings, 14)
    fronds = []
    for k in range(9):
        angle = k * 2 * np.pi / 9 + random.uniform(-0.15, 0.15)
        reach = random.uniform(1.4, 1.7)
        spine = [(0, 0, 0), (0.4 * reach, 0.34, 0), (0.8 * reach, 0.1, 0), (1.1 * reach, -0.55, 0)]
        frond = _frond(np.asarray(catmull_rom(spine, 6)))
        fronds.append(at(frond, *top, ry=np.degrees(angle)))
    nuts = [
        at(sized(sphere(16, 10), 0.12), lean + 0.14 * np.cos(a), 3.9, 0.14 * np.sin(a))
        for a in (0.3, 2.4, 4.5)
    ]
    return Prop(
        pieces=(
            piece("fronds", _leaves("4aa044"), *fronds, main=True),
            piece("trunk", _BARK, trunk),
            piece("nuts", matte("5a3a22"), *nuts),
        ),
        sound="wood",
    )


def _frond(spine: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Mesh:
    """A long leaf along x, folded like a roof."""
    along = np.linspace(0, 1, len(spine))
    half = 0.26 * np.sin(np.pi * np.clip(along * 0.93 + 0.07, 0, 1)) ** 0.7
    across = np.array([-1.0, -0.5, 0.0, 0.5, 1.0])
    sheet = np.stack(
        [
            np.repeat(spine[:, :1], 5, axis=1),
            spine[:, 1:2] - np.abs(across) * half[:, None] * 0.55,
            across * half[:, None],
        ],
        axis=-1,
    )
    sides = (grid(sheet[:, ::-1]), grid(sheet - (0, 0.012, 0)))
    return merged([smooth(side.positions, side.faces) for side in sides])


def bush(random: Random) -> Prop:
    """A round bush."""
    blobs = [
        at(
            sized(_lumpy(sphere(24, 14), random, 0.16, 3.4), random.uniform(0.36, 0.48)),
            0.42 * np.cos(a),
            random.uniform(0.3, 0.5),
            0.3 * np.sin(a),
        )
        for a in random.uniform(0, 0.8) + np.arange(5) * 2 * np.pi / 5
    ]
    top = at(sized(_lumpy(sphere(24, 14), random, 0.16, 3.4), 0.5), 0, 0.6, 0)
    return Prop(pieces=(piece("leaves", _leaves("4f9440"), *blobs, top, main=True),), sound="grass")


def flower(random: Random) -> Prop:
    """A daisy-like flower on its stem, looking at the camera."""
    lean = random.uniform(-0.03, 0.03)
    stem = tube(catmull_rom([(0, 0, 0), (lean, 0.2, 0), (0, 0.42, 0)], 8), 0.009, 10)
    leaf = sized(sphere(20, 12), 0.1, 0.012, 0.035)
    leaves = [at(leaf, s * 0.085, 0.14 + 0.04 * s, 0.0, rz=s * 28) for s in (-1, 1)]
    petal = at(sized(sphere(20, 12), 0.038, 0.072, 0.014), 0, 0.1, 0)
    petals = [at(at(petal, rz=k * 360 / 9), 0, 0.44, 0.012, rx=-12) for k in range(9)]
    heart = at(sized(sphere(24, 14), 0.055, 0.055, 0.03), 0, 0.44, 0.02)
    return Prop(
        pieces=(
            piece("petals", glossy("e85a9a", 0.6), *petals, main=True),
            piece("heart", matte("f0b428"), heart),
            piece("stem", glossy("4c9440", 0.6), stem, *leaves),
        ),
        sound="grass",
    )


def tulip(random: Random) -> Prop:
    """A tulip."""
    cup = lathe(
        [(0.0, 0.38), (0.04, 0.39), (0.062, 0.44), (0.056, 0.5), (0.05, 0.53), (0.0, 0.5)], 24
    )
    petal = at(sized(sphere(20, 12), 0.04, 0.085, 0.02), 0, 0.46, 0.05, rx=-6)
    petals = [at(petal, ry=k * 60 + float(random.uniform(-6, 6))) for k in range(6)]
    stem = tube(catmull_rom([(0, 0, 0), (0.012, 0.2, 0), (0, 0.4, 0)], 8), 0.009, 10)
    leaf = sized(sphere(20, 14), 0.03, 0.17, 0.01)
    leaves = [at(leaf, s * 0.05, 0.16, 0.01, rz=-s * 16) for s in (-1, 1)]
    return Prop(
        pieces=(
            piece("petals", glossy("d8261c", 0.5), cup, *petals, main=True),
            piece("stem", glossy("4c9440", 0.6), stem, *leaves),
        ),
        sound="grass",
    )


def rock(random: Random) -> Prop:
    """A boulder."""
    stone = Material(finish=Finish.STONE, color=linear("98938a"), roughness=0.95, scale=3.0)
    body = sized(_lumpy(sphere(36, 22), random, 0.28, 1.6), 0.42, 0.3, 0.36)
    ground = float(body.positions[:, 1].min())
    return Prop(
        pieces=(piece("rock", stone, at(body, 0, -ground * 0.8, 0), main=True),), sound="stone"
    )


def mountain(random: Random) -> Prop:
    """A peak with snow on top."""
    stone = Material(finish=Finish.STONE, color=linear("7c7a78"), roughness=0.95, scale=0.3)
    snow = Material(finish=Finish.SNOW, color=linear("f4f7fa"), roughness=0.9, scale=0.5)
    profile = [(11.0, 0.0), (7.2, 3.2), (4.2, 7.4), (2.2, 11.0), (0.9, 13.4), (0.0, 14.4)]
    body = _lumpy(lathe(np.asarray(catmull_rom(profile, 6)), 60), random, 0.13, 0.55)
    capped = (
        body.positions[:, 1]
        > 9.6 + np.sin(np.arctan2(body.positions[:, 2], body.positions[:, 0]) * 7) * 0.8
    )
    high = capped[body.faces].all(axis=1)
    return Prop(
        pieces=(
            Piece(
                name="stone",
                mesh=build(body.positions, body.faces[~high], body.normals),
                material=stone,
                main=True,
            ),
            Piece(
                name="snow",
                mesh=build(body.positions, body.faces[high], body.normals),
                material=snow,
            ),
        ),
        sound="stone",
    )


def cloud(random: Random) -> Prop:
    """A soft cloud, a metre above the ground it is placed on."""
    white = Material(color=linear("f6f8fb"), roughness=1.0, emission=0.12)
    centers = random.uniform((-0.9, -0.1, -0.3), (0.9, 0.25, 0.3), (9, 3))
    radii = random.uniform(0.3, 0.5, 9)

    def distance(points: Floats) -> Floats:
        parts = solid.sphere(points, (0, 0.1, 0), 0.6)
        for center, radius in zip(centers, radii, strict=True):
            parts = solid.union(parts, solid.sphere(points, center, float(radius)), 0.18)
        return parts

    puff = solid.surface_nets(distance, (-1.6, -0.8, -1.0), (1.6, 1.0, 1.0), 0.06)
    low = float(puff.positions[:, 1].min())
    return Prop(pieces=(piece("cloud", white, at(puff, 0, -low, 0), main=True),), sound="cloth")


def snowman(random: Random) -> Prop:
    """Three balls, a carrot, coal and a scarf."""
    snow = Material(finish=Finish.SNOW, color=linear("f4f7fa"), roughness=0.9, scale=3.0)
    balls = [
        at(sized(_lumpy(sphere(36, 20), random, 0.02, 3.0), r), 0, y, 0)
        for r, y in ((0.42, 0.38), (0.3, 0.95), (0.21, 1.36))
    ]
    coal = [
        at(sized(sphere(12, 8), 0.028), x, y, z)
        for x, y, z in (
            (-0.075, 1.42, 0.188),
            (0.075, 1.42, 0.188),
            (0, 1.05, 0.285),
            (0, 0.92, 0.3),
        )
    ]
    nose = at(cone(0.035, 0.2, 20), 0, 1.36, 0.19, rx=90)
    arms = [
        tube(
            catmull_rom([(s * 0.26, 1.0, 0), (s * 0.5, 1.12, 0.03), (s * 0.68, 1.32, 0.0)], 6),
            np.linspace(0.02, 0.01, 13),
            8,
        )
        for s in (-1, 1)
    ]
    scarf = at(sized(torus(0.2, 0.05, 40, 12), 1, 0.8, 1), 0, 1.17, 0)
    hat = [
        at(cylinder(0.22, 0.22, 0.025, 36, 0.008), 0, 1.53, 0),
        at(cylinder(0.145, 0.15, 0.2, 36, 0.01), 0, 1.55, 0),
    ]
    return Prop(
        pieces=(
            piece("snow", snow, *balls),
            piece("scarf", matte("d8261c"), scarf, main=True),
            piece("coal", matte("1c1c20"), *coal, *hat),
            piece("carrot", matte("f0781c"), nose),
            piece("arms", matte("5a3a22"), *arms),
        ),
        sound="snow",
    )


NOUNS: Final[dict[str, Grow]] = {
    "tree": tree,
    "oak": tree,
    "oak tree": tree,
    "maple tree": tree,
    "apple tree": tree,
    "pine": pine,
    "pine tree": pine,
    "fir tree": pine,
    "spruce": pine,
    "evergreen": pine,
    "palm": palm,
    "palm tree": palm,
    "coconut tree": palm,
    "bush": bush,
    "shrub": bush,
    "hedge": bush,
    "flower": flower,
    "daisy": flower,
    "tulip": tulip,
    "rock": rock,
    "stone": rock,
    "boulder": rock,
    "mountain": mountain,
    "peak": mountain,
    "cloud": cloud,
    "snowman": snowman,
}
