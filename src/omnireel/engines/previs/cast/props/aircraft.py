"""What flies; it goes to +z."""

from typing import Final

import numpy as np

from omnireel.engines.previs.cast.prop import (
    Prop,
    at,
    box,
    glossy,
    matte,
    metal,
    piece,
    shining,
    sized,
    smooth,
    wooden,
)
from omnireel.engines.previs.scene import Mesh
from omnireel.engines.previs.shapes.mesh import build, tinted
from omnireel.engines.previs.shapes.primitives import cylinder, sphere, torus
from omnireel.engines.previs.shapes.sweep import catmull_rom, lathe, sweep, tube


def _fin(root: float, tip: float, span: float, back: float, thick: float) -> Mesh:
    """A wing along +x: chords at root and tip, swept back by `back` along -z."""
    turn = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    profile = np.stack([np.cos(turn) * 0.5, np.sin(turn) * 0.5], axis=1)
    share = np.linspace(0, 1, 9)
    path = np.stack([share * span, 0 * share, -share * back], axis=1)
    chord = root + (tip - root) * share
    straight = np.stack([share * span, 0 * share, 0 * share], axis=1)
    wing = sweep(
        straight, profile, scale=np.stack([chord, thick * chord / root], axis=1), upright=True
    )
    shift = np.interp(wing.positions[:, 0], path[:, 0], path[:, 2])
    moved = wing.positions.copy()
    moved[:, 2] += shift.astype(np.float32)
    return smooth(moved, wing.faces)


def _both(mesh: Mesh) -> list[Mesh]:
    """The mesh and its mirror image across x = 0."""
    return [mesh, sized(mesh, -1, 1, 1)]


def rocket() -> Prop:
    """A rocket that stands on its fins."""
    hull = lathe([(0.34, 0.55), (0.5, 0.9), (0.62, 1.7), (0.6, 2.5), (0.45, 3.3)], 48)
    nose = lathe([(0.45, 3.3), (0.28, 3.85), (0.1, 4.25), (0.0, 4.4)], 48)
    skirt = lathe([(0.0, 0.42), (0.36, 0.42), (0.34, 0.56)], 40, crease_degrees=50)
    fin = at(sized(_fin(0.9, 0.5, 0.62, 0.65, 0.1), 1, 1, 1), rx=-90)
    fins = [at(at(fin, 0.42, 1.0, 0), ry=turn) for turn in (45, 135, 225, 315)]
    ring = at(torus(0.22, 0.05, 36, 12), 0, 2.45, 0.585, rx=84)
    pane = at(sized(sphere(24, 14), 0.2, 0.2, 0.07), 0, 2.45, 0.575, rx=-6)
    return Prop(
        pieces=(
            piece("hull", glossy("f4f1ea", 0.25), hull, main=True),
            piece("red", glossy("d8261c", 0.3), nose, *fins),
            piece("steel", metal(), skirt, ring),
            piece("pane", glossy("4cc0e8", 0.06), pane),
        ),
        sound="metal",
    )


_FUSELAGE: Final = (
    (0.0, -3.4),
    (0.14, -3.2),
    (0.42, -1.9),
    (0.55, -0.6),
    (0.55, 1.6),
    (0.44, 2.5),
    (0.2, 3.0),
    (0.0, 3.1),
)  # radius by length
_TURBINE: Final = ((0.0, -0.4), (0.12, -0.4), (0.2, 0.0), (0.21, 0.3), (0.17, 0.36), (0.0, 0.3))


