import { expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { createLook, deleteAsset, updateAsset } from './assetRules'
import { bringAssets, namesOfCopies } from './bringAssets'

function there() {
  const p = new TestProject()
  const alice = p.asset('character', 'Alice', { picture: true, description: 'a woman', rank: 3 })
  const mediaId = p.picture()
  const coat = p.run((draft) => createLook(draft, { assetId: alice.id, name: 'Coat', mediaId }))
  p.run((draft) => updateAsset(draft, { assetId: alice.id, aliases: [{ name: 'The Coat', lookId: coat.id }] }))
  return { asset: p.store.must('assets', alice.id), looks: p.store.list('looksOfAsset', alice.id) }
}

test('a copy has looks, pictures, words and names of its own records, and is in no shot', () => {
  const p = new TestProject()
  const brought = there()
  const [id] = p.run((draft) => bringAssets(draft, [brought]))
  const copy = p.store.must('assets', id!)
  const looks = p.store.list('looksOfAsset', id)
  expect(copy).toMatchObject({ name: 'Alice', description: 'a woman', rank: null })
  expect(looks.map(({ name, mediaId }) => [name, mediaId])).toEqual(
    brought.looks.map(({ name, mediaId }) => [name, mediaId]),
  )
  expect(looks.every((l) => l.assetId === id)).toBe(true)
  expect(copy.defaultLookId).toBe(looks[0]!.id)
  expect(copy.aliases).toEqual([{ name: 'The Coat', lookId: looks[1]!.id }])
  expect(p.store.list('instancesOfAsset', copy.id)).toEqual([])
})

test('a name that is taken gets a number, one of a deleted asset or of another type does not', () => {
  const p = new TestProject()
  p.asset('character', 'Alice')
  p.asset('prop', 'Bob')
  const gone = p.asset('character', 'Carl')
  p.run((draft) => deleteAsset(draft, { assetId: gone.id }))
  const named = (name: string) => ({ name, type: 'character' as const })
  expect(namesOfCopies(p.store, [named('alice'), named('Alice'), named('Bob'), named('Carl')])).toEqual([
    'alice 2',
    'Alice 3',
    'Bob',
    'Carl',
  ])
})
