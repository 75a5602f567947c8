import { expect, test } from 'vitest'
import { setKindOf } from './kind'
import { hourOf } from './light'

test.each([
  ['INT', 'Kitchen', { inside: true, room: 'kitchen' }],
  ['INT', 'House - Kitchen', { inside: true, room: 'kitchen' }],
  ['EXT', 'House', { inside: false, scenery: 'house' }],
  ['INT', 'House', { inside: true, room: 'living' }],
  ['EXT', 'Garden', { inside: false, scenery: 'garden' }],
  ['EXT', 'Moon Bar', { inside: false, scenery: 'front' }],
  ['INT', 'Moon Bar', { inside: true, room: 'bar' }],
  ['EXT', 'Somewhere', { inside: false, scenery: 'hills' }],
  ['INT', 'Nowhere', { inside: true, room: 'plain' }],
  ['INT', 'Spaceship', { inside: true, room: 'spaceship' }],
  ['EXT', 'The Foothills', { inside: false, scenery: 'mountains' }],
  ['INT/EXT', 'Car', { inside: true, room: 'car' }],
  ['', 'Forest', { inside: false, scenery: 'forest' }],
])('%s. %s is drawn as its words say', (intExt, name, kind) => {
  expect(setKindOf(intExt, name)).toEqual(kind)
})

test('the set of the heading helps where the location says nothing', () => {
  expect(setKindOf('INT', 'Tide', 'BAR')).toEqual({ inside: true, room: 'bar' })
})

test.each([
  ['NIGHT', 'night'],
  ['LATE EVENING', 'dusk'],
  ['Dawn', 'dawn'],
  ['CONTINUOUS', 'day'],
  ['', 'day'],
])('%s is %s', (text, hour) => {
  expect(hourOf(text)).toBe(hour)
})
