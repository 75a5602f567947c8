import { wordSet, type WordSet } from './wordSet'

/** Common places by the preposition that English puts before them. */

/** Without "the": "in town". */
const settlements = wordSet('city town village')
/** "in the garden", also seen from outside, where others are "at" their door. */
export const openPlaces = wordSet(
  settlements,
  `
    garden park forest wood woods field jungle swamp desert valley clearing alley yard backyard square market camp
    cemetery courtyard playground trench mountains foothills meadow orchard vineyard prairie savannah tundra marsh bog
    moor grove glade graveyard churchyard plaza piazza ravine canyon gorge quarry ditch gully`,
)
/** "on the porch" */
export const surfaces = wordSet(`
  patio porch roof rooftop terrace balcony deck beach shore coast bridge pier platform stage street road highway
  freeway motorway path trail hill hills mountain plain plains heath island cliff ledge stairs staircase ship boat
  train bus plane battlefield driveway lot`)
/** "in the kitchen", but "at the kitchen" from outside. */
const rooms = wordSet(`
  room hall hallway kitchen bistro bar cafe café restaurant house home office cellar basement attic bedroom bathroom
  corridor lobby lake river station car shop store church school hospital hotel apartment flat garage barn farm
  castle palace tower library theatre theater studio court courtroom cell prison shack mansion cabin hut villa
  cottage manor clinic airport harbour harbor terminal stadium arena museum gallery embassy monastery temple mosque
  ballroom den study pantry closet elevator lift van truck limousine cockpit bunker ranch stable saloon motel tree
  ocean sea dock cave diner gym lab laboratory warehouse factory chapel tent tunnel pub club bank pool pond tavern
  inn stairwell launderette laundromat burrow shed boathouse lighthouse greenhouse mill barracks brewery bakery butcher
  pharmacy supermarket mall arcade casino nightclub canteen cafeteria kiosk booth vault crypt morgue ward surgery
  classroom gymnasium auditorium boardroom bunkhouse attic loft penthouse suite foyer vestibule parlor parlour lounge
  laundry nursery pool underpass suv sedan limo taxi cab ambulance submarine spaceship cockpit bridgehead dungeon igloo
  wagon caravan trailer tram ferry canteen workshop foundry junkyard scrapyard`)

/** "The" goes before these: "the kitchen". */
export const commonPlaces = without(wordSet(openPlaces, surfaces, rooms), settlements)

/** Nobody comes or goes by reaching or leaving one of these. */
const landmarks = wordSet(`
  tree path trail ledge cliff hill hills plain plains mountain coast island lot road bridge square river sea ocean
  lake pool pond dock`)
/** Where somebody can be: whoever enters it comes, whoever leaves it goes. */
export const places = wordSet(
  without(wordSet(openPlaces, surfaces, rooms), landmarks),
  `
    building wings backstage scene frame shot picture party table area classroom premises chamber gate door view stables ward place`,
)
/** Parts of a house in other languages. */
const foreignRooms = wordSet(`
  küche wohnzimmer schlafzimmer kinderzimmer badezimmer bad flur keller dachboden büro garten werkstatt arbeitszimmer esszimmer hof stall scheune
  cuisine salon couloir cave grenier jardin entrée terrasse
  cocina salón dormitorio baño pasillo sótano desván oficina jardín patio
  cucina soggiorno salotto bagno corridoio cantina soffitta ufficio giardino
  cozinha sala quarto banheiro corredor porão jardim
  kuchni kuchnia łazienki łazienka salonu salon sypialni sypialnia korytarz piwnicy piwnica ogród
  кухню кухня кухни ванную ванная спальню спальня коридор подвал кабинет гостиную гостиная
  mutfağa mutfak banyoya banyo salona odasına koridora bahçeye
  keuken slaapkamer badkamer gang kelder kök badrum sovrum hallen källare`)
/** Parts of a house: whoever is in one is not in another. */
export const innerRooms = wordSet(
  foreignRooms,
  `
  room hall hallway kitchen bar cellar basement attic bedroom bathroom corridor lobby office garage library studio den study pantry closet nursery
  parlor parlour lounge laundry shed garden yard backyard courtyard barn stable cockpit ballroom gym chapel dining living
  restroom toilet washroom bath shower garret loft workshop cabin vault dungeon tower courtroom stockroom storeroom dorm dormitory ward waiting
  kitchenette foyer porch terrace balcony rooftop roof car truck van`,
)
/** Whoever moves through one of these is followed by the camera: no crossing. */
export const terrains = wordSet(`
  snow rain mud grass fog mist smoke storm wind water shallows surf sand dust leaves reeds corn wheat undergrowth brush bushes ruins darkness dark wilderness
  blizzard downpour puddles tunnels corridors streets alleys fields`)
