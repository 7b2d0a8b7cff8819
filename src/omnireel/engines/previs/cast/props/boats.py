"""What floats, dives or runs on rails and tracks; it goes to +z."""

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
from omnireel.engines.previs.scene import Floats, Mesh
from omnireel.engines.previs.shapes import solid
from omnireel.engines.previs.shapes.mesh import build, grid, merged
from omnireel.engines.previs.shapes.primitives import cylinder, sphere, torus
from omnireel.engines.previs.shapes.sweep import catmull_rom, lathe, tube


def _hull(length: float, width: float, depth: float) -> Mesh:
    """A boat's hull with its bow at +z, flat on deck at y = depth."""

    def distance(points: Floats) -> Floats:
        x, y, z = points.T
        along = np.clip(z / (length / 2), -1, 1)
        beam = width / 2 * np.where(along > 0, 1 - np.abs(along) ** 2.4, 1 - 0.3 * along**2)
        sheer = depth + 0.22 * depth * along**2
        keel = np.hypot(x / np.maximum(beam, 0.02), np.clip((sheer - y) / sheer, 0, None)) - 1
        shell = keel * np.minimum(beam, depth) * 0.6
        ends = np.abs(z) - length / 2
        return np.asarray(np.maximum(np.maximum(shell, y - sheer), ends), np.float32)

    low, high = (-width, -0.1, -length / 2 - 0.1), (width, depth * 1.5, length / 2 + 0.1)
    return solid.surface_nets(distance, low, high, min(length / 44, width / 16))


def boat() -> Prop:
    """A rowing boat with benches and oars."""
    inside = sized(_hull(2.5, 0.95, 0.5), 1, 0.8, 1)
    benches = [at(box(0.42, 0.02, 0.13, 0.01), 0, 0.5, z) for z in (-0.6, 0.25)]
    oars = [
        tube([(s * 0.4, 0.62, 0.1), (s * 0.9, 0.5, 0.0), (s * 1.5, 0.2, -0.2)], 0.025, 10)
        for s in (-1, 1)
    ]
    blades = [at(box(0.16, 0.012, 0.07, 0.012), s * 1.56, 0.18, -0.22, rz=-s * 24) for s in (-1, 1)]
    return Prop(
        pieces=(
            piece("hull", glossy("c8382c", 0.35), _hull(2.8, 1.15, 0.55), main=True),
            piece("inside", wooden("c08a50"), at(inside, 0, 0.19, 0), *benches, *oars, *blades),
        ),
        sound="wood",
    )


def _sail(a: tuple[float, ...], b: tuple[float, ...], top: tuple[float, ...]) -> Mesh:
    """A triangle of cloth bellied to +x, seen from both sides."""
    u, v = np.meshgrid(np.linspace(0, 1, 14), np.linspace(0, 1, 20), indexing="ij")
    low = np.asarray(a) + u[..., None] * (np.asarray(b) - np.asarray(a))
    sheet = low + v[..., None] * (np.asarray(top) - low)
    sheet[..., 0] += (
        0.3 * np.sin(np.pi * u) * np.sin(np.pi * np.clip(v * 0.9 + 0.1, 0, 1)) * (1 - v)
    )
    sides = (grid(sheet), grid(sheet[::-1] - (0.012, 0, 0)))
    return merged([smooth(side.positions, side.faces) for side in sides])


def sailboat() -> Prop:
    """A small yacht under sail."""
    mast = cylinder(0.045, 0.03, 4.1, 14)
    boom = at(cylinder(0.03, 0.03, 1.5, 12), 0, 0.95, 0.1, rx=-90)
    return Prop(
        pieces=(
            piece("hull", glossy("c8382c", 0.3), _hull(3.2, 1.1, 0.55), main=True),
            piece(
                "sails",
                matte("f6f1e4"),
                _sail((0, 1.05, 0.0), (0, 1.05, -1.4), (0, 4.0, 0.05)),
                _sail((0, 0.9, 1.5), (0, 0.95, 0.2), (0, 3.6, 0.1)),
            ),
            piece(
                "spars",
                wooden("b8864c"),
                at(mast, 0, 0.3, 0.1),
                boom,
                at(box(0.36, 0.1, 0.5, 0.05), 0, 0.62, -0.5),
            ),
        ),
        sound="wood",
    )


