"""Adjectives by what they say of a thing: colour, size, material, or any other quality."""

COLORS = {
    word: color
    for color, words in {
        "red": "red scarlet crimson reddish",
        "dark red": "maroon burgundy",
        "orange": "orange ginger tangerine",
        "yellow": "yellow yellowish",
        "green": "green greenish",
        "lime": "lime",
        "olive": "olive",
        "teal": "teal",
        "turquoise": "turquoise",
        "cyan": "cyan aqua",
        "blue": "blue bluish azure cobalt",
        "navy": "navy",
        "indigo": "indigo",
        "purple": "purple",
        "violet": "violet",
        "lavender": "lavender lilac",
        "pink": "pink",
        "magenta": "magenta fuchsia",
        "brown": "brown chestnut",
        "beige": "beige cream",
        "tan": "tan",
        "black": "black",
        "white": "white",
        "gray": "gray grey",
        "rainbow": "multicolored multicoloured rainbow colorful colourful rainbow-colored",
        "gold": "golden",
        "silver": "silvery",
    }.items()
    for word in words.split()
}

SHADES = frozenset(
    "dark light bright pale deep vivid pastel neon vibrant soft warm cool dusty rich".split()
)

SIZES = {
    word: size
    for size, words in {
        "tiny": "tiny teeny miniature minuscule mini microscopic pocket-sized itty-bitty",
        "small": "small little petite short compact",
        "large": "large big bigger tall long oversized sizable grand",
        "giant": "giant huge enormous gigantic massive colossal immense towering monumental"
        " titanic",
    }.items()
    for word in words.split()
}

MATERIALS = {
    word: material
    for material, words in {
        "wood": "wooden wood timber oaken mahogany bamboo",
        "glass": "glass glassy",
        "metal": "metal metallic steel iron aluminum aluminium tin chrome",
        "gold": "gold gilded golden",
        "silver": "silver",
        "bronze": "bronze brass copper",
        "stone": "stone rocky granite sandstone limestone cobblestone",
        "marble": "marble",
        "brick": "brick",
        "concrete": "concrete cement",
        "plastic": "plastic lego",
        "rubber": "rubber",
        "paper": "paper cardboard papercraft origami",
        "leather": "leather",
        "fabric": "fabric cloth cotton silk velvet linen denim satin lace",
        "wool": "wool woolen woollen knitted felt plush",
        "yarn": "yarn",
        "ceramic": "ceramic porcelain clay terracotta earthenware",
        "crystal": "crystal diamond",
        "ice": "ice icy",
        "snow": "snow",
        "sand": "sand",
        "cheese": "cheese",
        "chocolate": "chocolate",
        "candy": "candy gingerbread",
        "wax": "wax",
        "straw": "straw wicker",
        "water": "liquid",
        "smoke": "smoke",
        "fire": "fiery",
        "mirror": "mirrored reflective",
        "fur": "furry",
    }.items()
    for word in words.split()
}

# Other qualities, so that they are not taken for nouns when nothing follows them.
QUALITIES = frozenset(
    """
young old elderly aged middle-aged teenage baby adult ancient new modern futuristic vintage retro
antique
medieval gothic victorian classical rustic traditional historic tropical wild domestic stray lonely
alone
fluffy furry fuzzy hairy shaggy bald scaly feathered spotted striped plaid checkered patterned
floral smooth
rough shiny glossy matte polished sparkling glittering transparent translucent clear opaque
iridescent holographic
glowing luminous radiant bright dark dim vivid vibrant pale soft hard sharp blunt round square flat
curved
straight crooked broken cracked rusty dusty dirty muddy clean fresh rotten ripe wet dry damp frozen
hot cold warm
cool empty full open closed heavy thin thick fat slim skinny chubby muscular strong weak slender
plump
beautiful pretty cute adorable lovely gorgeous handsome ugly elegant graceful majestic magnificent
exquisite
happy sad angry scared surprised confused bored tired sleepy excited curious shy proud nervous
serious cheerful
joyful playful lazy busy calm peaceful gentle friendly fierce brave mysterious magical mystical
enchanted
haunted spooky scary creepy eerie evil holy sacred royal rich poor fancy fashionable stylish casual
formal
delicious tasty sweet spicy sour fried baked roasted grilled steaming melted juicy creamy sliced
fast slow quick rapid sudden steady loud quiet silent noisy wooden rocky sandy grassy leafy mossy
snowy rainy
sunny cloudy foggy misty stormy windy icy rural urban suburban coastal remote hidden secret
abandoned deserted
crowded quaint cozy cosy spacious narrow wide deep shallow high low distant nearby endless infinite
electric electronic mechanical robotic digital virtual animated cartoon realistic real fake toy
blonde blond brunette redheaded bearded tattooed barefoot naked masked armored winged horned
mythical legendary
lifelike detailed intricate ornate simple plain delicate fragile sturdy solid hollow
fictional alien extraterrestrial cosmic lunar solar celestial underwater aerial
japanese chinese indian african american european french italian spanish mexican korean egyptian
roman greek
asian british english german russian arabic persian turkish nordic celtic hispanic caucasian latino
professional expert amateur skilled talented famous popular ordinary typical unusual strange weird
rare unique
serene tranquil picturesque scenic idyllic breathtaking stunning dramatic epic cinematic vast dense
lush
blooming withered wilted bare tall tiny solitary lone single left right front rear upper lower
central own other
same different various several whole entire complete ready late early final last next previous first
second third
bustling lively vacant ruined charming lavish luxurious opulent humble derelict desolate barren
fertile weathered
asleep awake alive dead upside-down half-open sunlit moonlit candlelit neon sun-drenched
delighted amazed worried jolly grumpy gloomy melancholic nostalgic romantic thoughtful pensive
determined focused
medium average normal loose tight crisp foamy bubbly powdery silky woolly rainy-day bushy curly wavy
spiky messy braided grilled enchanting whimsical surreal dreamy fantastical fantasy
""".split()
)

# Qualities a place keeps in its setting ("futuristic city"); others are mood or light.
CHARACTERS = frozenset(
    """futuristic medieval abandoned ancient ruined haunted alien magical enchanted victorian gothic
    japanese chinese retro industrial frozen burning flooded overgrown candy cartoon""".split()
)

# Words of praise and of craft: neither cast nor unmet.
META = frozenset(
    """highly detailed ultra hyper hyperrealistic hyper-realistic photorealistic photo-realistic
    realistic
    cinematic 4k 8k hd uhd hdr high-quality high-resolution high resolution quality masterpiece
    award-winning
    professional stunning beautiful best epic smooth steady video clip footage film movie scene
    image picture shot
    render rendering unreal engine octane professional-grade sharp crisp intricate details detail
    lifelike
    natural super very really extremely rich generate create make produce show please want would
    like me
    animation short sequence realism raw arri imax bokeh fps composition
    aesthetic visually striking polished""".split()
)
