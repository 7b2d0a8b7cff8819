"""What stands in streets and gardens."""

from typing import Final

import numpy as np

from omnireel.engines.previs.cast.lettering import board, lettered
from omnireel.engines.previs.cast.materials import SUBSTANCES
from omnireel.engines.previs.cast.prop import (
    Prop,
    at,
    box,
    cloth,
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
from omnireel.engines.previs.shapes.mesh import grid
from omnireel.engines.previs.shapes.primitives import capsule, cone, cylinder, sphere, torus
from omnireel.engines.previs.shapes.sweep import catmull_rom, lathe, tube

_LETTERED: Final = Material(finish=Finish.TEXTURED, roughness=0.45)


def fire_hydrant() -> Prop:
    """A red hydrant with its three outlets."""
    body = lathe(
        [
            (0.0, 0.0), (0.19, 0.0), (0.19, 0.035), (0.14, 0.05), (0.13, 0.5), (0.165, 0.52),
            (0.165, 0.56), (0.14, 0.58), (0.12, 0.66), (0.07, 0.72), (0.0, 0.735),
        ],
        40,
    )  # fmt: skip
    outlets = [
        at(cylinder(0.065, 0.065, 0.1, 24, 0.01), sx * 0.1, 0.4, 0, rz=-sx * 90) for sx in (-1, 1)
    ]
    outlets.append(at(cylinder(0.085, 0.085, 0.1, 28, 0.01), 0, 0.34, 0.09, rx=90))
    caps = [at(cylinder(0.075, 0.06, 0.035, 8), sx * 0.19, 0.4, 0, rz=-sx * 90) for sx in (-1, 1)]
    caps.append(at(cylinder(0.095, 0.075, 0.035, 8), 0, 0.34, 0.18, rx=90))
    caps.append(at(cylinder(0.03, 0.026, 0.05, 5), 0, 0.73, 0))
    return Prop(
        pieces=(
            piece("hydrant", glossy("d22c22", 0.35), body, *outlets, main=True),
            piece("caps", metal("d8d4c8"), *caps),
        ),
        sound="metal",
    )


def parking_meter() -> Prop:
    """A coin meter on its post."""
    post = cylinder(0.035, 0.03, 1.1, 20)
    head = lathe([(0.0, 1.08), (0.05, 1.08), (0.1, 1.16), (0.105, 1.32), (0.0, 1.32)], 36)
    head = sized(head, 1, 1, 0.7)
    dome = at(sized(sphere(36, 20), 0.105, 0.1, 0.0735), 0, 1.32, 0)
    face = at(box(0.065, 0.04, 0.01, 0.01), 0, 1.35, 0.07)
    slot = at(box(0.02, 0.03, 0.01, 0.006), 0, 1.2, 0.068)
    foot = cylinder(0.09, 0.07, 0.03, 24, 0.006)
    return Prop(
        pieces=(
            piece("head", glossy("56646e", 0.35), head, dome, main=True),
            piece("post", metal("9a9ea4"), post, foot, slot),
            piece("face", glossy("f0efe8", 0.1), face),
        ),
        sound="metal",
    )


def traffic_light() -> Prop:
    """Red, amber and green on a pole; green is lit."""
    pole = cylinder(0.05, 0.045, 2.1, 20)
    case = at(box(0.16, 0.42, 0.11, 0.05), 0, 2.45, 0)
    hoods = [
        at(lathe([(0.1, 0.0), (0.105, 0.09), (0.112, 0.09), (0.112, 0.0)], 28), 0, y, 0.1, rx=90)
        for y in (2.2, 2.45, 2.7)
    ]
    lights = {"red": ("5c1612", 2.7), "amber": ("5c4410", 2.45), "green": ("2ce070", 2.2)}
    bulbs = [
        piece(
            name,
            shining(code, 1.8) if name == "green" else glossy(code, 0.15),
            at(sized(sphere(24, 14), 0.092, 0.092, 0.035), 0, y, 0.11),
        )
        for name, (code, y) in lights.items()
    ]
    return Prop(
        pieces=(
            piece("case", glossy("2a2e32", 0.4), case, *hoods, main=True),
            piece("pole", metal("7a7e84"), pole),
            *bulbs,
        ),
        sound="metal",
    )


def street_lamp() -> Prop:
    """A lantern on a tall iron post."""
    post = lathe(
        [
            (0.0, 0.0),
            (0.16, 0.0),
            (0.15, 0.1),
            (0.07, 0.22),
            (0.05, 0.6),
            (0.04, 2.7),
            (0.07, 2.76),
            (0.0, 2.78),
        ],
        28,
    )
    roof = lathe([(0.2, 3.16), (0.12, 3.26), (0.03, 3.32), (0.0, 3.4)], 6, crease_degrees=20)
    glass = lathe([(0.09, 2.8), (0.17, 3.15)], 6, crease_degrees=20)
    return Prop(
        pieces=(
            piece("post", glossy("24302c", 0.4), post, roof, main=True),
            piece("light", shining("ffdf9a", 1.6), glass),
        ),
        sound="metal",
    )


def stop_sign() -> Prop:
    """An octagon on a post that says STOP."""
    post = cylinder(0.035, 0.035, 2.0, 16)
    plate = at(cylinder(0.38, 0.38, 0.03, 8, 0.006), 0, 2.0, 0.03, rx=90, rz=22.5)
    rim = at(cylinder(0.42, 0.42, 0.024, 8, 0.006), 0, 2.0, 0.028, rx=90, rz=22.5)
    red = linear("cc2424")
    words = piece("words", _LETTERED, at(board(0.34, 0.14, 0.004, 0.002), 0, 2.0, 0.06), main=True)
    return Prop(
        pieces=(
            piece("plate", glossy("cc2424", 0.35), plate, main=True),
            piece("rim", glossy("f4f3ef", 0.4), rim),
            piece("post", metal("9a9ea4"), post),
            words,
        ),
        sound="metal",
        textures={"words": lettered("STOP", 512, 210, red, linear("f4f3ef"))},
        writing="words",
    )


def sign() -> Prop:
    """A blank board on two posts, for words to be painted on."""
    words = at(board(0.6, 0.36, 0.03, 0.015), 0, 1.15, 0.04)
    posts = [at(box(0.035, 0.78, 0.03, 0.008), x, 0.78, -0.02) for x in (-0.42, 0.42)]
    return Prop(
        pieces=(
            piece("board", _LETTERED, words, main=True),
            piece("posts", wooden("8a5c34"), *posts),
        ),
        sound="wood",
        textures={"board": lettered("", 640, 384, linear("f2e6c8"))},
        writing="board",
    )


def fence() -> Prop:
    """Three metres of picket fence."""
    pickets = []
    for x in np.arange(-1.44, 1.45, 0.18).tolist():
        pickets += [at(box(0.05, 0.4, 0.012, 0.006), x, 0.42, 0.03)]
        pickets += [at(sized(cone(0.07, 0.12, 4), 1, 1, 0.25), x, 0.81, 0.03, ry=0)]
    rails = [at(box(1.5, 0.035, 0.015, 0.006), 0, y, 0) for y in (0.28, 0.62)]
    posts = [at(box(0.045, 0.5, 0.045, 0.01), x, 0.5, -0.04) for x in (-1.3, 0, 1.3)]
    return Prop(
        pieces=(piece("fence", glossy("f2efe8", 0.6), *pickets, *rails, *posts, main=True),),
        sound="wood",
    )


def wall() -> Prop:
    """A length of brick wall."""
    brick = SUBSTANCES["brick"]
    stuff = Material(finish=brick.finish, color=brick.color, roughness=0.9, scale=6.0)
    bricks = at(box(1.2, 0.7, 0.12, 0.01), 0, 0.7, 0)
    coping = at(box(1.24, 0.04, 0.16, 0.02), 0, 1.43, 0)
    return Prop(
        pieces=(
            piece("bricks", stuff, bricks, main=True),
            piece("coping", matte("c8c0b0"), coping),
        ),
        sound="stone",
    )


def mailbox() -> Prop:
    """A letter box on a post, its flag up."""
    post = at(box(0.05, 0.5, 0.05, 0.01), 0, 0.5, 0)
    case = [
        at(box(0.13, 0.09, 0.24, 0.02), 0, 1.08, 0),
        at(cylinder(0.13, 0.13, 0.48, 36, 0.012), 0, 1.16, -0.24, rx=90),
    ]
    flag = [
        at(box(0.006, 0.08, 0.008, 0.003), 0.14, 1.2, 0.04),
        at(box(0.006, 0.03, 0.05, 0.003), 0.14, 1.28, 0.08),
    ]
    return Prop(
        pieces=(
            piece("case", glossy("2f6fb0", 0.3), *case, main=True),
            piece("flag", glossy("d8261c", 0.4), *flag),
            piece("post", wooden("9a6a3c"), post),
        ),
        sound="metal",
    )


def trash_can() -> Prop:
    """A ribbed dustbin with a lid."""
    ribs = [at(torus(0.2 + 0.035 * y / 0.6, 0.01, 40, 8), 0, y, 0) for y in (0.05, 0.3, 0.56)]
    body = cylinder(0.2, 0.235, 0.6, 40, 0.01)
    lid = lathe([(0.25, 0.6), (0.25, 0.63), (0.18, 0.67), (0.0, 0.69)], 40)
    grip = at(torus(0.05, 0.01, 20, 8), 0, 0.69, 0, rx=90)
    return Prop(
        pieces=(piece("can", metal("8c9298", 0.4), body, *ribs, lid, grip, main=True),),
        sound="metal",
    )


def traffic_cone() -> Prop:
    """Orange and white."""
    hull = (
        lathe([(0.15, 0.03), (0.105, 0.24)], 32),
        lathe([(0.072, 0.4), (0.03, 0.62), (0.0, 0.63)], 32),
    )
    foot = at(box(0.2, 0.016, 0.2, 0.015), 0, 0.016, 0)
    band = lathe([(0.105, 0.24), (0.072, 0.4)], 32)
    return Prop(
        pieces=(
            piece("cone", glossy("f0641c", 0.5), *hull, foot, main=True),
            piece("band", glossy("f6f3ea", 0.5), band),
        ),
        sound="plastic",
    )


def swing() -> Prop:
    """A swing in its frame."""
    frame: list[Mesh] = [at(capsule(0.04, 2.2), -1.1, 2.1, 0, rz=-90)]
    frame += [
        at(capsule(0.04, 2.16), x, 0.04, s * 0.55, rx=-s * 14) for x in (-1.1, 1.1) for s in (-1, 1)
    ]
    ropes = [at(cylinder(0.012, 0.012, 1.6, 8), x, 0.5, 0) for x in (-0.22, 0.22)]
    seat = at(box(0.26, 0.018, 0.1, 0.012), 0, 0.5, 0)
    return Prop(
        pieces=(
            piece("frame", glossy("d8452c", 0.4), *frame, main=True),
            piece("ropes", matte("c8b088"), *ropes),
            piece("seat", wooden("a8703e"), seat),
        ),
        sound="metal",
    )


def ladder() -> Prop:
    """A ladder that leans a little."""
    rails = [at(box(0.025, 1.2, 0.03, 0.01), x, 1.18, 0) for x in (-0.2, 0.2)]
    rungs = [
        at(cylinder(0.016, 0.016, 0.4, 12), -0.2, y, 0, rz=-90)
        for y in np.arange(0.25, 2.3, 0.28).tolist()
    ]
    return Prop(
        pieces=(
            piece(
                "ladder",
                wooden("c08a50"),
                *[at(m, 0, 0, 0.1, rx=-6) for m in (*rails, *rungs)],
                main=True,
            ),
        ),
        sound="wood",
    )


def flag() -> Prop:
    """A flag on a pole, caught in a wave."""
    u, v = np.meshgrid(np.linspace(0, 1, 30), np.linspace(0, 1, 12), indexing="ij")
    wave = 0.09 * np.sin(u * 7.5 - v) * u
    sheet = np.stack([0.03 + 1.1 * u, 1.75 + 0.7 * v - 0.06 * u, wave], axis=-1)
    back = grid(sheet[::-1] * (1, 1, 1) - (0, 0, 0.006))
    pole = [cylinder(0.028, 0.022, 2.6, 16), at(sized(sphere(16, 10), 0.05), 0, 2.62, 0)]
    return Prop(
        pieces=(
            piece("cloth", cloth("d8261c", 3.0), grid(sheet), back, main=True),
            piece("pole", metal("d8d4c8"), *pole),
        ),
        sound="cloth",
    )


def fountain() -> Prop:
    """A round basin with a column and falling water."""
    basin = lathe(
        [(0.0, 0.0), (1.0, 0.0), (1.05, 0.06), (1.05, 0.4), (0.95, 0.42), (0.93, 0.3), (0.0, 0.28)],
        48,
        crease_degrees=50,
    )
    bowl = lathe(
        [(0.0, 0.28), (0.14, 0.3), (0.1, 0.8), (0.42, 1.0), (0.42, 1.06), (0.1, 1.0), (0.0, 1.0)],
        40,
        crease_degrees=50,
    )
    water = [lathe([(0.93, 0.36), (0.0, 0.36)], 48), lathe([(0.4, 1.045), (0.0, 1.05)], 40)]
    jets = []
    for a in np.arange(8) * np.pi / 4:
        c, s = np.cos(a), np.sin(a)
        arc = [
            (r * c, y, r * s)
            for r, y in ((0.04, 1.05), (0.18, 1.5), (0.36, 1.45), (0.55, 0.9), (0.62, 0.37))
        ]
        jets.append(tube(catmull_rom(arc, 6), np.linspace(0.012, 0.028, 25), 8))
    stone = SUBSTANCES["stone"]
    rock = Material(finish=stone.finish, color=stone.color, roughness=0.9, scale=2.0)
    return Prop(
        pieces=(
            piece("stone", rock, basin, bowl, main=True),
            piece("water", glossy("7cc0dc", 0.05), *water),
            piece("jets", glossy("c4e4f2", 0.1), *jets),
        ),
        sound="stone",
    )


NOUNS: Final = {
    "fire hydrant": fire_hydrant,
    "hydrant": fire_hydrant,
    "parking meter": parking_meter,
    "traffic light": traffic_light,
    "stoplight": traffic_light,
    "street lamp": street_lamp,
    "streetlamp": street_lamp,
    "street light": street_lamp,
    "streetlight": street_lamp,
    "lamppost": street_lamp,
    "lamp post": street_lamp,
    "stop sign": stop_sign,
    "sign": sign,
    "signpost": sign,
    "billboard": sign,
    "signboard": sign,
    "fence": fence,
    "picket fence": fence,
    "wall": wall,
    "brick wall": wall,
    "mailbox": mailbox,
    "letterbox": mailbox,
    "trash can": trash_can,
    "garbage can": trash_can,
    "dustbin": trash_can,
    "traffic cone": traffic_cone,
    "cone": traffic_cone,
    "swing": swing,
    "ladder": ladder,
    "flag": flag,
    "fountain": fountain,
}
