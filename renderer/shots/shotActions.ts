import { shotIdsInOrder } from '@shared/domain/lookup'
import type { ReadRecords } from '@shared/records/recordStore'
import { recordsNow } from '../app/projectStore'
import { selectCell, selectShot } from '../app/viewStore'

/** Marks an asset of a shot as the one being looked at, here and in the matrix. */
export function selectMember(shotId: string, assetId: string): void {
  selectCell({ shotId, assetId })
}

/** The shot before or after in the story, across scenes. */
export function shotBeside(reads: ReadRecords, shotId: string, step: 1 | -1): string | null {
  const shotIds = shotIdsInOrder(reads)
  return shotIds[shotIds.indexOf(shotId) + step] ?? null
}

export function goBeside(shotId: string, step: 1 | -1): void {
  const next = shotBeside(recordsNow(), shotId, step)
  if (next) selectShot(next)
}
