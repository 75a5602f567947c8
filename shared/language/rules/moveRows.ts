import type { MoveRow } from './moveRow'

const his = 'his|her|their'
const himself = 'himself|herself|themselves'
const being = 'is|are|get|gets|being'

/** Sayings: the verb alone would tell nothing, or something else. */
const sayings: readonly MoveRow[] = [
  { match: `~make ${his}|an|a hasty|quick? exit|escape|departure`, means: 'exit', example: 'Otto makes his escape.' },
  { match: `~make ${his}|an|a grand|dramatic? entrance`, means: 'enter', weak: true, example: 'Otto makes a grand entrance.' },
  {
    match: `~make|~find|~fight|~push|~elbow ${his} way back? out`,
    means: 'exit',
    example: ['Otto makes his way out.', 'Otto elbows his way out.'],
  },
  {
    match: `~make|~find|~fight|~push|~elbow ${his} way back? in|inside !the|a|an`,
    means: 'enter',
    weak: true,
    example: 'Otto pushes his way in.',
  },
  { match: `~take ${his} leave`, means: 'exit', example: 'Otto takes his leave.' },
  {
    match: ['~take off & stop|running|down|after|into|at|without|again|through', '~take off & in a'],
    means: 'exit',
    example: ['Otto takes off.', 'Otto takes off running.'],
  },
  {
    match: '~show|~turn up & stop|at|in|with|behind|again|late|drunk|alone',
    means: 'enter',
    weak: true,
    example: ['Otto turns up at the door.', 'Otto shows up drunk.'],
  },
  {
    match: `~poke|~stick|~pop|~put ${his} head|heads back? in|inside|through|into|around|round`,
    means: 'enter',
    weak: true,
    example: 'Otto pokes his head in.',
  },
  { match: `~let ${himself} back? in|inside`, means: 'enter', weak: true, example: 'Otto lets himself in.' },
  { match: `~let ${himself} out`, means: 'exit', example: 'Otto lets himself out.' },
  {
    match: '~let|~show|~buzz|~wave @ in|inside & stop|and|with|from|through',
    means: 'enter',
    moves: 'object',
    example: ['Mara lets Otto in.', 'Mara buzzes Otto in and sighs.'],
  },
  {
    match: ['~let|~show|~see @ out & stop|and|the|through|into', '~let|~show|~see @ out & of the'],
    means: 'exit',
    moves: 'object',
    example: ['Mara lets Otto out.', 'Mara shows Otto out the back door.'],
  },
  {
    match: [
      '~leave @ & stop|alone|there|behind|with|standing|sitting|lying|staring|waiting|hanging|kneeling|sobbing|crying|sleeping|speechless|stunned',
      `~leave @ & to it|${his}`,
    ],
    means: 'exit',
    example: ['Otto leaves Mara.', 'Otto leaves her standing there.', 'Otto leaves Mara to her thoughts.'],
  },
  {
    match: '~close|~shut|~slam|~swing|~click|~lock|~slide %small? behind @',
    near: 'door',
    means: 'exit',
    moves: 'object',
    closing: true,
    example: 'The door closes behind Otto.',
  },
]

/** Somebody is moved, or found gone. */
const passives: readonly MoveRow[] = [
  {
    match: '~go:done & stop|when|by|without|again|now',
    after: "is|are|has|have|already|he's|she's|they're",
    means: 'exit',
    unseen: true,
    side: 'in_place',
    example: ['When Mara turns around, Otto is gone.', 'Otto is gone when she looks again.'],
  },
  {
    match: '~discover:done|~reveal:done !to|that|by',
    after: being,
    means: 'enter',
    weak: true,
    side: 'in_place',
    example: 'Otto is discovered at chess.',
  },
  { match: '~assist:done|~help:done to leave|exit', after: being, means: 'exit', example: 'Otto is helped to leave.' },
  {
    match: '~LEAD:done|~SEND:done|~show:done|~sweep:done|~rush:done %in',
    after: being,
    means: 'enter',
    example: ['Otto is led in.', 'Otto is shown in.'],
  },
  {
    match: '~LEAD:done|~SEND:done|~show:done|~sweep:done|~rush:done %out',
    after: being,
    means: 'exit',
    example: ['Otto is led off.', 'Otto gets thrown out.', 'Otto is waved away.'],
  },
  {
    match: '~reveal|~discover %small? %small? %small? @name',
    means: 'enter',
    weak: true,
    moves: 'object',
    side: 'in_place',
    form: 'loose',
    despite: 'to',
    example: ['The door opens to reveal Otto.', 'The curtain rises, revealing a tired Otto.'],
  },
]

