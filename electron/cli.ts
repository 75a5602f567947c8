import { fileURLToPath } from 'node:url'
import { runCli } from './hosts/cli/run'

// Entry of the command-line host: `npm run -s exeunt -- <verb> …`.
// Node's own interface for native code that SQLite needs came with Node 22.14; an older one would die without a word.
if (Number(process.versions.napi) < 10) {
  process.stderr.write(`exeunt needs Node 22.14 or newer, and this is ${process.version}.\n`)
  process.exit(2)
}
process.exitCode = await runCli(process.argv.slice(2), fileURLToPath(new URL('./generatorProcess.js', import.meta.url)))
