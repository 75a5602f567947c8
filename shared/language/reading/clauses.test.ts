import { expect, test } from 'vitest'
import { NameIndex } from '../text/nameIndex'
import { clausesOf, momentOf, tellsDeed, withoutClauses } from './clauses'
import { readSentence } from './readText'

const read = (text: string) => readSentence(text, 0, new NameIndex(['Ann', 'Bob', 'Dick'], 'any'))
const clauses = (text: string) => clausesOf(read(text)).map((clause) => clause.text)

test('a sentence is parted where one subject goes on', () => {
  expect(clauses('Bob lifts the lid, looks in, and puts it back.')).toEqual([
    'Bob lifts the lid',
    'looks in',
    'puts it back',
  ])
  expect(clauses('Bob trundles off and then quickly returns.')).toEqual(['Bob trundles off', 'quickly returns'])
})

test.each([
  'Red walls, brass lamps.',
  'Dick, his partner, emerges with beer.',
  'He finds a road which starts here and stops.',
  'The door slides open and Dick, his partner, emerges with beer.',
])('a sentence is whole where nobody goes on, or another: %s', (text) => {
  expect(clauses(text)).toHaveLength(1)
})

test('a clause is left out with the subject named again where it goes first', () => {
  const without = (text: string, subject: string | null) =>
    withoutClauses(
      read(text),
      (clause) => clause.text.includes('comes'),
      () => subject,
    )
  expect(without('Ann comes in and waves.', 'Ann')).toEqual({ text: 'Ann waves.', later: true })
  expect(without('Ann waves and comes in.', 'Ann')).toEqual({ text: 'Ann waves.', later: false })
  expect(without('Somebody comes in and waves.', null)).toBe(null)
})

test('the first and the last moment are told apart, but not by what refers back', () => {
  const moment = (text: string, frame: 'start' | 'end') => momentOf(read(text), frame, () => 'Bob')
  expect(moment('Bob lifts the lid and smiles at Ann.', 'start')).toBe('Bob lifts the lid.')
  expect(moment('Bob lifts the lid and smiles at Ann.', 'end')).toBe('Bob smiles at Ann.')
  expect(moment('Bob lifts the lid and puts it back.', 'end')).toBe('Bob puts the lid back.')
  expect(moment('Bob turns round and puts it back.', 'end')).toBe(null)
  expect(moment('Bob walks over to Ann and slaps her.', 'end')).toBe('Bob slaps Ann.')
  expect(moment('Bob takes off his glasses and wipes them.', 'end')).toBe('Bob wipes his glasses.')
  expect(moment('Bob trots up and lies down.', 'start')).toBe('Bob trots up.')
  expect(moment('After locking the door, Bob sinks down.', 'start')).toBe('Bob is locking the door.')
  expect(moment('After locking the door, Bob sinks down.', 'end')).toBe('Bob sinks down.')
  expect(moment('Bob sits and opens the box.', 'end')).toBe(null)
})

test('a deed begins and ends, a state lasts', () => {
  expect(tellsDeed(read('Bob opens the box.'))).toBe(true)
  expect(tellsDeed(read('Bob sits by the window.'))).toBe(false)
})
