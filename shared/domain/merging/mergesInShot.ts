import type { Assignment } from '../../model/assignment'
import type { Merge, MergeEntry } from '../../model/merge'
import type { Draft } from '../../records/draft'
import { sameValue } from '../../records/canonical'
import { stayOf, type Stay } from '../intervals/stay'

/**
 * What a merge holds of one shot: the assignment as it stands with the merge, and the two it would become if the merge were taken apart. So a
 * cut or a join can be done to all three, and the entries be written anew (domain.md 8).
 */
export interface MergeInShot {
  readonly merge: Merge
  readonly fromId: string
  readonly merged: Assignment | null
  readonly into: Assignment | null
  readonly from: Assignment | null
  /** The merged record came with the source. */
  readonly owned: boolean
  /** The merge's entries that say so. */
  readonly entries: readonly MergeEntry[]
  /** Other fields the merge wrote on the target's record: rank, origin, evidence. */
  readonly others: { readonly before: object; readonly after: object }
}

/**
 * One cell for every source of every merge, in the order in which they can be taken apart: newest first.
 * @param standing the shot's assignments
 */
export function mergesInShot(draft: Draft, shotId: string, standing: readonly Assignment[]): MergeInShot[] {
  const now = new AssignmentsByAsset(draft, standing)
  const cells: MergeInShot[] = []
  for (const merge of [...draft.all('merges')].sort((a, b) => b.ordinal - a.ordinal)) {
    const entries = entriesHere(merge, shotId, now)
    for (const fromId of merge.fromIds.toReversed()) {
      const cell = takeApart(
        merge,
        fromId,
        entries.filter((e) => e.fromId === fromId),
        now.of(merge.intoId),
      )
      cells.push(cell)
      now.put(merge.intoId, cell.into)
      if (cell.entries.length) now.put(fromId, cell.from)
    }
  }
  return cells
}

function entriesHere(merge: Merge, shotId: string, now: AssignmentsByAsset): MergeEntry[] {
  const removed = merge.entries.filter(
    (e) => e.table === 'assignments' && e.action === 'removed' && e.before?.['shotId'] === shotId,
  )
  const ids = new Set([...now.ids(), ...removed.map((e) => e.recordId)])
  return [
    ...removed,
    ...merge.entries.filter(
      (e) =>
        e.table === 'assignments' &&
        (e.action === 'owned' || (e.action === 'updated' && writesStay(e))) &&
        ids.has(e.recordId),
    ),
  ]
}

const writesStay = (entry: MergeEntry): boolean => entry.after !== null && 'enterAt' in entry.after

const times = ['presence', 'enterAt', 'exitAt'] as const

function takeApart(
  merge: Merge,
  fromId: string,
  candidates: readonly MergeEntry[],
  merged: Assignment | null,
): MergeInShot {
  const updated = candidates.find((e) => e.action === 'updated' && e.recordId === merged?.id)
  const owned = candidates.find((e) => e.action === 'owned' && e.recordId === merged?.id)
  const removed = candidates.filter((e) => e.action === 'removed')
  const intos = removed.find((e) => e.after?.['assetId'] === merge.intoId)
  const froms = removed.find((e) => e !== intos)
  const back = merged && (updated ? restored(merged, updated) : merged)
  const recorded = (entry: MergeEntry | undefined) => (entry ? (entry.before as unknown as Assignment) : null)
  return {
    merge,
    fromId,
    merged,
    owned: owned !== undefined,
    entries: [updated, owned, ...removed].filter((e) => e !== undefined),
    into: owned ? recorded(intos) : back,
    from: owned ? back : recorded(froms),
    others: { before: othersOf(updated?.before), after: othersOf(updated?.after) },
  }
}

/** Fields that the user changed since stay as they are; times go back together or not at all. Null: nothing of it was there. */
function restored(merged: Assignment, { before, after }: MergeEntry): Assignment | null {
  const holds = times.every((key) => sameValue(merged[key], after![key]))
  if (before!['enterAt'] === null) return holds ? null : merged
  const back = Object.entries(before!).filter(([key]) =>
    (times as readonly string[]).includes(key) ? holds : sameValue(merged[key as keyof Assignment], after![key]),
  )
  return { ...merged, ...Object.fromEntries(back), sceneAssetInstanceId: merged.sceneAssetInstanceId }
}

function othersOf(fields: Record<string, unknown> | null | undefined): object {
  const { presence: _p, enterAt: _e, exitAt: _x, enterFrom: _f, exitTo: _t, action: _a, ...others } = fields ?? {}
  return others
}

const gone: { [K in keyof Stay]: null } = {
  presence: null,
  enterAt: null,
  exitAt: null,
  enterFrom: null,
  exitTo: null,
  action: null,
}

/**
 * A cell after a cut or join: its entries anew, and the two that the record becomes when the merge is taken apart, for older merges to go on from.
 * @param owned the record is the source's, so the target's part is what was taken out
 */
export function rewrittenMerge(
  draft: Draft,
  { merge, fromId, others }: MergeInShot,
  owned: boolean,
  merged: Assignment | null,
  into: Assignment | null,
  from: Assignment | null,
) {
  const entry = (fields: Pick<MergeEntry, 'recordId' | 'action' | 'before' | 'after'>): MergeEntry => ({
    fromId,
    table: 'assignments',
    ...fields,
  })
  const entries: MergeEntry[] = []
  const takenOut = (record: Assignment | null, targets: boolean): Assignment | null => {
    if (!record) return null
    const id = record.id === merged?.id || draft.get('assignments', record.id) ? draft.newId() : record.id
    const before = { ...record, id }
    entries.push(entry({ recordId: id, action: 'removed', before, after: targets ? { assetId: merge.intoId } : null }))
    return before
  }
  const [keeps, leaves] = owned ? [from, into] : [into, from]
  if (merged && owned) entries.push(entry({ recordId: merged.id, action: 'owned', before: { ...merged }, after: null }))
  if (merged && !(keeps && sameValue(stayOf(keeps), stayOf(merged)) && !Object.keys(others.after).length)) {
    entries.push(
      entry({
        recordId: merged.id,
        action: 'updated',
        before: { ...others.before, ...(keeps ? stayOf(keeps) : gone) },
        after: { ...others.after, ...stayOf(merged) },
      }),
    )
  }
  const left = takenOut(leaves, owned)
  const kept = merged ? keeps && { ...keeps, id: merged.id } : takenOut(keeps, !owned)
  return { entries, into: owned ? left : kept, from: owned ? kept : left }
}

/** The assignments of a shot by asset, while merges are taken apart in thought. */
export class AssignmentsByAsset {
  private readonly byAsset = new Map<string, Assignment>()

  constructor(draft: Draft, assignments: readonly Assignment[]) {
    for (const a of assignments) this.byAsset.set(draft.must('sceneAssetInstances', a.sceneAssetInstanceId).assetId, a)
  }

  of(assetId: string): Assignment | null {
    return this.byAsset.get(assetId) ?? null
  }

  put(assetId: string, assignment: Assignment | null): void {
    if (assignment) this.byAsset.set(assetId, assignment)
    else this.byAsset.delete(assetId)
  }

  ids(): string[] {
    return [...this.byAsset.values()].map((a) => a.id)
  }
}
