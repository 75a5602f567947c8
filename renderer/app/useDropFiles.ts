import { useEffect } from 'react'
import { create } from 'zustand'
import { lookViewSchema, type LookView } from '@shared/model/asset'
import type { FrameEnd } from '@shared/model/common'
import { openArchive } from './archives'
import { openEdit } from './edits'
import { sortDropped } from './sortDropped'
import { addPictures, pastePicture, setFilmPicture } from './pictures'
import { importScript, importTake, openProject, pasteTake } from './projectActions'
import { useProject } from './projectStore'
import { pictureSheet } from './sheetKeys'
import { openSheet } from './sheets'
import { toast } from './toasts'
import { useView } from './viewStore'

/** True while files hang over the window; the surface under them shows what a drop will do. */
export const useFileDrag = create<{ over: boolean; assetId: string | null; frame: string | null }>(() => ({
  over: false,
  assetId: null,
  frame: null,
}))

/** Scripts dropped anywhere are imported, project folders opened, pictures go to the asset or the frame under the pointer; elsewhere the user is asked what they show. */
export function useDropFiles(): void {
  useEffect(() => {
    const target = (e: DragEvent) =>
      e.target instanceof HTMLElement
        ? (e.target.closest<HTMLElement>('[data-drop-asset]')?.dataset['dropAsset'] ?? null)
        : null
    const hasFiles = (e: DragEvent) => e.dataTransfer?.types.includes('Files') ?? false
    const over = (e: DragEvent) => {
      if (!hasFiles(e)) return
      e.preventDefault()
      const assetId = target(e)
      const frame = frameUnder(e)
      const state = useFileDrag.getState()
      if (!state.over || state.assetId !== assetId || state.frame !== frame)
        useFileDrag.setState({ over: true, assetId, frame })
    }
    const leave = (e: DragEvent) => {
      if (e.relatedTarget === null) useFileDrag.setState({ over: false, assetId: null, frame: null })
    }
    const drop = (e: DragEvent) => {
      if (!hasFiles(e)) return
      e.preventDefault()
      useFileDrag.setState({ over: false, assetId: null, frame: null })
      const files = [...(e.dataTransfer?.files ?? [])]
      const paths = files.map((file) => window.exeunt.pathForFile(file)).filter(Boolean)
      const frame = frameUnder(e)
      const onStyle = e.target instanceof HTMLElement && e.target.closest('[data-drop-style]') !== null
      const style = onStyle ? sortDropped(paths).pictures[0] : undefined
      if (style !== undefined && !useProject.getState().readOnly) {
        void setFilmPicture('style', style)
        return
      }
      void takeCopied(files, frame, target(e), lookUnder(e))
      void take(paths, target(e) ?? (frameUnder(e) ? null : useView.getState().assetId), lookUnder(e), frameUnder(e))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
}

/** The look under the pointer, where a surface shows looks, and there the picture of its turnaround: pictures then go to it, else to the default look. */
function lookUnder(e: DragEvent): LookUnder {
  if (!(e.target instanceof HTMLElement)) return undefined
  const lookId = e.target.closest<HTMLElement>('[data-drop-look]')?.dataset['dropLook']
  const view = lookViewSchema.safeParse(e.target.closest<HTMLElement>('[data-drop-view]')?.dataset['dropView'])
  return lookId === undefined ? undefined : { lookId, view: view.data }
}
type LookUnder = { readonly lookId: string; readonly view: LookView | undefined } | undefined

/** The frame under the pointer, `shotId/start`: a picture then becomes a take of it. */
const frameUnder = (e: DragEvent) =>
  e.target instanceof HTMLElement
    ? (e.target.closest<HTMLElement>('[data-drop-frame]')?.dataset['dropFrame'] ?? null)
    : null

/** Pictures that come from another program's window are in no file. */
async function takeCopied(
  files: readonly File[],
  frame: string | null,
  assetId: string | null,
  look: LookUnder,
): Promise<void> {
  const pictures = files.filter((file) => file.type.startsWith('image/') && !window.exeunt.pathForFile(file))
  if (!pictures.length || useProject.getState().readOnly) return
  if (frame !== null) {
    const [shotId, end] = frame.split('/') as [string, FrameEnd]
    for (const picture of pictures) await pasteTake(shotId, end, picture)
  } else if (assetId !== null) await pastePicture(assetId, look?.lookId, pictures[0]!, look?.view)
}

/** Takes files the way dropped ones are taken, where nothing lies under them. */
export const openFiles = (paths: readonly string[]): Promise<void> => take(paths, null, undefined, null)

async function take(
  paths: readonly string[],
  assetId: string | null,
  look: LookUnder,
  frame: string | null,
): Promise<void> {
  const { folder, archive, edit, script, pictures, notes } = sortDropped(paths)
  for (const note of notes) toast('warning', note)
  if (folder !== null) await openProject(folder)
  else if (archive !== null) await openArchive(archive)
  else if (script !== null) await importScript(script)
  if (edit !== null && useProject.getState().folder !== null) await openEdit(edit)
  if (pictures.length) await takePictures(pictures, assetId, look, frame)
}

async function takePictures(
  paths: readonly string[],
  assetId: string | null,
  look: LookUnder,
  frame: string | null,
): Promise<void> {
  const { folder, readOnly, readOnlyBecause } = useProject.getState()
  if (folder === null) toast('warning', 'Pictures go into a project. Open one, or start one from a script.')
  else if (readOnly) toast('warning', readOnlyBecause?.message ?? 'The project is open for reading only.')
  else if (frame !== null) {
    const [shotId, end] = frame.split('/') as [string, FrameEnd]
    for (const path of paths) await importTake(shotId, end, path)
  } else if (assetId) await addPictures(assetId, look?.lookId, paths, look?.view)
  else openSheet(pictureSheet, { paths })
}
