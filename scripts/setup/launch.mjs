import { readFileSync, statSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Chromium's pictures go through /dev/shm, and containers often give it 64 MB. */
const SHARED_MEMORY_NEEDED = 512 * 1024 * 1024

/**
 * Chromium switches this machine needs: none on a usual desktop, `--no-sandbox` for root or where
 * the system lets an ordinary user have no sandbox.
 * @param {string} executable
 * @returns {string[]}
 */
export function chromiumSwitches(executable) {
  if (process.platform !== 'linux') return []
  const switches = []
  if (process.getuid?.() === 0 || !canSandbox(executable)) switches.push('--no-sandbox')
  if (sharedMemory() < SHARED_MEMORY_NEEDED) switches.push('--disable-dev-shm-usage')
  return switches
}

/**
 * What Playwright's `_electron.launch` needs to start the app: the runtime and binding that
 * bootstrap.mjs found (it passes them on as EXEUNT_ELECTRON_PATH and EXEUNT_SQLITE_BINDING).
 * `args`: the app's folder first, then the app's own arguments.
 * @param {{ args?: string[], env?: Record<string, string> }} [options]
 */
export function electronLaunchOptions({ args = [], env = {} } = {}) {
  const executablePath = process.env.EXEUNT_ELECTRON_PATH
  if (!executablePath)
    throw new Error('EXEUNT_ELECTRON_PATH is not set: run this through npm (npm run e2e, npm test, npm start).')
  return {
    executablePath,
    // Pictures and tests begin in the dark theme, whatever the desktop they run on looks like.
    args: [...chromiumSwitches(executablePath), '--force-dark-mode', ...args],
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...env }),
  }
}

/** @param {string} executable */
function canSandbox(executable) {
  const restricted = readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1'
  const forbidden = readSetting('/proc/sys/kernel/unprivileged_userns_clone') === '0'
  if (!restricted && !forbidden) return true
  const helper = statSync(join(dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false })
  return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0
}

/** @param {string} file */
function readSetting(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

function sharedMemory() {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks
  } catch {
    return 0
  }
}
