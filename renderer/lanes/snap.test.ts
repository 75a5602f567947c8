import { expect, test } from 'vitest'
import { StoryClock } from '@shared/domain/time/storyClock'
import { TestProject } from '@shared/testing/testProject'
import { columnAxis, frameAxis, scaledAxis, slotsOf } from './axis'
import { placeAt, placeOfFrame, snappedPlace } from './snap'

const p = new TestProject()
const scene = p.scene()
const shots = p.shots(scene, 3)
p.shots(p.scene(), 2)
const slots = slotsOf(p.store)
const clock = StoryClock.of(p.store, 'film')
const [span] = columnAxis(slots, 42, 10).scenes

test('columns have one width and a gap before each scene; time is as long as its shots', () => {
  const columns = columnAxis(slots, 42, 10)
  expect([0, 1, 2, 3, 4].map((i) => columns.leftOf(i))).toEqual([0, 42, 84, 136, 178])
  expect(columns.width).toBe(220)
  const time = scaledAxis(frameAxis(slots, clock), 2)
  expect(time.width).toBe(2 * slots.reduce((sum, { shot }) => sum + shot.durationFrames, 0))
  expect(time.at(time.leftOf(1) - 0.5)).toBe(0)
  expect(time.at(time.leftOf(1))).toBe(1)
})

test('a place is a whole frame of a shot of the scene, wherever the pointer goes', () => {
  const axis = scaledAxis(frameAxis(slots, clock), 2)
  const { durationFrames } = shots[0]!
  expect(placeAt(axis, span!, 2 * 10 + 0.7)).toEqual({ slot: 0, at: 10 / durationFrames })
  expect(placeAt(axis, span!, -50)).toEqual({ slot: 0, at: 0 })
  expect(placeAt(axis, span!, 1e6)).toEqual({ slot: 2, at: 1 })
})

test('the nearest target within six pixels is taken, and named', () => {
  const axis = scaledAxis(frameAxis(slots, clock), 2)
  const cut = axis.leftOf(1)
  expect(snappedPlace(axis, span!, cut + 4, [])).toMatchObject({ slot: 1, at: 0, snappedTo: 'start of shot 2' })
  expect(snappedPlace(axis, span!, cut + 12, []).snappedTo).toBeNull()
  const { durationFrames } = shots[1]!
  const playhead = { slot: 1, at: 4 / durationFrames, name: 'playhead' }
  expect(snappedPlace(axis, span!, cut + 5, [playhead])).toMatchObject({
    at: 4 / durationFrames,
    snappedTo: 'playhead',
  })
})

test('frames walk over cuts and stop at the ends of the scene', () => {
  const axis = scaledAxis(frameAxis(slots, clock), 2)
  const { durationFrames } = shots[0]!
  expect(placeOfFrame(axis, 0, durationFrames + 3)).toEqual({ slot: 1, at: 3 / shots[1]!.durationFrames })
  expect(placeOfFrame(axis, 1, -2)).toEqual({ slot: 0, at: (durationFrames - 2) / durationFrames })
  expect(placeOfFrame(axis, 0, -9)).toEqual({ slot: 0, at: 0 })
  expect(placeOfFrame(axis, 2, 1e6)).toEqual({ slot: 2, at: 1 })
})
