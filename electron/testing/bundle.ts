import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..')

/** Bundles a program of this folder for plain Node, beside node_modules so that packages are found; answers its path. */
export async function bundleProgram(name: string): Promise<string> {
  const outDir = join(root, 'node_modules', '.cache', 'exeunt-testing', `${name}-${process.pid}`)
  await build({
    configFile: false, root, logLevel: 'error', resolve: { alias: { '@shared': join(root, 'shared') } },
    build: { ssr: join(root, 'electron', 'testing', `${name}.ts`), outDir, emptyOutDir: true, target: 'node22', rollupOptions: { output: { entryFileNames: `${name}.mjs` } } },
  })
  return join(outDir, `${name}.mjs`)
}

/** Starts a bundled program; its lines of standard output are read with `lines`. */
export function startProgram(file: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
}
