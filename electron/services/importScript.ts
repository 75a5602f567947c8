import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { ImportReport } from '@shared/ipc/contract'
import { projectOf } from '@shared/domain/lookup'
import { Refusal } from '@shared/records/refusal'
import { breakDown } from '@shared/script/extract/breakDown'
import { decodeText } from '@shared/script/decodeText'
import { parseFdx } from '@shared/script/fdx/parseFdx'
import { parseFountain } from '@shared/script/fountain/parseFountain'
import { importBreakdown } from '@shared/script/importBreakdown'
import { fatalWarning } from '@shared/script/limits'
import type { ParsedScript, ScriptWarning } from '@shared/script/scriptTypes'
import { commitChange, proposed } from '../app/dispatch'
import type { OpenProject } from '../store/openProject'

/** Larger files are no scripts. */
const limitMegabytes = 64

/** Reads a script file of any encoding. @throws Refusal FILE_UNREADABLE, FILE_TOO_BIG */
export function readScript(path: string): { script: ParsedScript; warnings: ScriptWarning[] } {
  const file = basename(path)
  let bytes: Uint8Array
  try {
    const { size } = statSync(path)
    if (size > limitMegabytes * 1024 * 1024) throw new Refusal('FILE_TOO_BIG', { file, size: Math.round(size / 1024 / 1024), limit: limitMegabytes })
    bytes = readFileSync(path)
  } catch (error) {
    if (error instanceof Refusal) throw error
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Refusal('FILE_UNREADABLE', { file, reason: missing ? 'The file is not there.' : 'The file cannot be opened.' })
  }
  const { text, warnings } = decodeText(bytes)
  const fdx = extname(path).toLowerCase() === '.fdx' || /^\s*<\?xml|^\s*<FinalDraft/i.test(text.slice(0, 500))
  return { script: fdx ? parseFdx(text) : parseFountain(text), warnings }
}

/** Imports a script in one undo step, or only tells what it would bring. A file without scenes changes nothing. */
export function importScript(project: OpenProject, path: string, dryRun = false): ImportReport & { undoStep: string | null } {
  const { script, warnings } = readScript(path)
  const { breakdown: rule, fps } = projectOf(project.records)
  const unread = fatalWarning({ warnings: [...warnings, ...script.warnings] }) !== null
  const breakdown = breakDown(unread ? { ...script, elements: [] } : script, { ...rule, fps })
  const told = [...warnings, ...script.warnings, ...(unread ? [] : breakdown.warnings)].filter((w, i, all) => all.findIndex((v) => v.line === w.line && v.code === w.code && v.message === w.message) === i)
  const sorted = told.sort((a, b) => a.line - b.line)
  if (!breakdown.scenes.length) return { scenes: 0, shots: 0, assets: { character: 0, location: 0, prop: 0 }, assignments: 0, aliasProposals: [], warnings: sorted, undoStep: null }
  const fileName = basename(path)
  const { change, answer } = proposed(project, (draft) => importBreakdown(draft, { fileName, script, breakdown }))
  const undoStep = dryRun ? null : commitChange(project, change, [], { command: 'import', label: `import ${fileName}` }).undoStep
  return { ...answer, warnings: sorted, undoStep }
}
