import { useEffect, type RefObject } from 'react'
import { isMac } from '../../app/commands'
import { hint } from '../../app/hint'
import { useProject } from '../../app/projectStore'
import { setView, useView } from '../../app/viewStore'
import { useDrag, type DragMove, type DragSession } from '../../common/useDrag'
import { useTagStore } from '../../lanes/DragTag'
import { sceneOf, shotOf, type BoardController } from './boardController'
import { dropPlaceAt, scenePlaceAt, shotsIn, type DropPlace } from './boardLayout'
import { edit, type EditField } from './editing'
import { commitMove, dropDrag, useShotDrag } from './moveActions'
import { amongOthers, draftOfMove, type MoveDraft } from './moves'
import { commitSceneMove, draftOfSceneMove } from './sceneMoves'
import { useMarquee } from './marquee'
import { choose, chooseAll, chooseScene, selectedIn, selectionNow, type Choice } from './selection'

const controls = 'button, select, input, textarea, a, option'

/** Mouse and pen on the board: a click chooses, a drag moves (with Alt copies), a double click edits in place or opens the frame. */
export function useBoardPointer(board: BoardController | null, scroller: RefObject<HTMLDivElement | null>): void {
  useDrag(scroller, {
    onStart(event) {
      if (!board || (event.target as Element).closest(controls) || (isMac && event.ctrlKey)) return null
      const [shotId, sceneId] = [shotOf(event.target), sceneOf(event.target)]
      board.scroller.focus({ preventScroll: true })
      if (shotId === null && sceneId === null) return marqueeSession(board, event)
      return shotId === null ? sceneSession(board, sceneId!) : panelSession(board, shotId, event)
    },
  })
  useDoubleClick(scroller)
}

function panelSession(board: BoardController, shotId: string, event: PointerEvent): DragSession {
  const choice: Choice = event.shiftKey ? 'range' : (isMac ? event.metaKey : event.ctrlKey) ? 'toggle' : 'alone'
  const frame = (event.target as Element).closest<HTMLElement>('[data-frame]')?.dataset['frame']
  const click = () => {
    choose(board.layout.order, shotId, choice)
    if (frame === 'start' || frame === 'end') setView({ frame })
  }
  if (useProject.getState().readOnly) return { move: () => {}, commit: () => {}, cancel: () => {}, click }
  let shotIds: readonly string[] | null = null
  const moving = () => {
    if (shotIds) return shotIds
    if (!selectionNow().ids.has(shotId)) choose(board.layout.order, shotId)
    return (shotIds = selectedIn(board.layout.order))
  }
  return {
    scrolls: board.scrolls,
    click,
    move: (at) => void draw(board, moving(), at),
    commit(at) {
      const draft = draw(board, moving(), at)
      clear()
      if (draft && !draft.idle)
        void commitMove(draft).then((done) => {
          const { shotId: active } = useView.getState()
          if (done && active !== null) requestAnimationFrame(() => board.reveal(active))
        })
    },
    cancel: clear,
  }
}

/** A rectangle from empty ground chooses the panels it touches; with Shift or Ctrl beside those that are chosen. */
function marqueeSession(board: BoardController, event: PointerEvent): DragSession {
  const from = board.pointOf({ x: event.clientX, y: event.clientY })
  const before = event.shiftKey || event.ctrlKey || event.metaKey ? selectedIn(board.layout.order) : []
  const end = () => useMarquee.setState({ box: null })
  return {
    scrolls: board.scrolls,
    move(at) {
      const to = board.pointOf(at)
      const box = {
        left: Math.min(from.x, to.x),
        right: Math.max(from.x, to.x),
        top: Math.min(from.y, to.y),
        bottom: Math.max(from.y, to.y),
      }
      useMarquee.setState({ box })
      const touched = new Set([...before, ...shotsIn(board.layout, box)])
      if (touched.size) chooseAll(board.layout.order.filter((id) => touched.has(id)))
    },
    commit: end,
    cancel: end,
  }
}

/** A scene by its head; a click chooses it. */
function sceneSession(board: BoardController, sceneId: string): DragSession {
  const click = () => chooseScene(sceneId)
  if (useProject.getState().readOnly) return { move: () => {}, commit: () => {}, cancel: () => {}, click }
  const moved = (at: DragMove) => {
    const { index, mark } = scenePlaceAt(board.layout, board.pointOf(at))
    const draft = draftOfSceneMove(sceneId, index)
    show(draft, at, draft.idle ? null : mark, board.shotsOf(sceneId))
    return draft
  }
  return {
    scrolls: board.scrolls,
    click,
    move: (at) => void moved(at),
    commit(at) {
      const draft = moved(at)
      clear()
      if (!draft.idle) void commitSceneMove(draft).then(() => requestAnimationFrame(() => board.revealHead(sceneId)))
    },
    cancel: clear,
  }
}

function clear(): void {
  dropDrag()
  useTagStore.setState({ tag: null })
  hint('')
}

/** Shows what a drop here would do. */
function draw(board: BoardController, shotIds: readonly string[], at: DragMove): MoveDraft | null {
  const place = dropPlaceAt(board.layout, board.pointOf(at))
  if (!place) return null
  const moving = new Set(at.alt ? [] : shotIds)
  const index = amongOthers(board.shotsOf(place.sceneId), place.index, moving)
  const draft = draftOfMove(shotIds, { sceneId: place.sceneId, index }, at.alt)
  show(draft, at, draft.idle ? null : place.mark, shotIds, at.alt)
  return draft
}

/** What is on its way, where it would go, and what that does. */
function show(
  draft: Pick<MoveDraft, 'sentence' | 'staleResults' | 'staleWords' | 'staleShots' | 'refused'>,
  at: DragMove,
  mark: DropPlace['mark'] | null,
  shotIds: readonly string[],
  copies = false,
): void {
  useShotDrag.setState({ shotIds: new Set(shotIds), staleShots: draft.staleShots, mark, x: at.x, y: at.y, copies })
  useTagStore.setState({
    tag: {
      x: at.x,
      y: at.y,
      text: draft.sentence,
      stale: draft.staleResults,
      staleWords: draft.staleWords,
      snappedTo: null,
      refused: draft.refused,
    },
  })
  hint(draft.sentence)
}

/** What is under the pointer is asked of the document: a pointer that was captured names its captor. */
function useDoubleClick(scroller: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onDouble = (event: MouseEvent) => {
      const target = document.elementFromPoint(event.clientX, event.clientY)
      const shotId = shotOf(target)
      if (!target || shotId === null || target.closest(controls)) return
      const field = target.closest<HTMLElement>('[data-edit]')?.dataset['edit'] as EditField | undefined
      if (field !== undefined) {
        if (!useProject.getState().readOnly) edit(shotId, field)
      } else if (target.closest('[data-frame]')) setView({ view: 'frames' })
    }
    element.addEventListener('dblclick', onDouble)
    return () => element.removeEventListener('dblclick', onDouble)
  }, [scroller])
}