def ship() -> Prop:
    """A steamer with two funnels."""
    decks = [
        at(box(0.85, 0.34, 2.1, 0.06), 0, 1.75, -0.3),
        at(box(0.7, 0.3, 1.4, 0.06), 0, 2.35, -0.3),
    ]
    bridge = at(box(0.85, 0.26, 0.36, 0.05), 0, 2.75, 0.7)
    funnels = [at(cylinder(0.26, 0.22, 1.1, 28, 0.02), 0, 2.6, z) for z in (-0.2, -1.0)]
    tops = [at(cylinder(0.235, 0.225, 0.2, 28, 0.01), 0, 3.56, z) for z in (-0.2, -1.0)]
    port = sized(sphere(14, 8), 0.03, 0.1, 0.1)
    ports = [
        at(port, s * 0.86, 1.78, z) for s in (-1, 1) for z in np.arange(-2.0, 1.6, 0.45).tolist()
    ]
    ports += [
        at(port, s * 0.71, 2.38, z) for s in (-1, 1) for z in np.arange(-1.3, 0.9, 0.45).tolist()
    ]
    return Prop(
        pieces=(
            piece("hull", glossy("1f3f7a", 0.35), _hull(6.4, 2.1, 1.4), main=True),
            piece("decks", glossy("f4f1ea", 0.35), *decks, bridge),
            piece("funnels", glossy("d8382c", 0.35), *funnels),
            piece(
                "dark",
                glossy("22303a", 0.1),
                *ports,
                *tops,
                at(box(0.86, 0.09, 0.37, 0.02), 0, 2.8, 0.72),
            ),
        ),
        sound="metal",
    )


def submarine() -> Prop:
    """A yellow submarine."""
    hull = at(sized(sphere(48, 28), 0.75, 0.75, 2.0), 0, 0.8, 0)
    tower = at(box(0.28, 0.35, 0.5, 0.2), 0, 1.6, 0.1)
    scope = tube(
        catmull_rom([(0, 1.8, 0.1), (0, 2.4, 0.1), (0, 2.52, 0.16), (0, 2.54, 0.3)], 6), 0.05, 12
    )
    rings = [
        at(torus(0.17, 0.045, 28, 10), s * 0.7, 0.92, z, rz=90)
        for s in (-1, 1)
        for z in (-0.6, 0.1, 0.8)
    ]
    panes = [
        at(sized(sphere(18, 12), 0.05, 0.16, 0.16), s * 0.69, 0.92, z)
        for s in (-1, 1)
        for z in (-0.6, 0.1, 0.8)
    ]
    screw = [
        at(sized(sphere(14, 8), 0.4, 0.09, 0.03), 0, 0.8, -2.05, rz=turn) for turn in (0, 60, 120)
    ]
    fins = [
        at(box(0.6, 0.03, 0.22, 0.03), 0, 0.8, -1.7),
        at(box(0.03, 0.6, 0.22, 0.03), 0, 0.8, -1.7),
    ]
    return Prop(
        pieces=(
            piece("hull", glossy("f7c31e", 0.25), hull, tower, *fins, main=True),
            piece("brass", metal("d8a84c"), *rings, *screw, scope),
            piece("panes", glossy("7cd4ea", 0.05), *panes),
        ),
        sound="metal",
    )


def paper_boat() -> Prop:
    """A folded boat."""
    left = np.array(
        [(-0.02, 0, 0.16), (-0.02, 0, -0.16), (0, 0.15, -0.36), (-0.13, 0.12, 0.0), (0, 0.15, 0.36)]
    )
    peak = np.array([(-0.05, 0.1, 0.14), (-0.05, 0.1, -0.14), (0, 0.3, 0.0)])
    triangles = [left[[0, 3, 1]], left[[0, 4, 3]], left[[1, 3, 2]], peak]
    mirrored = [t[::-1] * (-1, 1, 1) for t in triangles]
    floor = [np.array([(0, 0.002, 0.16), (0, 0.002, -0.16), (0.02, 0.002, 0)])]
    shapes = [*triangles, *mirrored, *floor]
    shapes += [t[::-1] for t in shapes]
    corners = np.concatenate(shapes)
    folded = build(corners, np.arange(len(corners)).reshape(-1, 3))
    return Prop(pieces=(piece("paper", matte("f6f4ee"), folded, main=True),), sound="paper")


