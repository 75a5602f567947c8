import { wordList } from './wordList'
import { wordSet } from './wordSet'

/** Titles that say nothing of the person's sex; they are no part of a name. */
export const neutralTitles = wordSet(`
  dr doctor prof professor capt captain lt lieut lieutenant sgt sergeant col colonel gen general maj major cpl
  corporal pvt private commander cmdr admiral officer detective det inspector agent constable deputy sheriff marshal
  judge senator governor mayor president rev reverend bishop cardinal pope nurse chef coach chief ambassador`)

const ladies = `
  mrs miss ms dame lady queen princess duchess countess baroness empress czarina madame madam mme mlle mademoiselle
  frau fraulein signora signorina senora senorita dona`
const lords =
  'mr mister sir lord king prince duke count earl baron marquis marquise emperor czar m monsieur herr signor senor don'
const mothers = 'mother sister aunt auntie grandma grandmother granny mom mum mama ma mistress'
const fathers = 'father brother uncle grandpa grandfather dad papa pa master'
/** Titles that tell man from woman: "Mrs. Smith" is not "John Smith". */
export const genderedTitles = wordSet(ladies, lords, mothers, fathers)
/** How a wife is titled by her husband's name: "Capulet and his Wife" is LADY CAPULET. */
export const wifeTitles = wordList('lady mrs mistress madam madame')

/** Words that set two persons of one name apart. */
export const apartWords = wordSet(`
  young younger old older elder little big baby teen teenage adult grown-up grown middle-aged preteen pre-teen jr sr junior senior ii iii iv fake real dead evil
  ghost clone first second third fourth fifth sixth seventh eighth ninth tenth one two three four five six another
  other`)

/** Of those the ones that tell an age. */
export const ageWords = wordSet(
  'young younger old older elder elderly little baby teen teenage adult grown-up grown middle-aged aged preteen pre-teen',
)
/** Nouns for a woman. */
export const womanNouns = wordSet(`
  woman girl gal lady wife mother daughter sister aunt auntie niece grandmother grandma granny mom mum girlfriend
  fiancee bride widow hostess policewoman waitress barmaid maid actress nun queen princess duchess countess witch
  mermaid gentlewoman heroine stewardess`)
/** Nouns for a man. */
export const manNouns = wordSet(`
  man boy guy lad gentleman lord fellow dude husband father son brother uncle nephew grandfather grandpa dad
  boyfriend fiance groom widower policeman barman doorman waiter priest monk king prince duke count`)