/** Verbs that tell of coming and going by themselves. */
const plain: readonly MoveRow[] = [
  {
    match: '~enter|~exit {code}',
    means: 'none',
    example: ['Otto enters the secret code.', 'Otto exits the browser.'],
  },
  { match: '~enter & {place}', means: 'enter', place: 'into', example: ['Otto enters the hall.', 'Otto enters the room.'] },
  { match: '~enter|~re-enter|~reenter', means: 'enter', example: ['Otto enters.', 'Otto re-enters, wet.'] },
  { match: '~arrive|~emerge', means: 'enter', weak: true, example: ['Otto arrives.', 'Otto emerges with two beers.'] },
  { match: '~materialize|~materialise', means: 'enter', side: 'in_place', example: 'Otto materializes.' },
  { match: '~exit & {place}', means: 'exit', place: 'outOf', example: 'Otto exits the hall.' },
  { match: '~exit|~depart', means: 'exit', example: ['Otto exits.', 'Otto departs in haste.'] },
  { match: 'exeunt', means: 'exit', example: 'Exeunt Otto.' },
  { match: '~vanish|~disappear', means: 'exit', side: 'in_place', example: ['Otto vanishes.', 'Otto disappears.'] },
  { match: '~flee', means: 'exit', example: ['Otto flees.', 'Otto flees in panic.'] },
  {
    match: '~appear & end',
    notIf: [['~appear %ly', 'Otto appears suddenly tired.']],
    means: 'enter',
    weak: true,
    side: 'in_place',
    example: 'Otto appears in the doorway.',
  },
  {
    match: '~reappear & end',
    notIf: [['~reappear %ly', 'Otto reappears visibly older.']],
    means: 'enter',
    side: 'in_place',
    example: 'Otto reappears with a lamp.',
  },
  { match: '~return & to', means: 'enter', weak: true, example: 'Otto returns to the table.' },
  { match: '~return & end|home', means: 'enter', example: ['Otto returns.', 'Otto returns home.'] },
  {
    match: ['~join & @it', '~join & the|his|in'],
    means: 'enter',
    weak: true,
    example: ['Otto joins them.', 'Otto joins Mara.', 'Otto joins in.'],
  },
  { match: '~approach', means: 'enter', weak: true, example: ['Otto approaches.', 'Otto approaches Mara.'] },
  { match: '~leave behind', means: 'none', example: 'Otto leaves behind a mess.' },
  { match: '~leave & end', means: 'exit', example: ['Otto leaves.', 'Otto leaves by the back door.'] },
  {
    match: '~leave & {place}',
    notIf: [['~leave ... running|open|unlocked|empty|alone|behind|dark', 'Otto leaves the car running.']],
    means: 'exit',
    place: 'outOf',
    example: ['Otto leaves the hall.', 'Otto leaves the room crying.'],
  },
  { match: '~leave', means: 'none', example: ['Otto leaves the gun on the table.', 'Otto leaves a note.'] },
  {
    match: '~descend|~ascend & stop',
    means: 'enter',
    weak: true,
    side: 'top',
    example: 'Otto descends.',
  },
  { match: '~escape & stop|through|out|into|with', means: 'exit', example: ['Otto escapes.', 'Otto escapes through the cellar.'] },
  { match: '~cross:now & his|her|their frame|path', means: 'cross', weak: true, example: 'Otto crosses her path.' },
  {
    match: `~cross to|toward|towards|over|arms|legs|out|off|${his}|${himself}`,
    means: 'none',
    example: ['Otto crosses his arms.', 'Otto crosses to the window.'],
  },
  { match: '~cross', form: 'now', means: 'cross', weak: true, example: ['Otto crosses behind Mara.', 'Otto crosses the frame.'] },
  {
    match: ['~pass by|through|behind|across|past|between|overhead', '~pass in & front'],
    form: 'now',
    means: 'cross',
    weak: true,
    example: ['Otto passes behind Mara.', 'Otto passes in front of the window.'],
  },
]

/** Somebody takes or sends somebody in or out. `@it`: "leads Otto off", "leads it off". */
const carried: readonly MoveRow[] = [
  { match: '~LEAD %in & the|a|an? @name', form: 'now', means: 'enter', moves: 'both', example: 'Mara leads in Otto.' },
  { match: '~LEAD %out & the|a|an? @name', form: 'now', means: 'exit', moves: 'both', example: 'Mara leads off Otto.' },
  {
    match: '~FOLLOW|~LEAD|~SEND @it %in|%out from',
    form: 'now',
    means: 'none',
    example: 'Otto pulls Mara away from the edge.',
  },
  {
    match: ['~FOLLOW @it %in & end', '~FOLLOW @it %in & of {place}', '~FOLLOW @it %in & {wayOut}'],
    form: 'now',
    means: 'enter',
    example: 'Otto follows Mara in.',
  },
  {
    match: ['~FOLLOW @it %out & end', '~FOLLOW @it %out & of {place}', '~FOLLOW @it %out & {wayOut}'],
    form: 'now',
    means: 'exit',
    example: ['Otto follows Mara out.', 'Otto follows her out of the room.', 'Otto follows her out the door.'],
  },
  {
    match: ['~LEAD @it %in & end', '~LEAD @it %in & of {place}', '~LEAD @it %in & {wayOut}'],
    form: 'now',
    means: 'enter',
    moves: 'both',
    example: 'Mara drags Otto in.',
  },
  {
    match: ['~LEAD @it %out & end', '~LEAD @it %out & of {place}', '~LEAD @it %out & {wayOut}'],
    form: 'now',
    means: 'exit',
    moves: 'both',
    example: ['Mara leads Otto off.', 'Mara drags Otto out the door.'],
  },
  {
    match: ['~SEND @it %in & end', '~SEND @it %in & of {place}', '~SEND @it %in & {wayOut}'],
    form: 'now',
    means: 'enter',
    moves: 'object',
    example: 'Mara pushes Otto in.',
  },
  {
    match: ['~SEND @it %out & end', '~SEND @it %out & of {place}', '~SEND @it %out & {wayOut}'],
    form: 'now',
    means: 'exit',
    moves: 'object',
    example: ['Mara throws Otto out.', 'Mara ushers Otto out of the room.'],
  },
]

