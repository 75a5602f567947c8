import { hint } from '../../app/hint'
import { run } from '../../app/projectActions'
import { announce } from '../../app/toasts'
import { selectShot, useView } from '../../app/viewStore'
import type { DragMove, DragSession } from '../../common/useDrag'
import { useTagStore } from '../../lanes/DragTag'
import { draftOfCut } from './cutDraft'
import type { TimelineCanvas } from './timelineCanvas'
import { player, useTimeline } from './timelineState'

/** Nearer than this a cut snaps, in pixels. */
const snapPx = 6

/** Dragging the end of a shot: the neighbour gives, with Ctrl or Cmd the rest moves along; previewed while it moves, one command on release. */
export function cutSession(canvas: TimelineCanvas, slot: number, fromX: number): DragSession {
  const { axis, pxPerFrame } = canvas.layout
  const { shot } = axis.slots[slot]!
  const cut = axis.leftOf(slot) + axis.widthOf(slot)
  const grip = canvas.bodyPoint({ x: fromX, y: 0 }).x - cut
  const over = () => {
    useTagStore.setState({ tag: null })
    hint('')
  }
  const place = (at: DragMove): { frames: number; snappedTo: string | null } => {
    const px = canvas.bodyPoint(at).x - grip
    const { frame, inAt, outAt } = player.now
    const targets = [
      { frame, name: 'playhead' },
      { frame: inAt, name: 'in point' },
      { frame: outAt, name: 'out point' },
    ].flatMap((t) => (t.frame === null ? [] : [{ px: t.frame * pxPerFrame, name: t.name }]))
    const [best] =
      at.shift || !useTimeline.getState().snap
        ? []
        : targets
            .filter((t) => Math.abs(t.px - px) <= snapPx && Math.abs(t.px - cut) > 0.5)
            .toSorted((a, b) => Math.abs(a.px - px) - Math.abs(b.px - px))
    return { frames: Math.round(((best?.px ?? px) - cut) / pxPerFrame), snappedTo: best?.name ?? null }
  }
  return {
    scrolls: canvas.scrollRegion,
    move(at) {
      const { frames, snappedTo } = place(at)
      const draft = canvas.cutDraft.draw({ shotId: shot.id, byFrames: frames, ripple: at.mod })
      useTagStore.setState({
        tag: {
          x: at.x,
          y: at.y,
          text: draft.sentence,
          stale: draft.staleResults,
          staleWords: draft.staleWords,
          snappedTo,
          refused: draft.refused !== null,
          keys: [
            ['Ctrl', at.mod ? 'moves the rest' : 'the rest moves'],
            ['Shift', 'no snapping'],
          ],
        },
      })
      hint(draft.sentence)
    },
    commit() {
      const draft = canvas.cutDraft.now
      over()
      if (!draft || draft.refused || !draft.lengths.size) canvas.cutDraft.drop()
      else canvas.cutDraft.commit(() => run('shot.moveCut', draft.input))
    },
    cancel() {
      over()
      canvas.cutDraft.drop()
    },
    click: () => selectShot(shot.id),
  }
}

/** The end of the chosen shot by frames, as the drag does it. */
export function nudgeCut(canvas: TimelineCanvas, byFrames: number, ripple: boolean): void {
  const shotId = chosenShot()
  if (shotId === null) return
  const draft = draftOfCut(canvas.layout, { shotId, byFrames, ripple })
  hint(draft.sentence)
  announce(draft.sentence)
  if (!draft.refused) void run('shot.moveCut', draft.input)
}

/** The one shot that is chosen as a shot; its end is the cut that the keys move. */
export function chosenShot(): string | null {
  const { selected, shotIds, shotId } = useView.getState()
  return selected === 'shots' && shotIds.length <= 1 ? shotId : null
}
