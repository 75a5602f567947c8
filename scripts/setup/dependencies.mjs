import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256, withLock } from './cache.mjs'
import { npmCommand, npmErrorLine } from './npm.mjs'
import { ROOT, TOOLS, readJson } from './paths.mjs'
import { SetupError, say } from './report.mjs'
import { runQuiet } from './run.mjs'

/** @typedef {{ integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockEntry */

const STAMP = join(ROOT, 'node_modules', '.exeunt-lock')

/** Runs `npm ci` when package-lock.json is not the one that node_modules was installed from. */
export async function ensureDependencies() {
  const wanted = lockHash()
  if (installedHash() === wanted) return
  if (isInstalled()) {
    writeFileSync(STAMP, wanted)
    return
  }
  await withLock(join(TOOLS, 'dependencies.lock'), () => {
    if (installedHash() === wanted) return
    say('installing the packages of package-lock.json (npm ci) …')
    const npm = npmCommand()
    // NODE_ENV=production would leave out the tools that build and test.
    const result = runQuiet(npm.command, [...npm.prefix, 'ci', '--include=dev', '--loglevel=error'], {
      cwd: ROOT,
      shell: npm.shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (!result.ok)
      throw new SetupError(
        `npm ci failed (${npmErrorLine(result.output)}); check the network and npm's registry setting, then run \`npm ci\` to see all of it.`,
      )
    writeFileSync(STAMP, wanted)
  })
}

/** Digest of what decides the content of node_modules; the platform, because natives differ by it. */
export function lockHash() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'))
  return sha256(`${process.platform}-${process.arch}-${sha256(lock)}`)
}

/** Whether npm's own record in node_modules says that what package-lock.json asks for is there. */
function isInstalled() {
  const record = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  /** @param {string} file */
  const read = (file) => /** @type {Record<string, LockEntry>} */ (readJson(file)['packages'])
  return sameInstallation(read(join(ROOT, 'package-lock.json')), read(record))
}

/**
 * Compares the `packages` of package-lock.json and of node_modules/.package-lock.json: nothing
 * else installed, and nothing missing but optional packages (those of other platforms).
 * @param {Record<string, LockEntry>} wanted
 * @param {Record<string, LockEntry>} installed
 */
export function sameInstallation(wanted, installed) {
  const differs = Object.entries(installed).some(([path, entry]) => wanted[path]?.integrity !== entry.integrity)
  if (differs) return false
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || path in installed || entry.optional || entry.devOptional || entry.peer,
  )
}

function installedHash() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : ''
}
