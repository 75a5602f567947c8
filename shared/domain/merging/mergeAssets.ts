import type { Asset, AssetType, Look } from '../../model/asset'
import type { Merge, MergeEntry } from '../../model/merge'
import type { TableName } from '../../model/tables'
import { tableNames } from '../../model/tableNames'
import type { Change } from '../../records/change'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { existingShot, foldName, livingAsset } from '../lookup'
import { planLooks, writeLooks, type TurnBack } from './mergeLooks'
import { mergeScenes, type MergeConflict } from './mergeScenes'
import { refuseKeptApart } from './neverMerge'
import { sentencesOf, takeSuggested, wordsOfLook } from './mergeSuggested'
import { stayOf } from '../intervals/stay'

export interface MergeInput {
  intoId: string
  fromIds: readonly string[]
  as: 'alias' | 'look'
  /** What wins instead of the target's; a name that gives way becomes an alias. */
  name?: string | undefined
  type?: AssetType | undefined
  /** One of the looks of any of them. */
  defaultLookId?: string | undefined
  /** In a look merge: shots after which a look that was carried on turns back. */
  turnBackAfter?: readonly string[] | undefined
}
/** A look that is carried on could turn back in a cut: the merge with that wish. */
export interface TurnBackOffer extends TurnBack {
  readonly message: string
  readonly command: 'asset.merge'
  readonly input: MergeInput
}
/** What a merge did, for its preview and its report. */
export interface MergeReport {
  mergeId: string
  assignmentsMoved: number
  /** Shots where a suggestion read from the text counts as presence (domain.md 8.3). */
  suggestedIn: string[]
  conflicts: MergeConflict[]
  /** Shots that show the carried look because they come after a shot with both (domain.md 8). */
  carriedInto: string[]
  /** "Turns back after shot N", one for each of them. */
  offers: TurnBackOffer[]
}

/**
 * `asset.merge`: several assets into one, in one step; nothing is discarded: what loses is kept in the merge record (domain.md 8).
 * Types may differ; the target's type, name and default look win.
 */
export function mergeAssets(draft: Draft, input: MergeInput): MergeReport {
  livingAsset(draft, input.intoId)
  for (const shotId of input.turnBackAfter ?? []) existingShot(draft, shotId)
  const fromIds = [...new Set(input.fromIds)]
  const id = draft.newId()
  const entries: MergeEntry[] = []
  const report: MergeReport = {
    mergeId: id,
    assignmentsMoved: 0,
    suggestedIn: [],
    conflicts: [],
    carriedInto: [],
    offers: [],
  }
  const carried: TurnBack[] = []
  for (const fromId of fromIds) {
    if (fromId === input.intoId) throw new Refusal('MERGE_SELF')
    livingAsset(draft, fromId)
    refuseKeptApart(draft, input.intoId, fromId)
    const taken =
      input.as === 'look'
        ? draft.during(() => {
            report.suggestedIn.push(...takeSuggested(draft, fromId))
            takeSuggested(draft, input.intoId)
          })
        : null
    const owned = ownedRecords(draft, fromId)
    const looksBefore = draft.list('looksOfAsset', fromId)
    const asset = draft.must('assets', fromId)
    entries.push({ fromId, table: 'assets', recordId: fromId, action: 'owned', before: { ...asset }, after: null })
    const change = draft.during(() => {
      mergeOne(draft, input, fromId, id, report, carried)
      if (fromId === fromIds.at(-1)) choose(draft, input)
    })
    if (taken) entries.push(...entriesOf(draft, taken, fromId, [], []))
    entries.push(...entriesOf(draft, change, fromId, owned, looksBefore))
  }
  const merge: Merge = {
    id,
    intoId: input.intoId,
    fromIds,
    as: input.as,
    ordinal: draft.nextOrdinal('merges'),
    entries,
  }
  draft.add('merges', merge)
  report.carriedInto = [...new Set(carried.map((c) => c.shotId))]
  report.offers = report.carriedInto.map((shotId) =>
    offerOf(
      draft,
      input,
      carried.find((c) => c.shotId === shotId)!,
    ),
  )
  return report
}

function offerOf(draft: Draft, input: MergeInput, turn: TurnBack): TurnBackOffer {
  const { number } = draft.must('shots', turn.afterShotId)
  return {
    ...turn,
    message: `Turns back after shot ${number}`,
    command: 'asset.merge',
    input: { ...input, turnBackAfter: [...(input.turnBackAfter ?? []), turn.afterShotId] },
  }
}

