import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { Refusal } from '@shared/records/refusal'
import { recordText } from '@shared/testing/recordDump'
import { bundleProgram, startProgram } from '../testing/bundle'
import { tempFolder } from '../testing/tempFolder'
import { storedProject, storedExample } from '../testing/testFolder'
import { currentVersion } from './migrations'
import type { OpenProject } from './project'
import { databaseFile, openProject } from './openProject'
import { openSqlite } from './sqlite'

/** The code that opening is refused with; null when it opens. */
function refusal(folder: string, mode: 'read' | 'write' | 'create' = 'write'): string | null {
  try {
    openProject(folder, mode).close()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** Sets the format number of a closed project's file. */
function setVersion(folder: string, version: number): void {
  const db = openSqlite(databaseFile(folder))
  db.pragma(`user_version = ${version}`)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

function closedProject(): string {
  const { folder, project } = storedExample()
  project.close()
  return folder
}

describe('a project folder', () => {
  test('is made empty and holds what was written when it is opened again', () => {
    const stored = storedExample()
    const before = recordText(stored.project.records)
    expect(readdirSync(stored.folder).sort()).toEqual(expect.arrayContaining(['lock.db', 'media', 'project.db']))
    expect(recordText(stored.reopen().records)).toBe(before)
  })

  test('is not made over something', () => {
    const folder = tempFolder()
    expect(refusal(folder, 'create')).toBeNull()
    expect(refusal(folder, 'create')).toBe('FOLDER_TAKEN')
    const file = join(tempFolder(), 'file')
    writeFileSync(file, 'x')
    expect(refusal(file, 'create')).toBe('FOLDER_TAKEN')
  })

  test('without a project in it is refused and left as it is', () => {
    const folder = tempFolder()
    for (const mode of ['read', 'write'] as const) expect(refusal(folder, mode)).toBe('NOT_A_PROJECT')
    expect(refusal(join(folder, 'missing'))).toBe('NOT_A_PROJECT')
    expect(readdirSync(folder)).toEqual([])
  })

  test('with a file that is no database is refused and left as it is', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'media'))
    writeFileSync(
      databaseFile(folder),
      'this is not a database, it only has the name of one, and is long enough to be read',
    )
    for (const mode of ['read', 'write'] as const) expect(refusal(folder, mode)).toBe('NOT_A_PROJECT')
    expect(readFileSync(databaseFile(folder), 'utf8')).toContain('only has the name')
  })

  test('of a newer version is refused with both versions and not touched', () => {
    const folder = closedProject()
    setVersion(folder, currentVersion + 10)
    const before = hashOf(databaseFile(folder))
    for (const mode of ['read', 'write'] as const) {
      expect(() => openProject(folder, mode)).toThrow(
        `The project was made by a newer version of Exeunt (format ${currentVersion + 10}, this version reads ${currentVersion}). Update Exeunt to open it.`,
      )
    }
    expect(hashOf(databaseFile(folder))).toBe(before)
    expect(refusal(folder)).toBe('PROJECT_NEWER')
  })
})

describe('the lock', () => {
  let otherProcess = ''
  beforeAll(async () => {
    otherProcess = await bundleProgram('testing/otherProcess')
  }, 60_000)

  /** Another process at the project: its first line, and what ends it. */
  async function other(folder: string, mode: 'read' | 'write') {
    const child = startProgram(otherProcess, [folder, mode])
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string]
    return {
      line,
      async leave(how: 'close' | 'kill') {
        const gone = once(child, 'exit')
        if (how === 'close') child.stdin!.end()
        else child.kill('SIGKILL')
        await gone
      },
    }
  }

  test('lets one writer in, in this process', () => {
    const { folder, project } = storedExample()
    expect(refusal(folder)).toBe('PROJECT_IN_USE')
    project.close()
    expect(refusal(folder)).toBeNull()
  })

  test('keeps another process out while this one writes, and lets it read', async () => {
    const { folder } = storedExample()
    expect((await other(folder, 'write')).line).toBe('PROJECT_IN_USE')
    expect((await other(folder, 'read')).line).toBe('open 3')
  })

  test.each(['close', 'kill'] as const)(
    'keeps this process out while another writes, and goes with it (%s)',
    async (how) => {
      const folder = closedProject()
      const writer = await other(folder, 'write')
      expect(writer.line).toBe('open 3')
      expect(refusal(folder)).toBe('PROJECT_IN_USE')
      expect(refusal(folder, 'read')).toBeNull()
      await writer.leave(how)
      expect(refusal(folder)).toBeNull()
    },
  )

  test('is not taken by a project that cannot be opened', () => {
    const folder = closedProject()
    setVersion(folder, currentVersion + 10)
    expect(refusal(folder)).toBe('PROJECT_NEWER')
    setVersion(folder, currentVersion)
    expect(refusal(folder)).toBeNull()
  })
})

