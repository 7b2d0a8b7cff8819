"""People and animals. A line is `hypernym: words`; a word's hypernym says what it is a sort of."""

PEOPLE = """
person: person, someone, somebody, human, figure, adult, teenager, teen, elder, senior, passenger
person: pedestrian, stranger, friend, neighbor, neighbour, visitor, guest, customer, shopper
person: tourist
person: colleague, crowd member, spectator, fan, speaker, protagonist, character, villager, citizen
person: commuter, passerby, tourist guide, traveler, traveller, hiker, camper, explorer, adventurer
person: lover, owner, model, influencer, vlogger, presenter, host, leader, boss, employee, worker
man: man, guy, gentleman, father, dad, grandfather, grandpa, husband, uncle, businessman, fisherman
man: salesman, groom, king, prince, monk, brother, son, nephew, cowboy, boyfriend, dude, lord
man: sultan
woman: woman, lady, mother, mom, grandmother, grandma, granny, wife, aunt, businesswoman, bride
woman: queen
woman: princess, nun, sister, daughter, niece, girlfriend, waitress, actress, ballerina, witch
woman: geisha
woman: mermaid, cowgirl, goddess, sorceress, housewife
boy: boy, schoolboy, lad
girl: girl, schoolgirl
child: child, kid, toddler, schoolchild, youngster, orphan
baby: baby, infant, newborn
doctor: doctor, nurse, surgeon, dentist, vet, paramedic, pharmacist, scientist, chemist, researcher
chef: chef, cook, baker, butcher, barista, bartender, waiter
police officer: police officer, policeman, policewoman, cop, detective, guard, sheriff
police officer: security guard
firefighter: firefighter, fireman
soldier: soldier, knight, warrior, samurai, ninja, viking, gladiator, general, captain, sailor
soldier: commander, archer, spartan, storm trooper, stormtrooper, swordsman
astronaut: astronaut, cosmonaut, spaceman
artist: artist, painter, sculptor, photographer, designer, writer, poet, author, filmmaker, director
musician: musician, violinist, guitarist, pianist, drummer, cellist, singer, rapper, dj, conductor
musician: saxophonist, trumpeter, flutist, bassist, harpist, organist, street musician, busker
musician: choir
dancer: dancer, ballet dancer, breakdancer, cheerleader, gymnast, acrobat, figure skater
athlete: athlete, runner, swimmer, surfer, skier, snowboarder, skateboarder, skater, cyclist, boxer
athlete: wrestler, climber, rower, footballer, soccer player, basketball player, tennis player
athlete: diver
athlete: golfer, jogger, biker, motorcyclist, rider, jockey, player, goalkeeper, lifeguard, yogi
worker: farmer, gardener, builder, construction worker, carpenter, plumber, electrician, mechanic
worker: engineer, blacksmith, potter, tailor, miner, lumberjack, janitor, cleaner, mail carrier
worker: delivery man, courier, pilot, driver, taxi driver, bus driver, conductor, porter, vendor
teacher: teacher, professor, student, pupil, librarian, lecturer, lawyer, judge, president, mayor
worker: office worker, secretary, manager, programmer, hacker, accountant, journalist, reporter
wizard: wizard, magician, sorcerer, mage, fairy, elf, dwarf, gnome, genie, angel, vampire, zombie
wizard: superhero, supervillain, ghost, pirate, clown, jester, mime, santa, santa claus, hero
wizard: villain
person: thief, robber, spy, prisoner, beggar, hermit, shepherd, emperor, pharaoh, caveman, alien
person: twin, couple member, actor, performer, juggler, audience member, puppeteer, monarch
person: family member, toddler boy, dj, gamer, fortune teller, cosplayer, backpacker, refugee
"""

