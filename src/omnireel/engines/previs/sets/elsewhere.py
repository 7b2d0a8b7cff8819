"""Places without ground or weather: space, underwater, a stage, a seamless studio."""

import math
from dataclasses import replace

import numpy as np

from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.element import Set
from omnireel.engines.previs.light import indoor_look, outdoor_look
from omnireel.engines.previs.scene import Finish, Floats, Lamp, Material
from omnireel.engines.previs.sets.assembly import Assembly
from omnireel.engines.previs.shapes.mesh import grid, merged, transformed
from omnireel.engines.previs.shapes.primitives import box, plane, sphere, torus
from omnireel.engines.previs.shapes.transform import (
    rotation_x,
    rotation_y,
    rotation_z,
    scaling,
    translation,
)
from omnireel.engines.previs.streams import stream


def space(conditions: Conditions, *, seed: int) -> Set:
    """Among the stars, a ringed planet far off. What floats there has no floor."""
    assembly = Assembly("space")
    rng = stream(seed, "space", "planet")
    x = float(rng.choice([-1.0, 1.0])) * float(rng.uniform(9.0, 13.0))
    here = translation(x, 6.0, -30.0)
    rock = Material(finish=Finish.STONE, color=(0.55, 0.30, 0.16), roughness=0.9, scale=0.08)
    assembly.add("planet", sphere(64, 40), rock, [np.asarray(here @ scaling(5.5), np.float32)])
    ring = here @ rotation_z(0.35) @ rotation_x(0.25) @ scaling(8.5, 0.25, 8.5)
    dust = Material(color=(0.62, 0.50, 0.36), roughness=0.9, casts_shadow=False)
    assembly.add("ring", torus(1.0, 0.14, 96, 12), dust, [np.asarray(ring, np.float32)])
    look = replace(
        outdoor_look(replace(conditions, time_of_day="night", weather="")),
        sun_direction=(-0.7, 0.45, 0.5),
        sun_color=(5.0, 4.7, 4.4),
        sky_top=(0.004, 0.005, 0.014),
        sky_horizon=(0.010, 0.010, 0.030),
        ground=(0.010, 0.010, 0.025),
        fog_density=0.0,
        clouds=0.0,
        stars=1.5,
        exposure=0.95,
    )
    return Set(
        element=assembly.element(),
        look=look,
        radius=5.0,
        floor=lambda _x, _z: 0.0,
        surface="nothing",
        ambience="space",
        backdrop=(x, 6.0, -30.0),
    )


def sky(conditions: Conditions, *, seed: int) -> Set:
    """High above a sea of clouds. What is there has no floor."""
    assembly = Assembly("sky")
    rng = stream(seed, "sky", "clouds")
    puffs = [
        transformed(
            sphere(18, 12),
            translation(float(x), float(rng.uniform(-0.12, 0.12)), float(rng.uniform(-0.4, 0.4)))
            @ scaling(float(rng.uniform(0.5, 0.9)), float(rng.uniform(0.3, 0.5)), 0.6),
        )
        for x in np.linspace(-1.4, 1.4, 7)
    ]
    spots: list[Floats] = []
    for _ in range(130):
        x, z = float(rng.uniform(-90.0, 90.0)), float(rng.uniform(-120.0, 30.0))
        size = float(rng.uniform(2.5, 6.0))
        y = float(rng.uniform(-11.0, -7.5))
        spots.append(np.asarray(translation(x, y, z) @ scaling(size), np.float32))
    for _ in range(9):
        x, z = float(rng.uniform(-40.0, 40.0)), float(rng.uniform(-60.0, -25.0))
        y = float(rng.uniform(1.0, 14.0))
        spots.append(np.asarray(translation(x, y, z) @ scaling(2.2), np.float32))
    white = Material(color=(0.90, 0.92, 0.95), roughness=1.0, casts_shadow=False)
    assembly.add("cloud", merged(puffs), white, spots)
    look = replace(outdoor_look(conditions), ground=(0.55, 0.60, 0.66), fog_start=30.0)
    return Set(
        element=assembly.element(),
        look=look,
        radius=5.0,
        floor=lambda _x, _z: 0.0,
        surface="nothing",
        ambience="wind",
        backdrop=(0.0, 3.0, -30.0),
    )


