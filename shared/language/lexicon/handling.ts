import { formsOf } from './verbForms'
import { wordList } from './wordList'
import { wordSet } from './wordSet'

/** What somebody does with a thing in his hands: whatever it is done to is a prop. */
export const handlingVerbs = wordSet(
  wordList(`
    take grab snatch seize hold carry lift raise lower drop throw toss fling hurl catch hand give offer pass slide pick put place set lay pull draw pocket
    unpocket slip tuck stuff hide bury dig find discover produce reveal pour fill empty drain sip drink eat bite chew light extinguish blow snuff load
    reload cock aim point fire swing wield brandish wave shake clutch grip clasp cradle balance juggle flip turn twist unscrew screw open unfold fold unwrap
    wrap unroll roll tear rip cut slice chop peel crack smash break shatter crush crumple burn sign stamp seal unseal read study examine inspect wipe polish
    clean wash mend sew stitch paint draw write type scribble push drag haul tow wheel steer drive ride park start mount saddle clip unclip hook
    unhook tie untie strap unstrap buckle fasten hang unlock lock insert remove extract plug unplug dial answer lift cover uncover steal stab stab hammer
    nail saw drill shovel rake sweep mop play strum pluck ring kick scrub spray squeeze dip stir serve deliver collect gather retrieve return exchange swap
    hit strike beat tap shove
    trade buy sell count deal shuffle film press click switch crank pump inflate fetch drop wear don doff adjust untangle knead lick swallow tip`)
    .flatMap((lemma) => [...formsOf(lemma)].flatMap(([word, { form }]) => (form === 'done' ? [] : [word])))
    .join(' '),
)

/** What is handled in words, or is built in, and is no prop. */
export const noProps = wordSet(`
  door doors doorway window windows wall walls floor ground ceiling roof room stair stairs step steps staircase street road path way corner side sky light
  lights air breath look glance gaze time times moment second minute hour day night morning evening word words name voice eye call step turn place seat
  space end edge top bottom back front rest bit piece pieces part lot kind sort thing things nothing something anything everything line attention
  head mind heart life death love truth lie lies chance risk idea plan question answer thought memory dream story joke song tune dance
  smile laugh frown nod sigh grin cry kiss hug bow punch blow shot shots fight attack charge course trail scent track job work role world war peace
  shadow shadows dark darkness silence noise sound water rain snow wind fog mist dust smoke fire flame flames blood tear tears sweat sun moon
  hill slope tree trees bush bushes hedge grass field woods forest river sea lake shore beach wave waves cloud clouds horizon distance
  blinds curtain curtains gate fence trapdoor hatch railing rail ledge pillar column shelf shelves counter table desk chair couch sofa bed bench stool
  cupboard drawer closet wardrobe fridge oven sink stove fireplace chimney dryer washer dumpster root branch branches
  shrug wink sweep gesture flourish titter chuckle jolt jerk twitch shiver shudder glow shade tangle storm leap roll spin thud tight pinch swig gulp puff drag stagger
  others other one ones two three both half whole same rest man woman wire nap shower bath drink meal dinner lunch breakfast
  knock crash engine throat pace pose stance grip hold aim deal bargain oath vow order orders command lead cue hint
  cover size rim pane paper dresser stall hillside puddle advantage hostage prisoner leave visit trip walk ride drive swim tour break pause lie party game match race test exam
  crowd audience camera frame screen scene picture body bodies corpse face hand foot shoulder sleeve pocket lap palm collar`)

/** What may end a phrase in small letters and is no noun: "the same", "squeezing her tight", "the two together". */
export const noNouns = wordSet(`
  own same other such new old bare calm free tight low high single double quick slow soft hard loud quiet deep shallow wide narrow good bad better best worse worst late
  early later earlier sooner sudden first second third last next final only very more most less least few many much enough several right left wrong true false real sure
  ready able alone together apart aside alike alive asleep awake awry ajar aloud ahead alongside near far nearby close closer clear clean sharp strong weak heavy warm hot cold cool
  fresh dry wet rough smooth flat steep straight sweet sour bitter safe rich poor busy full empty whole entire main usual normal strange odd weird crazy mad angry happy
  sad glad afraid scared nervous serious brave proud shy lonely lost familiar distant entire rest while before after again once twice never always ever yet still
  already almost quite rather too also even just maybe perhaps instead himself herself itself themselves myself yourself everyone someone could will would shall
  should may might must do does did done get gets got go goes gone come comes came let lets make makes made take takes took see sees saw seen say says said
  amid among beyond despite during except until unless upon via within tall short thick thin big small huge tiny little large`)
/** Of things the ones whose name is as often a verb: they count behind an article or owner alone. */
export const doubtfulThings = wordSet(`
  can saw move change sell slip watch cast drop hook file light play fire sign stick ring lock match book park box bag drum nail dress stamp tie bow iron shell staff stake rock
  board coat comb brush lead pan plant plate press pump punch rake roll screw seal seat shovel spring stitch stone strap strip swing switch tape tap text thread torch track
  train trap trunk tube wave wheel whip whistle wrap pass hose cap pole map mask mirror mop mug net note oar pack pen phone pick pin pipe pitch pocket pool pot press query
  ship shot shower slide spray spot square steam stool tip toast tool top toy type vest walk water hammer handle harness ladder leaf letter list mail milk model post pot`)

/** Places that are things as well. */
export const propPlaces = wordSet('car van truck boat bus bike taxi cab lamp')
