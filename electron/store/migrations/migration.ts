/** One step of the file format: numbered in tens, run in one transaction. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}
