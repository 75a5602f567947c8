import { wordSet } from './wordSet'

/** Small words that bind a sentence together. */

/** "the", "a" */
export const articles = wordSet('a an the')
/** Whose something is. */
export const owners = wordSet('his her their its my your our')
/** Which one is meant. */
export const pointers = wordSet('this that these those')
/** What may open a noun phrase, and a role in small letters: "the minion", "another guard". */
export const determiners = wordSet(
  articles,
  owners,
  pointers,
  'two three four five six more other another one several some certain divers many few no every each both all',
)
/** Before one thing: "the GUN", "his GUN". */
export const singleDeterminers = wordSet(articles, owners, pointers, 'another each every one')
/** Before several: "two BEERS", "some MEN". */
export const pluralDeterminers = wordSet(
  'some several two three four five six seven eight nine ten dozens many few certain divers various both twin',
)
/** Numbers as words, for how many of a group come. */
export const counts: Readonly<Record<string, number>> = {
  two: 2,
  both: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
}

/** Behind a verb: in. */
export const inward = wordSet('in inside onstage on-stage')
/** Behind a verb: out. */
export const outward = wordSet('out off away offstage off-stage offscreen off-screen')
/** Behind a verb: to another floor, another deck, the open air. */
export const elsewhere = wordSet(
  'below ashore aboard aft astern overboard outside outdoors indoors topside backstage belowdecks home aloft downstream upstream downhill uphill',
)
/** Where somebody is who is only heard: "approaches offscreen". */
export const unseenPlaces = wordSet(
  'offscreen off-screen offstage off-stage offcamera off-camera o.s o.c unseen within',
)
/** Between a verb and its particle: "walks right in"; words in -ly too. */
export const adverbs = wordSet(
  'back quickly right straight just then now again slowly once more together sideways backward backwards barefoot alone first already',
)

/** Between a verb of being and what somebody is: "is still gone". */
export const stillWords = wordSet('still already now just suddenly again always long simply also probably')

/** How somebody follows: "follows close behind". */
export const trailing = wordSet('suit close closely behind quickly slowly after')

/** Prepositions that open a phrase of place or company behind somebody: "Otto, at the door, ...". */
export const placePrepositions = wordSet(
  'at in on by with near from behind beside under above below inside outside across without of',
)
/** Open a sentence with a place: "Through the smoke", "Behind him", "Here". */
export const placeOpeners = wordSet(
  'over through into from in behind down up out along across past around round on under beneath below above between among beside onto off by at before after inside outside near next here there then',
)
/** Words at which the noun phrase before them is over. */
export const nounEnders = wordSet('and with in on to of from through as at into for behind by while without alone')
/** Words that may follow a verb of leaving or appearing without being its object; words in -ing and -ly too. */
export const phraseEnders = wordSet(`
  and with in at on from through by as while carrying holding without via together alone again behind beside out
  above below left right stage screen next near before after then who severally dressed followed into for except save but`)

/** Before a verb these make it no event: "to leave", "can't enter", "the exit". */
export const noEventBefore = wordSet(`
  to can can't cannot could would should will won't not don't doesn't didn't never may might must if the a an his
  her their this that no my your dead dry fallen of for`)
/** Before an adverb they make what it goes with no event: "never quite leaves". */
export const negations = wordSet("not never n't")
/** Before "let" they make it none. */
export const denials = wordSet("won't wouldn't don't doesn't didn't can't cannot couldn't not never to")
/** What follows is told as thought, wished or said, not as happening: "says that he goes". */
export const reporting = wordSet(
  'if whether unless that says wants wishes hopes imagines remembers pretends refuses refuse forbids before until where',
)
/** Before "the man" they make him somebody who is there. */
export const touching = wordSet(
  'with beside behind toward towards to at near past around onto against between over before',
)
/** A clause with a subject of its own begins. */
export const subordinators = wordSet('as while when until because that where if before after since though although')
/** Words that begin such a clause inside a sentence, so that no part of it can stand for itself. */
export const relativeWords = wordSet('which who whom whose that where while when as because')
/** Before the subject of a clause: "and Otto", "as Otto", "suddenly Otto". */
export const clauseOpeners = wordSet(`
  and but then as while when where suddenly now here only it's that until meanwhile so see find sees finds watch
  watches reveal reveals to`)
