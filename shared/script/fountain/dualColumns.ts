import type { ScriptElement } from '../scriptTypes'
import type { CleanLines } from './comments'
import { indentOf } from './indent'
import { cueParts, type Cue } from './lineRules'

interface Column {
  cue: Cue
  parts: { text: string; line: number }[]
}

/**
 * Two speeches printed side by side: a line with two cues far apart, their words in two columns below. Null when the line is no such pair; else the
 * elements, left before right, and the line after them.
 */
export function dualColumns(source: CleanLines, at: number): { elements: ScriptElement[]; end: number } | null {
  const line = source.text[at]!
  const split = /^(\s*\S(?:.*?\S)?)(\s{5,}|\t+\s*)(\S.*)$/.exec(line)
  if (!split || line.length > 300 || /\s{5,}/.test(split[3]!.trim())) return null
  const [left, right] = [cueParts(split[1]!.trim(), false), cueParts(split[3]!.trim(), false)]
  if (!left || !right || ![left, right].every(isName)) return null
  const cueAt = indentOf(line.slice(0, line.length - split[3]!.length).replace(/\S/g, ' '))
  const columns: [Column, Column] = [
    { cue: left, parts: [] },
    { cue: right, parts: [] },
  ]
  let i = at + 1
  for (; i < source.text.length && (source.skipped[i] || source.text[i]!.trim() !== ''); i++) {
    if (source.skipped[i]) continue
    const [a, b] = halves(source.text[i]!, cueAt)
    if (a) columns[0].parts.push({ text: a, line: i + 1 })
    if (b) columns[1].parts.push({ text: b, line: i + 1 })
  }
  if (!columns.every((c) => c.parts.length > 0)) return null
  const leftPart = elementsOf(columns[0], 'left', at + 1)
  // Elements stand in the order of their lines: those of the right column share the last one of the left.
  const last = leftPart.at(-1)!.endLine
  const rightPart = elementsOf(columns[1], 'right', last).map((e) => ({
    ...e,
    line: last,
    endLine: Math.max(last, e.endLine),
  }))
  return { elements: [...leftPart, ...rightPart], end: i }
}

const isName = ({ name }: Cue): boolean => name.split(' ').length <= 4 && !/[.!?:,]$|\d{2}/.test(name)

/** The words left and right of the gap before the right column, which begins up to sixteen columns before its cue. */
function halves(line: string, cueAt: number): [string, string] {
  if (indentOf(line) >= cueAt - 16) return ['', line.trim()]
  for (const gap of line.matchAll(/\s{2,}/g)) {
    const end = gap.index + gap[0].length
    if (gap.index > 0 && line.slice(0, gap.index).trim() !== '' && end >= cueAt - 16 && end <= cueAt + 8)
      return [line.slice(0, gap.index).trim(), line.slice(end).trim()]
  }
  return [line.trim(), '']
}

function elementsOf({ cue, parts }: Column, dual: 'left' | 'right', line: number): ScriptElement[] {
  const elements: ScriptElement[] = [
    {
      type: 'character',
      text: cue.name,
      line,
      endLine: line,
      dual,
      ...(cue.extension ? { extension: cue.extension } : {}),
    },
  ]
  for (const { text, line: at } of parts) {
    const type = text.startsWith('(') && text.endsWith(')') ? 'parenthetical' : 'dialogue'
    const open = elements.at(-1)!
    if (type === 'dialogue' && open.type === 'dialogue') {
      open.text += `\n${text}`
      open.endLine = at
    } else elements.push({ type, text, line: at, endLine: at, dual })
  }
  return elements
}
