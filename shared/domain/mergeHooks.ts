import { presenceOf } from '../model/assignment'
import type { Merge, MergeEntry } from '../model/merge'
import type { Draft } from '../records/draft'
import type { Shot } from '../model/shot'
import { joinedStay, splitTimes, type Cut, type Stay } from './splitTimes'

/** What a split or join did to the records of a shot. */
export interface HalvesMap {
  /** The cut as a fraction of the whole shot, on a frame. */
  readonly cut: number
  /**
   * Split: ids of the whole shot's assignments, events and blockings -> ids of the records that stand for them in the second half; a
   * record that only moved there keeps its id. Join: ids of the gone shot's records -> ids of the kept shot's that took them up; a
   * record that only moved keeps its id.
   */
  readonly ids: ReadonlyMap<string, string>
}

type Fields = Record<string, unknown>

/** A shot was split into `first` (which keeps the id) and `second`: merge entries of its records are cut like live ones (domain.md 8). */
export function onShotSplit(draft: Draft, first: Shot, second: Shot, map: HalvesMap): void {
  const cut: Cut = { first: first.durationFrames, second: second.durationFrames }
  rewrite(draft, (entry) => splitEntry(draft, entry, first, second, cut, map.ids))
}

function splitEntry(draft: Draft, entry: MergeEntry, first: Shot, second: Shot, cut: Cut, ids: ReadonlyMap<string, string>): MergeEntry[] {
  const { table, action, recordId } = entry
  const other = ids.get(recordId)
  if (action === 'owned' && other !== undefined && other !== recordId) {
    const record = (draft.get(table as 'assignments', other) ?? null) as Fields | null
    return record ? [entry, { ...entry, recordId: other, before: { ...record } }] : [entry]
  }
  if (action === 'removed' && entry.before?.['shotId'] === first.id) return table === 'assignments' ? cutRemoved(draft, entry, second, cut) : entry.before['frame'] === 'end' ? [withShot(entry, second.id)] : [entry]
  if (table !== 'assignments' || action !== 'updated' || !hasInterval(entry)) return [entry]
  const lives = draft.get('assignments', recordId)
  if (lives?.shotId !== first.id && lives?.shotId !== second.id && other === undefined) return [entry]
  const before = cutInterval(entry.before, cut)
  const after = cutInterval(entry.after, cut)
  const liveIn = (id: string, shotId: string) => {
    const live = draft.get('assignments', id)
    return live?.shotId === shotId ? live : undefined
  }
  const halves = [
    { live: liveIn(recordId, first.id), before: before.first, after: after.first },
    { live: liveIn(other ?? recordId, second.id), before: before.second, after: after.second },
  ]
  // An interval the user changed before the split is the user's in both halves, whatever one of them looks like.
  const holds = halves.every((h) => (h.live === undefined) === (h.after === null) && (!h.live || !h.after || sameStay(h.live, h.after)))
  return halves.flatMap((h) => {
    if (!h.live) return []
    if (!holds) return [{ ...entry, recordId: h.live.id, before: withoutInterval(entry.before), after: withoutInterval(entry.after) }]
    return [{ ...entry, recordId: h.live.id, before: { ...entry.before, ...interval(h.before) }, after: { ...entry.after, ...stayOf(h.live) } }]
  })
}

const sameStay = (a: { enterAt: number; exitAt: number }, b: { enterAt: number; exitAt: number }) => Math.abs(a.enterAt - b.enterAt) < 1e-6 && Math.abs(a.exitAt - b.exitAt) < 1e-6

function withoutInterval(fields: Fields | null): Fields {
  const { enterAt: _e, exitAt: _x, presence: _p, ...rest } = fields ?? {}
  return rest
}

/** What a merge took out of a shot comes back into the halves it was in. */
function cutRemoved(draft: Draft, entry: MergeEntry, second: Shot, cut: Cut): MergeEntry[] {
  const parts = cutInterval(entry.before, cut)
  const out: MergeEntry[] = []
  if (parts.first) out.push({ ...entry, before: { ...entry.before, ...parts.first } })
  if (parts.second) {
    const id = parts.first ? draft.newId() : entry.recordId
    out.push({ ...entry, recordId: id, before: { ...entry.before, ...parts.second, id, shotId: second.id } })
  }
  return out
}

