"""Inflated drawings: closed, as big as drawn, round at the edge, level in the middle."""

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from omnireel.engines.previs.art import pack
from omnireel.engines.previs.scene import Mesh, Pixels
from omnireel.engines.previs.shapes.inflate import Filling, inflate, painted
from omnireel.engines.previs.shapes.mesh import volume

NOUNS = ("cat", "horse", "bicycle", "house", "violin", "snowflake", "spider", "butterfly")


def disc(radius: float, px: int = 512) -> Pixels:
    """A red disc in the middle of a transparent picture."""
    y, x = (np.mgrid[:px, :px] + 0.5) / px - 0.5
    pixels = np.zeros((px, px, 4), np.uint8)
    pixels[..., 0] = 255
    pixels[..., 3] = np.clip(0.5 - (np.hypot(x, y) - radius) * px, 0, 1) * 255
    return pixels


def open_edges(mesh: Mesh) -> int:
    """How many edges lack their one partner that runs the other way."""
    edges = np.concatenate([mesh.faces[:, [0, 1]], mesh.faces[:, [1, 2]], mesh.faces[:, [2, 0]]])
    forward, counts = np.unique(edges, axis=0, return_counts=True)
    backward = np.unique(edges[:, ::-1], axis=0)
    return int((counts > 1).sum()) + len(set(map(tuple, forward)) ^ set(map(tuple, backward)))


def silhouette(mesh: Mesh, px: int) -> NDArray[np.bool_]:
    """The pixels that the mesh covers seen along -z."""
    path = skia.Path()
    corners = mesh.positions[mesh.faces]
    front = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])[:, 2] > 0
    for triangle in corners[front]:
        path.addPoly([skia.Point(*((x + 0.5) * px, (0.5 - y) * px)) for x, y, _ in triangle], True)
    surface = skia.Surface(px, px)
    surface.getCanvas().drawPath(path, skia.Paint(AntiAlias=False))
    return np.asarray(surface.toarray()[..., 3] > 0)


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("quality", ["draft", "standard", "high"])
def test_a_body_is_closed_looks_outward_and_is_small(noun: str, quality: str) -> None:
    drawing = pack.find(noun)
    assert drawing is not None
    body = inflate(pack.raster(drawing, 256), quality=quality)
    assert open_edges(body) == 0
    assert volume(body) > 0
    assert len(body.faces) <= {"draft": 4000, "standard": 6000, "high": 12000}[quality]
    assert np.linalg.norm(body.normals, axis=1) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("noun", NOUNS)
def test_the_silhouette_is_the_drawings(noun: str) -> None:
    drawing = pack.find(noun)
    assert drawing is not None
    pixels = pack.raster(drawing, 512)
    drawn = pixels[..., 3] > 127
    seen = silhouette(inflate(pixels), 512)
    assert (drawn & seen).sum() / (drawn | seen).sum() >= 0.95


def test_a_disc_is_mirror_symmetric_with_a_round_rim() -> None:
    body = inflate(disc(0.3))
    positions = body.positions
    radius = np.hypot(positions[:, 0], positions[:, 1])
    assert radius.max() == pytest.approx(0.3, abs=0.003)
    assert positions[:, 2].min() == -positions[:, 2].max()
    rim = np.abs(positions[:, 2]) == 0
    outward = positions[rim, :2] / radius[rim, None]
    facing = np.sum(outward * body.normals[rim, :2], axis=1)
    assert facing.min() > 0.97
    front = body.normals[(radius < 0.05) & (positions[:, 2] > 0)]
    assert front[:, 2].min() > 0.99


def test_narrow_parts_are_thinner_and_wide_ones_are_level() -> None:
    filling = Filling(depth=0.1, rounding=0.05, dome=0.0)
    thickness = {
        radius: inflate(disc(radius), filling).positions[:, 2].max() for radius in (0.02, 0.1, 0.3)
    }
    assert thickness[0.02] < 0.5 * thickness[0.1]
    assert thickness[0.3] == pytest.approx(0.1, rel=0.02)
    wide = inflate(disc(0.4), filling).positions
    middle = wide[(np.hypot(wide[:, 0], wide[:, 1]) < 0.2) & (wide[:, 2] > 0)]
    assert np.ptp(middle[:, 2]) < 0.005


def test_specks_go_and_holes_stay() -> None:
    pixels = disc(0.3)
    pixels[5:7, 5:7, 3] = 255
    pixels[..., 3] &= ~disc(0.1)[..., 3]
    positions = inflate(pixels).positions
    radius = np.hypot(positions[:, 0], positions[:, 1])
    assert radius.max() == pytest.approx(0.3, abs=0.003)
    assert radius.min() == pytest.approx(0.1, abs=0.003)


def test_the_texture_has_no_holes_and_runs_on_outward() -> None:
    texture = painted(disc(0.3, 256))
    assert texture.shape == (256, 256, 4)
    assert (texture == (255, 0, 0, 255)).all()


def test_uvs_name_the_pixel_below_the_vertex() -> None:
    body = inflate(disc(0.3))
    assert body.uvs == pytest.approx(body.positions[:, :2] + 0.5, abs=1e-6)


def test_nothing_drawn_is_said() -> None:
    with pytest.raises(ValueError, match="empty"):
        inflate(np.zeros((256, 256, 4), np.uint8))