/** Words for much the same place: who walks out into the hall comes into a corridor. */
export const samePlaces: readonly (readonly string[])[] = [
  'hall hallway corridor passage passageway landing lobby foyer'.split(' '),
  'street road sidewalk pavement lane avenue boulevard highway alley parking'.split(' '),
  'yard garden backyard courtyard lawn grounds patio'.split(' '),
  'house home building apartment flat cabin cottage villa mansion hut'.split(' '),
  'bar pub tavern saloon club inn'.split(' '),
  'car van truck sedan limousine limo taxi cab vehicle jeep pickup suv'.split(' '),
  'store shop supermarket market'.split(' '),
  'cafe café diner restaurant bistro'.split(' '),
  'forest wood woods trees clearing jungle'.split(' '),
  'toilet bathroom restroom washroom'.split(' '),
  'stairs stairwell stairway staircase steps landing'.split(' '),
]
/** Any scene is one: "enters the room" comes in, wherever that is. */
export const anyPlaces = wordSet(
  'room scene stage frame shot view picture place area premises party zimmer raum pièce habitación cuarto stanza pokoju pokój комнату комнаты odadan odaya oda rummet kamer',
)
/** What the camera sees: "into frame". */
export const views = wordSet('frame view shot sight')
/** Whoever is in one of these sits. */
export const seatedPlaces = wordSet(
  'car van truck sedan limousine limo taxi cab jeep pickup suv cockpit convertible minivan',
)
/** Whoever gets into one of these stays in sight. */
export const vehicles = wordSet(`
  car van truck limousine limo cab taxi train bus plane boat ship table door elevator lift sedan jeep pickup suv ambulance cruiser helicopter
  wagon carriage tractor trailer tram streetcar trolley ferry subway rickshaw gondola canoe raft jet train horse bike bicycle motorcycle motorbike scooter coach convertible hatchback minivan lorry`)
/** Of those what drives up and away: with it those who sit in it. */
export const drivenThings = wordSet(`
  car van truck limousine limo cab taxi train bus plane boat ship sedan jeep pickup suv ambulance cruiser helicopter wagon carriage tractor tram streetcar trolley ferry subway rickshaw gondola canoe raft jet horse bike bicycle
  motorcycle motorbike scooter coach convertible hatchback minivan lorry`)
/** Whoever gets out of one of these was in sight before, or was hidden in it. */
export const containers = wordSet(
  drivenThings,
  'bed bath shower pool water car truck van chair seat tub cab taxi hole bag box',
)
/** Whoever comes out of one of these comes into sight. */
export const hidingPlaces = wordSet(
  'shadow shadows dark darkness gloom fog mist smoke bushes trees crowd hiding nowhere night woods reeds undergrowth thicket distance daylight sunlight sunshine sunset glare',
)
/** Whoever comes out of one of these was under it. */
export const waters = wordSet('water waves surf sea lake pool river pond ocean')
/** What is gone through: coming in by it. */
export const doorways = wordSet(
  'door doors doorway gate gates entrance window windows curtain curtains hatch batwings flap porthole trapdoor archway arch turnstile opening gap hole skylight vent airlock portal exit beads blinds flames waterfall gateway',
)
/** What somebody is led or thrown out by. */
export const waysOut = wordSet('door back window front gate exit')
/** What is gone along to somewhere else: who goes down the corridor is seen no more, unless he does something. */
export const passages = wordSet(`
  corridor corridors hallway hall passage passageway passageways aisle alley alleyway street road lane path track trail drive driveway ramp slope slopes
  embankment hillside hill dune dunes mountainside bank beach shore pavement sidewalk boardwalk quay pier jetty tunnel shaft chute companionway
  gangway gangplank stairs steps staircase stairway stairwell ladder escalator stoop staircases escape rope drainpipe trunk line wire chain cable vine highway avenue pass mountain`)
/** What is gone over, and who has is out of sight: "over the rail". */
export const edges = wordSet(
  'edge rail railing railings rim side brink cliff parapet ledge precipice balcony crest brow ridge horizon hill hills dunes bank border wall fence gate hedge sill windowsill threshold footlights bulwark gunwale ropes top',
)
/** What somebody makes for who wants to be gone. */
export const goals = wordSet(
  'exit exits door doors doorway elevator elevators lift lifts stairs stairwell stairway gate gates hills woods trees border street road car cars truck shore surface treeline hatch airlock portal escalator turnstile',
)
/** Somebody in one of these is out of sight. */
export const closets = wordSet(
  'closet wardrobe cupboard trunk boot cellar pantry cage cell crate coffin sack chute oven cab car van truck taxi ambulance wagon carriage limousine limo elevator lift hole pit well',
)
/** What leads to another floor. */
export const stairways = wordSet('stairs steps staircase stairway ladder gangway gangplank escalator stoop')
/** Another floor of the house. */
export const floors = wordSet('upstairs downstairs')
/** What closes behind whoever went. */
export const closingThings = wordSet(
  'door doors gate gates hatch elevator lift curtain curtains trapdoor batwings flap shutter portcullis',
)
/** Heads a direction of place before the name: "at one door Oberon". */
export const stagePlaces = wordSet(
  'the a an one another other opposite far several door doors side sides end gate way part place stage of left right',
)

function without(words: WordSet, others: WordSet): WordSet {
  return wordSet(words.words.filter((word) => !others.has(word)).join(' '))
}
