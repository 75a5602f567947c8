import type { Assignment } from '../../model/assignment'
import type { Draft } from '../../records/draft'

/** So many crossings are named; more are counted. */
const named = 3

/** Warns of crossings, each named with its shot (domain.md 1.11). Nothing is said of none. */
export function warnOfCrossings(draft: Draft, assignments: Iterable<Assignment>): void {
  const crossings = [...assignments].filter((a) => a.presence === 'passes_through')
  if (!crossings.length) return
  const words = crossings.slice(0, named).map((a) => {
    const { assetId } = draft.must('sceneAssetInstances', a.sceneAssetInstanceId)
    return `${draft.must('assets', assetId).name} in shot ${draft.must('shots', a.shotId).number}`
  })
  const more = crossings.length - words.length
  const last = more ? `${more} more` : words.length > 1 ? words.pop()! : null
  const who = last === null ? words[0]! : `${words.join(', ')} and ${last}`
  draft.warn('PASSES_THROUGH', { who: `${who} ${crossings.length === 1 ? 'appears' : 'appear'}` })
}
