import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RecoveryView, SnapshotCheck, SnapshotLack, SnapshotView } from '@shared/ipc/contract'
import { chosenTake, projectOf, scenesInOrder, shotsInOrder } from '@shared/domain/lookup'
import type { Change } from '@shared/records/change'
import type { RecordStore } from '@shared/records/recordStore'
import { Refusal } from '@shared/records/refusal'
import type { TableName } from '@shared/model/tables'
import { tableNames } from '@shared/model/tableNames'
import { commitRule } from '../commit/commitRule'
import { hashFile, MediaStore } from '../store/mediaStore'
import { openForReading } from '../store/openDatabase'
import { createProject, databaseFile, openProject } from '../store/openProject'
import type { OpenProject } from '../store/project'
import { lockProject } from '../store/projectLock'
import {
  glanceAt,
  listSnapshots,
  putInPlace,
  readSnapshot,
  snapshotPath,
  stepsOf,
  type StepState,
} from '../store/snapshots'
import { onDisk } from '../store/worldErrors'

/** So many steps are named that a snapshot lacks; the rest is counted. */
const mostNamed = 12

/** The snapshots of a project folder, the newest first, and what each lacks of what the project file says it holds. Nothing is checked yet. */
export function recoveryView(folder: string): RecoveryView {
  const now = stepsNow(folder)
  return {
    folder,
    snapshots: listSnapshots(folder).map((file): SnapshotView => {
      const glance = glanceAt(snapshotPath(folder, file.name))
      return { ...file, counts: glance?.counts ?? null, lacks: glance && now && lackOf(now, glance.steps) }
    }),
  }
}

