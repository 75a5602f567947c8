import type { MoveRow } from '../moveRow'

const stepping = '~step|~hop|~jump|~climb|~get|~swing|~slide|~leap|~tumble|~scramble'

const ways = 'past|by|through|across|down|up|along|over|toward|towards'

/** Somebody moves past something and out. */
export const onAndOut: readonly MoveRow[] = [
  {
    match: `~GO %adverb* ${ways} ... ,|and? out & into|onto {}`,
    means: 'enter',
    weak: true,
    place: 'outInto',
    example: 'Otto walks through the door and out into the hall.',
  },
  {
    match: `~GO %adverb* ${ways} ... ,|and? out & of|the|through|into|onto|stop`,
    notIf: [
      [
        `~GO %adverb* ${ways} ... ,|and? out of breath|luck|words|ideas|patience|time|control|focus|money|bullets|ammo`,
        'Otto rushes up, out of breath.',
      ],
    ],
    means: 'exit',
    example: ['Otto walks down the hall and out of sight.', 'Otto pushes past Mara, out the door.'],
  },
]

/** Somebody moves: in. */
export const inwards: readonly MoveRow[] = [
  { match: '~pull|~drive in & end', means: 'enter', weak: true, example: 'Otto pulls in.' },
  {
    match: '~GO %adverb* in & past|after|under|backwards|backward',
    means: 'enter',
    weak: true,
    place: 'into',
    example: ['Otto troops in past Mara.', 'Otto ducks in under her arm.'],
  },
  {
    match: '~GO %adverb* in & ... later|late',
    means: 'enter',
    weak: true,
    example: 'Otto staggers in ten seconds later.',
  },
  {
    match: '~get|~fall|~break|~pull|~push|~go|~move %adverb* %in !end',
    means: 'none',
    example: ['Otto falls in love.', 'Otto moves in circles.'],
  },
  { match: '~GO %adverb* in place', means: 'none', example: 'Otto runs in place.' },
  {
    match: '~GO %adverb* in !end !@name !{place}',
    means: 'none',
    example: ['Otto walks in circles.', 'Otto runs in the rain.'],
  },
  {
    match: '~come %adverb* %in',
    means: 'enter',
    example: ['Otto comes in.', 'Otto comes right back in.', 'Otto comes inside.'],
  },
  {
    match: '~SHIFT|~go %adverb* %in',
    means: 'enter',
    weak: true,
    place: 'into',
    example: ['Otto steps inside.', 'Otto goes in.'],
  },
  {
    match: '~GO %adverb* %in',
    means: 'enter',
    place: 'into',
    example: ['Otto walks in.', 'Otto barges in.', 'Otto bursts in, furious.', 'Otto runs in with Mara.'],
  },
  {
    match: '~GO %adverb* & into|onto {view}',
    means: 'enter',
    example: ['Otto walks into frame.', 'Otto steps into view.'],
  },
  {
    match: '~get|~fall|~crash|~pull|~push|~back %adverb* into|onto',
    means: 'none',
    example: ['Otto gets into bed.', 'Otto backs into the kitchen table.'],
  },
  {
    match: '~GO %adverb* into|onto {vehicle}',
    means: 'none',
    example: ['Otto climbs into the van.', 'Otto jumps onto the table.'],
  },
  {
    match: '~come %adverb* & into|onto {place}',
    means: 'enter',
    weak: true,
    example: 'Otto comes into the hall.',
  },
  {
    match: '~GO %adverb* & into|onto {place}',
    means: 'enter',
    weak: true,
    place: 'into',
    example: ['Otto steps into the hall.', 'Otto walks onto the stage.'],
  },
  {
    match: [
      '~GO %adverb* & into|in|among the|a %small? {hidingPlace}',
      '~GO %adverb* back & into|among the|a %small? {hidingPlace}',
    ],
    form: 'now',
    means: 'exit',
    place: 'outInto',
    example: ['Otto bolts into the trees.', 'Otto walks into the fog.'],
  },
  {
    match: '~GO %adverb* into|onto',
    means: 'none',
    example: ['Otto bumps and runs into Mara.', 'Otto walks into a lamp.'],
  },
]

const strolling =
  '~wander|~stride|~stroll|~saunter|~amble|~walk|~run|~hurry|~rush|~sidle|~trot|~march|~sail|~glide|~skip|~swagger|~waddle|~limp|~stumble|~shuffle|~jog|~breeze|~drift|~stalk|~bustle|~lumber|~lope|~pad|~storm|~sashay|~crawl'

