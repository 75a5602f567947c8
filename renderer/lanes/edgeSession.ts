import { hint } from '../app/hint'
import { run } from '../app/projectActions'
import type { DragSession } from '../common/useDrag'
import type { BarEnd } from './barEnds'
import { useTagStore } from './DragTag'
import type { LaneCanvas } from './laneCanvas'
import type { Lanes } from './lanes'
import { placeAt, snappedPlace, type SnapTarget } from './snap'

/**
 * Dragging a bar's end: previewed while it moves, one command on release; Shift turns snapping off.
 * @param targets what it snaps to beside the cuts
 * @param chosen told the end and the shot it stands in, after a click or a release
 */
export function edgeSession(
  canvas: LaneCanvas<Lanes>,
  end: BarEnd,
  targets: readonly SnapTarget[],
  chosen: (shotId: string) => void,
): DragSession {
  const clearTag = () => {
    useTagStore.setState({ tag: null })
    hint('')
  }
  return {
    scrolls: canvas.scrollRegion,
    move(at) {
      const { axis } = canvas.layout
      const { x } = canvas.bodyPoint(at)
      const { scene } = axis.slots[end.slot]!
      const span = axis.scenes.find((s) => s.scene.id === scene.id)!
      const {
        slot,
        at: fraction,
        snappedTo,
      } = at.shift ? { ...placeAt(axis, span, x), snappedTo: null } : snappedPlace(axis, span, x, targets)
      canvas.hoverEnd = null
      const draft = canvas.edgeDraft.draw({ end, slot, at: fraction })
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
      const draft = canvas.edgeDraft.now
      clearTag()
      if (!draft || draft.refused) {
        canvas.edgeDraft.drop()
        return
      }
      canvas.edge = end.edge
      canvas.edgeDraft.commit(() => run('assignment.moveEdge', draft.input))
      chosen(draft.input.toShotId)
    },
    cancel() {
      clearTag()
      canvas.edgeDraft.drop()
    },
    click() {
      canvas.edge = end.edge
      chosen(canvas.layout.axis.slots[end.slot]!.shot.id)
    },
  }
}
