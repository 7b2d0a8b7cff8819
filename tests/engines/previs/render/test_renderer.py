"""What the renderer draws, against what light and geometry say."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from omnireel.engines.previs.render.renderer import Renderer
from omnireel.engines.previs.render.styles import STYLES
from omnireel.engines.previs.render.truth import truth
from omnireel.engines.previs.scene import (
    CameraPose,
    Finish,
    FrameState,
    Look,
    Material,
    Model,
    Placement,
    Scene,
    Skin,
    Vec3,
)
from omnireel.engines.previs.shapes.primitives import box, plane, sphere
from omnireel.engines.previs.shapes.transform import scaling, translation

Make = Callable[..., Renderer]
Demo = Callable[..., Scene]
BARE = Look(
    sun_color=(1.0, 1.0, 1.0),
    sky_top=(0, 0, 0),
    sky_horizon=(0, 0, 0),
    ground=(0, 0, 0),
    fog_density=0.0,
    clouds=0.0,
    exposure=0.8,
    saturation=1.0,
    contrast=0.0,
    bloom=0.0,
    grain=0.0,
)


def still(
    models: dict[str, Model], placements: tuple[Placement, ...], look: Look, camera: CameraPose
) -> Scene:
    """A scene in which nothing moves."""
    state = FrameState(
        camera=camera, placements=placements, shadow_center=(0, 0, 0), shadow_radius=4.0
    )
    members = tuple(dict.fromkeys(p.member for p in placements if p.member))
    return Scene(
        models=models,
        textures={},
        look=look,
        members=members,
        unseen=frozenset(),
        at=lambda _t: state,
    )


def graded(light: float) -> float:
    """The sRGB byte of a grey lit so: exposure, filmic curve, gamma."""
    x = light * BARE.exposure
    tone = x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14)
    return float(np.clip(tone, 0, 1) ** (1 / 2.2) * 255)


@pytest.mark.parametrize(("sun", "cosine"), [((0, 0, 1), 1.0), ((0, 0.8, 0.6), 0.6)])
def test_a_matt_surface_follows_lambert(make_renderer: Make, sun: Vec3, cosine: float) -> None:
    camera = CameraPose(eye=(0, 0, 5), target=(0, 0, 0), aperture=0.0)
    model = Model(
        mesh=box(1, 1, 0.1, 0.001), material=Material(color=(0.5, 0.5, 0.5), roughness=1.0)
    )
    placed = Placement(model="wall", transforms=np.eye(4, dtype=np.float32)[None])
    look = replace(BARE, sun_direction=sun, sun_color=(3.0, 3.0, 3.0))
    renderer = make_renderer(160, 90)
    renderer.load(still({"wall": model}, (placed,), look, camera))
    middle = renderer.draw(0.0)[43:47, 78:82].mean()
    # Lambert's 0.5 * 3 / pi * cosine, and a matt dielectric's few per cent of gloss.
    assert middle == pytest.approx(graded(1.5 / np.pi * cosine), abs=9)


def test_a_shadow_falls_where_the_sun_says(make_renderer: Make) -> None:
    camera = CameraPose(eye=(0, 8, 0.01), target=(0, 0, 0), aperture=0.0, fov=40)
    models = {
        "floor": Model(mesh=plane(20, 20), material=Material(color=(0.6, 0.6, 0.6))),
        "ball": Model(mesh=sphere(), material=Material(color=(0.6, 0.6, 0.6))),
    }
    ball = translation(0, 1.5, 0) @ scaling(0.3)
    placed = (
        Placement(model="floor", transforms=np.eye(4, dtype=np.float32)[None]),
        Placement(model="ball", transforms=ball[None], member="ball"),
    )
    look = replace(BARE, sun_direction=(-1.0, 1.0, 0.0), sun_color=(3, 3, 3))
    renderer = make_renderer(320, 180)
    renderer.load(still(models, placed, look, camera))
    frame = renderer.draw(0.0).astype(int).sum(axis=2)
    per_metre = 90 / (8 * np.tan(np.radians(20)))  # on the floor
    shadow = round(160 + 1.5 * per_metre)
    lit = round(160 - 2.5 * per_metre)
    assert frame[90, shadow] < 0.1 * frame[90, lit]
    assert frame[90, shadow + round(0.8 * per_metre)] > 0.9 * frame[90, lit]


def test_a_shadow_is_gone_with_what_casts_it(make_renderer: Make, demo: Demo) -> None:
    renderer = make_renderer()
    renderer.load(demo(0))
    with_ball = renderer.draw(0.0).astype(int)
    renderer.load(demo(0, unseen=frozenset({"red_ball"})))
    without_ball = renderer.draw(0.0).astype(int)
    assert (without_ball.sum(axis=2) > with_ball.sum(axis=2) + 100).any()


@pytest.mark.parametrize("size", [(90, 160), (151, 83), (64, 64)])
def test_any_size_is_drawn(make_renderer: Make, demo: Demo, size: tuple[int, int]) -> None:
    renderer = make_renderer(*size)
    renderer.load(demo())
    frame = renderer.draw(0.0)
    assert frame.shape == (size[1], size[0], 3)
    assert frame.std() > 20


def test_planes_hold_the_same_picture(make_renderer: Make, demo: Demo) -> None:
    renderer = make_renderer(160, 90)
    renderer.load(demo())
    frame = renderer.draw(0.5).astype(np.float64)
    planes = renderer.draw_yuv(0.5).astype(np.float64)
    assert planes.shape == (135, 160)
    weights = np.array((0.2126, 0.7152, 0.0722))
    luma = 16 + 219 / 255 * (frame @ weights)
    assert np.abs(planes[:90] - luma).max() <= 1
    mean = frame.reshape(45, 2, 80, 2, 3).mean(axis=(1, 3))
    blue = 128 + 224 / 255 * (mean[..., 2] - mean @ weights) / 1.8556
    red = 128 + 224 / 255 * (mean[..., 0] - mean @ weights) / 1.5748
    chroma = planes[90:].reshape(2, 45, 80)
    assert np.abs(chroma[0] - blue).max() <= 1
    assert np.abs(chroma[1] - red).max() <= 1


def test_planes_need_an_even_size(make_renderer: Make, demo: Demo) -> None:
    renderer = make_renderer(151, 83)
    renderer.load(demo(0))
    with pytest.raises(ValueError, match="151x83"):
        renderer.draw_yuv(0.0)


def test_what_moves_is_blurred_and_what_stands_is_not(make_renderer: Make) -> None:
    camera = CameraPose(eye=(0, 0, 5), target=(0, 0, 0), aperture=0.0)
    glow = Material(color=(1, 1, 1), emission=1.0)
    models = {name: Model(mesh=sphere(), material=glow) for name in ("fast", "still")}

    def at(t: float) -> FrameState:
        place = translation(-1 + 12 * (t - 0.5), 0, 0) @ scaling(0.4)
        return FrameState(
            camera=camera,
            placements=(
                Placement(model="fast", transforms=place[None]),
                Placement(model="still", transforms=(translation(1, 0, 0) @ scaling(0.4))[None]),
            ),
            shadow_center=(0, 0, 0),
            shadow_radius=4.0,
        )

    scene = replace(still(models, (), BARE, camera), at=at)
    renderer = make_renderer(320, 180)
    renderer.load(scene)
    row = renderer.draw(0.5)[90, :, 1].astype(int)
    grey = (row > 30) & (row < 190)
    assert grey[:160].sum() > 4 * grey[160:].sum()


def test_bones_bend_a_model(make_renderer: Make) -> None:
    mesh = box(0.4, 0.4, 0.1)
    count = len(mesh.positions)
    skin = Skin(
        joints=np.zeros((count, 4), np.int32),
        weights=np.tile(np.array([1, 0, 0, 0], np.float32), (count, 1)),
    )
    material = Material(color=(1, 0, 0), emission=1.0)
    bones = translation(0.9, 0, 0)[None]
    camera = CameraPose(eye=(0, 0, 5), target=(0, 0, 0), aperture=0.0)
    placed = Placement(
        model="body", transforms=np.eye(4, dtype=np.float32)[None], bones=bones, member="body"
    )
    scene = still({"body": Model(mesh=mesh, material=material, skin=skin)}, (placed,), BARE, camera)
    found = truth(make_renderer(), scene, 0.0, ["body"])[0]
    assert found.box is not None
    per_metre = 45 / (4.9 * np.tan(np.radians(18)))
    assert (found.box[0] + found.box[2]) / 2 == pytest.approx(80 + 0.9 * per_metre, abs=1.5)


def test_a_texture_is_painted_upright(make_renderer: Make) -> None:
    picture = np.zeros((8, 8, 4), np.uint8)
    picture[:4] = (255, 0, 0, 255)
    picture[4:] = (0, 0, 255, 255)
    material = Material(finish=Finish.TEXTURED, texture="sign", emission=1.0)
    camera = CameraPose(eye=(0, 5, 0.01), target=(0, 0, 0), aperture=0.0)
    placed = Placement(model="sign", transforms=np.eye(4, dtype=np.float32)[None])
    scene = still({"sign": Model(mesh=plane(2, 2), material=material)}, (placed,), BARE, camera)
    renderer = make_renderer()
    renderer.load(replace(scene, textures={"sign": picture}))
    frame = renderer.draw(0.0).astype(int)
    top, bottom = frame[40, 80], frame[50, 80]
    assert top[0] > top[2] + 80
    assert bottom[2] > bottom[0] + 80


@pytest.mark.parametrize("finish", list(Finish))
def test_every_finish_is_drawn(make_renderer: Make, finish: Finish) -> None:
    camera = CameraPose(eye=(0, 1, 3), target=(0, 0, 0), aperture=0.0)
    model = Model(mesh=sphere(), material=Material(finish=finish, color=(0.6, 0.5, 0.4)))
    placed = Placement(model="ball", transforms=np.eye(4, dtype=np.float32)[None], member="ball")
    look = replace(BARE, sun_color=(4, 4, 4), sky_horizon=(0.5, 0.5, 0.5))
    found = truth(
        make_renderer(96, 54, "draft"),
        still({"ball": model}, (placed,), look, camera),
        0.0,
        ["ball"],
    )[0]
    assert found.mask_pixels > 300
    assert found.mean_color is not None
    assert max(found.mean_color) > 40


@pytest.mark.parametrize("style", ["anime", "noir", "watercolor", "pencil sketch", "pixel art"])
def test_a_style_changes_the_picture(make_renderer: Make, demo: Demo, style: str) -> None:
    assert style in STYLES
    renderer = make_renderer()
    plain = demo()
    renderer.load(plain)
    before = renderer.draw(0.0).astype(int)
    renderer.load(replace(plain, look=replace(plain.look, style=style)))
    after = renderer.draw(0.0).astype(int)
    assert np.abs(after - before).mean() > 4


@pytest.mark.parametrize(("rain", "snowfall"), [(1.0, 0.0), (0.0, 1.0)])
def test_weather_falls_and_repeats(
    make_renderer: Make, demo: Demo, rain: float, snowfall: float
) -> None:
    renderer = make_renderer()
    scene = demo(0)
    look = replace(scene.look, rain=rain, snowfall=snowfall)
    renderer.load(replace(scene, look=look))
    one, next_one, again = renderer.draw(0.5), renderer.draw(0.55), renderer.draw(0.5)
    assert np.array_equal(one, again)
    assert (one != next_one).any(axis=2).mean() > 0.01


def test_a_polished_floor_mirrors_what_stands_on_it(make_renderer: Make) -> None:
    camera = CameraPose(eye=(0, 1.0, 5), target=(0, 0.4, 0), aperture=0.0)
    models = {
        "floor": Model(mesh=plane(20, 20), material=Material(color=(0.1, 0.1, 0.1), roughness=0.1)),
        "lamp": Model(mesh=sphere(), material=Material(color=(1, 0, 0), emission=2.0)),
    }
    placed = (
        Placement(model="floor", transforms=np.eye(4, dtype=np.float32)[None]),
        Placement(
            model="lamp", transforms=(translation(0, 0.6, 0) @ scaling(0.4))[None], member="lamp"
        ),
    )
    scene = still(models, placed, BARE, camera)
    renderer = make_renderer(320, 180)
    renderer.load(scene)
    shown = renderer.draw(0.0).astype(int)
    renderer.load(replace(scene, unseen=frozenset({"lamp"})))
    alone = renderer.draw(0.0).astype(int)
    redder = (shown - alone)[..., 0] - (shown - alone)[..., 2]
    below = redder[130:150, 150:170]  # the floor in front of the ball, where its image lies
    assert below.mean() > 25
    assert np.abs(redder[130:150, :40]).mean() < 2


def test_renderers_do_not_draw_into_each_other(make_renderer: Make, demo: Demo) -> None:
    """Two at a time, the first used after the second was made; and on another thread."""
    alone = make_renderer(160, 90)
    alone.load(demo(100))
    expected = alone.draw(0.5)
    first, second = make_renderer(160, 90), make_renderer(90, 160)
    first.load(demo(100))
    second.load(demo(0, unseen=frozenset({"marble"})))
    second.draw(0.1)
    assert np.array_equal(first.draw(0.5), expected)
    with ThreadPoolExecutor(1) as pool:
        assert np.array_equal(pool.submit(first.draw, 0.5).result(), expected)
