import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's top folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Git-ignored folder of the checkout for what belongs to it alone (locks, temporary files). */
export const TOOLS = join(ROOT, '.tools')

/**
 * The folder that clones share for runtimes and compiled bindings: $XDG_CACHE_HOME/exeunt or
 * ~/.cache/exeunt; the checkout's .tools/cache where that cannot be written.
 */
export function cacheFolder() {
  const wanted = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'exeunt')
  try {
    mkdirSync(wanted, { recursive: true })
    accessSync(wanted, constants.W_OK)
    return wanted
  } catch {
    const own = join(TOOLS, 'cache')
    mkdirSync(own, { recursive: true })
    return own
  }
}

/**
 * A file of JSON that holds an object.
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
export function readJson(file) {
  /** @type {unknown} */
  const read = JSON.parse(readFileSync(file, 'utf8'))
  return /** @type {Record<string, unknown>} */ (read)
}

/**
 * Where the person stood when they typed the command: npm runs scripts in the package's folder
 * and keeps the original one in INIT_CWD. File arguments are relative to it.
 * @param {string} verb
 */
export function callerFolder(verb) {
  const viaThisScript = process.env.npm_lifecycle_event === verb
  return (viaThisScript && process.env.INIT_CWD) || process.cwd()
}
