import { resolve } from 'node:path'
import { endingOf, scriptEndings } from '@shared/model/fileKinds'

/** What the application is started with, or asked to open while it runs. */
export interface OpenedFiles {
  readonly sample: boolean
  /** A project folder. */
  readonly folder: string | null
  /** Scripts and project archives, which the window takes as if they had been dropped on it. */
  readonly files: readonly string[]
}

/**
 * @param argv the command line, the program first
 * @param from the folder that relative paths count from: that of whoever asks, which need not be ours
 */
export function openedFiles(argv: readonly string[], from: string): OpenedFiles {
  const paths = argv.slice(1).filter((argument) => !argument.startsWith('-'))
  const folder = paths.find((path) => endingOf(path) === 'exeunt')
  return {
    sample: argv.includes('--sample'),
    folder: folder === undefined ? null : resolve(from, folder),
    files: paths
      .filter((path) => scriptEndings.includes(endingOf(path)) || path.toLowerCase().endsWith('.exeunt.zip'))
      .map((path) => resolve(from, path)),
  }
}
