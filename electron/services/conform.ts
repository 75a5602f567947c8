import { readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { projectOf } from '@shared/domain/lookup'
import { compareCut, type CutDifference } from '@shared/handover/conform/compareCut'
import { allChanges, conformPlan, type ConformChoice } from '@shared/handover/conform/conformPlan'
import type { EditedCut } from '@shared/handover/conform/editedCut'
import { longestTimeline, readTimelines } from '@shared/handover/conform/readTimeline'
import { decodeText } from '@shared/script/decodeText'
import { Refusal } from '@shared/records/refusal'
import { dispatch } from '../commit/dispatch'
import type { OpenProject } from '../store/project'
import { onDisk } from '../store/worldErrors'
import { refuseNoFile } from './refuseNoFile'

/** An edited timeline of a file, as it differs from the film. */
export interface ComparedFile {
  readonly cut: EditedCut
  readonly difference: CutDifference
}

/**
 * Reads an edited timeline: a file, the bundle that Final Cut makes of one, or the several lists of a long EDL.
 * @throws Refusal FILE_UNREADABLE, TIMELINE_UNREADABLE, DISK
 */
export function readCutFiles(project: OpenProject, paths: readonly string[]): EditedCut {
  const { fps, dropFrame } = projectOf(project.records)
  return readTimelines(paths.map(textOf), { timing: { fps, dropFrame } })
}

function textOf(path: string): { file: string; text: string } {
  const file = basename(path)
  const found = statSync(path, { throwIfNoEntry: false })
  const inside = found?.isDirectory() && extname(path) === '.fcpxmld' ? join(path, 'Info.fcpxml') : path
  if (refuseNoFile(inside, file).size > longestTimeline)
    throw new Refusal('TIMELINE_UNREADABLE', { file, reason: 'it is far larger than any timeline' })
  return { file, text: decodeText(onDisk(() => readFileSync(inside), 'opened')).text }
}

export function compareFiles(project: OpenProject, paths: readonly string[]): ComparedFile {
  const cut = readCutFiles(project, paths)
  return { cut, difference: compareCut(project.records, cut) }
}

/** Takes over what an edited timeline changed, all of it or what is named, in one step. */
export function conformFiles(project: OpenProject, paths: readonly string[], take: readonly string[] | null): unknown {
  const compared = compareFiles(project, paths)
  const plan = conformPlan(project.records, compared.difference, choiceOf(compared.difference, take))
  const answer = plan && dispatch(project, 'film.conform', plan)
  return conformAnswer(compared, answer?.undoStep ?? null, answer !== null, answer?.warnings)
}

function choiceOf(difference: CutDifference, take: readonly string[] | null): ConformChoice {
  const all = allChanges(difference)
  if (take === null) return all
  const known = new Set([...difference.shotIds, ...difference.places.map(({ id }) => id)])
  const stranger = take.find((id) => !known.has(id))
  if (stranger !== undefined) throw new Refusal('NOT_FOUND', { what: `What --take names (${stranger})` })
  const named = new Set(take)
  return {
    places: new Set([...all.places].filter((id) => named.has(id))),
    durations: new Map([...all.durations].filter(([id]) => named.has(id))),
    trayed: new Set(difference.dropped.filter((id) => named.has(id))),
    added: new Set(),
  }
}

/** The answer of the command line, in its stable shape. */
export function conformAnswer(
  { cut, difference }: ComparedFile,
  undoStep: string | null = null,
  applied = false,
  warnings: readonly { code: string; message: string }[] = [],
): unknown {
  const { order, durations, dropped, repeated, foreign, places, shotIds } = difference
  return {
    form: cut.form,
    order,
    durations,
    dropped,
    repeated,
    foreign: foreign.map(({ name, start, frames, afterShotId }) => ({ name, start, duration: frames, afterShotId })),
    applied,
    undoStep,
    places,
    shots: shotIds,
    unread: cut.unread,
    warnings,
  }
}
