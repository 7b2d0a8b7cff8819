"""Members that are a marble run together: the track, what stands along it, the marble."""

from collections.abc import Sequence
from dataclasses import dataclass

from omnireel.domain.storyboard import CastMember, Kind
from omnireel.engines.previs.framing import Subject
from omnireel.engines.previs.physics import marble_run
from omnireel.engines.previs.scene import Vec3
from omnireel.engines.previs.staging.beats import Beat
from omnireel.engines.previs.staging.performer import Performer

_TRACKS = frozenset(("track", "run", "marble run", "domino", "dominoes", "contraption", "rail"))
_RIDERS = frozenset(("marble", "ball"))
_SIGNS = ("chain reaction", "rube goldberg", "marble", "domino")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The members of a run; a run asked for without a marble gets one of its own."""

    marble: CastMember
    track: CastMember | None

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(m.id for m in (self.marble, self.track) if m is not None)


def pair_in(members: Sequence[CastMember], beats: Sequence[Beat]) -> Pair | None:
    """The marble and its track among the members, if that is what they are."""
    tracks = [m for m in members if m.noun in _TRACKS or _is_contraption(m)]
    riders = [m for m in members if m.noun in _RIDERS]
    rolling = {b.actor for b in beats if b.verb in ("roll", "race", "run", "go", "travel")}
    if tracks and riders:
        return Pair(marble=riders[0], track=tracks[0])
    if tracks and any(_is_contraption(m) or m.noun in ("domino", "marble run") for m in tracks):
        own = CastMember(id=f"{tracks[0].id}.ball", noun="marble", kind=Kind.THING, name="marble")
        return Pair(marble=own, track=tracks[0])
    marbles = [m for m in riders if m.noun == "marble" and m.id in rolling and m.position is None]
    return Pair(marble=marbles[0], track=None) if marbles else None


def _is_contraption(member: CastMember) -> bool:
    words = " ".join((member.noun, member.name, *member.attributes)).lower()
    return member.noun != "marble" and any(sign in words for sign in _SIGNS[:2])


def perform(pair: Pair, *, seed: int, duration: float, aspect: float, surface: str) -> Performer:
    """The run at the origin, filmed by a camera that chases the marble."""
    run = marble_run.build(
        pair.marble, pair.track, seed=seed, duration=duration, aspect=aspect, surface=surface
    )

    def marble_at(t: float) -> Vec3:
        (x, y, z), _ = run.follow(t)
        return (x, y - run.radius, z)

    width = 2 * run.radius
    subjects = [
        Subject(
            member=pair.marble.id,
            kind=Kind.THING,
            size=(width, width, width),
            point=marble_at,
        )
    ]
    if pair.track is not None:
        x, y, z = run.center
        subjects.append(
            Subject(
                member=pair.track.id,
                kind=Kind.THING,
                size=(1.6 * run.reach, 2 * y, 1.2 * run.reach),
                point=lambda _: (x, 0.0, z),
            )
        )
    return Performer(element=run.element, subjects=tuple(subjects), camera=run.camera)
