import { statSync } from 'node:fs'

/**
 * Which file or folder stands at a path, by device and inode: the same as long as it is the same one, whatever its name. Links are followed.
 * @returns null where nothing can be found, a drive that has gone included
 */
export function fileMark(path: string): string | null {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false })
    return found ? `${found.dev}:${found.ino}` : null
  } catch {
    return null
  }
}
