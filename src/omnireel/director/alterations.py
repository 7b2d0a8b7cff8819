"""Edits of a member as it is: how many, without its hat, another being, a sign, a close look."""

import re
from dataclasses import replace

from omnireel.director.cast import Cast, member_from, values_of
from omnireel.director.chunks import NounPhrase, chunk
from omnireel.director.clauses import parse
from omnireel.director.edits import NOT_ME, Found
from omnireel.director.handling import BEINGS
from omnireel.director.references import phrases_in, targets
from omnireel.director.stage import Stage
from omnireel.director.tagger import tag
from omnireel.director.tokens import tokenize
from omnireel.domain.revision import Operation, OperationKind
from omnireel.domain.storyboard import CastMember, Storyboard


def undress(board: Storyboard, match: re.Match[str]) -> Found:
    """ "remove her hat", "without the coat": what is worn is taken off."""
    words = match["worn"]
    found: list[Operation] = []
    for phrase in phrases_in(words):
        if not phrase.is_a("garment") or targets(board, phrase.head):
            continue
        for member in _wearers(board, phrase):
            values = {"wears": phrase.head}
            found.append(Operation(kind=OperationKind.REMOVE, target=member.id, values=values))
    return (found, "") if found else ([], NOT_ME)


def _wearers(board: Storyboard, garment: NounPhrase) -> list[CastMember]:
    """Whose garment it is: the named owner's, else everybody's who wears one."""
    wearing = [m for m in board.cast if any(w.split()[-1] == garment.head for w in m.wears)]
    if garment.owner is None:
        return wearing
    owners = Cast(board.cast).find(replace(garment.owner, determiner="the"))
    return [member for member in wearing if member.id in owners] or wearing


def become(board: Storyboard, match: re.Match[str]) -> Found:
    """ "make the woman a man": one being takes the place of another, one thing of another."""
    ids = targets(board, match["what"])
    new = [phrase for phrase in phrases_in(match["by"]) if not phrase.pronoun]
    if not ids or not new or new[0].noun is None or new[0].is_a("place", "garment"):
        return [], NOT_ME
    old = board.member(ids[0])
    member = member_from(new[0], match["by"])
    if (member.kind in BEINGS) != (old.kind in BEINGS):
        return [], NOT_ME
    member = replace(member, count=old.count)
    return [Operation(kind=OperationKind.REPLACE, target=old.id, values=values_of(member))], ""


def recount(board: Storyboard, match: re.Match[str]) -> Found:
    """ "make it three cats", "only one balloon": as many as said of what is there."""
    phrases = [phrase for phrase in phrases_in(match["many"]) if not phrase.pronoun]
    if len(phrases) != 1 or not phrases[0].count:
        return [], NOT_ME
    phrase = phrases[0]
    known = Cast(board.cast)
    ids = known.find_all(replace(phrase, determiner="the"))
    if not ids and phrase.is_a("person", "animal", "vehicle"):
        return [], NOT_ME
    seen = [member_id for member_id in ids if board.member(member_id).visible]
    if not seen:
        return [], NOT_ME
    values = {"count": str(phrase.count)}
    first = Operation(kind=OperationKind.RESIZE, target=seen[0], values=values)
    return [first, *(_gone(other) for other in seen[1:])], ""


def _gone(member_id: str) -> Operation:
    return Operation(kind=OperationKind.REMOVE, target=member_id)


def add_sign(board: Storyboard, match: re.Match[str]) -> Found:
    """ "add a sign that says …": the thing is added, and the text stands on it."""
    words = f"{match['what']} {match['where'] or ''}"
    cast = Cast(board.cast)
    stage = Stage(words, cast)
    stage.read(parse(chunk(tag(tokenize(words)))))
    added = [member for member in cast.members if member.id not in cast.settled]
    if not added:
        return [], NOT_ME
    sign = added[0]
    found = [
        Operation(kind=OperationKind.ADD, target=member.id, values=values_of(member))
        for member in added
    ]
    values = {"text": match["text"].strip(), "surface": sign.id}
    found.append(Operation(kind=OperationKind.RETITLE, target=sign.id, values=values))
    return found, "; ".join(stage.unmet)


def look_at(board: Storyboard, match: re.Match[str]) -> Found:
    """ "zoom in on her face", "focus on the dog": that member fills the frame."""
    ids = _looked_at(board, match["whom"])
    if not ids:
        return [], match.group().strip(" .,;")
    values = {"subject": ids[0]}
    how = match.group().lower()
    if re.search(r"\bfollow|\btrack", how):
        values["movement"] = "tracking"
    else:
        values["size"] = "close_up"
        moves = (("zoom", "zoom_in"), ("push", "dolly_in"), ("doll", "dolly_in"))
        values.update([("movement", name) for word, name in moves if word in how])
    return [Operation(kind=OperationKind.REFRAME, target="shot", values=values)], ""


def _looked_at(board: Storyboard, words: str) -> list[str]:
    """The members that some words mean, a part of somebody meaning that somebody."""
    for phrase in phrases_in(words):
        if not phrase.is_a("part"):
            continue
        owner = phrase.owner or phrase.whole
        if owner is not None:
            found = Cast(board.cast).find(replace(owner, determiner="the", count=0))
            return found or _beings(board)
        return _beings(board)
    return targets(board, words)


def _beings(board: Storyboard) -> list[str]:
    subject = next((s.camera.subject for s in board.shots if s.camera.subject), None)
    beings = [member.id for member in board.cast if member.kind in BEINGS and member.visible]
    return [subject] if subject in beings and subject else beings[:1]
