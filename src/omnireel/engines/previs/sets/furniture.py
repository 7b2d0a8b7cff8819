"""Furniture: each function makes one thing, in metres, standing on y = 0, facing +z."""

import math

import numpy as np

from omnireel.engines.previs.colors import linear
from omnireel.engines.previs.scene import Vec3
from omnireel.engines.previs.sets.ornaments import books, plant, vase
from omnireel.engines.previs.sets.things import (
    BOOKS,
    CREAM,
    DARK,
    OAK,
    PINE,
    WALNUT,
    WHITE,
    Part,
    Thing,
    ball,
    block,
    moved,
    turned,
)
from omnireel.engines.previs.shapes import mesh, sweep, transform


def bookcase(rng: np.random.Generator, width: float = 1.3, rows: int = 5) -> Thing:
    """A case of shelves with books, a few pots and boxes."""
    gap, deep = 0.36, 0.15
    height = rows * gap + 0.06
    parts = [
        block("wood", (0.015, height / 2, deep), (side * width / 2, height / 2, 0.0), WALNUT)
        for side in (-1.0, 1.0)
    ]
    parts.append(block("wood", (width / 2, height / 2, 0.008), (0, height / 2, -deep), WALNUT))
    for row in range(rows + 1):
        y = row * gap + 0.03
        parts.append(block("wood", (width / 2, 0.014, deep), (0.0, y, 0.0), WALNUT))
        if row == rows:
            break
        filled = width - 0.08 if rng.random() < 0.6 else width * float(rng.uniform(0.5, 0.75))
        shelf = books(rng, filled, 0.29)
        parts += moved(shelf, transform.translation(-width / 2 + 0.03, y + 0.014, 0.02))
        left = width / 2 - 0.12
        if filled < width * 0.8:
            ornament = plant(rng, 0.24) if rng.random() < 0.5 else vase(rng)
            parts += moved(ornament, transform.translation(left, y + 0.014, 0.02))
    return parts


def floor_lamp() -> Thing:
    """A tall lamp with a glowing paper shade; its bulb is 1.45 m up."""
    shade = [(0.19, 1.30), (0.14, 1.60)]
    return [
        turned("metal", [(0.0, 0.0), (0.15, 0.0), (0.15, 0.02), (0.0, 0.03)], DARK),
        turned("metal", [(0.012, 0.02), (0.012, 1.5)], DARK),
        turned("glow", shade, linear("ffd8a0")),
        turned("glow", [(0.139, 1.60), (0.189, 1.30)], linear("ffe6c0")),
    ]


def desk_lamp(color: Vec3) -> Thing:
    """A bent lamp whose bulb shines down, 0.42 m up."""
    path = sweep.catmull_rom([(0.0, 0.02, 0.0), (-0.08, 0.25, 0.0), (0.02, 0.44, 0.0)], 8)
    stem = mesh.tinted(sweep.tube(path, 0.008), DARK)
    hood = [(0.02, 0.0), (0.035, -0.02), (0.075, -0.1), (0.07, -0.1), (0.0, -0.01)]
    tilt = transform.translation(0.03, 0.45, 0.0) @ transform.rotation_z(0.5)
    return [
        turned("metal", [(0.0, 0.0), (0.08, 0.0), (0.075, 0.02), (0.0, 0.025)], DARK),
        Part(material="metal", mesh=stem),
        *moved([turned("glaze", hood[::-1], color)], tilt),
        ball("bulb", 0.03, (0.065, 0.38, 0.0), linear("ffd9a0")),
    ]


def sofa(color: Vec3) -> Thing:
    """Two seats with cushions."""
    cushion = BOOKS[2]
    parts = [
        block("fabric", (0.95, 0.16, 0.42), (0.0, 0.26, 0.0), color, 0.05),
        block("fabric", (0.95, 0.28, 0.12), (0.0, 0.55, -0.34), color, 0.09),
    ]
    for side in (-1.0, 1.0):
        parts += [
            block("fabric", (0.12, 0.24, 0.44), (side * 0.95, 0.34, 0.0), color, 0.08),
            block("fabric", (0.4, 0.08, 0.36), (side * 0.42, 0.47, 0.06), color, 0.06),
            block("wood", (0.03, 0.06, 0.03), (side * 0.9, 0.06, 0.34), WALNUT),
        ]
    pillow = [block("fabric", (0.2, 0.2, 0.06), (0.0, 0.0, 0.0), cushion, 0.055)]
    tilted = moved(moved(pillow, transform.rotation_z(0.2)), transform.rotation_x(-0.35))
    return parts + moved(tilted, transform.translation(-0.55, 0.68, -0.1))


