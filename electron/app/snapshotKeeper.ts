import { reportedError } from '../commit/reportedError'
import type { AppContext } from '../commit/context'
import type { OpenProject } from '../store/project'
import { glanceAt, listSnapshots, pruneSnapshots, snapshotPath } from '../store/snapshots'

/** So long edits go on before a snapshot holds them, in ms. */
export const snapshotEveryMs = 10 * 60 * 1000
/** The window is there first, in ms. */
const afterOpeningMs = 3000

/**
 * Keeps snapshots of a project that is open for writing: after it was opened, while it is edited, and when it closes, each time only if the newest one
 * lacks something. What cannot be kept is told once; editing goes on.
 */
export class SnapshotKeeper {
  private isDirty = false
  private callOff: (() => void) | null = null
  private isToldOf = false
  private readonly stop: () => void

  /** @param tell says a sentence to the user */
  constructor(
    private readonly context: AppContext,
    private readonly project: OpenProject,
    private readonly tell: (message: string) => void,
  ) {
    this.stop = project.onChange(() => this.edited())
    if (!this.newestIsWhole()) this.later('opened', afterOpeningMs)
  }

  /** Before the project closes. */
  close(): void {
    this.stop()
    const isDue = this.callOff !== null
    this.callOff?.()
    this.callOff = null
    // One that the user kept may hold everything already.
    if ((!this.isDirty && !isDue) || this.newestIsWhole()) return
    try {
      this.project.keepSnapshotNow(this.context.now(), 'closed')
      pruneSnapshots(this.project.folder, this.context.now())
    } catch {
      // A project that has gone, or a full disk: closing stands in nobody's way.
    }
  }

  private edited(): void {
    this.isDirty = true
    this.later('edits', snapshotEveryMs)
  }

  private later(reason: 'opened' | 'edits', ms: number): void {
    this.callOff ??= this.context.after(ms, () => {
      this.callOff = null
      void this.keep(reason)
    })
  }

  private async keep(reason: 'opened' | 'edits'): Promise<void> {
    this.isDirty = false
    try {
      await this.project.keepSnapshot(this.context.now(), reason)
      pruneSnapshots(this.project.folder, this.context.now())
    } catch (error) {
      this.isDirty = true
      if (this.isToldOf || this.project.stand() !== null) return
      this.isToldOf = true
      this.tell(`No snapshot of the project could be kept. ${reportedError(error).message}`)
    }
  }

  /** Whether the newest snapshot has the steps that the project has. */
  private newestIsWhole(): boolean {
    const { folder, records } = this.project
    const [newest] = listSnapshots(folder)
    const glance = newest && glanceAt(snapshotPath(folder, newest.name))
    if (!glance) return false
    const steps = this.project.history()
    return (
      glance.counts.takes === records.count('takes') &&
      glance.steps.size === steps.length &&
      steps.every(({ seq, undone }) => glance.steps.get(seq)?.undone === undone)
    )
  }
}

/** A short visit, as a command line makes it: a snapshot on closing when something changed and the newest one is older than ten minutes. */
export function keepAfterVisit(context: AppContext, project: OpenProject): () => void {
  let isDirty = false
  const stop = project.onChange(() => (isDirty = true))
  return () => {
    stop()
    const [newest] = listSnapshots(project.folder)
    if (!isDirty || (newest && context.now() - newest.at < snapshotEveryMs)) return
    try {
      project.keepSnapshotNow(context.now(), 'closed')
      pruneSnapshots(project.folder, context.now())
    } catch {
      // The visit has done what it came for.
    }
  }
}
