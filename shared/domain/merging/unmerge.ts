import type { Alias, SceneAssetInstance } from '../../model/asset'
import type { Merge, MergeEntry } from '../../model/merge'
import type { TableName, Tables } from '../../model/tables'
import type { Draft } from '../../records/draft'
import { sameValue } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { instanceOf } from '../lookup'
import { giveBackSuggested } from './mergeSuggested'
import { settleLooks } from './unmergeLooks'

type Fields = Record<string, unknown>

/**
 * `asset.unmerge`: takes a merge apart, also later, without any undo history and with the target deleted (domain.md 8). `from` regains what was
 * recorded; `into` gets a field back while it still holds what the merge wrote; what came later stays with `into`.
 * @throws Refusal MERGED_FURTHER while a newer merge into the same target, or of it, stands
 */
export function unmerge(draft: Draft, input: { mergeId: string }): void {
  const merge = draft.get('merges', input.mergeId)
  if (!merge) throw new Refusal('NOT_FOUND', { what: 'The merge' })
  const newer = newestOn(draft, merge)
  if (newer) {
    const name = (id: string) => draft.get('assets', id)?.name ?? 'an asset'
    throw new Refusal('MERGED_FURTHER', { from: newer.fromIds.map(name).join(', '), into: name(newer.intoId) })
  }
  for (const fromId of merge.fromIds.toReversed()) new Unmerge(draft, merge, fromId).run()
  draft.remove('merges', merge.id)
}

/** The newest of the merges into the same target, or of it, that stand on a merge; the one that can be taken apart first. */
function newestOn(reads: ReadRecords, merge: Merge): Merge | undefined {
  let newest: Merge | undefined
  for (const other of reads.all('merges'))
    if (
      other.ordinal > (newest ?? merge).ordinal &&
      (other.intoId === merge.intoId || other.fromIds.includes(merge.intoId))
    )
      newest = other
  return newest
}

class Unmerge {
  private readonly entries: readonly MergeEntry[]
  private readonly owned = new Set<string>()

  constructor(
    private readonly draft: Draft,
    private readonly merge: Merge,
    private readonly fromId: string,
  ) {
    this.entries = merge.entries.filter((e) => e.fromId === fromId)
    for (const e of this.entries) if (e.action === 'owned') this.owned.add(`${e.table}/${e.recordId}`)
  }

  run(): void {
    this.dropMadeEvents()
    this.restoreFrom()
    this.returnLooks()
    this.returnInstances()
    for (const table of ['assignments', 'transformations', 'blockings'] as const) this.returnMembers(table)
    this.restoreJoined()
    this.restorePapers()
    giveBackSuggested(this.draft, this.merge, this.entries)
    settleLooks(this.draft, this.merge.intoId, this.fromId)
  }

  private of(table: TableName, action: MergeEntry['action']): MergeEntry[] {
    return this.entries.filter((e) => e.table === table && e.action === action)
  }

  /** Changes of look the merge made go; one the user edited stays and is named. */
  private dropMadeEvents(): void {
    for (const { recordId } of this.of('transformations', 'added')) {
      const event = this.draft.get('transformations', recordId)
      if (!event) continue
      if (event.mergeId === this.merge.id) this.draft.remove('transformations', recordId)
      else this.draft.warn('CHANGE_KEPT', { shot: this.draft.must('shots', event.shotId).number })
    }
  }

  /** The source always regains what was recorded; the target loses the names it got. */
  private restoreFrom(): void {
    for (const { recordId, before } of this.of('assets', 'owned'))
      this.draft.update('assets', recordId, { defaultLookId: before!['defaultLookId'] as string })
    for (const { recordId, before, after } of this.of('assets', 'updated')) {
      if (recordId === this.fromId) this.draft.update('assets', recordId, before as Partial<Tables['assets']>)
      else if (this.draft.get('assets', recordId)) this.restoreNames(recordId, before as Fields, after as Fields)
    }
  }

  private restoreNames(assetId: string, before: Fields, after: Fields): void {
    const asset = this.draft.must('assets', assetId)
    this.restoreFields('assets', assetId, without(before, 'aliases'), without(after, 'aliases'))
    const had = (before['aliases'] ?? []) as Alias[]
    const got = ((after['aliases'] ?? []) as Alias[]).filter((a) => !had.some((b) => sameValue(a, b)))
    this.draft.update('assets', assetId, { aliases: asset.aliases.filter((a) => !got.some((b) => sameValue(a, b))) })
  }