const hasInterval = (entry: MergeEntry) => entry.after !== null && 'enterAt' in entry.after && entry.before?.['enterAt'] !== null
const withShot = (entry: MergeEntry, shotId: string): MergeEntry => ({ ...entry, before: { ...entry.before, shotId } })

/** An interval that was cut away entirely is recorded as null: taking the merge apart then removes what holds its place. */
const interval = (stay: Stay | null): Fields => (stay ? { ...stay } : { enterAt: null, exitAt: null, presence: null })

const stayOf = (fields: Fields | null): Stay => {
  const enterAt = fields!['enterAt'] as number
  const exitAt = fields!['exitAt'] as number
  return { enterAt, exitAt, presence: presenceOf(enterAt, exitAt)! }
}

function cutInterval(fields: Fields | null, cut: Cut): { first: Stay | null; second: Stay | null } {
  return splitTimes({ interval: stayOf(fields), events: [] }, cut)
}

/**
 * `gone` was joined onto the end of `kept`: recorded intervals are rescaled, those that no longer touch become their hull (domain.md 8).
 * `gone` is still in the draft, without its records.
 */
export function onShotsJoined(draft: Draft, kept: Shot, gone: Shot, map: HalvesMap): void {
  const first = Math.round(map.cut * kept.durationFrames)
  const cut: Cut = { first, second: kept.durationFrames - first }
  for (const merge of draft.all('merges')) {
    const entries = joinEntries(draft, merge, kept, gone, cut, map.ids)
    if (entries) draft.update('merges', merge.id, { entries })
  }
}

function joinEntries(draft: Draft, merge: Merge, kept: Shot, gone: Shot, cut: Cut, ids: ReadonlyMap<string, string>): MergeEntry[] | null {
  let touched = false
  const out: MergeEntry[] = []
  const owned = new Set(merge.entries.filter((e) => e.action === 'owned').map((e) => e.recordId))
  for (const entry of merge.entries) {
    const next = joinEntry(draft, entry, kept, gone, cut, ids, owned)
    if (next.length !== 1 || next[0] !== entry) touched = true
    out.push(...next)
  }
  for (const [from, to] of ids) if (from !== to && owned.has(to) && !owned.has(from)) touched = keepTargetsPart(draft, merge, to, cut, out) || touched
  return touched ? combined(out) : null
}

function joinEntry(draft: Draft, entry: MergeEntry, kept: Shot, gone: Shot, cut: Cut, ids: ReadonlyMap<string, string>, owned: ReadonlySet<string>): MergeEntry[] {
  const { table, action, recordId, before } = entry
  const taker = ids.get(recordId)
  if (action === 'removed' && (before?.['shotId'] === kept.id || before?.['shotId'] === gone.id)) {
    const half = before['shotId'] === kept.id ? 'first' : 'second'
    if (table === 'assignments') return [{ ...entry, before: { ...before, ...rescaled(stayOf(before), half, cut), shotId: kept.id } }]
    return before['frame'] === (half === 'first' ? 'start' : 'end') ? [withShot(entry, kept.id)] : []
  }
  if (table !== 'assignments') return [entry]
  if (action === 'owned' && taker !== undefined && taker !== recordId && !owned.has(taker)) return takenUp(draft, entry, taker, cut, kept)
  if (action !== 'updated' || !hasInterval(entry)) return [entry]
  const live = draft.get('assignments', taker ?? recordId)
  if (live?.shotId !== kept.id) return [entry]
  const half = taker === undefined ? 'first' : 'second'
  return [{ ...entry, recordId: live.id, before: { ...before, ...rescaled(stayOf(before), half, cut) }, after: { ...entry.after, ...stayOf(live) } }]
}

