"""Round things that roll: their patterns turn with them, so that one sees them roll."""

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.cast.prop import Piece, Prop
from omnireel.engines.previs.colors import encode, linear
from omnireel.engines.previs.scene import Finish, Material, Pixels, Vec3
from omnireel.engines.previs.shapes import primitives
from omnireel.engines.previs.shapes.transform import scaling, translation

Directions: TypeAlias = NDArray[np.float64]
Pattern: TypeAlias = Callable[[Directions], Directions]
_PX: Final = 256
_GOLDEN: Final = (1 + 5**0.5) / 2
# Distances of a truncated icosahedron's faces from its middle, its edge being 1.
_PENTAGON: Final = 2.32743843
_HEXAGON: Final = 2.26728394


def _rolling(radius: float, sound: str, material: Material, texture: Pixels | None = None) -> Prop:
    ball = Piece(
        name="ball",
        mesh=primitives.sphere(48, 28),
        material=material,
        main=True,
        center=translation(0, radius, 0) @ scaling(radius),
    )
    return Prop(
        pieces=(ball,),
        sound=sound,
        textures={} if texture is None else {"ball": texture},
        rolling=True,
    )


def _patterned(radius: float, sound: str, roughness: float, pattern: Pattern) -> Prop:
    material = Material(finish=Finish.TEXTURED, roughness=roughness)
    return _rolling(radius, sound, material, _painted(pattern))


def _painted(pattern: Pattern) -> Pixels:
    """A sphere's texture: the pattern gives linear RGB (h, w, 3) for directions (h, w, 3)."""
    height, width = _PX, 2 * _PX
    around = (np.arange(width) + 0.5) / width * 2 * np.pi
    down = (1 - (np.arange(height) + 0.5) / height)[:, None] * np.pi  # the top row is v = 1
    ring = np.sin(down)
    directions = np.stack(
        [ring * np.cos(around), np.cos(down) + 0 * around, ring * np.sin(around)], axis=-1
    )
    rgb = encode(pattern(directions))
    return np.ascontiguousarray(
        np.concatenate([rgb, np.full((height, width, 1), 255, np.uint8)], axis=2)
    )


def _mix(base: Vec3 | Directions, over: Vec3, share: Directions) -> Directions:
    """`base` with `over` painted where share (h, w) is 1."""
    weight = np.clip(share, 0, 1)[..., None]
    return np.asarray(np.asarray(base) * (1 - weight) + np.asarray(over) * weight)


def _line(distance: Directions, width: float) -> Directions:
    """1 within `width` of where distance is 0, with a soft edge."""
    return np.asarray(np.clip((width - np.abs(distance)) / 0.012 + 0.5, 0, 1))


def _cyclic(a: float, b: float) -> list[tuple[float, float, float]]:
    signs = [(s, t) for s in (a, -a) for t in (b, -b)]
    return [p for s, t in signs for p in ((0.0, s, t), (s, t, 0.0), (t, 0.0, s))]


def _soccer(d: Directions) -> Directions:
    points = np.array(_cyclic(1.0, _GOLDEN))
    corners = [(x, y, z) for x in (1.0, -1.0) for y in (1.0, -1.0) for z in (1.0, -1.0)]
    faces = np.array(corners + _cyclic(_GOLDEN, 1 / _GOLDEN))
    pentagons = points / np.linalg.norm(points, axis=1, keepdims=True)
    hexagons = faces / np.linalg.norm(faces, axis=1, keepdims=True)
    reach = np.concatenate([d @ pentagons.T / _PENTAGON, d @ hexagons.T / _HEXAGON], axis=-1)
    two = np.partition(reach, -2, axis=-1)
    seam = _line(two[..., -1] - two[..., -2], 0.008)
    dark = reach[..., :12].max(axis=-1) >= two[..., -1] - 1e-9
    return _mix(
        _mix(linear("f4f3ef"), linear("1c1d22"), dark.astype(float)), linear("4a4a50"), seam
    )


def _basketball(d: Directions) -> Directions:
    x, y, z = np.moveaxis(d, -1, 0)
    lines = np.maximum(_line(x, 0.022), _line(y, 0.022))
    lines = np.maximum(lines, _line(np.abs(z) - 0.55 - 0.25 * x * x, 0.022))
    return _mix(linear("dd7426"), linear("2a2220"), lines)


def _seamed(cover: str, seam: str) -> Pattern:
    """A tennis ball's or a baseball's one curve round the ball."""

    def pattern(d: Directions) -> Directions:
        x, y, z = np.moveaxis(d, -1, 0)
        across = (x * x - z * z) - 1.3 * y
        return _mix(linear(cover), linear(seam), _line(across, 0.055))

    return pattern


def _volleyball(d: Directions) -> Directions:
    side = np.argmax(np.abs(d), axis=-1)
    rolled = np.take_along_axis(d, ((side + 1) % 3)[..., None], axis=-1)[..., 0]
    edge = np.abs(d).max(axis=-1) - np.partition(np.abs(d), 1, axis=-1)[..., 1]
    stripes = np.maximum(_line(np.abs(rolled) - 0.22, 0.014), _line(edge, 0.016))
    return _mix(linear("f2ecd8"), linear("9a8f78"), stripes)


def _beach(d: Directions) -> Directions:
    paints = [linear(code) for code in ("e8402c", "f6f3ea", "f7c42a", "f6f3ea", "2f7fd6", "f6f3ea")]
    turn = np.arctan2(d[..., 2], d[..., 0]) / (2 * np.pi) % 1
    gores = np.array(paints)[(turn * 6).astype(int) % 6]
    return _mix(gores, linear("f6f3ea"), (np.abs(d[..., 1]) > 0.955).astype(float))


