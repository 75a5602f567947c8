import type { SceneAssetInstance } from '../../model/asset'
import type { Assignment } from '../../model/assignment'
import type { Merge, MergeEntry } from '../../model/merge'
import type { Shot } from '../../model/shot'
import type { Transformation } from '../../model/transformation'
import type { Draft } from '../../records/draft'
import { joinRecordedBlockings, splitRecordedBlockings } from './mergeBlockings'
import { mergesInShot, rewrittenMerge, AssignmentsByAsset, type MergeInShot } from './mergesInShot'
import type { CutFrames } from '../intervals/splitTimes'
import { joinStays, splitStayAt } from '../intervals/stay'

/** What a split did to the records of a shot. */
export interface SplitMap {
  readonly cut: CutFrames
  /** The shot's assignments before. */
  readonly whole: readonly Assignment[]
  /** Ids of assignments and events -> ids of the records that stand for them in the second half; a record that only moved keeps its id. */
  readonly ids: ReadonlyMap<string, string>
  /** Records made by the split: [the one it was cut from, the new one]. */
  readonly made: readonly (readonly [string, string])[]
}

/** What a join did: the assignments of both shots before. */
export interface JoinMap {
  readonly cut: CutFrames
  readonly kept: readonly Assignment[]
  readonly gone: readonly Assignment[]
}

/** Entries that go and come, by merge. */
class Rewriting {
  private readonly gone = new Set<MergeEntry>()
  private readonly come = new Map<string, MergeEntry[]>()

  replace(merge: Merge, old: readonly MergeEntry[], next: readonly MergeEntry[]): void {
    for (const entry of old) this.gone.add(entry)
    this.come.set(merge.id, [...(this.come.get(merge.id) ?? []), ...next])
  }

  write(draft: Draft): void {
    for (const merge of draft.all('merges')) {
      const come = this.come.get(merge.id) ?? []
      if (come.length || merge.entries.some((e) => this.gone.has(e)))
        draft.update('merges', merge.id, { entries: [...merge.entries.filter((e) => !this.gone.has(e)), ...come] })
    }
  }
}

/**
 * A shot was split into `first` (which keeps the id) and `second`: merge entries of its records are cut like live ones, and what the split
 * made belongs to the merge of what it was cut from (domain.md 8).
 */
export function onShotSplit(draft: Draft, first: Shot, second: Shot, map: SplitMap): void {
  if (draft.count('merges') === 0) return
  const rewriting = new Rewriting()
  const halves = new Halves(draft, first, second, map)
  const cells = mergesInShot(draft, first.id, map.whole)
  const standing = [first, second].map(
    (half) => new AssignmentsByAsset(draft, draft.list('assignmentsOfShot', half.id)),
  )
  for (const cell of cells) {
    if (!cell.entries.length) continue
    const [into, from] = [halves.of(cell.into), halves.of(cell.from)]
    standing.forEach((now, i) =>
      rewriting.replace(cell.merge, cell.entries, rewritten(draft, cell, cell.owned, now, into[i]!, from[i]!)),
    )
  }
  for (const merge of draft.all('merges')) {
    ownMade(draft, merge, map.made, rewriting)
    splitRecordedBlockings(
      draft,
      merge,
      first.id,
      second.id,
      map.cut,
      (fromId) => {
        const from = cells.find((c) => c.merge === merge && c.fromId === fromId)?.from
        return from ? splitStayAt(from, map.cut) : null
      },
      rewriting,
    )
  }
  rewriting.write(draft)
}

/** Writes a cell anew over what stands, and takes it apart in thought for the older merges. */
function rewritten(
  draft: Draft,
  cell: MergeInShot,
  owned: boolean,
  now: AssignmentsByAsset,
  into: Assignment | null,
  from: Assignment | null,
): MergeEntry[] {
  const next = rewrittenMerge(draft, cell, owned, now.of(cell.merge.intoId), into, from)
  now.put(cell.merge.intoId, next.into)
  now.put(cell.fromId, next.from)
  return next.entries
}

