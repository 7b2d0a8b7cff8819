"""Vector drawings as solid "plush" bodies: blown up from both sides, the drawing painted on.

The height over the drawing solves a screened Poisson equation on its triangles: with u = 0 on the
outline, laplacian(u) / k^2 = u - 1 and height = depth * sqrt(u), the body is an ellipse across a
narrow part, thinner the narrower it is, and level in the middle of a wide one, with a round edge.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, sparse
from scipy.sparse.linalg import spsolve

from omnireel.engines.previs.scene import Mesh, Pixels
from omnireel.engines.previs.shapes import mesh, outline, planar
from omnireel.engines.previs.shapes.planar import Fineness, Planar
from omnireel.engines.previs.shapes.transform import normalize

_FIELD_PX: Final = 256
_STEEPEST: Final = 0.08  # the least sqrt(u) that slopes are computed with
_SMOOTHINGS: Final = 2
_OPAQUE: Final = 216  # of 255: anything less is mixed with what is not there
_FINENESS: Final = {
    "draft": Fineness(
        tolerance=0.0008, finest=0.014, coarsest=0.04, rings=(0.008, 0.025, 0.06), inner=0.08
    ),
    "standard": Fineness(
        tolerance=0.0004, finest=0.008, coarsest=0.025, rings=(0.005, 0.014, 0.03), inner=0.05
    ),
    "high": Fineness(
        tolerance=0.0002, finest=0.006, coarsest=0.018, rings=(0.004, 0.011, 0.022), inner=0.035
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """How a drawing is stuffed, in units of its side: half its thickness where it is wide, over
    what distance from the outline it gets there, and what share of it is a dome over the whole."""

    depth: float = 0.085
    rounding: float = 0.07
    dome: float = 0.35


PLUSH: Final = Filling()


def inflate(pixels: Pixels, filling: Filling = PLUSH, quality: str = "standard") -> Mesh:
    """A closed body from a drawing, facing +z, in units of the drawing's side.

    x and y are centred on the picture, z is symmetric; uvs are the picture's, (0, 0) lower left.

    Args:
        pixels: (n, n, 4), straight alpha; n a multiple of 256 is best.
        filling: How thick and how round.
        quality: draft, standard or high.

    Raises:
        ValueError: The drawing is empty.
    """
    flat = planar.fill(_coverage(pixels), _FINENESS[quality])
    height, normals = _surface(flat, filling)
    x, y = flat.points.T
    front = np.stack([x - 0.5, 0.5 - y, height], axis=1)
    inner = ~flat.rim
    behind = np.arange(len(front))
    behind[inner] = len(front) + np.arange(inner.sum())
    uvs = np.stack([x, 1 - y], axis=1)
    return mesh.build(
        np.concatenate([front, front[inner] * (1, 1, -1)]),
        np.concatenate([flat.triangles[:, ::-1], behind[flat.triangles]]),
        normals=np.concatenate([normals, normals[inner] * (1, 1, -1)]),
        uvs=np.concatenate([uvs, uvs[inner]]),
    )


def painted(pixels: Pixels) -> Pixels:
    """The drawing as a texture (n, n, 4) without holes: its edge's colours run on outward."""
    opaque = pixels[..., 3] >= min(_OPAQUE, int(pixels[..., 3].max()))
    nearest = ndimage.distance_transform_edt(~opaque, return_distances=False, return_indices=True)
    texture = pixels[nearest[0], nearest[1]]
    texture[..., 3] = 255
    return np.ascontiguousarray(texture)


