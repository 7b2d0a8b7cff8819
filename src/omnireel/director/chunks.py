"""Noun phrases: determiner, count, qualities, compounds and "of" phrases, gathered from tokens."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from omnireel.director.lexicon import closed
from omnireel.director.lexicon.adjectives import COLORS, MATERIALS, SHADES, SIZES
from omnireel.director.lexicon.nouns import NOUNS, Noun
from omnireel.director.tagger import Tag, Token

MAX_COUNT = 60  # more of one thing than this cannot be told apart in a frame


@dataclass(frozen=True, slots=True, kw_only=True)
class NounPhrase:
    """A mention: what its words say, before it is known which member it means.

    `head` is the lemma; `count` 0 when no number was said; `whole` is the phrase of which this is a
    part, a portion or the contents ("a slice of pizza": of); `owner` possesses it ("the cat's").
    """

    head: str
    start: int
    end: int
    determiner: str = ""
    count: int = 0
    plural: bool = False
    pronoun: bool = False
    capital: bool = False
    color: str = ""
    size: str = ""
    material: str = ""
    attributes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # the modifiers as they are written
    ordinal: int = 0
    among: str = ""  # the place that a multitude fills: "a field of flowers"
    whole: "NounPhrase | None" = None
    owner: "NounPhrase | None" = None

    @property
    def noun(self) -> Noun | None:
        """What the lexicon knows of the head."""
        return NOUNS.get(self.head)

    @property
    def negated(self) -> bool:
        return self.determiner in ("no", "neither")

    @property
    def definite(self) -> bool:
        return self.determiner in closed.DEFINITE

    def is_a(self, *sorts: str) -> bool:
        noun = self.noun
        return noun is not None and not noun.sorts.isdisjoint(sorts)


Item: TypeAlias = Token | NounPhrase

_LONGEST = 24  # words of one phrase, so that a text without nouns costs linear time
_INSIDE = frozenset({Tag.DET, Tag.POSS, Tag.NUM, Tag.ADJ, Tag.NOUN})


def chunk(tokens: list[Token]) -> list[Item]:
    """Tokens with each noun phrase put in place of its words."""
    items: list[Item] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.tag == Tag.PRON:
            items.append(_pronoun(token))
            index += 1
            continue
        size = _extent(tokens, index)
        if size == 0:
            items.append(token)
            index += 1
            continue
        phrase = _phrase(tokens[index : index + size])
        if phrase is None:
            items.extend(tokens[index : index + size])
        else:
            items.append(phrase)
        index += size
    return _join_of(_join_owner(items))


def _pronoun(token: Token) -> NounPhrase:
    plural = token.lemma in (
        "they",
        "them",
        "themselves",
        "these",
        "those",
        "each other",
        "we",
        "us",
    )
    return NounPhrase(
        head=token.lemma,
        start=token.word.start,
        end=token.word.end,
        pronoun=True,
        plural=plural,
    )


def _extent(tokens: list[Token], index: int) -> int:
    """How many tokens from `index` form one noun phrase; 0 when none does.

    Adjectives may be strung by commas or "and" ("a small, old and rusty car").
    """
    end = index
    last_noun = -1
    while end < min(len(tokens), index + _LONGEST):
        tag = tokens[end].tag
        if tag in (Tag.DET, Tag.POSS) and end > index and tokens[end].lemma != "'s":
            opening = all(token.tag in (Tag.DET, Tag.NUM) for token in tokens[index:end])
            if last_noun >= 0 or not opening:
                break
        elif (
            (tokens[end].lemma == "'s" and tag == Tag.POSS)
            or (tag == Tag.NUM and last_noun >= 0)
            or (tag == Tag.ADJ and last_noun >= 0)
        ):
            break
        elif (tag == Tag.ADV and _modifies(tokens, end) and last_noun < 0) or (
            tag in (Tag.COMMA, Tag.AND) and last_noun < 0 and _strings(tokens, index, end)
        ):
            pass
        elif tag not in _INSIDE:
            break
        if tag == Tag.NOUN:
            last_noun = end
        end += 1
    if last_noun >= 0:
        return last_noun - index + 1
    return _headless(tokens, index)


def _modifies(tokens: list[Token], index: int) -> bool:
    following = tokens[index + 1].tag if index + 1 < len(tokens) else Tag.STOP
    return following in (Tag.ADJ, Tag.NUM)


def _strings(tokens: list[Token], start: int, index: int) -> bool:
    """Whether a comma or "and" at `index` stands between two adjectives of one phrase."""
    before = tokens[index - 1].tag if index > start else Tag.STOP
    after = tokens[index + 1 : index + 3]
    if after and after[0].tag in (Tag.AND, Tag.ADV):
        after = after[1:]
    opened = any(token.tag in (Tag.DET, Tag.NUM, Tag.POSS) for token in tokens[start:index])
    return opened and before in (Tag.ADJ, Tag.COMMA) and bool(after) and after[0].tag == Tag.ADJ


def _headless(tokens: list[Token], index: int) -> int:
    """A determiner with an adjective and no noun ("the red one", "the small")."""
    end = index
    last = min(len(tokens), index + _LONGEST)
    while end < last and tokens[end].tag in (Tag.DET, Tag.NUM, Tag.ADJ):
        end += 1
    counted = end - index == 1 and tokens[index].tag == Tag.NUM
    opens = tokens[index].tag == Tag.DET and end - index > 1
    one = end < len(tokens) and tokens[end].lemma in ("one", "ones") and end > index
    return end - index + 1 if one else (end - index if opens or counted else 0)


def _phrase(tokens: list[Token]) -> NounPhrase | None:
    """One phrase from its tokens; None when nothing in it can be a head."""
    head = tokens[-1]
    if head.tag not in (Tag.NOUN, Tag.PRON) and len(tokens) < 2:
        return None
    if head.tag == Tag.NUM:
        return None
    phrase = NounPhrase(
        head=head.lemma,
        start=tokens[0].word.start,
        end=head.word.end,
        plural=head.plural,
        capital=all(token.word.capital for token in tokens),
        pronoun=head.tag == Tag.PRON,
    )
    for place, token in enumerate(tokens[:-1]):
        following = tokens[place + 1]
        phrase = _modify(phrase, token, following)
    if phrase.head == "glasses" and phrase.count > 1:  # two glasses are no spectacles
        return replace(phrase, head="glass", plural=True)
    return phrase


def _modify(phrase: NounPhrase, token: Token, following: Token) -> NounPhrase:
    """The phrase with one more of its words taken in."""
    text = token.lemma
    if token.tag in (Tag.DET, Tag.POSS):
        owner = _pronoun(token) if text in closed.POSSESSIVES else phrase.owner
        number = 1 if text in ("a", "an", "another", "every") else phrase.count
        return replace(phrase, determiner=text, owner=owner, count=number)
    if text in closed.ORDINALS:
        return replace(phrase, ordinal=closed.ORDINALS[text])
    if token.tag == Tag.NUM:
        return replace(phrase, count=_number(text))
    if token.tag == Tag.ADV or token.tag in (Tag.COMMA, Tag.AND):
        return phrase
    return _qualify(phrase, token, following)


def _number(text: str) -> int:
    if text[0].isdigit():
        digits = text.replace(",", "").split(".")[0]
        return max(1, min(MAX_COUNT, int(digits[:6]))) if digits.isascii() else 1
    return closed.NUMERALS.get(text) or closed.QUANTIFIERS.get(text, 1)


def _qualify(phrase: NounPhrase, token: Token, following: Token) -> NounPhrase:
    """Colour, size, material or any other quality of the phrase's head."""
    text = token.lemma
    phrase = replace(phrase, words=(*phrase.words, token.word.text))
    if text == "style" or (text in SHADES and following.lemma in COLORS):
        return phrase
    if text in SIZES and not phrase.size:
        return replace(phrase, size=SIZES[text])
    if token.word.text in MATERIALS and not phrase.material and not _coat(phrase, text):
        return replace(phrase, material=MATERIALS[token.word.text])
    if text in COLORS and not phrase.color:
        return replace(phrase, color=COLORS[text])
    if following.lemma == "style" and phrase.attributes:
        *kept, last = phrase.attributes
        return replace(phrase, attributes=(*kept, f"{last} {token.word.text}"))
    return replace(phrase, attributes=(*phrase.attributes, token.word.text))


