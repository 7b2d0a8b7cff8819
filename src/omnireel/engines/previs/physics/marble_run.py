"""A marble run: a marble rolls down a track of its own and sets off what stands along it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from omnireel.domain.storyboard import CastMember
from omnireel.engines.previs.colors import color_named
from omnireel.engines.previs.element import Element
from omnireel.engines.previs.events import Event, Impact
from omnireel.engines.previs.physics import contraption, kit
from omnireel.engines.previs.physics.chase import Chase, Glance, Path
from omnireel.engines.previs.physics.contraption import Piece
from omnireel.engines.previs.physics.events import impacts, rolling
from omnireel.engines.previs.physics.layout import (
    DRAG,
    LINGER,
    START_SPEED,
    Layout,
    lay_out,
)
from omnireel.engines.previs.physics.recording import Recording
from omnireel.engines.previs.physics.simulate import simulate
from omnireel.engines.previs.physics.world import Body, Floor, Geom, Sphere, Surface, World
from omnireel.engines.previs.scene import CameraPose, Floats, Model, Placement, Vec3
from omnireel.engines.previs.shapes import primitives
from omnireel.engines.previs.shapes.transform import vec3

_ATTEMPTS = 4
_RUNNING_START = 1.4  # seconds simulated more than shown: the beginning is cut, not the end
_SHORTEST = 4.6  # seconds that the shortest run needs
_APART = 0.2  # metres from marble to marble where several run
_TICK = 0.32  # metres from rail joint to rail joint
_GLASS_BLUE: Vec3 = (0.01, 0.16, 0.82)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MarbleRun:
    """A run as an element, what to follow, and a camera that does.

    `follow(t)` gives the first marble's middle and velocity, `camera(t)` a tracking shot of it.
    """

    element: Element
    follow: Callable[[float], tuple[Vec3, Vec3]]
    camera: Callable[[float], CameraPose]
    layout: Layout
    recording: Recording
    radius: float
    center: Vec3
    reach: float


def build(
    marble: CastMember,
    track: CastMember | None = None,
    *,
    seed: int,
    duration: float,
    aspect: float = 16 / 9,
    surface: str = "wood",
) -> MarbleRun:
    """A marble run that fills `duration` seconds, on the floor (y = 0) about the origin.

    The marbles' placements carry the marble's id, everything else the track's, or none where the
    storyboard names no track. `aspect` is the picture's width over its height, `surface` what the
    floor is made of.
    """
    prefix = track.id if track is not None else f"{marble.id}.track"
    riders = min(max(marble.count, 1), 5)
    layout, recording = _run(prefix, seed, duration, riders, surface)
    owner = track.id if track is not None else ""
    pieces = (*layout.contraption.pieces, *kit.ties(layout.track), *kit.supports(layout.track))
    low, high = layout.track.points.min(axis=0), layout.track.points.max(axis=0)
    return MarbleRun(
        element=Element(
            models=_models(prefix, layout, marble),
            place=_placer(prefix, pieces, recording, marble, owner),
            events=_events(layout, recording, marble, owner, duration),
        ),
        follow=_follower(recording, _marble(0)),
        camera=_chase(layout, recording, pieces, duration, aspect).pose,
        layout=layout,
        recording=recording,
        radius=layout.track.gauge.ball,
        center=(0.0, float(high[1]) / 2, 0.0),
        reach=float(np.linalg.norm(high - low)) / 2 + 0.8,
    )


def _chase(
    layout: Layout, recording: Recording, pieces: Sequence[Piece], duration: float, aspect: float
) -> Chase:
    """A camera after the first marble, which glances at what the bell's ball runs to."""
    leader = _marble(0)
    rung = recording.first_hit(leader, layout.bell)
    return Chase(
        path=Path(
            position=lambda t: recording.position(leader, t),
            velocity=lambda t: recording.velocity(leader, t),
            duration=duration,
            radius=layout.track.gauge.ball,
        ),
        track=layout.track,
        pieces=pieces,
        aspect=aspect,
        glance=Glance(time=duration if rung is None else rung, point=layout.beyond),
        obstacles=contraption.bell_points(layout.bell_point),
    )


def _marble(number: int) -> str:
    return f"marble.{number}"


def _run(
    prefix: str, seed: int, duration: float, riders: int, surface: str
) -> tuple[Layout, Recording]:
    """The first layout that does all it should, run so that the bell rings before the end."""
    best: tuple[float, Layout, Recording] | None = None
    for attempt in range(_ATTEMPTS):
        layout = lay_out(prefix, seed=seed, duration=duration, attempt=attempt, riders=riders)
        recording = simulate(
            _world(layout, riders, surface), max(duration, _SHORTEST) + _RUNNING_START
        )
        rung = recording.first_hit(_marble(0), layout.bell)
        begin = 0.0 if rung is None else max(0.0, rung - (duration - min(LINGER, 0.2 * duration)))
        score = _score(layout, recording)
        if best is None or score > best[0]:
            best = (score, layout, recording.since(begin))
        if score >= 1.0:
            break
    if best is None:
        raise AssertionError("there is at least one attempt")
    return best[1], best[2]


def _score(layout: Layout, recording: Recording) -> float:
    """The share of a run that happens: 1 when the bell rings and every domino falls."""
    rung = recording.first_hit(_marble(0), layout.bell) is not None
    last = recording.times[-1]
    fallen = [recording.pose(stone, last)[1, 1] < 0.7 for stone in layout.stones]
    return 0.5 * float(rung) + 0.5 * float(np.mean(fallen))


