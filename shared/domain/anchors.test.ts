import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorPhrases, traitPhrase, type AnchorSubject } from './anchors'

const subject = (assetId: string, description: string, fields: Partial<AnchorSubject> = {}): AnchorSubject => ({ assetId, name: assetId, type: 'character', description, index: 1, place: 'at centre', ...fields })
const words = (text: string) => text.split(' ').filter(Boolean)

describe('a trait', () => {
  test.each([
    ['red-haired woman in blue dress, mid-20s', 'red-haired woman in blue dress'],
    ['tall man with dark beard, wearing grey suit', 'tall man with dark beard'],
    ['A tall man. He limps.', 'tall man'],
    ['She is an old neighbour in a violet coat', 'old neighbour in a violet coat'],
    ['a very long description with many many words that never seems to end', 'very long description with many many words'],
    ['the man in a grey suit with his very old umbrella', 'man in a grey suit'],
    ['  \n warm-lit   room ', 'warm-lit room'],
    ['Victorian Gothic house', 'Victorian Gothic house'],
    ['Tall woman', 'tall woman'],
    ['', ''],
    ['Alice', ''],
  ])('of %j is %j', (description, phrase) => {
    expect(traitPhrase(description, 'Alice')).toBe(phrase)
  })

  test('has at most eight words with its article', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('tall', 'man', 'with', 'a', 'beard', 'grey', 'suit', 'in', 'old'), { maxLength: 20 }), (list) => {
      expect(words(`the ${traitPhrase(list.join(' '))}`).length).toBeLessThanOrEqual(8)
    }))
  })
})

describe('anchor phrases', () => {
  test('name the trait and the image', () => {
    expect(anchorPhrases([subject('alice', 'red-haired woman in blue dress, mid-20s')]).get('alice')).toBe('the red-haired woman in blue dress from Image #1')
  })

  test('fall back to the type and the image, or to nothing without a picture', () => {
    const phrases = anchorPhrases([subject('alice', ''), subject('room', '', { type: 'location', index: 2 }), subject('bob', '', { index: null })])
    expect([...phrases.values()]).toEqual(['the character from Image #1', 'the location from Image #2', ''])
  })

  test('of a profile without traits name the image alone', () => {
    expect(anchorPhrases([subject('alice', 'red-haired woman')], false).get('alice')).toBe('the character from Image #1')
  })

  test('of twins add where they stand', () => {
    const phrases = anchorPhrases([subject('a', 'guard in red', { index: null, place: 'at left third' }), subject('b', 'Guard in red', { index: null, place: 'at right third' }), subject('c', 'cook', { index: null })])
    expect([...phrases.values()]).toEqual(['the guard in red at left third', 'the guard in red at right third', 'the cook'])
  })

  test('differ within a frame whenever pictures or places do', () => {
    const description = fc.constantFrom('', 'tall man', 'Tall man', 'guard in red', 'guard in red, old')
    fc.assert(fc.property(fc.array(fc.tuple(description, fc.boolean()), { maxLength: 6 }), (list) => {
      const subjects = list.map(([text, pictured], i) => subject(`s${i}`, text, { index: pictured ? i + 1 : null, place: `at place ${i}` }))
      const phrases = [...anchorPhrases(subjects).values()].filter(Boolean)
      expect(new Set(phrases).size).toBe(phrases.length)
    }))
  })
})
