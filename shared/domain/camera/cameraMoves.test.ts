import { expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { joinShots } from '../structure/joinShots'
import { duplicateShots } from '../structure/manyShots'
import { splitShot } from '../structure/splitShot'
import { framingAt, setCameraMove, usualMoves, wholeFraming } from './cameraMoves'

function setting() {
  const p = new TestProject()
  const shot = p.shot(p.scene(), { durationFrames: 97 })
  const set = (fields: Omit<Parameters<typeof setCameraMove>[1], 'shotIds'>) =>
    p.run((draft) => setCameraMove(draft, { shotIds: [shot.id], ...fields }))
  const at = (frame: number) => framingAt(p.store, shot.id, frame, 97)
  return { p, shot, set, at }
}

test('a camera that nobody moves frames all of the picture', () => {
  const { at } = setting()
  expect(at(50)).toEqual(wholeFraming)
})

test('a move begins and ends in its framings, and is half way in the middle', () => {
  const { set, at } = setting()
  set({ kind: 'push' })
  expect(at(0)).toEqual(usualMoves.push.first)
  expect(at(96)).toEqual(usualMoves.push.last)
  expect(at(48)).toEqual({ x: 0.1, y: 0.1, width: 0.8 })
  expect(at(10).width).toBeGreaterThan(at(20).width)
})

test('a framing is set alone and the kind stays; without a move there is none to change; null stands still', () => {
  const { p, shot, set } = setting()
  const last = { x: 0.5, y: 0.5, width: 0.5 }
  expect(p.refusal((draft) => setCameraMove(draft, { shotIds: [shot.id], last }))).toBe('CAMERA_STANDS')
  set({ kind: 'pan' })
  set({ last })
  expect(p.store.get('cameraMoves', shot.id)).toEqual({ id: shot.id, kind: 'pan', first: usualMoves.pan.first, last })
  set({ kind: null })
  expect(p.store.count('cameraMoves')).toBe(0)
})

test('halves of a shot share its way, joined they go it again, and a copy goes all of it', () => {
  const { p, shot, set } = setting()
  set({ kind: 'push' })
  const { second } = p.run((draft) => splitShot(draft, { shotId: shot.id, at: 0.5 })) as { second: { id: string } }
  const [a, b] = [p.store.must('cameraMoves', shot.id), p.store.must('cameraMoves', second.id)]
  expect(a.last).toEqual(b.first)
  expect([a.first, b.last]).toEqual([usualMoves.push.first, usualMoves.push.last])
  p.run((draft) => joinShots(draft, { shotIds: [shot.id, second.id] }))
  expect(p.store.must('cameraMoves', shot.id)).toMatchObject(usualMoves.push)
  expect(p.store.count('cameraMoves')).toBe(1)
  p.run((draft) => duplicateShots(draft, { shotIds: [shot.id] }))
  expect([...p.store.all('cameraMoves')].map(({ id: _id, ...move }) => move)).toEqual(
    Array.from({ length: 2 }, () => ({ kind: 'push', ...usualMoves.push })),
  )
})
