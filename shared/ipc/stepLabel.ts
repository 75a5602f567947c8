import { counted, plural } from '../language/unitWords'
import type { Change } from '../records/change'
import type { RecordStore } from '../records/recordStore'

/** So many things are named in a row; more are counted. */
const named = 3

/**
 * How an undo step is called: what was done, and to what. "set presence: Alice, shot 4".
 * @param label of the command
 * @param input as the command's schema answers it
 * @param records before the change
 */
export function stepLabel(label: string, input: unknown, records: RecordStore, change: Change): string {
  const ids = idsIn(input)
  const assets = new Set<string>()
  const shots = new Set<string>()
  const scenes = new Set<string>()
  for (const id of ids) {
    const asset = assetOf(records, id)
    const shot = records.get('shots', id) ?? records.get('shots', ownerOf(records, id))
    if (asset !== undefined) assets.add(asset)
    if (shot) shots.add(shot.number)
    const scene = records.get('scenes', id)
    if (scene) scenes.add(scene.number)
  }
  for (const asset of Object.values(change.added.assets ?? {})) assets.add(asset.name)
  // What is new is what the step is about, not where it was put.
  const made = Object.values(change.added.shots ?? {})
  if (made.length) shots.clear()
  for (const shot of made) shots.add(shot.number)
  for (const scene of Object.values(change.added.scenes ?? {})) scenes.add(scene.number)
  const words = [
    row([...assets], 'asset'),
    row([...shots], 'shot', true),
    // A scene that only holds the shots is no news.
    shots.size ? '' : row([...scenes], 'scene', true),
  ].filter(Boolean)
  return words.length ? `${label}: ${words.join(', ')}` : label
}

/** "Alice, Bob", "shots 4, 5", "12 shots". @param numbers what is named are numbers, told apart by a word before them */
function row(names: readonly string[], what: string, numbers = false): string {
  if (!names.length) return ''
  if (names.length > named) return counted(names.length, what)
  return (numbers ? `${plural(names.length, what)} ` : '') + names.join(', ')
}

/** The name of the asset that an id is of, or that a record with the id belongs to. */
function assetOf(records: RecordStore, id: string): string | undefined {
  const look = records.get('looks', id)
  const instance = records.get('sceneAssetInstances', records.get('assignments', id)?.sceneAssetInstanceId ?? id)
  const merge = records.get('merges', id)
  return records.get('assets', look?.assetId ?? instance?.assetId ?? merge?.intoId ?? id)?.name
}

/** Every text of an input that may be an id: at its top, in lists, and in the entries of lists. */
function idsIn(input: unknown): readonly string[] {
  if (typeof input === 'string') return [input]
  if (Array.isArray(input)) return input.flatMap(idsIn)
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([key, value]) => (/^id$|Ids?$|^cells$/.test(key) ? idsIn(value) : []))
}

/** The shot that something of a shot belongs to. */
const ownerOf = (records: RecordStore, id: string): string =>
  (records.get('assignments', id) ?? records.get('marks', id))?.shotId ?? ''
