import { neighbour } from '../domain/lookup'
import type { ReadRecords } from '../records/recordStore'

/** What does not hold together in a project, one line each: the rules beside each record's own schema. */
export function brokenReferences(store: ReadRecords): string[] {
  const out: string[] = []
  const demand = (holds: unknown, what: string) => {
    if (!holds) out.push(what)
  }
  const unique = new Set<string>()
  const once = (key: string) => {
    demand(!unique.has(key), `${key} twice`)
    unique.add(key)
  }
  for (const shot of store.all('shots')) demand(store.get('scenes', shot.sceneId), `shot ${shot.id} without a scene`)
  for (const shot of store.all('shots')) once(`place ${shot.sceneId}/${shot.orderKey}`)
  for (const scene of store.all('scenes')) once(`place ${scene.tray}/${scene.orderKey}`)
  // One that was merged away keeps the id of its look, which moved to the target.
  for (const asset of store.all('assets'))
    demand(
      asset.mergedIntoId !== null || store.get('looks', asset.defaultLookId)?.assetId === asset.id,
      `asset ${asset.id} without its default look`,
    )
  for (const look of store.all('looks')) {
    demand(store.get('assets', look.assetId), `look ${look.id} without an asset`)
    demand(look.mediaId === null || store.get('media', look.mediaId), `look ${look.id} without its picture`)
  }
  for (const i of store.all('sceneAssetInstances')) {
    demand(store.get('scenes', i.sceneId) && store.get('assets', i.assetId), `instance ${i.id} of nothing`)
    demand(
      i.lookId === null || store.get('looks', i.lookId)?.assetId === i.assetId,
      `instance ${i.id} in a foreign look`,
    )
    once(`instance ${i.sceneId}/${i.assetId}`)
  }
  const sceneOf = (shotId: string) => store.get('shots', shotId)?.sceneId ?? 'no shot'
  const sceneOfInstance = (id: string) => store.get('sceneAssetInstances', id)?.sceneId ?? 'no instance'
  for (const a of store.all('assignments')) {
    demand(sceneOf(a.shotId) === sceneOfInstance(a.sceneAssetInstanceId), `assignment ${a.id} across scenes`)
    once(`assignment ${a.shotId}/${a.sceneAssetInstanceId}`)
  }
  for (const t of store.all('transformations')) {
    demand(sceneOf(t.shotId) === sceneOfInstance(t.sceneAssetInstanceId), `change of look ${t.id} across scenes`)
    const assetId = store.get('sceneAssetInstances', t.sceneAssetInstanceId)?.assetId
    for (const lookId of [t.fromLookId, t.toLookId])
      demand(
        lookId === null || store.get('looks', lookId)?.assetId === assetId,
        `change of look ${t.id} to a foreign look`,
      )
  }
  for (const b of store.all('blockings')) {
    demand(sceneOf(b.shotId) === sceneOfInstance(b.sceneAssetInstanceId), `blocking ${b.id} across scenes`)
    once(`blocking ${b.shotId}/${b.sceneAssetInstanceId}/${b.frame}`)
  }
  for (const s of store.all('seams'))
    demand(nextShotId(store, s.fromShotId) === s.toShotId, `seam ${s.id} of shots that are no neighbours`)
  for (const s of store.all('suggestions'))
    demand(store.get('shots', s.shotId) && store.get('assets', s.assetId), `suggestion ${s.id} of nothing`)
  return out
}

function nextShotId(store: ReadRecords, shotId: string): string | undefined {
  const shot = store.get('shots', shotId)
  return shot && neighbour(store, shot, 1)?.id
}
