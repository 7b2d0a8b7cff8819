"""Camera words: how a shot is filmed, and whether the clip is one shot."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from omnireel.director.prose import mask, phrase_pattern
from omnireel.domain.storyboard import Angle, Camera, Movement, ShotSize

Value = TypeVar("Value")

SIZES = {
    "extreme close-up": ShotSize.EXTREME_CLOSE_UP, "extreme close up": ShotSize.EXTREME_CLOSE_UP,
    "extreme closeup": ShotSize.EXTREME_CLOSE_UP, "macro": ShotSize.EXTREME_CLOSE_UP,
    "close-up": ShotSize.CLOSE_UP, "close up": ShotSize.CLOSE_UP, "closeup": ShotSize.CLOSE_UP,
    "close shot": ShotSize.CLOSE_UP, "close-ups": ShotSize.CLOSE_UP, "portrait": ShotSize.CLOSE_UP,
    "medium close-up": ShotSize.CLOSE_UP, "medium": ShotSize.MEDIUM, "mid": ShotSize.MEDIUM,
    "medium-wide": ShotSize.FULL, "full": ShotSize.FULL, "full-body": ShotSize.FULL,
    "full body": ShotSize.FULL,
    "wide": ShotSize.WIDE, "wide-angle": ShotSize.WIDE, "wide angle": ShotSize.WIDE,
    "long": ShotSize.WIDE,
    "establishing": ShotSize.EXTREME_WIDE, "extreme wide": ShotSize.EXTREME_WIDE,
    "panoramic": ShotSize.EXTREME_WIDE,
    "medium wide": ShotSize.FULL, "over-the-shoulder": ShotSize.MEDIUM, "cowboy": ShotSize.MEDIUM,
    "tight": ShotSize.CLOSE_UP,
}  # fmt: skip
ANGLES = {
    "aerial": Angle.AERIAL, "drone": Angle.AERIAL, "helicopter": Angle.AERIAL,
    "bird's-eye": Angle.AERIAL,
    "bird's eye": Angle.AERIAL, "birds-eye": Angle.AERIAL, "birds eye": Angle.AERIAL,
    "overhead": Angle.OVERHEAD,
    "top-down": Angle.OVERHEAD, "top down": Angle.OVERHEAD, "top": Angle.OVERHEAD,
    "low-angle": Angle.LOW,
    "low angle": Angle.LOW, "low": Angle.LOW, "worm's-eye": Angle.LOW, "worm's eye": Angle.LOW,
    "high-angle": Angle.HIGH,
    "high angle": Angle.HIGH, "dutch": Angle.DUTCH, "dutch angle": Angle.DUTCH,
    "canted": Angle.DUTCH,
    "eye-level": Angle.EYE_LEVEL, "eye level": Angle.EYE_LEVEL, "front": Angle.EYE_LEVEL,
}  # fmt: skip
MOVEMENTS = {
    "static": Movement.STATIC, "still": Movement.STATIC, "fixed": Movement.STATIC,
    "locked-off": Movement.STATIC,
    "locked": Movement.STATIC, "stationary": Movement.STATIC, "tripod": Movement.STATIC,
    "tracking": Movement.TRACKING,
    "follow": Movement.TRACKING, "following": Movement.TRACKING, "dolly": Movement.DOLLY_IN,
    "push-in": Movement.DOLLY_IN,
    "crane": Movement.CRANE_UP, "orbit": Movement.ORBIT, "orbiting": Movement.ORBIT,
    "orbital": Movement.ORBIT,
    "360": Movement.ORBIT, "360-degree": Movement.ORBIT, "panning": Movement.PAN_RIGHT,
    "pan": Movement.PAN_RIGHT,
    "tilt": Movement.TILT_UP, "tilting": Movement.TILT_UP, "zoom": Movement.ZOOM_IN,
    "zooming": Movement.ZOOM_IN,
    "rack focus": Movement.RACK_FOCUS, "rack-focus": Movement.RACK_FOCUS,
    "trucking": Movement.TRUCK_RIGHT,
    "dolly-in": Movement.DOLLY_IN, "dolly-out": Movement.DOLLY_OUT, "pull-back": Movement.DOLLY_OUT,
    "steadicam": Movement.TRACKING, "circling": Movement.ORBIT, "arc": Movement.ORBIT,
}  # fmt: skip
LENSES = {
    "wide-angle": "wide", "wide angle": "wide", "telephoto": "tele", "macro": "macro",
    "fisheye": "fisheye",
    "fish-eye": "fisheye", "anamorphic": "wide", "long lens": "tele",
}  # fmt: skip
HANDHELD = (
    "handheld",
    "hand-held",
    "shaky",
    "shaking",
    "found-footage",
    "pov",
    "first-person",
    "gopro",
    "selfie",
)
SINGLE = (
    "continuous",
    "unbroken",
    "single",
    "uncut",
    "one-take",
    "one",
    "long-take",
    "seamless",
    "uninterrupted",
)
SPEEDS = {
    "slow motion": "slow motion", "slow-motion": "slow motion", "slow-mo": "slow motion",
    "slo-mo": "slow motion", "slowmo": "slow motion",
    "time-lapse": "time-lapse", "timelapse": "time-lapse", "time lapse": "time-lapse",
    "hyperlapse": "time-lapse",
    "fast motion": "fast motion", "fast-motion": "fast motion", "frozen in time": "freeze",
    "high-speed": "slow motion",
}  # fmt: skip

_PLAIN = (
    """smooth steady slow fast beautiful cinematic short realistic 4k hd hyper-realistic
    photorealistic tranquil photo-realistic quick gentle dynamic sweeping dramatic
    professional super vertical high-quality intense serene detailed stunning simple moving
    slowly smoothly gently quickly extremely very ultra-wide product side rear back
    cinematic-style high-resolution new stylized elegant documentary-style third-person"""
).split()
_VOCABULARY = (SIZES, ANGLES, MOVEMENTS, LENSES, SPEEDS)
_MODIFIERS = phrase_pattern(
    [word for table in _VOCABULARY for word in table] + list(HANDHELD) + list(SINGLE) + _PLAIN
)
_NOUNS = (
    "shots?|views?|videos?|footage|clips?|takes?|perspectives?|"
    "angles?|scenes?|sequences?|frames?|tableau|camera|lens"
)
_LEAD = (
    r"(?:\b(?:in|from|with|featuring|using|shot\s+in|shot\s+with|filmed\s+in|filmed\s+with"
    r"|shown\s+in|as)\s+)?(?:\b(?:an?|the)\s+)?"
)
_TAIL = (
    r"(?:\s+(?:from\s+a\s+drone\s+)?(?:of|showing|featuring|on)\b(?!\s+the\s+(?:left|right|side)))?"
)
_PHRASE = re.compile(
    rf"{_LEAD}\b(?:(?:{_MODIFIERS})\b,?\s+(?:and\s+)?){{1,8}}(?:{_NOUNS})\b(?:\s+effects?)?{_TAIL}",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"{_LEAD}\b(?:(?:slow|super|extreme|extremely|very|smooth)\s+){{0,4}}(?:extreme\s+|medium\s+)?"
    r"(close[- ]?ups?|macro|aerial|panoramic|handheld|hand-held|bird'?s[- ]eye"
    r"|rack(?:ing)?\s+focus|slow?[- ]mo(?:tion)?"
    r"|time[- ]?lapse|hyperlapse|fast\s+motion|frozen\s+in\s+time|wide[- ]angle|top[- ]down"
    r"|low[- ]angle|high[- ]angle"
    r"|(?<=slow )orbit|(?<=smooth )orbit|(?<=gentle )orbit|fisheye"
    r"|drone(?=\s+of\b)|portrait(?=\s*[,.]|$))"
    rf"\b{_TAIL}",
    re.IGNORECASE,
)
_ONE_SHOT = re.compile(
    r"\b(?:in\s+)?(?:(?:a|one)\s+)?(?:(?:single|one|continuous|unbroken|uncut|uninterrupted)"
    r",?\s+){1,5}(?:smooth\s+)?"
    r"(?:shot|scene|take)\b|\b(?:with\s+)?(?:no|without|zero)\s+(?:any\s+)?(?:scene\s+)?cuts?\b"
    r"|\bwithout\s+cutting\b",
    re.IGNORECASE,
)
_SHAKE = re.compile(
    r"\b(?:with\s+)?(?:an?\s+)?(?:intense\s+)?(?:camera\s+shak(?:e|ing)|shak(?:e|ing)\s+effect)\b",
    re.IGNORECASE,
)
_DEPTH = re.compile(
    r"\b(?:with\s+)?(?:an?\s+)?(?:shallow|deep)\s+(?:depth\s+of\s+field|focus)\b|\bbokeh\b"
    r"|\bblurr(?:y|ed)\s+background\b",
    re.IGNORECASE,
)
_FACING = re.compile(
    r"\b(?:facing|look(?:s|ing)?\s+(?:straight\s+|directly\s+)?"
    r"(?:at|into))\s+(?:the\s+)?camera\b",
    re.IGNORECASE,
)

_WHO = r"(?:\b(?:the\s+|then\s+|with\s+(?:a\s+)?){0,3}(?:camera|shot|view|lens|frame|we)\s+)"
_HOW = (
    r"(?:(?:then|slowly|quickly|smoothly|gently|gradually|slow|quick|smooth|steadily"
    r"|gracefully|begins?\s+to|starts?\s+to|a|the|and|is)\s+){0,4}"
)
_MOVES: tuple[tuple[str, Movement], ...] = (
    (
        r"pan(?:s|ning|ned)?\s+(?:slowly\s+|smoothly\s+)?(?:to\s+the\s+|from\s+right\s+to\s+)?left",
        Movement.PAN_LEFT,
    ),
    (
        r"pan(?:s|ning|ned)?\s+(?:slowly\s+|smoothly\s+)?(?:to\s+the\s+|from\s+left\s+to\s+)?right",
        Movement.PAN_RIGHT,
    ),
    (r"(?:tilt|pan)(?:s|ing|ed|ning)?\s+(?:slowly\s+)?up(?:wards?)?", Movement.TILT_UP),
    (r"(?:tilt|pan)(?:s|ing|ed|ning)?\s+(?:slowly\s+)?down(?:wards?)?", Movement.TILT_DOWN),
    (r"zoom(?:s|ing|ed)?[\s-]+(?:slowly\s+)?(?:in(?:to)?|closer)", Movement.ZOOM_IN),
    (r"zoom(?:s|ing|ed)?[\s-]+(?:slowly\s+)?(?:out|back)", Movement.ZOOM_OUT),
    (
        r"doll(?:y|ies|ying)[\s-]+(?:shot\s+)?(?:slowly\s+)?(?:in|forward)|push(?:es|ing)?[\s-]+in",
        Movement.DOLLY_IN,
    ),
    (
        r"doll(?:y|ies|ying)[\s-]+(?:slowly\s+)?(?:out|back(?:ward)?)|pull(?:s"
        r"|ing)?[\s-]+(?:back|out)",
        Movement.DOLLY_OUT,
    ),
    (r"(?:truck|doll)(?:y|ies|s|ing|ying)?\s+(?:to\s+the\s+)?left", Movement.TRUCK_LEFT),
    (r"(?:truck|doll)(?:y|ies|s|ing|ying)?\s+(?:to\s+the\s+)?right", Movement.TRUCK_RIGHT),
    (r"(?:crane|boom|pedestal)(?:s|ing)?\s+(?:up|rising)", Movement.CRANE_UP),
    (r"(?:crane|boom|pedestal)(?:s|ing)?\s+down", Movement.CRANE_DOWN),
    (r"rack(?:s|ing)?\s+focus", Movement.RACK_FOCUS),
)
# What only the camera as the subject makes a camera movement: a bird circles, too.
_CAMERA_MOVES: tuple[tuple[str, Movement], ...] = (
    (
        r"(?:orbits?|circles?|rotates?|arcs?|spins?|revolves?|orbiting|circling)(?:\s+around)?",
        Movement.ORBIT,
    ),
    (r"(?:follows?|tracks?|chases?|following|tracking|trails?)", Movement.TRACKING),
    (r"(?:rises?|ascends?|lifts?|rising|soars?)(?:\s+up)?", Movement.CRANE_UP),
    (r"(?:descends?|lowers?|drops?|sinks?)(?:\s+down)?", Movement.CRANE_DOWN),
    (
        r"(?:moves?|glides?|flies|pushes|dollies|travels?|moving|slides?)\s+(?:in|forwards?"
        r"|closer|toward|towards|into)",
        Movement.DOLLY_IN,
    ),
    (
        r"(?:moves?|glides?|flies|pulls|moving)\s+(?:back(?:wards?)?|out|away)(?:\s+from)?",
        Movement.DOLLY_OUT,
    ),
    (r"(?:moves?|glides?|slides?|moving)\s+(?:to\s+the\s+)?left", Movement.TRUCK_LEFT),
    (r"(?:moves?|glides?|slides?|moving)\s+(?:to\s+the\s+)?right", Movement.TRUCK_RIGHT),
    (
        r"(?:stays?|remains?|holds?|is)\s+(?:still|static|fixed|steady|locked(?:\s+off)?)",
        Movement.STATIC,
    ),
    (r"(?:pans?|panning)(?:\s+(?:across|over|around))?", Movement.PAN_RIGHT),
    (r"(?:tilts?|tilting)", Movement.TILT_UP),
    (r"zooms?|zooming", Movement.ZOOM_IN),
)
_AIM = r"(?:\s+(?:on(?:to)?|to|towards?|at|around|over|across|from)\b)?"
_MOVE = [
    (re.compile(rf"{_WHO}?\b{_HOW}\b(?:{pattern})\b{_AIM}", re.IGNORECASE), movement)
    for pattern, movement in _MOVES
] + [
    (re.compile(rf"{_WHO}{_HOW}(?:{pattern})\b{_AIM}", re.IGNORECASE), movement)
    for pattern, movement in _CAMERA_MOVES
]


_AUTO = Camera()


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """What was said about the camera: how to film, whether in one shot, at which speed."""

    camera: Camera = _AUTO
    single: bool = False
    speed: str = ""

    @property
    def said(self) -> bool:
        return self.camera != Camera()


def take(text: str) -> tuple[Direction, str]:
    """The camera's directions in the text, and the text without them."""
    direction = Direction()
    for pattern in (_ONE_SHOT, _PHRASE, _SHAKE, _BARE, _FACING, _DEPTH):
        for match in pattern.finditer(text):
            direction = _read(direction, match.group().lower(), single=pattern is _ONE_SHOT)
            text = mask(text, *match.span())
    for pattern, movement in _MOVE:
        for match in pattern.finditer(text):
            if direction.camera.movement in (Movement.AUTO, Movement.STATIC):
                direction = replace(direction, camera=replace(direction.camera, movement=movement))
            text = mask(text, *match.span())
    return direction, text


def _read(direction: Direction, words: str, *, single: bool) -> Direction:
    """A camera phrase's words as directions, added to what is known."""
    camera = direction.camera
    size = _lookup(SIZES, words)
    angle = _lookup(ANGLES, words)
    movement = _lookup(MOVEMENTS, words) or (Movement.RACK_FOCUS if "focus" in words else None)
    camera = replace(
        camera,
        size=size or camera.size,
        angle=angle or camera.angle,
        movement=movement or camera.movement,
        lens=_lookup(LENSES, words) or camera.lens,
        handheld=camera.handheld or any(_has(words, word) for word in (*HANDHELD, "shake")),
    )
    one = single or any(
        _has(words, word) for word in ("continuous", "unbroken", "uncut", "one-take")
    )
    speed = _lookup(SPEEDS, words) or direction.speed
    return Direction(camera=camera, single=direction.single or one, speed=speed)


def _has(words: str, phrase: str) -> bool:
    return re.search(rf"\b{re.escape(phrase)}\b", words) is not None


def _lookup(table: Mapping[str, Value], words: str) -> Value | None:
    """The value of the longest phrase of the table that the words hold."""
    for phrase in sorted(table, key=len, reverse=True):
        if _has(words, phrase):
            return table[phrase]
    return None
