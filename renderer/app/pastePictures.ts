import { pastePicture } from './pictures'
import { pasteTake } from './projectActions'
import { useProject } from './projectStore'
import { selectedAsset } from './selection'
import { announce } from './toasts'
import { useView } from './viewStore'

const isField = (focused: Element | null) => focused !== null && /^(INPUT|TEXTAREA)$/.test(focused.tagName)

/** A picture that is pasted where no surface takes it goes onto the selected asset, also that of a lane or row; in Frames it becomes a take. Call once; answers how to stop. */
export function followPastedPictures(): () => void {
  const paste = (event: ClipboardEvent) => {
    if (event.defaultPrevented || isField(document.activeElement) || useProject.getState().readOnly) return
    const picture = [...(event.clipboardData?.files ?? [])].find((file) => file.type.startsWith('image/'))
    if (!picture || useProject.getState().folder === null) return
    event.preventDefault()
    const { view, selected, shotId, frame } = useView.getState()
    const asset = selectedAsset()
    if (asset) void pastePicture(asset.id, undefined, picture)
    else if (view === 'frames' && selected === 'shots' && shotId !== null) void pasteTake(shotId, frame, picture)
    else announce('Choose an asset, a lane or a frame for the picture.')
  }
  window.addEventListener('paste', paste)
  return () => window.removeEventListener('paste', paste)
}
