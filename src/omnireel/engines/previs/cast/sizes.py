"""How tall things are, in metres: as in life, but small ones big enough to be seen."""

from collections.abc import Mapping
from typing import Final

from omnireel.engines.previs.art.pack import Drawing

FACTORS: Final[Mapping[str, float]] = {
    "microscopic": 0.25,
    "tiny": 0.4,
    "mini": 0.5,
    "miniature": 0.4,
    "small": 0.65,
    "little": 0.65,
    "short": 0.7,
    "tall": 1.4,
    "big": 1.5,
    "large": 1.5,
    "long": 1.3,
    "huge": 2.4,
    "giant": 3.0,
    "gigantic": 3.5,
    "enormous": 3.0,
    "colossal": 4.0,
}
_FALLBACK: Final = 0.5
_GROUPS: Final[Mapping[str, float]] = {
    "smileys-emotion": 0.5,
    "people-body": 1.7,
    "symbols": 0.6,
    "flags": 0.7,
}
_SUBGROUPS: Final[Mapping[str, float]] = {
    "animal-mammal": 0.8,
    "animal-bird": 0.35,
    "animal-amphibian": 0.14,
    "animal-reptile": 0.4,
    "animal-marine": 0.5,
    "animal-bug": 0.12,
    "plant-flower": 0.35,
    "plant-other": 0.45,
    "food-fruit": 0.12,
    "food-vegetable": 0.15,
    "food-prepared": 0.15,
    "food-asian": 0.14,
    "food-sweet": 0.16,
    "drink": 0.18,
    "dishware": 0.22,
    "place-map": 0.4,
    "place-geographic": 8.0,
    "place-building": 7.0,
    "place-religious": 8.0,
    "place-other": 4.0,
    "transport-ground": 1.6,
    "transport-water": 2.5,
    "transport-air": 3.0,
    "hotel": 0.6,
    "time": 0.3,
    "sky-weather": 1.2,
    "event": 0.4,
    "award-medal": 0.3,
    "sport": 0.35,
    "game": 0.3,
    "arts-crafts": 0.45,
    "clothing": 0.5,
    "sound": 0.3,
    "music": 0.35,
    "musical-instrument": 0.7,
    "phone": 0.16,
    "computer": 0.4,
    "light-video": 0.3,
    "book-paper": 0.25,
    "money": 0.2,
    "mail": 0.3,
    "writing": 0.2,
    "office": 0.3,
    "lock": 0.2,
    "tool": 0.4,
    "science": 0.45,
    "medical": 0.25,
    "household": 0.5,
    "other-object": 0.8,
    "hand-fingers-open": 0.3,
    "hand-fingers-partial": 0.3,
    "hand-single-finger": 0.3,
    "hand-fingers-closed": 0.3,
    "hands": 0.3,
    "hand-prop": 0.3,
    "body-parts": 0.3,
}
_WORDS: Final = """
monkey 0.6 gorilla 1.6 orangutan 1.2 dog 0.55 guide-dog 0.6 service-dog 0.6 poodle 0.5 wolf 0.7
fox 0.45 raccoon 0.4 cat 0.34 black-cat 0.34 lion 1.0 tiger 0.95 leopard 0.8 horse 1.75 moose 1.6
donkey 1.2 unicorn 1.6 zebra 1.4 deer 1.4 bison 1.7 ox 1.5 water-buffalo 1.6 cow 1.45 pig 0.75
boar 0.8 ram 0.95 ewe 0.9 goat 0.85 camel 2.1 two-hump-camel 2.1 llama 1.6 giraffe 4.2
elephant 2.8 mammoth 3.2 rhinoceros 1.7 hippopotamus 1.5 mouse 0.16 rat 0.18 hamster 0.16
rabbit 0.35 chipmunk 0.24 beaver 0.45 hedgehog 0.2 bat 0.3 bear 1.3 polar-bear 1.4 koala 0.6
panda 1.0 sloth 0.7 otter 0.5 skunk 0.4 kangaroo 1.5 badger 0.4 turkey 0.9 chicken 0.45
rooster 0.55 hatching-chick 0.2 baby-chick 0.16 front-facing-baby-chick 0.16 bird 0.26 penguin 0.8
dove 0.3 eagle 0.6 duck 0.4 swan 0.8 owl 0.4 dodo 0.9 flamingo 1.2 peacock 1.1 parrot 0.4
blackbird 0.28 goose 0.7 phoenix-bird 1.6 crocodile 1.2 turtle 0.4 lizard 0.3 snake 0.7
dragon 2.6 dragon-face 1.2 sauropod 5.0 t-rex 4.0 spouting-whale 3.5 whale 3.2 dolphin 1.4 orca 3.0
seal 0.9 fish 0.4 tropical-fish 0.3 blowfish 0.35 shark 1.6 octopus 0.8 squid 0.8 lobster 0.35
crab 0.25 shrimp 0.2 snail 0.16 butterfly 0.22 monarch-butterfly 0.22 bug 0.12 ant 0.1
honeybee 0.12 beetle 0.12 lady-beetle 0.12 spider 0.16 worm 0.14
evergreen-tree 5.0 deciduous-tree 4.5 palm-tree 5.0 christmas-tree 2.4 tanabata-tree 2.5 cactus 1.4
potted-plant 0.7 bouquet 0.4 sunflower 0.9 rose 0.45 mushroom 0.16 pine-decoration 1.0
watermelon 0.25 pineapple 0.3 jack-o-lantern 0.35 birthday-cake 0.3 shortcake 0.16 pizza 0.25
bread 0.16 hamburger 0.14 popcorn 0.25 honey-pot 0.25 pot-of-food 0.25 bottle-with-popping-cork 0.34
mountain 14 snow-capped-mountain 16 volcano 15 mount-fuji 16 desert-island 5 fountain 2.2 tent 2.2
house 5.5 house-with-garden 5.5 houses 6 derelict-house 5.5 hut 4 castle 11 japanese-castle 11
office-building 14 hospital 9 tokyo-tower 22 statue-of-liberty 16 stadium 9 ferris-wheel 12
carousel-horse 1.7 roller-coaster 10 circus-tent 6 moai 2.5 lighthouse 9 brick 0.12 rock 0.6
wood 0.35 snowman 1.6 snowman-without-snow 1.5 rainbow 6 tornado 6 cloud 1.6 sun 1.6 full-moon 1.6
star 0.6 glowing-star 0.6 fire 0.8 droplet 0.3 comet 1.5 ringed-planet 1.6 umbrella 0.9
snowflake 0.4
locomotive 3.6 train 3.4 bullet-train 3.2 high-speed-train 3.4 monorail 3.0 tram 3.3 metro 3.2
railway-car 3.4 tram-car 3.3 light-rail 3.2 bus 3.0 oncoming-bus 3.0 trolleybus 3.1 minibus 2.2
ambulance 2.4 fire-engine 3.0 police-car 1.6 taxi 1.6 automobile 1.5 oncoming-automobile 1.5
sport-utility-vehicle 1.8 pickup-truck 1.8 delivery-truck 3.0 articulated-lorry 3.6 tractor 2.6
racing-car 1.1 motorcycle 1.2 motor-scooter 1.15 manual-wheelchair 1.0 motorized-wheelchair 1.2
auto-rickshaw 1.8 bicycle 1.1 kick-scooter 1.1 skateboard 0.7 roller-skate 0.35 bus-stop 2.4
wheel 0.65 oil-drum 0.9 fuel-pump 1.7 police-car-light 0.2 stop-sign 2.2 construction 1.0
vertical-traffic-light 1.0 horizontal-traffic-light 0.4 anchor 1.2 ring-buoy 0.7 sailboat 4.0
canoe 0.7 speedboat 1.6 passenger-ship 8 ferry 6 motor-boat 2.2 ship 8 airplane 4.0
small-airplane 2.8 helicopter 3.2 rocket 4.5 flying-saucer 2.0 satellite 2.0 parachute 4.0 seat 1.1
luggage 0.65 balloon 0.45 wrapped-gift 0.35 teddy-bear 0.45 kite 0.9 soccer-ball 0.22 piata 0.5
 trophy 0.4 bullseye 0.8 game-die 0.2 chess-pawn 0.12 crystal-ball 0.25 yo-yo 0.1
nesting-dolls 0.2 sled 0.5 skis 1.0 goal-net 2.0 boxing-glove 0.3 bowling 0.4 fishing-pole 1.6
top-hat 0.25 crown 0.2 ring 0.06 gem-stone 0.12 dress 1.1 backpack 0.5 handbag 0.35 umbrella 0.9
violin 0.62 guitar 1.0 banjo 0.9 trumpet 0.5 trombone 0.9 saxophone 0.75 harp 1.6 drum 0.4
long-drum 0.6 flute 0.6 accordion 0.4 musical-keyboard 1.0 maracas 0.28 radio 0.25 microphone 0.25
laptop 0.3 desktop-computer 0.5 television 0.7 keyboard 0.15 camera 0.16 movie-camera 1.4
light-bulb 0.14 candle 0.25 red-paper-lantern 0.4 books 0.3 closed-book 0.25
coin 0.12 treasure-chest 0.6 package 0.4 postbox 1.3 pencil 0.2 scissors 0.2 key 0.14 hammer 0.35
axe 0.6 ladder 2.4 shovel 1.1 telescope 1.2 door 2.1 window 1.3 mirror 0.8 bed 0.9 chair 0.9
couch-and-lamp 1.2 toilet 0.8 bathtub 0.7 shower 2.2 broom 1.3 bucket 0.35 shopping-cart 1.0
coffin 1.9 headstone 1.0 robot 0.7 alien-monster 0.7 alien 0.5 ghost 0.9 pile-of-poo 0.3 skull 0.25
puzzle-piece 0.2 magnet 0.2 gear 0.3 bomb 0.3 shield 0.7 dagger 0.6 bow-and-arrow 1.2 toolbox 0.3
red-heart 0.35 jar 0.2 amphora 0.7 hourglass-done 0.25 alarm-clock 0.16 mantelpiece-clock 0.35
red-apple 0.11 green-apple 0.11 banana 0.16 cherries 0.1 strawberry 0.08 grapes 0.16
"""


def _table() -> Mapping[str, float]:
    words = _WORDS.split()
    return {slug: float(height) for slug, height in zip(words[::2], words[1::2], strict=True)}


_HEIGHTS: Final = _table()


def height_of(drawing: Drawing) -> float:
    """How tall what the drawing shows is, in metres."""
    known = _HEIGHTS.get(drawing.slug)
    if known is not None:
        return known
    return _SUBGROUPS.get(drawing.subgroup, _GROUPS.get(drawing.group, _FALLBACK))


def factor_of(size: str) -> float:
    """How many times its normal height a member of this size is; 1 for a size nobody knows."""
    return FACTORS.get(size.casefold(), 1.0)
