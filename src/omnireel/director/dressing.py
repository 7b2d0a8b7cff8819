"""What members are like: clothes that hang on them, what they are made of and look like."""

from dataclasses import replace

from omnireel.director import handling
from omnireel.director.attachment import Clause, Link
from omnireel.director.cast import Cast
from omnireel.director.lexicon import closed
from omnireel.director.lexicon.adjectives import MATERIALS


def drapes(cast: Cast, clause: Clause) -> bool:
    """ "his cloak billowing": what hangs on somebody is worn and does nothing by itself."""
    clothes = [p for p in clause.subjects if p.is_a("garment") and not p.count]
    beings = [member.id for member in cast.members if member.kind in handling.BEINGS]
    whole = len(clothes) == len(clause.subjects) and not clause.objects
    if not clothes or not whole or not beings or not clause.form.endswith("ing"):
        return False
    for phrase in clothes:
        owner = cast.find(phrase.owner) if phrase.owner is not None else []
        handling.wear(cast, phrase, owner or beings[-1:])
    return True


def make(cast: Cast, link: Link, hosts: list[str]) -> None:
    """ "made of chocolate": what is named is the material; "covered in snow": a quality."""
    for phrase in link.phrases:
        for member_id in hosts:
            if link.preposition == "covered":
                handling.qualify(cast, member_id, f"{phrase.head}-covered")
                continue
            material = MATERIALS.get(phrase.head, phrase.head)
            cast.update(member_id, replace(cast[member_id], material=material))


def liken(cast: Cast, link: Link, hosts: list[str]) -> None:
    """ "looks like a turtle", "works as a nurse", "dressed as a pirate": qualities."""
    for phrase in link.phrases:
        for member_id in hosts:
            if link.preposition == "dressed as":
                costume = f"{phrase.head} costume"
                member = cast[member_id]
                cast.update(member_id, replace(member, wears=(*member.wears, costume)))
            elif phrase.head not in closed.ABSTRACTS and not phrase.pronoun:
                words = phrase.head if link.preposition == "as" else f"{phrase.head}-like"
                handling.qualify(cast, member_id, words)
