"""Vehicles and things. A line is `sort hypernym: words`; see `nouns` for the sorts."""

VEHICLES = """
car: car, sedan, sports car, race car, racing car, taxi, cab, police car, limousine, suv, jeep
car: convertible, automobile, hatchback, electric car, vintage car, go kart, rover, mars rover
car: buggy
truck: truck, pickup truck, lorry, fire truck, fire engine, dump truck, garbage truck, van, minivan
truck: food truck, ambulance, camper van, tow truck, delivery truck, tank truck, semi truck, caravan
bus: bus, school bus, double-decker bus, minibus, trolleybus, coach
train: train, steam train, locomotive, tram, subway train, bullet train, metro train, monorail
train: streetcar, cable car, steam locomotive, freight train, railcar
bicycle: bicycle, bike, mountain bike, tricycle, unicycle, tandem
motorcycle: motorcycle, motorbike, scooter, moped, vespa, harley, dirt bike
airplane: airplane, plane, aeroplane, aircraft, jet, fighter jet, biplane, glider, airliner
airplane: seaplane
helicopter: helicopter, chopper
rocket: rocket, spaceship, spacecraft, space shuttle, starship, satellite, space station
rocket: lunar module
flying saucer: flying saucer, ufo
hot air balloon: hot air balloon, zeppelin, blimp, airship
boat: boat, sailboat, rowboat, canoe, kayak, gondola, raft, dinghy, motorboat, speedboat, yacht
boat: fishing boat, paddle boat, ferry, jet ski
ship: ship, cruise ship, pirate ship, cargo ship, sailing ship, submarine, warship, aircraft carrier
tractor: tractor, bulldozer, excavator, forklift, combine harvester, crane truck, tank
wheelchair: wheelchair, stroller, rickshaw, carriage, wagon, sled, sleigh, chariot, shopping cart
wheelchair: cart
drone: drone, quadcopter
"""

