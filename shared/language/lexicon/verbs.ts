import { formsOf, type FormKind } from './verbForms'
import { wordList } from './wordList'
import { wordSet, type WordSet } from './wordSet'

/** What a verb can tell of. Rows name a family in capitals: `~GO in` is "walks in", "storm in", "sneaking in". */
export const familyMeanings = {
  /** Moves oneself; a particle tells where to: "saunters out". */
  GO: 'moves oneself',
  /** Of those as often a small movement, or something done to a thing: "steps back", "pulls away". */
  SHIFT: 'moves a little, or moves a thing',
  /** Comes or goes without any particle: "arrives", "leaves". */
  PASS: 'comes or goes',
  /** Takes somebody along: both go. */
  LEAD: 'takes along',
  /** Makes somebody go and stays. */
  SEND: 'makes go',
  /** Goes in or out behind somebody: "follows him in". */
  FOLLOW: 'goes behind',
  /** Something done that begins and ends: the two ends of a shot are different moments of it. */
  DEED: 'begins and ends',
  /** Something that goes on for a while and looks the same at both ends of a shot. */
  STATE: 'lasts',
  /** A body at rest, whatever else it does. */
  REST: 'rests',
  /** What hits somebody: whom it is done to recoils. */
  STRIKE: 'hits',
  /** What mostly a person does: whoever does it is a character. */
  HUMAN: 'is done by persons',
} as const
/** The name of a family of verbs. */
export type VerbFamily = keyof typeof familyMeanings

/**
 * Every verb once, behind all it can tell of. A new verb goes into the row that fits it; its forms are made
 * (verbForms.ts).
 */
const verbs: readonly (readonly [families: string, verbs: string])[] = [
  [
    'GO',
    `
      storm pile slip burst crash ride fly crawl jump hop sail head dash dart race speed saunter shuffle wander barge
      swagger tiptoe limp float charge troop swim skate cycle bike pedal trundle creep trot gallop bolt scurry
      scuttle scamper skip stomp tramp trudge strut stroll amble bound leap sprint jog lurch waltz sweep glide drift
      file squeeze plod pad zoom dive hobble lope bustle flounce prance slink sidle steal scoot fade retreat
      withdraw toddle waddle lumber clamber scramble slither totter mosey meander canter swoop flit slog wade hurtle careen roar rumble thunder screech
      bounce spill stream flow flock surge caper carom cavort clomp clump coast curtsy flap flutter frolic gambol hasten hike inch mince nip pirouette reel reverse sashay scud scutter shamble skitter skulk somersault spring stray streak swing swoosh teeter tootle traipse travel twirl vault waft  whoosh wobble worm wriggle zigzag
      breeze blunder lollop lunge motor parade patter pelt plunge prowl romp scarper slouch stalk steam swarm toil trek tumble zip
      jet rocket stampede barrel skid plough plow shimmy tap-dance goose-step hightail bumble scoop thud clatter clank shoulder elbow weave wend shin`,
  ],
  ['GO HUMAN', 'run rush hurry sneak stride stumble stagger go come'],
  ['GO DEED', 'climb duck'],
  ['GO DEED HUMAN', 'pour'],
  ['GO LEAD', 'march hustle whirl'],
  ['GO LEAD HUMAN', 'walk'],
  ['GO FOLLOW', 'trail'],
  ['GO SEND STATE HUMAN', 'drive'],
  ['GO SHIFT', 'move peel slide get pop back'],
  ['GO SHIFT LEAD', 'roll'],
  ['GO SHIFT HUMAN', 'step'],
  ['GO SHIFT DEED', 'fall break tear'],
  ['GO SHIFT LEAD DEED', 'pull'],
  ['GO SHIFT SEND DEED STRIKE', 'push'],
  ['LEAD DEED', 'draw help'],
  ['PASS', 're-enter reenter materialize materialise depart vanish disappear flee reappear descend ascend pass escape'],
  ['PASS HUMAN', 'enter arrive emerge exit appear return approach'],
  ['PASS DEED HUMAN', 'leave cross'],
  ['PASS FOLLOW HUMAN', 'follow join'],
  ['FOLLOW', 'pursue'],
  ['SEND FOLLOW', 'chase'],
  ['LEAD', 'lead drag escort haul bring bear guide wheel frogmarch bundle'],
  ['LEAD STATE HUMAN', 'carry'],
  ['LEAD DEED HUMAN', 'take'],
  [
    'SEND',
    'usher send shoo hurl force order boot whisk herd shepherd hound eject expel evict banish propel nudge steer sling',
  ],
  ['SEND DEED', 'kick toss wave'],
  ['SEND DEED STRIKE', 'throw'],
  ['SEND STRIKE', 'shove'],
  [
    'DEED',
    `
      aim ask attire bend bite blow bow brush call catch clear close collapse cover crouch cut dig drop dump embrace
      examine fill find fire flip flop fold freeze give greet hand hang inspect lay lift lock lower notice offer pat
      place plop plug present raise remove ring rub see set settle shake show shut sink spin spot stab start stop
      swallow tap touch try unfold unlock`,
  ],
  ['DEED HUMAN', 'answer check dial turn glance hide hug kiss kneel light nod open pick point put reach wake wipe'],
  ['DEED STRIKE', 'hit knock punch shoot slam slap smack strike'],
  ['DEED STRIKE HUMAN', 'grab'],
  ['GO STATE', 'dance'],
  ['STATE', 'cry face search sing study whisper write'],
  ['STATE HUMAN', 'drink eat hold laugh listen look play read smile stare talk watch wear work'],
  ['STATE REST HUMAN', 'lean lie sit sleep stand wait'],
  ['HUMAN', 'shrug speak say type pace fight argue smoke peer sigh grin frown'],
]

