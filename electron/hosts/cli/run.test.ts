import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { inputSchemas } from '@shared/ipc/inputSchemas'
import { tempFolder } from '../../testing/tempFolder'
import { storedExample } from '../../testing/testFolder'
import { runInProcess } from '../../testing/runInProcess'

const id = expect.stringMatching(/\S/)
/** Answers are looked into as they come. */
type Answer = ReturnType<typeof JSON.parse>
const done = async (...argv: string[]) => {
  const { code, answer, out, err } = await runInProcess(argv)
  expect({ code, err }, out).toMatchObject({ code: 0 })
  return answer as Answer
}
const failed = async (...argv: string[]) => {
  const { code, answer } = await runInProcess(argv)
  expect(code).toBe(1)
  return (answer as { error: { code: string; message: string; at?: string } }).error
}
const command = (folder: string, name: string, input: unknown) => done('do', folder, name, JSON.stringify(input))

/** A project made by the command line alone: a scene, two shots, Alice in the first. */
async function film() {
  const folder = join(tempFolder(), 'film.exeunt')
  await done('new', folder, '--title', 'Film', '--fps', '25', '--aspect', '4:3')
  const sceneId = (await command(folder, 'scene.create', { heading: 'INT. ROOM - DAY' })).created.scenes[0] as string
  const shot = async (text: string) =>
    (await command(folder, 'shot.create', { sceneId, text, durationSeconds: 4 })).created.shots[0] as string
  const shots = [await shot('Alice waits.'), await shot('Alice leaves.')] as const
  const alice = await command(folder, 'asset.create', {
    name: 'Alice',
    type: 'character',
    description: 'red-haired woman',
  })
  const assetId = alice.created.assets[0] as string
  const set = await command(folder, 'assignment.set', { shotId: shots[0], assetId, presence: 'enters', enterAt: 0.4 })
  return {
    folder,
    sceneId,
    shots,
    assetId,
    lookId: alice.created.looks[0] as string,
    assignmentId: set.created.assignments[0] as string,
    instanceId: set.created.sceneAssetInstances[0] as string,
  }
}

