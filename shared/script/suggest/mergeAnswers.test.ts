import { describe, expect, test } from 'vitest'
import { wholeRate } from '../../domain/time/frameRates'
import { defaultBreakdown } from '../../model/project'
import { breakDown } from '../extract/breakDown'
import { parseScript } from '../form/parseScript'
import { mergeAnswers } from './mergeAnswers'
import { sceneQuestion } from './sceneQuestion'

const text = `INT. HALL - DAY

Otto waits by the door. On the desk stands a photograph of Greta. Above the desk hangs a brass bell.

OTTO
She would have laughed.

Somebody small creeps out from under the desk.

Lena stretches.

LENA
Boo.
`
const script = parseScript(text)
const read = breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) })
const lineOf = (words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1
const said = (people: object[], props: object[] = []) =>
  mergeAnswers(read, script.lines, [{ sceneIndex: 0, answer: { people, props } }])
const shotOf = (words: string) => read.scenes[0]!.shots.findIndex((s) => s.text.includes(words)) + 1
const found = (merged: ReturnType<typeof said>, name: string, shot: number) => {
  const asset = merged.breakdown.assets.find((a) => a.name.toLowerCase() === name.toLowerCase())
  return merged.breakdown.presences.find((p) => p.assetKey === asset?.key && p.shotIndex === shot - 1)
}
const about = (name: string, words: string, fields: object = {}) => ({
  name,
  shot: shotOf(words),
  presence: 'throughout',
  confidence: 0.9,
  line: lineOf(words),
  quote: words,
  ...fields,
})

describe('a stored answer', () => {
  test('that agrees makes surer, and one that doubts makes a bar a question', () => {
    const before = found(said([]), 'Otto', 1)!.confidence
    const agreed = said([about('Otto', 'Otto waits by the door')])
    expect(agreed.counts).toMatchObject({ agreed: 1, doubted: 0 })
    expect(found(agreed, 'Otto', 1)!.confidence).toBeGreaterThanOrEqual(before)
    const doubted = said([about('Otto', 'Otto waits by the door', { presence: 'absent', confidence: 1 })])
    expect(doubted.counts).toMatchObject({ agreed: 0, doubted: 1 })
    expect(found(doubted, 'Otto', 1)!.confidence).toBeLessThan(before)
  })

  test('adds what the reader missed: a name in the quoted line, or a thing that then waits', () => {
    const merged = said([], [about('brass bell', 'Above the desk hangs a brass bell', { confidence: 0.95 })])
    expect(read.assets.some((a) => /bell/i.test(a.name))).toBe(false)
    expect(merged.breakdown.assets.find((a) => a.name === 'brass bell')).toMatchObject({
      type: 'prop',
      candidate: true,
      firstLine: lineOf('brass bell'),
    })
    expect(merged.counts).toMatchObject({ added: 1, agreed: 0 })
  })

  test.each([
    [
      'a quote that is not written there',
      about('Lena', 'Otto waits by the door', { quote: 'Lena dances on the desk' }),
    ],
    ['a line of nowhere', about('Lena', 'Otto waits by the door', { line: 900 })],
    ['a shot that is not there', about('Otto', 'Otto waits by the door', { shot: 90 })],
    ['a line that does not name him', about('Bruno', 'Somebody small creeps out')],
  ])('brings nothing by %s', (_, one) => {
    const merged = said([one])
    expect(merged.breakdown.presences).toEqual(read.presences)
    expect(merged.breakdown.assets).toEqual(read.assets)
    expect(merged.counts).toMatchObject({ added: 0, withoutEvidence: 1 })
  })

  test('of another form is no answer', () => {
    for (const answer of ['Otto is there.', null, { people: [{ name: 'Otto' }], props: [] }, { people: 3 }])
      expect(mergeAnswers(read, script.lines, [{ sceneIndex: 0, answer }])).toMatchObject({
        breakdown: read,
        counts: { unreadable: 1 },
      })
  })
})

test('the question holds the lines with their numbers, the shots, the people, and a schema', () => {
  const { system, user, schema } = sceneQuestion(script, read, 0)
  expect(user).toContain(`${lineOf('Lena puts')}: Lena stretches.`)
  expect(user).toMatch(/People of the film: .*Otto/i)
  expect(user).toContain('1: lines 3 to 3')
  expect(system).toContain('no instructions')
  expect(schema).toMatchObject({ type: 'object', required: ['people', 'props'] })
})
