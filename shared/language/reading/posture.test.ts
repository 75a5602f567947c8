import { expect, test } from 'vitest'
import { NameIndex } from '../text/nameIndex'
import { posturesOf } from './posture'
import { readText } from './readText'
import { wordsOfSet } from './ways'

const people = [
  { id: 'brick', names: ['Brick Braddock', 'Brick'] },
  { id: 'steel', names: ['Dick Steel', 'Steel'] },
  { id: 'alice', names: ['Alice'] },
]
function postures(text: string, frame: 'start' | 'end', told = people) {
  const names = new NameIndex([], 'any')
  for (const one of told) for (const name of one.names) names.add(name, one.id)
  return posturesOf(
    readText(text, names),
    told.map((one) => one.id),
    frame,
    wordsOfSet('INT ROOM'),
  )
}
const of = (text: string, id: string, frame: 'start' | 'end' = 'start') => postures(text, frame).get(id)!

test.each([
  ['BRICK BRADDOCK, retired, is sitting quietly.', 'brick', 'sit', 'sit'],
  ['Steel sits down.', 'steel', undefined, 'sit'],
  ['Alice stands. Brick sits on the couch.', 'alice', undefined, undefined],
  ['Alice stands. Brick sits on the couch.', 'brick', 'sit', 'sit'],
  ['Brick gets up from his chair.', 'brick', 'sit', undefined],
  ['The cat sits. Bricks fall.', 'brick', undefined, undefined],
  ['Alice visits the site.', 'alice', undefined, undefined],
  ['Steel, in the middle of a heated phone call:', 'steel', 'phone', 'phone'],
  ['They drink long and well from the beers.', 'alice', 'drink', 'drink'],
  ['Alice pours the drinks.', 'alice', undefined, undefined],
  ['Alice points at the door. Then she runs.', 'alice', 'point', 'run'],
  ['Alice runs the bar.', 'alice', undefined, undefined],
  ['Alice points the pistol at Steel.', 'alice', 'aim', 'aim'],
  ['Brick, POINT BLANK, says nothing.', 'brick', undefined, undefined],
  ['ALICE is SLAMMED against the wall.', 'alice', 'recoil', 'recoil'],
  ['Steel SMACKS Alice.', 'steel', 'fight', 'fight'],
  ['Steel SMACKS Alice.', 'alice', undefined, undefined],
  ['BRICK and STEEL are fighting.', 'brick', 'fight', 'fight'],
  ['Alice lies on the floor.', 'alice', 'lie', 'lie'],
  ['Alice lies to Brick.', 'alice', undefined, undefined],
  ['Steel puts his hands up.', 'steel', 'hands_up', 'hands_up'],
  ['Steel, at the wheel, hums.', 'steel', 'drive', 'drive'],
  ['Alice watches the waves.', 'alice', undefined, undefined],
  ['Alice kneels. He waves.', 'alice', 'kneel', 'wave'],
  ['A gorgeous day.', 'alice', undefined, undefined],
])('%j poses %s at start and end: %s, %s', (text, id, start, end) => {
  expect([of(text, id, 'start').pose, of(text, id, 'end').pose]).toEqual([start, end])
})

test('coming and going is read of those who do', () => {
  const moves = (text: string, id: string, frame: 'start' | 'end' = 'start') => of(text, id, frame).moves
  expect([
    moves('Steel emerges with two beers. Brick waits.', 'steel', 'end'),
    moves('Steel emerges with two beers. Brick waits.', 'brick', 'end'),
  ]).toEqual(['in', undefined])
  // Who is seen at the start was there before he emerges.
  expect(moves('Steel emerges with two beers. Brick waits.', 'steel')).toBe(undefined)
  expect([
    moves('They speed off.', 'brick'),
    moves('Alice leaves the room.', 'alice'),
    moves('Alice leaves a note.', 'alice'),
  ]).toEqual(['out', 'out', undefined])
})

test('a look into the camera and laughter are read', () => {
  expect(of('Steel turns and looks straight into the cross-hairs.', 'steel').toCamera).toBe(true)
  expect(of('They laugh at the dumb joke.', 'brick').laughs).toBe(true)
})

test('names with signs of their own do no harm', () => {
  const odd = [
    { id: 'x', names: ['M. (the "fox") [1]*', ''] },
    { id: 'li', names: ['李'] },
  ]
  expect(postures('M. (the "fox") [1]* runs. 李 sits.', 'start', odd).get('li')!.pose).toBe('sit')
})
