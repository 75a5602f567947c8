// What `electron PATH` runs when Electron comes without its own default app: it takes the name
// and version of the app in PATH and starts it.
import { app } from 'electron/main'
import { existsSync, readFileSync } from 'node:fs'
import Module from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const { preloads, target } = readArguments(process.argv.slice(1))
if (!target) {
  console.error('usage: electron PATH')
  process.exit(1)
}
// Playwright hands over its loader this way.
if (preloads.length > 0) Module._preloadModules(preloads)

process.defaultApp = true
const folder = resolve(target)
const manifestFile = join(folder, 'package.json')
const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}
const name = manifest.productName ?? manifest.name
if (name) app.setName(name)
if (manifest.version) app.setVersion(manifest.version)
if (process.platform === 'linux') app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`)

const entry = Module._resolveFilename(folder, null, true)
app.setAppPath(existsSync(manifestFile) ? folder : dirname(entry))
const isEsm = entry.endsWith('.mjs') || (manifest.type === 'module' && !entry.endsWith('.cjs'))
if (isEsm) await import(pathToFileURL(entry).href)
else Module._load(entry, Module, true)

/** Splits the command line: `-r FILE` before the app's path is a preload, other switches are Chromium's. */
function readArguments(args) {
  const preloads = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === '-r' || arg === '--require') preloads.push(args[++i])
    else if (!arg.startsWith('-')) return { preloads, target: arg }
  }
  return { preloads, target: undefined }
}
