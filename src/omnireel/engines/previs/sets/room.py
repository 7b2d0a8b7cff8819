"""Rooms: living room, kitchen, bedroom, workshop, study; by day and by night.

A room is built in metres about the place where the action is, filmed from +z, and has three walls.
On the stage "floor" its floor is y = 0. On the stage "table" a large wooden table's top is y = 0,
and the room is four times as large as life: a marble of ten centimetres on it looks like one of
twenty-five millimetres.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from omnireel.engines.previs.colors import linear
from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.element import Set
from omnireel.engines.previs.light import indoor_look, is_dark
from omnireel.engines.previs.scene import Finish, Floats, Lamp, Material, Vec3
from omnireel.engines.previs.sets import furniture, ornaments
from omnireel.engines.previs.sets.assembly import Assembly
from omnireel.engines.previs.sets.things import OAK, PINE, WALNUT, WHITE, Part, Thing, block, moved
from omnireel.engines.previs.shapes import mesh, primitives
from omnireel.engines.previs.shapes.transform import (
    identity,
    rotation_y,
    scaling,
    translation,
)
from omnireel.engines.previs.streams import stream

TABLE_SCALE = 4.0
_TABLE_HEIGHT = 0.75  # metres, before scaling
_TABLE_HALF = (1.5, 0.95)  # metres, before scaling
_BACK, _SIDE, _HEIGHT, _FRONT = -2.6, 4.1, 2.75, 1.2  # the walls, in metres

_WALLS = ("3d6a72", "7f8f6d", "b07a5a", "54627f", "c9a66b", "6d5a78", "9c5a4f")
_FABRICS = ("2f6f73", "b5543c", "d0a13f", "46618c", "7d8a5a", "8c4a5c")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stuff:
    """A material of a room; `repeats` are its detail's per metre of life size."""

    finish: Finish = Finish.PLAIN
    roughness: float = 0.6
    metallic: float = 0.0
    emission: float = 0.0
    repeats: float = 1.0
    shadow: bool = True


_STUFF = {
    "wood": _Stuff(finish=Finish.WOOD, roughness=0.5, repeats=3.0),
    "grain": _Stuff(finish=Finish.WOOD, roughness=0.38, repeats=5.0),
    "planks": _Stuff(finish=Finish.WOOD, roughness=0.4, repeats=1.1, shadow=False),
    "paint": _Stuff(roughness=0.45),
    "wall": _Stuff(roughness=0.9, shadow=False),
    "tiles": _Stuff(finish=Finish.TILES, roughness=0.25, repeats=6.0, shadow=False),
    "fabric": _Stuff(finish=Finish.FABRIC, roughness=0.95, repeats=1.0),
    "felt": _Stuff(finish=Finish.FELT, roughness=1.0, repeats=3.0),
    "glaze": _Stuff(roughness=0.18),
    "metal": _Stuff(roughness=0.3, metallic=1.0),
    "leaf": _Stuff(finish=Finish.FOLIAGE, roughness=0.55, repeats=2.0),
    "glow": _Stuff(finish=Finish.EMISSIVE, emission=1.6, shadow=False),
    "bulb": _Stuff(finish=Finish.EMISSIVE, emission=5.0, shadow=False),
    "daylight": _Stuff(finish=Finish.EMISSIVE, emission=1.2, shadow=False),
    "ceiling": _Stuff(finish=Finish.EMISSIVE, shadow=False),  # lit by what it reflects
    "night": _Stuff(finish=Finish.EMISSIVE, emission=0.6, shadow=False),
}


