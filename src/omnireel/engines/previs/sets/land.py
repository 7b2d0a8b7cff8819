"""Open land and water: beach, sea, desert, snowfield, mountains, forest."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.colors import shaded
from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.element import Set
from omnireel.engines.previs.light import outdoor_look
from omnireel.engines.previs.scene import Finish, Floats, Look, Material, Mesh, Vec3
from omnireel.engines.previs.sets.assembly import Assembly
from omnireel.engines.previs.shapes.mesh import merged, tinted, transformed
from omnireel.engines.previs.shapes.primitives import cone, cylinder, plane, sphere
from omnireel.engines.previs.shapes.transform import rotation_y, rotation_z, scaling, translation
from omnireel.engines.previs.streams import stream

_EXTENT = 160.0
Heights = Callable[[NDArray[np.float64], NDArray[np.float64]], NDArray[np.float64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Land:
    """A kind of land: what it is made of and what stands on it."""

    finish: Finish
    color: Vec3
    surface: str
    ambience: str
    heights: Heights
    water: float | None = None  # its level in metres
    scatter: str = ""


def _flat_middle(x: NDArray[np.float64], z: NDArray[np.float64]) -> NDArray[np.float64]:
    """0 where the action is, 1 far away."""
    away = np.hypot(x, z * 0.8)
    return np.clip((away - 5.0) / 20.0, 0.0, 1.0) ** 1.4


def _shore(x: NDArray[np.float64], z: NDArray[np.float64]) -> NDArray[np.float64]:
    slope = np.clip((z + 3.0 + 0.6 * np.sin(x * 0.25)) * 0.05, -1.5, 0.25)
    return np.where(z > -3.0, np.maximum(slope, 0.0) * 0.4, slope) + 0.02 * np.sin(x * 0.7)


def _sea_bed(x: NDArray[np.float64], z: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.full_like(x, -3.0) + 0.0 * z


def _dunes(x: NDArray[np.float64], z: NDArray[np.float64]) -> NDArray[np.float64]:
    wave = np.sin(x * 0.11 + 0.7 * np.sin(z * 0.05)) + 0.6 * np.sin(z * 0.13 + x * 0.03 + 1.0)
    return 2.4 * (wave + 1.2) * _flat_middle(x, z)


def _drifts(x: NDArray[np.float64], z: NDArray[np.float64]) -> NDArray[np.float64]:
    wave = np.sin(x * 0.16) * np.cos(z * 0.13 + 0.5) + 0.4 * np.sin(x * 0.4 + z * 0.3)
    return (0.9 * wave + 0.5) * _flat_middle(x, z)


def _peaks(x: NDArray[np.float64], z: NDArray[np.float64]) -> NDArray[np.float64]:
    far = np.clip((-z - 22.0) / 30.0, 0.0, 1.0)
    ridge = np.abs(np.sin(x * 0.055 + 0.8)) + 0.6 * np.abs(np.sin(x * 0.13 + z * 0.09 + 2.0))
    rough = 0.25 * np.sin(x * 0.6) * np.sin(z * 0.5)
    return far * (14.0 * ridge + 3.0 * rough) + 0.5 * np.sin(x * 0.2) * _flat_middle(x, z)


_LANDS: dict[str, _Land] = {
    "beach": _Land(
        finish=Finish.SAND,
        color=(0.72, 0.58, 0.38),
        surface="sand",
        ambience="beach",
        heights=_shore,
        water=-0.03,
        scatter="palms",
    ),
    "sea": _Land(
        finish=Finish.SAND,
        color=(0.30, 0.28, 0.20),
        surface="water",
        ambience="beach",
        heights=_sea_bed,
        water=0.0,
    ),
    "desert": _Land(
        finish=Finish.SAND,
        color=(0.74, 0.48, 0.24),
        surface="sand",
        ambience="desert",
        heights=_dunes,
        scatter="cacti",
    ),
    "snow": _Land(
        finish=Finish.SNOW,
        color=(0.86, 0.89, 0.94),
        surface="snow",
        ambience="snow",
        heights=_drifts,
        scatter="pines",
    ),
    "mountain": _Land(
        finish=Finish.GROUND,
        color=(0.16, 0.24, 0.08),
        surface="grass",
        ambience="wind",
        heights=_peaks,
        scatter="pines",
    ),
    "forest": _Land(
        finish=Finish.GROUND,
        color=(0.11, 0.15, 0.055),
        surface="grass",
        ambience="forest",
        heights=lambda x, z: 0.35 * np.sin(x * 0.3) * np.sin(z * 0.27) * _flat_middle(x, z),
        scatter="woods",
    ),
}

KINDS = tuple(_LANDS)


def build(conditions: Conditions, *, seed: int, kind: str) -> Set:
    """One of `KINDS`, built and lit under the conditions."""
    land = _LANDS[kind]
    assembly = Assembly(kind)
    _ground(assembly, land)
    if land.water is not None:
        _water(assembly, land.water)
    _SCATTERS.get(land.scatter, _nothing)(assembly, land, seed)
    return Set(
        element=assembly.element(),
        look=_look(outdoor_look(conditions), kind),
        radius=4.0,
        floor=lambda x, z: _floor(land, x, z),
        surface=land.surface,
        ambience=land.ambience,
        backdrop=(0.0, 2.5, -30.0),
    )


def _floor(land: _Land, x: float, z: float) -> float:
    height = float(land.heights(np.array([x]), np.array([z]))[0])
    return height if land.water is None else max(height, land.water)


def _look(look: Look, kind: str) -> Look:
    if kind == "forest":
        return replace(look, fog_start=5.0, fog_density=0.03, sky_top=shaded(look.sky_top, 0.8))
    if kind in ("desert", "beach"):
        return replace(look, ground=(0.34, 0.26, 0.15), fog_start=25.0, fog_density=0.008)
    if kind == "snow":
        return replace(look, ground=(0.40, 0.43, 0.48), exposure=look.exposure * 0.88)
    return replace(look, fog_start=18.0)


def _ground(assembly: Assembly, land: _Land) -> None:
    mesh = plane(_EXTENT, _EXTENT, 110, lambda x, z: land.heights(x, z - 45.0))
    material = Material(finish=land.finish, color=land.color, roughness=0.9)
    assembly.add("ground", mesh, material, [translation(0, 0, -45.0)])


def _water(assembly: Assembly, level: float) -> None:
    material = Material(
        finish=Finish.WATER, color=(0.02, 0.12, 0.17), roughness=0.08, casts_shadow=False
    )
    mesh = plane(4 * _EXTENT, 4 * _EXTENT, 24)
    assembly.add("water", mesh, material, [translation(0, level, -_EXTENT)])


def _nothing(_assembly: Assembly, _land: _Land, _seed: int) -> None:
    """Bare land."""


def _spots(
    seed: int, name: str, count: int, box: tuple[float, float, float, float]
) -> list[tuple[float, float, float, float]]:
    """Random (x, z, turn, size) in the box (x0, x1, z0, z1), none where the action is filmed."""
    rng = stream(seed, "land", name)
    spots: list[tuple[float, float, float, float]] = []
    while len(spots) < count:
        x, z = float(rng.uniform(box[0], box[1])), float(rng.uniform(box[2], box[3]))
        turn, size = float(rng.uniform(0, 2 * math.pi)), float(rng.uniform(0.75, 1.3))
        if abs(x) > 3.2 + 0.12 * max(z, 0.0) or z < -9.0:
            spots.append((x, z, turn, size))
    return spots


def _standing(land: _Land, spots: list[tuple[float, float, float, float]]) -> list[Floats]:
    return [
        np.asarray(
            translation(x, _floor(land, x, z) - 0.03, z) @ rotation_y(turn) @ scaling(size),
            np.float32,
        )
        for x, z, turn, size in spots
    ]


def _palms(assembly: Assembly, land: _Land, seed: int) -> None:
    spots = [s for s in _spots(seed, "palms", 9, (-16, 16, -2.2, 2.0)) if abs(s[0]) > 4.5]
    transforms = _standing(land, spots)
    trunk = merged(
        [
            transformed(
                cylinder(0.17 - 0.012 * k, 0.15 - 0.012 * k, 0.62, 12, 0.02),
                translation(0.045 * k * k, 0.58 * k, 0) @ rotation_z(-0.05 * k),
            )
            for k in range(7)
        ]
    )
    bark = Material(finish=Finish.WOOD, color=(0.30, 0.20, 0.12), roughness=0.85)
    assembly.add("palm trunk", trunk, bark, transforms)
    leaves = Material(finish=Finish.FOLIAGE, color=(0.10, 0.30, 0.06), roughness=0.6)
    assembly.add("palm leaves", _palm_crown(), leaves, transforms)


def _palm_crown() -> Mesh:
    frond = transformed(sphere(14, 8), translation(0, 0, 0.95) @ scaling(0.20, 0.035, 1.0))
    bent = replace(
        frond,
        positions=(frond.positions - np.outer(frond.positions[:, 2] ** 2 * 0.28, [0, 1, 0])).astype(
            np.float32
        ),
    )
    fronds = [transformed(bent, rotation_y(k * 2 * math.pi / 9)) for k in range(9)]
    return transformed(merged(fronds), translation(1.65, 4.25, 0))


def _cacti(assembly: Assembly, land: _Land, seed: int) -> None:
    arm = transformed(sphere(16, 12), scaling(0.13, 0.5, 0.13))
    cactus = merged(
        [
            transformed(sphere(20, 16), translation(0, 1.0, 0) @ scaling(0.24, 1.1, 0.24)),
            transformed(arm, translation(0.42, 1.25, 0)),
            transformed(arm, translation(-0.40, 0.95, 0) @ scaling(1, 0.8, 1)),
            transformed(sphere(12, 8), translation(0.25, 0.9, 0) @ scaling(0.22, 0.11, 0.11)),
            transformed(sphere(12, 8), translation(-0.24, 0.68, 0) @ scaling(0.2, 0.10, 0.10)),
        ]
    )
    green = Material(finish=Finish.FELT, color=(0.10, 0.26, 0.10), roughness=0.8)
    assembly.add(
        "cactus", cactus, green, _standing(land, _spots(seed, "cacti", 16, (-22, 22, -34, 1)))
    )
    rock = Material(finish=Finish.STONE, color=(0.45, 0.28, 0.16), roughness=0.9)
    stones = [
        np.asarray(m @ scaling(0.5, 0.3, 0.4), np.float32)
        for m in _standing(land, _spots(seed, "stones", 26, (-22, 22, -32, 2)))
    ]
    assembly.add("stone", sphere(14, 9), rock, stones)


def _pine(snowy: bool) -> Mesh:
    tiers = [
        transformed(cone(1.05 - 0.24 * k, 1.25, 18), translation(0, 0.7 + 0.72 * k, 0))
        for k in range(4)
    ]
    shades = [(1.0, 1.0, 1.0), (1.15, 1.15, 1.15), (1.3, 1.3, 1.3), (1.5, 1.5, 1.5)]
    if snowy:
        shades = [(1.5, 1.6, 2.4), (2.2, 2.2, 3.6), (3.0, 2.8, 5.0), (4.0, 3.4, 7.0)]
    return merged([tinted(tier, shade) for tier, shade in zip(tiers, shades, strict=True)])


def _pines(assembly: Assembly, land: _Land, seed: int) -> None:
    transforms = _standing(land, _spots(seed, "pines", 46, (-26, 26, -42, -3)))
    snowy = land.finish is Finish.SNOW
    green = Material(finish=Finish.FOLIAGE, color=(0.06, 0.16, 0.07), roughness=0.8)
    assembly.add("pine", _pine(snowy), green, transforms)
    bark = Material(finish=Finish.WOOD, color=(0.22, 0.14, 0.08), roughness=0.9)
    assembly.add("pine trunk", cylinder(0.16, 0.13, 0.9, 12, 0.02), bark, transforms)


def _woods(assembly: Assembly, land: _Land, seed: int) -> None:
    transforms = _standing(land, _spots(seed, "woods", 60, (-20, 20, -32, 1)))
    trunk = merged(
        [
            cylinder(0.30, 0.19, 5.5, 14, 0.02),
            transformed(cone(0.5, 0.7, 14), translation(0, -0.1, 0)),
        ]
    )
    bark = Material(finish=Finish.WOOD, color=(0.20, 0.13, 0.08), roughness=0.9)
    assembly.add("trunk", trunk, bark, transforms)
    rng = stream(seed, "land", "crowns")
    puffs = [
        transformed(
            sphere(14, 9),
            translation(
                float(rng.uniform(-1.0, 1.0)),
                4.6 + float(rng.uniform(-0.8, 1.4)),
                float(rng.uniform(-1.0, 1.0)),
            )
            @ scaling(float(rng.uniform(0.7, 1.2))),
        )
        for _ in range(8)
    ]
    leaves = Material(finish=Finish.FOLIAGE, color=(0.12, 0.27, 0.06), roughness=0.8)
    assembly.add("crown", merged(puffs), leaves, transforms)
    fern = [
        np.asarray(m @ scaling(0.45, 0.28, 0.45), np.float32)
        for m in _standing(land, _spots(seed, "ferns", 60, (-12, 12, -20, 2)))
    ]
    shrub = Material(finish=Finish.FOLIAGE, color=(0.10, 0.24, 0.05), roughness=0.8)
    assembly.add("shrub", sphere(12, 8), shrub, fern)


_SCATTERS: dict[str, Callable[[Assembly, _Land, int], None]] = {
    "palms": _palms,
    "cacti": _cacti,
    "pines": _pines,
    "woods": _woods,
}
