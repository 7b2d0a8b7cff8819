"""The engine as a whole, on prompts: obedient, exact, repeatable, heard."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from omnireel.director import plan, revise
from omnireel.domain.failures import CancelledError
from omnireel.domain.media import Asset
from omnireel.domain.storyboard import Storyboard, Title
from omnireel.domain.turn import Take, Turn
from omnireel.engines.previs.engine import Previs, pictures, produce, truth
from omnireel.engines.previs.render.influence import influence
from omnireel.engines.previs.render.renderer import Renderer
from omnireel.engines.previs.titles import overlay

SIZE = (192, 108)


class Bench:
    """A context with nothing behind it, that can be told to stop."""

    def __init__(self, scratch: Path, stop_at: float = 2.0) -> None:
        self.scratch = scratch
        self.stages: list[str] = []
        self._stop_at = stop_at

    @property
    def previous(self) -> Take | None:
        return None

    def open(self, asset: Asset) -> Path:
        raise FileNotFoundError(asset.sha256)

    def once(self, key: str, make: Callable[[Path], None]) -> Path:
        path = self.scratch / key
        make(path)
        return path

    def progress(self, done: float, stage: str) -> None:
        self.stages.append(stage)
        if stage == "render" and done >= self._stop_at:
            raise CancelledError("stopped")


def board_for(prompt: str, seconds: str = "1", seed: int = 3) -> Storyboard:
    turn = Turn(prompt=prompt, model="any", duration=Fraction(3))
    board = plan(turn, seed=seed, previous=None).storyboard
    duration = Fraction(seconds)
    shot = replace(board.shots[0], duration=duration)
    output = replace(board.output, width=SIZE[0], height=SIZE[1], duration=duration)
    return replace(board, shots=(shot,), output=output, quality="draft")


def test_a_clip_has_the_length_asked_for_in_picture_and_sound(tmp_path: Path) -> None:
    board = board_for("a blue ball bounces in a room", "0.5")
    clip = Previs().render(board, Bench(tmp_path))
    frames = [np.array(frame) for frame in clip.frames()]
    samples = np.asarray(clip.samples())
    assert len(frames) == 12
    assert frames[0].shape == (SIZE[1] * 3 // 2, SIZE[0])
    assert samples.shape == (24_000, 2)
    assert 20 * np.log10(np.sqrt((samples**2).mean())) > -40


def test_cancelling_stops_between_frames(tmp_path: Path) -> None:
    board = board_for("a dog runs in a park", "0.5")
    clip = Previs().render(board, Bench(tmp_path, stop_at=0.3))
    drawn: list[int] = []
    with pytest.raises(CancelledError):
        drawn.extend(len(frame) for frame in clip.frames())
    assert len(drawn) < 8


def test_the_same_board_gives_the_same_frames() -> None:
    board = board_for("two cats walk on the beach")
    first, again = (list(pictures(board, range(5, 24, 9))) for _ in range(2))
    assert all((a == b).all() for a, b in zip(first, again, strict=True))


def test_another_seed_gives_other_frames() -> None:
    frames = [
        next(pictures(board_for("a horse in a meadow", seed=seed), range(4, 5))) for seed in (1, 2)
    ]
    assert (frames[0] != frames[1]).any()


@pytest.mark.parametrize(
    ("prompt", "instruction", "hidden"),
    [
        ("A man plays a violin in a park", "Make the violin invisible", "violin"),
        ("a dog and a cat sit on the beach", "make the cat disappear", "cat"),
    ],
)
def test_an_edit_changes_what_was_asked_and_nothing_else(
    prompt: str, instruction: str, hidden: str
) -> None:
    before = board_for(prompt)
    after, revision = revise(before, instruction)
    assert [op.target for op in revision.operations] == [f"{hidden}-1"]
    renderer = Renderer(*SIZE, "draft")
    scenes = [produce(board).shots[0].scene for board in (before, after)]
    try:
        for t in (0.0, 0.7):
            shots = []
            for scene in scenes:
                renderer.load(scene)
                shots.append(np.array(renderer.draw(t)))
            region = influence(renderer, scenes[0], scenes[1], t)
            differs = (shots[0] != shots[1]).any(axis=2)
            assert differs.any()
            assert not (differs & ~region).any()
            assert region.mean() < 0.7
    finally:
        renderer.close()


def test_truth_sees_the_member_before_the_edit_and_not_after() -> None:
    before = board_for("A girl plays the violin outdoors", "0.25")
    after, _ = revise(before, "Make the violin invisible.")
    for board, seen in ((before, True), (after, False)):
        for _index, _moment, members in truth(board):
            found = {member.id: member for member in members}
            assert (found["violin-1"].box is not None) is seen
            assert found["girl-1"].visible_fraction > 0.5


def test_a_ball_that_bounces_is_heard_when_it_lands() -> None:
    board = board_for("a rubber ball bounces on the floor of a room", "3")
    production = produce(board)
    heard = [e for e in production.stages[0].events if getattr(e, "member", "") == "ball-1"]
    times = [t for event in heard if (t := getattr(event, "time", None)) is not None]
    assert len(times) >= 2
    scene = production.shots[0].scene

    def height(t: float) -> float:
        placements = [p for p in scene.at(t).placements if p.member == "ball-1"]
        return float(placements[0].transforms[0, 1, 3])

    for time in times[:2]:
        assert height(time) < height(time - 0.08)
        assert height(time) < height(time + 0.08)


def test_what_it_cannot_show_is_said_in_the_users_words() -> None:
    board = board_for("a dog and a flibbertigibbet in a park")
    assert any("flibbertigibbet" in words for words in Previs().unmet(board))


def test_a_title_is_painted_over_the_lower_part_while_it_lasts() -> None:
    plain = np.full((*SIZE[::-1], 3), 90, np.uint8)
    title = Title(text="Hello", start=Fraction(1), end=Fraction(2))
    during = overlay(plain, (title,), 1.5, Fraction(4))
    assert (overlay(plain, (title,), 2.5, Fraction(4)) == plain).all()
    assert during.max() > 200
    assert (during[: SIZE[1] // 2] == plain[: SIZE[1] // 2]).all()


def test_words_said_of_a_sign_are_written_on_it() -> None:
    said = board_for('a wooden sign that says "FRESH EGGS" in a park')
    surface = said.shots[0].titles[0].surface
    blank = replace(said, shots=(replace(said.shots[0], titles=()),))
    painted = [produce(board).shots[0].scene.textures for board in (said, blank)]
    changed = {
        name for name in painted[0] if not np.array_equal(painted[0][name], painted[1][name])
    }
    assert changed
    assert all(name.startswith(surface) for name in changed)
    assert Previs().unmet(said) == ()


def test_a_title_on_a_thing_is_not_painted_over_the_picture_and_is_unmet() -> None:
    board = board_for("a dog in a park")
    title = Title(text="Hello", surface="sign-1")
    plain = np.full((*SIZE[::-1], 3), 90, np.uint8)
    assert (overlay(plain, (title,), 0.5, Fraction(1)) == plain).all()
    shot = replace(board.shots[0], titles=(title,))
    assert any("Hello" in words for words in Previs().unmet(replace(board, shots=(shot,))))


@pytest.mark.parametrize(
    "prompt",
    [
        "a red apple next to a green pear on a wooden table",
        "seven balloons float above a village at dawn",
        "an old man with a beard walks through the snow",
        "a spaceship lands on a desert planet at night, dramatic lighting",
        'a storefront with a sign that says "OPEN", rain, close-up',
        "",
    ],
)
def test_any_prompt_gives_a_picture(prompt: str) -> None:
    board = board_for(prompt or "nothing", "0.25")
    picture = next(pictures(board, range(3, 4)))
    assert picture.shape == (SIZE[1], SIZE[0], 3)
    assert picture.std() > 3
