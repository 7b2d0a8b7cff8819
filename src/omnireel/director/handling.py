"""What is done with things: held, ridden, worn, brought along because an action needs them."""

from dataclasses import replace

from omnireel.director.attachment import Clause
from omnireel.director.cast import Cast
from omnireel.director.chunks import NounPhrase
from omnireel.director.lexicon.closed import CONTAINERS
from omnireel.director.lexicon.nouns import NOUNS
from omnireel.director.lexicon.verbs import PROPS
from omnireel.director.morphology import VERBS
from omnireel.domain.storyboard import CastMember, Kind, Position, Relation

BEINGS = (Kind.PERSON, Kind.ANIMAL)
_BIG_INSTRUMENTS = frozenset(
    "piano,grand piano,organ,drum,drums,drum kit,harp,xylophone,marimba,gong,double bass".split(",")
)
_STANDING = frozenset({"computer", "desktop computer", "sewing machine", "telescope", "loom"})
_BOARDED = frozenset("car truck bus train airplane helicopter rocket boat ship tractor".split())
_MOUNTS = frozenset({"surf", "ski", "snowboard", "skateboard", "canoe", "kayak", "cycle"})
_LET_GO = frozenset({"throw", "drop", "toss", "smoke", "open", "shoot", "kick", "catch", "pick"})
_PLAYED = frozenset({"play", "strum", "bow", "hold", "blow", "practice", "drum", "carry"})
_FIXED = frozenset({"furniture", "plant", "place", "street"})


def sorts(member: CastMember) -> frozenset[str]:
    """The sorts of a member's noun; none when the lexicon does not know it."""
    noun = NOUNS.get(member.noun)
    return noun.sorts if noun else frozenset()


def hypernym(member: CastMember) -> str:
    """The hypernym of a member's noun; the noun itself when the lexicon does not know it."""
    noun = NOUNS.get(member.noun)
    return noun.hypernym if noun else member.noun


def portable(member: CastMember) -> bool:
    """Whether hands can hold it."""
    return member.kind is Kind.THING and sorts(member).isdisjoint(_FIXED)


def bring(cast: Cast, clause: Clause, actor: str, objects: list[str]) -> list[str]:
    """The props an action cannot be seen without, when nobody named them; ids of what was added."""
    prop = _prop(clause, objects)
    if not prop or cast[actor].kind not in BEINGS:
        return []
    held = [
        member.id
        for member in cast.members
        if member.noun == prop and member.position is not None and actor in member.position.anchors
    ]
    if held:
        return []
    added = cast.add(CastMember(id="", noun=prop, kind=Kind.THING, name=prop))
    if clause.verb in _MOUNTS:
        cast.position(actor, Position(relation=Relation.ON, anchors=(added,)))
    else:
        cast.position(added, Position(relation=Relation.HELD, anchors=(actor,)))
    return [added]


def _prop(clause: Clause, objects: list[str]) -> str:
    for phrase in clause.objects:
        if clause.verb in ("play", "do") and phrase.head in PROPS:
            return PROPS[phrase.head]
    named = any(link.preposition in ("with", "on") for link in clause.links)
    return PROPS.get(clause.verb, "") if not objects and not named else ""


def handle(cast: Cast, verb: str, actor: str, objects: list[str]) -> None:
    """Put what is acted on into the hands or under the rider."""
    if cast[actor].kind is Kind.VEHICLE:
        return
    for member_id in objects:
        if member_id != actor:
            _handle(cast, verb, actor, member_id)


def _handle(cast: Cast, verb: str, actor: str, member_id: str) -> None:
    member, frames = cast[member_id], VERBS.get(verb, frozenset())
    if "instrument" in sorts(member) and verb in _PLAYED:
        relation = Relation.FRONT if member.noun in _BIG_INSTRUMENTS else Relation.HELD
        cast.position(member_id, Position(relation=relation, anchors=(actor,)))
    elif verb == "fly" and portable(member) and cast[actor].kind in BEINGS:
        cast.position(member_id, Position(relation=Relation.HELD, anchors=(actor,)))
    elif "ride" in frames and member.kind is not Kind.PERSON and "place" not in sorts(member):
        relation = Relation.IN if hypernym(member) in _BOARDED else Relation.ON
        cast.position(actor, Position(relation=relation, anchors=(member_id,)))
    elif member.noun in _STANDING and "hold" in frames:
        cast.position(member_id, Position(relation=Relation.FRONT, anchors=(actor,)))
    elif not frames.isdisjoint({"hold", "consume"}) and portable(member) and verb not in _LET_GO:
        lapped = cast[actor].kind is Kind.ANIMAL and "drink" in sorts(member)
        if cast[actor].kind is not Kind.THING and not lapped:
            cast.position(member_id, Position(relation=Relation.HELD, anchors=(actor,)))


def accompany(cast: Cast, owner: str, found: list[str]) -> None:
    """ "a boy with a kite" holds it; "a girl with a dog" has it beside her."""
    for member_id in found:
        if member_id != owner:
            held = portable(cast[member_id]) and cast[member_id].count < 3
            relation = Relation.HELD if held else Relation.NEAR
            cast.position(member_id, Position(relation=relation, anchors=(owner,)))


def equip(cast: Cast, owner: str, found: list[str]) -> None:
    """ "a cake with candles" has them on it, as a table has; a bag with apples has them in it."""
    noun, kinds = cast[owner].noun, sorts(cast[owner])
    inside = noun.rpartition(" ")[2] in CONTAINERS
    if not inside and kinds.isdisjoint({"furniture", "food"}):
        return
    relation = Relation.IN if inside else Relation.ON
    for member_id in found:
        if member_id != owner and portable(cast[member_id]):
            cast.position(member_id, Position(relation=relation, anchors=(owner,)))


def garment(phrase: NounPhrase) -> str:
    """A garment as the user calls it, without a determiner: "fashionable hat", "dark red coat"."""
    return " ".join((*phrase.words, phrase.head))


def wear(cast: Cast, phrase: NounPhrase, people: list[str]) -> None:
    """Dress people in what a phrase names."""
    words = garment(phrase)
    for member_id in people:
        member = cast[member_id]
        if words not in member.wears:
            cast.update(member_id, replace(member, wears=(*member.wears, words)))


def grow(cast: Cast, phrase: NounPhrase, hosts: list[str]) -> None:
    """ "with red hair" makes somebody red-haired; other parts keep their words."""
    ending = {"hair": "haired", "eye": "eyed"}.get(phrase.head)
    words = [f"{word}-{ending}" for word in phrase.words] if ending else []
    for member_id in hosts:
        for word in words or [garment(phrase)]:
            qualify(cast, member_id, word)


def qualify(cast: Cast, member_id: str, words: str) -> None:
    """Give a member one more attribute."""
    member = cast[member_id]
    if words and words not in member.attributes:
        cast.update(member_id, replace(member, attributes=(*member.attributes, words)))
