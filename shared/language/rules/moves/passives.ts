import type { MoveRow } from '../moveRow'

/** What stands before somebody's state, or before what is done to him. */
export const being = "is|are|get|gets|being|he's|she's|they're"

/** Somebody is moved, or found gone. */
export const passives: readonly MoveRow[] = [
  {
    match: 'back & stop|with|in|at|for|from|on',
    after: being,
    means: 'enter',
    weak: true,
    example: ['Otto is back.', 'Otto is back with a poker.'],
  },
  {
    match: '~go:done & stop|when|by|without|again|now|before|in|like|from|as|and|already',
    after: "is|are|has|have|already|he's|she's|they're",
    means: 'exit',
    unseen: true,
    side: 'in_place',
    example: ['When Mara turns around, Otto is gone.', 'Otto is gone when she looks again.'],
  },
  {
    match: '~vanish:done|~disappear:done & stop|when|by|without|into|from|and|before',
    after: 'has|have',
    means: 'exit',
    unseen: true,
    side: 'in_place',
    example: 'When the music ends, Otto has vanished.',
  },
  {
    match: ['~flee:done|~leave:done|~depart:done|~escape:done & end', '~GO:done|~storm:done %adverb* %out & end'],
    after: "has|have|already|and|he's|she's|they're",
    means: 'exit',
    side: 'in_place',
    example: ['Otto has left.', 'Otto has crossed the room, snatched the letter and fled.', 'Otto has stormed out.'],
  },
  {
    match:
      '~appear:done|~materialise:done|~materialize:done|~arrive:done|~enter:done|~join:done|~return:done %small? & stop|in|by|at|beside|behind|with|from|them',
    after: 'has|have',
    means: 'enter',
    weak: true,
    side: 'in_place',
    example: 'Otto has appeared by the window.',
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
    match: [
      '~LEAD:done|~SEND:done|~show:done|~sweep:done|~rush:done back? %out',
      '~LEAD:done|~SEND:done down|below|upstairs|downstairs & stop',
    ],
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
