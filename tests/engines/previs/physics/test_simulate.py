"""Bodies obey Newton: falling, bouncing, rolling, and never gaining energy."""

import numpy as np
import pytest

from omnireel.engines.previs.physics.simulate import simulate
from omnireel.engines.previs.physics.world import (
    GRAVITY,
    Body,
    Box,
    Floor,
    Geom,
    Hinge,
    Quat,
    Rail,
    Sphere,
    Surface,
    World,
)

BOUNCY = Surface(restitution=1.0)


def ball(restitution: float, height: float, radius: float = 0.1) -> Body:
    surface = Surface(material="rubber", restitution=restitution)
    geom = Geom(shape=Sphere(radius=radius), surface=surface)
    return Body(name="ball", geoms=(geom,), position=(0.0, height + radius, 0.0))


def tilted(degrees: float) -> Quat:
    half = -np.radians(degrees) / 2
    return (float(np.cos(half)), 0.0, 0.0, float(np.sin(half)))


def test_a_dropped_ball_is_at_half_g_t_squared() -> None:
    recording = simulate(World(bodies=(ball(0.5, 2.0),)), 0.6)
    fallen = 2.1 - recording.path("ball")[:, 1]
    assert fallen == pytest.approx(0.5 * GRAVITY * recording.times**2, rel=0.005, abs=0.003)
    assert recording.pose("ball", 0.3)[1, 3] == pytest.approx(2.1 - 0.441, abs=0.004)


@pytest.mark.parametrize("restitution", [0.3, 0.6, 0.9])
def test_it_bounces_to_the_square_of_its_restitution(restitution: float) -> None:
    floor = Geom(shape=Floor(), surface=BOUNCY)
    world = World(bodies=(ball(restitution, 1.0),), ground=(floor,))
    recording = simulate(world, 1.3)
    first, second = recording.hits[:2]
    assert first.time == pytest.approx(np.sqrt(2 / GRAVITY), abs=0.003)
    assert first.speed == pytest.approx(np.sqrt(2 * GRAVITY), rel=0.01)
    between = (recording.times > first.time + 0.02) & (recording.times < second.time)
    peak = recording.path("ball")[between, 1].max() - 0.1
    assert peak == pytest.approx(restitution**2, rel=0.08)


def test_a_ball_rolls_down_a_ramp_with_five_sevenths_of_the_slope() -> None:
    angle = np.radians(20)
    ramp = Geom(shape=Floor(), rotation=tilted(20))
    start = (0.1 * np.sin(angle), 0.1 * np.cos(angle), 0.0)
    rolling = Body(name="ball", geoms=(Geom(shape=Sphere(radius=0.1)),), position=start)
    recording = simulate(World(bodies=(rolling,), ground=(ramp,)), 1.0)
    way = np.linalg.norm(recording.path("ball") - np.array(start), axis=1)
    assert way[-1] == pytest.approx(0.5 * 5 / 7 * GRAVITY * np.sin(angle), rel=0.01)


def test_on_two_rails_it_rolls_about_the_line_between_its_contacts() -> None:
    angle, radius, rail, half = np.radians(25), 0.05, 0.01, 0.032
    lift = np.sqrt((radius + rail) ** 2 - half**2)
    along = np.linspace(0, 3, 1500)[:, None] * [np.cos(angle), -np.sin(angle), 0.0]
    rails = tuple(
        Rail(name=name, path=along + np.array([0.0, 0.0, side * half]), radius=rail)
        for name, side in (("left", -1), ("right", 1))
    )
    start = along[100] + lift * np.array([np.sin(angle), np.cos(angle), 0.0])
    rider = Body(
        name="ball",
        geoms=(Geom(shape=Sphere(radius=radius)),),
        position=(float(start[0]), float(start[1]), 0.0),
        rides=("left", "right"),
    )
    recording = simulate(World(bodies=(rider,), rails=rails), 0.9)
    way = np.linalg.norm(recording.path("ball") - start, axis=1)
    share = 1 / (1 + 0.4 * ((radius + rail) / lift) ** 2)
    expected = 0.5 * share * GRAVITY * np.sin(angle) * recording.times**2
    assert way == pytest.approx(expected, rel=0.02, abs=0.003)
    assert np.abs(recording.path("ball")[:, 2]).max() < 1e-4


