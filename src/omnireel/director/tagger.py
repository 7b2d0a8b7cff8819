"""Words to parts of speech: the lexicons first, then the neighbours, then the ending."""

from dataclasses import dataclass
from enum import StrEnum

from omnireel.director.lexicon import closed
from omnireel.director.lexicon.adjectives import COLORS, MATERIALS, META, QUALITIES, SIZES
from omnireel.director.lexicon.nouns import NOUNS
from omnireel.director.lexicon.times import SEASONS, TIME_OF_DAY, WEATHER
from omnireel.director.lexicon.verbs import GAMES
from omnireel.director.morphology import FORMS, VERBS, guess_verb, singular
from omnireel.director.tokens import Word


class Tag(StrEnum):
    """Parts of speech, as far as the grammar tells them apart."""

    DET = "det"
    POSS = "poss"  # his, her; and the 's of a possessor
    NUM = "num"
    ADJ = "adj"
    NOUN = "noun"
    PRON = "pron"
    FINITE = "finite"  # plays, play, played
    ING = "ing"
    ED = "ed"  # a participle that describes: covered, parked
    BE = "be"
    MODAL = "modal"
    NEG = "neg"
    TO = "to"
    PREP = "prep"
    ADV = "adv"
    AND = "and"
    SUB = "sub"
    REL = "rel"
    THEN = "then"
    COMMA = "comma"
    STOP = "stop"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word with its part of speech and its lemma."""

    word: Word
    tag: Tag
    lemma: str
    plural: bool = False


_BOUNDARY = frozenset({Tag.STOP, Tag.COMMA, Tag.AND, Tag.THEN, Tag.SUB})
_BEFORE_NOUN = frozenset({Tag.DET, Tag.POSS, Tag.ADJ, Tag.NUM, Tag.PREP})
_NOMINAL = frozenset({Tag.NOUN, Tag.PRON})
_UNCHANGED = frozenset({"fish", "sheep", "deer", "cattle", "people", "bison"})  # same in the plural
_MARKS = {",": Tag.COMMA, ";": Tag.STOP, ":": Tag.STOP, ".": Tag.STOP, "!": Tag.STOP, "?": Tag.STOP}

_CLOSED: dict[str, Tag] = (
    dict.fromkeys(closed.PARTICLES | closed.ADVERBS, Tag.ADV)
    | dict.fromkeys(closed.FRAME_PLACES, Tag.ADV)
    | dict.fromkeys(closed.FORMATIONS, Tag.ADV)
    | dict.fromkeys(closed.PREPOSITIONS, Tag.PREP)
    | dict.fromkeys(closed.DETERMINERS, Tag.DET)
    | dict.fromkeys(closed.POSSESSIVES, Tag.POSS)
    | dict.fromkeys(closed.NUMERALS, Tag.NUM)
    | dict.fromkeys(closed.QUANTIFIERS, Tag.NUM)
    | dict.fromkeys(closed.PRONOUNS, Tag.PRON)
    | dict.fromkeys(closed.MODALS | closed.DO, Tag.MODAL)
    | dict.fromkeys(closed.BE, Tag.BE)
    | dict.fromkeys(closed.NEGATIONS, Tag.NEG)
    | dict.fromkeys(closed.CONJUNCTIONS, Tag.AND)
    | dict.fromkeys(closed.SUBORDINATORS, Tag.SUB)
    | dict.fromkeys(closed.SEQUENCE, Tag.THEN)
    | {
        "who": Tag.REL,
        "which": Tag.REL,
        "whom": Tag.REL,
        "whose": Tag.REL,
        "to": Tag.TO,
        "'": Tag.POSS,
    }
)
_MEMORY = 40  # tokens looked back at, so that a long text costs linear time
_NOMINAL_WORDS = frozenset(TIME_OF_DAY) | frozenset(WEATHER) | frozenset(SEASONS)


def tag(words: list[Word]) -> list[Token]:
    """The words with their parts of speech, decided from left to right."""
    tokens: list[Token] = []
    for index, word in enumerate(words):
        ahead = words[index + 1 : index + 4]
        tokens.append(_tag(word, ahead, tokens[-_MEMORY:]))
    return tokens


def _tag(word: Word, ahead: list[Word], behind: list[Token]) -> Token:
    text = word.text
    if text in closed.DO and _object_follows(ahead):
        return Token(word=word, tag=Tag.FINITE, lemma="do")
    found = _mark(text) or _closed(text, ahead, behind)
    if found is not None:
        return Token(word=word, tag=found, lemma=text)
    previous = behind[-1].tag if behind else Tag.STOP
    return _open(word, ahead, behind, previous)


def _mark(text: str) -> Tag | None:
    """The tag of punctuation, figures and foreign scripts; None for a word of ours."""
    if text in _MARKS:
        return _MARKS[text]
    if text[0].isdigit():
        return Tag.NUM if text.replace(".", "").replace(",", "").isdigit() else Tag.ADJ
    if not any(letter.isascii() and letter.isalnum() for letter in text):
        foreign = any(letter.isalpha() or ord(letter) > 0x2600 for letter in text)
        known = text in _CLOSED or text.startswith("'")
        return Tag.OTHER if foreign else (None if known else Tag.COMMA)
    return None


_PLACE_WORDS = frozenset({"inside", "outside", "nearby", "around", "over", "up", "down", "off"}) | {
    "below",
    "above",
    "behind",
    "beneath",
    "underneath",
}
_POINTERS = frozenset({"one", "this", "these", "those", "another", "each"})


def _closed(text: str, ahead: list[Word], behind: list[Token]) -> Tag | None:
    """The tag of a closed-class word, with the few that depend on their neighbours settled."""
    following = ahead[0].text if ahead else ""
    opens = _starts_noun(following)
    if text == "'s":
        verbal = following in closed.DETERMINERS or FORMS.get(following, ("", ""))[1] == "ing"
        return Tag.BE if verbal else Tag.POSS
    if text == "that":
        return _that(following, behind)
    if text == "her":
        return Tag.POSS if opens else Tag.PRON
    if text in _POINTERS and (not opens or text == "one"):
        return Tag.NUM if opens else Tag.PRON
    if text in _PLACE_WORDS:
        return Tag.PREP if opens else Tag.ADV
    return None if text in ("left", "right") and opens else _CLOSED.get(text)


def _that(following: str, behind: list[Token]) -> Tag:
    after_noun = bool(behind) and behind[-1].tag in _NOMINAL
    return Tag.REL if after_noun and following else Tag.DET


def _starts_noun(text: str) -> bool:
    """Whether a word can open or go on with a noun phrase."""
    if not text or not text[0].isalnum():
        return False
    if text in closed.DETERMINERS or text in closed.POSSESSIVES or text in closed.NUMERALS:
        return True
    if text in _CLOSED:
        return text in closed.PRONOUNS or text in closed.QUANTIFIERS
    return text in _ADJECTIVES or singular(text)[0] in NOUNS or text not in FORMS


_ADJECTIVES = frozenset(COLORS) | frozenset(SIZES) | frozenset(MATERIALS) | QUALITIES


def _open(word: Word, ahead: list[Word], behind: list[Token], previous: Tag) -> Token:
    """Nouns, verbs, adjectives and adverbs, ambiguous ones by their neighbours."""
    text = word.text
    lemma, plural = singular(text)
    plural = plural or (text.endswith("s") and " " in text and text in NOUNS)
    plural = plural or (text in _UNCHANGED and _many(behind))
    noun = _is_noun(text, lemma)
    adjective = text in _ADJECTIVES or ("-" in text and text not in NOUNS and not noun)
    verb = FORMS.get(text) or (None if noun or adjective else guess_verb(text))
    if verb is None and not noun and _unknown_verb(text, ahead, previous):
        lemma = text if previous is Tag.TO else lemma
        return Token(word=word, tag=Tag.FINITE, lemma=lemma)
    if verb and text in _NOMINAL_WORDS and verb[1] == "base" and previous is Tag.COMMA:
        verb = None  # "…, rain outside"
    if verb and _is_verb(verb, noun or adjective, ahead, behind):
        return _verb(word, verb, ahead, behind)
    if adjective and (not noun or _noun_follows(ahead)):
        return Token(word=word, tag=Tag.ADJ, lemma=text)
    if noun:
        return Token(word=word, tag=Tag.NOUN, lemma=lemma, plural=plural)
    return _unknown(word, verb, ahead, (lemma, plural))


def _many(behind: list[Token]) -> bool:
    """Whether a noun that looks the same in the plural is one: "seven fish", "grazing sheep"."""
    for token in reversed(behind):
        if token.tag is Tag.NUM:
            return token.lemma != "one"
        if token.tag is not Tag.ADJ:
            return token.tag not in _BEFORE_NOUN
    return True


def _is_noun(text: str, lemma: str) -> bool:
    tables = (NOUNS, closed.GROUPS, closed.PORTIONS, closed.ABSTRACTS)
    if text in GAMES and (" " in text or text.endswith("s")):  # "fetch" and "tag" are verbs, too
        return True
    return text in _NOMINAL_WORDS or any(lemma in table for table in tables)


def _unknown_verb(text: str, ahead: list[Word], previous: Tag) -> bool:
    """Whether a word in no table must be a verb: "to gain speed", "he orders a beer"."""
    if previous is Tag.TO:
        return _noun_follows(ahead)
    return _agreeing(text, ahead, previous)


def _unknown(
    word: Word, verb: tuple[str, str] | None, ahead: list[Word], noun: tuple[str, bool]
) -> Token:
    """A word in no table, by its ending and by what follows: adverb, adjective, or noun."""
    text = word.text
    if text.endswith("ly") and len(text) > 4:
        return Token(word=word, tag=Tag.ADV, lemma=text)
    participle = verb is not None and verb[1] in ("ing", "ed")
    if participle or text in META or (_noun_follows(ahead) and _adjectival(text, ahead)):
        return Token(word=word, tag=Tag.ADJ, lemma=text)
    return Token(word=word, tag=Tag.NOUN, lemma=noun[0], plural=noun[1])


def _agreeing(text: str, ahead: list[Word], previous: Tag) -> bool:
    """An unknown word in -s between a subject and a determiner is a verb ("he orders a beer")."""
    after_subject = previous in _NOMINAL or previous in (Tag.AND, Tag.REL, Tag.ADV)
    object_pronoun = bool(ahead) and ahead[0].text in ("it", "them", "him", "me", "itself")
    return text.endswith("s") and after_subject and (object_pronoun or _object_follows(ahead))


def _adjectival(text: str, ahead: list[Word]) -> bool:
    """An unknown word before a known noun, or before what describes one, describes it."""
    described = ahead[0].text in _ADJECTIVES or singular(ahead[0].text)[0] in NOUNS
    return described and not text.endswith("s")


def _noun_follows(ahead: list[Word]) -> bool:
    if not ahead or ahead[0].text.endswith("ly"):
        return False
    text = ahead[0].text
    if text in _CLOSED and text not in closed.NUMERALS:
        return False
    if text in ("and", ",") or not text[0].isalnum():
        return False
    known = singular(text)[0] in NOUNS or text in _ADJECTIVES or text in _NOMINAL_WORDS
    return known or (text not in FORMS and guess_verb(text) is None)


def _is_verb(verb: tuple[str, str], other: bool, ahead: list[Word], behind: list[Token]) -> bool:
    """Whether a form that can be a verb is one here; `other` when it can be something else."""
    form = verb[1]
    previous = behind[-1].tag if behind else Tag.STOP
    if previous is Tag.TO and form == "base":
        return not other or _starts_noun(ahead[0].text if ahead else "") or _after_to(behind)
    if previous in (Tag.BE, Tag.MODAL, Tag.NEG) and form != "s":
        return not (other and form == "base" and previous is Tag.BE)
    if previous in _BEFORE_NOUN:
        gerund = previous in (Tag.ADJ, Tag.PREP) and form == "ing" and not other
        return gerund and not (previous is Tag.ADJ and _noun_follows(ahead))
    if form == "ing":
        return not other or previous in _NOMINAL
    if form == "ed":
        return not _noun_follows(ahead) or previous in _NOMINAL or not other
    return _finite(form, other, ahead, behind)


def _after_to(behind: list[Token]) -> bool:
    return behind[-1].tag == Tag.TO and len(behind) > 1 and behind[-2].tag in (Tag.FINITE, Tag.ING)


def _finite(form: str, other: bool, ahead: list[Word], behind: list[Token]) -> bool:
    """A bare or third-person form: a verb after a subject that agrees, or at the very start."""
    previous = next((token for token in reversed(behind) if token.tag != Tag.ADV), None)
    if previous is None or previous.tag == Tag.STOP:
        return form == "base" and (not other or _object_follows(ahead))
    if previous.tag in (Tag.AND, Tag.COMMA, Tag.THEN):
        seen = any(token.tag in (Tag.FINITE, Tag.BE, Tag.ING) for token in behind)
        if (
            form == "base"
            and len(behind) > 1
            and behind[-2].tag is Tag.FINITE
            and _noun_follows(ahead)
        ):
            return True  # "laugh and drink beer"
        third = form == "s" and bool(ahead) and _starts_noun(ahead[0].text)
        return (not other or _complement_follows(ahead)) and (seen or third or form == "base")
    if previous.tag not in _NOMINAL:
        object_place = previous.tag in (Tag.FINITE, Tag.ING) and form == "base"
        return previous.tag is Tag.REL or not (other or object_place)
    if not other:
        return form == "s" or _plural(previous) or _coordinated(behind)
    return _prefers_verb(form, previous, ahead, behind)


def _plural(token: Token) -> bool:
    return token.plural or token.tag is Tag.PRON


def _prefers_verb(form: str, subject: Token, ahead: list[Word], behind: list[Token]) -> bool:
    """Whether a word that can be a noun is the verb of the subject just before it."""
    if form != "s":
        return _plural(subject) and _complement_follows(ahead)
    settled = _determined(behind) and _complement_follows(ahead)
    known = NOUNS.get(subject.lemma)
    named = known is not None and known.named and bool(ahead) and _starts_noun(ahead[0].text)
    return not subject.plural and (named or settled or _opened_by(behind, _SINGULAR))


def _coordinated(behind: list[Token]) -> bool:
    """Whether "and" joins what stands before in this sentence, so that a plural verb agrees."""
    for token in reversed(behind):
        if token.tag in (Tag.STOP, Tag.FINITE):
            return False
        if token.tag is Tag.AND:
            return True
    return False


_SINGULAR = frozenset({"a", "an", "one", "each", "every", "another"})


def _opened_by(behind: list[Token], determiners: frozenset[str]) -> bool:
    """Whether the noun phrase just before begins with one of the determiners."""
    for token in reversed(behind):
        if token.tag is Tag.DET:
            return token.lemma in determiners
        if token.tag not in (Tag.NOUN, Tag.ADJ, Tag.ADV):
            return token.tag is Tag.PRON and token is behind[-1]
    return False


def _object_follows(ahead: list[Word]) -> bool:
    return bool(ahead) and (
        ahead[0].text in closed.DETERMINERS or ahead[0].text in closed.POSSESSIVES
    )


def _complement_follows(ahead: list[Word]) -> bool:
    if not ahead or not ahead[0].text[0].isalnum():
        return True
    text = ahead[0].text
    return text in _CLOSED or text.endswith("ly") or text in COLORS


def _determined(behind: list[Token]) -> bool:
    """Whether the noun phrase just before has a determiner or is a pronoun."""
    for token in reversed(behind):
        if token.tag in (Tag.DET, Tag.POSS, Tag.NUM, Tag.PRON, Tag.REL):
            return True
        if token.tag not in (Tag.NOUN, Tag.ADJ, Tag.ADV):
            return False
    return bool(behind) and behind[0].word.capital


def _verb(word: Word, verb: tuple[str, str], ahead: list[Word], behind: list[Token]) -> Token:
    lemma, form = verb
    previous = behind[-1].tag if behind else Tag.STOP
    if form == "ing":
        starts = previous in _BOUNDARY or previous in _BEFORE_NOUN
        describes = starts and "intransitive" in VERBS.get(lemma, ()) and _noun_follows(ahead)
        if describes and ahead[0].text not in closed.PREPOSITIONS:
            return Token(word=word, tag=Tag.ADJ, lemma=word.text)
        return Token(word=word, tag=Tag.ING, lemma=lemma)
    if form == "ed":
        starts = previous in _BOUNDARY or previous in _BEFORE_NOUN
        acted_on = previous in (Tag.FINITE, Tag.ING)  # "pours steamed milk"
        if (starts or acted_on) and _noun_follows(ahead):
            return Token(word=word, tag=Tag.ADJ, lemma=word.text)
        return Token(word=word, tag=Tag.ED, lemma=lemma)
    return Token(word=word, tag=Tag.FINITE, lemma=lemma)
