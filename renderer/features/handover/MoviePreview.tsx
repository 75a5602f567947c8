import { useEffect, useRef, useState } from 'react'
import { filmMoment } from '@shared/domain/results/filmMoment'
import { StoryClock, type ClockScope } from '@shared/domain/time/storyClock'
import { formatTimecode } from '@shared/domain/time/timecode'
import { projectOf } from '@shared/domain/lookup'
import { frameSize } from '@shared/domain/blocking/describeFrame'
import { movieSize, type MovieOptions } from '@shared/handover/movie/movieOptions'
import { recordsNow } from '../../app/projectStore'
import { frameFontReady, onDrawingResource } from '../../drawing/drawingResources'
import { filmFrame } from '../../drawing/filmFrame'
import { isLate, windowPictures } from '../../drawing/filmPictures'
import styles from './ExportSheet.module.css'

/** A frame of the movie as it will be; the slider goes through all of it. */
export function MoviePreview({ scope, options }: { scope: ClockScope; options: MovieOptions }) {
  const records = recordsNow()
  const clock = StoryClock.of(records, scope)
  const project = projectOf(records)
  const film = {
    ...frameSize(project.aspectWidth, project.aspectHeight),
    timing: { fps: project.fps, dropFrame: project.dropFrame },
  }
  const [wanted, setWanted] = useState(0)
  const frame = Math.min(wanted, Math.max(0, clock.total - 1))
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let queued = 0
    const paint = () => {
      const element = canvas.current
      const context = element?.getContext('2d')
      if (!element || !context || !element.clientWidth) return
      const ratio = Math.min(2, window.devicePixelRatio || 1)
      element.width = Math.round(element.clientWidth * ratio)
      element.height = Math.round((element.width * film.height) / film.width)
      frameFontReady()
      const shows = { subtitles: options.subtitles === 'burnt', slate: options.slate, names: false }
      const moment = filmMoment(records, clock, frame, { clips: options.clips })
      if (moment && isLate(moment)) return
      filmFrame(context, element, film, moment, windowPictures, shows)
      element.dataset['painted'] = String(frame)
    }
    const later = () => {
      cancelAnimationFrame(queued)
      queued = requestAnimationFrame(paint)
    }
    later()
    const stop = onDrawingResource(later)
    return () => {
      cancelAnimationFrame(queued)
      stop()
    }
  })
  const { width, height } = movieSize(options.size, film)
  return (
    <div className={styles.movie}>
      <div className={styles.desk}>
        <canvas
          ref={canvas}
          className={styles.screen}
          style={{ aspectRatio: `${film.width} / ${film.height}` }}
          role="img"
          aria-label="A frame of the movie"
        />
      </div>
      <div className={styles.scrub}>
        <span className={styles.time}>{formatTimecode(frame, film.timing)}</span>
        <input
          type="range"
          min={0}
          max={Math.max(0, clock.total - 1)}
          value={frame}
          aria-label="Frame to look at"
          aria-valuetext={formatTimecode(frame, film.timing)}
          onChange={(e) => setWanted(Number(e.target.value))}
        />
        <span className={styles.size}>
          {width} × {height}
        </span>
      </div>
    </div>
  )
}
