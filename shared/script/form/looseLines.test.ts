import { expect, test } from 'vitest'
import { wholeRate } from '../../domain/time/frameRates'
import { defaultBreakdown } from '../../model/project'
import { breakDown } from '../extract/breakDown'
import { parseScript } from './parseScript'

const read = (text: string) => breakDown(parseScript(text, null), { ...defaultBreakdown, fps: wholeRate(24) })
const told = (text: string) =>
  read(text).scenes.map((scene) => [
    scene.heading,
    ...scene.shots.flatMap((shot) =>
      [shot.text, ...shot.dialogue.map((d) => `${d.character}: ${d.text}`)].filter(Boolean),
    ),
  ])

test('a heading in brackets is one', () => {
  expect(
    told('[INT. HALL - DAY]\n\nOtto: Where?\nGreta: Here.\nOtto: Oh.\n\n(EXT. YARD - NIGHT)\n\nGreta: Cold.\n'),
  ).toEqual([
    ['INT. HALL - DAY', 'OTTO: Where?', 'GRETA: Here.', 'OTTO: Oh.'],
    ['EXT. YARD - NIGHT', 'GRETA: Cold.'],
  ])
})

test('a blank line between cue and words, as word processors make them, parts no speech', () => {
  const spaced =
    'INT. HALL - DAY\n\nOtto enters.\n\nOTTO\n\nHello?\n\nGRETA\n\n(off)\n\nHere.\n\nOTTO\n\nWhere?\n\nHe looks.\n\nGRETA\n\nHere!\n'
  expect(told(spaced)).toEqual([
    ['INT. HALL - DAY', 'Otto enters.', 'OTTO: Hello?', 'GRETA: Here.', 'OTTO: Where?', 'He looks.', 'GRETA: Here!'],
  ])
  // One such line among others is what it was.
  expect(told('INT. HALL - DAY\n\nOTTO\nHi.\n\nOTTO\nHo.\n\nBANG\n\nSmoke.\n')[0]).toContain('BANG')
})

test('a title page without keys is no scene', () => {
  expect(told('THE LONG WAY\nWritten by\nA Body\n\nINT. HALL - DAY\n\nOtto waits.\n')).toEqual([
    ['INT. HALL - DAY', 'Otto waits.'],
  ])
  expect(told('Otto waits.\n\nINT. HALL - DAY\n\nOtto goes.\n')).toHaveLength(2)
})

test('a scene of a play has its place, and what is told of it below', () => {
  const { scenes } = read(
    'ACT I\n\nScene 1. A drawing room. Evening. MARA at the piano.\n\nMARA. Late.\nOTTO. Yes.\nMARA. Why?\nOTTO. Trains.\n\nScene 2. The garden.\n\nOTTO. Alone.\n',
  )
  expect(scenes.map(({ set, timeOfDay }) => [set, timeOfDay])).toEqual([
    ['A DRAWING ROOM', 'EVENING'],
    ['THE GARDEN', ''],
  ])
  expect(scenes[0]!.shots[0]!.text).toBe('MARA at the piano.')
})
