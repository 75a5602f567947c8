import { breakDown } from '@shared/script/extract/breakDown'
import { parseFountain } from '@shared/script/fountain/parseFountain'
import { defaultBreakdown } from '@shared/model/project'
import { Fountain } from 'fountain-js'
import { closeRows, inTurns, tell } from './rows'

const people = ['ALICE', 'BOB', 'MRS FINCH', 'JOHN SMITH', 'THE POSTMAN', 'CLARA', 'DOCTOR HALE', 'A WAITER']
const beats = [
  '{A} comes in from the left with a wet UMBRELLA and looks at {B}.',
  '{B} pours tea. Nobody says a word.',
  'Through the window: rain on the empty square. {A} turns away.',
  '{A} leaves through the garden door. {B} waits, then follows.',
  'CLOSE ON a letter on the table, its seal broken.',
]

/** A script of so many scenes, of our own words. */
function scriptOf(scenes: number): string {
  const places = ['LIVING ROOM', 'GARDEN', 'BISTRO', 'STATION', 'ATTIC', 'KITCHEN']
  const pages = Array.from({ length: scenes }, (_none, i) => {
    const [a, b] = [people[i % people.length]!, people[(i + 3) % people.length]!]
    const action = beats.map((beat) => beat.replaceAll('{A}', a).replaceAll('{B}', b)).join('\n\n')
    return `INT. ${places[i % places.length]!} - ${i % 2 ? 'NIGHT' : 'DAY'}\n\n${action}\n\n${a}\nAre you coming with us or not?\n\n${b}\n(quietly)\nI was never asked.`
  })
  return `Title: Bench\n\n${pages.join('\n\n')}\n`
}

for (const scenes of [190, 1000]) {
  const text = scriptOf(scenes)
  const times = await inTurns(
    5,
    () => breakDown(parseFountain(text), { ...defaultBreakdown, fps: { num: 24, den: 1 } }),
    () => parseFountain(text),
  )
  tell({
    what: `reading a script of ${scenes} scenes, with all that is found in it`,
    ...times,
    beside: 'our parse of the text alone',
    unit: 'ms',
    goal: null,
  })
}
for (const scenes of [190, 1000]) {
  const text = scriptOf(scenes)
  const times = await inTurns(
    5,
    () => breakDown(parseFountain(text), { ...defaultBreakdown, fps: { num: 24, den: 1 } }),
    () => new Fountain().parse(text, true),
  )
  tell({
    what: `importing a script of ${scenes} scenes, with all that is found in it`,
    ...times,
    beside: 'fountain-js, its parse alone',
    unit: 'ms',
    goal: 2,
  })
}
closeRows()
