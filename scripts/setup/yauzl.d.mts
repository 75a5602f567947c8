// What is used of yauzl, which has no types of its own for this version.
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  interface Entry {
    readonly fileName: string
    /** The upper 16 bits are the mode of a Unix file. */
    readonly externalFileAttributes: number
    readonly compressedSize: number
    readonly uncompressedSize: number
    isEncrypted(): boolean
  }
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
    readonly entryCount: number
    readonly fileSize: number
    close(): void
  }
  export function openPromise(
    file: string,
    options?: { autoClose?: boolean; strictFileNames?: boolean },
  ): Promise<ZipFile>
}
