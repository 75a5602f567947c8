import { describe, expect, it } from 'vitest'
import { wholeRate } from '../../../domain/time/frameRates'
import { defaultBreakdown } from '../../../model/project'
import { parseFountain } from '../../fountain/parseFountain'
import type { BrokenScene } from '../../scriptTypes'
import { breakDown } from '../breakDown'

function scenesOf(text: string): BrokenScene[] {
  return breakDown(parseFountain(text), { ...defaultBreakdown, fps: wholeRate(24) }).scenes
}

function warningsOf(text: string): string[] {
  return breakDown(parseFountain(text), { ...defaultBreakdown, fps: wholeRate(24) }).warnings.map((w) => w.code)
}

const words = (n: number): string => Array.from({ length: n }, (_, i) => `w${i}`).join(' ')

describe('shots of the default breakdown', () => {
  it('makes one shot of each action paragraph and one of a run of dialogue', () => {
    const [scene] = scenesOf('INT. SHED - DAY\n\nMara waits.\n\nMARA\nOtto?\n\nOTTO\n(low)\nHere.\n\nShe turns.')
    expect(
      scene!.shots.map((s) => [
        s.text,
        s.dialogue.map((d) => `${d.character}/${d.parenthetical}/${d.text}`),
        s.startLine,
        s.endLine,
      ]),
    ).toEqual([
      ['Mara waits.', [], 3, 3],
      ['', ['MARA//Otto?', 'OTTO/low/Here.'], 5, 10],
      ['She turns.', [], 12, 12],
    ])
  })

  it('gives action 3 s and 0.3 s for each ten words', () => {
    expect(scenesOf(`INT. A\n\n${words(20)}`)[0]!.shots[0]!.durationFrames).toBe(Math.round(3.6 * 24))
  })

  it('gives dialogue 2.5 words a second, at least 2 s', () => {
    expect(scenesOf(`INT. A\n\nMARA\n${words(10)}`)[0]!.shots[0]!.durationFrames).toBe(4 * 24)
    expect(scenesOf('INT. A\n\nMARA\nNo.')[0]!.shots[0]!.durationFrames).toBe(2 * 24)
  })

  it('counts both sides of a dual dialogue once', () => {
    const [shot] = scenesOf(`INT. A\n\nMARA\n${words(20)}\n\nOTTO ^\n${words(20)}`)[0]!.shots
    expect(shot).toMatchObject({ durationFrames: 8 * 24 })
    expect(shot!.dialogue).toHaveLength(2)
  })

  it('cuts a run longer than 12 s between speeches', () => {
    const [scene] = scenesOf(`INT. A\n\nMARA\n${words(20)}.\n\nOTTO\n${words(20)}.\n\nMARA\n${words(10)}.`)
    expect(scene!.shots.map((s) => [s.dialogue.map((d) => d.character).join(), s.durationFrames / 24])).toEqual([
      ['MARA', 8],
      ['OTTO,MARA', 12],
    ])
  })

  it('cuts one long speech between sentences, a long sentence at a comma, and loses no word', () => {
    const speech = `${words(25)}. ${words(20)}, ${words(20)}. ${words(4)}.`
    const { shots } = scenesOf(`INT. A\n\nMARA\n(slowly)\n${speech}`)[0]!
    expect(shots.every((s) => s.durationFrames <= 12 * 24)).toBe(true)
    expect(shots.map((s) => s.dialogue.map((d) => d.text).join(' ')).join(' ')).toBe(speech)
    expect(shots.map((s) => s.dialogue[0]!.parenthetical)).toEqual(['slowly', '', ''])
  })

  it('keeps within the script where a long speech runs over lines', () => {
    const { shots } = scenesOf(`INT. A\n\nMARA\n${Array.from({ length: 12 }, () => `${words(6)}.`).join('\n')}`)[0]!
    expect(shots.map((s) => [s.startLine, s.endLine])).toEqual([
      [3, 8],
      [9, 13],
      [14, 15],
    ])
  })

  it('joins a camera line with the paragraph or speech right after it', () => {
    const { shots } = scenesOf('INT. A\n\nCLOSE ON THE KEY\n\nIt turns.\n\nLOW ANGLE ON MARA\n\nMARA\nHello.')[0]!
    expect(shots.map((s) => [s.text, s.size, s.angle, s.dialogue.length, s.startLine])).toEqual([
      ['CLOSE ON THE KEY\nIt turns.', 'close', null, 0, 3],
      ['LOW ANGLE ON MARA', null, 'low', 1, 7],
    ])
  })

  it('makes no shot of transitions, notes, sections and centred text', () => {
    const { shots } = scenesOf(
      'FADE IN:\n\nINT. A\n\n# Part\n\n= idea\n\nHe waits.\n\n> A YEAR AGO <\n\n[[check]]\n\nFADE OUT.',
    )[0]!
    expect(shots.map((s) => s.text)).toEqual(['He waits.'])
  })

  it('gives a scene with nothing else one shot', () => {
    const scenes = scenesOf(
      '.OPENING TITLES\n\n> THE GNOME <\n\n> by us <\n\nEXT. YARD - DAY\n\nCUT TO:\n\nINT. SHED - DAY\n\nHe waits.',
    )
    expect(scenes.map((s) => s.shots.map((x) => x.text))).toEqual([
      ['THE GNOME\nby us'],
      ['EXT. YARD - DAY'],
      ['He waits.'],
    ])
  })
})

describe('scenes', () => {
  it('keep their numbers; the others are counted without taking one twice', () => {
    expect(scenesOf('INT. A #2#\n\nx\n\nINT. B\n\nx\n\nINT. C #7A#\n\nx').map((s) => s.number)).toEqual([
      '2',
      '2A',
      '7A',
    ])
  })

  it('stay in the set before for a POV and for LATER', () => {
    const scenes = scenesOf(
      'EXT. POOL - DAY\n\nHe swims.\n\n.SNIPER POV\n\nHe is seen.\n\nHe dives.\n\n.LATER\n\nDry again.\n\n.OPENING TITLES\n\n> X <',
    )
    expect(scenes.map((s) => [s.set, s.timeOfDay, s.shots.map((x) => x.size)])).toEqual([
      ['POOL', 'DAY', [null]],
      ['POOL', 'DAY', ['pov', 'pov']],
      ['POOL', 'LATER', [null]],
      ['', '', [null]],
    ])
  })

  it('begin without a heading where text stands before the first one, with a warning', () => {
    const text = 'He waits.\n\nINT. SHED - DAY\n\nShe comes.'
    expect(scenesOf(text).map((s) => s.heading)).toEqual(['', 'INT. SHED - DAY'])
    expect(warningsOf(text)).toEqual(['TEXT_BEFORE_FIRST_HEADING'])
  })

  it('are one where there is no heading, and none in an empty file', () => {
    expect(scenesOf('He waits.\n\nShe comes.')).toHaveLength(1)
    expect(warningsOf('He waits.')).toEqual(['NO_SCENE_HEADING'])
    expect(scenesOf('')).toEqual([])
    expect(warningsOf('')).toEqual(['EMPTY_SCRIPT'])
    expect(warningsOf('Title: Nothing\n')).toEqual(['EMPTY_SCRIPT'])
  })
})
