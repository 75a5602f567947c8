import { shotsOfScene } from '@shared/domain/lookup'
import { Refusal } from '@shared/records/refusal'
import { upperFirst } from '@shared/language/unitWords'
import { hint } from '../../app/hint'
import { moveShots } from '../../app/edit/shotCommands'
import { preview, staleWords } from '../../app/preview'
import { recordsNow } from '../../app/projectStore'
import { chosenShots, shotWords } from '../../app/selection'
import { selectShot } from '../../app/viewStore'
import type { DragMove, DragSession } from '../../common/useDrag'
import { useTagStore } from '../../lanes/DragTag'
import type { TimelineCanvas } from './timelineCanvas'

/** Dragging a shot, or those chosen together with it, to another place; a click chooses it. */
export function shotSession(canvas: TimelineCanvas, slot: number): DragSession {
  const held = canvas.layout.axis.slots[slot]!.shot.id
  const chosen = chosenShots()
  const shotIds = chosen.includes(held) ? [...chosen] : [held]
  let move: { shotIds: string[]; index: number; sceneId: string } | null = null
  const over = () => {
    useTagStore.setState({ tag: null })
    hint('')
    canvas.dropX = null
    canvas.repaint()
  }
  const show = (at: DragMove) => {
    const { axis } = canvas.layout
    const px = canvas.bodyPoint(at).x
    const over = Math.min(axis.slots.length - 1, Math.max(0, axis.at(px)))
    const { shot, scene } = axis.slots[over]!
    const behind = px > axis.leftOf(over) + axis.widthOf(over) / 2
    const all = shotsOfScene(recordsNow(), scene.id).map((s) => s.id)
    const place = all.indexOf(shot.id) + (behind ? 1 : 0)
    const index = all.slice(0, place).filter((id) => !shotIds.includes(id)).length
    const input = { shotIds, index, sceneId: scene.id }
    const outcome = preview('shot.move', input)
    const name = upperFirst(shotWords(shotIds))
    const stays = !(outcome instanceof Refusal) && !Object.keys(outcome.change.updated).length
    move = outcome instanceof Refusal || stays ? null : input
    canvas.dropX = axis.leftOf(over) + (behind ? axis.widthOf(over) : 0)
    canvas.repaint()
    const text =
      outcome instanceof Refusal
        ? outcome.message
        : stays
          ? `${name} where ${shotIds.length === 1 ? 'it is' : 'they are'}.`
          : `${name} ${behind ? 'after' : 'before'} shot ${shot.number}.`
    const stale = outcome instanceof Refusal || stays ? 0 : outcome.staleResults
    useTagStore.setState({
      tag: {
        x: at.x,
        y: at.y,
        text,
        stale,
        staleWords: outcome instanceof Refusal || stays ? '' : upperFirst(staleWords(outcome)),
        snappedTo: null,
        refused: outcome instanceof Refusal,
        keys: [],
      },
    })
    hint(text)
  }
  return {
    scrolls: canvas.scrollRegion,
    move: show,
    commit(at) {
      show(at)
      over()
      if (move) void moveShots(move)
    },
    cancel: over,
    click: () => selectShot(held),
  }
}
