"""Moves obey physics and reach their goals."""

import math

import numpy as np
import pytest

from omnireel.domain.storyboard import Kind
from omnireel.engines.previs.motion import gaits, moves, verbs
from omnireel.engines.previs.motion.moves import GRAVITY, Aim
from omnireel.engines.previs.motion.sounds import sounds_of
from omnireel.engines.previs.motion.track import BodyFacts, Track, facing

CAT = BodyFacts(size=(0.45, 0.35, 0.2), profile=True, material="paw")
BALL = BodyFacts(size=(0.4, 0.4, 0.4), profile=False, material="rubber")


def track(facts: BodyFacts = CAT, seconds: float = 4.0) -> Track:
    return Track(seconds, (0.0, 0.0, 0.0), 0.0, facts)


def test_a_leap_lands_on_its_goal_and_stays() -> None:
    body = track()
    moves.leap(body, 0, body.count, Aim(speed=1.0, goal=(1.0, 0.75, -0.5)))
    motion = body.frozen()
    assert motion.point(4.0) == pytest.approx((1.0, 0.75, -0.5))
    assert max(motion.point(t)[1] for t in np.arange(0, 2, 0.01)) > 0.75


def test_a_leap_in_the_air_falls_with_g() -> None:
    body = track()
    moves.leap(body, 0, body.count, Aim(speed=1.0, goal=(1.0, 0.0, 0.0)))
    heights = body.position[:, 1]
    flying = np.nonzero(heights > 0.02)[0][2:-4]
    acceleration = np.diff(heights[flying], 2) * 120.0**2
    assert acceleration == pytest.approx(-GRAVITY, abs=0.05)


def test_a_drop_is_at_half_g_t_squared() -> None:
    body = track()
    moves.drop(body, 0, body.count, Aim(speed=1.0, lift=2.0))
    motion = body.frozen()
    for t in (0.1, 0.3, 0.5):
        assert motion.point(t)[1] == pytest.approx(2.0 - 0.5 * GRAVITY * t * t, abs=0.01)
    assert motion.point(3.0)[1] == pytest.approx(0.0, abs=1e-9)


def test_walking_to_a_goal_arrives_and_brakes() -> None:
    body = track()
    moves.go(body, 0, body.count, Aim(speed=1.0, goal=(2.0, 0.0, 0.0)))
    motion = body.frozen()
    assert motion.point(4.0)[0] == pytest.approx(2.0, abs=0.01)
    assert np.all(np.diff(body.position[:, 0]) > -1e-9)


def test_a_rolling_ball_does_not_slip() -> None:
    body = track(BALL)
    moves.go(body, 0, body.count, Aim(speed=1.0, goal=(2.0, 0.0, 0.0)))
    gaits.roll(body, 0, body.count)
    assert abs(body.spin[-1]) == pytest.approx(body.position[-1, 0] / 0.2, rel=1e-6)


def test_a_chaser_stays_behind_what_it_chases() -> None:
    body = track()
    aim = Aim(speed=2.0, follow=lambda t: (2.0 * t, 0.0, 0.0))
    moves.chase(body, 0, body.count, aim)
    for t in (1.0, 2.0, 3.0):
        assert body.position[body.index(t), 0] < 2.0 * t


@pytest.mark.parametrize("heading", np.linspace(-math.pi, math.pi, 13))
def test_a_profile_is_never_edge_on(heading: float) -> None:
    # Edge-on is a turn of ±90°; the drawing's plane then shows nothing.
    assert abs(math.cos(facing(heading, profile=True))) > 0.3


def test_a_profile_faces_where_it_goes() -> None:
    right, left = facing(math.pi / 2, profile=True), facing(-math.pi / 2, profile=True)
    assert -math.cos(right) == pytest.approx(1.0, abs=0.05)  # its nose, -x, now points to +x
    assert -math.cos(left) == pytest.approx(-1.0, abs=0.05)


def test_matrices_keep_the_feet_on_the_floor() -> None:
    body = track()
    gaits.breathe(body, 0, body.count)
    matrix = body.frozen().matrix(1.0)
    assert (matrix @ np.array([0, 0, 0, 1.0]))[1] == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize(
    ("lemma", "kind", "noun", "gait"),
    [
        ("run", Kind.ANIMAL, "dog", gaits.gallop),
        ("run", Kind.VEHICLE, "car", gaits.drive),
        ("drive", Kind.VEHICLE, "spaceship", gaits.fly),
        ("swim", Kind.ANIMAL, "fish", gaits.swim),
        ("go", Kind.VEHICLE, "boat", gaits.sail),
    ],
)
def test_verbs_fit_the_body(lemma: str, kind: Kind, noun: str, gait: gaits.Gait) -> None:
    assert verbs.verb_for(lemma, kind, noun).gait is gait


def test_unknown_verbs_rest() -> None:
    assert not verbs.knows("defenestrate")
    assert verbs.verb_for("defenestrate", Kind.ANIMAL).gait is gaits.breathe


def test_landings_are_heard_when_they_happen() -> None:
    body = track(BALL)
    moves.drop(body, 0, body.count, Aim(speed=1.0, lift=2.0))
    events = sounds_of(verbs.verb_for("fall", Kind.THING), body.frozen(), (0, 4), "b", "wood")
    assert len(events) == 1
    assert getattr(events[0], "time", None) == pytest.approx(math.sqrt(4 / GRAVITY), abs=1 / 24)
