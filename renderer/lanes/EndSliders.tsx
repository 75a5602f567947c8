import { memo, useEffect, useState } from 'react'
import { useProject } from '../app/projectStore'
import { useView } from '../app/viewStore'
import { barsIn, type BarSpan } from './bars'
import styles from './EndSliders.module.css'
import type { LaneCanvas } from './laneCanvas'
import { sameContents, viewTop, visibleRows, type Lanes } from './lanes'

/** They follow so long after the last scroll, zoom or change, so that they never cost a frame. */
const settleMs = 160

/**
 * The bars as screen readers and tests meet them: for each visible lane its bars, and for each bar two sliders with their value in words. The
 * surface keeps the one tab stop; the active end is named to it by its id.
 */
export const EndSliders = memo(
  Sliders,
  (before, now) => before.canvas === now.canvas && sameContents(before.layout, now.layout),
)

function Sliders({
  canvas,
  layout: given,
  activeId,
  valueText,
  choose,
  nudge,
}: {
  canvas: LaneCanvas<Lanes>
  layout: Lanes
  /** The id of the slider of the active end. */
  activeId: string
  /** Like those below, the same as long as the canvas is. */
  valueText: (layout: Lanes, assetId: string, bar: BarSpan, edge: 'enter' | 'exit') => string
  choose: (assetId: string, slot: number, edge: 'enter' | 'exit') => void
  nudge: (frames: number) => void
}) {
  // A zoom reaches only the canvas at once.
  const layout = sameContents(canvas.layout, given) ? canvas.layout : given
  const active = useView((s) => s.cell)
  const [, setRound] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setRound((n) => n + 1), settleMs)
    }
    const stops = [canvas.onScroll(settle), canvas.onLayout(settle), useProject.subscribe(settle)]
    return () => {
      for (const stop of stops) stop()
      clearTimeout(timer)
    }
  }, [canvas])
  const { scroller, inset } = canvas
  const slots = layout.axis.visible(scroller.scrollLeft, scroller.clientWidth - inset.left)
  const { still, scrolled } = visibleRows(layout, scroller.scrollTop, scroller.clientHeight - inset.top)
  const last = Math.min(slots.last, layout.axis.slots.length - 1)
  const activeSlot = active ? layout.axis.slotOfShot.get(active.shotId) : undefined
  const lanes = []
  for (let row = still?.first ?? scrolled.first; row <= Math.min(scrolled.last, layout.rows.length - 1); row++) {
    if (still && row > still.last && row < scrolled.first) row = scrolled.first
    const entry = layout.rows[row]!
    if (entry.kind !== 'asset') continue
    const { asset } = entry
    lanes.push(
      <div key={asset.id} role="group" aria-label={asset.name}>
        {barsIn(layout, canvas.cells, asset.id, slots.first, last).map((bar) => {
          const isActive =
            active?.assetId === asset.id &&
            activeSlot !== undefined &&
            activeSlot >= bar.first &&
            activeSlot <= bar.last
          const place = {
            left: inset.left + bar.left - scroller.scrollLeft,
            top: inset.top + viewTop(layout, row, scroller.scrollTop),
            width: bar.right - bar.left,
            height: layout.heights[row]!,
          }
          const total = layout.axis.width
          return (
            <div
              key={bar.first}
              className={styles.bar}
              style={place}
              data-bar={`${asset.name}/${layout.axis.slots[bar.first]!.shot.number}`}
            >
              {(['enter', 'exit'] as const).map((edge) => (
                <span
                  key={edge}
                  id={isActive && canvas.edge === edge ? activeId : undefined}
                  role="slider"
                  tabIndex={-1}
                  aria-label={`${edge === 'enter' ? 'Entrance' : 'Exit'} of ${asset.name}`}
                  aria-valuemin={0}
                  aria-valuemax={100}
                  aria-valuenow={Math.round((100 * (edge === 'enter' ? bar.left : bar.right)) / total)}
                  aria-valuetext={valueText(layout, asset.id, bar, edge)}
                  onFocus={() => choose(asset.id, edge === 'enter' ? bar.first : bar.last, edge)}
                  onKeyDown={(e) => {
                    const way =
                      e.key === 'ArrowRight' || e.key === 'ArrowUp'
                        ? 1
                        : e.key === 'ArrowLeft' || e.key === 'ArrowDown'
                          ? -1
                          : 0
                    if (!way || e.altKey || e.ctrlKey || e.metaKey) return
                    e.preventDefault()
                    e.stopPropagation()
                    nudge(way * (e.shiftKey ? 10 : 1))
                  }}
                />
              ))}
            </div>
          )
        })}
      </div>,
    )
  }
  return <div className={styles.all}>{lanes}</div>
}
