"""A cottage, a picket fence and stepping stones."""

import itertools
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from omnireel.engines.previs.scene import Mesh, Vec3
from omnireel.engines.previs.shapes.mesh import build, merged, tinted, transformed
from omnireel.engines.previs.shapes.primitives import box as rounded_box
from omnireel.engines.previs.shapes.primitives import sphere
from omnireel.engines.previs.shapes.transform import (
    rotation_y,
    rotation_z,
    scaling,
    translation,
)

Point2 = tuple[float, float]
_WALL = (0.80, 0.68, 0.50)
_TIMBER = (0.16, 0.075, 0.035)
_WHITE = (0.82, 0.80, 0.75)
_HALF = (1.35, 1.05)  # half width and half depth of the walls
_EAVES = 2.0
_SIDEWAYS = (rotation_y(np.pi / 2), rotation_y(-np.pi / 2))


def box(x: float, y: float, z: float, radius: float) -> Mesh:
    """A plain bevelled box: a cottage has too many of them to round each."""
    return rounded_box(x, y, z, radius, steps=1)


def house() -> Mesh:
    """Walls, gables, door, shutters, window frames and chimney; the front looks to +z."""
    wide, deep = _HALF
    parts = [
        _at(box(wide, _EAVES / 2 + 0.15, deep, 0.02), (0, _EAVES / 2 - 0.15, 0), _WALL),
        _at(box(wide + 0.05, 0.24, deep + 0.05, 0.03), (0, 0.04, 0), (0.36, 0.33, 0.30)),
        tinted(_gables(), _WALL),
        *_door(),
        *_window_frame((0.62, 1.15, deep)),
        *_window_frame((0.0, 2.42, deep), 0.62),
        *_side_walls(),
        _at(box(0.20, 0.62, 0.20, 0.02), (0.72, 3.0, -0.35), (0.42, 0.20, 0.14)),
        _at(box(0.245, 0.06, 0.245, 0.02), (0.72, 3.64, -0.35), (0.50, 0.44, 0.40)),
    ]
    parts += [
        _at(box(0.065, _EAVES / 2, 0.065, 0.015), (x, _EAVES / 2, z), _TIMBER)
        for x in (-wide, wide)
        for z in (-deep, deep)
    ]
    beam = _at(box(wide + 0.05, 0.055, 0.05, 0.012), (0, _EAVES, deep + 0.02), _TIMBER)
    return merged([*parts, beam])


def roof(color: Vec3) -> Mesh:
    """Two slopes of overlapping tile courses with a ridge."""
    slope, rows, reach = 0.74, 9, 2.02
    parts = []
    for side in (1.0, -1.0):
        for row in range(rows):
            along = (row + 0.5) / rows * reach
            x = side * along * np.cos(slope)
            y = _EAVES + 1.235 - along * np.sin(slope)
            tone = 0.90 + 0.2 * ((row * 7 + (side > 0)) % 3) / 2
            course = box(reach / rows * 0.62, 0.034, _HALF[1] + 0.27, 0.018)
            matrix = translation(x, y, 0) @ rotation_z(-side * (slope - 0.07))
            parts.append(tinted(transformed(course, matrix), np.asarray(color) * tone))
    top = box(0.10, 0.06, _HALF[1] + 0.30, 0.05)
    ridge = _at(top, (0, _EAVES + 1.26, 0), (color[0] * 0.75, color[1] * 0.75, color[2] * 0.75))
    return merged([*parts, ridge])


def panes() -> Mesh:
    """The window glass, to be lit at night."""
    deep = _HALF[1]
    lower = _at(box(0.30, 0.33, 0.01, 0.004), (0.62, 1.15, deep + 0.028), (1, 1, 1))
    upper = _at(box(0.19, 0.205, 0.01, 0.004), (0.0, 2.42, deep + 0.028), (1, 1, 1))
    side = _at(box(0.30, 0.33, 0.01, 0.004), (0.0, 1.15, _HALF[0] + 0.028), (1, 1, 1))
    return merged([lower, upper, *(transformed(side, turn) for turn in _SIDEWAYS)])


def _at(mesh: Mesh, place: Vec3, color: Vec3) -> Mesh:
    return tinted(transformed(mesh, translation(*place)), color)


def _gables() -> Mesh:
    wide, deep = _HALF
    peak = _EAVES + 1.20
    corners = [
        (-wide, _EAVES, deep),
        (wide, _EAVES, deep),
        (0, peak, deep),
        (-wide, _EAVES, -deep),
        (wide, _EAVES, -deep),
        (0, peak, -deep),
    ]
    normals = [(0, 0, 1)] * 3 + [(0, 0, -1)] * 3
    return build(corners, [(0, 1, 2), (3, 5, 4)], normals=normals)


def _door() -> Iterator[Mesh]:
    x, deep = -0.55, _HALF[1]
    green = (0.045, 0.17, 0.15)
    yield _at(box(0.40, 0.79, 0.04, 0.02), (x, 0.78, deep + 0.01), _WHITE)
    yield _at(box(0.325, 0.735, 0.045, 0.012), (x, 0.755, deep + 0.025), green)
    for y in (0.42, 1.08):
        panel = (0.035, 0.13, 0.115)
        yield _at(box(0.22, 0.24, 0.012, 0.01), (x, y, deep + 0.068), panel)
    knob = transformed(sphere(12, 8), scaling(0.032))
    yield _at(knob, (x + 0.25, 0.72, deep + 0.10), (0.75, 0.50, 0.14))
    yield _at(box(0.50, 0.07, 0.22, 0.03), (x, 0.03, deep + 0.2), (0.45, 0.42, 0.38))
    yield _at(box(0.52, 0.035, 0.22, 0.02), (x, 1.70, deep + 0.17), (0.42, 0.09, 0.05))


