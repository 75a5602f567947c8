import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeProjectFolder } from '../store/openProject'
import { openSqlite } from '../store/sqlite'
import { tempFolder } from './tempFolder'

const fixtures = join(import.meta.dirname, '../store/migrations/fixtures')

/** A project folder made by an older version, of a database dump in `store/migrations/fixtures`; its pictures are not there. */
export function olderProject(name: string): string {
  const folder = join(tempFolder(), `${name}.exeunt`)
  makeProjectFolder(folder)
  const db = openSqlite(join(folder, 'project.db'))
  db.exec(readFileSync(join(fixtures, `${name}.sql`), 'utf8'))
  db.close()
  return folder
}
