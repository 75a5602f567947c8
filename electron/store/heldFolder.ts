import { closeSync, openSync, readdirSync, readlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '@shared/records/refusal'
import { fileMark } from './fileMark'

/** So many folders are looked into for one that was moved. */
const mostNeighbours = 2000

/**
 * The folder of an open project, by what it is and not by its name: a name that leads elsewhere, or nowhere, is noticed before anything is written
 * there. Its files stay open, so that no other file can get their inodes meanwhile.
 */
export class HeldFolder {
  private readonly mark: string | null
  private readonly fileMark: string | null
  /** Keeps the folder itself known, where the system can tell a path from it. */
  private handle: number | null

  /** @param file name of the project file in it, which somebody holds open */
  constructor(
    readonly folder: string,
    private readonly file: string,
  ) {
    this.mark = fileMark(folder)
    this.fileMark = fileMark(join(folder, file))
    this.handle = process.platform === 'linux' ? opened(folder) : null
  }

  /** What is wrong with the place: PROJECT_MOVED, PROJECT_GONE or PROJECT_REPLACED; null while the folder and its project file are those that were opened. */
  missing(): Refusal | null {
    const now = fileMark(join(this.folder, this.file))
    if (now === this.fileMark) return null
    const moved = this.whereNow()
    if (moved !== null) return new Refusal('PROJECT_MOVED', { folder: moved })
    const replaced = now !== null && fileMark(this.folder) === this.mark
    return replaced ? new Refusal('PROJECT_REPLACED', { kept: '' }) : new Refusal('PROJECT_GONE')
  }

  /** The path the folder has now; null where it cannot be found. */
  whereNow(): string | null {
    for (const path of this.places()) if (fileMark(join(path, this.file)) === this.fileMark) return path
    return null
  }

  private *places(): Generator<string> {
    if (this.handle !== null) {
      const path = readLink(`/proc/self/fd/${this.handle}`)
      if (path !== null) yield path
    }
    const [parent, name] = [dirname(this.folder), basename(this.folder)]
    for (const beside of entries(parent)) yield join(parent, beside)
    for (const beside of entries(dirname(parent))) yield join(dirname(parent), beside, name)
  }

  release(): void {
    if (this.handle !== null) closeSync(this.handle)
    this.handle = null
  }
}

function opened(folder: string): number | null {
  try {
    return openSync(folder, 'r')
  } catch {
    return null
  }
}

function readLink(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder).slice(0, mostNeighbours)
  } catch {
    return []
  }
}
