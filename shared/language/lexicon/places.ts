import { wordSet, type WordSet } from './wordSet'

/** Common places by the preposition that English puts before them. */

/** Without "the": "in town". */
const settlements = wordSet('city town village')
/** "in the garden", also seen from outside, where others are "at" their door. */
export const openPlaces = wordSet(
  settlements,
  `
    garden park forest wood woods field jungle swamp desert valley clearing alley yard backyard square market camp
    cemetery courtyard playground trench mountains foothills`,
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
  inn`)

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
    building scene frame shot picture party table area classroom premises chamber gate door view stables ward place`,
)
/** Any scene is one: "enters the room" comes in, wherever that is. */
export const anyPlaces = wordSet('room scene stage frame shot view picture place area premises party')
/** What the camera sees: "into frame". */
export const views = wordSet('frame view shot sight')
/** Whoever gets into one of these stays in sight. */
export const vehicles = wordSet('car van truck limousine cab taxi train bus plane boat ship table door elevator lift')
/** Whoever gets out of one of these was in sight before, or was hidden in it. */
export const containers = wordSet('bed bath shower pool water car truck van chair seat tub cab taxi hole bag box')
/** Whoever comes out of one of these comes into sight. */
export const hidingPlaces = wordSet(
  'shadow shadows dark darkness gloom fog mist smoke bushes trees crowd hiding nowhere',
)
/** What is gone through: coming in by it. */
export const doorways = wordSet('door doors doorway gate entrance window curtain curtains')
/** What somebody is led or thrown out by. */
export const waysOut = wordSet('door back window front gate exit')
/** Another floor of the house. */
export const floors = wordSet('upstairs downstairs')
/** What closes behind whoever went. */
export const closingThings = wordSet('door doors gate gates hatch elevator curtain curtains')
/** Heads a direction of place before the name: "at one door Oberon". */
export const stagePlaces = wordSet(
  'the a an one another other opposite far several door doors side sides end gate way part place stage of left right',
)

function without(words: WordSet, others: WordSet): WordSet {
  return wordSet(words.words.filter((word) => !others.has(word)).join(' '))
}
