import { presenceOf } from './assignment'
import { tableSchemas, type TableName } from './tables'

/**
 * What keeps a record from being one of its table, by its schema: "durationFrames: Too small: expected number to be >=1".
 * @returns null for a record that fits
 */
export function recordFault(table: TableName, record: unknown): string | null {
  if (table === 'assignments' && isPlainAssignment(record as Record<string, unknown>)) return null
  const parsed = tableSchemas[table].safeParse(record)
  if (parsed.success) return null
  const issue = parsed.error.issues[0]!
  return [issue.path.join('.'), issue.message].filter(Boolean).join(': ')
}

/**
 * A quick yes for the table that holds most records of a film; whoever does not pass is asked of the schema. It lets nothing through that the schema
 * would not (a test compares them).
 */
function isPlainAssignment(a: Record<string, unknown>): boolean {
  return (
    isId(a['id']) &&
    isId(a['shotId']) &&
    isId(a['sceneAssetInstanceId']) &&
    typeof a['enterAt'] === 'number' &&
    typeof a['exitAt'] === 'number' &&
    presenceOf(a['enterAt'], a['exitAt']) === a['presence'] &&
    a['presence'] !== null &&
    a['enterFrom'] === null &&
    a['exitTo'] === null &&
    a['action'] === '' &&
    a['rank'] === null &&
    a['evidence'] === null &&
    (a['origin'] === 'user' || a['origin'] === 'suggested' || a['origin'] === 'auto' || a['origin'] === 'preset') &&
    Number.isSafeInteger(a['ordinal']) &&
    (a['ordinal'] as number) >= 0
  )
}

const isId = (value: unknown) => typeof value === 'string' && value.length >= 1 && value.length <= 80
