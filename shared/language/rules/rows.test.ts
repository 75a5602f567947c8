import { describe, expect, test } from 'vitest'
import { NameIndex } from '../text/nameIndex'
import { absenceRows, absentStateRows, elsewhereRows } from './absenceRows'
import { changeRows } from './changeRows'
import { rideRows } from './rideRows'
import { verbAt } from './moveAt'
import { moveRows } from './moveRows'
import { fateRows } from './fateRows'
import { compilePattern } from './pattern'
import { faceRows, postureRows, restRows } from './postureRows'
import { RowIndex, type Row } from './rowIndex'
import { sideRows } from './sideRows'
import { focusRows, viewRows } from './viewRows'
import { weatherRows } from './weatherRows'

const names = new NameIndex(['Otto', 'Mara', 'Rosa'], 'any')
const read = (text: string) => names.read(text)
const named = (row: Row): [string, string] => [[row.match].flat()[0]!, [row.example].flat()[0]!]

/** Rows that fit somewhere in a sentence. */
function fitting<R extends Row>(rows: readonly R[], text: string): R[] {
  const index = new RowIndex(rows)
  const tokens = read(text)
  return tokens.flatMap((_, i) => [...index.at(tokens, i)].map((hit) => hit.row))
}

const tables: [string, readonly Row[]][] = [
  ['movement', moveRows],
  ['fates', fateRows],
  ['postures', postureRows],
  ['rests', restRows],
  ['faces', faceRows],
  ['sides', sideRows],
  ['views', viewRows],
  ['focus', focusRows],
  ['weather', weatherRows],
  ['changes', changeRows],
  ['absence', absenceRows],
  ['absent states', absentStateRows],
  ['elsewhere', elsewhereRows],
  ['rides', rideRows],
]

describe.each(tables)('every row of %s', (_name, rows) => {
  test.each(rows.map((row) => [...named(row), row] as const))('%s: %s', (_match, _example, row) => {
    for (const example of [row.example].flat()) expect(fitting(rows, example), example).toContain(row)
    for (const [, example] of row.notIf ?? []) expect(fitting(rows, example), example).not.toContain(row)
    // Each of its patterns is shown by a sentence, or the row says the same thing several ways.
    expect([row.example].flat().length).toBeGreaterThan(0)
  })
})

describe('the first row of movement that fits', () => {
  test.each(moveRows.filter((row) => row.means !== 'none').map((row) => [...named(row), row] as const))(
    'is this one: %s: %s',
    (_match, _example, row) => {
      for (const example of [row.example].flat()) {
        const tokens = read(example)
        expect(
          tokens.map((_, i) => verbAt(tokens, i)?.row),
          example,
        ).toContain(row)
      }
    },
  )

  test.each(moveRows.filter((row) => row.means === 'none').map((row) => [...named(row), row] as const))(
    'moves nobody: %s: %s',
    (_match, _example, row) => {
      for (const example of [row.example].flat()) {
        const tokens = read(example)
        expect(
          tokens.map((_, i) => verbAt(tokens, i)?.row).filter((hit) => hit !== undefined),
          example,
        ).toEqual([])
      }
    },
  )
})

describe('patterns', () => {
  const end = (pattern: string, text: string) => {
    const tokens = read(text)
    return compilePattern(pattern).match(tokens, 0)?.end ?? -1
  }
  test.each([
    ['~leave', 'leaves', 1],
    ['~leave', 'leaving', 1],
    ['~leave', 'left', -1],
    ['~leave:done', 'left', 1],
    ['~leave:now', 'leaving', -1],
    ['~GO %adverb* out', 'saunters very slowly out', -1],
    ['~GO %adverb* out', 'saunters slowly out', 3],
    ['~GO %adverb* out', 'saunters right back out', 4],
    ['~leave & end', 'leaves with Otto', 1],
    ['~leave & end', 'leaves Otto', -1],
    ['~enter & {place}', 'enters the old dark bar and sits', 1],
    ['~enter {place}', 'enters the room crying', 3],
    ['~enter {code}', 'enters the secret code', 4],
    ['~lead @ off', 'leads Otto, Mara and the Rosa off', 8],
    ['~lead @ off', 'leads her way off', -1],
    ['~lead @it off', 'leads it off', 3],
    ['~look ... camera', 'looks right into the camera', 5],
    ['~look ... camera', 'looks up, into the camera', -1],
    ['~look !up', 'looks down', 1],
    ['~look !up', 'looks up', -1],
    ['~go & stop', 'goes', 1],
    ['~go & stop', 'goes.', 1],
    ['~go & stop', 'goes on', -1],
  ])('%s on “%s” ends at %i', (pattern, text, expected) => {
    expect(end(pattern, text)).toBe(expected)
  })

  test.each(['~WANDER off', '%nowhere', '{nothing}', '~leave:soon', '@them'])('%s is refused', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow('There is no')
  })
})
