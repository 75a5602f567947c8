import { framesToSeconds } from '@shared/domain/time/frames'
import { secondsText } from '@shared/language/unitWords'
import { Refusal } from '@shared/records/refusal'
import type { Shot } from '@shared/model/shot'
import { preview, staleWords } from '../../../app/preview'
import { run } from '../../../app/projectActions'
import { recordsNow } from '../../../app/projectStore'
import { announce, toast } from '../../../app/toasts'
import { selectShot, useView } from '../../../app/viewStore'
import { chosenShots } from './shotSelection'
import { nextUnconfirmed, unconfirmedOf, type Unconfirmed } from './unconfirmed'

const ids = (items: readonly Unconfirmed[]) => ({
  assignmentIds: items.filter((i) => i.kind === 'assignment').map((i) => i.id),
  suggestionIds: items.filter((i) => i.kind === 'suggestion').map((i) => i.id),
})

export const accept = (items: readonly Unconfirmed[]) => run('suggestion.accept', ids(items))
export const reject = (items: readonly Unconfirmed[]) => run('suggestion.reject', ids(items))

/** Confirms all of the chosen shots, and goes on to the next one that waits. */
export async function acceptAndGo(): Promise<void> {
  const items = chosenShots().flatMap((id) => unconfirmedOf(recordsNow(), id))
  if (items.length && (await accept(items))) announce(`${items.length} confirmed.`)
  goToNext(1)
}

export function goToNext(way: 1 | -1): void {
  const next = nextUnconfirmed(recordsNow(), useView.getState().shotId, way)
  if (next) selectShot(next)
  else toast('done', 'Everything read from the script is confirmed.')
}

/** What joining these shots would do, in words; or why it cannot be done. */
export function joinWords(shotIds: readonly string[]): { words: string; possible: boolean } {
  const records = recordsNow()
  const numbers = shotIds.flatMap((id) => records.get('shots', id)?.number ?? [])
  const names = `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
  const outcome = preview('shot.join', { shotIds: [...shotIds] })
  if (outcome instanceof Refusal) return { words: outcome.message, possible: false }
  const joined = outcome.answer as Shot
  const seconds = framesToSeconds(joined.durationFrames, records.must('project', 'project').fps)
  const stale = outcome.staleResults || !outcome.complete ? `; ${staleWords(outcome)}` : ''
  return { words: `Join ${names}: ${secondsText(seconds)}, kept as ${joined.number}${stale}.`, possible: true }
}

export async function joinChosen(shotIds: readonly string[] = chosenShots()): Promise<void> {
  if (shotIds.length < 2) {
    toast('warning', 'Choose two or more shots to join: Shift and click, or Shift and arrow.')
    return
  }
  if (await run('shot.join', { shotIds: [...shotIds] })) {
    const first = shotIds.find((id) => recordsNow().get('shots', id))
    if (first) selectShot(first)
  }
}