def airplane() -> Prop:
    """An airliner on its wheels."""
    hull = at(lathe(np.asarray(catmull_rom(_FUSELAGE, 6)), 40), 0, 1.35, 0, rx=90)
    wing = at(_fin(1.5, 0.6, 3.1, 1.3, 0.2), 0.3, 1.15, 0.6, rz=5)
    tail = at(_fin(0.9, 0.4, 1.1, 0.6, 0.12), 0.1, 1.55, -2.7, rz=4)
    rudder = at(at(_fin(1.1, 0.5, 1.2, 0.8, 0.12), rz=90), 0, 1.55, -2.6)
    engine = at(lathe(_TURBINE, 28), 1.25, 0.88, 0.55, rx=90)
    window = sized(sphere(14, 8), 0.03, 0.075, 0.055)
    panes = [
        at(window, s * 0.535, 1.48, z) for s in (-1, 1) for z in np.arange(-1.4, 1.9, 0.3).tolist()
    ]
    cockpit = at(sized(sphere(24, 14), 0.34, 0.12, 0.22), 0, 1.62, 2.42, rx=24)
    gear = ((-0.5, 0), (0.5, 0), (0, 2.0))
    wheel = cylinder(0.16, 0.16, 0.12, 20, 0.03)
    wheels = [at(wheel, x - 0.06, 0.16, z, rz=-90) for x, z in gear]
    struts = [at(cylinder(0.035, 0.035, 0.8, 10), x, 0.16, z) for x, z in gear]
    return Prop(
        pieces=(
            piece("hull", glossy("f4f3f0", 0.2), hull, main=True),
            piece(
                "wings", glossy("2f7fd6", 0.25), *_both(wing), *_both(tail), rudder, *_both(engine)
            ),
            piece("panes", glossy("223844", 0.06), *panes, cockpit),
            piece("wheels", matte("242428"), *wheels),
            piece("struts", metal(), *struts),
        ),
        sound="metal",
    )


def helicopter() -> Prop:
    """A helicopter on its skids."""
    cabin = at(sized(sphere(40, 24), 0.72, 0.72, 1.05), 0, 1.2, 0.3)
    boom = at(lathe([(0.3, 0.0), (0.1, 2.4), (0.0, 2.45)], 24), 0, 1.35, -0.4, rx=-90)
    fin = at(at(_fin(0.5, 0.3, 0.8, 0.35, 0.08), rz=90), 0, 1.3, -2.6)
    pane = at(sized(sphere(36, 22), 0.66, 0.5, 0.62), 0, 1.3, 0.78)
    mast = at(cylinder(0.07, 0.06, 0.4, 16), 0, 1.85, 0.1)
    blades = [at(box(1.9, 0.014, 0.1, 0.012), 0, 2.24, 0.1, ry=turn) for turn in (20, 110)]
    small = [at(box(0.012, 0.4, 0.05, 0.01), 0.13, 1.45, -2.75, rx=turn) for turn in (30, 120)]
    skids = [
        tube(
            catmull_rom([(x, 0.06, -0.9), (x, 0.05, 0), (x, 0.05, 0.9), (x, 0.2, 1.15)], 8),
            0.05,
            12,
        )
        for x in (-0.6, 0.6)
    ]
    struts = [
        tube([(x * 0.55, 0.7, z), (x * 0.8, 0.35, z), (x, 0.05, z)], 0.04, 10)
        for x in (-0.6, 0.6)
        for z in (-0.25, 0.6)
    ]
    return Prop(
        pieces=(
            piece("hull", glossy("f28a1a", 0.25), cabin, boom, fin, main=True),
            piece("pane", glossy("2a5468", 0.06), pane),
            piece("rotor", glossy("34383e", 0.4), mast, *blades, *small, *skids, *struts),
        ),
        sound="metal",
    )


def flying_saucer() -> Prop:
    """A saucer with a dome and lights."""
    hull = lathe(
        [(0.0, 0.0), (0.5, 0.05), (1.4, 0.38), (1.5, 0.46), (1.4, 0.54), (0.7, 0.78), (0.0, 0.8)],
        56,
    )
    dome = at(sized(sphere(36, 20), 0.66, 0.6, 0.66), 0, 0.72, 0)
    lights = [
        at(sized(sphere(14, 10), 0.1, 0.06, 0.1), 1.2 * np.cos(a), 0.32, 1.2 * np.sin(a))
        for a in np.arange(10) * 2 * np.pi / 10
    ]
    return Prop(
        pieces=(
            piece("hull", metal("b0b6c0", 0.22), hull, main=True),
            piece("dome", glossy("5ed0e8", 0.05), dome),
            piece("lights", shining("ffd84c", 2.0), *lights),
        ),
        sound="metal",
    )


