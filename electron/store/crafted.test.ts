import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { handOver } from '../services/handOver'
import { testContext } from '../testing/fakeGenerators'
import { closedSample, refusalOf, spoil } from '../testing/spoilt'
import { tempFolder } from '../testing/tempFolder'
import { storedExample } from '../testing/testFolder'
import { keepBackup, migrate } from './migrate'
import { databaseFile, openProject } from './openProject'
import { openSqlite } from './sqlite'

// A project folder that somebody made to read or write files outside of it.

describe('a link in a project folder', () => {
  const target = () => {
    const file = join(tempFolder(), 'somebody')
    writeFileSync(file, 'somebody’s own')
    return file
  }

  test.each(['lock.db', 'lock.db-journal', 'project.db-wal', 'project.db-shm', 'project.db-journal', 'project.db'])(
    'called %s is refused, and what it leads to is left alone',
    (name) => {
      const folder = closedSample()
      const file = target()
      rmSync(join(folder, name), { force: true })
      if (name === 'project.db') {
        const other = closedSample()
        renameSync(databaseFile(other), file)
      }
      const before = readFileSync(file)
      symlinkSync(file, join(folder, name))
      for (const mode of ['write', 'read', 'salvage'] as const) {
        const refusal = refusalOf(() => openProject(folder, mode).close())
        expect([refusal?.code, refusal?.params['file']]).toEqual(['PROJECT_LINKED', name])
      }
      expect(readFileSync(file).equals(before)).toBe(true)
    },
  )

  test.each(['media', 'media/.tmp', 'media/.thumbnails'])(
    'called %s is refused: nothing is written behind it',
    (name) => {
      const folder = closedSample()
      const outside = tempFolder()
      writeFileSync(join(outside, 'kept'), 'x')
      rmSync(join(folder, name), { recursive: true, force: true })
      symlinkSync(outside, join(folder, name))
      expect(refusalOf(() => openProject(folder, 'write').close())?.code).toBe('PROJECT_LINKED')
      expect(readdirSync(outside)).toEqual(['kept'])
    },
  )

  test('that is put there while the project is open is not followed either', () => {
    const { folder, project } = storedExample()
    const outside = tempFolder()
    rmSync(join(folder, 'media'), { recursive: true })
    symlinkSync(outside, join(folder, 'media'))
    expect(refusalOf(() => project.media.keepBytes(new Uint8Array([1]), 'bin'))?.code).toBe('MEDIA_GONE')
    expect(refusalOf(() => project.media.temporaryFolder())?.code).toBe('MEDIA_GONE')
    expect(readdirSync(outside)).toEqual([])
  })
})

test('a project folder that is itself known by a link is opened', () => {
  const folder = closedSample()
  const link = join(tempFolder(), 'link.exeunt')
  symlinkSync(folder, link)
  expect(refusalOf(() => openProject(link, 'write').close())).toBeNull()
})

describe('the copy that is kept before a file is brought up to date', () => {
  test('is never written over a file that is there, nor through a link', () => {
    const folder = tempFolder()
    const somebody = join(tempFolder(), '.bashrc')
    writeFileSync(somebody, 'mine')
    const file = join(folder, 'project.db')
    const db = openSqlite(file)
    migrate(db, file)
    symlinkSync(somebody, `${file}.v10.backup`)
    symlinkSync(join(folder, 'nowhere'), `${file}.v10-2.backup`)
    writeFileSync(`${file}.v10-3.backup`, 'an older copy')
    expect(keepBackup(db, `${file}.v10`)).toBe(`${file}.v10-4.backup`)
    expect([readFileSync(somebody, 'utf8'), readFileSync(`${file}.v10-3.backup`, 'utf8')]).toEqual([
      'mine',
      'an older copy',
    ])
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
    db.close()
  })

  test('holds what only the log has yet', () => {
    const file = join(tempFolder(), 'project.db')
    const db = openSqlite(file)
    db.pragma('journal_mode = WAL')
    migrate(db, file)
    db.exec(`INSERT INTO templates VALUES ('t', 'Mine', '[]', 0)`)
    const copy = openSqlite(keepBackup(db, `${file}.v10`))
    expect(copy.prepare('SELECT name FROM templates').pluck().all()).toEqual(['Mine'])
    copy.close()
    db.close()
  })

  test('does not let a number in the file choose what is overwritten', () => {
    const folder = closedSample()
    const somebody = join(tempFolder(), '.bashrc')
    writeFileSync(somebody, 'mine')
    spoil(folder, 'PRAGMA user_version = 5')
    symlinkSync(somebody, join(folder, 'project.db.v5.backup'))
    expect(refusalOf(() => openProject(folder, 'write').close())?.code).toBe('PROJECT_DAMAGED')
    expect(readFileSync(somebody, 'utf8')).toBe('mine')
  })
})

describe('exported frames', () => {
  test('stay in their folder, whatever a shot is called', async () => {
    const { project, sample } = storedExample()
    const shots = project.records.list('shotsOfScene', sample.room.id)
    const picture = project.media.keepBytes(Buffer.from('picture'), 'png')
    const media = {
      id: picture,
      kind: 'picture' as const,
      mime: 'image/png',
      ext: 'png',
      bytes: 7,
      width: 1,
      height: 1,
      alpha: false,
      name: 'x',
      seconds: null,
      workingId: null,
      ordinal: project.records.nextOrdinal('media'),
    }
    const [take] = project.records.all('takes')
    const added = {
      ...take!,
      id: 'crafted',
      shotId: shots[0]!.id,
      kind: 'startFrame' as const,
      mediaId: picture,
      ordinal: 999,
    }
    project.commit(
      { added: { media: { [picture]: media }, takes: { crafted: added } }, updated: {}, removed: {} },
      null,
    )
    const number = [{ number: shots[0]!.number }, { number: '../../evil/../x' }] as const
    project.commit({ added: {}, updated: { shots: { [shots[0]!.id]: number } }, removed: {} }, null)
    const above = tempFolder()
    const out = join(above, 'a', 'b')
    mkdirSync(out, { recursive: true })
    const { files } = await handOver(testContext(), project, 'frames', out)
    expect(files.some((name) => name.includes('evil'))).toBe(true)
    expect(readdirSync(out).sort()).toEqual([...files].sort())
    expect([readdirSync(above), readdirSync(join(above, 'a'))]).toEqual([['a'], ['b']])
  })
})
