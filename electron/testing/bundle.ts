import { spawn, type ChildProcess } from 'node:child_process'
import { basename, join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..')

/** Bundles a program of electron/ (a path without extension) for plain Node, beside node_modules so that packages are found; answers its path. */
export async function bundleProgram(path: string): Promise<string> {
  const name = basename(path)
  const outDir = join(root, 'node_modules', '.cache', 'exeunt-testing', `${name}-${process.pid}`)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'shared') } },
    build: {
      ssr: join(root, 'electron', `${path}.ts`),
      outDir,
      emptyOutDir: true,
      target: 'node22',
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return join(outDir, `${name}.mjs`)
}

/** Starts a bundled program; its lines of standard output are read with `lines`. */
export function startProgram(file: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
}