/** The name, type and default look that were chosen instead of the target's. */
function choose(draft: Draft, input: MergeInput): void {
  const into = draft.must('assets', input.intoId)
  const name = input.name?.trim() ?? into.name
  if (input.defaultLookId !== undefined && draft.get('looks', input.defaultLookId)?.assetId !== into.id)
    throw new Refusal('DEFAULT_LOOK_ELSEWHERE')
  const others =
    foldName(name) === foldName(into.name)
      ? into.aliases
      : [{ name: into.name, lookId: null }, ...into.aliases.filter((a) => foldName(a.name) !== foldName(name))]
  draft.update('assets', into.id, { name, aliases: others, type: input.type, defaultLookId: input.defaultLookId })
}

type Owned = { table: TableName; record: { id: string } }

/** Everything that hangs on the asset's scene instances. */
function ownedRecords(store: ReadRecords, assetId: string): Owned[] {
  return store
    .list('instancesOfAsset', assetId)
    .flatMap((instance): Owned[] => [
      { table: 'sceneAssetInstances', record: instance },
      ...store.list('assignmentsOfInstance', instance.id).map((record) => ({ table: 'assignments' as const, record })),
      ...store
        .list('transformationsOfInstance', instance.id)
        .map((record) => ({ table: 'transformations' as const, record })),
      ...store.list('blockingsOfInstance', instance.id).map((record) => ({ table: 'blockings' as const, record })),
    ])
}

/** The change as entries; what came along untouched is listed as owned, so that it finds its way back. */
function entriesOf(
  store: ReadRecords,
  change: Change,
  fromId: string,
  owned: readonly Owned[],
  looks: readonly { id: string }[],
): MergeEntry[] {
  const entries: MergeEntry[] = []
  const plain = (record: object) => ({ ...record }) as Record<string, unknown>
  for (const { table, record } of owned) {
    if (store.get(table, record.id))
      entries.push({ fromId, table, recordId: record.id, action: 'owned', before: plain(record), after: null })
  }
  for (const look of looks)
    entries.push({ fromId, table: 'looks', recordId: look.id, action: 'owned', before: plain(look), after: null })
  for (const table of tableNames) {
    for (const [recordId, record] of Object.entries(change.removed[table] ?? {}) as [string, object][])
      entries.push({ fromId, table, recordId, action: 'removed', before: plain(record), after: null })
    for (const [recordId, [before, after]] of Object.entries(change.updated[table] ?? {}))
      entries.push({
        fromId,
        table,
        recordId,
        action: 'updated',
        ...wholeInterval(store, table, recordId, plain(before), plain(after)),
      })
    for (const [recordId, record] of Object.entries(change.added[table] ?? {}) as [string, object][])
      entries.push({ fromId, table, recordId, action: 'added', before: null, after: plain(record) })
  }
  return entries
}

