/** Tells when one thing that somebody read last changed: a record, a list, the order of a list, a table. */
export class VersionCell {
  /** The revision of the store that changed it last; 0 while nothing did since somebody watches. */
  version = 0
  /** The open draft wrote it. */
  drafted = false
}

/**
 * The cells of one table or index by key. Only what somebody watches has a cell, so that loading a project costs none. Keys of several parts
 * (`shot/startFrame`, `shot:video`) share the cell of their first part: who reads one of them mostly reads the others too, and ten thousand shots
 * would need a hundred thousand cells.
 */
export class VersionCells {
  private readonly cells = new Map<string, VersionCell>()

  of(key: string): VersionCell {
    const first = firstPart(key)
    let cell = this.cells.get(first)
    if (!cell) this.cells.set(first, (cell = new VersionCell()))
    return cell
  }

  /** Undefined while nobody watches it. */
  watched(key: string): VersionCell | undefined {
    return this.cells.size ? this.cells.get(firstPart(key)) : undefined
  }

  all(): Iterable<VersionCell> {
    return this.cells.values()
  }
}

function firstPart(key: string): string {
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i)
    if (code === slash || code === colon) return key.slice(0, i)
  }
  return key
}
const slash = '/'.charCodeAt(0)
const colon = ':'.charCodeAt(0)