const further = 'up|down|along|forward|forth|over'

/** Somebody moves: on, up, back. */
export const onwards: readonly MoveRow[] = [
  {
    match: '~peek|~peer|~look|~glance|~lean %adverb* round|around & the|a %small? {doorway}',
    means: 'enter',
    weak: true,
    fresh: true,
    example: 'Otto peeks round the door.',
  },
  {
    match: '~pop|~bob up & stop|over|from|behind|above|beside|next',
    means: 'enter',
    weak: true,
    fresh: true,
    example: 'Otto pops up over the wall.',
  },
  {
    match: '~GO|~drop %adverb* down & from the|a|an|his|her|their %small? %small? {vehicle}',
    form: 'now',
    means: 'exit',
    weak: true,
    place: 'outOf',
    set: 'INT. TRAIN - DAY',
    example: 'Otto swings down from the train.',
  },
  {
    match: '~move on & stop|to|down|up',
    form: 'now',
    means: 'exit',
    place: 'off',
    example: ['Otto moves on.', 'Otto moves on to the next room.'],
  },
  {
    match: '~GO|~come %adverb* closer|nearer & stop|and|to',
    form: 'loose',
    means: 'enter',
    weak: true,
    fresh: true,
    example: 'Otto wobbles closer.',
  },
  {
    match: '~GO|~drop %adverb* down & from {}',
    means: 'enter',
    weak: true,
    fresh: true,
    example: 'Otto drops down from the fire escape.',
  },
  {
    match: '~glide|~saunter|~sidle|~waltz|~stroll|~amble up & stop|beside|next|behind',
    means: 'enter',
    weak: true,
    example: ['Otto glides up, lights a candle and bows.', 'Otto strolls up beside Mara.'],
  },
  {
    match: '~swoop|~fly|~flutter|~float|~drift|~dive down & stop|to|and|onto|from',
    means: 'enter',
    weak: true,
    side: 'top',
    example: 'Otto swoops down, screaming.',
  },
  {
    match: '~reach the|a bank|shore|beach|clearing|ridge|summit',
    means: 'enter',
    weak: true,
    example: 'Otto reaches the shore, gasping.',
  },
  {
    match: '~GO %adverb* back the way',
    form: 'now',
    means: 'exit',
    example: 'Otto gallops back the way he came.',
  },
  {
    match: '~GO|~dance %adverb* on from the|stage left|right|wings',
    means: 'enter',
    weak: true,
    example: 'Otto runs on from the left.',
  },
  {
    match: '~come on & stop|with|behind|from|carrying|dressed',
    means: 'enter',
    weak: true,
    example: ['Otto comes on with a ladder.', 'Otto comes on behind Mara.'],
  },
  {
    match: '~come|~walk|~run|~stroll|~hurry|~rush|~wander %adverb* back %adverb* & end',
    means: 'enter',
    weak: true,
    example: ['Otto walks back.', 'Otto comes slowly back with a cup.'],
  },
  {
    match: [
      '~GO|~carry|~drag|~wheel ... and? out of sight|view|earshot',
      '~GO|~carry|~drag|~wheel ... and out of sight|view|earshot',
    ],
    form: 'now',
    means: 'exit',
    example: ['Otto rolls the barrel over the hill and out of sight.', 'Otto drags the sack out of sight.'],
  },
  {
    match: '~pull|~drive|~ride %adverb* up & end|to|beside|next',
    means: 'enter',
    weak: true,
    example: ['Otto pulls up in a red van.', 'Otto rides up on a mule.'],
  },
  {
    match: [`~come %adverb* ${further}`, `~GO %adverb* back %adverb* ${further}`],
    means: 'enter',
    weak: true,
    example: ['Otto comes up.', 'Otto walks back up.'],
  },
  {
    match: `${strolling}|~trudge|~plod|~pedal|~cycle %adverb* up & with|carrying`,
    means: 'enter',
    weak: true,
    fresh: true,
    example: 'Otto trudges up with two mugs.',
  },
  {
    match: `${strolling} %adverb* over & stop|with|and|to`,
    means: 'enter',
    weak: true,
    fresh: true,
    example: ['Otto wanders over, two glasses in hand.', 'Otto strides over to Mara.'],
  },
  { match: `~GO %adverb* ${further}`, means: 'none', example: ['Otto walks up to Mara.', 'Otto steps forward.'] },
]

