"""What verbs mean for a body: which move, which gait, how fast, how high."""

from dataclasses import dataclass

from omnireel.domain.storyboard import Kind
from omnireel.engines.previs.motion import gaits, moves
from omnireel.engines.previs.motion.gaits import Gait
from omnireel.engines.previs.motion.moves import Move


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """How a verb is acted by a body.

    `pace` is in body lengths per second for a body of one metre (larger bodies are slower for
    their length); `lift` metres in the air; `vigour` as in `moves.Aim`; a body that `travels`
    leaves its spot.
    """

    move: Move
    gait: Gait | None = None
    pace: float = 1.0
    lift: float = 0.0
    vigour: float = 1.0
    travels: bool = False

    @property
    def flies(self) -> bool:
        """Whether a body goes through the air on its own."""
        return self.travels and self.move is moves.soar


_WALK = Verb(move=moves.go, gait=gaits.trot, pace=0.9, travels=True)
_RUN = Verb(move=moves.go, gait=gaits.gallop, pace=2.4, travels=True)
_DRIVE = Verb(move=moves.go, gait=gaits.drive, pace=2.4, travels=True)
_FLY = Verb(move=moves.soar, gait=gaits.fly, pace=1.5, lift=2.0, travels=True)
_SWIM = Verb(move=moves.go, gait=gaits.swim, pace=0.9, lift=0.4, travels=True)
_SAIL = Verb(move=moves.go, gait=gaits.sail, pace=0.35, travels=True)
_ROLL = Verb(move=moves.go, gait=gaits.roll, pace=2.2, travels=True)
_HOP = Verb(move=moves.go, gait=gaits.hop, pace=1.0, travels=True)
_JUMP = Verb(move=moves.leap)
_FALL = Verb(move=moves.drop)
_RISE = Verb(move=moves.rise, gait=gaits.sway, pace=0.6)
_SPIN = Verb(move=moves.turn)
_DANCE = Verb(move=moves.stay, gait=gaits.dance)
_SHAKE = Verb(move=moves.stay, gait=gaits.shake)
_SWAY = Verb(move=moves.stay, gait=gaits.sway)
_EAT = Verb(move=moves.stay, gait=gaits.peck)
_PLAY = Verb(move=moves.stay, gait=gaits.bat)
_REST = Verb(move=moves.stay, gait=gaits.breathe)
_STILL = Verb(move=moves.stay)
_BURN = Verb(move=moves.stay)
_CHASE = Verb(move=moves.chase, gait=gaits.gallop, pace=2.2, travels=True)
_CIRCLE = Verb(move=moves.circle, gait=gaits.trot, pace=1.4)
_FLOAT = Verb(move=moves.stay, gait=gaits.fly, lift=1.2)

_VERBS: dict[str, Verb] = {
    **dict.fromkeys(("walk", "stroll", "march", "wander", "step", "go", "move", "enter"), _WALK),
    **dict.fromkeys(("leave", "pass", "cross", "travel", "creep", "crawl", "sneak"), _WALK),
    **dict.fromkeys(
        ("run", "sprint", "race", "gallop", "dash", "rush", "trot", "jog", "flee"), _RUN
    ),
    **dict.fromkeys(("drive", "speed", "park", "arrive", "accelerate", "turn around"), _DRIVE),
    **dict.fromkeys(("fly", "soar", "glide", "hover past", "zoom", "swoop"), _FLY),
    **dict.fromkeys(("swim", "dive", "drift"), _SWIM),
    **dict.fromkeys(("sail", "row", "float", "paddle"), _SAIL),
    **dict.fromkeys(("roll", "tumble along"), _ROLL),
    **dict.fromkeys(("hop", "bound", "skip"), _HOP),
    **dict.fromkeys(("jump", "leap", "bounce", "pounce"), _JUMP),
    **dict.fromkeys(("fall", "drop", "land", "crash", "descend"), _FALL),
    **dict.fromkeys(("rise", "ascend", "launch", "take off", "climb", "lift"), _RISE),
    **dict.fromkeys(("spin", "rotate", "turn", "twirl", "whirl"), _SPIN),
    **dict.fromkeys(("dance", "party", "celebrate", "cheer"), _DANCE),
    **dict.fromkeys(("shake", "tremble", "vibrate", "shiver", "boil"), _SHAKE),
    **dict.fromkeys(("sway", "swing gently", "wave", "rustle", "bloom", "blow"), _SWAY),
    **dict.fromkeys(("eat", "drink", "graze", "sniff", "peck", "nibble", "lick"), _EAT),
    **dict.fromkeys(("play", "bat", "paw", "catch", "scratch", "fight", "dig"), _PLAY),
    **dict.fromkeys(("chase", "follow", "pursue", "hunt"), _CHASE),
    **dict.fromkeys(("circle", "orbit", "revolve"), _CIRCLE),
    **dict.fromkeys(("burn", "glow", "shine", "melt away"), _BURN),
    "swing": Verb(move=moves.swing),
    "hover": _FLOAT,
    "levitate": _FLOAT,
    "flutter": Verb(move=moves.soar, gait=gaits.flutter, pace=1.0, lift=0.8, travels=True),
    "approach": Verb(move=moves.approach, gait=gaits.trot, pace=1.0, travels=True),
    "come": Verb(move=moves.approach, gait=gaits.trot, pace=1.0, travels=True),
    "grow": Verb(move=moves.grow),
    "inflate": Verb(move=moves.grow),
    "shrink": Verb(move=moves.grow, vigour=-1.0),
    "melt": Verb(move=moves.grow, vigour=-1.0),
    "topple": Verb(move=moves.tumble),
    "tip": Verb(move=moves.tumble),
    "collapse": Verb(move=moves.tumble),
    "snow": Verb(move=moves.float_down),
    "sink": Verb(move=moves.float_down),
}

