import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from './report.mjs'

const POLL_MS = 200
/** A lock file without a process id in it for this long was left by a crash. */
const EMPTY_LOCK_MS = 10_000
/** Nothing under a lock takes this long; its process id may belong to another machine's container. */
const OLD_LOCK_MS = 15 * 60_000

/**
 * Digest of bytes or text, as lower-case hexadecimal.
 * @param {string | Uint8Array} data
 */
export function sha256(data) {
  return createHash('sha256').update(data).digest('hex')
}

/**
 * Answers `folder`, which `fill(temporaryFolder)` makes the first time. It appears by one rename,
 * so a folder that exists is complete; of two processes that make it at once, the first wins.
 * @param {string} folder
 * @param {(temporaryFolder: string) => void | Promise<void>} fill
 */
export async function cachedFolder(folder, fill) {
  if (existsSync(folder)) return folder
  mkdirSync(dirname(folder), { recursive: true })
  const temporary = mkdtempSync(`${folder}.tmp-`)
  try {
    await fill(temporary)
    try {
      renameSync(temporary, folder)
    } catch (error) {
      if (!existsSync(folder)) throw error
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  return folder
}

/**
 * Runs `action` while no other process holds `lockFile`. A dead holder's lock is taken over.
 * @template T
 * @param {string} lockFile
 * @param {() => T | Promise<T>} action
 */
export async function withLock(lockFile, action) {
  mkdirSync(dirname(lockFile), { recursive: true })
  while (!tryLock(lockFile)) await sleep(POLL_MS)
  const release = () => rmSync(lockFile, { force: true })
  process.once('exit', release)
  try {
    return await action()
  } finally {
    process.off('exit', release)
    release()
  }
}

/** @param {string} lockFile */
function tryLock(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  if (isAbandoned(lockFile)) rmSync(lockFile, { force: true })
  return false
}

/** @param {string} lockFile */
function isAbandoned(lockFile) {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'))
    const age = Date.now() - statSync(lockFile).mtimeMs
    if (age > (holder ? OLD_LOCK_MS : EMPTY_LOCK_MS)) return true
    if (!holder) return false
    process.kill(holder, 0)
    return false
  } catch (error) {
    return errorCode(error) === 'ESRCH'
  }
}
