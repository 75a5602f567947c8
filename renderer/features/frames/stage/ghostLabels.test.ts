import { expect, test } from 'vitest'
import type { FrameDescription, FrameSubject } from '@shared/drawing/frameDescription'
import { ghostLabels } from './ghostLabels'
import { ghosts } from './onionSkin'

const subject = (assetId: string, x: number, more: Partial<FrameSubject> = {}): FrameSubject => ({
  assetId,
  name: assetId,
  type: 'character',
  lookName: 'Default',
  traits: '',
  x,
  y: 0.9,
  scale: 0.6,
  flip: false,
  depth: 0,
  picture: null,
  ...more,
})
const frame = (...subjects: FrameSubject[]): FrameDescription => ({
  width: 1920,
  height: 1080,
  size: null,
  angle: null,
  location: null,
  setName: '',
  subjects,
  showNames: true,
})
const view = { host: { width: 796, height: 460 }, frame: { width: 1920, height: 1080 }, zoom: 1, pan: { x: 0, y: 0 } }

test('a figure that stands where it stood casts no ghost', () => {
  expect(ghosts(frame(subject('Bob', 0.5)), frame(subject('Bob', 0.504)))).toEqual([])
})

test('one that left, moved, turned round or changed its look does', () => {
  const here = frame(subject('Bob', 0.5), subject('Alice', 0.2), subject('Mrs Finch', 0.8))
  const there = frame(
    subject('Bob', 0.6),
    subject('Alice', 0.2, { flip: true }),
    subject('Mrs Finch', 0.8, { lookName: 'Coat' }),
    subject('Gnome', 0.1),
  )
  expect(ghosts(here, there).map((s) => s.assetId)).toEqual(['Bob', 'Alice', 'Mrs Finch', 'Gnome'])
})

test('names of ghosts never lie on one another or on the selected name', () => {
  const there = frame(
    subject('Bob', 0.5),
    subject('Alice', 0.51),
    subject('Gnome', 0.52),
    subject('Waiter', 0.02, { scale: 0.95 }),
  )
  const taken = [{ left: 380, top: 110, width: 120 }]
  const labels = ghostLabels(view, frame(), there, 'start', taken)
  expect(labels.map((l) => l.text)).toEqual([
    'Bob in the start frame',
    'Alice in the start frame',
    'Gnome in the start frame',
    'Waiter in the start frame',
  ])
  const all = [...taken, ...labels]
  for (const a of all)
    for (const b of all)
      if (a !== b)
        expect(a.left < b.left + b.width && b.left < a.left + a.width && Math.abs(a.top - b.top) < 18).toBe(false)
  for (const label of labels) expect(label.left).toBeGreaterThanOrEqual(4)
})
