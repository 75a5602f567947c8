import { isPastedShotList } from '@shared/script/shotList/pastedShotList'
import { importPasted } from './projectActions'
import { useProject } from './projectStore'

const isField = (focused: Element | null) =>
  focused instanceof HTMLElement && (focused.isContentEditable || /^(INPUT|TEXTAREA)$/.test(focused.tagName))

/**
 * A shot list that was copied from a spreadsheet and is pasted where no field or surface takes it is imported, on the first screen as a new film. Call
 * once; answers how to stop.
 */
export function followPastedShotLists(): () => void {
  const paste = (event: ClipboardEvent) => {
    if (event.defaultPrevented || isField(document.activeElement) || useProject.getState().readOnly) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!isPastedShotList(text)) return
    event.preventDefault()
    void importPasted(text)
  }
  window.addEventListener('paste', paste)
  return () => window.removeEventListener('paste', paste)
}
