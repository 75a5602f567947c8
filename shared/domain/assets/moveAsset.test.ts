import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveAsset } from './moveAsset'
import { TestProject } from '../../testing/testProject'

function four(ranks: readonly (number | null)[] = []) {
  const p = new TestProject()
  const assets = ['Alice', 'Bob', 'Carl', 'Dora'].map((name, i) =>
    p.asset('character', name, { rank: ranks[i] ?? null }),
  )
  const lamp = p.asset('prop', 'Lamp')
  const id = (name: string | null) => [...assets, lamp].find((a) => a.name === name)?.id ?? null
  const order = () => p.store.list('assetsOfType', 'character').map((a) => a.name)
  const move = (name: string, before: string | null) =>
    p.run((draft) => moveAsset(draft, { assetId: id(name)!, beforeId: id(before) }))
  const changed = () => Object.keys(p.change.updated.assets ?? {}).length
  return { p, id, order, move, changed }
}

test('an asset comes to stand before another one, or last, and nobody else changes places', () => {
  const { order, move } = four()
  move('Carl', 'Alice')
  expect(order()).toEqual(['Carl', 'Alice', 'Bob', 'Dora'])
  move('Alice', null)
  expect(order()).toEqual(['Carl', 'Bob', 'Dora', 'Alice'])
  move('Dora', 'Bob')
  expect(order()).toEqual(['Carl', 'Dora', 'Bob', 'Alice'])
})

test('one rank is written where one is enough, and none where it stands there already', () => {
  const { move, changed } = four()
  move('Carl', 'Alice')
  expect(changed()).toBe(1)
  move('Carl', 'Alice')
  expect(changed()).toBe(0)
  move('Carl', 'Dora')
  expect(changed()).toBe(1)
})

test('ranks as near as numbers go still come apart', () => {
  const { order, move } = four([1, 1 + Number.EPSILON, 5, 6])
  move('Dora', 'Bob')
  expect(order()).toEqual(['Alice', 'Dora', 'Bob', 'Carl'])
})

test('types keep to themselves', () => {
  const { p, id } = four()
  expect(p.refusal((draft) => moveAsset(draft, { assetId: id('Lamp')!, beforeId: id('Bob') }))).toBe('OTHER_TYPE')
})

test('any row of moves gives what moving in a list gives', () => {
  const names = ['Alice', 'Bob', 'Carl', 'Dora']
  const rank = fc.option(fc.integer({ min: -2, max: 2 }))
  fc.assert(
    fc.property(
      fc.tuple(rank, rank, rank, rank),
      fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names, null)), { maxLength: 8 }),
      (ranks, moves) => {
        const { order, move } = four(ranks)
        let expected = order()
        for (const [name, before] of moves) {
          move(name, before)
          if (name !== before) {
            const others = expected.filter((n) => n !== name)
            expected = others.toSpliced(before === null ? others.length : others.indexOf(before), 0, name)
          }
          expect(order()).toEqual(expected)
        }
      },
    ),
  )
})
