// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { TestProject } from '@shared/testing/testProject'
import { markedParts } from '../inbox/proposals'
import { cardAfter } from './cardSteps'
import { cardsOf, countsByType, deletedAssets } from './cardsOf'

test('assets stand by type in the order of the film, or those without a picture first; deleted ones lie in the tray', () => {
  const p = new TestProject()
  p.asset('character', 'Alice', { picture: true })
  p.asset('prop', 'Cup')
  p.asset('character', 'Bob', { aliases: ['Robert'], description: 'tall' })
  const gone = p.asset('location', 'Attic')
  p.run((draft) => draft.update('assets', gone.id, { deleted: true }))
  const names = (query: string, missingFirst = false, type: 'prop' | null = null) =>
    cardsOf(p.store, { query, type, missingFirst }).flatMap((g) => g.assets.map((a) => a.name))
  expect(names('')).toEqual(['Alice', 'Bob', 'Cup'])
  expect(names('', true)).toEqual(['Bob', 'Alice', 'Cup'])
  expect(names('', false, 'prop')).toEqual(['Cup'])
  expect([names('robert'), names('TALL'), names('attic')]).toEqual([['Bob'], ['Bob'], []])
  expect(countsByType(p.store)).toEqual({ character: 2, location: 0, prop: 1 })
  expect(deletedAssets(p.store).map((a) => a.name)).toEqual(['Attic'])
})

test('arrows go to the next card beside, and to the nearest one above and below', () => {
  const at = (left: number, top: number) => ({ getBoundingClientRect: () => ({ left, top, width: 100 }) as DOMRect })
  const cards = [at(0, 0), at(110, 0), at(220, 0), at(0, 200), at(110, 200)]
  const step = (from: number, key: string) => {
    const to = cardAfter(cards[from]!, cards, key)
    return to ? cards.indexOf(to) : null
  }
  expect([step(0, 'ArrowRight'), step(2, 'ArrowRight'), step(0, 'ArrowLeft')]).toEqual([1, 3, null])
  expect([step(1, 'ArrowDown'), step(2, 'ArrowDown'), step(3, 'ArrowUp'), step(4, 'ArrowDown')]).toEqual([
    4,
    4,
    0,
    null,
  ])
  expect([step(2, 'Home'), step(0, 'End'), step(0, 'x')]).toEqual([0, 4, null])
})

test('the names are marked in what the script says, as whole words', () => {
  expect(markedParts('JOHN (wiping) Johnny is no John.', ['John'])).toEqual([
    { text: 'JOHN', marked: true },
    { text: ' (wiping) Johnny is no ', marked: false },
    { text: 'John', marked: true },
    { text: '.', marked: false },
  ])
  expect(markedParts('A (b) c', ['(b)'])).toEqual([
    { text: 'A ', marked: false },
    { text: '(b)', marked: true },
    { text: ' c', marked: false },
  ])
})
