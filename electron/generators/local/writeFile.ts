import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes bytes to a new file of that folder, complete or not at all, and gives its path. */
export async function writeNewFile(folder: string, ext: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, `${randomUUID()}.${ext}`)
  const part = `${path}.part`
  try {
    const file = await open(part, 'wx')
    try {
      await file.writeFile(bytes)
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return path
}
