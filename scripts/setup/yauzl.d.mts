// What the set-up uses of yauzl, which has no types of its own for this version.
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  interface Entry {
    readonly fileName: string
    /** The upper 16 bits are the mode of a Unix file. */
    readonly externalFileAttributes: number
  }
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
    close(): void
  }
  export function openPromise(file: string): Promise<ZipFile>
}
