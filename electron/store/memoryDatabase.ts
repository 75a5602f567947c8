import { migrateTo } from './migrate'
import { openSqlite, type WriteDb } from './sqlite'

/** An empty project file of a format, in memory: to compare another with, or to stand in for one that cannot be used. */
export function memoryDatabase(version: number): WriteDb {
  const db = openSqlite(':memory:')
  migrateTo(db, version)
  return db
}