/** Where something of a stay was written all of it is recorded, so that a later cut or join knows the whole. */
function wholeInterval(
  store: ReadRecords,
  table: TableName,
  id: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Pick<MergeEntry, 'before' | 'after'> {
  const now =
    table === 'assignments' && Object.keys(after).some((key) => key !== 'sceneAssetInstanceId')
      ? store.get('assignments', id)
      : undefined
  if (!now) return { before, after }
  const whole = stayOf(now)
  return { before: { ...whole, ...before }, after: { ...whole, ...after } }
}

function mergeOne(
  draft: Draft,
  { intoId, as, turnBackAfter = [] }: MergeInput,
  fromId: string,
  mergeId: string,
  report: MergeReport,
  carried: TurnBack[],
): void {
  const from = draft.must('assets', fromId)
  // What everybody looks like now decides where a change of look is needed afterwards.
  const looks = as === 'look' ? planLooks(draft, intoId, fromId) : null
  const shotIds = draft
    .list('instancesOfAsset', fromId)
    .flatMap((i) => draft.list('assignmentsOfInstance', i.id).map((a) => a.shotId))
  moveNames(draft, intoId, from, as)
  moveLooks(draft, intoId, from, as)
  mergeScenes(draft, intoId, fromId, looks?.startLooks ?? null, report)
  if (looks) carried.push(...writeLooks(draft, looks, intoId, mergeId, turnBackAfter, report.conflicts))
  movePapers(draft, intoId, fromId, shotIds)
  draft.update('assets', fromId, { deleted: true, mergedIntoId: intoId })
}

function moveNames(draft: Draft, intoId: string, from: Asset, as: 'alias' | 'look'): void {
  const into = draft.must('assets', intoId)
  const known = new Set([into.name, ...into.aliases.map((a) => a.name)].map(foldName))
  const bound = as === 'look' ? from.defaultLookId : null
  const added = [
    { name: from.name, lookId: bound },
    ...from.aliases.map((a) => ({ name: a.name, lookId: a.lookId ?? bound })),
  ].filter((a) => {
    const key = foldName(a.name)
    return !known.has(key) && known.add(key)
  })
  if (added.length) draft.update('assets', intoId, { aliases: [...into.aliases, ...added] })
}

/**
 * All looks move; a look called as one of the target's gets the source's name before it. In an alias merge the default look's gaps are filled, and
 * a default look that says nothing does not come along: where it was shown the target's default look is (domain.md 8.2).
 */
function moveLooks(draft: Draft, intoId: string, from: Asset, as: 'alias' | 'look'): void {
  const into = draft.must('assets', intoId)
  const target = draft.must('looks', into.defaultLookId)
  const source = draft.must('looks', from.defaultLookId)
  const names = new Set(draft.list('looksOfAsset', intoId).map((l) => foldName(l.name)))
  const told = as === 'look' ? wordsOfLook(from.name, sentencesOf(draft, from.id)).slice(0, 2000) : ''
  const says = (look: Look) =>
    look.name !== 'Default' || look.mediaId !== null || look.description !== '' || from.description !== ''
  for (const look of draft.list('looksOfAsset', from.id)) {
    if (as === 'alias' && !says(look)) {
      replaceLook(draft, from.id, intoId, look.id, into.defaultLookId)
      continue
    }
    const isDefault = look.id === from.defaultLookId
    let name = as === 'look' && isDefault && look.name === 'Default' ? from.name : look.name
    if (names.has(foldName(name))) name = isDefault ? from.name : `${from.name}, ${look.name}`
    for (let n = 2; names.has(foldName(name)); n++) name = `${from.name} ${n}`
    names.add(foldName(name))
    // A look without words of its own was described by its asset; that description comes along, else what the text says of it.
    draft.update('looks', look.id, {
      assetId: intoId,
      name: name.slice(0, 200),
      description: look.description || from.description || (as === 'look' && isDefault ? told : ''),
    })
  }
  if (as !== 'alias') return
  const description = source.description || from.description
  draft.update('looks', target.id, {
    ...(target.mediaId === null && source.mediaId !== null ? { mediaId: source.mediaId } : {}),
    ...(!target.description && !into.description && description ? { description } : {}),
  })
}

/** Removes a look of a merged asset; whatever showed it shows another one. */
function replaceLook(draft: Draft, fromId: string, intoId: string, lookId: string, byId: string): void {
  const other = (id: string | null) => (id === lookId ? byId : id)
  for (const instance of draft.list('instancesOfAsset', fromId)) {
    draft.update('sceneAssetInstances', instance.id, { lookId: other(instance.lookId) })
    for (const e of draft.list('transformationsOfInstance', instance.id))
      draft.update('transformations', e.id, { fromLookId: other(e.fromLookId), toLookId: other(e.toLookId) })
  }
  for (const asset of [draft.must('assets', fromId), draft.must('assets', intoId)])
    draft.update('assets', asset.id, {
      defaultLookId: other(asset.defaultLookId)!,
      aliases: asset.aliases.map((a) => (a.lookId === lookId ? { ...a, lookId: null } : a)),
    })
  draft.remove('looks', lookId)
}

/** Suggestions, alias proposals and plans that named the source name the target. */
function movePapers(draft: Draft, intoId: string, fromId: string, shotIds: readonly string[]): void {
  for (const s of draft.list('suggestionsOfAsset', fromId)) draft.update('suggestions', s.id, { assetId: intoId })
  for (const p of draft.list('aliasProposalsInOrder')) {
    const swap = (id: string) => (id === fromId ? intoId : id)
    if (p.intoId !== fromId && p.fromId !== fromId) continue
    const next = { intoId: swap(p.intoId), fromId: swap(p.fromId) }
    draft.update('aliasProposals', p.id, next.intoId === next.fromId ? { state: 'accepted' } : next)
  }
  const edits = shotIds.flatMap((id) => [
    ...draft.list('planEditOf', `${id}/start`),
    ...draft.list('planEditOf', `${id}/end`),
  ])
  for (const edit of edits) {
    if (!edit.passes.some((p) => p.assetIds.includes(fromId))) continue
    const seen = new Set<string>()
    const passes = edit.passes.map((p) => ({
      ...p,
      assetIds: p.assetIds.map((id) => (id === fromId ? intoId : id)).filter((id) => !seen.has(id) && seen.add(id)),
    }))
    draft.update('planEdits', edit.id, { passes })
  }
}
