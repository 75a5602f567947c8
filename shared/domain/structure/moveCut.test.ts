import { expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { moveCut } from './moveCut'

function scene() {
  const p = new TestProject()
  const shots = p.shots(p.scene(), 3, { durationFrames: 48 })
  const move = (i: number, byFrames: number, ripple = false) =>
    p.run((draft) => moveCut(draft, { shotId: shots[i]!.id, byFrames, ripple }))
  const refusal = (i: number, byFrames: number, ripple = false) =>
    p.refusal((draft) => moveCut(draft, { shotId: shots[i]!.id, byFrames, ripple }))
  return { p, shots, move, refusal, frames: () => shots.map((s) => p.store.must('shots', s.id).durationFrames) }
}

test('rolled, the neighbour gives and the scene is as long as before', () => {
  const { move, frames } = scene()
  move(0, 12)
  expect(frames()).toEqual([60, 36, 48])
  move(1, -6)
  expect(frames()).toEqual([60, 30, 54])
})

test('rippled, and at the end of the scene, the rest moves along', () => {
  const { move, frames } = scene()
  move(0, 12, true)
  move(2, -8)
  expect(frames()).toEqual([60, 48, 40])
})

test('times inside the shots keep their part of it', () => {
  const { p, shots, move } = scene()
  const alice = p.asset('character', 'Alice')
  p.put(shots[0]!, alice, { presence: 'enters', enterAt: 0.5 })
  move(0, 24)
  expect(p.assignment(shots[0]!, alice)).toMatchObject({ enterAt: 0.5, exitAt: 1 })
})

test('every shot keeps a frame', () => {
  const { refusal, move, frames } = scene()
  expect([refusal(0, 48), refusal(0, -48), refusal(0, -48, true), refusal(0, 47)]).toEqual([
    'CUT_TOO_FAR',
    'CUT_TOO_FAR',
    'CUT_TOO_FAR',
    null,
  ])
  expect(refusal(1, 20_000_000, true)).toBe('SHOT_TOO_LONG')
  expect(frames()).toEqual([48, 48, 48])
  move(0, 47)
  expect(frames()).toEqual([95, 1, 48])
})
