"""What of a storyboard this engine cannot show, said before a frame is drawn."""

from omnireel.domain.storyboard import CastMember, Kind, Storyboard
from omnireel.engines.previs.cast import catalogue
from omnireel.engines.previs.motion import verbs
from omnireel.engines.previs.sets.places import place_for


def unmet(board: Storyboard) -> tuple[str, ...]:
    """Members without a model (a named stand-in plays them), places and motions it does not know,
    references it does not use yet."""
    missing = [member.name for member in board.cast if not _has_model(member)]
    missing += [shot.setting for shot in board.shots if not place_for(shot.setting).known]
    kinds = {member.id: member.kind for member in board.cast}
    for shot in board.shots:
        for action in shot.blocking:
            person = kinds.get(action.actor) is Kind.PERSON
            if not person and not verbs.knows(action.verb):
                missing.append(action.verb)
        missing += [
            f'"{title.text}" on the {title.surface}' for title in shot.titles if title.surface
        ]
    missing += [reference.tag for reference in board.references]
    return tuple(dict.fromkeys(word for word in missing if word))


def _has_model(member: CastMember) -> bool:
    return member.kind is Kind.PERSON or catalogue.knows(member.noun)
