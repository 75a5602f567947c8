import { expect, test } from 'vitest'
import type { MarkPoints } from '../../model/mark'
import { TestProject } from '../../testing/testProject'
import { makeAllResults } from '../../testing/makeAllResults'
import { shotStatuses } from '../results/freshness'
import { joinShots } from '../structure/joinShots'
import { deleteShots, duplicateShots } from '../structure/manyShots'
import { splitShot } from '../structure/splitShot'
import { addMark, marksOf, removeMarks, updateMarks, type AddMarkInput } from './markRules'

const line: MarkPoints = [
  [0.1, 0.2],
  [0.123456, 0.4],
]

function setting() {
  const p = new TestProject()
  const shot = p.shot(p.scene(), { durationFrames: 96 })
  const add = (fields: Partial<AddMarkInput> = {}) =>
    p.run((draft) => addMark(draft, { shotId: shot.id, frame: 'start', kind: 'pen', points: line, ...fields }))
  const words = (shotId: string) =>
    (['start', 'end'] as const).map((frame) => marksOf(p.store, shotId, frame).map((mark) => mark.text || mark.kind))
  return { p, shot, add, words }
}

test('marks lie over one end of a shot, the newest on top, blue and thin unless said otherwise', () => {
  const { p, shot, add, words } = setting()
  add()
  add({ kind: 'text', points: [[0.5, 0.5]], text: '  one step closer ', colour: 'red', opacity: 0.4 })
  add({ frame: 'end', kind: 'arrow' })
  expect(words(shot.id)).toEqual([['pen', 'one step closer'], ['arrow']])
  expect(marksOf(p.store, shot.id, 'start')).toMatchObject([
    {
      colour: 'blue',
      width: 0.006,
      opacity: 1,
      points: [
        [0.1, 0.2],
        [0.1235, 0.4],
      ],
    },
    { colour: 'red', opacity: 0.4 },
  ])
})

test('what nobody would see is no mark', () => {
  const { p, shot, add } = setting()
  const empty = (fields: Partial<AddMarkInput>) =>
    p.refusal((draft) =>
      addMark(draft, { shotId: shot.id, frame: 'start', kind: 'pen', points: [[0.5, 0.5]], ...fields }),
    )
  expect(empty({ kind: 'text', text: '  ' })).toBe('MARK_EMPTY')
  expect(empty({ kind: 'arrow' })).toBe('MARK_EMPTY')
  expect(empty({ kind: 'box' })).toBe('MARK_EMPTY')
  expect(empty({})).toBeNull()
  const { id } = add({ kind: 'text', points: [[0, 0]], text: 'warmer' })
  expect(p.refusal((draft) => updateMarks(draft, { markIds: [id], text: ' ' }))).toBe('MARK_EMPTY')
})

test('several change in one step; moved together they stop at the edge of the picture and keep their distance', () => {
  const { p, add } = setting()
  const [a, b] = [add(), add({ points: [[0.8, 0.9]] })]
  p.run((draft) => updateMarks(draft, { markIds: [a.id, b.id], colour: 'yellow', by: { x: 0.5, y: -0.1 } }))
  expect([...p.store.all('marks')]).toMatchObject([
    {
      colour: 'yellow',
      points: [
        [0.3, 0.1],
        [0.3235, 0.3],
      ],
    },
    { colour: 'yellow', points: [[1, 0.8]] },
  ])
  p.run((draft) => removeMarks(draft, { markIds: [a.id, a.id] }))
  expect(p.store.count('marks')).toBe(1)
  expect(p.refusal((draft) => removeMarks(draft, { markIds: [a.id] }))).toBe('NOT_FOUND')
})

test('marks turn nothing stale', () => {
  const { p, shot, add } = setting()
  makeAllResults(p)
  const before = shotStatuses(p.store, shot.id)
  add()
  expect(shotStatuses(p.store, shot.id)).toEqual(before)
})

test('a split takes the marks of the end along, and joined the halves have them again', () => {
  const { p, shot, add, words } = setting()
  add()
  add({ frame: 'end', kind: 'arrow' })
  const { second } = p.run((draft) => splitShot(draft, { shotId: shot.id, at: 0.5 })) as { second: { id: string } }
  expect([words(shot.id), words(second.id)]).toEqual([
    [['pen'], []],
    [[], ['arrow']],
  ])
  p.run((draft) => joinShots(draft, { shotIds: [shot.id, second.id] }))
  expect(words(shot.id)).toEqual([['pen'], ['arrow']])
  expect(p.warningCodes()).not.toContain('MARKS_GONE')
})

test('a join says that the marks at the cut are gone', () => {
  const { p, shot, add, words } = setting()
  const next = p.shot(p.store.must('scenes', shot.sceneId), { durationFrames: 48 })
  add({ frame: 'end' })
  add({ shotId: next.id, frame: 'end', kind: 'box' })
  p.run((draft) => joinShots(draft, { shotIds: [shot.id, next.id] }))
  expect(words(shot.id)).toEqual([[], ['box']])
  expect(p.warnings.map((w) => w.message)).toContain(
    'The marks at the cut are gone with the end still of shot 1 and the start still of shot 2. Undo brings them back.',
  )
})

test('a copy has the marks too, and a deleted shot takes its own along', () => {
  const { p, shot, add } = setting()
  add()
  p.run((draft) => duplicateShots(draft, { shotIds: [shot.id] }))
  expect(p.store.count('marks')).toBe(2)
  p.run((draft) => deleteShots(draft, { shotIds: [shot.id] }))
  expect(p.store.count('marks')).toBe(1)
})
