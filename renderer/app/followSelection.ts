import { scenesInOrder, shotIdsInOrder } from '@shared/domain/lookup'
import type { RecordStore } from '@shared/records/recordStore'
import { hint } from './hint'
import { recordsNow, useProject } from './projectStore'
import { leaveAsset, setView, useView } from './viewStore'

const sceneIdsOf = (records: RecordStore): readonly string[] => scenesInOrder(records).map((s) => s.id)

/**
 * What is selected stays something that is there: of a shot or scene that goes (deleted, joined, taken back) its neighbour is selected, the next
 * one before the one behind, in its scene before others; the status bar no longer counts what has gone. Answers how to stop.
 */
export function followSelection(): () => void {
  let shots = shotIdsInOrder(recordsNow())
  let scenes = sceneIdsOf(recordsNow())
  return useProject.subscribe((state, before) => {
    if (state.records === before.records && state.revision === before.revision) return
    const { records } = state
    const [hadShots, hadScenes] = [shots, scenes]
    shots = shotIdsInOrder(records)
    scenes = sceneIdsOf(records)
    if (state.epoch !== before.epoch) return
    const { assetId } = useView.getState()
    if (assetId !== null && !records.get('assets', assetId)) leaveAsset()
    if (shots !== hadShots) keepShots(records, hadShots, shots)
    keepScene(hadScenes, scenes)
  })
}

/** The one after `gone` in the old order that is still there, else the one before it. */
function beside(gone: string, had: readonly string[], fits: (id: string) => boolean): string | undefined {
  const at = had.indexOf(gone)
  return had.slice(at + 1).find(fits) ?? had.slice(0, Math.max(0, at)).findLast(fits)
}

function keepShots(records: RecordStore, had: readonly string[], now: readonly string[]): void {
  const { shotId, shotIds, sceneId, cell, selected } = useView.getState()
  const there = new Set(now)
  const kept = shotIds.filter((id) => there.has(id))
  if (shotId !== null && there.has(shotId)) {
    if (kept.length === shotIds.length) return
    setView({ shotIds: kept })
    hint('')
    return
  }
  if (shotId !== null) hint('')
  const inScene = (id: string) => there.has(id) && records.get('shots', id)?.sceneId === sceneId
  const next =
    kept[0] ??
    (shotId === null ? now[0] : (beside(shotId, had, inScene) ?? beside(shotId, had, (id) => there.has(id)) ?? now[0]))
  const sceneOfNext = next === undefined ? undefined : records.get('shots', next)?.sceneId
  const cellNow = cell && next !== undefined && !there.has(cell.shotId) ? { ...cell, shotId: next } : cell
  setView({
    shotId: next ?? null,
    shotIds: kept.length ? kept : next === undefined ? [] : [next],
    ...(selected === 'shots' && sceneOfNext !== undefined ? { sceneId: sceneOfNext } : {}),
    ...(selected === 'cells' ? { selected: 'shots' } : {}),
    ...(cellNow === cell ? {} : { cell: cellNow, anchor: cellNow }),
  })
}

function keepScene(had: readonly string[], now: readonly string[]): void {
  const { sceneId, shotId, selected } = useView.getState()
  if (sceneId !== null && now.includes(sceneId)) return
  const records = recordsNow()
  const ofShot = shotId === null ? undefined : records.get('shots', shotId)?.sceneId
  const next = sceneId === null ? (ofShot ?? now[0]) : (beside(sceneId, had, (id) => now.includes(id)) ?? now[0])
  const scene = selected === 'scene' ? next : (ofShot ?? next)
  const first = scene === undefined || scene === ofShot ? undefined : records.first('shotsOfScene', scene)?.id
  setView({
    sceneId: scene ?? null,
    ...(scene === undefined && selected === 'scene' ? { selected: 'shots' } : {}),
    ...(first === undefined ? {} : { shotId: first, shotIds: [first] }),
  })
}
