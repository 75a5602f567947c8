import { mimeOfEnding } from '../model/fileKinds'
import { recordFault } from '../model/recordFault'
import { tableNames } from '../model/tableNames'
import type { TableName, Tables } from '../model/tables'

/** Records of a project by table and id, as they were read. */
export type RecordMaps = { readonly [T in TableName]: Map<string, Tables[T]> }

/** A record that cannot be taken as it is. */
export interface BrokenRecord {
  readonly table: TableName
  readonly id: string
  /** What the user calls it, where it has a name or number; else empty. */
  readonly name: string
  /** What is wrong: "shotId names no record of shots". */
  readonly problem: string
}

/** Fields that must name a record, and of which table. */
const required: { readonly [T in TableName]?: Readonly<Record<string, TableName>> } = {
  shots: { sceneId: 'scenes' },
  looks: { assetId: 'assets' },
  sceneAssetInstances: { sceneId: 'scenes', assetId: 'assets' },
  assignments: { shotId: 'shots', sceneAssetInstanceId: 'sceneAssetInstances' },
  transformations: { shotId: 'shots', sceneAssetInstanceId: 'sceneAssetInstances' },
  blockings: { shotId: 'shots', sceneAssetInstanceId: 'sceneAssetInstances' },
  seams: { fromShotId: 'shots', toShotId: 'shots' },
  suggestions: { shotId: 'shots', assetId: 'assets' },
  takes: { mediaId: 'media' },
  passes: { takeId: 'takes', mediaId: 'media' },
}
/** Fields that name a record or are null. */
const optional: { readonly [T in TableName]?: Readonly<Record<string, TableName>> } = {
  looks: { mediaId: 'media' },
  assets: { mergedIntoId: 'assets' },
}

/**
 * Finds what is broken in records that came from a file (every record by its schema, every name of another record, what must agree between records), and
 * takes it out of the maps: a record that is broken itself, and those that cannot be without it. Where only a field that may be empty leads nowhere,
 * the field is emptied and the record stays. What is left holds together.
 * @returns what was found, in the order of the tables; nothing for a whole project, whose maps are left alone
 */
export function takeOutBroken(maps: RecordMaps): BrokenRecord[] {
  const found: BrokenRecord[] = []
  const taken = new Set<string>()
  const take = (table: TableName, id: string, problem: string) => {
    found.push({ table, id, name: nameOf(maps[table].get(id)), problem })
    maps[table].delete(id)
    taken.add(`${table} ${id}`)
  }
  const mend = (table: TableName, record: { id: string }, field: string, value: string | null, problem: string) => {
    ;(maps[table] as Map<string, { id: string }>).set(record.id, { ...record, [field]: value })
    found.push({ table, id: record.id, name: nameOf(record), problem })
  }
  for (const table of tableNames)
    for (const [id, record] of maps[table]) {
      const problem = recordFault(table, record)
      if (problem !== null) take(table, id, problem)
    }
  for (const media of maps.media.values()) {
    const mime = mimeOfEnding(media.ext)
    if (mime !== null && mime !== media.mime) take('media', media.id, `mime: a .${media.ext} file is no ${media.mime}`)
  }
  // One that goes may leave another without what it needs, so it is looked at again until nothing more goes.
  for (let before = -1; before !== found.length;) {
    before = found.length
    for (const table of tableNames) takeOutDangling(maps, table, taken, take, mend)
    giveDefaultLooks(maps, take, mend)
    takeOutForeign(maps, take, mend)
  }
  for (const asset of circularMerges(maps.assets))
    mend('assets', asset, 'mergedIntoId', null, 'mergedIntoId leads in a circle')
  return found
}

/** A scene by its heading, a shot by its number, whatever has a name by that. */
function nameOf(record: unknown): string {
  const { heading, name, title, number } = (record ?? {}) as Record<string, unknown>
  const text = [heading, name, title, number].find((value) => typeof value === 'string' && value.trim() !== '')
  return String(text ?? '').slice(0, 60)
}

