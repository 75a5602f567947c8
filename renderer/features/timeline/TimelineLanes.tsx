import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { rateText } from '@shared/domain/time/frameRates'
import { framesToSeconds } from '@shared/domain/time/frames'
import { percentText, counted, lengthText } from '@shared/language/unitWords'
import { recordsNow, useProject } from '../../app/projectStore'
import { tellCells } from '../../app/selection'
import { useView } from '../../app/viewStore'
import { openSheet } from '../../app/sheets'
import { addAssetSheet } from '../../app/sheetKeys'
import { useFocusTarget } from '../../common/focusTargets'
import { DragTag, useDragTag } from '../../lanes/DragTag'
import { EndSliders } from '../../lanes/EndSliders'
import { FilterField } from '../../lanes/FilterField'
import { LaneHeads } from '../../lanes/LaneHeads'
import type { Slot } from '../../lanes/axis'
import type { Lanes } from '../../lanes/lanes'
import type { BarSpan } from '../../lanes/bars'
import type { CellIndex } from '../../lanes/cellIndex'
import { whereWords } from '../../lanes/edgeDraft'
import { activateBar } from './activeBar'
import { OffsetField } from './OffsetField'
import { SidePopover } from './SidePopover'
import { cellsMeant } from './chosenBars'
import { TimelineCanvas } from './timelineCanvas'
import { axisEnd, size, type TimelineLayout } from './timelineLayout'
import { setTimeline, useTimeline } from './timelineState'
import styles from './TimelineView.module.css'
import { nudgeEnd, useTimelineKeys } from './useTimelineKeys'
import { useTimelinePointer } from './useTimelinePointer'

/** The lanes: one canvas under frozen heads, scrolled both ways; only what is visible is painted. */
export function TimelineLanes({
  layout,
  filter,
  onFilter,
  onRoom,
  onCanvas,
}: {
  layout: TimelineLayout
  filter: string
  onFilter: (text: string) => void
  /** Told how much room time and lanes have, in pixels. */
  onRoom: (room: { width: number; height: number }) => void
  onCanvas: (canvas: TimelineCanvas | null) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const canvasElement = useRef<HTMLCanvasElement>(null)
  const [canvas, setCanvas] = useState<TimelineCanvas | null>(null)
  const folder = useProject((s) => s.folder)
  const newest = useRef(layout)
  useLayoutEffect(() => {
    newest.current = layout
  }, [layout])
  // One canvas for each project; a new layout reaches it below.
  useLayoutEffect(() => {
    const element = scroller.current!
    const made = new TimelineCanvas(canvasElement.current!, element, newest.current)
    const { x, y } = useTimeline.getState().scroll
    element.scrollTo(x, y)
    setCanvas(made)
    onCanvas(made)
    const room = new ResizeObserver(() =>
      onRoom({ width: element.clientWidth - size.laneHead, height: element.clientHeight - size.head }),
    )
    room.observe(element)
    return () => {
      made.destroy()
      room.disconnect()
      onCanvas(null)
    }
  }, [folder, onCanvas, onRoom])
  useLayoutEffect(() => canvas?.setLayout(layout), [canvas, layout])
  useFocusTarget('timeline.lanes', scroller)
  useTimelineKeys(canvas)
  useTimelinePointer(canvas, scroller)
  useFollowShot(canvas)
  useEffect(() => (canvas ? tellCells(() => cellsMeant(canvas)) : undefined), [canvas])
  const tag = useDragTag()
  const { rows, tops, heights, height, rowOfAsset, frozen } = layout
  // The heads stand while the axis is zoomed.
  const stack = useMemo(
    () => ({ rows, tops, heights, height, rowOfAsset, ...(frozen === undefined ? {} : { frozen }) }),
    [rows, tops, heights, height, rowOfAsset, frozen],
  )
  return (
    <div className={styles.lanes}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application has keys of its own */}
      <div
        ref={scroller}
        className={styles.scroller}
        data-surface="timeline"
        data-menu="timeline"
        role="application"
        aria-label="Lanes over time"
        aria-activedescendant={activeEndId}
        tabIndex={0}
        onFocus={(e) => {
          if (e.target !== e.currentTarget) return
          canvas?.setFocused(true)
        }}
        onBlur={() => canvas?.setFocused(false)}
      >
        <div
          className={styles.space}
          style={{ width: size.laneHead + layout.axis.width + axisEnd, height: size.head + layout.height + 12 }}
        >
          <div className={styles.stage}>
            <canvas ref={canvasElement} aria-hidden />
            {canvas && (
              <EndSliders
                canvas={canvas}
                layout={layout}
                activeId={activeEndId}
                valueText={(of, assetId, bar, edge) => endWords(of, canvas.cells, assetId, bar, edge)}
                choose={(assetId, slot, edge) =>
                  activateBar(canvas, { assetId, shotId: canvas.layout.axis.slots[slot]!.shot.id }, edge)
                }
                nudge={(frames) => nudgeEnd(canvas, frames)}
              />
            )}
          </div>
        </div>
      </div>
      {canvas && (
        <LaneHeads
          canvas={canvas}
          layout={stack}
          surface="timeline"
          fold={fold}
          filter={filter}
          addLabel="Add asset"
          onAdd={addAsset}
        />
      )}
      <Corner
        sceneId={layout.sceneId}
        clock={layout.clock}
        timing={layout.timing}
        slots={layout.axis.slots}
        filter={filter}
        onFilter={onFilter}
      />
      {canvas && <SidePopover canvas={canvas} />}
      {canvas && <OffsetField canvas={canvas} />}
      {tag && <DragTag tag={tag} />}
    </div>
  )
}

