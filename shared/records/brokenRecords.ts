import { mimeOfEnding } from '../model/fileKinds'
import type { Media } from '../model/media'
import { recordFault } from '../model/recordFault'
import { tableNames } from '../model/tableNames'
import type { TableName, Tables } from '../model/tables'
import { RecordStore } from './recordStore'

/** A record that cannot be taken as it is. */
export interface BrokenRecord {
  readonly table: TableName
  readonly id: string
  /** What the user calls it, where it has a name or number; else empty. */
  readonly name: string
  /** What is wrong: "shotId names no record of shots". */
  readonly problem: string
}

type Rec = { readonly id: string }
type References = { readonly [T in TableName]?: Readonly<Record<string, TableName>> }

/** Fields that must name a record, and of which table. */
const required: References = {
  shots: { sceneId: 'scenes' },
  looks: { assetId: 'assets' },
  sceneAssetInstances: { sceneId: 'scenes', assetId: 'assets' },
  seams: { fromShotId: 'shots', toShotId: 'shots' },
  suggestions: { shotId: 'shots', assetId: 'assets' },
  takes: { mediaId: 'media' },
  passes: { takeId: 'takes', mediaId: 'media' },
  sounds: { id: 'media' },
  soundClips: { soundId: 'sounds' },
  cameraMoves: { id: 'shots' },
  marks: { shotId: 'shots' },
}
/** Fields that name a record or are null. */
const optional: References = {
  looks: { mediaId: 'media', frontId: 'media', sideId: 'media', backId: 'media', expressionsId: 'media' },
  assets: { mergedIntoId: 'assets' },
  soundClips: { shotId: 'shots', sceneId: 'scenes' },
}

/**
 * Makes a store of records that came from a file, and finds what is broken in them: every record by its schema, every name of another record, what must
 * agree between records. A record that is broken itself is left out, and with it those that cannot be without it; where only a field that may be empty
 * leads nowhere, the field is emptied and the record stays. What is in the store holds together.
 * @param read answers the records of a table as they lie in the file
 * @returns the store, and what was found in the order it was found; nothing for a whole project
 */
export function storeOfSound(read: (table: TableName) => readonly Rec[]): {
  records: RecordStore
  broken: BrokenRecord[]
} {
  const check = new Check(new RecordStore())
  for (const table of tableNames) check.load(table, read(table))
  if (check.isTwofold) return withoutTwins(read)
  // One that goes may leave another without what it needs, so it is looked at again until nothing more goes.
  for (let before = -1; before !== check.broken.length;) {
    before = check.broken.length
    for (const table of tableNames) check.references(table)
    check.defaultLooks()
    check.places()
  }
  check.merges()
  return { records: check.store, broken: check.broken }
}

/** The same where an id stands in a table twice, as a damaged index can let it: the first one stays. */
function withoutTwins(read: (table: TableName) => readonly Rec[]): ReturnType<typeof storeOfSound> {
  const twins: BrokenRecord[] = []
  const { records, broken } = storeOfSound((table) => {
    const ids = new Set<string>()
    return read(table).filter((record) => {
      const isTwin = ids.has(record.id)
      if (isTwin) twins.push({ table, id: record.id, name: nameOf(record), problem: 'is there twice' })
      ids.add(record.id)
      return !isTwin
    })
  })
  return { records, broken: [...twins, ...broken] }
}

class Check {
  readonly broken: BrokenRecord[] = []
  /** Some id stood in its table twice. */
  isTwofold = false
  private readonly gone = new Set<string>()

  constructor(readonly store: RecordStore) {}

  private note(table: TableName, record: Rec, problem: string): void {
    this.broken.push({ table, id: record.id, name: nameOf(record), problem })
  }

  private leaveOut(table: TableName, record: Rec, problem: string): void {
    this.note(table, record, problem)
    this.gone.add(`${table} ${record.id}`)
    this.store.write(table, record.id, undefined)
  }

  private mend(table: TableName, record: Rec, field: string, value: string | null, problem: string): void {
    this.note(table, record, problem)
    this.store.write(table, record.id, { ...record, [field]: value })
  }

  /** Those that fit their schema; the indexes of a store rely on it. */
  load(table: TableName, records: readonly Rec[]): void {
    const problems = new Map<Rec, string>()
    for (const record of records) {
      const problem = recordFault(table, record) ?? (table === 'media' ? mediaFault(record as Media) : null)
      if (problem !== null) problems.set(record, problem)
    }
    const fitting = problems.size ? records.filter((record) => !problems.has(record)) : records
    this.store.load(table, fitting)
    if (this.store.count(table) !== fitting.length) this.isTwofold = true
    for (const [record, problem] of problems) {
      this.note(table, record, problem)
      this.gone.add(`${table} ${record.id}`)
    }
  }

