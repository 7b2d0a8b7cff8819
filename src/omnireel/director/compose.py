"""A prompt becomes the parts of a storyboard: cast, shots, sound, look, and what is unmet."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from omnireel.director import camera, looks, sound, timing, titles
from omnireel.director.cast import Cast
from omnireel.director.chunks import chunk
from omnireel.director.clauses import parse
from omnireel.director.homes import home
from omnireel.director.prose import sentences
from omnireel.director.shots import Passage, film, split
from omnireel.director.stage import Deed, Stage
from omnireel.director.tagger import Tag, Token, tag
from omnireel.director.tokens import tokenize
from omnireel.domain.storyboard import (
    CastMember,
    Kind,
    Look,
    Shot,
    SoundKind,
    SoundLine,
    SoundPlan,
    Title,
)

DEFAULT_LENGTH = Fraction(5)
LOCATIONS = (
    "city street",
    "beach",
    "forest",
    "desert",
    "mountain",
    "kitchen",
    "library",
    "stage",
    "garden",
    "snowfield",
    "harbor",
    "market",
)
_META = re.compile(
    r"^\s*(?:consider|be\s+(?:very|extremely)|apply|ensure|make\s+sure|include\s+(?:plenty"
    r"|appropriate)|use\s+(?:this|the|image\s?\d)\b.*\b(?:image|reference|frame)|"
    r"the\s+images?\s+should|pay\s+attention|keep\s+everything|avoid\s+any"
    r"|high(?:ly)?\s+(?:quality|detailed))",
    re.IGNORECASE,
)
_TAGS = re.compile(r"\[#[^\]\n]{0,200}\]|<[A-Z_]{2,24}\d*>|@(?:Image|Video|Audio|Character)\d+\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A storyboard's parts, before the output's size and the seed are known."""

    cast: tuple[CastMember, ...]
    shots: tuple[Shot, ...]
    sound: SoundPlan
    look: Look
    length: Fraction
    unmet: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A prompt with its directions read and taken out of `text` (which keeps its places)."""

    prompt: str
    text: str
    timing: timing.Timing
    quotes: titles.Quotes
    audio: sound.Audio
    look: Look
    single: bool


def script(prompt: str) -> Script:
    """Read the directions that concern the whole clip."""
    text = prompt.replace("\u2019", "'")
    text = _TAGS.sub(lambda found: "\x1f" * len(found.group()), text)
    for start, end in sentences(text):
        if _META.match(text[start:end]):
            text = text[:start] + "\x1f" * (end - start) + text[end:]
    times, text = timing.take(text)
    quotes, text = titles.take(text)
    audio, text = sound.take(text)
    single = camera.take(text)[0].single
    look, text = looks.take_look(text)
    return Script(
        prompt=prompt, text=text, timing=times, quotes=quotes, audio=audio, look=look, single=single
    )


def compose(prompt: str, wanted: Fraction | None) -> Draft:
    """The whole plan of a prompt; `wanted` is the length asked for elsewhere, in seconds."""
    read = script(prompt)
    cast = Cast()
    blocks = read.timing.blocks
    length = wanted or read.timing.length or (blocks[-1].end if blocks else _fitting(read))
    passages, unmet = _passages(read, cast, length)
    passages = _settled(passages, cast)
    shots = _shots(read, passages)
    shots = _titled(shots, read, cast)
    return Draft(
        cast=cast.members,
        shots=shots,
        sound=_sound(read, cast, passages, length),
        look=read.look,
        length=length,
        unmet=tuple(dict.fromkeys(unmet)),
    )


def _fitting(read: Script) -> Fraction:
    """The default length, or more where words and times said need it."""
    words = [end for _, _, _, end, _ in read.quotes.titles if end is not None]
    times = [cue.start + 1 for cue in read.timing.cues if cue.start is not None]
    return min(timing.MAX_LENGTH, max([DEFAULT_LENGTH, *words, *times]))


def _passages(read: Script, cast: Cast, length: Fraction) -> tuple[list[Passage], list[str]]:
    """One passage per time block, or one for all."""
    blocks = read.timing.blocks
    spans = [(Fraction(0), length, 0, len(read.text))]
    if blocks:
        spans = [(b.start, b.end, b.text_start, b.text_end) for b in blocks if b.start < length]
        spans[-1] = (spans[-1][0], length, spans[-1][2], spans[-1][3])
        first = read.text[: blocks[0].text_start]
        spans[0] = (
            spans[0][0],
            spans[0][1],
            0 if first.strip("\x1f \n") else spans[0][2],
            spans[0][3],
        )
    passages: list[Passage] = []
    unmet: list[str] = []
    for start, end, low, high in spans:
        passage, missing = _passage(read, cast, (start, end), (low, high), passages[-1:])
        passages.append(passage)
        unmet.extend(missing)
    return passages, unmet


def _passage(
    read: Script,
    cast: Cast,
    time: tuple[Fraction, Fraction],
    place: tuple[int, int],
    before: list[Passage],
) -> tuple[Passage, list[str]]:
    direction, text = camera.take(read.text[place[0] : place[1]])
    lighting, mood, text = looks.take_light(text)
    text = "\x1f" * place[0] + text  # so that every word keeps its place in the whole
    tokens = tag(tokenize(text))
    stage = Stage(text, cast)
    if before:
        stage.surroundings = before[0].surroundings
    if lighting or mood:
        stage.surroundings = replace(
            stage.surroundings,
            lighting=lighting or stage.surroundings.lighting,
            mood=mood or stage.surroundings.mood,
        )
    stage.read(parse(chunk(tokens)))
    _remove(stage, cast)
    present = [*(before[0].present if before else ()), *stage.present]
    passage = Passage(
        start=time[0],
        end=time[1],
        surroundings=stage.surroundings,
        deeds=tuple(deed for deed in stage.deeds if _alive(deed.actor, cast)),
        cues=tuple(cue for cue in read.timing.cues if place[0] <= cue.at < place[1]),
        direction=direction,
        present=tuple(dict.fromkeys(member for member in present if _alive(member, cast))),
    )
    foreign = [t.word for t in tokens if isinstance(t, Token) and t.tag == Tag.OTHER]
    return passage, [*stage.unmet, *(text[word.start : word.end] for word in foreign)]


def _kept(deed: Deed, cast: Cast) -> Deed:
    """The deed without a target or goal that the prompt took out of the cast again."""
    target = deed.target if deed.target and _alive(deed.target, cast) else None
    goal = deed.goal if deed.goal and _alive(deed.goal, cast) else None
    return replace(deed, target=target, goal=goal)


def _alive(member_id: str, cast: Cast) -> bool:
    return any(member.id == member_id for member in cast.members)


def _remove(stage: Stage, cast: Cast) -> None:
    """What the prompt says must not be there."""
    for phrase in stage.removed:
        for member_id in cast.find(replace(phrase, determiner="the", count=0)):
            cast.drop(member_id)


def _settled(passages: list[Passage], cast: Cast) -> list[Passage]:
    """Every passage with a setting: what was said anywhere, else what suits the cast."""
    said = next((p.surroundings.setting for p in passages if p.surroundings.setting), "")
    weather = next((p.surroundings.weather for p in passages if p.surroundings.weather), "")
    hour = next((p.surroundings.time_of_day for p in passages if p.surroundings.time_of_day), "")
    fallback = said or home(cast.members, weather=weather, hour=hour)
    settled: list[Passage] = []
    for passage in passages:
        surroundings = passage.surroundings
        if not surroundings.setting:
            surroundings = replace(surroundings, setting=fallback)
        settled.append(
            replace(
                passage,
                surroundings=surroundings,
                deeds=tuple(
                    _kept(deed, cast) for deed in passage.deeds if _alive(deed.actor, cast)
                ),
                present=tuple(member for member in passage.present if _alive(member, cast)),
            )
        )
    return settled


def _shots(read: Script, passages: list[Passage]) -> tuple[Shot, ...]:
    cadence = read.timing.cadence
    if cadence is not None and not read.single:
        return tuple(shot for passage in passages for shot in _rhythm(passage, read, cadence))
    if read.single and len(passages) > 1:
        return (_joined(passages),)
    single = read.single or len(passages) > 1
    return tuple(shot for passage in passages for shot in film(passage, single=single))


def _rhythm(passage: Passage, read: Script, cadence: Fraction) -> list[Shot]:
    """Cut at every beat: other sizes, or other places when the prompt asks for them."""
    whole = film(passage, single=True)[0]
    count = min(120, max(1, int(-(-whole.duration // cadence))))
    shots = list(split(whole, [cadence * n for n in range(count)], whole.camera.subject))
    if not read.timing.relocate:
        return shots
    places = [whole.setting, *(place for place in LOCATIONS if place != whole.setting)]
    return [replace(shot, setting=places[n % len(places)]) for n, shot in enumerate(shots)]


def _joined(passages: list[Passage]) -> Shot:
    """Several passages in one run of the camera: their actions follow each other inside it."""
    filmed = [film(passage, single=True)[0] for passage in passages]
    blocking = []
    for shot in filmed:
        for action in shot.blocking:
            end = action.end if action.end is not None else shot.duration
            last = shot is filmed[-1] and action.end is None
            blocking.append(
                replace(
                    action,
                    start=action.start + shot.start,
                    end=None if last else end + shot.start,
                )
            )
    first = filmed[0]
    return replace(
        first,
        duration=filmed[-1].end - first.start,
        blocking=tuple(blocking),
        cast=filmed[-1].cast,
    )


def _titled(shots: tuple[Shot, ...], read: Script, cast: Cast) -> tuple[Shot, ...]:
    """Titles go to the shots during which they stand; those on a thing follow that thing."""
    found = []
    for text, noun, start, end, at in read.quotes.titles:
        offset = next(
            (b.start for b in read.timing.blocks if b.text_start <= at < b.text_end), None
        )
        stop = next((b.end for b in read.timing.blocks if b.text_start <= at < b.text_end), end)
        cue = _said_for(at, read)
        begin = offset if offset is not None else (cue if cue is not None else start)
        found.append(Title(text=text, surface=_surface(noun, cast), start=begin, end=stop))
    return tuple(
        replace(
            shot, titles=tuple(_in_shot(title, shot) for title in found if _during(title, shot))
        )
        for shot in shots
    )


def _said_for(at: int, read: Script) -> Fraction | None:
    """The time said for a title: the last one before it, else one soon after it."""
    said = [(cue.at, cue.start) for cue in read.timing.cues if cue.start is not None]
    before = [start for place, start in said if place <= at]
    after = [start for place, start in said if at < place < at + 160]
    return before[-1] if before else next(iter(after), None)


def _surface(noun: str, cast: Cast) -> str:
    """The member a text stands on: the one of that noun, made when the prompt only implies it."""
    if not noun:
        return ""
    last = noun.rpartition(" ")[2]
    for member in cast.members:
        if member.noun == noun or member.noun.rpartition(" ")[2] == last:
            return member.id
    return noun


def _during(title: Title, shot: Shot) -> bool:
    return title.start < shot.end and (title.end is None or title.end > shot.start)


def _in_shot(title: Title, shot: Shot) -> Title:
    end = None if title.end is None or title.end >= shot.end else title.end - shot.start
    return replace(title, start=max(Fraction(0), title.start - shot.start), end=end)


def _sound(read: Script, cast: Cast, passages: list[Passage], length: Fraction) -> SoundPlan:
    """Speech with who says it and when, then effects, ambience and music."""
    muted = read.audio.muted
    lines: list[SoundLine] = []
    for words, at in read.quotes.speech:
        if SoundKind.DIALOGUE in muted:
            continue
        source, start = _speaker(at, cast, passages, read)
        lines.append(
            SoundLine(kind=SoundKind.DIALOGUE, text=words, start=min(start, length), source=source)
        )
    for cue in read.audio.cues:
        timed = [c.start for c in read.timing.cues if c.start is not None and c.at <= cue.at]
        start = timed[-1] if timed and timed[-1] is not None else Fraction(0)
        lines.append(SoundLine(kind=cue.kind, text=cue.text, start=min(start, length)))
    return SoundPlan(lines=tuple(lines), muted=muted)


def _speaker(
    at: int, cast: Cast, passages: list[Passage], read: Script
) -> tuple[str | None, Fraction]:
    """Who says the words at a place of the text: who did the last deed before it."""
    for passage in reversed(passages):
        before = [deed for deed in passage.deeds if deed.at <= at]
        if before:
            cues = [c.start for c in read.timing.cues if c.at <= at and c.start is not None]
            return before[-1].actor, cues[-1] if cues and cues[-1] is not None else passage.start
    people = [member.id for member in cast.members if member.kind is Kind.PERSON]
    return (people[0] if people else None), Fraction(0)
