"""What a person looks like, and how a cast member's words become that."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from omnireel.domain.storyboard import CastMember
from omnireel.engines.previs.colors import linear
from omnireel.engines.previs.people.palette import SKIN_TONES, color_in
from omnireel.engines.previs.people.skeleton import Figure
from omnireel.engines.previs.people.wardrobe import BOTTOMS, TOPS, Garment, garments_in, outfit_of
from omnireel.engines.previs.scene import Vec3
from omnireel.engines.previs.streams import stream

_WOMAN = Figure()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSpec:
    """A person's looks. Colours are linear RGB; `age` is child, young, adult or old."""

    female: bool = True
    age: str = "adult"
    figure: Figure = _WOMAN
    skin: Vec3 = SKIN_TONES["light"]
    hair_color: Vec3 = (0.05, 0.02, 0.012)
    hair_style: str = "long"  # long, bob, bun, ponytail, curly, short, bald
    beard: bool = False
    iris: Vec3 = (0.16, 0.06, 0.02)
    garments: tuple[Garment, ...] = ()
    shoes: Vec3 = (0.02, 0.018, 0.022)

    def garment(self, *kinds: str) -> Garment | None:
        """The first garment of one of these kinds."""
        return next((worn for worn in self.garments if worn.kind in kinds), None)


_MAN = Figure(
    height=1.76,
    head=1.0,
    shoulders=0.172,
    hips=0.094,
    waist=0.118,
    girth=1.15,
    hands=1.08,
    jaw=0.8,
    bust=0.1,
)
_GIRL = Figure(
    height=1.18, head=0.96, shoulders=0.098, hips=0.056, waist=0.082, girth=1.02, bust=0.0
)
_BOY = replace(_GIRL, shoulders=0.102, waist=0.086, girth=1.06)

# The noun or attribute to (female, age); None where the word does not say.
_WHO: Mapping[str, tuple[bool | None, str | None]] = {
    "woman": (True, None),
    "lady": (True, None),
    "mother": (True, None),
    "grandmother": (True, "old"),
    "queen": (True, None),
    "princess": (True, "young"),
    "waitress": (True, None),
    "witch": (True, "old"),
    "nun": (True, None),
    "ballerina": (True, "young"),
    "bride": (True, "young"),
    "businesswoman": (True, None),
    "actress": (True, None),
    "grandma": (True, "old"),
    "mom": (True, None),
    "sister": (True, "young"),
    "girl": (True, "child"),
    "man": (False, None),
    "gentleman": (False, None),
    "father": (False, None),
    "grandfather": (False, "old"),
    "king": (False, "old"),
    "prince": (False, "young"),
    "guy": (False, None),
    "wizard": (False, "old"),
    "boy": (False, "child"),
    "groom": (False, "young"),
    "businessman": (False, None),
    "policeman": (False, None),
    "fireman": (False, None),
    "cowboy": (False, None),
    "butler": (False, None),
    "monk": (False, None),
    "grandpa": (False, "old"),
    "dad": (False, None),
    "brother": (False, "young"),
    "baby": (None, "child"),
    "child": (None, "child"),
    "kid": (None, "child"),
    "toddler": (None, "child"),
    "old": (None, "old"),
    "elderly": (None, "old"),
    "aged": (None, "old"),
    "young": (None, "young"),
    "teenage": (None, "young"),
    "teenager": (None, "young"),
    "female": (True, None),
    "male": (False, None),
}

_HAIR_WORDS: Mapping[str, str] = {
    "long-haired": "long",
    "long hair": "long",
    "short hair": "short",
    "short-haired": "short",
    "curly": "curly",
    "afro": "curly",
    "bun": "bun",
    "ponytail": "ponytail",
    "bob": "bob",
    "bald": "bald",
}

_HAIR_COLORS: Mapping[str, str] = {
    "brown": "4a2a16",
    "dark": "22140d",
    "black": "15110f",
    "chestnut": "6b3517",
    "blond": "d9a84e",
    "red": "a5401a",
    "grey": "a7a6a4",
    "white": "dcdad5",
}

_TROUSER_COLORS = ("2c3a55", "3a3a40", "6a5640", "8a7a60", "23304a")
_TOP_COLORS: tuple[str, ...] = (
    "c23a32",
    "2f6fae",
    "3f8f5c",
    "d98f2b",
    "7a4fa0",
    "e2ddd0",
    "2aa0a0",
    "c9587f",
)
_DRESS_COLORS: tuple[str, ...] = ("c8322e", "2b6cb0", "d9842a", "7b3fa0", "2f8f6b", "d1527f")


