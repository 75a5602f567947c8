import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '@shared/records/change'
import { InvalidInput, Refusal } from '@shared/records/refusal'
import type { CommandName } from '@shared/ipc/inputSchemas'
import type { TableName } from '@shared/model/tables'
import { commandNames, randomCommand } from '@shared/testing/randomCommands'
import { seededRandom } from '@shared/testing/seededRandom'
import { recordDump, recordText } from '@shared/testing/recordDump'
import type { OpenProject } from '../store/project'
import { openProject } from '../store/openProject'
import { storedProject, storedExample } from '../testing/testFolder'
import { dispatch } from './dispatch'

/** What the file holds, read as another process reads it. */
function inFile(folder: string): string {
  const reader = openProject(folder, 'read')
  try {
    return recordText(reader.records)
  } finally {
    reader.close()
  }
}

/** Seeded commands through dispatch; answers how many got through. */
function play(project: OpenProject, seed: number, count: number): number {
  const random = seededRandom(seed)
  let done = 0
  for (let i = 0; i < count; i++) {
    const { name, input } = randomCommand(project.records, random)
    try {
      dispatch(project, name, input)
      done++
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof InvalidInput)) throw error
    }
  }
  return done
}

function travelAll(project: OpenProject, way: 'undo' | 'redo'): number {
  for (let n = 0; ; n++) {
    if (n > 1000) throw new Error(`${way} has no end`)
    try {
      project[way]()
    } catch (error) {
      if (error instanceof Refusal && error.code === (way === 'undo' ? 'NOTHING_TO_UNDO' : 'NOTHING_TO_REDO')) return n
      throw error
    }
  }
}

