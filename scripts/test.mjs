// `npm test`: every check and test, all of them even when one fails. Ends with the line
// "N passed, N failed" and a non-zero exit code when anything failed.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildNow } from './setup/build.mjs'
import { ROOT } from './setup/paths.mjs'
import { countVitest } from './setup/vitestCounts.mjs'

/** @typedef {import('./setup/vitestCounts.mjs').VitestReport} VitestReport */

const MODULES = join(ROOT, 'node_modules')
const RESULTS = join(ROOT, 'test-results')
const total = { passed: 0, failed: 0 }
/** @type {string[]} */
const failedStages = []

mkdirSync(RESULTS, { recursive: true })
await Promise.all([
  check('typecheck', [join(MODULES, 'typescript', 'bin', 'tsc'), '-b']),
  check('oxlint', [join(MODULES, 'oxlint', 'bin', 'oxlint')]),
  check('eslint', [join(MODULES, 'eslint', 'bin', 'eslint.js'), '.']),
  check('format', [join(MODULES, 'prettier', 'bin', 'prettier.cjs'), '--check', '--cache', '--log-level', 'warn', '.']),
  check('unused', [join(MODULES, 'knip', 'bin', 'knip.js')]),
  check('used by tests only', [join(MODULES, 'knip', 'bin', 'knip.js'), '--production']),
])
const build = await buildNow(process.execPath)
record('build', build.ok ? 1 : 0, build.ok ? 0 : 1, build.output)

await vitest('unit', ['--project', '!e2e', '--project', '!campaign'])

const desktopMissing = process.env.EXEUNT_DESKTOP_MISSING ?? (build.ok ? undefined : 'The build failed.')
if (desktopMissing) record('desktop', 0, 1, `not run: the desktop tests. ${desktopMissing}\n`)
else await vitest('desktop', ['--project', 'e2e'])

if (failedStages.length > 0) process.stdout.write(`\nfailed: ${failedStages.join(', ')}\n`)
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed > 0 ? 1 : 0

/**
 * A stage that counts as one test; its output is shown when it fails.
 * @param {string} name
 * @param {readonly string[]} args
 */
async function check(name, args) {
  const { code, output } = await runCaptured(process.execPath, args)
  record(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1, output)
}

/**
 * Runs some of the Vitest projects with the usual report on the console and counts their tests.
 * @param {string} name
 * @param {readonly string[]} projects
 */
async function vitest(name, projects) {
  process.stdout.write(`\n${name} tests\n`)
  const file = join(RESULTS, `${name}.json`)
  rmSync(file, { force: true })
  const vitestMain = join(MODULES, 'vitest', 'vitest.mjs')
  const code = await runShown(process.execPath, [
    vitestMain,
    'run',
    ...projects,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const { passed, failed, notRun } = countVitest(
    existsSync(file) ? /** @type {VitestReport} */ (JSON.parse(readFileSync(file, 'utf8'))) : undefined,
    code,
  )
  record(name, passed, failed, notRun.map((test) => `not run: ${test.replace(`${ROOT}/`, '')}\n`).join(''))
}

/**
 * @param {string} name
 * @param {number} passed
 * @param {number} failed
 * @param {string} output
 */
function record(name, passed, failed, output) {
  total.passed += passed
  total.failed += failed
  if (failed > 0) failedStages.push(name)
  process.stdout.write(`${failed > 0 ? '✗' : '✓'} ${name}\n`)
  if (failed > 0 && output) process.stdout.write(output.endsWith('\n') ? output : `${output}\n`)
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function runCaptured(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ code: 1, output: `${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function runShown(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', (error) => {
      process.stdout.write(`${error.message}\n`)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}