class _Room:
    """Things put where they belong, and the lamps among them."""

    def __init__(self, seed: int, kind: str, dark: bool) -> None:
        self.kind, self.dark = kind, dark
        self.parts: Thing = []
        self.lamps: list[tuple[Vec3, Vec3, float]] = []
        self._seed = seed

    def rng(self, purpose: str) -> np.random.Generator:
        """A random stream of its own for every purpose."""
        return stream(self._seed, "room", self.kind, purpose)

    def pick(self, purpose: str, codes: tuple[str, ...]) -> Vec3:
        """One of these colours."""
        return linear(codes[int(self.rng(purpose).integers(len(codes)))])

    def put(self, thing: Thing, x: float, y: float, z: float, turn: float = 0.0) -> None:
        """Stand a thing somewhere, turned left by `turn` radians."""
        self.parts += moved(thing, translation(x, y, z) @ rotation_y(turn))

    def lamp(self, place: Vec3, color: Vec3, reach: float) -> None:
        """A light that is on: brighter in the dark."""
        power = 1.0 if self.dark else 0.45
        self.lamps.append((place, (color[0] * power, color[1] * power, color[2] * power), reach))


def build(conditions: Conditions, *, seed: int, kind: str = "room", stage: str = "floor") -> Set:
    """A room of this kind: room, kitchen, bedroom, workshop or study (others are a room).

    `stage` is what the action stands on: "floor" or "table".
    """
    dark = is_dark(conditions)
    room = _Room(seed, kind if kind in _KINDS else "room", dark)
    _shell(room)
    _KINDS[room.kind](room)
    _cosy(room)
    if stage == "table":
        _table(room)
        matrix = scaling(TABLE_SCALE) @ translation(0.0, -_TABLE_HEIGHT, 0.0)
    else:
        _play(room)
        matrix = identity()
    return _finished(room, matrix, conditions, stage)


def _finished(room: _Room, matrix: Floats, conditions: Conditions, stage: str) -> Set:
    scale = float(matrix[0, 0])
    assembly = Assembly("room")
    for name, stuff in _STUFF.items():
        meshes = [part.mesh for part in room.parts if part.material == name]
        if meshes:
            whole = mesh.transformed(mesh.merged(meshes), matrix)
            assembly.add(name, whole, _material(stuff, scale), [identity()])
    look = indoor_look(conditions)
    if stage == "table":
        look = replace(look, fog_start=14.0, fog_density=0.012)
    return Set(
        element=assembly.element(),
        look=look,
        radius=3.4 if stage == "table" else 2.4,
        floor=lambda _x, _z: 0.0,
        surface="wood",
        ambience="room",
        backdrop=(0.0, 1.2, _BACK * scale),
        reach=5.6 * scale,
        lamps=tuple(_scaled(lamp, matrix) for lamp in room.lamps),
    )


def _material(stuff: _Stuff, scale: float) -> Material:
    return Material(
        finish=stuff.finish,
        roughness=stuff.roughness,
        metallic=stuff.metallic,
        emission=stuff.emission,
        scale=stuff.repeats / scale,
        casts_shadow=stuff.shadow,
    )


def _scaled(lamp: tuple[Vec3, Vec3, float], matrix: Floats) -> Lamp:
    place, color, reach = lamp
    x, y, z, _ = (matrix @ np.array([*place, 1.0])).tolist()
    scale = float(matrix[0, 0])
    power = scale**2
    return Lamp(
        position=(x, y, z),
        color=(color[0] * power, color[1] * power, color[2] * power),
        reach=reach * scale,
    )


