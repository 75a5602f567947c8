import type { Assignment } from '../../model/assignment'
import type { Shot } from '../../model/shot'
import type { Suggestion } from '../../model/suggestion'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { InvalidInput, Refusal } from '../../records/refusal'
import { assignmentOf, existingInstance, existingShot, livingAsset, shotsInOrder, storyShot } from '../lookup'
import { markInitialised } from '../presence/initialised'
import { warnOfCrossings } from '../presence/crossings'
import { takeOutOfShot } from '../presence/removeAssignment'
import { toldAs } from './toldAs'
import { addAssignment, ensureInstance } from '../presence/setAssignment'

export interface SuggestionChoice {
  /** Suggestions as `suggestionsOf` lists them: also unconfirmed assignments, by their id. */
  suggestionIds?: readonly string[] | undefined
  /** Unconfirmed assignments (origin suggested) to accept or reject. */
  assignmentIds?: readonly string[] | undefined
  /** Every open suggestion and unconfirmed assignment of the story, or of the given shots. */
  all?: boolean | undefined
  /** By themselves they mean all of these shots. */
  shotIds?: readonly string[] | undefined
}

/**
 * What was read from the text for a shot and how the user answered it (domain.md 9): open suggestions, and the first assignments, which count as
 * open until they are confirmed, edited or taken out.
 */
export function suggestionsOf(store: ReadRecords, shot: Shot): Suggestion[] {
  const listed = [...store.list('suggestionsOfShot', shot.id)]
  const known = new Set(listed.map((s) => s.assetId))
  for (const a of store.list('assignmentsOfShot', shot.id)) {
    const { assetId } = existingInstance(store, a.sceneAssetInstanceId)
    if ((a.evidence || a.origin === 'suggested') && !known.has(assetId))
      listed.push(suggestionFrom(a, assetId, a.origin === 'suggested' ? 'open' : 'accepted'))
  }
  return listed
}

function suggestionFrom(a: Assignment, assetId: string, state: Suggestion['state']): Suggestion {
  const { id, shotId, presence, enterAt, exitAt, enterFrom, exitTo, evidence, ordinal } = a
  return { id, shotId, assetId, presence, enterAt, exitAt, enterFrom, exitTo, evidence, state, ordinal }
}

interface Chosen {
  assignments: Assignment[]
  suggestions: Suggestion[]
}

/** @throws InvalidInput when nothing is named; Refusal NOT_FOUND for what is gone */
function chosen(
  draft: Draft,
  { suggestionIds, assignmentIds, all, shotIds }: SuggestionChoice,
): Chosen & { named: ReadonlySet<string> } {
  if (suggestionIds === undefined && assignmentIds === undefined && shotIds === undefined && !all)
    throw new InvalidInput('suggestionIds', 'expected suggestionIds, assignmentIds, shotIds or all')
  const named = new Set([...(suggestionIds ?? []), ...(assignmentIds ?? [])])
  const assignments = new Map<string, Assignment>()
  const suggestions = new Map<string, Suggestion>()
  for (const id of suggestionIds ?? []) {
    const suggestion = draft.get('suggestions', id)
    const assignment = suggestion ? undefined : draft.get('assignments', id)
    if (suggestion) suggestions.set(id, suggestion)
    else if (assignment) assignments.set(id, assignment)
    else throw new Refusal('NOT_FOUND', { what: 'The suggestion' })
  }
  for (const id of assignmentIds ?? []) {
    const assignment = draft.get('assignments', id)
    if (!assignment) throw new Refusal('NOT_FOUND', { what: 'The assignment' })
    assignments.set(id, assignment)
  }
  const shots =
    !all && named.size ? [] : shotIds ? shotIds.map((id) => storyShot(draft, id)) : all ? shotsInOrder(draft) : []
  for (const shot of shots) {
    for (const a of draft.list('assignmentsOfShot', shot.id)) assignments.set(a.id, a)
    for (const s of draft.list('suggestionsOfShot', shot.id)) if (s.state === 'open') suggestions.set(s.id, s)
  }
  // What the user confirmed meanwhile is no suggestion any more.
  return {
    assignments: [...assignments.values()].filter((a) => a.origin === 'suggested'),
    suggestions: [...suggestions.values()],
    named,
  }
}

/** `suggestion.accept`: unconfirmed assignments count as the user's, open suggestions become assignments (domain.md 9). Those of deleted assets wait, or are refused by name. */
export function acceptSuggestions(draft: Draft, input: SuggestionChoice): void {
  const { assignments, suggestions, named } = chosen(draft, input)
  const waits = (id: string, assetId: string) => {
    if (named.has(id)) livingAsset(draft, assetId)
    return draft.must('assets', assetId).deleted
  }
  const accepted: Assignment[] = []
  for (const assignment of assignments) {
    if (waits(assignment.id, existingInstance(draft, assignment.sceneAssetInstanceId).assetId)) continue
    accepted.push(draft.update('assignments', assignment.id, { origin: 'user' }))
    markInitialised(draft, existingShot(draft, assignment.shotId).sceneId)
  }
  for (const s of suggestions) {
    // What was accepted once may have been edited since.
    if (s.state === 'accepted' || waits(s.id, s.assetId)) continue
    const shot = existingShot(draft, s.shotId)
    const instance = ensureInstance(draft, shot.sceneId, s.assetId)
    const current = assignmentOf(draft, shot.id, instance.id)
    const fields = {
      presence: s.presence,
      enterAt: s.enterAt,
      exitAt: s.exitAt,
      enterFrom: s.enterFrom,
      exitTo: s.exitTo,
      origin: 'user',
    } as const
    accepted.push(
      current
        ? draft.update('assignments', current.id, fields)
        : addAssignment(draft, shot.id, instance.id, {
            ...fields,
            ...toldAs(draft, shot.id, draft.must('assets', s.assetId), s),
            action: '',
            rank: null,
            evidence: s.evidence,
          }),
    )
    draft.update('suggestions', s.id, { state: 'accepted' })
    markInitialised(draft, shot.sceneId)
  }
  warnOfCrossings(draft, accepted)
}

/** `suggestion.reject`: unconfirmed assignments are taken out, open suggestions put aside. */
export function rejectSuggestions(draft: Draft, input: SuggestionChoice): void {
  const { assignments, suggestions } = chosen(draft, input)
  for (const assignment of assignments) {
    takeOutOfShot(draft, assignment)
    markInitialised(draft, existingShot(draft, assignment.shotId).sceneId)
  }
  for (const s of suggestions) {
    if (s.state !== 'open') continue
    draft.update('suggestions', s.id, { state: 'rejected' })
    markInitialised(draft, existingShot(draft, s.shotId).sceneId)
  }
}