describe('a reader beside a writer', () => {
  test('sees what stood when it opened, and stops no writing', () => {
    const { folder, project, sample } = storedExample()
    const reader = openProject(folder, 'read')
    const change = {
      added: {},
      updated: { assets: { [sample.alice.id]: [{ name: 'Alice' }, { name: 'Alison' }] as const } },
      removed: {},
    }
    project.commit(change, { command: 'asset.update', label: 'edit asset', undoable: change })
    expect(reader.records.must('assets', sample.alice.id).name).toBe('Alice')
    reader.close()
    const later = openProject(folder, 'read')
    expect(later.records.must('assets', sample.alice.id).name).toBe('Alison')
    expect(later.history()).toMatchObject([{ command: 'asset.update' }])
    later.close()
  })

  test('writes nothing: no commit, no undo, no transaction', () => {
    const folder = closedProject()
    const reader = openProject(folder, 'read')
    const before = hashOf(databaseFile(folder))
    expect(() => reader.commit({ added: {}, updated: {}, removed: {} }, null)).toThrow(
      'Read-only: the project was opened to be read.',
    )
    expect(() => reader.undo()).toThrow('Read-only: the project was opened to be read.')
    expect(() => reader.transaction(() => 1)).toThrow('Read-only: the project was opened to be read.')
    reader.close()
    expect(hashOf(databaseFile(folder))).toBe(before)
  })
})

describe('a commit', () => {
  const added = (project: OpenProject, fields: Record<string, unknown>) => {
    const [first] = project.records.all('assignments')
    return { added: { assignments: { x: { ...first!, id: 'x', ...fields } } }, updated: {}, removed: {} } as never
  }

  test.each<[string, Record<string, unknown>, RegExp]>([
    [
      'an interval that contradicts its presence',
      { sceneAssetInstanceId: 'INSTANCE', presence: 'enters', enterAt: 0, exitAt: 1 },
      /contradicts the presence/,
    ],
    [
      'an empty interval',
      { sceneAssetInstanceId: 'INSTANCE', presence: 'enters', enterAt: 1, exitAt: 1 },
      /contradicts/,
    ],
    [
      'an interval outside the shot',
      { sceneAssetInstanceId: 'INSTANCE', presence: 'exits', enterAt: 0, exitAt: 1.5 },
      /^assignments x: exitAt: /,
    ],
    ['the same asset twice in a shot', {}, /UNIQUE/],
    ['an assignment in no shot', { shotId: 'gone' }, /FOREIGN KEY/],
    ['an assignment of no instance', { sceneAssetInstanceId: 'gone' }, /FOREIGN KEY/],
  ])('of %s is taken by neither file nor memory', (_what, fields, message) => {
    const { project, sample, folder } = storedExample()
    const free = project.records.list('instancesOfScene', sample.room.id).find((i) => i.assetId === sample.letter.id)!
    const wrong = Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, value === 'INSTANCE' ? free.id : value]),
    )
    const before = recordText(project.records)
    expect(() => project.commit(added(project, wrong), null)).toThrow(message)
    expect(recordText(project.records)).toBe(before)
    const reader = openProject(folder, 'read')
    expect(recordText(reader.records)).toBe(before)
    reader.close()
  })

  test('takes its other writes with it, or none', () => {
    const { project, sample } = storedExample()
    const change = {
      added: {},
      updated: { assets: { [sample.alice.id]: [{ name: 'Alice' }, { name: 'Alison' }] as const } },
      removed: {},
    }
    const before = recordText(project.records)
    const job = {
      id: 'j',
      stage: 10 as const,
      shotId: 's',
      result: 'startFrame',
      generatorId: 'local',
      priority: 0,
      request: '{}',
      createdAt: 0,
    }
    expect(() =>
      project.commit(change, { command: 'x', label: 'x', undoable: change }, () => {
        project.jobs.add(job)
        throw new Error('the world ended')
      }),
    ).toThrow('the world ended')
    expect([recordText(project.records), project.jobs.list(), project.history()]).toEqual([before, [], []])
    project.commit(change, null, () => project.jobs.add(job))
    expect(project.jobs.list()).toMatchObject([{ id: 'j', state: 'queued' }])
  })

  test('can be closed twice, and leaves one file without a log', () => {
    const { folder, project } = storedProject()
    project.close()
    project.close()
    expect(existsSync(`${databaseFile(folder)}-wal`)).toBe(false)
  })
})
