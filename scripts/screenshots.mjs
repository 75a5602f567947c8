// `npm run screenshots`: runs e2e/screenshots.ts, which drives the real app and writes its pictures, and draws the contact sheet.
import { join } from 'node:path'
import { runTypeScript } from './setup/runTypeScript.mjs'

const codes = [
  await runTypeScript(join('scripts', 'contactSheet.ts')),
  await runTypeScript(join('e2e', 'screenshots.ts'), process.argv.slice(2)),
]
process.exitCode = Math.max(...codes)
