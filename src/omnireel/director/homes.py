"""Where a cast is at home: the setting of a prompt that names none."""

from omnireel.director.handling import hypernym, sorts
from omnireel.domain.storyboard import CastMember, Kind

_INDOORS = frozenset(
    {"furniture", "device", "kitchen", "paper", "food", "drink", "instrument", "garment"}
)
_BY_HYPERNYM = {
    "boat": "lake", "ship": "sea", "train": "railway", "airplane": "sky", "helicopter": "sky",
    "rocket": "space",
    "flying saucer": "sky", "hot air balloon": "sky", "tractor": "farm", "bicycle": "park",
    "drone": "sky",
    "fish": "underwater", "shark": "underwater", "whale": "underwater", "dolphin": "sea",
    "octopus": "underwater",
    "jellyfish": "underwater", "crab": "beach", "lobster": "underwater", "seal": "beach",
    "penguin": "snowfield",
    "astronaut": "space", "lion": "savanna", "zebra": "savanna", "giraffe": "savanna",
    "elephant": "savanna",
    "rhinoceros": "savanna", "camel": "desert", "monkey": "jungle", "gorilla": "jungle",
    "tiger": "jungle",
    "leopard": "savanna", "wolf": "forest", "fox": "forest", "bear": "forest", "owl": "forest",
    "crocodile": "swamp",
    "cow": "farm", "sheep": "meadow", "pig": "farm", "chicken": "farm", "duck": "lake",
    "swan": "lake",
    "flamingo": "lake", "chef": "kitchen", "doctor": "hospital", "teacher": "classroom",
    "sign": "city street",
    "tree": "meadow", "flower": "garden", "bat": "park", "turtle": "beach", "parrot": "jungle",
    "panda": "bamboo forest",
}  # fmt: skip
_BY_NOUN = {
    "potted plant": "room", "houseplant": "room", "bouquet": "room",
    "christmas tree": "living room", "bed": "bedroom",
    "toilet": "bathroom", "shower": "bathroom", "fountain": "park", "staircase": "room",
    "computer": "office", "laptop": "office", "bathtub": "bathroom", "toothbrush": "bathroom",
    "oven": "kitchen",
    "stove": "kitchen",
    "refrigerator": "kitchen", "fridge": "kitchen", "microwave": "kitchen", "toaster": "kitchen",
    "couch": "living room",
    "sofa": "living room", "tv": "living room", "television": "living room", "wave": "sea",
    "snowman": "snowfield",
    "cloud": "sky", "rainbow": "sky", "sun": "sky", "moon": "sky", "star": "sky", "planet": "space",
    "galaxy": "space",
    "comet": "space", "asteroid": "space", "earth": "space", "nebula": "space",
    "black hole": "space", "kite": "meadow",
    "campfire": "campsite", "bonfire": "campsite", "tent": "campsite", "waterfall": "waterfall",
    "frisbee": "park",
    "surfboard": "beach", "sandcastle": "beach", "seashell": "beach", "coral": "underwater",
    "firework": "sky",
    "park bench": "park", "surfer": "sea", "firefighter": "city street", "skier": "snowfield",
    "fisherman": "lake",
    "snowboarder": "snowfield", "swimmer": "swimming pool", "ballerina": "stage", "singer": "stage",
    "sailor": "sea",
    "snowboard": "snowfield", "skis": "snowfield", "sled": "snowfield", "rover": "mars",
    "mars rover": "mars", "scientist": "laboratory", "chemist": "laboratory",
    "goalkeeper": "stadium",
    "basketball player": "stadium", "soccer player": "stadium", "football player": "stadium",
    "gymnast": "gym", "boxer": "gym", "goalie": "stadium", "balance beam": "gym", "barber": "shop",
}  # fmt: skip


_ROOM = frozenset(
    {"couch", "bed", "shelf", "rug", "table", "chair", "appliance", "computer", "mirror"}
)
_INDOOR_PLACES = frozenset({"room", "kitchen", "bedroom", "bathroom", "living room"})
_BAD_WEATHER = frozenset({"rain", "snow", "storm", "fog", "wind"})


def home(members: tuple[CastMember, ...], *, weather: str, hour: str) -> str:
    """A setting that suits the cast, where the prompt names none.

    Somebody who rides goes where the vehicle goes; furniture brings its room along; a house, a tree
    or bad weather keep everybody outdoors; nobody stands in space at a quarter past rain.
    """
    place = next(filter(None, (_ridden(members), *map(_special, members), _furnished(members))), "")
    place = place or next(filter(None, map(_place, members)), "meadow")
    outside = weather in _BAD_WEATHER or any(sorts(m) & {"place", "street"} for m in members)
    low_sun = hour in ("dawn", "sunset", "dusk") and not any(map(_furnished, [members]))
    if place == "room" and low_sun:
        return "meadow"
    if place in _INDOOR_PLACES and outside:
        return "meadow"
    return "meadow" if place == "space" and (weather or hour) else place


def _ridden(members: tuple[CastMember, ...]) -> str:
    """Where the vehicle or the board is at home that somebody is on."""
    riders = [m for m in members if m.kind in (Kind.PERSON, Kind.ANIMAL) and m.position is not None]
    ridden = {anchor for m in riders if m.position for anchor in m.position.anchors}
    for member in members:
        if member.id in ridden and (member.kind is Kind.VEHICLE or member.noun in _BOARDS):
            return _place(member)
    return ""


_BOARDS = frozenset({"surfboard", "snowboard", "skis"})


def _special(member: CastMember) -> str:
    """The place of a member that belongs somewhere in particular."""
    return _BY_NOUN.get(member.noun) or _BY_HYPERNYM.get(hypernym(member), "")


def _furnished(members: tuple[CastMember, ...]) -> str:
    return "room" if any(hypernym(m) in _ROOM and m.noun != "park bench" for m in members) else ""


def _place(member: CastMember) -> str:
    place = _special(member)
    if place:
        return place
    if member.kind is Kind.VEHICLE:
        return "city street"
    if member.kind in (Kind.PERSON, Kind.ANIMAL):
        return "meadow"
    kinds = sorts(member)
    if kinds & _INDOORS:
        return "room"
    if kinds & {"plant", "nature", "place"}:
        return "meadow"
    return "city street" if "street" in kinds else "room"
