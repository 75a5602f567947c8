import { projectOf } from '../../domain/lookup'
import type { FrameRate } from '../../model/frameRate'
import type { Breakdown } from '../../model/project'
import type { Script } from '../../model/script'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { breakDown } from '../extract/breakDown'
import { isTextReading, parseScript } from '../form/parseScript'
import type { NamesApart, ParsedScript, ScriptBreakdown } from '../scriptTypes'
import { readCsv } from '../shotList/readCsv'
import { readStoryboarder } from '../shotList/readStoryboarder'
import { namesApart } from './namesApart'
import { reimport, type Reimported } from './reimport'

/** A stored script, read again: shot lists as they are, everything else is kept as Fountain lines. */
export function readStored(
  script: Script,
  rule: Breakdown,
  fps: FrameRate,
  apart: NamesApart = [],
): { parsed: ParsedScript; breakdown: ScriptBreakdown } {
  if (script.format === 'csv' || script.format === 'storyboarder') {
    const list =
      script.format === 'csv'
        ? readCsv(script.text, { ...rule, fps })
        : readStoryboarder(script.text, sceneNameOf(script.fileName), fps)
    return { parsed: list.script, breakdown: list.breakdown }
  }
  const { format } = script
  const parsed: ParsedScript = { ...parseScript(script.text, isTextReading(format) ? format : 'fountain'), format }
  return { parsed, breakdown: breakDown(parsed, { ...rule, fps, apart }) }
}

/** The scene of a .storyboarder file is called like the file. */
export const sceneNameOf = (fileName: string): string => fileName.replace(/\.[^.]+$/, '').slice(0, 1000)

/** What a stored script was broken down to when it was imported. */
export function storedBreakdown(store: ReadRecords, script: Script): ScriptBreakdown {
  return readStored(script, script.breakdown, projectOf(store).fps, namesApart(store)).breakdown
}

/**
 * `script.breakdown`: breaks an imported script down by another rule, through the same comparison as a re-import, so that shots which stay the same keep
 * identity and work (domain.md 11). The rule also holds for the next import.
 * @throws Refusal NOT_FOUND, SCRIPT_UNREADABLE
 */
export function rebreak(
  draft: Draft,
  input: { scriptId: string; breakdown: { [K in keyof Breakdown]?: Breakdown[K] | undefined } },
): Reimported {
  const script = draft.get('scripts', input.scriptId)
  if (!script) throw new Refusal('NOT_FOUND', { what: 'The script' })
  const given = Object.fromEntries(Object.entries(input.breakdown).filter(([, value]) => value !== undefined))
  const rule: Breakdown = { ...script.breakdown, ...given }
  const before = storedBreakdown(draft, script)
  const { parsed, breakdown: after } = readStored(script, rule, projectOf(draft).fps, namesApart(draft))
  if (!after.scenes.length) throw new Refusal('SCRIPT_UNREADABLE', { file: script.fileName })
  draft.update('project', 'project', { breakdown: rule })
  return reimport(draft, { scriptId: script.id, fileName: script.fileName, script: parsed, rule, before, after })
}
