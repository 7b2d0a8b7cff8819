"""A small scene of spheres, boxes, a floor and grass, and a renderer to draw it with."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from omnireel.engines.previs.render.renderer import Renderer
from omnireel.engines.previs.scene import (
    CameraPose,
    Finish,
    Floats,
    FrameState,
    Look,
    Material,
    Mesh,
    Model,
    Placement,
    Scene,
)
from omnireel.engines.previs.shapes.mesh import build
from omnireel.engines.previs.shapes.primitives import box, plane, sphere
from omnireel.engines.previs.shapes.transform import rotation_y, scaling, translation
from omnireel.engines.previs.streams import stream

CAMERA = CameraPose(eye=(0.0, 1.3, 4.6), target=(0.0, 0.55, 0.0), focus=4.6, aperture=0.5)


def blade_mesh() -> Mesh:
    """One blade of grass, 25 cm high: five vertices, three triangles."""
    heights = np.array([0.0, 0.0, 0.5, 0.5, 1.0])
    across = np.array([-1.0, 1.0, -0.7, 0.7, 0.0])
    positions = np.stack([across * 0.008, heights * 0.25, heights**2 * 0.06], axis=1)
    normals = np.tile([0.0, 0.4, 0.9], (5, 1))
    faces = np.array([[0, 1, 3], [0, 3, 2], [2, 3, 4]])
    return build(positions, faces, normals, None, np.stack([across * 0.5 + 0.5, heights], axis=1))


def meadow_blades(count: int) -> Floats:
    """Transforms of blades strewn over 12 by 12 metres."""
    rng = stream(3, "test", "blades")
    x, z = rng.uniform(-6, 6, (2, count))
    turn, size = rng.uniform(0, 6.3, count), rng.uniform(0.6, 1.2, count)
    rows = [
        translation(a, 0, b) @ rotation_y(c) @ scaling(d)
        for a, b, c, d in zip(x, z, turn, size, strict=True)
    ]
    return np.array(rows, np.float32)


def at_place(*places: tuple[float, float, float]) -> Floats:
    """Transforms of instances at these places."""
    return np.array([translation(*place) for place in places], np.float32)


def _demo_models() -> dict[str, Model]:
    return {
        "floor": Model(
            mesh=plane(40, 40, 8),
            material=Material(finish=Finish.GROUND, color=(0.19, 0.35, 0.06), roughness=0.95),
        ),
        "red": Model(mesh=sphere(), material=Material(color=(0.75, 0.05, 0.03), roughness=0.35)),
        "marble": Model(
            mesh=sphere(),
            material=Material(finish=Finish.GLASS, color=(0.1, 0.35, 0.8), roughness=0.08),
        ),
        "steel": Model(
            mesh=sphere(),
            material=Material(
                finish=Finish.BRUSHED, color=(0.8, 0.8, 0.82), roughness=0.25, metallic=1.0
            ),
        ),
        "crate": Model(
            mesh=box(0.3, 0.3, 0.3),
            material=Material(finish=Finish.WOOD, color=(0.6, 0.36, 0.16), scale=1.5),
        ),
        "blade": Model(
            mesh=blade_mesh(),
            material=Material(finish=Finish.BLADE, color=(0.25, 0.48, 0.07), casts_shadow=False),
        ),
    }


def demo_scene(blades: int = 400, unseen: frozenset[str] = frozenset()) -> Scene:
    """A red, a glass and a steel ball, a moving box, grass and a floor."""
    grass = meadow_blades(blades)
    fixed = [
        Placement(model="floor", transforms=at_place((0, 0, 0))),
        Placement(model="blade", transforms=grass),
        Placement(model="red", transforms=_balls((-1.3, 0.5, 0), 0.5), member="red_ball"),
        Placement(model="marble", transforms=_balls((0.1, 0.4, 0.4), 0.4), member="marble"),
        Placement(model="steel", transforms=_balls((1.3, 0.45, -0.3), 0.45), member="steel"),
    ]

    def at(t: float) -> FrameState:
        crate = translation(-0.2 + t, 0.31, -1.4) @ rotation_y(0.5)
        moving = Placement(model="crate", transforms=crate[None], member="crate")
        return FrameState(
            camera=CAMERA,
            placements=(*fixed, moving),
            shadow_center=(0.0, 0.0, 0.0),
            shadow_radius=5.0,
        )

    return Scene(
        models=_demo_models(),
        textures={},
        look=Look(),
        members=("red_ball", "marble", "steel", "crate"),
        unseen=unseen,
        at=at,
    )


def _balls(place: tuple[float, float, float], radius: float) -> Floats:
    return (translation(*place) @ scaling(radius))[None]


@pytest.fixture
def demo() -> Callable[..., Scene]:
    """Makes the demo scene."""
    return demo_scene


@pytest.fixture
def make_renderer() -> Iterator[Callable[..., Renderer]]:
    """Makes renderers that are closed when the test is over."""
    made: list[Renderer] = []

    def make(width: int = 160, height: int = 90, quality: str = "standard") -> Renderer:
        made.append(Renderer(width, height, quality))
        return made[-1]

    yield make
    for renderer in made:
        renderer.close()