def spec_for(member: CastMember, seed: int) -> PersonSpec:
    """How this member looks: what its words say, the rest chosen by the seed.

    Each choice has a stream of its own, so a new coat does not change the hair.
    """
    words = _words(member)
    female, age = _who(member, words, seed)
    spread = stream(seed, member.id, "height").uniform(-0.025, 0.025)
    figure = _figure(female, age, words, 1 + spread)
    spec = PersonSpec(female=female, age=age, figure=figure)
    hair = _pick(
        seed,
        member,
        "hair",
        ("long", "long", "long", "bob", "ponytail", "bun") if female else ("short",),
    )
    spec = replace(
        spec,
        skin=_skin(words, seed, member),
        hair_style=next((style for word, style in _HAIR_WORDS.items() if word in words), hair),
        hair_color=_hair_color(words, age, seed, member),
        beard="beard" in words or (age == "old" and not female),
        iris=linear(_pick(seed, member, "iris", ("5a3216", "3f5f7a", "4f6a35", "3a2414"))),
        shoes=linear(_pick(seed, member, "shoes", ("2a2430", "4a2c1c", "1f2a3a"))),
    )
    return replace(spec, garments=_garments(member, spec, seed))


def _words(member: CastMember) -> str:
    return " ".join((member.noun, member.name, *member.attributes, *member.wears)).lower()


def _pick(seed: int, member: CastMember, purpose: str, choices: tuple[str, ...]) -> str:
    return choices[int(stream(seed, member.id, purpose).integers(len(choices)))]


def _who(member: CastMember, words: str, seed: int) -> tuple[bool, str]:
    female, age = None, None
    known = [
        _WHO[word] for word in (member.noun, *member.attributes, *words.split()) if word in _WHO
    ]
    for says_female, says_age in known:
        female = says_female if female is None else female
        age = says_age if age is None else age
    if female is None:
        female = bool(stream(seed, member.id, "sex").random() < 0.5)
    return female, age or "adult"


def _figure(female: bool, age: str, words: str, size: float) -> Figure:
    child = age == "child"
    figure = (_GIRL if child else _WOMAN) if female else (_BOY if child else _MAN)
    figure = replace(figure, height=figure.height * size)
    if age == "old":
        figure = replace(figure, height=figure.height * 0.97, belly=0.35, stoop=0.6)
    if any(word in words for word in ("tall", "giant")):
        figure = replace(figure, height=figure.height * 1.08)
    if any(word in words for word in ("fat", "chubby", "plump", "stout")):
        figure = replace(figure, belly=1.0, girth=figure.girth * 1.15)
    return figure


def _skin(words: str, seed: int, member: CastMember) -> Vec3:
    for word, tone in (("dark-skinned", "dark"), ("african", "dark"), ("tan", "tan")):
        if word in words:
            return SKIN_TONES[tone]
    return SKIN_TONES[_pick(seed, member, "skin", ("light", "light", "tan", "brown", "fair"))]


def _hair_color(words: str, age: str, seed: int, member: CastMember) -> Vec3:
    for name, code in _HAIR_COLORS.items():
        if any(f"{name}{end}" in words for end in ("-haired", " hair", "e hair", "e-haired")):
            return linear(code)
    if "blonde" in words or "redhead" in words:
        return linear(_HAIR_COLORS["blond" if "blonde" in words else "red"])
    if age == "old":
        return linear(_pick(seed, member, "hair color", ("a7a6a4", "dcdad5")))
    return linear(_pick(seed, member, "hair color", ("4a2a16", "2a170d", "5f2f15", "33190c")))


def _garments(member: CastMember, spec: PersonSpec, seed: int) -> tuple[Garment, ...]:
    """What the words name, completed to a whole outfit."""
    asked = color_in(member.color) if member.color else None
    worn = [garment for phrase in member.wears for garment in garments_in(phrase, asked)]
    worn = worn or outfit_of(member.noun)
    kinds = {garment.kind for garment in worn}
    whole = kinds & {"dress", "gown", "robe"}
    if not kinds & set(TOPS):
        bare_legs = kinds & {"trousers", "shorts", "skirt"}
        dressed = spec.female and not bare_legs and spec.age != "old"
        top = "dress" if dressed else "tshirt" if spec.age == "child" else "shirt"
        codes = _DRESS_COLORS if dressed else _TOP_COLORS
        chosen = asked or linear(_pick(seed, member, "top", codes))
        worn.insert(0, Garment(kind=top, color=chosen))
        whole = {top} & {"dress"}
    suit = next((garment for garment in worn if garment.kind == "suit"), None)
    if not whole and not kinds & set(BOTTOMS):
        code = linear(_pick(seed, member, "bottom", _TROUSER_COLORS))
        worn.append(Garment(kind="trousers", color=suit.color if suit else code))
    return tuple(worn)
