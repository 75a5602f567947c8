// `npm run prompts`: every prompt of the sample film and of some scripts, to be read line by line.
import { join } from 'node:path'
import { runTypeScript } from './setup/runTypeScript.mjs'

process.exitCode = await runTypeScript(join('scripts', 'prompts.ts'), process.argv.slice(2))
