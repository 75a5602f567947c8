import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pastedName } from '@shared/script/shotList/pastedShotList'

/** Where this run keeps what was pasted, so that it can be read again in another form. */
let folder: string | null = null

/** Keeps a pasted shot list as a file until the machine clears its temporary files; what was pasted before makes room. */
export function keepPasted(text: string): string {
  folder ??= mkdtempSync(join(tmpdir(), 'exeunt-pasted-'))
  const file = join(folder, pastedName)
  writeFileSync(file, text)
  return file
}

/** Was the file made of pasted text? */
export const isPasted = (file: string): boolean => folder !== null && dirname(file) === folder
