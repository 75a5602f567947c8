import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ROOT } from './paths.mjs'

/**
 * Runs a TypeScript program of this project: bundles it with Vite (node_modules stay outside) and
 * runs the result in a Node of its own, in the checkout's folder. Answers the exit code.
 * The program sees the bundle's place in import.meta, so it finds files from process.cwd().
 * @param {string} file
 * @param {readonly string[]} [args]
 */
export async function runTypeScript(file, args = []) {
  const { build } = await import('vite')
  const outDir = join(ROOT, 'node_modules', '.cache', 'exeunt-run', String(process.pid))
  const name = basename(file).replace(/\.ts$/, '')
  mkdirSync(outDir, { recursive: true })
  try {
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'warn',
      resolve: { alias: { '@shared': join(ROOT, 'shared') } },
      build: {
        ssr: join(ROOT, file),
        outDir,
        emptyOutDir: false,
        target: 'node22',
        sourcemap: 'inline',
        rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
      },
    })
    const result = spawnSync(
      process.execPath,
      ['--enable-source-maps', '--expose-gc', join(outDir, `${name}.mjs`), ...args],
      { cwd: ROOT, stdio: 'inherit' },
    )
    return result.status ?? 1
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}
