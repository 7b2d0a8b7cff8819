"""The models of a marble run's parts, by the names its pieces use."""

from collections.abc import Sequence

import numpy as np

from omnireel.engines.previs.physics.contraption import (
    BELL_AXLE,
    BELL_RADIUS,
    BELL_RIM,
    COLORS,
    DOMINO,
    Piece,
    stretched,
)
from omnireel.engines.previs.physics.track import Track
from omnireel.engines.previs.physics.world import Doubles
from omnireel.engines.previs.scene import Finish, Material, Mesh, Model, Vec3
from omnireel.engines.previs.shapes import mesh, primitives, sweep

_STEEL = Material(color=(0.80, 0.82, 0.86), roughness=0.16, metallic=1.0)
_BRASS = Material(color=(1.0, 0.74, 0.28), roughness=0.16, metallic=1.0)
_TIMBER = Material(finish=Finish.WOOD, color=(0.62, 0.38, 0.18), roughness=0.55, scale=4.0)
_PALE = Material(finish=Finish.WOOD, color=(0.80, 0.58, 0.34), roughness=0.5, scale=4.0)
_PAINT = Material(roughness=0.32)
_CLOTH = Material(finish=Finish.FABRIC, roughness=0.9, scale=2.0)

_RAIL_STEP = 0.022  # metres between the rings of a rail's mesh
_TIE_STEP = 0.085  # metres from tie to tie
_STRIPE = 1.15  # metres of track whose ties have one colour


def models() -> dict[str, Model]:
    """Every part but the rails and the marbles, by its short name."""
    unit_bar = primitives.cylinder(1.0, 1.0, 1.0, segments=14)
    return {
        "domino": Model(
            mesh=primitives.box(*DOMINO, radius=0.006, steps=2), material=_PAINT
        ),
        "plate": Model(mesh=primitives.box(1.0, 1.0, 1.0, radius=0.05, steps=1), material=_PAINT),
        "plank": Model(mesh=primitives.box(1.0, 1.0, 1.0, radius=0.02, steps=1), material=_PALE),
        "cloth": Model(mesh=primitives.box(1.0, 1.0, 1.0, radius=0.1, steps=1), material=_CLOTH),
        "bar": Model(mesh=unit_bar, material=_STEEL),
        "post": Model(mesh=unit_bar, material=_TIMBER),
        "foot": Model(mesh=primitives.cylinder(0.052, 0.045, 0.022, 24, 0.006), material=_TIMBER),
        "tie": Model(mesh=primitives.box(0.048, 0.008, 0.013, radius=0.004, steps=1),
                     material=_PAINT),
        "chime": Model(mesh=primitives.cylinder(1.0, 1.0, 1.0, 18, 0.05), material=_BRASS),
        "bell": Model(mesh=_bell_mesh(), material=_BRASS),
        "ball": Model(mesh=primitives.sphere(28, 16), material=_PAINT),
        "wedge": Model(mesh=_wedge_mesh(), material=_PAINT),
        "axle": Model(mesh=_axle_mesh(), material=_STEEL),
        "block": Model(mesh=primitives.box(0.05, 0.02, 0.06, radius=0.006), material=_PAINT),
    }  # fmt: skip


def rail_models(track: Track) -> dict[str, Model]:
    """The two rails, in world coordinates."""
    count = max(8, int(track.length / _RAIL_STEP))
    return {
        rail.name: Model(
            mesh=sweep.tube(sweep.resample(rail.path, count), rail.radius, sides=9),
            material=_STEEL,
        )
        for rail in track.rails("rail")
    }


def ties(track: Track) -> list[Piece]:
    """The ties between the rails, their colour changing along the way."""
    pieces = []
    below = track.gauge.lift + track.gauge.rail + 0.004
    sides = track.sides
    for arc in np.arange(0.03, track.length - 0.02, _TIE_STEP):
        k = track.index(float(arc))
        frame = np.eye(4)
        frame[:3, 0], frame[:3, 1] = sides[k], track.ups[k]
        frame[:3, 2] = -track.tangents[k]
        frame[:3, 3] = track.points[k] - track.ups[k] * below
        pieces.append(
            Piece(model="tie", frame=frame, tint=COLORS[int(arc / _STRIPE) % len(COLORS)])
        )
    return pieces


def supports(track: Track, apart: float = 0.42) -> list[Piece]:
    """Posts from the table to the track wherever nothing is in their way."""
    pieces: list[Piece] = []
    below = track.gauge.lift + 0.018
    for arc in np.arange(0.12, track.length - 0.15, apart):
        k = track.index(float(arc))
        top = track.points[k] - track.ups[k] * below
        if track.ups[k, 1] > 0.55 and top[1] > 0.07 and _clear(track, top):
            pieces += _post(top)
    return pieces + _loop_posts(track)


