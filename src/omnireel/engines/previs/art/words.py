"""English nouns as people type them, brought to the names that drawings have."""

import unicodedata
from collections.abc import Iterator
from typing import Final

_IRREGULAR = {
    "children": "child",
    "dice": "die",
    "feet": "foot",
    "geese": "goose",
    "halves": "half",
    "knives": "knife",
    "leaves": "leaf",
    "lives": "life",
    "loaves": "loaf",
    "men": "man",
    "mice": "mouse",
    "oxen": "ox",
    "people": "person",
    "scarves": "scarf",
    "shelves": "shelf",
    "teeth": "tooth",
    "thieves": "thief",
    "wolves": "wolf",
    "women": "woman",
    "cacti": "cactus",
    "calves": "calf",
    "elves": "elf",
    "wives": "wife",
    "octopi": "octopus",
    "fungi": "fungus",
    "shoes": "shoe",
    "canoes": "canoe",
    "cookies": "cookie",
    "movies": "movie",
    "pies": "pie",
    "ties": "tie",
    "selfies": "selfie",
    "zombies": "zombie",
    "genies": "genie",
    "calories": "calorie",
    "smoothies": "smoothie",
    "brownies": "brownie",
    "axes": "axe",
    "horses": "horse",
    "houses": "house",
    "buses": "bus",
    "gases": "gas",
    "lenses": "lens",
    "viruses": "virus",
    "cactuses": "cactus",
    "octopuses": "octopus",
    "walruses": "walrus",
    "hippopotamuses": "hippopotamus",
    "crocuses": "crocus",
}
_ENDINGS = (
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("zzes", "zz"),
    ("oes", "o"),
    ("ies", "y"),
)
_SEPARATORS: Final = str.maketrans("-_:,", "    ")
_NOT_PLURAL = ("ss", "us", "is", "ous")

# "A slice of pizza" shows the pizza; of "a glass of water" the glass is what can be seen.
PARTITIVES = frozenset(
    "bit bunch cluster crowd flock group heap herd kind lot number pack pair piece pile row school "
    "set slice sort stack swarm type".split()
)

