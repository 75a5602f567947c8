import { projectOf } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import type { ClockScope } from '@shared/domain/time/storyClock'
import { layOutPages, type PrintPage } from '@shared/drawing/print/layOutPages'
import type { PrintDocument } from '@shared/drawing/print/printDocument'
import { printedFilm } from '@shared/handover/boards/printedFilm'
import type { PrintOptions } from '@shared/handover/boards/printOptions'
import { filmOf } from '@shared/handover/film'
import { counted, lengthText } from '@shared/language/unitWords'
import type { RecordStore } from '@shared/records/recordStore'
import { measureWords } from '../../drawing/measureWords'

/** The pages an export would print, laid out by what prints them. */
export interface Printed {
  readonly document: PrintDocument
  readonly pages: readonly PrintPage[]
  readonly summary: string
  readonly warnings: readonly string[]
  readonly any: boolean
}

export function printPreview(records: RecordStore, scope: ClockScope, options: PrintOptions): Printed {
  const film = filmOf(records, scope)
  const { document, warnings } = printedFilm(records, film, options)
  const seconds = framesToSeconds(film.frames, projectOf(records).fps)
  return {
    document,
    pages: layOutPages(document, measureWords),
    summary: film.shots.length ? `${counted(film.shots.length, 'shot')}, ${lengthText(seconds)}` : 'No shots',
    warnings: warnings.map((warning) => warning.message),
    any: film.shots.length > 0,
  }
}
