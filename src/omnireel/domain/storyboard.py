"""Everything an engine is told. Plain data, engine-neutral, JSON-serialisable, versioned.

Words are lower-case English in the singular (`violin`, `meadow`, `rolls` → `roll`); an engine
that does not know a word falls back and reports it as unmet. Empty strings mean "engine decides".
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from omnireel.domain.media import OutputSpec, Reference

VERSION = 1


class Kind(StrEnum):
    """What sort of thing a cast member is."""

    PERSON = "person"
    ANIMAL = "animal"
    VEHICLE = "vehicle"
    THING = "thing"


class Relation(StrEnum):
    """Where one member is in relation to another member or, with no anchor, to the frame."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"
    FRONT = "front"
    BEHIND = "behind"
    ON = "on"
    UNDER = "under"
    ABOVE = "above"
    IN = "in"
    NEAR = "near"
    BETWEEN = "between"
    HELD = "held"
    WORN = "worn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A relation and the ids of its anchors (none for a place in the frame)."""

    relation: Relation
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CastMember:
    """A person, creature or thing whose identity lasts through shots and through edits.

    `id` is `noun-N`, unique in the storyboard and never reused. `name` is the member in the user's
    own words ("a young woman in a red coat"). `noun` is the head noun ("woman"). `visible` is
    False once an edit made it invisible: it still acts, sounds and holds its place, unseen.
    """

    id: str
    noun: str
    kind: Kind
    name: str
    count: int = 1
    color: str = ""
    size: str = ""  # tiny, small, large, giant
    material: str = ""  # wood, glass, metal, gold, …
    attributes: tuple[str, ...] = ()  # young, fluffy, futuristic, red-haired, …
    wears: tuple[str, ...] = ()  # "red coat", "fashionable hat"
    position: Position | None = None
    reference: Reference | None = None
    visible: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Who does what, with or to whom, where and when (seconds from the start of the shot).

    `verb` is a lemma (`play`, `roll`, `jump`). `target` is the member acted on, `goal` the member
    it is directed to with `preposition` ("jumps onto the table": verb jump, preposition onto, goal
    table-1). `end` None means to the end of the shot.
    """

    actor: str
    verb: str
    target: str | None = None
    preposition: str = ""
    goal: str | None = None
    manner: tuple[str, ...] = ()  # slowly, fast, gracefully
    start: Fraction = Fraction(0)
    end: Fraction | None = None


class ShotSize(StrEnum):
    """How much of the subject the frame holds."""

    EXTREME_WIDE = "extreme_wide"
    WIDE = "wide"
    FULL = "full"
    MEDIUM = "medium"
    CLOSE_UP = "close_up"
    EXTREME_CLOSE_UP = "extreme_close_up"


class Angle(StrEnum):
    """From where the camera looks at the subject."""

    EYE_LEVEL = "eye_level"
    LOW = "low"
    HIGH = "high"
    OVERHEAD = "overhead"
    AERIAL = "aerial"
    DUTCH = "dutch"


class Movement(StrEnum):
    """What the camera does during the shot."""

    AUTO = "auto"
    STATIC = "static"
    PAN_LEFT = "pan_left"
    PAN_RIGHT = "pan_right"
    TILT_UP = "tilt_up"
    TILT_DOWN = "tilt_down"
    DOLLY_IN = "dolly_in"
    DOLLY_OUT = "dolly_out"
    TRUCK_LEFT = "truck_left"
    TRUCK_RIGHT = "truck_right"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    CRANE_UP = "crane_up"
    CRANE_DOWN = "crane_down"
    ORBIT = "orbit"
    TRACKING = "tracking"
    RACK_FOCUS = "rack_focus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """How a shot is filmed. `size` None and movement `auto` leave the framing to the engine."""

    size: ShotSize | None = None
    angle: Angle = Angle.EYE_LEVEL
    movement: Movement = Movement.AUTO
    handheld: bool = False
    lens: str = ""  # wide, normal, tele, macro, fisheye
    subject: str | None = None  # the member it follows or focuses on


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Exact text: over the picture (`surface` "") or on a thing (`sign-1`, `storefront`)."""

    text: str
    surface: str = ""
    start: Fraction = Fraction(0)
    end: Fraction | None = None


class Transition(StrEnum):
    """How a shot begins."""

    CUT = "cut"
    DISSOLVE = "dissolve"
    FADE = "fade"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One continuous run of the camera: start and duration in seconds of the clip."""

    start: Fraction
    duration: Fraction
    setting: str = ""  # meadow, living room, city street, …
    time_of_day: str = ""  # dawn, day, sunset, night, …
    weather: str = ""  # clear, rain, snow, fog, storm, wind
    season: str = ""
    lighting: str = ""  # dramatic, soft, neon, …
    mood: str = ""
    camera: Camera = Camera()
    cast: tuple[str, ...] = ()  # ids of the members on set, unseen ones too
    blocking: tuple[Action, ...] = ()
    titles: tuple[Title, ...] = ()
    transition: Transition = Transition.CUT

    @property
    def end(self) -> Fraction:
        return self.start + self.duration


class SoundKind(StrEnum):
    """The four stems of a mix."""

    DIALOGUE = "dialogue"
    EFFECT = "effect"
    AMBIENCE = "ambience"
    MUSIC = "music"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundLine:
    """One thing to be heard, from `start` (seconds of the clip) to `end` or by itself."""

    kind: SoundKind
    text: str
    start: Fraction = Fraction(0)
    end: Fraction | None = None
    source: str | None = None  # the member it comes from


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundPlan:
    """What is asked to be heard, and which stems must not be ("no dialogue")."""

    lines: tuple[SoundLine, ...] = ()
    muted: tuple[SoundKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The clip's style (`anime`, `noir`, `watercolor`, …; "" is the engine's own) and palette."""

    style: str = ""
    palette: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyboard:
    """Everything an engine is told to make one clip. Shots tile the output's duration.

    `unmet` are the parts of the prompt that could not be honoured, in the user's own words.
    """

    prompt: str
    cast: tuple[CastMember, ...]
    shots: tuple[Shot, ...]
    output: OutputSpec
    seed: int
    quality: str = "standard"
    sound: SoundPlan = SoundPlan()
    look: Look = Look()
    references: tuple[Reference, ...] = ()
    unmet: tuple[str, ...] = ()
    version: int = VERSION

    def member(self, member_id: str) -> CastMember:
        """The member with this id; KeyError when there is none."""
        for member in self.cast:
            if member.id == member_id:
                return member
        raise KeyError(member_id)
