import { describe, expect, test } from 'vitest'
import type { Shot } from '../../model/shot'
import { TestProject } from '../../testing/testProject'
import { freshnessOf } from '../results/freshness'
import { writtenPrompt } from '../results/resultInputs'
import { renderPrompt } from './renderPrompt'
import type { ShotFields } from '../structure/shotRules'
import { anchorNames } from './anchorNames'
import { sentenceEnd } from '../../language/wording/phrases'
import { placeName } from '../../language/wording/places'

const who = (name: string) => `${name} character`

/** A shot of a room with Bob (pictured, described) and Ann, who is there as given; Cem is in the project, not in the shot. */
function room(fields: ShotFields, ann: Parameters<TestProject['put']>[2] | null = {}) {
  const p = new TestProject()
  const shot = p.shot(p.scene('INT. LIVING ROOM - NIGHT'), fields)
  p.put(shot, p.asset('location', 'Living Room', { picture: true }))
  p.put(shot, p.asset('character', 'Bob', { picture: true, description: 'tall man with a dark beard' }))
  if (ann) p.put(shot, p.asset('character', 'Ann', { picture: true, description: who('young') }), ann)
  p.asset('character', 'Cem')
  const say = (prompt: 'start' | 'end' | 'video', of: Shot = shot) =>
    renderPrompt(p.store, of.id, prompt, writtenPrompt(p.store, of.id, prompt))
  const state = (prompt: 'start' | 'end') => /^As the shot \w+: (.*)$/m.exec(say(prompt))?.[1] ?? null
  return { p, shot, say, state }
}

describe('the state of the action in a still', () => {
  test.each([
    ['WIDE. Rain on the window.', 'Rain on the window.'],
    ['CLOSE ON a hand. Nothing moves.', 'A hand.'],
    ['EXTREME CLOSE UP: the clock ticks.', 'The clock ticks.'],
    ['INSERT - a clock on the wall.', 'A clock on the wall.'],
    ['FULL MOON over the roof.', 'Full moon over the roof.'],
    ['Wide awake, the cat waits.', 'Wide awake, the cat waits.'],
    ['MEDIUM.', 'Bob stands.'],
    ['CLOSE ON Bob.', 'Bob stands.'],
  ])('of %j is %j', (text, expected) => {
    expect(
      room({ text }, null)
        .state('start')
        ?.replace(/ \([^()]*\)/g, ''),
    ).toBe(expected)
  })

  test('names whom a pronoun means, and leaves out a pronoun that means somebody outside', () => {
    expect(room({ text: 'CLOSE ON Bob. He smiles at his feet.' }).state('end')).toBe(
      'Bob (the tall man from Image #1) smiles at his feet.',
    )
    expect(room({ text: 'Bob and Ann dance. They laugh.' }).state('end')).toBe(
      'Bob (the tall man from Image #1) and Ann (the young character from Image #2) laugh.',
    )
    expect(room({ text: 'The lamp burns. Cem waits outside. He is cold.' }).state('end')).toBe('The lamp burns.')
  })

  test('leaves comings and goings to the video, also those of a “they”', () => {
    const { state, say } = room(
      { text: 'The lamp burns. Ann leaves through the door. Bob sighs.' },
      { presence: 'exits' },
    )
    expect([state('start'), state('end')]).toEqual(['The lamp burns.', 'Bob (the tall man from Image #1) sighs.'])
    expect(say('video')).toContain(
      '\nThe lamp burns.\nAt about 2.6 s Ann leaves through the door, frame right.\nBob sighs.\n',
    )
    expect(room({ text: 'The lamp burns. They all go off.' }, { presence: 'exits' }).state('end')).toBe(
      'The lamp burns.',
    )
    expect(room({ text: 'The train passes.' }).state('end')).toBe('The train passes.')
  })

  test('depends on who is seen, not on how they came: an entrance leaves the end frame fresh', () => {
    const { p, shot } = room({ text: 'The lamp burns. Ann enters from the left.' })
    p.take(shot, 'endFrame')
    p.put(shot, p.store.list('assetsByName', 'ann')[0]!, { presence: 'enters' })
    expect(freshnessOf(p.store, shot.id, 'endFrame').status).toBe('fresh')
  })

  test('without action is the first to speak, or the last who has spoken', () => {
    const line = (character: string, extension = '') => ({ character, extension, parenthetical: '', text: 'No.' })
    const { state } = room({ dialogue: [line('CEM', 'O.S.'), line('ANN'), line('BOB'), line('ANN')] })
    expect([state('start'), state('end')]).toEqual([
      'Ann (the young character from Image #2), lips parting to speak, looks at Bob (the tall man from Image #1), who listens, mouth closed.',
      'Ann (the young character from Image #2), mouth still open on the last word, looks at Bob (the tall man from Image #1), who listens, mouth closed.',
    ])
    expect(room({ dialogue: [line('BOB'), line('ANN')] }).state('start')).toBe(
      'Bob (the tall man from Image #1), lips parting to speak, looks at Ann (the young character from Image #2), who listens, mouth closed.',
    )
  })

  test('is never told twice: a description behind a name is what the mention brings along', () => {
    expect(room({ text: 'BOB, a tall man with a dark beard, waits.' }).state('start')).toBe(
      'Bob (the tall man from Image #1) waits.',
    )
    expect(room({ text: 'On the couch sits Bob, a tall man with a dark beard.' }).state('start')).toBe(
      'On the couch sits Bob (the tall man from Image #1).',
    )
    expect(room({ text: 'Bob, a tall man with a grudge, waits.' }).state('start')).toBe(
      'Bob (the tall man from Image #1), a tall man with a grudge, waits.',
    )
  })

  test('does not take a part of another name for a name', () => {
    const p = new TestProject()
    const garden = p.asset('location', 'Garden')
    const subjects = [{ asset: garden, description: '' }]
    expect(anchorNames('A GARDEN GNOME waits by the garden gate of the Garden.', subjects)).toBe(
      `A GARDEN GNOME waits by the garden gate of the {{asset:${garden.id}}}.`,
    )
    expect(anchorNames(`{{asset:${garden.id}}} and {{name:garden}}`, subjects)).toBe(
      `{{asset:${garden.id}}} and {{name:garden}}`,
    )
  })
})