/** The source's assignment went up in one of the target's: the source gets its own part back, the target keeps the rest. */
function takenUp(draft: Draft, entry: MergeEntry, taker: string, cut: Cut, kept: Shot): MergeEntry[] {
  const live = draft.get('assignments', taker)
  if (!live) return [entry]
  const rest = cutInterval(live, cut).first
  return [
    { ...entry, action: 'removed', before: { ...entry.before, ...rescaled(stayOf(entry.before), 'second', cut), shotId: kept.id } },
    { ...entry, action: 'updated', recordId: taker, before: interval(rest && rescaled(rest, 'first', cut)), after: { ...stayOf(live) } },
  ]
}

/** The target's assignment went up in one of the source's: the target gets its part back beside it. */
function keepTargetsPart(draft: Draft, merge: Merge, taker: string, cut: Cut, out: MergeEntry[]): boolean {
  const live = draft.get('assignments', taker)
  const owner = merge.entries.find((e) => e.recordId === taker && e.action === 'owned')
  if (!live || !owner || owner.table !== 'assignments') return false
  const parts = cutInterval(live, cut)
  if (!parts.first || !parts.second) return false
  const id = draft.newId()
  out.push(
    { ...owner, action: 'updated', before: { ...rescaled(parts.first, 'first', cut) }, after: { ...stayOf(live) } },
    { ...owner, action: 'removed', recordId: id, before: { ...live, ...rescaled(parts.second, 'second', cut), id }, after: { assetId: merge.intoId } },
  )
  return true
}

const rescaled = (stay: Stay, half: 'first' | 'second', cut: Cut): Stay => joinedStay(half === 'first' ? stay : undefined, half === 'second' ? stay : undefined, cut)!

/** Two entries of one asset in the joined shot become one over their hull. */
function combined(entries: readonly MergeEntry[]): MergeEntry[] {
  const out: MergeEntry[] = []
  for (const entry of entries) {
    const twin = out.findIndex((e) => e.table === 'assignments' && e.action === entry.action && e.fromId === entry.fromId && entry.table === 'assignments' && sameCell(e, entry))
    if (twin < 0) out.push(entry)
    else out[twin] = { ...out[twin]!, before: { ...out[twin]!.before, ...hull(out[twin]!.before, entry.before) } }
  }
  return out
}

function sameCell(a: MergeEntry, b: MergeEntry): boolean {
  if (a.action === 'updated') return a.recordId === b.recordId && hasInterval(a) && hasInterval(b)
  return a.action === 'removed' && a.before?.['shotId'] === b.before?.['shotId'] && (a.after?.['assetId'] ?? null) === (b.after?.['assetId'] ?? null) && a.before?.['sceneAssetInstanceId'] === b.before?.['sceneAssetInstanceId']
}

function hull(a: Fields | null, b: Fields | null): Stay {
  const one = stayOf(a)
  const two = stayOf(b)
  const enterAt = Math.min(one.enterAt, two.enterAt)
  const exitAt = Math.max(one.exitAt, two.exitAt)
  return { enterAt, exitAt, presence: presenceOf(enterAt, exitAt)! }
}

function rewrite(draft: Draft, entryRule: (entry: MergeEntry) => MergeEntry[]): void {
  for (const merge of draft.all('merges')) {
    let touched = false
    const entries = merge.entries.flatMap((entry) => {
      const next = entryRule(entry)
      if (next.length !== 1 || next[0] !== entry) touched = true
      return next
    })
    if (touched) draft.update('merges', merge.id, { entries })
  }
}

/** A shot was moved to another scene. Entries name shots, and taking a merge apart looks for the shot's present scene, so nothing is to rewrite. */
export function onShotMoved(_draft: Draft, _shot: Shot, _instanceMap: ReadonlyMap<string, string>): void {}

/** A shot is about to be deleted: what a merge took out of it has no place to return to (domain.md 8). */
export function onShotDeleted(draft: Draft, shotId: string): void {
  rewrite(draft, (entry) => (entry.action === 'removed' && entry.before?.['shotId'] === shotId ? [] : [entry]))
}
