import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Refusal } from '@shared/records/refusal'
import type { AppContext } from '../commit/context'
import { GeneratorCancelled } from '../generators/startGeneratorProcess'
import { GeneratorError } from '../generators/generatorContract'

/** Reading a feature takes some seconds; what takes longer was made to. */
const longest = 60_000

/**
 * The text of a PDF with its layout, read in the generator process; undefined for any other file, also one that cannot be opened.
 * @throws Refusal FILE_UNREADABLE
 */
export async function pdfText(context: AppContext, path: string): Promise<string | undefined> {
  if (!isPdf(path)) return undefined
  const unreadable = (reason: string) => new Refusal('FILE_UNREADABLE', { file: basename(path), reason })
  const { generators } = context
  const id = context.newId()
  const calledOff = context.after(longest, () => generators.cancel(id))
  let text: string | undefined
  try {
    await generators.run({ type: 'pdf', id, path }, (event) => {
      if (event.type === 'pdfDone') ({ text } = event)
    })
  } catch (error) {
    if (error instanceof GeneratorCancelled) throw unreadable('Reading this PDF takes too long.')
    if (error instanceof GeneratorError && error.errorClass === 'refused') throw unreadable(error.message)
    if (error instanceof GeneratorError) throw unreadable('The PDF cannot be read.')
    throw error
  } finally {
    calledOff()
  }
  if (text === undefined) throw unreadable('The PDF cannot be read.')
  return text
}

/** By its content, whatever it is called; files too large for a script are left to the refusal that says so. */
function isPdf(path: string): boolean {
  try {
    const info = statSync(path)
    if (!info.isFile() || info.size > 64 * 1024 * 1024) return false
    const handle = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(1024)
      return bytes.subarray(0, readSync(handle, bytes, 0, 1024, 0)).includes('%PDF-')
    } finally {
      closeSync(handle)
    }
  } catch {
    return false
  }
}
