import { createHash } from 'node:crypto'
import { canonicalJson } from '@shared/records/canonical'
import type { ReadRecords } from '@shared/records/recordStore'
import { recordDump } from '@shared/testing/recordDump'

/** One word for everything undo restores; that a scene was filled outlives undo and does not count. */
export function stateDigest(records: Pick<ReadRecords, 'all'>): string {
  return createHash('sha256')
    .update(canonicalJson({ ...recordDump(records), sceneStates: null }))
    .digest('hex')
    .slice(0, 16)
}
