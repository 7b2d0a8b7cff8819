"""The numbers that all passes share for one frame, packed as the shaders' `Frame` block."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from omnireel.engines.previs.render.styles import STYLES
from omnireel.engines.previs.scene import CameraPose, Floats, FrameState, Lamp, Look, Vec3
from omnireel.engines.previs.shapes.transform import look_at, orthographic, perspective

NEAR = 0.05
FAR = 400.0
MAX_LAMPS = 16
LIGHT_DEPTH = 6.0  # the light's box is this many shadow radii deep
SNAP = 0.125  # the shadow's centre moves in steps of this share of its radius
FOCUS_STRENGTH = 0.024  # blur radius per aperture, in picture heights
FOCUS_WIDEST = 0.014  # in picture heights
MOTION_WIDEST = 0.036  # the longest streak, in picture heights
BLOCK_BYTES = 4 * 64 + 14 * 16 + 2 * MAX_LAMPS * 16
SOFTNESS = 0.035  # width of a penumbra per distance to what casts it

_Row = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A camera's matrices for a frame of some size."""

    world_to_view: Floats
    projection: Floats

    @property
    def view_projection(self) -> Floats:
        """World to clip."""
        return (self.projection @ self.world_to_view).astype(np.float32)


def view_of(camera: CameraPose, aspect: float) -> View:
    """The matrices of a camera pose; aspect is width over height."""
    return View(
        world_to_view=look_at(camera.eye, camera.target, camera.up),
        projection=perspective(camera.fov, aspect, NEAR, FAR),
    )


@dataclass(frozen=True, slots=True)
class Sight:
    """What decides how large things are on the screen: a view and its resolution.

    `planes` bound the view (see `side_planes`); `pixel` is the metres that a pixel covers at a
    distance of one metre.
    """

    eye: Vec3
    planes: Floats
    pixel: float


def sight_of(camera: CameraPose, size: tuple[int, int]) -> Sight:
    """The sight of a camera pose in a frame of this width and height."""
    width, height = size
    view = view_of(camera, width / height)
    planes = side_planes(view.view_projection)
    return Sight(camera.eye, planes, 2 / (float(view.projection[1, 1]) * height))


def side_planes(projection: Floats) -> Floats:
    """The four sides of a view, (4, 4): a point (x, y, z, 1) times one is metres inside it."""
    x, y, _, w = projection.astype(np.float64)
    planes = np.stack([w + x, w - x, w + y, w - y])
    planes /= np.linalg.norm(planes[:, :3], axis=1, keepdims=True)
    return planes.astype(np.float32)


def shadow_texel(state: FrameState, shadow_size: int) -> float:
    """Metres that a pixel of the shadow map covers."""
    return 2 * state.shadow_radius * (1 + SNAP) / shadow_size


def light_matrix(look: Look, state: FrameState) -> Floats:
    """World to the shadow map's clip space, its centre snapped so that shadows do not shimmer."""
    radius = state.shadow_radius
    sun = _direction(look.sun_direction)
    up = (0.0, 0.0, 1.0) if abs(sun[1]) > 0.99 else (0.0, 1.0, 0.0)
    turned = look_at((0.0, 0.0, 0.0), _opposite(sun), up)
    center = turned[:3, :3].astype(np.float64) @ np.asarray(state.shadow_center, np.float64)
    step = radius * SNAP
    snapped = np.round(center / step) * step
    shifted = turned.astype(np.float64)
    shifted[:3, 3] = -snapped
    half_depth = radius * LIGHT_DEPTH / 2
    half = radius * (1 + SNAP)
    box = orthographic(-half, half, -half, half, -half_depth, half_depth)
    return (box @ shifted).astype(np.float32)


def pack_frame(
    look: Look,
    states: tuple[FrameState, FrameState],
    time: float,
    size: tuple[int, int],
    shadow_size: int,
) -> bytes:
    """The `Frame` block of shaders/frame.glsl; states are now and one shutter time away."""
    width, height = size
    state, before = states
    view = view_of(state.camera, width / height)
    matrices = (
        view.view_projection,
        np.linalg.inv(view.world_to_view),
        light_matrix(look, state),
        view_of(before.camera, width / height).view_projection.astype(np.float64)
        @ np.linalg.inv(view.world_to_view.astype(np.float64)),
    )
    half_height = 1 / float(view.projection[1, 1])
    rows = [
        (half_height * width / height, half_height, NEAR, FAR),
        (*state.camera.eye, time),
        *_look_rows(look, time),
        *_lens_rows(look, state, size, shadow_size),
    ]
    return b"".join(
        [
            *(np.ascontiguousarray(matrix.T, np.float32).tobytes() for matrix in matrices),
            np.asarray(rows, np.float32).tobytes(),
            _lamp_bytes(state.lamps[:MAX_LAMPS]),
        ]
    )


def _look_rows(look: Look, time: float) -> list[_Row]:
    """Light, sky, air and grade."""
    grain = look.grain + (STYLES[look.style].grain if look.style in STYLES else 0.0)
    return [
        (*_direction(look.sun_direction), look.occlusion_radius),
        (*look.sun_color, look.exposure),
        (*look.sky_top, look.clouds),
        (*look.sky_horizon, look.stars),
        (*look.ground, float(look.indoors)),
        (look.fog_start, look.fog_density, look.wind, _night(look)),
        (*look.balance, look.saturation),
        (look.contrast, look.bloom, grain, float(round(time * 240) % 9973)),
    ]


def _lens_rows(
    look: Look, state: FrameState, size: tuple[int, int], shadow_size: int
) -> list[_Row]:
    """Focus, the picture's and the shadow map's pixels, and how many lamps there are."""
    width, height = size
    camera = state.camera
    span = 2 * state.shadow_radius * (1 + SNAP)
    return [
        (camera.focus, camera.aperture * FOCUS_STRENGTH * height, FOCUS_WIDEST * height, 0.5),
        (width, height, 1 / width, 1 / height),
        (
            1 / shadow_size,
            LIGHT_DEPTH * state.shadow_radius * SOFTNESS / span,
            min(0.3 / span, 0.03),
            span / shadow_size,
        ),
        (len(state.lamps[:MAX_LAMPS]), MOTION_WIDEST * height, look.rain, look.snowfall),
    ]


def _lamp_bytes(lamps: Sequence[Lamp]) -> bytes:
    """Places with reaches, then colours; lamps that are not there are zero."""
    places = np.zeros((MAX_LAMPS, 4), np.float32)
    lights = np.zeros((MAX_LAMPS, 4), np.float32)
    for index, lamp in enumerate(lamps):
        places[index] = (*lamp.position, lamp.reach)
        lights[index, :3] = lamp.color
    return places.tobytes() + lights.tobytes()


def _night(look: Look) -> float:
    """1 when the sky is dark, 0 by day."""
    luminance = float(np.dot(look.sky_horizon, (0.3, 0.59, 0.11)))
    return float(np.clip((0.30 - luminance) / 0.22, 0, 1))


def _direction(vector: Vec3) -> Vec3:
    x, y, z = np.asarray(vector, np.float64) / max(float(np.linalg.norm(vector)), 1e-9)
    return float(x), float(y), float(z)


def _opposite(vector: Vec3) -> Vec3:
    return -vector[0], -vector[1], -vector[2]
