import { useContinuity } from '../../app/continuity/useContinuity'
import { addHitSurface, useAssetDrag } from '../../app/dnd/assetDrag'
import { recordsNow } from '../../app/projectStore'
import { useView } from '../../app/viewStore'
import { LaneCanvas } from '../../lanes/laneCanvas'
import { hitTest, type Hit } from './hitTest'
import { size, type MatrixLayout } from './matrixLayout'
import { setMatrix } from './matrixState'
import { paintMatrix } from './paint/paintMatrix'
import { rangeOf, usePicked, type Range } from './selection'

/** The canvas of the matrix: lanes with a selection of cells. */
export class GridController extends LaneCanvas<MatrixLayout> {
  /** What a drag of the fill handle would fill. */
  fillTo: Range | null = null
  /** The column before which dragged shots would go. */
  dropColumn: number | null = null

  constructor(canvas: HTMLCanvasElement, scroller: HTMLElement, layout: MatrixLayout) {
    super(canvas, scroller, layout, { left: size.rowHead, top: size.head }, (scroll) => setMatrix({ scroll }))
    this.stop.push(
      usePicked.subscribe(() => this.repaint()),
      addHitSurface({
        region: this.scrollRegion,
      }),
    )
  }

  /** What lies under a point of the window. */
  hitAt(x: number, y: number): Hit {
    const { scroller } = this
    const box = scroller.getBoundingClientRect()
    if (x > box.left + scroller.clientWidth || y > box.top + scroller.clientHeight) return { kind: 'none' }
    return hitTest(this.layout, this.cells, x - box.left, y - box.top, scroller.scrollLeft, scroller.scrollTop)
  }

  protected paintOn(ctx: CanvasRenderingContext2D, width: number, height: number): void {
    const view = useView.getState()
    const { drag } = useAssetDrag.getState()
    const edge = this.edgeDraft.now
    paintMatrix(ctx, {
      records: recordsNow(),
      layout: this.layout,
      cells: this.cells,
      palette: this.palette,
      thumbs: this.thumbs,
      width,
      height,
      scrollX: this.scroller.scrollLeft,
      scrollY: this.scroller.scrollTop,
      shotId: view.selected === 'scene' ? null : view.shotId,
      sceneId: view.selected === 'scene' ? view.sceneId : null,
      shotIds: view.selected === 'shots' ? new Set(view.shotIds) : none,
      assetId: view.assetId,
      active: view.selected === 'cells' ? view.cell : null,
      range: this.range(),
      picked: usePicked.getState().cells,
      fillTo: this.fillTo,
      dropColumn: this.dropColumn,
      focused: this.focused,
      draft: this.cellsDraft.now ?? edge?.cells ?? null,
      dropAssetId: drag && drag.overId !== drag.fromId ? drag.overId : null,
      atCut: useContinuity.getState().atCut,
      draftStale: edge?.staleShots ?? drag?.staleShots ?? none,
      handle: edge ? { row: edge.row, x: edge.x } : this.hoverEnd,
    })
  }

  /** The selected range, as far as it is on screen. */
  range(): Range | null {
    const { anchor, cell, selected } = useView.getState()
    if (selected !== 'cells') return null
    return rangeOf(this.layout, anchor, cell)
  }

  /** Scrolls as little as needed to show a cell whole. */
  reveal(row: number | undefined, column: number | undefined): void {
    const { axis, tops, heights } = this.layout
    const left = column === undefined ? undefined : axis.leftOf(column)
    const top = row === undefined ? undefined : tops[row]
    this.revealStretch({
      left,
      right: left === undefined ? undefined : left + size.cell,
      top,
      bottom: top === undefined ? undefined : top + heights[row!]!,
    })
  }
}

const none: ReadonlySet<string> = new Set()
