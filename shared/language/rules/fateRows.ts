import type { Row } from './rowIndex'

/**
 * What words tell of somebody's fate in a scene: stays when others go, dies, or is there alone; and of whom: the one who does it or
 * whoever it is done to.
 */
export interface FateRow extends Row {
  readonly means: 'stays' | 'dies' | 'alone'
  readonly of: 'subject' | 'object'
}

/** Fates. */
export const fateRows: readonly FateRow[] = [
  {
    match: 'alone',
    notAfter: 'not|never|let|leave|leaves|leaving|left|far|home|him|her|them|me|us|you',
    notIf: [
      ['alone with @', 'Otto is alone with Mara.'],
      ['alone together', 'Otto and Mara are alone together.'],
    ],
    means: 'alone',
    of: 'subject',
    example: [
      'Otto is alone.',
      'Alone, Otto stares at the wall.',
      'Otto, alone, stares at the wall.',
      'Otto stands alone in the rain.',
    ],
  },
  {
    match: ['only @named ~remain|~stay|~linger|~hang', 'only @named is|are left', 'only @named ~stay|~remain'],
    means: 'alone',
    of: 'object',
    example: 'Only Otto stays in his seat.',
  },
  { match: 'manet|manent|manentque', means: 'stays', of: 'object', example: 'Manet Otto.' },
  {
    match: '~remain|~stay|~linger',
    means: 'stays',
    of: 'subject',
    example: ['Otto remains behind.', 'Otto stays.', 'Otto lingers.'],
  },
  {
    match: 'is|are left alone|behind|onstage|there|stop',
    means: 'stays',
    of: 'subject',
    example: 'Otto is left alone.',
  },
  { match: '~die:now', means: 'dies', of: 'subject', example: 'Otto dies.' },
  {
    match: 'is|are|fall|falls|drop|drops slain|killed|murdered|dead',
    means: 'dies',
    of: 'subject',
    example: ['Otto is slain.', 'Otto falls dead.'],
  },
  {
    match: '~kill:now|~slay:now|~murder:now|~strangle:now|~smother:now|~behead:now',
    means: 'dies',
    of: 'object',
    example: 'Mara kills Otto.',
  },
]
