"""Making room on a set: what stands where a member stands, or before it, is carried off.

Only what the set has as separate pieces goes (trees, bushes, blades of grass, houses, a ceiling);
ground, walls and roads stay. Whether a member is visible never matters.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.element import Element
from omnireel.engines.previs.framing import Subject
from omnireel.engines.previs.scene import CameraPose, Floats, Mesh, Placement

_LARGEST = 9.0  # square metres: a single mesh with a larger footprint is many pieces in one
_SLAB = 0.3  # metres: a thinner piece above everybody's head is a ceiling
_OVERHEAD = 1.5
_SCATTERED = 200  # instances: blades and flowers have one part each
_SAME_SPOT = 0.05  # metres between the origins of parts of one piece

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sight:
    """A moment of a shot: where the camera is, and the box (low, high) of everybody it films."""

    eye: Doubles
    boxes: tuple[tuple[Doubles, Doubles], ...]


def sights(
    camera: Callable[[float], CameraPose],
    subjects: Sequence[Subject],
    start: float,
    duration: float,
    moments: int = 5,
) -> list[Sight]:
    """What the camera must be able to see over a shot that begins at `start` on the stage."""
    found: list[Sight] = []
    for t in np.linspace(0.0, duration, moments):
        boxes = tuple(_box(subject, start + float(t)) for subject in subjects)
        found.append(Sight(eye=np.asarray(camera(float(t)).eye, float), boxes=boxes))
    return found


def _box(subject: Subject, t: float) -> tuple[Doubles, Doubles]:
    width, height, depth = subject.size
    foot = np.asarray(subject.point(t), float)
    half = np.array([width / 2, 0.0, depth / 2])
    return foot - half, foot + half + [0.0, height, 0.0]


def cleared(element: Element, seen: Sequence[Sight]) -> Element:
    """The set without the pieces that are in the way of anybody or of the camera."""
    keep = _kept(element.place(0.0), element, seen)
    if not keep:
        return element
    originals: dict[int, Floats] = {}
    lighter: dict[int, tuple[Floats, Floats | None]] = {}

    def thinned(index: int, placement: Placement) -> Placement:
        mask = keep.get(index)
        if mask is None:
            return placement
        key = id(placement.transforms)
        if originals.get(key) is not placement.transforms:
            # Arrays that stay the same must give one array, so that it is uploaded once.
            originals[key] = placement.transforms
            tints = None if placement.tints is None else placement.tints[mask]
            lighter[key] = (np.ascontiguousarray(placement.transforms[mask]), tints)
        transforms, tints = lighter[key]
        return replace(placement, transforms=transforms, tints=tints)

    def moving(index: int, placement: Placement) -> Placement:
        mask = keep.get(index)
        if mask is None:
            return placement
        tints = None if placement.tints is None else placement.tints[mask]
        return replace(
            placement, transforms=np.ascontiguousarray(placement.transforms[mask]), tints=tints
        )

    still = {
        index
        for index, (a, b) in enumerate(zip(element.place(0.0), element.place(0.5), strict=True))
        if a.transforms is b.transforms
    }

    def place(t: float) -> Sequence[Placement]:
        return [
            thinned(index, placement) if index in still else moving(index, placement)
            for index, placement in enumerate(element.place(t))
            if index not in keep or keep[index].any()
        ]

    return replace(element, place=place)


def _kept(
    placements: Sequence[Placement], element: Element, seen: Sequence[Sight]
) -> Mapping[int, NDArray[np.bool_]]:
    """For each placement that loses instances, which of them stay."""
    gone: dict[int, NDArray[np.bool_]] = {}
    for index, placement in enumerate(placements):
        low, high = _bounds(element.models[placement.model].mesh, placement.transforms)
        if _is_piece(placement, low, high):
            gone[index] = _in_the_way(low, high, seen)
    spots = [placements[i].transforms[mask][:, :3, 3] for i, mask in gone.items() if mask.any()]
    if not spots:
        return {}
    emptied = np.concatenate(spots)
    emptied = emptied[np.hypot(emptied[:, 0], emptied[:, 2]) > _SAME_SPOT]
    for index, mask in gone.items():
        origins = placements[index].transforms[:, :3, 3]
        if len(origins) < _SCATTERED:
            gaps = np.abs(origins[:, None] - emptied[None]).max(axis=2)
            mask[(gaps < _SAME_SPOT).any(axis=1)] = True
    return {index: ~mask for index, mask in gone.items() if mask.any()}


def _bounds(mesh: Mesh, transforms: Floats) -> tuple[Doubles, Doubles]:
    """Boxes about the instances: (k, 3) low and high corners in the world."""
    low, high = mesh.positions.min(axis=0), mesh.positions.max(axis=0)
    middle, half = (low + high) / 2, (high - low) / 2
    centers = transforms[:, :3, :3] @ middle + transforms[:, :3, 3]
    reach = np.abs(transforms[:, :3, :3]) @ half
    return np.asarray(centers - reach, float), np.asarray(centers + reach, float)


def _is_piece(placement: Placement, low: Doubles, high: Doubles) -> bool:
    if len(placement.transforms) > 1:
        return True
    width, height, depth = high[0] - low[0]
    return bool(width * depth < _LARGEST or (height < _SLAB and low[0, 1] > _OVERHEAD))


def _in_the_way(low: Doubles, high: Doubles, seen: Sequence[Sight]) -> NDArray[np.bool_]:
    gone = np.zeros(len(low), bool)
    for sight in seen:
        for box_low, box_high in sight.boxes:
            gone |= _overlaps(low, high, box_low, box_high)
            for point in _faces(box_low, box_high):
                gone |= _crossed(low, high, sight.eye, point)
    return gone


def _overlaps(
    low: Doubles, high: Doubles, box_low: Doubles, box_high: Doubles
) -> NDArray[np.bool_]:
    """Pieces that stand in the box and reach half its height; lower ones are at its feet."""
    tall = high[:, 1] > box_low[1] + 0.5 * (box_high[1] - box_low[1])
    under = low[:, 1] < box_high[1]
    across = (low[:, [0, 2]] < box_high[[0, 2]]) & (high[:, [0, 2]] > box_low[[0, 2]])
    return np.asarray(tall & under & across.all(axis=1))


def _faces(low: Doubles, high: Doubles) -> Doubles:
    """Points of the box that should be seen: a grid on its middle plane, its feet left out."""
    columns = np.linspace(0.08, 0.92, 5)
    rows = (0.35, 0.65, 0.95)
    shares = np.array([(x, y, 0.5) for x in columns for y in rows])
    return low + shares * (high - low)


def _crossed(low: Doubles, high: Doubles, eye: Doubles, point: Doubles) -> NDArray[np.bool_]:
    """Boxes that the line of sight from the eye to the point runs through."""
    way = point - eye
    safe = np.where(np.abs(way) < 1e-9, 1e-9, way)
    first, second = (low - eye) / safe, (high - eye) / safe
    enter = np.minimum(first, second).max(axis=1)
    leave = np.maximum(first, second).min(axis=1)
    return np.asarray((enter < leave) & (leave > 0.0) & (enter < 1.0))