describe('making and changing a project', () => {
  test('new makes a folder with its settings, and not over another', async () => {
    const { folder } = await film()
    expect(await done('query', folder, 'project')).toMatchObject({
      title: 'Film',
      fps: 25,
      aspectWidth: 4,
      aspectHeight: 3,
      folder,
      scenes: 1,
      shots: 2,
      assets: 1,
      assignments: 1,
    })
    expect(await failed('new', folder)).toMatchObject({ code: 'FOLDER_TAKEN' })
    const plain = join(tempFolder(), 'My Film.exeunt')
    expect(await done('new', plain)).toEqual({ folder: plain })
    expect(await done('query', plain, 'project')).toMatchObject({ title: 'My Film', fps: 24 })
    const never = join(tempFolder(), 'never')
    for (const [option, value, at] of [
      ['--aspect', '0:0', 'aspectWidth'],
      ['--aspect', '999999999999999999999:1', 'aspectWidth'],
      ['--title', ' ', 'title'],
      ['--fps', '24.5', 'fps'],
      ['--fps', '0', 'fps'],
      ['--fps', '24 drop frame', 'fps'],
    ] as const) {
      expect(await failed('new', never, option, value)).toMatchObject({ code: 'INVALID_INPUT', at })
    }
    expect(existsSync(never)).toBe(false)
  })

  test('frame rates are taken as they are written, and answered as a number and exactly', async () => {
    const folder = join(tempFolder(), 'rates')
    await done('new', folder, '--fps', '23.976')
    const settings = () => done('query', folder, 'project')
    expect(await settings()).toMatchObject({ fps: 23.976, fpsExact: { num: 24_000, den: 1001 }, dropFrame: false })
    const scene = await done('do', folder, 'scene.create', '{"heading":"INT. HALL - DAY"}')
    const input = { sceneId: scene.created.scenes[0], text: 'She waits.', durationSeconds: 3.086 }
    await done('do', folder, 'shot.create', JSON.stringify(input))
    const [shot] = await done('query', folder, 'shots')
    expect(shot).toMatchObject({ durationFrames: 74 })
    expect(shot.durationSeconds.toFixed(3)).toBe('3.086')
    for (const [fps, exact, frames] of [
      [24, { num: 24, den: 1 }, 74],
      ['30000/1001', { num: 30_000, den: 1001 }, 92],
      [{ num: 60_000, den: 1001 }, { num: 60_000, den: 1001 }, 184],
    ]) {
      await done('do', folder, 'project.update', JSON.stringify({ fps }))
      expect(await settings()).toMatchObject({ fpsExact: exact, dropFrame: false })
      expect((await done('query', folder, 'shots'))[0].durationFrames).toBe(frames)
    }
    await done('do', folder, 'project.update', '{"fps":"29.97 drop frame"}')
    expect(await settings()).toMatchObject({ fps: 29.97, dropFrame: true })
    expect(await failed('do', folder, 'project.update', '{"fps":24,"dropFrame":true}')).toMatchObject({
      code: 'INVALID_INPUT',
      at: 'dropFrame',
    })
  })

  test('do answers what changed, its undo step and warnings', async () => {
    const { folder, shots, assetId, assignmentId } = await film()
    expect(await command(folder, 'assignment.set', { shotId: shots[0], assetId, presence: 'passes_through' })).toEqual({
      undoStep: id,
      created: {},
      updated: { assignments: [assignmentId] },
      removed: {},
      warnings: [{ code: 'PASSES_THROUGH', message: id }],
    })
    expect(await command(folder, 'assignment.remove', { id: assignmentId })).toMatchObject({
      removed: { assignments: [assignmentId] },
    })
  })

  test('do tells a refusal by its code, and invalid input with its place; nothing changes', async () => {
    const { folder, shots, assetId } = await film()
    const before = await done('query', folder, 'assignments')
    expect(await failed('do', folder, 'assignment.set', JSON.stringify({ shotId: 'gone', assetId }))).toEqual({
      code: 'NOT_FOUND',
      message: 'The shot is no longer in the project.',
    })
    expect(
      await failed('do', folder, 'assignment.set', JSON.stringify({ shotId: shots[0], assetId, enterAt: 2 })),
    ).toEqual({ code: 'INVALID_INPUT', message: 'enterAt: expected at most 1', at: 'enterAt' })
    expect(await failed('do', folder, 'assignment.set', '{"shotId":')).toEqual({
      code: 'INVALID_INPUT',
      message: 'JSON: expected JSON',
      at: 'JSON',
    })
    expect(await failed('do', folder, 'shot.explode', '{}')).toMatchObject({ code: 'UNKNOWN_COMMAND' })
    expect(await failed('do', join(folder, 'nowhere'), 'scene.create', '{}')).toMatchObject({ code: 'NOT_A_PROJECT' })
    expect(await done('query', folder, 'assignments')).toEqual(before)
  })

  test('undo and redo take steps and tell which; with none left they refuse', async () => {
    const { folder } = await film()
    expect(await done('undo', folder)).toEqual({
      steps: [{ seq: 5, command: 'assignment.set', label: expect.stringMatching(/^set presence: .+, shot 1$/) }],
    })
    expect(await done('undo', folder, '3')).toMatchObject({
      steps: [{ command: 'asset.create' }, { command: 'shot.create' }, { command: 'shot.create' }],
    })
    expect(await done('redo', folder, '99')).toMatchObject({ steps: [{ seq: 2 }, { seq: 3 }, { seq: 4 }, { seq: 5 }] })
    expect(await failed('redo', folder)).toMatchObject({ code: 'NOTHING_TO_REDO' })
    expect(await done('query', folder, 'history')).toHaveLength(5)
  })

  test('import answers the report; a dry run writes nothing', async () => {
    const { folder } = await film()
    const script = join(process.cwd(), 'resources', 'sample', 'number-nine.fountain')
    const dry = await done('import', folder, script, '--dry-run')
    expect(dry).toMatchObject({
      scenes: 3,
      shots: expect.any(Number),
      assets: { character: expect.any(Number), location: 3, prop: expect.any(Number) },
      assignments: expect.any(Number),
      aliasProposals: expect.any(Array),
      warnings: expect.any(Array),
    })
    expect(await done('query', folder, 'project')).toMatchObject({ scenes: 1 })
    expect(await done('import', folder, script)).toEqual({ ...dry, undoStep: id })
    expect(await done('query', folder, 'project')).toMatchObject({ scenes: 4 })
    expect(await failed('import', folder, '/nowhere.fountain')).toMatchObject({ code: 'FILE_UNREADABLE' })
  })

  test('a project that is open elsewhere can be read and not written', async () => {
    const { folder } = storedExample()
    expect(await failed('do', folder, 'scene.create', '{"heading":"X"}')).toEqual({
      code: 'PROJECT_IN_USE',
      message: 'The project is open in another window or program. Close it there first.',
    })
    for (const verb of ['undo', 'redo', 'batch'])
      expect(await failed(verb, folder)).toMatchObject({ code: 'PROJECT_IN_USE' })
    expect(await failed('generate', folder, '--stage', '9', '--all')).toMatchObject({ code: 'PROJECT_IN_USE' })
    expect(await done('query', folder, 'scenes')).toHaveLength(3)
    expect(await done('check', folder)).toMatchObject({ integrity: 'ok' })
  })
})

