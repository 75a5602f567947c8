import { formsOf } from './verbForms'
import { wordList } from './wordList'
import { wordSet } from './wordSet'

const doing = (verbs: string) =>
  wordSet(
    wordList(verbs)
      .flatMap((lemma) => [...formsOf(lemma)].flatMap(([word, { form }]) => (form === 'done' ? [] : [word])))
      .join(' '),
  )

/** Whatever this is done to is in the hand from then on: "takes the phone". */
export const takingVerbs = doing(
  'take grab snatch seize lift draw produce retrieve catch collect fetch scoop pluck unholster pull accept steal',
)
/** What is taken out of one of these was not seen before. */
export const hidingThings = wordSet(`
  pocket pockets coat jacket overcoat shirt blouse dress skirt apron sleeve boot boots sock belt holster waistband bra hat bag handbag purse backpack rucksack
  briefcase suitcase case trunk box crate chest drawer desk cupboard cabinet wardrobe closet locker safe glovebox compartment boot envelope basket sack
  sofa couch bed mattress pillow floorboard floorboards seat saddlebag quiver scabbard sheath wallet folder drawers fridge freezer oven under inside behind`)
/** Whatever this is done to is in the hand already: "grips the gun". */
export const holdingVerbs = doing(
  'hold carry clutch grip wield brandish cradle balance hug raise aim point swing wave shake read study smoke sip drink open unfold load reload cock fire polish wind peel eat bite play strum fold',
)
/** Of those that hold, what is held on to: it is in the hand after that as well. */
export const firmHolding = doing('hold carry clutch grip wield brandish cradle balance aim point raise drink sip smoke')
/** Whoever does this needs both hands: what was in them is there no more. */
export const bothHands = doing('hug embrace clap climb strangle swim type crawl faint collapse')
/** Whatever does this by itself lies somewhere: "the letter lies on the table". */
export const lyingVerbs = doing(
  'lie stand sit rest hang fall drop slip shatter break roll land burn float vanish disappear',
)
/** Whatever this is done to is in the hand no more: "drops the phone". */
export const droppingVerbs = doing(
  'drop put set lay place throw toss hurl fling chuck leave discard release abandon stuff tuck hang lower slam plant return pocket',
)
/** Whatever this is done to is in another's hand then: "hands him the phone". */
export const givingVerbs = doing('hand give pass offer slide serve')
/** On what this is done somebody sits: "rides the bicycle". */
export const ridingVerbs = doing('ride pedal straddle mount weave')
/** In what this is done somebody sits: "drives the car". */
export const drivingVerbs = doing('drive steer')
/** Of those that take, what needs a word behind it: "picks up", "pulls out". */
export const pickedUp = doing('pick')
/** "takes off the wig" */
export const undressing = doing('take pull slip strip')
/** "puts on the wig" */
export const dressing = doing('put pull slip throw')
/** What is brought in without an article: "enters with wood". */
export const armfuls = wordSet(`
  wood firewood flowers groceries luggage bags suitcases coffee tea food water beer beers wine champagne papers files tools towels blankets drinks
  books presents gifts bread fruit letters mail weapons guns torches candles buckets boxes plates cups glasses bottles`)
/** What is in nobody's hand though it is held or read. */
export const noHandfuls = wordSet(`
  wheel message news call reins bridge lift bus train wall car truck van boat taxi cab piano organ throne statue tower house tent bicycle
  bike motorcycle horse wardrobe safe trunk coffin way lid cap button switch lever handle doorknob knob trigger`)
