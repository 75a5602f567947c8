import { describe, expect, test } from 'vitest'
import type { Suggestion } from '../../model/suggestion'
import { invertChange } from '../../records/change'
import { TestProject } from '../../testing/testProject'
import { deleteAsset } from '../assets/assetRules'
import { isInitialised } from '../presence/initialised'
import { removeAssignment } from '../presence/removeAssignment'
import { acceptSuggestions, rejectSuggestions, suggestionsOf } from './suggestionRules'

/** Two shots, an open suggestion in each for a letter, and an unconfirmed assignment of Alice in the first. */
function suggested() {
  const p = new TestProject()
  const scene = p.scene()
  const shots = p.shots(scene, 2)
  const letter = p.asset('prop', 'Letter')
  const alice = p.asset('character', 'Alice')
  const suggestions = shots.map((shot, i) =>
    p.run((draft) =>
      draft.add('suggestions', {
        id: draft.newId(),
        shotId: shot.id,
        assetId: letter.id,
        presence: 'enters',
        enterAt: 0.4,
        exitAt: 1,
        enterFrom: 'left',
        exitTo: null,
        evidence: { line: i + 1, text: 'A LETTER' },
        state: 'open',
        ordinal: draft.nextOrdinal('suggestions'),
      }),
    ),
  )
  const unconfirmed = p.put(shots[0]!, alice)
  p.run((draft) => draft.update('assignments', unconfirmed.id, { origin: 'suggested' }))
  return {
    p,
    scene,
    shots,
    letter,
    alice,
    suggestions,
    unconfirmed,
    state: (s: Suggestion | undefined) => p.store.get('suggestions', s!.id)?.state,
  }
}

describe('suggestion.accept', () => {
  test('makes an open suggestion an assignment with its interval and evidence', () => {
    const { p, scene, shots, letter, suggestions, state } = suggested()
    p.run((draft) => acceptSuggestions(draft, { suggestionIds: [suggestions[0]!.id] }))
    expect(p.assignment(shots[0]!, letter)).toMatchObject({
      presence: 'enters',
      enterAt: 0.4,
      exitAt: 1,
      enterFrom: 'left',
      origin: 'user',
      evidence: { line: 1, text: 'A LETTER' },
    })
    expect(suggestions.map(state)).toEqual(['accepted', 'open'])
    expect(isInitialised(p.store, scene.id)).toBe(true)
  })

  test('of shots takes all of these shots, and is refused for one that is gone', () => {
    const { p, shots, suggestions, unconfirmed, state } = suggested()
    p.run((draft) => acceptSuggestions(draft, { shotIds: [shots[0]!.id] }))
    expect(suggestions.map(state)).toEqual(['accepted', 'open'])
    expect(p.store.get('assignments', unconfirmed.id)?.origin).toBe('user')
    expect(p.refusal((draft) => rejectSuggestions(draft, { shotIds: ['gone'] }))).toBe('NOT_FOUND')
  })

  test('is not needed once the asset is put into the shot: the suggestion has its answer, and undo takes both back', () => {
    const { p, shots, letter, suggestions, state } = suggested()
    p.put(shots[0]!, letter)
    expect(suggestions.map(state)).toEqual(['accepted', 'open'])
    p.store.apply(invertChange(p.change))
    expect([suggestions.map(state), p.assignment(shots[0]!, letter)]).toEqual([['open', 'open'], undefined])
  })

  test('of everything confirms assignments too, or only those of the given shots', () => {
    const { p, shots, suggestions, unconfirmed, state } = suggested()
    p.run((draft) => acceptSuggestions(draft, { all: true, shotIds: [shots[1]!.id] }))
    expect(suggestions.map(state)).toEqual(['open', 'accepted'])
    expect(p.store.must('assignments', unconfirmed.id).origin).toBe('suggested')
    p.run((draft) => acceptSuggestions(draft, { all: true }))
    expect(suggestions.map(state)).toEqual(['accepted', 'accepted'])
    expect(p.store.must('assignments', unconfirmed.id).origin).toBe('user')
  })

  test('changes an assignment that was filled by itself', () => {
    const { p, shots, letter, suggestions } = suggested()
    const there = p.put(shots[0]!, letter)
    p.run((draft) => draft.update('suggestions', suggestions[0]!.id, { state: 'open' }))
    p.run((draft) => acceptSuggestions(draft, { suggestionIds: [suggestions[0]!.id] }))
    expect(p.assignment(shots[0]!, letter)).toMatchObject({ id: there.id, presence: 'enters', enterAt: 0.4, exitAt: 1 })
  })

  test('of a deleted asset is refused by name and passed over among all', () => {
    const { p, shots, letter, suggestions, state } = suggested()
    p.run((draft) => deleteAsset(draft, { assetId: letter.id }))
    expect(p.refusal((draft) => acceptSuggestions(draft, { suggestionIds: [suggestions[0]!.id] }))).toBe(
      'ASSET_DELETED',
    )
    p.run((draft) => acceptSuggestions(draft, { all: true }))
    expect(suggestions.map(state)).toEqual(['open', 'open'])
    expect(p.assignment(shots[0]!, letter)).toBeUndefined()
  })

  test('refuses what is gone', () => {
    const { p } = suggested()
    expect(p.refusal((draft) => acceptSuggestions(draft, { suggestionIds: ['gone'] }))).toBe('NOT_FOUND')
    expect(p.refusal((draft) => rejectSuggestions(draft, { assignmentIds: ['gone'] }))).toBe('NOT_FOUND')
  })
})

