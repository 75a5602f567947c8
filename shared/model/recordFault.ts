import { presenceOf } from './assignment'
import { lowestPosition } from './common'
import { tableSchemas, type TableName } from './tables'

/**
 * What keeps a record from being one of its table, by its schema: "durationFrames: Too small: expected number to be >=1".
 * @returns null for a record that fits
 */
export function recordFault(table: TableName, record: unknown): string | null {
  if (isPlain[table]?.(record as Fields)) return null
  const parsed = tableSchemas[table].safeParse(record)
  if (parsed.success) return null
  const issue = parsed.error.issues[0]!
  return [issue.path.join('.'), issue.message].filter(Boolean).join(': ')
}

type Fields = Readonly<Record<string, unknown>>

/**
 * A quick yes for the tables that hold most records of a film; whoever does not pass is asked of the schema. They let nothing through that the schema
 * would not (a test compares them).
 */
const isPlain: { readonly [T in TableName]?: (record: Fields) => boolean } = {
  assignments: (a) =>
    isId(a['id']) &&
    isId(a['shotId']) &&
    isId(a['sceneAssetInstanceId']) &&
    isBetween(a['enterAt'], 0, 1) &&
    isBetween(a['exitAt'], 0, 1) &&
    a['presence'] !== null &&
    presenceOf(a['enterAt'], a['exitAt']) === a['presence'] &&
    a['enterFrom'] === null &&
    a['exitTo'] === null &&
    a['action'] === '' &&
    a['rank'] === null &&
    a['evidence'] === null &&
    a['depicts'] === 'self' &&
    a['depictedOn'] === '' &&
    a['carriedBy'] === null &&
    a['handedTo'] === null &&
    a['handedAt'] === null &&
    a['exitHeldBy'] === null &&
    (a['origin'] === 'user' || a['origin'] === 'suggested' || a['origin'] === 'auto' || a['origin'] === 'preset') &&
    Number.isSafeInteger(a['ordinal']) &&
    (a['ordinal'] as number) >= 0,
  sceneAssetInstances: (i) =>
    isId(i['id']) && isId(i['sceneId']) && isId(i['assetId']) && i['lookId'] === null && i['description'] === null,
  blockings: (b) =>
    isId(b['id']) &&
    isId(b['shotId']) &&
    isId(b['sceneAssetInstanceId']) &&
    (b['frame'] === 'start' || b['frame'] === 'end') &&
    isBetween(b['x'], -2, lowestPosition) &&
    isBetween(b['y'], -2, lowestPosition) &&
    isBetween(b['scale'], Number.MIN_VALUE, 10) &&
    typeof b['flip'] === 'boolean' &&
    isBetween(b['depth'], -1000, 1000) &&
    (b['shown'] === 'full' || b['shown'] === 'part' || b['shown'] === 'hidden') &&
    b['heldBy'] === null,
}

const isId = (value: unknown) => typeof value === 'string' && value.length >= 1 && value.length <= 80
const isBetween = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most