  references(table: TableName): void {
    const fields = (record: unknown) => record as Record<string, string | null>
    for (const [field, to] of Object.entries(required[table] ?? {}))
      for (const record of this.store.all(table))
        if (!this.names(to, fields(record)[field]!)) this.leaveOut(table, record, this.lost(field, to, record))
    for (const [field, to] of Object.entries(optional[table] ?? {}))
      for (const record of this.store.all(table)) {
        const id = fields(record)[field]!
        if (id !== null && !this.names(to, id)) this.mend(table, record, field, null, this.lost(field, to, record))
      }
  }

  private names(table: TableName, id: string): boolean {
    return this.store.get(table, id) !== undefined
  }

  private lost(field: string, to: TableName, record: unknown): string {
    const id = (record as Record<string, string | null>)[field]
    return this.gone.has(`${to} ${id}`)
      ? `${field} names a broken record of ${to}`
      : `${field} names no record of ${to}`
  }

  /** An asset whose default look is gone or another's takes one of its own; one without any look cannot be. */
  defaultLooks(): void {
    for (const asset of this.store.all('assets')) {
      const look = this.store.get('looks', asset.defaultLookId)
      // One that was merged away keeps the id of its look, which moved to the target.
      if (look && (look.assetId === asset.id || asset.mergedIntoId !== null)) continue
      const problem = look ? 'defaultLookId names a look of another asset' : this.lost('defaultLookId', 'looks', asset)
      const own = [...this.store.all('looks')].find((other) => other.assetId === asset.id)
      if (own) this.mend('assets', asset, 'defaultLookId', own.id, problem)
      else this.leaveOut('assets', asset, problem)
    }
  }

  /** Looks are of their asset, and what stands in a shot is of its scene (domain.md 1, 2). */
  places(): void {
    const uses = new Set<string>()
    for (const instance of this.store.all('sceneAssetInstances')) {
      const use = `${instance.sceneId}/${instance.assetId}`
      if (uses.has(use)) this.leaveOut('sceneAssetInstances', instance, 'is a second one of its asset in its scene')
      else if (instance.lookId !== null && this.store.get('looks', instance.lookId)?.assetId !== instance.assetId)
        this.mend('sceneAssetInstances', instance, 'lookId', null, 'lookId names no look of its asset')
      uses.add(use)
    }
    for (const table of ['assignments', 'transformations', 'blockings'] as const)
      for (const record of this.store.all(table)) {
        const shot = this.store.get('shots', record.shotId)
        const instance = this.store.get('sceneAssetInstances', record.sceneAssetInstanceId)
        if (!shot) this.leaveOut(table, record, this.lost('shotId', 'shots', record))
        else if (!instance)
          this.leaveOut(table, record, this.lost('sceneAssetInstanceId', 'sceneAssetInstances', record))
        else if (shot.sceneId !== instance.sceneId) this.leaveOut(table, record, 'stands in a shot of another scene')
        else if (table === 'transformations') this.changedLooks(record as Tables['transformations'], instance.assetId)
      }
  }

  private changedLooks(change: Tables['transformations'], assetId: string): void {
    const foreign = (['fromLookId', 'toLookId'] as const).find(
      (field) => change[field] !== null && this.store.get('looks', change[field])?.assetId !== assetId,
    )
    if (foreign) this.leaveOut('transformations', change, `${foreign} names no look of its asset`)
  }

  /** Assets whose way to the asset they were merged into never ends are not merged. */
  merges(): void {
    const circular = [...this.store.all('assets')].filter((asset) => {
      const seen = new Set<string>()
      for (let at: typeof asset | undefined = asset; at && at.mergedIntoId !== null;) {
        if (seen.has(at.id)) return true
        seen.add(at.id)
        at = this.store.get('assets', at.mergedIntoId)
      }
      return false
    })
    for (const asset of circular) this.mend('assets', asset, 'mergedIntoId', null, 'mergedIntoId leads in a circle')
  }
}

function mediaFault({ ext, mime }: Media): string | null {
  const known = mimeOfEnding(ext)
  return known === null || known === mime ? null : `mime: a .${ext} file is no ${mime}`
}

/** A scene by its heading, a shot by its number, whatever has a name by that. */
function nameOf(record: unknown): string {
  const { heading, name, title, number } = record as Record<string, unknown>
  const texts = [heading, name, title, number].filter((value) => typeof value === 'string')
  return (texts.find((text) => text.trim() !== '') ?? '').slice(0, 60)
}
