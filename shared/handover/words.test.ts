import { describe, expect, test } from 'vitest'
import { wholeRate } from '../domain/time/frameRates'
import { defaultBreakdown } from '../model/project'
import { breakDown } from '../script/extract/breakDown'
import { parseFountain } from '../script/fountain/parseFountain'
import { importBreakdown } from '../script/importBreakdown'
import { readCsv } from '../script/shotList/readCsv'
import { exampleProject } from '../testing/exampleProject'
import { TestProject } from '../testing/testProject'
import { filmOf } from './film'
import { writeHandover, type HandoverFormatName } from './formats'
import { fileName } from './handoverFiles'
import { imageOptionsSchema } from './images'
import { subtitlesOf } from './subtitles'

const options = {
  name: 'film',
  folderUrl: 'file:///films/',
  images: imageOptionsSchema.parse({}),
  cut: { ends: 'none' as const },
}
const written = (p: TestProject, format: HandoverFormatName) => writeHandover(p.store, format, 'film', options)
function textOf(p: TestProject, format: HandoverFormatName, path?: string): string {
  const { files } = written(p, format)
  const file = path === undefined ? files[0]! : files.find((f) => f.path === path)!
  return 'text' in file ? file.text : ''
}
const line = (character: string, text: string, extension = '', parenthetical = '') => ({
  character,
  extension,
  parenthetical,
  text,
})

function scripted(text: string): TestProject {
  const p = new TestProject()
  const script = parseFountain(text)
  const breakdown = breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) })
  p.run((draft) => importBreakdown(draft, { fileName: 'film.fountain', script, breakdown }))
  return p
}

describe('a shot list', () => {
  test('is read back as the same scenes and shots', () => {
    const p = scripted(
      'INT. HALL - DAY\n\nANNA waits.\n\nBEN (O.S.)\n(low)\nIs it you, "Anna"?\n\nEXT. YARD - NIGHT\n\n- He digs; she, too.',
    )
    const list = readCsv(textOf(p, 'csv').replace(/^\ufeff/, ''), { ...defaultBreakdown, fps: wholeRate(24) })
    const { scenes } = list.breakdown
    expect(scenes.map((s) => s.heading)).toEqual(['INT. HALL - DAY', 'EXT. YARD - NIGHT'])
    const shots = scenes.flatMap((s) => s.shots)
    const film = filmOf(p.store, 'film')
    expect(shots.map((s) => s.durationFrames)).toEqual(film.shots.map((s) => s.frames))
    expect(shots[0]).toMatchObject({ text: 'ANNA waits.' })
  })

  test('says who comes and goes when', () => {
    expect(textOf(exampleProject(), 'csv')).toMatch(/Alice enters at \d/)
  })

  test('has nothing that a spreadsheet would run', () => {
    const p = new TestProject()
    p.shot(p.scene(), { text: '=HYPERLINK("http://x")', notes: '+1-2', lens: '@home', movement: '-5' })
    const words = textOf(p, 'csv')
    expect(words).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(words).toContain(`,'@home,-5,`)
    expect(words).toContain(`,'+1-2`)
  })
})

test('the casting has a row for each asset of each shot, as Kitsu names its columns', () => {
  const p = exampleProject()
  const rows = textOf(p, 'casting')
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n')
  expect(rows[0]).toBe('Episode,Parent,Name,Asset Type,Asset,Occurences,Label')
  expect(rows.slice(1, 4)).toEqual([
    ',1,1,Character,Alice,1,animate',
    ',1,1,Character,Bob,1,animate',
    ',1,1,Environment,Living Room,1,fixed',
  ])
  expect(rows).toHaveLength(1 + filmOf(p.store, 'film').shots.reduce((sum, s) => sum + s.members.length, 0))
})

describe('subtitles', () => {
  test('share the time of their shot, each as long as its words, and name who speaks when that changes', () => {
    const p = new TestProject()
    const scene = p.scene()
    p.shot(scene)
    p.shot(scene, { dialogue: [line('ANN', 'Yes, now.'), line('BEN', 'No, not now.'), line('BEN', 'Go.')] })
    const subtitles = subtitlesOf(filmOf(p.store, 'film'))
    expect(subtitles.map((s) => [s.speaker, s.text, s.from, s.to])).toEqual([
      ['ANN', 'Yes, now.', 4, 5.5],
      ['BEN', 'No, not now.', 5.5, 7.5],
      ['', 'Go.', 7.5, 8],
    ])
    expect(textOf(p, 'srt')).toBe(
      '1\r\n00:00:04,000 --> 00:00:05,500\r\nANN: Yes, now.\r\n\r\n2\r\n00:00:05,500 --> 00:00:07,500\r\nBEN: No, not now.\r\n\r\n3\r\n00:00:07,500 --> 00:00:08,000\r\nGo.\r\n',
    )
    expect(textOf(p, 'vtt')).toContain('WEBVTT\n\n00:00:04.000 --> 00:00:05.500\n<v ANN>Yes, now.\n')
  })

  test('of a long speech are cut between sentences, and a long sentence between words', () => {
    const p = new TestProject()
    const sentence = 'The tide took the boats and nobody on the pier said a word about it until the morning came and'
    const text = `${sentence} went. Then they spoke! Why?`
    p.shot(p.scene(), { dialogue: [line('ANN', text)] })
    const pieces = subtitlesOf(filmOf(p.store, 'film')).map((s) => s.text)
    expect(pieces.join(' ')).toBe(text)
    expect(pieces.length).toBeGreaterThan(1)
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(84)
  })

  test('say it where nobody speaks', () => {
    const p = new TestProject()
    p.shot(p.scene())
    expect(written(p, 'srt').warnings.map((w) => w.code)).toEqual(['NO_DIALOGUE'])
  })
})

