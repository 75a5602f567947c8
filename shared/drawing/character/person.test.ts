import { describe, expect, test } from 'vitest'
import { colourWords } from '../drawingColours'
import { personHeight, personOf } from './person'

describe('a figure is read from the words said of it', () => {
  test('hair, dress and sex', () => {
    const alice = personOf('1', 'Alice', 'red-haired woman in blue dress, mid-20s')
    expect(alice).toMatchObject({
      woman: true,
      age: 'adult',
      outfit: 'dress',
      cloth: colourWords.blue,
      beard: 'none',
      hairColour: '#b5482c',
    })
  })

  test('a man called Bob has no bob, and his grey suit does not make him old', () => {
    const bob = personOf('2', 'Bob', 'tall man with dark beard, wearing grey suit')
    expect(bob).toMatchObject({
      woman: false,
      age: 'adult',
      outfit: 'suit',
      cloth: colourWords.grey,
      beard: 'full',
      hairColour: '#352a2a',
    })
    expect(bob.hair).not.toBe('bob')
  })

  test('age, hair style and coat', () => {
    expect(personOf('3', 'Mrs Finch', 'grey bun, violet coat')).toMatchObject({
      woman: true,
      age: 'old',
      hair: 'bun',
      outfit: 'coat',
      cloth: colourWords.violet,
    })
  })

  test('children are smaller', () => {
    expect(personOf('4', 'Timmy', 'small boy, shorts')).toMatchObject({ age: 'child', legs: 'shorts' })
    expect(personHeight('Timmy', 'small boy')).toBeLessThan(personHeight('Alice', ''))
  })

  test('trades bring their clothes', () => {
    expect(personOf('5', 'Waiter', '')).toMatchObject({ outfit: 'waiter', cloth: colourWords.white })
    expect(personOf('6', 'Policeman', '')).toMatchObject({ outfit: 'uniform', hat: 'police', woman: false })
    expect(personOf('7', 'Steel', 't-shirt, sunglasses, bald')).toMatchObject({
      outfit: 'tshirt',
      glasses: 'dark',
      hair: 'bald',
    })
  })

  test('without words the id decides, always alike', () => {
    expect(personOf('x', 'Morgan', '')).toEqual(personOf('x', 'Morgan', ''))
    const looks = new Set(Array.from({ length: 30 }, (_, i) => JSON.stringify(personOf(`id${i}`, 'Morgan', ''))))
    expect(looks.size).toBe(30)
  })
})

test.each([
  ['Cognito', false],
  ['Tomas Reyes', false],
  ['Marguerite Voss', true],
  ['Mrs. Voss', true],
  ['Niko', false],
  ['Priya', true],
])('%s is drawn as what the name tells', (name, woman) => {
  for (const id of ['a', 'b', 'c', 'd']) expect(personOf(id, name, '').woman).toBe(woman)
})

test.each([
  'retired police detective',
  'ex-cop',
  'former nurse and fellow retiree',
  'a disgraced army general in a red shirt',
])('nobody wears the clothes of work that is behind them: %s', (traits) => {
  const { outfit, hat } = personOf('8', 'Vic', traits)
  const plain = personOf('8', 'Vic', traits.includes('red shirt') ? 'a red shirt' : '')
  expect(outfit === 'uniform' || hat !== 'none').toBe(false)
  if (traits.includes('shirt')) expect(outfit).toBe(plain.outfit)
})