def _coat(phrase: NounPhrase, text: str) -> bool:
    """A golden fish has that colour; it is not made of gold."""
    return text in COLORS and phrase.is_a("animal")


def _join_owner(items: list[Item]) -> list[Item]:
    """ "the cat" + "'s" + "tail" becomes a tail owned by the cat."""
    joined: list[Item] = []
    index = 0
    while index < len(items):
        item = items[index]
        possessor = joined[-1] if joined else None
        owned = items[index + 1] if index + 1 < len(items) else None
        if (
            isinstance(item, Token)
            and item.tag == Tag.POSS
            and isinstance(possessor, NounPhrase)
            and isinstance(owned, NounPhrase)
        ):
            joined[-1] = replace(owned, owner=possessor, start=possessor.start)
            index += 2
            continue
        joined.append(item)
        index += 1
    return joined


def _join_of(items: list[Item]) -> list[Item]:
    """ "a herd" + "of" + "cows", from the right, so that chains nest."""
    joined: list[Item] = []
    for item in reversed(items):
        follows = joined[-2:] if len(joined) > 1 else []
        if (
            isinstance(item, NounPhrase)
            and len(follows) == 2
            and isinstance(follows[1], Token)
            and follows[1].lemma == "of"
            and isinstance(follows[0], NounPhrase)
            and not item.pronoun
        ):
            whole = follows[0]
            del joined[-2:]
            joined.append(_of(item, whole))
            continue
        joined.append(item)
    return joined[::-1]