describe('a command', () => {
  test('answers what it made, changed and took away by table, with its undo step and warnings', () => {
    const { project } = storedProject()
    const scene = dispatch(project, 'scene.create', { heading: 'INT. ROOM - DAY' })
    expect(scene).toEqual({
      undoStep: expect.stringMatching(/^\d+$/),
      created: { scenes: [expect.any(String)] },
      updated: {},
      removed: {},
      warnings: [],
    })
    const sceneId = scene.created.scenes![0]!
    const shotId = dispatch(project, 'shot.create', { sceneId, text: 'Rain.', durationSeconds: 4 }).created.shots![0]!
    const { created } = dispatch(project, 'asset.create', {
      name: 'Alice',
      type: 'character',
      description: 'red-haired',
    })
    expect(Object.keys(created).sort()).toEqual(['assets', 'looks'])
    const set = dispatch(project, 'assignment.set', { shotId, assetId: created.assets![0], presence: 'passes_through' })
    expect(Object.keys(set.created).sort()).toEqual(['assignments', 'sceneAssetInstances'])
    expect(set.warnings).toEqual([{ code: 'PASSES_THROUGH', message: expect.stringContaining('split the shot') }])
    expect(dispatch(project, 'assignment.remove', { id: set.created.assignments![0] })).toMatchObject({
      created: {},
      updated: {},
      removed: { assignments: set.created.assignments },
    })
  })

  test('that changes nothing is no step', () => {
    const { project, sample } = storedExample()
    expect(dispatch(project, 'asset.update', { assetId: sample.alice.id, name: 'Alice' })).toEqual({
      undoStep: null,
      created: {},
      updated: {},
      removed: {},
      warnings: [],
    })
    expect(project.history()).toEqual([])
  })

  test('tells every listener the change once it is written, with the labels of undo and redo', () => {
    const { project, sample, folder } = storedExample()
    const told: [Change, unknown, boolean][] = []
    const stop = project.onChange((change, labels) =>
      told.push([change, labels, inFile(folder) === recordText(project.records)]),
    )
    dispatch(project, 'asset.update', { assetId: sample.alice.id, name: 'Alison' })
    project.undo()
    stop()
    project.redo()
    expect(told).toEqual([
      [
        { added: {}, updated: { assets: { [sample.alice.id]: [{ name: 'Alice' }, { name: 'Alison' }] } }, removed: {} },
        { undo: 'edit asset: Alice', redo: null },
        true,
      ],
      [
        { added: {}, updated: { assets: { [sample.alice.id]: [{ name: 'Alison' }, { name: 'Alice' }] } }, removed: {} },
        { undo: null, redo: 'edit asset: Alice' },
        true,
      ],
    ])
  })

  test('that is not in the contract is refused by name', () => {
    const { project } = storedProject()
    for (const name of ['shot.explode', 'toString', '__proto__', ''])
      expect(() => dispatch(project, name, {})).toThrow(`There is no command called ${name}.`)
  })

  test('is refused on a project open for reading', () => {
    const { folder } = storedExample()
    const reader = openProject(folder, 'read')
    expect(() => dispatch(reader, 'scene.create', { heading: 'X' })).toThrow(
      'Read-only: the project was opened to be read.',
    )
    expect(() => reader.undo()).toThrow('Read-only: the project was opened to be read.')
    reader.close()
  })

  test('with any garbage is refused with its place or done, and changes nothing when refused', () => {
    const { project, folder } = storedExample()
    const garbage = fc.anything({
      maxDepth: 3,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
    })
    const spoiled = fc
      .tuple(
        fc.integer(),
        fc.constantFrom(...commandNames),
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.oneof(
              garbage,
              fc.constantFrom(undefined, null, '', 'gone', '\ud800', Number.NaN, Infinity, -1, 1e308, 0.5, [], {}),
            ),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      )
      .map(([seed, name, spoils]) => {
        const { input } = randomCommand(project.records, seededRandom(seed), name)
        const fields = Object.keys(input)
        for (const [at, value] of spoils) if (fields.length) input[fields[at % fields.length]!] = value
        return { name, input }
      })
    const whole = fc.record({ name: fc.constantFrom(...commandNames), input: garbage })
    let last = recordDump(project.records)
    fc.assert(
      fc.property(fc.oneof(spoiled, whole), ({ name, input }) => {
        try {
          dispatch(project, name, input)
          last = recordDump(project.records)
        } catch (error) {
          if (!(error instanceof Refusal) && !(error instanceof InvalidInput)) throw error
          expect(error.message).not.toBe('')
          if (
            error instanceof InvalidInput &&
            typeof input === 'object' &&
            input !== null &&
            !Array.isArray(input) &&
            error.at
          )
            expect(error.message.startsWith(`${error.at}: `)).toBe(true)
          expect(recordDump(project.records)).toEqual(last)
        }
      }),
      { numRuns: 400 },
    )
    expect(inFile(folder)).toBe(recordText(project.records))
    expect(project.inspect().integrity).toBe('ok')
  })

  test('with an input that holds itself is refused', () => {
    const { project } = storedProject()
    const input: Record<string, unknown> = { heading: 'X' }
    input['notes'] = input
    expect(() => dispatch(project, 'scene.create', input)).toThrow('notes: expected a string')
    delete input['notes']
    input['self'] = input
    expect(() => dispatch(project, 'scene.create', input)).toThrow('unknown field self')
  })

  test('that the database does not take leaves memory and file as they were', () => {
    const { project, sample, folder } = storedExample()
    const before = recordText(project.records)
    const [assignment] = project.records.list('assignmentsOfShot', sample.roomShots[0]!.id)
    const wrong: Change = {
      added: {},
      updated: {
        assets: { [sample.alice.id]: [{ name: 'Alice' }, { name: 'Alison' }] },
        assignments: { [assignment!.id]: [{ shotId: assignment!.shotId }, { shotId: 'gone' }] },
      },
      removed: {},
    }
    expect(() => project.commit(wrong, { command: 'x', label: 'x', undoable: wrong })).toThrow(/FOREIGN KEY/)
    expect(recordText(project.records)).toBe(before)
    expect(inFile(folder)).toBe(before)
    expect(project.history()).toEqual([])
  })
})

