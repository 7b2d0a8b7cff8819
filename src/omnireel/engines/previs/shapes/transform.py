"""4x4 float32 transforms for column vectors (world = M @ local), right-handed, +y up."""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from omnireel.engines.previs.scene import Floats, Vec3

Matrix = NDArray[np.float32] | NDArray[np.float64]


def identity() -> Floats:
    """The transform that changes nothing."""
    return np.eye(4, dtype=np.float32)


def translation(x: float, y: float, z: float) -> Floats:
    """Move by (x, y, z) metres."""
    matrix = identity()
    matrix[:3, 3] = (x, y, z)
    return matrix


def scaling(x: float, y: float | None = None, z: float | None = None) -> Floats:
    """Scale by x, y, z; y and z default to x."""
    return np.diag([x, x if y is None else y, x if z is None else z, 1.0]).astype(np.float32)


def _rotation(first: int, second: int, radians: float) -> Floats:
    matrix = identity()
    cosine, sine = math.cos(radians), math.sin(radians)
    matrix[first, first] = matrix[second, second] = cosine
    matrix[first, second], matrix[second, first] = -sine, sine
    return matrix


def rotation_x(radians: float) -> Floats:
    """Turn about +x, counter-clockwise seen from +x."""
    return _rotation(1, 2, radians)


def rotation_y(radians: float) -> Floats:
    """Turn about +y, counter-clockwise seen from +y."""
    return _rotation(2, 0, radians)


def rotation_z(radians: float) -> Floats:
    """Turn about +z, counter-clockwise seen from +z."""
    return _rotation(0, 1, radians)


def rotation_about(axis: ArrayLike, radians: float) -> Floats:
    """Turn about any axis through the origin (Rodrigues' formula)."""
    x, y, z = normalize(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    matrix = identity()
    matrix[:3, :3] += math.sin(radians) * cross + (1 - math.cos(radians)) * (cross @ cross)
    return matrix


def axes(x: ArrayLike, y: ArrayLike, z: ArrayLike, origin: ArrayLike) -> Floats:
    """The transform whose local axes are x, y, z and whose origin is `origin`."""
    matrix = identity()
    matrix[:3] = np.stack([np.asarray(column) for column in (x, y, z, origin)], axis=1)
    return matrix


def vec3(v: ArrayLike) -> Vec3:
    """The first three numbers of a vector, as a plain tuple."""
    x, y, z = np.asarray(v, dtype=np.float64)[:3].tolist()
    return (x, y, z)


def normalize(v: ArrayLike) -> NDArray[np.float64]:
    """Vectors (..., n) at length 1; a zero vector stays zero."""
    vectors = np.asarray(v, dtype=np.float64)
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-12))


def cross(a: ArrayLike, b: ArrayLike) -> NDArray[np.float64]:
    """The cross product of two vectors (3,); NumPy's own is many times slower for single ones."""
    ax, ay, az = np.asarray(a, dtype=np.float64).tolist()
    bx, by, bz = np.asarray(b, dtype=np.float64).tolist()
    return np.array([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx])


def frame_along(a: ArrayLike, b: ArrayLike, hint: Vec3 = (0.0, 0.0, 1.0)) -> tuple[Floats, float]:
    """An orthonormal frame at `a` with +y towards `b` and +z near `hint`; and the length |ab|."""
    start = np.asarray(a, dtype=np.float64)
    along = np.asarray(b, dtype=np.float64) - start
    y = normalize(along)
    x = cross(y, np.asarray(hint))
    if np.linalg.norm(x) < 1e-3:
        x = cross(y, (1.0, 0.0, 0.0) if abs(y[0]) < 0.9 else (0.0, 0.0, 1.0))
    x = normalize(x)
    return axes(x, y, cross(x, y), start), float(np.linalg.norm(along))


def look_at(eye: ArrayLike, target: ArrayLike, up: ArrayLike = (0.0, 1.0, 0.0)) -> Floats:
    """World to camera; the camera looks along its -z."""
    position = np.asarray(eye, dtype=np.float64)
    forward = normalize(np.asarray(target, dtype=np.float64) - position)
    side = normalize(cross(forward, np.asarray(up, dtype=np.float64)))
    rows = np.stack([side, cross(side, forward), -forward])
    matrix = identity()
    matrix[:3, :3] = rows
    matrix[:3, 3] = -rows @ position
    return matrix


def perspective(fov_degrees: float, aspect: float, near: float, far: float) -> Floats:
    """Camera to clip space; `fov_degrees` is vertical, depth goes from -1 to 1."""
    scale = 1 / math.tan(math.radians(fov_degrees) / 2)
    matrix = np.zeros((4, 4), dtype=np.float32)
    matrix[0, 0] = scale / aspect
    matrix[1, 1] = scale
    matrix[2, 2] = (far + near) / (near - far)
    matrix[2, 3] = 2 * far * near / (near - far)
    matrix[3, 2] = -1
    return matrix


def orthographic(
    left: float, right: float, bottom: float, top: float, near: float, far: float
) -> Floats:
    """Camera to clip space without perspective."""
    matrix = identity()
    matrix[0, 0] = 2 / (right - left)
    matrix[1, 1] = 2 / (top - bottom)
    matrix[2, 2] = -2 / (far - near)
    matrix[0, 3] = -(right + left) / (right - left)
    matrix[1, 3] = -(top + bottom) / (top - bottom)
    matrix[2, 3] = -(far + near) / (far - near)
    return matrix


def apply(matrix: Matrix, points: ArrayLike) -> Floats:
    """Points (..., 3) moved by an affine transform."""
    moved = np.asarray(points, dtype=np.float32) @ matrix[:3, :3].T + matrix[:3, 3]
    return np.asarray(moved, dtype=np.float32)