type Take = (table: TableName, id: string, problem: string) => void
type Mend = (table: TableName, record: { id: string }, field: string, value: string | null, problem: string) => void

function takeOutDangling(maps: RecordMaps, table: TableName, taken: ReadonlySet<string>, take: Take, mend: Mend): void {
  const problem = (field: string, to: TableName, id: string | null) =>
    taken.has(`${to} ${id}`) ? `${field} names a broken record of ${to}` : `${field} names no record of ${to}`
  for (const [field, to] of Object.entries(required[table] ?? {})) {
    const targets = maps[to]
    for (const record of fieldsOf(maps, table))
      if (!targets.has(record[field]!)) take(table, record.id, problem(field, to, record[field]!))
  }
  for (const [field, to] of Object.entries(optional[table] ?? {})) {
    const targets = maps[to]
    for (const record of fieldsOf(maps, table))
      if (record[field] !== null && !targets.has(record[field]!))
        mend(table, record, field, null, problem(field, to, record[field]!))
  }
}

/** The records of a table as their fields that name others. */
const fieldsOf = (maps: RecordMaps, table: TableName) =>
  maps[table].values() as unknown as Iterable<{ id: string; [field: string]: string | null } & { id: string }>

/** An asset whose default look is gone or another's takes one of its own; one without any look cannot be. */
function giveDefaultLooks({ assets, looks }: RecordMaps, take: Take, mend: Mend): void {
  for (const asset of assets.values()) {
    const look = looks.get(asset.defaultLookId)
    // One that was merged away keeps the id of its look, which moved to the target.
    if (look && (look.assetId === asset.id || asset.mergedIntoId !== null)) continue
    const problem = look ? 'defaultLookId names a look of another asset' : 'defaultLookId names no record of looks'
    const own = [...looks.values()].find((other) => other.assetId === asset.id)
    if (own) mend('assets', asset, 'defaultLookId', own.id, problem)
    else take('assets', asset.id, problem)
  }
}

/** Looks are of their asset, and what stands in a shot is of its scene (domain.md 1, 2). */
function takeOutForeign(maps: RecordMaps, take: Take, mend: Mend): void {
  const { looks, shots, sceneAssetInstances: instances } = maps
  const uses = new Set<string>()
  for (const { id, sceneId, assetId } of instances.values()) {
    const use = `${sceneId}/${assetId}`
    if (uses.has(use)) take('sceneAssetInstances', id, 'is a second one of its asset in its scene')
    uses.add(use)
  }
  for (const instance of instances.values())
    if (instance.lookId !== null && looks.get(instance.lookId)?.assetId !== instance.assetId)
      mend('sceneAssetInstances', instance, 'lookId', null, 'lookId names no look of its asset')
  for (const table of ['assignments', 'transformations', 'blockings'] as const)
    for (const record of maps[table].values())
      if (shots.get(record.shotId)?.sceneId !== instances.get(record.sceneAssetInstanceId)?.sceneId)
        take(table, record.id, 'stands in a shot of another scene')
  for (const change of maps.transformations.values()) {
    const assetId = instances.get(change.sceneAssetInstanceId)?.assetId
    for (const field of ['fromLookId', 'toLookId'] as const)
      if (change[field] !== null && looks.get(change[field])?.assetId !== assetId)
        take('transformations', change.id, `${field} names no look of its asset`)
  }
}

/** Assets whose way to the asset they were merged into never ends. */
function circularMerges(assets: RecordMaps['assets']): Tables['assets'][] {
  return [...assets.values()].filter((asset) => {
    const seen = new Set<string>()
    for (
      let at: Tables['assets'] | undefined = asset;
      at && at.mergedIntoId !== null;
      at = assets.get(at.mergedIntoId)
    ) {
      if (seen.has(at.id)) return true
      seen.add(at.id)
    }
    return false
  })
}
