import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorPhrases, type AnchorSubject } from './anchors'
import { traitPhrase } from './traitPhrase'

const subject = (assetId: string, description: string, fields: Partial<AnchorSubject> = {}): AnchorSubject => ({
  assetId,
  name: assetId,
  type: 'character',
  description,
  index: 1,
  place: 'at centre',
  ...fields,
})
const words = (text: string) => text.split(' ').filter(Boolean)

describe('a trait', () => {
  test.each([
    ['red-haired woman in blue dress, mid-20s', 'red-haired woman in blue dress'],
    ['tall man with dark beard, wearing grey suit', 'tall man with dark beard'],
    ['A tall man. He limps.', 'tall man'],
    ['She is an old neighbour in a violet coat', 'old neighbour in a violet coat'],
    [
      'small nervous middle-aged balding short-sighted insurance fraud detective',
      'nervous middle-aged balding short-sighted insurance fraud detective',
    ],
    ['the man in a grey suit with his very old umbrella', 'man in a grey suit'],
    ['a woman with grey hair and a', 'woman with grey hair'],
    ['barefoot, with round glasses', 'barefoot person with round glasses'],
    ['detective', 'detective'],
    ['in his thirties, a weary nurse', 'weary nurse'],
    ['mid-40s', 'person in their mid-40s'],
    ['with a scar', 'person with a scar'],
    ['  \n warm-lit   room ', 'warm-lit room'],
    ['Victorian Gothic house', 'Victorian Gothic house'],
    ['Tall woman', 'tall woman'],
    // Whatever somebody types: an age, no noun, things to wear, sentences, roles, other languages.
    ['30, wet to the knee', '30-year-old wet to the knee'],
    ['80', '80-year-old'],
    ['60s', 'person in their 60s'],
    ['sixty', 'person in their sixties'],
    ['late 50s, scar over one eye', 'person with a scar over one eye'],
    ['tall, red coat', 'tall person in a red coat'],
    ['shaved head, orange messenger bag', 'person with a shaved head'],
    ['silver hair, half-moon glasses', 'person with silver hair'],
    ['34, locs tied back, green scrubs', '34-year-old with locs tied back'],
    ['62, the same kimono', '62-year-old in the same kimono'],
    ['headset, clipboard', 'person with a headset'],
    ['71, brown overall, pencil behind his ear', '71-year-old in a brown overall'],
    ['19, one clog', '19-year-old in a clog'],
    ['barefoot, heavy make-up', 'barefoot person with heavy make-up'],
    ['44, no make-up', '44-year-old without make-up'],
    ['70, astrakhan collar', '70-year-old with an astrakhan collar'],
    ['65, pins in her mouth', '65-year-old with pins in her mouth'],
    ['24, denim jacket over the uniform, pencil behind her ear, woman', '24-year-old woman in a denim jacket'],
    ['freckled, in black', 'freckled person in black'],
    ['rain-soaked, grey hoodie', 'rain-soaked person in a grey hoodie'],
    ['She has long red hair and wears a green dress.', 'woman with long red hair'],
    ['He is very tall.', 'tall man'],
    ['Never smiles. Lives alone with his cat.', ''],
    ['the runner', ''],
    ['a tired long-distance runner', 'tired long-distance runner'],
    ['small green frog in a bow tie', 'small green frog in a bow tie'],
    ['her son, 40', 'son'],
    ['femme rousse en robe bleue', 'femme rousse en robe bleue'],
    ['mit rotem Haar', ''],
    ['一个红头发的年轻女人，穿着蓝色连衣裙，手里拿着一束花', '红头发的年轻女人'],
    ['高个子男人', '高个子男人'],
    ['背の高い男、黒いコート', '背の高い男'],
    ['mean', ''],
    ['', ''],
    ['Alice', ''],
  ])('of %j is %j', (description, phrase) => {
    expect(traitPhrase(description, 'Alice')).toBe(phrase)
  })

  test('is cut where a phrase ends', () => {
    expect(traitPhrase('red-haired woman in blue dress', '', 4)).toBe('red-haired woman')
    expect(traitPhrase('woman in red dress and hat', '', 4)).toBe('woman in red dress')
    expect(traitPhrase('small nervous middle-aged balding detective', '', 4)).toBe(
      'nervous middle-aged balding detective',
    )
    expect(traitPhrase('empty', '', 4, 'prop')).toBe('empty prop')
    expect(traitPhrase('It has been read too often.', '', 4, 'prop')).toBe('')
    expect(traitPhrase('x'.repeat(1e6), '', 4).length).toBeLessThan(1000)
  })

  test('has at most eight words with its article', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('tall', 'man', 'with', 'a', 'beard', 'grey', 'suit', 'in', 'old'), { maxLength: 20 }),
        (list) => {
          expect(words(`the ${traitPhrase(list.join(' '))}`).length).toBeLessThanOrEqual(8)
        },
      ),
    )
  })
})