describe('queries', () => {
  test('have the shapes that stay stable', async () => {
    const { folder, sceneId, shots, assetId, lookId, assignmentId, instanceId } = await film()
    expect(await done('query', folder, 'scenes')).toMatchObject([
      { id: sceneId, number: '1', heading: 'INT. ROOM - DAY', shotIds: shots },
    ])
    expect(await done('query', folder, 'shots')).toMatchObject([
      { id: shots[0], sceneId, number: '1', durationSeconds: 4, text: 'Alice waits.' },
      { id: shots[1], number: '2' },
    ])
    expect(await done('query', folder, 'assets')).toMatchObject([
      {
        id: assetId,
        type: 'character',
        name: 'Alice',
        aliases: [],
        description: 'red-haired woman',
        looks: [{ id: lookId, name: 'Default', description: '', mediaId: null, isDefault: true }],
        deleted: false,
      },
    ])
    expect(await done('query', folder, 'assignments')).toMatchObject([
      {
        id: assignmentId,
        shotId: shots[0],
        sceneAssetInstanceId: instanceId,
        assetId,
        presence: 'enters',
        enterAt: 0.4,
        exitAt: 1,
        origin: 'user',
      },
    ])
    expect(await done('query', folder, 'manifest', '--shot', shots[0], '--frame', 'end')).toEqual({
      shotId: shots[0],
      frame: 'end',
      entries: [],
      alsoInFrame: [{ assetId, name: 'Alice', type: 'character', description: 'red-haired woman' }],
      leftOut: [],
      marksIndex: null,
      style: null,
      text: 'ALSO IN FRAME (no reference image):\nAlice (character) — red-haired woman',
    })
    expect(await done('query', folder, 'manifest', '--shot', shots[0])).toMatchObject({
      frame: 'start',
      leftOut: [{ assetId, name: 'Alice', reason: 'enters_later', detail: 'enters at 1.6 s' }],
      text: '',
    })
    expect(await done('query', folder, 'prompts', '--shot', shots[0])).toMatchObject({
      shotId: shots[0],
      start: { text: id, status: 'missing' },
      end: { text: id, status: 'missing' },
      video: { text: expect.stringContaining('1.6 s'), status: 'missing' },
    })
    expect(
      await done('query', folder, 'plan', '--shot', shots[0], '--frame', 'end', '--generator', 'open'),
    ).toMatchObject({
      shotId: shots[0],
      frame: 'end',
      generator: 'open',
      refusal: null,
      passes: [
        {
          index: 1,
          basePlate: false,
          newSubjects: 1,
          references: [{ index: null, name: 'Alice', type: 'character', role: 'identity' }],
        },
      ],
    })
    const missing = { status: 'missing', causes: [] }
    expect(await done('query', folder, 'freshness', '--shot', shots[0])).toMatchObject([
      {
        shotId: shots[0],
        startPrompt: missing,
        endPrompt: missing,
        videoPrompt: missing,
        startFrame: missing,
        endFrame: missing,
        video: missing,
      },
    ])
    expect(await done('query', folder, 'matrix')).toEqual({
      assets: [{ id: assetId, type: 'character', name: 'Alice' }],
      shots: shots.map((shot, i) => ({ id: shot, sceneId, number: String(i + 1) })),
      cells: [{ shotId: shots[0], assetId, assignmentId, presence: 'enters', enterAt: 0.4, exitAt: 1, origin: 'user' }],
    })
    for (const kind of ['suggestions', 'jobs', 'continuity'])
      expect(await done('query', folder, kind), kind).toBeInstanceOf(Array)
  })

  test('narrow by scene and shot, and refuse what is gone', async () => {
    const { folder, sceneId, shots } = await film()
    const other = (await command(folder, 'scene.create', { heading: 'EXT. FIELD' })).created.scenes[0]
    expect(
      [
        await done('query', folder, 'shots', '--scene', sceneId),
        await done('query', folder, 'shots', '--scene', other),
      ].map((s) => s.length),
    ).toEqual([2, 0])
    expect(await done('query', folder, 'assignments', '--shot', shots[1])).toEqual([])
    expect(await failed('query', folder, 'manifest', '--shot', 'gone')).toMatchObject({ code: 'NOT_FOUND' })
    for (const kind of ['shots', 'assignments', 'matrix', 'freshness', 'takes'])
      expect(await failed('query', folder, kind, '--scene', 'gone')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await failed('query', folder, 'manifest')).toMatchObject({ code: 'INVALID_INPUT', at: 'shot' })
    expect(await failed('query', folder, 'manifest', '--shot', shots[0], '--frame', 'middle')).toMatchObject({
      code: 'INVALID_INPUT',
      at: 'frame',
    })
    expect(await failed('query', folder, 'plan', '--shot', shots[0], '--generator', 'nobody')).toMatchObject({
      code: 'GENERATOR_UNKNOWN',
    })
    expect(await failed('query', folder, 'secrets')).toMatchObject({ code: 'INVALID_INPUT', at: 'kind' })
    expect(await failed('query', folder, 'toString')).toMatchObject({ code: 'INVALID_INPUT', at: 'kind' })
  })

  test('impact tells what would turn stale and writes nothing', async () => {
    const { folder, shots, assetId } = await film()
    await done('generate', folder, '--stage', '9', '--shots', shots[0])
    const before = await done('query', folder, 'history')
    const impact = await done(
      'query',
      folder,
      'impact',
      '--command',
      'assignment.set',
      '--input',
      JSON.stringify({ shotId: shots[0], assetId, presence: 'throughout' }),
    )
    expect(impact).toMatchObject({
      assignmentsMoved: 0,
      conflicts: [],
      stale: [{ shotId: shots[0], results: ['startPrompt', 'videoPrompt'] }],
    })
    expect(await done('query', folder, 'history')).toEqual(before)
    expect(await done('query', folder, 'freshness', '--shot', shots[0])).toMatchObject([
      { startPrompt: { status: 'fresh' } },
    ])
    expect(await failed('query', folder, 'impact', '--command', 'nothing')).toMatchObject({
      code: 'INVALID_INPUT',
      at: 'command',
    })
  })
})

