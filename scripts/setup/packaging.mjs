import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './paths.mjs'
import { say } from './report.mjs'

const ELECTRON_OF_RELEASES = 45

/**
 * electron-builder's arguments. Without any of the person's own it makes an unpacked folder. With
 * the registry's Electron it packs offline, as a check of the packaging only.
 * @param {Record<string, string>} env
 * @param {readonly string[]} args
 */
export function packagingArguments(env, args) {
  const { EXEUNT_ELECTRON_VERSION: version = '', EXEUNT_ELECTRON_PATH: executable = '' } = env
  const own = args.length > 0 ? args : ['--dir']
  if (Number.parseInt(version, 10) >= ELECTRON_OF_RELEASES) return [...own, '--publish', 'never']
  say(`packing with Electron ${version} from the registry: this checks the packaging and is not a release.`)
  const electronDist = dirname(executable)
  return [...own, '--publish', 'never', `-c.electronDist=${electronDist}`, `-c.electronVersion=${version}`]
}

/**
 * The registry's Electron cannot load the SQLite that releases carry: an unpacked folder with it gets the one that was compiled for it, so that it runs.
 * @param {Record<string, string>} env
 */
export function completeForRegistry(env) {
  const binding = env.EXEUNT_SQLITE_BINDING
  if (!binding) return
  const modules = join(ROOT, 'dist', 'linux-unpacked', 'resources', 'app.asar.unpacked', 'node_modules')
  copyFileSync(binding, join(modules, 'better-sqlite3', 'prebuilds', `linux-${process.arch}.node`))
}
