import { addHitSurface, useAssetDrag } from '../../app/dnd/assetDrag'
import { useContinuity } from '../../app/continuity/useContinuity'
import { recordsNow, useProject } from '../../app/projectStore'
import { useView } from '../../app/viewStore'
import type { StoryClock } from '@shared/domain/time/storyClock'
import type { Point } from '../../common/point'
import { indexAt, retimedAxis } from '../../lanes/axis'
import { barEndAt, type BarEnd } from '../../lanes/barEnds'
import { barAt, barsIn, type BarSpan } from '../../lanes/bars'
import { LaneCanvas } from '../../lanes/laneCanvas'
import { DraftSession } from '../../lanes/draftSession'
import { placeAt, snappedPlace, type SnapTarget } from '../../lanes/snap'
import { gatheredBars } from './gathered'
import { PaintedSides, sideMarkAt, type SideMark } from './sideMarks'
import { draftOfGesture, type BarDraft, type BarGesture } from './barGesture'
import { draftOfCut, type CutDraft, type MoveCut } from './cutDraft'
import { changesIn, draftOfChange, type ChangeDraft, type ChangeHit, type ChangeMove } from './changeDraft'
import { paintTimeline } from './paint/paintTimeline'
import type { TimelinePaint } from './paint/timelinePaint'
import { player, setReel, setTimeline, useCut, usePlayhead, useTimeline } from './timelineState'
import { size, type TimelineLayout } from './timelineLayout'

export type TimelineHit =
  | { readonly kind: 'ruler'; readonly frame: number; readonly mark: 'in' | 'out' | null }
  | {
      readonly kind: 'shot'
      readonly slot: number
      /** The shot whose end is within reach; null = none. */
      readonly cut: number | null
    }
  | {
      readonly kind: 'lane'
      readonly row: number
      readonly assetId: string
      /** The shot at the pointer; past the ends the first or the last one. */
      readonly slot: number
      readonly bar: BarSpan | null
      /** The change of look within reach. */
      readonly change: ChangeHit | null
      readonly end: BarEnd | null
      /** The arrow of an entrance or exit there. */
      readonly side: SideMark | null
    }
  /** Between and below the lanes. */
  | { readonly kind: 'ground' }
  | { readonly kind: 'none' }

/** The canvas of the timeline: lanes over time, with a playhead. */
export class TimelineCanvas extends LaneCanvas<TimelineLayout> {
  /** A bar that is moved or made. */
  readonly barDraft = new DraftSession<BarGesture, BarDraft>(
    (gesture) => draftOfGesture(this.layout, gesture),
    () => this.repaint(),
  )
  /** A cut on its way. */
  readonly cutDraft: DraftSession<MoveCut, CutDraft> = new DraftSession<MoveCut, CutDraft>(
    (input) => draftOfCut(this.layout, input),
    () => {
      useCut.setState({ draft: this.cutDraft.now })
      this.repaint()
    },
  )
  /** A change of look on its way. */
  readonly changeDraft = new DraftSession<ChangeMove, ChangeDraft>(
    (move): ChangeDraft => draftOfChange(this, move),
    () => this.repaint(),
  )
  /** A rectangle that is drawn to choose bars, in body pixels. */
  marquee: { readonly from: Point; readonly to: Point } | null = null
  /** Where dragged shots would go, in body pixels. */
  dropX: number | null = null
  /** The shot whose end is under the pointer. */
  hoverCut: number | null = null
  /** The arrow of an entrance or exit under the pointer. */
  hoverSide: { readonly row: number; readonly x: number } | null = null
  private readonly sides = new PaintedSides(() => this.repaint())
  /** Keeps a frame under a pixel of the view when the zoom changes. */
  private follows = true
  private readonly zooms: { readonly zoom: number | null; readonly frame: number }[] = []
  private anchor: { readonly frame: number; readonly x: number } | null = null

  constructor(canvas: HTMLCanvasElement, scroller: HTMLElement, layout: TimelineLayout) {
    super(canvas, scroller, layout, { left: size.laneHead, top: size.head }, (scroll) => setTimeline({ scroll }))
    this.takeReel(layout)
    const held = () => (this.follows = false)
    for (const event of ['wheel', 'pointerdown'] as const) scroller.addEventListener(event, held, { passive: true })
    this.stop.push(
      () => player.stop(),
      () => this.sides.stop(),
      () => {
        for (const event of ['wheel', 'pointerdown'] as const) scroller.removeEventListener(event, held)
      },
      usePlayhead.subscribe(() => {
        if (player.playing) this.follow()
        this.repaint()
      }),
      addHitSurface({
        region: this.scrollRegion,
        placeAt: (x, y) => {
          const hit = this.hitAt({ x, y })
          if (hit.kind === 'lane' || hit.kind === 'ground') return this.momentAt(x, y)
          const slot = hit.kind === 'shot' ? this.layout.axis.slots[hit.slot] : undefined
          return slot ? { shotId: slot.shot.id } : null
        },
      }),
    )
  }

