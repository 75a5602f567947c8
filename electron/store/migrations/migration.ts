import type { WriteDb } from '../sqlite'
import type { MigrationTools } from './migrationTools'

/**
 * One step of the file format: numbered in tens, run in one transaction. It knows the format before it and after it and nothing of today's code, so
 * that it does the same for ever: tables and fields are named, records are plain JSON.
 */
export interface Migration {
  readonly version: number
  readonly name: string
  up(db: WriteDb, tools: MigrationTools): void
}
