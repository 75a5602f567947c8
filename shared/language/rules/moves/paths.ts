import type { MoveRow } from '../moveRow'

/** What somebody does to himself who comes or goes with an effort or a flourish. */
const heave =
  '~haul|~drag|~pull|~push|~bow|~squeeze|~heave|~hoist|~lower|~ease|~force|~fling|~throw|~launch|~hurl|~propel|~swing|~lever|~lift|~pry|~prise|~wrench|~shove|~invite|~roll|~kick|~scrape|~work|~unfold|~peel'

/** Somebody moves himself, as the words say. */
export const heaving: readonly MoveRow[] = [
  {
    match: [`${heave} %themselves %adverb* %in & end`, `${heave} %themselves %adverb* %in & of|through|over`],
    means: 'enter',
    weak: true,
    example: ['Otto hauls himself in.', 'Otto squeezes himself in through the gap.'],
  },
  {
    match: [
      `${heave} %themselves %adverb* %out & end`,
      `${heave} %themselves %adverb* %out & of|toward|towards|to|down`,
    ],
    means: 'exit',
    place: 'outOf',
    example: ['Otto bows himself out.', 'Otto pushes himself off.'],
  },
  {
    match: `${heave} %their bulk|weight|body|frame %adverb* in|up|down|out|over|through|onto|into|across & {}`,
    means: 'enter',
    weak: true,
    fresh: true,
    example: 'Otto heaves his bulk through the hatch.',
  },
  {
    match: `${heave} %themselves %adverb* up|down|out|in|over & stop`,
    means: 'enter',
    weak: true,
    fresh: true,
    example: 'Otto hauls himself up.',
  },
  {
    match: `${heave} %themselves %adverb* up|down|out|over|through|onto|into|from|across & {}`,
    means: 'enter',
    weak: true,
    fresh: true,
    example: 'Otto hauls himself over the rail.',
  },
]

const going = '~GO|~sink|~head|~rise|~drop'
const shoving = '~push|~pull|~kick|~shove|~break|~tear|~slide|~move|~bounce|~roll|~peel|~drift|~strike|~set'

