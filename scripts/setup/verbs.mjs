import { join } from 'node:path'
import { ensureBuilt, forgetBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { hasDisplay, onDisplay } from './display.mjs'
import { rightNode } from './node.mjs'
import { ROOT, callerFolder } from './paths.mjs'
import { SetupError, say } from './report.mjs'
import { hasProgram, runAttached, runQuiet } from './run.mjs'

const MODULES = join(ROOT, 'node_modules')
const ESLINT = join(MODULES, 'eslint', 'bin', 'eslint.js')
const OXLINT = join(MODULES, 'oxlint', 'bin', 'oxlint')
const PRETTIER = join(MODULES, 'prettier', 'bin', 'prettier.cjs')
const TSC = join(MODULES, 'typescript', 'bin', 'tsc')
const VITEST = join(MODULES, 'vitest', 'vitest.mjs')
const KNIP = join(MODULES, 'knip', 'bin', 'knip.js')
const ELECTRON_VITE = join(MODULES, 'electron-vite', 'bin', 'electron-vite.js')
const ELEVENTY = join(MODULES, '@11ty', 'eleventy', 'cmd.cjs')
const ELECTRON_BUILDER = join(MODULES, 'electron-builder', 'cli.js')

/** @typedef {(node: string, args: readonly string[]) => Promise<number>} Verb */

/**
 * Each verb answers the exit code. `node` is the Node that everything runs under.
 * @type {Record<string, Verb>}
 */
const VERBS = {
  async exeunt(node, args) {
    await ensureBuilt(node)
    const commandLine = [join(ROOT, 'out', 'main', 'cli.js'), ...args]
    if (!needsWindow(args)) return run(node, commandLine, { cwd: callerFolder('exeunt') })
    const env = await desktop(node)
    return onVirtualDisplay(node, commandLine, { env, cwd: callerFolder('exeunt') })
  },

  async start(node, args) {
    const env = await desktop(node)
    await ensureBuilt(node)
    if (!hasDisplay()) return onVirtualDisplay(node, [join(ROOT, 'scripts', 'startHeadless.mjs'), ...args], { env })
    const { chromiumSwitches } = await import('./launch.mjs')
    const electron = env.EXEUNT_ELECTRON_PATH ?? ''
    return run(electron, [...chromiumSwitches(electron), ROOT, ...args], { env, cwd: callerFolder('start') })
  },

  // The window's page is served with hot reload; the main process starts again when its sources change.
  async dev(node, args) {
    const env = await desktop(node)
    const { chromiumSwitches } = await import('./launch.mjs')
    forgetBuild()
    const switches = [...chromiumSwitches(env.EXEUNT_ELECTRON_PATH ?? ''), ...args]
    return onVirtualDisplay(node, [ELECTRON_VITE, 'dev', '--watch', '--', ...switches], { env })
  },

  async test(node) {
    /** @type {Record<string, string>} */
    let env
    try {
      env = await desktop(node)
    } catch (error) {
      if (!(error instanceof SetupError)) throw error
      // Everything else can still be tested; test.mjs reports this as a failure.
      env = { EXEUNT_DESKTOP_MISSING: error.message }
    }
    return run(node, [join(ROOT, 'scripts', 'test.mjs')], { env })
  },

  async build(node) {
    await ensureBuilt(node)
    return 0
  },

  typecheck: (node, args) => run(node, [TSC, '-b', ...args]),

  async lint(node, args) {
    const codes = [
      await run(node, [OXLINT, ...args]),
      await run(node, [ESLINT, '.', ...args]),
      await run(node, [PRETTIER, '--check', '--cache', '--log-level', 'warn', '.']),
      await unused(node, []),
    ]
    return Math.max(...codes)
  },

  format: (node, args) =>
    run(node, [PRETTIER, '--write', '--cache', '--log-level', 'warn', ...(args.length > 0 ? args : ['.'])]),

  unused,

  unit: (node, args) => run(node, [VITEST, 'run', '--project', '!e2e', '--project', '!campaign', ...args]),

  /** The unit tests that what changed since `main` (on main: since the last commit) can break. */
  changed: (node, args) =>
    run(node, [
      VITEST,
      'run',
      '--project',
      '!e2e',
      '--project',
      '!campaign',
      '--changed',
      changedSince(),
      '--passWithNoTests',
      ...args,
    ]),

  async e2e(node, args) {
    const env = await desktop(node)
    await ensureBuilt(node)
    return run(node, [VITEST, 'run', '--project', 'e2e', ...args], { env })
  },

  score: (node, args) => run(node, [join(ROOT, 'scripts', 'score.mjs'), ...args]),

  prompts: (node, args) => run(node, [join(ROOT, 'scripts', 'prompts.mjs'), ...args]),

  sample: (node, args) => run(node, [join(ROOT, 'scripts', 'sample.mjs'), ...args]),

  async bench(node, args) {
    const env = await desktop(node)
    await ensureBuilt(node)
    return onVirtualDisplay(node, [join(ROOT, 'scripts', 'bench.mjs'), ...args], { env })
  },

  async campaign(node, args) {
    const campaign = [join(ROOT, 'scripts', 'campaign.mjs'), ...args]
    if (args[0] === 'kill-window') {
      const env = await desktop(node)
      await ensureBuilt(node)
      return onVirtualDisplay(node, campaign, { env })
    }
    if (args[0] !== 'package') return run(node, campaign)
    const code = (await VERBS['package']?.(node, hasProgram('dpkg-deb') ? ['deb'] : [])) ?? 1
    return code === 0 ? onVirtualDisplay(node, campaign, { env: await desktop(node) }) : code
  },

  async screenshots(node, args) {
    const env = await desktop(node)
    await ensureBuilt(node)
    return onVirtualDisplay(node, [join(ROOT, 'scripts', 'screenshots.mjs'), ...args], { env })
  },

  /** docs/guide as a site in out/guide. */
  async docs(node, args) {
    const config = `--config=${join('scripts', 'guideSite.mjs')}`
    const code = await run(node, [ELEVENTY, config, '--quiet', ...args])
    if (code === 0) say(`the guide is ${join(ROOT, 'out', 'guide', 'index.html')}`)
    return code
  },

  /** An unpacked folder; with `deb` also a .deb of it; with anything else what electron-builder makes of that. */
  async package(node, args) {
    const deb = args.length === 1 && args[0] === 'deb'
    const own = deb ? [] : args
    const env = await desktop(node, { toRun: own.length === 0 })
    await ensureBuilt(node)
    const { completeForRegistry, packagingArguments } = await import('./packaging.mjs')
    const code = await run(node, [ELECTRON_BUILDER, ...packagingArguments(env, own)], { env })
    if (code === 0 && own.length === 0) completeForRegistry(env)
    if (code === 0 && deb) {
      const { buildDeb } = await import('./debPackage.mjs')
      await buildDeb()
    }
    return code
  },
}

/**
 * Sets up what `verb` needs, runs it and answers its exit code.
 * @param {string | undefined} verb
 * @param {readonly string[]} args
 */
export async function runVerb(verb, args) {
  const known = Object.hasOwn(VERBS, verb ?? '') ? VERBS[verb ?? ''] : undefined
  if (!known) {
    throw new SetupError(
      `${verb ? `There is no verb "${verb}"` : 'A verb is missing'}; use one of: ${Object.keys(VERBS).join(', ')}.`,
    )
  }
  const node = await rightNode()
  await ensureDependencies()
  return known(node, args)
}

/**
 * Files, exports and packages that nothing uses, then those that only tests use.
 * @type {Verb}
 */
async function unused(node, args) {
  const codes = [await run(node, [KNIP, ...args]), await run(node, [KNIP, '--production', ...args])]
  return Math.max(...codes)
}

/**
 * Does a call of the command line need an encoder, which is where windows are?
 * @param {readonly string[]} args
 */
function needsWindow([verb, ...rest]) {
  const words = rest.filter((word) => !word.startsWith('-'))
  const isStage12 = verb === 'generate' && rest[rest.indexOf('--stage') + 1] === '12'
  return isStage12 || (verb === 'export' && words[1] === 'movie')
}

/** The branch or commit that `changed` compares with: main, or on main itself the last commit. */
function changedSince() {
  const branch = runQuiet('git', ['rev-parse', '--abbrev-ref', 'HEAD'], { cwd: ROOT })
  const main = runQuiet('git', ['rev-parse', '--verify', '--quiet', 'main'], { cwd: ROOT })
  return main.ok && branch.output.trim() !== 'main' ? 'main' : 'HEAD'
}

/**
 * Sets up Electron and, to run it, its libraries; answers the environment that tells of it.
 * @param {string} node
 * @param {{ toRun?: boolean }} [options]
 */
async function desktop(node, { toRun = true } = {}) {
  const { electronEnvironment, ensureElectron } = await import('./electron.mjs')
  const electron = await ensureElectron(node)
  let binding
  if (toRun) {
    const { ensureSystemLibraries } = await import('./systemLibraries.mjs')
    ensureSystemLibraries(electron.executable)
  }
  if (toRun && electron.fromRegistry) {
    const { ensureSqliteBinding } = await import('./sqliteBinding.mjs')
    binding = await ensureSqliteBinding()
  }
  return electronEnvironment(electron, binding)
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @param {RunOptions} options
 */
function onVirtualDisplay(node, args, options) {
  return run(...onDisplay(node, args), options)
}

/** @typedef {{ env?: Record<string, string>, cwd?: string }} RunOptions */

/**
 * Runs a program with the terminal's streams, in the checkout unless `cwd` says otherwise.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
function run(command, args, { env = {}, cwd = ROOT } = {}) {
  return runAttached(command, args, { cwd, env: { ...process.env, ...env } })
}
