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
/** With "of" behind it, who is named is only seen in a picture: "a photo of Otto". */
export const pictures = wordSet(`
  photo photos photograph photographs snapshot snapshots picture pictures painting paintings portrait portraits poster posters statue statues drawing
  drawings sketch sketches likeness bust figurine effigy mural silhouette selfie polaroid polaroids image images cutout footage video recording
  billboard hologram caricature mugshot`)
/** With "of", "from" or "for" behind it, who is named is only told of: "a letter from Otto". */
export const mentions = wordSet(`
  name names mention memory memories news letter letters message messages text texts call calls voicemail email emails grave tombstone sign signs thought
  thoughts dream dreams story stories tale death loss absence murder search hunt voice sound sounds ghost invitation gift present note notes trace traces
  word rumor rumour rumors rumours hint postcard card telegram diary obituary funeral smell scent echo plans plan hatred fear love interest
  warrant trail opinion myth legend song`)
/** Where somebody is only seen in a picture: "on the TV". */
export const screens = wordSet(`
  tv television screen screens monitor monitors tablet laptop display telly jumbotron billboard feed broadcast news newscast video poster photo photograph
  picture painting portrait mural magazine newspaper cover`)
/** What is climbed over or through: who is there goes, who is not comes. */
export const barriers = wordSet(
  'fence wall hedge gate railing rail balustrade barricade barrier window hatch trapdoor skylight vent rubble turnstile',
)
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
