"""The closed classes: determiners, numerals, pronouns, prepositions, conjunctions, auxiliaries."""

DETERMINERS = frozenset(
    "a an the this that these those some any each every another no either neither".split()
)
DEFINITE = frozenset("the this that these those".split())
POSSESSIVES = frozenset("my your his her its our their".split())

NUMERALS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen"
        " sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "dozen": 12, "single": 1}

QUANTIFIERS = {
    "few": 3,
    "several": 5,
    "many": 8,
    "some": 3,
    "both": 2,
    "lots": 8,
    "multiple": 4,
} | {
    "countless": 20,
    "numerous": 8,
    "various": 4,
    "plenty": 8,
    "hundreds": 30,
    "thousands": 40,
    "dozens": 24,
    "tons": 12,
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "other": 2}

# Pronoun: what it can stand for (person, thing, any) and whether it is plural.
PRONOUNS = {
    "he": "man", "him": "man", "himself": "man", "she": "woman", "herself": "woman",
    "it": "thing", "itself": "thing", "they": "any", "them": "any", "themselves": "any",
    "someone": "new", "somebody": "new", "everyone": "any", "everything": "any", "one": "any",
    "i": "new", "me": "new", "we": "new", "us": "new", "you": "new", "each other": "any",
}  # fmt: skip

# Multi-word prepositions first (longest match), as they are written; value is the canonical form.
PREPOSITIONS = {
    "on the left side of": "left of", "to the left side of": "left of", "on the left of": "left of",
    "on the left hand side of": "left of", "on the right hand side of": "right of",
    "to the left of": "left of", "left of": "left of", "on the right side of": "right of",
    "to the right side of": "right of", "on the right of": "right of",
    "to the right of": "right of",
    "right of": "right of", "on the top of": "on", "on top of": "on", "atop": "on",
    "at the top of": "on",
    "on the bottom of": "under", "at the bottom of": "under", "at the foot of": "near",
    "in front of": "in front of", "in the front of": "in front of", "in back of": "behind",
    "at the back of": "behind", "next to": "next to", "close to": "near", "near to": "near",
    "in the middle of": "in", "in the center of": "in", "in the centre of": "in",
    "in the midst of": "in",
    "in the heart of": "in", "at the edge of": "at", "on the edge of": "on", "at the end of": "at",
    "on the side of": "next to", "by the side of": "next to", "in the shade of": "under",
    "out of": "out of",
    "outside of": "outside", "inside of": "in", "away from": "away from",
    "because of": "because of",
    "instead of": "without", "along with": "with", "together with": "with",
    "surrounded by": "among",
    "covered in": "covered", "covered with": "covered", "covered by": "covered",
    "filled with": "containing",
    "full of": "containing", "made of": "made of", "made from": "made of", "made out of": "made of",
    "dressed in": "wearing", "dressed as": "dressed as", "up to": "to",
    "across from": "in front of",
    "opposite": "in front of", "facing": "facing", "against the backdrop of": "in",
    "on board": "in",
    "over to": "to", "back to": "to", "up into": "into", "down into": "into", "on to": "onto",
    "high above": "above", "from behind": "behind", "at the side of": "next to",
    "on the back of": "on", "off of": "off",
    "on": "on", "onto": "onto", "upon": "on", "in": "in", "inside": "in", "within": "in",
    "into": "into",
    "under": "under", "underneath": "under", "beneath": "under", "below": "under", "above": "above",
    "over": "over", "behind": "behind", "beside": "next to", "besides": "next to", "near": "near",
    "by": "by", "between": "between", "among": "among", "amongst": "among", "amid": "among",
    "amidst": "among",
    "with": "with", "without": "without", "at": "at", "to": "to", "toward": "toward",
    "towards": "toward",
    "from": "from", "through": "through", "across": "across", "along": "along", "around": "around",
    "round": "around", "past": "past", "off": "off", "down": "down", "up": "up",
    "against": "against",
    "after": "after", "before": "before", "during": "during", "for": "for", "about": "about",
    "like": "like",
    "as": "as", "of": "of", "via": "through", "throughout": "in", "aboard": "in",
    "alongside": "next to",
    "outside": "outside", "beyond": "behind", "atop of": "on", "nearby": "near", "such as": "with",
    "towering over": "above", "than": "than",
    "versus": "against", "vs": "against", "wearing": "wearing", "per": "for", "despite": "despite",
}  # fmt: skip

