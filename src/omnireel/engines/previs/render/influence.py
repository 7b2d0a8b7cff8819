"""Where an edit can have changed a frame, from what the passes before the last ones see."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter

from omnireel.engines.previs.render.post import support_pixels
from omnireel.engines.previs.render.renderer import Renderer
from omnireel.engines.previs.scene import Scene


def influence(renderer: Renderer, before: Scene, after: Scene, t: float) -> NDArray[np.bool_]:
    """The pixels (h, w), top row first, that may differ between two scenes at one time.

    Lit colour, distance, motion, normals and members of both are compared to the bit; where they
    differ, and `support_pixels` around it, lies all that the passes on the lit picture can reach.
    Outside, the frames are equal to the bit.
    """
    renderer.load(before)
    old = renderer.surfaces(t)
    renderer.load(after)
    new = renderer.surfaces(t)
    differ = np.zeros(old[0].shape[:2], np.bool_)
    for one, other in zip(old, new, strict=True):
        differ |= (one != other).any(axis=2)
    reach = 2 * support_pixels(len(differ), after.look.style) + 1
    grown = maximum_filter(differ.astype(np.uint8), size=reach, mode="constant")
    width, height = renderer.size
    scale = renderer.quality.oversampling
    blocks = grown.reshape(height, scale, width, scale).any(axis=(1, 3))
    return np.asarray(blocks)[::-1]
