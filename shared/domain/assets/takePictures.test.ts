import { expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { takePictures } from './takePictures'

const looks = (p: TestProject, assetId: string) =>
  p.store.list('looksOfAsset', assetId).map((l) => [l.name, l.mediaId] as const)

test('a picture goes to the look it names, to a bare default look, or becomes a look of its own: nothing is replaced unasked', () => {
  const p = new TestProject()
  const alice = p.asset('character', 'Alice')
  const [a, b, c, d] = [p.picture(), p.picture(), p.picture(), p.picture()]
  p.run((draft) =>
    takePictures(draft, {
      pictures: [
        { mediaId: a, assetId: alice.id },
        { mediaId: b, assetId: alice.id },
        { mediaId: c, assetId: alice.id, lookName: 'Raincoat' },
      ],
    }),
  )
  expect(looks(p, alice.id)).toEqual([
    ['Default', a],
    ['Look 2', b],
    ['Raincoat', c],
  ])
  const look = p.store.list('looksOfAsset', alice.id)[2]!
  p.run((draft) => takePictures(draft, { pictures: [{ mediaId: d, assetId: alice.id, lookName: 'raincoat' }] }))
  expect(p.store.must('looks', look.id).mediaId).toBe(d)
  p.run((draft) => takePictures(draft, { pictures: [{ mediaId: a, lookId: look.id }] }))
  expect(p.store.must('looks', look.id).mediaId).toBe(a)
})

test('pictures of one new name are one new asset', () => {
  const p = new TestProject()
  const [a, b] = [p.picture(), p.picture()]
  p.run((draft) =>
    takePictures(draft, {
      pictures: [
        { mediaId: a, name: 'Gnome', type: 'prop' },
        { mediaId: b, name: 'gnome', type: 'prop', lookName: 'Broken' },
      ],
    }),
  )
  const [gnome, ...others] = p.store.list('assetsInOrder')
  expect([gnome!.name, gnome!.type, others]).toEqual(['Gnome', 'prop', []])
  expect(looks(p, gnome!.id)).toEqual([
    ['Default', a],
    ['Broken', b],
  ])
})

test('a picture of nothing, of a foreign look, and of a deleted asset are refused', () => {
  const p = new TestProject()
  const alice = p.asset('character', 'Alice')
  const bob = p.asset('character', 'Bob')
  const mediaId = p.picture()
  expect(() => p.run((draft) => takePictures(draft, { pictures: [{ mediaId }] }))).toThrow(/pictures\[0\]: expected/)
  expect(
    p.refusal((draft) =>
      takePictures(draft, { pictures: [{ mediaId, assetId: alice.id, lookId: bob.defaultLookId }] }),
    ),
  ).toBe('NOT_FOUND')
  p.run((draft) => draft.update('assets', alice.id, { deleted: true }))
  expect(p.refusal((draft) => takePictures(draft, { pictures: [{ mediaId, assetId: alice.id }] }))).toBe(
    'ASSET_DELETED',
  )
})