const stepping = '~step|~hop|~jump|~climb|~get'

/** Somebody moves: in. */
const inwards: readonly MoveRow[] = [
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
  { match: '~GO %adverb* & into|onto {view}', means: 'enter', example: ['Otto walks into frame.', 'Otto steps into view.'] },
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
  { match: '~GO %adverb* into|onto', means: 'none', example: ['Otto bumps and runs into Mara.', 'Otto walks into a lamp.'] },
]

const ways = 'past|by|through|across|down|up|along|over|toward|towards'
const further = 'up|down|along|forward|forth|over|home'

/** Somebody moves: on, up, back. */
const onwards: readonly MoveRow[] = [
  {
    match: '~come|~walk|~run|~stroll|~hurry|~rush|~wander %adverb* back %adverb* & end',
    means: 'enter',
    weak: true,
    example: ['Otto walks back.', 'Otto comes slowly back with a cup.'],
  },
  {
    match: `~GO %adverb* ${ways} ... ,|and? out & into|onto {}`,
    means: 'enter',
    weak: true,
    place: 'outInto',
    example: 'Otto walks through the door and out into the hall.',
  },
  {
    match: `~GO %adverb* ${ways} ... ,|and? out & of|the|through|into|onto|stop`,
    means: 'exit',
    example: ['Otto walks down the hall and out of sight.', 'Otto pushes past Mara, out the door.'],
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
    example: ['Otto comes up.', 'Otto comes home.', 'Otto walks back up.'],
  },
  { match: `~GO %adverb* ${further}`, means: 'none', example: ['Otto walks up to Mara.', 'Otto steps forward.'] },
]

/** Somebody moves: out. */
const outwards: readonly MoveRow[] = [
  {
    match: '~GO %adverb* out & into|onto {}',
    means: 'enter',
    weak: true,
    place: 'outInto',
    example: 'Otto walks out into the hall.',
  },
  {
    match: '~GO %adverb* out & from|on|into|onto',
    means: 'enter',
    weak: true,
    example: ['Otto steps out from behind the door.', 'Otto walks out on the stage.'],
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
    match: `${stepping} %adverb* & off {vehicle}`,
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
    match: [
      '~SHIFT %adverb* out of !{place}',
      '~get|~fall|~roll|~break|~tear|~peel|~pull %adverb* out of',
    ],
    means: 'none',
    example: ['Otto slides out of his jacket.', 'Otto falls out of the house.'],
  },
  {
    match: `~pull %adverb* out the|a|an|two|some|${his}`,
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
      '~drift %adverb* off',
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
    match: '~GO %adverb* %out',
    means: 'exit',
    example: ['Otto saunters out.', 'Otto storms off.', 'Otto runs away, laughing.', 'Otto drives off.', 'Otto goes out.'],
  },
]

/** Somebody moves: past, to, behind somebody. */
const beyond: readonly MoveRow[] = [
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
  { match: '~GO %adverb* & through {doorway}', means: 'enter', weak: true, example: 'Otto walks through the door.' },
  {
    match: '~GO %adverb* past|by|across|through',
    means: 'cross',
    weak: true,
    example: ['Otto walks past.', 'Otto runs across the lawn.', 'Otto cycles by.'],
  },
  { match: '~go & stop', notIf: [['~go :', 'Otto goes: no.']], means: 'exit', example: ['Otto goes.', 'Mara watches Otto go.'] },
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
      '~follow|~trail|~pursue %trailing* @ %trailing* & stop',
      '~GO %adverb* after @ & stop',
    ],
    form: 'now',
    means: 'exit',
    follows: true,
    example: ['Mara leaves. Otto follows.', 'Mara leaves. Otto follows her closely.', 'Mara leaves. Otto runs after her.'],
  },
]

export const moveRows: readonly MoveRow[] = [
  ...sayings,
  ...passives,
  ...plain,
  ...carried,
  ...inwards,
  ...onwards,
  ...outwards,
  ...beyond,
]
