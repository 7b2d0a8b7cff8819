"""Draw the README's picture: one frame each of a few sentences, and of an edit, in a grid."""

from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from omnireel.director import plan, revise
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Turn
from omnireel.engines.previs.engine import pictures
from omnireel.media.still import to_jpeg

TILE = (640, 360)
COLUMNS = 2
PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "clips.jpg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Still:
    """A sentence, perhaps an edit of its clip, and when to look, in seconds."""

    prompt: str
    at: Fraction
    edit: str = ""
    seed: int = 1


STILLS = (
    Still(
        prompt="A marble rolling fast on a chain reaction style track, continuous smooth shot.",
        at=Fraction(3),
    ),
    Still(
        prompt="A futuristic city with neon lights and flying cars, cyberpunk style", at=Fraction(2)
    ),
    Still(prompt="A woman playing violin outdoors.", at=Fraction(5, 2)),
    Still(
        prompt="A woman playing violin outdoors.",
        edit="Make the violin invisible.",
        at=Fraction(5, 2),
    ),
    Still(prompt="Three penguins dance in the snow", at=Fraction(3)),
    Still(prompt="A man in a blue suit walks along the beach at sunset", at=Fraction(5, 2)),
)


def board_of(still: Still) -> Storyboard:
    """The storyboard a still is taken from."""
    turn = Turn(prompt=still.prompt, model="any", duration=Fraction(5))
    board = plan(turn, seed=still.seed, previous=None).storyboard
    if still.edit:
        board, _ = revise(board, still.edit)
    output = replace(board.output, width=TILE[0], height=TILE[1])
    return replace(board, quality="high", output=output)


def draw(still: Still) -> NDArray[np.uint8]:
    """The still's pixels (h, w, 3)."""
    board = board_of(still)
    index = int(still.at * board.output.frame_rate)
    return np.array(next(pictures(board, range(index, index + 1))))


def main() -> None:
    tiles = [draw(still) for still in STILLS]
    rows = [np.hstack(tiles[k : k + COLUMNS]) for k in range(0, len(tiles), COLUMNS)]
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_bytes(to_jpeg(np.vstack(rows)))


if __name__ == "__main__":
    main()