/** Nouns for a single person or being that acts: "the WAITER" is a character, "the LADDER" is not. */
const beingNouns = wordSet(`
  kid child baby infant toddler teen teenager person figure stranger cousin twin friend lover neighbor neighbour
  guest host cop officer detective inspector sheriff deputy marshal agent spy guard bodyguard sentry soldier
  sergeant captain colonel general major lieutenant corporal private marine sailor docker stevedore longshoreman sniper pilot copilot driver
  chauffeur cabbie conductor doctor nurse surgeon paramedic medic patient dentist therapist lawyer attorney judge
  bailiff clerk secretary assistant receptionist teller cashier manager boss owner worker janitor cleaner butler
  servant cook chef bartender barista dealer bouncer porter customer client passenger commuter tourist teacher
  professor student pupil principal coach player referee actor director producer reporter journalist anchor
  announcer narrator photographer cameraman singer dancer drummer guitarist pianist musician fiddler dj rabbi imam
  vicar bishop pope pastor reverend knight squire wizard ghost spirit fairy elf dwarf giant goblin troll vampire
  werewolf zombie monster creature demon devil angel alien robot android cyborg ogre messenger herald attendant
  courier deliveryman mailman postman plumber mechanic carpenter farmer shepherd fisherman hunter butcher baker
  tailor joiner weaver tinker shopkeeper shopper vendor merchant banker broker scientist engineer hacker technician
  operator dispatcher trucker ranger hooker pimp newscaster presenter boxer wrestler runner rider trainer builder
  barkeep bodybuilder kidnapper hitchhiker solicitor criminal thief burglar robber mugger gangster thug henchman
  minion villain killer murderer assassin prisoner inmate convict warden victim witness suspect hostage beggar bum
  drunk hobo wanderer traveler traveller hiker jogger cyclist biker skater pedestrian bystander onlooker peasant
  slave rebel pirate cowboy indian bandit outlaw gambler fool jester clown magician steward housekeeper nanny
  babysitter gardener gardner caretaker undertaker gravedigger voice leader champion hero mastermind boatswain
  shipmaster prologue chorus emcee cadet looker-on dj interviewer presenter contestant fishmonger grocer florist locksmith librarian curator usher
  stagehand understudy composer poet author novelist editor publisher critic painter sculptor model stylist designer architect surveyor
  bricklayer roofer electrician welder miner lumberjack blacksmith cobbler seamstress nanny governess tutor headmaster headmistress dean scholar
  monk friar abbot abbess prioress hermit pilgrim preacher missionary crusader templar samurai ninja gladiator legionnaire viking
  redcoat hussar dragoon musketeer grenadier lancer archer bowman gunner bombardier paratrooper commando mercenary guerrilla partisan
  firefighter lifeguard ranger coroner pathologist informant snitch smuggler trafficker poacher hitman stalker intruder trespasser
  heckler protester demonstrator striker picketer voter candidate lobbyist diplomat attache interpreter translator stenographer foreman juror
  mourner reveler reveller partygoer rioter marcher worshipper parishioner churchgoer spectator
  waiter valet concierge bellhop bellboy maitre sommelier dishwasher busboy croupier bookie gambler jockey goalkeeper striker quarterback pitcher batter
  swimmer diver surfer skier climber mountaineer astronaut cosmonaut navigator stoker deckhand bosun lookout castaway stowaway
  bridesmaid bachelor spinster orphan urchin tramp vagrant junkie addict pusher scout lodger tenant boarder promoter supervisor prosecutor defendant neighbor flatmate roommate housemate classmate schoolmate teammate
  colleague coworker partner accomplice intern apprentice trainee recruit veteran widow heir heiress twin triplet newborn mayor senator president ambassador minister governor consul tribune`)
/** Animals act like persons: they come and go. */
const animalNouns = wordSet(`
  dog puppy hound cat kitten horse pony mule donkey cow pig goat sheep lamb wolf fox bear lion tiger elephant monkey
  ape gorilla bird parrot raven owl eagle hawk snake rat rabbit deer shark whale dolphin dragon dinosaur hedgehog badger squirrel chipmunk beaver otter
  mole hare hamster ferret weasel skunk raccoon possum kangaroo koala panda camel llama giraffe zebra rhino hippo buffalo bull ox calf chicken hen rooster
  duck goose swan turkey pigeon dove crow magpie sparrow seagull penguin ostrich peacock frog toad turtle tortoise lizard crocodile alligator crab lobster
  octopus squid seal walrus orca snail beetle ant bee wasp butterfly spider firefly moth cricket grasshopper caterpillar worm coyote jackal hyena leopard
  panther cheetah jaguar cougar lynx moose elk reindeer stag doe fawn foal stallion mare terrier poodle unicorn fish mouse eel salmon trout sardine jellyfish starfish shrimp prawn vulture falcon heron stork flamingo canary parakeet
  pelican puffin seahorse stingray piranha rodent bison hog piglet gosling duckling chick cub pup`)
/** Nouns for several persons that are told in the singular: "the crowd leaves". */
const collectiveNouns = wordSet(`
  crowd mob gang band crew team squad patrol posse family couple pair trio audience congregation class choir chorus
  court train army troop`)
/** Plurals that name persons. */
const pluralNouns = wordSet(`
  men women boys girls guys kids children teens teenagers people persons twins troops cops police friends guests
  others ladies gentlemen servants attendants lords nobles soldiers guards sailors mariners pirates students workers
  villagers citizens plebeians commoners murderers witches spirits fairies elves shapes nymphs reapers messengers
  officers clowns players lovers monks nuns priests zombies ghosts dancers musicians reporters neighbors neighbours
  brothers sisters parents daughters sons wives followers henchmen minions thugs knights senators tribunes
  conspirators leaders dogs hounds pages masquers torchbearers powers extras passersby bystanders lookers-on redcoats`)
