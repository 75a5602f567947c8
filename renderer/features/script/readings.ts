import { escapeRegExp } from '@shared/language/text/escapeRegExp'
import { activeMembers } from '@shared/domain/lookup'
import { percentText } from '@shared/language/unitWords'
import type { AssetType } from '@shared/model/asset'
import type { Assignment } from '@shared/model/assignment'
import type { ReadRecords } from '@shared/records/recordStore'
import type { ScriptElement } from '@shared/script/scriptTypes'

/** What was read from a line of the script. */
export interface Reading {
  readonly line: number
  /** The words it was read from. */
  readonly text: string
  /** "Alice enters at 35 %." */
  readonly words: string
  readonly type: AssetType
}

/** How an asset is in its shot: "throughout", "enters at 35 %", "exits at 60 %", "passes through, 20 % to 80 %". */
export function presencePhrase({
  presence,
  enterAt,
  exitAt,
}: Pick<Assignment, 'presence' | 'enterAt' | 'exitAt'>): string {
  if (presence === 'throughout') return 'throughout'
  if (presence === 'enters') return `enters at ${percentText(enterAt)}`
  if (presence === 'exits') return `exits at ${percentText(exitAt)}`
  return `passes through, ${percentText(enterAt)} to ${percentText(exitAt)}`
}

/** What was read for a shot from its script: its assignments, and what still waits to be confirmed. */
export function readingsOf(records: ReadRecords, shotId: string): Reading[] {
  const readings: Reading[] = []
  for (const { assignment, asset } of activeMembers(records, shotId)) {
    if (assignment.evidence)
      readings.push({
        ...assignment.evidence,
        words: `${asset.name} ${isWords(presencePhrase(assignment))}.`,
        type: asset.type,
      })
  }
  for (const suggestion of records.list('suggestionsOfShot', shotId)) {
    const asset = records.get('assets', suggestion.assetId)
    if (suggestion.state === 'open' && suggestion.evidence && asset && !asset.deleted)
      readings.push({
        ...suggestion.evidence,
        words: `To confirm: ${asset.name} ${isWords(presencePhrase(suggestion))}.`,
        type: asset.type,
      })
  }
  return readings
}

const isWords = (words: string) => (words === 'throughout' ? 'is there throughout' : words)

/** A stretch of an element's text with the readings that come from it; most have none. */
export interface Stretch {
  readonly text: string
  readonly readings: readonly Reading[]
}

/** Cuts a text of some lines of the script where readings begin and end. A reading whose words are not in the text covers its line. */
export function markText(
  element: Pick<ScriptElement, 'text' | 'line' | 'endLine'>,
  readings: readonly Reading[],
): Stretch[] {
  const here = readings.filter((r) => r.line >= element.line && r.line <= element.endLine)
  const { text } = element
  if (!here.length || !text) return [{ text, readings: [] }]
  const ranges = here.map((reading) => ({ reading, ...rangeOf(element, reading) }))
  const cuts = [...new Set([0, text.length, ...ranges.flatMap((r) => [r.from, r.to])])].sort((a, b) => a - b)
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i]!
    return {
      text: text.slice(from, to),
      readings: ranges.filter((r) => r.from <= from && r.to >= to).map((r) => r.reading),
    }
  })
}

function rangeOf(
  { text, line, endLine }: Pick<ScriptElement, 'text' | 'line' | 'endLine'>,
  reading: Reading,
): { from: number; to: number } {
  const words = reading.text.trim().split(/\s+/).filter(Boolean)
  const found = words.length ? new RegExp(words.map(escapeRegExp).join('\\s+'), 'u').exec(text) : null
  if (found) return { from: found.index, to: found.index + found[0].length }
  const lines = text.split('\n')
  if (lines.length !== endLine - line + 1) return { from: 0, to: text.length }
  const before = lines.slice(0, reading.line - line).reduce((sum, l) => sum + l.length + 1, 0)
  return { from: before, to: before + lines[reading.line - line]!.length }
}
