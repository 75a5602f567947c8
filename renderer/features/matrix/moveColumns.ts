import { shotsOfScene } from '@shared/domain/lookup'
import { Refusal } from '@shared/records/refusal'
import { preview, staleWords } from '../../app/preview'
import { recordsNow } from '../../app/projectStore'
import { shotWords } from '../../app/selection'
import { upperFirst } from '@shared/language/unitWords'
import type { GridController } from './gridController'

/** Where dragged shots would go: the column before which, what to send, and in words; no input where they stay. */
export interface ShotMove {
  readonly column: number
  readonly input: { shotIds: string[]; index: number; sceneId: string } | null
  readonly words: string
}

/** Shots held over a column: they go before it, or behind it when held over its right half; always into its scene. */
export function moveBefore(
  grid: GridController,
  shotIds: readonly string[],
  column: number,
  x: number,
): ShotMove | null {
  const { axis } = grid.layout
  const slot = axis.slots[column]
  if (!slot) return null
  const behind = grid.bodyPoint({ x, y: 0 }).x > axis.leftOf(column) + grid.layout.cell / 2
  const all = shotsOfScene(recordsNow(), slot.scene.id).map((s) => s.id)
  const at = all.indexOf(slot.shot.id) + (behind ? 1 : 0)
  const index = all.slice(0, at).filter((id) => !shotIds.includes(id)).length
  const edge = column + (behind ? 1 : 0)
  const input = { shotIds: [...shotIds], index, sceneId: slot.scene.id }
  const outcome = preview('shot.move', input)
  const name = upperFirst(shotWords(shotIds))
  if (outcome instanceof Refusal) return { column: edge, input: null, words: outcome.message }
  if (!Object.keys(outcome.change.updated).length)
    return { column: edge, input: null, words: `${name} where ${shotIds.length === 1 ? 'it is' : 'they are'}` }
  const where = `${behind ? 'after' : 'before'} shot ${slot.shot.number}, scene ${slot.scene.number}`
  return { column: edge, input, words: `${name} to ${where}: ${staleWords(outcome, 'shot')}` }
}
