"""Things to gather round, pass through or camp at."""

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
    wooden,
)
from omnireel.engines.previs.colors import linear
from omnireel.engines.previs.scene import Finish, Material, Mesh
from omnireel.engines.previs.shapes.primitives import cone, cylinder, sphere, torus
from omnireel.engines.previs.shapes.sweep import lathe

_STONE: Final = Material(finish=Finish.STONE, color=linear("b4aca0"), roughness=0.95, scale=1.5)
_SNOW: Final = Material(finish=Finish.SNOW, color=linear("eef3f8"), roughness=0.9, scale=2.0)


def campfire() -> Prop:
    """Logs in a ring of stones, burning."""
    turns = (np.arange(6) * 60).tolist()
    logs = [
        at(at(cylinder(0.045, 0.04, 0.62, 14, 0.008), -0.4, 0.04, 0, rz=-66), ry=t) for t in turns
    ]
    ring = (np.arange(10) * 2 * np.pi / 10).tolist()
    stones = [
        at(sized(sphere(16, 10), 0.1, 0.075, 0.09), 0.46 * np.cos(a), 0.05, 0.46 * np.sin(a))
        for a in ring
    ]
    outer = [at(_flame(0.16, 0.62), 0.1 * np.cos(a), 0.1, 0.1 * np.sin(a)) for a in (0.4, 2.5, 4.6)]
    return Prop(
        pieces=(
            piece("outer", shining("ff7a1c", 1.6), *outer, at(_flame(0.2, 0.85), 0, 0.08, 0)),
            piece("inner", shining("ffd24a", 2.6), at(_flame(0.12, 0.95), 0, 0.06, 0.06)),
            piece("logs", wooden("6a4628"), *logs, main=True),
            piece("stones", _STONE, *stones),
        ),
        sound="wood",
    )


def _flame(radius: float, height: float) -> Mesh:
    """A drop with its point up."""
    share = np.linspace(0, 1, 14)
    outline = radius * np.sin(np.pi * share**0.6) * (1 - share) ** 0.35
    return lathe(np.stack([outline, share * height], axis=1), 18)


def igloo() -> Prop:
    """A dome of snow blocks with a porch."""
    turn = np.linspace(0, np.pi / 2, 14)
    dome = lathe(np.stack([1.6 * np.cos(turn), 1.45 * np.sin(turn)], axis=1), 48)
    courses = [
        at(torus(1.6 * float(np.cos(t)), 0.02, 56, 6), 0, 1.45 * float(np.sin(t)), 0)
        for t in (0.25, 0.55, 0.85, 1.15)
    ]
    block = at(box(0.11, 0.15, 0.5, 0.03), 0.58, 0, 1.45)
    porch = [at(block, rz=angle) for angle in np.linspace(12, 168, 9).tolist()]
    hole = at(box(0.4, 0.25, 0.02, 0.01), 0, 0.25, 1.56)
    return Prop(
        pieces=(
            piece("snow", _SNOW, dome, *porch, main=True),
            piece("joints", glossy("b8cede", 0.8), *courses),
            piece("dark", matte("22303c"), hole),
        ),
        sound="snow",
    )


def pyramid() -> Prop:
    """A stepped pyramid of sandstone."""
    sand = Material(finish=Finish.STONE, color=linear("d8b878"), roughness=0.95, scale=0.6)
    steps = [
        at(box(half, 0.25, half, 0.02), 0, 0.25 + 0.5 * k, 0)
        for k, half in enumerate(np.linspace(4.6, 0.4, 13).tolist())
    ]
    return Prop(pieces=(piece("stone", sand, *steps, main=True),), sound="stone")


def arch() -> Prop:
    """A stone arch to walk through."""
    posts = [at(box(0.35, 1.4, 0.4, 0.03), x, 1.4, 0) for x in (-1.25, 1.25)]
    angles = np.linspace(0, 180, 13).tolist()
    wedges = [at(at(box(0.35, 0.19, 0.4, 0.02), 1.25, 0, 0), 0, 2.8, 0, rz=a) for a in angles]
    return Prop(pieces=(piece("stone", _STONE, *posts, *wedges, main=True),), sound="stone")


def gate() -> Prop:
    """An iron gate between two pillars."""
    pillars = [at(box(0.22, 1.1, 0.22, 0.02), x, 1.1, 0) for x in (-1.3, 1.3)]
    caps = [at(box(0.28, 0.06, 0.28, 0.02), x, 2.26, 0) for x in (-1.3, 1.3)]
    balls = [at(sized(sphere(20, 14), 0.16), x, 2.46, 0) for x in (-1.3, 1.3)]
    bars = [
        at(cylinder(0.022, 0.022, 1.7 + 0.25 * float(np.cos(x * 1.3)), 10), x, 0.1, 0)
        for x in np.linspace(-0.98, 0.98, 12).tolist()
    ]
    rails = [at(box(1.06, 0.025, 0.02, 0.008), 0, y, 0) for y in (0.25, 1.5)]
    return Prop(
        pieces=(
            piece("bars", glossy("26302c", 0.4), *bars, *rails, main=True),
            piece("stone", _STONE, *pillars, *caps, *balls),
        ),
        sound="metal",
    )