def _shell(room: _Room) -> None:
    """Floor, walls with a window, skirting, ceiling."""
    wall = room.pick("wall", _WALLS)
    shade = 0.05 if room.dark else 0.27
    boards = mesh.transformed(primitives.plane(14.0, 14.0, 2), translation(0.0, 0.0, 7.0 + _BACK))
    floor = mesh.tinted(boards, linear("9a6a3c"))
    room.parts.append(Part(material="planks", mesh=floor))
    aside = 0.0 if room.kind in ("kitchen", "study") else 0.35
    middle = room.rng("window").uniform(-aside, aside)
    half, sill = (0.78, 0.72), 1.62
    _wall_with_hole(room, wall, (float(middle), sill), half)
    for side in (-1.0, 1.0):
        room.parts.append(
            block("wall", (0.05, _HEIGHT / 2, (_FRONT - _BACK) / 2),
                  (side * (_SIDE + 0.05), _HEIGHT / 2, (_FRONT + _BACK) / 2), wall)
        )  # fmt: skip
        room.parts.append(
            block("paint", (0.012, 0.06, (_FRONT - _BACK) / 2),
                  (side * (_SIDE - 0.01), 0.06, (_FRONT + _BACK) / 2), WHITE)
        )  # fmt: skip
    room.parts.append(block("paint", (_SIDE, 0.06, 0.012), (0.0, 0.06, _BACK + 0.01), WHITE))
    ceiling = ((_SIDE, 0.05, (_FRONT - _BACK) / 2), (0.0, _HEIGHT + 0.05, (_FRONT + _BACK) / 2))
    room.parts.append(block("ceiling", *ceiling, (shade, 0.93 * shade, 0.84 * shade)))
    room.put(furniture.window(half, room.dark), float(middle), sill, _BACK)
    glow = linear("9fb6ff" if room.dark else "dfeaff")
    strength = 0.6 if room.dark else 3.0
    light = (glow[0] * strength, glow[1] * strength, glow[2] * strength)
    room.lamps.append(((float(middle), sill, _BACK + 0.5), light, 4.5))


def _wall_with_hole(
    room: _Room, color: Vec3, center: tuple[float, float], half: tuple[float, float]
) -> None:
    """The back wall, about its window."""
    x, y = center
    left, right, low, high = x - half[0], x + half[0], y - half[1], y + half[1]
    for x0, x1, y0, y1 in (
        (-_SIDE, left, 0.0, _HEIGHT),
        (right, _SIDE, 0.0, _HEIGHT),
        (left, right, 0.0, low),
        (left, right, high, _HEIGHT),
    ):
        room.parts.append(
            block("wall", ((x1 - x0) / 2, (y1 - y0) / 2, 0.05),
                  ((x0 + x1) / 2, (y0 + y1) / 2, _BACK - 0.05), color, 0.001)
        )  # fmt: skip


def _living_room(room: _Room) -> None:
    side = 1.0 if room.rng("sofa").random() < 0.5 else -1.0
    room.put(furniture.bookcase(room.rng("books"), 1.5, 6), -side * 2.5, 0.0, _BACK + 0.17)
    sofa = furniture.sofa(room.pick("sofa color", _FABRICS))
    room.put(sofa, side * 2.45, 0.0, _BACK + 0.62, -side * 0.12)
    _standing_lamp(room, side * 3.8, _BACK + 0.45)
    room.put(ornaments.plant(room.rng("plant"), 1.15), -side * 3.75, 0.0, _BACK + 0.5)
    _pictures(room, side * 2.55, 1.75)


def _kitchen(room: _Room) -> None:
    color = room.pick("front", ("7f9a86", "d8c9a6", "4f6f86", "c76f52"))
    tiles = block("tiles", (_SIDE, 0.3, 0.01), (0.0, 1.16, _BACK + 0.01), linear("e9e4d8"))
    room.parts.append(tiles)
    for x in (-3.25, -1.95, -0.65, 0.65, 1.95, 3.25):
        room.put(furniture.cabinet(1.28, 0.86, color), x, 0.0, _BACK + 0.3)
        if abs(x) > 1.0:
            room.put(furniture.cabinet(1.28, 0.62, color), x, 1.75, _BACK + 0.2)
    top = block("wood", (_SIDE - 0.1, 0.02, 0.32), (0.0, 0.88, _BACK + 0.3), OAK)
    room.parts.append(top)
    for k, x in enumerate(np.linspace(-2.8, 2.8, 8)):
        rng = room.rng(f"top {k}")
        ornament = ornaments.vase(rng) if k % 3 else ornaments.plant(rng, 0.34)
        if k % 3 == 2:
            ornament = ornaments.mug(room.pick(f"mug {k}", _FABRICS))
        room.put(ornament, float(x) + float(rng.uniform(-0.15, 0.15)), 0.9, _BACK + 0.26)
    _standing_lamp(room, 3.75, _BACK + 1.0)