def train() -> Prop:
    """A steam engine on its wheels."""
    boiler = at(cylinder(0.62, 0.62, 2.6, 40, 0.04), 0, 1.55, -0.5, rx=90)
    face = at(cylinder(0.56, 0.5, 0.12, 40, 0.03), 0, 1.55, 2.1, rx=90)
    cab = [
        at(box(0.85, 0.75, 0.6, 0.05), 0, 1.9, -1.1),
        at(box(0.98, 0.06, 0.75, 0.05), 0, 2.72, -1.1),
    ]
    frame = at(box(0.8, 0.14, 1.95, 0.05), 0, 0.82, 0.2)
    chimney = lathe(
        [(0.16, 2.05), (0.16, 2.6), (0.3, 2.95), (0.26, 2.97), (0.12, 2.6), (0.0, 2.6)], 28
    )
    dome = at(sized(sphere(28, 16), 0.26, 0.3, 0.26), 0, 2.18, 0.4)
    bands = [at(torus(0.625, 0.025, 40, 8), 0, 1.55, z, rx=90) for z in (0.1, 0.9, 1.7)]
    rims, discs = [], []
    for s in (-1, 1):
        for z, radius in ((-1.2, 0.48), (-0.1, 0.48), (1.0, 0.48), (1.85, 0.3)):
            rims.append(at(torus(radius - 0.06, 0.07, 36, 10), s * 0.75, radius, z, rz=90))
            discs.append(
                at(
                    cylinder(radius - 0.06, radius - 0.06, 0.06, 28),
                    s * 0.75 + 0.03,
                    radius,
                    z,
                    rz=90,
                )
            )
    rods = [at(box(0.03, 0.05, 1.2, 0.02), s * 0.86, 0.48, -0.1) for s in (-1, 1)]
    panes = [at(box(0.012, 0.22, 0.24, 0.03), s * 0.85, 2.15, -1.1) for s in (-1, 1)]
    catcher = at(sized(box(0.75, 0.28, 0.3, 0.05), 1, 1, 1), 0, 0.42, 2.2, rx=-28)
    lamp = at(sized(sphere(20, 12), 0.17, 0.17, 0.1), 0, 2.28, 2.05)
    return Prop(
        pieces=(
            piece("paint", glossy("2a7a48", 0.3), boiler, *cab, dome, main=True),
            piece("red", glossy("c8302c", 0.35), frame, *discs, catcher),
            piece("black", glossy("26282c", 0.4), face, at(chimney, 0, 0, 1.55), *rims, *panes),
            piece("brass", metal("d8a84c"), *bands, *rods),
            piece("lamp", shining("fff1cc", 1.2), lamp),
        ),
        sound="metal",
    )


def tank() -> Prop:
    """A toy tank."""
    tracks = [at(box(0.3, 0.4, 1.6, 0.38), s * 0.85, 0.42, 0) for s in (-1, 1)]
    wheels = [
        at(cylinder(0.24, 0.24, 0.07, 24, 0.02), s * 1.12 + 0.035, 0.4, z, rz=90)
        for s in (-1, 1)
        for z in (-1.0, -0.34, 0.34, 1.0)
    ]
    hull = [at(box(0.8, 0.28, 1.5, 0.14), 0, 0.85, 0), at(box(0.6, 0.25, 0.7, 0.2), 0, 1.35, -0.15)]
    gun = [
        at(cylinder(0.1, 0.08, 1.7, 20, 0.02), 0, 1.4, 0.4, rx=90),
        at(cylinder(0.13, 0.13, 0.2, 20, 0.02), 0, 1.4, 2.0, rx=90),
    ]
    hatch = at(cylinder(0.22, 0.2, 0.08, 24, 0.02), 0.15, 1.58, -0.2)
    return Prop(
        pieces=(
            piece("armour", glossy("5f7a3c", 0.5), *hull, *gun, hatch, main=True),
            piece("tracks", matte("2c2c2e"), *tracks),
            piece("wheels", glossy("4a6230", 0.5), *wheels),
        ),
        sound="metal",
    )


NOUNS: Final = {
    "boat": boat,
    "rowboat": boat,
    "rowing boat": boat,
    "canoe": boat,
    "kayak": boat,
    "sailboat": sailboat,
    "sailing boat": sailboat,
    "yacht": sailboat,
    "ship": ship,
    "steamer": ship,
    "ocean liner": ship,
    "cruise ship": ship,
    "ferry": ship,
    "submarine": submarine,
    "train": train,
    "locomotive": train,
    "steam train": train,
    "tank": tank,
    "paper boat": paper_boat,
}