test('the script comes back as it was, with its scene numbers', () => {
  const text =
    'INT. HALL - DAY\n\nANNA waits *still*.\n\nBANG!\n\nANNA (O.S.)\n(low)\nIs it you?\nIt is.\n\nEXT. YARD - NIGHT\n\nMcGEE digs.\n\n@McGEE\nHere.'
  const p = scripted(text)
  const out = textOf(p, 'fountain')
  const again = scripted(out)
  const told = (q: TestProject) =>
    filmOf(q.store, 'film').shots.map(({ shot, scene }) => [scene.number, scene.heading, shot.text, shot.dialogue])
  expect(told(again)).toEqual(told(p))
  expect(out).toContain('INT. HALL - DAY #1#')
  expect(out).toContain('[[Shot 1, ')
})

describe('the prompt pack', () => {
  test('has the prompt of each still and clip and the references in the order they are sent', () => {
    const p = exampleProject()
    const { files } = written(p, 'prompts')
    const paths = files.map((f) => f.path)
    expect(paths.slice(0, 2)).toEqual(['film/README.txt', 'film/prompts.json'])
    const start = paths.filter((path) => path.startsWith('film/002_2/start/'))
    expect(start).toEqual([
      'film/002_2/start/prompt.txt',
      expect.stringMatching(/\/1_\w+\.png$/),
      expect.stringMatching(/\/2_\w+\.png$/),
      expect.stringMatching(/\/3_\w+\.png$/),
    ])
    const data = JSON.parse(textOf(p, 'prompts', 'film/prompts.json'))
    expect(data.shots).toHaveLength(9)
    expect(data.shots[0]).toMatchObject({
      number: '1',
      start: { leftOut: [{ name: 'Alice', reason: 'enters_later' }] },
    })
    const [pass] = data.shots[1].start.passes
    for (const { index, name, file } of pass.references) {
      expect(pass.prompt).toContain(`Image #${index}: ${name}`)
      expect(paths).toContain(`film/${file}`)
    }
    expect(textOf(p, 'prompts', 'film/002_2/start/prompt.txt')).toBe(`${pass.prompt}\n`)
  })

  test('has a folder for each pass of a crowded still', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene(), { text: 'All of them wait.' })
    for (let i = 1; i <= 7; i++) p.put(shot, p.asset('character', `Guest ${i}`, { picture: true }))
    const paths = written(p, 'prompts').files.map((f) => f.path)
    expect(paths).toContain('film/001_1/start/pass_1/prompt.txt')
    expect(paths).toContain('film/001_1/start/pass_2/prompt.txt')
    expect(paths.some((path) => /start\/pass_2\/1_/.test(path))).toBe(false)
    expect(new Set(paths).size).toBe(paths.length)
  })
})

describe('images', () => {
  test('are called as the pattern says, and never twice the same', () => {
    const p = exampleProject()
    p.take(p.roomShots[1]!, 'startFrame')
    const images = imageOptionsSchema.parse({ frames: ['start'], pattern: 'S{scene} {frame}' })
    const { files, missing, warnings } = writeHandover(p.store, 'frames', 'film', { ...options, images })
    expect(files.map((f) => f.path)).toEqual(['S1_start.png', 'S1_start_2.png'])
    expect(missing).toHaveLength(7)
    expect(warnings.map((w) => w.code)).toEqual(['NO_PICTURE'])
  })
})

test.each([
  ['1/A b', '1_A_b'],
  ['../../evil', 'evil'],
  ['CON', '_CON'],
  ['…', 'untitled'],
  ['Küche 3 – Nacht', 'Küche_3_Nacht'],
  ['.hidden.', 'hidden'],
])('%j as a file is %j', (name, called) => {
  expect(fileName(name)).toBe(called)
})
