import { expect, test } from 'vitest'
import { story } from '../../testing/story'
import { writtenPrompt } from '../results/resultInputs'
import { renderPrompt } from './renderPrompt'

// What a still has of a shot in which several things happen, or nothing that could be drawn (domain.md 1.10, 4.5).

const cast = [
  ['character', 'Ann', { description: 'woman' }],
  ['character', 'Bob', { description: 'man' }],
  ['prop', 'Letter'],
  ['prop', 'Car'],
  ['location', 'Hall'],
] as const
const plain = (text: string | null) => text?.replace(/ \([^()]*\)/g, '')

test.each([
  [
    'Ann opens the drawer, takes out the letter and hands it to Bob.',
    'Ann opens the drawer.',
    'Ann hands the Letter to Bob.',
  ],
  ['Ann walks over to Bob and slaps him.', 'Ann walks over to Bob.', 'Ann slaps Bob.'],
  ['Ann turns, kneels and opens the letter.', 'Ann turns.', 'Ann opens the Letter.'],
  ['Ann takes off her spectacles and polishes them.', 'Ann takes off her spectacles.', 'Ann polishes her spectacles.'],
  ['Picking up the letter, Ann crosses to the window.', 'Ann is picking up the Letter.', 'Ann crosses to the window.'],
  ['Ann sits on a crate and reads the letter.', null, null],
])('the first deed at the start, the last one at the end: %s', (text, start, end) => {
  const { state } = story({ text }, cast)
  expect(plain(state('start'))).toMatch(new RegExp(`begins: ${start ?? text.replace('letter', 'Letter')}$`))
  expect(plain(state('end'))).toMatch(new RegExp(`ends: ${end ?? text.replace('letter', 'Letter')}$`))
})

test.each([
  ['Ann is sitting quietly, contemplating -- something.', 'Ann is sitting quietly.'],
  ['Ann leans on the wall, thinking about Bob, and smokes.', 'Ann leans on the wall, and smokes.'],
  ['Bob waits. Ann realises the truth.', 'Bob waits.'],
])('what goes on in a head is not seen: %s', (text, words) => {
  expect(plain(story({ text }, cast).state('end'))).toContain(words)
})

test('a place that is left is empty, but for what stays, in the light of the day', () => {
  const gone = (heading: string, things: readonly (typeof cast)[number][] = []) =>
    plain(
      story(
        { text: 'Ann walks out.' },
        [['character', 'Ann', {}, { presence: 'exits', exitAt: 0.5 }], ['location', 'Hall'], ...things],
        heading,
      ).state('end'),
    )
  expect(gone('INT. HALL - DAY')).toBe('As the shot ends: The Hall is empty, in daylight.')
  expect(gone('EXT. HALL - NIGHT', [['prop', 'Car']])).toBe(
    'As the shot ends: The Hall is empty but for the Car, in the dark.',
  )
})

test.each([
  ['ANGLE ON THE LETTER: the seal is broken.', 'In frame: the Letter at'],
  ['CLOSE ON the monitor. The green line jumps.', ''],
])('a near shot of a thing shows nobody of the shot: %s', (text, framed) => {
  const { say } = story({ text }, cast)
  for (const end of ['start', 'end'] as const) {
    expect(say(end)).not.toMatch(/Ann|Bob/)
    expect(say(end)).toContain(framed)
  }
})

test('and nothing of what those carry who are not in it', () => {
  const s = story({ text: 'ANGLE ON THE LETTER: the seal is broken.' }, cast)
  s.p.put(s.shot, s.p.asset('prop', 'Box'), { carriedBy: s.assets.Ann!.id })
  expect(s.say('start')).not.toContain('Box')
})

test.each(['CLOSE ON ANN. She smiles.', 'CLOSE ON her hand on the letter.', 'ANGLE ON the door: he enters.'])(
  'but of somebody it does: %s',
  (text) => expect(story({ text }, cast).say('end')).toContain('Ann'),
)

test('who sits in a car sits there in the next shots, and leaves in it', () => {
  const s = story({ text: 'Ann and Bob get into the car.' }, cast.slice(0, 4))
  const next = s.p.shot(s.scene, { text: 'Ann looks at Bob.' })
  for (const asset of Object.values(s.assets)) s.p.put(next, asset)
  const say = (end: 'start' | 'video') =>
    plain(renderPrompt(s.p.store, next.id, end, writtenPrompt(s.p.store, next.id, end)))
  expect(say('start')).toMatch(/Ann [^;]*seated[^;]*in the Car; Bob [^;]*seated[^;]*in the Car/)
  expect(say('video')).toContain('Ann and Bob are in the Car.')
})

test.each([
  ['Ann opens the letter. She reads it.', 'Ann reads the Letter.'],
  ['Bob waits. Ann looks at him.', 'Ann looks at Bob.'],
  ['Ann grabs her keys. She puts them on the table.', 'Ann puts her keys on the table.'],
  ['Ann makes it.', 'Ann makes it.'],
])('an “it” or “him” that alone would mean nothing is told: %s', (text, end) => {
  expect(plain(story({ text }, cast).state('end'))).toMatch(new RegExp(`ends: ${end}$`))
})

test('an “it” at the beginning of a shot is what is in hand by the shots before', () => {
  const s = story({ text: 'Ann picks up a lantern.' }, cast.slice(0, 2))
  const next = s.p.shot(s.scene, { text: 'She raises it.' })
  s.p.put(next, s.assets.Ann!)
  expect(plain(renderPrompt(s.p.store, next.id, 'end', writtenPrompt(s.p.store, next.id, 'end')))).toContain(
    'Ann raises the lantern.',
  )
})

test('“the vicar” and “Diaz” are told by their whole names where nobody else can be meant', () => {
  const s = story({ text: 'Ann bows to the vicar. Diaz waits.' }, [
    ...cast.slice(0, 1),
    ['character', 'Old Vicar', { description: 'tortoise' }],
    ['character', 'Officer Diaz'],
  ])
  expect(s.say('video')).toContain('Ann bows to the Old Vicar. Officer Diaz waits.')
  expect(s.say('start')).toContain('the Old Vicar (the tortoise)')
})

test('who rides or drives sits, and what several things are worn is told at once', () => {
  const { say } = story({ text: 'Ann, in a red hat and the wig, rides the bicycle.' }, [
    ...cast.slice(0, 1),
    ['prop', 'Bicycle'],
    ['prop', 'Wig'],
    ['prop', 'Hat'],
  ])
  expect(plain(say('end'))).toContain('seated, facing right, wearing the red Hat and the Wig, on the Bicycle')
})

test('what is left of a coming tells something or goes', () => {
  const s = story({ text: 'Behind Ann, out of focus, Bob walks in.' }, [
    cast[0],
    ['character', 'Bob', {}, { presence: 'enters', enterAt: 0.5 }],
  ])
  expect(plain(s.state('start'))).toBe('As the shot begins: Ann stands.')
})
