"""What clauses mean on set: members, where they are, what they do, and the place itself."""

from dataclasses import dataclass, replace
from fractions import Fraction

from omnireel.director.cast import Cast
from omnireel.director.chunks import NounPhrase
from omnireel.director.clauses import Clause, Link
from omnireel.director.lexicon import closed
from omnireel.director.lexicon.adjectives import CHARACTERS, COLORS, META, SIZES
from omnireel.director.lexicon.times import LIGHTING, MOODS, SEASONS, TIME_OF_DAY, WEATHER
from omnireel.director.lexicon.verbs import GAMES, PROPS
from omnireel.director.morphology import VERBS
from omnireel.domain.storyboard import CastMember, Kind, Position, Relation

RELATIONS = {
    "left of": Relation.LEFT, "right of": Relation.RIGHT, "in front of": Relation.FRONT,
    "behind": Relation.BEHIND, "on": Relation.ON, "onto": Relation.ON, "under": Relation.UNDER,
    "above": Relation.ABOVE, "over": Relation.ABOVE, "in": Relation.IN, "into": Relation.IN,
    "near": Relation.NEAR, "next to": Relation.NEAR, "by": Relation.NEAR, "among": Relation.NEAR,
    "between": Relation.BETWEEN, "against": Relation.NEAR, "at": Relation.NEAR, "around": Relation.NEAR,
    "facing": Relation.NEAR, "with": Relation.NEAR,
}  # fmt: skip
_PLACING = frozenset({"in", "at", "on", "through", "across", "along", "over", "into", "to", "near", "around"}) | {
    "down", "up", "from", "toward", "above", "by", "past", "onto", "under", "outside", "behind", "with", "of", "next to", "off",
}  # fmt: skip
_BIG_INSTRUMENTS = frozenset(
    {
        "piano",
        "grand piano",
        "organ",
        "drum",
        "drums",
        "drum kit",
        "harp",
        "xylophone",
        "marimba",
        "gong",
    }
)
_BOARDED = frozenset(
    {"car", "truck", "bus", "train", "airplane", "helicopter", "rocket", "boat", "ship", "tractor"}
)
_MOUNT_VERBS = frozenset({"surf", "ski", "snowboard", "skateboard", "canoe", "kayak", "cycle"})
_EMPTY = frozenset(
    {
        "show",
        "create",
        "generate",
        "make",
        "depict",
        "feature",
        "see",
        "include",
        "imagine",
        "exist",
        "there",
        "add",
        "display",
        "present",
    }
)
_SKIPPED_PRONOUNS = frozenset({"there", "this", "that", "these", "those", "everything", "one"})


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
    length: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where and when a shot is: "" where nothing was said."""

    setting: str = ""
    time_of_day: str = ""
    weather: str = ""
    season: str = ""
    lighting: str = ""
    mood: str = ""


class Stage:
    """Reads clauses into a cast, deeds and surroundings. Mutable while one text is read."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self.deeds: list[Deed] = []
        self.surroundings = Surroundings()
        self.indoors: bool | None = None
        self.unmet: list[str] = []
        self.present: list[str] = []
        self.removed: list[NounPhrase] = []

    def read(self, clauses: list[Clause]) -> None:
        for clause in clauses:
            self._clause(clause)

    def _clause(self, clause: Clause) -> None:
        if clause.negated or clause.verb == "avoid":
            self.removed.extend(clause.objects or ([] if clause.verb != "be" else clause.subjects))
            return
        subjects = self._all(clause.subjects)
        parts = tuple(phrase.head for phrase in clause.subjects if self._is_part(phrase))
        if not clause.verb:
            self._links(clause, subjects)
            self._adverbs(clause)
            return
        self._predicate(clause, subjects, parts)

    def _predicate(self, clause: Clause, subjects: list[str], parts: tuple[str, ...]) -> None:
        manner = (*parts, *self._adverbs(clause))
        verb = clause.verb
        if verb == "be" or (
            verb in ("become", "look", "seem") and not clause.objects and clause.manner
        ):
            self._describe(clause, subjects)
            return
        frames = VERBS.get(verb, frozenset())
        if verb in ("have", "wear", "sport", "don") and subjects:
            self._possess(clause, subjects)
            return
        objects = self._objects(clause, subjects)
        if verb in _EMPTY and (clause.imperative or not subjects):
            self._links(clause, objects)
            return
        if not subjects and not clause.passive:
            subjects = self._nobody(frames, objects)
        self._hold(clause, subjects, objects, frames)
        self._act(clause, subjects, objects, manner)

    def _nobody(self, frames: frozenset[str], objects: list[str]) -> list[str]:
        """Who does it when nobody is named: the person there is, or one for a task in the hands."""
        people = [m.id for m in self.cast.members if m.kind in (Kind.PERSON, Kind.ANIMAL)]
        if people:
            return people[:1]
        if objects and not frames.isdisjoint({"hold", "consume", "perform", "ride", "speak"}):
            member = CastMember(id="", noun="person", kind=Kind.PERSON, name="person")
            added = self.cast.add(member)
            self.present.append(added)
            return [added]
        return []

    def _all(self, phrases: list[NounPhrase]) -> list[str]:
        return [member for phrase in phrases for member in self.members(phrase)]

    def members(self, phrase: NounPhrase) -> list[str]:
        """The members a phrase puts on set; none when it is a place, a time, a remark."""
        if phrase.negated:
            self.removed.append(phrase)
            return []
        if self._part_of(phrase):
            return self._owners(phrase)
        if phrase.pronoun and phrase.head in _SKIPPED_PRONOUNS:
            return []
        if self._condition(phrase) or self._remark(phrase):
            return self._whole(phrase)
        if self._names_place(phrase):
            self._settle(phrase)
            return []
        found = self.cast.mention(self._plain(phrase), self.text)
        self.present.extend(member for member in found if member not in self.present)
        if phrase.whole is not None:
            self._whole(phrase)
        return found

    def _whole(self, phrase: NounPhrase) -> list[str]:
        return self.members(phrase.whole) if phrase.whole is not None else []

    def _is_part(self, phrase: NounPhrase) -> bool:
        return phrase.is_a("part") and (phrase.owner is not None or phrase.whole is not None)

    def _part_of(self, phrase: NounPhrase) -> bool:
        """A part of somebody known ("its ears", "the tail") is that somebody."""
        if self._is_part(phrase):
            return True
        return phrase.is_a("part") and phrase.determiner not in ("a", "an") and len(self.cast) > 0

    def _owners(self, phrase: NounPhrase) -> list[str]:
        owner = phrase.owner or phrase.whole
        if owner is not None:
            return self.members(owner)
        beings = [m.id for m in self.cast.members if m.kind in (Kind.PERSON, Kind.ANIMAL)]
        return beings[-1:] or [self.cast.members[-1].id]

    def _plain(self, phrase: NounPhrase) -> NounPhrase:
        """The phrase without words that speak of the weather, the hour or the craft."""
        kept = []
        for word in phrase.attributes:
            if not self._condition_word(word) and word not in META:
                kept.append(word)
        return replace(phrase, attributes=tuple(kept))

    def _condition_word(self, word: str) -> bool:
        """Take a word on weather, hour or season into the surroundings."""
        for field, table in (
            ("time_of_day", TIME_OF_DAY),
            ("weather", WEATHER),
            ("season", SEASONS),
        ):
            if word in table:
                if not getattr(self.surroundings, field):
                    self.surroundings = replace(self.surroundings, **{field: table[word]})
                return True
        return False

    def _condition(self, phrase: NounPhrase) -> bool:
        words = (" ".join((*phrase.attributes, phrase.head)), phrase.head)
        if phrase.plural and phrase.head not in ("sky",):
            return False
        known = any(self._condition_word(word) for word in words)
        if known:
            for word in phrase.attributes:
                self._condition_word(word)
                if word in MOODS and not self.surroundings.mood:
                    self.surroundings = replace(self.surroundings, mood=MOODS[word])
        return known

    def _remark(self, phrase: NounPhrase) -> bool:
        """An idea or a word of craft: kept as unmet when it says something, else passed over."""
        if phrase.head in META or (phrase.head in closed.ASPECTS and phrase.whole is not None):
            return True
        if phrase.head not in closed.ABSTRACTS:
            return False
        words = self.text[phrase.start : phrase.end].replace("\x1f", " ").split()
        telling = [w for w in words if w.lower() not in closed.STOP_WORDS and w.lower() not in META]
        if len(telling) > 1 and phrase.whole is None:
            self.unmet.append(" ".join(words))
        return True

    def _names_place(self, phrase: NounPhrase) -> bool:
        noun = phrase.noun
        if noun is None or not noun.setting:
            return False
        if not noun.solid:
            return phrase.count < 2 or not noun.sorts - {"place"}
        return (
            not phrase.determiner
            and not phrase.plural
            and phrase.count == 0
            and not self.cast.members
        )

    def _settle(self, phrase: NounPhrase) -> None:
        """Make a phrase the setting, with the qualities that change how it looks."""
        noun = phrase.noun
        if noun is None:
            return
        for word in phrase.attributes:
            if self._condition_word(word):
                continue
            if word in MOODS and not self.surroundings.mood:
                self.surroundings = replace(self.surroundings, mood=MOODS[word])
        character = [
            word for word in phrase.attributes if word in CHARACTERS and word not in WEATHER
        ]
        if noun.setting == "meadow" and phrase.head == "outdoors":
            character = []
        if self.surroundings.setting:
            current = self.surroundings.setting
            if noun.setting not in current and not noun.named:
                self.unmet.append(" ".join(self.text[phrase.start : phrase.end].split()))
            return
        setting = " ".join((*character[:1], noun.setting))
        self.surroundings = replace(self.surroundings, setting=setting)
        self.indoors = noun.indoors

    def _adverbs(self, clause: Clause) -> list[str]:
        """Adverbs that stay with the action; those of place and time go to the surroundings."""
        kept = []
        for word in clause.manner:
            if word in closed.PLACE_ADVERBS:
                if not self.surroundings.setting:
                    setting = closed.PLACE_ADVERBS[word]
                    self.surroundings = replace(self.surroundings, setting=setting)
            elif word in META or self._condition_word(word):
                continue
            else:
                kept.append(word)
        return kept

    def _describe(self, clause: Clause, subjects: list[str]) -> None:
        """ "The car is red": what follows the copula belongs to the subject."""
        for member_id in subjects:
            member = self.cast[member_id]
            for word in self._adverbs(clause):
                if word in COLORS:
                    member = replace(member, color=COLORS[word])
                elif word in SIZES:
                    member = replace(member, size=SIZES[word])
                elif word not in closed.ADVERBS and not word.endswith("ly"):
                    member = replace(member, attributes=(*member.attributes, word))
            self.cast.update(member_id, member)
        objects = [] if subjects else self._all(clause.objects)
        self._links(clause, subjects or objects)

    def _possess(self, clause: Clause, subjects: list[str]) -> None:
        link = Link(
            preposition="wearing" if clause.verb != "have" else "with", phrases=clause.objects
        )
        self._link(link, subjects)
        self._links(clause, subjects)

    def _objects(self, clause: Clause, subjects: list[str]) -> list[str]:
        """The members acted on; a game is played with the thing that belongs to it."""
        objects = []
        for phrase in clause.objects:
            if clause.verb in ("play", "do") and (
                phrase.head in GAMES or self.text[phrase.start : phrase.end].lower() in GAMES
            ):
                continue
            if phrase.is_a("garment") and clause.verb in ("wear",):
                continue
            objects.extend(self.members(phrase))
        return [member for member in objects if member not in subjects] or objects

    def _hold(
        self, clause: Clause, subjects: list[str], objects: list[str], frames: frozenset[str]
    ) -> None:
        """Put what is used into the hands, or under the rider; bring the props a verb needs."""
        if not subjects:
            return
        actor = subjects[0]
        prop = self._prop(clause, objects)
        if prop and self.cast[actor].kind in (Kind.PERSON, Kind.ANIMAL):
            added = self.cast.add(CastMember(id="", noun=prop, kind=Kind.THING, name=prop))
            self.present.append(added)
            mounted = clause.verb in _MOUNT_VERBS
            if mounted:
                self.cast.position(actor, Position(relation=Relation.ON, anchors=(added,)))
            else:
                self.cast.position(added, Position(relation=Relation.HELD, anchors=(actor,)))
                objects.append(added)
        if self.cast[actor].kind is Kind.VEHICLE:
            return
        for member_id in objects:
            self._hold_one(actor, member_id, frames, clause.verb)

    def _prop(self, clause: Clause, objects: list[str]) -> str:
        named = [phrase.head for phrase in clause.objects]
        games = [PROPS[head] for head in named if clause.verb in ("play", "do") and head in PROPS]
        if games:
            return games[0]
        instruments = any(link.preposition == "with" for link in clause.links)
        return PROPS.get(clause.verb, "") if not objects and not instruments else ""

    def _hold_one(self, actor: str, member_id: str, frames: frozenset[str], verb: str) -> None:
        member = self.cast[member_id]
        sorts = frozenset(member_sorts(member))
        if "instrument" in sorts and verb in ("play", "strum", "bow", "hold", "blow", "practice"):
            big = member.noun in _BIG_INSTRUMENTS
            self.cast.position(
                member_id,
                Position(relation=Relation.FRONT if big else Relation.HELD, anchors=(actor,)),
            )
        elif "ride" in frames and member.kind is not Kind.PERSON and ("place" not in sorts):
            boarded = member_hypernym(member) in _BOARDED
            self.cast.position(
                actor,
                Position(relation=Relation.IN if boarded else Relation.ON, anchors=(member_id,)),
            )
        elif (
            not frames.isdisjoint({"hold", "consume"})
            and member.kind is Kind.THING
            and "furniture" not in sorts
        ):
            if self.cast[actor].kind in (Kind.PERSON, Kind.ANIMAL) and verb not in (
                "throw",
                "drop",
                "toss",
                "smoke",
                "open",
            ):
                self.cast.position(member_id, Position(relation=Relation.HELD, anchors=(actor,)))

    def _act(
        self, clause: Clause, subjects: list[str], objects: list[str], manner: tuple[str, ...]
    ) -> None:
        """Turn the clause into deeds, with the first preposition that names a member as the goal."""
        preposition, goal = "", None
        resting = "rest" in VERBS.get(clause.verb, frozenset()) or clause.passive
        for link in clause.links:
            if link.host is not None:
                self._link(link, self._host(link, subjects))
                continue
            anchors = self._link(
                link,
                subjects,
                static=resting
                or (not clause.objects and "motion" not in VERBS.get(clause.verb, ())),
            )
            if anchors and goal is None:
                preposition, goal = link.preposition, anchors[0]
            elif not preposition and goal is None:
                preposition = (
                    link.preposition
                    if link.preposition in ("through", "across", "along", "into", "out of")
                    else ""
                )
        if clause.passive and clause.verb not in ("sit", "stand"):
            self._passive(clause, subjects)
            return
        games = [
            phrase.head
            for phrase in clause.objects
            if phrase.head in GAMES and clause.verb == "play"
        ]
        for actor in subjects:
            self.deeds.append(
                Deed(
                    actor=actor,
                    verb=clause.verb,
                    at=clause.start,
                    target=next((member for member in objects if member != actor), None),
                    preposition=preposition or clause.particle,
                    goal=goal,
                    manner=tuple(dict.fromkeys((*games, *manner))),
                    after=clause.after,
                )
            )

    def _passive(self, clause: Clause, subjects: list[str]) -> None:
        """A state brought about by somebody unseen is a quality ("painted", "parked")."""
        for member_id in subjects:
            member = self.cast[member_id]
            form = self.text[clause.start : clause.end].lower()
            word = next((part for part in form.split() if part.endswith(("ed", "en"))), "")
            if word and word not in member.attributes:
                self.cast.update(member_id, replace(member, attributes=(*member.attributes, word)))

    def _host(self, link: Link, subjects: list[str]) -> list[str]:
        return (self.cast.find(link.host) if link.host is not None else []) or subjects

    def _links(self, clause: Clause, subjects: list[str]) -> None:
        for link in clause.links:
            hosts = (
                subjects
                if link.host is None or len(clause.subjects) > 1
                else self._host(link, subjects)
            )
            self._link(link, hosts)

    def _link(self, link: Link, hosts: list[str], *, static: bool = True) -> list[str]:
        """What a preposition says of its hosts; the members it names."""
        if link.preposition == "without":
            self.removed.extend(link.phrases)
            return []
        anchors: list[str] = []
        for phrase in link.phrases:
            anchors.extend(self._attach(link, phrase, hosts, static=static))
        relation = RELATIONS.get(link.preposition)
        anchors = [anchor for anchor in anchors if anchor not in hosts]
        if relation is not None and anchors and static and link.preposition != "with":
            kept = tuple(anchors) if relation is Relation.BETWEEN else tuple(anchors[:1])
            for host in hosts:
                self.cast.position(host, Position(relation=relation, anchors=kept))
        return anchors

    def _attach(
        self, link: Link, phrase: NounPhrase, hosts: list[str], *, static: bool
    ) -> list[str]:
        """One phrase after a preposition: clothes, a part, a place, an hour, or a member."""
        people = [host for host in hosts if self.cast[host].kind in (Kind.PERSON, Kind.ANIMAL)]
        if phrase.is_a("garment") and link.preposition in ("in", "with", "wearing") and people:
            self._wear(phrase, people)
            return []
        if phrase.is_a("part") and link.preposition in ("with", "of") and hosts:
            self._grow(phrase, hosts)
            return []
        if phrase.is_a("part") and phrase.owner is None and not phrase.determiner == "a":
            return []
        noun = phrase.noun
        inside = noun is not None and noun.setting and link.preposition in _PLACING
        if inside and noun is not None and self._locates(phrase, link.preposition):
            self._settle(phrase)
            return []
        found = self.members(phrase)
        if link.preposition == "with" and people and found:
            self._company(people[0], found)
        return found

    def _locates(self, phrase: NounPhrase, preposition: str) -> bool:
        """Whether a place word after this preposition is where it happens, not a thing there."""
        noun = phrase.noun
        if noun is None:
            return False
        if not noun.solid:
            return True
        return preposition in ("in", "at", "into", "through") and noun.sorts == {"place"}

    def _wear(self, phrase: NounPhrase, people: list[str]) -> None:
        words = " ".join(
            word
            for word in (phrase.color, phrase.material, *phrase.attributes, phrase.head)
            if word
        )
        for member_id in people:
            member = self.cast[member_id]
            if words not in member.wears:
                self.cast.update(member_id, replace(member, wears=(*member.wears, words)))

    def _grow(self, phrase: NounPhrase, hosts: list[str]) -> None:
        """ "with red hair" → red-haired; other parts keep their words."""
        quality = phrase.color or next(iter(phrase.attributes), "")
        ended = {"hair": "haired", "eye": "eyed"}.get(phrase.head)
        words = (
            f"{quality}-{ended}"
            if ended and quality
            else " ".join(filter(None, (quality, phrase.head)))
        )
        for member_id in hosts:
            member = self.cast[member_id]
            self.cast.update(member_id, replace(member, attributes=(*member.attributes, words)))

    def _company(self, owner: str, found: list[str]) -> None:
        """ "a boy with a kite" holds it; "a girl with a dog" has it beside her."""
        for member_id in found:
            member = self.cast[member_id]
            small = (
                member.kind is Kind.THING
                and "furniture" not in member_sorts(member)
                and "plant" not in member_sorts(member)
            )
            relation = (
                Relation.HELD if small and "place" not in member_sorts(member) else Relation.NEAR
            )
            self.cast.position(member_id, Position(relation=relation, anchors=(owner,)))


def member_sorts(member: CastMember) -> frozenset[str]:
    """The sorts of a member's noun."""
    from omnireel.director.lexicon.nouns import NOUNS

    noun = NOUNS.get(member.noun)
    return noun.sorts if noun else frozenset()


def member_hypernym(member: CastMember) -> str:
    """The hypernym of a member's noun; the noun itself when unknown."""
    from omnireel.director.lexicon.nouns import NOUNS

    noun = NOUNS.get(member.noun)
    return noun.hypernym if noun else member.noun


__all__ = ["LIGHTING", "Deed", "Stage", "Surroundings"]