THINGS = """
thing ball: ball, football, soccer ball, basketball, tennis ball, beach ball, volleyball
thing ball: bowling ball
thing ball: sports ball, golf ball, baseball, ping pong ball, rugby ball, snowball, bouncy ball, orb
thing ball: marble, sphere, bead, pearl, cannonball, disco ball, crystal ball, glass ball, fireball
thing toy: toy, teddy bear, teddy, doll, puppet, balloon, kite, yo-yo, spinning top, top, frisbee
thing toy: domino, dice, die, puzzle, rubik's cube, lego, toy brick, block, building block, slinky
thing toy: rubber duck, rubber duckie, toy car, toy train, toy robot, action figure, plush
thing toy: stuffed animal
thing toy: pinwheel, rattle, jigsaw puzzle, chess piece, chess board, chessboard, board game
thing toy: playing card, card, lantern toy, bubble, soap bubble, confetti, streamer, pinata
thing robot: robot, android, cyborg, automaton, mech, machine
thing track: track, ramp, rail, railing, slide, marble run, racetrack, conveyor belt, seesaw, lever
thing track: pulley, gear, cog, spring coil, pendulum, funnel, chute, loop, rail track, train track
furniture chair: chair, armchair, stool, throne, rocking chair, office chair, bench, park bench, pew
furniture couch: couch, sofa, loveseat, ottoman, bean bag, futon, daybed
furniture table: table, dining table, desk, coffee table, workbench, counter, nightstand, countertop
furniture table: kitchen table, turntable, pedestal, podium, altar, picnic table
furniture bed: bed, crib, bunk bed, hammock, cradle, mattress
furniture shelf: shelf, bookshelf, bookcase, cabinet, cupboard, wardrobe, closet, drawer, dresser
furniture rug: rug, carpet, mat, doormat, yoga mat, blanket, quilt, pillow, cushion, towel, curtain
furniture lamp: lamp, floor lamp, desk lamp, chandelier, lantern, candle, candlestick, light bulb
furniture lamp: torch, flashlight, spotlight, street lamp, streetlamp, lamppost, streetlight
furniture lamp: lightbulb
furniture lamp: christmas light, neon light, neon sign, string light, headlight, light, candelabra
furniture mirror: mirror, picture frame, painting, poster, photo, photograph, portrait painting
furniture mirror: canvas
furniture door: door, gate, window, windowsill, window sill, doorway, archway, fireplace, chimney
furniture door: staircase, stair, ladder, escalator, elevator, fence, wall, pillar, column, arch
furniture door: roof
furniture appliance: tv, television, oven, stove, microwave, refrigerator, fridge, toaster, sink
furniture appliance: toilet, bathtub, shower, washing machine, dishwasher, blender, kettle
furniture appliance: coffee maker
furniture appliance: fan, air conditioner, radiator, vacuum cleaner, vacuum, hair drier, hair dryer
furniture appliance: heater, sewing machine, iron, freezer, coffee machine, faucet, tap
furniture appliance: espresso machine
device phone: phone, telephone, cell phone, mobile phone, smartphone, cellphone, rotary phone
device computer: computer, laptop, keyboard, computer mouse, monitor, screen, tablet, printer
device computer: server, hologram, joystick, controller, game controller, remote, remote control
device computer: headset, headphones, earphones, microphone, speaker box, radio, camera, camcorder
device computer: projector, typewriter, calculator, vr headset, record player, gramophone, jukebox
device computer: cassette, floppy disk, video game, television set, walkie-talkie, cd, vinyl record
device clock: clock, watch, alarm clock, grandfather clock, stopwatch, hourglass, sundial, compass
device clock: pocket watch, metronome, thermometer, scale, timer, wall clock
thing container: box, cardboard box, gift box, gift, present, chest, treasure chest, crate, barrel
thing container: basket, bag, handbag, purse, backpack, suitcase, briefcase, luggage, wallet, sack
thing container: bucket, pail, jar, can, tin, pot, flowerpot, flower pot, trash can, bin, mailbox
thing container: envelope, package, parcel, cage, birdcage, aquarium tank, fish tank, watering can
thing container: tote bag, shopping bag, lunch box, snow globe, urn, cauldron, chalice, dustbin
kitchen cup: cup, mug, teacup, coffee cup, glass, wine glass, goblet, tumbler, paper cup, coffee mug
kitchen cup: bottle, wine bottle, water bottle, flask, thermos, pitcher, jug, teapot, vase, beaker
kitchen bowl: bowl, plate, dish, saucer, tray, platter, pan, frying pan, wok, saucepan
kitchen bowl: cutting board
kitchen spoon: spoon, fork, knife, chopsticks, spatula, ladle, whisk, teaspoon, cutlery, rolling pin
kitchen ashtray: ashtray, lighter, match, cigarette, cigar, pipe, candle holder, corkscrew
tool hammer: hammer, saw, screwdriver, wrench, drill, axe, ax, shovel, rake, hoe, pickaxe, pliers
tool hammer: nail, screw, bolt, rope, chain, hook, anchor, hose, ruler, scissors, tape, needle
tool hammer: thread
tool hammer: broom, mop, brush, paintbrush, paint brush, sponge, toothbrush, toothpaste, comb
tool hammer: hairbrush
tool hammer: razor, lipstick, perfume, soap, shampoo, umbrella, parasol, walking stick, cane, stick
tool hammer: pen, pencil, crayon, marker, eraser, chalk, quill, notebook, paintbrush, easel, palette
tool hammer: magnifying glass, telescope, microscope, binoculars, magnet, battery, syringe, pill
tool hammer: key
tool hammer: padlock, lock, bell, whistle, wand, magic wand, crystal, fishing rod, net, fishing net
tool hammer: hair tie, yarn, button, pin, paper clip, stapler, scarecrow, wheel, tire, engine
tool hammer: propeller
paper book: book, magazine, newspaper, letter, map, paper, postcard, paper plane, paper airplane
paper book: scroll, ticket, banknote, coin, credit card, diary, comic book, sticker, calendar
paper book: origami
paper book: textbook, document, certificate, photo album, paper boat, gold coin, money, dollar bill
weapon sword: sword, bow, bow and arrow, arrow, shield, spear, gun, rifle, pistol, cannon, dagger
weapon sword: lightsaber, katana, slingshot, boomerang, bomb, trident, whip, catapult, axe weapon
sport bat: baseball bat, baseball glove, tennis racket, racket, golf club, hockey stick, hockey puck
sport bat: skateboard, surfboard, snowboard, skis, ski pole, skate, roller skates, ice skates
sport bat: trophy
sport bat: medal, dumbbell, barbell, punching bag, boxing glove, trampoline, basketball hoop, goal
sport bat: swing, hula hoop, jump rope, bowling pin, dart, dartboard, badminton racket, shuttlecock
sport bat: beach umbrella, swing set, tent, parachute, paddle, oar, sail, lifebuoy, snorkel
sport bat: tightrope, hurdle, hoop, puck
street sign: sign, stop sign, street sign, traffic light, traffic sign, fire hydrant, parking meter
street sign: billboard, statue, sculpture, fountain, phone booth, telephone booth, bus stop, bollard
street sign: traffic cone, cone, barrier, flag, banner, monument, totem, scoreboard, signpost, well
street sign: carousel, carrousel, ferris wheel, roller coaster, playground slide, parking sign
street sign: number plate, license plate, label, plaque, mailbox, obelisk, storefront, signboard
street sign: kiosk
plant tree: tree, oak tree, pine tree, palm tree, oak, pine, willow, willow tree, birch, maple tree
plant tree: cherry tree, cherry blossom tree, christmas tree, apple tree, bonsai, fir tree, baobab
plant tree: olive tree
plant flower: flower, rose, tulip, sunflower, daisy, lily, orchid, lotus, cherry blossom, poppy
plant flower: lavender
plant flower: hibiscus, dandelion, bouquet, wildflower, blossom, petal, wreath, peony
plant flower: blooming flower
plant plant: plant, potted plant, houseplant, cactus, bush, shrub, fern, ivy, vine, bamboo, hedge
plant plant: leaf, grass blade, seedling, sprout, clover, four-leaf clover, seed, acorn, moss, reed
plant plant: mushroom, seaweed, coral, log, branch, twig, root, pinecone, hay bale, haystack, kelp
nature rock: rock, stone, boulder, pebble, gem, diamond, ruby, emerald, gemstone, fossil, stalactite
nature rock: shell, seashell, starfish, feather, bone, skull, egg shell, nest, bird nest, cobweb
nature rock: spider web, beehive, ice cube, icicle, snowflake, snowman, sandcastle, campfire
nature rock: bonfire
nature rock: fire, flame, smoke, spark, firework, explosion, bubble, droplet, raindrop, water drop
nature rock: wave, splash, puddle, waterfall, whirlpool, geyser, tornado, lightning bolt, rainbow
nature rock: meteor
nature rock: cloud, sun, moon, star, planet, comet, asteroid, galaxy, earth, globe, shooting star
nature rock: crater, stream, dust mote, sunbeam, ray, aurora, northern light, dust, ash, lava, ink
nature rock: meteorite, saturn, jupiter, black hole, nebula, milky way, iceberg, coral reef
nature rock: tumbleweed
"""

