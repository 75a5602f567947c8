import { describe, expect, test } from 'vitest'
import { NameIndex } from './nameIndex'

const found = (index: NameIndex, text: string) =>
  index.read(text).flatMap(({ name, possessive }) => (name === undefined ? [] : [possessive ? `${name}’s` : name]))

describe('names in capitals', () => {
  const index = new NameIndex(['GRETA OF HOLM', 'OTTO', 'SIR TOBY', 'LADY HALE', 'HALE', 'MINION', 'ZOË', '老王'])
  test.each([
    ['Enter Greta of Holm.', ['GRETA OF HOLM']],
    ['Otto’s hat and Otto', ['OTTO’s', 'OTTO']],
    ['the otto and the minion', ['MINION']],
    ['Hale and his Wife', ['HALE', 'LADY HALE']],
    ['Zoe waits', ['ZOË']],
    ['老王坐在桌边', ['老王']],
    ['Sir. Toby', ['SIR TOBY']],
    ['GRETA OF THE HOLM, Greta of a Holm', ['GRETA OF HOLM', 'GRETA OF HOLM']],
  ])('in %j', (text, names) => {
    expect(found(index, text)).toEqual(names)
  })
})

describe('names that must not be overlooked', () => {
  const index = new NameIndex(['Garden Gnome', 'Anne-Marie', '小红'], 'any')
  index.add('Garden', 'the garden', true)
  test.each([
    ['A GARDEN GNOME in a garden of the Garden', ['Garden Gnome', 'the garden']],
    ['a garden-gnome-like face', ['Garden Gnome’s']],
    ['anne marie and Anne-Marie', ['Anne-Marie', 'Anne-Marie']],
    ['小红走进厨房', ['小红']],
  ])('in %j', (text, names) => {
    expect(found(index, text)).toEqual(names)
  })
})
