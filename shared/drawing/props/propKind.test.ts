import { expect, test } from 'vitest'
import { drawProp } from './drawProp'
import { propHeight, propKindOf, propKinds } from './propKind'

test.each([
  ['Teapot', '', 'teapot'],
  ['Leather couch', '', 'sofa'],
  ['Coffee table', '', 'table'],
  ['Table lamp', '', 'lamp'],
  ['Garden gnome', 'red hat', 'statue'],
  ['Letters', '', 'letter'],
  ['BEER', '', 'bottle'],
  ['Porsche', '', 'car'],
  ['Old Betsy', 'rusty pickup', 'truck'],
  ['Wobulator', '', null],
])('%s (%s) is drawn as %s', (name, traits, kind) => {
  expect(propKindOf(name, traits)).toBe(kind)
})

test('every kind has a drawing of its own', () => {
  const drawings = Object.values(propKinds).map(({ words }) =>
    JSON.stringify(
      drawProp(words[0], '', 'id', {
        seed: 's',
        height: 100,
        line: 3,
        tremble: 0,
        tint: (c) => c,
        halo: 1,
        mirrored: false,
      }),
    ),
  )
  expect(new Set(drawings).size).toBe(drawings.length)
})

test('a cup is smaller than a car', () => {
  expect(propHeight('Cup', '')).toBeLessThan(propHeight('Car', ''))
})

test('a thing without a drawing says its name, readable when mirrored', () => {
  const options = { seed: 's', height: 100, line: 3, tremble: 0, tint: (c: string) => c, halo: 1 }
  expect(JSON.stringify(drawProp('Wobulator', '', 'id', { ...options, mirrored: false }))).toContain('"Wobulator"')
  expect(drawProp('Wobulator', '', 'id', { ...options, mirrored: true }).at(-1)).toMatchObject({
    op: 'group',
    ops: [{ op: 'text', text: 'Wobulator' }],
  })
})
