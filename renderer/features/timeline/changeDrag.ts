import { hint } from '../../app/hint'
import { run } from '../../app/projectActions'
import { announce } from '../../app/toasts'
import type { DragSession } from '../../common/useDrag'
import type { BarSpan } from '../../lanes/bars'
import { useTagStore } from '../../lanes/DragTag'
import { placeAt, placeOfFrame, pxOf, snappedPlace } from '../../lanes/snap'
import { activeBar, activateBar } from './activeBar'
import { changesIn, draftOfChange, type ChangeHit } from './changeDraft'
import type { TimelineCanvas } from './timelineCanvas'
import { player, useTimeline } from './timelineState'

/** Dragging a diamond in time, inside its bar. */
export function changeSession(canvas: TimelineCanvas, hit: ChangeHit, bar: BarSpan, fromX: number): DragSession {
  const { axis } = canvas.layout
  const { scene } = axis.slots[bar.first]!
  const span = axis.scenes.find((s) => s.scene.id === scene.id)!
  const grip = canvas.bodyPoint({ x: fromX, y: 0 }).x - hit.x
  const targets = canvas.snapTargets(scene.id, null).filter((t) => Math.abs(pxOf(axis, t) - hit.x) > 0.5)
  const over = () => {
    useTagStore.setState({ tag: null })
    hint('')
  }
  return {
    scrolls: canvas.scrollRegion,
    move(at) {
      const px = Math.min(bar.right, Math.max(bar.left, canvas.bodyPoint(at).x - grip))
      const { snappedTo, ...place } =
        at.shift || !useTimeline.getState().snap
          ? { ...placeAt(axis, span, px), snappedTo: null }
          : snappedPlace(axis, span, px, targets)
      const draft = canvas.changeDraft.draw({
        changeId: hit.change.id,
        assetId: hit.assetId,
        slot: Math.min(bar.last, Math.max(bar.first, place.slot)),
        at: place.at,
      })
      useTagStore.setState({
        tag: {
          x: at.x,
          y: at.y,
          text: draft.sentence,
          stale: draft.staleResults,
          staleWords: draft.staleWords,
          snappedTo,
          refused: draft.refused !== null,
        },
      })
      hint(draft.sentence)
    },
    commit() {
      const draft = canvas.changeDraft.now
      over()
      if (!draft || draft.refused) canvas.changeDraft.drop()
      else canvas.changeDraft.commit(() => run('transformation.set', draft.input))
    },
    cancel() {
      over()
      canvas.changeDraft.drop()
    },
    click: () => activateBar(canvas, { assetId: hit.assetId, shotId: hit.change.shotId }),
  }
}

/** The change of look of the active bar that lies nearest to the playhead, by frames. */
export function nudgeChange(canvas: TimelineCanvas, byFrames: number): void {
  const active = activeBar(canvas)
  const hit = active && nearestChange(canvas, active.cell.assetId, active.bar)
  if (!active || !hit) {
    const text = 'This bar has no change of look. D makes one.'
    hint(text)
    announce(text)
    return
  }
  const { axis } = canvas.layout
  const slot = axis.slotOfShot.get(hit.change.shotId)!
  const frame = Math.round(hit.change.at! * axis.slots[slot]!.shot.durationFrames)
  const to = placeOfFrame(axis, slot, frame + byFrames)
  const inside = Math.min(active.bar.last, Math.max(active.bar.first, to.slot))
  const draft = draftOfChange(canvas, { changeId: hit.change.id, assetId: hit.assetId, slot: inside, at: to.at })
  hint(draft.sentence)
  announce(draft.sentence)
  if (!draft.refused) void run('transformation.set', draft.input)
}

function nearestChange(canvas: TimelineCanvas, assetId: string, bar: BarSpan): ChangeHit | null {
  const x = player.now.frame * canvas.layout.pxPerFrame
  return changesIn(canvas, assetId, bar).toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0] ?? null
}
