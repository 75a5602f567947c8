import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { tableNames } from '@shared/model/tableNames'
import type { Change } from '@shared/records/change'
import { Refusal, sentence } from '@shared/records/refusal'
import { HeldFolder } from './heldFolder'
import { inspectDatabase, type Inspection } from './inspect'
import { makeFolders } from './makeFolders'
import { memoryDatabase } from './memoryDatabase'
import { currentVersion } from './migrations'
import {
  lacksLog,
  makeDatabase,
  openForReading,
  openForWriting,
  openUpToDate,
  readProject,
  recognise,
} from './openDatabase'
import { OpenedProject, type OpenProject } from './project'
import { databaseName, noDatabase, refuseLinks } from './projectFiles'
import { lockProject, type ProjectLock } from './projectLock'
import type { ReadDb, WriteDb } from './sqlite'
import { damage, worldRefusal } from './worldErrors'

/**
 * How a project is opened: `write` takes the lock and migrates; `read` works beside a writer and changes nothing; `salvage` reads what can be read of a
 * damaged one and names the rest; `create` makes the file first.
 */
export type OpenMode = 'read' | 'write' | 'create' | 'salvage'

export const databaseFile = (folder: string) => join(folder, databaseName)

/** Makes an empty project folder. @throws Refusal FOLDER_TAKEN, DISK */
export function makeProjectFolder(folder: string): void {
  if (existsSync(folder) && !isFree(folder)) throw new Refusal('FOLDER_TAKEN', { folder: basename(folder) })
  makeFolders(join(folder, 'media'))
}

/** Nothing is in it, or what a new project was when it was broken off before it had its file. */
function isFree(folder: string): boolean {
  if (!statSync(folder).isDirectory()) return false
  const entries = readdirSync(folder)
  if (!entries.every((name) => made.includes(name) && name !== databaseName)) return false
  return !entries.includes('media') || readdirSync(join(folder, 'media')).length === 0
}

/**
 * Opens a project folder. A damaged one is left as it is: it is never made new and never edited.
 * @param because why it is opened to be read, in the words that edits are refused with
 * @throws Refusal NOT_A_PROJECT, PROJECT_IN_USE, PROJECT_NEWER, PROJECT_OLDER, PROJECT_DAMAGED, PROJECT_LINKED, DISK
 */
export function openProject(path: string, mode: OpenMode, because: Refusal | null = null): OpenProject {
  const folder = resolve(path)
  const file = databaseFile(folder)
  const writes = mode === 'write' || mode === 'create'
  try {
    if (mode === 'create') makeProjectFolder(folder)
    else if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      throw new Refusal('NOT_A_PROJECT', { folder: basename(folder) })
    refuseLinks(folder)
    return writes ? openedForWriting(folder, mode === 'create') : openedForReading(folder, mode === 'salvage', because)
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') throw noDatabase(file, folder)
    throw worldRefusal(error, writes ? 'saved' : 'opened', folder) ?? error
  }
}

function openedForWriting(folder: string, isNew: boolean): OpenProject {
  const file = databaseFile(folder)
  let lock: ProjectLock | null = null
  let db: WriteDb | null = null
  try {
    lock = lockProject(folder)
    if (isNew) makeDatabase(file)
    const found = openForWriting(file)
    db = found.db
    // Copies made by tools that leave out empty folders lack it.
    if (!existsSync(join(folder, 'media'))) mkdirSync(join(folder, 'media'))
    const opened = db
    return new OpenedProject({
      folder,
      file,
      db: opened,
      records: found.records,
      writing: { db: opened, lock, place: new HeldFolder(folder, databaseName) },
      readOnlyBecause: null,
      problems: [],
      notes: found.logMissing ? [sentence('LOG_MISSING')] : [],
      inspect: () => inspectDatabase(opened, currentVersion),
    })
  } catch (error) {
    db?.close()
    lock?.release()
    throw error
  }
}

function openedForReading(folder: string, salvage: boolean, because: Refusal | null): OpenProject {
  const file = databaseFile(folder)
  let db: ReadDb = openForReading(file)
  try {
    if (because && recognise(db, file) < currentVersion) {
      db.close()
      db = openUpToDate(file)
    }
    const notes = lacksLog(db, file) ? [sentence('LOG_MISSING')] : []
    const common = { folder, file, writing: null, readOnlyBecause: because, notes }
    if (!salvage) {
      const records = readProject(db, file)
      const opened = db
      const inspect = () => inspectDatabase(opened, currentVersion)
      return new OpenedProject({ ...common, db, records, problems: [], inspect })
    }
    const inspection = salvaged(db, file)
    db.close()
    // What is not records is of no use in a damaged project, so that nothing more is asked of its file.
    const memory = memoryDatabase(currentVersion)
    db = memory
    const write = memory.prepare('INSERT INTO view_state (key, value) VALUES (?, ?)')
    for (const [key, value] of Object.entries(inspection.view)) write.run(key, JSON.stringify(value))
    const { problems } = inspection
    return new OpenedProject({ ...common, db, records: inspection.records, problems, inspect: () => inspection })
  } catch (error) {
    db.close()
    throw error
  }
}

/** What can be read of a damaged file. @throws Refusal PROJECT_DAMAGED when there is nothing */
function salvaged(db: ReadDb, file: string): Inspection {
  if (recognise(db, file) < currentVersion) throw new Refusal('PROJECT_OLDER')
  const inspection = inspectDatabase(db, currentVersion)
  const found = tableNames.some((table) => inspection.records.count(table) > 0)
  if (!found && inspection.problems.length) throw damage(inspection.problems[0]!)
  return inspection
}

/** Makes a project folder with its first row, opened for writing; when that fails nothing stays behind. @throws Refusal FOLDER_TAKEN, DISK */
export function createProject(path: string, settings: Change): OpenProject {
  const folder = resolve(path)
  const existed = existsSync(folder)
  let project: OpenProject | null = null
  try {
    project = openProject(folder, 'create')
    project.commit(settings, null)
    return project
  } catch (error) {
    project?.close()
    if (error instanceof Refusal && (error.code === 'FOLDER_TAKEN' || error.code === 'PROJECT_IN_USE')) throw error
    takeBack(folder, existed)
    throw error
  }
}

const suffixes = ['', '-wal', '-shm', '-journal']
const made = [...['project.db', 'project.db.part', 'lock.db'].flatMap((name) => suffixes.map((s) => name + s)), 'media']

/** Removes what was made of a project; what cannot be removed stays, the reason why it was not made is what counts. */
function takeBack(folder: string, existed: boolean): void {
  for (const name of existed ? made : ['']) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch {
      // Of a name that is too long, or a drive that is gone.
    }
  }
}
