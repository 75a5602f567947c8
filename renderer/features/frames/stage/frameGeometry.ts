import { clamp } from '@shared/model/numbers'
import type { Px } from '@shared/model/units'
import type { Point } from '../../../common/point'

/**
 * The spaces of the stage and every conversion between them. Fractions of the frame (what records hold) x frame size =
 * frame pixels (what is drawn); x the view's scale + its origin = view pixels (CSS pixels from the stage's upper left).
 */
export interface Size {
  readonly width: Px
  readonly height: Px
}

/** How the stage looks at the frame. Zoom 1 shows all of it; pan is in view pixels from the middle. */
export interface StageView {
  readonly host: Size
  readonly frame: Size
  readonly zoom: number
  readonly pan: Point
}

/** View pixels kept free around a frame that is fitted in. */
const STAGE_MARGIN: Px = 14
const ZOOM_LEAST = 0.25
const ZOOM_MOST = 8

/** View pixels of one frame pixel. */
export function viewScale({ host, frame, zoom }: StageView): number {
  const fit = Math.min((host.width - STAGE_MARGIN * 2) / frame.width, (host.height - STAGE_MARGIN * 2) / frame.height)
  return Math.max(0.01, fit) * zoom
}

/** Where the frame's upper left corner lies, in view pixels. */
export function viewOrigin(view: StageView): Point {
  const scale = viewScale(view)
  return {
    x: (view.host.width - view.frame.width * scale) / 2 + view.pan.x,
    y: (view.host.height - view.frame.height * scale) / 2 + view.pan.y,
  }
}

export function frameToView(view: StageView, at: Point): Point {
  const scale = viewScale(view)
  const origin = viewOrigin(view)
  return { x: origin.x + at.x * scale, y: origin.y + at.y * scale }
}

export function viewToFrame(view: StageView, at: Point): Point {
  const scale = viewScale(view)
  const origin = viewOrigin(view)
  return { x: (at.x - origin.x) / scale, y: (at.y - origin.y) / scale }
}

/** A distance on the screen as fractions of the frame. */
export function viewToFraction(view: StageView, by: Point): Point {
  const scale = viewScale(view)
  return { x: by.x / scale / view.frame.width, y: by.y / scale / view.frame.height }
}

/** The view zoomed by a factor so that what lies under `at` (view pixels) stays there. */
export function zoomAt(view: StageView, factor: number, at: Point): StageView {
  const zoom = Math.min(ZOOM_MOST, Math.max(ZOOM_LEAST, view.zoom * factor))
  const fixed = viewToFrame(view, at)
  const next = { ...view, zoom }
  const moved = frameToView(next, fixed)
  return keptInSight({ ...next, pan: { x: next.pan.x + at.x - moved.x, y: next.pan.y + at.y - moved.y } })
}

export function panBy(view: StageView, by: Point): StageView {
  return keptInSight({ ...view, pan: { x: view.pan.x + by.x, y: view.pan.y + by.y } })
}

/** The frame cannot be pushed out of sight: along a side where it fits it stays in the middle. */
export function keptInSight(view: StageView): StageView {
  const scale = viewScale(view)
  const room = (frame: Px, host: Px): number => Math.max(0, (frame * scale - host) / 2 + STAGE_MARGIN)
  const x = room(view.frame.width, view.host.width)
  const y = room(view.frame.height, view.host.height)
  return { ...view, pan: { x: clamp(view.pan.x, -x, x), y: clamp(view.pan.y, -y, y) } }
}

/** Turns a vector by an angle in radians. */
export function turned(at: Point, angle: number): Point {
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  return { x: at.x * c - at.y * s, y: at.x * s + at.y * c }
}

export type Handle = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w'
export const handles: readonly Handle[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w']

/** A handle's place from the feet of a figure that is `size` big; y runs down, so the head is at -height. */
export function handleFromFeet(handle: Handle, size: Size): Point {
  const width: number = size.width
  const height: number = size.height
  const x = handle.includes('w') ? -width / 2 : handle.includes('e') ? width / 2 : 0
  const y = handle.startsWith('n') ? -height : handle.startsWith('s') ? 0 : -height / 2
  return { x, y }
}

/** The handle within `reach` of a point, both from the feet and in the figure's own, unturned axes. */
export function handleAt(at: Point, size: Size, reach: number): Handle | null {
  let best: Handle | null = null
  let nearest = reach
  for (const handle of handles) {
    const h = handleFromFeet(handle, size)
    const distance = Math.max(Math.abs(h.x - at.x), Math.abs(h.y - at.y))
    if (distance <= nearest) {
      best = handle
      nearest = distance
    }
  }
  return best
}
