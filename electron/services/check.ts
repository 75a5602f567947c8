import { continuityCounts } from '@shared/domain/continuity/continuity'
import { tableNames } from '@shared/model/tableNames'
import { tableSchemas } from '@shared/model/tables'
import { hashFile } from '../store/mediaStore'
import { Refusal } from '@shared/records/refusal'
import { openProject, type OpenProject } from '../store/openProject'
import { worldRefusal } from '../store/worldErrors'

export interface CheckReport {
  ok: boolean
  integrity: string
  missingMedia: string[]
  damagedMedia: string[]
  invalidRecords: string[]
  continuity: Record<string, number>
}

/** Is the project whole? SQLite's own check, every file against its hash, every record against its schema. */
export async function checkProject(project: OpenProject): Promise<CheckReport> {
  const missingMedia: string[] = []
  const damagedMedia: string[] = []
  const invalidRecords: string[] = []
  for (const media of project.records.all('media')) {
    if (!project.media.has(media)) missingMedia.push(media.id)
    else if ((await hashFile(project.media.pathOf(media))) !== media.id) damagedMedia.push(media.id)
  }
  for (const table of tableNames) {
    for (const record of project.records.all(table)) {
      const parsed = tableSchemas[table].safeParse(record)
      if (!parsed.success)
        invalidRecords.push(
          `${table} ${record.id}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`,
        )
    }
  }
  const broken = project.brokenReferences()
  invalidRecords.push(...broken)
  const integrity = project.integrity()
  const ok = integrity === 'ok' && !missingMedia.length && !damagedMedia.length && !invalidRecords.length
  // Continuity follows references; where they lead nowhere it has nothing to say.
  return {
    ok,
    integrity,
    missingMedia,
    damagedMedia,
    invalidRecords,
    continuity: broken.length ? {} : continuityCounts(project.records),
  }
}

/** `check` of a folder: also one whose file is so damaged that it cannot be opened gets a report. @throws Refusal NOT_A_PROJECT, PROJECT_NEWER, PROJECT_OLDER, DISK */
export async function checkFolder(folder: string): Promise<CheckReport> {
  let project: OpenProject | null = null
  try {
    project = openProject(folder, 'read')
    return await checkProject(project)
  } catch (error) {
    const refusal = error instanceof Refusal ? error : worldRefusal(error)
    if (refusal?.code !== 'PROJECT_DAMAGED') throw error
    return {
      ok: false,
      integrity: String(refusal.params['reason']),
      missingMedia: [],
      damagedMedia: [],
      invalidRecords: [],
      continuity: {},
    }
  } finally {
    project?.close()
  }
}
