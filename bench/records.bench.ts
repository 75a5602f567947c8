import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { continuityOf } from '@shared/domain/continuity/continuity'
import { shotsInOrder } from '@shared/domain/lookup'
import { shotStatuses } from '@shared/domain/results/freshness'
import { impactOfCommand } from '@shared/ipc/proposeCommand'
import { Refusal } from '@shared/records/refusal'
import { tableNames } from '@shared/model/tableNames'
import { dispatch } from '../electron/commit/dispatch'
import { newId } from '../electron/commit/newId'
import type { OpenProject } from '../electron/store/project'
import { databaseFile, openProject } from '../electron/store/openProject'
import { openReader, openSqlite } from '../electron/store/sqlite'
import { buildBigProject } from './bigProject'
import { closeRows, inTurns, tell } from './rows'

const home = mkdtempSync(join(tmpdir(), 'exeunt-bench-'))
const sizes = [
  { name: '1,000 shots', folder: join(home, 'big.exeunt'), build: {} },
  { name: '10,000 shots', folder: join(home, 'huge.exeunt'), build: { scenes: 500, shots: 10_000, perShot: 12 } },
]
for (const { folder, build } of sizes) buildBigProject(folder, build)

for (const { name, folder } of sizes) {
  await opening(name, folder)
  const project = openProject(folder, 'write')
  await cellEdit(name, project, folder)
  await undo(name, project)
  await mergePreview(name, project)
  await freshness(name, project)
  await continuity(name, project)
  project.close()
}
await growth(sizes[0]!.folder)
closeRows()
rmSync(home, { recursive: true, force: true })

/** The rows of every table as objects, by nothing but SQLite and JSON.parse where a column holds JSON. */
function bareRows(folder: string): Record<string, unknown>[][] {
  const db = openReader(databaseFile(folder))
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { name: string }[]
  const rows = tables.map(({ name }) => db.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[])
  db.close()
  return rows
}

async function opening(name: string, folder: string): Promise<void> {
  const times = await inTurns(
    5,
    () => openProject(folder, 'write').close(),
    () => bareRows(folder),
  )
  tell({ what: `open, ${name}`, ...times, beside: 'SELECT * of the same rows', unit: 'ms', goal: 2 })
  const project = openProject(folder, 'read')
  const json = JSON.stringify(tableNames.map((table) => [...project.records.all(table)]))
  project.close()
  const read = await inTurns(
    5,
    () => openProject(folder, 'write').close(),
    () => JSON.parse(json) as unknown,
  )
  tell({ what: `open, ${name}`, ...read, beside: 'JSON.parse of the same records', unit: 'ms', goal: null })
}

/** Cells one after the other, each with another presence than it has. */
function edits(project: OpenProject): () => void {
  const shots = shotsInOrder(project.records).slice(0, 300)
  let at = 0
  return () => {
    const shot = shots[at++ % shots.length]!
    const cell = project.records.list('assignmentsOfShot', shot.id)[at % 5]!
    const presence = cell.enterAt > 0 ? 'throughout' : 'enters'
    dispatch(project, 'assignment.set', {
      shotId: shot.id,
      sceneAssetInstanceId: cell.sceneAssetInstanceId,
      presence,
    })
  }
}

async function cellEdit(name: string, project: OpenProject, folder: string): Promise<void> {
  const bare = openSqlite(join(folder, '..', `bare-${folder.length}.db`))
  bare.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS t (id TEXT, a TEXT, b TEXT)',
  )
  const insert = bare.prepare('INSERT INTO t VALUES (?, ?, ?)')
  const insertTwice = bare.transaction(() => {
    insert.run(newId(), 'x'.repeat(200), 'y')
    insert.run(newId(), 'x'.repeat(200), 'y')
  })
  const edit = edits(project)
  const times = await inTurns(200, edit, () => insertTwice())
  bare.close()
  tell({
    what: `one cell edit committed, ${name}`,
    ...times,
    beside: 'a bare transaction of two rows',
    unit: 'ms',
    goal: 2,
  })
}

async function undo(name: string, project: OpenProject): Promise<void> {
  const edit = edits(project)
  const times = await inTurns(100, () => project.undo(), edit)
  tell({ what: `undo, ${name}`, ...times, beside: 'the edit itself', unit: 'ms', goal: 1.5 })
}

async function mergePreview(name: string, project: OpenProject): Promise<void> {
  const { records } = project
  const people = [...records.all('assets')].filter((asset) => asset.type === 'character').slice(0, 18)
  const [into, ...from] = people.map(({ id }) => id) as [string, ...string[]]
  const preview = () => {
    const outcome = impactOfCommand(records, newId, 'asset.merge', { intoId: into, fromIds: from, as: 'alias' })
    if (outcome instanceof Refusal) throw outcome
    return outcome
  }
  const touched = preview()
  const times = await inTurns(
    15,
    preview,
    () => [...records.all('assignments')].filter((one) => one.enterAt + one.exitAt > 3).length,
  )
  const what = `preview of a merge of ${touched.assignmentsMoved} assignments, ${name}`
  tell({ what, ...times, beside: 'one pass over all assignments', unit: 'ms', goal: 3 })
}

async function freshness(name: string, project: OpenProject): Promise<void> {
  const { records } = project
  const edit = edits(project)
  const all = () => shotsInOrder(records).map(({ id }) => shotStatuses(records, id))
  all()
  const times = await inTurns(
    20,
    () => {
      edit()
      all()
    },
    edit,
  )
  tell({
    what: `an edit and every shot's freshness, ${name}`,
    ...times,
    beside: 'the edit alone',
    unit: 'ms',
    goal: null,
  })
}

async function continuity(name: string, project: OpenProject): Promise<void> {
  const { records } = project
  const edit = edits(project)
  const from = performance.now()
  continuityOf(records)
  const first = performance.now() - from
  tell({
    what: `all continuity notes for the first time, ${name}`,
    ours: first,
    beside: 'once',
    other: null,
    unit: 'ms',
    goal: null,
  })
  const times = await inTurns(
    3,
    () => {
      edit()
      continuityOf(records)
    },
    edit,
  )
  tell({
    what: `an edit and all continuity notes, ${name}`,
    ...times,
    beside: 'the edit alone',
    unit: 'ms',
    goal: null,
  })
}

/** What 3,000 edits, each taken back, leave in the file. */
async function growth(folder: string): Promise<void> {
  const size = () => statSync(databaseFile(folder)).size / 1e6
  openProject(folder, 'write').close()
  const before = size()
  const project = openProject(folder, 'write')
  const edit = edits(project)
  for (let i = 0; i < 3000; i++) {
    edit()
    project.undo()
  }
  project.close()
  await Promise.resolve()
  tell({
    what: 'the file after 3,000 edits and undos',
    ours: size(),
    other: before,
    beside: 'before',
    unit: 'MB',
    goal: 1.2,
  })
}
