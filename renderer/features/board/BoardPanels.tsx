import { Plus } from 'lucide-react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { useSceneChoice, useView } from '../../app/viewStore'
import { useFocusTarget } from '../../common/focusTargets'
import { useMarquee } from './marquee'
import { BoardMenu } from './BoardMenu'
import { BoardController } from './boardController'
import {
  contentsOf,
  layOut,
  leftOf,
  sectionsBetween,
  type BoardLayout,
  type RowItem,
  type Section,
} from './boardLayout'
import { setBoard, useBoard } from './boardState'
import styles from './BoardView.module.css'
import { pasteFrom } from './clipboard'
import { DragGhost, DropMark } from './DragGhost'
import { stopEditing } from './editing'
import { Panel, panelId, useAspect } from './Panel'
import { tellScrolled } from './quiet'
import { SceneHead } from './SceneHead'
import { choose } from './selection'
import { addShot } from './shotActions'
import { useBoardKeys } from './useBoardKeys'
import { useBoardPointer } from './useBoardPointer'

/** The panels under their scenes, scrolled up and down; only those in sight and near it are there. */
export function BoardPanels() {
  const scroller = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const layout = useLayout(width)
  const [board, setController] = useState<BoardController | null>(null)
  useLayoutEffect(() => {
    const element = scroller.current!
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const hasWidth = width > 0
  const newest = useRef(layout)
  useLayoutEffect(() => {
    newest.current = layout
  }, [layout])
  useLayoutEffect(() => board?.setLayout(layout), [board, layout])
  useLayoutEffect(() => {
    if (!hasWidth) return
    scroller.current!.scrollTop = useBoard.getState().scroll
    setController(new BoardController(scroller.current!, newest.current))
  }, [hasWidth])
  const sections = useInSight(scroller, layout)
  useFollowSelection(board, layout)
  useFocusTarget('board.panels', scroller)
  useBoardKeys(board)
  useBoardPointer(board, scroller)
  usePaste(scroller)
  useEffect(() => stopEditing, [])
  const active = useView((s) => (s.shotId !== null && layout.placeOf.has(s.shotId) ? s.shotId : null))
  return (
    <div className={styles.board}>
      <BoardMenu board={board}>
        <div
          ref={scroller}
          className={styles.scroller}
          data-surface="board"
          role="grid"
          aria-label="Panels of the shots"
          tabIndex={0}
          aria-multiselectable
          aria-rowcount={layout.items.length}
          aria-colcount={layout.perRow}
          aria-activedescendant={active ? panelId(active) : undefined}
          onFocus={(e) => {
            if (e.target === e.currentTarget && !active && layout.order[0]) choose(layout.order, layout.order[0])
          }}
        >
          <div className={styles.space} role="presentation" style={{ height: layout.height }}>
            {hasWidth &&
              sections.map(({ head, rows, height }) => (
                <div key={head.sceneId} role="rowgroup" className={styles.section} style={{ top: head.top, height }}>
                  <div role="row" className={styles.headRow} aria-rowindex={layout.items.indexOf(head) + 1}>
                    <SceneHead item={head} />
                  </div>
                  {rows.map((row) => (
                    <div
                      key={row.first}
                      role="row"
                      aria-rowindex={layout.items.indexOf(row) + 1}
                      className={styles.row}
                      style={{ top: row.top - head.top, height: row.height }}
                    >
                      <Row item={row} layout={layout} />
                    </div>
                  ))}
                </div>
              ))}
            <DropMark />
            <Marquee />
          </div>
        </div>
      </BoardMenu>
      <DragGhost />
    </div>
  )
}

/** The rectangle that chooses panels. */
function Marquee() {
  const box = useMarquee((s) => s.box)
  if (!box) return null
  const { left, top, right, bottom } = box
  return <div className={styles.marquee} style={{ left, top, width: right - left, height: bottom - top }} />
}

/** What is pasted while the panels have the focus: shots, or a picture for the chosen frame. */
function usePaste(scroller: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (document.activeElement !== scroller.current || !event.clipboardData || useProject.getState().readOnly) return
      event.preventDefault()
      pasteFrom(event.clipboardData)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [scroller])
}

function Row({ item, layout }: { item: RowItem; layout: BoardLayout }) {
  const readOnly = useProject((s) => s.readOnly)
  return (
    <>
      {item.shotIds.map((shotId, column) => (
        <Panel key={shotId} shotId={shotId} column={column} layout={layout} />
      ))}
      {item.adds && (
        <div role="gridcell">
          <button
            type="button"
            tabIndex={-1}
            disabled={readOnly}
            className={styles.add}
            style={{
              left: leftOf(layout, item.shotIds.length),
              width: layout.panel.width,
              height: item.height,
            }}
            onClick={() => void addShot({ sceneId: item.sceneId, index: item.first + item.shotIds.length })}
          >
            <Plus size={14} strokeWidth={1.75} />
            Add shot
          </button>
        </div>
      )}
    </>
  )
}

function useLayout(width: number): BoardLayout {
  const contents = useRead(contentsOf, [])
  const aspect = useAspect()
  const perRow = useBoard((s) => s.perRow)
  const ends = useBoard((s) => s.ends)
  const text = useBoard((s) => s.text)
  const foot = useBoard((s) => s.camera || s.who)
  const folded = useBoard((s) => s.folded)
  return useMemo(
    () => layOut(contents, { width, perRow, aspect, pictures: ends === 'both' ? 2 : 1, text, foot }, folded),
    [contents, width, perRow, aspect, ends, text, foot, folded],
  )
}

/** So far beyond the window panels are there already, in pixels, and so often it is asked which. */
const beyond = 500
const pace = 160

/** The scenes and rows in sight and near it. */
function useInSight(scroller: RefObject<HTMLDivElement | null>, layout: BoardLayout): readonly Section[] {
  const [sight, setSight] = useState({ top: 0, height: 900 })
  useLayoutEffect(() => {
    const element = scroller.current!
    const look = () => {
      const top = Math.floor(element.scrollTop / pace) * pace
      const height = element.clientHeight
      setSight((before) => (before.top === top && before.height === height ? before : { top, height }))
    }
    const scrolled = () => {
      tellScrolled()
      look()
      setBoard({ scroll: element.scrollTop })
    }
    look()
    element.addEventListener('scroll', scrolled, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', scrolled)
      observer.disconnect()
    }
  }, [scroller])
  return useMemo(
    () => sectionsBetween(layout, sight.top - beyond, sight.top + sight.height + pace + beyond),
    [layout, sight],
  )
}

/** A shot chosen elsewhere comes into sight, a scene chosen in the list to the top; another size of panels keeps the chosen shot in sight. */
function useFollowSelection(board: BoardController | null, layout: BoardLayout): void {
  const shotId = useView((s) => s.shotId)
  const { sceneId, round } = useSceneChoice()
  const { width, height } = layout.panel
  const seen = useRef({ shotId, round, width, height })
  useEffect(() => {
    const before = seen.current
    seen.current = { shotId, round, width, height }
    if (!board) return
    const resized = before.width !== width || before.height !== height
    if (before.round !== round && sceneId !== null) board.revealScene(sceneId)
    else if (shotId !== null && (before.shotId !== shotId || resized)) board.reveal(shotId)
  }, [board, shotId, sceneId, round, width, height])
}
