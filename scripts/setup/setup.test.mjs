import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cachedFolder, withLock } from './cache.mjs'
import { sameInstallation } from './dependencies.mjs'
import { npmErrorLine, verifyIntegrity } from './npm.mjs'
import { ROOT } from './paths.mjs'
import { verifySha256 } from './registryElectron.mjs'
import { SetupError } from './report.mjs'
import { sqliteDefines } from './sqliteBinding.mjs'
import { availableNames, missingLibraries } from './systemLibraries.mjs'
import { countVitest } from './vitestCounts.mjs'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'exeunt-setup-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('checksums', () => {
  it('refuse a package with another digest in one sentence', () => {
    const check = () => verifyIntegrity('some-package@1.0.0', 'sha512-AAAA', 'BBBB')
    expect(check).toThrow(SetupError)
    expect(check).toThrow(/^some-package@1\.0\.0 does not have the checksum[^.\n]*\.$/)
  })

  it('accept the pinned digest', () => {
    expect(() => verifyIntegrity('some-package@1.0.0', 'sha512-AAAA', 'AAAA')).not.toThrow()
  })

  it('refuse a file with another digest', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, 'hello')
    await expect(verifySha256('The file', file, '0'.repeat(64))).rejects.toThrow(SetupError)
    await expect(
      verifySha256('The file', file, '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'),
    ).resolves.toBeUndefined()
  })
})

describe('the cache', () => {
  it('makes a folder once and leaves no temporary one', async () => {
    const wanted = join(folder, 'node', '24')
    let times = 0
    /** @param {string} temporary */
    const fill = (temporary) => {
      times++
      writeFileSync(join(temporary, 'file'), 'content')
    }
    await cachedFolder(wanted, fill)
    await cachedFolder(wanted, fill)
    expect(times).toBe(1)
    expect(readdirSync(join(folder, 'node'))).toEqual(['24'])
  })

  it('keeps nothing of a folder whose making failed', async () => {
    const wanted = join(folder, 'node', '24')
    await expect(cachedFolder(wanted, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network')
    expect(readdirSync(join(folder, 'node'))).toEqual([])
  })

  it('lets two make the same folder at once', async () => {
    const wanted = join(folder, 'node', '24')
    /** @param {string} temporary */
    const fill = async (temporary) => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      writeFileSync(join(temporary, 'file'), 'content')
    }
    await Promise.all([cachedFolder(wanted, fill), cachedFolder(wanted, fill)])
    expect(readFileSync(join(wanted, 'file'), 'utf8')).toBe('content')
    expect(readdirSync(join(folder, 'node'))).toEqual(['24'])
  })
})

describe('the lock', () => {
  it('lets one in at a time', async () => {
    const lock = join(folder, 'lock')
    /** @type {string[]} */
    const events = []
    /** @param {string} name */
    const visit = (name) =>
      withLock(lock, async () => {
        events.push(`${name} in`)
        await new Promise((resolve) => setTimeout(resolve, 20))
        events.push(`${name} out`)
      })
    await Promise.all([visit('a'), visit('b')])
    expect(events).toEqual(['a in', 'a out', 'b in', 'b out'])
    expect(existsSync(lock)).toBe(false)
  })

  it('is taken over from a process that is gone', async () => {
    const lock = join(folder, 'lock')
    const gone = spawnSync(process.execPath, ['--version']).pid
    writeFileSync(lock, String(gone))
    await expect(withLock(lock, () => 'done')).resolves.toBe('done')
  })
})

describe('npm', () => {
  it('is quoted with the line that names the cause', () => {
    const output =
      'npm error code E404\nnpm error 404 No match found for version 9.9.9\nnpm error A complete log of this run can be found in: /x\n'
    expect(npmErrorLine(output)).toBe('404 No match found for version 9.9.9')
  })

  it('is not run when node_modules holds what the lock asks for', () => {
    const wanted = {
      '': {},
      'node_modules/a': { integrity: '1' },
      'node_modules/mac-only': { integrity: '2', optional: true },
    }
    expect(sameInstallation(wanted, { 'node_modules/a': { integrity: '1' } })).toBe(true)
    expect(sameInstallation(wanted, { 'node_modules/a': { integrity: 'older' } })).toBe(false)
    expect(sameInstallation(wanted, {})).toBe(false)
    expect(
      sameInstallation(wanted, { 'node_modules/a': { integrity: '1' }, 'node_modules/removed': { integrity: '3' } }),
    ).toBe(false)
  })
})

describe('system libraries', () => {
  it('are missing when ldd does not find them', () => {
    const output =
      '\tlibnss3.so => /lib/libnss3.so (0x1)\n\tlibgtk-3.so.0 => not found\n\tlibasound.so.2 => not found\n'
    expect(missingLibraries(output)).toEqual(['libgtk-3.so.0', 'libasound.so.2'])
  })

  it('are asked for by the name this release has', () => {
    const policy =
      'libnss3:\n  Installed: (none)\n  Candidate: 2:3.98\nlibasound2:\n  Installed: (none)\n  Candidate: (none)\nlibasound2t64:\n  Installed: (none)\n  Candidate: 1.2.11\n'
    expect(availableNames(['libnss3', 'libasound2', 'unheard-of'], policy)).toEqual([
      'libnss3',
      'libasound2t64',
      'unheard-of',
    ])
  })
})

it("takes SQLite's options from better-sqlite3", () => {
  const gypi =
    "{\n  'defines': [\n    'HAVE_USLEEP=1',\n    'SQLITE_DEFAULT_CACHE_SIZE=-16000',\n    'SQLITE_SOUNDEX',\n  ],\n}"
  expect(sqliteDefines(gypi)).toEqual(['-DHAVE_USLEEP=1', '-DSQLITE_DEFAULT_CACHE_SIZE=-16000', '-DSQLITE_SOUNDEX'])
})

describe('counting tests', () => {
  /**
   * @param {string} status
   * @param {[fullName: string, status: string][]} tests
   */
  const file = (status, ...tests) => ({
    name: 'a.test.ts',
    status,
    assertionResults: tests.map(([fullName, testStatus]) => ({ fullName, status: testStatus })),
  })

  it('counts a skipped test as failed unless it is optional', () => {
    const report = {
      testResults: [
        file('passed', ['one', 'passed'], ['two', 'skipped'], ['three [optional]', 'skipped'], ['four', 'todo']),
      ],
    }
    expect(countVitest(report, 0)).toEqual({ passed: 1, failed: 2, notRun: ['two (a.test.ts)', 'four (a.test.ts)'] })
  })

  it('counts a file that cannot be loaded', () => {
    expect(countVitest({ testResults: [file('failed')] }, 1)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('counts a run that failed outside of its tests, or ended without a report', () => {
    expect(countVitest({ testResults: [file('passed', ['one', 'passed'])] }, 1)).toMatchObject({ passed: 1, failed: 1 })
    expect(countVitest(undefined, 137)).toMatchObject({ passed: 0, failed: 1 })
  })
})

it('answers an unknown verb in one sentence', () => {
  const result = spawnSync(process.execPath, [join(ROOT, 'scripts', 'bootstrap.mjs'), 'dance'], { encoding: 'utf8' })
  expect(result.status).toBe(1)
  expect(result.stdout).toBe('')
  expect(result.stderr).toMatch(/^exeunt: There is no verb "dance"; use one of: [^\n]*\.\n$/)
})