/** Somebody moves along something that leads elsewhere: who does nothing more has gone, who was not there has come. */
export const paths: readonly MoveRow[] = [
  {
    match: '~GO %adverb* in|out|down|up|over|through|off|away|inside|outside after @it',
    form: 'now',
    means: 'exit',
    follows: true,
    example: 'Mara leaves. Otto jumps in after her.',
  },
  {
    match: [
      `${shoving} %adverb* off|away & through|into|down|up|across|along|toward|towards|over|after`,
      '~peel|~break|~push %adverb* away|off & stop',
    ],
    form: 'now',
    means: 'exit',
    place: 'off',
    example: ['Otto pushes off through the hatch.', 'Otto kicks off down the corridor.', 'Otto peels away.'],
  },
  {
    match: [
      '~GO|~duck|~slip %adverb* & under the|a %small? {barrier}',
      '~GO|~duck|~slip %adverb* under the|a %small? tape|rope|ropes|cordon|bar|net & stop|and',
    ],
    form: 'now',
    means: 'enter',
    weak: true,
    place: 'over',
    set: 'EXT. YARD - DAY',
    example: 'Otto ducks under the fence.',
  },
  {
    match: '~GO %adverb* round|around the corner',
    form: 'now',
    means: 'enter',
    weak: true,
    place: 'along',
    example: 'Otto skids around the corner.',
  },
  {
    match: [
      '~go|~walk|~disappear|~hurry|~stroll|~shuffle into the back & stop',
      '~go|~run|~hurry to get|fetch|see|look|check|find',
    ],
    form: 'now',
    means: 'exit',
    place: 'off',
    example: ['Otto goes into the back.', 'Otto goes to get it.'],
  },
  {
    match: 'out|through & the|of|through the? {doorway}',
    after: 'then',
    means: 'exit',
    example: 'Otto grabs his boots, then out the window.',
  },
  {
    match: 'in|out|down|up ~GO|~come & the|a|an|two|three|four|five|six|his|her|their? %small? %small? @name',
    means: 'enter',
    weak: true,
    moves: 'object',
    example: ['Out tumbles Otto.', 'In walks Otto.'],
  },
  {
    match: '~get|~climb|~hop|~jump on & stop|at|with|and',
    form: 'now',
    means: 'enter',
    weak: true,
    fresh: true,
    place: 'into',
    set: 'INT. LIFT - DAY',
    example: 'Otto gets on.',
  },
  {
    match: '~GO|~slam|~smash|~blast|~fight|~press %adverb* & through|down {doorway}',
    means: 'enter',
    weak: true,
    place: 'over',
    example: [
      'Otto slams through the swing door.',
      'Otto backs through the waiting room door.',
      'Otto dives down the hatch.',
    ],
  },
  {
    match: '~wheel|~carry|~bring|~roll|~push|~drag|~lug|~haul|~cart %in & a|an|the|two|three|his|her|their|another',
    means: 'enter',
    weak: true,
    example: ['Otto wheels in a cot.', 'Otto carries in the cake.'],
  },
  {
    match: '~come last|first|next|too|along|behind & stop',
    means: 'enter',
    weak: true,
    example: 'Otto comes last.',
  },
  {
    match: '~GO|~appear|~emerge|~loom & the|a|an|two|three|his|her|their? %small? %small? @name',
    means: 'enter',
    weak: true,
    moves: 'object',
    inverted: true,
    example: ['Over the side swarms Otto.', 'Through the smoke strides Otto.'],
  },
  {
    match:
      '~come|~go %ing %adverb* & end|up|down|from|through|toward|towards|to|out|along|round|around|across|back|over|into|at',
    means: 'enter',
    weak: true,
    example: ['Otto comes running.', 'Otto comes panting up the hill.', 'Otto comes riding in from the west.'],
  },
  {
    match:
      '~make|~pick|~wind|~thread|~force|~weave|~push|~shoulder|~elbow|~fight|~feel %their way %adverb* & up|down|through|across|along|to|toward|towards|between|past|over|around|round|into',
    means: 'enter',
    weak: true,
    fresh: true,
    example: 'Otto makes his way down the aisle.',
  },
  {
    match: '~come %adverb* & down|up|along the|a|an|his|her|their %small? %small? {passage}',
    means: 'enter',
    weak: true,
    place: 'within',
    example: ['Otto comes down the stairs.', 'Otto comes slowly up the long ramp.'],
  },
  {
    match: `${going} %adverb* & down|up|along|through the|a|an|his|her|their %small? %small? {passage}`,
    form: 'now',
    means: 'enter',
    weak: true,
    place: 'along',
    example: ['Otto scrambles up the ladder.', 'Otto shuffles along the dark tunnel.'],
  },
  {
    match: [
      `${going}|~step|~climb|~vault|~leap|~hop %adverb* & over|across|off the|a|an|his|her|their %small? {edge}`,
      `${going}|~step %adverb* over it & stop|and`,
      '~GO|~vault|~scale|~clamber|~scramble %adverb* & over|through|the|a %small? {barrier}',
    ],
    notIf: [['~GO|~vault|~scale|~clamber|~scramble %adverb* the|a %small? window|gate', 'Otto rolls the window down.']],
    form: 'now',
    means: 'enter',
    weak: true,
    place: 'over',
    set: 'EXT. YARD - DAY',
    example: ['Otto steps over the rail.', 'Otto tumbles over the edge of a cliff.', 'Otto vaults the wall.'],
  },
  {
    match: [`~GO|~sink|~drop|~duck %adverb* & behind|beneath|underneath|under|below {}`],
    form: 'now',
    means: 'exit',
    place: 'off',
    example: ['Otto dives behind the curtain.', 'Otto sinks behind the counter.'],
  },
  {
    match: [
      '~GO|~head|~make|~start|~break|~bolt|~run %adverb* & for {goal}',
      '~GO|~head %adverb* off? & to|toward|towards the|an %small? exit|exits|elevator|elevators|lift|lifts|stairs|stairwell|gate|gates|escalator',
      '~GO|~head %adverb* & for|toward|towards the|his|her|their %small? {room}',
    ],
    notIf: [['~GO ... for|toward|towards ... table|counter|window', 'Otto walks toward the kitchen window.']],
    form: 'now',
    means: 'exit',
    place: 'off',
    example: ['Otto heads for the elevators.', 'Otto makes for the door.', 'Otto walks to the exit.'],
  },
  {
    match: [
      '~GO|~climb %adverb* down|up & to|into|onto|toward|towards the|a|an|his|her|their',
      '~climb|~scramble|~crawl|~clamber|~shin|~slide|~lower down|up & stop',
    ],
    notIf: [
      [
        '~GO|~climb %adverb* down|up & to|into|onto|toward|towards the|a|an|his|her|their %small? window|table|bed|desk|counter|bar|chair|sofa|floor|ground|wall|microphone|piano|fire|body|corpse|man|woman',
        'Otto climbs down to the floor.',
      ],
    ],
    form: 'now',
    means: 'exit',
    place: 'off',
    example: ['Otto runs down to the lake.', 'Otto takes the torch and climbs down.'],
  },
  {
    match: '~GO|~tap-dance %adverb* on|onto stage|set|court|field|parade|deck|camera|screen',
    means: 'enter',
    weak: true,
    example: 'Otto shuffles on stage.',
  },
  {
    match: '~come %adverb* %elsewhere',
    means: 'enter',
    weak: true,
    example: 'Otto comes home.',
  },
  {
    match: `${going} %adverb* %elsewhere`,
    form: 'now',
    means: 'exit',
    place: 'off',
    example: ['Otto slinks below.', 'Otto trots home.', 'Otto hurries outside.'],
  },
  {
    match: '~GO %adverb* & past|by @it into|in',
    form: 'now',
    means: 'exit',
    place: 'along',
    example: 'Otto squeezes past Mara into the shower.',
  },
  {
    match: '~GO %adverb* the length|breadth|width of ... to & the|his|her %small? {goal}',
    form: 'now',
    means: 'exit',
    place: 'off',
    example: 'Otto walks the length of the hall to the gate.',
  },
  {
    match: '~GO %adverb* & past|by @it through|across|out|up|down',
    form: 'now',
    means: 'exit',
    place: 'off',
    example: 'Otto walks past Mara through the swing doors.',
  },
  {
    match: '~walk|~run|~split|~bolt|~hightail|~scarper|~scram|~jump|~leap & stop',
    after: 'and|then|,',
    form: 'now',
    means: 'exit',
    place: 'off',
    example: ['Otto grabs his bag and runs.', 'Otto gets up and walks.'],
  },
]

