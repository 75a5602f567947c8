import { expect, test } from 'vitest'
import { story } from '../../testing/story'
import { neverMerge } from '../merging/neverMerge'
import { changedInputs } from '../results/compareInputs'
import { promptInputs } from '../results/resultInputs'

const film = (also: boolean) => {
  const s = story(
    {
      text: 'MAYA OKAFOR walks fast. Maya stops.',
      dialogue: [{ character: 'MAYA', extension: '', parenthetical: '', text: 'No.' }],
    },
    [
      ['character', 'Maya Okafor'],
      ['character', 'Maya', undefined, also ? {} : null],
    ],
  )
  s.p.run((draft) =>
    draft.add('aliasProposals', {
      id: draft.newId(),
      intoId: s.assets['Maya Okafor']!.id,
      fromId: s.assets.Maya!.id,
      as: 'alias',
      reason: 'part of it',
      evidence: null,
      state: 'open',
      ordinal: draft.nextOrdinal('aliasProposals'),
    }),
  )
  return s
}

test('while it is open whether two names are one, the one who is there is told of under both', () => {
  const { state, line } = film(false)
  expect([state('start'), state('end')]).toEqual([
    'As the shot begins: Maya Okafor walks fast.',
    'As the shot ends: Maya Okafor stops.',
  ])
  expect(line(/says/)).toBe('Maya Okafor says: “No.”')
})

test('where both are there they are two', () => {
  expect(film(true).state('end')).toBe('As the shot ends: Maya stops.')
})

test('the answer is an input: words that it changes turn stale', () => {
  const { p, shot, assets, state } = film(false)
  const before = promptInputs(p.store, shot.id, 'end')
  p.run((draft) => neverMerge(draft, { aId: assets['Maya Okafor']!.id, bId: assets.Maya!.id }))
  expect(state('end')).toBe('As the shot ends: Maya Okafor walks fast.')
  expect(changedInputs(before, promptInputs(p.store, shot.id, 'end'))).toEqual(['shot/names'])
})
