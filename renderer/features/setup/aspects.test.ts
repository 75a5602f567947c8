import { expect, test } from 'vitest'
import { aspects, aspectOf, aspectText, readAspect } from './aspects'

test('every usual shape is read back as it is called', () => {
  for (const aspect of aspects) expect(readAspect(aspectText(aspect))).toEqual(aspect)
})

test('a shape is read as people write it', () => {
  expect(readAspect('2.35:1')).toEqual({ width: 235, height: 100 })
  expect(readAspect('1920 x 817')).toEqual({ width: 1920, height: 817 })
  expect(readAspect('1.5')).toEqual({ width: 150, height: 100 })
  for (const none of ['', 'wide', '16:0', '0:9', '-4:3', '16:9:1', '100:1', '1:11']) expect(readAspect(none)).toBeNull()
})

test('it says how large its stills are', () => {
  expect(aspectOf({ width: 16, height: 9 })).toMatch(/^16:9 · \d+ × \d+$/)
})
