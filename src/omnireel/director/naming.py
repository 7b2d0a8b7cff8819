"""What a noun phrase puts on set: a member, a place, an hour, a part of somebody, or a remark."""

from collections.abc import Sequence
from dataclasses import replace

from omnireel.director import handling, surroundings
from omnireel.director.cast import Cast
from omnireel.director.chunks import NounPhrase
from omnireel.director.lexicon import closed
from omnireel.director.lexicon.adjectives import META
from omnireel.director.lexicon.nouns import NOUNS
from omnireel.director.surroundings import Surroundings

_SKIPPED_PRONOUNS = frozenset({"there", "this", "that", "these", "those", "everything", "one"})


class Naming:
    """Resolves phrases against a cast and the surroundings. Mutable while one text is read.

    `present` are the members named so far in this text, `removed` the phrases it does not want,
    `unmet` the user's words for what has no place on set.
    """

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self.surroundings = Surroundings()
        self.unmet: list[str] = []
        self.present: list[str] = []
        self.removed: list[NounPhrase] = []
        self._place: NounPhrase | None = None  # what the setting was read from

    def enter(self, ids: list[str]) -> None:
        self.present.extend(member for member in ids if member not in self.present)

    def all_members(self, phrases: list[NounPhrase]) -> list[str]:
        return list(dict.fromkeys(m for phrase in phrases for m in self.members(phrase)))

    def members(self, phrase: NounPhrase, but: Sequence[str] = ()) -> list[str]:
        """The members a phrase puts on set; none when it is a place, a time, a remark.

        A pronoun does not mean who is in `but`: "the dog catches it".
        """
        if phrase.negated:
            self.removed.append(phrase)
            return []
        if self._part_of(phrase):
            return self._owners(phrase)
        if phrase.pronoun and phrase.head in _SKIPPED_PRONOUNS:
            return []
        if self._around(phrase) or self._remark(phrase):
            return self.members(phrase.whole) if phrase.whole is not None else []
        if phrase.among and not self.surroundings.setting:
            setting = NOUNS[phrase.among].setting
            self.surroundings = replace(self.surroundings, setting=setting)
        plain = replace(phrase, attributes=self._own_attributes(phrase))
        found = self.cast.mention(plain, self.text, but)
        self.enter(found)
        if phrase.whole is not None:
            self.members(phrase.whole)
        return found

    def _around(self, phrase: NounPhrase) -> bool:
        """Take a phrase on place, hour or weather into the surroundings."""
        plain = not phrase.count and phrase.whole is None
        if plain and self.surroundings.setting in closed.STUFF.get(phrase.head, ()):
            return True
        lit = surroundings.with_light(self.surroundings, phrase, self.text[: phrase.start])
        for found in (
            lit,
            surroundings.with_backdrop(self.surroundings, phrase),
            surroundings.with_condition(self.surroundings, phrase),
        ):
            if found is not None:
                self.surroundings = found
                return True
        if surroundings.names_place(phrase, alone=not self.cast.members):
            self.settle(phrase)
            return True
        return False

    def settle(self, phrase: NounPhrase, preposition: str = "") -> None:
        """Take a place for the setting: the more specific one stands, the other is unmet."""
        earlier, noun = self._place, phrase.noun
        named = earlier is not None and earlier.noun is not None and earlier.noun.named
        vague = earlier is not None and earlier.head in closed.VAGUE_PLACES
        if earlier is not None and (named or vague) and noun is not None and not noun.named:
            if named and noun.setting != self.surroundings.setting:
                self.unmet.append(self._said(earlier))
            self.surroundings = replace(self.surroundings, setting="")
        self.surroundings, room = surroundings.settled(self.surroundings, phrase, preposition)
        if room:
            self._place = phrase
        else:
            self.unmet.append(self._said(phrase))

    def _said(self, phrase: NounPhrase) -> str:
        return " ".join(self.text[phrase.start : phrase.end].replace("\x1f", " ").split())

    def is_part(self, phrase: NounPhrase) -> bool:
        return phrase.is_a("part") and (phrase.owner is not None or phrase.whole is not None)

    def _part_of(self, phrase: NounPhrase) -> bool:
        """A part of somebody known ("its ears", "the tail") is that somebody."""
        if self.is_part(phrase):
            return True
        return phrase.is_a("part") and phrase.determiner not in ("a", "an") and len(self.cast) > 0

    def _owners(self, phrase: NounPhrase) -> list[str]:
        owner = phrase.owner or phrase.whole
        beings = [member.id for member in self.cast.members if member.kind in handling.BEINGS]
        if owner is not None:
            things = [member.id for member in self.cast.members if member.id not in beings]
            return self.members(owner, things if beings else ())
        return beings[-1:] or [self.cast.members[-1].id]

    def _own_attributes(self, phrase: NounPhrase) -> tuple[str, ...]:
        """The attributes without words that speak of the weather, the hour or the craft."""
        kept = []
        for word in phrase.attributes:
            around = surroundings.with_word(self.surroundings, word)
            if around is not None:
                self.surroundings = around
            elif word not in META and word != "more":
                kept.append(word)
        return tuple(kept)

    def _remark(self, phrase: NounPhrase) -> bool:
        """An idea or a word of craft: unmet when it says something, else passed over."""
        if phrase.pronoun or phrase.head in META:
            return phrase.head in META
        if phrase.noun is None and phrase.head in closed.GROUPS and phrase.whole is None:
            return phrase.head not in closed.PARTIES
        if phrase.head in closed.ASPECTS and phrase.whole is not None:
            return True
        idea = phrase.noun is None and phrase.head.endswith(closed.IDEA_ENDINGS)
        if phrase.head not in closed.ABSTRACTS and not idea:
            return False
        words = self._said(phrase).split()
        telling = [
            word for word in words if word.lower() not in closed.STOP_WORDS | META | closed.FILLERS
        ]
        if telling and phrase.whole is None:
            self.unmet.append(" ".join(words))
        return True
