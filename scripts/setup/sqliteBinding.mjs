import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cachedFolder, sha256 } from './cache.mjs'
import { fetchedNode } from './node.mjs'
import { ROOT, cacheFolder, readJson } from './paths.mjs'
import { SetupError, say } from './report.mjs'
import { hasProgram, lastLine } from './run.mjs'
import { installPackages } from './systemLibraries.mjs'

const SOURCE = join(ROOT, 'node_modules', 'better-sqlite3')
const ADDON_API = join(ROOT, 'node_modules', 'node-addon-api')

// better-sqlite3's own flags (binding.gyp), but for NAPI_VERSION=10: the two EXPERIMENTAL names
// give the same functions on a runtime that only promises Node-API 9.
const COMMON = ['-O2', '-fPIC', '-w']
const BINDING = [
  '-std=c++20',
  '-DNDEBUG',
  '-DNAPI_EXPERIMENTAL',
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DNODE_GYP_MODULE_NAME=better_sqlite3',
  '-DBUILDING_NODE_EXTENSION',
]
const LINK = ['-shared', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-lm', '-lpthread']

/**
 * The path of a better-sqlite3 binding for the registry's Electron (Node-API 9; the package's own
 * binaries need 10), compiled once from the package's unmodified sources.
 */
export async function ensureSqliteBinding() {
  const defines = sqliteDefines(readFileSync(join(SOURCE, 'deps', 'defines.gypi'), 'utf8'))
  const { version } = readJson(join(SOURCE, 'package.json'))
  const flags = sha256(JSON.stringify([COMMON, BINDING, LINK, defines])).slice(0, 12)
  const folder = await cachedFolder(
    join(cacheFolder(), 'sqlite', `${String(version)}-napi9-${process.arch}-${flags}`),
    async (temporary) => {
      if (!hasProgram('g++')) installPackages(['g++'], 'a C++ compiler')
      const { headers } = await fetchedNode()
      say(`compiling better-sqlite3 ${String(version)} for the registry's Electron (under a minute, once) …`)
      await compile(temporary, headers, defines)
    },
  )
  return join(folder, 'better_sqlite3.node')
}

/**
 * The -D flags of better-sqlite3's deps/defines.gypi, a list of quoted NAME or NAME=VALUE lines.
 * @param {string} gypi
 */
export function sqliteDefines(gypi) {
  return [...gypi.matchAll(/^\s*'([A-Z0-9_]+(?:=[^']*)?)',?\s*$/gm)].map((match) => `-D${match[1]}`)
}

/**
 * @param {string} folder
 * @param {string} headers
 * @param {readonly string[]} defines
 */
async function compile(folder, headers, defines) {
  const sqlite = join(SOURCE, 'deps', 'sqlite3')
  const sqliteObject = join(folder, 'sqlite3.o')
  const bindingObject = join(folder, 'binding.o')
  const common = [...COMMON, ...defines, `-I${sqlite}`]
  await Promise.all([
    compiler('gcc', [...common, '-c', join(sqlite, 'sqlite3.c'), '-o', sqliteObject]),
    compiler('g++', [
      ...common,
      ...BINDING,
      `-I${ADDON_API}`,
      `-I${headers}`,
      '-c',
      join(SOURCE, 'src', 'better_sqlite3.cpp'),
      '-o',
      bindingObject,
    ]),
  ])
  await compiler('g++', ['-o', join(folder, 'better_sqlite3.node'), bindingObject, sqliteObject, ...LINK])
  for (const object of [sqliteObject, bindingObject]) rmSync(object)
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
function compiler(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let output = ''
    child.stderr.on('data', (text) => (output += text))
    /** @param {string} why */
    const fail = (why) =>
      reject(
        new SetupError(
          `better-sqlite3 could not be compiled; make sure that g++ with C++20 is installed (${command}: ${why}).`,
        ),
      )
    child.on('error', (error) => fail(error.message))
    child.on('close', (code) => (code === 0 ? resolve() : fail(lastLine(output) || `ended with ${code}`)))
  })
}
