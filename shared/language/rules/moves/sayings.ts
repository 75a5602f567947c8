import type { MoveRow } from '../moveRow'

/** Sayings: the verb alone would tell nothing, or something else. */
export const sayings: readonly MoveRow[] = [
  {
    match: 'is|are the? first|last|only one|ones|man|woman|person? to leave|go|exit',
    means: 'exit',
    example: ['Otto is the last to leave.', 'Otto is the first to go.'],
  },
  {
    match: '~dissolve|~evaporate|~melt %adverb* & into|to|away|stop',
    notIf: [
      [
        '~dissolve|~evaporate|~melt %adverb* into|in|to a|the? %small? tears|laughter|giggles|sobs|arms|embrace|kiss|puddle|sofa|chair',
        'Otto dissolves into tears.',
      ],
    ],
    means: 'exit',
    side: 'in_place',
    example: ['Otto dissolves into smoke.', 'Otto melts away.'],
  },
  {
    match: 'until|once|after|when @named has|have|is|are %still? gone|left|vanished|disappeared',
    means: 'exit',
    moves: 'object',
    example: ['Mara waits until Otto has gone.', 'Once Otto has left, Mara opens the safe.'],
  },
  {
    match: '~announce the? @named',
    means: 'enter',
    moves: 'object',
    example: ['Mara announces Otto.', 'Mara announces the Otto.'],
  },
  {
    match: '~help|~hand|~lift @ down|out & stop|of|from',
    means: 'enter',
    weak: true,
    moves: 'object',
    example: ['Mara hands Otto down.', 'Mara helps Otto out of the carriage.'],
  },

  { match: '~make %their|an|a hasty|quick? exit|escape|departure', means: 'exit', example: 'Otto makes his escape.' },
  {
    match: '~make %their|an|a grand|dramatic? entrance',
    means: 'enter',
    weak: true,
    example: 'Otto makes a grand entrance.',
  },
  {
    match: '~make|~find|~fight|~push|~elbow %their way back? out',
    means: 'exit',
    example: ['Otto makes his way out.', 'Otto elbows his way out.'],
  },
  {
    match: '~make|~find|~fight|~push|~elbow %their way back? in|inside !the|a|an',
    means: 'enter',
    weak: true,
    example: 'Otto pushes his way in.',
  },
  {
    match: '~step|~walk|~move|~jump|~leap into %their path|way',
    means: 'enter',
    weak: true,
    example: 'Otto steps into her path.',
  },
  { match: '~take %their leave', means: 'exit', example: 'Otto takes his leave.' },
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
    match: '~poke|~stick|~pop|~put %their head|heads back? up|out? in|inside|through|into|around|round|over|above',
    means: 'enter',
    weak: true,
    example: 'Otto pokes his head in.',
  },
  { match: '~look|~peek|~peer|~glance in & stop', form: 'now', means: 'enter', weak: true, example: 'Otto looks in.' },
  { match: '~let %themselves back? in|inside', means: 'enter', weak: true, example: 'Otto lets himself in.' },
  {
    match: '~let|~show|~see %themselves out',
    means: 'exit',
    example: ['Otto lets himself out.', 'Otto sees himself out.'],
  },
  { match: '~excuse %themselves & stop|and', means: 'exit', example: 'Otto excuses himself.' },
  {
    match: ['~shut|~slam|~close the|a? door in @named face|nose', '~shut|~slam|~close the|a? door in @ face|nose'],
    means: 'exit',
    moves: 'object',
    example: "Mara slams the door in Otto's face.",
  },
  { match: '~hit|~leave the road|trail & stop', means: 'exit', example: 'Otto hits the road.' },
  { match: '~turn on %their heel|heels & stop', means: 'exit', example: 'Otto turns on his heel.' },
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
      '~leave @ & stop|alone|there|behind|with|standing|sitting|lying|staring|waiting|hanging|kneeling',
      '~leave @ & sobbing|crying|sleeping|speechless|stunned',
      '~leave @ & to it|%their',
    ],
    means: 'exit',
    example: ['Otto leaves Mara.', 'Otto leaves her standing there.', 'Otto leaves Mara to her thoughts.'],
  },
  {
    match: '~close|~shut|~slam|~pull|~lock the|a door|gate %small? behind @',
    form: 'now',
    means: 'exit',
    moves: 'object',
    closing: true,
    example: 'Otto slams the door behind him.',
  },
  {
    match: '~close|~shut|~slam|~slide|~snap|~clang %adverb* shut? on|over @ & stop|with|and|before|as',
    near: 'door',
    means: 'exit',
    moves: 'object',
    example: ['The doors close on Otto.', 'The elevator doors slide shut on Otto before Mara gets there.'],
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
