import type { Draft } from '../../records/draft'
import { digest } from '../../records/digest'
import { Refusal } from '../../records/refusal'
import type { ReadRecords } from '../../records/recordStore'
import { dismissalOf } from './dismissals'
import { existingShot } from '../lookup'
import { findingsOfShot } from './continuity'
import type { Finding } from './finding'

export interface NoteName {
  code: string
  shotIds: readonly string[]
  assetIds: readonly string[]
}

/** The findings a note stands for: of that code and those assets, in no other shots. */
function findingsOf(store: ReadRecords, { code, shotIds, assetIds }: NoteName): Finding[] {
  const [shots, assets] = [new Set(shotIds), new Set(assetIds)]
  const found = new Map<string, Finding>()
  for (const shotId of shots) {
    for (const finding of findingsOfShot(store, existingShot(store, shotId).id)) {
      if (finding.code !== code || finding.assetIds.length !== assets.size) continue
      if (finding.assetIds.every((id) => assets.has(id)) && finding.shotIds.every((id) => shots.has(id)))
        found.set(finding.key, finding)
    }
  }
  return [...found.values()]
}

/** `continuity.dismiss`: puts a note aside, with a reason, for as long as its facts stay as they are (domain.md 10). */
export function dismissNote(draft: Draft, input: NoteName & { reason: string }): void {
  const findings = findingsOf(draft, input)
  if (!findings.length) throw new Refusal('NOT_FOUND', { what: 'The note' })
  for (const finding of findings) {
    const facts = digest(finding.facts)
    const known = dismissalOf(draft, finding)
    if (known) draft.update('dismissals', known.id, { facts, reason: input.reason.trim() })
    else
      draft.add('dismissals', {
        id: draft.newId(),
        code: finding.code,
        key: finding.key,
        facts,
        reason: input.reason.trim(),
      })
  }
}

/** `continuity.reopen`: shows a note again that was put aside. */
export function reopenNote(draft: Draft, input: NoteName): void {
  const dismissals = findingsOf(draft, input).flatMap((finding) => dismissalOf(draft, finding) ?? [])
  if (!dismissals.length) throw new Refusal('NOT_FOUND', { what: 'The note' })
  for (const dismissal of dismissals) draft.remove('dismissals', dismissal.id)
}
