// `npm run bench [-- NAME …]`: runs every bench/*.bench.ts (or those whose name contains one of
// the words), each in a process of its own, one after the other. All rows go into
// test-results/bench.json and, as a table, test-results/bench.md.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
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
const results = join(ROOT, 'test-results', 'bench')
rmSync(results, { recursive: true, force: true })
for (const name of files) {
  process.stdout.write(`\n${name}\n`)
  if ((await runTypeScript(join('bench', name))) !== 0) process.exitCode = 1
}
/** @typedef {{ what: string, ours: number, other: number | null, beside: string, unit: string, goal: number | null }} Row */
/** @type {Row[]} */
const rows = []
for (const name of existsSync(results) ? readdirSync(results) : []) {
  /** @type {Row[]} */
  const told = JSON.parse(readFileSync(join(results, name), 'utf8'))
  rows.push(...told)
}
const machine = `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
const number = (/** @type {number} */ value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
const lines = rows.map(({ what, ours, other, beside, unit, goal }) => {
  const ratio = other ? ours / other : null
  const told = ratio === null ? '' : `${ratio.toFixed(2)}×`
  const judged =
    goal === null || ratio === null ? '' : ratio <= goal ? `≤ ${goal.toFixed(2)}×` : `≤ ${goal.toFixed(2)}×, missed`
  return `| ${what} | ${number(ours)} ${unit} | ${beside}${other === null ? '' : `, ${number(other)} ${unit}`} | ${told} | ${judged} |`
})
const table = `| what | ours | beside | ratio | goal |\n| --- | --- | --- | --- | --- |\n${lines.join('\n')}\n`
writeFileSync(join(ROOT, 'test-results', 'bench.json'), JSON.stringify({ machine, rows }, null, 2))
writeFileSync(join(ROOT, 'test-results/bench.md'), `${machine}\n\n${table}`)
process.stdout.write(`\n${table}`)
