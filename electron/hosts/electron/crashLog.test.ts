import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../testing/tempFolder'
import { CrashLog, longestLog } from './crashLog'

const at = Date.parse('2026-11-30T15:00:00.000Z')

test('each entry says when, what and where', () => {
  const log = new CrashLog(tempFolder(), () => at)
  expect(log.isThere).toBe(false)
  log.note('the page ended', 'crashed, exit code 5\n')
  log.note('error in the main process', 'Error: no\n    at there')
  expect(readFileSync(log.file, 'utf8')).toBe(
    '2026-11-30T15:00:00.000Z the page ended\ncrashed, exit code 5\n\n2026-11-30T15:00:00.000Z error in the main process\nError: no\n    at there\n\n',
  )
})

test('it stays bounded, keeps the newest, and begins with a whole entry', () => {
  const log = new CrashLog(tempFolder(), () => at)
  for (let i = 0; i < 500; i++) log.note(`entry ${i}`, 'x'.repeat(2000))
  expect(statSync(log.file).size).toBeLessThanOrEqual(longestLog)
  const text = readFileSync(log.file, 'utf8')
  expect(text).toMatch(/^2026-11-30T15:00:00\.000Z entry \d+\n/)
  expect(text).toContain('entry 499\n')
  expect(text).not.toContain('entry 0\n')
})

test('a folder that is not there is no failure', () => {
  const log = new CrashLog(join(tempFolder(), 'gone'), () => at)
  log.note('anything', 'at all')
  expect(log.isThere).toBe(false)
})
