import { expect, test } from 'vitest'
import { titleLines } from './titleCard'

test.each([
  ['OPENING TITLES', 'BRICK BRADDOCK\n& DICK STEEL IN', ['BRICK BRADDOCK', '& DICK STEEL IN']],
  ['INT. HALL - DAY', 'TITLE CARD: “Ten years later”', ['Ten years later']],
  ['INT. TITLE COMPANY - DAY', 'Otto waits.', null],
  ['EXT. HALL - DAY', 'SUPER: "1811"', null],
])('%s / %s', (heading, text, lines) => {
  expect(titleLines(heading, text)).toEqual(lines)
})
