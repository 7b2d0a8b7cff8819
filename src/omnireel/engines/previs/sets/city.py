"""A street between tall buildings: any city by day, a neon one by night or in the future."""

import math
from dataclasses import dataclass, replace

import numpy as np

from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.element import Set
from omnireel.engines.previs.light import is_dark, outdoor_look
from omnireel.engines.previs.scene import Finish, Floats, Lamp, Look, Material, Mesh, Vec3
from omnireel.engines.previs.sets.assembly import Assembly
from omnireel.engines.previs.shapes.mesh import transformed
from omnireel.engines.previs.shapes.primitives import box, cylinder, plane, sphere
from omnireel.engines.previs.shapes.transform import rotation_x, rotation_y, scaling, translation
from omnireel.engines.previs.streams import stream

_ROAD_HALF_WIDTH = 5.0
_PAVEMENT = 3.0
_DEPTH = 90.0
_FRONT = 60.0  # metres the street goes on behind the camera
_CORNER = -9.0  # buildings stand behind this z; before it a street crosses from side to side
_CROSSING = 90.0  # metres the crossing street goes to either side

_FACADES: tuple[Vec3, ...] = (
    (0.42, 0.28, 0.22),
    (0.50, 0.47, 0.42),
    (0.30, 0.34, 0.40),
    (0.56, 0.50, 0.40),
    (0.36, 0.24, 0.26),
)
_DARK_FACADES: tuple[Vec3, ...] = (
    (0.07, 0.08, 0.12),
    (0.10, 0.09, 0.13),
    (0.06, 0.09, 0.12),
    (0.09, 0.07, 0.10),
)
_NEON: tuple[Vec3, ...] = (
    (1.0, 0.08, 0.55),
    (0.05, 0.75, 1.0),
    (0.55, 0.15, 1.0),
    (1.0, 0.45, 0.05),
    (0.10, 1.0, 0.55),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What sort of city: lit by neon, how high its buildings are (metres)."""

    neon: bool
    heights: tuple[float, float]


def build(conditions: Conditions, *, seed: int, kind: str = "city") -> Set:
    """A street running away from the camera, crossed by another one where the action is.

    `kind` with "future", "neon" or "cyber" builds it tall and lights it with neon, and makes it
    night unless an hour was asked for.
    """
    futuristic = any(
        word in f"{kind} {conditions.style} {conditions.lighting} {conditions.mood}".lower()
        for word in ("futur", "neon", "cyber", "sci-fi")
    )
    if futuristic and not conditions.time_of_day:
        conditions = replace(conditions, time_of_day="night")
    plan = _Plan(
        neon=futuristic or is_dark(conditions),
        heights=(28.0, 75.0) if futuristic else (9.0, 26.0),
    )
    assembly = Assembly("city")
    _street(assembly, 0.16 if plan.neon else 0.45)
    facades = _buildings(assembly, plan, seed)
    lamps = _street_lamps(assembly, plan)
    if plan.neon:
        lamps += _neon_signs(assembly, facades, seed)
    return Set(
        element=assembly.element(),
        look=_look(conditions, futuristic),
        radius=_ROAD_HALF_WIDTH,
        floor=lambda _x, _z: 0.0,
        surface="asphalt",
        ambience="city night" if plan.neon else "city",
        backdrop=(0.0, 12.0, -50.0),
        lamps=lamps[:16],
        reach=30.0,
    )


def _look(conditions: Conditions, futuristic: bool) -> Look:
    look = replace(outdoor_look(conditions), fog_start=25.0)
    if not futuristic:
        return look
    return replace(
        look,
        sky_top=(0.015, 0.012, 0.05),
        sky_horizon=(0.075, 0.03, 0.12),
        ground=(0.05, 0.03, 0.07),
        fog_start=14.0,
        fog_density=0.012,
        exposure=0.95,
        stars=0.3,
        bloom=0.9,
        saturation=1.2,
    )


def _street(assembly: Assembly, roughness: float) -> None:
    flat = plane(1.0, 1.0)
    away = _DEPTH - 15.0
    wide = 2 * _ROAD_HALF_WIDTH
    asphalt = Material(
        finish=Finish.ASPHALT, color=(0.085, 0.085, 0.095), roughness=roughness, casts_shadow=False
    )
    crossing = (_FRONT + _CORNER + 2 * _PAVEMENT) / 2
    assembly.add(
        "road",
        flat,
        asphalt,
        [
            translation(0, 0, (_CORNER - away) / 2) @ scaling(wide, 1, away + _CORNER),
            translation(0, 0, crossing)
            @ scaling(2 * _CROSSING, 1, _FRONT - _CORNER - 2 * _PAVEMENT),
            translation(0, 0, _CORNER + _PAVEMENT) @ scaling(wide, 1, 2 * _PAVEMENT),
        ],
    )
    reach = _CROSSING - _ROAD_HALF_WIDTH
    kerb = Material(finish=Finish.TILES, color=(0.34, 0.33, 0.33), roughness=0.7, scale=1.0)
    depth = away + _CORNER + 2 * _PAVEMENT
    assembly.add(
        "pavement",
        box(0.5, 0.08, 0.5, 0.02),
        kerb,
        [
            translation(
                side * (_ROAD_HALF_WIDTH + reach / 2), 0.06, _CORNER + 2 * _PAVEMENT - depth / 2
            )
            @ scaling(reach, 1, depth)
            for side in (-1, 1)
        ],
    )
    _markings(assembly)


def _markings(assembly: Assembly) -> None:
    """The broken lines in the middle of both roads and the stripes where people cross."""
    paint = Material(color=(0.75, 0.72, 0.62), roughness=0.7, casts_shadow=False)
    lines = [translation(0, 0.012, _CORNER - 2.0 - 4.5 * k) for k in range(14)]
    turned = rotation_y(math.pi / 2)
    lines += [
        np.asarray(translation(4.5 * k, 0.012, 3.2) @ turned, np.float32)
        for k in range(-18, 19)
        if abs(k) > 1
    ]
    assembly.add("line", plane(0.16, 1.8), paint, lines)
    stripes = [translation(-4.2 + 1.2 * k, 0.012, _CORNER + 2 * _PAVEMENT - 1.4) for k in range(8)]
    assembly.add("stripe", plane(0.6, 2.2), paint, stripes)


def _buildings(assembly: Assembly, plan: _Plan, seed: int) -> list[tuple[int, float, float]]:
    """Both sides of the street and the far end. Returns (side, z, height) of the facades."""
    rng = stream(seed, "city", "buildings")
    palette = _DARK_FACADES if plan.neon else _FACADES
    transforms: list[Floats] = []
    tints: list[Vec3] = []
    facades: list[tuple[int, float, float]] = []
    front = _ROAD_HALF_WIDTH + 2 * _PAVEMENT
    for side in (-1, 1):
        z = _CORNER
        while z > -_DEPTH + 20.0:
            width = float(rng.uniform(7.0, 12.0))
            height = float(rng.uniform(*plan.heights))
            depth = float(rng.uniform(8.0, 14.0))
            x = side * (front + depth / 2 + float(rng.uniform(0.0, 1.2)))
            transforms.append(
                translation(x, 0, z - width / 2) @ scaling(depth, height, width - 0.3)
            )
            tints.append(palette[int(rng.integers(len(palette)))])
            facades.append((side, z - width / 2, height))
            z -= width
    transforms_along, tints_along = _row(rng, plan, palette)
    transforms += transforms_along
    tints += tints_along
    for k in range(7):
        height = float(rng.uniform(*plan.heights)) * 1.3
        x = (k - 3) * 11.0
        transforms.append(
            translation(x, 0, -_DEPTH + float(rng.uniform(-8.0, 4.0))) @ scaling(10, height, 10)
        )
        tints.append(palette[int(rng.integers(len(palette)))])
    block = _block()
    assembly.add(
        "building",
        block,
        Material(finish=Finish.WINDOWS, roughness=0.5, scale=0.36),
        transforms,
        tints,
    )
    return facades


def _row(
    rng: np.random.Generator, plan: _Plan, palette: tuple[Vec3, ...]
) -> tuple[list[Floats], list[Vec3]]:
    """Buildings along the far side of the crossing street, beyond those at the corners."""
    transforms: list[Floats] = []
    tints: list[Vec3] = []
    for side in (-1, 1):
        x = _ROAD_HALF_WIDTH + 2 * _PAVEMENT + 14.5
        while x < _CROSSING - 8.0:
            width = float(rng.uniform(8.0, 13.0))
            height = float(rng.uniform(*plan.heights))
            depth = float(rng.uniform(9.0, 14.0))
            transforms.append(
                translation(side * (x + width / 2), 0, _CORNER - depth / 2)
                @ scaling(width - 0.3, height, depth)
            )
            tints.append(palette[int(rng.integers(len(palette)))])
            x += width
    return transforms, tints


def _block() -> Mesh:
    """A unit block standing on the ground, slightly bevelled."""
    return transformed(box(0.5, 0.5, 0.5, 0.004), translation(0, 0.5, 0))


def _street_lamps(assembly: Assembly, plan: _Plan) -> tuple[Lamp, ...]:
    spots = [(side, _CORNER + 5.0 - 12.0 * k) for k in range(6) for side in (-1, 1)]
    x = _ROAD_HALF_WIDTH + 0.6
    assembly.add(
        "lamp post",
        cylinder(0.09, 0.06, 5.2, 12, 0.01),
        Material(color=(0.10, 0.11, 0.12), roughness=0.4, metallic=0.8),
        [translation(side * x, 0.1, z) for side, z in spots],
    )
    glow = Material(
        finish=Finish.EMISSIVE,
        color=(1.0, 0.82, 0.55),
        emission=4.0 if plan.neon else 0.3,
        casts_shadow=False,
    )
    assembly.add(
        "lamp head",
        sphere(16, 10),
        glow,
        [translation(side * x, 5.35, z) @ scaling(0.24, 0.18, 0.24) for side, z in spots],
    )
    if not plan.neon:
        return ()
    return tuple(
        Lamp(position=(side * x, 5.2, z), color=(7.0, 4.8, 2.6), reach=11.0)
        for side, z in spots[:6]
    )


def _neon_signs(
    assembly: Assembly, facades: list[tuple[int, float, float]], seed: int
) -> tuple[Lamp, ...]:
    """Upright neon boards on the facades, glowing tubes along edges, light they shed."""
    rng = stream(seed, "city", "neon")
    boards: list[Floats] = []
    tubes: list[Floats] = []
    board_tints: list[Vec3] = []
    tube_tints: list[Vec3] = []
    lamps: list[Lamp] = []
    front = _ROAD_HALF_WIDTH + 2 * _PAVEMENT
    for side, z, height in facades:
        color = _NEON[int(rng.integers(len(_NEON)))]
        y = float(rng.uniform(4.5, min(height * 0.6, 14.0)))
        tall = float(rng.uniform(2.0, 4.5))
        x = side * (front - 0.9)
        boards.append(translation(x, y, z) @ scaling(0.75, tall / 2, 0.10))
        board_tints.append(color)
        edge = _NEON[int(rng.integers(len(_NEON)))]
        lying = rotation_x(math.pi / 2) @ scaling(1, 6.5, 1)
        tubes.append(np.asarray(translation(side * (front - 0.1), 3.4, z) @ lying, np.float32))
        tube_tints.append(edge)
        if len(lamps) < 10 and z < 8.0:
            lamps.append(
                Lamp(
                    position=(side * (front - 2.0), y - 1.0, z),
                    color=(color[0] * 11, color[1] * 11, color[2] * 11),
                    reach=14.0,
                )
            )
    glow = Material(finish=Finish.EMISSIVE, emission=3.0, casts_shadow=False)
    assembly.add("neon board", box(1.0, 1.0, 1.0, 0.08), glow, boards, board_tints)
    tube = transformed(cylinder(0.06, 0.06, 1.0, 10, 0.01), translation(0, -0.5, 0))
    assembly.add("neon tube", tube, glow, tubes, tube_tints)
    return tuple(lamps)
