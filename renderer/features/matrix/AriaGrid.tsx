import { memo, useEffect, useMemo, useState } from 'react'
import { shotStatuses } from '@shared/domain/results/freshness'
import { useContinuity } from '../../app/continuity/useContinuity'
import { recordsNow, useProject } from '../../app/projectStore'
import { useFreshness } from '../../app/useFreshness'
import { useView } from '../../app/viewStore'
import { statusWords } from '../../common/StatusMark'
import { visibleRange } from '../../lanes/axis'
import { cellWords } from '../../lanes/cellWords'
import type { GridController } from './gridController'
import { size, type MatrixLayout } from './matrixLayout'
import { rangeOf, usePicked } from './selection'
import styles from './AriaGrid.module.css'

/** Where the grid is scrolled to and how much of it is seen, in pixels. */
interface Rest {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const none: readonly string[] = []

/** What the arrows have come to, for assistive technology. */
export const activeId = 'matrix-active-cell'

/** Cells are told to assistive technology this long after the last scroll or change. */
const settleMs = 160

/**
 * The grid as screen readers and tests meet it: a row for each visible row with its cells where they are painted. It follows when
 * scrolling has come to rest, so that it never costs a frame; the active cell is always in it.
 */
export const AriaGrid = memo(function AriaGrid({ grid, layout }: { grid: GridController; layout: MatrixLayout }) {
  const active = useView((s) => (s.selected === 'cells' ? s.cell : null))
  const chosenShots = useView((s) => (s.selected === 'shots' ? s.shotIds : none))
  const activeShot = useView((s) => (s.selected === 'shots' ? s.shotId : null))
  const anchor = useView((s) => s.anchor)
  const picked = usePicked((s) => s.cells)
  const [rest, setRest] = useState(() => restOf(grid))
  const view = useMemo(() => windowOf(rest, layout), [rest, layout])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setRest(restOf(grid)), settleMs)
    }
    const stop = grid.onScroll(settle)
    const stopProject = useProject.subscribe(settle)
    const stopNotes = useContinuity.subscribe(settle)
    const stopFreshness = useFreshness.subscribe(settle)
    const observer = new ResizeObserver(settle)
    observer.observe(grid.scroller)
    return () => {
      stop()
      stopProject()
      stopNotes()
      stopFreshness()
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [grid])
  const records = recordsNow()
  const chosen = rangeOf(layout, anchor, active)
  const isChosen = (r: number, c: number, key: string) =>
    picked.has(key) ||
    (chosen !== null && r >= chosen.top && r <= chosen.bottom && c >= chosen.left && c <= chosen.right)
  const columns = range(view.columns.first, Math.min(view.columns.last, layout.axis.slots.length - 1))
  const activeRow = active ? layout.rowOfAsset.get(active.assetId) : undefined
  const activeColumn = active ? layout.axis.slotOfShot.get(active.shotId) : undefined
  const within = (n: number, { first, last }: { first: number; last: number }) => n >= first && n <= last
  const away =
    active !== null &&
    activeRow !== undefined &&
    activeColumn !== undefined &&
    !(within(activeRow, view.rows) && within(activeColumn, view.columns))
  const left = (column: number) => layout.rowHead + layout.axis.leftOf(column) - view.x
  return (
    <div className={styles.cells} role="presentation">
      <div role="row" aria-rowindex={1}>
        <span role="columnheader" aria-colindex={1} className={styles.cell}>
          Asset
        </span>
        {columns.map((c) => {
          const { shot, scene } = layout.axis.slots[c]!
          return (
            <span
              key={shot.id}
              id={shot.id === activeShot ? activeId : undefined}
              role="columnheader"
              aria-selected={chosenShots.includes(shot.id)}
              aria-colindex={c + 2}
              className={styles.cell}
              style={{ left: left(c), top: size.sceneBand, width: layout.cell, height: size.head - size.sceneBand }}
              data-shot={shot.number}
            >{`Shot ${shot.number}, scene ${scene.number}`}</span>
          )
        })}
      </div>
      {away && (
        <div role="row" aria-rowindex={activeRow + 2}>
          <span id={activeId} role="gridcell" aria-colindex={activeColumn + 2} aria-selected className={styles.cell}>
            {cellWords(records, active)}
          </span>
        </div>
      )}
      {range(view.rows.first, Math.min(view.rows.last, layout.rows.length - 1)).map((r) => {
        const row = layout.rows[r]!
        if (row.kind !== 'asset' && row.kind !== 'result') return null
        const top = size.head + layout.tops[r]! - view.y
        const height = layout.heights[r]!
        const name = row.kind === 'asset' ? row.asset.name : row.label
        return (
          <div key={r} role="row" aria-rowindex={r + 2}>
            <span role="rowheader" aria-colindex={1} className={styles.cell}>
              {name}
            </span>
            {columns.map((c) => {
              const { shot } = layout.axis.slots[c]!
              const isActive = row.kind === 'asset' && active?.assetId === row.asset.id && active.shotId === shot.id
              const words =
                row.kind === 'asset'
                  ? cellWords(records, { assetId: row.asset.id, shotId: shot.id })
                  : `${row.label} of shot ${shot.number}: ${row.results.map((k) => statusWords[shotStatuses.last(records, shot.id)[k].status]).join(', ')}`
              return (
                <span
                  key={shot.id}
                  id={isActive ? activeId : undefined}
                  role="gridcell"
                  aria-colindex={c + 2}
                  aria-selected={row.kind === 'asset' && isChosen(r, c, `${shot.id}/${row.asset.id}`)}
                  className={styles.cell}
                  data-cell={`${name}/${shot.number}`}
                  style={{ left: left(c), top, width: layout.cell, height }}
                >
                  {words}
                </span>
              )
            })}
          </div>
        )
      })}
    </div>
  )
})

function restOf({ scroller }: GridController): Rest {
  const { scrollLeft: x, scrollTop: y, clientWidth: width, clientHeight: height } = scroller
  return { x, y, width, height }
}

/** The rows and columns that are seen. */
function windowOf({ x, y, width, height }: Rest, layout: MatrixLayout) {
  return {
    rows: visibleRange(layout.tops, y, height - size.head),
    columns: layout.axis.visible(x, width - layout.rowHead),
    x,
    y,
  }
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}
