// `npm run bench [-- NAME …]`: runs every bench/*.bench.ts (or those whose name contains one of
// the words), each in a process of its own, one after the other. A bench prints its numbers and
// ends with non-zero when one is over its budget.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './setup/paths.mjs'
import { runTypeScript } from './setup/runTypeScript.mjs'

const words = process.argv.slice(2)
const folder = join(ROOT, 'bench')
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort()

if (files.length === 0) {
  process.stderr.write(
    `exeunt: there is no bench${words.length > 0 ? ` named like ${words.join(' or ')}` : ''} in bench/.\n`,
  )
  process.exitCode = 1
}
for (const name of files) {
  process.stdout.write(`\n${name}\n`)
  if ((await runTypeScript(join('bench', name))) !== 0) process.exitCode = 1
}
