"""The camera holds what it is asked to hold."""

import math

import numpy as np
import pytest

from omnireel.domain.storyboard import Angle, Camera, Kind, Movement, ShotSize
from omnireel.engines.previs.camera import film
from omnireel.engines.previs.framing import Frame, Subject
from omnireel.engines.previs.scene import CameraPose, Vec3


def frame(aspect: float = 16 / 9) -> Frame:
    return Frame(aspect=aspect, start=0.0, duration=4.0, seed=3)


def person(x: float = 0.0, speed: float = 0.0) -> Subject:
    return Subject(
        member="woman-1",
        kind=Kind.PERSON,
        size=(0.6, 1.7, 0.4),
        point=lambda t: (x + speed * t, 0.0, 0.0),
    )


def projected(pose: CameraPose, point: Vec3, aspect: float) -> tuple[float, float]:
    """Where a point falls in the frame: -1 to 1 in both directions."""
    eye, target = np.array(pose.eye), np.array(pose.target)
    forward = (target - eye) / np.linalg.norm(target - eye)
    side = np.cross(forward, pose.up)
    side /= np.linalg.norm(side)
    up = np.cross(side, forward)
    ray = np.array(point) - eye
    scale = math.tan(math.radians(pose.fov) / 2) * (ray @ forward)
    return float(ray @ side / scale / aspect), float(ray @ up / scale)


@pytest.mark.parametrize("aspect", [16 / 9, 9 / 16])
@pytest.mark.parametrize("angle", [Angle.EYE_LEVEL, Angle.LOW, Angle.HIGH])
def test_a_full_shot_holds_head_and_feet(aspect: float, angle: Angle) -> None:
    shoot = film(
        Camera(size=ShotSize.FULL, angle=angle, movement=Movement.STATIC),
        [person()],
        frame(aspect),
        (0, 1, -9),
    )
    for height in (0.0, 1.7):
        x, y = projected(shoot(2.0), (0.0, height, 0.0), aspect)
        assert abs(x) < 1
        assert abs(y) < 1


def test_a_close_up_is_closer_than_a_wide_shot() -> None:
    spans = []
    for size in (ShotSize.CLOSE_UP, ShotSize.MEDIUM, ShotSize.FULL, ShotSize.WIDE):
        pose = film(Camera(size=size), [person()], frame(), (0, 1, -9))(0.0)
        spans.append(math.dist(pose.eye, pose.target))
    assert spans == sorted(spans)


def test_everybody_is_in_the_default_frame() -> None:
    cast = [person(-2.0), person(0.0), person(2.0)]
    shoot = film(Camera(), cast, frame(9 / 16), (0, 1, -9))
    for x in (-2.3, 2.3):
        assert abs(projected(shoot(0.0), (x, 0.9, 0.0), 9 / 16)[0]) < 1


def test_tracking_keeps_a_runner_in_the_frame() -> None:
    runner = person(speed=4.0)
    shoot = film(Camera(movement=Movement.TRACKING), [runner], frame(), (0, 1, -9))
    for t in (0.0, 1.0, 2.0, 3.0, 4.0):
        x, y, z = runner.point(t)
        assert abs(projected(shoot(t), (x, y + 0.8, z), 16 / 9)[0]) < 0.5


def test_a_zoom_changes_the_lens_and_not_the_place() -> None:
    shoot = film(Camera(movement=Movement.ZOOM_IN), [person()], frame(), (0, 1, -9))
    assert shoot(0.0).eye == pytest.approx(shoot(4.0).eye)
    assert shoot(4.0).fov < 0.6 * shoot(0.0).fov


def test_a_pan_right_turns_right() -> None:
    shoot = film(Camera(movement=Movement.PAN_RIGHT), [person()], frame(), (0, 1, -9))
    assert shoot(4.0).target[0] > shoot(0.0).target[0] + 0.3


def test_a_hand_held_camera_moves_and_a_tripod_does_not() -> None:
    still = film(Camera(movement=Movement.STATIC), [person()], frame(), (0, 1, -9))
    hand = film(Camera(movement=Movement.STATIC, handheld=True), [person()], frame(), (0, 1, -9))
    assert still(1.0).target == still(2.0).target
    assert hand(1.0).target != hand(2.0).target


def test_the_camera_never_goes_below_the_floor() -> None:
    shoot = film(
        Camera(angle=Angle.LOW, size=ShotSize.EXTREME_WIDE), [person()], frame(), (0, 1, -9)
    )
    assert all(shoot(t).eye[1] > 0.1 for t in np.linspace(0, 4, 9))
