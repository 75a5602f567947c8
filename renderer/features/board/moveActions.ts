import { create } from 'zustand'
import { hint } from '../../app/hint'
import { run } from '../../app/projectActions'
import { announce } from '../../app/toasts'
import { useView } from '../../app/viewStore'
import type { DropPlace } from './boardLayout'
import type { MoveDraft } from './moves'
import { chooseAll } from './selection'
import { makeShots } from './shotActions'

/** Shots on their way: which, where they would go, and whose results would turn stale. */
export const useShotDrag = create<{
  shotIds: ReadonlySet<string>
  staleShots: ReadonlySet<string>
  mark: DropPlace['mark'] | null
  x: number
  y: number
  copies: boolean
}>(() => ({ shotIds: new Set(), staleShots: new Set(), mark: null, x: 0, y: 0, copies: false }))

export const dropDrag = (): void =>
  useShotDrag.setState({ shotIds: new Set(), staleShots: new Set(), mark: null, copies: false })

/** Does what a draft says, and says it; answers whether it was done. */
export async function commitMove({ command, input, sentence, staleWords, idle }: MoveDraft): Promise<boolean> {
  hint('')
  if (idle) {
    announce(sentence)
    return false
  }
  const done =
    command === 'shot.paste' ? (await makeShots('shot.paste', input)) !== null : await run('shot.move', input)
  if (!done) return false
  const { shotId } = useView.getState()
  if (command === 'shot.move')
    chooseAll(
      shotId !== null && input.shotIds.includes(shotId)
        ? [...input.shotIds.filter((id) => id !== shotId), shotId]
        : input.shotIds,
    )
  announce(`${sentence}. ${staleWords}.`)
  return true
}
