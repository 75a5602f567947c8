import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wholeRate } from '../../domain/time/frameRates'
import { defaultBreakdown } from '../../model/project'
import { readSeconds } from './shotListColumns'
import { parseCsv } from './parseCsv'
import { readCsv } from './readCsv'
import { readStoryboarder } from './readStoryboarder'

const options = { ...defaultBreakdown, fps: wholeRate(24) }
const codes = (list: { script: { warnings: { code: string }[] } }) => list.script.warnings.map((w) => w.code)

describe('comma-separated values', () => {
  test('hold separators, quotes and line breaks in quoted cells; lines are counted', () => {
    expect(parseCsv('a,b\r\n"x, ""y""\nz",2\n\n3,4')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"\nz', '2'] },
      { line: 5, cells: ['3', '4'] },
    ])
    expect(parseCsv('a;b;c\n1,5;2;3')[1]!.cells).toEqual(['1,5', '2', '3'])
    expect(parseCsv('a\tb\n1\t2')[1]!.cells).toEqual(['1', '2'])
  })

  test.each([
    ['3', 3],
    ['3,5 s', 3.5],
    ['72 frames', 3],
    ['1:30', 90],
    ['0:01:30', 90],
    ['00:00:03:12', 3.5],
    ['2 min', 120],
    ['500ms', 0.5],
    ['soon', null],
    ['', null],
  ])('the duration %j is %j seconds', (text, seconds) => {
    expect(readSeconds(text, wholeRate(24))).toBe(seconds)
  })
})

describe('a shot list', () => {
  const csv = [
    'Scene,Location,INT/EXT,Time of day,Shot #,Shot Size,Angle,Movement,Lens,Description,Dialogue,Cast,Props,Duration,Notes,Mood',
    '1,Kitchen,INT,Day,1A,WS,Low,dolly in,35mm,"Alice, tired, pours tea.",,Alice,Teapot; Cup,4s,careful,blue',
    ',,,,1B,CU,Eye level,,,,ALICE: Good morning.,"Alice, Bob",,soon,,',
    '2,Garden,EXT,Night,2,Drone,,,,=HYPERLINK("x"),,,,48 frames,,',
  ].join('\n')
  const list = readCsv(csv, options)

  test('has its scenes, shots, cameras and lengths', () => {
    expect(list.breakdown.scenes.map((s) => [s.heading, s.number, s.shots.length])).toEqual([
      ['INT. KITCHEN - DAY', '1', 2],
      ['EXT. GARDEN - NIGHT', '2', 1],
    ])
    const [a, b, c] = list.breakdown.scenes.flatMap((s) => s.shots)
    expect(a).toMatchObject({
      number: '1A',
      size: 'wide',
      angle: 'low',
      movement: 'dolly in',
      lens: '35mm',
      text: 'Alice, tired, pours tea.',
      durationFrames: 96,
      notes: 'careful\nMood: blue',
      startLine: 2,
    })
    expect(b).toMatchObject({
      size: 'close',
      angle: 'eye',
      dialogue: [{ character: 'ALICE', text: 'Good morning.' }],
      notes: '',
    })
    expect(c).toMatchObject({ text: '=HYPERLINK("x")', durationFrames: 48, size: null, notes: 'Size: Drone' })
  })

  const numbersOf = (rows: string) =>
    readCsv(rows, options).breakdown.scenes.map((s) => [s.number, ...s.shots.map((x) => x.number)])

  test('may tell its separator, hold rows of a scene apart, and count shots from the start in each scene', () => {
    expect(numbersOf('sep=;\nScene;Shot;Description\n3;3A;x\n1;1A;x\n3;3B;x')).toEqual([
      ['3', '3A', '3B'],
      ['1', '1A'],
    ])
    const restarting = readCsv('Scene,Shot\n1,1\n1,2\n2,1\n2,2', options)
    expect(codes(restarting)).toEqual(['CSV_NUMBERS_RESTART'])
    expect(restarting.breakdown.scenes.flatMap((s) => s.shots.map((x) => x.number))).toEqual([
      '1-1',
      '1-2',
      '2-1',
      '2-2',
    ])
  })

  test('of a production tracker has its sequences as scenes and its frames as lengths', () => {
    const { breakdown } = readCsv(
      'Sequence,Name,Description,FPS,Frame In,Frame Out\nSQ01,SH010,Otto waits.,25,0,50\nSQ01,SH020,Otto runs.,25,50,150\nSQ02,SH010,Greta sits.,25,150,200',
      options,
    )
    expect(breakdown.scenes.map((s) => [s.number, ...s.shots.map((x) => [x.number, x.durationFrames])])).toEqual([
      ['SQ01', ['SQ01-SH010', 48], ['SQ01-SH020', 96]],
      ['SQ02', ['SQ02-SH010', 48]],
    ])
  })

  test('whoever speaks in a row is in its shot, a voice over is not', () => {
    const { breakdown } = readCsv(
      'Shot,Dialogue,Cast\n1,Alice: Hello.,\n2,BOB (V.O.): Once upon a time.,\n3,ALICE: And then?,"alice, Cat"',
      options,
    )
    expect(breakdown.scenes[0]!.shots.map((s) => s.dialogue[0])).toMatchObject([
      { character: 'ALICE', extension: '' },
      { character: 'BOB', extension: 'V.O.' },
      { character: 'ALICE' },
    ])
    expect(breakdown.presences.map((p) => [p.shotIndex, p.assetKey])).toEqual([
      [0, 'character:ALICE'],
      [2, 'character:ALICE'],
      [2, 'character:CAT'],
    ])
  })

  test('takes headings from the column “Scene” where no other has them, and numbers as numbers', () => {
    const scenes = (...cells: string[]) =>
      readCsv(['Scene,Description', ...cells.map((c) => `${c},x`)].join('\n'), options).breakdown.scenes.map((s) => [
        s.number,
        s.heading,
        s.set,
      ])
    expect(scenes('INT. KITCHEN - DAY', '', 'The chase')).toEqual([
      ['', 'INT. KITCHEN - DAY', 'KITCHEN'],
      ['', 'The chase', ''],
    ])
    expect(scenes('12A', 'Sc. 4', 'A-3', 'B')).toEqual([
      ['12A', '', ''],
      ['Sc. 4', '', ''],
      ['A-3', '', ''],
      ['B', '', ''],
    ])
  })

  test('names who is in a shot, to be confirmed, with the row as evidence', () => {
    expect(list.breakdown.assets.map((a) => `${a.type} ${a.name}`)).toEqual([
      'character Alice',
      'location KITCHEN',
      'prop Teapot',
      'prop Cup',
      'character Bob',
      'location GARDEN',
    ])
    expect(
      list.breakdown.presences
        .filter((p) => p.assetKey === 'character:ALICE')
        .map((p) => [p.shotIndex, p.presence, p.evidence.line]),
    ).toEqual([
      [0, 'throughout', 2],
      [1, 'throughout', 3],
    ])
  })

  test('tells what it could not use', () => {
    expect(list.script.warnings.map((w) => [w.line, w.code])).toEqual([
      [1, 'CSV_UNKNOWN_COLUMNS'],
      [3, 'CSV_DURATION'],
    ])
    expect(codes(readCsv('foo,bar\n1,2', options))).toEqual(['CSV_NO_HEADER'])
    expect(codes(readCsv('', options))).toEqual(['CSV_NO_HEADER'])
    expect(codes(readCsv('Shot,Description\n', options))).toEqual(['EMPTY_SCRIPT'])
  })
})

