import { continuityCounts } from '@shared/domain/continuity/continuity'
import { tableNames } from '@shared/model/tableNames'
import { tableSchemas } from '@shared/model/tables'
import { hashFile } from '../store/mediaStore'
import type { OpenProject } from '../store/openProject'

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
      if (!parsed.success) invalidRecords.push(`${table} ${record.id}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`)
    }
  }
  const integrity = project.integrity()
  const ok = integrity === 'ok' && !missingMedia.length && !damagedMedia.length && !invalidRecords.length
  return { ok, integrity, missingMedia, damagedMedia, invalidRecords, continuity: continuityCounts(project.records) }
}