/** Somebody moves: to another room. */
export const elsewhere: readonly MoveRow[] = [
  {
    match: [
      '~GO %adverb* back %adverb* to bed|work|town|base|camp|class|school',
      '~GO %adverb* back %adverb* & to|into|toward|towards the|his|her|their %small? {place}',
    ],
    notIf: [
      ['~GO ... table|desk|door|gate|window|stage|view|place|counter|bar', 'Otto walks back to the kitchen table.'],
    ],
    form: 'now',
    means: 'exit',
    place: 'along',
    set: 'EXT. BALCONY - DAY',
    example: ['Otto tiptoes back to bed.', 'Otto goes back to the party.'],
  },
  {
    match: '~GO %adverb* onto|to|into|over the|a next|neighboring|neighbouring|adjacent|adjoining|opposite {place}',
    form: 'now',
    means: 'exit',
    set: 'EXT. ROOF - NIGHT',
    example: ['Otto leaps onto the next roof.', 'Otto climbs into the neighbouring garden.'],
  },
  {
    match: '~GO %adverb* to|toward|towards & the|his|her|their %small? {room}',
    notIf: [['~GO ... to|toward|towards ... table|counter|window|door', 'Otto walks to the kitchen window.']],
    form: 'now',
    means: 'exit',
    place: 'to',
    example: ['Otto goes to the kitchen.', 'Otto runs to his bedroom.'],
  },
]

/** Somebody moves: out. */
export const outwards: readonly MoveRow[] = [
  {
    match: '~get|~climb|~jump|~hop|~step %adverb* out & stop|and|with|carrying',
    form: 'now',
    means: 'exit',
    weak: true,
    place: 'outOf',
    set: 'INT. CAR - DAY',
    example: ['Otto gets out.', 'Otto climbs out and waves.'],
  },
  {
    match: '~get|~hop|~step|~climb off & stop|and|with|without|at',
    form: 'now',
    means: 'exit',
    weak: true,
    place: 'outOf',
    set: 'INT. BUS - DAY',
    example: 'Otto gets off.',
  },
  { match: '~walk|~run|~storm out on @', means: 'exit', example: 'Otto walks out on Mara.' },
  {
    match: '~GO %adverb* & from {place}',
    form: 'now',
    means: 'exit',
    place: 'outOf',
    example: ['Otto runs from the room.', 'Otto hurries from the hall.'],
  },
  {
    match: '~GO %adverb* out & to the middle|centre|center|edge|front',
    means: 'none',
    example: 'Otto glides out to the middle.',
  },
  {
    match: '~GO %adverb* out & into|onto {}',
    means: 'enter',
    weak: true,
    place: 'outInto',
    example: 'Otto walks out into the hall.',
  },
  {
    match: '~GO %adverb* out & on tiptoe|tiptoes|foot|horseback|crutches|all|his|her',
    means: 'exit',
    place: 'outOf',
    example: 'Otto steals out on tiptoe.',
  },
  {
    match: '~GO %adverb* out & from|on|into|onto',
    means: 'enter',
    weak: true,
    example: ['Otto steps out from behind the door.', 'Otto walks out on the stage.'],
  },
  {
    match: '~poke|~peek|~peep|~peer out of|from|through',
    means: 'enter',
    weak: true,
    example: ['Otto pokes out of his hole.', 'Otto peeks out from behind the tree.'],
  },
  { match: '~come|~pop %adverb* out', means: 'enter', weak: true, example: ['Otto comes out.', 'Otto pops out.'] },
  { match: '~come|~pop %adverb* %out', means: 'none', example: 'Otto comes away with a prize.' },
  {
    match: '~GO %adverb* out & of {container}',
    means: 'exit',
    weak: true,
    place: 'outOf',
    set: 'INT. TAXI - DAY',
    example: 'Otto jumps out of the taxi.',
  },
  {
    match: `${stepping} %adverb* & off|down? from? {vehicle}`,
    means: 'exit',
    weak: true,
    place: 'outOf',
    set: 'INT. TRAIN - DAY',
    example: 'Otto steps off the train.',
  },
  { match: '~SHIFT %adverb* away', means: 'none', example: ['Otto steps away.', 'Otto pulls away.'] },
  {
    match: '~GO %adverb* out & of {hidingPlace}',
    means: 'enter',
    weak: true,
    example: ['Otto steps out of the shadows.', 'Otto runs out of the crowd.'],
  },
  {
    match: '~GO %adverb* out & of {water}',
    means: 'enter',
    weak: true,
    example: 'Otto walks out of the waves.',
  },
  {
    match: ['~SHIFT %adverb* out of !{place}', '~get|~fall|~roll|~break|~tear|~peel|~pull %adverb* out of'],
    means: 'none',
    example: ['Otto slides out of his jacket.', 'Otto falls out of the house.'],
  },
  {
    match: '~pull %adverb* out the|a|an|two|some|%their',
    means: 'none',
    example: ['Otto pulls out a gun.', 'Otto pulls out his wallet.'],
  },
  {
    match: '~get|~fall|~pull|~push|~peel|~tear|~break|~take|~roll|~slide|~go %adverb* off !end',
    means: 'none',
    example: ['Otto gets off the couch.', 'Otto tears off the label.'],
  },
  {
    match: [
      '~get|~fall|~pull|~push|~peel|~tear|~slide %adverb* !out %out',
      '~get|~fall|~roll %adverb* %out',
      '~drift %adverb* off & stop',
    ],
    means: 'none',
    example: ['Otto falls off.', 'Otto rolls away.', 'Otto drifts off.'],
  },
  {
    match: '~GO %adverb* out & of {place}',
    means: 'exit',
    place: 'outOf',
    example: ['Otto walks out of the hall.', 'Otto backs out of the room.'],
  },
  {
    match: '~GO %adverb* out & stop|with|and|carrying|holding',
    means: 'exit',
    place: 'outOf',
    example: ['Otto storms out.', 'Otto walks out with a tray.'],
  },
  {
    match: '~GO %adverb* %out',
    means: 'exit',
    example: ['Otto storms off.', 'Otto runs away, laughing.', 'Otto drives off.'],
  },
]

