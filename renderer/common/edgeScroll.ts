import type { Point } from './point'

/** What a drag scrolls, and how much of it frozen heads cover at the left and at the top. */
export interface ScrollRegion {
  readonly element: HTMLElement
  readonly inset: { readonly left: number; readonly top: number }
  /** It scrolls up and down only. */
  readonly upAndDown?: boolean
}

/** The rim in which a drag scrolls, in pixels (visual.md 5). */
const rim = 32
const slowest = 90
const fastest = 1800
/** So far into the rim, or beyond it, it goes fastest. */
const deepest = 120

/** How fast to scroll at so many pixels into the rim; pixels a second. */
export function rimSpeed(depth: number): number {
  if (depth <= 0) return 0
  return slowest + (fastest - slowest) * Math.min(1, depth / deepest) ** 2
}

/** How fast one way: ahead positive. @param from where the free part begins @param to where it ends */
function speedWithin(at: number, from: number, to: number): number {
  const width = Math.min(rim, (to - from) / 4)
  return rimSpeed(at - (to - width)) - rimSpeed(from + width - at)
}

/**
 * Scrolls while a drag is held at the rim of what it drags over, every frame, also while the pointer rests; the further out, the faster. Who
 * drags listens to the element's own `scroll` event.
 */
export class EdgeScroll {
  private region: ScrollRegion | null = null
  private pointer: Point = { x: 0, y: 0 }
  private frame = 0
  private last = 0
  /** Fractions of a pixel that are still to go. */
  private left = { x: 0, y: 0 }

  /** Where the pointer is now, in client pixels, and what scrolls there; null: nothing. */
  at(pointer: Point, region: ScrollRegion | null): void {
    this.pointer = pointer
    this.region = region
    if (!this.frame && this.moves()) {
      this.last = performance.now()
      this.frame = requestAnimationFrame(this.tick)
    }
  }

  stop(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.region = null
  }

  private speed(): Point {
    if (!this.region) return { x: 0, y: 0 }
    const { element, inset, upAndDown } = this.region
    const { left, top } = element.getBoundingClientRect()
    return {
      x: upAndDown ? 0 : speedWithin(this.pointer.x, left + inset.left, left + element.clientWidth),
      y: speedWithin(this.pointer.y, top + inset.top, top + element.clientHeight),
    }
  }

  private moves(): boolean {
    const { x, y } = this.speed()
    return x !== 0 || y !== 0
  }

  private readonly tick = (now: number): void => {
    this.frame = 0
    if (!this.region || !this.moves()) return
    const seconds = Math.min(0.1, Math.max(0, now - this.last) / 1000)
    this.last = now
    const { x, y } = this.speed()
    const dx = this.left.x + x * seconds
    const dy = this.left.y + y * seconds
    this.left = { x: dx % 1, y: dy % 1 }
    this.region.element.scrollLeft += Math.trunc(dx)
    this.region.element.scrollTop += Math.trunc(dy)
    this.frame = requestAnimationFrame(this.tick)
  }
}
