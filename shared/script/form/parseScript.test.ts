import { describe, expect, test } from 'vitest'
import { wholeRate } from '../../domain/time/frameRates'
import { defaultBreakdown } from '../../model/project'
import { breakDown } from '../extract/breakDown'
import { parseScript } from './parseScript'
import { numberedHeading } from './sceneNumbers'

const read = (text: string) => {
  const script = parseScript(text)
  const { scenes } = breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) })
  return { format: script.format, scenes, script }
}
const headings = (text: string) => read(text).scenes.map((s) => `${s.number} ${s.heading}`)
const spoken = (text: string) =>
  read(text).scenes.flatMap((s) => s.shots.flatMap((shot) => shot.dialogue.map((d) => `${d.character}: ${d.text}`)))

describe('numbers beside a heading', () => {
  test.each([
    ['12  INT. HALL - DAY  12', '12', 'INT. HALL - DAY'],
    ['12A INT. HALL - DAY', '12A', 'INT. HALL - DAY'],
    ['A12  EXT. YARD - NIGHT   A12', 'A12', 'EXT. YARD - NIGHT'],
    ['12. INT. HALL', '12', 'INT. HALL'],
    ['3-4  INT. CAR - DAY  3-4', '3-4', 'INT. CAR - DAY'],
    ['1.2.3 INT. CAR - DAY', '1.2.3', 'INT. CAR - DAY'],
    ['INT. HALL - DAY     7', '7', 'INT. HALL - DAY'],
  ])('%s', (line, number, text) => {
    expect(numberedHeading(line)).toEqual({ number, text })
  })

  test.each(['INT. ROOM 12', 'INT. APARTMENT 4B - DAY', 'He is 12.', '12 men wait.'])('%s has none', (line) => {
    expect(numberedHeading(line)).toBeNull()
  })
})

test('a numbered shooting script keeps its numbers, and says what it was read as', () => {
  const text = ['1   INT. HALL - DAY   1', '', 'ANNA waits.', '', '2A  EXT. YARD - NIGHT  2A', '', 'BEN digs.'].join(
    '\n',
  )
  expect(headings(text)).toEqual(['1 INT. HALL - DAY', '2A EXT. YARD - NIGHT'])
  expect(read(text).format).toBe('shooting')
})

test('what belongs to pages is left out, and a speech that a page cuts is one speech', () => {
  const text = [
    'INT. HALL - DAY',
    '',
    'ANNA waits.',
    '',
    'ANNA',
    'I wanted to ask',
    '(MORE)',
    '',
    '\f12.',
    '',
    "ANNA (CONT'D)",
    'where you were.',
    '',
    '(CONTINUED)',
    '',
    'CONTINUED: (2)                    13.',
    '',
    'She sits.      *',
    '',
    '14   OMITTED   14',
    '',
    'EXT. YARD - DAY',
    '',
    'BEN digs.',
  ].join('\n')
  expect(headings(text)).toHaveLength(2)
  expect(spoken(text)).toEqual(['ANNA: I wanted to ask\nwhere you were.'])
  const words = read(text)
    .scenes.flatMap((s) => s.shots.map((shot) => shot.text))
    .filter(Boolean)
  expect(words).toEqual(['ANNA waits.', 'She sits.', 'BEN digs.'])
})

test('a line of spaces is blank, and a heading ends a speech', () => {
  const text = 'INT. HALL - DAY\n     \nANNA\nHello.\n      \nEXT. YARD - DAY\n   \nBEN digs.'
  expect(headings(text)).toHaveLength(2)
  expect(spoken(text)).toEqual(['ANNA: Hello.'])
})

test('a transcript is read by its names', () => {
  const text = 'ANNA: Where were you?\nBEN: Out.\nANNA: All night?\nBEN: All night.\n(He sits.)\nANNA: I see.'
  expect(read(text).format).toBe('transcript')
  expect(spoken(text)).toEqual([
    'ANNA: Where were you?',
    'BEN: Out.',
    'ANNA: All night?',
    'BEN: All night.',
    'ANNA: I see.',
  ])
})

test('headings and times of day of other languages', () => {
  const text = [
    'INNEN. KÜCHE - TAG',
    '',
    'Anna wartet.',
    '',
    'ИНТ. КУХНЯ - ДЕНЬ',
    '',
    'Анна ждёт.',
    '',
    'İÇ. MUTFAK - GECE',
    '',
    'Anna bekler.',
  ].join('\n')
  expect(headings(text)).toHaveLength(3)
})

test('as Fountain it is read as typed, whatever it looks like', () => {
  const text = '12  INT. HALL - DAY  12\n\nANNA waits.'
  expect(parseScript(text, 'fountain').elements.some((e) => e.type === 'scene_heading')).toBe(false)
  expect(parseScript(text, 'shooting').format).toBe('shooting')
})
