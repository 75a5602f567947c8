import { recordsNow, useProject } from '../../app/projectStore'
import { useTheme } from '../../app/theme'
import { useView } from '../../app/viewStore'
import { useContinuity } from '../../app/continuity/useContinuity'
import { useFreshness } from '../../app/useFreshness'
import { addHitSurface, useAssetDrag } from '../../app/dnd/assetDrag'
import { CellIndex } from './cellIndex'
import { hitTest } from './hitTest'
import type { EdgeDraft } from './edgeDrag'
import type { MatrixLayout } from './matrixLayout'
import { heightOf, size } from './matrixLayout'
import { setMatrix } from './matrixState'
import { paintMatrix } from './paint/paintMatrix'
import { readPalette, type Palette } from './paint/palette'
import type { DraftCells } from './paint/matrixPaint'
import { Thumbs } from './paint/thumbs'
import { rangeOf, usePicked, type Range } from './selection'

/**
 * The canvas of the matrix outside React: holds what is painted and paints it in one go, at most once per frame. React tells it the
 * layout; scrolling, hovering and dragging never render React.
 */
export class GridController {
  layout: MatrixLayout
  cells: CellIndex
  hoverEnd: { row: number; x: number } | null = null
  draft: EdgeDraft | null = null
  painted: DraftCells | null = null
  /** What a drag of the fill handle would fill. */
  fillTo: Range | null = null
  private focused = false
  edge: 'enter' | 'exit' = 'exit'
  private palette: Palette
  private readonly thumbs: Thumbs
  private readonly ctx: CanvasRenderingContext2D
  private frame = 0
  private readonly stop: (() => void)[] = []
  private readonly scrollListeners = new Set<(x: number, y: number) => void>()

  constructor(
    private readonly canvas: HTMLCanvasElement,
    readonly scroller: HTMLElement,
    layout: MatrixLayout,
  ) {
    this.layout = layout
    this.cells = new CellIndex(recordsNow())
    this.palette = readPalette()
    this.thumbs = new Thumbs(() => this.repaint())
    this.ctx = canvas.getContext('2d', { alpha: false })!
    const resize = new ResizeObserver(() => this.paint())
    resize.observe(scroller)
    const onScroll = () => {
      for (const listener of this.scrollListeners) listener(scroller.scrollLeft, scroller.scrollTop)
      // Painted in the same frame as the scroll, so nothing is ever blank.
      this.paint()
      remember()
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const remember = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setMatrix({ scroll: { x: scroller.scrollLeft, y: scroller.scrollTop } }), 300)
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    this.stop.push(
      () => resize.disconnect(),
      () => scroller.removeEventListener('scroll', onScroll),
      () => clearTimeout(timer),
      useProject.subscribe((state, before) => {
        if (state.epoch !== before.epoch) this.cells = new CellIndex(state.records)
        if (state.revision !== before.revision || state.epoch !== before.epoch || state.jobs !== before.jobs)
          this.repaint()
      }),
      useView.subscribe(() => this.repaint()),
      usePicked.subscribe(() => this.repaint()),
      useFreshness.subscribe(() => this.repaint()),
      useContinuity.subscribe(() => this.repaint()),
      useAssetDrag.subscribe(() => this.repaint()),
      addHitSurface((x, y) => {
        const box = scroller.getBoundingClientRect()
        const hit = hitTest(this.layout, this.cells, x - box.left, y - box.top, scroller.scrollLeft, scroller.scrollTop)
        return hit.kind === 'cell' ? hit.assetId : null
      }),
      useTheme.subscribe(() => {
        this.palette = readPalette()
        this.repaint()
      }),
    )
    void Promise.all(['440', '540', '620'].map((w) => document.fonts.load(`${w} 12px Inter`))).then(() =>
      this.repaint(),
    )
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    for (const stop of this.stop) stop()
  }

  onScroll(listener: (x: number, y: number) => void): () => void {
    this.scrollListeners.add(listener)
    return () => this.scrollListeners.delete(listener)
  }

  setFocused(focused: boolean): void {
    this.focused = focused
    this.repaint()
  }

  setLayout(layout: MatrixLayout): void {
    this.layout = layout
    this.repaint()
  }

  /** Asks for a picture in the next frame. */
  repaint(): void {
    if (this.frame) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.paint()
    })
  }

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
    const view = useView.getState()
    const { drag } = useAssetDrag.getState()
    paintMatrix(this.ctx, {
      records: recordsNow(),
      layout: this.layout,
      cells: this.cells,
      palette: this.palette,
      thumbs: this.thumbs,
      width,
      height,
      scrollX: scroller.scrollLeft,
      scrollY: scroller.scrollTop,
      shotId: view.shotId,
      assetId: view.assetId,
      active: view.cell,
      range: this.range(),
      picked: usePicked.getState().cells,
      fillTo: this.fillTo,
      focused: this.focused,
      draft: this.painted ?? this.draft?.cells ?? null,
      dropAssetId: drag && drag.overId !== drag.fromId ? drag.overId : null,
      atCut: useContinuity.getState().atCut,
      draftStale: this.draft?.staleShots ?? drag?.staleShots ?? none,
      handle: this.draft ? { row: this.draft.row, x: this.draft.x } : this.hoverEnd,
    })
  }

  /** The selected range, as far as it is on screen. */
  range(): Range | null {
    const { anchor, cell } = useView.getState()
    return rangeOf(this.layout, anchor, cell)
  }

  /** Scrolls as little as needed to show a cell whole. */
  reveal(row: number | undefined, column: number | undefined): void {
    const { scroller, layout } = this
    const viewWidth = scroller.clientWidth - size.rowHead
    const viewHeight = scroller.clientHeight - size.head
    if (column !== undefined && layout.lefts[column] !== undefined) {
      const left = layout.lefts[column]
      if (left < scroller.scrollLeft) scroller.scrollLeft = left
      else if (left + size.cell > scroller.scrollLeft + viewWidth) scroller.scrollLeft = left + size.cell - viewWidth
    }
    if (row !== undefined && layout.tops[row] !== undefined) {
      const top = layout.tops[row]
      const h = heightOf(layout.rows[row]!, layout.density)
      if (top < scroller.scrollTop) scroller.scrollTop = top
      else if (top + h > scroller.scrollTop + viewHeight) scroller.scrollTop = top + h - viewHeight
    }
  }
}

const none: ReadonlySet<string> = new Set()
