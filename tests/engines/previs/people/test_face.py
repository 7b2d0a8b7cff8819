"""Faces show what they feel, and are painted seldom."""

from dataclasses import replace

import numpy as np

from omnireel.engines.previs.colors import encoded
from omnireel.engines.previs.people.face import SIZE, Expression, painter, texture_coordinates
from omnireel.engines.previs.people.spec import PersonSpec

SPEC = PersonSpec()
OPEN = Expression()


def test_equal_expressions_are_one_picture() -> None:
    paint = painter(SPEC)
    assert paint(OPEN) is paint(replace(OPEN, blink=0.04, smile=0.52))
    assert paint(OPEN) is not paint(replace(OPEN, blink=1.0))


def test_a_blink_covers_the_whites_and_a_gaze_moves_the_iris() -> None:
    paint = painter(SPEC)
    eyes = (slice(150, 290), slice(100, 412))

    def white(expression: Expression) -> int:
        return int((paint(expression)[eyes][..., :3].min(axis=-1) > 200).sum())

    assert white(OPEN) > 4 * max(white(replace(OPEN, blink=1.0)), 1)
    left, right = paint(replace(OPEN, gaze_x=1.0)), paint(replace(OPEN, gaze_x=-1.0))
    dark_left = np.argwhere(left[eyes][..., :3].max(axis=-1) < 40)[:, 1].mean()
    dark_right = np.argwhere(right[eyes][..., :3].max(axis=-1) < 40)[:, 1].mean()
    assert dark_left > dark_right + 8, "the person's left is the picture's right"


def test_an_open_mouth_is_dark_inside() -> None:
    paint = painter(SPEC)
    mouth = (slice(340, 430), slice(206, 306))

    def dark(expression: Expression) -> int:
        picture = paint(expression)[mouth]
        return int(((picture[..., 0] < 110) & (picture[..., 3] > 200)).sum())

    assert dark(replace(OPEN, open=1.0)) > dark(OPEN) + 200


def test_what_is_not_painted_has_the_skins_colour_and_is_transparent() -> None:
    picture = painter(SPEC)(OPEN)
    assert picture.shape == (SIZE, SIZE, 4)
    clear = picture[..., 3] == 0
    assert clear.mean() > 0.5
    assert (picture[clear][:, :3] == encoded(SPEC.skin)).all()
    border = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
    assert (border[:, 3] == 0).all()


def test_the_eyes_lie_where_the_face_has_them() -> None:
    picture = painter(SPEC)(OPEN)
    eye = np.array([[0.0535, 0.002, 0.12]], dtype=np.float32)
    u, v = texture_coordinates(eye)[0]
    row, column = round((1 - v) * SIZE), round(u * SIZE)
    pupil = picture[row - 6 : row + 14, column - 10 : column + 10]
    assert (pupil[..., :3].max(axis=-1) < 60).any()
