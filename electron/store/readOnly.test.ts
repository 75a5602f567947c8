import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { bundleProgram } from '../testing/bundle'
import { closedSample } from '../testing/spoilt'
import { tempFolder } from '../testing/tempFolder'
import { storedExample } from '../testing/testFolder'
import { databaseFile } from './openProject'
import { openSqlite } from './sqlite'

let visitor = ''
let cli = ''
beforeAll(async () => {
  visitor = await bundleProgram('testing/visitor')
  cli = await bundleProgram('cli')
}, 60_000)

interface Visit {
  writing?: string
  reading?: string
  scenes: number
  edit?: string
}

const asVisit = (out: string) => JSON.parse(out.trim().split('\n').at(-1)!) as Visit

/** Root may write everywhere, unless this is taken from it. */
const asOwnerOnly =
  process.getuid?.() === 0
    ? ['setpriv', '--inh-caps=-dac_override,-dac_read_search', '--bounding-set=-dac_override,-dac_read_search']
    : []

/** Another process at the folder, with the rights of its owner only. */
function visit(folder: string, ...args: string[]): Visit {
  const [program, ...rest] = [...asOwnerOnly, process.execPath, visitor, folder, ...args] as [string, ...string[]]
  return asVisit(execFileSync(program, rest, { encoding: 'utf8' }))
}

/** Takes the right to write from a folder and everything in it, until the test ends. */
function lockFolder(folder: string): void {
  const paths = [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ]
  const set = (way: 'read' | 'write') => {
    for (const path of way === 'read' ? [...paths].reverse() : paths)
      chmodSync(
        path,
        /\.\w+$/.test(path) && !path.endsWith('.exeunt')
          ? way === 'read'
            ? 0o444
            : 0o644
          : way === 'read'
            ? 0o555
            : 0o755,
      )
  }
  set('read')
  onTestFinished(() => set('write'))
}

describe('a folder that may only be read', () => {
  const sentence =
    'Not saved: the folder cannot be written to. Give yourself the right to write there, or copy the folder to a place where you have it. Nothing was half-written.'

  test('is refused for editing with its reason, and opens to be looked at', () => {
    const folder = closedSample()
    lockFolder(folder)
    expect(visit(folder)).toEqual({ writing: sentence, scenes: 3, edit: 'Read-only: the folder cannot be written to.' })
  })

  test('shows what only its log has yet', () => {
    const { folder, project } = storedExample()
    const row = project.records.must('project', 'project')
    project.commit(
      { added: {}, updated: { project: { project: [{ title: row.title }, { title: 'In the log' }] } }, removed: {} },
      null,
    )
    const copy = join(tempFolder(), 'copy.exeunt')
    cpSync(folder, copy, { recursive: true })
    for (const name of ['project.db-shm', 'lock.db']) rmSync(join(copy, name), { force: true })
    lockFolder(copy)
    expect(visit(copy)).toMatchObject({ writing: sentence, scenes: 3 })
    expect(readdirSync(copy).sort()).toEqual(['media', 'project.db', 'project.db-wal'])
  })

  test('but for its lock, which cannot be had then', () => {
    const folder = closedSample()
    chmodSync(join(folder, 'lock.db'), 0o444)
    expect(visit(folder)).toMatchObject({ writing: sentence, scenes: 3 })
  })

  test('of which the project file may not even be read says so', () => {
    const folder = closedSample()
    chmodSync(databaseFile(folder), 0)
    expect(visit(folder)).toMatchObject({
      reading: 'Not opened: it may not be read. Give yourself the right to read it.',
      scenes: -1,
    })
  })
})

test('a project that a foreign program holds opens to be looked at, with who is in the way', () => {
  const folder = closedSample()
  const browser = openSqlite(databaseFile(folder))
  browser.pragma('application_id = 0')
  browser.exec('BEGIN IMMEDIATE')
  const { writing, scenes, edit } = visit(folder)
  browser.close()
  expect(writing).toMatch(/^Not saved: another program holds the file\./)
  expect([scenes, edit]).toEqual([3, 'Read-only: another program holds the file.'])
})

