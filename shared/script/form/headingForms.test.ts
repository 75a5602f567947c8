import { describe, expect, test } from 'vitest'
import { wholeRate } from '../../domain/time/frameRates'
import { defaultBreakdown } from '../../model/project'
import { breakDown } from '../extract/breakDown'
import { parseScript } from './parseScript'

const scenesOf = (text: string, reading: 'shooting' | null = null) =>
  breakDown(parseScript(text, reading), { ...defaultBreakdown, fps: wholeRate(24) }).scenes

describe('a heading with how it is meant before it', () => {
  test.each([
    ['FLASHBACK - INT. BARN - NIGHT', 'BARN', 'NIGHT', true],
    ['FLASHBACK: EXT. FIELD - DAY', 'FIELD', 'DAY', true],
    ['BEGIN FLASHBACK - INT. BARN - NIGHT', 'BARN', 'NIGHT', true],
    ['DREAM SEQUENCE - EXT. FIELD - DAY', 'FIELD', 'DAY', true],
    ['END FLASHBACK - INT. BARN - NIGHT', 'BARN', 'NIGHT', false],
    ['PRESENT DAY - INT. BARN - NIGHT', 'BARN', 'NIGHT', false],
  ])('is a scene in its place: %s', (heading, set, timeOfDay, out) => {
    const scenes = scenesOf(`INT. HALL - DAY\n\nOtto waits.\n\n${heading}\n\nOtto runs.`)
    expect(scenes).toHaveLength(2)
    expect(scenes[1]).toMatchObject({ heading, set, timeOfDay })
    expect(scenes[1]!.outOfStoryOrder ?? false).toBe(out)
  })

  test.each(['Flashback to int. barn', 'FLASHBACK. He runs.', 'PRESENT DAY INTERIORS'])('is none: %s', (line) => {
    expect(scenesOf(`INT. HALL - DAY\n\nOtto waits.\n\n${line}\n\nOtto runs.`)).toHaveLength(1)
  })
})

test('numbered shots of a shooting script are shots of their scene', () => {
  const script = [
    ...[1, 2, 3, 4, 5].map((n) => `${n}   INT. ROOM ${n} - DAY   ${n}\n\nOtto waits.`),
    '6   CLOSE SHOT - OTTO   6\n\nHe blinks.',
    '7   INT. HALL - DAY   7\n\nOtto runs.',
  ].join('\n\n')
  const scenes = scenesOf(script, 'shooting')
  expect(scenes.map((s) => s.number)).toEqual(['1', '2', '3', '4', '5', '7'])
  expect(scenes[4]!.shots.map((s) => [s.size, s.text])).toEqual([
    [null, 'Otto waits.'],
    ['close', expect.stringContaining('He blinks.')],
  ])
})

test('a whole script in one line of capitals is read, whatever it ends with', () => {
  const line = 'INT. HALL - DAY    OTTO WAITS.    OTTO   WHERE IS SHE?  '.repeat(400)
  expect(scenesOf(`${line}1 2 3`).length).toBeGreaterThan(0)
})

describe('a heading of another land', () => {
  test.each([
    ['DIŞ. SOKAK - GECE', 'EXT', 'SOKAK', 'GECE', '2'],
    ['KÜCHE - INNEN/TAG', 'INT', 'KÜCHE', 'TAG', '2'],
    ['3. WOHNUNG HANNE  INNEN/NACHT', 'INT', 'WOHNUNG HANNE', 'NACHT', '3'],
    ['BILD 9: KÜCHE INNEN TAG', 'INT', 'KÜCHE', 'TAG', '9'],
    ['INT./JOUR - CUISINE', 'INT', 'CUISINE', 'JOUR', '2'],
    ['EXT JOUR - RUE', 'EXT', 'RUE', 'JOUR', '2'],
    ['INT. CUISINE / JOUR', 'INT', 'CUISINE', 'JOUR', '2'],
    ['SEQ 4 - INT. CUCINA - GIORNO', 'INT', 'CUCINA', 'GIORNO', '4'],
    ['CENA 3 - EXT. RUA - NOITE', 'EXT', 'RUA', 'NOITE', '3'],
    ['第一场　内景　厨房　日', 'INT', '厨房', '日', '一'],
    ['1、厨房 日 内', 'INT', '厨房', '日', '1'],
    ['场景三：客厅 内 夜', 'INT', '客厅', '夜', '三'],
    ['○　居酒屋・店内（夜）', 'INT', '居酒屋', '夜', '2'],
    ['S#1. 카페 (낮)', '', '카페', '낮', '1'],
    ['HALL - NIGHT', '', 'HALL', 'NIGHT', '2'],
  ])('is read: %s', (heading, intExt, set, timeOfDay, number) => {
    const scenes = scenesOf(`INT. START - DAY\n\nOtto waits.\n\n${heading}\n\nOtto runs.`)
    expect(scenes).toHaveLength(2)
    expect(scenes[1]).toMatchObject({ intExt, set, timeOfDay, number })
  })

  test.each(['SUPER: LONDON - NIGHT', 'LATER - NIGHT', 'MONTAGE - DAY', 'OTTO - WAIT', 'TITLE CARD - DAY'])(
    'is none: %s',
    (line) => {
      expect(scenesOf(`INT. START - DAY\n\nOtto waits.\n\n${line}\n\nOtto runs.`)).toHaveLength(1)
    },
  )
})