function ownMade(draft: Draft, merge: Merge, made: SplitMap['made'], rewriting: Rewriting): void {
  if (!made.length) return
  const owned = new Map(
    merge.entries.filter((e) => e.action === 'owned' && e.table === 'blockings').map((e) => [e.recordId, e]),
  )
  for (const [source, id] of made) {
    const entry = owned.get(source)
    const record = entry && draft.get('blockings', id)
    if (record) rewriting.replace(merge, [], [{ ...entry, recordId: id, before: { ...record } }])
    // Of a suggestion the merge knows whose it was, and that it was open.
    const told = merge.entries.filter(
      (e) => e.table === 'suggestions' && e.action === 'updated' && e.recordId === source,
    )
    if (draft.get('suggestions', id))
      rewriting.replace(
        merge,
        [],
        told.map((e) => ({ ...e, recordId: id })),
      )
  }
}

/** The two halves of assignments: those that stand as the split left them, recorded ones cut like them. */
class Halves {
  private readonly seconds = new Map<string, string>()
  private readonly live: ReadonlySet<Assignment>

  constructor(
    private readonly draft: Draft,
    private readonly first: Shot,
    private readonly second: Shot,
    private readonly map: SplitMap,
  ) {
    this.live = new Set(map.whole)
  }

  of(whole: Assignment | null): (Assignment | null)[] {
    if (!whole) return [null, null]
    if (this.live.has(whole)) {
      const one = this.draft.get('assignments', whole.id)
      const other = this.draft.get('assignments', this.map.ids.get(whole.id) ?? whole.id)
      const first = one?.shotId === this.first.id ? one : null
      const second = other?.shotId === this.second.id ? other : null
      if (second) this.seconds.set(whole.id, second.id)
      return [first, second]
    }
    const { first, second } = splitStayAt(whole, this.map.cut)
    return [
      first && { ...whole, ...first },
      second && { ...whole, ...second, id: this.secondId(whole.id, first !== null), shotId: this.second.id },
    ]
  }

  private secondId(id: string, inFirst: boolean): string {
    const known = this.seconds.get(id) ?? (inFirst ? this.draft.newId() : id)
    this.seconds.set(id, known)
    return known
  }
}

/**
 * `gone` was joined onto the end of `kept`: recorded intervals are rescaled, those that no longer touch become their hull (domain.md 8).
 * `gone` is still in the draft, without its records.
 */
export function onShotsJoined(
  draft: Draft,
  kept: Shot,
  gone: Shot,
  { cut, kept: keptWas, gone: goneWas }: JoinMap,
): void {
  if (draft.count('merges') === 0) return
  const rewriting = new Rewriting()
  const firsts = mergesInShot(draft, kept.id, keptWas)
  const seconds = mergesInShot(draft, gone.id, goneWas)
  const joined = joiner(draft, kept, cut, standingPairs(keptWas, goneWas))
  const now = new AssignmentsByAsset(draft, draft.list('assignmentsOfShot', kept.id))
  firsts.forEach((first, i) => {
    const second = seconds[i]!
    if (!first.entries.length && !second.entries.length) return
    // The record of the first shot stands, with its rank, origin and evidence; of the second only where the first had none.
    const cell = first.merged ? first : second
    rewriting.replace(
      first.merge,
      [...first.entries, ...second.entries],
      rewritten(draft, cell, cell.owned, now, joined(first.into, second.into), joined(first.from, second.from)),
    )
  })
  for (const merge of draft.all('merges')) {
    const present = (cells: readonly MergeInShot[]) => (fromId: string) =>
      cells.some((c) => c.merge === merge && c.fromId === fromId && c.from !== null)
    joinRecordedBlockings(merge, kept.id, gone.id, present(firsts), present(seconds), rewriting)
  }
  rewriting.write(draft)
}

