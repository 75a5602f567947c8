import { expect, test } from 'vitest'
import { Refusal } from '@shared/records/refusal'
import { tempFolder } from '../testing/tempFolder'
import { onDisk, worldRefusal } from './worldErrors'

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code })

test.each([
  ['ENOSPC', 'saved', 'Not saved: the disk is full. Free some space on it. Nothing was half-written.'],
  [
    'EROFS',
    'saved',
    'Not saved: the drive can only be read. Copy the folder to a drive that can be written to. Nothing was half-written.',
  ],
  [
    'SQLITE_BUSY',
    'saved',
    'Not saved: another program holds the file. Wait until it is done, or close it there. Nothing was half-written.',
  ],
  ['EACCES', 'opened', 'Not opened: it may not be read. Give yourself the right to read it.'],
  ['EMFILE', 'opened', 'Not opened: too many files are open. Close some programs and try again.'],
] as const)('%s when something is %s: %s', (code, doing, sentence) => {
  expect(worldRefusal(withCode(code), doing)?.message).toBe(sentence)
})

test.each([
  ['SQLITE_CORRUPT_VTAB', 'x'],
  ['SQLITE_NOTADB', 'file is not a database'],
  ['SQLITE_ERROR', 'malformed database schema (x)'],
  ['SQLITE_ERROR', 'unsupported file format'],
])('%s, %s is told as damage', (code, message) => {
  expect(worldRefusal(withCode(code, message))?.code).toBe('PROJECT_DAMAGED')
})

test('a refusal stays what it is, and a bug is none', () => {
  const refusal = new Refusal('LOCK_LOST')
  expect(worldRefusal(refusal)).toBe(refusal)
  expect(worldRefusal(withCode('SQLITE_ERROR', 'no such column: x'))).toBeNull()
  expect(() =>
    onDisk(() => {
      throw new TypeError('x')
    }),
  ).toThrow(TypeError)
})

test('an error of SQLite that may have several reasons is told by what the folder says', () => {
  const folder = tempFolder()
  expect(worldRefusal(withCode('SQLITE_IOERR_SHMSIZE'), 'saved', folder)?.params['reason']).toBe(
    'the drive does not answer',
  )
  expect(worldRefusal(withCode('SQLITE_CANTOPEN'), 'saved', `${folder}/gone`)?.params['reason']).toBe(
    'the drive does not answer',
  )
})
