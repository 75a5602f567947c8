import { fileURLToPath } from 'node:url'
import { runCli } from './hosts/cli/run'

// Entry of the command-line host: `npm run -s exeunt -- <verb> …`.
process.exitCode = await runCli(process.argv.slice(2), fileURLToPath(new URL('./generatorProcess.js', import.meta.url)))
