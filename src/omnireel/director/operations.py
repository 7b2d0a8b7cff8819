"""Operations as pure functions on storyboards: what is not touched stays the identical object.

The values of each kind (all strings; times are seconds of the clip as `Fraction` prints them):

    ADD       a member: noun, kind, name, count, color, size, material, attributes, wears, relation,
              anchors; or with a member as target only `wears`: it puts that on
    REPLACE   like ADD: the new member takes over the old one's place, actions and position
    REMOVE    `wears`: the member takes that off.
              Or none: the member keeps its place in the cast and on set, unseen, so that framing,
              numbering and everybody else's motion stay; what it did ends, what it held or wore
              goes with it, and its sounds and titles are taken out
    HIDE      none. Only the member's `visible` changes: it still acts and sounds
    SHOW      none. The reverse of HIDE
    RECOLOUR  color, and `wears` when it is a garment that changes
    RESIZE    size or count
    RESTYLE   style
    RELIGHT   lighting or mood
    RESET     setting, time_of_day, weather, season
    MOVE      relation, anchors
    REACT     verb, object, preposition, goal, manner, start, and `instead` (whether it replaces)
    RETIME    duration or speed
    RETITLE   text, surface; an empty text takes titles away
    RESCORE   kind and text of a line to add, `muted` to silence a stem, `clear` to empty it
    REFRAME   size, angle, movement, handheld, lens, subject, aspect
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from omnireel.director.cast import member_id_for, member_of
from omnireel.domain.revision import Operation, OperationKind
from omnireel.domain.storyboard import (
    Action,
    Angle,
    Camera,
    CastMember,
    Movement,
    Position,
    Relation,
    Shot,
    ShotSize,
    SoundKind,
    SoundLine,
    Storyboard,
    Title,
)

_HELD = (Relation.HELD, Relation.WORN)
_SPEEDS = ("slow motion", "fast motion", "time-lapse", "freeze")


def apply(board: Storyboard, operation: Operation) -> Storyboard:
    """The storyboard after one operation; KeyError when its target is no member."""
    return _APPLY[operation.kind](board, operation)


def _changed(board: Storyboard, member: CastMember) -> Storyboard:
    """The board with one member in place of the one of its id."""
    cast = tuple(member if known.id == member.id else known for known in board.cast)
    return replace(board, cast=cast)


def _each_shot(board: Storyboard, change: Callable[[Shot], Shot]) -> Storyboard:
    return replace(board, shots=tuple(change(shot) for shot in board.shots))


def _hide(board: Storyboard, operation: Operation) -> Storyboard:
    return _changed(board, replace(board.member(operation.target), visible=False))


def _show(board: Storyboard, operation: Operation) -> Storyboard:
    return _changed(board, replace(board.member(operation.target), visible=True))


def _remove(board: Storyboard, operation: Operation) -> Storyboard:
    if "wears" in operation.values:
        return _undressed(board, operation)
    gone = {board.member(operation.target).id}
    for member in board.cast:
        position = member.position
        if position and position.relation in _HELD and gone & set(position.anchors):
            gone.add(member.id)
    for member_id in sorted(gone):
        board = _changed(board, replace(board.member(member_id), visible=False))
    lines = tuple(line for line in board.sound.lines if line.source not in gone)
    if len(lines) != len(board.sound.lines):
        board = replace(board, sound=replace(board.sound, lines=lines))
    return _each_shot(board, lambda shot: _without(shot, gone))


def _undressed(board: Storyboard, operation: Operation) -> Storyboard:
    """The member without the garments of that noun."""
    member, garment = board.member(operation.target), operation.values["wears"]
    kept = tuple(words for words in member.wears if words.split()[-1] != garment.split()[-1])
    return _changed(board, replace(member, wears=kept))


def _without(shot: Shot, gone: set[str]) -> Shot:
    blocking = tuple(action for action in shot.blocking if action.actor not in gone)
    titles = tuple(title for title in shot.titles if title.surface not in gone)
    if len(blocking) == len(shot.blocking) and len(titles) == len(shot.titles):
        return shot
    return replace(shot, blocking=blocking, titles=titles)


def _add(board: Storyboard, operation: Operation) -> Storyboard:
    if operation.target and any(member.id == operation.target for member in board.cast):
        member = board.member(operation.target)
        wears = operation.values["wears"]
        return _changed(board, replace(member, wears=(*member.wears, wears)))
    member = member_of(operation.values, operation.target)
    board = replace(board, cast=(*board.cast, member))
    return _each_shot(board, lambda shot: replace(shot, cast=(*shot.cast, member.id)))


def _replace(board: Storyboard, operation: Operation) -> Storyboard:
    """The new member comes under an id of its own; every reference to the old one now means it."""
    old = board.member(operation.target)
    new_id = member_id_for(operation.values["noun"], board.cast)
    new = member_of(operation.values, new_id)
    new = replace(new, position=new.position or old.position, wears=new.wears)
    cast = []
    for member in board.cast:
        cast.append(
            replace(old, visible=False) if member is old else _reanchored(member, old.id, new_id)
        )
        if member is old:
            cast.append(new)
    lines = tuple(
        replace(line, source=new_id) if line.source == old.id else line
        for line in board.sound.lines
    )
    board = replace(board, cast=tuple(cast), sound=replace(board.sound, lines=lines))
    return _each_shot(board, lambda shot: _recast(shot, old.id, new_id))


def _reanchored(member: CastMember, old: str, new: str) -> CastMember:
    position = member.position
    if position is None or old not in position.anchors:
        return member
    anchors = tuple(new if anchor == old else anchor for anchor in position.anchors)
    return replace(member, position=replace(position, anchors=anchors))


def _recast(shot: Shot, old: str, new: str) -> Shot:
    def swap(member_id: str | None) -> str | None:
        return new if member_id == old else member_id

    blocking = tuple(
        replace(
            action,
            actor=new if action.actor == old else action.actor,
            target=swap(action.target),
            goal=swap(action.goal),
        )
        for action in shot.blocking
    )
    titles = tuple(
        replace(title, surface=new if title.surface == old else title.surface)
        for title in shot.titles
    )
    return replace(
        shot,
        cast=tuple(new if member_id == old else member_id for member_id in shot.cast),
        camera=replace(shot.camera, subject=swap(shot.camera.subject)),
        blocking=blocking,
        titles=titles,
    )


def _recolour(board: Storyboard, operation: Operation) -> Storyboard:
    member = board.member(operation.target)
    color, garment = operation.values["color"], operation.values.get("wears", "")
    if not garment:
        return _changed(board, replace(member, color=color))
    worn = [words for words in member.wears if words.split()[-1:] == garment.split()[-1:]]
    kept = tuple(words for words in member.wears if words not in worn)
    return _changed(board, replace(member, wears=(*kept, f"{color} {garment}")))


def _resize(board: Storyboard, operation: Operation) -> Storyboard:
    member = board.member(operation.target)
    size = operation.values.get("size", member.size)
    count = int(operation.values.get("count", str(member.count)))
    return _changed(board, replace(member, size=size, count=count))


def _restyle(board: Storyboard, operation: Operation) -> Storyboard:
    if operation.target in {member.id for member in board.cast}:
        member = board.member(operation.target)
        values = operation.values
        attributes = tuple(filter(None, (*member.attributes, values.get("attributes", ""))))
        material = values.get("material", member.material)
        return _changed(board, replace(member, attributes=attributes, material=material))
    style = operation.values.get("style", board.look.style)
    palette = operation.values.get("palette", board.look.palette)
    return replace(board, look=replace(board.look, style=style, palette=palette))


def _reset(board: Storyboard, operation: Operation) -> Storyboard:
    """Also RELIGHT: fields of every shot's surroundings."""
    values = operation.values
    return _each_shot(
        board,
        lambda shot: replace(
            shot,
            setting=values.get("setting", shot.setting),
            time_of_day=values.get("time_of_day", shot.time_of_day),
            weather=values.get("weather", shot.weather),
            season=values.get("season", shot.season),
            lighting=values.get("lighting", shot.lighting),
            mood=values.get("mood", shot.mood),
        ),
    )


