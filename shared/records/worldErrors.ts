/** A no of the world (a full disk, a drive that has gone), in the words of a sentence. */
export interface WorldFault {
  readonly kind: WorldFaultKind
  /** "the disk is full" */
  readonly reason: string
  /** What the user can do about it, as a sentence. */
  readonly wayOut: string
}
export type WorldFaultKind = keyof typeof faults

/** Every way the world says no. */
const faults = {
  full: { reason: 'the disk is full', wayOut: 'Free some space on it.' },
  quota: { reason: 'your share of the disk is used up', wayOut: 'Delete something there, or ask for a larger share.' },
  locked: {
    reason: 'the folder cannot be written to',
    wayOut: 'Give yourself the right to write there, or copy the folder to a place where you have it.',
  },
  unreadable: {
    reason: 'it may not be read',
    wayOut: 'Give yourself the right to read it.',
  },
  readOnlyDrive: {
    reason: 'the drive can only be read',
    wayOut: 'Copy the folder to a drive that can be written to.',
  },
  gone: { reason: 'the drive does not answer', wayOut: 'Check the drive and its connection.' },
  busy: { reason: 'another program holds the file', wayOut: 'Wait until it is done, or close it there.' },
  handles: { reason: 'too many files are open', wayOut: 'Close some programs and try again.' },
  memory: { reason: 'there is too little memory', wayOut: 'Close some programs and try again.' },
  longName: { reason: 'the name is too long', wayOut: 'Choose a shorter one.' },
  badName: { reason: 'there cannot be a folder or file of that name', wayOut: 'Choose another name or place.' },
  tooLarge: { reason: 'the drive takes no file of that size', wayOut: 'Copy the folder to another drive.' },
} as const

export const worldFaultKinds = Object.keys(faults) as WorldFaultKind[]

/**
 * Codes by fault: SQLite's result codes (with their extensions), errno names, the numbers Node leaves without a name, and the system's own words where
 * Node gives neither (rmSync of Node 24). Numbers: Linux and macOS errno.h; words: glibc strerror.
 */
const table: readonly {
  readonly kind: WorldFaultKind
  readonly codes: readonly string[]
  readonly numbers?: readonly number[]
  readonly words?: RegExp
}[] = [
  { kind: 'full', codes: ['SQLITE_FULL', 'ENOSPC'], numbers: [28], words: /no space left on device/i },
  { kind: 'quota', codes: ['EDQUOT'], numbers: [122, 69], words: /quota exceeded/i },
  { kind: 'readOnlyDrive', codes: ['EROFS'], numbers: [30], words: /read-only file system/i },
  {
    kind: 'locked',
    codes: ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_AUTH', 'EACCES', 'EPERM'],
    numbers: [1, 13],
    words: /permission denied|operation not permitted/i,
  },
  { kind: 'busy', codes: ['SQLITE_BUSY', 'SQLITE_LOCKED', 'EBUSY', 'ETXTBSY'], words: /resource busy/i },
  {
    kind: 'gone',
    codes: ['SQLITE_IOERR', 'EIO', 'ENODEV', 'ENXIO', 'ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ETIMEDOUT'],
    numbers: [5, 116],
    words: /input\/output error|stale file handle/i,
  },
  { kind: 'handles', codes: ['EMFILE', 'ENFILE'], numbers: [23, 24], words: /too many open files/i },
  { kind: 'memory', codes: ['SQLITE_NOMEM', 'ENOMEM'], numbers: [12], words: /cannot allocate memory|out of memory/i },
  { kind: 'longName', codes: ['ENAMETOOLONG'], numbers: [36, 63], words: /file name too long/i },
  {
    kind: 'badName',
    codes: ['EISDIR', 'ENOTDIR', 'EEXIST', 'ELOOP', 'EILSEQ'],
    words: /too many levels of symbolic links/i,
  },
  { kind: 'tooLarge', codes: ['EFBIG'], numbers: [27], words: /file too large/i },
]

/** The words of a fault. */
export const worldFaultOf = (kind: WorldFaultKind): WorldFault => ({ kind, ...faults[kind] })

/**
 * What the world said no with; null for anything else, which is a bug.
 * An error without a code of its own counts only when it came from a system call (it has a `syscall` or an `errno`).
 */
export function worldFault(error: unknown): WorldFault | null {
  if (typeof error !== 'object' || error === null) return null
  const { code, errno, syscall, message } = error as Record<string, unknown>
  if (typeof code === 'string') {
    const row = table.find((r) => r.codes.some((known) => code === known || code.startsWith(`${known}_`)))
    if (row) return worldFaultOf(row.kind)
  }
  if (errno === undefined && syscall === undefined && code !== '') return null
  const number = typeof errno === 'number' ? Math.abs(errno) : null
  const row =
    table.find((r) => number !== null && r.numbers?.includes(number)) ??
    table.find((r) => typeof message === 'string' && r.words?.test(message))
  return row ? worldFaultOf(row.kind) : null
}