MORE_THINGS = """
food fruit: apple, banana, orange, pear, peach, plum, grape, grapes, cherry, strawberry, blueberry
food fruit: raspberry, lemon, lime, watermelon, melon, pineapple, mango, kiwi, coconut, avocado, fig
food fruit: fruit, tangerine, pomegranate, apricot, berry, papaya, grapefruit, cranberry
food fruit: dragon fruit
food vegetable: carrot, tomato, potato, onion, garlic, pepper, bell pepper, chili, cucumber
food vegetable: eggplant
food vegetable: broccoli, lettuce, cabbage, corn, pumpkin, pea, bean, radish, spinach, salad
food vegetable: vegetable
food vegetable: cauliflower, celery, asparagus, zucchini, ginger, olive, peanut, chestnut, nut
food vegetable: almond
food bread: bread, toast, croissant, baguette, bagel, pretzel, pancake, waffle, sandwich, burger
food bread: hamburger, hot dog, pizza, taco, burrito, pita, bun, muffin, cheeseburger, dumpling
food bread: loaf
food dish: soup, stew, pasta, spaghetti, noodle, ramen, rice, sushi, curry, omelette, omelet, fries
food dish: french fries, salad bowl, barbecue, kebab, popcorn, tofu, lasagna, chinese food, meal
food dish: food
food dish: sashimi, fried rice, breakfast, dinner, lunch, picnic, snack, meatball, rice ball, bento
food meat: meat, steak, bacon, sausage, ham, chicken leg, egg, fried egg, cheese, butter, drumstick
food dessert: cake, birthday cake, cupcake, pie, ice cream, ice cream cone, cookie, donut, doughnut
food dessert: chocolate, chocolate bar, candy, lollipop, honey, pudding, macaron, wedding cake
food dessert: jelly
food dessert: gingerbread, gingerbread man, marshmallow, cotton candy, brownie, sundae, popsicle
food dessert: jam
food dessert: candy cane, cheesecake, dessert, sugar, sugar cube, cinnamon roll, pastry, tart
drink coffee: coffee, tea, milk, juice, beer, wine, water, soda, lemonade, cocktail, champagne
drink coffee: whiskey
drink coffee: hot chocolate, smoothie, milkshake, drink, beverage, cola, latte, espresso, red wine
drink coffee: orange juice, bubble tea, sake, cappuccino, matcha, rum, vodka, white wine
instrument violin: violin, fiddle, viola, cello, double bass, bow of violin
instrument guitar: guitar, acoustic guitar, electric guitar, electronic guitar, bass guitar, ukulele
instrument guitar: banjo, mandolin, lute, harp, sitar, lyre, bass
instrument piano: piano, grand piano, organ, synthesizer, accordion, harpsichord, xylophone, marimba
instrument flute: flute, clarinet, saxophone, oboe, recorder, bagpipes, harmonica, pan flute
instrument flute: ocarina
instrument trumpet: trumpet, trombone, tuba, french horn, horn, bugle
instrument drum: drum, drums, drum kit, bongo, tambourine, cymbal, triangle, maracas, snare drum
instrument drum: gong
garment hat: hat, cap, beanie, top hat, cowboy hat, straw hat, helmet, crown, tiara, wig, hood
garment hat: beret
garment hat: baseball cap, party hat, witch hat, headband, turban, veil, santa hat, bonnet, sombrero
garment dress: dress, gown, skirt, wedding dress, ball gown, evening gown, sari, kimono, robe, cloak
garment dress: tutu, evening wear, formal wear, nightgown, sundress, hanbok, toga, apron
garment dress: formal evening wear
garment coat: coat, jacket, leather jacket, hoodie, sweater, cardigan, vest, raincoat, lab coat
garment coat: cape
garment coat: blazer, trench coat, parka, poncho, pullover, jersey, tuxedo, suit, uniform, jumpsuit
garment coat: spacesuit, space suit, costume, armor, armour, life jacket, pajamas, wetsuit
garment coat: turtleneck
garment shirt: shirt, t-shirt, tee shirt, blouse, polo shirt, tank top, top garment, bra, swimsuit
garment shirt: bikini
garment trousers: trousers, pants, jeans, shorts, leggings, overalls, swim trunks, sweatpants
garment shoe: shoe, boot, sneaker, sandal, high heels, slipper, heel, flip-flop, sock, stocking
garment shoe: cowboy boot
garment glasses: glasses, sunglasses, goggles, monocle, eyepatch, mask, face mask, contact lens
garment glasses: spectacles
garment scarf: scarf, tie, bow tie, necktie, glove, gloves, mitten, belt, ring, necklace, bracelet
garment scarf: earring
garment scarf: ribbon, collar, bandana, jewelry, badge, shawl, bowtie, lei, makeup, backpack strap
part head: head, face, hair, eye, ear, nose, mouth, lip, tooth, tongue, cheek, chin, beard, mustache
part head: moustache, eyebrow, eyelash, forehead, neck, ponytail, braid, freckle, wrinkle, skin
part head: whisker
part arm: arm, hand, finger, thumb, fist, elbow, shoulder, wrist, palm, nail polish, fingertip
part arm: muscle
part leg: leg, foot, knee, toe, ankle, hip, thigh, lap, back, chest part, belly, stomach, waist
part leg: heart
part tail: tail, wing, paw, claw, fur, mane, trunk, tusk, antler, hoof, beak, fin, scale part
part tail: tentacle
part tail: muzzle, snout, stripe, shell part, spike, antenna, whiskers, trunk nose, pouch, fang
"""