# Prepositions of where something stands, which rather speak of a thing than of what is on it.
STANDING = frozenset({"on", "under", "next to", "near", "in front of", "behind", "by", "at"})

LEVEL = frozenset(
    {"next to", "near", "by", "among"}
)  # of these, who shares a table needs no saying

# Ways to stand together: said of a group, no members themselves.
FORMATIONS = frozenset(
    """side by side,in a row,in rows,in a line,in line,in a circle,in circles,in a queue,in single
    file,in formation,in pairs,in a group,in a triangle,in a semicircle,in a ring,hand in hand,arm
    in arm,back to back,face to face,shoulder to shoulder,one by one,one after another,in unison,
    in sync,nose to nose,cheek to cheek""".replace("\n    ", " ")
    .replace(", ", ",")
    .split(",")
)

PARTICLES = frozenset(
    "up down in out off away back over around along together forward forwards backward"
    " backwards apart"
    " by through on aside upward upwards downward downwards home past".split()
)

CONJUNCTIONS = frozenset("and or but & plus nor".split())
SUBORDINATORS = frozenset(
    "how why what while whilst as when whenever where because although though until if since so"
    " once".split()
)
RELATIVES = frozenset("that who which whom whose".split())
SEQUENCE = frozenset("then afterwards afterward next finally later eventually subsequently".split())
MODALS = frozenset("can could will would shall should may might must 'll cannot".split())
BE = frozenset("be is are am was were been being 's 're 'm".split())
HAVE = frozenset("have has had having".split())
DO = frozenset("do does did".split())
NEGATIONS = frozenset("not never n't".split())

ADVERBS = frozenset(
    """very too quite rather really slightly extremely so just only also still always often
    sometimes again
    suddenly together alone fast hard high low far away here there everywhere outdoors indoors
    outside inside
    upstairs downstairs overhead underwater nearby ahead abroad forward backward left right well
    almost already
    even ever soon now today tonight tomorrow everywhere somewhere straight upright barefoot quickly
    apart
    clockwise counterclockwise sideways side-by-side upside-down happily in-place meanwhile
    simultaneously
    half mid-air midair anymore perhaps maybe instead otherwise however nonstop non-stop endlessly
    gently softly""".split()
)

# Adverbs of place and the setting they mean.
PLACE_ADVERBS = {
    "outdoors": "meadow",
    "outside": "meadow",
    "indoors": "living room",
    "inside": "room",
    "underwater": "underwater",
    "upstairs": "bedroom",
    "downstairs": "living room",
}

# Fillers with no content of their own: never unmet.
STOP_WORDS = frozenset(
    """a an the of and or to in on at by for with from as is are be it its this that there then
    so very
    who which while when up down out off into onto over under his her their my your our also just
    only not
    some any each every his him she he they them i you we us me etc et al""".split()
)

GROUPS = {
    "group": 5, "crowd": 14, "herd": 6, "flock": 8, "pack": 5, "school": 8, "swarm": 12, "team": 6,
    "couple": 2, "pair": 2, "trio": 3, "row": 5, "line": 5, "army": 16, "family": 4, "band": 4,
    "gang": 5,
    "bunch": 5, "set": 4, "series": 4, "number": 5, "lot": 8, "dozen": 12, "cluster": 5,
    "collection": 6,
    "colony": 10, "litter": 4, "pride": 4, "fleet": 6, "stack": 4, "pile": 6, "rows": 8,
    "handful": 4,
    "duo": 2, "troop": 6, "array": 6, "variety": 5, "procession": 8, "convoy": 4, "circle": 6,
    "sea": 16,
    "field": 16, "forest": 16, "shower": 10, "cloud": 12, "swirl": 8, "string": 5, "chain": 6,
    "heap": 6, "caravan": 6, "parade": 8, "squad": 5, "stampede": 12, "pod": 5, "train": 6,
}  # fmt: skip

