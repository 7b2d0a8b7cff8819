"""What clauses mean on set: members, where they are, what they do, and the place itself."""

from dataclasses import dataclass, replace

from omnireel.director import dressing, handling, surroundings
from omnireel.director.attachment import Clause, Link
from omnireel.director.cast import Cast
from omnireel.director.chunks import NounPhrase
from omnireel.director.lexicon import closed
from omnireel.director.lexicon.adjectives import COLORS, META, SIZES
from omnireel.director.lexicon.verbs import GAMES
from omnireel.director.morphology import FORMS, VERBS
from omnireel.director.naming import Naming
from omnireel.domain.storyboard import CastMember, Kind, Position, Relation

RELATIONS = {
    "left of": Relation.LEFT, "right of": Relation.RIGHT, "in front of": Relation.FRONT,
    "behind": Relation.BEHIND, "on": Relation.ON, "onto": Relation.ON, "under": Relation.UNDER,
    "above": Relation.ABOVE, "over": Relation.ABOVE, "in": Relation.IN, "into": Relation.IN,
    "near": Relation.NEAR, "next to": Relation.NEAR, "by": Relation.NEAR, "among": Relation.NEAR,
    "between": Relation.BETWEEN, "against": Relation.NEAR, "at": Relation.NEAR,
    "around": Relation.NEAR,
    "facing": Relation.NEAR,
}  # fmt: skip
_EMPTY = frozenset(
    "want need show create generate make depict feature see include imagine exist"
    " there add display present".split()
)
_PATHS = frozenset(
    {"through", "across", "along", "into", "out of", "over", "around", "past", "toward", "to"}
)
_NARRATORS = frozenset({"we", "i", "you"})
_WITNESSED = frozenset({"see", "watch", "hear", "find", "notice", "want", "like", "need"})
_GIVING = frozenset(
    {
        "give",
        "hand",
        "show",
        "throw",
        "offer",
        "bring",
        "feed",
        "pass",
        "toss",
        "send",
        "read",
        "buy",
    }
)
_TOGETHER = frozenset(
    {"play", "fight", "dance", "talk", "collide", "compete", "argue", "wrestle", "deal"}
)
_WHEREABOUTS = frozenset({"in", "at", "over", "across", "through", "above", "outside"})
_LIKENESS = frozenset({"like", "as", "than", "dressed as"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An action before it has a shot: `at` is its place in the text, `after` that it waits."""

    actor: str
    verb: str
    at: int
    target: str | None = None
    preposition: str = ""
    goal: str | None = None
    manner: tuple[str, ...] = ()
    after: bool = False


class Stage(Naming):
    """Reads clauses into a cast, deeds and surroundings. Mutable while one text is read."""

    def __init__(self, text: str, cast: Cast) -> None:
        super().__init__(text, cast)
        self.deeds: list[Deed] = []
        self._equipped: list[tuple[str, list[str]]] = []  # owners and what they are "with"

    def read(self, clauses: list[Clause]) -> None:
        for clause in clauses:
            self._clause(clause)
        for owner, things in self._equipped:  # last: what is said of a thing's place comes first
            handling.equip(self.cast, owner, things)
        for member_id in self.present:
            self._describes_itself(member_id)

    def _describes_itself(self, member_id: str) -> None:
        """ "flying cars" fly, unless they are told to do something else."""
        if any(deed.actor == member_id for deed in self.deeds):
            return
        for word in self.cast[member_id].attributes:
            lemma, form = FORMS.get(word, ("", ""))
            if form == "ing" and "intransitive" in VERBS.get(lemma, ()):
                self.deeds.append(Deed(actor=member_id, verb=lemma, at=len(self.text)))

    def _clause(self, clause: Clause) -> None:
        if clause.negated or clause.verb == "avoid":
            self.removed.extend(clause.objects or (clause.subjects if clause.verb == "be" else []))
            return
        if dressing.drapes(self.cast, clause):
            self._links(clause, [])
            return
        told = clause.verb in _WITNESSED and all(p.head in _NARRATORS for p in clause.subjects)
        subjects = [] if told else self.all_members(clause.subjects)
        if not clause.verb:
            self._links(clause, subjects)
            self._adverbs(clause)
            return
        self._predicate(clause, subjects)

    def _predicate(self, clause: Clause, subjects: list[str]) -> None:
        verb = clause.verb
        if verb == "be" or (
            verb in ("become", "look", "seem") and not clause.objects and clause.manner
        ):
            self._describe(clause, subjects)
            return
        meaning = self._light(clause)
        if meaning:
            doers = subjects or self._nobody(clause, ["?"])
            shown = clause.objects[-1].whole  # a photo "of a tower": the tower is there to be seen
            seen = self.members(shown) if shown is not None else []
            self._act(replace_verb(clause, meaning), doers, seen)
            return
        if verb in ("have", "wear", "sport", "don") and subjects:
            preposition = "with" if verb == "have" else "wearing"
            self._link(Link(preposition=preposition, phrases=clause.objects), subjects)
            self._links(clause, subjects)
            return
        objects = self._objects(clause, subjects)
        if verb in _EMPTY and (clause.imperative or not subjects):
            self._links(clause, objects)
            return
        subjects = subjects or self._nobody(clause, objects)
        if subjects:
            brought = handling.bring(self.cast, clause, subjects[0], objects)
            self.enter(brought)
            handling.handle(self.cast, verb, subjects[0], objects)
            objects = objects or brought
        self._act(clause, subjects, objects)

    def _light(self, clause: Clause) -> str:
        """The verb that "takes a walk" stands for; "" for any other clause."""
        if clause.verb not in closed.LIGHT_VERBS or not clause.objects:
            return ""
        phrase = clause.objects[-1]
        return (
            closed.DEVERBAL.get(phrase.head, "")
            if phrase.owner is None and not phrase.definite
            else ""
        )

    def _nobody(self, clause: Clause, objects: list[str]) -> list[str]:
        """Who does it when nobody is named: who is there, or a person for a task of the hands."""
        if clause.passive or clause.subjects:
            return []
        beings = [member.id for member in self.cast.members if member.kind in handling.BEINGS]
        frames = VERBS.get(clause.verb, frozenset())
        if (
            beings
            or not objects
            or frames.isdisjoint({"hold", "consume", "perform", "ride", "speak"})
        ):
            return beings[:1]
        added = self.cast.add(CastMember(id="", noun="person", kind=Kind.PERSON, name="person"))
        self.enter([added])
        return [added]

    def _adverbs(self, clause: Clause) -> list[str]:
        """Adverbs that stay with the action; those of place and time go to the surroundings."""
        kept = []
        for word in clause.manner:
            around = surroundings.with_adverb(self.surroundings, word)
            if around is not None:
                self.surroundings = around
            elif word not in META:
                kept.append(word)
        return kept

    def _describe(self, clause: Clause, subjects: list[str]) -> None:
        """ "The car is red": what follows the copula belongs to the subject."""
        words = self._adverbs(clause)
        for member_id in subjects:
            for word in words:
                member = self.cast[member_id]
                if word in COLORS:
                    self.cast.update(member_id, replace(member, color=COLORS[word]))
                elif word in SIZES:
                    self.cast.update(member_id, replace(member, size=SIZES[word]))
                elif word not in closed.ADVERBS and not word.endswith("ly"):
                    handling.qualify(self.cast, member_id, word)
        acted = [phrase for phrase in clause.objects if phrase.head in closed.ACTIVITIES]
        if acted and subjects:
            self._act(replace_verb(clause, "do"), subjects, [])
            return
        objects = [] if subjects else self.all_members(clause.objects)
        self._links(clause, subjects or objects)

    def _objects(self, clause: Clause, subjects: list[str]) -> list[str]:
        """The members acted on; a game or an exercise is no member."""
        objects: list[str] = []
        for phrase in clause.objects:
            if phrase.head in closed.UTTERED:
                continue
            if phrase.head in closed.ACTIVITIES or (
                clause.verb in ("play", "do") and phrase.head in GAMES
            ):
                continue
            objects.extend(self.members(phrase, subjects))
        return [member for member in objects if member not in subjects]

    def _act(self, clause: Clause, subjects: list[str], objects: list[str]) -> None:
        """Turn the clause into deeds, its goal the first member that a preposition names."""
        if self._labels(clause, subjects):
            self._links(clause, subjects)
            return
        self.cast.actors.update(subjects)
        preposition, goal = self._goal(clause, subjects)
        if goal is None and len(objects) > 1 and clause.verb in _GIVING:
            preposition, goal, objects = "to", objects[0], objects[1:]
        if clause.passive:
            for member_id in subjects:
                handling.qualify(self.cast, member_id, clause.form)
            return
        parts = [
            phrase.head for phrase in (*clause.subjects, *clause.objects) if self.is_part(phrase)
        ]
        bare = [
            phrase.head
            for phrase in clause.objects
            if phrase.is_a("part") and phrase.head not in parts
        ]
        played = [p.head for p in clause.objects if p.head in GAMES or p.head in closed.ACTIVITIES]
        manner = tuple(dict.fromkeys((*played, *parts, *bare, *self._adverbs(clause))))
        for actor in subjects:  # they act together: only the first of them waits
            self.deeds.append(
                Deed(
                    actor=actor,
                    verb=clause.verb,
                    at=clause.start,
                    target=next((member for member in objects if member != actor), None),
                    preposition=preposition or clause.particle,
                    goal=goal if goal != actor else None,
                    manner=manner,
                    after=clause.after and actor == subjects[0],
                )
            )

    def _labels(self, clause: Clause, subjects: list[str]) -> bool:
        """A sign that "says" something does nothing: its text is a title."""
        things = all(self.cast[member].kind is Kind.THING for member in subjects)
        return clause.verb in ("say", "read", "display") and things and not clause.objects

    def _goal(self, clause: Clause, subjects: list[str]) -> tuple[str, str | None]:
        """The preposition and the member a verb is directed to; its links say where it happens."""
        preposition, goal = "", None
        frames = VERBS.get(clause.verb, frozenset())
        static = (
            "rest" in frames or clause.passive or (not clause.objects and "motion" not in frames)
        )
        for link in clause.links:
            if link.host is not None:
                self._link(link, self._host(link, subjects))
                continue
            placed = static and (not clause.objects or self._seats(link))
            phoning = link.preposition == "on" and "speak" in frames  # talks on the phone
            anchors = self._link(
                replace(link, preposition="with") if phoning else link,
                subjects,
                static=placed,
                company=clause.verb not in _TOGETHER,
            )
            if goal is None and self._directs(link, anchors):
                preposition, goal = link.preposition, anchors[0]
            elif not preposition and link.preposition in _PATHS:
                preposition = link.preposition
        return preposition, goal

    def _seats(self, link: Link) -> bool:
        """Whether one can be there while doing something to something else: "reads on a bench"."""
        beneath = link.preposition in ("on", "in", "onto", "into", "over", "against")
        seat = all(p.is_a("vehicle", "furniture", "animal") for p in link.phrases)
        return seat if beneath else link.preposition not in ("at", "around")

    def _directs(self, link: Link, anchors: list[str]) -> bool:
        """Whether the verb aims at what the preposition names; "with a tower" only adds one."""
        if not anchors or link.preposition == "containing":
            return False
        member = self.cast[anchors[0]]
        return (
            link.preposition != "with"
            or handling.portable(member)
            or member.kind in handling.BEINGS
        )

    def _host(self, link: Link, subjects: list[str]) -> list[str]:
        found = self.cast.find(link.host) if link.host is not None else []
        remark = link.host is not None and link.host.head in closed.ABSTRACTS
        strict = remark or link.preposition == "containing" or link.preposition.startswith("@")
        return found if found or strict else subjects

    def _links(self, clause: Clause, subjects: list[str]) -> None:
        for link in clause.links:
            shared = link.host is None or link.host in clause.subjects[-1:]
            self._link(link, subjects if shared else self._host(link, subjects))

    def _link(
        self, link: Link, hosts: list[str], *, static: bool = True, company: bool = True
    ) -> list[str]:
        """What a preposition says of its hosts; the members it names."""
        if link.preposition == "without":
            self.removed.extend(link.phrases)
            return []
        if link.preposition.startswith("@"):
            for host in hosts[-1:]:
                self.cast.position(host, Position(relation=Relation(link.preposition[1:])))
            return []
        if link.preposition in ("made of", "covered"):
            dressing.make(self.cast, link, hosts)
            return []
        if link.preposition in _LIKENESS:
            dressing.liken(self.cast, link, hosts)
            return []
        anchors = [m for phrase in link.phrases for m in self._attach(link, phrase, hosts)]
        people = [host for host in hosts if self.cast[host].kind in handling.BEINGS]
        if link.preposition == "with" and people and company:
            handling.accompany(self.cast, people[0], anchors)
        elif link.preposition == "with" and hosts and not people:
            self._equipped.append((hosts[0], anchors))
        anchors = [anchor for anchor in anchors if anchor not in hosts]
        relation = RELATIONS.get(link.preposition)
        if relation is not None and anchors and static:
            kept = tuple(anchors) if relation is Relation.BETWEEN else tuple(anchors[:1])
            for host in hosts:
                self.cast.position(host, Position(relation=relation, anchors=kept))
        return anchors

    def _attach(self, link: Link, phrase: NounPhrase, hosts: list[str]) -> list[str]:
        """One phrase after a preposition: clothes, a part, a place, an hour, or a member."""
        people = [host for host in hosts if self.cast[host].kind in handling.BEINGS]
        clothing = link.preposition in ("in", "with", "wearing")
        if phrase.is_a("garment") and clothing and (people or link.preposition == "wearing"):
            handling.wear(self.cast, phrase, people or hosts)
            return []
        if phrase.is_a("part") and link.preposition in ("with", "of") and hosts:
            handling.grow(self.cast, phrase, hosts)
            return []
        bare = phrase.is_a("part") and phrase.owner is None and phrase.determiner != "a"
        if bare or phrase.head == "each other" or self._whereabouts(link, phrase):
            return []
        if (
            link.preposition == "containing"
            and hosts
            and phrase.is_a("drink", "food")
            and not phrase.count
        ):
            for member_id in hosts:
                handling.qualify(self.cast, member_id, phrase.head)
            return []
        found = self.members(phrase)
        if link.preposition == "containing" and hosts:
            for member_id in found:
                self.cast.position(member_id, Position(relation=Relation.IN, anchors=(hosts[0],)))
        return found

    def _whereabouts(self, link: Link, phrase: NounPhrase) -> bool:
        """Take a phrase that says where it happens; False for what is there itself."""
        if phrase.head == "moon" and phrase.definite and link.preposition == "on":
            phrase = replace(phrase, head="moon surface")
        if self._abroad(phrase, link.preposition):
            self.unmet.append(self._said(phrase))
            return True
        if surroundings.locates(phrase, link.preposition):
            self.settle(phrase, link.preposition)
            return True
        return False

    def _abroad(self, phrase: NounPhrase, preposition: str) -> bool:
        """Whether a name after "in" or "over" is that of a place nobody here has heard of."""
        unknown = phrase.noun is None and phrase.capital and not phrase.determiner
        return unknown and not phrase.pronoun and preposition in _WHEREABOUTS


def replace_verb(clause: Clause, verb: str) -> Clause:
    """The clause with another verb, its object kept only if it names an activity."""
    objects = [phrase for phrase in clause.objects if phrase.head in closed.ACTIVITIES]
    return replace(clause, verb=verb, objects=objects)