describe('a command that continues a step', () => {
  const edit = (project: OpenProject, shotId: string, text: string, continues?: string) =>
    dispatch(project, 'shot.update', { shotId, text }, { continues }).undoStep

  test('takes its place: undo takes all of it back at once, also after opening again', () => {
    const stored = storedExample()
    const { project, sample } = stored
    const { id, text } = sample.roomShots[0]!
    const first = edit(project, id, 'O')!
    expect(edit(project, id, 'On', first)).toBe(first)
    expect(edit(project, id, 'One', first)).toBe(first)
    expect(project.history()).toHaveLength(1)
    const again = stored.reopen()
    expect(again.records.must('shots', id).text).toBe('One')
    again.undo()
    expect(again.records.must('shots', id).text).toBe(text)
    again.redo()
    expect(again.records.must('shots', id).text).toBe('One')
    expect(inFile(stored.folder)).toBe(recordText(again.records))
  })

  test('with nothing new leaves it, and with what stood before leaves no step', () => {
    const { project, sample } = storedExample()
    const { id, text } = sample.roomShots[0]!
    const step = edit(project, id, 'One')!
    expect(edit(project, id, 'One', step)).toBe(step)
    expect(edit(project, id, text, step)).toBeNull()
    expect(project.history()).toEqual([])
    expect(project.records.must('shots', id).text).toBe(text)
  })

  test('is a step of its own once something else was done, undone, or another command was meant', () => {
    const { project, sample } = storedExample()
    const { id } = sample.roomShots[0]!
    const step = edit(project, id, 'One')!
    expect(dispatch(project, 'shot.delete', { shotId: id }, { continues: step }).undoStep).not.toBe(step)
    project.undo()
    expect(edit(project, id, 'Two', step)).not.toBe(step)
    const newest = edit(project, id, 'Three')!
    dispatch(project, 'asset.update', { assetId: sample.alice.id, name: 'Alison' })
    expect(edit(project, id, 'Four', newest)).not.toBe(newest)
    expect(project.history().map((s) => s.command)).toEqual([
      'shot.update',
      'asset.update',
      'shot.update',
      'shot.update',
      'shot.update',
    ])
  })

  test('that is refused leaves what the step did before', () => {
    const { project, sample, folder } = storedExample()
    const { id } = sample.roomShots[0]!
    const step = edit(project, id, 'One')!
    const before = recordText(project.records)
    expect(() => dispatch(project, 'shot.update', { shotId: 'gone', text: 'Two' }, { continues: step })).toThrow(
      /no longer/,
    )
    expect(recordText(project.records)).toBe(before)
    expect(inFile(folder)).toBe(before)
    expect(project.history()).toHaveLength(1)
  })

  const shotOf = ({ sample }: ReturnType<typeof storedExample>) => sample.roomShots[0]!.id
  const typed: [CommandName, (stored: ReturnType<typeof storedExample>, n: number) => unknown][] = [
    ['shot.update', (s, n) => ({ shotId: shotOf(s), text: `text ${n}` })],
    ['shot.update', (s, n) => ({ shotId: shotOf(s), durationFrames: 1 + n * 7 })],
    ['asset.update', (s, n) => ({ assetId: s.sample.alice.id, aliases: [`name ${n}`], description: `text ${n}` })],
    ['look.update', (s, n) => ({ lookId: s.sample.alice.defaultLookId, name: `look ${n}` })],
    [
      'assignment.set',
      (s, n) => ({ shotId: shotOf(s), assetId: s.sample.alice.id, presence: 'enters', enterAt: (n + 1) / 9 }),
    ],
    [
      'blocking.set',
      (s, n) => ({
        assignmentId: s.project.records.list('assignmentsOfShot', shotOf(s))[0]!.id,
        frame: 'start',
        x: n / 9,
      }),
    ],
    ['prompt.edit', (s, n) => ({ shotId: shotOf(s), prompt: 'start', text: `text ${n}` })],
  ]

  test.each(typed)('%s is what the last of the commands alone would have been, whatever came before', (name, input) => {
    fc.assert(
      fc.property(fc.array(fc.nat(7), { minLength: 2, maxLength: 5 }), (numbers) => {
        const [visit, alone] = [storedExample(), storedExample()]
        const start = recordDump(visit.project.records)
        let step: string | null = null
        for (const n of numbers)
          step = dispatch(visit.project, name, input(visit, n), { continues: step ?? undefined }).undoStep
        const single = dispatch(alone.project, name, input(alone, numbers.at(-1)!))
        const made = Object.keys(single.created) as TableName[]
        const others = (project: OpenProject) => ({
          ...recordDump(project.records),
          ...Object.fromEntries(made.map((table) => [table, project.records.count(table)])),
        })
        expect(others(visit.project)).toEqual(others(alone.project))
        expect(visit.project.history()).toHaveLength(1)
        const end = recordDump(visit.project.records)
        visit.project.undo()
        expect(recordDump(visit.project.records)).toEqual({ ...start, sceneStates: expect.anything() })
        visit.project.redo()
        expect(recordDump(visit.project.records)).toEqual(end)
        expect(inFile(visit.folder)).toBe(recordText(visit.project.records))
      }),
      { numRuns: 6 },
    )
  })
})

