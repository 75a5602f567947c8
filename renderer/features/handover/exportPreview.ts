import { handoverFormats, writeHandover, type HandoverFormatName } from '@shared/handover/formats'
import type { CutOptions } from '@shared/handover/cutPieces'
import type { ImageOptions } from '@shared/handover/images'
import { framesToSeconds } from '@shared/domain/time/frames'
import { StoryClock, type ClockScope } from '@shared/domain/time/storyClock'
import { projectOf } from '@shared/domain/lookup'
import type { RecordStore } from '@shared/records/recordStore'
import { counted, lengthText } from '@shared/language/unitWords'

/** What an export would write, to be looked at before. */
export interface ExportPreview {
  /** "33 shots, 112 s" */
  readonly summary: string
  /** How the first file begins, or the names of the files where there is nothing to read. */
  readonly lines: readonly string[]
  readonly warnings: readonly string[]
  /** Whether there is anything to write. */
  readonly any: boolean
}

/** Lines that are shown of a file. */
const shownLines = 120
/** Shots whose prompts are written out for the look; a pack of a whole film takes a while. */
const shownPrompts = 1

/** What a format would make of a scope, as far as it is looked at. The records are the window's own, so this asks nobody. */
export function exportPreview(
  records: RecordStore,
  format: HandoverFormatName,
  scope: ClockScope,
  images: ImageOptions,
  cut: CutOptions,
): ExportPreview {
  const clock = StoryClock.of(records, scope)
  const shots = [...clock.shotsFrom(0)]
  const seconds = framesToSeconds(clock.total, projectOf(records).fps)
  const summary = shots.length ? `${counted(shots.length, 'shot')}, ${lengthText(seconds)}` : 'No shots'
  const looked = format === 'prompts' ? { shotIds: shots.slice(0, shownPrompts).map((s) => s.shotId) } : scope
  const { files, warnings } = writeHandover(records, format, looked, {
    name: 'film',
    folderUrl: 'file:///',
    images,
    cut,
  })
  const first = files[0]
  const text = handoverFormats[format].ext !== null && first && 'text' in first ? first.text : null
  return {
    summary,
    lines: (text ?? files.map((file) => file.path).join('\n')).replace(/^\ufeff/, '').split(/\r?\n/, shownLines),
    warnings: warnings.map((warning) => warning.message),
    any: files.length > 0 && shots.length > 0,
  }
}