  /** A field goes back while it holds what the merge wrote. */
  private restoreFields<T extends TableName>(table: T, id: string, before: Fields, after: Fields): void {
    const now = this.draft.get(table, id) as Fields | undefined
    if (!now) return
    const back: Fields = {}
    for (const key of Object.keys(after)) if (sameValue(now[key], after[key])) back[key] = before[key]
    if (Object.keys(back).length) this.draft.update(table, id, back as never)
  }

  private returnLooks(): void {
    for (const { recordId, before } of this.of('looks', 'owned')) {
      const look = this.draft.get('looks', recordId)
      if (!look) this.draft.add('looks', before as unknown as Tables['looks'])
      else if (look.assetId === this.merge.intoId) this.draft.update('looks', recordId, { assetId: this.fromId })
    }
    for (const { recordId, before, after } of this.of('looks', 'updated')) {
      if (!this.owned.has(`looks/${recordId}`)) this.restoreFields('looks', recordId, before as Fields, after as Fields)
      else if (this.draft.get('looks', recordId)?.assetId === this.fromId)
        this.draft.update('looks', recordId, without(before as Fields, 'assetId'))
    }
  }

  private returnInstances(): void {
    for (const { recordId, before } of this.of('sceneAssetInstances', 'removed')) {
      const record = before as unknown as SceneAssetInstance
      if (
        this.draft.get('scenes', record.sceneId) &&
        !this.draft.get('sceneAssetInstances', recordId) &&
        !instanceOf(this.draft, record.sceneId, this.fromId)
      )
        this.draft.add('sceneAssetInstances', record)
    }
    for (const { recordId, before, after } of this.of('sceneAssetInstances', 'updated')) {
      const now = this.draft.get('sceneAssetInstances', recordId)
      if (!now) continue
      const came = this.owned.has(`sceneAssetInstances/${recordId}`)
      if (!came) this.restoreFields('sceneAssetInstances', recordId, before as Fields, after as Fields)
      else if (now.assetId === this.merge.intoId) {
        this.leaveOthers(now)
        this.draft.update('sceneAssetInstances', recordId, { ...before, assetId: this.fromId })
      }
    }
  }

  /** What others put on an instance that goes back stays with a new one of the target's. */
  private leaveOthers(instance: SceneAssetInstance): void {
    const { draft } = this
    const stays = (table: TableName, id: string) => !this.owned.has(`${table}/${id}`)
    const assignments = draft.list('assignmentsOfInstance', instance.id).filter((a) => stays('assignments', a.id))
    const events = draft.list('transformationsOfInstance', instance.id).filter((e) => stays('transformations', e.id))
    const blockings = draft.list('blockingsOfInstance', instance.id).filter((b) => stays('blockings', b.id))
    if (!assignments.length && !events.length && !blockings.length) return
    // Moved away first: the pair of scene and asset is unique.
    draft.update('sceneAssetInstances', instance.id, { assetId: this.fromId })
    const own = this.intoInstance(instance)
    for (const a of assignments) draft.update('assignments', a.id, { sceneAssetInstanceId: own.id })
    for (const e of events) draft.update('transformations', e.id, { sceneAssetInstanceId: own.id })
    for (const b of blockings) draft.update('blockings', b.id, { sceneAssetInstanceId: own.id })
  }

  private intoInstance(like: SceneAssetInstance): SceneAssetInstance {
    return this.instanceFor(like.sceneId, this.merge.intoId)
  }

  private instanceFor(sceneId: string, assetId: string): SceneAssetInstance {
    return (
      instanceOf(this.draft, sceneId, assetId) ??
      this.draft.add('sceneAssetInstances', {
        id: this.draft.newId(),
        sceneId,
        assetId,
        lookId: null,
        description: null,
      })
    )
  }

  /** The source's instance of a scene, made if missing. */
  private fromInstance(sceneId: string): SceneAssetInstance {
    return this.instanceFor(sceneId, this.fromId)
  }