const appearing = '~GO|~rise|~shoot|~unfold|~loom|~explode|~spring|~grow|~uncoil|~drop|~swing|~lean'

/** Somebody who was not there yet comes by any way that the words tell. */
export const arrivals: readonly MoveRow[] = [
  {
    match: ["it's|it is? @name & stop|in|with|who|(", 'suddenly @name is|are|stands|stand|sits|sit'],
    means: 'enter',
    weak: true,
    fresh: true,
    moves: 'object',
    side: 'in_place',
    example: ["Mara opens. It's Otto.", 'Suddenly Otto is beside Mara.'],
  },
  {
    match: ['is right behind|beside @it', 'is right next|in to|front'],
    means: 'enter',
    weak: true,
    fresh: true,
    example: 'Mara turns. Otto is right behind her.',
  },
  {
    match: 'there is|are|stands|stand|sits|sit|appears %small? @name',
    after: 'and',
    means: 'enter',
    weak: true,
    moves: 'object',
    side: 'in_place',
    example: 'A puff of smoke, and there stands Otto.',
  },
  { match: '~catch up & stop|with', means: 'enter', weak: true, fresh: true, example: 'Otto catches up, wheezing.' },
  { match: '~peep|~peek out & stop', means: 'enter', weak: true, fresh: true, example: 'Otto peeps out.' },
  {
    match: '~come %adverb* round|around the',
    means: 'enter',
    weak: true,
    fresh: true,
    example: 'Otto comes round the end of a shelf.',
  },
  { match: '~surface & stop|with|beside|behind|by', means: 'enter', weak: true, example: 'Otto surfaces, gasping.' },
  {
    match: [
      `${appearing} %adverb* & out of {}`,
      `${appearing} %adverb* & from under|beneath|behind|below|among|between? {}`,
    ],
    means: 'enter',
    weak: true,
    fresh: true,
    example: ['Otto rises out of the gold.', 'Otto unfolds from the machine.', 'Otto crawls from under the bed.'],
  },
  {
    match: [
      '~land|~alight|~perch|~settle|~touch down? on|in|around|beside|next|atop|at',
      '~float|~fade|~swim|~come|~drift|~flicker|~shimmer|~blink|~pop|~crackle into view|sight|focus|shot|frame|being|existence|light',
    ],
    means: 'enter',
    weak: true,
    fresh: true,
    example: ['Otto lands on the sill.'],
  },
  {
    match: '~GO %adverb* & across|between|among|along|around|round|down|up|over|onto|through {}',
    form: 'now',
    means: 'enter',
    weak: true,
    fresh: 'later',
    example: 'Otto saunters between the rings.',
  },
]