def _move(board: Storyboard, operation: Operation) -> Storyboard:
    anchors = tuple(filter(None, operation.values.get("anchors", "").split(",")))
    position = Position(relation=Relation(operation.values["relation"]), anchors=anchors)
    return _changed(board, replace(board.member(operation.target), position=position))


def _react(board: Storyboard, operation: Operation) -> Storyboard:
    """The member does something from `start` on; with `instead` it stops what it did before."""
    values = operation.values
    actor = board.member(operation.target).id
    start = Fraction(values.get("start", "0"))
    action = Action(
        actor=actor,
        verb=values["verb"],
        target=values.get("object") or None,
        preposition=values.get("preposition", ""),
        goal=values.get("goal") or None,
        manner=tuple(filter(None, values.get("manner", "").split(","))),
    )
    until = Fraction(values["end"]) if "end" in values else None

    def change(shot: Shot) -> Shot:
        kept = shot.blocking
        if values.get("instead"):
            kept = tuple(known for known in kept if known.actor != actor)
        if start >= shot.end or (until is not None and until <= shot.start):
            return shot if len(kept) == len(shot.blocking) else replace(shot, blocking=kept)
        end = None if until is None or until >= shot.end else until - shot.start
        timed = replace(action, start=max(Fraction(0), start - shot.start), end=end)
        return replace(shot, blocking=(*kept, timed))

    return _each_shot(board, change)