describe('anchor phrases', () => {
  test('name the trait and the image', () => {
    expect(anchorPhrases([subject('alice', 'red-haired woman in blue dress, mid-20s')]).get('alice')).toBe(
      'the red-haired woman from Image #1',
    )
  })

  test('fall back to the type and the image, or to nothing without a picture', () => {
    const phrases = anchorPhrases([
      subject('alice', ''),
      subject('room', '', { type: 'location', index: 2 }),
      subject('bob', '', { index: null }),
    ])
    expect([...phrases.values()]).toEqual(['the character from Image #1', 'the location from Image #2', ''])
  })

  test('of a profile without traits name the image alone', () => {
    expect(anchorPhrases([subject('alice', 'red-haired woman')], false).get('alice')).toBe(
      'the character from Image #1',
    )
  })

  test('have at most eight words, the image counted, and end in no joiner', () => {
    const word = fc.constantFrom('tall', 'man', 'with', 'a', 'beard', 'grey', 'suit', 'in', 'old', 'and', 'his')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.boolean(), (list, pictured) => {
        const twins = ['a', 'b'].map((id) =>
          subject(id, list.join(' '), { index: pictured ? 12 : null, place: `at ${id} third` }),
        )
        for (const phrase of anchorPhrases(twins).values()) {
          expect(words(phrase).length).toBeLessThanOrEqual(8)
          expect(phrase).not.toMatch(/ (with|a|in|and|his)( from Image| at |$)/)
        }
      }),
    )
  })

  test('of twins add where they stand, unless their images tell them apart', () => {
    expect([
      ...anchorPhrases([subject('a', 'tall man', { index: 1 }), subject('b', 'tall man', { index: 2 })]).values(),
    ]).toEqual(['the tall man from Image #1', 'the tall man from Image #2'])
    const phrases = anchorPhrases([
      subject('a', 'guard in red', { index: null, place: 'at left third' }),
      subject('b', 'Guard in red', { index: null, place: 'at right third' }),
      subject('c', 'cook', { index: null }),
    ])
    expect([...phrases.values()]).toEqual([
      'the guard in red at left third',
      'the guard in red at right third',
      'the cook',
    ])
  })

  test('of a crowd at one place count from the left, and still have at most eight words', () => {
    const crowd = [0.3, 0.1, 0.2].map((x, i) =>
      subject(`g${i}`, 'guard in a bright red coat', { index: null, place: 'at left third', x }),
    )
    const phrases = [...anchorPhrases(crowd).values()]
    expect(phrases).toEqual(['the guard third from left', 'the guard first from left', 'the guard second from left'])
    for (const phrase of phrases) expect(words(phrase).length).toBeLessThanOrEqual(8)
  })

  test('differ within a frame whenever pictures or places do', () => {
    const description = fc.constantFrom('', 'tall man', 'Tall man', 'guard in red', 'guard in red, old')
    fc.assert(
      fc.property(fc.array(fc.tuple(description, fc.boolean()), { maxLength: 6 }), (list) => {
        const subjects = list.map(([text, pictured], i) =>
          subject(`s${i}`, text, { index: pictured ? i + 1 : null, place: `at place ${i}` }),
        )
        const phrases = [...anchorPhrases(subjects).values()].filter(Boolean)
        expect(new Set(phrases).size).toBe(phrases.length)
      }),
    )
  })
})