  /** Where in its shot a point over the lanes lies, snapped as every drag is; the end of a shot is the start of the next. */
  private momentAt(x: number, y: number): { shotId: string; at: number } | null {
    const { axis, slim } = this.layout
    const px = this.bodyPoint({ x, y }).x
    const near = axis.slots[axis.at(px)]
    const span = near && axis.scenes.find(({ scene }) => scene.id === near.scene.id)
    if (!near || !span) return null
    if (slim) return { shotId: near.shot.id, at: 0 }
    const { slot, at } = useTimeline.getState().snap
      ? snappedPlace(axis, span, px, this.snapTargets(span.scene.id, null))
      : placeAt(axis, span, px)
    if (at < 1) return { shotId: axis.slots[slot]!.shot.id, at }
    return slot < span.last ? { shotId: axis.slots[slot + 1]!.shot.id, at: 0 } : null
  }

  /** What an asset of the drawer would be in these lanes, where it is held. */
  private dropped(): TimelinePaint['drop'] {
    const { drag } = useAssetDrag.getState()
    const place = drag?.adds && !drag.refused && !drag.wholeScene ? drag.place : null
    if (!drag || !place || !('shotId' in place)) return null
    const { axis, rowOfAsset, tops } = this.layout
    const slot = axis.slotOfShot.get(place.shotId)
    if (slot === undefined) return null
    const { y } = this.bodyPoint(drag)
    const row = rowOfAsset.get(drag.fromId) ?? Math.max(0, indexAt(tops, Math.max(0, y)))
    const left = axis.leftOf(slot) + (place.at ?? 0) * axis.widthOf(slot)
    return { row, left, right: axis.leftOf(slot) + axis.widthOf(slot) }
  }

  /** The player plays these lanes. What it stood on it stands on still, or on the chosen shot where that is on no lane. */
  private takeReel({ clock, timing, sceneId }: TimelineLayout): void {
    const { folder, records } = useProject.getState()
    const known = shown?.folder === folder && shown.sceneId === sceneId
    const was = shown?.folder === folder ? shown.clock.shotAt(Math.min(player.now.frame, shown.clock.total - 1)) : null
    const inside = was ? player.now.frame - was.start : 0
    setReel({ total: clock.total, fps: timing.fps })
    shown = { folder, sceneId, clock }
    if (known) {
      if (player.now.frame > clock.total) player.seek(Math.max(0, clock.total))
      return
    }
    player.stop()
    player.markIn(null)
    player.markOut(null)
    const place = (id: string | null | undefined) => {
      const shot = id ? records.get('shots', id) : undefined
      return shot ? clock.startOf(shot) : null
    }
    const stood = place(was?.shotId)
    player.seek(stood === null ? (place(useView.getState().shotId) ?? 0) : stood + inside)
  }

  /** Turns the page when the playhead leaves it while it plays; never against a hand that scrolled elsewhere. */
  private follow(): void {
    const { scroller, inset, layout } = this
    const x = player.now.frame * layout.pxPerFrame
    const view = scroller.clientWidth - inset.left
    if (x >= scroller.scrollLeft && x <= scroller.scrollLeft + view) this.follows = true
    else if (this.follows) scroller.scrollLeft = player.now.speed > 0 ? x - 12 : x - view + 12
  }

  /** The frame at a pixel of the body, within the clock. */
  frameAt(px: number): number {
    const { clock, pxPerFrame } = this.layout
    return Math.min(clock.total, Math.max(0, Math.round(px / pxPerFrame)))
  }

  /** Zooms around a point of the window; without one around the playhead if it is seen, else the middle. */
  zoomTo(pxPerFrame: number, clientX?: number): void {
    const { scroller, inset, layout } = this
    const view = scroller.clientWidth - inset.left
    const playhead = usePlayhead.getState().frame * layout.pxPerFrame - scroller.scrollLeft
    const x =
      clientX === undefined
        ? playhead >= 0 && playhead <= view
          ? playhead
          : view / 2
        : clientX - scroller.getBoundingClientRect().left - inset.left
    this.anchor = { frame: (scroller.scrollLeft + x) / layout.pxPerFrame, x }
    setTimeline({ zoom: Math.min(mostZoom, Math.max(0.002, pxPerFrame)) })
  }