def _toy(d: Directions) -> Directions:
    band = _line(d[..., 1], 0.2)
    stars = (np.abs(d[..., 1]) > 0.93).astype(float)
    return _mix(linear("d8261c"), linear("f6f3ea"), np.maximum(band, stars))


def _bowling(d: Directions) -> Directions:
    holes = np.array([(0.18, 0.95, 0.2), (-0.18, 0.95, 0.2), (0.0, 0.97, -0.18)])
    holes /= np.linalg.norm(holes, axis=1, keepdims=True)
    nearest = (d @ holes.T).max(axis=-1)
    swirl = 0.5 + 0.5 * np.sin(5 * d[..., 0] + 7 * d[..., 1] * d[..., 2] + 4 * d[..., 2])
    base = _mix(linear("2238a0"), linear("14205c"), swirl)
    return _mix(base, linear("07080c"), (nearest > 0.992).astype(float))


def _eight(d: Directions) -> Directions:
    spot = np.maximum(d[..., 2], 0) * (np.hypot(d[..., 0], d[..., 1]) < 0.45)
    rings = [
        _line(np.hypot(d[..., 0], d[..., 1] - y) - 0.11, 0.035) * (d[..., 2] > 0)
        for y in (0.1, -0.12)
    ]
    base = _mix(linear("121214"), linear("f4f3ef"), (spot > 0).astype(float))
    return _mix(base, linear("121214"), np.maximum(*rings))


def _globe(d: Directions) -> Directions:
    x, y, z = np.moveaxis(d, -1, 0)
    land = np.sin(3.1 * x + 1.7 * z + 0.6) + np.sin(4.3 * y - 2.2 * x) + np.sin(3.7 * z + 2.9 * y)
    shore = np.clip(land * 6 - 2.2, 0, 1)
    base = _mix(linear("2a72c8"), linear("4ca04a"), shore)
    return _mix(base, linear("f4f6f8"), (np.abs(y) > 0.93).astype(float))


def _yarn(d: Directions) -> Directions:
    x, y, z = np.moveaxis(d, -1, 0)
    wound = np.where(x + y > 0, np.sin(38 * (x - z)), np.sin(38 * (y + 0.6 * z)))
    return _mix(linear("d8568a"), linear("9a2f5c"), 0.5 + 0.5 * wound)


def ball() -> Prop:
    """A red toy ball with a white band."""
    return _patterned(0.11, "rubber", 0.35, _toy)


def soccer_ball() -> Prop:
    """Black pentagons, white hexagons."""
    return _patterned(0.11, "rubber", 0.4, _soccer)


def basketball() -> Prop:
    """Orange with dark seams."""
    return _patterned(0.12, "rubber", 0.7, _basketball)


def tennis_ball() -> Prop:
    """Yellow-green felt with a white seam."""
    return _patterned(0.05, "rubber", 0.95, _seamed("c8dc3c", "f4f4ea"))


def baseball() -> Prop:
    """White leather with red stitches."""
    return _patterned(0.05, "leather", 0.6, _seamed("f2efe6", "c8302c"))


def volleyball() -> Prop:
    """Cream with seams."""
    return _patterned(0.105, "rubber", 0.5, _volleyball)


def beach_ball() -> Prop:
    """Six gores in three colours and white."""
    return _patterned(0.2, "plastic", 0.25, _beach)


def bowling_ball() -> Prop:
    """Blue marbled, with three holes."""
    return _patterned(0.11, "stone", 0.12, _bowling)


def eight_ball() -> Prop:
    """The black pool ball."""
    return _patterned(0.05, "stone", 0.1, _eight)


def globe() -> Prop:
    """A planet with seas, land and ice."""
    return _patterned(0.3, "plastic", 0.4, _globe)


def ball_of_yarn() -> Prop:
    """Wool, wound."""
    return _patterned(0.09, "plush", 0.95, _yarn)


def marble() -> Prop:
    """A glass marble with a swirl, ten times as big as life, to be seen."""
    material = Material(finish=Finish.GLASS, color=linear("2f7fd6"), roughness=0.05)
    return _rolling(0.08, "glass", material)


def pearl() -> Prop:
    """A plain sphere."""
    return _rolling(0.15, "stone", Material(color=linear("e8e4dc"), roughness=0.2))


def snowball() -> Prop:
    """Packed snow."""
    snow = Material(finish=Finish.SNOW, color=linear("f4f7fa"), roughness=0.9, scale=6.0)
    return _rolling(0.09, "snow", snow)


NOUNS: Final = {
    "ball": ball,
    "rubber ball": ball,
    "toy ball": ball,
    "bouncy ball": ball,
    "soccer ball": soccer_ball,
    "football": soccer_ball,
    "basketball": basketball,
    "basket ball": basketball,
    "tennis ball": tennis_ball,
    "baseball": baseball,
    "volleyball": volleyball,
    "beach ball": beach_ball,
    "beachball": beach_ball,
    "bowling ball": bowling_ball,
    "pool ball": eight_ball,
    "billiard ball": eight_ball,
    "8 ball": eight_ball,
    "eight ball": eight_ball,
    "earth": globe,
    "globe": globe,
    "planet earth": globe,
    "ball of yarn": ball_of_yarn,
    "yarn ball": ball_of_yarn,
    "marble": marble,
    "glass marble": marble,
    "sphere": pearl,
    "orb": pearl,
    "pearl": pearl,
    "snowball": snowball,
}