def _side_walls() -> Iterator[Mesh]:
    """A window and half-timbering on either side, so that no wall is bare."""
    wide, deep = _HALF
    brace = transformed(box(0.045, 0.62, 0.03, 0.01), rotation_z(0.62))
    wall = merged(
        [
            *_window_frame((0.0, 1.15, wide)),
            _at(box(deep, 0.05, 0.035, 0.01), (0, 0.62, wide + 0.012), _TIMBER),
            _at(box(deep, 0.05, 0.035, 0.01), (0, 1.62, wide + 0.012), _TIMBER),
            _at(brace, (-0.76, 1.12, wide + 0.008), _TIMBER),
            _at(transformed(brace, scaling(-1.0, 1.0, 1.0)), (0.76, 1.12, wide + 0.008), _TIMBER),
        ]
    )
    for turn in _SIDEWAYS:
        yield transformed(wall, turn)


def _window_frame(place: Vec3, size: float = 1.0) -> Iterator[Mesh]:
    """A white frame with a cross, a sill and shutters around a pane at `place`."""
    x, y, z = place
    half_wide, half_tall = 0.31 * size, 0.34 * size
    for sign in (1.0, -1.0):
        yield _at(
            box(0.035, half_tall + 0.04, 0.035, 0.01), (x + sign * half_wide, y, z + 0.03), _WHITE
        )
        yield _at(
            box(half_wide + 0.03, 0.035, 0.035, 0.01), (x, y + sign * half_tall, z + 0.03), _WHITE
        )
        shutter = (0.06, 0.20, 0.18)
        leaf = box(0.135 * size, half_tall + 0.03, 0.022, 0.01)
        yield _at(leaf, (x + sign * (half_wide + 0.19 * size), y, z + 0.02), shutter)
    yield _at(box(0.014, half_tall, 0.03, 0.006), (x, y, z + 0.03), _WHITE)
    yield _at(box(half_wide, 0.014, 0.03, 0.006), (x, y, z + 0.03), _WHITE)
    yield _at(box(half_wide + 0.08, 0.03, 0.07, 0.012), (x, y - half_tall - 0.05, z + 0.05), _WHITE)
    if size < 1:
        return
    yield _at(box(half_wide, 0.07, 0.09, 0.02), (x, y - half_tall - 0.13, z + 0.10), _TIMBER)
    for k in range(7):
        bloom = transformed(sphere(8, 6), scaling(0.062, 0.055, 0.062))
        color = ((0.75, 0.06, 0.10), (0.85, 0.35, 0.5), (0.80, 0.55, 0.08), (0.10, 0.26, 0.05))[
            k % 4
        ]
        yield _at(
            bloom, (x - half_wide + 0.1 * k, y - half_tall - 0.05 + 0.02 * (k % 2), z + 0.11), color
        )


def fence(path: Sequence[Point2], height: Callable[[float, float], float]) -> Mesh:
    """A white picket fence along a path of (x, z) on the ground."""
    pickets = []
    for (x0, z0), (x1, z1) in itertools.pairwise(path):
        length = float(np.hypot(x1 - x0, z1 - z0))
        turn = float(np.arctan2(-(z1 - z0), x1 - x0))
        count = max(2, round(length / 0.235))
        for k in range(count):
            share = (k + 0.5) / count
            x, z = x0 + (x1 - x0) * share, z0 + (z1 - z0) * share
            place = translation(x, height(x, z), z) @ rotation_y(turn)
            pickets.append(transformed(_PICKET, place))
        pickets += _rails((x0, z0), (x1, z1), height)
        place = translation(x0, height(x0, z0), z0) @ rotation_y(turn)
        pickets.append(transformed(_POST, place))
    return tinted(merged(pickets), _WHITE)


def _picket() -> Mesh:
    board = transformed(box(0.052, 0.33, 0.014, 0.010), translation(0, 0.38, 0.02))
    point = transformed(
        box(0.037, 0.037, 0.014, 0.010), translation(0, 0.705, 0.02) @ rotation_z(np.pi / 4)
    )
    return merged([board, point])


def _post() -> Mesh:
    stake = transformed(box(0.055, 0.46, 0.055, 0.012), translation(0, 0.36, 0))
    knob = transformed(sphere(12, 8), translation(0, 0.87, 0) @ scaling(0.07))
    return merged([stake, knob])


_PICKET = _picket()
_POST = _post()


def _rails(a: Point2, b: Point2, height: Callable[[float, float], float]) -> Iterator[Mesh]:
    low = np.array([a[0], height(*a), a[1]])
    high = np.array([b[0], height(*b), b[1]])
    along = high - low
    length = float(np.linalg.norm(along))
    turn = float(np.arctan2(-along[2], along[0]))
    climb = float(np.arcsin(along[1] / length))
    middle = (low + high) / 2
    for y in (0.22, 0.54):
        rail = box(length / 2, 0.034, 0.012, 0.008)
        place = translation(middle[0], middle[1] + y, middle[2])
        yield transformed(rail, place @ rotation_y(turn) @ rotation_z(climb))


def stone() -> Mesh:
    """A flat stepping stone."""
    return transformed(sphere(16, 8), scaling(0.27, 0.055, 0.22))