def _coverage(pixels: Pixels) -> NDArray[np.float32]:
    """How opaque the drawing is, 0 to 1, at the size that outlines are found at."""
    alpha = pixels[..., 3].astype(np.float32)
    share = max(1, alpha.shape[0] // _FIELD_PX)
    if share > 1:
        side = alpha.shape[0] // share
        alpha = alpha[: side * share, : side * share]
        alpha = alpha.reshape(side, share, side, share).mean(axis=(1, 3))
    return outline.cleaned(alpha / max(float(alpha.max()), 1.0))


def _surface(flat: Planar, filling: Filling) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Half the thickness (n,), 0 on the outline, and unit normals (n, 3) of the front side.

    The normals come from the gradient of u, which unlike the height's is finite on the outline.
    """
    stiffness, mass = _elements(flat)
    inside = np.nonzero(~flat.rim)[0]
    height = np.zeros(len(flat.points))
    slope = np.zeros((len(flat.points), 2))
    for width, share in (
        (filling.rounding, 1 - filling.dome),
        (4 * filling.rounding, 1.5 * filling.dome),
    ):
        level = np.zeros(len(flat.points))
        level[inside] = _level(stiffness, mass, inside, 1 / width)
        root = np.sqrt(level)
        height += filling.depth * share * root
        gradient = _gradient(flat, level)
        slope += filling.depth * share * gradient / (2 * np.maximum(root, _STEEPEST))[:, None]
    slope[flat.rim] *= 1 / _STEEPEST  # the outline looks straight outward
    normals = np.stack([-slope[:, 0], slope[:, 1], np.ones(len(slope))], axis=1)
    return height, normalize(normals)


def _gradient(flat: Planar, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The gradient (n, 2) at each point: the mean over its triangles and its neighbours."""
    a, b, c = (flat.points[flat.triangles[:, corner]] for corner in range(3))
    va, vb, vc = (values[flat.triangles[:, corner]][:, None] for corner in range(3))
    u, v = b - a, c - a
    twice = u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
    turned = (vb - va) * np.stack([v[:, 1], -v[:, 0]], 1)
    turned += (vc - va) * np.stack([-u[:, 1], u[:, 0]], 1)  # times twice the area: the weight
    corners = flat.triangles.T.ravel()
    spread = sparse.csr_array(
        (np.ones(len(corners)), (corners, np.tile(np.arange(len(twice)), 3))),
        shape=(len(values), len(twice)),
    )
    weight = np.asarray(spread @ twice)[:, None]
    gradient = np.asarray(spread @ turned) / weight
    for _ in range(_SMOOTHINGS):
        middle = np.asarray(spread.T @ gradient) / 3 * twice[:, None]
        gradient = np.asarray(spread @ middle) / weight
    return np.asarray(gradient)


def _level(
    stiffness: sparse.csr_array, mass: NDArray[np.float64], inside: NDArray[np.intp], k: float
) -> NDArray[np.float64]:
    """u at the inner points of (1 / k^2) laplacian(u) = u - 1 with u = 0 on the outline."""
    load = mass[inside] * k * k
    system = stiffness[inside][:, inside] + sparse.diags_array(load)
    return np.clip(spsolve(system.tocsc(), load), 1e-4, 1)


def _elements(flat: Planar) -> tuple[sparse.csr_array, NDArray[np.float64]]:
    """The stiffness matrix (cotangent weights) and the lumped masses of the triangles."""
    count = len(flat.points)
    corners = flat.points[flat.triangles]
    rows, columns, weights = [], [], []
    for k in range(3):
        i, j = flat.triangles[:, (k + 1) % 3], flat.triangles[:, (k + 2) % 3]
        u, v = corners[:, (k + 1) % 3] - corners[:, k], corners[:, (k + 2) % 3] - corners[:, k]
        cross = np.maximum(np.abs(u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]), 1e-10)
        half = np.sum(u * v, axis=1) / cross / 2
        rows += [i, j, i, j]
        columns += [j, i, i, j]
        weights += [-half, -half, half, half]
        area = cross / 2  # of the whole triangle, the same for every corner
    stiffness = sparse.csr_array(
        (np.concatenate(weights), (np.concatenate(rows), np.concatenate(columns))),
        shape=(count, count),
    )
    mass = np.bincount(flat.triangles.T.ravel(), weights=np.tile(area / 3, 3), minlength=count)
    return stiffness, mass.astype(np.float64)
