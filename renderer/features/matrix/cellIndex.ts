import type { Assignment } from '@shared/model/assignment'
import type { Suggestion } from '@shared/model/suggestion'
import type { RecordStore } from '@shared/records/recordStore'
import { resolveLook } from '@shared/domain/looks/resolveLook'

/** What a cell shows. */
export interface Cell {
  readonly assignment: Assignment
  readonly instanceId: string
  readonly pictured: boolean
  /** In another look than the asset's default one at the start and at the end of the shot. */
  readonly altStart: boolean
  readonly altEnd: boolean
  /** Look changes inside the shot, fractions. */
  readonly changes: readonly number[]
}

/** Cells by shot and asset, read once per shot and again only when something of that shot changed. */
export class CellIndex {
  private readonly shots = new Map<string, { version: number; cells: Map<string, Cell> }>()
  private readonly open = new Map<string, { version: number; suggestions: Map<string, Suggestion> }>()

  constructor(private readonly records: RecordStore) {}

  cellsOf(shotId: string): ReadonlyMap<string, Cell> {
    const version = Math.max(
      this.records.version(`assignmentsOfShot:${shotId}`),
      this.records.version('transformations'),
      this.records.version('looks'),
      this.records.version('sceneAssetInstances'),
      this.records.version('assets'),
      this.records.version('scenes'),
    )
    const known = this.shots.get(shotId)
    if (known && known.version === version) return known.cells
    const cells = this.read(shotId)
    this.shots.set(shotId, { version, cells })
    return cells
  }

  cell(shotId: string, assetId: string): Cell | undefined {
    return this.cellsOf(shotId).get(assetId)
  }

  /** What was read from the script for an empty cell and waits for the user's yes or no. */
  waiting(shotId: string, assetId: string): Suggestion | undefined {
    const version = this.records.version(`suggestionsOfShot:${shotId}`)
    let known = this.open.get(shotId)
    if (!known || known.version !== version) {
      known = {
        version,
        suggestions: new Map(
          this.records
            .list('suggestionsOfShot', shotId)
            .filter((s) => s.state === 'open')
            .map((s) => [s.assetId, s]),
        ),
      }
      this.open.set(shotId, known)
    }
    const suggestion = known.suggestions.get(assetId)
    return suggestion && !this.cell(shotId, assetId) ? suggestion : undefined
  }

  private read(shotId: string): Map<string, Cell> {
    const { records } = this
    const cells = new Map<string, Cell>()
    for (const assignment of records.list('assignmentsOfShot', shotId)) {
      const instance = records.get('sceneAssetInstances', assignment.sceneAssetInstanceId)
      const asset = instance && records.get('assets', instance.assetId)
      if (!instance || !asset) continue
      const start = resolveLook(records, instance, { shotId, at: 'start' })
      const end = resolveLook(records, instance, { shotId, at: 'end' })
      const changes = records
        .list('eventsOfShot', shotId)
        .filter((e) => e.sceneAssetInstanceId === instance.id && e.at !== null && !e.suspended)
        .map((e) => e.at!)
      cells.set(asset.id, {
        assignment,
        instanceId: instance.id,
        pictured: start.mediaId !== null || end.mediaId !== null,
        altStart: start.id !== asset.defaultLookId,
        altEnd: end.id !== asset.defaultLookId,
        changes,
      })
    }
    return cells
  }
}
