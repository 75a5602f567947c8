// `npm run score`: what script reading finds, against marked plays and novels beside the checkout.
import { join } from 'node:path'
import { runTypeScript } from './setup/runTypeScript.mjs'

process.exitCode = await runTypeScript(join('scripts', 'score.ts'), process.argv.slice(2))
