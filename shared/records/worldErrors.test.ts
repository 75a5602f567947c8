import { expect, test } from 'vitest'
import { worldFault, worldFaultKinds, worldFaultOf } from './worldErrors'

const withCode = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more })

test.each([
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'quota'],
  ['EROFS', 'readOnlyDrive'],
  ['EACCES', 'locked'],
  ['EPERM', 'locked'],
  ['SQLITE_READONLY', 'locked'],
  ['SQLITE_READONLY_DIRECTORY', 'locked'],
  ['SQLITE_CANTOPEN', 'locked'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_IOERR_WRITE', 'gone'],
  ['EIO', 'gone'],
  ['ENXIO', 'gone'],
  ['ESTALE', 'gone'],
  ['EMFILE', 'handles'],
  ['ENFILE', 'handles'],
  ['SQLITE_NOMEM', 'memory'],
  ['ENOMEM', 'memory'],
  ['ENAMETOOLONG', 'longName'],
  ['ENOTDIR', 'badName'],
  ['EISDIR', 'badName'],
  ['ELOOP', 'badName'],
  ['EFBIG', 'tooLarge'],
])('%s is %s', (code, kind) => {
  expect(worldFault(withCode(code))?.kind).toBe(kind)
})

test.each([
  // What Node gives for a used-up quota, and rmSync of Node 24 for anything it has no name for.
  ['Unknown system error -122', { code: 'Unknown system error -122', errno: -122, syscall: 'write' }, 'quota', 'x'],
  [
    'rm, a drive that can only be read',
    { code: '', errno: -4094, syscall: 'rm' },
    'readOnlyDrive',
    ', Unknown error: Read-only file system',
  ],
  [
    'rm, a name that is too long',
    { code: '', errno: -4094, syscall: 'rm' },
    'longName',
    ', Unknown error: File name too long',
  ],
  ['rm, no room', { code: '', errno: -4094, syscall: 'rm' }, 'full', ', Unknown error: No space left on device'],
  ['a number alone', { errno: 30 }, 'readOnlyDrive', 'x'],
])('without a code Node knows: %s', (_what, fields, kind, message) => {
  expect(worldFault(Object.assign(new Error(message), fields))?.kind).toBe(kind)
})

test('a bug is not taken for the world', () => {
  for (const error of [
    new TypeError('x is undefined'),
    new Error('the disk says: No space left on device'),
    withCode('SQLITE_CONSTRAINT_CHECK'),
    withCode('SQLITE_ERROR'),
    withCode('SQLITE_FULLY'),
    withCode('ERR_INVALID_ARG_TYPE'),
    'text',
    28,
    null,
    undefined,
  ])
    expect(worldFault(error)).toBeNull()
})

test('only a full disk is told to be freed, and every fault says what to do about it', () => {
  for (const kind of worldFaultKinds) {
    const { reason, wayOut } = worldFaultOf(kind)
    expect(reason).toMatch(/^[a-z].*[^.]$/)
    expect(wayOut).toMatch(/^[A-Z].*\.$/)
    expect(/free some space/i.test(wayOut), kind).toBe(kind === 'full')
  }
})