describe('what was read from the text', () => {
  /** As an import leaves it: Alice's presence with the line it was read from. */
  function withEvidence() {
    const s = suggested()
    s.p.run((draft) => draft.update('assignments', s.unconfirmed.id, { evidence: { line: 3, text: 'Alice waits.' } }))
    return {
      ...s,
      states: () => suggestionsOf(s.p.store, s.shots[0]!).map((found) => [found.assetId, found.state]),
      alone: s.unconfirmed.id,
    }
  }

  test('is listed with its evidence and answer, the first assignments too, each presence once', () => {
    const { p, shots, letter, alice, suggestions, states, alone } = withEvidence()
    expect(suggestionsOf(p.store, shots[0]!).find((s) => s.id === alone)).toMatchObject({
      assetId: alice.id,
      presence: 'throughout',
      evidence: { line: 3, text: 'Alice waits.' },
      state: 'open',
    })
    p.run((draft) => acceptSuggestions(draft, { suggestionIds: [suggestions[0]!.id] }))
    expect(states()).toEqual([
      [letter.id, 'accepted'],
      [alice.id, 'open'],
    ])
  })

  test('is accepted by an edit or by its id, and rejected by being taken out, until undo', () => {
    const { p, shots, letter, alice, states, alone } = withEvidence()
    p.put(shots[0]!, alice, { presence: 'exits' })
    expect(states()).toEqual([
      [letter.id, 'open'],
      [alice.id, 'accepted'],
    ])
    p.store.apply(invertChange(p.change))
    p.run((draft) => acceptSuggestions(draft, { suggestionIds: [alone] }))
    expect(p.assignment(shots[0]!, alice)?.origin).toBe('user')
    p.store.apply(invertChange(p.change))
    p.run((draft) => removeAssignment(draft, { assignmentId: alone }))
    expect(states()).toEqual([
      [letter.id, 'open'],
      [alice.id, 'rejected'],
    ])
    p.store.apply(invertChange(p.change))
    expect(states()).toEqual([
      [letter.id, 'open'],
      [alice.id, 'open'],
    ])
    p.run((draft) => rejectSuggestions(draft, { suggestionIds: [alone] }))
    expect(states()).toEqual([
      [letter.id, 'open'],
      [alice.id, 'rejected'],
    ])
    p.run((draft) => acceptSuggestions(draft, { suggestionIds: [alone] }))
    expect(states()).toEqual([
      [letter.id, 'open'],
      [alice.id, 'accepted'],
    ])
    expect(p.assignment(shots[0]!, alice)?.presence).toBe('throughout')
  })

  test('accepting twice leaves what the user edited since, and rejecting takes nothing accepted out', () => {
    const { p, shots, letter, suggestions, state } = suggested()
    const one = { suggestionIds: [suggestions[0]!.id] }
    p.run((draft) => acceptSuggestions(draft, one))
    p.put(shots[0]!, letter, { presence: 'throughout' })
    p.run((draft) => acceptSuggestions(draft, one))
    p.run((draft) => rejectSuggestions(draft, one))
    expect([p.assignment(shots[0]!, letter)?.presence, state(suggestions[0])]).toEqual(['throughout', 'accepted'])
  })

  test('is answered shot by shot; naming nothing, or a shot that is gone, is refused', () => {
    const { p, shots, suggestions, state } = suggested()
    p.run((draft) => rejectSuggestions(draft, { shotIds: [shots[1]!.id] }))
    expect(suggestions.map(state)).toEqual(['open', 'rejected'])
    expect(() => p.run((draft) => acceptSuggestions(draft, {}))).toThrow(/^suggestionIds: expected/)
    expect(p.refusal((draft) => acceptSuggestions(draft, { shotIds: ['gone'] }))).toBe('NOT_FOUND')
  })

  test('of a crossing warns when it is accepted', () => {
    const { p, suggestions } = suggested()
    p.run((draft) => draft.update('suggestions', suggestions[0]!.id, { presence: 'passes_through', exitAt: 0.6 }))
    p.run((draft) => acceptSuggestions(draft, { all: true }))
    expect(p.warningCodes()).toEqual(['PASSES_THROUGH'])
  })

  test('of a deleted asset waits among all, the unconfirmed assignments too', () => {
    const { p, alice, unconfirmed } = suggested()
    p.run((draft) => deleteAsset(draft, { assetId: alice.id }))
    p.run((draft) => acceptSuggestions(draft, { all: true }))
    expect(p.store.must('assignments', unconfirmed.id).origin).toBe('suggested')
    expect(p.refusal((draft) => acceptSuggestions(draft, { assignmentIds: [unconfirmed.id] }))).toBe('ASSET_DELETED')
  })
})

