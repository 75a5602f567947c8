import { expect, test } from 'vitest'
import { createLook, deleteAsset, restoreAsset } from './assetRules'
import { recast } from './recast'
import { setTransformation } from '../looks/transformationRules'
import { TestProject } from '../../testing/testProject'

function deletedAlice() {
  const p = new TestProject()
  const scene = p.scene()
  const shots = p.shots(scene, 3)
  const old = p.asset('character', 'Alice', { picture: true })
  for (const shot of shots) p.put(shot, old, { presence: 'enters', enterAt: 0.4 })
  const coat = p.run((d) => createLook(d, { assetId: old.id, name: 'Raincoat' }))
  p.run((d) =>
    setTransformation(d, {
      sceneAssetInstanceId: p.instanceId(scene, old),
      kind: 'within_shot',
      shotId: shots[1]!.id,
      at: 0.6,
      fromLookId: old.defaultLookId,
      toLookId: coat.id,
    }),
  )
  p.run((d) => deleteAsset(d, { assetId: old.id }))
  const fresh = p.asset('character', 'Alice', { picture: true })
  return { p, scene, shots, old, fresh, coat }
}

test('the new Alice takes the chosen shots; a later restore returns only those not recast', () => {
  const { p, shots, old, fresh } = deletedAlice()
  expect(p.warningCodes()).toContain('DELETED_NAMESAKE')
  p.run((d) => recast(d, { oldId: old.id, newId: fresh.id, shotIds: [shots[0]!.id] }))
  expect(p.assignment(shots[0]!, fresh)).toMatchObject({ presence: 'enters', enterAt: 0.4 })
  expect(p.assignment(shots[0]!, old)).toBeUndefined()
  p.run((d) => restoreAsset(d, { assetId: old.id }))
  expect(p.assignment(shots[1]!, old)).toBeDefined()
  expect(p.assignment(shots[1]!, fresh)).toBeUndefined()
})

test('a change of look without a look of the new asset sleeps and is named; with a map it lives', () => {
  const { p, shots, old, fresh } = deletedAlice()
  p.run((d) => recast(d, { oldId: old.id, newId: fresh.id, shotIds: [shots[1]!.id] }))
  expect(p.warningCodes()).toContain('CHANGE_SLEEPS')
  expect([...p.store.all('transformations')][0]).toMatchObject({ suspended: 'no_look', toLookId: null })
  const other = deletedAlice()
  const own = other.p.run((d) => createLook(d, { assetId: other.fresh.id, name: 'Yellow coat' }))
  other.p.run((d) =>
    recast(d, {
      oldId: other.old.id,
      newId: other.fresh.id,
      shotIds: [other.shots[1]!.id],
      lookMap: { [other.coat.id]: own.id },
    }),
  )
  expect([...other.p.store.all('transformations')][0]).toMatchObject({ suspended: '', toLookId: own.id })
})

test('a look of the same name is found without a map', () => {
  const { p, shots, old, fresh } = deletedAlice()
  const own = p.run((d) => createLook(d, { assetId: fresh.id, name: 'raincoat' }))
  p.run((d) => recast(d, { oldId: old.id, newId: fresh.id, shotIds: [shots[1]!.id] }))
  expect([...p.store.all('transformations')][0]).toMatchObject({ toLookId: own.id })
})

test('already in the shot: the hull of both, its own blocking wins', () => {
  const { p, shots, old, fresh } = deletedAlice()
  p.put(shots[0]!, fresh, { presence: 'exits', exitAt: 0.2 })
  p.run((d) => recast(d, { oldId: old.id, newId: fresh.id, shotIds: [shots[0]!.id] }))
  expect(p.assignment(shots[0]!, fresh)).toMatchObject({ presence: 'throughout' })
})

test('the same name counts before being the default, and without it a change to the old default sleeps', () => {
  const { p, scene, shots, old, fresh, coat } = deletedAlice()
  p.run((d) => d.update('looks', old.defaultLookId, { name: 'Casual' }))
  p.run((d) => restoreAsset(d, { assetId: old.id }))
  p.run((d) =>
    setTransformation(d, {
      sceneAssetInstanceId: p.instanceId(scene, old),
      kind: 'within_shot',
      shotId: shots[0]!.id,
      at: 0.6,
      fromLookId: coat.id,
      toLookId: old.defaultLookId,
    }),
  )
  p.run((d) => recast(d, { oldId: old.id, newId: fresh.id, shotIds: [shots[0]!.id] }))
  expect(p.store.list('transformationsOfShot', shots[0]!.id)).toMatchObject([{ suspended: 'no_look', toLookId: null }])
})
