import { ChevronFirst, ChevronLast, Pause, Play, Repeat, StepBack, StepForward } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { frameAt, stillAt } from '@shared/domain/blocking/shotPlay'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import { recordsNow, useProject } from '../../app/projectStore'
import { hasStale } from '../../app/useFreshness'
import { IconButton } from '../../common/Button'
import { focusTarget } from '../../common/focusTargets'
import { workingPicture } from '../../common/AssetPicture'
import { drawnPicture, onDrawingResource } from '../../drawing/drawingResources'
import { paintFrame, paintStill } from '../../drawing/paintFrame'
import styles from './Monitor.module.css'
import { CutMonitor } from './CutMonitor'
import { OnStage, ShotWords } from './MonitorPanels'
import { stepPlayhead, toCut } from './playheadActions'
import type { TimelineCanvas } from './timelineCanvas'
import type { TimelineContents } from './timelineLayout'
import { useAspect } from './useAspect'
import { player, useCut, usePlayhead } from './timelineState'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** What the playhead shows: the blocking as it plays, chosen takes where they exist, who is on stage, and the words of the shot. */
export function Monitor({ contents, canvas }: { contents: TimelineContents; canvas: TimelineCanvas | null }) {
  const cut = useCut((s) => s.draft)
  if (cut) return <CutMonitor contents={contents} draft={cut} />
  return (
    <section className={styles.row} aria-label="Monitor">
      <div className={styles.monitor}>
        <Screen contents={contents} />
        <TransportBar contents={contents} canvas={canvas} />
      </div>
      <OnStage contents={contents} />
      <ShotWords contents={contents} />
    </section>
  )
}

/** The picture. It follows the player outside React; only what it is about is rendered. */
function Screen({ contents }: { contents: TimelineContents }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const chip = useRef<HTMLSpanElement>(null)
  const aspect = useAspect()
  useEffect(() => {
    const element = canvas.current!
    let asked = 0
    const paint = () => {
      asked = 0
      const ratio = Math.min(2, window.devicePixelRatio || 1)
      const [width, height] = [Math.round(element.clientWidth * ratio), Math.round(element.clientHeight * ratio)]
      if (!width || !height) return
      if (element.width !== width || element.height !== height) Object.assign(element, { width, height })
      const words = show(element, contents)
      if (chip.current && chip.current.textContent !== words) chip.current.textContent = words
    }
    const later = () => {
      if (!asked) asked = requestAnimationFrame(paint)
    }
    later()
    const size = new ResizeObserver(later)
    size.observe(element)
    const stops = [usePlayhead.subscribe(later), useProject.subscribe(later), onDrawingResource(later)]
    return () => {
      cancelAnimationFrame(asked)
      size.disconnect()
      for (const stop of stops) stop()
    }
  }, [contents])
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the keys are those of the lanes
    <div
      className={styles.screen}
      style={{ aspectRatio: aspect }}
      onClick={() => {
        player.toggle()
        focusTarget('timeline.lanes')
      }}
    >
      <canvas ref={canvas} role="img" aria-label="The picture at the playhead" />
      <span ref={chip} className={styles.chip} data-monitor />
    </div>
  )
}

/** Paints the frame under the playhead and says what it is of. */
function show(element: HTMLCanvasElement, { clock }: TimelineContents): string {
  const records = recordsNow()
  const at = Math.min(player.now.frame, clock.total - 1)
  const [here, next] = clock.shotsFrom(at)
  const shot = here && records.get('shots', here.shotId)
  if (!here || !shot) return ''
  // The next shot's still is read ahead.
  if (next && here.start + here.frames - at < readAhead) still(next.shotId, 0)
  const taken = still(shot.id, at - here.start)
  const painted = taken !== null && paintStill(element, taken.mediaId)
  if (!painted) paintFrame(element, frameAt(records, shot.id, at - here.start))
  const of = `Shot ${shot.number}`
  if (!painted) return `${of} · blocking`
  return `${of} · ${taken.end} frame${hasStale(records, shot.id) ? ', stale' : ''}`
}

/** The picture of a chosen take; asking for it has it read. */
function still(shotId: string, frame: number): { mediaId: string; end: 'start' | 'end' } | null {
  const records = recordsNow()
  if (!records.get('shots', shotId)) return null
  const found = stillAt(records, shotId, frame)
  const mediaId = found && workingPicture(records, found.take.mediaId)
  if (!found || mediaId === null) return null
  drawnPicture(mediaId)
  return { mediaId, end: found.end }
}

const readAhead = 24

function TransportBar({ contents, canvas }: { contents: TimelineContents; canvas: TimelineCanvas | null }) {
  const time = useRef<HTMLSpanElement>(null)
  const speed = usePlayhead((s) => s.speed)
  const loop = usePlayhead((s) => s.loop)
  const { clock, timing } = contents
  useEffect(() => {
    const tell = () => {
      if (time.current) time.current.textContent = formatShortTimecode(player.now.frame, timing)
    }
    tell()
    return usePlayhead.subscribe(tell)
  }, [timing])
  const act = (does: (canvas: TimelineCanvas) => void) => () => canvas && does(canvas)
  return (
    <div className={styles.transport} role="toolbar" aria-label="Playing">
      <span className={styles.time}>
        <strong ref={time} /> / {formatShortTimecode(Math.max(0, clock.total), timing)}
      </span>
      <span className={styles.buttons}>
        <IconButton
          label="To the cut before"
          keys="Page Up"
          icon={<ChevronFirst {...icon} />}
          onClick={act((c) => toCut(c, -1))}
        />
        <IconButton
          label="One frame back"
          keys=","
          icon={<StepBack {...icon} />}
          onClick={act((c) => stepPlayhead(c, -1))}
        />
        <IconButton
          label={speed ? 'Pause' : 'Play'}
          keys="Space"
          kind="outline"
          icon={speed ? <Pause {...icon} /> : <Play {...icon} />}
          onClick={() => player.toggle()}
        />
        <IconButton
          label="One frame on"
          keys="."
          icon={<StepForward {...icon} />}
          onClick={act((c) => stepPlayhead(c, 1))}
        />
        <IconButton
          label="To the next cut"
          keys="Page Down"
          icon={<ChevronLast {...icon} />}
          onClick={act((c) => toCut(c, 1))}
        />
      </span>
      <span className={styles.right}>
        {Math.abs(speed) !== 1 && speed !== 0 && <span className={styles.speed}>{`${speed}×`}</span>}
        {speed === -1 && <span className={styles.speed}>backwards</span>}
        <IconButton
          label="Play round and round"
          keys="Ctrl L"
          aria-pressed={loop}
          className={loop ? styles.on : undefined}
          icon={<Repeat {...icon} />}
          onClick={() => player.setLoop(!loop)}
        />
      </span>
    </div>
  )
}