describe('a Storyboarder project', () => {
  const file = {
    version: '2.0.1',
    aspectRatio: 1.7777,
    fps: 24,
    defaultBoardTiming: 2000,
    boards: [
      {
        uid: 'A',
        url: 'board-1-A.png',
        newShot: true,
        number: 1,
        shot: '1A',
        duration: 1500,
        action: 'A door.',
        notes: 'slow',
        audio: { filename: 'creak.wav' },
        layers: { reference: { url: 'board-1-A-reference.png' } },
      },
      { uid: 'B', url: 'board-2-B.png', newShot: false, number: 2, shot: '1B', dialogue: 'ANNA: Who is there?' },
    ],
  }
  test('gives a shot for each board, with length, words, notes and picture', () => {
    const list = readStoryboarder(JSON.stringify(file), 'Hall', wholeRate(24))
    expect(list.breakdown.scenes).toMatchObject([
      {
        heading: 'Hall',
        shots: [
          { number: '1A', durationFrames: 36, text: 'A door.', notes: 'slow\nAudio: creak.wav', startLine: 2 },
          { number: '1B', durationFrames: 48, dialogue: [{ character: 'ANNA', text: 'Who is there?' }], startLine: 3 },
        ],
      },
    ])
    expect(list.pictures[0]).toEqual({
      scene: 0,
      shot: 0,
      line: 2,
      files: ['board-1-A-posterframe.jpg', 'board-1-A.png', 'board-1-A-reference.png'],
    })
  })

  test('is read the same from what is stored of it', () => {
    const once = readStoryboarder(JSON.stringify(file), 'Hall', wholeRate(24))
    const again = readStoryboarder(once.script.lines.join('\n'), 'Hall', wholeRate(24))
    expect(again.breakdown).toEqual(once.breakdown)
    expect(again.script.lines).toEqual(once.script.lines)
  })

  test.each([
    ['', 'STORYBOARDER_INVALID'],
    ['{', 'STORYBOARDER_INVALID'],
    ['{"boards":7}', 'STORYBOARDER_INVALID'],
    ['{"boards":[]}', 'EMPTY_SCRIPT'],
  ])('that is %j is told as %s', (text, code) => {
    expect(codes(readStoryboarder(text, 'x', wholeRate(24)))).toEqual([code])
  })
})

test('whatever is in the file, it is read to the end or told', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 400 }),
        fc
          .array(
            fc.array(fc.string({ maxLength: 12 }), { maxLength: 5 }).map((cells) => cells.join(',')),
            { maxLength: 8 },
          )
          .map((rows) => ['Shot,Description,Duration,Cast', ...rows].join('\n')),
      ),
      (text) => {
        const list = readCsv(text, options)
        for (const shot of list.breakdown.scenes.flatMap((s) => s.shots)) expect(shot.durationFrames).toBeGreaterThan(0)
      },
    ),
  )
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(() => readStoryboarder(json, 'x', wholeRate(24))).not.toThrow()
      expect(() => readStoryboarder(`{"boards":[${json}]}`, 'x', wholeRate(24))).not.toThrow()
    }),
  )
})