/** End like a noun for a person and are none. */
const noPersons = wordSet(
  'malady german roman human specimen regimen abdomen acumen omen talisman ottoman walkman playboy',
)
/** May be anybody: "MAN" is no part of the name MAN IN BLACK. */
export const anybodyNouns = wordSet('man woman boy girl guy gal kid child person figure stranger voice lady fellow')

/** "granddaughter", "step-brother", "mother-in-law" */
const relations =
  /^(?:(?:great-?)?grand|step-?|god-?|foster-?|half-?)(?:mother|father|son|daughter|child|brother|sister|parent|aunt|uncle|nephew|niece|ma|pa|mom|dad)$|^\p{L}+-in-law$/iu

/** A noun for one person or animal: "the WAITER", "a WATCHMAN", "the DOG". In small letters or capitals. */
export function isPersonNoun(word: string): boolean {
  return (
    womanNouns.has(word) ||
    manNouns.has(word) ||
    beingNouns.has(word) ||
    animalNouns.has(word) ||
    relations.test(word) ||
    (/^\p{L}{2,}(?:man|woman|person|boy|girl|keeper|lady|mistress|master)$/iu.test(word) && !noPersons.has(word))
  )
}

/** "the DOG": told as "it", seldom as "he" or "she". */
export const isAnimalNoun = (word: string): boolean => animalNouns.has(word)

/** A noun for several: "TRUCKERS", "WATCHMEN", "the crowd". */
export const isGroupNoun = (word: string): boolean => collectiveNouns.has(word) || isPluralNoun(word)

/** Of those the ones that are told in the plural: "TRUCKERS", "WATCHMEN". */
export function isPluralNoun(word: string): boolean {
  if (pluralNouns.has(word)) return true
  if (/^\p{L}{2,}(?:men|women|people|boys|girls|keepers|children|ladies|masters)$/iu.test(word))
    return !noPersons.has(word)
  return (
    /s$/i.test(word) &&
    (isPersonNoun(word.slice(0, -1)) || (/ies$/i.test(word) && isPersonNoun(`${word.slice(0, -3)}y`)))
  )
}

/** May a verb in the plural be told of a name: "the Guards leave", "the crew leave"? */
export const mayBePlural = (name: string): boolean =>
  /(?:[^s]s|men|people|children|police|folk|crew|gang|crowd|train)$/i.test(name)

/** The sex that a noun or title tells: "queen", "waiter", "Mrs"; null where it tells none. */
export function sexOfWord(word: string): 'he' | 'she' | null {
  if (womanNouns.has(word) || womanTitles.has(word)) return 'she'
  return manNouns.has(word) || manTitles.has(word) ? 'he' : null
}
const womanTitles = wordSet(ladies, mothers)
const manTitles = wordSet(lords, fathers)

/** Plurals that are not made with -s. */
const plurals: Readonly<Record<string, string>> = {
  man: 'men',
  woman: 'women',
  child: 'children',
  policeman: 'policemen',
  gentleman: 'gentlemen',
  gentlewoman: 'gentlewomen',
  thief: 'thieves',
  wife: 'wives',
  elf: 'elves',
  person: 'people',
}

/** SOLDIER to SOLDIERS, THIEF to THIEVES; in capitals, as name keys are. */
export function pluralOf(noun: string): string {
  const own = plurals[noun.toLowerCase()]
  if (own) return own.toUpperCase()
  if (/(?:S|SH|CH|X|Z)$/.test(noun)) return `${noun}ES`
  return /[^AEIOU]Y$/.test(noun) ? `${noun.slice(0, -1)}IES` : `${noun}S`
}

/** In a description they are somebody, as a name in a script they may be a thing. */
const describedPersons = wordSet('gnome guide model author parent')

/** Does a word of a description sound like a person, in a list or not: "juggler", "pianist", "detective"? */
export const soundsLikePerson = (word: string): boolean =>
  isPersonNoun(word) ||
  isGroupNoun(word) ||
  describedPersons.has(word) ||
  /(?:[^aeiou]er|[aeiou]or|ist|ess|ian|ctive)$/i.test(word)
