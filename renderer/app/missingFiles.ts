import { create } from 'zustand'
import type { MissingFile } from '@shared/ipc/contract'
import { request } from './hostClient'
import { saveEverything } from './projectActions'
import { useProject } from './projectStore'

interface MissingFiles {
  /** What is known to be missing of the open project. */
  readonly files: readonly MissingFile[]
  /** Every file was read to its end, so damaged ones are among them. */
  readonly all: boolean
  /** Counts how often files came back: what shows pictures is drawn anew then. */
  readonly round: number
}

export const useMissingFiles = create<MissingFiles>(() => ({ files: [], all: false, round: 0 }))

/** Asks of every project that is opened which of its files are missing. Answers how to stop. */
export function followMissingFiles(): () => void {
  return useProject.subscribe((state, before) => {
    if (state.epoch === before.epoch) return
    useMissingFiles.setState({ files: [], all: false })
    // What cannot be asked now is asked again when the sheet is opened.
    if (state.folder !== null) askForMissing(false).catch(() => {})
  })
}

/** @param all reads every file to its end */
export async function askForMissing(all: boolean): Promise<void> {
  const { epoch } = useProject.getState()
  const files = await request('files.missing', { all })
  if (useProject.getState().epoch === epoch) useMissingFiles.setState({ files, all })
}

/** Looks through a folder the user chooses; answers how many files came back, null when none was chosen. */
export async function findMissing(): Promise<number | null> {
  const { all } = useMissingFiles.getState()
  const answer = await request('files.find', { all })
  if (!answer) return null
  await saveEverything()
  useMissingFiles.setState(({ round }) => ({
    files: answer.missing,
    all,
    round: answer.found > 0 ? round + 1 : round,
  }))
  return answer.found
}

/** Takes the changed file in the place of a missing one. */
export async function takeChangedFile({ mediaId }: MissingFile): Promise<void> {
  await request('files.takeChanged', { mediaId })
  useMissingFiles.setState(({ files }) => ({ files: files.filter((file) => file.mediaId !== mediaId) }))
}
