import { expect, test } from 'vitest'
import { sitsIn } from './sitting'

test.each([
  ['BRICK BRADDOCK, retired, is sitting quietly.', ['Brick Braddock', 'Brick'], [true, true]],
  ['Steel sits down.', ['Steel'], [false, true]],
  ['Alice stands. Bob sits on the couch.', ['Alice'], [false, false]],
  ['Alice stands. Bob sits on the couch.', ['Bob'], [true, true]],
  ['Bob gets up from his chair.', ['Bob'], [true, false]],
  ['The cat sits. Bobby laughs.', ['Bob'], [false, false]],
  ['Bob visits the site.', ['Bob'], [false, false]],
])('%j puts %j on a seat at start and end: %j', (text, names, sits) => {
  expect((['start', 'end'] as const).map((frame) => sitsIn(text, '', names, frame))).toEqual(sits)
})