def hot_air_balloon() -> Prop:
    """A striped balloon with its basket."""
    turn = np.linspace(0.0, np.pi * 0.86, 28)
    radius, height = 1.9 * np.sin(turn), 4.6 + 1.95 * np.cos(turn)
    outline = list(zip(radius[::-1].tolist(), height[::-1].tolist(), strict=True))
    skin = lathe(outline, 48)
    around = np.arctan2(skin.positions[:, 2], skin.positions[:, 0]) / (2 * np.pi) % 1
    stripe = (np.floor(around * 16 + 1e-3).astype(int) % 2 == 0)[:, None]
    skin = tinted(skin, np.where(stripe, (1.0, 1.0, 1.0), (1.0, 5.5, 2.6)))
    basket = at(box(0.42, 0.3, 0.42, 0.06), 0, 0.32, 0)
    ropes = [
        tube(
            [(x * 0.36, 0.6, z * 0.36), (x * 0.5, 1.7, z * 0.5), (x * 0.58, 2.95, z * 0.58)],
            0.018,
            6,
        )
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    rim = at(torus(0.8, 0.05, 36, 10), 0, 2.97, 0)
    flame = lathe([(0.0, 1.25), (0.09, 1.4), (0.0, 1.85)], 16)
    return Prop(
        pieces=(
            piece("skin", glossy("d8382c", 0.5), skin, main=True),
            piece("basket", wooden("a8743c"), basket),
            piece("ropes", matte("5a4a38"), *ropes, rim),
            piece("flame", shining("ffb43c", 2.2), flame),
        ),
        sound="cloth",
    )


def drone() -> Prop:
    """A quadcopter."""
    hull = at(box(0.1, 0.04, 0.14, 0.04), 0, 0.12, 0)
    arms = [at(box(0.3, 0.014, 0.018, 0.012), 0, 0.12, 0, ry=turn) for turn in (40, 140)]
    spots = [
        (0.29 * np.cos(np.radians(a)), 0.29 * np.sin(np.radians(a))) for a in (40, 140, 220, 320)
    ]
    pods = [at(cylinder(0.03, 0.025, 0.06, 16, 0.006), x, 0.1, z) for x, z in spots]
    rings = [at(torus(0.14, 0.008, 36, 8), x, 0.16, z) for x, z in spots]
    blades = [at(box(0.13, 0.004, 0.014, 0.004), x, 0.165, z, ry=35) for x, z in spots]
    feet = [
        tube([(s * 0.06, 0.1, z), (s * 0.09, 0.05, z), (s * 0.1, 0.0, z)], 0.008, 8)
        for s in (-1, 1)
        for z in (-0.08, 0.08)
    ]
    eye = at(sized(sphere(18, 12), 0.035), 0, 0.09, 0.13)
    return Prop(
        pieces=(
            piece("hull", glossy("f4f3f0", 0.3), hull, *arms, *pods, main=True),
            piece("dark", matte("26282c"), *rings, *blades, *feet, eye),
        ),
        sound="plastic",
    )


def paper_plane() -> Prop:
    """A folded dart."""
    points = np.array(
        [
            (0, 0.0, 0.4),
            (0, 0.0, -0.35),
            (-0.012, 0.1, -0.35),
            (0.012, 0.1, -0.35),
            (-0.3, 0.12, -0.35),
            (0.3, 0.12, -0.35),
        ]
    )
    triangles = np.array([(0, 2, 1), (0, 1, 3), (0, 4, 2), (0, 3, 5)])
    corners = points[np.concatenate([triangles, triangles[:, ::-1]])].reshape(-1, 3)
    dart = build(corners, np.arange(len(corners)).reshape(-1, 3))
    return Prop(
        pieces=(piece("paper", matte("f6f4ee"), at(dart, 0, 0.02, 0), main=True),), sound="paper"
    )


NOUNS: Final = {
    "rocket": rocket,
    "rocket ship": rocket,
    "spaceship": rocket,
    "spacecraft": rocket,
    "airplane": airplane,
    "plane": airplane,
    "aeroplane": airplane,
    "jet": airplane,
    "airliner": airplane,
    "aircraft": airplane,
    "helicopter": helicopter,
    "flying saucer": flying_saucer,
    "ufo": flying_saucer,
    "hot air balloon": hot_air_balloon,
    "drone": drone,
    "quadcopter": drone,
    "paper plane": paper_plane,
    "paper airplane": paper_plane,
}
