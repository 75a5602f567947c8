import { placesInScene } from '@shared/domain/lookup'
import { recordsNow } from '../../app/projectStore'
import type { Point } from '../../common/point'
import type { ScrollRegion } from '../../common/edgeScroll'
import { size, type BoardLayout } from './boardLayout'

/** The board on screen: where its panels lie, and how to bring one into sight. */
export class BoardController {
  constructor(
    readonly scroller: HTMLElement,
    public layout: BoardLayout,
  ) {}

  /** A point of the window on the board. */
  pointOf({ x, y }: Point): Point {
    const { left, top } = this.scroller.getBoundingClientRect()
    return { x: x - left + this.scroller.scrollLeft, y: y - top + this.scroller.scrollTop }
  }

  get scrolls(): ScrollRegion {
    return { element: this.scroller, inset: { left: 0, top: size.sceneHead }, upAndDown: true }
  }

  /** The shots of a scene in order, also of a folded one. */
  shotsOf(sceneId: string): readonly string[] {
    return [...placesInScene(recordsNow(), sceneId).keys()]
  }

  setLayout(layout: BoardLayout): void {
    this.layout = layout
  }

  /** How many rows fit the window, at least one. */
  get rowsInSight(): number {
    return Math.max(1, Math.floor(this.scroller.clientHeight / (this.layout.panel.height + size.gap)))
  }

  /** Scrolls as little as it takes to show a shot under the head of its scene, which stays in sight. */
  reveal(shotId: string): void {
    const row = this.layout.placeOf.get(shotId)?.row
    if (!row) return
    const { scrollTop, clientHeight } = this.scroller
    const top = row.top - size.sceneHead
    const bottom = row.top + row.height + size.gap
    if (top < scrollTop || bottom - top > clientHeight) this.scroller.scrollTop = top
    else if (bottom > scrollTop + clientHeight) this.scroller.scrollTop = bottom - clientHeight
  }

  /** Scrolls as little as it takes to show a scene's head. */
  revealHead(sceneId: string): void {
    const head = this.layout.items.find((item) => item.sceneId === sceneId)
    if (!head) return
    const { scrollTop, clientHeight } = this.scroller
    if (head.top < scrollTop) this.scroller.scrollTop = head.top
    else if (head.top + head.height > scrollTop + clientHeight)
      this.scroller.scrollTop = head.top + head.height - clientHeight
  }

  /** Scrolls a scene's head to the top. */
  revealScene(sceneId: string): void {
    const head = this.layout.items.find((item) => item.sceneId === sceneId)
    if (head) this.scroller.scrollTop = head.top
  }
}

/** The shot whose panel an element is in. */
export const shotOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-panel]')?.dataset['panel'] ?? null) : null

/** The scene whose head an element is in. */
export const sceneOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-scene-head]')?.dataset['sceneHead'] ?? null) : null
