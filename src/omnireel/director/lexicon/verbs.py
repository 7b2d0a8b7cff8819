"""Verbs by what they ask of a scene. A line is `frame: lemmas`; a verb may have several frames.

Frames: `motion` (moves about, so a camera may follow), `punctual` (happens and is over: a later one
comes after an earlier one), `hold` (its object is in the hands), `ride` (its object is under the
subject), `wear` (its object is clothing), `speak` (says something), `state` (stays as it is: no
action, a position), `rest` (a posture that lasts), `intransitive` (an -ing form before a noun
describes that noun), `aspect` (begins, goes on: the verb after it is the action), `consume` (eats,
drinks: its object is held), `show` (empty: "features a cat" only names the cat), `perform` (with a
thing that belongs to it, see `PROPS`).
"""

FRAMES = """
motion: walk, run, jog, sprint, march, stroll, wander, hike, crawl, climb, swim, fly, glide, soar
motion: sail, row
motion: drive, ride, race, speed, roll, slide, skate, ski, snowboard, surf, skateboard, gallop, trot
motion: hop
motion: leap, jump, chase, follow, float, drift, dive, fall, cycle, travel, move, paddle, rush, dash
motion: zoom
motion: pass, cross, orbit, circle, hover, descend, ascend, explore, flow, tumble, sneak, stalk
motion: tiptoe, canoe
motion: kayak, parasail, stroll, advance, retreat, migrate, prowl, scurry, waddle, slither
motion: accelerate, bounce
motion: escape, flee, go, come, approach, charge, parade, cruise, pedal, bike, hang-glide
motion: rollerblade, waltz
punctual: jump, leap, enter, exit, leave, arrive, open, close, throw, catch, drop, fall, hit, kick
punctual: break, stop
punctual: pick, grab, take, put, place, turn, sit, stand, lie, wake, appear, disappear, vanish
punctual: explode, give
punctual: knock, crash, collide, land, start, pause, bow, nod, shoot, fire, release, press, push
punctual: burst, snap
punctual: transform, turn into, return, pour, light, blow, kiss, hug, wink, say, shout, step, trip
punctual: slip, hand
punctual: begin, finish, launch, erupt, shatter, collapse, emerge, reach, touch, toss, pop, look
punctual: glance, bite
hold: hold, carry, grip, clutch, grab, use, wield, lift, raise, swing, wave, juggle, cradle, bring
hold: take, offer
hold: read, write with, play, strum, bow, brush with, shake, toss, throw, catch, pick, hug, cuddle
hold: squeeze
hold: examine, drop, twirl, spin, squeeze, fold, knit, peel, open, type on, text, sip, taste, pet
hold: dribble, shoot
ride: ride, drive, pilot, sail, row, surf, skateboard, mount, straddle, pedal, paddle, steer, fly
wear: wear, don, sport
speak: say, shout, whisper, ask, reply, yell, announce, tell, exclaim, answer, speak, talk, sing
speak: narrate, scream
state: be, have, contain, feature, include, seem, look like, remain, stay, become, get, own, belong
state: resemble
state: represent, depict, symbolize, need, want, like, love, know, offer, add, reflect, serve, boast
state: keep, let
rest: sit, stand, lie, lean, kneel, rest, sleep, nap, hang, perch, crouch, squat, lounge, wait
rest: relax, recline
rest: park, stack, pile, lay, nestle, tuck, sprawl, curl, balance, loom, tower, slumber, doze
rest: locate, place, set
intransitive: fly, run, roll, glow, flow, spin, dance, burn, fall, rise, sleep, swim, walk, jump
intransitive: bounce, float
intransitive: blink, flicker, twinkle, shine, sparkle, shimmer, bloom, smile, laugh, cry, grow, melt
intransitive: drift, glide
intransitive: rotate, swirl, swing, sway, flap, ripple, crash, wave, bubble, boil, smoke, steam
intransitive: explode, hover
intransitive: move, talk, sing, sit, stand, gallop, leap, soar, sail, crawl, flutter, sizzle, tumble
intransitive: rock, hop
intransitive: wag, purr, bark, meow, howl, roar, chirp, sparkle, drip, splash, freeze, collapse
intransitive: moonwalk, age
intransitive: wilt, crumble, yawn, sneeze, tremble, shiver, breathe, rain, snow, hunt, howl, set
intransitive: crack, levitate
aspect: begin, start, continue, keep, try, attempt, stop, finish, decide, want, proceed, learn, help
aspect: manage, love
consume: eat, drink, sip, chew, bite, taste, lick, munch, devour, nibble, swallow, smoke, slurp
consume: gulp, enjoy
show: feature, show, depict, include, contain, display, present, see, portray, have, comprise, there
show: exist, reveal
perform: play, read, cook, paint, draw, write, type, knit, sew, clean, wash, vacuum, iron, sweep
perform: mop, fish, golf
perform: box, bowl, film, photograph, garden, bake, barbecue, shave, comb, text, phone, juggle
perform: carve, sculpt
other: order, gain, achieve, earn, receive, send, post, deliver, obtain, make, cut, billow, chew
other: weld, recycle, sketch, doodle, unpack, jump rope, hatch, meow, thrive, watch, study, teach
other: wipe, tickle, bend, blast, shine, stretch, exercise, massage, trim, braid
other: apply, build, fix, repair, polish, mix, stir, chop, slice, grill, fry, fold, fill, water
other: plant, pick, feed
other: groom, train, milk, tie, unwrap, wrap, pack, push, pull, drag, tug, dig, rake, shovel, hammer
other: saw, drill
other: clap, applaud, cheer, celebrate, pray, meditate, think, ponder, stare, gaze, peer, glance
other: observe, search
other: sniff, smell, listen, hear, scratch, stretch, yawn, dance, fight, wrestle, box, fence, battle
other: attack, bat
other: hunt, graze, feed, drink, gather, collect, join, meet, greet, dribble, dunk, serve, score
other: pitch, tap, strike
other: illuminate, light, cover, surround, fill, twist, twitch, rotate, spray, splash, sprinkle
other: drip, spill, melt
other: discuss, argue, debate, laugh, smile, frown, cry, weep, giggle, grin, blush, gasp, vacuum
other: mow, prune, sculpt
other: bask, bathe, shower, brush, rinse, dry, dress, undress, tie, zip, skip, cartwheel, flip
other: somersault, bungee
other: lap, crash, break, erupt, blaze, sparkle, blow, whistle, hum, chant, drum, strum, conduct
other: compose, rehearse
other: trap, catch, guard, protect, rescue, save, help, support, deliver, ship, load, unload, shop
other: buy, sell, pay
other: overlook, dot, line, frame, adorn, decorate, stretch, wind, span, bend, shadow, blanket
other: grace, bathe, drape
other: get, caress, stroke, pat, nuzzle, poke, slap, punch, kick, headbutt, tackle, block, dodge
other: swat, paw, change
other: turn, transform, morph, dissolve, shrink, expand, inflate, deflate, unfold, reveal, evaporate
other: rust, ripen
other: bark, meow, purr, roar, howl, growl, hiss, chirp, tweet, quack, neigh, moo, bleat, buzz
other: croak, hoot, flap
other: wag, arch, swish, peck, preen, roost, nest, hatch, burrow, swarm, leak, gush, cascade
other: trickle, seep, churn
other: operate, control, navigate, park, honk, brake, refuel, tow, crash, dock, anchor, lift off
other: take off, land
other: lick, hold, use, do, work, perform, practice, compete, win, lose, train, warm, cool, heat
other: boil, roast
other: barbeque, squat, smoke, moonwalk, arch, wink, shrug, salute, curtsy, point, gesture, beckon
other: wave, high-five
other: knock, topple, trigger, set, release, activate, tip, slide, strike, crush, smash, squash
other: stomp, tear, rip
other: travel, camp, canoe, kayak, skydive, parachute, snorkel, scuba, trampoline, hurdle, vault
other: pounce, share
other: bench, pump, plank, hide, seek, tell, cast, steal, crow, abduct, draw, dunk, skid, rev, wring
"""

