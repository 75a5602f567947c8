import { wordSet } from './wordSet'

/** Things that tell what a verb means, or that somebody is not there himself. */

/** What is entered or exited without anybody moving: "enters the code", "exits the browser". */
export const codes = wordSet(`
  code codes password passcode number numbers data pin combination name command coordinates text message details
  sequence browser app program game menu website freeway highway motorway contest competition race war agreement
  plea`)
/** Part of a body: "Otto's hands" are Otto. */
export const bodyParts = wordSet(`
  face eye eyes hand hands head back body feet foot arm arms leg legs finger fingers mouth lips shoulder shoulders
  hair fist fists knee knees chest neck cheek cheeks jaw brow smile gaze expression tear tears reflection silhouette
  side lap`)
/** Of those what a close picture shows: "Otto's eyes". */
export const faceWords = wordSet('face eyes expression')
/** With "of" or "from" behind it, who is named is not there: "a photo of Otto". */
export const likenesses = wordSet(`
  photo photos photograph photographs picture pictures painting portrait poster statue drawing sketch name memory
  memories news letter message text call voicemail email grave tombstone sign thought dream story death loss absence
  murder search hunt voice sound sounds body ghost invitation gift note`)
/** With "for", "of" or "about" behind it, who is named is not there: "waits for Otto". */
export const absenceVerbs = wordSet(`
  wait waits waiting look looks looking search searches searching call calls calling ask asks asking think thinks
  thinking dream dreams dreaming talk talks talking hear hears know knows speak speaks reminded worries worried`)
/** Right before a name they tell that its owner is not there: "without Otto", "phones Otto". */
export const absenceWords = wordSet(`
  without phone phones dial dials telephone telephones text texts email emails misses remembers mention mentions
  named called since unlike calls like`)
/** "Otto is missing" */
export const absentStates = wordSet('gone absent missing nowhere not dead')
/** What is heard of somebody in the next room: "calls from within". */
export const heardVerbs = wordSet(`
  call calls cries shout shouts speak speaks yell yells scream screams laugh laughs sing sings knock knocks sob sobs
  groan groans within is are`)
/** The dead, as they are carried. */
export const corpses = wordSet('body bodies corpse corpses corse corses hearse coffin')
/** Between "with" and a body. */
export const bodyLeads = wordSet('off away out along in with up the a his her their dead slain lifeless two three both')
/** Goes with who comes, and is nobody: "with drums and colours". */
export const train = wordSet(`
  drum drums colour colours color colors trumpet trumpets torches lights music hautboys cornet cornets flag flags
  weapon weapons other others etc all more some rest company severally alone aloft above again`)
/** Before an exit: "Alarums. Exeunt." tells of nobody. */
export const stageSounds = wordSet(
  'alarums flourish sennet trumpet trumpets drum drums hautboys cornet cornets horns music',
)

/** What is sat on. */
export const seats = wordSet('chair seat couch sofa table bench bed stool')
/** What is aimed. */
export const guns = wordSet('gun pistol rifle revolver shotgun weapon')
/** What is spoken into. */
export const phones = wordSet('phone receiver cell mobile cellphone telephone')
/** What is raised or drained by who drinks. */
export const drinks = wordSet('glass beer bottle drink cup mug wine whiskey whisky coffee tea')
/** What somebody is seen carrying. */
export const carriedThings = wordSet(`
  tray trays beer beers cup cups bottle bottles box boxes glass glasses bag bags suitcase suitcases cake cakes plate
  plates baby babies book books flowers bouquet bouquets`)