test('a project that is open elsewhere opens to be looked at', () => {
  const { folder } = storedExample()
  expect(visit(folder)).toEqual({
    writing: 'The project is open in another window or program. Close it there first.',
    scenes: 3,
    edit: 'Read-only: the project is open in another window or program.',
  })
})

test('a damaged project opens to be looked at', () => {
  const folder = closedSample()
  const db = openSqlite(databaseFile(folder))
  db.exec(`UPDATE assets SET aliases = '5' WHERE rowid = 1`)
  db.close()
  expect(visit(folder)).toMatchObject({ scenes: 3, edit: 'Read-only: the project file is damaged.' })
})

test('where no file can be opened any more, that is what is said', () => {
  const folder = closedSample()
  const out = execFileSync('sh', ['-c', `ulimit -n 60; exec "$0" "$@"`, process.execPath, visitor, folder, 'handles'], {
    encoding: 'utf8',
  })
  expect(asVisit(out)).toMatchObject({
    writing: 'Not saved: too many files are open. Close some programs and try again. Nothing was half-written.',
    reading: 'Not opened: too many files are open. Close some programs and try again.',
  })
})

/** Runs a shell script with a disk of its own of so many KB at $DISK; the visitor is `$VISIT FOLDER`. */
function onSmallDisk(kilobytes: number, script: string): string {
  const disk = tempFolder()
  const mount = `mount -t tmpfs -o size=${kilobytes}k tmpfs "$DISK" && ${script}`
  return execFileSync('unshare', ['-rm', 'sh', '-ec', mount], {
    encoding: 'utf8',
    env: { ...process.env, DISK: disk, NODE: process.execPath, PROGRAM: visitor, CLI: cli },
  })
}

const canMount = (() => {
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe.runIf(canMount)('a disk that is full [optional]', () => {
  const fill = 'cat /dev/zero > "$DISK/filler" 2>/dev/null || true'

  test('keeps nobody from looking at the project, and is what is said', () => {
    const folder = closedSample()
    const out = onSmallDisk(1024, `cp -r "${folder}" "$DISK/p.exeunt"; ${fill}; "$NODE" "$PROGRAM" "$DISK/p.exeunt"`)
    expect(asVisit(out)).toEqual({
      writing: 'Not saved: the disk is full. Free some space on it. Nothing was half-written.',
      scenes: 3,
      edit: 'Read-only: the disk is full.',
    })
  })

  test('takes a new project whole or not at all, however little room is left, and says why', () => {
    const left = [0, 8, 24, 40, 72, 120, 200, 320, 480, 800, 1600]
    const tries = left.map(
      (kilobytes) =>
        `rm -rf "$DISK"/*; head -c ${(2048 - kilobytes) * 1024} /dev/zero > "$DISK/filler" 2>/dev/null || true; "$NODE" "$CLI" new "$DISK/p.exeunt" || true; ls "$DISK" | tr '\\n' ' '; echo`,
    )
    const lines = onSmallDisk(2048, tries.join('; ')).trim().split('\n')
    const outcomes = left.map(
      (_, i) => [JSON.parse(lines[2 * i]!) as { error?: { message: string } }, lines[2 * i + 1]] as const,
    )
    for (const [answer, files] of outcomes) {
      if (answer.error) {
        expect(answer.error.message).toBe(
          'Not saved: the disk is full. Free some space on it. Nothing was half-written.',
        )
        expect(files?.trim()).toBe('filler')
      } else expect(files?.trim()).toBe('filler p.exeunt')
    }
    expect(outcomes.map(([answer]) => answer.error === undefined)).toContain(false)
    expect(outcomes.at(-1)![0].error).toBeUndefined()
  })
})
