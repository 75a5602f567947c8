import { clamp } from '@shared/model/numbers'
import { percentText } from '@shared/language/unitWords'
import { hint } from '../../../app/hint'
import { canMark, eraseMarks, keepDraft, moveMarks, nextMark, selectMarks, toggleMarking } from './markActions'
import { newDraft } from './markGestures'
import { setMarkWork, useInk, useMarkWork } from './marksState'

const step = 0.01
const largeStep = 0.1
const arrows: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/**
 * The keys of the stage while marks are drawn. Enter brings a cross that the arrow keys move; Enter again begins the mark there, and once more ends it.
 * @returns whether the key was taken
 */
export function markKey(event: { readonly key: string; readonly shiftKey: boolean }): boolean {
  const { cursor, draft, selected } = useMarkWork.getState()
  const arrow = arrows[event.key]
  if (event.key === 'Escape') {
    if (draft) setMarkWork({ draft: null })
    else if (cursor) setMarkWork({ cursor: null })
    else if (selected.length) selectMarks([])
    else toggleMarking(false)
    return true
  }
  if (event.key === 'Tab') return cursor === null && nextMark(event.shiftKey ? -1 : 1)
  if (!canMark()) return false
  if (arrow) {
    const by = event.shiftKey ? largeStep : step
    const way = { x: arrow.x * by, y: arrow.y * by }
    if (cursor) moveCursor(way)
    else if (selected.length) void moveMarks(way)
    else return false
    return true
  }
  if ((event.key === 'Delete' || event.key === 'Backspace') && selected.length) {
    void eraseMarks(selected)
    return true
  }
  if (event.key !== 'Enter' && event.key !== ' ') return false
  const { tool } = useInk.getState()
  if (tool === 'select' || tool === 'eraser') return false
  if (!cursor) {
    const [x, y] = [0.5, 0.5]
    setMarkWork({ cursor: { x, y }, selected: [] })
    hint('Arrow keys move the cross, Shift by 10 %; Enter begins here, Esc leaves')
  } else if (tool === 'text') setMarkWork({ typing: cursor, cursor: null })
  else if (draft) void keepDraft()
  else {
    setMarkWork({ draft: newDraft(tool, [[cursor.x, cursor.y]]) })
    hint('Arrow keys draw, Enter ends the mark, Esc drops it')
  }
  return true
}

function moveCursor(by: { x: number; y: number }): void {
  const { cursor, draft } = useMarkWork.getState()
  const [x, y] = [clamp(cursor!.x + by.x, 0, 1), clamp(cursor!.y + by.y, 0, 1)]
  const points = draft && (draft.kind === 'pen' ? [...draft.points, [x, y]] : [draft.points[0]!, [x, y]])
  setMarkWork({
    cursor: { x, y },
    ...(draft && points ? { draft: { ...draft, points: points as [number, number][] } } : {}),
  })
  hint(`x ${percentText(x)}, y ${percentText(y)}`)
}
