import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useProject } from '../../app/projectStore'
import { useView } from '../../app/viewStore'
import { useFocusTarget } from '../../common/focusTargets'
import { Splitter } from '../../common/Splitter'
import { activeId, AriaGrid } from './AriaGrid'
import { CornerHead } from './CornerHead'
import { LaneHeads } from '../../lanes/LaneHeads'
import { DragTag, useDragTag } from '../../lanes/DragTag'
import { GridController } from './gridController'
import { size, sizeLimits, type MatrixLayout } from './matrixLayout'
import { HoverTag } from './HoverTag'
import { setMatrix, useMatrix } from './matrixState'
import styles from './MatrixGrid.module.css'
import { useMatrixKeys } from './useMatrixKeys'
import { useMatrixPointer } from './useMatrixPointer'

/** The grid: one canvas under frozen heads, scrolled both ways; only what is visible is painted. */
export function MatrixGrid({
  layout,
  filter,
  onFilter,
  onAdd,
  onRoom,
}: {
  layout: MatrixLayout
  filter: string
  onFilter: (text: string) => void
  onAdd: () => void
  /** Told how wide the grid is, in pixels. */
  onRoom: (width: number) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [grid, setGrid] = useState<GridController | null>(null)
  const folder = useProject((s) => s.folder)
  const newest = useRef(layout)
  useLayoutEffect(() => {
    newest.current = layout
  }, [layout])
  // One controller for each project; a new layout reaches it below.
  useLayoutEffect(() => {
    const controller = new GridController(canvas.current!, scroller.current!, newest.current)
    const { x, y } = useMatrix.getState().scroll
    scroller.current!.scrollTo(x, y)
    setGrid(controller)
    const element = scroller.current!
    const room = new ResizeObserver(() => onRoom(element.clientWidth))
    room.observe(element)
    onRoom(element.clientWidth)
    return () => {
      room.disconnect()
      controller.destroy()
    }
  }, [folder, onRoom])
  useLayoutEffect(() => grid?.setLayout(layout), [grid, layout])
  useFollowScene(grid)
  useFocusTarget('matrix.grid', scroller)
  useMatrixKeys(grid)
  useMatrixPointer(grid, scroller)
  const tag = useDragTag()
  const hasActive = useView((s) =>
    s.selected === 'cells'
      ? s.cell !== null && layout.rowOfAsset.has(s.cell.assetId) && layout.axis.slotOfShot.has(s.cell.shotId)
      : s.selected === 'shots' && s.shotId !== null,
  )
  return (
    <div className={styles.grid}>
      <div
        ref={scroller}
        className={styles.scroller}
        data-surface="matrix"
        data-menu="matrix"
        role="grid"
        aria-label="Assets by shots"
        tabIndex={0}
        aria-rowcount={layout.rows.length + 1}
        aria-colcount={layout.axis.slots.length + 1}
        aria-multiselectable
        aria-activedescendant={hasActive ? activeId : undefined}
        onFocus={() => grid?.setFocused(true)}
        onBlur={() => grid?.setFocused(false)}
      >
        <div
          className={styles.space}
          style={{ width: layout.rowHead + layout.axis.width + 24, height: size.head + layout.height + 12 }}
        >
          <div className={styles.stage}>
            <canvas ref={canvas} aria-hidden />
            {grid && <AriaGrid grid={grid} layout={layout} />}
          </div>
        </div>
      </div>
      {grid && (
        <LaneHeads
          canvas={grid}
          layout={layout}
          width={layout.rowHead}
          surface="matrix"
          fold={fold}
          filter={filter}
          addLabel="Add asset"
          onAdd={onAdd}
        />
      )}
      <CornerHead layout={layout} filter={filter} onFilter={onFilter} />
      <div className={styles.headEdge} style={{ left: 0, width: layout.rowHead }}>
        <Splitter
          label="Row heads"
          value={layout.rowHead}
          {...sizeLimits.rowHead}
          side="left"
          onChange={(rowHead) => setMatrix({ rowHead })}
        />
      </div>
      {tag ? <DragTag tag={tag} /> : <HoverTag />}
    </div>
  )
}

const fold = (group: string, folded: boolean) =>
  setMatrix({ collapsed: { ...useMatrix.getState().collapsed, [group]: folded } })

/** Choosing a scene, a shot or an asset elsewhere brings it into view. */
function useFollowScene(grid: GridController | null): void {
  const assetId = useView((s) => s.assetId)
  useEffect(() => {
    if (assetId !== null) grid?.reveal(grid.layout.rowOfAsset.get(assetId), undefined)
  }, [grid, assetId])
  const sceneId = useView((s) => s.sceneId)
  const shotId = useView((s) => s.shotId)
  const last = useRef({ sceneId, shotId })
  useEffect(() => {
    if (!grid) return
    const before = last.current
    last.current = { sceneId, shotId }
    if (before.sceneId === sceneId && before.shotId === shotId) return
    const column = shotId ? grid.layout.axis.slotOfShot.get(shotId) : undefined
    if (before.sceneId !== sceneId && column !== undefined) {
      // A newly chosen scene starts at the left edge when there is room to scroll.
      const scene = grid.layout.axis.scenes.find((s) => s.scene.id === sceneId)
      const left = scene ? grid.layout.axis.leftOf(scene.first) : 0
      const view = grid.scroller.clientWidth - grid.layout.rowHead
      const x = grid.layout.axis.leftOf(column)
      if (x < grid.scroller.scrollLeft || x + grid.layout.cell > grid.scroller.scrollLeft + view)
        grid.scroller.scrollTo({ left })
    }
    grid.reveal(undefined, column)
  }, [grid, sceneId, shotId])
}
