"""Every noun has a body: a prop of our own, an inflated drawing or, at last, a stand-in."""

from omnireel.domain.storyboard import CastMember
from omnireel.engines.previs.art import pack
from omnireel.engines.previs.art.words import spellings
from omnireel.engines.previs.cast.body import Body
from omnireel.engines.previs.cast.plush import plush
from omnireel.engines.previs.cast.prop import Prop, body_of
from omnireel.engines.previs.cast.props.registry import nouns, prop_named
from omnireel.engines.previs.cast.standin import stand_in


def body_for(member: CastMember, *, prefix: str, seed: int, quality: str) -> Body:
    """The member's body; its models' names begin with `prefix`.

    Args:
        member: Its noun says what it is; colour, size and material are applied.
        prefix: Unique in the scene, usually the member's id.
        seed: What differs from member to member of one noun, such as a tree's branches.
        quality: draft, standard or high.
    """
    found = _find(member.noun, seed, member.id)
    if found is None:
        return stand_in(member, prefix=prefix)
    if isinstance(found, Prop):
        return body_of(found, member, prefix=prefix)
    return plush(member, found, prefix=prefix, quality=quality)


def knows(noun: str) -> bool:
    """Whether a noun has a body that shows it: a stand-in's noun is reported as unmet."""
    return any(name in nouns() for names in spellings(noun) for name in names) or (
        pack.find(noun) is not None
    )


def _find(noun: str, seed: int, purpose: str) -> Prop | pack.Drawing | None:
    """A prop before a drawing, and either by the whole noun before its last words."""
    for names in spellings(noun):
        for name in names:
            prop = prop_named(name, seed, purpose)
            if prop is not None:
                return prop
        if pack.decides(*names):
            break
    return pack.find(noun)
