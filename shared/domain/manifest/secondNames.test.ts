import { describe, expect, test } from 'vitest'
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

describe('the description of the other name', () => {
  const two = (own: string, other: string, names = ['Steel', 'Dick Steel'], both = false) => {
    const s = story({ text: '' }, [
      ['character', names[0]!, { description: own }, {}],
      ['character', names[1]!, { description: other }, both ? {} : null],
    ])
    s.p.run((draft) =>
      draft.add('aliasProposals', {
        id: draft.newId(),
        intoId: s.assets[names[1]!]!.id,
        fromId: s.assets[names[0]!]!.id,
        as: 'alias',
        reason: 'part of it',
        evidence: null,
        state: 'open',
        ordinal: draft.nextOrdinal('aliasProposals'),
      }),
    )
    return s
  }
  const anchor = (s: ReturnType<typeof two>) => /In frame: Steel \(([^)]*)\)/.exec(s.say('start'))?.[1]

  test.each([
    ['', '50, grey suit', 'the 50-year-old in a grey suit'],
    ['man', '50, grey suit', 'the 50-year-old man in a grey suit'],
    ['tall man in a kilt', '50, grey suit', 'the tall man in a kilt'],
    ['', '', undefined],
  ])('goes with the one who has none while it is open whether they are one: %j and %j', (own, other, words) => {
    expect(anchor(two(own, other))).toBe(words)
  })

  test('not where both are there, nor after the answer, nor between two who only do the same', () => {
    expect(anchor(two('', '50, grey suit', undefined, true))).toBeUndefined()
    const s = two('', '50, grey suit')
    s.p.run((draft) => neverMerge(draft, { aId: s.assets.Steel!.id, bId: s.assets['Dick Steel']!.id }))
    expect(anchor(s)).toBeUndefined()
    expect(two('', '50, grey suit', ['Driver', 'Taxi Driver']).say('start')).not.toContain('grey suit')
  })

  test('is an input: the other’s new words turn the prompt stale', () => {
    const s = two('', '50, grey suit')
    const before = promptInputs(s.p.store, s.shot.id, 'start')
    const { defaultLookId } = s.assets['Dick Steel']!
    s.p.run((draft) => draft.update('looks', defaultLookId, { description: '50, blue suit' }))
    expect(changedInputs(before, promptInputs(s.p.store, s.shot.id, 'start'))).toEqual(['asset:Steel'])
  })
})
