import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A pasted picture is no larger, in bytes. */
export const largestSent = 256_000_000

/** Gives a picture that the window sent, having no file, to `work` as one that is there as long as it runs. */
export async function withSentPicture<T>(bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'exeunt-pasted-'))
  try {
    const path = join(folder, 'Pasted picture')
    writeFileSync(path, bytes)
    return await work(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
