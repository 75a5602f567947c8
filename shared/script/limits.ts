import { counted } from '../language/unitWords'
import type { ParsedScript, ScriptWarning } from './scriptTypes'
import { countLines } from './splitLines'
import { wordList } from '../language/lexicon/wordList'

/** A long feature film is about 250,000 characters and 6,000 lines; far larger files are refused, not read for minutes. */
const maxScriptCharacters = 8_000_000
const maxScriptLines = 500_000

/** Codes of warnings after which nothing was read: the import must stop (domain.md 11, "never half an import"). */
const fatalCodes: readonly string[] = wordList(`
  TOO_LARGE BINARY_FILE NOT_A_SCRIPT FDX_NOT_XML FDX_NOT_FINAL_DRAFT FDX_ENTITIES FDX_TOO_DEEP
  STORYBOARDER_INVALID CSV_NO_HEADER
`)

/** The warning that says why nothing of the file could be read, or null. */
export function fatalWarning(script: Pick<ParsedScript, 'warnings'>): ScriptWarning | null {
  return script.warnings.find((w) => fatalCodes.includes(w.code)) ?? null
}

/** A script nothing was read of, with the reason. */
export function unreadable(format: ParsedScript['format'], warning: ScriptWarning): ParsedScript {
  return { format, titlePage: [], elements: [], lines: [], warnings: [warning] }
}

/** Says why a text is too large to be a script, or null. */
export function tooLarge(text: string): ScriptWarning | null {
  const characters = text.length
  const lines = characters > maxScriptCharacters ? 0 : countLines(text)
  if (characters <= maxScriptCharacters && lines <= maxScriptLines) return null
  const size = lines ? counted(lines, 'line') : `${Math.round(characters / 1_000_000)} million characters`
  return {
    line: 1,
    code: 'TOO_LARGE',
    message: `The file has ${size}, far more than a screenplay, so nothing was imported. Cut it into parts or check that it is the right file.`,
  }
}
