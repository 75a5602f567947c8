// `npm run sample`: draws the sample's pictures and prepares its stills; see scripts/sample.ts.
import { join } from 'node:path'
import { runTypeScript } from './setup/runTypeScript.mjs'

process.exitCode = await runTypeScript(join('scripts', 'sample.ts'), process.argv.slice(2))