def rug(rng: np.random.Generator, half: tuple[float, float]) -> Thing:
    """A striped rug with a border."""
    first, second = (BOOKS[int(k)] for k in rng.choice(len(BOOKS), 2, replace=False))
    parts = [block("felt", (half[0], 0.006, half[1]), (0.0, 0.006, 0.0), first, 0.005)]
    parts.append(
        block("felt", (half[0] * 0.9, 0.002, half[1] * 0.86), (0.0, 0.0115, 0.0), CREAM, 0.001)
    )
    for k in range(-3, 4):
        center = (k * half[0] * 0.24, 0.0135, 0.0)
        color = second if k % 2 else first
        parts.append(block("felt", (half[0] * 0.05, 0.002, half[1] * 0.8), center, color, 0.001))
    return parts


def window(half: tuple[float, float], dark: bool) -> Thing:
    """A window with a frame, a sill, curtains and the world outside, its middle at the origin."""
    x, y = half
    parts = [_outside(half, dark)]
    parts += [
        block("paint", (0.03, y + 0.03, 0.035), (offset, 0.0, 0.02), WHITE)
        for offset in (-x, 0.0, x)
    ]
    parts += [
        block("paint", (x + 0.03, 0.028, 0.035), (0.0, offset, 0.02), WHITE)
        for offset in (-y, 0.15 * y, y)
    ]
    parts.append(block("paint", (x + 0.12, 0.02, 0.1), (0.0, -y - 0.04, 0.08), WHITE))
    parts += [_curtain((side * (x + 0.12), 0.0, 0.12), 0.26, y + 0.22) for side in (-1.0, 1.0)]
    rod = sweep.tube([(-x - 0.5, y + 0.22, 0.12), (x + 0.5, y + 0.22, 0.12)], 0.014)
    parts.append(Part(material="metal", mesh=mesh.tinted(rod, DARK)))
    return parts


def _outside(half: tuple[float, float], dark: bool) -> Part:
    """What is seen through the panes: sky over trees, by day or by night."""
    x, y = half
    rows = np.linspace(-1.0, 1.0, 9)
    xs, ys = np.meshgrid(np.linspace(-1.0, 1.0, 9), rows)
    hills = -0.6 + 0.22 * np.sin(xs * 3.1 + 0.6) + 0.1 * np.sin(xs * 7.3)
    low, high = (
        (linear("101a12"), linear("22305a")) if dark else (linear("5f8f4a"), linear("a4c8ee"))
    )
    share = np.clip((ys - hills) / 0.3, 0.0, 1.0)[..., None]
    colors = np.array(low) * (1.0 - share) + np.array(high) * share
    points = np.stack([xs * x, ys * y, np.full_like(xs, -0.02)], axis=-1)
    sheet = mesh.grid(points.transpose(1, 0, 2))
    return Part(
        material="night" if dark else "daylight",
        mesh=mesh.tinted(sheet, colors.transpose(1, 0, 2).reshape(-1, 3)),
    )


def _curtain(center: Vec3, half_width: float, half_height: float) -> Part:
    """A hanging cloth in folds."""
    across = np.linspace(-1.0, 1.0, 40)
    fold = 0.035 * np.sin(across * 17.0)
    xs = center[0] + across * half_width
    points = np.stack(
        [
            np.stack([xs, np.full(40, center[1] + side * half_height), center[2] + fold], axis=-1)
            for side in (-1.0, 1.0)
        ]
    )
    sheet = mesh.grid(points.transpose(1, 0, 2))
    return Part(material="fabric", mesh=mesh.tinted(sheet, linear("d9c7a4")))


def table(half: Vec3, color: Vec3) -> Thing:
    """A table whose top's upper side is at y = 2 · half[1]; half = (x, height / 2, z)."""
    x, y, z = half
    top = 2.0 * y
    parts = [
        block("wood", (x, 0.02, z), (0.0, top - 0.02, 0.0), color, 0.012),
        block("wood", (x * 0.92, 0.04, z * 0.88), (0.0, top - 0.08, 0.0), color),
    ]
    return parts + [
        block("wood", (0.035, y - 0.02, 0.035), (sx * x * 0.9, y - 0.02, sz * z * 0.85), color)
        for sx in (-1.0, 1.0)
        for sz in (-1.0, 1.0)
    ]