ANIMALS = """
dog: dog, puppy, hound, corgi, poodle, dachshund, bulldog, husky, labrador, golden retriever
dog: retriever, beagle, dalmatian, chihuahua, pug, terrier, german shepherd, shiba inu, pomeranian
dog: border collie, collie, greyhound, guide dog, doggy, shiba, spaniel, samoyed, rottweiler, mutt
cat: cat, kitten, kitty, tabby, tabby cat, siamese cat, persian cat, tomcat
wolf: wolf, coyote, jackal, werewolf, hyena, dingo
fox: fox, arctic fox, fennec fox, red fox
bear: bear, polar bear, grizzly bear, grizzly, brown bear, black bear, bear cub
panda: panda, giant panda, panda bear, red panda
koala: koala, koala bear
lion: lion, lioness, lion cub
tiger: tiger, tiger cub, white tiger
leopard: leopard, snow leopard, cheetah, jaguar, panther, black panther, lynx, bobcat, puma, cougar
horse: horse, pony, foal, stallion, mare, mustang, donkey, mule, unicorn, pegasus, colt
zebra: zebra
giraffe: giraffe
cow: cow, bull, ox, calf, buffalo, bison, yak, cattle, water buffalo
deer: deer, stag, fawn, doe, reindeer, moose, elk, antelope, gazelle, impala
sheep: sheep, lamb, ram, ewe
goat: goat, ibex, mountain goat
pig: pig, piglet, boar, wild boar, hog, warthog
camel: camel, llama, alpaca, dromedary
elephant: elephant, mammoth, baby elephant
rhinoceros: rhinoceros, rhino
hippopotamus: hippopotamus, hippo
monkey: monkey, chimpanzee, chimp, baboon, lemur, macaque
gorilla: gorilla, ape, orangutan
kangaroo: kangaroo, wallaby
rabbit: rabbit, bunny, hare
mouse: mouse, rat, hamster, guinea pig, gerbil
squirrel: squirrel, chipmunk
raccoon: raccoon, badger, skunk, weasel, ferret, mongoose, wolverine
otter: otter, sea otter, beaver, platypus
hedgehog: hedgehog, porcupine
sloth: sloth, anteater, armadillo
bat: bat
bird: bird, sparrow, robin, crow, raven, magpie, swallow, hummingbird, finch, canary, bluebird
bird: seagull, gull, pelican, stork, crane, heron, toucan, kingfisher, woodpecker, cuckoo
bird: nightingale
eagle: eagle, hawk, falcon, vulture, bald eagle, condor
owl: owl, barn owl, snowy owl
parrot: parrot, macaw, cockatoo, parakeet
duck: duck, duckling, mallard, goose
swan: swan
chicken: chicken, hen, rooster, chick, turkey bird
penguin: penguin
flamingo: flamingo
peacock: peacock
dove: dove, pigeon
ostrich: ostrich, emu, dodo
fish: fish, goldfish, salmon, tuna, trout, koi, clown fish, clownfish, tropical fish, pufferfish
fish: stingray, manta ray, swordfish, seahorse, eel, piranha, carp, angelfish
shark: shark, great white shark, hammerhead
whale: whale, blue whale, humpback whale, orca, killer whale, narwhal
dolphin: dolphin, porpoise
seal: seal, sea lion, walrus
octopus: octopus, squid, cuttlefish, kraken
jellyfish: jellyfish
crab: crab, hermit crab
lobster: lobster, shrimp, crayfish, prawn
snail: snail, slug
turtle: turtle, tortoise, sea turtle
crocodile: crocodile, alligator
lizard: lizard, gecko, iguana, chameleon, salamander, komodo dragon
snake: snake, cobra, python, viper, rattlesnake
frog: frog, toad, tadpole
dinosaur: dinosaur, sauropod, stegosaurus, triceratops, brontosaurus, pterodactyl
t-rex: t-rex, tyrannosaurus, tyrannosaurus rex, velociraptor, raptor
dragon: dragon, wyvern, phoenix, griffin, hydra
butterfly: butterfly, moth, monarch butterfly, caterpillar
bee: bee, bumblebee, honeybee, wasp, hornet
ant: ant, termite
beetle: beetle, ladybug, ladybird, firefly, dung beetle
spider: spider, tarantula, scorpion
fly: housefly, mosquito, dragonfly, grasshopper, cricket insect, locust, mantis, praying mantis
worm: worm, earthworm, centipede, millipede
animal: animal, creature, beast, pet, wildlife, monster, cub, predator, prey animal, mammal
animal: insect, reptile, yeti, bigfoot, critter, bug
"""
