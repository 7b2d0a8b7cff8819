"""What a prompt names is on screen, large enough to be seen and not hidden."""

from dataclasses import replace

import pytest

from omnireel.director import plan, revise
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Turn
from omnireel.engines.previs.engine import produce
from omnireel.engines.previs.render.renderer import Renderer
from omnireel.engines.previs.render.truth import truth

WIDTH, HEIGHT = 160, 90
SEEN = 0.3  # of a member's own pixels
LARGE = 0.003  # of the frame
FLOOR = 0.95  # of the members of all prompts are seen and large

PROMPTS = (
    "A red car driving along a city street at night",
    "Three penguins standing in the snow",
    "A dog chasing a ball in a park",
    "A cat sitting on a chair in a living room",
    "A whale swimming underwater",
    "A giant castle at sunset",
    "A snail crawling slowly across a stone",
    "Twelve sheep in a meadow",
    "Flying cars over a futuristic city",
    "A cup, a plate and a spoon on a table",
    "A burning candle next to a book",
    "A woman throws a frisbee to a dog on the beach",
    "Two children hugging under a big tree",
    "A tiny mouse next to a giant elephant",
    "A rabbit jumps over a fence",
    "A cat hiding under a table",
    "A vase between two candles on a table",
    "A bicycle in front of a red brick house",
    "A plane flying through clouds at sunset",
    "A train crossing a bridge in the fog",
    "An overhead shot of a dog sleeping on a rug",
    "An elephant in a living room",
    "A dragon flying above a castle",
    "A motorcycle racing through the desert",
    "A man walks with his dog in a forest",
    "A helicopter landing on a building",
)


def board_of(prompt: str) -> Storyboard:
    board = plan(Turn(prompt=prompt, model="previs"), seed=1, previous=None).storyboard
    output = replace(board.output, width=WIDTH, height=HEIGHT)
    return replace(board, quality="draft", output=output)


@pytest.mark.slow
def test_named_members_are_seen() -> None:
    renderer = Renderer(WIDTH, HEIGHT, "draft")
    lost: list[str] = []
    total = 0
    for prompt in PROMPTS:
        board = board_of(prompt)
        shot, t = produce(board).locate(board.output.frame_count // 2)
        members = [m.id for m in board.cast if m.visible and m.id in shot.shot.cast]
        for found in truth(renderer, shot.scene, t, members):
            total += 1
            x0, y0, x1, y1 = found.box or (0, 0, 0, 0)
            area = (x1 - x0) * (y1 - y0) / (WIDTH * HEIGHT)
            if found.visible_fraction <= SEEN or area <= LARGE:
                lost.append(f"{prompt}: {found}")
    renderer.close()
    assert total >= len(PROMPTS)
    assert len(lost) <= (1 - FLOOR) * total, "\n".join(lost)


@pytest.mark.parametrize(
    "prompt", ["A cat and a horse in a meadow", "A man sitting on a bench next to a bicycle"]
)
def test_adding_a_member_moves_nobody(prompt: str) -> None:
    before = board_of(prompt)
    after, _ = revise(before, "Add a dog")
    added = {member.id for member in after.cast} - {member.id for member in before.cast}
    assert added

    def placed(board: Storyboard) -> dict[str, list[object]]:
        state = produce(board).shots[0].scene.at(1.0)
        found: dict[str, list[object]] = {}
        for placement in state.placements:
            if placement.member and placement.member not in added:
                where = placement.transforms.tolist()
                found.setdefault(placement.member, []).append((placement.model, where))
        return found

    assert placed(after) == placed(before)