# Pieces: "a slice of pizza" is pizza.
PORTIONS = frozenset(
    "slice piece loaf drop scoop bit chunk lump grain sheet strip ball block blade splash puff"
    " trail bar"
    " stream ray beam glimpse pair stalk head clove burst cloud kind type sort sprig stick"
    " layer coat".split()
)
CONTAINERS = frozenset(
    "cup glass bowl bottle jar box basket bag plate bucket pot mug can tray vase tank pitcher"
    " jug barrel"
    " crate sack dish teacup goblet carton tin pan pool flask tub saucer".split()
)
# Places where "of" names a part or an aspect: the noun after it carries the meaning.
ASPECTS = frozenset(
    "sense touch feeling atmosphere view views sight image picture video shot photo footage"
    " clip scene"
    " front back top bottom side middle center centre edge end corner rest part parts half surface"
    " beauty tableau portrait rendition depiction depictions footage close-up closeup aerial"
    " film movie animation".split()
)
# Heads that are not things to be seen: they are remarks about the clip or about ideas.
ABSTRACTS = frozenset(
    """way time moment day sense feeling beauty symbol passage life death love world era age
    history mystery
    speed sound silence music noise story journey adventure dream idea thought memory hope fear joy
    peace
    freedom power energy nature style effect detail details quality mood atmosphere ambience vibe
    tone color
    colour colors colours background foreground distance air direction motion movement action
    activity expression
    behavior pattern style texture shape size perspective angle focus view light lighting shadow
    shadows
    contrast composition palette theme touch charm elegance grace serenity tranquility comfort haven
    ambiance
    contemplation reflection testament glimpse backdrop routine work job task game party event
    ceremony
    competition match show performance presentation conversation discussion meeting lesson sunlight
    moonlight
    daylight starlight sunshine darkness heat warmth chill breeze wind gust turn side part place
    thing things
    something anything nothing everything kind sort type lot bit rest beginning end middle center
    order pace
    rhythm beat top bottom edge scent scents smell fun sync slow-motion timelapse frame second
    seconds minute
    minutes hour hours am pm self traffic legacy gear mode shade celebration festival party
    future past culture technology civilization era relic air freedom kind ground soil horizon
    surface depth text caption subtitle line""".split()
)

# Adverbials that say where in the frame something is.
FRAME_PLACES = {
    "in the background": "behind", "in background": "behind", "in the distance": "behind",
    "far away": "behind",
    "in the foreground": "front", "in foreground": "front", "on the left": "left",
    "on the right": "right",
    "on the left side": "left", "on the right side": "right", "in the middle": "center",
    "in the center": "center",
    "in the centre": "center", "to the left": "left", "to the right": "right",
    "at the center": "center",
    "on the left hand side": "left", "on the right hand side": "right", "overhead": "above",
}  # fmt: skip

# People who come as a group without an "of".
PARTIES = {
    "couple": 2, "family": 4, "crowd": 14, "team": 6,
    "audience": 12, "duo": 2, "trio": 3, "group": 5,
} | {
    "army": 16, "orchestra": 12, "quartet": 4, "gang": 5, "people": 3, "twins": 2, "band": 4,
    "class of students": 8,
}  # fmt: skip

