import type { MoveRow } from '../moveRow'

const his = 'his|her|their'
const himself = 'himself|herself|themselves'

/** Verbs that tell of coming and going by themselves. */
export const comeAndGo: readonly MoveRow[] = [
  {
    match: '~enter|~exit {code}',
    means: 'none',
    example: ['Otto enters the secret code.', 'Otto exits the browser.'],
  },
  {
    match: '~enter & {place}',
    means: 'enter',
    place: 'into',
    example: ['Otto enters the hall.', 'Otto enters the room.'],
  },
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
  {
    match: '~escape & stop|through|out|into|with',
    means: 'exit',
    example: ['Otto escapes.', 'Otto escapes through the cellar.'],
  },
  { match: '~cross:now & his|her|their frame|path', means: 'cross', weak: true, example: 'Otto crosses her path.' },
  {
    match: `~cross to|toward|towards|over|arms|legs|out|off|${his}|${himself}`,
    means: 'none',
    example: ['Otto crosses his arms.', 'Otto crosses to the window.'],
  },
  {
    match: '~cross',
    form: 'now',
    means: 'cross',
    weak: true,
    example: ['Otto crosses behind Mara.', 'Otto crosses the frame.'],
  },
  {
    match: ['~pass by|through|behind|across|past|between|overhead', '~pass in & front'],
    form: 'now',
    means: 'cross',
    weak: true,
    example: ['Otto passes behind Mara.', 'Otto passes in front of the window.'],
  },
]
