import { useEffect, useRef } from 'react'
import { frameSize } from '@shared/domain/blocking/describeFrame'
import { wholeFraming } from '@shared/domain/camera/cameraMoves'
import { filmMoment } from '@shared/domain/results/filmMoment'
import { timingOf } from '@shared/domain/time/timingOf'
import { recordsNow, useProject } from '../../app/projectStore'
import { hasStale } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import { focusTarget } from '../../common/focusTargets'
import { frameFontReady, onDrawingResource } from '../../drawing/drawingResources'
import { drawnClip } from '../../drawing/clipFrames'
import { filmFrame } from '../../drawing/filmFrame'
import { isLate, readForMoment, playedPictures } from '../../drawing/filmPictures'
import { filmClock, player, useAnimatic, usePlayhead } from './animaticState'
import styles from './AnimaticView.module.css'
import { CameraOverlay } from './camera/CameraOverlay'
import { useCamera } from './camera/cameraState'

/** The picture at the playhead. It follows the player outside React. */
export function Screen() {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const chip = useRef<HTMLSpanElement>(null)
  const stale = useRef<HTMLSpanElement>(null)
  const film = useRead((reads) => {
    const { aspectWidth, aspectHeight } = reads.must('project', 'project')
    return frameSize(aspectWidth, aspectHeight)
  }, [])
  useEffect(() => {
    const element = canvas.current!
    const around = box.current!
    const pictures = playedPictures()
    let asked = 0
    const paint = () => {
      asked = 0
      const ratio = Math.min(2, window.devicePixelRatio || 1)
      const scale = Math.min(around.clientWidth / film.width, around.clientHeight / film.height)
      const [wide, high] = [Math.floor(film.width * scale), Math.floor(film.height * scale)]
      if (wide < 2 || high < 2) return
      element.style.width = `${wide}px`
      element.style.height = `${high}px`
      const [width, height] = [Math.round(wide * ratio), Math.round(high * ratio)]
      const context = element.getContext('2d')!
      const records = recordsNow()
      const clock = filmClock(records)
      const moment = filmMoment(records, clock, Math.min(player.now.frame, clock.total - 1))
      const { subtitles, slate, names } = useAnimatic.getState()
      // A late picture repeats the last one; time never waits.
      if (moment && isLate(moment)) return
      frameFontReady()
      if (element.width !== width || element.height !== height) Object.assign(element, { width, height })
      const shown = { ...film, timing: timingOf(records) }
      // While framings are set on the picture, all of it shows.
      const seen =
        moment && useCamera.getState().shotId === moment.shotId
          ? { ...moment, framing: wholeFraming, clip: null }
          : moment
      filmFrame(context, element, shown, seen, pictures, { subtitles, slate, names })
      if (moment) {
        const clip = moment.clip && drawnClip(moment.clip)
        const what = clip
          ? 'clip'
          : moment.still
            ? `${moment.still.end} frame`
            : moment.card === null
              ? 'blocking'
              : 'no picture yet'
        say(chip.current, `Shot ${moment.number} · ${what}`)
        say(stale.current, !clip && moment.still && hasStale(records, moment.shotId) ? 'results are stale' : '')
        ahead(moment.frame)
      }
      element.dataset['frame'] = String(moment?.frame ?? '')
    }
    const later = () => {
      if (!asked) asked = requestAnimationFrame(paint)
    }
    later()
    const size = new ResizeObserver(later)
    size.observe(around)
    const stops = [usePlayhead, useProject, useAnimatic, useCamera].map((store) => store.subscribe(later))
    stops.push(onDrawingResource(later))
    return () => {
      cancelAnimationFrame(asked)
      size.disconnect()
      for (const stop of stops) stop()
    }
  }, [film])
  return (
    <div ref={box} className={styles.screen}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the keys are those of the strip */}
      <div
        className={styles.frame}
        onClick={() => {
          player.toggle()
          focusTarget('animatic.strip')
        }}
      >
        <canvas ref={canvas} role="img" aria-label="The film at the playhead" />
        <span ref={chip} className={styles.chip} data-shows />
        <span ref={stale} className={`${styles.chip} ${styles.staleChip}`} />
        <CameraOverlay />
      </div>
    </div>
  )
}

function say(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}

/** The pictures of the next second are read before they are needed. */
function ahead(frame: number): void {
  const records = recordsNow()
  const clock = filmClock(records)
  const [here, next] = clock.shotsFrom(frame)
  if (!here || !next || here.start + here.frames - frame > 36) return
  const moment = filmMoment(records, clock, next.start)
  if (moment) readForMoment(moment)
}
