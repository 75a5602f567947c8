import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { hasDisplay, onDisplay } from './display.mjs'
import { rightNode } from './node.mjs'
import { ROOT, callerFolder } from './paths.mjs'
import { SetupError } from './report.mjs'
import { runAttached } from './run.mjs'

const MODULES = join(ROOT, 'node_modules')
const ESLINT = join(MODULES, 'eslint', 'bin', 'eslint.js')
const OXLINT = join(MODULES, 'oxlint', 'bin', 'oxlint')
const PRETTIER = join(MODULES, 'prettier', 'bin', 'prettier.cjs')
const TSC = join(MODULES, 'typescript', 'bin', 'tsc')
const VITEST = join(MODULES, 'vitest', 'vitest.mjs')
const ELECTRON_BUILDER = join(MODULES, 'electron-builder', 'cli.js')

/** Each verb answers the exit code. `node` is the Node that everything runs under. */
const VERBS = {
  async exeunt(node, args) {
    await ensureBuilt(node)
    return run(node, [join(ROOT, 'out', 'main', 'cli.js'), ...args], { cwd: callerFolder('exeunt') })
  },

  async start(node, args) {
    const env = await desktop(node)
    await ensureBuilt(node)
    if (!hasDisplay()) return onVirtualDisplay(node, [join(ROOT, 'scripts', 'startHeadless.mjs'), ...args], { env })
    const { chromiumSwitches } = await import('./launch.mjs')
    const electron = env.EXEUNT_ELECTRON_PATH
    return run(electron, [...chromiumSwitches(electron), ROOT, ...args], { env, cwd: callerFolder('start') })
  },

  async test(node) {
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
    ]
    return Math.max(...codes)
  },

  format: (node, args) =>
    run(node, [PRETTIER, '--write', '--cache', '--log-level', 'warn', ...(args.length > 0 ? args : ['.'])]),

  unit: (node, args) => run(node, [VITEST, 'run', '--project', 'node', '--project', 'web', ...args]),

  async e2e(node, args) {
    const env = await desktop(node)
    await ensureBuilt(node)
    return onVirtualDisplay(node, [VITEST, 'run', '--project', 'e2e', ...args], { env })
  },

  score: (node, args) => run(node, [join(ROOT, 'scripts', 'score.mjs'), ...args]),

  sample: (node, args) => run(node, [join(ROOT, 'scripts', 'sample.mjs'), ...args]),

  async bench(node, args) {
    const env = await desktop(node)
    await ensureBuilt(node)
    return onVirtualDisplay(node, [join(ROOT, 'scripts', 'bench.mjs'), ...args], { env })
  },

  async screenshots(node, args) {
    const env = await desktop(node)
    await ensureBuilt(node)
    return onVirtualDisplay(node, [join(ROOT, 'scripts', 'screenshots.mjs'), ...args], { env })
  },

  async package(node, args) {
    const env = await desktop(node, { toRun: false })
    await ensureBuilt(node)
    const { packagingArguments } = await import('./packaging.mjs')
    return run(node, [ELECTRON_BUILDER, ...packagingArguments(env, args)], { env })
  },
}

/** Sets up what `verb` needs, runs it and answers its exit code. */
export async function runVerb(verb, args) {
  if (!Object.hasOwn(VERBS, verb ?? '')) {
    throw new SetupError(
      `${verb ? `There is no verb "${verb}"` : 'A verb is missing'}; use one of: ${Object.keys(VERBS).join(', ')}.`,
    )
  }
  const node = await rightNode()
  await ensureDependencies()
  return VERBS[verb](node, args)
}

/** Sets up Electron and, to run it, its libraries; answers the environment that tells of it. */
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

function onVirtualDisplay(node, args, options) {
  return run(...onDisplay(node, args), options)
}

/** Runs a program with the terminal's streams, in the checkout unless `cwd` says otherwise. */
function run(command, args, { env = {}, cwd = ROOT } = {}) {
  return runAttached(command, args, { cwd, env: { ...process.env, ...env } })
}
