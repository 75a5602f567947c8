// What `electron PATH` runs when Electron comes without its own default app: it takes the name
// and version of the app in PATH and starts it.
import { app } from 'electron/main'
import { existsSync, readFileSync } from 'node:fs'
import Module from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * What Electron's own default app uses and the types do not tell.
 * @typedef {{ _preloadModules(files: string[]): void, _load(file: string, parent: unknown, isMain: boolean): void,
 *   _resolveFilename(request: string, parent: unknown, isMain: boolean): string }} NodeModule
 * @typedef {{ setVersion(version: string): void, setAppPath(path: string): void }} ElectronApp
 * @typedef {{ productName?: string, name?: string, version?: string, desktopName?: string, type?: string }} Manifest
 */
const modules = /** @type {NodeModule} */ (/** @type {unknown} */ (Module))
const electronApp = /** @type {ElectronApp} */ (/** @type {unknown} */ (app))

const { preloads, target } = readArguments(process.argv.slice(1))
if (!target) {
  console.error('usage: electron PATH')
  process.exit(1)
}
// Playwright hands over its loader this way.
if (preloads.length > 0) modules._preloadModules(preloads)

Object.assign(process, { defaultApp: true })
const folder = resolve(target)
const manifestFile = join(folder, 'package.json')
/** @type {unknown} */
const read = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}
const manifest = /** @type {Manifest} */ (read)
const name = manifest.productName ?? manifest.name
if (name) app.setName(name)
if (manifest.version) electronApp.setVersion(manifest.version)
if (process.platform === 'linux') app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`)

const entry = modules._resolveFilename(folder, null, true)
electronApp.setAppPath(existsSync(manifestFile) ? folder : dirname(entry))
const isEsm = entry.endsWith('.mjs') || (manifest.type === 'module' && !entry.endsWith('.cjs'))
if (isEsm) await import(pathToFileURL(entry).href)
else modules._load(entry, Module, true)

/**
 * Splits the command line: `-r FILE` before the app's path is a preload, other switches are Chromium's.
 * @param {readonly string[]} args
 * @returns {{ preloads: string[], target: string | undefined }}
 */
function readArguments(args) {
  const preloads = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (arg === '-r' || arg === '--require') preloads.push(args[++i] ?? '')
    else if (!arg.startsWith('-')) return { preloads, target: arg }
  }
  return { preloads, target: undefined }
}