def test_it_flies_off_the_end_of_a_rail() -> None:
    along = np.linspace(0, 1, 300)[:, None] * [1.0, 0.0, 0.0]
    rails = tuple(
        Rail(name=name, path=along + np.array([0.0, 0.0, side * 0.03]), radius=0.01)
        for name, side in (("left", -1), ("right", 1))
    )
    rider = Body(
        name="ball",
        geoms=(Geom(shape=Sphere(radius=0.05)),),
        position=(0.3, 0.052, 0.0),
        velocity=(2.0, 0.0, 0.0),
        rides=("left", "right"),
    )
    path = simulate(World(bodies=(rider,), rails=rails), 0.8).path("ball")
    assert path[path[:, 0] < 0.98, 1].min() > 0.045
    assert path[-1, 0] > 1.2
    assert path[-1, 1] < -0.3


def test_energy_never_grows() -> None:
    floor = Geom(shape=Floor(), surface=BOUNCY)
    bodies = (
        ball(0.9, 1.5),
        Body(
            name="box",
            geoms=(Geom(shape=Box(half=(0.1, 0.2, 0.1))),),
            position=(0.05, 0.8, 0.02),
            rotation=tilted(30),
        ),
    )
    recording = simulate(World(bodies=bodies, ground=(floor,)), 2.0)
    energies = np.zeros(len(recording.times))
    for body, mass, stretch in (("ball", 2.93, 0.0), ("box", 5.6, 0.0)):
        path = recording.path(body)
        speed = np.linalg.norm(np.gradient(path, recording.times, axis=0), axis=1)
        energies += mass * (GRAVITY * path[:, 1] + 0.5 * speed**2) + stretch
    assert energies.max() < energies[0] * 1.01
    assert energies[-1] < 0.5 * energies[0]


def test_the_same_world_moves_the_same_to_the_bit() -> None:
    floor = Geom(shape=Floor())
    stones = tuple(
        Body(
            name=f"stone-{k}",
            geoms=(Geom(shape=Box(half=(0.02, 0.1, 0.05))),),
            position=(0.1 * k, 0.1, 0.0),
            velocity=(1.5 if k == 0 else 0.0, 0.0, 0.0),
            asleep=k > 0,
        )
        for k in range(6)
    )
    first, second = (simulate(World(bodies=stones, ground=(floor,)), 1.0) for _ in range(2))
    assert np.array_equal(first.positions, second.positions)
    assert np.array_equal(first.rotations, second.rotations)
    assert first.hits == second.hits
    assert first.first_hit("stone-4", "stone-5") is not None


def test_a_hinge_holds_springs_back_and_stops() -> None:
    door = Body(
        name="door",
        geoms=(Geom(shape=Box(half=(0.2, 0.2, 0.01)), position=(0.2, 0.0, 0.0)),),
        position=(0.0, 1.0, 0.0),
        hinge=Hinge(axis=(0.0, 1.0, 0.0), range=(-1.0, 0.5), stiffness=2.0, rest=2.0, damping=0.3),
    )
    recording = simulate(World(bodies=(door,)), 3.0)
    assert recording.position("door", 3.0) == pytest.approx([0.0, 1.0, 0.0])
    pose = recording.pose("door", 3.0)
    assert np.arctan2(-pose[2, 0], pose[0, 0]) == pytest.approx(0.5, abs=0.02)


def test_a_world_that_contradicts_itself_is_refused() -> None:
    one = ball(0.5, 1.0)
    with pytest.raises(ValueError, match="same name"):
        simulate(World(bodies=(one, one)), 0.1)
    lost = Body(name="lost", geoms=one.geoms, position=(0.0, 0.0, 0.0), rides=("nowhere",))
    with pytest.raises(ValueError, match="nowhere"):
        simulate(World(bodies=(lost,)), 0.1)
