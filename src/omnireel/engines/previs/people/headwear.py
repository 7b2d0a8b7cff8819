"""Hats and glasses: rigid meshes on the canonical head."""

from collections.abc import Iterator

import numpy as np

from omnireel.engines.previs.colors import shaded
from omnireel.engines.previs.people.spec import PersonSpec
from omnireel.engines.previs.scene import Mesh, Vec3
from omnireel.engines.previs.shapes.mesh import merged, tinted, transformed
from omnireel.engines.previs.shapes.primitives import sphere, torus
from omnireel.engines.previs.shapes.sweep import lathe, tube
from omnireel.engines.previs.shapes.transform import rotation_x, scaling, translation


def meshes(spec: PersonSpec) -> Iterator[Mesh]:
    """The meshes of what is worn on the head, in canonical head space, tinted."""
    makers = {"hat": _hat, "cap": _cap, "beanie": _beanie, "crown": _crown}
    for garment in spec.garments:
        if garment.kind in makers:
            worn = makers[garment.kind](garment.color)
            yield transformed(worn, translation(0, 0.062, -0.014) @ rotation_x(-0.10))
        elif garment.kind == "glasses":
            yield _glasses(garment.color)


def _hat(color: Vec3) -> Mesh:
    brim = [(0.135, 0.0), (0.262, -0.012), (0.268, -0.004), (0.260, 0.004), (0.155, 0.018)]
    crown = [
        (0.154, 0.018),
        (0.150, 0.070),
        (0.140, 0.118),
        (0.118, 0.138),
        (0.06, 0.134),
        (0, 0.13),
    ]
    band = lathe([(0.155, 0.014), (0.1605, 0.018), (0.1585, 0.048), (0.15, 0.05)], 40)
    felt = tinted(merged([lathe(brim, 40, 60.0), lathe(crown, 40, 70.0)]), color)
    return merged([felt, tinted(band, shaded(color, 0.35))])


def _cap(color: Vec3) -> Mesh:
    dome = lathe([(0.160, 0.0), (0.160, 0.03), (0.145, 0.085), (0.095, 0.128), (0.0, 0.142)], 36)
    turn = np.linspace(-1.15, 1.15, 15)
    rim = np.stack([0.150 * np.sin(turn), 0.012 - 0.02 * turn**2 / 2, 0.150 * np.cos(turn)], axis=1)
    edge = rim + np.stack(
        [0.02 * np.sin(turn), -0.022 * np.ones(15), 0.105 * np.cos(turn * 1.2)], axis=1
    )
    bill = merged([tube(rim * (1 - k) + edge * k, 0.007, 6) for k in np.linspace(0, 1, 14)])
    button = transformed(sphere(10, 6), translation(0, 0.142, 0) @ scaling(0.012, 0.007, 0.012))
    return merged([tinted(dome, color), tinted(merged([bill, button]), shaded(color, 0.6))])


def _beanie(color: Vec3) -> Mesh:
    dome = lathe([(0.160, 0.0), (0.161, 0.05), (0.140, 0.108), (0.085, 0.146), (0.0, 0.158)], 36)
    cuff = lathe([(0.15, -0.012), (0.168, -0.008), (0.171, 0.02), (0.166, 0.042), (0.15, 0.04)], 36)
    bobble = transformed(sphere(16, 10), translation(0, 0.178, 0) @ scaling(0.036))
    return merged([tinted(dome, color), tinted(merged([cuff, bobble]), shaded(color, 1.35))])


def _crown(color: Vec3) -> Mesh:
    turn = np.linspace(0, 2 * np.pi, 61)
    teeth = 0.075 + 0.035 * np.abs(((turn * 8 / np.pi) % 2) - 1)
    ring = [
        np.stack([r * np.sin(turn), y * np.ones(61), r * np.cos(turn)], axis=1)
        for r, y in ((0.146, 0.03), (0.150, 0.03))
    ]
    tops = [p + np.stack([0 * turn, teeth - 0.02, 0 * turn], axis=1) for p in ring]
    wall = merged([tube(ring[1] * (1 - k) + tops[1] * k, 0.006, 5) for k in np.linspace(0, 1, 12)])
    return tinted(wall, color)


def _glasses(color: Vec3) -> Mesh:
    parts = []
    for sign in (1.0, -1.0):
        rim = transformed(torus(0.040, 0.0045, 28, 8), rotation_x(np.pi / 2))
        parts.append(transformed(rim, translation(sign * 0.054, 0.002, 0.134)))
        temple = [
            (sign * 0.094, 0.006, 0.130),
            (sign * 0.134, 0.008, 0.06),
            (sign * 0.138, 0.0, -0.02),
        ]
        parts.append(tube(temple, 0.0042, 6))
    parts.append(
        tube([(-0.014, 0.006, 0.142), (0.0, 0.010, 0.146), (0.014, 0.006, 0.142)], 0.0042, 6)
    )
    return tinted(merged(parts), color)
