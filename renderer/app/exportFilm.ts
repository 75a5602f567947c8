import { create } from 'zustand'
import type { Requests } from '@shared/ipc/contract'
import { counted } from '@shared/language/unitWords'
import { flushTypedText } from '../common/typedText'
import { onHostEvent, request } from './hostClient'
import { attempt } from './projectActions'
import { exportSheet } from './sheetKeys'
import { closeSheet } from './sheets'
import { toast } from './toasts'

/** The export that is being written; null where none is, or none that takes a while. */
export const useExport = create<{ progress: { value: number; text: string } | null }>(() => ({ progress: null }))

/** Writes the film in a form that other programs read; the window asks where. Says where it is, and what it lacks. */
export async function exportFilm(input: Requests['film.export']['input']): Promise<void> {
  await flushTypedText()
  const stop = onHostEvent('export.progress', (progress) => useExport.setState({ progress }))
  const answer = await attempt(() => request('film.export', input))
  stop()
  useExport.setState({ progress: null })
  if (!answer) return
  closeSheet(exportSheet)
  for (const warning of answer.warnings) toast('warning', warning.message)
  const count = counted(answer.files.length, 'file')
  toast('done', `Exported ${count} to ${answer.folder.split(/[\\/]/).at(-1)}.`, {
    label: 'Show',
    run: () => void attempt(() => request('film.showExported', {})),
  })
}

/** Ends the export that is being written; its file stays as it was. */
export function cancelExport(): void {
  void attempt(() => request('film.cancelExport', {}))
}