const lemmas = new Map<VerbFamily, string[]>()
const listed = new Set<string>()
for (const [families, words] of verbs) {
  for (const verb of wordList(words)) {
    if (listed.has(verb)) throw new Error(`the verb ${verb} stands twice in the lexicon`)
    listed.add(verb)
  }
  for (const family of wordList(families) as readonly VerbFamily[])
    lemmas.set(family, [...(lemmas.get(family) ?? []), ...wordList(words)])
}

/** The verbs of a family, in their plain form. */
export const verbsOf = (family: VerbFamily): readonly string[] => lemmas.get(family) ?? []

/** The words that a verb is in the given forms. */
function wordsOfVerb(lemma: string, forms: readonly FormKind[]): string[] {
  return [...formsOf(lemma)].flatMap(([word, { form }]) => (forms.includes(form) ? [word] : []))
}

/** The words that the verbs of some families are in the given forms. */
function wordsOfFamilies(families: readonly VerbFamily[], forms: readonly FormKind[]): WordSet {
  return wordSet(families.flatMap((family) => verbsOf(family).flatMap((lemma) => wordsOfVerb(lemma, forms))).join(' '))
}

/** Verbs that mostly persons do: "walks", "walk", and their "is", "are", "has". */
export const humanVerbs = wordSet('is are has', wordsOfFamilies(['HUMAN'], ['s', 'base']))
/** "opens", "takes": somebody does something that begins and ends. */
export const deedVerbs = wordsOfFamilies(['DEED'], ['s'])
/** "sits", "waits": a body at rest. */
export const restVerbs = wordsOfFamilies(['REST'], ['s'])
/** "locking", "picking": something that is over when the next thing is done. */
export const beginningDeeds = wordsOfFamilies(['DEED'], ['ing'])
/** "swoops", "trots": somebody moves. */
export const goingVerbs = wordsOfFamilies(['GO'], ['s'])
/** Any verb of the table in its -s form: a clause may begin with it. */
export const doingVerbs = wordsOfFamilies(['DEED', 'STATE', 'GO', 'PASS', 'HUMAN', 'LEAD', 'SEND', 'FOLLOW'], ['s'])
