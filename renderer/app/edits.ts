import { flushTypedText } from '../common/typedText'
import { request } from './hostClient'
import { attempt } from './projectActions'
import { conformSheet } from './sheetKeys'
import { openSheet } from './sheets'

/** Reads an edited timeline, asks which when none is given, and shows how it differs from the film. */
export async function openEdit(path?: string): Promise<void> {
  await flushTypedText()
  const read = await attempt(() => request('film.readCut', path === undefined ? {} : { path }))
  if (read) openSheet(conformSheet, read)
}
