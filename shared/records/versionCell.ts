/** Tells when one thing that somebody read last changed: a record, a list, the order of a list, a table, or a value worked out of them. */
export class VersionCell {
  /** The revision of the store that changed it last; 0 while nothing did since somebody watches. */
  version = 0
  /** The open draft wrote it. */
  drafted = false
}

/** The cells of one table or index by key. Only what somebody watches has a cell, so that loading a project costs none. */
export class VersionCells {
  private readonly cells = new Map<string, VersionCell>()

  of(key: string): VersionCell {
    let cell = this.cells.get(key)
    if (!cell) this.cells.set(key, (cell = new VersionCell()))
    return cell
  }

  /** Undefined while nobody watches it. */
  watched(key: string): VersionCell | undefined {
    return this.cells.get(key)
  }

  all(): Iterable<VersionCell> {
    return this.cells.values()
  }
}
