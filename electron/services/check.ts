import { continuityCounts } from '@shared/domain/continuity/continuity'
import { hashFile } from '../store/mediaStore'
import { Refusal } from '@shared/records/refusal'
import type { OpenProject } from '../store/project'
import { openProject } from '../store/openProject'

export interface CheckReport {
  ok: boolean
  /** SQLite's own word on the file: `ok`, or what is wrong. */
  integrity: string
  missingMedia: string[]
  damagedMedia: string[]
  /** Everything in the file that is not as it should be, one line each: schema, records, undo steps, jobs and view. */
  invalidRecords: string[]
  continuity: Record<string, number>
}

/** Is the project whole? The file is read anew, to its end: SQLite's own check, every file against its hash, every record against its schema and against those it names. */
export async function checkProject(project: OpenProject): Promise<CheckReport> {
  const { integrity, problems, records } = project.inspect()
  const missingMedia: string[] = []
  const damagedMedia: string[] = []
  for (const media of records.all('media')) {
    if (!project.media.has(media)) missingMedia.push(media.id)
    else if ((await hashFile(project.media.pathOf(media))) !== media.id) damagedMedia.push(media.id)
  }
  const invalidRecords = [...problems, ...project.notes]
  return {
    ok: integrity === 'ok' && !missingMedia.length && !damagedMedia.length && !invalidRecords.length,
    integrity,
    missingMedia,
    damagedMedia,
    invalidRecords,
    // Continuity follows records from one to the next; in a broken film it has nothing to say.
    continuity: problems.length ? {} : continuityCounts(records),
  }
}

/** `check` of a folder: also one whose file is so damaged that it cannot be opened gets a report. @throws Refusal NOT_A_PROJECT, PROJECT_NEWER, PROJECT_OLDER, PROJECT_LINKED, DISK */
export async function checkFolder(folder: string): Promise<CheckReport> {
  let project: OpenProject | null = null
  try {
    project = openProject(folder, 'salvage')
    return await checkProject(project)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'PROJECT_DAMAGED') throw error
    return {
      ok: false,
      integrity: String(error.params['reason']),
      missingMedia: [],
      damagedMedia: [],
      invalidRecords: [],
      continuity: {},
    }
  } finally {
    project?.close()
  }
}
