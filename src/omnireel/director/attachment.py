"""Clauses and what belongs to which of their phrases."""

from dataclasses import dataclass, field

from omnireel.director.chunks import NounPhrase
from omnireel.director.lexicon import closed

_HEAVY = ("furniture", "place", "street", "vehicle", "plant")


@dataclass(slots=True, kw_only=True)
class Link:
    """A preposition and what follows it; `host` is the phrase it describes, None for the verb."""

    preposition: str
    phrases: list[NounPhrase]
    host: NounPhrase | None = None


@dataclass(slots=True, kw_only=True)
class Clause:
    """One verb with what belongs to it. A clause with no verb only names its subjects.

    Mutable, because it grows while it is read; nothing outside the parser changes it. `after` says
    that it happens after the clause before it.
    """

    subjects: list[NounPhrase]
    verb: str = ""
    form: str = ""  # the verb as it is written
    particle: str = ""
    objects: list[NounPhrase] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    manner: list[str] = field(default_factory=list)
    negated: bool = False
    passive: bool = False
    after: bool = False
    imperative: bool = False
    start: int = 0
    end: int = 0

    @property
    def empty(self) -> bool:
        return not (self.subjects or self.verb or self.links or self.manner)


def standing(clause: Clause, host: NounPhrase, anchor: NounPhrase) -> NounPhrase:
    """What "on a table" is said of after "a cake with candles": the cake, not the candles.

    A cake on a plate stays there when it is "a table with a cake on a plate": what cannot carry
    the head is said of the phrase just before. "On it" always is.
    """
    before = clause.links[-1] if clause.links else None
    if before is None or before.preposition != "with" or before.host is None:
        return host
    carries = anchor.is_a(*_HEAVY, "animal") or not before.host.is_a(*_HEAVY)
    if host is not before.phrases[-1] or anchor.pronoun or anchor.is_a("part"):
        return host
    return before.host if carries and not before.host.is_a("place") else host


def share(clause: Clause, host: NounPhrase, anchor: NounPhrase, preposition: str) -> None:
    """ "a cup next to a laptop on a desk": both are on the desk, and so next to each other."""
    before = clause.links[-1] if clause.links else None
    if (
        before is not None
        and before.host is not None
        and preposition == "on"
        and before.preposition in closed.LEVEL
        and host is before.phrases[-1]
        and anchor.is_a("furniture")
        and not host.is_a("furniture", "place", "street")
    ):
        shared = Link(preposition="on", phrases=[anchor], host=before.host)
        clause.links.insert(-1, shared)