def _of(head: NounPhrase, whole: NounPhrase) -> NounPhrase:
    """What "head of whole" means: many wholes, a likeness, a portion, contents, or a part of it."""
    if head.head in closed.GROUPS and (whole.plural or whole.count != 1):
        count = whole.count or closed.GROUPS[head.head]
        among = head.head if head.is_a("place") else ""
        return replace(whole, start=head.start, count=count, plural=True, among=among)
    if head.head in closed.LIKENESSES:
        material = whole.material or head.material or closed.LIKENESSES[head.head]
        attributes = (*whole.attributes, *head.attributes, head.head)
        return replace(
            whole,
            start=head.start,
            attributes=attributes,
            material=material,
            color=whole.color or head.color,
            size=whole.size or head.size,
            count=head.count,
        )
    known = NOUNS.get(f"{head.head} of {whole.head}")
    if known is not None:
        return replace(head, head=known.word, end=whole.end)
    if head.head in closed.CONTAINERS:
        return replace(head, end=whole.end, attributes=(*head.attributes, whole.head))
    return _made_of(head, whole)


def _made_of(head: NounPhrase, whole: NounPhrase) -> NounPhrase:
    """A ball of yarn, a slice of pizza, a tower of glass; anything else keeps its whole."""
    stuff = MATERIALS.get(whole.head, "")
    if head.head == "ball" and stuff:
        return replace(head, end=whole.end, material=stuff, color=head.color or whole.color)
    if head.head in closed.PORTIONS:
        return replace(whole, start=head.start, count=head.count or whole.count)
    if stuff and not head.material and not whole.attributes and not whole.determiner:
        return replace(head, end=whole.end, material=stuff)
    return replace(head, end=whole.end, whole=whole)