  /** Only what still belongs to the target moves back, into the source's instance of the shot's present scene. */
  private returnMembers(table: 'assignments' | 'transformations' | 'blockings'): void {
    for (const { recordId } of this.of(table, 'owned')) {
      const record = this.draft.get(table, recordId)
      const instance = record && this.draft.get('sceneAssetInstances', record.sceneAssetInstanceId)
      if (!record || instance?.assetId !== this.merge.intoId) continue
      const target = this.fromInstance(this.draft.must('shots', record.shotId).sceneId)
      if (this.isFree(table, record, target.id)) this.draft.update(table, recordId, { sceneAssetInstanceId: target.id })
    }
    for (const { recordId, before, after } of this.of(table, 'updated')) {
      if (this.owned.has(`${table}/${recordId}`) && !('enterAt' in (after ?? {})) && this.isOurs(table, recordId))
        this.restoreFields(
          table,
          recordId,
          without(before as Fields, 'sceneAssetInstanceId'),
          without(after as Fields, 'sceneAssetInstanceId'),
        )
    }
  }

  /** Does the record still hang on one of the two? What went on to a third asset is that one's. */
  private isOurs(table: 'assignments' | 'transformations' | 'blockings', id: string): boolean {
    const assetId = this.draft.get(
      'sceneAssetInstances',
      this.draft.get(table, id)?.sceneAssetInstanceId ?? '',
    )?.assetId
    return assetId === this.merge.intoId || assetId === this.fromId
  }

  private isFree(table: TableName, record: { shotId: string; frame?: string }, instanceId: string): boolean {
    if (table === 'assignments') return this.draft.first('assignmentOf', `${record.shotId}/${instanceId}`) === undefined
    return (
      table !== 'blockings' ||
      this.draft.first('blockingOf', `${record.shotId}/${instanceId}/${record.frame}`) === undefined
    )
  }

  /** Shots that held both: the target's interval goes back, the source's returns as recorded. */
  private restoreJoined(): void {
    for (const { recordId, before, after } of this.of('assignments', 'updated')) {
      if ('enterAt' in (after ?? {}) || !this.owned.has(`assignments/${recordId}`))
        this.restoreInterval(recordId, before as Fields, after as Fields)
    }
    for (const table of ['assignments', 'blockings'] as const) {
      for (const { recordId, before, after } of this.of(table, 'removed')) {
        const record = before as unknown as Tables['assignments'] & Tables['blockings']
        const shot = this.draft.get('shots', record.shotId)
        if (!shot || this.draft.get(table, recordId)) continue
        const target =
          after?.['assetId'] === this.merge.intoId
            ? this.instanceFor(shot.sceneId, this.merge.intoId)
            : this.fromInstance(shot.sceneId)
        if (this.isFree(table, record, target.id)) this.draft.add(table, { ...record, sceneAssetInstanceId: target.id })
      }
    }
  }

  /** Presence and times are one value: they go back together or not at all. An interval recorded as null was cut away since. */
  private restoreInterval(id: string, before: Fields, after: Fields): void {
    const now = this.draft.get('assignments', id) as Fields | undefined
    const assetId = now && this.draft.get('sceneAssetInstances', now['sceneAssetInstanceId'] as string)?.assetId
    if (!now || (assetId !== this.merge.intoId && assetId !== this.fromId)) return
    const interval = ['presence', 'enterAt', 'exitAt']
    const holds = interval.every((key) => !(key in after) || sameValue(now[key], after[key]))
    if (before['enterAt'] === null) {
      if (holds) this.draft.remove('assignments', id)
      return
    }
    const kept = Object.keys(after).filter((key) => holds || !interval.includes(key))
    const pick = (fields: Fields) => Object.fromEntries(kept.map((key) => [key, fields[key]]))
    this.restoreFields('assignments', id, pick(before), pick(after))
  }

  private restorePapers(): void {
    for (const table of ['suggestions', 'aliasProposals', 'planEdits'] as const) {
      for (const { recordId, before, after } of this.of(table, 'updated'))
        this.restoreFields(table, recordId, before as Fields, after as Fields)
    }
  }
}

function without(fields: Fields, key: string): Fields {
  const { [key]: _gone, ...rest } = fields
  return rest
}
