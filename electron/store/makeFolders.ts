import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Refusal } from '@shared/records/refusal'
import { diskRefusal, worldRefusal } from './worldErrors'

/** Makes a folder and those above it, one after the other: mkdir's own `recursive` never comes back below /proc. @throws Refusal DISK */
export function makeFolders(folder: string): void {
  try {
    if (existsSync(folder)) mkdirSync(folder, { recursive: true })
    else {
      makeFolders(dirname(folder))
      mkdirSync(folder)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const reason = `the folder ${basename(folder)} cannot be made there`
    throw worldRefusal(error) ?? diskRefusal({ kind: 'badName', reason, wayOut: 'Choose another place.' }, 'saved')
  }
}
