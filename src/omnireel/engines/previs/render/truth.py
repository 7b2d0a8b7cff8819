"""What is truly in a frame: for each cast member its box, how much of it is seen, its colour."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from omnireel.engines.previs.render.renderer import Renderer
from omnireel.engines.previs.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTruth:
    """A cast member in one frame.

    `box` is (x0, y0, x1, y1) in pixels from the upper left, x1 and y1 just outside; None when
    nothing of it is seen. `visible_fraction` is the seen pixels over the pixels it would have
    alone in a view of the same camera that is twice as wide and high, so that both what is hidden
    and what is outside the frame count as unseen; what is farther outside counts as nothing.
    `mean_color` is the mean sRGB of its pixels in the finished frame, 0 to 255.
    """

    id: str
    box: tuple[int, int, int, int] | None
    visible_fraction: float
    mask_pixels: int
    mean_color: tuple[float, float, float] | None


def truth(renderer: Renderer, scene: Scene, t: float, members: Sequence[str]) -> list[MemberTruth]:
    """The truth of the frame at this time, for these members in this order; loads the scene."""
    renderer.load(scene)
    frame = renderer.draw(t)
    numbers = renderer.member_map()
    masks = {member: numbers == scene.members.index(member) + 1 for member in members}
    seen = [member for member in members if masks[member].any()]
    alone = dict(zip(seen, renderer.pixels_alone(t, seen), strict=True))
    return [_measured(member, masks[member], alone.get(member, 0), frame) for member in members]


def _measured(
    member: str, mask: NDArray[np.bool_], alone: int, frame: NDArray[np.uint8]
) -> MemberTruth:
    pixels = int(mask.sum())
    if not pixels:
        return MemberTruth(
            id=member, box=None, visible_fraction=0.0, mask_pixels=0, mean_color=None
        )
    red, green, blue = frame[mask].mean(axis=0)
    return MemberTruth(
        id=member,
        box=box_of(mask),
        visible_fraction=min(pixels / max(alone, 1), 1.0),
        mask_pixels=pixels,
        mean_color=(float(red), float(green), float(blue)),
    )


def box_of(mask: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """The smallest box around a mask with at least one pixel: (x0, y0, x1, y1)."""
    columns = np.flatnonzero(mask.any(axis=0))
    rows = np.flatnonzero(mask.any(axis=1))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