# Irregular forms: lemma, third person where odd, past, past participle, -ing where odd.
IRREGULAR = """
be is are am was were been being, have has had having, do does did done, go goes went gone, run ran
run running, sit sat sitting, stand stood, lie lay lain lying, swim swam swum swimming
fly flies flew
flown, fall fell fallen, rise rose risen, ride rode ridden, drive drove driven, write wrote written
speak spoke spoken, break broke broken, wake woke woken, take took taken, shake shook shaken
give gave
given, eat ate eaten, drink drank drunk, sing sang sung, ring rang rung, begin began begun beginning
throw threw thrown, grow grew grown, blow blew blown, know knew known, draw drew drawn, see saw seen
hold held, sleep slept, keep kept, leap leapt leaped, feel felt, leave left, meet met, feed fed
lead led, read read, hit hit hitting, put put putting, cut cut cutting, set set setting
shut shut shutting
let let letting, get got gotten getting, win won winning, spin spun spinning, swing swung
hang hung, dig dug
digging, stick stuck, strike struck stricken, catch caught, teach taught, buy bought
bring brought, think thought
fight fought, build built, send sent, bend bent, spend spent, lose lost, shoot shot, light lit
slide slid
bite bit bitten, hide hid hidden, wear wore worn, tear tore torn, bear bore, swear swore sworn
come came come
become became become, say said, pay paid, lay laid, make made, sell sold, tell told, find found
wind wound
grind ground, freeze froze frozen, steal stole stolen, choose chose chosen, weave wove woven
sweep swept, weep wept
creep crept, kneel knelt, shine shone, stop stopped stopping, jog jogged jogging
hop hopped hopping, sip sipped sipping
clap clapped clapping, pet petted petting, hug hugged hugging, chop chopped chopping
tap tapped tapping
bat batted batting, wag wagged wagging, skip skipped skipping, trot trotted trotting
drop dropped dropping
grab grabbed grabbing, flip flipped flipping, slip slipped slipping, knit knitted knitting
lap lapped lapping
drip dripped dripping, flap flapped flapping, nap napped napping, plan planned planning
rub rubbed rubbing
tip tipped tipping, trip tripped tripping, pop popped popping, wrap wrapped wrapping
spit spat spitting
mop mopped mopping, hum hummed humming, drum drummed drumming, strum strummed strumming
step stepped stepping
snap snapped snapping, zip zipped zipping, nod nodded nodding, grin grinned grinning
shop shopped shopping
trim trimmed trimming, stir stirred stirring, drag dragged dragging, tug tugged tugging
beg begged begging
stun stunned stunning, ski skis skied skiing, die dies died dying, tie ties tied tying
swell swelled swollen
sew sewed sewn, mow mowed mown, show showed shown, tread trod trodden, burn burned burnt
sink sank sunk
spring sprang sprung, shrink shrank shrunk, cling clung, fling flung, swat swatted swatting
dot dotted dotting
moo mooed mooing, canoe canoed canoeing, pat patted patting, rip ripped ripping
sled sledded sledding
snowboard, skateboard, quit quit quitting, split split splitting, spread spread, burst burst
cast cast, hurt hurt
melt melted molten, bow bowed bowing, row rowed rowing, vacuum vacuumed vacuuming
cycle cycled cycling
"""

