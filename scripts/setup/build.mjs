import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256, withLock } from './cache.mjs'
import { lockHash } from './dependencies.mjs'
import { ROOT, TOOLS } from './paths.mjs'
import { SetupError, say } from './report.mjs'
import { runQuiet } from './run.mjs'

const STAMP = join(ROOT, 'out', '.stamp')
const BUILD_LOCK = join(TOOLS, 'build.lock')
const SOURCES = ['electron', 'shared', 'renderer', 'resources']
const CONFIGS = [
  'electron.vite.config.ts',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.web.json',
  'tsconfig.node.json',
  'package.json',
]

/**
 * Builds out/ when its sources have changed since the last build.
 * @param {string} node
 */
export async function ensureBuilt(node) {
  if (builtFrom() === sourcesDigest()) return
  const result = await withLock(BUILD_LOCK, () => {
    if (builtFrom() === sourcesDigest()) return { ok: true, output: '' }
    say('building …')
    return build(node)
  })
  if (!result.ok) {
    process.stderr.write(result.output)
    throw new SetupError('The build failed; correct what is reported above and run the command again.')
  }
}

/** The next start builds anew: something else has written to out/. */
export function forgetBuild() {
  rmSync(STAMP, { force: true })
}

/**
 * Builds out/ without asking whether it is needed. Answers `{ok, output}`.
 * @param {string} node
 */
export function buildNow(node) {
  return withLock(BUILD_LOCK, () => build(node))
}

/** @param {string} node */
function build(node) {
  const digest = sourcesDigest()
  rmSync(STAMP, { force: true })
  const result = runQuiet(
    node,
    [join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  if (result.ok) writeFileSync(STAMP, digest)
  return result
}

function builtFrom() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : ''
}

/** Digest of the names, times and sizes of all that the build reads (not the content: this runs on each start). */
function sourcesDigest() {
  const lines = [lockHash()]
  for (const name of [...SOURCES, ...CONFIGS]) listFiles(join(ROOT, name), lines)
  return sha256(lines.join('\n'))
}

/**
 * @param {string} path
 * @param {string[]} lines
 */
function listFiles(path, lines) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return
  if (!stat.isDirectory()) {
    lines.push(`${path} ${stat.mtimeMs} ${stat.size}`)
    return
  }
  for (const name of readdirSync(path).sort()) {
    if (!/\.test\.tsx?$/.test(name)) listFiles(join(path, name), lines)
  }
}
