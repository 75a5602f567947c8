import { request, onHostEvent } from './hostClient'
import { useExport } from './exportFilm'
import { attempt, enterProject, saveEverything } from './projectActions'
import { unpackSheet } from './sheetKeys'
import { closeSheet, openSheet } from './sheets'

/** Makes a project of an archive and opens it; the window asks which and where, and shows how far it is. */
export async function openArchive(file?: string): Promise<void> {
  await saveEverything()
  let isShown = false
  const stop = onHostEvent('export.progress', (progress) => {
    useExport.setState({ progress })
    if (!isShown) openSheet(unpackSheet, {})
    isShown = true
  })
  const opened = await attempt(() => request('project.unpack', file === undefined ? {} : { file }))
  stop()
  useExport.setState({ progress: null })
  closeSheet(unpackSheet)
  if (opened) enterProject(opened)
}
