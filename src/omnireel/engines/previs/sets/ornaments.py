"""Small things of a room: each function makes one, standing on y = 0, facing +z."""

import math

import numpy as np

from omnireel.engines.previs.colors import linear
from omnireel.engines.previs.scene import Vec3
from omnireel.engines.previs.sets.things import (
    BOOKS,
    CREAM,
    DARK,
    LEAF,
    OAK,
    TERRACOTTA,
    WALNUT,
    WHITE,
    Part,
    Thing,
    ball,
    block,
    moved,
    turned,
)
from omnireel.engines.previs.shapes import mesh, primitives, sweep, transform

_BULBS = tuple(linear(code) for code in ("ffc977", "ffb35a", "ffd9a0", "ff9e5e", "ffe2b8"))


def books(rng: np.random.Generator, width: float, tallest: float) -> Thing:
    """A row of books from x = 0 to `width`, some leaning, some gaps."""
    parts: Thing = []
    x = 0.0
    while x < width - 0.05:
        thick = float(rng.uniform(0.018, 0.05))
        if rng.random() < 0.07:
            x += float(rng.uniform(0.05, 0.14))
            continue
        high = tallest * float(rng.uniform(0.68, 1.0))
        deep = float(rng.uniform(0.08, 0.1))
        color = BOOKS[int(rng.integers(len(BOOKS)))]
        lean = transform.rotation_z(-0.14) if rng.random() < 0.1 else transform.identity()
        book = [block("paint", (thick / 2, high / 2, deep), (0.0, high / 2, 0.0), color, 0.0)]
        if rng.random() < 0.5:
            band = (0.0, high * 0.78, 0.002)
            book.append(block("paint", (thick / 2 + 0.001, 0.008, deep), band, CREAM, 0.0))
        parts += moved(book, transform.translation(x + thick / 2, 0.0, 0.0) @ lean)
        x += thick + 0.002 + (0.03 if lean[0, 1] else 0.0)
    return parts


def vase(rng: np.random.Generator) -> Thing:
    """A bulging vase in a plain glaze."""
    color = BOOKS[int(rng.integers(len(BOOKS)))]
    height = float(rng.uniform(0.16, 0.24))
    profile = [(0.0, 0.0), (0.05, 0.0), (0.075, 0.4), (0.05, 0.75), (0.03, 0.85), (0.04, 1.0)]
    outline = [(r, y * height) for r, y in profile]
    smooth = sweep.catmull_rom(np.array(outline), 5)
    return [turned("glaze", [(max(float(r), 0.0), float(y)) for r, y in smooth], color)]


def plant(rng: np.random.Generator, height: float) -> Thing:
    """A pot with a bush of long leaves."""
    pot = height * 0.3
    wide = height * 0.17
    outline = [(0.0, 0.0), (wide * 0.75, 0.0), (wide, pot), (wide * 0.88, pot), (0.0, pot * 0.9)]
    parts = [turned("paint", outline, TERRACOTTA)]
    for _ in range(16):
        around = float(rng.uniform(0, 2 * math.pi))
        reach = height * float(rng.uniform(0.14, 0.42))
        top = height * float(rng.uniform(0.6, 1.0))
        out = np.array([math.cos(around), 0.0, math.sin(around)])
        spine = sweep.catmull_rom(
            np.array(
                [
                    [0.0, pot * 0.8, 0.0],
                    out * reach * 0.35 + [0.0, pot + (top - pot) * 0.7, 0.0],
                    out * reach + [0.0, top * 0.94, 0.0],
                ]
            ),
            5,
        )
        width = height * 0.055 * np.sin(np.linspace(0.25, math.pi - 0.02, len(spine)))
        side = np.array([-out[2], 0.0, out[0]])
        blade = np.stack([spine - side * width[:, None], spine + side * width[:, None]], axis=1)
        shade = float(rng.uniform(0.65, 1.3))
        color = (LEAF[0] * shade, LEAF[1] * shade, LEAF[2] * shade)
        parts.append(Part(material="leaf", mesh=mesh.tinted(mesh.grid(blade), color)))
    return parts


def mug(color: Vec3) -> Thing:
    """A mug with a handle."""
    outline = [(0.0, 0.0), (0.036, 0.0), (0.04, 0.006), (0.04, 0.095), (0.036, 0.095),
               (0.036, 0.012), (0.0, 0.012)]  # fmt: skip
    turn = np.linspace(-1.9, 1.9, 12)
    ring = [(0.038 + 0.028 * math.cos(a), 0.05 + 0.028 * math.sin(a), 0.0) for a in turn]
    handle = mesh.tinted(sweep.tube(ring, 0.006), color)
    return [turned("glaze", outline, color), Part(material="glaze", mesh=handle)]


