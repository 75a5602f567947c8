import { Refusal } from '@shared/records/refusal'

/**
 * What the world refuses (a full disk, a folder that cannot be written to, a drive that has gone, a damaged file) as one sentence; null for anything
 * else, which is a bug. Codes: SQLite's result codes and errno.
 */
export function worldRefusal(error: unknown): Refusal | null {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return null
  if (
    code.startsWith('SQLITE_CORRUPT') ||
    (code === 'SQLITE_ERROR' && (error as Error).message.startsWith('malformed database schema'))
  )
    return new Refusal('PROJECT_DAMAGED', { reason: (error as Error).message })
  const reason = reasons.find(([codes]) => codes.some((known) => code === known || code.startsWith(`${known}_`)))?.[1]
  return reason === undefined ? null : new Refusal('DISK', { reason })
}

const reasons: readonly (readonly [codes: readonly string[], reason: string])[] = [
  [['SQLITE_FULL', 'ENOSPC', 'EDQUOT'], 'the disk is full'],
  [
    ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'EROFS', 'EACCES', 'EPERM'],
    'the folder cannot be written to',
  ],
  [['SQLITE_IOERR', 'EIO', 'ENODEV', 'ENXIO', 'ESTALE'], 'the drive does not answer'],
  [['EISDIR', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG', 'ELOOP'], 'there cannot be a folder or file of that name'],
]

/** Runs something that touches the disk. @throws Refusal DISK, PROJECT_DAMAGED */
export function toldByTheWorld<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw worldRefusal(error) ?? error
  }
}
