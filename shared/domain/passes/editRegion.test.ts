import { expect, test } from 'vitest'
import type { FrameDescription, FrameSubject } from '../../drawing/frameDescription'
import { editRegion } from './editRegion'
import type { PlannedPass } from './passPlan'

const subject = (assetId: string, fields: Partial<FrameSubject> = {}): FrameSubject => ({
  assetId,
  name: assetId,
  type: 'character',
  lookName: 'Default',
  traits: '',
  x: 0.5,
  y: 0.9,
  scale: 0.5,
  flip: false,
  depth: 1,
  picture: null,
  ...fields,
})
const frame: FrameDescription = {
  width: 1920,
  height: 1080,
  size: null,
  angle: null,
  location: null,
  setName: 'ROOM',
  showNames: true,
  subjects: [subject('ann'), subject('edge', { x: 0.02 }), subject('away', { x: 1.9 })],
}
const pass = (index: number, assetIds: string[]): PlannedPass => ({
  index,
  basePlate: index > 1,
  references: [],
  newSubjects: assetIds.length,
  assetIds,
  note: '',
})

test('a later pass may change the boxes of what it adds, with room around them, cut to the picture', () => {
  const [ann] = editRegion(frame, pass(2, ['ann']))!
  // Feet at 0.9, half the frame high, and 12 % of that around it.
  expect(ann).toMatchObject({ y: 0.34, height: 0.62 })
  expect(ann!.x + ann!.width / 2).toBeCloseTo(0.5, 3)
  expect(ann!.width * 1920).toBeGreaterThan(0.42 * 540)
  const [, edge] = editRegion(frame, pass(2, ['ann', 'edge']))!
  expect(edge!.x).toBe(0)
})

test('a first pass makes all of the picture, and what has no place in it may come to stand anywhere', () => {
  expect(editRegion(frame, pass(1, ['ann']))).toBeNull()
  expect(editRegion(frame, pass(2, ['ann', 'second location']))).toBeNull()
  expect(editRegion(frame, pass(2, ['away']))).toBeNull()
  expect(editRegion(frame, pass(2, []))).toBeNull()
})