def _world(layout: Layout, riders: int, surface: str) -> World:
    track = layout.track
    rails = track.rails("rail")
    glass = Surface(material="glass", density=2500.0, friction=0.4, restitution=0.45)
    bodies = []
    for number in range(riders):
        k = track.index(0.05 + _APART * (riders - 1 - number))
        ahead = track.tangents[k]
        spin = np.cross(track.ups[k], ahead) * START_SPEED / track.gauge.rolling_radius
        bodies.append(
            Body(
                name=_marble(number),
                geoms=(Geom(shape=Sphere(radius=track.gauge.ball), surface=glass),),
                position=vec3(track.points[k]),
                velocity=vec3(ahead * START_SPEED),
                spin=vec3(spin),
                drag=DRAG,
                rides=tuple(rail.name for rail in rails),
            )
        )
    floor = Geom(shape=Floor(), surface=Surface(material=surface, restitution=0.5, friction=0.4))
    return World(bodies=(*bodies, *layout.contraption.bodies), rails=rails, ground=(floor,))


def _models(prefix: str, layout: Layout, marble: CastMember) -> dict[str, Model]:
    named = {**kit.models(), **kit.rail_models(layout.track)}
    color = color_named(marble.color) if marble.color else None
    models = {f"{prefix}.{name}": model for name, model in named.items()}
    models[f"{marble.id}.ball"] = Model(
        mesh=primitives.sphere(40, 24),
        material=kit.marble_material(color or _GLASS_BLUE, marble.material),
    )
    return models


def _placer(
    prefix: str,
    pieces: Sequence[Piece],
    recording: Recording,
    marble: CastMember,
    owner: str,
) -> Callable[[float], Sequence[Placement]]:
    """Everything's placements at a time; what stands still keeps its arrays."""
    still, moving = [], []
    rails = [Piece(model=name, frame=np.eye(4)) for name in ("rail.left", "rail.right")]
    for model, group in kit.by_model((*rails, *pieces)).items():
        name = f"{prefix}.{model}"
        fixed = [piece for piece in group if not piece.body]
        if fixed:
            still.append(_placed(name, [piece.frame for piece in fixed], fixed, owner))
        held = [piece for piece in group if piece.body]
        if held:
            moving.append((name, held))
    riders = sorted(name for name in recording.names if name.startswith("marble."))
    grown = np.diag([*(3 * [0.05]), 1.0])

    def place(t: float) -> Sequence[Placement]:
        poses = {name: recording.pose(name, t) for name in recording.names}
        moved = [
            _placed(name, [poses[piece.body] @ piece.frame for piece in held], held, owner)
            for name, held in moving
        ]
        balls = Placement(
            model=f"{marble.id}.ball",
            transforms=_stacked([poses[name] @ grown for name in riders]),
            member=marble.id,
        )
        return (*still, *moved, balls)

    return place


def _placed(
    name: str, frames: Sequence[np.ndarray], pieces: Sequence[Piece], owner: str
) -> Placement:
    return Placement(
        model=name,
        transforms=_stacked(frames),
        tints=np.array([piece.tint for piece in pieces], dtype=np.float32),
        member=owner,
    )


def _stacked(frames: Sequence[np.ndarray]) -> Floats:
    return np.ascontiguousarray(np.stack(frames), dtype=np.float32)


def _follower(recording: Recording, leader: str) -> Callable[[float], tuple[Vec3, Vec3]]:
    return lambda t: (vec3(recording.position(leader, t)), vec3(recording.velocity(leader, t)))


def _events(
    layout: Layout, recording: Recording, marble: CastMember, owner: str, duration: float
) -> tuple[Event, ...]:
    """Every hit, the rumble of every marble on its rails, and the ticks of the rails' joints."""

    def member(body: str) -> str:
        return marble.id if body.startswith("marble.") else owner if body else ""

    def shown(event: Impact) -> bool:
        return 0.0 <= event.time < duration

    heard: list[Event] = [e for e in impacts(recording, member=member) if shown(e)]
    for name in sorted(name for name in recording.names if name.startswith("marble.")):
        size = layout.track.gauge.ball
        drone = rolling(recording, name, duration=duration, size=size, member=marble.id)
        if drone is not None:
            heard.append(drone)
        heard += [e for e in _ticks(layout, recording, name, marble.id) if shown(e)]
    return tuple(heard)


def _ticks(layout: Layout, recording: Recording, name: str, member: str) -> list[Impact]:
    """A marble on rails ticks faintly over their joints."""
    path, track = recording.path(name), layout.track
    speed = np.linalg.norm(np.gradient(path, recording.times, axis=0), axis=1)
    on_rails = np.zeros(len(path), dtype=bool)
    for touch in recording.touches:
        if set(touch.bodies) == {name, "rail.left"}:
            on_rails |= (recording.times >= touch.start) & (recording.times <= touch.end)
    way = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    joints = np.flatnonzero(np.diff(np.floor(way / _TICK)) > 0)
    return [
        Impact(
            time=float(recording.times[k]),
            materials=("glass", "metal"),
            strength=float(np.clip(0.02 + 0.03 * speed[k], 0.0, 0.14)),
            position=vec3(path[k]),
            size=track.gauge.rail,
            member=member,
        )
        for k in joints
        if on_rails[k]
    ]