/** Somebody is sent or taken along such a way. */
export const removals: readonly MoveRow[] = [
  {
    match: '~follow|~trail the|a %small? %small out|off|outside|away & stop',
    form: 'now',
    means: 'exit',
    example: 'Otto follows the waiter out.',
  },
  {
    match: '~LEAD|~push @it %adverb* past|by & stop|on|in|with',
    form: 'now',
    means: 'cross',
    weak: true,
    moves: 'object',
    example: 'Mara wheels Otto past on a bed.',
  },
  {
    match: '~SEND|~LEAD @it through & stop',
    form: 'now',
    means: 'exit',
    moves: 'object',
    place: 'off',
    example: 'Mara ushers Otto through.',
  },
  {
    match: '~SEND|~kick|~knock|~tip|~bowl @it %adverb* & through the|a|an|his|her|their %small? {doorway}',
    form: 'now',
    means: 'exit',
    moves: 'object',
    place: 'along',
    example: 'Mara shoves Otto through the door.',
  },
  {
    match: '~follow|~trail|~chase|~pursue @ %adverb* & into|through|up|down|across|over|onto|along',
    form: 'now',
    means: 'exit',
    moves: 'both',
    place: 'off',
    example: 'Mara follows Otto into the glass box.',
  },
  {
    match: [
      '~SEND|~kick|~knock|~tip|~bowl @it %adverb* & over|out|down|into the|a|an|his|her|their %small? {doorway}',
      '~SEND|~knock|~tip|~bowl @it %adverb* & over|off the|a|an %small? {edge}',
      '~SEND|~LEAD|~pull|~stuff|~lock|~bundle|~stow @it %adverb* & in|into the|a|an|his|her|their %small? {closet}',
      '~SEND|~LEAD @it %adverb* back onto|into|to & {}',
      '~SEND @it %adverb* %elsewhere',
    ],
    form: 'now',
    means: 'exit',
    moves: 'object',
    place: 'off',
    example: [
      'Mara tips Otto down the hatch.',
      'Mara pushes Otto into the closet.',
      'Mara herds Otto back onto the pavement.',
    ],
  },
  {
    match: [
      '~LEAD @it %adverb* & through|over|down the|a|an|his|her|their %small? {doorway}',
      '~LEAD|~walk|~march @it %adverb* %elsewhere',
      '~LEAD|~walk|~march|~rush|~wheel @it %adverb* %out? & to|toward|towards|down|along|across|up {}',
    ],
    form: 'now',
    means: 'exit',
    moves: 'both',
    place: 'off',
    example: ['Mara marches Otto below.', 'Mara rolls Otto off to surgery.'],
  },
  {
    match: ['~snatch|~pluck|~whisk|~sweep|~spirit|~scoop|~carry @it up? off|away|aloft|into'],
    form: 'now',
    means: 'exit',
    moves: 'object',
    example: 'An eagle snatches Otto away.',
  },
  {
    match: '~snatch|~pluck|~scoop @it up? and ~fly|~disappear|~vanish|~run|~swim|~carry|~soar|~bolt|~gallop|~make',
    form: 'now',
    means: 'exit',
    moves: 'object',
    example: 'An eagle plucks Otto up and flies off.',
  },
]