def pencils(rng: np.random.Generator) -> Thing:
    """A pot of pencils."""
    outline = [(0.0, 0.0), (0.04, 0.0), (0.042, 0.1), (0.037, 0.1), (0.035, 0.01), (0.0, 0.01)]
    parts = [turned("metal", outline, linear("9fb3bd"))]
    for k in range(6):
        color = BOOKS[int(rng.integers(len(BOOKS)))]
        lean = transform.rotation_y(k * 1.05) @ transform.rotation_z(float(rng.uniform(0.1, 0.26)))
        pencil = [
            turned("paint", [(0.0035, 0.0), (0.0035, 0.155)], color),
            turned("paint", [(0.0035, 0.155), (0.0, 0.175)], CREAM),
        ]
        parts += moved(pencil, transform.translation(0.0, 0.012, 0.0) @ lean)
    return parts


def toy_blocks(rng: np.random.Generator, size: float = 0.05) -> Thing:
    """Building blocks in a small tower and about it."""
    parts: Thing = []
    spots = [(0.0, 0, 0.0), (2.3, 0, 0.4), (1.1, 1, 0.2), (-2.6, 0, 1.2), (1.2, 2, 0.2)]
    for x, level, z in spots:
        color = BOOKS[int(rng.integers(len(BOOKS)))]
        cube = [block("paint", (size, size, size), (0.0, size, 0.0), color, size * 0.16)]
        turn = transform.rotation_y(float(rng.uniform(-0.5, 0.5)))
        parts += moved(cube, transform.translation(x * size, 2 * size * level, z * size) @ turn)
    return parts


def book_stack(rng: np.random.Generator, count: int = 3) -> Thing:
    """Books lying on one another."""
    parts: Thing = []
    y = 0.0
    for _ in range(count):
        thick = float(rng.uniform(0.014, 0.024))
        color = BOOKS[int(rng.integers(len(BOOKS)))]
        half = (float(rng.uniform(0.09, 0.12)), thick, float(rng.uniform(0.065, 0.085)))
        book = [
            block("paint", half, (0.0, thick, 0.0), color, 0.004),
            block("paint", (half[0] - 0.004, thick * 0.8, half[2]), (0.006, thick, 0.003), CREAM,
                  0.002),
        ]  # fmt: skip
        turn = transform.rotation_y(float(rng.uniform(-0.35, 0.35)))
        parts += moved(book, transform.translation(0.0, y, 0.0) @ turn)
        y += 2 * thick
    return parts


def picture(rng: np.random.Generator, half: tuple[float, float]) -> Thing:
    """A framed picture of hills under a sun; its middle at the origin, hanging on z = 0."""
    sky, sun = (BOOKS[int(k)] for k in rng.choice([1, 2, 4, 6, 7], 2, replace=False))
    x, y = half
    parts = [
        block("wood", (x, y, 0.012), (0.0, 0.0, 0.0), OAK if rng.random() < 0.5 else DARK),
        block("paint", (x * 0.88, y * 0.88, 0.003), (0.0, 0.0, 0.012), WHITE, 0.001),
        block("paint", (x * 0.7, y * 0.7, 0.003), (0.0, 0.0, 0.014), sky, 0.001),
        block("paint", (x * 0.7, y * 0.24, 0.002), (0.0, -y * 0.46, 0.016), BOOKS[3], 0.001),
    ]
    disc = transform.translation(x * 0.25, y * 0.2, 0.018) @ transform.scaling(
        0.26 * min(half), 0.26 * min(half), 0.002
    )
    parts.append(
        Part(
            material="paint",
            mesh=mesh.tinted(mesh.transformed(primitives.sphere(20, 8), disc), sun),
        )
    )
    return parts


def clock() -> Thing:
    """A round clock, its middle at the origin, hanging on z = 0."""
    upright = transform.rotation_x(math.pi / 2)
    face = moved(
        [
            turned("wood", [(0.0, 0.0), (0.16, 0.0), (0.16, 0.03), (0.0, 0.03)], WALNUT),
            turned("paint", [(0.14, 0.032), (0.0, 0.033)], WHITE),
        ],
        upright,
    )
    hands = [
        block("paint", (0.006, 0.05, 0.002), (0.02, 0.04, 0.04), DARK, 0.001),
        block("paint", (0.05, 0.005, 0.002), (0.045, 0.0, 0.042), DARK, 0.001),
    ]
    return [*face, *hands]


def fairy_lights(
    rng: np.random.Generator, start: Vec3, end: Vec3, swags: int = 4, bulb: float = 0.013
) -> Thing:
    """A string of small lamps that sags between its hooks."""
    count = swags * 7
    parts: Thing = []
    line = []
    for k in range(count + 1):
        share = k / count
        sag = 0.14 * math.sin(math.pi * ((share * swags) % 1.0))
        point = tuple(a + (b - a) * share for a, b in zip(start, end, strict=True))
        spot = (point[0], point[1] - sag, point[2])
        line.append(spot)
        color = _BULBS[int(rng.integers(len(_BULBS)))]
        parts.append(ball("bulb", bulb, (spot[0], spot[1] - 2 * bulb, spot[2]), color))
    wire = mesh.tinted(sweep.tube(line, 0.004, sides=5), DARK)
    return [*parts, Part(material="paint", mesh=wire)]
