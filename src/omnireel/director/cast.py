"""The cast: mentions become members, later mentions and pronouns find the member they mean."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from omnireel.director.chunks import NounPhrase
from omnireel.director.lexicon import closed
from omnireel.director.lexicon.adjectives import COLORS
from omnireel.director.lexicon.nouns import NOUNS
from omnireel.domain.storyboard import CastMember, Kind, Position, Relation

MAX_CAST = 60

_MEN = frozenset({"man", "boy"})
_WOMEN = frozenset({"woman", "girl"})
_KINDS = {
    "person": Kind.PERSON,
    "animal": Kind.ANIMAL,
    "creature": Kind.ANIMAL,
    "vehicle": Kind.VEHICLE,
}


class Cast:
    """The members so far, in the order of their first mention.

    Mutable while a prompt is read; `members` is what it comes to.
    """

    def __init__(self, members: tuple[CastMember, ...] = ()) -> None:
        self._members: dict[str, CastMember] = {member.id: member for member in members}
        self._numbers: dict[str, int] = {}
        for member in members:
            self._count(member.id)
        self._recent: list[str] = [member.id for member in members]
        self._spans: dict[tuple[int, int], list[str]] = {}  # mentions by their place in the text
        self.settled = frozenset(self._members)
        self.actors: set[str] = set()  # who has done something: "it" rather means them

    @property
    def members(self) -> tuple[CastMember, ...]:
        return tuple(self._members.values())

    def __getitem__(self, member_id: str) -> CastMember:
        return self._members[member_id]

    def __len__(self) -> int:
        return len(self._members)

    def _count(self, member_id: str) -> None:
        noun, _, number = member_id.rpartition("-")
        self._numbers[noun] = max(self._numbers.get(noun, 0), int(number))

    def update(self, member_id: str, member: CastMember) -> None:
        self._members[member_id] = member

    def position(self, member_id: str, position: Position) -> None:
        """Say where a member is; it is never its own anchor, and the first word on it stands."""
        member = self._members[member_id]
        if member_id not in position.anchors and (member.position is None):
            self._members[member_id] = replace(member, position=position)

    def drop(self, member_id: str) -> None:
        """Take a member out that the prompt turned out not to want."""
        self._members.pop(member_id, None)
        self._spans = {s: ids for s, ids in self._spans.items() if member_id not in ids}
        self._recent = [known for known in self._recent if known != member_id]
        for known in self.members:
            if known.position is not None and member_id in known.position.anchors:
                self._members[known.id] = replace(known, position=None)

    def add(self, member: CastMember) -> str:
        """A new member under an id of its own; the id."""
        stem = member.noun.replace(" ", "-")
        self._numbers[stem] = self._numbers.get(stem, 0) + 1
        member_id = f"{stem}-{self._numbers[stem]}"
        self._members[member_id] = replace(member, id=member_id)
        self._touch(member_id)
        return member_id

    def _touch(self, member_id: str) -> None:
        if member_id in self._recent:
            self._recent.remove(member_id)
        self._recent.append(member_id)

    def mention(self, phrase: NounPhrase, text: str, but: Sequence[str] = ()) -> list[str]:
        """The members a phrase means: known or new; none for a pronoun without a past."""
        span = (phrase.start, phrase.end)
        found = self.find(phrase, but)
        if not found and not phrase.pronoun and len(self) < MAX_CAST:
            found = [self.add(member_from(phrase, text))]
        elif not found and phrase.head in (
            "he",
            "him",
            "she",
            "someone",
            "somebody",
            "i",
            "we",
            "you",
        ):
            noun = closed.PRONOUNS.get(phrase.head, "person")
            noun = noun if noun in NOUNS else "person"
            member = CastMember(
                id="", noun=noun, kind=Kind.PERSON, name=text[phrase.start : phrase.end]
            )
            found = [self.add(member)]
        for member_id in found:
            self._touch(member_id)
        self._spans[span] = found
        return found

    def find(self, phrase: NounPhrase, but: Sequence[str] = ()) -> list[str]:
        """The known members a phrase means, without adding any; a pronoun means none of `but`."""
        if phrase.pronoun:
            return self._pronoun(phrase.head, but)
        known = self._spans.get((phrase.start, phrase.end))
        if known:
            return known
        fresh = phrase.determiner in ("a", "an", "another", "some") or phrase.count > 1
        if fresh and phrase.ordinal == 0:
            return []
        matches = self.find_all(phrase)
        if phrase.ordinal > 0 and phrase.determiner in closed.DEFINITE:
            return matches[phrase.ordinal - 1 : phrase.ordinal]
        if not matches:
            return []
        return matches if phrase.plural and len(matches) > 1 else [self._latest(matches)]

    def find_all(self, phrase: NounPhrase) -> list[str]:
        """Every known member that a phrase could mean."""
        return [member_id for member_id in self._members if self._matches(member_id, phrase)]

    def _latest(self, ids: list[str]) -> str:
        return max(ids, key=self._recent.index)

    def _matches(self, member_id: str, phrase: NounPhrase) -> bool:
        member = self._members[member_id]
        if phrase.color and member.color and phrase.color != member.color:
            return False
        if phrase.color and not member.color and not phrase.definite:
            return False
        return same_noun(member, phrase.head, generic=phrase.definite)

    def _pronoun(self, head: str, but: Sequence[str]) -> list[str]:
        barred = frozenset() if head.endswith(("self", "selves", "other")) else frozenset(but)
        recent = [self._members[known] for known in reversed(self._recent) if known not in barred]
        if head in ("he", "him", "his", "himself"):
            wanted = [m for m in recent if m.kind is Kind.PERSON and _gender(m) != "woman"]
        elif head in ("she", "her", "herself"):
            wanted = [m for m in recent if m.kind is Kind.PERSON and _gender(m) != "man"]
        elif head in ("it", "its", "itself"):
            wanted = sorted(
                (m for m in recent if m.kind is not Kind.PERSON and m.count == 1),
                key=lambda m: (_fixed(m), m.id not in self.actors),
            )
        elif head in ("they", "them", "their", "themselves", "each other"):
            return self._several(recent)
        else:
            wanted = []
        if not wanted and head in ("he", "him", "his", "himself", "she", "her", "herself"):
            wanted = [m for m in recent if m.kind is Kind.ANIMAL]
        return [wanted[0].id] if wanted else []

    def _several(self, recent: list[CastMember]) -> list[str]:
        """ "They": the last plural; else all beings when there are several; else the last being."""
        beings = [member.id for member in recent if member.kind in (Kind.PERSON, Kind.ANIMAL)]
        plural = [member.id for member in recent if member.count > 1]
        if len(beings) > 1 and not plural:
            return sorted(beings, key=list(self._members).index)
        return (plural or beings or [member.id for member in recent])[:1]


def member_id_for(noun: str, members: tuple[CastMember, ...]) -> str:
    """The id a new member with this noun gets: `noun-N`, N one more than ever used."""
    stem = noun.replace(" ", "-")
    numbers = [int(m.id.rpartition("-")[2]) for m in members if m.id.rpartition("-")[0] == stem]
    return f"{stem}-{max(numbers, default=0) + 1}"


def same_noun(member: CastMember, head: str, *, generic: bool) -> bool:
    """Whether a head noun can mean a member: the same, the last word of its compound, or, where
    `generic` words may be used ("this person"), a word for its kind.
    """
    known = NOUNS.get(member.noun)
    likeness = head in closed.LIKENESSES and head in member.attributes
    if likeness or head == member.noun or member.noun.endswith(" " + head):
        return True
    if not generic:
        return False
    if head in ("man", "woman") and member.kind is Kind.PERSON:
        gender = _gender(member)
        return gender == head or (gender == "" and member.noun not in ("child", "baby"))
    if known is not None and head == known.hypernym and member.kind in (Kind.ANIMAL, Kind.VEHICLE):
        return True
    return head in _KINDS and member.kind is _KINDS[head]


def _fixed(member: CastMember) -> bool:
    """Whether a thing stays where it is, so that "it" rather means another."""
    noun = NOUNS.get(member.noun)
    return noun is not None and not noun.sorts.isdisjoint({"furniture", "plant", "street", "place"})


def _gender(member: CastMember) -> str:
    noun = NOUNS.get(member.noun)
    hypernym = noun.hypernym if noun else member.noun
    if hypernym in _MEN:
        return "man"
    return "woman" if hypernym in _WOMEN else ""


def member_from(phrase: NounPhrase, text: str) -> CastMember:
    """A member as its first mention describes it; without an id yet."""
    if phrase.head in closed.PARTIES:
        phrase = replace(phrase, head="person", count=closed.PARTIES[phrase.head])
    elif phrase.noun is None and phrase.capital and not phrase.determiner:
        return replace(
            member_from(replace(phrase, head="person", capital=False), text), attributes=()
        )
    noun = phrase.noun
    count = phrase.count or (3 if phrase.plural else 1)
    color = phrase.color or COLORS.get(phrase.head.split()[0], "")
    return CastMember(
        id="",
        noun=phrase.head,
        kind=noun.kind if noun else Kind.THING,
        name=" ".join(text[phrase.start : phrase.end].replace("\x1f", " ").split()),
        count=max(1, count),
        color=color if " " in phrase.head or phrase.color else "",
        size=phrase.size,
        material=phrase.material,
        attributes=phrase.attributes,
    )


def member_of(values: Mapping[str, str], member_id: str) -> CastMember:
    """The member that an operation's values describe."""
    relation = values.get("relation", "")
    anchors = tuple(filter(None, values.get("anchors", "").split(",")))
    return CastMember(
        id=member_id,
        noun=values["noun"],
        kind=Kind(values.get("kind", Kind.THING)),
        name=values.get("name", values["noun"]),
        count=int(values.get("count", "1")),
        color=values.get("color", ""),
        size=values.get("size", ""),
        material=values.get("material", ""),
        attributes=tuple(filter(None, values.get("attributes", "").split(","))),
        wears=tuple(filter(None, values.get("wears", "").split(","))),
        position=Position(relation=Relation(relation), anchors=anchors) if relation else None,
    )


def values_of(member: CastMember) -> dict[str, str]:
    """A member as an operation's values; the reverse of `member_of`."""
    values = {
        "noun": member.noun,
        "kind": member.kind.value,
        "name": member.name,
        "count": str(member.count),
        "color": member.color,
        "size": member.size,
        "material": member.material,
        "attributes": ",".join(member.attributes),
        "wears": ",".join(member.wears),
    }
    if member.position is not None:
        values["relation"] = member.position.relation.value
        values["anchors"] = ",".join(member.position.anchors)
    return {key: value for key, value in values.items() if value}
