import type { Tables } from '../model/tables'
import type { Draft } from '../records/draft'
import type { IndexedTable } from '../records/indexes'
import { Refusal } from '../records/refusal'
import { assignmentOf, existingShot, livingAsset } from './lookup'
import { markInitialised } from './initialised'
import { dropAssignment } from './removeAssignment'
import { addAssignment, ensureInstance } from './setAssignment'

export interface SuggestionChoice {
  suggestionIds?: readonly string[] | undefined
  /** Unconfirmed assignments (origin suggested) to accept or reject. */
  assignmentIds?: readonly string[] | undefined
  /** Every open suggestion and unconfirmed assignment of the project, or of the given shots. */
  all?: boolean | undefined
  /** By themselves they mean all of these shots. */
  shotIds?: readonly string[] | undefined
}

/** Of the given shots, unless single ones are named beside them. @throws Refusal NOT_FOUND */
function ofShots<I extends 'assignmentsOfShot' | 'suggestionsOfShot'>(draft: Draft, { all, shotIds = [], suggestionIds, assignmentIds }: SuggestionChoice, index: I): Tables[IndexedTable<I>][] {
  if (!all && (suggestionIds || assignmentIds)) return []
  return [...new Set(shotIds)].flatMap((id) => [...draft.list(index, existingShot(draft, id).id)])
}

function* chosenAssignments(draft: Draft, input: SuggestionChoice) {
  const all = input.shotIds ? ofShots(draft, input, 'assignmentsOfShot') : input.all ? draft.all('assignments') : []
  for (const a of all) if (a.origin === 'suggested') yield a
  for (const id of input.assignmentIds ?? []) {
    const assignment = draft.get('assignments', id)
    if (!assignment) throw new Refusal('NOT_FOUND', { what: 'The assignment' })
    // One the user confirmed meanwhile is no suggestion any more.
    if (assignment.origin === 'suggested') yield assignment
  }
}

function* chosenSuggestions(draft: Draft, input: SuggestionChoice) {
  const all = input.shotIds ? ofShots(draft, input, 'suggestionsOfShot') : input.all ? draft.all('suggestions') : []
  for (const s of all) if (s.state === 'open') yield s
  for (const id of input.suggestionIds ?? []) {
    const suggestion = draft.get('suggestions', id)
    if (!suggestion) throw new Refusal('NOT_FOUND', { what: 'The suggestion' })
    yield suggestion
  }
}

/** `suggestion.accept`: unconfirmed assignments count as the user's, open suggestions become assignments (domain.md 9). Those of deleted assets wait. */
export function acceptSuggestions(draft: Draft, input: SuggestionChoice): void {
  for (const assignment of chosenAssignments(draft, input)) {
    draft.update('assignments', assignment.id, { origin: 'user' })
    markInitialised(draft, existingShot(draft, assignment.shotId).sceneId)
  }
  for (const s of chosenSuggestions(draft, input)) {
    const named = input.suggestionIds?.includes(s.id)
    if (!named && draft.must('assets', s.assetId).deleted) continue
    livingAsset(draft, s.assetId)
    const shot = existingShot(draft, s.shotId)
    const instance = ensureInstance(draft, shot.sceneId, s.assetId)
    const current = assignmentOf(draft, shot.id, instance.id)
    const fields = { presence: s.presence, enterAt: s.enterAt, exitAt: s.exitAt, enterFrom: s.enterFrom, exitTo: s.exitTo, origin: 'user' } as const
    if (current) draft.update('assignments', current.id, fields)
    else addAssignment(draft, shot.id, instance.id, { ...fields, action: '', rank: null, evidence: s.evidence })
    draft.update('suggestions', s.id, { state: 'accepted' })
    markInitialised(draft, shot.sceneId)
  }
}

/** `suggestion.reject`: unconfirmed assignments are taken out, open suggestions put aside. */
export function rejectSuggestions(draft: Draft, input: SuggestionChoice): void {
  for (const assignment of chosenAssignments(draft, input)) {
    dropAssignment(draft, assignment)
    markInitialised(draft, existingShot(draft, assignment.shotId).sceneId)
  }
  for (const s of chosenSuggestions(draft, input)) {
    draft.update('suggestions', s.id, { state: 'rejected' })
    markInitialised(draft, existingShot(draft, s.shotId).sceneId)
  }
}
