import { dirname } from 'node:path'
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
