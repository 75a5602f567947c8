import { useEffect } from 'react'
import { create } from 'zustand'
import { addPicture, importScript, openProject } from './projectActions'
import { useProject } from './projectStore'
import { toast } from './toasts'
import { useView } from './viewStore'

/** True while files hang over the window; the surface under them shows what a drop will do. */
export const useFileDrag = create<{ over: boolean; assetId: string | null }>(() => ({ over: false, assetId: null }))

const scripts = /\.(fountain|fdx|txt|spmd|csv|tsv|storyboarder)$/i
const pictures = /\.(png|jpe?g|webp|gif|tiff?|avif|svg)$/i

/** Scripts dropped anywhere are imported, project folders opened, pictures go to the asset under the pointer. */
export function useDropFiles(): void {
  useEffect(() => {
    const target = (e: DragEvent) => (e.target instanceof HTMLElement ? (e.target.closest<HTMLElement>('[data-drop-asset]')?.dataset['dropAsset'] ?? null) : null)
    const hasFiles = (e: DragEvent) => e.dataTransfer?.types.includes('Files') ?? false
    const over = (e: DragEvent) => {
      if (!hasFiles(e)) return
      e.preventDefault()
      const assetId = target(e)
      const state = useFileDrag.getState()
      if (!state.over || state.assetId !== assetId) useFileDrag.setState({ over: true, assetId })
    }
    const leave = (e: DragEvent) => {
      if (e.relatedTarget === null) useFileDrag.setState({ over: false, assetId: null })
    }
    const drop = (e: DragEvent) => {
      if (!hasFiles(e)) return
      e.preventDefault()
      useFileDrag.setState({ over: false, assetId: null })
      const paths = [...(e.dataTransfer?.files ?? [])].map((file) => window.exeunt.pathForFile(file)).filter(Boolean)
      void take(paths, target(e) ?? useView.getState().assetId, lookUnder(e))
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

/** The look under the pointer, where a surface shows looks: pictures then go to it, else to the default look. */
const lookUnder = (e: DragEvent) => (e.target instanceof HTMLElement ? e.target.closest<HTMLElement>('[data-drop-look]')?.dataset['dropLook'] : undefined)

async function take(paths: string[], assetId: string | null, lookId: string | undefined): Promise<void> {
  const script = paths.find((p) => scripts.test(p))
  const folder = paths.find((p) => p.endsWith('.exeunt'))
  const images = paths.filter((p) => pictures.test(p))
  if (folder) await openProject(folder)
  else if (script) await importScript(script)
  else if (images.length && assetId && useProject.getState().folder) await addPicture(assetId, lookId, images)
  else if (images.length) toast('warning', 'Drop a picture on an asset: on its row in the matrix, or in its inspector.')
  else if (paths.length) toast('warning', 'That file cannot be used here. Drop a script, a picture, or a project folder.')
}