# What somebody "plays" that is not an object.
GAMES = frozenset(
    "tennis,basketball,football,soccer,golf,baseball,volleyball,badminton,hockey,cricket,chess,cards,"
    "poker,ping pong,table tennis,rugby,bowling,video games,video game,games,darts,squash,"
    "hopscotch,tag,fetch,"
    "hide and seek,rock scissors paper,rock paper scissors,"
    "tug of war,musical chairs,checkers,dominoes,ice hockey,game,polo".split(",")
)

# Things without which the action cannot be seen, when the prompt names none.
PROPS = {
    "tennis": "tennis racket",
    "basketball": "basketball",
    "football": "football",
    "soccer": "soccer ball",
    "golf": "golf club",
    "baseball": "baseball bat",
    "volleyball": "volleyball",
    "badminton": "badminton racket",
    "hockey": "hockey stick",
    "chess": "chess board",
    "fetch": "ball",
    "surf": "surfboard",
    "ski": "skis",
    "snowboard": "snowboard",
    "skateboard": "skateboard",
    "canoe": "canoe",
    "kayak": "kayak",
    "cycle": "bicycle",
    "skydive": "parachute",
    "knit": "yarn",
    "vacuum": "vacuum cleaner",
    "iron": "iron",
    "sweep": "broom",
    "mop": "mop",
    "hammer": "hammer",
}