# What drawings are called when people say something else, or mean one of several; "" where a
# drawing would come up that is something else.
SYNONYMS = {
    "acorn": "chestnut",
    "aeroplane": "airplane",
    "aircraft": "airplane",
    "alpaca": "llama",
    "american flag": "flag-united-states",
    "apple": "red-apple",
    "apricot": "peach",
    "armchair": "couch-and-lamp",
    "baby chick": "front-facing-baby-chick",
    "ball": "soccer-ball",
    "baseball bat": "",
    "basket ball": "basketball",
    "beach": "beach-with-umbrella",
    "bee": "honeybee",
    "beer": "beer-mug",
    "bench": "",
    "board": "",
    "boat": "sailboat",
    "book": "closed-book",
    "bottle": "bottle-with-popping-cork",
    "bow": "bow-and-arrow",
    "bowl": "bowl-with-spoon",
    "branch": "wood",
    "brazilian flag": "flag-brazil",
    "british flag": "flag-united-kingdom",
    "bull": "ox",
    "bunny": "rabbit",
    "burger": "hamburger",
    "button": "",
    "cab": "taxi",
    "cake": "birthday-cake",
    "calf": "cow",
    "canadian flag": "flag-canada",
    "cap": "billed-cap",
    "car": "automobile",
    "card": "joker",
    "caterpillar": "bug",
    "cell": "mobile-phone",
    "cherry": "cherries",
    "chess": "chess-pawn",
    "chess piece": "chess-pawn",
    "chest": "treasure-chest",
    "chick": "front-facing-baby-chick",
    "chinese flag": "flag-china",
    "circle": "red-circle",
    "clarinet": "flute",
    "clock": "mantelpiece-clock",
    "coffee": "hot-beverage",
    "computer": "desktop-computer",
    "couch": "couch-and-lamp",
    "crow": "blackbird",
    "cup": "teacup-without-handle",
    "daisy": "blossom",
    "desk": "",
    "dinosaur": "t-rex",
    "doll": "nesting-dolls",
    "dragonfly": "butterfly",
    "drink": "cup-with-straw",
    "duckling": "baby-chick",
    "earth": "globe-showing-europe-africa",
    "engine": "gear",
    "fire truck": "fire-engine",
    "firetruck": "fire-engine",
    "firework": "fireworks",
    "flag": "triangular-flag",
    "flower": "sunflower",
    "foal": "horse",
    "football": "soccer-ball",
    "french flag": "flag-france",
    "frisbee": "flying-disc",
    "german flag": "flag-germany",
    "gift": "wrapped-gift",
    "glass": "tumbler-glass",
    "globe": "globe-showing-americas",
    "gown": "dress",
    "grape": "grapes",
    "grass": "herb",
    "gun": "water-pistol",
    "hat": "top-hat",
    "heart": "red-heart",
    "helmet": "rescue-workers-helmet",
    "hen": "chicken",
    "heron": "flamingo",
    "hippo": "hippopotamus",
    "hot air balloon": "",
    "ice cream": "soft-ice-cream",
    "indian flag": "flag-india",
    "insect": "beetle",
    "island": "desert-island",
    "italian flag": "flag-italy",
    "japanese flag": "flag-japan",
    "jet": "airplane",
    "king": "person-with-crown",
    "kitten": "cat",
    "kitty": "cat",
    "knight": "",
    "ladybird": "lady-beetle",
    "ladybug": "lady-beetle",
    "lamb": "ewe",
    "lamp": "diya-lamp",
    "leaf": "maple-leaf",
    "letter": "envelope",
    "light": "light-bulb",
    "log": "wood",
    "lorry": "articulated-lorry",
    "machine": "",
    "mask": "performing-arts",
    "meat": "cut-of-meat",
    "merry go round": "carousel-horse",
    "mexican flag": "flag-mexico",
    "monster": "ogre",
    "moon": "full-moon",
    "motorbike": "motorcycle",
    "mug": "hot-beverage",
    "nut": "chestnut",
    "oboe": "flute",
    "ocean": "water-wave",
    "ostrich": "flamingo",
    "painting": "framed-picture",
    "paper plane": "",
    "parcel": "package",
    "pelican": "goose",
    "phone": "mobile-phone",
    "photo": "framed-picture",
    "photograph": "framed-picture",
    "piano": "musical-keyboard",
    "picture": "framed-picture",
    "pipe": "",
    "pirate": "",
    "pistol": "water-pistol",
    "plane": "airplane",
    "plant": "potted-plant",
    "playing card": "joker",
    "plum": "peach",
    "pony": "horse",
    "postcard": "envelope",
    "present": "wrapped-gift",
    "pumpkin": "jack-o-lantern",
    "puppy": "dog",
    "queen": "princess",
    "race car": "racing-car",
    "raspberry": "strawberry",
    "raven": "blackbird",
    "recorder": "flute",
    "rhino": "rhinoceros",
    "rice": "cooked-rice",
    "river": "",
    "road": "motorway",
    "rubber duck": "baby-chick",
    "sandcastle": "castle",
    "sea": "water-wave",
    "sea lion": "seal",
    "sheep": "ewe",
    "shoe": "running-shoe",
    "skeleton": "skull",
    "skirt": "dress",
    "smartphone": "mobile-phone",
    "sneaker": "running-shoe",
    "snowboard": "",
    "snowman": "snowman-without-snow",
    "sock": "socks",
    "sofa": "couch-and-lamp",
    "spaceship": "rocket",
    "spanish flag": "flag-spain",
    "sports car": "racing-car",
    "square": "blue-square",
    "squirrel": "chipmunk",
    "stallion": "horse",
    "statue": "moai",
    "storefront": "convenience-store",
    "stork": "flamingo",
    "submarine": "",
    "surfer": "person-surfing",
    "suv": "sport-utility-vehicle",
    "sword": "dagger",
    "table": "",
    "tank": "",
    "tea": "teacup-without-handle",
    "teddy": "teddy-bear",
    "torch": "flashlight",
    "tower": "tokyo-tower",
    "toy": "teddy-bear",
    "traffic light": "vertical-traffic-light",
    "train": "locomotive",
    "treasure": "treasure-chest",
    "tree": "deciduous-tree",
    "truck": "delivery-truck",
    "tv": "television",
    "tyrannosaurus": "t-rex",
    "ufo": "flying-saucer",
    "uk flag": "flag-united-kingdom",
    "ukrainian flag": "flag-ukraine",
    "union jack": "flag-united-kingdom",
    "us flag": "flag-united-states",
    "usa flag": "flag-united-states",
    "van": "minibus",
    "wallet": "purse",
    "walnut": "chestnut",
    "walrus": "seal",
    "wave": "water-wave",
    "whale": "spouting-whale",
    "whistle": "",
    "wig": "",
    "windmill": "",
    "wine": "wine-glass",
    "witch": "woman-mage",
    "wizard": "man-mage",
    "x": "",
    "yacht": "sailboat",
    "yoyo": "yo-yo",
}