const activeEndId = 'timeline-active-end'

const addAsset = () => openSheet(addAssetSheet, {})
const fold = (group: string, folded: boolean) =>
  setTimeline({ collapsed: { ...useTimeline.getState().collapsed, [group]: folded } })

/** "Alice enters at 1.4 s in shot 4, 35 %". */
function endWords(layout: Lanes, cells: CellIndex, assetId: string, bar: BarSpan, edge: 'enter' | 'exit'): string {
  const records = recordsNow()
  const { shot } = layout.axis.slots[edge === 'enter' ? bar.first : bar.last]!
  const { assignment } = cells.cell(shot.id, assetId)!
  const at = edge === 'enter' ? assignment.enterAt : assignment.exitAt
  const name = records.get('assets', assetId)?.name ?? ''
  return `${name} ${edge === 'enter' ? 'enters' : 'leaves'} ${whereWords(records, shot.id, at)}, ${percentText(at)}`
}

/** A shot that is chosen elsewhere comes into view. */
function useFollowShot(canvas: TimelineCanvas | null): void {
  const shotId = useView((s) => s.shotId)
  useEffect(() => {
    const slot = shotId ? canvas?.layout.axis.slotOfShot.get(shotId) : undefined
    if (!canvas || slot === undefined) return
    const { axis } = canvas.layout
    canvas.revealStretch({ left: axis.leftOf(slot), right: axis.leftOf(slot) + Math.min(200, axis.widthOf(slot)) })
  }, [canvas, shotId])
}

/** The corner over the lane heads: what is shown, how long it is, and the filter. */
const Corner = memo(function Corner({
  sceneId,
  clock,
  timing,
  slots,
  filter,
  onFilter,
}: Pick<TimelineLayout, 'sceneId' | 'clock' | 'timing'> & {
  slots: readonly Slot[]
  filter: string
  onFilter: (text: string) => void
}) {
  const scene = slots[0]?.scene
  const length = lengthText(framesToSeconds(clock.total, timing.fps))
  return (
    <div className={styles.corner}>
      <span className={styles.rate}>Timecode · {rateText(timing.fps)} fps</span>
      <span className={styles.title} title={scene?.heading}>
        {sceneId === null ? 'Whole film' : scene ? `${scene.number} ${scene.set || scene.heading}` : ''}
      </span>
      <span className={styles.rate}>
        {counted(slots.length, 'shot')} · {length}
      </span>
      <div className={styles.filter}>
        <FilterField
          label="Filter lanes"
          placeholder={sceneId === null ? 'Filter lanes' : 'Find any asset'}
          value={filter}
          onChange={onFilter}
        />
      </div>
    </div>
  )
})
