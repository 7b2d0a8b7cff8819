"""Places. A line is `setting (where): words`; `where` is indoors or outdoors.

A word followed by `*` is also a thing one can stand in front of (a castle, a bridge): it is a place
when somebody is in it or when it stands alone, and a cast member otherwise.
"""

PLACES = """
meadow outdoors: meadow, field, open field, grassland, pasture, prairie, lawn, grass, grassy field
meadow outdoors: flower field, field of flowers, wheat field, cornfield, countryside, nature
meadow outdoors: wheatfield
meadow outdoors: grassy hill, lavender field, poppy field, tulip field, outdoors scene, clearing
meadow outdoors: outdoor
park outdoors: park, city park, public park, picnic area, dog park
garden outdoors: garden, backyard, botanical garden, rose garden, yard, front yard, flower garden
garden outdoors: flowerbed
garden outdoors: orchard, vineyard, greenhouse*, patio, courtyard, zen garden, vegetable garden
garden outdoors: topiary garden
forest outdoors: forest, woods, woodland, rainforest, bamboo forest, pine forest, grove, wood
forest outdoors: wilderness
forest outdoors: forest path, forest road, autumn forest, enchanted forest, birch forest
forest outdoors: redwood forest
jungle outdoors: jungle, tropical forest, tropical rainforest
beach outdoors: beach, seashore, shore, coast, seaside, sandy beach, coastline, sand, bay, sea shore
beach outdoors: tropical beach, tropical island, coastal beach, shoreline, lagoon, pacific coast
sea outdoors: ocean, sea, open sea, open ocean, high seas, lake surface, open water
underwater outdoors: underwater, seabed, ocean floor, coral reef*, under water, deep sea, sea floor
underwater outdoors: reef
lake outdoors: lake, pond, lakeside, reservoir, lakeshore, frozen lake, oasis
river outdoors: river, stream bank, riverbank, creek, canal, riverside, brook, bayou, river bank
waterfall outdoors: waterfall*
mountain outdoors: mountain, mountains, mountain range, mountain top, mountaintop, summit, peak
mountain outdoors: hill
mountain outdoors: hillside, hilltop, alps, mountain peak, mountain path, mountain road
mountain outdoors: mountain side, slope
mountain outdoors: mountainside, ridge, himalayas, ski slope, ski resort, highland, plateau
mountain outdoors: mountain pass
snowfield outdoors: snowfield, snowy field, tundra, arctic, antarctica, north pole, glacier
snowfield outdoors: ice field
snowfield outdoors: snowy landscape, winter wonderland, iceberg*, ice floe, snow field, south pole
canyon outdoors: canyon, gorge, ravine, grand canyon, badlands, mesa, butte
cliff outdoors: cliff, cliffside, cliff edge, sea cliff, crag
valley outdoors: valley, vale, dale
cave outdoors: cave, cavern, grotto, mine, ice cave, catacomb
desert outdoors: desert, dune, sand dune, sahara, wasteland, salt flat, desert road, steppe
savanna outdoors: savanna, savannah, serengeti, safari, outback
swamp outdoors: swamp, marsh, bog, wetland, mangrove, marshland
volcano outdoors: volcano*
island outdoors: island, islet, atoll, desert island
sky outdoors: sky, cloudscape, heaven, above the clouds, airspace
space outdoors: space, outer space, orbit, universe, cosmos, deep space, milky way, zero gravity
moon outdoors: moon surface, lunar surface
mars outdoors: mars surface, martian surface, red planet
farm outdoors: farm, farmyard, ranch, barnyard, rice field, rice paddy, paddy, farmland, crop field
farm outdoors: plantation
farm outdoors: chicken coop*, corral, stable*, barn*, kasbah*
village outdoors: village, hamlet, town, small town, old town, cottage*, hut*, cabin*, rural village
village outdoors: suburb
city outdoors: city, cityscape, skyline, downtown, metropolis, urban scene, megacity, town center
city outdoors: megalopolis
city outdoors: skyscraper*, tower*, office building*, apartment building*, building*, city skyline
city outdoors: rooftop
city street outdoors: city street, street, road, avenue, boulevard, sidewalk, crosswalk
city street outdoors: intersection
city street outdoors: street corner, highway, freeway, rush hour, traffic, main street, town square
city street outdoors: corner
city street outdoors: square, plaza, city square, pavement, lane, country road, driveway
city street outdoors: parking lot, track road
city street outdoors: gas station*, bus station, bus stop*, crossroad, cobblestone street, roadside
city street outdoors: chinatown
alley outdoors: alley, alleyway, back alley, backstreet
bridge outdoors: bridge*, overpass, viaduct*, footbridge, drawbridge*
harbor outdoors: harbor, harbour, port, dock, pier, marina, wharf, boardwalk, jetty, boat deck, deck
harbor outdoors: shipyard
railway outdoors: railway, railroad, train track, railroad track, train station, railway station
railway outdoors: platform
railway outdoors: train station platform, train platform, train tracks, railroad tracks
airport outdoors: airport, runway, airfield, landing strip, air base, hangar*, launch pad, tarmac
playground outdoors: playground, schoolyard, sandbox, amusement park, theme park, fairground
playground outdoors: carnival, circus
playground outdoors: funfair, water park, zoo, carousel*, merry-go-round*, carrousel*
playground outdoors: miniature golf course
stadium outdoors: stadium, arena, sports field, football field, soccer field, baseball field
stadium outdoors: race track
stadium outdoors: raceway, racecourse, tennis court, basketball court, football stadium
stadium outdoors: baseball stadium, court
stadium outdoors: golf course, skate park, skatepark, race circuit, velodrome, ice rink
stadium outdoors: skating rink, rink
swimming pool outdoors: swimming pool, pool, poolside, outdoor pool, hot tub
campsite outdoors: campsite, camp, campground, camping site
cemetery outdoors: cemetery, graveyard
construction site outdoors: construction site, building site, quarry, scaffold
junkyard outdoors: junkyard, scrapyard, landfill, dump, slum, battlefield, trench
market outdoors: market, bazaar, outdoor market, farmers market, street market, flea market
market outdoors: market stall
castle outdoors: castle*, fortress*, palace*, castle courtyard, ruins, ruin*, fort*, chateau*
castle outdoors: mansion*
temple outdoors: temple*, pagoda*, shrine*, pyramid*, parthenon*, mosque*, cathedral*, church*
temple outdoors: chapel*, monastery*
temple outdoors: acropolis*, colosseum*, stonehenge*, amphitheatre*, arch*, aqueduct*
house outdoors: house*, home exterior, porch, villa*, bungalow*, treehouse*, tree house*, veranda
house outdoors: doorstep
house outdoors: windmill*, lighthouse*, shed*, igloo*, farmhouse*, ranch house*, gazebo*, teahouse*
house outdoors: water tower*, clock tower*, eiffel tower*, oil rig*, wind farm, power plant*
house outdoors: phone booth*
campus outdoors: campus, university campus, university, school exterior
fantasy land outdoors: fantasy land, fairyland, fantasy world, wonderland, fantasy landscape
fantasy land outdoors: dreamscape
landscape outdoors: landscape, scenery, outdoors, wild, panorama, open country
room indoors: room, interior, indoors, hall, hallway, corridor, lobby, foyer, basement, attic
room indoors: cellar, floor
room indoors: playroom, game room, garage, dorm room, waiting room, elevator interior, nursery
room indoors: house interior
room indoors: warehouse, storage room, workshop, factory, server room, boiler room, jail cell
room indoors: prison, prison cell, factory floor, industrial area
living room indoors: living room, lounge, home, apartment, den, parlor, family room
living room indoors: studio apartment, sofa corner
bedroom indoors: bedroom, hotel room, dormitory, bed chamber, kid's room, hostel
kitchen indoors: kitchen, diner kitchen, restaurant kitchen, pantry, kitchenette
dining room indoors: dining room, banquet hall, feast hall
bathroom indoors: bathroom, restroom, washroom, shower room, locker room, public restroom
bathroom indoors: laundromat
office indoors: office, conference room, meeting room, cubicle, home office, boardroom, newsroom
office indoors: home study
classroom indoors: classroom, school, lecture hall, kindergarten, lecture room, calculus class
classroom indoors: class, art class
library indoors: library, bookstore, bookshop, reading room, archive, study room
cafe indoors: cafe, café, coffee shop, coffeehouse, tea house, cafeteria, bakery, bakery shop
cafe indoors: patisserie
restaurant indoors: restaurant, diner, pizzeria, food court, bistro, sushi bar, steakhouse, canteen
bar indoors: bar, pub, tavern, saloon, nightclub, night club, club, discotheque, disco, dance floor
bar indoors: casino
shop indoors: shop, store, supermarket, mall, shopping mall, grocery store, clothing store, boutique
shop indoors: pharmacy, drugstore, toy store, pet shop, candy store, florist shop, art shop
shop indoors: department store
laboratory indoors: laboratory, lab, science lab, chemistry lab, research facility
laboratory indoors: spaceship interior, cockpit
hospital indoors: hospital, clinic, operating room, hospital room, doctor's office, ward
gym indoors: gym, gymnasium, fitness center, dance studio, yoga studio, dojo, indoor gymnasium
gym indoors: boxing ring
ballroom indoors: ballroom
indoor pool indoors: indoor pool, indoor swimming pool
museum indoors: museum, gallery, art gallery, exhibition, aquarium, art studio, exhibition hall
museum indoors: planetarium
stage indoors: stage, theater, theatre, concert hall, opera house, concert, auditorium, cinema
stage indoors: movie theater
stage indoors: concert stage, opera, talk show, catwalk, runway show, fashion runway
studio indoors: studio, photo studio, white background, recording studio, tv studio
studio indoors: black background, backdrop
studio indoors: dark background, plain background, green screen, fashion studio, gray background
church interior indoors: church interior, cathedral interior, nave
subway indoors: subway, subway station, metro station, metro, subway platform, indoor train station
subway indoors: tunnel
train interior indoors: train interior, train carriage, subway car, train compartment, bus interior
throne room indoors: throne room, dungeon, great hall, palace hall
"""