def _loop_posts(track: Track) -> list[Piece]:
    """Two posts that hold a loop at its widest."""
    start, end = (track.index(track.section(name)) for name in ("loop", "out"))
    steep = np.flatnonzero(np.abs(track.tangents[start:end, 1]) > 0.995) + start
    pieces: list[Piece] = []
    for group in np.split(steep, np.flatnonzero(np.diff(steep) > 20) + 1):
        if len(group):
            k = int(group[len(group) // 2])
            outward = -track.ups[k] * np.array([1.0, 0.0, 1.0])
            top = track.points[k] + outward * (track.gauge.lift + 0.03)
            pieces += _post(top)
    return pieces


def _post(top: Doubles) -> list[Piece]:
    foot = (float(top[0]), 0.0, float(top[2]))
    head = (foot[0], float(top[1]), foot[2])
    base = np.eye(4)
    base[:3, 3] = foot
    return [
        Piece(model="post", frame=stretched(foot, head, 0.015)),
        Piece(model="foot", frame=base),
    ]


def _clear(track: Track, top: Doubles) -> bool:
    """Whether a post to this point would miss the track below it, and its marble."""
    under = track.points[:, 1] < top[1] - 0.05
    away = np.hypot(track.points[under, 0] - top[0], track.points[under, 2] - top[2])
    return bool(len(away) == 0 or away.min() > 0.085)


def _bell_mesh() -> Mesh:
    """A bell about its axle: rounded shoulder, flared lip, a clapper inside."""
    low, high = BELL_RIM - BELL_AXLE, -0.06
    profile: list[tuple[float, float]] = [
        (BELL_RADIUS * 0.86, low + 0.006), (BELL_RADIUS * 0.93, low), (BELL_RADIUS, low + 0.004),
        (BELL_RADIUS * 0.93, low + 0.03), (BELL_RADIUS * 0.78, low + 0.09),
        (BELL_RADIUS * 0.72, low + 0.15), (BELL_RADIUS * 0.64, high - 0.04),
        (BELL_RADIUS * 0.44, high - 0.01), (0.02, high),
    ]  # fmt: skip
    smooth = [(float(r), float(y)) for r, y in sweep.catmull_rom(np.array(profile), 6)]
    body = sweep.lathe([(0.0, low + 0.03), *smooth, (0.0, high)], 40)
    loop = primitives.cylinder(0.014, 0.014, 0.075, 16)
    lifted = np.eye(4, dtype=np.float32)
    lifted[1, 3] = high - 0.005
    return mesh.merged([body, mesh.transformed(loop, lifted)])


def _wedge_mesh() -> Mesh:
    """The side of a seesaw's stand: a triangle with its tip at the origin."""
    half, thick, low = 0.075, 0.014, -0.066
    corners = np.array([[0.0, 0.012], [-half, low], [half, low]])
    front = np.column_stack([corners, np.full(3, thick)])
    back = np.column_stack([corners, np.full(3, -thick)])
    quads = [[front[a], back[a], back[b], front[b]] for a, b in ((0, 1), (1, 2), (2, 0))]
    points = np.concatenate([front, back, *quads])
    faces = [[0, 1, 2], [3, 5, 4]]
    for k in range(3):
        first = 6 + 4 * k
        faces += [[first, first + 1, first + 2], [first, first + 2, first + 3]]
    return mesh.build(points, faces)


def _axle_mesh() -> Mesh:
    """A bar along z, through the stand of a seesaw."""
    turned = np.array([[1, 0, 0, 0], [0, 0, -1, 0], [0, 1, 0, -0.13], [0, 0, 0, 1]], np.float32)
    return mesh.transformed(primitives.cylinder(0.009, 0.009, 0.26, 14), turned)


def marble_material(color: Vec3, finish: str) -> Material:
    """What a marble of this colour is made of; "" is glass with a swirl."""
    match finish:
        case "wood" | "wooden":
            return Material(finish=Finish.WOOD, color=color, roughness=0.45, scale=8.0)
        case "metal" | "steel" | "chrome" | "iron" | "silver" | "gold" | "golden" | "brass":
            return Material(color=color, roughness=0.08, metallic=1.0)
        case "rubber" | "plastic":
            return Material(color=color, roughness=0.35)
        case "stone" | "marble" | "rock":
            return Material(finish=Finish.STONE, color=color, roughness=0.3, scale=6.0)
        case _:
            return Material(finish=Finish.GLASS, color=color, roughness=0.05, scale=1.0)


def by_model(pieces: Sequence[Piece]) -> dict[str, list[Piece]]:
    """Pieces grouped by their model, in order."""
    groups: dict[str, list[Piece]] = {}
    for piece in pieces:
        groups.setdefault(piece.model, []).append(piece)
    return groups