def underwater(conditions: Conditions, *, seed: int) -> Set:
    """A sandy sea floor in blue water, with corals and weed."""
    assembly = Assembly("underwater")

    def bed(xs: np.ndarray, zs: np.ndarray) -> np.ndarray:
        ripple = 0.12 * np.sin(xs * 0.9 + 0.6 * np.sin(zs * 0.4)) * np.sin(zs * 0.5)
        return np.asarray(ripple - 0.1)

    sand = Material(finish=Finish.SAND, color=(0.50, 0.46, 0.34), roughness=0.95)
    assembly.add("bed", plane(90.0, 90.0, 80, bed), sand, [translation(0, 0, -20)])
    _corals(assembly, seed)
    _weed(assembly, seed)
    look = replace(
        outdoor_look(replace(conditions, weather="", time_of_day="day")),
        sun_direction=(0.1, 1.0, 0.15),
        sun_color=(1.6, 2.9, 3.3),
        sky_top=(0.04, 0.30, 0.46),
        sky_horizon=(0.02, 0.17, 0.30),
        ground=(0.04, 0.12, 0.15),
        fog_start=1.5,
        fog_density=0.075,
        clouds=0.0,
        balance=(0.90, 1.02, 1.06),
    )
    return Set(
        element=assembly.element(),
        look=look,
        radius=4.0,
        floor=lambda _x, _z: 0.0,
        surface="sand",
        ambience="underwater",
        backdrop=(0.0, 2.0, -15.0),
    )


def _corals(assembly: Assembly, seed: int) -> None:
    """Branching corals in warm colours: stubby arms that lean outward from a foot."""
    rng = stream(seed, "underwater", "corals")
    arms = []
    for k in range(11):
        lean = np.asarray(rotation_y(k * 2.4) @ rotation_z(0.15 + 0.055 * k), np.float32)
        length = float(rng.uniform(0.5, 1.0))
        arm = transformed(
            sphere(12, 8), translation(0, length * 0.5, 0) @ scaling(0.10, length * 0.5, 0.10)
        )
        tip = translation(0, length, 0) @ scaling(0.13)
        arms.append(transformed(merged([arm, transformed(sphere(10, 6), tip)]), lean))
    palette = [(0.9, 0.22, 0.28), (0.95, 0.5, 0.12), (0.75, 0.25, 0.75), (0.95, 0.75, 0.25)]
    spots = _sea_floor_spots(seed, "coral", 26)
    tints = [palette[int(rng.integers(len(palette)))] for _ in spots]
    coral = Material(finish=Finish.FELT, roughness=0.8)
    assembly.add("coral", merged(arms), coral, spots, tints)
    stone = Material(finish=Finish.STONE, color=(0.28, 0.30, 0.30), roughness=0.9)
    rocks = [
        np.asarray(m @ scaling(0.9, 0.55, 0.8), np.float32)
        for m in _sea_floor_spots(seed, "rocks", 16)
    ]
    assembly.add("rock", sphere(16, 10), stone, rocks)


def _weed(assembly: Assembly, seed: int) -> None:
    """Tall weed that sways like grass does, only slower."""
    blades = []
    for k in range(7):
        width = np.array([0.05, 0.06, 0.045, 0.025, 0.0])
        height = np.linspace(0.0, 1.6 + 0.25 * (k % 3), 5)
        bend = 0.12 * (height / 1.6) ** 2 * (1 if k % 2 else -1)
        edge = np.stack(
            [np.stack([bend + s * width, height, 0 * height], axis=1) for s in (-1, 1)], axis=1
        )
        heights = np.repeat((height / height[-1])[:, None], 2, axis=1)
        uvs = np.stack([np.tile([0.0, 1.0], (5, 1)), heights], axis=-1)
        turned = rotation_y(k * 0.9) @ translation(0.10 * k - 0.3, 0, 0.06 * (k % 3))
        blades.append(transformed(grid(edge, uvs=uvs), np.asarray(turned, np.float32)))
    green = Material(finish=Finish.BLADE, color=(0.10, 0.34, 0.12), roughness=0.6)
    assembly.add("weed", merged(blades), green, _sea_floor_spots(seed, "weed", 40))


