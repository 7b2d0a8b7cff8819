"""From the forms of words to their lemmas: plurals, -s, -ing, -ed, and the irregular ones."""

from omnireel.director.lexicon.closed import ACTIVITIES
from omnireel.director.lexicon.nouns import NOUNS
from omnireel.director.lexicon.verbs import FRAMES, GAMES, IRREGULAR

IRREGULAR_PLURALS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "geese": "goose", "mice": "mouse", "oxen": "ox", "dice": "die",
    "wolves": "wolf", "leaves": "leaf", "knives": "knife", "lives": "life", "wives": "wife",
    "loaves": "loaf", "shelves": "shelf", "calves": "calf", "scarves": "scarf", "halves": "half",
    "elves": "elf", "thieves": "thief", "hooves": "hoof", "dwarves": "dwarf", "cacti": "cactus",
    "octopi": "octopus", "fungi": "fungus", "policemen": "policeman", "firemen": "fireman",
    "businessmen": "businessman", "fishermen": "fisherman", "kids": "kid", "cookies": "cookie",
    "movies": "movie", "selfies": "selfie", "zombies": "zombie", "pies": "pie", "ties": "tie",
    "buses": "bus", "gases": "gas", "hippos": "hippo", "aircraft": "aircraft", "hoodies": "hoodie",
    "snowmen": "snowman", "bookshelves": "bookshelf", "brownies": "brownie", "daises": "dais",
    "canoes": "canoe", "shoes": "shoe", "toes": "toe", "axes": "axe", "horses": "horse",
    "houses": "house", "vases": "vase", "roses": "rose", "noses": "nose", "purses": "purse",
    "glasses": "glasses", "dominoes": "domino", "potatoes": "potato", "tomatoes": "tomato",
    "heroes": "hero", "volcanoes": "volcano", "mangoes": "mango", "tornadoes": "tornado",
    "avalanches": "avalanche", "headaches": "headache", "moustaches": "moustache",
    "doggies": "doggy", "calories": "calorie", "genies": "genie", "collies": "collie",
    "huskies": "husky", "waves": "wave", "caves": "cave", "gloves": "glove", "olives": "olive",
    "doves": "dove", "beehives": "beehive", "stoves": "stove", "cowboys": "cowboy",
    "lenses": "lens", "prizes": "prize", "mazes": "maze", "breezes": "breeze", "ponies": "pony",
}  # fmt: skip


def singular(word: str) -> tuple[str, bool]:
    """The singular of a noun and whether the word was a plural; the last word of a compound."""
    head, space, last = word.rpartition(" ")
    lemma, plural = _singular(last)
    if space and (head + space + last) in NOUNS:
        return word, False
    return head + space + lemma, plural


def _singular(word: str) -> tuple[str, bool]:
    if word in ACTIVITIES or word in GAMES:
        return word, False
    if word in IRREGULAR_PLURALS:
        lemma = IRREGULAR_PLURALS[word]
        return lemma, lemma != word
    if (
        word in NOUNS
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is"))
        or len(word) < 4
    ):
        return word, False
    for stem in _plural_stems(word):
        if stem in NOUNS:
            return stem, True
    return next(iter(_plural_stems(word))), True


def _plural_stems(word: str) -> list[str]:
    if word.endswith("ies"):
        return [word[:-3] + "y", word[:-1]]
    if word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        return [word[:-2], word[:-1]]
    if word.endswith("ves"):
        return [word[:-1], word[:-3] + "f", word[:-3] + "fe"]
    return [word[:-1]]


_DOUBLING = frozenset("bdgklmnprt")
_VOWELS = frozenset("aeiou")


def _regular(lemma: str) -> dict[str, str]:
    """The regular forms of a verb: form to its tag (`s`, `ing`, `ed`)."""
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        stem = lemma[:-1]
        return {lemma + "s": "s", stem + "ing": "ing", lemma + "d": "ed"}
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return {lemma[:-1] + "ies": "s", lemma + "ing": "ing", lemma[:-1] + "ied": "ed"}
    ending = "es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    return {lemma + ending: "s", lemma + "ing": "ing", lemma + "ed": "ed"}


def _frames() -> dict[str, frozenset[str]]:
    frames: dict[str, set[str]] = {}
    for line in FRAMES.strip().splitlines():
        frame, _, lemmas = line.partition(":")
        for lemma in lemmas.split(","):
            frames.setdefault(lemma.strip(), set()).add(frame.strip())
    return {lemma: frozenset(names) for lemma, names in frames.items()}


def _forms(frames: dict[str, frozenset[str]]) -> dict[str, tuple[str, str]]:
    forms: dict[str, tuple[str, str]] = {}
    for row in IRREGULAR.replace("\n", ", ").split(","):
        lemma, *others = row.split() or [""]
        for form in others:
            tag = "ing" if form.endswith("ing") and len(form) > len(lemma) else "ed"
            tag = (
                "s" if form.endswith("s") and form != lemma and len(form) <= len(lemma) + 2 else tag
            )
            forms.setdefault(form, (lemma, tag))
    for lemma in frames:
        if " " not in lemma:
            forms[lemma] = (lemma, "base")
            for form, tag in _regular(lemma).items():
                forms.setdefault(form, (lemma, tag))
    forms["running"], forms["stopping"] = ("run", "ing"), ("stop", "ing")
    forms["lying"], forms["dying"], forms["tying"] = ("lie", "ing"), ("die", "ing"), ("tie", "ing")
    return forms


VERBS = _frames()
FORMS = _forms(VERBS)


def third(lemma: str) -> str:
    """The third person singular of a verb."""
    return next(form for form, tag in _regular(lemma).items() if tag == "s")


def guess_verb(word: str) -> tuple[str, str] | None:
    """Lemma and tag of a verb that is in no table, from its ending; None when it has none."""
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3 or not _VOWELS & set(stem):
            continue
        if stem[-1] == stem[-2] and stem[-1] in _DOUBLING:
            return stem[:-1], ending
        short = stem[-1] not in _VOWELS and stem[-2] in _VOWELS and stem[-3] not in _VOWELS
        silent = stem.endswith(("at", "iz", "in", "v", "u", "c", "g", "as", "ur", "id")) and short
        return (stem + "e" if silent or stem.endswith(("v", "c", "u")) else stem), ending
    return None
