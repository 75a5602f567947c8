import { describe, expect, test } from 'vitest'
import { story } from '../../testing/story'
import { blockingFacts } from '../blocking/blockingFacts'
import { describeFrame } from '../blocking/describeFrame'
import { activeMembers } from '../lookup'
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

test('while it is open, both are drawn as one, on one side; where both are there, and after the answer, they are two', () => {
  const figures = (s: ReturnType<typeof film>) =>
    describeFrame(s.p.store, s.shot.id, 'start').subjects.map(({ name, drawnAs, tone }) => [name, drawnAs?.name, tone])
  const one = film(false)
  // The other name alone in a shot of its own.
  const next = one.p.shot(one.scene, { text: 'Maya waits.' })
  one.p.put(next, one.assets.Maya!)
  const [drawn] = describeFrame(one.p.store, next.id, 'start').subjects
  expect(drawn!.drawnAs).toEqual({ assetId: one.assets['Maya Okafor']!.id, name: 'Maya Okafor' })
  expect(drawn!.tone).toBe(describeFrame(one.p.store, one.shot.id, 'start').subjects[0]!.tone)
  const at = (shotId: string) =>
    blockingFacts(one.p.store, shotId, 'start', activeMembers(one.p.store, shotId)).members[0]!.order
  expect(at(next.id)).toBe(at(one.shot.id))
  one.p.run((draft) => neverMerge(draft, { aId: one.assets['Maya Okafor']!.id, bId: one.assets.Maya!.id }))
  expect(describeFrame(one.p.store, next.id, 'start').subjects[0]!.drawnAs).toBeUndefined()
  expect(figures(film(true)).map(([, as]) => as)).toEqual([undefined, undefined])
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
