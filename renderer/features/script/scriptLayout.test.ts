import { describe, expect, test } from 'vitest'
import type { Scene } from '@shared/model/scene'
import type { Shot } from '@shared/model/shot'
import type { ScriptElement } from '@shared/script/scriptTypes'
import { parseFountain } from '@shared/script/fountain/parseFountain'
import { estimateRow, layOutScript, type ScriptLayout } from './scriptLayout'

const text = `Title: Test

INT. HALL - DAY

Ann waits.

[[a note]]

ANN
(low)
Now.

Bob comes in.

CUT TO:

EXT. STREET - DAY

Rain.`

const scene = (id: string, script: [string, number] | null): Scene => ({
  id,
  orderKey: id,
  number: id,
  heading: id.toUpperCase(),
  intExt: '',
  set: '',
  timeOfDay: '',
  title: '',
  notes: '',
  outOfStoryOrder: false,
  tray: false,
  trayOfId: null,
  scriptId: script?.[0] ?? null,
  sourceStart: script?.[1] ?? null,
  sourceEnd: null,
})
const shot = (id: string, sceneId: string, source: [string, number, number] | null): Shot => ({
  id,
  sceneId,
  orderKey: id,
  number: id,
  durationFrames: 24,
  text: id,
  dialogue: [],
  size: null,
  endSize: null,
  angle: null,
  lens: '',
  movement: '',
  startState: '',
  endState: '',
  timeJump: false,
  endFromStart: null,
  notes: '',
  scriptId: source?.[0] ?? null,
  sourceStart: source?.[1] ?? null,
  sourceEnd: source?.[2] ?? null,
})
const lay = (scenes: Scene[], shots: Shot[], names = ['a']): ScriptLayout =>
  layOutScript({
    scripts: names.map((id) => ({ script: { id, fileName: `${id}.fountain` }, parsed: parseFountain(text) })),
    scenes,
    shotsOf: (sceneId) => shots.filter((s) => s.sceneId === sceneId),
  })

/** Each row in a word: headings by scene or text, lines by number and shots. */
const told = ({ rows }: ScriptLayout) =>
  rows.map((r) => {
    if (r.kind === 'file') return r.fileName
    if (r.kind === 'titlePage') return 'title'
    if (r.kind === 'heading') return `# ${r.scene?.id ?? r.element?.text}`
    return r.kind === 'byHand'
      ? `+ ${r.shot.id}`
      : `${r.elements.map((e) => e.line).join(',')}${r.shots.length ? ` = ${r.shots.map((s) => s.id).join(' ')}` : ''}`
  })

const hall = scene('hall', ['a', 3])
const street = scene('street', ['a', 17])
const shots = [
  shot('1', 'hall', ['a', 5, 5]),
  shot('2', 'hall', ['a', 9, 11]),
  shot('3', 'hall', ['a', 13, 13]),
  shot('4', 'street', ['a', 19, 19]),
]

describe('the script with its shots', () => {
  test('a shot stands beside its lines, and what no shot covers stays', () => {
    expect(told(lay([hall, street], shots))).toEqual([
      'title',
      '# hall',
      '5 = 1',
      '7',
      '9,10,11 = 2',
      '13 = 3',
      '15',
      '# street',
      '19 = 4',
    ])
  })

  test('shots added by hand come at the end of their scene', () => {
    expect(told(lay([hall, street], [...shots, shot('x', 'hall', null)])).slice(5, 8)).toEqual(['13 = 3', '15', '+ x'])
  })

  test('scenes added by hand follow the scene before them in the story', () => {
    expect(
      told(lay([scene('first', null), hall, scene('mid', null), street], [...shots, shot('x', 'mid', null)])),
    ).toEqual([
      '# first',
      'title',
      '# hall',
      '5 = 1',
      '7',
      '9,10,11 = 2',
      '13 = 3',
      '15',
      '# mid',
      '+ x',
      '# street',
      '19 = 4',
    ])
  })

  test('two shots of one paragraph share its row', () => {
    expect(told(lay([hall], [shot('1', 'hall', ['a', 5, 5]), shot('1A', 'hall', ['a', 5, 5])]))[2]).toBe('5 = 1 1A')
  })

  test('a shot moved to another scene stays beside its lines', () => {
    expect(told(lay([hall, street], [shot('3', 'street', ['a', 13, 13])]))).toContain('13 = 3')
  })

  test('a heading whose scene is gone is still the script’s', () => {
    expect(told(lay([street], []))[1]).toBe('# INT. HALL - DAY')
  })

  test('several scripts come one after another under their names', () => {
    const rows = told(lay([hall, street, scene('other', ['b', 3])], shots, ['a', 'b']))
    expect(rows.filter((r) => r.endsWith('.fountain'))).toEqual(['a.fountain', 'b.fountain'])
    expect(rows.slice(rows.indexOf('b.fountain'), rows.indexOf('b.fountain') + 3)).toEqual([
      'b.fountain',
      'title',
      '# other',
    ])
  })

  test('every shot is in exactly one row, also with a place outside the script', () => {
    const many = [...shots, shot('far', 'hall', ['a', 900, 901]), shot('gone', 'street', ['deleted', 5, 5])]
    const layout = lay([hall, street], many)
    expect([...layout.rowOfShot.keys()].sort()).toEqual(many.map((s) => s.id).sort())
  })

  test('each row knows the heading it is under, and a new file starts without one', () => {
    const layout = lay([hall, street, scene('other', ['b', 3])], shots, ['a', 'b'])
    layout.rows.forEach((row, i) => {
      const heading = layout.headingOf[i]!
      if (heading >= 0) expect(layout.rows[heading]!.kind).toBe('heading')
      if (row.kind === 'file') expect(heading).toBe(-1)
    })
    expect(layout.headingOf[layout.rowOfShot.get('4')!]).toBe(layout.rowOfScene.get('street'))
  })

  test('without scripts the scenes and shots are listed', () => {
    expect(told(lay([scene('a1', null)], [shot('x', 'a1', null)], []))).toEqual(['# a1', '+ x'])
  })

  test('longer text is expected to take more room', () => {
    const { rows } = lay([hall, street], shots)
    expect(estimateRow(rows[4]!, 600)).toBeGreaterThan(30)
    expect(
      estimateRow(
        {
          kind: 'lines',
          key: 'k',
          scriptId: 'a',
          shots: [],
          elements: [{ type: 'action', text: 'word '.repeat(200), line: 1, endLine: 1 }],
        },
        600,
      ),
    ).toBeGreaterThan(200)
  })
})

test("a shot whose line is its scene's heading, as in a shot list, stands below the heading", () => {
  const elements: ScriptElement[] = [
    { type: 'scene_heading', text: 'INT. HALL', line: 2, endLine: 2 },
    { type: 'action', text: 'Ann waits.', line: 2, endLine: 2 },
    { type: 'scene_heading', text: 'EXT. STREET', line: 3, endLine: 3 },
  ]
  const shots = [shot('one', 'hall', ['a', 2, 2]), shot('two', 'street', ['a', 3, 3])]
  const layout = layOutScript({
    scripts: [{ script: { id: 'a', fileName: 'a.csv' }, parsed: { elements, titlePage: [] } }],
    scenes: [scene('hall', ['a', 2]), scene('street', ['a', 3])],
    shotsOf: (id) => shots.filter((s) => s.sceneId === id),
  })
  expect([...layout.rowOfShot.keys()]).toEqual(['one', 'two'])
  expect(layout.rows[layout.rowOfShot.get('one')!]).toMatchObject({ kind: 'lines', elements: [{ text: 'Ann waits.' }] })
})
