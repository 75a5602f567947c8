import { ChartGantt, Magnet, Monitor as MonitorIcon, Scissors, ZoomIn, ZoomOut } from 'lucide-react'
import { memo, useMemo, useState, type ComponentProps } from 'react'
import { counted } from '@shared/language/unitWords'
import { NoShots } from '../../app/NoShots'
import { keyText } from '../../app/commands'
import { useProject, useRevision } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { useView } from '../../app/viewStore'
import { Button, IconButton } from '../../common/Button'
import { Segmented } from '../../common/Segmented'
import { Toolbar, ToolbarDivider, ToolbarGap } from '../../common/Toolbar'
import { chosenBars, clearBars, removeBars } from './chosenBars'
import { useChosenBars } from './gathered'
import { Monitor } from './Monitor'
import { Overview } from './Overview'
import { splitAtPlayhead } from './playheadActions'
import type { TimelineCanvas } from './timelineCanvas'
import { contentsOf, fittingZoom, layOut, type TimelineContents } from './timelineLayout'
import { TimelineLanes } from './TimelineLanes'
import { TimelineSound } from './TimelineSound'
import { setTimeline, useTimeline } from './timelineState'
import styles from './TimelineView.module.css'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** Shots on a time axis with a lane an asset. */
export function TimelineView() {
  const scope = useTimeline((s) => s.scope)
  const snap = useTimeline((s) => s.snap)
  const monitor = useTimeline((s) => s.monitor)
  const collapsed = useTimeline((s) => s.collapsed)
  const pinned = useTimeline((s) => s.pinned)
  const readOnly = useProject((s) => s.readOnly)
  const chosenScene = useView((s) => s.sceneId)
  const sceneId = scope === 'film' ? null : chosenScene
  const [filter, setFilter] = useState('')
  const [{ width, height }, setRoom] = useState({ width: 1000, height: 600 })
  const [canvas, setCanvas] = useState<TimelineCanvas | null>(null)
  const contents = useRead(
    (reads) => contentsOf(reads, sceneId, filter, collapsed, pinned),
    [sceneId, filter, collapsed, pinned],
  )
  const fit = fittingZoom(contents, width)
  const hasShots = contents.slots.length > 0
  const zoomBy = (factor: number) => canvas?.zoomTo(canvas.layout.pxPerFrame * factor)
  return (
    <div className={styles.view} data-surface="timelineView">
      {hasShots && monitor && <Monitor contents={contents} canvas={canvas} />}
      <Toolbar name="Timeline">
        <Segmented
          label="What the timeline shows"
          value={scope}
          options={[
            { value: 'scene', label: 'Scene' },
            { value: 'film', label: 'Film' },
          ]}
          onChange={(next) => setTimeline({ scope: next, zoom: null })}
        />
        <Button
          aria-pressed={snap}
          tip="Drags snap to cuts, the playhead, other ends and changes of look; Shift turns it off for one drag"
          keys={keyText('Shift+S')}
          onClick={() => setTimeline({ snap: !snap })}
        >
          <Magnet {...icon} />
          Snap
        </Button>
        {hasShots && (
          <Button
            aria-pressed={monitor}
            tip="The picture at the playhead, who is on stage, and the words of the shot"
            onClick={() => setTimeline({ monitor: !monitor })}
          >
            <MonitorIcon {...icon} />
            Monitor
          </Button>
        )}
        {hasShots && (
          <Button
            disabled={readOnly}
            tip="Cuts the shot under the playhead in two"
            keys="S"
            onClick={() => canvas && void splitAtPlayhead(canvas)}
          >
            <Scissors {...icon} />
            Split at playhead
          </Button>
        )}
        {canvas && <ChosenBars canvas={canvas} readOnly={readOnly} />}
        <ToolbarGap />
        <IconButton label="Zoom out" keys="-" icon={<ZoomOut {...icon} />} onClick={() => zoomBy(1 / 1.5)} />
        <ZoomSlider fit={fit} canvas={canvas} />
        <IconButton label="Zoom in" keys="+" icon={<ZoomIn {...icon} />} onClick={() => zoomBy(1.5)} />
        <Button tip="All of it in the window" keys="0" onClick={() => setTimeline({ zoom: null })}>
          Fit
        </Button>
      </Toolbar>
      {hasShots ? (
        <ZoomedLanes
          contents={contents}
          fit={fit}
          height={height}
          canvas={canvas}
          filter={filter}
          onFilter={setFilter}
          onRoom={setRoom}
          onCanvas={setCanvas}
        />
      ) : (
        <NoShots icon={<ChartGantt size={18} strokeWidth={1.6} />} sceneId={scope === 'scene' ? sceneId : null} />
      )}
    </div>
  )
}

/** Pixels a frame as they are zoomed. @param fit those at which all of it fits */
const useZoom = (fit: number) => useTimeline((s) => Math.max(s.zoom ?? fit, Math.min(fit, mostFit)))

/** Lanes, sound and overview: a zoom renders these alone. */
const ZoomedLanes = memo(function ZoomedLanes({
  contents,
  fit,
  height,
  canvas,
  ...lanes
}: {
  contents: TimelineContents
  fit: number
  height: number
  canvas: TimelineCanvas | null
} & Omit<ComponentProps<typeof TimelineLanes>, 'layout'>) {
  const pxPerFrame = useZoom(fit)
  const layout = useMemo(() => layOut(contents, pxPerFrame, height), [contents, pxPerFrame, height])
  return (
    <>
      <TimelineLanes layout={layout} {...lanes} />
      {canvas && <TimelineSound canvas={canvas} layout={layout} />}
      {canvas && <Overview canvas={canvas} total={contents.clock.total} />}
    </>
  )
})

function ZoomSlider({ fit, canvas }: { fit: number; canvas: TimelineCanvas | null }) {
  const pxPerFrame = useZoom(fit)
  return (
    <input
      type="range"
      className={styles.slider}
      aria-label="Zoom"
      min={0}
      max={100}
      value={Math.round((100 * Math.log(pxPerFrame / fit)) / Math.log(most / fit))}
      onChange={(e) => canvas?.zoomTo(fit * (most / fit) ** (Number(e.target.value) / 100))}
    />
  )
}

/** How many bars are chosen together, and what can be done with them. */
function ChosenBars({ canvas, readOnly }: { canvas: TimelineCanvas; readOnly: boolean }) {
  useChosenBars()
  useRevision()
  const { length } = chosenBars(canvas)
  if (!length) return null
  return (
    <>
      <ToolbarDivider />
      <span className={styles.chosen} role="status">
        {counted(length, 'bar')} chosen
      </span>
      <Button
        disabled={readOnly}
        keys="Delete"
        tip="Takes all of them out of their shots"
        onClick={() => void removeBars(canvas)}
      >
        Remove
      </Button>
      <Button keys="Esc" tip="Only the active bar is meant then" onClick={() => clearBars(canvas)}>
        Clear
      </Button>
    </>
  )
}

/** The nearest that one may zoom, and the nearest that "all of it" comes; pixels a frame. */
const most = 60
const mostFit = 20
