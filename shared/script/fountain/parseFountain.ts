import { tooLarge, unreadable } from '../limits'
import type { ParsedScript } from '../scriptTypes'
import { splitLines } from '../splitLines'
import { readBody } from './readBody'
import { takeComments } from './comments'
import { readTitlePage } from './titlePage'

/**
 * Reads Fountain 1.1 (https://fountain.io/syntax, domain.md 11). Never throws, linear in the length of the text. Line
 * numbers count from 1 over all lines of the file; `lines` keeps them as typed.
 */
export function parseFountain(text: string): ParsedScript {
  const refusal = tooLarge(text)
  if (refusal) return unreadable('fountain', refusal)
  const lines = splitLines(text)
  const clean = takeComments(lines)
  const title = readTitlePage(clean.text)
  const body = readBody(clean, title.end)
  const elements = [...body.elements, ...clean.elements].sort((a, b) => a.line - b.line)
  const warnings = [...clean.warnings, ...body.warnings].sort((a, b) => a.line - b.line)
  return { format: 'fountain', titlePage: title.entries, elements, lines, warnings }
}