describe('generating without pictures', () => {
  test('stage 9 answers each prompt: made, kept fresh; stage 12 is skipped', async () => {
    const { folder, shots } = await film()
    const all = (outcome: string) =>
      shots.flatMap((shotId) =>
        ['startPrompt', 'endPrompt', 'videoPrompt'].map((result) => ({
          shotId,
          result,
          outcome,
          detail: expect.any(String),
        })),
      )
    expect(await done('generate', folder, '--stage', '9', '--all')).toEqual(all('made'))
    expect(await done('generate', folder, '--stage', '9', '--all')).toEqual(all('fresh'))
    expect(await done('generate', folder, '--stage', '12', '--shots', shots[0])).toMatchObject([
      { result: 'video', outcome: 'skipped' },
    ])
    expect(await failed('generate', folder, '--stage', '7', '--all')).toMatchObject({
      code: 'INVALID_INPUT',
      at: 'stage',
    })
    expect(await done('generate', folder, '--stage', '9')).toEqual(all('fresh'))
    expect(await failed('generate', folder, '--stage', '9', '--shots', 'gone')).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('batch', () => {
  test('answers each line in order; a line that fails does not end the run', async () => {
    const { folder, shots, assetId } = await film()
    const lines = [
      { verb: 'query', kind: 'shots' },
      { verb: 'do', command: 'assignment.set', input: { shotId: shots[1], assetId, presence: 'exits' } },
      { verb: 'do', command: 'assignment.set', input: { shotId: 'gone', assetId } },
      { verb: 'fly' },
      { verb: 'undo' },
      { verb: 'redo', n: 1 },
      { verb: 'generate', stage: 9, shots: [shots[1]] },
      { verb: 'check' },
      { verb: 'query', kind: 'assignments', shot: shots[1] },
    ].map((line) => JSON.stringify(line))
    const input = `\uFEFF${lines.slice(0, 3).join('\n')}\n\nno json\r\n${lines.slice(3).join('\n')}`
    const { code, out } = await runInProcess(['batch', folder], undefined, input)
    expect(code).toBe(0)
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      [{ id: shots[0] }, { id: shots[1] }],
      { created: { assignments: [id] } },
      { error: { code: 'NOT_FOUND' } },
      { error: { code: 'INVALID_INPUT' } },
      { error: { code: 'INVALID_INPUT', at: 'verb' } },
      { steps: [{ command: 'assignment.set' }] },
      { steps: [{ command: 'assignment.set' }] },
      [{ outcome: 'made' }, { outcome: 'made' }, { outcome: 'made' }],
      { ok: true },
      [{ presence: 'exits' }],
    ])
    expect(await done('query', folder, 'assignments')).toHaveLength(2)
  })
})

test('a movie without Electron, and a format nobody knows, say so by a code of their own', async () => {
  const { folder } = await film()
  const out = join(tempFolder(), 'out')
  vi.stubEnv('EXEUNT_ELECTRON_PATH', '')
  expect(await failed('export', folder, 'movie', out)).toMatchObject({ code: 'NEEDS_WINDOW' })
  expect(await failed('export', folder, 'vhs', out)).toMatchObject({ code: 'INVALID_INPUT', at: 'FORMAT' })
  writeFileSync(out, 'x')
  expect(await failed('export', folder, 'frames', out)).toMatchObject({ code: 'DISK' })
})

test('a project whose name is too long for the disk is refused with that, and leaves nothing', async () => {
  const home = tempFolder()
  const folder = join(home, `${'x'.repeat(300)}.exeunt`)
  expect(await failed('new', folder)).toEqual({
    code: 'DISK',
    message: 'Not saved: the name is too long. Choose a shorter one. Nothing was half-written.',
  })
  expect(readdirSync(home)).toEqual([])
})

describe('usage', () => {
  test.each([
    [[]],
    [['fly']],
    [['query']],
    [['new']],
    [['new', 'x', '--colour', 'red']],
    [['undo', 'DIR', 'zero']],
    [['undo', 'DIR', '0']],
    [['do', 'DIR']],
    [['query', 'DIR']],
    [['media', 'take', 'DIR', 'FILE']],
    [['media', 'add', 'DIR', 'FILE']],
    [['generate', 'DIR']],
    [['toString']],
  ])('%j is wrong: exit code 2 and the help on standard error', async (argv) => {
    const { code, out, err } = await runInProcess(argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('exeunt ')
  })

  test('help is asked for, of all verbs and of each', async () => {
    for (const argv of [['--help'], ['help'], ['-h']])
      expect(await runInProcess(argv)).toMatchObject({ code: 0, out: expect.stringContaining('batch DIR') })
    for (const verb of [
      'new',
      'import',
      'query',
      'do',
      'undo',
      'redo',
      'media',
      'generate',
      'export',
      'check',
      'batch',
      'commands',
    ]) {
      expect(await runInProcess([verb, '--help'])).toMatchObject({
        code: 0,
        out: expect.stringContaining(`exeunt ${verb}`),
      })
    }
  })

  test('commands lists the contract with the schema of every input', async () => {
    const listed = await done('commands')
    expect(listed.map((c: { name: string }) => c.name).sort()).toEqual(
      [...Object.keys(inputSchemas), 'sound.import', 'take.import'].sort(),
    )
    expect(listed).toContainEqual(
      expect.objectContaining({
        name: 'look.delete',
        undo: 'step',
        label: 'delete look',
        input: expect.objectContaining({ type: 'object', required: ['lookId'] }),
      }),
    )
  })

  test('--pretty indents the one document on standard output', async () => {
    const { folder } = await film()
    const { out } = await runInProcess(['query', folder, 'scenes', '--pretty'])
    expect(out).toContain('\n  {\n    "id"')
    expect((await runInProcess(['query', folder, 'scenes'])).out.trim().split('\n')).toHaveLength(1)
  })

  test('a file that is no project is told in one sentence', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'project.db'), 'x'.repeat(2000))
    expect(await failed('query', folder, 'scenes')).toMatchObject({ code: 'NOT_A_PROJECT' })
  })
})
