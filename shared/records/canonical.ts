/**
 * Canonical JSON: sorted keys, no undefined, numbers rounded to 1e-6, -0 as 0. Equal values give equal text,
 * so it serves digests and comparisons alike (domain.md 6).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(roundInput(value)) : 'null'
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (Array.isArray(value)) return '[' + value.map(canonicalJson).join(',') + ']'
  const entries: string[] = []
  const object = value as Record<string, unknown>
  for (const key of Object.keys(object).sort()) {
    if (object[key] !== undefined) entries.push(JSON.stringify(key) + ':' + canonicalJson(object[key]))
  }
  return '{' + entries.join(',') + '}'
}

/** Numbers of a snapshot are kept to 1e-6. */
export function roundInput(value: number): number {
  const rounded = Math.round(value * 1e6) / 1e6
  return rounded === 0 ? 0 : rounded
}

/** Deep equality of plain data; exact for numbers. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, i) => sameValue(item, b[i]))
  }
  if (Array.isArray(b)) return false
  const x = a as Record<string, unknown>
  const y = b as Record<string, unknown>
  const keys = Object.keys(x)
  if (keys.length !== Object.keys(y).length) return false
  return keys.every((key) => key in y && sameValue(x[key], y[key]))
}
