import { expect, test, vi } from 'vitest'
import { setAssignment } from '@shared/domain/presence/setAssignment'
import { bistroScene } from '@shared/testing/continuityScene'
import { PaintedSides } from './sideMarks'

test('painting works out no arrows; they come when nothing new comes into sight, and what is edited keeps its own until then', () => {
  vi.useFakeTimers()
  const { p, person, shots } = bistroScene(9)
  const waiter = person('The Waiter')
  for (const shot of shots) p.put(shot, waiter, { presence: 'enters' })
  let pictures = 0
  const sides = new PaintedSides(() => pictures++)
  const painted = () => {
    const sidesOf = sides.of(p.store)
    return shots.map((shot) => sidesOf(shot.id)?.get(waiter.id))
  }
  for (let scrolls = 0; scrolls < 5; scrolls++) {
    expect(painted().filter(Boolean)).toEqual([])
    vi.advanceTimersByTime(16)
  }
  expect(pictures).toBe(0)
  vi.advanceTimersByTime(500)
  expect(pictures).toBe(1)
  const all = painted()
  expect(all.filter(Boolean)).toHaveLength(shots.length)

  for (const shot of shots)
    p.run((draft) => setAssignment(draft, { shotId: shot.id, assetId: waiter.id, enterFrom: 'top' }))
  expect(painted()).toEqual(all)
  vi.advanceTimersByTime(500)
  expect(painted().map((one) => one?.enter)).toEqual(shots.map(() => 'top'))
  vi.useRealTimers()
})