  /** Zooms so that a stretch of the clock fills the view; `zoomBack` leads back. */
  zoomToFrames(from: number, to: number): void {
    const { scroller, inset, layout } = this
    const view = scroller.clientWidth - inset.left
    const margin = view * 0.04
    const zoom = Math.min(mostZoom, Math.max(0.002, (view - 2 * margin) / Math.max(1, to - from)))
    this.zooms.push({ zoom: useTimeline.getState().zoom, frame: scroller.scrollLeft / layout.pxPerFrame })
    this.zoomAt(zoom, from - margin / zoom)
  }

  /** Zooms and scrolls so that exactly this stretch of the clock is seen. */
  showFrames(from: number, to: number): void {
    const { scroller, inset } = this
    const zoom = Math.min(mostZoom, (scroller.clientWidth - inset.left) / Math.max(1, to - from))
    this.zoomAt(zoom, from)
  }

  /** Back to what was seen before; false when there is nothing to go back to. */
  zoomBack(): boolean {
    const before = this.zooms.pop()
    if (before) this.zoomAt(before.zoom, before.frame)
    return before !== undefined
  }

  private zoomAt(zoom: number | null, frame: number): void {
    if (zoom === this.layout.pxPerFrame) this.scroller.scrollLeft = frame * zoom
    else this.anchor = { frame, x: 0 }
    setTimeline({ zoom })
  }

  override setLayout(layout: TimelineLayout): void {
    if (layout.clock !== this.layout.clock || layout.timing !== this.layout.timing) this.takeReel(layout)
    super.setLayout(layout)
    if (this.anchor) this.scroller.scrollLeft = this.anchor.frame * layout.pxPerFrame - this.anchor.x
    this.anchor = null
  }

  /** What lies under a point of the window. */
  hitAt({ x, y }: Point): TimelineHit {
    const box = this.scroller.getBoundingClientRect()
    const { axis, rows, tops, heights } = this.layout
    if (x < box.left + this.inset.left || x > box.left + this.scroller.clientWidth) return { kind: 'none' }
    const body = this.bodyPoint({ x, y })
    if (y < box.top + size.ruler) return { kind: 'ruler', frame: this.frameAt(body.x), mark: this.markAt(body.x) }
    const slot = Math.max(0, axis.at(body.x))
    if (!axis.slots.length) return { kind: 'none' }
    if (y < box.top + size.head)
      return body.x <= axis.width + cutReach ? { kind: 'shot', slot, cut: this.cutAt(body.x, slot) } : { kind: 'none' }
    const row = indexAt(tops, body.y)
    const entry = rows[row]
    if (entry?.kind !== 'asset' || body.y >= tops[row]! + heights[row]!) return { kind: 'ground' }
    const assetId = entry.asset.id
    const around = barsIn(
      this.layout,
      this.cells,
      assetId,
      Math.max(0, slot - 1),
      Math.min(axis.slots.length - 1, slot + 1),
    )
    const bar = around.find((b) => body.x >= b.left && body.x <= Math.max(b.right, b.left + 2)) ?? null
    const changes = bar && !this.layout.slim ? changesIn(this, assetId, bar) : []
    return {
      kind: 'lane',
      row,
      assetId,
      slot,
      bar,
      change: changes.find((c) => Math.abs(c.x - body.x) <= 7) ?? null,
      end: this.layout.slim ? null : barEndAt(this.layout, this.cells, row, assetId, body.x),
      side: sideMarkAt(this.layout, this.cells, recordsNow(), assetId, body.x),
    }
  }

  /** The shot whose end lies within reach of a pixel over the shots. */
  private cutAt(px: number, slot: number): number | null {
    const { axis, slim } = this.layout
    const near = (i: number) =>
      i >= 0 && axis.widthOf(i) >= 12 && Math.abs(axis.leftOf(i) + axis.widthOf(i) - px) <= cutReach
    if (slim) return null
    return near(slot) ? slot : near(slot - 1) ? slot - 1 : null
  }

  /** The in or out point within reach of a pixel of the ruler. */
  private markAt(px: number): 'in' | 'out' | null {
    const { inAt, outAt } = player.now
    const near = (frame: number | null) => frame !== null && Math.abs(frame * this.layout.pxPerFrame - px) <= 6
    return near(inAt) ? 'in' : near(outAt) ? 'out' : null
  }