describe('the video prompt', () => {
  test('tells an entrance and its side once', () => {
    expect(
      room({}, { presence: 'enters', enterFrom: 'left', action: 'from the left, dripping' }).say('video'),
    ).toContain('Ann (the young character) walks into frame from the left, dripping.')
    expect(room({}, { presence: 'exits', exitTo: 'right', action: 'with the tray' }).say('video')).toContain(
      '\nAt about 2.6 s Ann leaves with the tray, frame right.',
    )
  })

  test('names again whom “he” means when the sentence before is told elsewhere', () => {
    expect(room({ text: 'Ann enters. She smiles. She bows.' }, { presence: 'enters' }).say('video')).toContain(
      '\nAt about 1.4 s Ann (the young character) enters from the right.\nAnn smiles. She bows.\n',
    )
  })

  test('and the stills may name a thing nobody put into the shot, but no such person', () => {
    const { p, shot, say } = room({ text: 'Bob sets down the teapot. Bob waves to Cem. He sees a key.' })
    p.asset('prop', 'Teapot')
    const key = p.asset('prop', 'Key')
    p.run((draft) => draft.update('assets', key.id, { deleted: true }))
    expect(say('video', shot)).toContain('\nBob sets down the teapot. Bob sees a key.\n')
    expect(say('start', shot)).toContain('sets down the teapot')
    for (const prompt of ['start', 'end', 'video'] as const) expect(say(prompt, shot)).not.toContain('Cem')
  })

  test.each([
    ['whispering', ', whispering'],
    ['to Ann', ', to Ann'],
    ['beat', ', after a pause'],
    ['quietly', ', quietly'],
    ['not stopping', ', not stopping'],
    ['into phone', ', into the phone'],
    ['oh crap', ' (oh crap)'],
    ['', ''],
  ])('says how a line is spoken: %j', (parenthetical, how) => {
    expect(
      room({ dialogue: [{ character: 'BOB', extension: '', parenthetical, text: 'No.' }] }).say('video'),
    ).toContain(`Bob says${how}: “No.”`)
  })
})

test.each([
  ['Living Room', true],
  ['Trailer Home', true],
  ["Brick's Patio", false],
  ['Paris', false],
  ['The Office', false],
  ['Room 12', false],
  ['House of Cards', false],
])('%s takes the article: %s', (name, article) => {
  expect(placeName(name, 'X')).toBe(article ? 'the X' : 'X')
})

test.each([
  ['A call:', 'A call.'],
  ['Wait --', 'Wait.'],
  ['Really?', 'Really?'],
  ['“No.”', '“No.”'],
])('%j ends as %j', (text, expected) => {
  expect(sentenceEnd(text)).toBe(expected)
})
