import { create } from 'zustand'
import { z } from 'zod'
import { counted } from '@shared/language/unitWords'
import type { FrameEnd } from '@shared/model/common'
import type { ReadRecords } from '@shared/records/recordStore'
import { importTake, pasteTake, undo } from '../../app/projectActions'
import { recordsNow, useProject } from '../../app/projectStore'
import { announce, toast } from '../../app/toasts'
import { useView } from '../../app/viewStore'
import { useBoard } from './boardState'
import { commitMove } from './moveActions'
import { amongOthers, draftOfMove, type Place } from './moves'

/** The kind of data shots are copied as, beside their words as text. */
const kind = 'application/x-exeunt-shots'
const clipSchema = z.object({ folder: z.string(), shotIds: z.array(z.string()).min(1).max(10_000), cut: z.boolean() })
type Clip = z.infer<typeof clipSchema>

/** What was copied or cut on the board last. */
export const useClip = create<{ clip: Clip | null }>(() => ({ clip: null }))

export const hasClip = (): boolean => useClip.getState().clip !== null

export function copyShots(shotIds: readonly string[], cut = false): void {
  const { folder } = useProject.getState()
  if (!shotIds.length || folder === null) return
  const clip = { folder, shotIds: [...shotIds], cut }
  useClip.setState({ clip })
  toClipboard(clip)
  announce(`${counted(shotIds.length, 'shot')} ${cut ? 'cut; they move when pasted' : 'copied'}.`)
}

/** Cut shots stay where they are until they are pasted. */
export const cutShots = (shotIds: readonly string[]): void => copyShots(shotIds, true)

/** Escape: what was cut is not moved after all. */
export function forgetCut(): void {
  if (useClip.getState().clip?.cut) useClip.setState({ clip: null })
}

/** The page may write to the clipboard only while it answers a copy event, so one is asked for. */
function toClipboard(clip: Clip): void {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', clipText(recordsNow(), clip.shotIds))
    event.clipboardData?.setData(kind, JSON.stringify(clip))
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener('copy', fill, { capture: true, once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', fill, { capture: true })
}

/** Shots for other programs: a line each. */
export function clipText(records: ReadRecords, shotIds: readonly string[]): string {
  const lines = shotIds.flatMap((id) => {
    const shot = records.get('shots', id)
    return shot ? [[shot.number, shot.text.trim(), ...shot.dialogue.map((l) => `${l.character}: ${l.text}`)]] : []
  })
  return lines.map((parts) => parts.map((part) => part.replace(/\s+/g, ' ')).join('\t')).join('\n')
}

/** What the clipboard holds of ours; null when it is something else. */
export function readClip(data: string): Clip | null {
  try {
    return clipSchema.parse(JSON.parse(data))
  } catch {
    return null
  }
}

/** Ctrl+V: a picture becomes a take of the chosen frame, shots go after the chosen one. */
export function pasteFrom(data: DataTransfer): void {
  const pictures = [...data.files].filter((file) => file.type.startsWith('image/'))
  const clip = readClip(data.getData(kind))
  if (pictures[0]) void pastePicture(pictures[0])
  else if (clip) pasteShots(clip)
  else announce('Nothing to paste: copy shots or a picture first.')
}

/** What was copied on the board goes after the chosen shot. */
export function pasteClip(): void {
  const { clip } = useClip.getState()
  if (clip) pasteShots(clip)
}

function pasteShots(clip: Clip): void {
  if (clip.folder !== useProject.getState().folder) {
    toast('warning', 'The copied shots are in another project.')
    return
  }
  const records = recordsNow()
  const shotIds = clip.shotIds.filter((id) => records.get('shots', id))
  const place = placeAfterChosen(new Set(clip.cut ? shotIds : []))
  if (!shotIds.length || !place) {
    toast('warning', 'The copied shots are no longer there.')
    return
  }
  if (clip.cut) useClip.setState({ clip: null })
  void commitMove(draftOfMove(shotIds, place, !clip.cut))
}

/** Right after the chosen shot; without one at the end of the chosen scene. */
function placeAfterChosen(moving: ReadonlySet<string>): Place | null {
  const records = recordsNow()
  const { shotId, sceneId } = useView.getState()
  const scene = (shotId === null ? undefined : records.get('shots', shotId)?.sceneId) ?? sceneId
  if (scene === null) return null
  const shotIds = records.list('shotsOfScene', scene).map((s) => s.id)
  const at = shotId === null ? -1 : shotIds.indexOf(shotId)
  return { sceneId: scene, index: amongOthers(shotIds, at < 0 ? shotIds.length : at + 1, moving) }
}

/** The end that a pasted picture goes to: the one looked at, as far as the panels show it. */
const chosenEnd = (): FrameEnd => {
  const { ends } = useBoard.getState()
  return ends === 'both' ? useView.getState().frame : ends
}

async function pastePicture(file: File): Promise<void> {
  const { shotId } = useView.getState()
  const shot = shotId === null ? undefined : recordsNow().get('shots', shotId)
  if (!shot) return
  const frame = chosenEnd()
  const path = window.exeunt.pathForFile(file)
  const taken = await (path ? importTake(shot.id, frame, path) : pasteTake(shot.id, frame, file))
  if (taken)
    toast('done', `The picture is the ${frame} frame of shot ${shot.number}.`, {
      label: 'Undo',
      run: () => void undo(),
      untilChange: true,
    })
}