def _wheel(radius: float, x: float, z: float) -> list[Mesh]:
    """A spoked wheel that turns about x."""
    rim = at(torus(radius - 0.04, 0.04, 36, 8), x, radius, z, rz=90)
    hub = at(cylinder(0.07, 0.07, 0.14, 18, 0.01), x + 0.07, radius, z, rz=90)
    spokes = [
        at(box(0.016, radius - 0.05, 0.022, 0.006), x, radius, z, rx=t) for t in (0, 45, 90, 135)
    ]
    return [rim, hub, *spokes]


def wagon() -> Prop:
    """A wooden cart on four wheels."""
    bed = [at(box(0.55, 0.03, 0.95, 0.01), 0, 0.6, 0)]
    bed += [at(box(0.025, 0.17, 0.95, 0.01), s * 0.54, 0.78, 0) for s in (-1, 1)]
    bed += [at(box(0.55, 0.17, 0.025, 0.01), 0, 0.78, s * 0.94) for s in (-1, 1)]
    shaft = at(cylinder(0.025, 0.025, 1.0, 12), 0, 0.5, 0.95, rx=75)
    wheels = [m for x in (-0.66, 0.66) for z in (-0.6, 0.6) for m in _wheel(0.42, x, z)]
    return Prop(
        pieces=(
            piece("bed", wooden("b07a40"), *bed, main=True),
            piece("wheels", wooden("8a3428"), *wheels, shaft),
        ),
        sound="wood",
    )


def wheelbarrow() -> Prop:
    """A barrow with one wheel in front."""
    tray = lathe(
        [(0.0, 0.3), (0.24, 0.3), (0.42, 0.58), (0.4, 0.58), (0.22, 0.33), (0.0, 0.33)], 4, 20
    )
    tray = sized(at(tray, ry=45), 0.85, 1, 1.25)
    handles = [at(cylinder(0.022, 0.022, 1.5, 12), s * 0.24, 0.25, 0.55, rx=-78) for s in (-1, 1)]
    legs = [at(cylinder(0.022, 0.022, 0.45, 12), s * 0.24, 0.0, -0.4) for s in (-1, 1)]
    return Prop(
        pieces=(
            piece("tray", glossy("3c8a50", 0.4), tray, main=True),
            piece("frame", wooden("a8743c"), *handles, *legs),
            piece("wheel", matte("26282c"), *_wheel(0.2, 0.0, 0.62)),
        ),
        sound="metal",
    )


def raft() -> Prop:
    """Logs tied together."""
    logs = [
        at(cylinder(0.12, 0.12, 2.0, 18, 0.02), x, 0.12, -1.0, rx=90)
        for x in np.linspace(-0.72, 0.72, 7).tolist()
    ]
    ties = [at(box(0.84, 0.02, 0.05, 0.015), 0, 0.24, z) for z in (-0.7, 0.7)]
    return Prop(
        pieces=(
            piece("logs", wooden("b0844c"), *logs, main=True),
            piece("ties", matte("d8c49a"), *ties),
        ),
        sound="wood",
    )


def cannon() -> Prop:
    """An iron cannon on wheels."""
    bore = [
        (0.0, 0.0),
        (0.1, 0.02),
        (0.2, 0.1),
        (0.19, 0.5),
        (0.14, 1.35),
        (0.18, 1.42),
        (0.18, 1.5),
        (0.1, 1.5),
        (0.1, 1.3),
        (0.0, 1.3),
    ]
    barrel = at(lathe(bore, 32, 40), 0, 0.55, -0.5, rx=78)
    cheeks = [at(box(0.05, 0.13, 0.6, 0.03), s * 0.24, 0.42, -0.15, rx=-8) for s in (-1, 1)]
    wheels = [m for x in (-0.4, 0.4) for m in _wheel(0.42, x, 0.1)]
    return Prop(
        pieces=(
            piece("barrel", metal("44484e", 0.35), barrel, main=True),
            piece("carriage", wooden("8a5a30"), *cheeks, *wheels),
        ),
        sound="metal",
    )


def starfish() -> Prop:
    """A starfish standing on two arms."""
    arms = [
        at(at(sized(cone(0.1, 0.28, 24), 1, 1, 0.55), 0, 0.02, 0), 0, 0.2, 0, rz=a)
        for a in (0, 72, 144, 216, 288)
    ]
    middle = at(sized(sphere(24, 14), 0.11, 0.11, 0.07), 0, 0.2, 0)
    dots = [
        at(
            sized(sphere(10, 8), 0.014),
            -d * np.sin(np.radians(a)),
            0.2 + d * np.cos(np.radians(a)),
            0.062 - d * 0.16,
        )
        for a in (0, 72, 144, 216, 288)
        for d in (0.05, 0.11, 0.17)
    ]
    return Prop(
        pieces=(
            piece("star", glossy("f0803c", 0.7), *arms, middle, main=True),
            piece("dots", glossy("fbd0a0", 0.7), *dots),
        ),
        sound="plush",
    )


NOUNS: Final = {
    "campfire": campfire,
    "bonfire": campfire,
    "igloo": igloo,
    "pyramid": pyramid,
    "arch": arch,
    "archway": arch,
    "gate": gate,
    "wagon": wagon,
    "cart": wagon,
    "carriage": wagon,
    "wheelbarrow": wheelbarrow,
    "raft": raft,
    "cannon": cannon,
    "starfish": starfish,
}
