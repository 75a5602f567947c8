import { useContinuity } from '../app/continuity/useContinuity'
import { useAssetDrag } from '../app/dnd/assetDrag'
import { recordsNow, useProject } from '../app/projectStore'
import { useTheme } from '../app/theme'
import { useFreshness } from '../app/useFreshness'
import { useView } from '../app/viewStore'
import { onFonts } from '../common/canvasText'
import type { ScrollRegion } from '../common/edgeScroll'
import type { Point } from '../common/point'
import { CellIndex } from './cellIndex'
import { DraftSession } from './draftSession'
import { draftOf, type EdgeDraft, type EdgeTarget } from './edgeDraft'
import type { Lanes } from './lanes'
import type { DraftCells } from './paint/lanePaint'
import { readPalette, type Palette } from './paint/palette'
import { Thumbs } from './paint/thumbs'

/**
 * The canvas of lanes outside React: holds what is painted and paints it in one go, at most once per frame. React tells it the layout;
 * scrolling, hovering and dragging never render React.
 */
export abstract class LaneCanvas<L extends Lanes> {
  cells: CellIndex
  /** The bar end under the pointer: x in body pixels. */
  hoverEnd: { row: number; x: number } | null = null
  /** The end that the keys move. */
  edge: 'enter' | 'exit' = 'exit'
  /** A bar's end on its way. */
  readonly edgeDraft = new DraftSession<EdgeTarget, EdgeDraft>(
    (target) => draftOf(recordsNow(), this.layout, target),
    () => this.repaint(),
  )
  /** Cells that a drag would change. */
  readonly cellsDraft = new DraftSession<readonly (readonly [key: string, DraftCell])[], DraftCells>(
    (cells) => new Map(cells),
    () => this.repaint(),
  )
  protected focused = false
  protected palette: Palette
  protected readonly thumbs: Thumbs
  protected readonly stop: (() => void)[] = []
  private readonly ctx: CanvasRenderingContext2D
  private frame = 0
  private readonly scrollListeners = new Set<(x: number, y: number) => void>()
  private readonly layoutListeners = new Set<() => void>()

  /** @param inset how much the frozen heads take at the left and at the top, in pixels */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    readonly scroller: HTMLElement,
    public layout: L,
    public inset: { readonly left: number; readonly top: number },
    onRest: (scroll: Point) => void,
  ) {
    this.cells = new CellIndex(recordsNow())
    this.palette = readPalette()
    this.thumbs = new Thumbs(() => this.repaint())
    this.ctx = canvas.getContext('2d', { alpha: false })!
    const resize = new ResizeObserver(() => this.paint())
    resize.observe(scroller)
    let timer: ReturnType<typeof setTimeout> | undefined
    const onScroll = () => {
      for (const listener of this.scrollListeners) listener(scroller.scrollLeft, scroller.scrollTop)
      // Painted in the same frame as the scroll, so nothing is ever blank.
      this.paint()
      clearTimeout(timer)
      timer = setTimeout(() => onRest({ x: scroller.scrollLeft, y: scroller.scrollTop }), 300)
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    const repaint = () => this.repaint()
    this.stop.push(
      () => resize.disconnect(),
      () => scroller.removeEventListener('scroll', onScroll),
      () => clearTimeout(timer),
      useProject.subscribe((state, before) => {
        if (state.epoch !== before.epoch) this.cells = new CellIndex(state.records)
        if (state.revision !== before.revision || state.epoch !== before.epoch || state.jobs !== before.jobs) repaint()
      }),
      ...[useView, useFreshness, useContinuity, useAssetDrag].map((store) => store.subscribe(repaint)),
      useTheme.subscribe(() => {
        this.palette = readPalette()
        repaint()
      }),
      onFonts(repaint),
    )
    for (const weight of ['440', '540', '620']) void document.fonts.load(`${weight} 12px Inter`)
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    for (const stop of this.stop) stop()
  }

  onScroll(listener: (x: number, y: number) => void): () => void {
    this.scrollListeners.add(listener)
    return () => this.scrollListeners.delete(listener)
  }

  /** Calls back when the layout is another one, e.g. zoomed. */
  onLayout(listener: () => void): () => void {
    this.layoutListeners.add(listener)
    return () => this.layoutListeners.delete(listener)
  }

  setFocused(focused: boolean): void {
    this.focused = focused
    this.repaint()
  }

  setLayout(layout: L): void {
    this.layout = layout
    for (const listener of this.layoutListeners) listener()
    this.repaint()
  }

  /** A point of the window in pixels of the body. */
  bodyPoint({ x, y }: Point): Point {
    const box = this.scroller.getBoundingClientRect()
    const down = y - box.top - this.inset.top
    const still = down >= 0 && down < (this.layout.frozen ?? 0)
    return {
      x: x - box.left - this.inset.left + this.scroller.scrollLeft,
      y: still ? down : down + this.scroller.scrollTop,
    }
  }

  /** Where a drag scrolls by itself. */
  get scrollRegion(): ScrollRegion {
    return { element: this.scroller, inset: this.inset }
  }

  /** Asks for a picture in the next frame. */
  repaint(): void {
    if (this.frame) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.paint()
    })
  }

  /** Paints everything. Pixels of the canvas. */
  protected abstract paintOn(ctx: CanvasRenderingContext2D, width: number, height: number): void

  private paint(): void {
    const { canvas, scroller } = this
    const ratio = window.devicePixelRatio
    const width = scroller.clientWidth
    const height = scroller.clientHeight
    if (!width || !height) return
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round(height * ratio)
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
    }
    this.ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    this.paintOn(this.ctx, width, height)
  }

  /** Scrolls as little as needed to show a stretch of the body. Pixels; what is not given stays. */
  revealStretch({
    left,
    right,
    top,
    bottom,
  }: {
    left?: number | undefined
    right?: number | undefined
    top?: number | undefined
    bottom?: number | undefined
  }): void {
    const { scroller, inset } = this
    const { frozen = 0 } = this.layout
    const viewWidth = scroller.clientWidth - inset.left
    const viewHeight = scroller.clientHeight - inset.top
    if (left !== undefined && right !== undefined) {
      if (left < scroller.scrollLeft) scroller.scrollLeft = left
      else if (right > scroller.scrollLeft + viewWidth) scroller.scrollLeft = right - viewWidth
    }
    if (top !== undefined && bottom !== undefined && top >= frozen) {
      if (top < scroller.scrollTop + frozen) scroller.scrollTop = top - frozen
      else if (bottom > scroller.scrollTop + viewHeight) scroller.scrollTop = bottom - viewHeight
    }
  }
}

type DraftCell = DraftCells extends ReadonlyMap<string, infer V> ? V : never