_RESTING = (
    "sit stand lie sleep rest wait look watch stare gaze pose be have live hang lean listen wear "
    "smile sing talk speak bark meow nap relax stay remain show hold carry"
).split()

_MANNERS = {
    "fast": 1.7,
    "quickly": 1.7,
    "rapidly": 1.8,
    "swiftly": 1.6,
    "wildly": 1.5,
    "energetically": 1.4,
    "slowly": 0.5,
    "gently": 0.6,
    "gracefully": 0.75,
    "lazily": 0.5,
    "playfully": 1.1,
    "slow motion": 0.35,
}


def verb_for(lemma: str, kind: Kind, noun: str = "") -> Verb:
    """What the verb means for a body of this kind; resting for what is not a motion."""
    if lemma in _VERBS:
        return _specific(lemma, kind, noun)
    return resting(kind)


def resting(kind: Kind) -> Verb:
    """How a body of this kind is when it does nothing."""
    return _REST if kind in (Kind.ANIMAL, Kind.PERSON) else _STILL


def knows(lemma: str) -> bool:
    """Whether the verb is acted, not only stood for."""
    return lemma in _VERBS or lemma in _RESTING


def moves_by(lemma: str) -> bool:
    """Whether the verb is a motion of its own, more than being there."""
    return lemma in _VERBS


def haste(manner: tuple[str, ...]) -> float:
    """The factor on speed that the adverbs ask for."""
    factor = 1.0
    for word in manner:
        factor *= _MANNERS.get(word, 1.0)
    return min(max(factor, 0.25), 3.0)


_FLYERS = frozenset(
    "bird eagle butterfly bee dragonfly plane airplane jet helicopter rocket spaceship ufo drone "
    "bat owl parrot duck swan dove kite balloon dragon moth ladybug superhero spacecraft".split()
)
_SWIMMERS = frozenset(
    "fish shark whale dolphin turtle octopus jellyfish seal clownfish goldfish squid".split()
)
_BOATS = frozenset("boat ship sailboat yacht canoe ferry raft kayak speedboat".split())


def is_swimmer(noun: str) -> bool:
    """Whether this lives in the water, not on it."""
    return noun.rsplit(maxsplit=1)[-1] in _SWIMMERS if noun else False


def _specific(lemma: str, kind: Kind, noun: str) -> Verb:
    """Cars that run or go drive, birds that go fly, fish that go swim, boats that go sail."""
    verb = _VERBS[lemma]
    if lemma == "flee" and kind is Kind.THING:
        return _ROLL
    if verb not in (_WALK, _RUN, _DRIVE, _SWIM):
        return verb
    if noun in _FLYERS and (verb is _DRIVE or kind is Kind.VEHICLE):
        return _FLY
    if noun in _SWIMMERS or noun in _BOATS:
        return _SWIM if noun in _SWIMMERS else _SAIL
    return _DRIVE if kind is Kind.VEHICLE else verb
