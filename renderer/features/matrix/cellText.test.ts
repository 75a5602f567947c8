import { expect, test } from 'vitest'
import { cellText, readCell, tableOf } from './cellText'

const held = (presence: 'throughout' | 'enters' | 'exits' | 'passes_through', enterAt = 0, exitAt = 1) => ({
  presence,
  enterAt,
  exitAt,
  enterFrom: null,
  exitTo: null,
  action: '',
})

test('what is copied into a spreadsheet is read back the same', () => {
  expect(cellText(held('throughout'))).toBe('T')
  expect(readCell('T')).toEqual({ presence: 'throughout' })
  expect(cellText(held('enters', 0.3525))).toBe('E 35.25%')
  expect(readCell('E 35.25%')).toEqual({ presence: 'enters', enterAt: 0.3525 })
  expect(cellText(held('exits', 0, 0.6))).toBe('X 60%')
  expect(readCell('X 60%')).toEqual({ presence: 'exits', exitAt: 0.6 })
  expect(cellText(held('passes_through', 0.2, 0.8))).toBe('P 20-80%')
  expect(readCell('P 20-80%')).toEqual({ presence: 'passes_through', enterAt: 0.2, exitAt: 0.8 })
  expect(cellText(null)).toBe('')
})

test('cells are read as people type them; what means nothing is not guessed', () => {
  expect(['', ' ', '-', '–'].map(readCell)).toEqual([null, null, null, null])
  expect(['throughout', 'enters 40', 'out', 'p', 'passes through 10 to 90', 'E 12,5 %'].map(readCell)).toEqual([
    { presence: 'throughout' },
    { presence: 'enters', enterAt: 0.4 },
    { presence: 'exits' },
    { presence: 'passes_through' },
    { presence: 'passes_through', enterAt: 0.1, exitAt: 0.9 },
    { presence: 'enters', enterAt: 0.125 },
  ])
  expect(['maybe', 'E 140', 'P 80-20', 'Alice'].map(readCell)).toEqual([undefined, undefined, undefined, undefined])
})

test('a table is read with quotes and either kind of line end', () => {
  expect(tableOf('a\tb\r\n"c\nd"\t"e ""f"""\n')).toEqual([
    ['a', 'b'],
    ['c\nd', 'e "f"'],
  ])
  expect(tableOf('T')).toEqual([['T']])
})
