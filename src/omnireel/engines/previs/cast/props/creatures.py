"""Animals whose drawing is only a face: the face as a head on a soft body that looks to +z."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import numpy as np

from omnireel.engines.previs.art.pack import drawings, raster
from omnireel.engines.previs.cast.paint import oklab, recolored
from omnireel.engines.previs.cast.prop import Piece, Prop, at, cloth, metal, piece, sized
from omnireel.engines.previs.cast.sizes import height_of
from omnireel.engines.previs.colors import decode, linear
from omnireel.engines.previs.scene import Finish, Floats, Material, Mesh
from omnireel.engines.previs.shapes import solid
from omnireel.engines.previs.shapes.inflate import Filling, inflate, painted
from omnireel.engines.previs.shapes.mesh import merged, transformed
from omnireel.engines.previs.shapes.primitives import cone, sphere
from omnireel.engines.previs.shapes.sweep import catmull_rom, tube
from omnireel.engines.previs.shapes.transform import scaling

_HEAD: Final = Filling(depth=0.36, rounding=0.42, dome=0.0)
_CELL: Final = 0.048
_PX: Final = 512
_TEXTURED: Final = Material(finish=Finish.TEXTURED, roughness=0.65)
_BROW: Final = (-0.47, 1.48, 0.0)  # metres: where the horn grows


@dataclass(frozen=True, slots=True, kw_only=True)
class _Breed:
    """Colours (sRGB) and proportions; lengths are shares of an animal about one metre tall."""

    slug: str
    coat: str
    legs: str
    belly: str
    girth: float = 0.3
    length: float = 0.42
    legs_long: float = 0.42
    head: float = 0.74
    tail: tuple[float, float] = (0.1, 0.09)  # length, thickness
    tip: str = ""
    socks: bool = False  # whether the legs keep their colour when the coat is asked for in another
    chin: float = 0.06  # how far below the drawing's middle the face's middle is


_BREEDS: Final = (
    _Breed(slug="bear", coat="8a5a38", legs="6f4529", belly="a9764e", girth=0.34),
    _Breed(slug="polar-bear", coat="f0efec", legs="e2e0dc", belly="f8f7f5", girth=0.34),
    _Breed(
        slug="panda",
        socks=True,
        coat="f2f1ee",
        legs="2a2440",
        belly="f8f7f5",
        girth=0.36,
        tip="2a2440",
    ),
    _Breed(slug="koala", coat="9a9aa0", legs="86868c", belly="e4e3e2", girth=0.32, length=0.36),
    _Breed(
        slug="fox",
        socks=True,
        chin=0.16,
        coat="f07a24",
        legs="3a2620",
        belly="fae6cc",
        girth=0.22,
        length=0.44,
        head=0.66,
        tail=(0.62, 0.13),
        tip="fae6cc",
    ),
    _Breed(
        slug="wolf",
        coat="97979c",
        legs="7c7c82",
        belly="d8d8da",
        girth=0.25,
        length=0.48,
        legs_long=0.5,
        head=0.64,
        tail=(0.5, 0.1),
        tip="6a6a70",
    ),
    _Breed(
        slug="lion",
        coat="f2ab38",
        legs="e09a2c",
        belly="fbd892",
        girth=0.28,
        length=0.52,
        legs_long=0.46,
        head=0.78,
        tail=(0.6, 0.035),
        tip="6a4426",
    ),
    _Breed(
        slug="raccoon",
        socks=True,
        coat="8e8e92",
        legs="4e4e54",
        belly="cfcfd2",
        girth=0.28,
        length=0.42,
        legs_long=0.34,
        tail=(0.55, 0.11),
        tip="3c3c42",
    ),
    _Breed(
        slug="hamster",
        socks=True,
        chin=0.1,
        coat="f0ab56",
        legs="f2a0a0",
        belly="fbe8cc",
        girth=0.36,
        length=0.34,
        legs_long=0.24,
    ),
    _Breed(
        slug="frog",
        chin=0.08,
        coat="22c95c",
        legs="1cae50",
        belly="f8d838",
        girth=0.38,
        length=0.34,
        legs_long=0.22,
        tail=(0.0, 0.0),
    ),
    _Breed(
        slug="cat-face",
        coat="fdb138",
        legs="f5a42c",
        belly="fde0a8",
        girth=0.22,
        length=0.42,
        legs_long=0.36,
        head=0.68,
        tail=(0.62, 0.05),
    ),
    _Breed(
        slug="dog-face",
        coat="f6b765",
        legs="f0ac58",
        belly="fbe3bd",
        girth=0.25,
        length=0.44,
        legs_long=0.42,
        head=0.72,
        tail=(0.36, 0.07),
        tip="fbe3bd",
    ),
    _Breed(
        slug="tiger-face",
        coat="f98a24",
        legs="f07c1a",
        belly="fbeee0",
        girth=0.28,
        length=0.54,
        legs_long=0.46,
        tail=(0.62, 0.06),
        tip="2a2226",
    ),
    _Breed(
        slug="rabbit-face",
        chin=0.2,
        coat="d9d4e4",
        legs="cbc5d8",
        belly="f2f0f6",
        girth=0.26,
        length=0.32,
        legs_long=0.26,
        head=0.8,
        tail=(0.1, 0.12),
        tip="f6f4fa",
    ),
    _Breed(
        slug="pig-face",
        coat="ff9aa4",
        legs="f58792",
        belly="ffb8bf",
        girth=0.34,
        length=0.46,
        legs_long=0.3,
        head=0.66,
        tail=(0.1, 0.04),
    ),
    _Breed(
        slug="cow-face",
        coat="f4f2ee",
        legs="e8e4de",
        belly="ffb0b8",
        girth=0.34,
        length=0.54,
        legs_long=0.5,
        head=0.72,
        tail=(0.5, 0.03),
        tip="4a4a50",
    ),
    _Breed(
        slug="mouse-face",
        socks=True,
        chin=0.12,
        coat="c4bccd",
        legs="ff9aa4",
        belly="e2dde8",
        girth=0.3,
        length=0.36,
        legs_long=0.22,
        head=0.74,
        tail=(0.66, 0.026),
        tip="ff9aa4",
    ),
)


def _torso(breed: _Breed) -> Mesh:
    """Chest, rump and neck in one."""
    girth, half, up = breed.girth, breed.length, breed.legs_long + breed.girth * 0.75

    def distance(points: Floats) -> Floats:
        chest = solid.ellipsoid(
            points, (0, up + 0.03, half * 0.42), (girth, girth * 1.04, half * 0.62)
        )
        rump = solid.ellipsoid(points, (0, up, -half * 0.45), (girth * 0.97, girth, half * 0.62))
        neck = solid.capsule(points, (0, up, half * 0.4), (0, up + girth, half * 0.6), girth * 0.5)
        return solid.union(solid.union(chest, rump, 0.14), neck, 0.12)

    reach = girth + half
    low, high = (
        (-girth * 1.2, up - girth * 1.3, -reach),
        (girth * 1.2, up + girth * 2.0, reach + 0.2),
    )
    return solid.surface_nets(distance, low, high, _CELL)


def _leg(thick: float, long: float) -> Mesh:
    """A leg with a paw that points to +z, its sole at y = 0."""

    def distance(points: Floats) -> Floats:
        shank = solid.capsule(points, (0, thick * 0.9, 0), (0, long, 0), thick * 0.84, thick)
        paw = solid.ellipsoid(
            points, (0, thick * 0.62, thick * 0.35), (thick, thick * 0.66, thick * 1.2)
        )
        return np.maximum(solid.union(shank, paw, 0.05), -points[:, 1])

    low, high = (-thick * 1.3, -0.06, -thick * 1.3), (thick * 1.3, long + thick * 1.3, thick * 1.9)
    return solid.surface_nets(distance, low, high, _CELL * 0.9)


def _tail(breed: _Breed) -> tuple[Mesh, Mesh]:
    """The tail but for its end, and the end."""
    long, thick = breed.tail
    start = np.array([0, breed.legs_long + breed.girth * 0.9, -breed.length * 0.85])
    if long < 0.2:
        stub = at(sized(sphere(20, 14), max(thick, 0.02)), *start.tolist())
        return stub, stub
    bend = [
        (0, 0, 0),
        (0, 0.02, -long * 0.4),
        (0.03, long * 0.3, -long * 0.75),
        (0.05, long * 0.75, -long * 0.82),
    ]
    path = np.asarray(catmull_rom(bend, 8)) + start
    share = np.linspace(0, 1, len(path))
    swell = thick * np.maximum(0.35, np.sin(np.pi * np.clip(share * 0.85 + 0.12, 0, 1)))
    if thick < 0.06:
        swell = np.full(len(path), thick)
    swell = swell * np.sqrt(np.maximum(1 - share**10, 0.002))  # round at the end
    cut = int(len(path) * 0.68)
    end = tube(path[cut - 1 :], swell[cut - 1 :] * (1.0 if thick > 0.045 else 2.2), 14)
    return tube(path[: cut + 1], swell[: cut + 1], 14), end


def _head(breed: _Breed) -> tuple[Piece, Mesh]:
    """The inflated face in front of the neck, and the round back of the head."""
    face = inflate(raster(drawings()[breed.slug], _PX), _HEAD)
    x, y, z = 0.0, breed.legs_long + breed.girth * 2.0, breed.length * 0.75 + breed.girth * 0.55
    material = Material(finish=Finish.TEXTURED, roughness=0.75)
    mesh = at(sized(face, breed.head), x, y, z)
    skull = sized(sphere(32, 20), *(breed.head * share for share in (0.31, 0.3, 0.27)))
    drop = breed.head * breed.chin
    return (
        Piece(name="head", mesh=mesh, material=material, main=True),
        at(skull, x, y - drop, z - breed.head * 0.2),
    )


def _height(breed: _Breed) -> float:
    """The whole animal's height in metres, not its face's."""
    body = breed.slug.removesuffix("-face")
    return height_of(drawings().get(body, drawings()[breed.slug]))


def _creature(breed: _Breed) -> Prop:
    stance, half = breed.girth * 0.62, breed.length * 0.62
    leg = _leg(breed.girth * 0.4, breed.legs_long + breed.girth * 0.35)
    legs = [at(leg, s * stance, 0, z) for s in (-1, 1) for z in (-half, half)]
    belly = at(
        sized(sphere(28, 18), breed.girth * 0.72, breed.girth * 0.8, breed.length * 0.7),
        0,
        breed.legs_long + breed.girth * 0.52,
        breed.length * 0.1,
    )
    tail, tip = _tail(breed)
    head, skull = _head(breed)
    pieces = (
        piece("coat", cloth(breed.coat), _torso(breed), tail, skull, main=True),
        replace(piece("legs", cloth(breed.legs), *legs, main=not breed.socks), shade=0.8),
        piece("belly", cloth(breed.belly), belly),
        piece("tip", cloth(breed.tip or breed.coat), tip, main=not breed.tip),
        head,
    )
    return _tall(pieces, _height(breed), breed.slug)


def _tall(pieces: tuple[Piece, ...], height: float, slug: str) -> Prop:
    """The pieces scaled so that they are so tall, about the y axis."""
    top = max(float(p.mesh.positions[:, 1].max()) for p in pieces)
    scaled = tuple(
        Piece(
            name=p.name,
            mesh=transformed(p.mesh, scaling(height / top)),
            material=p.material,
            main=p.main,
        )
        for p in pieces
    )
    face = painted(raster(drawings()[slug], _PX))
    return Prop(pieces=scaled, sound="plush", textures={"head": face})


def unicorn() -> Prop:
    """A white horse in profile with a violet mane and a golden horn."""
    pixels = raster(drawings()["horse"], _PX)
    body = inflate(pixels)
    low, high = body.positions.min(axis=0), body.positions.max(axis=0)
    scale = height_of(drawings()["unicorn"]) / float(high[1] - low[1])
    body = sized(at(body, 0, -float(low[1]), 0), scale)
    turns = np.linspace(0, 10 * np.pi, 60)
    share = np.linspace(0, 1, 60)
    ridge = np.stack(
        [0.036 * (1 - share) * np.cos(turns), 0.3 * share, 0.036 * (1 - share) * np.sin(turns)], 1
    )
    horn = at(merged([cone(0.042, 0.32, 20), tube(ridge, 0.007, 6)]), *_BROW, rz=28)
    white = recolored(painted(pixels), linear("f6f4f8"))
    mane = oklab(decode(white[..., :3]))[..., 0] < 0.4
    rows = np.arange(_PX)[:, None] / _PX  # eyes and hooves are as dark as the mane; they stay
    columns = np.arange(_PX)[None, :] / _PX
    mane &= (columns > 0.27) & (rows < 0.5)
    white[mane, :3] = (150, 96, 214)
    return Prop(
        pieces=(
            Piece(name="coat", mesh=body, material=_TEXTURED, main=True),
            piece("horn", metal("f2c04c", 0.25), horn),
        ),
        sound="plush",
        textures={"coat": white},
        facing="side",
    )


_SAME: Final = {
    "bear": "grizzly, grizzly bear, brown bear, black bear, bear cub",
    "polar-bear": "ice bear",
    "panda": "panda bear, giant panda",
    "fox": "red fox, vixen",
    "wolf": "coyote, husky, jackal",
    "lion": "lioness, lion cub",
    "cat-face": "kitten, kitty, tabby, tomcat, house cat, siamese cat, persian cat",
    "dog-face": "puppy, doggy, hound, labrador, retriever, golden retriever, beagle, terrier, "
    "bulldog, dachshund, collie, corgi, pug, spaniel, dalmatian, shiba inu",
    "tiger-face": "tiger cub",
    "rabbit-face": "bunny, bunny rabbit, hare",
    "pig-face": "piglet, hog",
    "cow-face": "calf, cattle, dairy cow",
    "hamster": "guinea pig, gerbil",
    "frog": "toad",
}


def _nouns() -> dict[str, Callable[[], Prop]]:
    made: dict[str, Callable[[], Prop]] = {}
    for breed in _BREEDS:
        names = [breed.slug.removesuffix("-face").replace("-", " ")]
        names += [name for name in _SAME.get(breed.slug, "").split(", ") if name]
        made |= dict.fromkeys(names, partial(_creature, breed))
    return made


NOUNS: Final = {**_nouns(), "unicorn": unicorn}