def _bedroom(room: _Room) -> None:
    side = 1.0 if room.rng("bed").random() < 0.5 else -1.0
    room.put(furniture.bed(room.pick("blanket", _FABRICS)), side * 2.7, 0.0, _BACK + 1.1)
    room.put(furniture.cabinet(0.5, 0.5, WHITE, drawers=1), side * 1.6, 0.0, _BACK + 0.3)
    room.put(furniture.desk_lamp(room.pick("lamp", _FABRICS)), side * 1.6, 0.5, _BACK + 0.3)
    room.lamp((side * 1.65, 1.0, _BACK + 0.45), (2.6, 1.7, 0.9), 2.2)
    room.put(furniture.cabinet(1.5, 1.9, room.pick("wardrobe", ("e7dcc6", "b8c4bd", "8a6a4a"))),
             -side * 3.1, 0.0, _BACK + 0.3)  # fmt: skip
    room.put(ornaments.plant(room.rng("plant"), 0.8), -side * 1.9, 0.0, _BACK + 0.4)
    _pictures(room, side * 2.7, 1.75)


def _workshop(room: _Room) -> None:
    bench = furniture.table((1.3, 0.45, 0.35), PINE)
    room.put(bench, -2.4, 0.0, _BACK + 0.4)
    room.put(furniture.pegboard(room.rng("left tools")), -3.0, 1.6, _BACK + 0.02)
    room.put(furniture.pegboard(room.rng("right tools")), 2.6, 1.6, _BACK + 0.02)
    room.put(furniture.cabinet(1.5, 0.9, linear("a8382f"), drawers=3), 2.6, 0.0, _BACK + 0.3)
    room.put(furniture.desk_lamp(linear("3c7a57")), -1.6, 0.9, _BACK + 0.4)
    room.lamp((-1.55, 1.3, _BACK + 0.6), (1.9, 1.3, 0.7), 2.2)
    room.put(ornaments.pencils(room.rng("pencils")), -2.4, 0.9, _BACK + 0.4)
    room.put(ornaments.toy_blocks(room.rng("offcuts"), 0.07), -3.0, 0.9, _BACK + 0.4)
    room.put(furniture.bookcase(room.rng("boxes"), 0.9, 5), 3.65, 0.0, _BACK + 0.18)
    _standing_lamp(room, 1.35, _BACK + 0.4)


def _study(room: _Room) -> None:
    for k, x in enumerate((-3.35, -1.95, 1.95, 3.35)):
        room.put(furniture.bookcase(room.rng(f"books {k}"), 1.35, 7), x, 0.0, _BACK + 0.17)
    room.put(furniture.table((0.7, 0.375, 0.3), WALNUT), 0.0, 0.0, _BACK + 0.4)
    room.put(furniture.desk_lamp(linear("27606b")), -0.45, 0.75, _BACK + 0.4)
    room.lamp((-0.4, 1.15, _BACK + 0.6), (1.7, 1.15, 0.6), 2.2)
    room.put(ornaments.book_stack(room.rng("stack"), 4), 0.4, 0.75, _BACK + 0.4)
    room.put(furniture.chair(WALNUT), 0.1, 0.0, _BACK + 0.95, 2.8)
    _standing_lamp(room, 3.75, _BACK + 1.0)


_KINDS: dict[str, Callable[[_Room], None]] = {
    "room": _living_room,
    "kitchen": _kitchen,
    "bedroom": _bedroom,
    "workshop": _workshop,
    "study": _study,
}