describe('suggestion.reject', () => {
  test('puts suggestions aside and takes unconfirmed assignments out', () => {
    const { p, shots, alice, letter, suggestions, state } = suggested()
    p.run((draft) => rejectSuggestions(draft, { all: true }))
    expect(suggestions.map(state)).toEqual(['rejected', 'rejected'])
    expect(p.assignment(shots[0]!, alice)).toBeUndefined()
    expect(p.assignment(shots[0]!, letter)).toBeUndefined()
  })

  test('takes out only what is named', () => {
    const { p, shots, alice, suggestions, state, unconfirmed } = suggested()
    p.run((draft) => rejectSuggestions(draft, { suggestionIds: [suggestions[1]!.id] }))
    expect(suggestions.map(state)).toEqual(['open', 'rejected'])
    p.run((draft) => rejectSuggestions(draft, { assignmentIds: [unconfirmed.id] }))
    expect(p.assignment(shots[0]!, alice)).toBeUndefined()
  })

  test('never takes out what the user confirmed', () => {
    const { p, shots, alice, unconfirmed } = suggested()
    p.put(shots[0]!, alice, { presence: 'exits' })
    p.run((draft) => rejectSuggestions(draft, { all: true, assignmentIds: [unconfirmed.id] }))
    expect(p.assignment(shots[0]!, alice)?.presence).toBe('exits')
  })
})
