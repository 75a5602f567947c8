import type { Assignment } from '@shared/model/assignment'
import type { Suggestion } from '@shared/model/suggestion'
import { cached } from '@shared/records/cached'
import type { ReadRecords } from '@shared/records/recordStore'
import { carriersOf } from '@shared/domain/presence/carrying'
import { resolveLook } from '@shared/domain/looks/resolveLook'

/** What a cell shows. */
export interface Cell {
  readonly assignment: Assignment
  readonly instanceId: string
  readonly pictured: boolean
  /** In another look than the asset's default one at the start and at the end of the shot. */
  readonly altStart: boolean
  readonly altEnd: boolean
  /** Names of the looks at both ends. */
  readonly looks: { readonly start: string; readonly end: string }
  /** Who carries it into the shot, by name; null = it is there by itself. */
  readonly carrier: string | null
  /** Look changes inside the shot, fractions. */
  readonly transformations: readonly number[]
}

/** The cells of a shot by asset, remembered: the painter asks for every visible one in every frame. */
const cellsOfShot = cached<ReadonlyMap<string, Cell>>((records, shotId) => {
  const cells = new Map<string, Cell>()
  const events = records.list('transformationsOfShot', shotId).filter((e) => e.at !== null && !e.suspended)
  for (const assignment of records.list('assignmentsOfShot', shotId)) {
    const instance = records.get('sceneAssetInstances', assignment.sceneAssetInstanceId)
    const asset = instance && records.get('assets', instance.assetId)
    if (!instance || !asset) continue
    const start = resolveLook(records, instance, { shotId, at: 'start' })
    const end = resolveLook(records, instance, { shotId, at: 'end' })
    cells.set(asset.id, {
      assignment,
      instanceId: instance.id,
      pictured: start.mediaId !== null || end.mediaId !== null,
      altStart: start.id !== asset.defaultLookId,
      altEnd: end.id !== asset.defaultLookId,
      carrier: carriersOf(records, assignment)?.first.asset.name ?? null,
      looks: { start: start.name, end: end.name },
      transformations: events.filter((e) => e.sceneAssetInstanceId === instance.id).map((e) => e.at!),
    })
  }
  return cells
})

/** What was read from the script for a shot and waits, by asset, remembered. */
const openInShot = cached<ReadonlyMap<string, Suggestion>>(
  (records, shotId) =>
    new Map(
      records
        .list('suggestionsOfShot', shotId)
        .filter((s) => s.state === 'open')
        .map((s) => [s.assetId, s]),
    ),
)

/** The cells of one project by shot and asset. */
export class CellIndex {
  constructor(private readonly records: ReadRecords) {}

  cellsOf(shotId: string): ReadonlyMap<string, Cell> {
    return cellsOfShot(this.records, shotId)
  }

  cell(shotId: string, assetId: string): Cell | undefined {
    return this.cellsOf(shotId).get(assetId)
  }

  /** What was read from the script for an empty cell and waits for the user's yes or no. */
  waiting(shotId: string, assetId: string): Suggestion | undefined {
    const suggestion = openInShot(this.records, shotId).get(assetId)
    return suggestion && !this.cell(shotId, assetId) ? suggestion : undefined
  }
}