/** Whether these two, as they are, are what stood of one instance in the two shots. */
function standingPairs(
  kept: readonly Assignment[],
  gone: readonly Assignment[],
): (first: Assignment | null, second: Assignment | null) => boolean {
  const live = new Set([...kept, ...gone])
  const firstOf = new Map(kept.map((a) => [a.sceneAssetInstanceId, a]))
  const secondOf = new Map(gone.map((a) => [a.sceneAssetInstanceId, a]))
  return (first, second) => {
    const one = first ?? second
    return (
      one !== null &&
      live.has(one) &&
      (firstOf.get(one.sceneAssetInstanceId) ?? null) === first &&
      (secondOf.get(one.sceneAssetInstanceId) ?? null) === second
    )
  }
}

/** What stood is as the join left it, recorded stays are joined like it. */
function joiner(draft: Draft, kept: Shot, cut: CutFrames, stood: ReturnType<typeof standingPairs>) {
  return (first: Assignment | null, second: Assignment | null): Assignment | null => {
    const one = first ?? second
    if (!one) return null
    const stands = stood(first, second) ? draft.get('assignments', one.id) : undefined
    return stands ?? { ...one, ...joinStays(first, second, cut)!, shotId: kept.id }
  }
}

/** A shot is about to be deleted: what a merge took out of it has no place to return to (domain.md 8). */
export function onShotDeleted(draft: Draft, shotId: string): void {
  const rewriting = new Rewriting()
  for (const merge of draft.all('merges'))
    rewriting.replace(
      merge,
      merge.entries.filter((e) => e.action === 'removed' && e.before?.['shotId'] === shotId),
      [],
    )
  rewriting.write(draft)
}

/**
 * Look changes of a deleted shot became the look that the scene starts in. Where the last of them came with a merge, or
 * was made by it, so did that start look: taken apart, target and source each start in what their own last change there
 * led to, also where the merge made a later one, and the target without one has its own start look again (domain.md 8.6).
 * @param instance the target's, as it was
 * @param lookId the start look now
 * @param events those of the instance in the shot that goes
 */
export function onStartLook(
  draft: Draft,
  instance: SceneAssetInstance,
  lookId: string,
  events: readonly Transformation[],
): void {
  const inOrder = events.toSorted((a, b) => (a.at ?? 2) - (b.at ?? 2) || a.ordinal - b.ordinal)
  const last = inOrder.at(-1)
  if (!last) return
  const merges = [...draft.all('merges')].toSorted((a, b) => b.ordinal - a.ordinal)
  for (const merge of merges) {
    const entryOf = (event: Transformation) =>
      merge.entries.find(
        (e) =>
          e.table === 'transformations' && e.recordId === event.id && (e.action === 'added' || e.action === 'owned'),
      )
    const cause = entryOf(last)
    if (!cause) continue
    const brought = inOrder.findLast((e) => {
      const entry = entryOf(e)
      return entry?.action === 'owned' && entry.fromId === cause.fromId
    })
    const own = inOrder.findLast((e) => !entryOf(e))
    const ownLook = own ? { lookId: own.toLookId } : {}
    const isStart = (e: MergeEntry) =>
      e.table === 'sceneAssetInstances' &&
      e.action === 'updated' &&
      e.recordId === instance.id &&
      e.fromId === cause.fromId
    const known = merge.entries.find(isStart)
    const start: MergeEntry = known
      ? {
          ...known,
          before: { lookId: instance.lookId, ...known.before, ...ownLook },
          after: { ...known.after, lookId },
        }
      : {
          fromId: cause.fromId,
          table: 'sceneAssetInstances',
          recordId: instance.id,
          action: 'updated',
          before: { lookId: instance.lookId, ...ownLook },
          after: { lookId },
        }
    const entries = merge.entries.flatMap((e) => {
      if (e === known) return []
      const isSource =
        e.table === 'sceneAssetInstances' &&
        e.action === 'removed' &&
        e.fromId === cause.fromId &&
        e.before?.['sceneId'] === instance.sceneId
      return isSource && brought ? [{ ...e, before: { ...e.before, lookId: brought.toLookId } }] : [e]
    })
    draft.update('merges', merge.id, { entries: [...entries, start] })
    return
  }
}