  /** What a drag may snap to beside the cuts: the playhead, changes of look, and the ends of all other bars of the scene. */
  snapTargets(sceneId: string, dragged: { assetId: string; slot: number } | null): SnapTarget[] {
    const { layout, cells } = this
    const { axis, pxPerFrame } = layout
    const span = axis.scenes.find((s) => s.scene.id === sceneId)
    if (!span) return []
    const targets: SnapTarget[] = []
    const frame = usePlayhead.getState().frame
    const slot = axis.at(frame * pxPerFrame)
    if (slot >= span.first && slot <= span.last)
      targets.push({ slot, at: (frame * pxPerFrame - axis.leftOf(slot)) / axis.widthOf(slot), name: 'playhead' })
    const own = dragged && barAt(layout, cells, dragged.assetId, dragged.slot)
    for (let i = span.first; i <= span.last; i++)
      for (const [assetId, cell] of cells.cellsOf(axis.slots[i]!.shot.id)) {
        if (dragged?.assetId === assetId && own && i >= own.first && i <= own.last) continue
        const name = recordsNow().get('assets', assetId)?.name ?? ''
        const { enterAt, exitAt } = cell.assignment
        if (enterAt > 0) targets.push({ slot: i, at: enterAt, name: `entrance of ${name}` })
        if (exitAt < 1) targets.push({ slot: i, at: exitAt, name: `exit of ${name}` })
        for (const at of cell.transformations) targets.push({ slot: i, at, name: `change of ${name}` })
      }
    return targets
  }

  protected paintOn(ctx: CanvasRenderingContext2D, width: number, height: number): void {
    const view = useView.getState()
    const edge = this.edgeDraft.now
    const whole = this.barDraft.now
    const cut = this.cutDraft.now
    const change = this.changeDraft.now
    const layout = cut?.lengths.size
      ? { ...this.layout, axis: retimedAxis(this.layout.axis, cut.lengths, this.layout.pxPerFrame) }
      : this.layout
    const cutSlot = cut ? this.layout.axis.slotOfShot.get(cut.input.shotId)! : this.hoverCut
    const active = view.selected === 'cells' ? view.cell : null
    const slot = active ? this.layout.axis.slotOfShot.get(active.shotId) : undefined
    const bar = active && slot !== undefined ? barAt(layout, this.cells, active.assetId, slot) : null
    paintTimeline(ctx, {
      records: recordsNow(),
      sidesOf: this.sides.of(recordsNow()),
      layout,
      cells: this.cells,
      palette: this.palette,
      thumbs: this.thumbs,
      width,
      height,
      scrollX: this.scroller.scrollLeft,
      scrollY: this.scroller.scrollTop,
      shotId: view.shotId,
      activeRow: active ? (this.layout.rowOfAsset.get(active.assetId) ?? null) : null,
      activeBar: bar,
      chosen: gatheredBars(this).map((one) => ({ row: this.layout.rowOfAsset.get(one.cell.assetId)!, bar: one.bar })),
      marquee: this.marquee,
      focused: this.focused,
      edge: this.edge,
      playhead: player.now.frame,
      range: player.now.inAt === null && player.now.outAt === null ? null : player.range,
      atCut: useContinuity.getState().atCut,
      draft: whole?.cells ?? edge?.cells ?? null,
      draftStale: whole?.staleShots ?? edge?.staleShots ?? cut?.staleShots ?? change?.staleShots ?? none,
      change: change && !change.refused ? { row: change.row, x: change.x } : null,
      side: this.hoverSide,
      dropX: this.dropX,
      drop: this.dropped(),
      cut: cutSlot === null ? null : { slot: cutSlot, lengths: cut?.lengths ?? noLengths },
      leaves: edge ? { shotIds: edge.leaves, row: edge.row } : null,
      handle: edge ? { row: edge.row, x: edge.x } : this.hoverEnd,
      dragX:
        this.dropped()?.left ??
        edge?.x ??
        whole?.x ??
        change?.x ??
        (cut && cutSlot !== null ? layout.axis.leftOf(cutSlot) + layout.axis.widthOf(cutSlot) : null),
    })
  }
}

/** What the player played last, so that its playhead stays on its moment when the lanes show something else. */
let shown: { readonly folder: string | null; readonly sceneId: string | null; readonly clock: StoryClock } | null = null

/** Pixels a frame. */
const mostZoom = 60
const none: ReadonlySet<string> = new Set()
const noLengths: ReadonlyMap<string, number> = new Map()
/** How far around a cut it can be taken, in pixels. */
const cutReach = 5
