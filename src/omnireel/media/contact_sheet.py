"""A whole video at a glance: frames at equal distances in a grid."""

from pathlib import Path

import av
import numpy as np
from av.video.reformatter import Interpolation
from numpy.typing import NDArray

from omnireel.media.decode import frame_count, frames
from omnireel.media.still import to_png

CELL_SIDE = 480  # the longer side of a cell, in pixels
GUTTER = 8
PAPER = 24  # the grey between the cells


def contact_sheet(video: Path, png: Path, columns: int = 4, rows: int = 3) -> None:
    """Write `columns` by `rows` frames of the video, evenly spaced, as one PNG.

    Raises:
        MediaError: The video cannot be decoded.
    """
    count = frame_count(video)
    cells = columns * rows
    wanted = [min(count - 1, (2 * cell + 1) * count // (2 * cells)) for cell in range(cells)]
    chosen = {
        index: _shrunk(picture) for index, picture in enumerate(frames(video)) if index in wanted
    }
    png.write_bytes(to_png(_grid([chosen[index] for index in wanted], columns)))


def _shrunk(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture with its longer side no longer than a cell's."""
    height, width = picture.shape[:2]
    scale = min(1.0, CELL_SIDE / max(height, width))
    frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(
        width=round(width * scale), height=round(height * scale), interpolation=Interpolation.AREA
    )
    return np.asarray(frame.to_ndarray(), np.uint8)


def _grid(cells: list[NDArray[np.uint8]], columns: int) -> NDArray[np.uint8]:
    """The cells row by row with gutters between and around them."""
    height, width = cells[0].shape[:2]
    rows = -(-len(cells) // columns)
    shape = (rows * (height + GUTTER) + GUTTER, columns * (width + GUTTER) + GUTTER, 3)
    sheet = np.full(shape, PAPER, np.uint8)
    for place, cell in enumerate(cells):
        row, column = divmod(place, columns)
        top, left = GUTTER + row * (height + GUTTER), GUTTER + column * (width + GUTTER)
        sheet[top : top + height, left : left + width] = cell
    return sheet
