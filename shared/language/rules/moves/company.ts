import type { MoveRow } from '../moveRow'

/** Somebody takes or sends somebody in or out. `@it`: "leads Otto off", "leads it off". */
export const company: readonly MoveRow[] = [
  {
    match:
      '~yank|~suck|~snatch|~SEND @it %adverb* backwards|back|down|off|away|under? & into|in|under|beneath|through the|a %small? {hidingPlace}',
    form: 'now',
    means: 'exit',
    moves: 'object',
    example: ['A hand yanks Otto backwards into the dark.', 'Mara shoves Otto into the bushes.'],
  },
  {
    match: [
      '~yank|~suck|~drag|~pull @ under|underwater & stop',
      '~drag|~yank|~haul|~carry @ %adverb* out of sight|view|frame',
    ],
    form: 'now',
    means: 'exit',
    moves: 'object',
    example: ['Something pulls Otto under.', 'Mara drags Otto out of sight.'],
  },

  {
    match: '~carry|~bring in & a|an|his|her|their|two|some %small',
    form: 'now',
    means: 'enter',
    example: 'Otto carries in a tray.',
  },
  { match: '~LEAD %in & the|a|an? @name', form: 'now', means: 'enter', moves: 'both', example: 'Mara leads in Otto.' },
  { match: '~LEAD %out & the|a|an? @name', form: 'now', means: 'exit', moves: 'both', example: 'Mara leads off Otto.' },
  {
    match: ['~push|~shove|~pull|~kick|~throw @it away|back|aside|off & end', '~drag|~draw @it back|aside & end'],
    form: 'now',
    means: 'none',
    example: ['Otto shoves Mara away.', 'Otto pushes Mara off and stands.'],
  },
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
    moves: 'followed',
    example: ['Otto follows Mara out.', 'Otto follows her out of the room.', 'Otto follows her out the door.'],
  },
  {
    match: ['~LEAD @it %in & end|through', '~LEAD @it %in & of {place}', '~LEAD @it %in & {wayOut}'],
    form: 'now',
    means: 'enter',
    moves: 'both',
    example: 'Mara drags Otto in.',
  },
  {
    match: ['~LEAD|~rush @it %out & end|%ing', '~LEAD @it %out & of {place}', '~LEAD @it %out & {wayOut}'],
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
    match: ['~SEND @it %out & end|%ing', '~SEND @it %out & of {place}', '~SEND @it %out & {wayOut}'],
    form: 'now',
    means: 'exit',
    moves: 'object',
    example: ['Mara throws Otto out.', 'Mara ushers Otto out of the room.'],
  },
]
