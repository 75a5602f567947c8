import { copyFileSync, existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { brokenReferences } from '@shared/testing/brokenReferences'
import { recordText } from '@shared/testing/recordDump'
import { below, seededRandom } from '@shared/testing/seededRandom'
import { checkFolder } from '../services/check'
import { closedSample, refusalOf, spoil } from '../testing/spoilt'
import { tempFolder } from '../testing/tempFolder'
import { storedExample } from '../testing/testFolder'
import { currentVersion } from './migrations'
import { applicationIds } from './openDatabase'
import { databaseFile, openProject, type OpenMode } from './openProject'
import { openReader, openSqlite } from './sqlite'

const modes = ['read', 'write', 'salvage'] as const

/** The code and reason each way of opening is refused with; null where it opens. */
const refusals = (folder: string, which: readonly OpenMode[] = modes) =>
  which.map((mode) => {
    const refusal = refusalOf(() => openProject(folder, mode).close())
    return refusal && [refusal.code, refusal.params['reason']]
  })

const bytesOf = (folder: string) => readFileSync(databaseFile(folder))

/** Runs a query on a folder's file, as it is. */
function ask(folder: string, sql: string): unknown {
  const db = openReader(databaseFile(folder))
  const answer = db.prepare(sql).pluck().get()
  db.close()
  return answer
}

describe('an emptied project file', () => {
  test('is refused in every way of opening, and neither it nor its log is touched', () => {
    const { folder, project, sample } = storedExample()
    project.commit(
      {
        added: {},
        updated: { assets: { [sample.alice.id]: [{ name: 'Alice' }, { name: 'Alison' }] as const } },
        removed: {},
      },
      null,
    )
    // A copy of what a killed program leaves: the file and its log.
    const copy = tempFolder()
    for (const name of ['project.db', 'project.db-wal']) copyFileSync(join(folder, name), join(copy, name))
    const log = readFileSync(join(copy, 'project.db-wal'))
    expect(log.length).toBeGreaterThan(0)
    truncateSync(databaseFile(copy), 0)
    const empty = ['PROJECT_DAMAGED', 'project.db is empty']
    expect(refusals(copy)).toEqual([empty, empty, empty])
    expect(bytesOf(copy)).toHaveLength(0)
    expect(readFileSync(join(copy, 'project.db-wal')).equals(log)).toBe(true)
  })

  test('with its header, but no tables any more, is refused too', () => {
    const folder = closedSample()
    const bare = openSqlite(join(tempFolder(), 'bare.db'))
    bare.pragma('user_version = 0')
    bare.pragma('journal_mode = DELETE')
    bare.exec('CREATE TABLE x (y); DROP TABLE x')
    writeFileSync(databaseFile(folder), bare.serialize())
    bare.close()
    const before = bytesOf(folder)
    expect(refusals(folder)).toEqual(modes.map(() => ['PROJECT_DAMAGED', 'project.db is empty']))
    expect(bytesOf(folder).equals(before)).toBe(true)
  })

  test('is reported by check', async () => {
    const folder = closedSample()
    truncateSync(databaseFile(folder), 0)
    expect(await checkFolder(folder)).toMatchObject({ ok: false, integrity: 'project.db is empty' })
  })
})

describe('what kind of file it is', () => {
  test('is told by an application id, which older projects are given when they are written', () => {
    const folder = closedSample()
    expect(ask(folder, 'SELECT application_id FROM pragma_application_id')).toBe(applicationIds.whole)
    spoil(folder, 'PRAGMA application_id = 0')
    openProject(folder, 'read').close()
    expect(ask(folder, 'SELECT application_id FROM pragma_application_id')).toBe(0)
    openProject(folder, 'write').close()
    expect(ask(folder, 'SELECT application_id FROM pragma_application_id')).toBe(applicationIds.whole)
  })

  test.each([0, 5, 10, 77, currentVersion, currentVersion + 10])(
    'somebody else’s database with the format number %d is no project, and is not written into',
    (version) => {
      const folder = tempFolder()
      const db = openSqlite(databaseFile(folder))
      db.exec('CREATE TABLE films (title TEXT)')
      db.pragma(`user_version = ${version}`)
      db.close()
      const before = bytesOf(folder)
      expect(refusals(folder).map((r) => r?.[0])).toEqual(modes.map(() => 'NOT_A_PROJECT'))
      expect(bytesOf(folder).equals(before)).toBe(true)
    },
  )

  test.each([0, 5, currentVersion + 1, 2 ** 30 + currentVersion, -1])(
    'a project whose format number became %d is damaged, not newer, older or new',
    (version) => {
      const folder = closedSample()
      spoil(folder, `PRAGMA user_version = ${version}`)
      const before = bytesOf(folder)
      expect(refusals(folder).map((r) => r?.[0])).toEqual(modes.map(() => 'PROJECT_DAMAGED'))
      expect(bytesOf(folder).equals(before)).toBe(true)
    },
  )

  test('a project of a later format is newer, whatever its tables', () => {
    const folder = closedSample()
    spoil(folder, `DROP TABLE shots; PRAGMA user_version = ${currentVersion + 10}`)
    expect(refusals(folder).map((r) => r?.[0])).toEqual(modes.map(() => 'PROJECT_NEWER'))
  })

  test('a project whose first bytes are lost is a damaged project, not none', () => {
    const folder = closedSample()
    const bytes = bytesOf(folder)
    bytes.fill(0x55, 0, 64)
    writeFileSync(databaseFile(folder), bytes)
    expect(refusals(folder)).toEqual(modes.map(() => ['PROJECT_DAMAGED', 'the beginning of project.db is damaged']))
  })

  test('any byte of the header changed: it opens with all its records or is told as damaged, and is never written to', () => {
    const folder = closedSample()
    const whole = bytesOf(folder)
    const reader = openProject(folder, 'read')
    const records = recordText(reader.records)
    reader.close()
    const seen = new Set<string>()
    for (let at = 0; at < 100; at++) {
      for (const flip of [1, 0x10, 0x80, 0xff]) {
        const bytes = Buffer.from(whole)
        bytes[at]! ^= flip
        writeFileSync(databaseFile(folder), bytes)
        const refusal = refusalOf(() => {
          const project = openProject(folder, 'read')
          expect(recordText(project.records), `byte ${at}`).toBe(records)
          project.close()
        })
        seen.add(refusal?.code ?? 'opens')
        const writing = refusalOf(() => openProject(folder, 'write').close())
        if (writing) {
          expect(['PROJECT_DAMAGED', 'PROJECT_NEWER', 'DISK'], `byte ${at}: ${writing.message}`).toContain(writing.code)
          expect(bytesOf(folder).equals(bytes), `byte ${at} ^ ${flip} was written to`).toBe(true)
        }
      }
    }
    expect([...seen].sort()).toEqual(['PROJECT_DAMAGED', 'opens'])
  })
})

describe('a schema that is not a project’s', () => {
  test.each([
    [
      'a view without end in a table’s place',
      'DROP TABLE templates; CREATE VIEW templates AS WITH RECURSIVE t(id, name, steps, ordinal) AS (SELECT 1, 2, 3, 4 UNION ALL SELECT id + 1, 2, 3, 4 FROM t) SELECT * FROM t',
      'view templates does not belong to a project',
    ],
    [
      'a trigger that swallows edits',
      'CREATE TRIGGER swallow BEFORE UPDATE ON assets BEGIN SELECT RAISE(IGNORE); END',
      'trigger swallow does not belong to a project',
    ],
    ['one more table', 'CREATE TABLE more (x)', 'table more does not belong to a project'],
    ['one more index', 'CREATE INDEX more ON shots (number)', 'index more does not belong to a project'],
    ['a table with one more column', 'ALTER TABLE looks ADD COLUMN more TEXT', 'table looks is changed'],
    ['a table less', 'DROP TABLE seams', 'table seams is missing'],
  ])('%s is refused by name and told by check', async (_what, sql, reason) => {
    const folder = closedSample()
    spoil(folder, sql)
    expect(refusals(folder, ['read', 'write'])).toEqual([
      ['PROJECT_DAMAGED', reason],
      ['PROJECT_DAMAGED', reason],
    ])
    const told = await checkFolder(folder)
    expect(told.ok).toBe(false)
    expect(told.invalidRecords).toContain(reason)
  })

  test('what SQLite itself keeps about a file is no damage', () => {
    const folder = closedSample()
    spoil(folder, 'ANALYZE')
    expect(refusals(folder)).toEqual([null, null, null])
  })
})

describe('records that do not fit', () => {
  const cases: [string, string, RegExp][] = [
    [
      'a look of no asset',
      `UPDATE looks SET asset_id = 'nope' WHERE rowid = 1`,
      /^looks \S+ “.+”: assetId names no record/,
    ],
    ['aliases that are no list', `UPDATE assets SET aliases = '5' WHERE rowid = 1`, /^assets \S+ “.+”: aliases: /],
    ['JSON that is none', `UPDATE shots SET dialogue = '{' WHERE rowid = 1`, /^shots \S+ “.+”: dialogue: /],
    ['a flag that is neither', 'UPDATE assets SET key = 2 WHERE rowid = 1', /^assets \S+ “.+”: key: /],
    [
      'a word that is none of them',
      `UPDATE scenes SET int_ext = 'UNDER' WHERE rowid = 1`,
      /^scenes \S+ “.+”: intExt: /,
    ],
    [
      'a default look of another asset',
      `UPDATE assets SET default_look_id = (SELECT default_look_id FROM assets WHERE rowid = 2) WHERE rowid = 1`,
      /^assets \S+ “.+”: defaultLookId names a look of another asset/,
    ],
    [
      'merges in a circle',
      `UPDATE assets SET deleted = 1, merged_into_id = id WHERE rowid = 1`,
      /^assets \S+ “.+”: mergedIntoId leads in a circle/,
    ],
    ['no settings', 'DELETE FROM project', /settings of the project are missing/],
    [
      'a media row that leads out of the folder',
      `UPDATE media SET ext = 'x/../../../payload' WHERE rowid = 1`,
      /^media \S+ “.+”: ext: /,
    ],
    [
      'a picture that says it is a page',
      `UPDATE media SET mime = 'text/html' WHERE rowid = 1`,
      /^media \S+ “.+”: mime: a \.\w+ file is no text\/html/,
    ],
  ]

  test.each(cases)('%s: refused for editing by name, told by check, and left as it was', async (_what, sql, told) => {
    const folder = closedSample()
    spoil(folder, sql)
    const before = bytesOf(folder)
    for (const refusal of refusals(folder, ['read', 'write']))
      expect(refusal).toEqual(['PROJECT_DAMAGED', expect.stringMatching(told)])
    expect(bytesOf(folder).equals(before)).toBe(true)
    const report = await checkFolder(folder)
    expect([report.ok, report.integrity, report.continuity]).toEqual([false, 'ok', {}])
    expect(report.invalidRecords).toContainEqual(expect.stringMatching(told))
  })

  test.each(cases)(
    '%s: what can be read is there to be looked at, whole in itself, and takes no edit',
    (_what, sql) => {
      const folder = closedSample()
      const all = openProject(folder, 'read')
      const counts = [all.records.count('scenes'), all.records.count('shots')]
      all.close()
      spoil(folder, sql)
      const project = openProject(folder, 'salvage')
      expect(project.readOnly).toBe(true)
      expect(project.problems.length).toBeGreaterThan(0)
      expect(brokenReferences(project.records)).toEqual([])
      const left = [project.records.count('scenes'), project.records.count('shots')]
      expect(left.every((n, i) => n > 0 && n <= counts[i]!)).toBe(true)
      expect(() => project.commit({ added: {}, updated: {}, removed: {} }, null)).toThrow('Read-only')
      project.close()
    },
  )
})

describe('damage beside the records', () => {
  const steps = () => {
    const stored = storedExample()
    const { alice } = stored.sample
    for (const [before, after] of [
      ['Alice', 'Alison'],
      ['Alison', 'Alicia'],
    ] as const) {
      const change = {
        added: {},
        updated: { assets: { [alice.id]: [{ name: before }, { name: after }] as const } },
        removed: {},
      }
      stored.project.commit(change, { command: 'asset.update', label: 'edit asset', undoable: change })
    }
    stored.project.close()
    return stored
  }

  test.each([
    ['text', `UPDATE history SET change = 'nope'`],
    ['something else', `UPDATE history SET change = '[]'`],
    [
      'a table of another name',
      `UPDATE history SET change = '{"added":{"sqlite_schema":{}},"updated":{},"removed":{}}'`,
    ],
    [
      'a record under another id',
      `UPDATE history SET change = '{"added":{"assets":{"x":{"id":"y"}}},"updated":{},"removed":{}}'`,
    ],
    [
      'a record that does not fit',
      `UPDATE history SET change = json_object('added', json('{}'), 'removed', json('{}'), 'updated', json_object('assets', json_object((SELECT id FROM assets WHERE rowid = 1), json('[{"aliases":5},{"aliases":[]}]'))))`,
    ],
    [
      'a record of nothing',
      `UPDATE history SET change = json_object('added', json('{}'), 'removed', json('{}'), 'updated', json_object('looks', json_object((SELECT id FROM looks WHERE rowid = 1), json('[{"assetId":"nope"},{"assetId":"x"}]'))))`,
    ],
  ])('an undo step that holds %s is refused with a sentence, and the project is worked with', async (_what, sql) => {
    const { folder } = steps()
    spoil(folder, sql)
    const project = openProject(folder, 'write')
    const before = recordText(project.records)
    expect(() => project.undo()).toThrow('the step “edit asset” cannot be read from the project file')
    expect(recordText(project.records)).toBe(before)
    const change = {
      added: {},
      updated: { project: { project: [{ title: 'Film' }, { title: 'Other' }] as const } },
      removed: {},
    }
    project.commit(change, { command: 'project.update', label: 'x', undoable: change })
    project.undo()
    project.close()
    const reader = openProject(folder, 'read')
    expect(recordText(reader.records)).toBe(before)
    reader.close()
  })

  test('unreadable rows of history, jobs and view are told by check and keep nobody from opening', async () => {
    const { folder } = steps()
    spoil(
      folder,
      `UPDATE history SET change = 'nope' WHERE rowid = 1;
       INSERT INTO view_state VALUES ('window', 'nope'), ('good', '{"x":1}');
       INSERT INTO jobs VALUES ('j', 1, 10, 's', 'startFrame', 'local', 'queued', 0, 0, 0, NULL, 'nope', NULL, 0, NULL, NULL, NULL, 0)`,
    )
    expect((await checkFolder(folder)).invalidRecords).toEqual([
      'history 1: the step “edit asset” cannot be read',
      'jobs j: the request cannot be read',
      'view_state window: cannot be read',
    ])
    const project = openProject(folder, 'write')
    expect(project.view.read()).toEqual({ good: { x: 1 } })
    project.view.write('window', { y: 2 })
    expect(project.view.read()).toEqual({ good: { x: 1 }, window: { y: 2 } })
    project.close()
  })
})

describe('damaged pages', () => {
  test('noise anywhere: it opens whole for editing, or is refused and left as it is; what can be read can be looked at', async () => {
    const folder = closedSample()
    const whole = bytesOf(folder)
    const reader = openProject(folder, 'read')
    const records = recordText(reader.records)
    reader.close()
    const random = seededRandom(11)
    // Most of a small project's file is its schema, without which nothing can be read.
    const pages = [...Array(whole.length / 4096).keys()].filter(
      (page) => page > 0 && !whole.subarray(page * 4096, (page + 1) * 4096).includes('CREATE '),
    )
    const used = pages
      .flatMap((page) => [...Array(4096).keys()].map((at) => page * 4096 + at))
      .filter((at) => whole[at] !== 0 && at < whole.length - 600)
    let refused = 0
    let salvaged = 0
    for (let round = 0; round < 60; round++) {
      const bytes = Buffer.from(whole)
      const at = used[below(random, used.length)]!
      for (let i = 0; i < (round % 2 ? 64 : 512); i++) bytes[at + i] = below(random, 256)
      writeFileSync(databaseFile(folder), bytes)
      const refusal = refusalOf(() => {
        const project = openProject(folder, 'write')
        const { integrity } = project.inspect()
        project.close()
        // Damage in bytes that hold nothing, or in an index, which is noticed by the first write that needs it.
        expect(integrity, `at ${at}`).toMatch(/^ok$|index/)
        expect(recordText(project.records) === records, `at ${at}`).toBe(true)
      })
      if (!refusal) continue
      refused++
      expect(refusal.code, `at ${at}: ${refusal.message}`).toBe('PROJECT_DAMAGED')
      expect(bytesOf(folder).equals(bytes), `at ${at}`).toBe(true)
      expect((await checkFolder(folder)).ok).toBe(false)
      const looked = refusalOf(() => {
        const project = openProject(folder, 'salvage')
        expect(brokenReferences(project.records)).toEqual([])
        salvaged++
        project.close()
      })
      if (looked) expect(looked.code).toBe('PROJECT_DAMAGED')
    }
    expect(refused).toBeGreaterThan(20)
    expect(salvaged).toBeGreaterThan(10)
  })
})

describe('a new project', () => {
  test('has its file from the moment it is whole; one that was broken off before can be made again', () => {
    const folder = tempFolder()
    openProject(folder, 'create').close()
    expect(readdirSync(folder).sort()).toEqual(['lock.db', 'media', 'project.db'])
    const broken = tempFolder()
    for (const name of ['lock.db', 'project.db.part'])
      writeFileSync(join(broken, name), name === 'lock.db' ? '' : 'half')
    expect(refusals(broken, ['read', 'write']).map((r) => r?.[0])).toEqual(['NOT_A_PROJECT', 'NOT_A_PROJECT'])
    openProject(broken, 'create').close()
    expect(existsSync(join(broken, 'project.db.part'))).toBe(false)
    expect(refusals(broken)).toEqual([null, null, null])
  })

  test('is not made where a file of somebody lies, nor over a project', () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'notes.txt'), 'x')
    expect(refusals(folder, ['create']).map((r) => r?.[0])).toEqual(['FOLDER_TAKEN'])
    const taken = closedSample()
    const before = bytesOf(taken)
    expect(refusals(taken, ['create']).map((r) => r?.[0])).toEqual(['FOLDER_TAKEN'])
    expect(bytesOf(taken).equals(before)).toBe(true)
  })
})
