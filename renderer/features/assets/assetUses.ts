import { settingsOf, scenesInOrder, shotsOfScene } from '@shared/domain/lookup'
import { transformationsInOrder } from '@shared/domain/looks/resolveLook'
import { secondsText } from '@shared/language/unitWords'
import type { Scene } from '@shared/model/scene'
import type { Shot } from '@shared/model/shot'
import { framesToSeconds } from '@shared/domain/time/frames'
import type { ReadRecords } from '@shared/records/recordStore'

export interface SceneUse {
  readonly scene: Scene
  readonly shots: readonly Shot[]
}

/** The scenes an asset is used in, in story order, with the shots it is in. */
export function usesOf(records: ReadRecords, assetId: string): SceneUse[] {
  const instances = new Map(records.list('instancesOfAsset', assetId).map((i) => [i.sceneId, i]))
  if (!instances.size) return []
  return scenesInOrder(records).flatMap((scene) => {
    const instance = instances.get(scene.id)
    if (!instance) return []
    const inside = new Set(records.list('assignmentsOfInstance', instance.id).map((a) => a.shotId))
    return [{ scene, shots: shotsOfScene(records, scene.id).filter((s) => inside.has(s.id)) }]
  })
}

/** "4, 5–7, 10": shot numbers with neighbours drawn together. */
export function shotRange(all: readonly Shot[], shots: readonly Shot[]): string {
  const inside = new Set(shots.map((s) => s.id))
  const runs: Shot[][] = []
  let open = false
  for (const shot of all) {
    if (!inside.has(shot.id)) open = false
    else if (open) runs.at(-1)!.push(shot)
    else {
      runs.push([shot])
      open = true
    }
  }
  return runs
    .map((run) => (run.length < 3 ? run.map((s) => s.number).join(', ') : `${run[0]!.number}–${run.at(-1)!.number}`))
    .join(', ')
}

/** The changes of look of an asset in story order: "Raincoat to Blue dress in shot 5 at 1.8 s". */
export function transformationsOf(records: ReadRecords, assetId: string): { id: string; text: string }[] {
  const { fps } = settingsOf(records)
  const name = (lookId: string | null) => (lookId ? records.get('looks', lookId)?.name : undefined) ?? 'another look'
  return usesOf(records, assetId).flatMap(({ scene }) => {
    const instance = records.first('instanceOf', `${scene.id}/${assetId}`)
    return (instance ? transformationsInOrder(records, instance) : []).flatMap((event) => {
      const shot = records.get('shots', event.shotId)
      if (!shot) return []
      const when =
        event.at === null
          ? `after shot ${shot.number}`
          : `in shot ${shot.number} at ${secondsText(framesToSeconds(event.at * shot.durationFrames, fps))}`
      return [{ id: event.id, text: `${name(event.fromLookId)} to ${name(event.toLookId)} ${when}` }]
    })
  })
}