/** The history of the project file, damaged or not; null when it cannot be read. */
function stepsNow(folder: string): ReadonlyMap<number, StepState> | null {
  try {
    const db = openForReading(databaseFile(folder))
    try {
      return stepsOf(db)
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}

/** The steps that stand in the project and not in the snapshot, the newest first, and how many it is the other way round. */
function lackOf(now: ReadonlyMap<number, StepState>, then: ReadonlyMap<number, StepState>): SnapshotLack {
  const stands = (steps: ReadonlyMap<number, StepState>, seq: number) => steps.get(seq)?.undone === false
  // Steps that history has let go of by now were there then.
  const first = Math.max(Math.min(...now.keys()), Math.min(...then.keys(), Infinity))
  const missing = [...now].filter(([seq, step]) => !step.undone && seq >= first && !stands(then, seq)).reverse()
  const extra = [...then].filter(([seq, step]) => !step.undone && seq >= first && !stands(now, seq))
  return {
    count: missing.length,
    labels: missing.slice(0, mostNamed).map(([, { label }]) => label),
    undone: extra.length,
  }
}

/** Reads a snapshot to its end. @throws Refusal NOT_FOUND, PROJECT_DAMAGED when it cannot be read either */
export function checkSnapshot(folder: string, name: string): SnapshotCheck {
  const records = readSnapshot(snapshotPath(folder, name))
  const media = new MediaStore(folder, () => {
    throw new Refusal('READ_ONLY', { reason: 'a snapshot is only looked at' })
  })
  const files = [...records.all('media')]
  return {
    title: records.count('project') ? projectOf(records).title : '',
    counts: {
      scenes: scenesInOrder(records).length,
      shots: shotsInOrder(records).length,
      assets: [...records.all('assets')].filter((asset) => !asset.deleted).length,
      assignments: records.count('assignments'),
      takes: records.count('takes'),
    },
    missingMedia: files.filter((file) => !media.has(file)).map(({ name: file }) => file),
  }
}

/**
 * Puts a snapshot, checked before, in the place of the project file; the old one stays beside. Nobody may have the project open.
 * @param now Unix time in ms
 * @param isKept whether a snapshot holds what the project file holds, so that nothing need stay
 * @returns the folder within the project where the old file is now
 * @throws Refusal NOT_FOUND, PROJECT_IN_USE, PROJECT_DAMAGED of the snapshot, DISK
 */
export function goBack(folder: string, name: string, now: number, isKept: boolean): { setAside: string | null } {
  const path = snapshotPath(folder, name)
  const lock = lockProject(folder)
  try {
    readSnapshot(path)
    const setAside = onDisk(() => putInPlace(folder, databaseFile(folder), path, isKept ? null : now), 'saved', folder)
    return { setAside }
  } finally {
    lock.release()
  }
}

/** What can be read of a project, damaged or not; null when nothing can. */
export function readableRecords(folder: string): RecordStore | null {
  try {
    const project = openProject(folder, 'salvage')
    try {
      return project.records
    } finally {
      project.close()
    }
  } catch {
    return null
  }
}

/**
 * Takes that were made after a snapshot are in the media folder still: those whose shot is there come back, chosen by nobody.
 * @param found what could be read of the file that the snapshot replaced
 * @returns how many came back
 */
export function bringTakesBack(project: OpenProject, found: RecordStore): number {
  const { records, media } = project
  const lost = [...found.all('takes')].filter(
    ({ id, shotId, mediaId }) => !records.get('takes', id) && records.get('shots', shotId) && on(mediaId),
  )
  if (!lost.length) return 0
  function on(mediaId: string): boolean {
    const file = found.get('media', mediaId)
    return file !== undefined && media.has(file) && (file.workingId === null || on(file.workingId))
  }
  commitRule(project, 'takes.bringBack', (draft) => {
    const keep = (mediaId: string) => {
      const file = found.get('media', mediaId)!
      if (draft.get('media', mediaId)) return
      if (file.workingId !== null) keep(file.workingId)
      draft.add('media', file)
    }
    for (const take of lost) {
      const { shotId, kind } = take
      const stood = chosenTake(draft, shotId, kind)
      keep(take.mediaId)
      draft.add('takes', take)
      // What stood goes on to stand; without a choice the newest would.
      const id = `${shotId}:${kind}`
      if (stood && !draft.get('takeChoices', id)) draft.add('takeChoices', { id, shotId, kind, takeId: stood.id })
    }
    for (const pass of found.all('passes')) {
      if (!lost.some(({ id }) => id === pass.takeId) || !on(pass.mediaId) || draft.get('passes', pass.id)) continue
      keep(pass.mediaId)
      draft.add('passes', pass)
    }
  })
  return lost.length
}

/**
 * Makes a project of its own of what can be read of a damaged one; the damaged one is left as it is.
 * @param to folder that is not there yet
 * @returns what could not be read, one line each, and the files that are missing
 * @throws Refusal FOLDER_TAKEN, PROJECT_DAMAGED when nothing can be read, DISK
 */
export async function saveReadable(
  folder: string,
  to: string,
): Promise<{ problems: string[]; missingMedia: string[] }> {
  const project = openProject(folder, 'salvage')
  try {
    const { records, problems } = project
    const added: Partial<Record<TableName, Record<string, unknown>>> = {}
    for (const table of tableNames) {
      const rows = [...records.all(table)]
      if (rows.length) added[table] = Object.fromEntries(rows.map((row) => [row.id, row]))
    }
    const saved = createProject(to, { added: added as Change['added'], updated: {}, removed: {} })
    try {
      const missing: string[] = []
      for (const file of records.all('media')) {
        const from = project.media.pathOf(file)
        if (!project.media.has(file) || (await hashFile(from)) !== file.id) missing.push(file.name)
        else {
          const copy = join(saved.media.temporaryFolder(), file.id)
          onDisk(() => copyFileSync(from, copy), 'saved', to)
          await saved.media.keepFile(copy, file.ext)
        }
      }
      return { problems: [...problems], missingMedia: missing }
    } finally {
      saved.close()
    }
  } finally {
    project.close()
  }
}