/** Somebody moves: past, to, behind somebody. */
export const beyond: readonly MoveRow[] = [
  {
    match: '~GO %adverb* {floor}',
    means: 'enter',
    weak: true,
    place: 'into',
    set: 'INT. UPSTAIRS - DAY',
    example: 'Otto runs upstairs.',
  },
  {
    match: '~SHIFT|~go|~come %adverb* past|by|across|through',
    means: 'none',
    example: ['Otto pushes past Mara.', 'Otto goes through his mail.'],
  },
  {
    match: '~GO %adverb* through|across|by a|an|his|her|their|its|rain|snow|traffic|mud',
    means: 'none',
    example: ['Otto runs through a list.', 'Otto walks through his mind.'],
  },
  {
    match: '~GO %adverb* through|across|along & {outdoors}',
    means: 'none',
    example: ['Otto runs through the snow.', 'Otto walks through the fog.'],
  },
  {
    match: '~GO %adverb* back %adverb* through|across',
    means: 'enter',
    weak: true,
    example: 'Otto crawls back through the audience.',
  },
  {
    match: '~GO %adverb* through|across & {place}',
    means: 'cross',
    weak: true,
    place: 'within',
    example: ['Otto jogs through the park.', 'Otto runs across the yard.'],
  },
  {
    match: '~GO %adverb* past|by|across|through',
    means: 'cross',
    weak: true,
    example: ['Otto walks past.', 'Otto runs across the lawn.', 'Otto cycles by.'],
  },
  {
    match: '~go & stop',
    notIf: [['~go :', 'Otto goes: no.']],
    means: 'exit',
    example: ['Otto goes.', 'Mara watches Otto go.'],
  },
  {
    match: '~come %adverb* & to|toward|towards|from',
    means: 'enter',
    weak: true,
    example: ['Otto comes to the table.', 'Otto comes slowly toward Mara.'],
  },
  { match: '~come|~get|~go %adverb* after', means: 'none', example: 'Otto goes after Mara.' },
  {
    match: [
      '~follow|~trail|~pursue %trailing* & stop',
      '~follow|~trail|~pursue|~chase %trailing* @it %trailing* & stop',
      '~GO %adverb* after @it & stop|with|into|through|down|out',
    ],
    form: 'now',
    means: 'exit',
    follows: true,
    example: [
      'Mara leaves. Otto follows.',
      'Mara leaves. Otto follows her closely.',
      'Mara leaves. Otto runs after her.',
      'Mara leaves. Otto hurries after her with a towel.',
    ],
  },
]
