import type { PromptVersion, Take, TakeKind } from '../../model/result'
import type { Draft } from '../../records/draft'
import { takesOf } from '../lookup'

/**
 * Shows a take at a shot. Takes themselves are never changed (architecture.md); one that shows where it was made needs no place.
 * @param detached listed, but never chosen by being the newest
 */
function placeTake(draft: Draft, take: Take, shotId: string, detached: boolean): void {
  const place = draft.get('takePlaces', take.id)
  if (take.shotId === shotId && !detached) draft.remove('takePlaces', take.id)
  else if (place) draft.update('takePlaces', take.id, { shotId, kind: take.kind, detached })
  else draft.add('takePlaces', { id: take.id, shotId, kind: take.kind, detached })
}

function moveTakes(draft: Draft, fromId: string, toId: string, kind: TakeKind, detach: boolean): void {
  for (const take of takesOf(draft, fromId, kind))
    placeTake(draft, take, toId, detach || (draft.get('takePlaces', take.id)?.detached ?? false))
}

function moveChoice(draft: Draft, fromId: string, toId: string, kind: TakeKind): void {
  const choice = draft.get('takeChoices', `${fromId}:${kind}`)
  draft.remove('takeChoices', `${toId}:${kind}`)
  if (!choice) return
  draft.remove('takeChoices', choice.id)
  draft.add('takeChoices', { ...choice, id: `${toId}:${kind}`, shotId: toId })
}

function movePlanEdit(draft: Draft, fromId: string, toId: string): void {
  const edit = draft.get('planEdits', `${fromId}:end`)
  draft.remove('planEdits', `${toId}:end`)
  if (!edit) return
  draft.remove('planEdits', edit.id)
  draft.add('planEdits', { ...edit, id: `${toId}:end`, shotId: toId })
}

/**
 * Results of a split shot (domain.md 7): end takes with their choice, the end prompt's versions and the edited plan of the end frame go
 * with the end they show to the second half; the start's, the video and its prompt stay with the first. At the cut nothing is made yet.
 */
export function splitResults(draft: Draft, firstId: string, secondId: string): void {
  moveTakes(draft, firstId, secondId, 'endFrame', false)
  moveChoice(draft, firstId, secondId, 'endFrame')
  movePlanEdit(draft, firstId, secondId)
  for (const version of draft.list('promptVersionsOf', `${firstId}/end`))
    draft.update('promptVersions', version.id, { shotId: secondId })
}

/**
 * Results of two shots that become one (domain.md 7). Start: the first's; end: the second's; video: the first's. No take is dropped:
 * all others stay listed, unchosen. Prompts likewise: the others stay as older versions; where the standing side has none, they go with
 * the gone shot (and return with undo), since an older text must not stand for another frame. Plans edited for the cut go.
 */
export function joinResults(draft: Draft, keptId: string, goneId: string): void {
  for (const take of takesOf(draft, keptId, 'endFrame')) placeTake(draft, take, keptId, true)
  moveTakes(draft, goneId, keptId, 'startFrame', true)
  moveTakes(draft, goneId, keptId, 'endFrame', false)
  moveTakes(draft, goneId, keptId, 'video', true)
  moveChoice(draft, goneId, keptId, 'endFrame')
  movePlanEdit(draft, goneId, keptId)
  const versions = (shotId: string, prompt: string) => draft.list('promptVersionsOf', `${shotId}/${prompt}`)
  const [keptEnd, goneEnd] = [versions(keptId, 'end'), versions(goneId, 'end')]
  joinVersions(draft, keptId, goneId, versions(goneId, 'start'), versions(keptId, 'start'))
  joinVersions(draft, keptId, goneId, keptEnd, goneEnd)
  joinVersions(draft, keptId, goneId, versions(goneId, 'video'), versions(keptId, 'video'))
}

/** Puts the versions of one prompt together, those that stand on top of the others. */
function joinVersions(
  draft: Draft,
  keptId: string,
  goneId: string,
  older: readonly PromptVersion[],
  standing: readonly PromptVersion[],
): void {
  const all = [...older, ...standing]
  if (!standing.length) {
    for (const version of all) draft.update('promptVersions', version.id, { shotId: goneId })
    return
  }
  const ordinals = all.map((v) => v.ordinal).sort((a, b) => a - b)
  all.forEach((version, i) => draft.update('promptVersions', version.id, { shotId: keptId, ordinal: ordinals[i]! }))
}
