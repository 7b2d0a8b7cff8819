"""What of a storyboard this engine cannot show, said before a frame is drawn."""

from omnireel.domain.storyboard import CastMember, Kind, Storyboard
from omnireel.engines.previs import sound
from omnireel.engines.previs.cast import catalogue
from omnireel.engines.previs.motion import verbs
from omnireel.engines.previs.people.acting import act_for
from omnireel.engines.previs.people.wardrobe import garments_in
from omnireel.engines.previs.render.styles import STYLES
from omnireel.engines.previs.sets.places import place_for
from omnireel.engines.previs.staging.beats import beats, runs
from omnireel.engines.previs.staging.marbles import pair_in

# What the engine looks like anyway needs no pass of its own.
_OWN_LOOK = ("", "claymation", "stop motion", "toy", "low poly", "3d animation", "miniature")
_STYLES = frozenset((*STYLES, *_OWN_LOOK))


def unmet(board: Storyboard) -> tuple[str, ...]:
    """Members without a model (a named stand-in plays them), places and motions it does not know,
    clothes and styles it has not got, text it cannot place, references it does not use."""
    built = _built_together(board)
    missing = [m.name for m in board.cast if m.id not in built and not _has_model(m)]
    missing += [
        phrase
        for m in board.cast
        if m.kind is Kind.PERSON
        for phrase in m.wears
        if not any(garments_in(phrase))
    ]
    missing += [shot.setting for shot in board.shots if not place_for(shot.setting).known]
    kinds = {member.id: member.kind for member in board.cast}
    for shot in board.shots:
        for action in shot.blocking:
            person = kinds.get(action.actor) is Kind.PERSON
            known = act_for(action.verb) != "" if person else verbs.knows(action.verb)
            if action.actor not in built and not known:
                missing.append(action.verb)
        missing += [
            f'"{title.text}" on {title.surface.rsplit("-", 1)[0]}'
            for title in shot.titles
            if title.surface and not _takes_words(board, title.surface)
        ]
    missing += [board.look.style] if board.look.style.lower() not in _STYLES else []
    missing += sound.unmet(board.sound)
    missing += [reference.tag for reference in board.references]
    return tuple(dict.fromkeys(word for word in missing if word))


def _built_together(board: Storyboard) -> frozenset[str]:
    """The ids of members that make one thing together, such as a marble run."""
    found: frozenset[str] = frozenset()
    for run in runs(board.shots):
        pair = pair_in([board.member(member) for member in run.cast], beats(run))
        found |= pair.ids if pair else frozenset()
    return found


def _takes_words(board: Storyboard, member_id: str) -> bool:
    """Whether words can be written on this member."""
    member = next((m for m in board.cast if m.id == member_id), None)
    if member is None or member.kind is Kind.PERSON:
        return False
    body = catalogue.body_for(member, prefix=member_id, seed=board.seed, quality="draft")
    return bool(body.writing)


def _has_model(member: CastMember) -> bool:
    return member.kind is Kind.PERSON or catalogue.knows(member.noun)