# Kinds of what is drawn, by the drawing that shows them.
_KINDS: Final = {
    "bird": "sparrow robin finch canary bluebird cardinal wren swallow nightingale hummingbird "
    "kingfisher woodpecker seagull gull tit",
    "eagle": "hawk falcon vulture buzzard condor",
    "dove": "pigeon",
    "horse": "mare stallion pony foal colt mustang thoroughbred",
    "deer": "stag doe reindeer fawn elk gazelle antelope",
    "ewe": "sheep lamb",
    "fish": "salmon trout carp tuna cod goldfish bass herring",
    "butterfly": "moth",
    "lady-beetle": "ladybug ladybird",
    "honeybee": "bee bumblebee wasp hornet",
    "cricket": "grasshopper locust",
    "t-rex": "dinosaur tyrannosaurus velociraptor raptor",
    "sauropod": "brontosaurus brachiosaurus diplodocus",
    "crocodile": "alligator caiman",
    "turtle": "tortoise",
    "lizard": "gecko iguana salamander chameleon newt",
    "snake": "python cobra viper serpent",
    "llama": "alpaca",
    "leopard": "cheetah jaguar panther puma cougar lynx",
    "gorilla": "ape chimpanzee chimp",
    "blossom": "daisy marigold lily primrose buttercup",
    "airplane": "glider biplane",
    "bicycle": "bike tricycle",
    "motorcycle": "motorbike moped",
    "guitar": "ukulele lute mandolin bass",
    "violin": "cello viola fiddle",
}


def normal(text: str) -> str:
    """Case, hyphens and curly quotes taken out of the comparison."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("\u2019", "'")
    return " ".join(text.translate(_SEPARATORS).split())


def spellings(noun: str) -> Iterator[tuple[str, ...]]:
    """Spellings of the noun, then of simpler words for it, from the closest to the loosest."""
    name = normal(noun)
    if not name:
        return
    yield name, singular(name)
    container, of, content = name.partition(" of ")
    if of:
        yield (f"{container} {content}",)
        parts = (content, container) if singular(container) in PARTITIVES else (container, content)
        yield from ((part, singular(part)) for part in parts)
    words = name.split()
    for first in range(1, len(words)):
        rest = " ".join(words[first:])
        yield rest, singular(rest)


SYNONYMS.update({noun: slug for slug, nouns in _KINDS.items() for noun in nouns.split()})


def singular(noun: str) -> str:
    """The singular of an English noun, judged by its last word; a singular stays as it is."""
    head, space, last = noun.rpartition(" ")
    return f"{head}{space}{_singular_word(last)}"


def _singular_word(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, replacement in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + replacement
    if word.endswith("s") and not word.endswith(_NOT_PLURAL) and len(word) > 3:
        return word[:-1]
    return word
