import { create } from 'zustand'
import { recordsNow } from '../../app/projectStore'
import type { StripPlace, StripView } from '../../sound/stripView'
import { filmClock, setAnimatic, useAnimatic } from './animaticState'

const mostZoom = 60

/** How wide the strips are and how far they are scrolled, in pixels. */
const useStrip = create<{ width: number; scrollX: number }>(() => ({ width: 1000, scrollX: 0 }))

const total = () => Math.max(1, filmClock(recordsNow()).total)
const fitting = (width: number) => Math.max(0.0005, (width - 2) / total())

function place(): StripPlace {
  const { width, scrollX } = useStrip.getState()
  const { zoom } = useAnimatic.getState()
  const pxPerFrame = Math.max(fitting(width), zoom ?? 0)
  return { width, pxPerFrame, scrollX: Math.min(scrollX, Math.max(0, total() * pxPerFrame - width)) }
}

export const setStripWidth = (width: number): void => {
  if (width > 0 && width !== useStrip.getState().width) useStrip.setState({ width })
}

function scrollTo(x: number): void {
  const { pxPerFrame, width } = place()
  useStrip.setState({ scrollX: Math.min(Math.max(0, x), Math.max(0, total() * pxPerFrame - width)) })
}

/** The strips of the animatic: they lie under one another and go together. */
export const strip: StripView & {
  /** Turns the page when a frame has left what is seen. */
  reveal(frame: number): void
  centre(frame: number): void
} = {
  now: place,
  subscribe(listener) {
    const stops = [useStrip.subscribe(listener), useAnimatic.subscribe(listener)]
    return () => {
      for (const stop of stops) stop()
    }
  },
  scrollBy: (px) => scrollTo(place().scrollX + px),
  zoomAt(factor, x) {
    const { pxPerFrame, scrollX, width } = place()
    const frame = (scrollX + x) / pxPerFrame
    const fit = fitting(width)
    const zoom = Math.min(Math.max(fit, mostZoom), Math.max(fit, pxPerFrame * factor))
    setAnimatic({ zoom: zoom <= fit ? null : zoom })
    scrollTo(frame * zoom - x)
  },
  reveal(frame) {
    const { pxPerFrame, scrollX, width } = place()
    const x = frame * pxPerFrame
    if (x < scrollX || x > scrollX + width) scrollTo(x - 12)
  },
  centre(frame) {
    const { pxPerFrame, width } = place()
    scrollTo(frame * pxPerFrame - width / 2)
  },
}