# "takes a walk" is walking: light verbs, and what the noun after them means.
LIGHT_VERBS = frozenset(
    "take have give enjoy do make go perform practice hold tell cast crack utter deliver".split()
)
DEVERBAL = {
    noun: noun
    for noun in """walk run jog swim ride nap dance stroll hike shower bow jump look drink bite
    sip rest
    dive kiss hug smile laugh wave spin flip cartwheel somersault handstand""".split()
} | {
    "bath": "bathe", "presentation": "present", "speech": "speak", "conversation": "talk",
    "discussion": "discuss",
    "photo": "photograph", "selfie": "photograph", "picture": "photograph",
    "photograph": "photograph", "talk": "talk",
    "performance": "perform", "massage": "massage", "backflip": "flip", "push-up": "exercise",
    "pushup": "exercise",
    "laundry": "wash", "dish": "wash", "homework": "study", "exercise": "exercise", "meal": "eat",
    "picnic": "eat",
    "squat": "squat", "headstand": "balance", "makeup": "apply", "breakdance": "dance",
    "trick": "jump", "story": "talk", "tale": "talk", "joke": "talk", "anecdote": "talk",
    "secret": "whisper", "spell": "cast", "wish": "wish", "promise": "speak", "toast": "cheer",
    "phone call": "talk", "call": "talk", "lecture": "speak", "sermon": "speak", "song": "sing",
    "pose": "pose", "snapshot": "photograph", "prayer": "pray", "turn": "turn", "breath": "breathe",
    "curtsy": "curtsy", "salute": "salute", "peek": "look", "glance": "look", "run-up": "run",
}  # fmt: skip
# What is said or wished, not seen.
UTTERED = frozenset("secret story tale joke wish spell prayer lullaby rumor question".split())
ACTIVITIES = frozenset(
    "yoga tai-chi archery aerobics karate judo gymnastics ballet taekwondo kung-fu pilates"
    " parkour boxing fencing"
    " meditation tai chi laundry zumba crossfit calligraphy pottery magic sports".split()
)

# Ideas have these endings; an unknown noun that ends so is no thing to be put on set.
IDEA_ENDINGS = ("tion", "sion", "ness", "ment", "ity", "ism", "ance", "ence", "ship", "hood", "dom")
# Abstract words that say nothing by themselves: not worth a report.
FILLERS = frozenset(
    """way time moment day side part place thing things something anything nothing everything
    kind sort type lot
    bit rest beginning end middle center background foreground distance air direction style effect
    detail details
    quality top bottom edge order second seconds minute minutes hour hours frame am pm self life
    world view focus
    light lighting shadow shadows sunlight moonlight daylight starlight sunshine heat shade color
    colour colors
    colours motion movement action mode gear camera ground soil horizon surface depth""".split()
)

# Bodies that look like something else, and what they are made of: "a statue of a lion".
LIKENESSES = {
    "statue": "stone", "sculpture": "stone", "figurine": "ceramic", "model": "",
    "replica": "", "bust": "stone",
} | {
    "hologram": "", "toy": "", "doll": "", "costume": "", "silhouette": "",
}  # fmt: skip

# What places are full of: there it is no thing of its own.
STUFF = {
    "water": frozenset(
        "sea lake river beach underwater harbor island waterfall swamp fountain".split()
    ) | {"swimming pool", "indoor pool"},
    "sand": frozenset({"beach", "desert", "island"}),
    "ice": frozenset({"snowfield"}),
    "grass": frozenset({"meadow", "park", "garden", "savanna", "farm"}),
}  # fmt: skip

# Parts of a place: any place named besides says more.
VAGUE_PLACES = frozenset("corner floor platform track hallway corridor square lane class".split())

# What is inside a building that somebody is in.
INTERIORS = {
    word: setting
    for setting, words in {
        "living room": "house cottage hut cabin villa bungalow mansion treehouse farmhouse igloo",
        "throne room": "castle palace fortress chateau",
        "church interior": "church cathedral chapel temple monastery mosque",
        "room": "barn shed stable building skyscraper tower lighthouse windmill greenhouse",
    }.items()
    for word in words.split()
}
