"""Clauses: who does what to whom, and where, read off the chunked items from left to right."""

from dataclasses import replace

from omnireel.director import attachment
from omnireel.director.attachment import Clause, Link
from omnireel.director.chunks import Item, NounPhrase
from omnireel.director.lexicon import closed
from omnireel.director.lexicon.closed import PREPOSITIONS
from omnireel.director.morphology import FORMS, VERBS
from omnireel.director.tagger import Tag, Token

CREATURES = ("person", "animal", "vehicle")


def _alike(first: NounPhrase, second: NounPhrase) -> bool:
    """Whether two phrases name the same sort of thing, so that "and" may join them."""
    if first.noun is None or second.noun is None:
        return first.noun is second.noun
    sorts = {"garment", "part", "place"}
    if first.noun.sorts & sorts or second.noun.sorts & sorts:
        return bool(first.noun.sorts & second.noun.sorts & sorts)
    return first.noun.kind is second.noun.kind


def parse(items: list[Item]) -> list[Clause]:
    """The clauses of one sentence."""
    reader = _Reader(items)
    while reader.index < len(items):
        reader.step()
    reader.close()
    return [clause for clause in reader.clauses if not clause.empty]


class _Reader:
    """The state of reading one sentence."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.index = 0
        self.clauses: list[Clause] = []
        self.clause = Clause(subjects=[])
        self.pending = ""  # a preposition that waits for its phrase
        self.last: NounPhrase | None = None  # the phrase read last
        self.joined = False  # "and" or a comma came just before
        self.broken = False  # … and it was a comma or a stop
        self.negated = False
        self.relative: NounPhrase | None = None
        self.matrix: NounPhrase | None = None  # whose verb comes after a relative clause
        self.after = False
        self.role: list[NounPhrase] | None = None  # the list the last phrase went to

    def step(self) -> None:
        item = self.items[self.index]
        if isinstance(item, NounPhrase):
            self._phrase(item)
        else:
            self._token(item)
        self.index += 1

    def close(self) -> None:
        if not self.clause.empty:
            self.clauses.append(self.clause)
        self.clause = Clause(subjects=[])
        self.role = None

    def _open(self, subjects: list[NounPhrase]) -> None:
        self.close()
        self.clause = Clause(subjects=list(subjects), after=self.after)
        self.after = False

    def _next_tag(self) -> Tag:
        """The tag of the next token that is no adverb; NOUN for a phrase."""
        for item in self.items[self.index + 1 :]:
            if isinstance(item, NounPhrase):
                return Tag.NOUN
            if item.tag != Tag.ADV:
                return item.tag
        return Tag.STOP

    def _phrase(self, phrase: NounPhrase) -> None:
        if self.negated and not self.clause.verb:
            self.negated = False
            phrase = replace(phrase, determiner="no")
        if self._incorporated(phrase):
            self.clause.manner.append(phrase.head)
            return
        if self.pending:
            self._complete(phrase)
        elif self.joined and self.role and self._joins(phrase):
            self._coordinate(phrase)
        elif self.clause.verb and self._takes_object():
            self.clause.objects.append(phrase)
            self.role = self.clause.objects
        else:
            if self.clause.verb or self.clause.subjects:
                self._open([])
            self.clause.subjects.append(phrase)
            self.clause.after = self.clause.after or self.after
            self.after = False
            self.role = self.clause.subjects
        self._span(phrase.start, phrase.end)
        self.last = phrase
        self.joined = self.broken = False

    def _incorporated(self, phrase: NounPhrase) -> bool:
        """ "is sword fighting": a bare noun between "is" and a participle belongs to the verb."""
        before = self.items[self.index - 1] if self.index else None
        after = self._peek()
        bare = (
            not phrase.determiner and not phrase.plural and phrase.count == 0 and not phrase.pronoun
        )
        return (
            bare
            and isinstance(before, Token)
            and before.tag == Tag.BE
            and isinstance(after, Token)
            and after.tag == Tag.ING
            and bool(self.clause.subjects)
        )

    def _joins(self, phrase: NounPhrase) -> bool:
        """Whether "and" joins a phrase to those before it, rather than beginning a clause."""
        naming = self.role is self.clause.subjects and not self.clause.verb
        hosts = self.clause.objects or self.clause.subjects
        like = [known[-1] for known in (self.role, hosts) if known and _alike(known[-1], phrase)]
        if self.broken and not naming and not like:
            return False
        return naming or not self._heads_clause(phrase)

    def _coordinate(self, phrase: NounPhrase) -> None:
        """Join the phrase to its like: after "a man in a suit and", a woman is no suit."""
        role = self.role or []
        hosts = self.clause.objects or self.clause.subjects
        if (
            role
            and hosts
            and role is not hosts
            and not _alike(role[-1], phrase)
            and _alike(hosts[-1], phrase)
        ):
            role = hosts
        role.append(phrase)
        self.role = role

    def _heads_clause(self, phrase: NounPhrase) -> bool:
        """Whether a verb follows the phrase at hand, so that a new clause begins with it."""
        worn = (
            phrase.is_a("garment", "part")
            and self.role is not None
            and self.role[-1].is_a("garment", "part")
        )
        if worn:
            return False
        verb = self._peek()
        third = isinstance(verb, Token) and FORMS.get(verb.word.text, ("", ""))[1] == "s"
        if third and verb is not None and phrase.plural and self.role is not None:
            return self.role is self.clause.subjects  # "a donut with sprinkles rotates"
        return self._next_tag() in (Tag.FINITE, Tag.BE, Tag.MODAL, Tag.ING)

    def _takes_object(self) -> bool:
        return not self.broken and not self.joined and len(self.clause.objects) < 2

    def _complete(self, phrase: NounPhrase) -> None:
        """The phrase ends the waiting preposition."""
        host = None if self.clause.verb else (self.last or None)
        if (
            self.clause.verb
            and self.pending in ("with", "in", "wearing")
            and self._describes(phrase)
            and phrase.owner is None
        ):
            host = self.last
        if self.pending == "containing":
            host = self.last
        elif host is not None and self.pending in closed.STANDING:
            host = attachment.standing(self.clause, host, phrase)
            attachment.share(self.clause, host, phrase, self.pending)
        link = Link(preposition=self.pending, phrases=[phrase], host=host)
        self.clause.links.append(link)
        self.role = link.phrases
        self.pending = ""

    def _describes(self, phrase: NounPhrase) -> bool:
        """Whether "with …" right after a phrase says what that phrase is like."""
        previous = self.items[self.index - 2] if self.index > 1 else None
        if not isinstance(previous, NounPhrase) or not phrase.is_a("part", "garment"):
            return False
        return phrase.is_a("part") or previous.is_a("person", "animal")

    def _span(self, start: int, end: int) -> None:
        if self.clause.start == self.clause.end:
            self.clause.start = start
        self.clause.end = max(self.clause.end, end)

    def _token(self, token: Token) -> None:
        match token.tag:
            case Tag.FINITE | Tag.ING | Tag.ED | Tag.BE:
                self._verb(token)
            case Tag.PREP | Tag.TO:
                self._preposition(token)
            case Tag.ADV | Tag.ADJ:
                self._adverb(token)
            case Tag.AND | Tag.COMMA:
                self.joined = True
                self.broken = self.broken or token.tag == Tag.COMMA
            case Tag.NEG:
                self.negated = True
            case Tag.REL:
                self.relative = self.last
            case Tag.SUB | Tag.THEN | Tag.STOP:
                self._boundary(token)
            case _:
                pass

    def _boundary(self, token: Token) -> None:
        """A word that ends the clause: the next verb has a subject of its own or keeps this one."""
        if token.tag == Tag.THEN:
            self.after = True
        if token.tag == Tag.STOP:
            self.close()
        self.joined = self.broken = True
        self.role = None
        self.pending = ""

    def _preposition(self, token: Token) -> None:
        infinitive = token.tag == Tag.TO and isinstance(self._peek(), Token)
        if infinitive:
            return
        follower = self._peek()
        if (
            token.lemma in closed.PARTICLES
            and not isinstance(follower, NounPhrase)
            and self.clause.verb
        ):
            self.clause.particle = self.clause.particle or token.lemma
            self._span(token.word.start, token.word.end)
            return
        self.pending = PREPOSITIONS.get(token.lemma, token.lemma)
        self._span(token.word.start, token.word.end)

    def _peek(self) -> Item | None:
        return self.items[self.index + 1] if self.index + 1 < len(self.items) else None

    def _adverb(self, token: Token) -> None:
        text = token.word.text
        if text in closed.FRAME_PLACES and (self.last is not None or self.clause.subjects):
            side = closed.FRAME_PLACES[text]
            self.clause.links.append(Link(preposition=f"@{side}", phrases=[], host=self.last))
            return
        if (
            text in closed.PARTICLES
            and self.clause.verb
            and not self.clause.particle
            and token.tag == Tag.ADV
        ):
            self.clause.particle = text
        elif text not in closed.STOP_WORDS:
            self.clause.manner.append(text)
        self._span(token.word.start, token.word.end)

    def _verb(self, token: Token) -> None:
        gerund = self.pending != "" and token.tag == Tag.ING
        if gerund:
            self.pending = ""
        if token.tag == Tag.BE:
            self._copula()
            return
        if "aspect" in VERBS.get(token.lemma, ()) and self._next_tag() in (
            Tag.ING,
            Tag.TO,
            Tag.FINITE,
        ):
            self._subject_for(token, begin=True)
            if token.lemma in ("begin", "start") and self.clauses:
                self.clause.after = True
            return
        self._subject_for(token, begin=False)
        self.clause.verb = token.lemma
        self.clause.passive = self._passive(token)
        self.clause.form = token.word.text
        self.clause.negated = self.negated
        self.negated = False
        self.role = None
        self.joined = self.broken = False
        self._span(token.word.start, token.word.end)

    def _passive(self, token: Token) -> bool:
        """A past form is passive after "is", and where its object is missing."""
        if token.tag != Tag.ED:
            return False
        before = self.items[self.index - 1] if self.index else None
        if isinstance(before, Token) and before.tag == Tag.BE:
            return True
        frames = VERBS.get(token.lemma, frozenset())
        alone = not isinstance(self._peek(), NounPhrase)
        return alone and frames.isdisjoint({"motion", "rest", "intransitive", "speak"})

    def _copula(self) -> None:
        """ "is": the verb, unless a participle follows."""
        if self._next_tag() in (Tag.ING, Tag.ED) or self._before_compound():
            self._subject_for(None, begin=True)
            return
        self._subject_for(None, begin=True)
        self.clause.verb = "be"
        self.role = None
        self.joined = self.broken = False

    def _before_compound(self) -> bool:
        """Whether a bare noun and a participle follow ("is robot dancing")."""
        after = self.items[self.index + 1 : self.index + 3]
        return (
            len(after) == 2
            and isinstance(after[0], NounPhrase)
            and not after[0].determiner
            and isinstance(after[1], Token)
            and after[1].tag == Tag.ING
        )

    def _subject_for(self, token: Token | None, *, begin: bool) -> None:
        """Make the current clause one whose verb is free and whose subject is right."""
        clause = self.clause
        if self.relative is not None:
            subject = self.relative
            self.relative = None
            self.matrix = subject if subject in clause.subjects and not clause.verb else None
            if [subject] != clause.subjects or clause.verb:
                self._open([subject])
            return
        if not clause.verb:
            clause.imperative = not clause.subjects and not begin
            if token is not None and token.tag == Tag.ING and clause.subjects and clause.links:
                self._open([self._nearest(token, clause)])
            return
        if clause.verb == "be" and not clause.objects and not clause.links and not self.joined:
            clause.verb = ""
            return
        finite = token is None or token.tag == Tag.FINITE
        if finite and not self.joined and self.matrix is not None:
            subject, self.matrix = self.matrix, None
            self._open([subject])
            return
        if finite and not self.joined and self.role is clause.objects and clause.objects:
            subject = clause.objects.pop()
            self._open([subject])
            return
        if token is not None and token.tag in (Tag.ING, Tag.ED) and not self.joined:
            self._open([self._nearest(token, clause)] if self.last else clause.subjects)
            return
        follows = self.joined and finite and self._sequential(clause, token)
        self._open(self._main(clause) if finite else clause.subjects)
        self.clause.after = self.clause.after or follows

    def _main(self, clause: Clause) -> list[NounPhrase]:
        """Whose a joined verb is: after "she lands, cape fluttering, and …" not the cape's."""
        hung = clause.form.endswith("ing") and clause.subjects and self.clauses
        if hung and all(phrase.is_a("garment", "part") for phrase in clause.subjects):
            return self.clauses[-1].subjects
        return clause.subjects

    def _sequential(self, clause: Clause, token: Token | None) -> bool:
        """Joined finite verbs of one subject follow each other when one of them is an event."""
        lemma = token.lemma if token else ""
        frames = VERBS.get(lemma, frozenset()) | VERBS.get(clause.verb, frozenset())
        return "punctual" in frames

    def _nearest(self, token: Token, clause: Clause) -> NounPhrase:
        """Whose a participle is: the phrase's before it if that can act, else the subject's."""
        last = self.last
        if last is None:
            return clause.subjects[0]
        able = last.is_a(*CREATURES) or last.noun is None or last.pronoun
        if not clause.subjects or (token.tag == Tag.ED and not last.is_a("garment", "part")):
            return last
        if not able and clause.links and clause.links[-1].preposition not in ("with", "of"):
            return clause.subjects[-1]
        if clause.subjects[0].is_a("person", "animal") and not able:
            return clause.subjects[0]
        return last
