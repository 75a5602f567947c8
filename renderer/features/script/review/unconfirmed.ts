import { activeMembers, isInTray, shotsInOrder } from '@shared/domain/lookup'
import type { Asset } from '@shared/model/asset'
import type { Assignment } from '@shared/model/assignment'
import type { ReadRecords } from '@shared/records/recordStore'

/** Something read from the script that waits for the user: an unconfirmed assignment, or a suggestion that is in no shot yet. */
export interface Unconfirmed {
  readonly id: string
  readonly kind: 'assignment' | 'suggestion'
  readonly asset: Asset
  readonly presence: Pick<Assignment, 'presence' | 'enterAt' | 'exitAt'>
  readonly evidence: { line: number; text: string } | null
}

export function unconfirmedOf(records: ReadRecords, shotId: string): Unconfirmed[] {
  const open: Unconfirmed[] = []
  for (const { assignment, asset } of activeMembers(records, shotId))
    if (assignment.origin === 'suggested')
      open.push({ id: assignment.id, kind: 'assignment', asset, presence: assignment, evidence: assignment.evidence })
  for (const suggestion of records.list('suggestionsOfShot', shotId)) {
    const asset = records.get('assets', suggestion.assetId)
    if (suggestion.state === 'open' && asset && !asset.deleted)
      open.push({ id: suggestion.id, kind: 'suggestion', asset, presence: suggestion, evidence: suggestion.evidence })
  }
  return open
}

/** How much of the story waits, in all. */
export function countUnconfirmed(records: ReadRecords): number {
  let count = 0
  const counts = (shotId: string, assetId: string | undefined) => {
    const shot = records.get('shots', shotId)
    return (
      shot !== undefined &&
      !isInTray(records, shot) &&
      assetId !== undefined &&
      records.get('assets', assetId)?.deleted === false
    )
  }
  for (const a of records.all('assignments'))
    if (
      a.origin === 'suggested' &&
      counts(a.shotId, records.get('sceneAssetInstances', a.sceneAssetInstanceId)?.assetId)
    )
      count++
  for (const s of records.all('suggestions')) if (s.state === 'open' && counts(s.shotId, s.assetId)) count++
  return count
}

/** How much of what was read from the script the user has answered: confirmed, changed or rejected. */
export function countAnswered(records: ReadRecords): number {
  let count = 0
  for (const a of records.all('assignments')) if (a.evidence && a.origin !== 'suggested') count++
  for (const s of records.all('suggestions')) if (s.evidence && s.state === 'rejected') count++
  return count
}

/** The next shot, round the end, in which something waits; null when nothing does. */
export function nextUnconfirmed(records: ReadRecords, fromShotId: string | null, way: 1 | -1): string | null {
  const shots = shotsInOrder(records)
  const at = shots.findIndex((s) => s.id === fromShotId)
  for (let i = 1; i <= shots.length; i++) {
    const shot = shots[(at + i * way + shots.length * 2) % shots.length]
    if (shot && unconfirmedOf(records, shot.id).length) return shot.id
  }
  return null
}
