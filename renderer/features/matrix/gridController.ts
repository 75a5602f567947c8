import { useContinuity } from '../../app/continuity/useContinuity'
import { addHitSurface, useAssetDrag, type DropPlace } from '../../app/dnd/assetDrag'
import { recordsNow } from '../../app/projectStore'
import { useView } from '../../app/viewStore'
import { LaneCanvas } from '../../lanes/laneCanvas'
import { hitTest, type Hit } from './hitTest'
import { size, sizeLimits, type MatrixLayout } from './matrixLayout'
import { setMatrix } from './matrixState'
import { paintMatrix } from './paint/paintMatrix'
import { rangeOf, usePicked, type Range } from './selection'

/** The canvas of the matrix: lanes with a selection of cells. */
export class GridController extends LaneCanvas<MatrixLayout> {
  /** What a drag of the fill handle would fill. */
  fillTo: Range | null = null
  /** The column before which dragged shots would go. */
  dropColumn: number | null = null
  /** The empty cell under the pointer, which a click would fill. */
  ghost: { readonly row: number; readonly column: number } | null = null

  constructor(canvas: HTMLCanvasElement, scroller: HTMLElement, layout: MatrixLayout) {
    super(canvas, scroller, layout, { left: layout.rowHead, top: size.head }, (scroll) => setMatrix({ scroll }))
    this.stop.push(
      usePicked.subscribe(() => this.repaint()),
      addHitSurface({
        region: this.scrollRegion,
        placeAt: (x, y) => this.placeAt(x, y),
      }),
    )
  }

  /** A column with a place in it that stays under a pixel of the window while the columns get another width. */
  private held: { readonly column: number; readonly part: number; readonly at: number } | null = null

  /**
   * Gives all columns another width.
   * @param clientX what stays where it is; by default the selected shot, else the middle
   */
  zoomTo(cell: number, clientX?: number): void {
    const { axis } = this.layout
    const box = this.scroller.getBoundingClientRect()
    const middle = box.left + this.layout.rowHead + (this.scroller.clientWidth - this.layout.rowHead) / 2
    const chosen = axis.slotOfShot.get(useView.getState().shotId ?? '')
    const ofChosen =
      chosen === undefined
        ? null
        : box.left + this.layout.rowHead + axis.leftOf(chosen) + this.layout.cell / 2 - this.scroller.scrollLeft
    const inSight =
      ofChosen !== null && ofChosen > box.left + this.layout.rowHead && ofChosen < box.left + this.scroller.clientWidth
    const at = clientX ?? (inSight ? ofChosen : middle)
    const x = this.bodyPoint({ x: at, y: 0 }).x
    const column = Math.max(0, axis.at(x))
    this.held = { column, part: (x - axis.leftOf(column)) / this.layout.cell, at: at - box.left }
    const { least, most } = sizeLimits.cell
    setMatrix({ cell: Math.min(most, Math.max(least, cell)) })
  }

  override setLayout(layout: MatrixLayout): void {
    this.inset = { left: layout.rowHead, top: size.head }
    super.setLayout(layout)
    const { held } = this
    this.held = null
    if (held && held.column < layout.axis.slots.length)
      this.scroller.scrollLeft = layout.rowHead + layout.axis.leftOf(held.column) + held.part * layout.cell - held.at
  }

  /** What lies under a point of the window. */
  hitAt(x: number, y: number): Hit {
    const { scroller } = this
    const box = scroller.getBoundingClientRect()
    if (x > box.left + scroller.clientWidth || y > box.top + scroller.clientHeight) return { kind: 'none' }
    return hitTest(this.layout, this.cells, x - box.left, y - box.top, scroller.scrollLeft, scroller.scrollTop)
  }

  /** The shot, or in the band above the scene, that a point of the window lies in. */
  private placeAt(x: number, y: number): DropPlace | null {
    const hit = this.hitAt(x, y)
    if (hit.kind !== 'none') return { shotId: hit.shotId }
    const box = this.scroller.getBoundingClientRect()
    const { axis } = this.layout
    const slot = axis.at(x - box.left - size.rowHead + this.scroller.scrollLeft)
    const scene = y < box.top + size.sceneBand && x > box.left + size.rowHead ? axis.slots[slot]?.scene : undefined
    return scene ? { sceneId: scene.id } : null
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
      shotIds:
        drag?.place && 'shotId' in drag.place && !drag.refused
          ? new Set([drag.place.shotId])
          : view.selected === 'shots'
            ? new Set(view.shotIds)
            : none,
      assetId: view.assetId,
      active: view.selected === 'cells' ? view.cell : null,
      range: this.range(),
      picked: usePicked.getState().cells,
      fillTo: this.fillTo,
      dropColumn: this.dropColumn,
      ghost: this.ghost,
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
      right: left === undefined ? undefined : left + this.layout.cell,
      top,
      bottom: top === undefined ? undefined : top + heights[row!]!,
    })
  }
}

const none: ReadonlySet<string> = new Set()
