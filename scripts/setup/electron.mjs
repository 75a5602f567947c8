import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withLock } from './cache.mjs'
import { chromiumSwitches } from './launch.mjs'
import { ROOT, TOOLS, cacheFolder, readJson } from './paths.mjs'
import { canUseRegistryElectron, registryElectron } from './registryElectron.mjs'
import { SetupError, say } from './report.mjs'

/** @typedef {{ executable: string, dist: string, version: string, fromRegistry: boolean }} Electron A desktop runtime on this machine. */

const PACKAGE = join(ROOT, 'node_modules', 'electron')
/** A download that brings no new bytes for this long is given up. */
const STALL_MS = 20_000
const POLL_MS = 500
/** A failed download is not tried again for this long: the usual cause is a firewall. */
const REMEMBER_FAILURE_MS = 6 * 3_600_000

/**
 * Finds or fetches a desktop runtime: the `electron` package's own download, or where that
 * cannot be reached the registry's Electron (registryElectron.mjs). EXEUNT_ELECTRON=registry
 * or =download insists on one of the two.
 *
 * Answers `{executable, dist, version, fromRegistry}`.
 * @param {string} node
 * @returns {Promise<Electron>}
 */
export async function ensureElectron(node) {
  const choice = process.env.EXEUNT_ELECTRON ?? ''
  if (!['', 'registry', 'download'].includes(choice)) {
    throw new SetupError(
      `EXEUNT_ELECTRON is "${choice}" but can only be "registry" or "download"; correct or unset it.`,
    )
  }
  if (choice !== 'registry') {
    const downloaded = installedElectron() ?? (await downloadElectron(node, choice === 'download'))
    if (downloaded) return downloaded
    if (choice === 'download')
      throw new SetupError(
        'Electron could not be downloaded from its releases on GitHub; check the network or a proxy, or unset EXEUNT_ELECTRON.',
      )
  }
  if (!canUseRegistryElectron()) {
    throw new SetupError(
      `Electron could not be downloaded from its releases on GitHub, and for ${process.platform}-${process.arch} the npm registry has no other copy; check the network or a proxy (ELECTRON_MIRROR names a mirror) and run the command again.`,
    )
  }
  return registryElectron()
}

/**
 * The runtime that the `electron` package has downloaded, if it is the version of that package.
 * @returns {Electron | undefined}
 */
function installedElectron() {
  try {
    const dist = join(PACKAGE, 'dist')
    const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    const executable = join(dist, readFileSync(join(PACKAGE, 'path.txt'), 'utf8').trim())
    const wanted = readJson(join(PACKAGE, 'package.json'))['version']
    if (version !== wanted || !existsSync(executable)) return undefined
    return { executable, dist, version, fromRegistry: false }
  } catch {
    return undefined
  }
}

/**
 * @param {string} node
 * @param {boolean} insist
 */
async function downloadElectron(node, insist) {
  const note = join(cacheFolder(), 'electron-download-failed')
  if (!insist && existsSync(note) && Date.now() - statSync(note).mtimeMs < REMEMBER_FAILURE_MS) return undefined
  return withLock(join(TOOLS, 'electron.lock'), async () => {
    const already = installedElectron()
    if (already) return already
    say('downloading Electron (about 120 MB, once) …')
    await runInstaller(node)
    const installed = installedElectron()
    if (installed) {
      rmSync(note, { force: true })
      return installed
    }
    writeFileSync(note, 'tried again after some hours, or with EXEUNT_ELECTRON=download\n')
    say("Electron's own download cannot be reached from here.")
    return undefined
  })
}

/**
 * Runs the package's installer for as long as its download makes progress.
 * @param {string} node
 */
async function runInstaller(node) {
  mkdirSync(TOOLS, { recursive: true })
  // The installer downloads into the temporary folder, so that one tells how far it is.
  const temporary = mkdtempSync(join(TOOLS, 'electron-'))
  const env = { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary }
  const child = spawn(node, [join(PACKAGE, 'install.js')], { env, stdio: 'ignore' })
  const ended = new Promise((resolve) => void child.on('exit', resolve).on('error', resolve))
  let size = 0
  let lastProgress = Date.now()
  const watch = setInterval(() => {
    const now = folderSize(temporary) + folderSize(join(PACKAGE, 'dist'))
    if (now !== size) lastProgress = Date.now()
    size = now
    if (Date.now() - lastProgress > STALL_MS) child.kill('SIGKILL')
  }, POLL_MS)
  await ended
  clearInterval(watch)
  rmSync(temporary, { recursive: true, force: true })
}

/** @param {string} folder */
function folderSize(folder) {
  let total = 0
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      total += entry.isDirectory() ? folderSize(path) : statSync(path).size
    }
  } catch {
    // Files come and go while we look.
  }
  return total
}

/**
 * The environment for everything that starts Electron: ours (launch.mjs reads it) and the names
 * that electron-vite and the `electron` package know.
 * @param {Electron} electron
 * @param {string} [sqliteBinding]
 * @returns {Record<string, string>}
 */
export function electronEnvironment(electron, sqliteBinding) {
  return {
    EXEUNT_ELECTRON_PATH: electron.executable,
    // What the command line starts it with.
    EXEUNT_ELECTRON_SWITCHES: chromiumSwitches(electron.executable).join(' '),
    EXEUNT_ELECTRON_VERSION: electron.version,
    ELECTRON_EXEC_PATH: electron.executable,
    ELECTRON_OVERRIDE_DIST_PATH: electron.fromRegistry ? dirname(electron.executable) : electron.dist,
    ...(sqliteBinding ? { EXEUNT_SQLITE_BINDING: sqliteBinding } : {}),
  }
}
