"""What stands in kitchens and bathrooms, and what one eats and drinks from."""

from typing import Final

from omnireel.engines.previs.cast.prop import (
    CLEAR,
    Piece,
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
from omnireel.engines.previs.scene import Material, Mesh
from omnireel.engines.previs.shapes.primitives import cylinder, disc, sphere, torus
from omnireel.engines.previs.shapes.sweep import catmull_rom, lathe, tube

_POLISH: Final = 0.18


def _vessel(
    name: str, material: Material, outside: list[tuple[float, float]], wall: float, floor: float
) -> Piece:
    """A turned vessel, open at the top, with an inside."""
    inside = [(max(r - wall, 0.0), y) for r, y in reversed(outside) if y > floor]
    profile = [(0.0, 0.0), *outside, *inside, (max(outside[0][0] - wall, 0.0), floor), (0.0, floor)]
    return piece(name, material, lathe(profile, 40, crease_degrees=30), main=True)


def _curved(*points: tuple[float, float]) -> list[tuple[float, float]]:
    """A smooth outline through the points."""
    return [(float(r), float(y)) for r, y in catmull_rom(points, 5)]


def _handle(x: float, low: float, high: float, out: float, radius: float) -> Mesh:
    """A cup's ear at +x."""
    points = [(x, low, 0), (x + out, low + 0.01, 0), (x + out, high - 0.01, 0), (x, high, 0)]
    return tube(catmull_rom(points, 8), radius, 12)


def mug() -> Prop:
    """A mug of coffee."""
    outside = [(0.05, 0.0), (0.056, 0.006), (0.058, 0.06), (0.058, 0.13)]
    body = _vessel("mug", glossy("d8452c", _POLISH), outside, 0.006, 0.012)
    ear = piece(
        "ear", glossy("d8452c", _POLISH), _handle(0.055, 0.03, 0.105, 0.045, 0.009), main=True
    )
    coffee = piece("coffee", glossy("3a2014", 0.1), at(disc(0.053), 0, 0.112, 0))
    return Prop(pieces=(body, ear, coffee), sound="ceramic")


def teacup() -> Prop:
    """A cup on its saucer."""
    outside = [(0.026, 0.014), *_curved((0.03, 0.016), (0.048, 0.04), (0.058, 0.085))]
    cup = _vessel("cup", glossy("f4efe4", _POLISH), outside, 0.004, 0.02)
    saucer = lathe(
        [(0.0, 0.0), (0.04, 0.0), (0.09, 0.014), (0.09, 0.018), (0.04, 0.008), (0, 0.008)]
    )
    ear = _handle(0.05, 0.035, 0.075, 0.035, 0.006)
    tea = piece("tea", glossy("9a5a20", 0.1), at(disc(0.052), 0, 0.074, 0))
    return Prop(
        pieces=(cup, piece("saucer", glossy("f4efe4", _POLISH), saucer, ear, main=True), tea),
        sound="ceramic",
    )


def tumbler() -> Prop:
    """A drinking glass with water."""
    outside = [(0.032, 0.0), (0.035, 0.004), (0.042, 0.13)]
    glass = _vessel("glass", CLEAR, outside, 0.003, 0.012)
    return Prop(
        pieces=(glass, piece("water", glossy("8cc4e0", 0.05), at(disc(0.037), 0, 0.095, 0))),
        sound="glass",
    )


def wine_glass() -> Prop:
    """A stemmed glass with red wine."""
    cup = _curved((0.006, 0.1), (0.035, 0.115), (0.046, 0.15), (0.04, 0.21))
    inside = [(r - 0.003, y + 0.002) for r, y in reversed(cup[:-1])]
    foot = [(0.0, 0.0), (0.04, 0.0), (0.04, 0.003), (0.006, 0.012), (0.005, 0.09)]
    profile = [*foot, *cup, *inside, (0.0, 0.103)]
    wine = lathe([(0.0, 0.101), (0.03, 0.119), (0.042, 0.148), (0.0, 0.148)], 40, crease_degrees=30)
    return Prop(
        pieces=(
            piece("glass", CLEAR, lathe(profile, 40), main=True),
            piece("wine", glossy("6a1020", 0.1), wine),
        ),
        sound="glass",
    )


def bottle() -> Prop:
    """A green glass bottle with a cork."""
    profile = [
        (0.0, 0.0), (0.038, 0.0), (0.042, 0.006), (0.042, 0.18), (0.036, 0.215),
        (0.017, 0.25), (0.014, 0.31), (0.017, 0.312), (0.017, 0.325), (0.0, 0.325),
    ]  # fmt: skip
    label = lathe([(0.0428, 0.06), (0.0428, 0.15)], 40)
    return Prop(
        pieces=(
            piece("bottle", glossy("2c6a3c", 0.06), lathe(profile, 40), main=True),
            piece("label", matte("f0e8d0"), label),
            piece(
                "cork", wooden("c89a64"), at(cylinder(0.011, 0.012, 0.03, 16, 0.003), 0, 0.32, 0)
            ),
        ),
        sound="glass",
    )


def vase() -> Prop:
    """A glazed vase."""
    outside = [
        (0.055, 0.0),
        *_curved(
            (0.058, 0.004), (0.09, 0.08), (0.1, 0.15), (0.085, 0.22), (0.045, 0.29), (0.042, 0.32),
            (0.058, 0.36),
        ),
    ]  # fmt: skip
    band = [
        lathe([(0.1012, 0.14), (0.1012, 0.155)], 40),
        lathe([(0.0945, 0.187), (0.0905, 0.2)], 40),
    ]
    return Prop(
        pieces=(
            _vessel("vase", glossy("2f6f9c", _POLISH), outside, 0.006, 0.014),
            piece("bands", glossy("e8c45c", _POLISH), *band),
        ),
        sound="ceramic",
    )


def bowl() -> Prop:
    """A bowl."""
    outside = [(0.05, 0.0), *_curved((0.052, 0.008), (0.1, 0.035), (0.13, 0.09))]
    return Prop(
        pieces=(_vessel("bowl", glossy("e8e2d2", _POLISH), outside, 0.006, 0.014),), sound="ceramic"
    )


def plate() -> Prop:
    """A plate with a blue rim."""
    dish = lathe(
        [(0.0, 0.0), (0.09, 0.0), (0.14, 0.02), (0.14, 0.024), (0.09, 0.008), (0.0, 0.008)]
    )
    rim = lathe([(0.141, 0.0225), (0.1405, 0.0255), (0.131, 0.0225)])
    return Prop(
        pieces=(
            piece("plate", glossy("f4f1ea", _POLISH), dish, main=True),
            piece("rim", glossy("2f5fa8", _POLISH), rim),
        ),
        sound="ceramic",
    )


def jar() -> Prop:
    """A jar of jam."""
    pot = lathe(
        [(0.0, 0.0), (0.05, 0.0), (0.055, 0.008), (0.055, 0.11), (0.044, 0.13), (0.0, 0.13)]
    )
    lid = at(cylinder(0.05, 0.05, 0.025, 40, 0.004), 0, 0.128, 0)
    return Prop(
        pieces=(
            piece("jar", glossy("b02a3c", 0.06), pot, main=True),
            piece("lid", metal("d8b46a"), lid),
            piece("label", matte("f4ecd8"), lathe([(0.0558, 0.03), (0.0558, 0.09)], 40)),
        ),
        sound="glass",
    )


def candle() -> Prop:
    """A burning candle."""
    wax = lathe([(0.0, 0.0), (0.035, 0.0), (0.035, 0.145), (0.03, 0.15), (0.0, 0.143)], 32)
    flame = lathe([(0.0, 0.162), (0.011, 0.178), (0.009, 0.195), (0.0, 0.228)], 20)
    return Prop(
        pieces=(
            piece("wax", glossy("f0e6d0", 0.5), wax, main=True),
            piece("wick", matte("2a2420"), at(cylinder(0.002, 0.002, 0.025, 8), 0, 0.143, 0)),
            piece("flame", shining("ffb43c", 2.6), flame),
        ),
        sound="wood",
    )


def refrigerator() -> Prop:
    """A rounded fridge with a freezer above."""
    doors = [
        at(box(0.34, 0.52, 0.04, 0.04), 0, 0.6, 0.3),
        at(box(0.34, 0.24, 0.04, 0.04), 0, 1.39, 0.3),
    ]
    case = at(box(0.35, 0.8, 0.28, 0.05), 0, 0.85, 0)
    handles = [at(box(0.014, 0.13, 0.014, 0.012), -0.26, y, 0.36) for y in (0.9, 1.28)]
    feet = [at(cylinder(0.03, 0.03, 0.06, 16), x, 0, z) for x in (-0.28, 0.28) for z in (-0.2, 0.2)]
    return Prop(
        pieces=(
            piece("case", glossy("7fc0b8", 0.22), case, *doors, main=True),
            piece("chrome", metal(), *handles),
            piece("feet", matte("2a2a2c"), *feet),
        ),
        sound="metal",
    )


def oven() -> Prop:
    """A cooker: an oven with four rings on top."""
    case = at(box(0.3, 0.43, 0.3, 0.02), 0, 0.44, 0)
    back = at(box(0.3, 0.06, 0.02, 0.015), 0, 0.92, -0.28)
    door = at(box(0.24, 0.2, 0.012, 0.03), 0, 0.36, 0.3)
    rings = [
        at(torus(0.085, 0.012, 36, 10), x, 0.88, z) for x in (-0.14, 0.14) for z in (-0.13, 0.13)
    ]
    knobs = [
        at(cylinder(0.026, 0.022, 0.03, 20, 0.005), x, 0.74, 0.3, rx=90)
        for x in (-0.2, -0.07, 0.07, 0.2)
    ]
    bar = at(box(0.2, 0.011, 0.011, 0.01), 0, 0.62, 0.335)
    return Prop(
        pieces=(
            piece("case", glossy("ecebe6", 0.25), case, back, main=True),
            piece("dark", glossy("1c1c20", 0.1), door, *rings),
            piece("chrome", metal(), *knobs, bar),
        ),
        sound="metal",
    )


def microwave() -> Prop:
    """A microwave oven."""
    case = at(box(0.25, 0.14, 0.18, 0.02), 0, 0.15, 0)
    window = at(box(0.155, 0.1, 0.008, 0.015), -0.075, 0.15, 0.18)
    panel = at(box(0.06, 0.1, 0.008, 0.01), 0.17, 0.15, 0.18)
    buttons = [
        at(box(0.013, 0.009, 0.006, 0.005), 0.14 + 0.03 * c, 0.08 + 0.028 * r, 0.19)
        for r in range(4)
        for c in range(3)
    ]
    clock = at(box(0.042, 0.014, 0.004, 0.002), 0.17, 0.225, 0.188)
    return Prop(
        pieces=(
            piece("case", glossy("d8dade", 0.3), case, main=True),
            piece("dark", glossy("1a1a1e", 0.08), window, panel),
            piece("buttons", glossy("b8bcc2", 0.4), *buttons),
            piece("clock", shining("4ce08a", 1.2), clock),
        ),
        sound="metal",
    )


def toaster() -> Prop:
    """A toaster with two slices in it."""
    case = at(box(0.16, 0.09, 0.085, 0.06), 0, 0.11, 0)
    slots = [at(box(0.11, 0.004, 0.016, 0.003), 0, 0.199, z) for z in (-0.032, 0.032)]
    slices = [at(box(0.075, 0.055, 0.011, 0.011), 0, 0.22, z) for z in (-0.032, 0.032)]
    lever = at(box(0.008, 0.01, 0.025, 0.006), 0.168, 0.14, 0)
    feet = [
        at(cylinder(0.014, 0.014, 0.025, 12), x, 0, z) for x in (-0.12, 0.12) for z in (-0.05, 0.05)
    ]
    return Prop(
        pieces=(
            piece("case", glossy("c8352c", 0.15), case, main=True),
            piece("bread", matte("c88a48"), *slices),
            piece("dark", matte("222226"), *slots, lever, *feet),
        ),
        sound="metal",
    )


def sink() -> Prop:
    """A wash basin on a cupboard, with a tap."""
    cupboard = at(box(0.36, 0.38, 0.26, 0.015), 0, 0.39, 0)
    sides = [at(box(0.38, 0.07, 0.035, 0.02), 0, 0.83, z) for z in (-0.245, 0.245)]
    sides += [at(box(0.035, 0.07, 0.28, 0.02), x, 0.83, 0) for x in (-0.345, 0.345)]
    basin = at(box(0.35, 0.01, 0.25, 0.008), 0, 0.785, 0)
    path = catmull_rom(
        [(0, 0.88, -0.24), (0, 1.06, -0.24), (0, 1.13, -0.16), (0, 1.08, -0.06), (0, 1.04, -0.05)],
        8,
    )
    taps = [at(sized(sphere(14, 10), 0.03, 0.02, 0.03), x, 0.92, -0.24) for x in (-0.1, 0.1)]
    drain = at(cylinder(0.03, 0.03, 0.006, 24), 0, 0.793, 0)
    return Prop(
        pieces=(
            piece("basin", glossy("f4f3f0", 0.12), *sides, basin, main=True),
            piece("cupboard", wooden("b0804c"), cupboard),
            piece("tap", metal(roughness=0.15), tube(path, 0.018, 14), *taps, drain),
        ),
        sound="ceramic",
    )


def pot() -> Prop:
    """A cooking pot with a lid."""
    body = lathe(
        [(0.0, 0.0), (0.12, 0.0), (0.13, 0.012), (0.13, 0.14), (0.136, 0.146), (0.0, 0.146)],
        40,
        crease_degrees=60,
    )
    lid = lathe([(0.134, 0.146), (0.1, 0.17), (0.0, 0.182)], 40)
    ears = [at(torus(0.032, 0.009, 24, 10), x, 0.11, 0) for x in (-0.14, 0.14)]
    knob = at(sized(sphere(16, 10), 0.022), 0, 0.198, 0)
    return Prop(
        pieces=(
            piece("pot", glossy("c8352c", 0.2), body, lid, main=True),
            piece("grips", matte("26262a"), *ears, knob),
        ),
        sound="metal",
    )


def pan() -> Prop:
    """A frying pan."""
    body = lathe(
        [(0.0, 0.0), (0.11, 0.0), (0.14, 0.045), (0.135, 0.046), (0.107, 0.006), (0.0, 0.006)],
        40,
        crease_degrees=60,
    )
    grip = at(box(0.11, 0.01, 0.016, 0.009), 0.24, 0.045, 0, rz=8)
    return Prop(
        pieces=(
            piece("pan", metal("4a4c50", 0.35), body, main=True),
            piece("grip", matte("26262a"), grip),
        ),
        sound="metal",
    )


def bucket() -> Prop:
    """A pail with a handle."""
    shell = _vessel(
        "bucket",
        glossy("2f7fd6", 0.35),
        [(0.1, 0.0), (0.105, 0.004), (0.14, 0.27), (0.146, 0.274)],
        0.005,
        0.012,
    )
    path = catmull_rom(
        [(-0.14, 0.26, 0), (-0.11, 0.36, 0), (0, 0.42, 0), (0.11, 0.36, 0), (0.14, 0.26, 0)], 8
    )
    return Prop(pieces=(shell, piece("handle", metal(), tube(path, 0.006, 10))), sound="metal")


NOUNS: Final = {
    "mug": mug,
    "coffee": mug,
    "coffee mug": mug,
    "cup of coffee": mug,
    "coffee cup": mug,
    "cup": teacup,
    "teacup": teacup,
    "cup of tea": teacup,
    "tea": teacup,
    "glass": tumbler,
    "glass of water": tumbler,
    "water glass": tumbler,
    "wine glass": wine_glass,
    "glass of wine": wine_glass,
    "goblet": wine_glass,
    "wine": wine_glass,
    "bottle": bottle,
    "wine bottle": bottle,
    "bottle of wine": bottle,
    "vase": vase,
    "urn": vase,
    "bowl": bowl,
    "plate": plate,
    "dish": plate,
    "saucer": plate,
    "jar": jar,
    "candle": candle,
    "refrigerator": refrigerator,
    "fridge": refrigerator,
    "oven": oven,
    "stove": oven,
    "cooker": oven,
    "microwave": microwave,
    "microwave oven": microwave,
    "toaster": toaster,
    "sink": sink,
    "washbasin": sink,
    "pot": pot,
    "saucepan": pot,
    "pan": pan,
    "frying pan": pan,
    "bucket": bucket,
    "pail": bucket,
}