def _cosy(room: _Room) -> None:
    """What every room has: fairy lights, pictures and a clock at the sides, a plant."""
    lights = room.rng("fairy lights")
    for height, depth in ((2.5, 0.1), (1.42, 0.36)):
        left, right = ((side * (_SIDE - 0.2), height, _BACK + depth) for side in (-1.0, 1.0))
        room.parts += ornaments.fairy_lights(lights, left, right, swags=6)
    for side in (-1.0, 1.0):
        picture = ornaments.picture(room.rng(f"picture {side}"), (0.36, 0.28))
        room.put(picture, side * (_SIDE - 0.02), 1.6, -1.2, -side * np.pi / 2)
        pot = ornaments.plant(room.rng(f"corner {side}"), 0.75)
        room.put(pot, side * 3.75, 0.0, -0.6)
    room.put(ornaments.clock(), -_SIDE + 0.02, 1.9, -0.2, np.pi / 2)


def _standing_lamp(room: _Room, x: float, z: float) -> None:
    room.put(furniture.floor_lamp(), x, 0.0, z)
    room.lamp((x, 1.35, z + 0.35), (4.2, 2.8, 1.5), 3.4)


def _pictures(room: _Room, x: float, y: float) -> None:
    """Three frames side by side."""
    for k in (-1, 0, 1):
        rng = room.rng(f"frame {k}")
        half = (float(rng.uniform(0.17, 0.24)), float(rng.uniform(0.2, 0.3)))
        room.put(ornaments.picture(rng, half), x + 0.6 * k, y, _BACK + 0.015)


def _play(room: _Room) -> None:
    """The floor as the stage: a rug and toys at its edges."""
    room.put(furniture.rug(room.rng("rug"), (1.7, 1.15)), 0.0, 0.0, -0.2)
    side = 1.0 if room.rng("play").random() < 0.5 else -1.0
    room.put(furniture.pouf(room.pick("pouf", _FABRICS)), side * 2.35, 0.0, -0.75)
    room.put(furniture.basket(room.rng("basket")), -side * 2.5, 0.0, -0.95)
    room.put(ornaments.toy_blocks(room.rng("blocks")), -side * 2.2, 0.0, -0.7)
    room.put(ornaments.book_stack(room.rng("stack")), side * 2.0, 0.0, -1.2)


def _table(room: _Room) -> None:
    """The table as the stage: things lie along its far edge and its ends."""
    x, z = _TABLE_HALF
    oak = linear("9a7248")
    room.put(furniture.table((x, _TABLE_HEIGHT / 2 - 0.012, z), oak), 0.0, 0.0, 0.0)
    planks = furniture.boards(room.rng("boards"), (x, z), oak, 7)
    room.put(planks, 0.0, _TABLE_HEIGHT, 0.0)
    rng = room.rng("table")
    edge = _TABLE_HEIGHT + 0.16
    left, right = ((side * (x - 0.12), edge, 0.05 - z) for side in (-1.0, 1.0))
    string = room.rng("table lights")
    room.parts += ornaments.fairy_lights(string, left, right, swags=5, bulb=0.008)
    top = _TABLE_HEIGHT
    things = [
        ornaments.book_stack(room.rng("table books"), 4),
        ornaments.mug(room.pick("table mug", _FABRICS)),
        ornaments.plant(room.rng("table plant"), 0.22),
        ornaments.pencils(room.rng("table pencils")),
        ornaments.toy_blocks(room.rng("table blocks"), 0.03),
        furniture.desk_lamp(room.pick("table lamp", _FABRICS)),
        ornaments.book_stack(room.rng("more books"), 2),
    ]
    places = np.linspace(-1.35, 1.35, len(things))
    for place, index in zip(places, rng.permutation(len(things)), strict=True):
        spot = (float(place + rng.uniform(-0.08, 0.08)), float(-z + rng.uniform(0.16, 0.3)))
        room.put(things[int(index)], spot[0], top, spot[1], float(rng.uniform(-0.6, 0.6)))