def _retime(board: Storyboard, operation: Operation) -> Storyboard:
    """Another length moves every time in the clip with it; another speed is a manner of acting."""
    speed = operation.values.get("speed", "")
    if speed:
        return _each_shot(board, lambda shot: _at_speed(shot, speed))
    duration = Fraction(operation.values["duration"])
    ratio = duration / board.output.duration
    if ratio == 1:
        return board
    lines = tuple(
        replace(line, start=line.start * ratio, end=None if line.end is None else line.end * ratio)
        for line in board.sound.lines
    )
    board = replace(
        board,
        output=replace(board.output, duration=duration),
        sound=replace(board.sound, lines=lines),
    )
    return _each_shot(board, lambda shot: _stretched(shot, ratio))


def _at_speed(shot: Shot, speed: str) -> Shot:
    blocking = tuple(
        replace(action, manner=(*(word for word in action.manner if word not in _SPEEDS), speed))
        for action in shot.blocking
    )
    return replace(shot, blocking=blocking)


def _stretched(shot: Shot, ratio: Fraction) -> Shot:
    def end(time: Fraction | None) -> Fraction | None:
        return None if time is None else time * ratio

    return replace(
        shot,
        start=shot.start * ratio,
        duration=shot.duration * ratio,
        blocking=tuple(
            replace(action, start=action.start * ratio, end=end(action.end))
            for action in shot.blocking
        ),
        titles=tuple(
            replace(title, start=title.start * ratio, end=end(title.end)) for title in shot.titles
        ),
    )


def _retitle(board: Storyboard, operation: Operation) -> Storyboard:
    """Change the text on a surface; with no such title yet it is added, with no text taken away."""
    text, surface = operation.values["text"], operation.values.get("surface", "")
    if not text:
        return _each_shot(board, lambda shot: replace(shot, titles=()) if shot.titles else shot)
    known = any(title.surface == surface for shot in board.shots for title in shot.titles)

    def change(shot: Shot) -> Shot:
        if not known or surface == "":
            return replace(shot, titles=(*shot.titles, Title(text=text, surface=surface)))
        titles = tuple(
            replace(title, text=text) if title.surface == surface else title
            for title in shot.titles
        )
        return replace(shot, titles=titles)

    return _each_shot(board, change)


def _rescore(board: Storyboard, operation: Operation) -> Storyboard:
    values, plan = operation.values, board.sound
    lines, muted = plan.lines, plan.muted
    for key in ("clear", "muted"):
        kinds = {SoundKind(kind) for kind in filter(None, values.get(key, "").split(","))}
        lines = tuple(line for line in lines if line.kind not in kinds)
        if key == "muted":
            muted = (*muted, *(kind for kind in SoundKind if kind in kinds and kind not in muted))
    if "text" in values:
        kind = SoundKind(values["kind"])
        start = Fraction(values.get("start", "0"))
        source = values.get("source") or None
        lines = (*lines, SoundLine(kind=kind, text=values["text"], start=start, source=source))
        muted = tuple(known for known in muted if known is not kind)
    return replace(board, sound=replace(plan, lines=lines, muted=muted))


def _reframe(board: Storyboard, operation: Operation) -> Storyboard:
    values = operation.values
    if "aspect" in values:
        short, long = sorted((board.output.width, board.output.height))
        width, height = (short, long) if values["aspect"] == "9:16" else (long, short)
        board = replace(board, output=replace(board.output, width=width, height=height))
    if set(values) <= {"aspect"}:
        return board
    return _each_shot(board, lambda shot: replace(shot, camera=_refilmed(shot.camera, values)))


def _refilmed(camera: Camera, values: Mapping[str, str]) -> Camera:
    return replace(
        camera,
        size=ShotSize(values["size"]) if "size" in values else camera.size,
        angle=Angle(values["angle"]) if "angle" in values else camera.angle,
        movement=Movement(values["movement"]) if "movement" in values else camera.movement,
        handheld=camera.handheld or values.get("handheld") == "yes",
        lens=values.get("lens", camera.lens),
        subject=values.get("subject", camera.subject),
    )


def _same(board: Storyboard, _: Operation) -> Storyboard:
    """UNDO goes back to an earlier take, which only who keeps the takes can do."""
    return board


_APPLY: Mapping[OperationKind, Callable[[Storyboard, Operation], Storyboard]] = {
    OperationKind.ADD: _add,
    OperationKind.REMOVE: _remove,
    OperationKind.HIDE: _hide,
    OperationKind.SHOW: _show,
    OperationKind.REPLACE: _replace,
    OperationKind.RECOLOUR: _recolour,
    OperationKind.RESIZE: _resize,
    OperationKind.RESTYLE: _restyle,
    OperationKind.RELIGHT: _reset,
    OperationKind.RESET: _reset,
    OperationKind.MOVE: _move,
    OperationKind.REACT: _react,
    OperationKind.RETIME: _retime,
    OperationKind.RETITLE: _retitle,
    OperationKind.RESCORE: _rescore,
    OperationKind.REFRAME: _reframe,
    OperationKind.UNDO: _same,
}