/** Words that may lead up to a sentence's subject: "Then suddenly they ...". */
export const sentenceLeads = wordSet('then suddenly finally now and but so slowly quickly as while when')
/** Between a subject and its verb; words in -ly too: "Otto then slowly turns and leaves". */
export const fillers = wordSet(`
  then now just also again finally both all each at last once still is are who and but has have already turns gets
  up rises stands`)

/** Between two doings: what stands behind is another phrase. */
export const phraseJoiners = wordSet('and but then as while when who')

/** Brings somebody along: "with Otto", "followed by Otto", "dragging Otto". */
export const bringing = wordSet(`
  with followed accompanied attended pursued supported assisted helped led carried borne guarded leading dragging
  tugging lugging hauling pulling pushing carrying bearing bringing taking escorting supporting helping driving
  chasing`)
/** The same at the head of a part of a list of who comes. */
export const companions = wordSet(`
  with attended followed accompanied pursued leading driving bringing bearing carrying dragging hauling tugging
  pulling supporting escorting chasing guarded led preceded supported joined including meeting`)
/** Before "by": "Mercutio, supported by Benvolio". */
export const companyParticiples = wordSet(
  'supported followed accompanied attended assisted helped led pursued guarded joined',
)
/** All but those named: "but Robin", "except Robin". */
export const exceptions = wordSet('but except save')
/** Opens what tells how somebody comes or goes: "through the door", "carrying a tray"; words in -ing and -ly too. */
export const mannerOpeners = wordSet(`
  through with from carrying holding by via on in out over under across behind followed dressed wearing without to
  toward towards into onto at down up alone together`)
/** After a next verb: "and drops HER bag" is another doing. */
export const objectOpeners = wordSet(
  articles,
  'his her its their him it them at to into up down on in off out over across toward towards',
)

/**
 * Before a group of names its determiner and adjectives may stand, but none of these: "leads his faithful servants".
 */
export const groupBreakers = wordSet(`
  and or with including but except save as while when who of to at in by from for is are like then watch watches see
  sees follow follows lead leads on into`)
/** Words at which a list of names is over. */
export const listBreakers = wordSet('as who while to at like of in on from is are')
/** Before somebody who then does something in the plain form: "watches Otto leave". */
export const seeing = wordSet('watch watches see sees hear hears let lets make makes help helps as while when until')
/** Of those the ones that make a pronoun the one who does it: "watches him go". */
export const watching = wordSet('watch watches see sees let lets hear hears')

/** In a list of who comes, the words before a name's own: "two", "certain", "the first". */
export const listNumbers = wordSet(`
  a an the two three four five six seven eight certain divers several some many more other another all one or no his
  her their its first second both`)
/** Begins what is told of a name in such a list, no further name: "Enter Otto like a ghost, dressed as Mara". */
export const asides = wordSet(`
  like to of behind in on at from through into above below under over before after for by disguised dressed as`)
/** Before what somebody brings on stage: "bearing banners". */
export const bearing = wordSet('bearing carrying bringing dragging hauling pulling tugging')

/** Behind a name these leave it a name; any other word in small letters makes it tell a kind: "the Boss effect". */
export const nameFollowers = wordSet('and or in on at with by from is who to')

/** Behind a name and a comma these tell what somebody does or where, not how they look: "Eli, in the corner,". */
export const noTraitOpeners = wordSet(`
  and or but then as still now who whose which that while when where if in on at from behind under over by through
  into onto out off up down along across near next beside inside outside like to for not also too again suddenly
  finally slowly quickly he she they it we you i is are was were aka a.k.a`)