def _sea_floor_spots(seed: int, name: str, count: int) -> list[Floats]:
    rng = stream(seed, "underwater", name)
    spots: list[Floats] = []
    while len(spots) < count:
        x, z = float(rng.uniform(-12, 12)), float(rng.uniform(-18, 1.0))
        if abs(x) < 2.2 and z > -3.5:
            continue
        size, turn = float(rng.uniform(0.5, 1.1)), float(rng.uniform(0, 6.28))
        spots.append(
            np.asarray(translation(x, -0.15, z) @ rotation_y(turn) @ scaling(size), np.float32)
        )
    return spots


def stage(conditions: Conditions, *, seed: int) -> Set:
    """A theatre stage: boards, a curtain in folds, warm spotlights."""
    del seed  # the house looks the same every night
    assembly = Assembly("stage")
    boards = Material(finish=Finish.WOOD, color=(0.34, 0.19, 0.09), roughness=0.35, scale=0.8)
    assembly.add("boards", box(9.0, 0.1, 6.0, 0.02), boards, [translation(0, -0.1, -1.0)])
    across = np.linspace(-9.0, 9.0, 240)
    up = np.linspace(0.0, 7.0, 4)
    folds = -4.2 + 0.22 * np.sin(across * 4.4) + 0.08 * np.sin(across * 10.1)
    points = np.stack(
        [
            np.repeat(across[:, None], len(up), axis=1),
            np.repeat(up[None, :], len(across), axis=0),
            np.repeat(folds[:, None], len(up), axis=1),
        ],
        axis=-1,
    )
    velvet = Material(finish=Finish.FABRIC, color=(0.42, 0.02, 0.04), roughness=0.85)
    assembly.add("curtain", grid(points), velvet, [translation(0, 0, 0)])
    look = replace(
        indoor_look(replace(conditions, time_of_day="night")),
        sun_direction=(0.15, 0.85, 0.75),
        sun_color=(4.6, 3.9, 3.0),
        sky_top=(0.05, 0.04, 0.05),
        sky_horizon=(0.08, 0.05, 0.05),
        exposure=0.95,
    )
    lamps = tuple(
        Lamp(position=(x, 4.5, 2.0), color=(5.0, 3.6, 2.0), reach=8.0) for x in (-3.5, 0.0, 3.5)
    )
    return Set(
        element=assembly.element(),
        look=look,
        radius=4.0,
        floor=lambda _x, _z: 0.0,
        surface="wood",
        ambience="hall",
        backdrop=(0.0, 2.5, -4.0),
        lamps=lamps,
    )


def studio(conditions: Conditions, *, seed: int) -> Set:
    """A seamless backdrop: floor curving up into a wall, one soft colour."""
    assembly = Assembly("studio")
    hues = [(0.60, 0.56, 0.50), (0.42, 0.52, 0.58), (0.60, 0.46, 0.42), (0.50, 0.55, 0.46)]
    color = hues[int(stream(seed, "studio", "hue").integers(len(hues)))]
    angles = np.linspace(0.0, math.pi / 2, 24)
    bend = [(-4.0 - 3.0 * math.sin(a), 3.0 - 3.0 * math.cos(a)) for a in angles]
    profile = np.array([(14.0, 0.0), *bend, (-7.0, 16.0)])
    across = np.array([-30.0, 30.0])
    points = np.stack(
        [
            np.repeat(across[:, None], len(profile), axis=1),
            np.repeat(profile[None, :, 1], 2, axis=0),
            np.repeat(profile[None, :, 0], 2, axis=0),
        ],
        axis=-1,
    )
    sheet = grid(points)
    if sheet.normals[:, 1].mean() < 0:
        sheet = transformed(grid(points[::-1]), translation(0, 0, 0))
    paper = Material(color=color, roughness=0.95, casts_shadow=False)
    assembly.add("backdrop", sheet, paper, [translation(0, 0, 0)])
    look = replace(indoor_look(conditions), fog_density=0.0, exposure=0.9, sky_top=(0.5, 0.5, 0.52))
    return Set(
        element=assembly.element(),
        look=look,
        radius=4.0,
        floor=lambda _x, _z: 0.0,
        surface="wood",
        ambience="room",
        backdrop=(0.0, 1.5, -4.0),
    )