# Names of places in the world, by the sort of place they are.
NAMED = """
city street: times square, shibuya, champs elysees, broadway, wall street, abbey road
city: new york, new york city, manhattan, tokyo, london, paris, shanghai, hong kong, beijing, berlin
city: rome
city: chicago, los angeles, san francisco, dubai, singapore, seoul, kyoto, istanbul, moscow, sydney
city: the bund shanghai, the bund, bund, barcelona, madrid, amsterdam, prague, mumbai, cairo, rio
city: athens
city: las vegas, toronto, venice, vienna, lisbon, osaka, bangkok, hollywood, florence, brooklyn
city: taipei
desert: arizona, utah, nevada, gobi desert, sahara desert, arizona desert, utah desert, death valley
mountain: everest, mount everest, mount fuji, matterhorn, rocky mountains, andes, yosemite
mountain: kilimanjaro
river: seine, seine river, river seine, thames, nile, amazon river, mississippi, danube, ganges
river: rhine
sea: pacific ocean, pacific, atlantic, atlantic ocean, mediterranean, mediterranean sea, caribbean
sea: indian ocean
beach: hawaii, bali, malibu, maldives, big sur, waikiki, ibiza, carmel by the sea, copacabana
mars: mars
park: central park, hyde park
village: tuscany, provence, cotswolds, shire
snowfield: alaska, iceland, greenland, siberia
island: santorini, capri, maui
"""
