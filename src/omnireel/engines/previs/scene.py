"""A scene as data: what there is, where it is at a time, how it is lit and filmed.

Nothing here knows a renderer. World space is right-handed, metres, +y up; a model stands on y = 0
at its origin and faces +z. Colours are linear RGB, 0 to 1, unless they are pixels (sRGB, straight
alpha). A frame depends on its time only, never on the frame before it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Pixels: TypeAlias = NDArray[np.uint8]
Vec3: TypeAlias = tuple[float, float, float]


class Finish(StrEnum):
    """How a surface looks close up: which detail the renderer paints on it."""

    PLAIN = "plain"
    WOOD = "wood"
    GROUND = "ground"  # grass-covered or earthy ground
    TEXTURED = "textured"  # colour from `Material.texture` by uv
    GLASS = "glass"
    BLADE = "blade"  # a grass blade; uv.y is the height along it, sways in the wind
    FABRIC = "fabric"
    BRUSHED = "brushed"  # brushed metal
    FOLIAGE = "foliage"
    SKIN = "skin"  # skin; where uv lies in 0..1 the texture is painted over it (faces)
    FELT = "felt"
    STONE = "stone"
    TILES = "tiles"
    WATER = "water"
    SAND = "sand"
    SNOW = "snow"
    ASPHALT = "asphalt"
    WINDOWS = "windows"  # a facade: a grid of windows, lit at night
    EMISSIVE = "emissive"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mesh:
    """Triangles. positions, normals (n, 3); faces (m, 3) int32, counter-clockwise from outside;
    colors (n, 4): linear RGB multiplier and baked openness (1 open, 0 occluded); uvs (n, 2)."""

    positions: Floats
    normals: Floats
    faces: NDArray[np.int32]
    colors: Floats
    uvs: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """How a model reflects. `scale` is the detail's repeats per metre; `emission` adds light."""

    finish: Finish = Finish.PLAIN
    color: Vec3 = (1.0, 1.0, 1.0)
    roughness: float = 0.6
    metallic: float = 0.0
    emission: float = 0.0
    scale: float = 1.0
    texture: str = ""
    casts_shadow: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Skin:
    """Bone influences. joints (n, 4) int32 into the placement's bones; weights (n, 4) sum to 1."""

    joints: NDArray[np.int32]
    weights: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """A mesh with a material and, if it bends, a skin."""

    mesh: Mesh
    material: Material
    skin: Skin | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placement:
    """Instances of one model at one moment.

    transforms (k, 4, 4) float32, column vectors (world = M @ local). tints (k, 3) multiply the
    colour, None is white. bones (b, 4, 4) take rest-pose model space to posed model space. `member`
    is the cast member the pixels belong to, "" for the set. Arrays that do not change between
    frames must be the same objects, so that a renderer uploads them once.
    """

    model: str
    transforms: Floats
    tints: Floats | None = None
    bones: Floats | None = None
    member: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraPose:
    """Where the camera is and what it sees.

    `fov` is vertical, in degrees; `focus` the focused distance in metres; `aperture` the blur of
    what is out of focus, 0 (all sharp) to 1 (strong).
    """

    eye: Vec3
    target: Vec3
    up: Vec3 = (0.0, 1.0, 0.0)
    fov: float = 36.0
    focus: float = 4.0
    aperture: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Lamp:
    """A point light without a shadow; `reach` is the distance in metres where it has faded."""

    position: Vec3
    color: Vec3
    reach: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Light, air and grade of a shot."""

    sun_direction: Vec3 = (-0.45, 0.65, 0.5)  # towards the sun, any length
    sun_color: Vec3 = (4.6, 4.0, 3.2)
    sky_top: Vec3 = (0.16, 0.33, 0.70)
    sky_horizon: Vec3 = (0.62, 0.74, 0.88)
    ground: Vec3 = (0.20, 0.20, 0.12)
    fog_start: float = 12.0
    fog_density: float = 0.012
    clouds: float = 0.6
    stars: float = 0.0
    indoors: bool = False
    exposure: float = 0.8
    balance: Vec3 = (1.0, 1.0, 1.0)
    saturation: float = 1.08
    contrast: float = 0.25
    bloom: float = 0.4
    grain: float = 0.012
    occlusion_radius: float = 0.35
    wind: float = 1.0
    rain: float = 0.0
    snowfall: float = 0.0
    style: str = ""  # a style pass: "", anime, noir, …


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameState:
    """Everything there is to draw at one moment. `paint` replaces textures for this moment.

    The sun's shadow covers a sphere of `shadow_radius` metres about `shadow_center`; neither may
    depend on whether a member is visible, or an edit would move other pixels.
    """

    camera: CameraPose
    placements: Sequence[Placement]
    shadow_center: Vec3
    shadow_radius: float
    paint: Mapping[str, Pixels] = field(default_factory=dict)
    lamps: tuple[Lamp, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """What one shot films. `at(t)` takes seconds from the start of the shot.

    `members` are the cast ids in storyboard order; members in `unseen` are placed but not drawn.
    """

    models: Mapping[str, Model]
    textures: Mapping[str, Pixels]
    look: Look
    members: tuple[str, ...]
    unseen: frozenset[str]
    at: Callable[[float], FrameState]