def boards(rng: np.random.Generator, half: tuple[float, float], color: Vec3, count: int) -> Thing:
    """A sheet of boards along x, their upper sides at y = 0, each with a shade of its own."""
    x, z = half
    wide = z / count
    parts: Thing = []
    for k in range(count):
        shade = float(rng.uniform(0.84, 1.12))
        warmth = float(rng.uniform(0.95, 1.05))
        tint = (color[0] * shade, color[1] * shade, color[2] * shade * warmth)
        center = (0.0, -0.012, -z + (2 * k + 1) * wide)
        parts.append(block("grain", (x, 0.012, wide - 0.0006), center, tint, 0.0012))
    return parts


def chair(color: Vec3) -> Thing:
    """A plain wooden chair."""
    parts = [
        block("wood", (0.21, 0.018, 0.21), (0.0, 0.45, 0.0), color),
        block("wood", (0.2, 0.05, 0.012), (0.0, 0.82, -0.19), color),
        block("wood", (0.2, 0.035, 0.012), (0.0, 0.65, -0.19), color),
    ]
    for sx in (-1.0, 1.0):
        parts.append(block("wood", (0.018, 0.44, 0.018), (sx * 0.19, 0.44, -0.19), color))
        parts.append(block("wood", (0.018, 0.22, 0.018), (sx * 0.19, 0.22, 0.19), color))
    return parts


def cabinet(width: float, height: float, color: Vec3, *, drawers: int = 2) -> Thing:
    """A closed cabinet with doors or drawers and knobs."""
    deep = 0.28
    parts = [block("paint", (width / 2, height / 2, deep), (0.0, height / 2, 0.0), color, 0.01)]
    for k in range(drawers):
        x = (k + 0.5) / drawers * width - width / 2
        half = (width / drawers / 2 - 0.012, height / 2 - 0.03, 0.01)
        parts.append(block("paint", half, (x, height / 2, deep), color, 0.006))
        knob = (x + half[0] * 0.7, height * 0.62, deep + 0.025)
        parts.append(ball("metal", 0.016, knob, linear("d2a24c")))
    return parts


def bed(color: Vec3) -> Thing:
    """A bed with pillows and a blanket, its head to -z."""
    return [
        block("wood", (0.75, 0.5, 0.03), (0.0, 0.5, -1.0), OAK),
        block("wood", (0.75, 0.1, 1.0), (0.0, 0.25, 0.0), OAK),
        block("fabric", (0.72, 0.12, 0.97), (0.0, 0.44, 0.0), WHITE, 0.06),
        block("fabric", (0.75, 0.13, 0.66), (0.0, 0.46, 0.32), color, 0.07),
        block("fabric", (0.28, 0.09, 0.18), (-0.34, 0.63, -0.72), WHITE, 0.08),
        block("fabric", (0.28, 0.09, 0.18), (0.34, 0.63, -0.72), WHITE, 0.08),
    ]


def pegboard(rng: np.random.Generator) -> Thing:
    """A workshop's wall of tools; its middle at the origin, hanging on z = 0."""
    parts = [block("wood", (0.7, 0.42, 0.012), (0.0, 0.0, 0.0), PINE)]
    for k in range(7):
        x = -0.58 + 0.19 * k
        length = float(rng.uniform(0.1, 0.17))
        y = float(rng.uniform(-0.1, 0.14))
        color = BOOKS[int(rng.integers(4))]
        parts.append(block("paint", (0.016, length * 0.55, 0.014), (x, y - length, 0.035), color))
        parts.append(block("metal", (0.007, length * 0.6, 0.006), (x, y, 0.035), WHITE, 0.003))
        head = (0.045, 0.02, 0.018) if k % 3 == 0 else (0.018, 0.03, 0.01)
        parts.append(block("metal", head, (x, y + length * 0.6, 0.035), WHITE, 0.006))
    return parts


def pouf(color: Vec3) -> Thing:
    """A round cushion to sit on."""
    outline = sweep.catmull_rom(
        np.array([[0.0, 0.0], [0.26, 0.01], [0.33, 0.1], [0.33, 0.22], [0.26, 0.31], [0.0, 0.34]]),
        5,
    )
    return [turned("felt", [(max(float(r), 0.0), float(y)) for r, y in outline], color)]


def basket(rng: np.random.Generator) -> Thing:
    """A wicker basket full of balls."""
    outline = [(0.0, 0.0), (0.2, 0.0), (0.25, 0.3), (0.235, 0.3), (0.2, 0.05), (0.0, 0.05)]
    parts = [turned("felt", outline, linear("b98a52"))]
    for k in range(7):
        around, out = k * 1.05, 0.0 if k == 6 else 0.13
        color = BOOKS[int(rng.integers(len(BOOKS)))]
        center = (out * math.cos(around), 0.3 + 0.05 * (k == 6), out * math.sin(around))
        parts.append(ball("paint", 0.085, center, color))
    return parts
