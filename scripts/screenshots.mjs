// `npm run screenshots`: runs e2e/screenshots.ts, which drives the real app and writes its pictures.
import { join } from 'node:path'
import { runTypeScript } from './setup/runTypeScript.mjs'

process.exitCode = await runTypeScript(join('e2e', 'screenshots.ts'), process.argv.slice(2))
