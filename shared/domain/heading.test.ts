import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseHeading } from './heading'

test.each([
  ['INT. LIVING ROOM - NIGHT', 'INT', 'LIVING ROOM', 'NIGHT'],
  ['EXT. HOUSE - GARDEN - LATER THAT DAY', 'EXT', 'HOUSE - GARDEN', 'LATER THAT DAY'],
  ['INT./EXT. CAR - DAY', 'INT/EXT', 'CAR', 'DAY'],
  ['I/E CAR', 'INT/EXT', 'CAR', ''],
  ['EXT/INT. CAR – dusk', 'INT/EXT', 'CAR', 'dusk'],
  ['est. city', 'EXT', 'city', ''],
  ['INTERIORS - DAY', '', 'INTERIORS', 'DAY'],
  ['EXT. HOUSE - KITCHEN', 'EXT', 'HOUSE - KITCHEN', ''],
  ['int   bar', 'INT', 'bar', ''],
  ['', '', '', ''],
])('the heading %j is %j, %j, %j', (heading, intExt, set, timeOfDay) => {
  expect(parseHeading(heading)).toEqual({ intExt, set, timeOfDay })
})

test('any text is a heading whose parts are within it', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (heading) => {
    const { set, timeOfDay } = parseHeading(heading)
    expect(set.length + timeOfDay.length).toBeLessThanOrEqual(Math.max(heading.length, heading.replace(/\s[-–—]+\s/g, ' - ').length))
  }))
})
