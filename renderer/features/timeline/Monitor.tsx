import { useEffect, useRef } from 'react'
import { frameSize } from '@shared/domain/blocking/describeFrame'
import { filmMoment } from '@shared/domain/results/filmMoment'
import { takeKindOf } from '@shared/domain/lookup'
import type { StoryClock } from '@shared/domain/time/storyClock'
import { recordsNow, useProject } from '../../app/projectStore'
import { TransportBar } from '../../app/TransportBar'
import { statusOf, useFreshness } from '../../app/useFreshness'
import { focusTarget } from '../../common/focusTargets'
import { drawnClip } from '../../drawing/clipFrames'
import { onDrawingResource } from '../../drawing/drawingResources'
import { filmFrame } from '../../drawing/filmFrame'
import { isLate, playedPictures, readForMoment } from '../../drawing/filmPictures'
import styles from './Monitor.module.css'
import { CutMonitor } from './CutMonitor'
import { OnStage, ShotWords } from './MonitorPanels'
import { stepPlayhead, toCut } from './playheadActions'
import type { TimelineCanvas } from './timelineCanvas'
import type { TimelineContents } from './timelineLayout'
import { useAspect } from './useAspect'
import { player, useCut, usePlayhead } from './timelineState'

/** What the playhead shows: the blocking as it plays, chosen takes where they exist, who is on stage, and the words of the shot. */
export function Monitor({ contents, canvas }: { contents: TimelineContents; canvas: TimelineCanvas | null }) {
  const cut = useCut((s) => s.draft)
  if (cut) return <CutMonitor contents={contents} draft={cut} />
  return (
    <section className={styles.row} aria-label="Monitor">
      <div className={styles.monitor}>
        <Screen contents={contents} />
        <TransportBar
          player={player}
          timing={contents.timing}
          total={Math.max(0, contents.clock.total)}
          step={(frames) => canvas && stepPlayhead(canvas, frames)}
          toCut={(to) => canvas && toCut(canvas, to)}
          cutKeys={['Page Up', 'Page Down']}
        />
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
    const pictures = playedPictures()
    let asked = 0
    const paint = () => {
      asked = 0
      const ratio = Math.min(2, window.devicePixelRatio || 1)
      const [width, height] = [Math.round(element.clientWidth * ratio), Math.round(element.clientHeight * ratio)]
      if (!width || !height) return
      if (element.width !== width || element.height !== height) Object.assign(element, { width, height })
      const words = show(element, contents, pictures)
      if (words !== null && chip.current && chip.current.textContent !== words) chip.current.textContent = words
    }
    const later = () => {
      if (!asked) asked = requestAnimationFrame(paint)
    }
    later()
    const size = new ResizeObserver(later)
    size.observe(element)
    const stops = [
      usePlayhead.subscribe(later),
      useProject.subscribe(later),
      useFreshness.subscribe(later),
      onDrawingResource(later),
    ]
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

/** Paints the frame under the playhead and says what it is of; null = it is not painted. */
function show(
  element: HTMLCanvasElement,
  { clock, timing }: TimelineContents,
  pictures: ReturnType<typeof playedPictures>,
): string | null {
  const context = element.getContext('2d')
  const records = recordsNow()
  const moment = filmMoment(records, clock, Math.min(player.now.frame, clock.total - 1))
  if (!context || !moment) return null
  // A late picture repeats the last one.
  if (isLate(moment)) return null
  const { aspectWidth, aspectHeight } = records.must('project', 'project')
  const film = { ...frameSize(aspectWidth, aspectHeight), timing }
  const shows = { subtitles: false, slate: false, names: false }
  filmFrame(context, element, film, moment, pictures, shows)
  readAhead(clock, moment.frame)
  const of = `Shot ${moment.number}`
  if (moment.clip && drawnClip(moment.clip)) return `${of} · clip`
  if (!moment.still) return moment.card === null ? `${of} · blocking` : of
  return `${of} · ${moment.still.end} frame${statusOf(records, moment.shotId, takeKindOf(moment.still.end)).status === 'stale' ? ', stale' : ''}`
}

/** The first pictures of the next shot are read before its cut comes. */
function readAhead(clock: StoryClock, frame: number): void {
  const [here, next] = clock.shotsFrom(frame)
  if (!here || !next || here.start + here.frames - frame > framesAhead) return
  const moment = filmMoment(recordsNow(), clock, next.start)
  if (moment) readForMoment(moment)
}

const framesAhead = 24