describe('memory and file', () => {
  test('agree after any commands, undos and redos', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { project, folder } = storedExample()
        const random = seededRandom(seed)
        for (let round = 0; round < 4; round++) {
          play(project, seed + round, 25)
          for (let n = 0; n < random() * 8; n++) if (project.undoLabels().undo) project.undo()
          for (let n = 0; n < random() * 6; n++) if (project.undoLabels().redo) project.redo()
        }
        expect(inFile(folder)).toBe(recordText(project.records))
        expect(project.inspect().integrity).toBe('ok')
      }),
      { numRuns: 8 },
    )
  })

  test('agree on text that is no proper Unicode', () => {
    const { project, sample, folder } = storedExample()
    dispatch(project, 'shot.update', {
      shotId: sample.roomShots[0]!.id,
      text: 'half \ud83d a pair, nothing\u0000, 😀',
      notes: '\udc00',
      dialogue: [{ character: 'A\ud800', extension: '', parenthetical: '', text: '' }],
    })
    expect(project.records.must('shots', sample.roomShots[0]!.id)).toMatchObject({
      text: 'half \ufffd a pair, nothing\u0000, 😀',
      notes: '\ufffd',
    })
    expect(inFile(folder)).toBe(recordText(project.records))
  })
})

describe('undo and redo', () => {
  test('of everything restore equal records, in this process and after opening again', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const stored = storedExample()
        const start = recordDump(stored.project.records)
        play(stored.project, seed, 40)
        const end = recordDump(stored.project.records)
        const steps = stored.project.history().length
        // That a scene was filled outlives undo.
        const states = (dump: Record<string, unknown>) => ({ ...dump, sceneStates: null })
        expect(travelAll(stored.project, 'undo')).toBe(steps)
        expect(states(recordDump(stored.project.records))).toEqual(states(start))
        const again = stored.reopen()
        expect(travelAll(again, 'redo')).toBe(steps)
        expect(recordDump(again.records)).toEqual(end)
      }),
      { numRuns: 6 },
    )
  })

  test('leave alone that a scene was filled', () => {
    const { project, sample } = storedExample()
    const scene = project.records.list('scenesInOrder').find((s) => s.set === 'CELLAR')!
    dispatch(project, 'scene.open', { sceneId: scene.id })
    const filled = project.records.count('assignments')
    project.undo()
    expect(project.records.count('assignments')).toBe(filled - 2)
    dispatch(project, 'scene.open', { sceneId: scene.id })
    expect(project.records.count('assignments')).toBe(filled - 2)
    expect(project.undoLabels().redo).toBe('fill assignments: scene 3')
    dispatch(project, 'scene.delete', { sceneId: sample.room.id })
    project.undo()
    expect(project.records.get('sceneStates', scene.id)?.assignmentsInitialised).toBe(true)
  })

  test('take only the user’s steps: a take made meanwhile stays', () => {
    const { project, sample } = storedExample()
    const shotId = sample.roomShots[0]!.id
    dispatch(project, 'shot.update', { shotId, text: 'New.' })
    const [take] = project.records.list('takesMadeFor', `${shotId}/startFrame`)
    project.commit({ added: { takes: { t2: { ...take!, id: 't2', ordinal: 9 } } }, updated: {}, removed: {} }, null)
    expect(project.undo()).toMatchObject({
      command: 'shot.update',
      label: expect.stringMatching(/^edit shot: shot /),
      undone: true,
    })
    expect(project.records.get('takes', 't2')).toBeDefined()
    expect(project.redo()).toMatchObject({ command: 'shot.update', undone: false })
  })
})
