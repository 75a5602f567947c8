import { describe, expect, it } from 'vitest'
import { splitHeading } from './splitHeading'

describe('splitHeading', () => {
  it.each([
    ["INT. MARY'S HOUSE - KITCHEN - NIGHT", 'INT', "MARY'S HOUSE - KITCHEN", 'NIGHT'],
    ['EXT. PATIO - DAY', 'EXT', 'PATIO', 'DAY'],
    ['ext. Mast 2 3 farm - nIGHT', 'EXT', 'MAST 2 3 FARM', 'NIGHT'],
    ['INT./EXT. CAR - MOVING - DAY', 'INT/EXT', 'CAR', 'DAY'],
    ['I/E. VAN – LATE AFTERNOON', 'INT/EXT', 'VAN', 'LATE AFTERNOON'],
    ['EST. CITY', 'EXT', 'CITY', ''],
    ['EXT. FOOTHILLS--DAY', 'EXT', 'FOOTHILLS', 'DAY'],
    ['INT. ROOM 12-B — MOMENTS LATER', 'INT', 'ROOM 12-B', 'MOMENTS LATER'],
    ['INT. BAR, NIGHT', 'INT', 'BAR', 'NIGHT'],
    ['INT. BAR. NIGHT.', 'INT', 'BAR', 'NIGHT'],
    ['INT. ATTIC - DAY (FLASHBACK)', 'INT', 'ATTIC', 'DAY'],
    ['INT. ATTIC - NIGHT - FLASHBACK', 'INT', 'ATTIC', 'NIGHT'],
    ['EXT. BEACH - THE NEXT DAY - SUNSET', 'EXT', 'BEACH', 'THE NEXT DAY - SUNSET'],
    ['INT. STAGE - ACT 1 SCENE 2', 'INT', 'STAGE - ACT 1 SCENE 2', ''],
    ['INT. DAY CARE CENTRE', 'INT', 'DAY CARE CENTRE', ''],
    ['INT. NIGHT CLUB - CONTINUOUS', 'INT', 'NIGHT CLUB', 'CONTINUOUS'],
    ['EXT. BRICK’S PATIO - DAY', 'EXT', "BRICK'S PATIO", 'DAY'],
    ['INT.', 'INT', '', ''],
  ])('%s', (heading, intExt, set, timeOfDay) => {
    expect(splitHeading(heading)).toEqual({ intExt, set, timeOfDay, kind: 'place' })
  })

  it.each([
    ['SNIPER SCOPE POV', 'camera'],
    ['CLOSE ON THE DOOR', 'camera'],
    ['OPENING TITLES', 'title'],
    ['MONTAGE', 'title'],
    ['LATER', 'time'],
    ['THAT NIGHT', 'time'],
    ['THE MOON', 'place'],
  ])('%s is a %s heading', (heading, kind) => {
    expect(splitHeading(heading).kind).toBe(kind)
  })
})
